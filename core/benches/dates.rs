//! Speed of finding dates alone: the first result of a fresh process, megabytes a second in each language, and the time of
//! texts twice as long.
//!
//! `make bench` prints it. The text is made here: paragraphs of news in which about every third sentence has a date.

use std::hint::black_box;
use std::time::Instant;

/// The speed that the library promises for news, in MB a second.
const PROMISED: f64 = 40.0;
/// The longest that a fresh process waits for its first date, in milliseconds.
const FIRST: f64 = 5.0;

const ARABIC: &[&str] = &[
    "أعلنت إدارة الميناء عن توسعة الرصيف الشمالي لاستقبال السفن الكبيرة وتخفيف الضغط على الأرصفة القديمة في المدينة.",
    "وانطلقت الأشغال يوم الاثنين 3 يونيو 2024 بحضور المهندسين وممثلي الشركات الفائزة بالصفقة.",
    "ويضم المشروع مخازن جديدة وطريقا تربط الميناء بالمنطقة الصناعية، إلى جانب مركز لتكوين العمال في مهن البحر.",
    "وقال مدير المشروع إن العمل يسير وفق ما خطط له، وإن السكان لن يتضرروا من حركة الشاحنات داخل الأحياء القريبة.",
    "وكان المجلس قد صادق على المشروع في دورة فبراير الماضي بعد نقاش طويل حول كلفته وأثره على الصيد التقليدي.",
    "وتساهم ثلاثة بنوك في التمويل، فيما تتكفل الجماعة بتهيئة الساحات المجاورة وغرس الأشجار على طول الواجهة.",
];
const FRENCH: &[&str] = &[
    "La direction du port a annoncé l'agrandissement du quai nord afin d'accueillir de grands navires et de soulager les \
     anciens quais de la ville.",
    "Les travaux ont commencé le lundi 3 juin 2024 en présence des ingénieurs et des entreprises retenues.",
    "Le projet comprend de nouveaux entrepôts, une route vers la zone industrielle et un centre de formation aux métiers de \
     la mer.",
    "Selon le chef du projet, le chantier avance comme prévu et les habitants ne souffriront pas du passage des camions dans \
     les quartiers voisins.",
    "Le conseil avait approuvé le projet en février dernier, après un long débat sur son coût et sur la pêche artisanale.",
    "Trois banques participent au financement, tandis que la commune aménage les places voisines et plante des arbres le \
     long du front de mer.",
];
const ENGLISH: &[&str] = &[
    "The port authority announced that the northern quay would be extended to receive large ships and to relieve the older \
     quays of the city.",
    "Work began on Monday, 3 June 2024, in the presence of engineers and of the companies that won the contract.",
    "The project includes new warehouses, a road to the industrial zone and a training centre for the trades of the sea.",
    "The project manager said that work was on schedule and that residents would not suffer from lorries in the nearby \
     streets.",
    "The council approved the project last February after a long debate about its cost and its effect on small-scale fishing.",
    "Three banks take part in the funding, while the municipality lays out the squares nearby and plants trees along the \
     seafront.",
];

fn main() {
    let start = Instant::now();
    black_box(naba::dates(FRENCH[1], Some("fr"), None).unwrap_or_default());
    println!("first date of a fresh process: {:.1} ms, at most {FIRST}", start.elapsed().as_secs_f64() * 1e3);
    println!("{:>8} {:>7} {:>10} {:>8} {:>9}", "language", "MB", "dates", "MB/s", "of double");
    for (language, sentences) in [("ar", ARABIC), ("fr", FRENCH), ("en", ENGLISH)] {
        let mut before = None;
        for length in [1, 2, 4, 8] {
            let text = text(sentences, length * 1_000_000);
            let (seconds, dates) = fastest(&text, language);
            let speed = text.len() as f64 / 1e6 / seconds;
            let ratio = before.map_or(String::from("-"), |before| format!("{:.2}", seconds / before));
            println!("{language:>8} {length:>7} {dates:>10} {speed:>8.1} {ratio:>9}");
            before = Some(seconds);
        }
    }
    println!("promised: {PROMISED} MB/s in each language, and times that double with the text");
}

/// Paragraphs of at least so many bytes.
fn text(sentences: &[&str], bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 2_000);
    while text.len() < bytes {
        text.push_str(&sentences.join(" "));
        text.push_str("\n\n");
    }
    text
}

/// The least time of several runs, in seconds, and how many dates were found.
fn fastest(text: &str, language: &str) -> (f64, usize) {
    let mut found = 0;
    let times = (0..5).map(|_| {
        let start = Instant::now();
        found =
            black_box(naba::dates(black_box(text), Some(language), Some("2024-06-04"))).map_or(0, |dates| dates.len());
        start.elapsed().as_secs_f64()
    });
    (times.fold(f64::INFINITY, f64::min), found)
}
