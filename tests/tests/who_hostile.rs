//! Texts that are hard on the search for who and where: none panics, and twice the text takes about twice the time.
//! Without optimization the texts are a fifth as long.
//!
//! `cargo test --release --test who_hostile -- --nocapture --include-ignored` prints the table.

use std::sync::{Mutex, PoisonError};
use std::time::Instant;

use naba::{Extractor, Source};

/// Most that twice the text may cost, as a multiple; 2 is linear, 4 is quadratic.
const MOST: f64 = 3.0;
/// What is counted in the smaller text; the larger one has twice as many.
const COUNT: usize = if cfg!(debug_assertions) { 2_000 } else { 10_000 };
/// What is counted in the text that only has to be read at all.
const MANY: usize = if cfg!(debug_assertions) { 20_000 } else { 100_000 };

/// One measurement at a time: they share the memory.
static TURN: Mutex<()> = Mutex::new(());

/// One of the ways to read a text.
type Verb = fn(&str);

/// The least time of at least so many runs, by the clock: the system counts the time of a thread in steps of 4 ms, here.
fn cost(read: Verb, text: &str, runs: usize) -> f64 {
    let begin = Instant::now();
    let (mut least, mut done) = (f64::INFINITY, 0);
    while done < runs || (done < 100 && begin.elapsed().as_millis() < 20) {
        let start = Instant::now();
        read(text);
        least = least.min(start.elapsed().as_secs_f64());
        done += 1;
    }
    least
}

fn organizations(text: &str) {
    for found in naba::organizations(text, None) {
        assert!(found.mentions.iter().all(|mention| text[mention.span.start..mention.span.end] == mention.exact));
    }
}

fn people(text: &str) {
    for found in naba::people(text, None) {
        assert!(found.mentions.iter().all(|mention| text[mention.span.start..mention.span.end] == mention.exact));
    }
}

fn places(text: &str) {
    for found in naba::places(text, None) {
        assert!(found.mentions.iter().all(|mention| text[mention.span.start..mention.span.end] == mention.exact));
    }
}

fn extract(text: &str) {
    let record = Extractor::new().extract(&Source::text(text));
    assert_eq!(record.text.len(), text.len());
}

/// Reads texts of growing size with every verb, and fails when the time grows faster.
fn hard(name: &str, text: impl Fn(usize) -> String) {
    let _turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    organizations("warm up");
    extract("warm up");
    let (one, two) = (text(COUNT), text(2 * COUNT));
    let verbs: [(&str, Verb); 4] =
        [("organizations", organizations), ("people", people), ("places", places), ("extract", extract)];
    let mut faults = Vec::new();
    for (verb, read) in verbs {
        let runs = if cfg!(debug_assertions) { 1 } else { 3 };
        let mut times = (cost(read, &one, runs), cost(read, &two, runs));
        if times.1 / times.0 > MOST {
            // A slow moment of the machine, perhaps: look again.
            times = (cost(read, &one, 5), cost(read, &two, 5));
        }
        let ratio = times.1 / times.0;
        println!("{name:32} {verb:14} {:8.1} ms {:8.1} ms  x{ratio:.2}", 1e3 * times.0, 1e3 * times.1);
        if ratio > MOST {
            faults.push(format!("{verb} {ratio:.2}"));
        }
    }
    assert!(faults.is_empty(), "{name}: twice the text costs more than twice the time: {}", faults.join(", "));
    let many = text(MANY);
    organizations(&many);
    extract(&many);
}

/// The `at`-th of many different words.
fn word(at: usize) -> String {
    let letters = "bcdfghjklmnprstvwz".as_bytes();
    let vowels = "aeiou".as_bytes();
    let mut rest = at;
    let mut word = String::new();
    for _ in 0..3 {
        word.push(letters[rest % letters.len()] as char);
        rest /= letters.len();
        word.push(vowels[rest % vowels.len()] as char);
        rest /= vowels.len();
    }
    word[..1].to_uppercase() + &word[1..]
}

fn each(count: usize, piece: impl Fn(usize) -> String) -> String {
    (0..count).map(piece).collect()
}

