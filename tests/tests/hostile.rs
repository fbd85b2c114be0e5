//! Pages that nobody writes and somebody sends: each gives a record, and twice the page takes about twice the time.

use std::fs;
use std::time::Instant;

use naba::{Extractor, Record, Source};

/// Most that twice the page may cost, as a multiple; 2 is linear, 4 is quadratic.
const MOST: f64 = 3.0;

/// Stretches of text that are hard on some part of the library when they are repeated.
const PIECES: &[(&str, &str)] = &[
    ("one line of words", "كلمة في سطر word of a line 😀 "),
    ("one word", "سaé"),
    ("one line of sentences", "قال. Then. Il dit. "),
    ("empty lines", "\n"),
    ("lines of marks", "\u{200F}\u{FEFF} \r\n"),
    ("short lines", "خبر\n"),
    ("lines that are all alike", "Le conseil a adopté son budget pour l’année.\n"),
    ("combining marks", "\u{301}\u{64B}\u{670}"),
    ("unpaired marks", "\u{64B} \u{300}\n\u{FE0F}\u{200D}"),
    ("NULs", "\0"),
    ("NULs in lines", "\0\n"),
    ("overrides of direction", "\u{202E}\u{2066}\u{200F}"),
    ("brackets that open", "("),
    ("brackets in brackets", "([«“"),
    ("bullets", "• ب\n"),
    ("numbered items", "1. a\n"),
    ("headings of related links", "Read also\nA title of another page\n"),
    ("headings of every section", "التعليقات\nPartager\nTags:\n"),
    ("fields", "المصدر: "),
    ("dates", "12 مايو 2024\n"),
    ("dates on a line", "12/05/2024 "),
    ("digits", "9"),
    ("almost dates", "12 مايو من شهر في "),
    (
        "titles and texts",
        "عنوان خبر جديد\nافتتح الوزير صباح اليوم معرضا للكتاب في المدينة بحضور عدد كبير من الناشرين والقراء.\n",
    ),
    ("wrapped lines", "the council of the university met on monday in order to look at it\n"),
    ("key words run together", "Tags: council university council museum\n"),
    ("ligatures of eighteen letters", "ﷺﷻ "),
    ("deeper and deeper", "\t"),
];

fn extract(page: &str) -> Record {
    let record = Extractor::new().extract(&Source::text(page));
    assert_eq!(record.text.len(), page.len());
    let mut end = 0;
    for segment in &record.segments {
        assert!(segment.span.start == end && segment.span.end > end, "segments tile");
        end = segment.span.end;
    }
    assert_eq!(end, page.len());
    record
}

/// Time that this thread has spent computing, in seconds; by the clock where the system does not say.
fn seconds(start: Instant) -> f64 {
    let spent = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = spent.as_deref().and_then(|spent| spent.split(' ').next()?.parse::<f64>().ok());
    nanoseconds.map_or_else(|| start.elapsed().as_secs_f64(), |nanoseconds| nanoseconds / 1e9)
}

/// The least time of several runs.
fn cost(page: &str, runs: usize) -> f64 {
    let clock = Instant::now();
    let times = (0..runs).map(|_| {
        let start = seconds(clock);
        extract(page);
        seconds(clock) - start
    });
    times.fold(f64::INFINITY, f64::min)
}

/// How many pieces make a page that takes about so many seconds, by the clock and a small page.
fn pieces_for(piece: &str, target: f64) -> usize {
    let count = 8_000 / piece.len() + 1;
    let page = piece.repeat(count);
    let times = (0..2).map(|_| {
        let start = Instant::now();
        extract(&page);
        start.elapsed().as_secs_f64()
    });
    (count as f64 * target / times.fold(f64::INFINITY, f64::min)) as usize
}

#[test]
fn twice_the_page_takes_twice_the_time() {
    extract("warm up: read the resources");
    let mut faults = Vec::new();
    for (name, piece) in PIECES {
        let count = pieces_for(piece, 0.04).max(200);
        let (one, two) = (piece.repeat(count), piece.repeat(2 * count));
        let ratio = cost(&two, 2) / cost(&one, 2);
        if ratio > MOST {
            // A slow moment of the machine, perhaps: look again, longer.
            let ratio = cost(&two, 5) / cost(&one, 5);
            if ratio > MOST {
                faults.push(format!("{name}: {} bytes cost {ratio:.2} times as much as {}", two.len(), one.len()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn nothing_gives_a_record() {
    assert!(extract("").articles.is_empty());
    assert!(extract("\0").articles.is_empty());
    assert!(extract("\u{FEFF}").articles.is_empty());
}

#[test]
fn one_line_of_eight_megabytes() {
    let piece = "كلمة في سطر طويل word of a line 😀 ";
    extract(&piece.repeat(8_000_000 / piece.len()));
}

#[test]
fn a_million_empty_lines() {
    let record = extract(&"\n".repeat(1_000_000));
    assert!(record.articles.is_empty());
    assert_eq!(record.segments.len(), 1);
}

#[test]
fn two_hundred_thousand_bullets() {
    extract(&"• ب\n".repeat(200_000));
}

#[test]
fn a_megabyte_of_one_character() {
    for c in ['(', '«', '\u{64B}', '\0', '\u{202E}', '9', '.', ' ', '-', '|', '😀', '\u{FFFD}'] {
        extract(&String::from(c).repeat(1_000_000 / c.len_utf8()));
    }
}

#[test]
fn a_megabyte_of_headings() {
    let piece = "Read also: another page of this site\n";
    let record = extract(&piece.repeat(1_000_000 / piece.len()));
    assert!(record.articles.is_empty());
}
