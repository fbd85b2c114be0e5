//! Pages of HTML that nobody writes and somebody sends: each gives a record, twice the page takes about twice the time, and
//! what runs in a browser reaches no view of a record.
//!
//! `cargo test --release --test html_hostile -- --nocapture` prints the table.

use std::time::Instant;

use naba::{Extractor, Record, Source, Table};

/// Most that twice the page may cost, as a multiple; 2 is linear, 4 is quadratic.
const MOST: f64 = 2.6;
/// Seconds that a page takes at least before it is doubled.
const TARGET: f64 = 0.01;

/// What begins a page, what is repeated, and what is repeated after that.
const PIECES: &[(&str, &str, &str, &str)] = &[
    ("elements in elements", "", "<div>", ""),
    ("closed elements in elements", "", "<div>", "</div>"),
    ("lists in lists", "", "<ul><li>", ""),
    ("tables in tables", "", "<table><tr><td>", ""),
    ("tables and fonts", "", "<table><tr><td><font>", ""),
    ("classes in classes", "", "<div class='share related comments'>نص", ""),
    ("quotations in quotations", "", "<blockquote>نص", "</blockquote>"),
    ("bold in bold", "", "<b>", ""),
    ("spans in spans", "", "<span class=share>نص", ""),
    ("unknown elements", "", "<x-y class=share>نص", "</x-y>"),
    ("crossed elements", "", "<a><i>", "</a></i>"),
    ("crossed spans and links", "", "<span class=a><a class=b href=c>d", "</span></a>"),
    ("properties in properties", "", "<span itemprop=author>نص", "</span>"),
    ("blocks in properties", "", "<div itemprop=headline>نص", "</div>"),
    ("buttons in paragraphs", "", "<p><button>", ""),
    ("forms", "", "<form><p>", ""),
    ("end tags", "", "</p>", ""),
    ("end tags of nothing", "", "</b></div></span></a></td>", ""),
    ("end tags far below", "<ul>", "<div>", "</li>"),
    ("paragraphs", "", "<p>x y</p>", ""),
    ("paragraphs without end", "", "<p>The council met on Monday. It agreed.", ""),
    ("paragraphs on one line", "<p>", "The council met on Monday. It agreed. ", ""),
    ("headings", "", "<h1>خبر</h1>", ""),
    ("headings and paragraphs", "", "<h2>عنوان</h2><p>قال الوزير إن المعرض مفتوح للجميع.</p>", ""),
    ("articles", "", "<article><h2>عنوان</h2><p>قال الوزير إن المعرض مفتوح للجميع.</article>", ""),
    ("asides", "", "<aside class=related>خبر</aside>", ""),
    ("cells", "<table>", "<tr><td>a<td>b", ""),
    ("options", "<select>", "<option>a", ""),
    ("line breaks", "", "<br>", ""),
    ("line breaks and words", "", "a<br><br>", ""),
    ("days of a class", "", "<p class=date>12.06.2024</p>", ""),
    ("days of a class of no language", "", "<div><span class=date>12 juin 2024</span></div>", ""),
    ("sentences with days", "", "<p class=meta>It was said on 12 June 2024 that all is well in the village.</p>", ""),
    ("key words", "<meta name=keywords content='", "a,b1,c2,", "'>"),
    ("links in a list", "<ul>", "<li><a href='/x'>link text</a></li>", ""),
    ("links on a line", "<p>", "<a href=/x>a</a> ", ""),
    ("links without end", "<p>", "<a href=/x>a", ""),
    ("hidden elements", "", "<div hidden>a</div>", ""),
    ("hidden in hidden", "", "<div style='display:none'>a", ""),
    ("attributes", "<p ", "a=b ", ">نص"),
    ("attributes without value", "<p ", "a ", ">نص"),
    ("words of a class", "<div class='", "share ", "'>نص"),
    ("a long attribute", "<img src='", "A", "'>"),
    ("an attribute without end", "<p a='", "<p>", ""),
    ("quotes", "<p ", "'\"", ""),
    ("signs that open nothing", "", "<", ""),
    ("tags that end at once", "", "<a", ""),
    ("ends of nothing", "", "</", ""),
    ("ampersands", "", "&", ""),
    ("references", "", "&amp;&#65;&#x1F600;&notin", ""),
    ("a long reference", "&#", "1", ";"),
    ("comments", "", "<!--x-->", ""),
    ("comments without end", "", "<!--", ""),
    ("almost ends of a comment", "<!--", "-- >", ""),
    ("declarations", "", "<!x", ""),
    ("instructions", "", "<?x", ""),
    ("scripts", "", "<script>a()</script>", ""),
    ("scripts without end", "", "<script>", ""),
    ("scripts in comments in scripts", "", "<script><!--<script></script>", ""),
    ("almost ends of a script", "<script>", "</scrip", ""),
    ("styles", "", "<style>a</style>", ""),
    ("titles", "", "<title>a</title>", ""),
    ("text areas", "", "<textarea>a", ""),
    ("templates in templates", "", "<template>", ""),
    ("drawings in drawings", "", "<svg>", ""),
    ("drawings and scripts", "", "<svg><script>a</svg>", ""),
    ("drawings that end", "", "<svg/><math/>", ""),
    ("frames", "", "<iframe>a</iframe>", ""),
    ("metadata", "", "<meta property=og:title content='عنوان'><meta name=author content=x>", ""),
    ("links of the page", "", "<link rel=alternate hreflang=fr href=/a>", ""),
    ("times", "", "<time datetime=2024-05-12>12 مايو 2024</time>", ""),
    ("preformatted lines", "<pre>", "a\n", ""),
    ("white space", "<p>", " \n\t", "a"),
    ("NULs and controls", "", "\0\u{1}\u{B}", ""),
    ("one word", "<p>", "س", ""),
    ("JSON-LD", "", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a\"}</script>", ""),
    ("arrays in arrays", "<script type=application/ld+json>", "[", "]"),
    ("objects in objects", "<script type=application/ld+json>", "{\"@type\":\"Article\",\"a\":", "}"),
    ("a graph", "<script type=application/ld+json>[", "{\"@type\":\"Article\",\"name\":\"a\"},", ""),
    (
        "a long text of JSON-LD",
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"",
        "x ",
        "",
    ),
    ("escapes of JSON-LD", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"", "\\'", ""),
    ("commas of JSON-LD", "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"a\":[", ",", "]"),
    ("brackets that do not match", "<script type=application/ld+json>", "[{", ""),
    ("marks around JSON-LD", "<script type=application/ld+json>", "//", ""),
    ("text after the plain text", "<plaintext>", "<p>a\n", ""),
];

