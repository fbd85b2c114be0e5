//! Speed of the whole way from page to record: megabytes a second on one page, and the time of pages twice as long.
//!
//! `make bench` prints a table; `cargo bench -p naba --bench verbs -- 1` measures the page of one megabyte only, for a
//! profiler. The page is made here, the same on every machine: menus, headlines, date lines, paragraphs, lists and
//! links in Arabic, French and English.

use std::hint::black_box;
use std::time::Instant;

use naba::{Extractor, Source};

/// Lengths of the pages, in MB of 1,000,000 bytes.
const LENGTHS: [usize; 7] = [1, 2, 4, 8, 16, 32, 64];
/// The speed that the library promises for text dumps, in MB a second.
const PROMISED: f64 = 50.0;

fn main() {
    let limits = std::env::args().skip(1).filter_map(|argument| argument.parse().ok());
    let limit: Option<usize> = limits.max();
    let most = limit.unwrap_or(64);
    let extractor = Extractor::new();
    // The first page also pays for reading the resources.
    black_box(extractor.extract(&Source::text(&page(10_000))));
    println!("{:>7} {:>10} {:>8} {:>9} {:>9}", "page MB", "time ms", "MB/s", "articles", "of double");
    let mut before = None;
    for length in LENGTHS.into_iter().filter(|&length| length <= most) {
        let page = page(length * 1_000_000);
        let (seconds, articles) = fastest(&extractor, &page, (32 / length).clamp(2, 16));
        let speed = page.len() as f64 / 1e6 / seconds;
        let ratio = before.map_or(String::from("-"), |before| format!("{:.2}", seconds / before));
        println!("{length:>7} {:>10.1} {speed:>8.1} {articles:>9} {ratio:>9}", seconds * 1e3);
        before = Some(seconds);
    }
    let hostile = if limit.is_none() { hostile(most * 1_000_000) } else { Vec::new() };
    for (name, page) in hostile {
        let (seconds, _) = fastest(&extractor, &page, 1);
        println!("{:>10.1} ms {:>8.1} MB/s  {name}", seconds * 1e3, page.len() as f64 / 1e6 / seconds);
    }
    println!("promised: {PROMISED} MB/s on the first table, and times that double with the page");
}

/// The least time of several runs, in seconds, and how many articles were found.
fn fastest(extractor: &Extractor, page: &str, runs: usize) -> (f64, usize) {
    let mut articles = 0;
    let times = (0..runs).map(|_| {
        let start = Instant::now();
        let record = black_box(extractor.extract(&Source::text(black_box(page))));
        let seconds = start.elapsed().as_secs_f64();
        articles = record.articles.len();
        seconds
    });
    let seconds = times.fold(f64::INFINITY, f64::min);
    (seconds, articles)
}

/// Pages of one size that nobody writes and somebody sends.
fn hostile(bytes: usize) -> Vec<(&'static str, String)> {
    let of = |piece: &str| piece.repeat(bytes / piece.len());
    vec![
        ("one line of prose", of("كلمة في نص طويل word of a line 😀 ")),
        ("one word", of("س")),
        ("line ends", of("\n")),
        ("short lines", of("خبر\n")),
        ("bullets", of("• بند قصير من قائمة\n")),
        ("combining marks", of("\u{301}\u{64B}\u{670}")),
        ("overrides of direction", of("\u{202E}\u{2066}\u{200F}")),
        ("brackets", of("(")),
        ("headings of related links", of("Read also: another page of this site\n")),
    ]
}

/// A page of at least so many bytes.
fn page(bytes: usize) -> String {
    let mut writer = Writer { dice: Dice(0x5eed), out: String::with_capacity(bytes + 10_000) };
    for language in languages().iter().cycle() {
        if writer.out.len() >= bytes {
            break;
        }
        writer.article(language);
    }
    writer.out
}

/// What a page in one language is made of; words and lines by a `|`, stems and endings by a space.
struct Language {
    menu: Vec<&'static str>,
    related: &'static str,
    bullet: &'static str,
    comma: &'static str,
    month: &'static str,
    /// Small words that come back all the time.
    small: Vec<&'static str>,
    /// Stems and endings; every pair makes a word.
    stems: Vec<&'static str>,
    endings: Vec<&'static str>,
}