macro_rules! hard {
    ($($(#[$mark:meta])* $name:ident: $text:expr;)*) => {
        $($(#[$mark])* #[test] fn $name() { hard(stringify!($name), $text); })*
    };
}

hard! {
    arabic_heads: |n| "وزارة ".repeat(n);
    arabic_heads_with_the_article: |n| "المنظمة الجمعية ".repeat(n / 2);
    arabic_heads_and_proclitics: |n| "ولوزارة بجامعة ".repeat(n / 2);
    french_heads: |n| "ministère de la ".repeat(n / 3);
    english_heads: |n| "Ministry of ".repeat(n / 2);
    heads_that_follow: |n| "University ".repeat(n);
    units_in_units: |n| "Department of the Office of the ".repeat(n / 6);
    capitals: |n| "Kalim ".repeat(n);
    capital_letters: |n| "A ".repeat(n);
    different_capitals: |n| each(n, |at| word(at) + " ");
    words_all_in_capitals: |n| each(n, |at| word(at).to_uppercase() + " ");
    brackets: |n| "(A) ".repeat(n);
    brackets_that_open: |n| "(Ministry ".repeat(n);
    quotes_that_open: |n| "«وزارة ".repeat(n);
    honorifics: |n| "Dr ".repeat(n);
    honorifics_with_dots: |n| "M. ".repeat(n);
    arabic_honorifics: |n| "الدكتور معالي ".repeat(n / 2);
    offices: |n| "director of the minister of ".repeat(n / 5);
    arabic_offices: |n| "وزير رئيس مدير ".repeat(n / 3);
    given_names: |n| "محمد ".repeat(n);
    compounds: |n| "عبد بن ".repeat(n / 2);
    commas: |n| ",".repeat(n);
    commas_and_heads: |n| "Ministry, ".repeat(n);
    lists_of_topics: |n| "وزارة التربية ".to_owned() + &"والثقافة ".repeat(n);
    lists_with_and: |n| "Ministry of Health ".to_owned() + &"and Culture ".repeat(n / 2);
    alternating_scripts: |n| "وزارة Ministry جامعة University 文化部 ".repeat(n / 5);
    glued_scripts: |n| "وزارةMinistryجامعة ".repeat(n);
    one_long_word: |n| "Ministry".repeat(n);
    one_long_arabic_word: |n| "وال".repeat(n);
    long_words: |n| format!("{} ", "University".repeat(1_000)).repeat(n / 1_000);
    emoji: |n| "👩‍🔬🇲🇦 ".repeat(n);
    flags_and_heads: |n| "🇲🇦Ministry🇫🇷 ".repeat(n);
    nuls: |n| "\0".repeat(n);
    nuls_in_names: |n| "Uni\0versity of \0 ".repeat(n / 3);
    lone_marks: |n| "\u{64B} \u{301}\u{670} ".repeat(n / 2);
    marks_on_heads: |n| "و\u{64E}ز\u{64E}ا\u{64E}ر\u{64E}ة\u{64C} ".repeat(n);
    tatweel: |n| "وـــزارة ".repeat(n);
    digits_with_separators: |n| "1,234.5 ".repeat(n);
    one_number: |n| "1.234,".repeat(n);
    digits_and_units: |n| "19,8 million de ".repeat(n / 3);
    money: |n| "$ 5 € ".repeat(n / 3);
    hyphens: |n| "Guinea-".repeat(n);
    apostrophes: |n| "l'd'".repeat(n);
    line_ends: |n| "Ministry\nof\n".repeat(n / 2);
    countries: |n| "Niger Nigeria Guinea ".repeat(n / 3);
    one_name: |n| "The World Health Organization said. ".repeat(n / 5);
    one_description: |n| "The World Health Organization met. ".to_owned() + &"The Organization said. ".repeat(n);
    different_bodies: |n| each(n, |at| format!("University of {} opened. ", word(at)));
    different_arabic_bodies: |n| each(n, |at| format!("افتتحت جامعة {} قسما. ", arabic(at)));
    different_people: |n| each(n, |at| format!("Dr Karim {} spoke. ", word(at)));
    different_arabic_people: |n| each(n, |at| format!("قال الدكتور محمد {} ذلك. ", arabic(at)));
    one_family_name: |n| "Mr Karim Haddad came. ".to_owned() + &"Mr Haddad spoke. ".repeat(n);
    one_family_many_given: |n| each(n, |at| format!("Mr {} Haddad spoke. ", word(at)));
    acronyms_defined: |n| each(n, |at| format!("University of {} ({}) opened. ", word(at), word(at).to_uppercase()));
    acronyms_without_names: |n| each(n, |at| format!("({}) ", word(at).to_uppercase()));
    acronyms_of_one_name: |n| each(n, |at| format!("World Health Organization ({}) met. ", word(at).to_uppercase()));
    shortened_names: |n| each(n, |at| format!("{0} Energy Company spoke. {0} ended. ", word(at)));
}

/// The `at`-th of many different Arabic words.
fn arabic(at: usize) -> String {
    let letters: Vec<char> = "بتثجحخدذرزسشصضطظعغقكلمنهي".chars().collect();
    let mut rest = at;
    let mut word = String::new();
    for long in ["", "ا", "", "ي"] {
        word.push(letters[rest % letters.len()]);
        rest /= letters.len();
        word.push_str(long);
    }
    word
}

#[test]
fn small_texts_are_read() {
    let pieces = [
        "",
        "\0",
        "(",
        "Dr",
        "M.",
        "لل",
        "ال",
        "و",
        "وزارة",
        "«",
        "$",
        "1,",
        "\u{64B}",
        "👩‍🔬",
        "University of",
        "of",
        "l'",
        "-",
        "&",
        "\u{FEFF}",
    ];
    for one in pieces {
        for two in pieces {
            for three in pieces {
                let text = format!("{one}{two} {three}");
                organizations(&text);
                people(&text);
                places(&text);
                extract(&text);
            }
        }
    }
}