fn extract(page: &str) -> Record {
    let record = Extractor::new().extract(&Source::html(page));
    let mut end = 0;
    for segment in &record.segments {
        assert!(segment.span.start == end && segment.span.end > end, "segments tile");
        end = segment.span.end;
    }
    assert_eq!(end, record.text.len());
    record
}

fn page((_, before, piece, after): (&str, &str, &str, &str), count: usize) -> String {
    let article = "<p>The ministry announced today, in a statement, that the programme will begin next month.</p>";
    // What is repeated at the end closes what was opened, or ends it all.
    let after = if after.starts_with('<') || after.len() == 1 { after.repeat(count) } else { after.to_owned() };
    format!("<!doctype html><title>T</title><body>{before}{}{after}{article}", piece.repeat(count))
}

/// The time of one run, in seconds.
fn cost(page: &str) -> f64 {
    let start = Instant::now();
    extract(page);
    start.elapsed().as_secs_f64()
}

/// How many times the least time of one is that of two, and the least time of one. In turns, so that a slow moment of the
/// machine meets both; and again, while they seem to be far apart.
fn ratio(one: impl Fn() -> f64, two: impl Fn() -> f64) -> (f64, f64) {
    let (mut least, mut least_of_two) = (f64::INFINITY, f64::INFINITY);
    for round in 0..40 {
        least = least.min(one());
        least_of_two = least_of_two.min(two());
        if round >= 2 && least_of_two / least < MOST * 0.9 {
            break;
        }
    }
    (least_of_two / least, least)
}

