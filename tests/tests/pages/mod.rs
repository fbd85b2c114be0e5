//! Pages that nobody thought of: texts, dates and tags in any order.

use proptest::prelude::*;

/// Stretches that pages are made of.
const FRAGMENTS: &[&str] = &[
    "افتتاح معرض للكتاب في مدينة تطوان",
    "افتتح وزير الثقافة، مساء الأحد، معرضا للكتاب بحضور ناشرين من عشرين بلدا. وقال إن المعرض مفتوح للجميع.",
    "وأضاف المدير: «سنعود في العام المقبل بعدد أكبر من الكتب والضيوف والورشات المخصصة للأطفال.»",
    "12 مايو 2024",
    "الأربعاء ٣ شتنبر ۲۰۲۳",
    "المصدر: وكالة الأنباء",
    "كلمات دلالية: ثقافة تطوان معرض الكتاب",
    "إقــرأ أيضاً:",
    "• خبر آخر من أخبار المدينة",
    "مشاركة",
    "التعليقات (3)",
    "جميع الحقوق محفوظة",
    "Le musée régional prolonge son exposition",
    "Le musée régional de Gafsa a annoncé mardi qu’il prolongeait son exposition jusqu’au 1er mars. L’entrée est libre.",
    "Publié le 8 février 2022",
    "Par Leïla Ben Amor",
    "À lire aussi : Un nouveau tramway",
    "Accueil > Culture > Patrimoine",
    "Partager sur Facebook",
    "Mots-clés : musée, Gafsa",
    "1. Une première étape",
    "Students rebuild a Roman water mill",
    "A group of forty students has rebuilt a Roman water mill, the museum said on Thursday. It took three summers.",
    "\"It was a long summer,\" the director of the museum said of the three years that the work had taken.",
    "October 5, 2023",
    "By Salma Idrissi",
    "Source: The Valley Observer",
    "Read also",
    "- one thing",
    "Photo: J. Halloran",
    "Access Denied",
    "Disclaimer: You are using Google Translate.",
    "https://example.org/a?b=c",
    "BREAKING | one | two | three",
    "17°C",
];

/// Characters that go wrong.
const NOISE: &[&str] = &[
    "\u{200F}",
    "\u{200E}",
    "\u{202E}",
    "\u{202C}",
    "\u{2066}",
    "\u{2069}",
    "\u{FEFF}",
    "\u{200B}",
    "\u{200C}",
    "\u{200D}",
    "\u{AD}",
    "\u{A0}",
    "\u{202F}",
    "\0",
    "\u{7F}",
    "\u{85}",
    "\u{B}",
    "\u{C}",
    "\t",
    "\r",
    "\u{2028}",
    "\u{2029}",
    "😀",
    "👩‍👩‍👧‍👦",
    "𝄞",
    "\u{301}",
    "\u{64B}",
    "ـــ",
    "ﷺ",
    "ﻻ",
    "ﬁ",
    "İ",
    "\u{FFFD}",
    "\u{10FFFF}",
    "(",
    "«",
    "”",
    "’",
    ".",
    "…",
];

const ENDS: &[&str] = &["\n", "\n\n", "\r\n", "\r", "\n    ", "\u{2028}", "\n\n\n", " "];

/// A page of fragments and noise.
pub(crate) fn page() -> impl Strategy<Value = String> {
    let noise = prop::option::weighted(0.3, (prop::sample::select(NOISE), any::<prop::sample::Index>()));
    let line = (prop::sample::select(FRAGMENTS), noise, prop::sample::select(ENDS));
    prop::collection::vec(line, 0..40).prop_map(|lines| {
        let mut page = String::new();
        for (fragment, noise, end) in lines {
            let mut fragment = fragment.to_owned();
            if let Some((noise, place)) = noise {
                let places: Vec<usize> = fragment.char_indices().map(|(at, _)| at).chain([fragment.len()]).collect();
                fragment.insert_str(*place.get(&places), noise);
            }
            page.push_str(&fragment);
            page.push_str(end);
        }
        page
    })
}

/// Any text at all, short pieces of any characters, and noise alone.
pub(crate) fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(NOISE), 0..60).prop_map(|pieces| pieces.concat());
    prop_oneof![any::<String>(), "\\PC{0,400}", "[\\u{600}-\\u{6ff} .،\n]{0,400}", "[a-zé .:|\n•-]{0,400}", pieces]
}

/// Words and figures of dates in any order.
pub(crate) fn dated() -> impl Strategy<Value = String> {
    let words = prop::sample::select(
        &[
            "12",
            "31",
            "2024",
            "1445",
            "29",
            "5",
            "مايو",
            "شباط",
            "رمضان",
            "هـ",
            "من",
            "إلى",
            "و",
            "يومي",
            "الجمعة",
            "أمس",
            "العام",
            "الماضي",
            "المقبل",
            "قبل",
            "ثلاثة",
            "أيام",
            "الموافق",
            "du",
            "au",
            "1er",
            "février",
            "lundi",
            "dernier",
            "il y a",
            "ans",
            "les",
            "et",
            "mars",
            "fin",
            "from",
            "to",
            "June",
            "next",
            "week",
            "every",
            "the third",
            "quarter",
            "of",
            "since",
            "until",
            "10:30",
            "GMT",
            "/",
            "-",
            ",",
            "(",
            ")",
            "’",
            "12/06/2024",
            "2024-02-30",
            "9999",
            "00",
            "99999999999",
        ][..],
    );
    prop::collection::vec((words, prop::sample::select(&[" ", "", "\n"][..])), 0..30)
        .prop_map(|words| words.into_iter().map(|(word, end)| format!("{word}{end}")).collect())
}

/// Elements, closed or not.
const TAGS: &str = "html head body div p span a b i ul li table tr td th caption h1 h2 article nav aside main header footer figure \
    figcaption time br hr pre form button select option textarea title script style template svg math iframe noscript blockquote dl \
    dt dd meta link img center font x-y frameset plaintext";

/// What stands in a tag after its name.
const ATTRIBUTES: &str = "||| class=share| class='related-articles'| id=comments| hidden| style='display: none'| dir=rtl| href='/a'| \
    href=javascript:a()| onclick=a()| itemprop=headline| itemprop=datePublished content=2024-05-12| datetime=2024-05-12| \
    property=og:title content='عنوان &amp; خبر'| type=application/ld+json| lang=ar| rel=canonical href=/b| name=author content=x| =| \
    a=\"| '";

/// What else there is, one a line.
const MARKUP: &str = "<!-- \n-->\n<![CDATA[\n<!doctype html>\n&amp;\n&lt;script&gt;\n&#x200F;\n&#0;\n&nbsp\n<\n</\n>\n\0\n\
    {\"@type\":\"NewsArticle\",\"headline\":\"خبر\",\"datePublished\":\"2024-05-12\",\"author\":{\"name\":\"سلمى\"},}";

/// Tags and texts in any order.
pub(crate) fn tag_soup() -> impl Strategy<Value = String> {
    let one_of = |list: &'static str, mark: char| prop::sample::select(list.split(mark).collect::<Vec<_>>());
    let piece = prop_oneof![
        4 => (one_of(TAGS, ' '), one_of(ATTRIBUTES, '|')).prop_map(|(tag, attribute)| format!("<{tag} {attribute}>")),
        3 => one_of(TAGS, ' ').prop_map(|tag| format!("</{tag}>")),
        4 => prop::sample::select(FRAGMENTS).prop_map(str::to_owned),
        1 => prop::sample::select(NOISE).prop_map(str::to_owned),
        1 => one_of(MARKUP, '\n').prop_map(str::to_owned),
    ];
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}