fn languages() -> [Language; 3] {
    let split = |list: &'static str| list.split('|').collect();
    let words = |list: &'static str| list.split_whitespace().collect();
    [
        Language {
            menu: split("الرئيسية|سياسة|اقتصاد|ثقافة وفنون|اتصل بنا|مشاركة|تابعونا على فيسبوك|بحث"),
            related: "اقرأ أيضا:",
            bullet: "• ",
            comma: "،",
            month: "مايو",
            small: words("في من على إلى أن التي الذي هذا بين مع عن كما بعد خلال"),
            stems: words(
                "مدير مجلس وزار جامع مشروع برنامج تعاون ثقاف تعليم تنمي مدين اجتماع منظم مؤتمر خبير شباب تراث بيئ دراس \
                 كتاب طالب أستاذ متحف معرض قرار بحث رئيس دول مرحل شراك",
            ),
            endings: split("|ة|ات|ين|ها|هم|ية|ه|ون|يات"),
        },
        Language {
            menu: split("Accueil|Politique|Économie|Culture|Contact|Partager sur Facebook|Imprimer|Vidéos"),
            related: "À lire aussi",
            bullet: "- ",
            comma: ",",
            month: "mai",
            small: words("le la les de du des et à dans pour sur qui que avec l’an"),
            stems: words(
                "direct conseil minist univers travail coopér cultur éduc développ région réuni organis confér expert \
                 jeun patrim environn étud livr élèv profess musé expos décis recherch présid nation étap parten march",
            ),
            endings: words("e es eur ation ement ité ique ant er aire"),
        },
        Language {
            menu: split("Home|Politics|Business|Culture|Contact us|Share this|Newsletter|Sign in"),
            related: "Read also",
            bullet: "* ",
            comma: ",",
            month: "May",
            small: words("the of and to in a for on that with was by from has it"),
            stems: words(
                "direct council minist universit project market cooper cultur educat develop region meet organis confer \
                 expert youth herit environ stud book pupil teach museum exhibit decis research presid nation stag partner",
            ),
            endings: words("or s ing ion y al ed er ation ly"),
        },
    ]
}

/// Numbers that are the same on every machine.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % sides
    }
}

struct Writer {
    dice: Dice,
    out: String,
}

impl Writer {
    fn article(&mut self, language: &Language) {
        for _ in 0..self.dice.roll(12) {
            let line = language.menu[self.dice.roll(language.menu.len())];
            self.line("", line);
        }
        self.words(language, 7);
        self.out.push('\n');
        let day = self.dice.roll(28) + 1;
        self.line("", &format!("{day} {} 2024", language.month));
        for _ in 0..self.dice.roll(7) + 2 {
            self.out.push('\n');
            for _ in 0..self.dice.roll(3) + 1 {
                let length = self.dice.roll(25) + 8;
                self.words(language, length);
                self.out.push_str(". ");
            }
            self.out.push('\n');
        }
        for _ in 0..self.dice.roll(4) {
            self.out.push_str(language.bullet);
            self.words(language, 5);
            self.out.push('\n');
        }
        self.line("\n", language.related);
        for _ in 0..self.dice.roll(5) + 2 {
            self.out.push_str(language.bullet);
            self.words(language, 8);
            self.out.push('\n');
        }
        self.out.push('\n');
    }

    fn line(&mut self, before: &str, line: &str) {
        self.out.push_str(before);
        self.out.push_str(line);
        self.out.push('\n');
    }

    fn words(&mut self, language: &Language, count: usize) {
        for at in 0..count {
            if at > 0 {
                self.out.push_str(if self.dice.roll(12) == 0 { language.comma } else { "" });
                self.out.push(' ');
            }
            if self.dice.roll(5) < 2 {
                self.out.push_str(language.small[self.dice.roll(language.small.len())]);
            } else {
                self.out.push_str(language.stems[self.dice.roll(language.stems.len())]);
                self.out.push_str(language.endings[self.dice.roll(language.endings.len())]);
            }
        }
    }
}