/// How many pieces make a page that takes long enough to be measured.
fn count_for(piece: (&str, &str, &str, &str)) -> usize {
    let mut count = 1_000;
    loop {
        let seconds = cost(&page(piece, count)).min(cost(&page(piece, count)));
        if seconds > TARGET || count * piece.2.len() > 4_000_000 {
            return count;
        }
        count = (count as f64 * (TARGET * 1.3 / seconds).clamp(2.0, 20.0)) as usize;
    }
}

#[test]
fn twice_the_page_takes_twice_the_time() {
    extract("<p>warm up: read the resources");
    let mut faults = Vec::new();
    for &piece in PIECES {
        let count = count_for(piece);
        let (one, two) = (page(piece, count), page(piece, 2 * count));
        let (mut times, least) = ratio(|| cost(&one), || cost(&two));
        if times > MOST {
            // A larger page may take one step more (a second look for any text at all); what is quadratic goes on to be.
            let four = page(piece, 4 * count);
            times = times.min(ratio(|| cost(&two), || cost(&four)).0);
        }
        println!("{:40} {:9} bytes {:7.1} ms {times:5.2}", piece.0, one.len(), least * 1e3);
        if times > MOST {
            faults.push(format!("{}: {} bytes cost {times:.2} times as much as {}", piece.0, two.len(), one.len()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn twice_the_bytes_take_twice_the_time() {
    let mut random = 7_u32;
    let noise: Vec<u8> = std::iter::repeat_with(|| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        random.to_be_bytes()[0]
    })
    .take(10_007)
    .collect();
    let header = Some("text/plain; charset=klingon");
    // Only decoding: the text is not read.
    let cost = |bytes: &[u8]| {
        let start = Instant::now();
        std::hint::black_box(Source::bytes(bytes, header));
        start.elapsed().as_secs_f64()
    };
    for piece in [
        &noise[..],
        b"\xFF",
        b"\xC3",
        b"\xE2\x82",
        b"\xC3(",
        b"\xC7\xE1 ",
        b"\x81",
        b"\0",
        b"\x1B$B",
        b"<meta charset=x>",
    ] {
        let one = piece.repeat(20_014 / piece.len());
        let two = one.repeat(2);
        let (ratio, _) = ratio(|| cost(&one), || cost(&two));
        assert!(ratio < MOST, "{:?}: {ratio:.2}", &piece[..piece.len().min(8)]);
    }
}

/// A page that is hostile, with an article under it that is not.
fn with_article(hostile: &str) -> String {
    let article: String = (0..12)
        .map(|at| {
            format!("<p>Paragraph {at}: the ministry announced today, in a statement, that the programme will begin next month.</p>")
        })
        .collect();
    format!("<!doctype html><html><head><title>T</title></head><body>{hostile}{article}</body></html>")
}

#[test]
fn an_article_under_it_all_is_read() {
    for (name, hostile) in [
        ("elements in elements", "<div>".repeat(20_000)),
        ("lists in lists", "<ul><li>".repeat(20_000)),
        ("bold without end", "<b>".repeat(20_000)),
        ("crossed", "<a><i>".repeat(5_000) + &"</a></i>".repeat(5_000)),
        ("tables in tables", "<table><tr><td><font>".repeat(5_000)),
        ("signs", "<".repeat(100_000)),
        ("ampersands", "&".repeat(100_000)),
        ("comments", "<!--x-->".repeat(50_000)),
        ("controls", "\0\u{1}\u{B}".repeat(2_000)),
        ("an attribute", format!("<img src='data:{}'>", "A".repeat(2_000_000))),
        (
            "a long text of JSON-LD",
            format!(
                "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"articleBody\":\"{}\"}}</script>",
                "x ".repeat(1_000_000)
            ),
        ),
        (
            "deep JSON-LD",
            format!("<script type=application/ld+json>{}{}</script>", "[".repeat(50_000), "]".repeat(50_000)),
        ),
    ] {
        let record = extract(&with_article(&hostile));
        let missing = (0..12).filter(|at| !record.text.contains(&format!("Paragraph {at}: the ministry")));
        assert_eq!(missing.collect::<Vec<_>>(), [0; 0], "{name}");
    }
}

#[test]
fn what_is_cut_gives_a_record() {
    for hostile in
        ["<!-- ", "<script>var a=1;", "<style>", "<title>", "<p a='", "<textarea>", "<svg>", "<p", "</p", "&#"]
    {
        extract(&with_article(hostile));
    }
    let page = with_article(
        "<table class=a><tr><td title='ب'>نص &amp; <!-- x --><script type='application/ld+json'>{\"a\": [1]}</script>",
    );
    for end in (0..page.len()).filter(|&end| page.is_char_boundary(end)) {
        extract(&page[..end]);
    }
}

/// A page that tries every way to have something run.
const ATTACK: &str = r#"<!doctype html><html lang="en" onload="evil()"><head><title>Clocks &lt;script&gt;run()&lt;/script&gt;</title>
<link rel=canonical href="javascript:evil()"><meta property="og:url" content="javascript:evil()">
<meta property="og:image" content="data:text/html,evil"><meta name=author content="&lt;img src=x onerror=run()&gt;">
<script>evil()</script><style>evil{}</style></head><body onload="evil()">
<svg onload="evil()"><script>evil()</script></svg><math><mtext>evil</mtext></math>
<article><h1 onclick="evil()">Clocks &lt;script&gt;alert(1)&lt;/script&gt; [open](javascript:alert(2)) archive</h1>
<p>12 May 2024</p>
<p>The museum of clocks in Rabat will hold a workshop on 14 June 2024 with the UNESCO &lt;script&gt;alert(3)&lt;/script&gt;, it said.</p>
<p>&lt;img src=x onerror=alert(4)&gt; ![x](javascript:alert(5)) and &lt;/script&gt;&lt;!-- were among the words of its letter.</p>
<p><a href="javascript:evil()">Visitors may come</a> on weekdays, and the director of the museum expects five thousand of them.</p>
<p># not a heading, the director of the museum of clocks said, &amp;lt;b&amp;gt; is only what its catalogue says of them.</p>
</article><h2>Read also</h2><ul><li><a href="javascript:evil()">Tower clock is wound by hand</a></ul>
<iframe src="javascript:evil()">evil</iframe><noscript>evil</noscript><template>evil</template><object>evil</object>"#;

#[test]
fn nothing_that_runs_reaches_a_view() {
    let record = extract(ATTACK);
    assert_eq!(record.articles.len(), 1);
    let object = record.text.find("evil").map(|at| &record.text[at..]);
    assert_eq!(object, None, "what runs is no text");
    let body = &record.articles[0].article_body;
    assert!(body.contains("<script>alert(3)</script>"), "what is only written is text: {body}");

    let markdown = record.to_markdown();
    for (at, _) in markdown.match_indices(['<', '[']) {
        let is_escaped = markdown[..at].ends_with('\\');
        let is_address = markdown[at..].starts_with("<https://") || markdown[at..].starts_with("<http://");
        assert!(is_escaped || is_address, "{}", &markdown[at..]);
    }
    assert!(markdown.contains(r"\<script\>alert(3)\</script\>"), "{markdown}");
    assert!(markdown.contains(r"\[open\](javascript:alert(2))"), "{markdown}");
    assert!(markdown.contains(r"\&lt;b\&gt;") && markdown.contains(r"\# not a heading"), "{markdown}");

    naba_tests::fragment::check(&record);

    let graph = record.to_json_ld();
    for mark in ["</", "<!", "<script", "\"javascript:", "\"data:"] {
        assert!(!graph.contains(mark), "`{mark}` in {graph}");
    }
    let calendar = record.to_ics();
    for line in calendar.lines() {
        assert!(!line.starts_with("URL:javascript") && !line.contains("evil"), "{line}");
    }
    for table in [Table::Articles, Table::Events, Table::Organizations, Table::Mentions] {
        let csv = record.to_table(table).to_csv();
        assert!(!csv.contains("evil"), "{csv}");
    }
    let json = serde_json::to_string(&record).unwrap();
    assert!(!json.contains("\"javascript:"), "{json}");
}
