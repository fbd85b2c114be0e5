//! From articles to the record: tiling segments, entities, doubts.

mod described;
mod entity;
mod event;

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use crate::article::Parsed;
use crate::date::{Setting, find_dates, parse_iso};
use crate::ingest::{Document, Source};
use crate::mention::{Found, find_names, is_date};
use crate::model::{
    Article, Certainty, Evidence, Label, Mention, MentionForm, MentionType, Organization, OrganizationType, Positions,
    Record, RuleId, Segment, Temporal, TemporalBasis, Text, Warning, WarningCode, WebPage,
};
use crate::resources::Resources;
use crate::segment::{Segments, languages_of};
use crate::text::{Span, fold, words};
use entity::{Entities, link};

/// Builds the record of a page.
pub(crate) fn build(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    parsed: Vec<Parsed>,
    found: &[Found],
    resources: &Resources,
) -> Record {
    let (mut articles, sources): (Vec<Article>, Vec<Option<Text>>) =
        parsed.into_iter().map(|Parsed { article, source }| (article, source)).unzip();
    let mut entities = link(&document.text, &mut articles, found, resources.names());
    for (article, source) in articles.iter_mut().zip(sources) {
        with_source(article, source, segments, &mut entities.organizations);
    }
    let (mut events, doubts) = event::build(&document.text, &mut articles, found, &entities, resources);
    if let Some(markup) = &document.markup {
        described::join(markup, &mut articles, &mut entities.organizations, &mut events, resources);
    }
    let Entities { organizations, people, places } = entities;
    let mut record =
        Record { events, organizations, people, places, ..page(source, document, segments, articles, resources) };
    record.warnings = warnings(&record, segments);
    record.warnings.extend(doubts);
    record
}

/// The record of a page whose names are not looked for.
pub(crate) fn clean(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    parsed: Vec<Parsed>,
    resources: &Resources,
) -> Record {
    let articles = parsed.into_iter().map(|parsed| parsed.article).collect();
    let mut record = page(source, document, segments, articles, resources);
    record.warnings = warnings(&record, segments);
    record
}

/// A page and its articles.
fn page(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    articles: Vec<Article>,
    resources: &Resources,
) -> Record {
    let pairs = segments.units.iter().zip(&segments.shapes);
    Record {
        text: document.text.clone().into_owned(),
        positions: Positions::Utf8,
        format: source.format,
        url: source.url.clone(),
        retrieved: source.retrieved.clone(),
        in_language: languages_of(&document.text, pairs, resources),
        page: document.markup.as_ref().map(|markup| {
            let shown =
                segments.title.and_then(|at| segments.units.get(at)).map(|unit| unit.inner.slice(&document.text));
            let said = || markup.page.values_of("headline").next().map(|value| value.value.as_str());
            WebPage { name: shown.or_else(said).map(str::to_owned), ..markup.page.clone() }
        }),
        segments: tiles(document.text.len(), segments),
        articles,
        ..Record::default()
    }
}

/// What a text that is read alone names: its entities, and its mentions in the order of the text.
pub(crate) fn entities(text: &str, language: Option<&str>, resources: &Resources) -> (Entities, Vec<Mention>) {
    let language = language.unwrap_or("und");
    let whole = Span::new(0, text.len());
    let setting = Setting { language: Some(language).filter(|tag| *tag != "und"), ..Setting::default() };
    let dates: Vec<Span> = find_dates(text, [whole], &setting, resources)
        .dates
        .iter()
        .filter(|date| is_date(date))
        .map(|date| date.span)
        .collect();
    let found = find_names(text, vec![whole], language, &dates, resources);
    let (entities, mentions) = entity::link_found(text, &[found], &[language], resources.names());
    (entities, mentions.into_iter().flatten().collect())
}

/// Segments without gap or overlap: one a unit, one for the white space before it.
fn tiles(end: usize, segments: &Segments) -> Vec<Segment> {
    let mut tiles = Vec::with_capacity(segments.units.len() * 2);
    let mut at = 0;
    let blank = |from: usize, to: usize| Segment {
        span: Span::new(from, to),
        label: Label::Blank,
        article: None,
        rule: RuleId::from("segment/blank"),
    };
    for (unit, mark) in segments.units.iter().zip(&segments.marks) {
        if unit.span.start > at {
            tiles.push(blank(at, unit.span.start));
        }
        tiles.push(Segment { span: unit.span, label: mark.label, article: mark.article, rule: mark.rule.clone() });
        at = unit.span.end;
    }
    if end > at {
        tiles.push(blank(at, end));
    }
    tiles
}

/// Enters the body an article was taken from as an organisation of the record.
fn with_source(
    article: &mut Article,
    source: Option<Text>,
    segments: &Segments,
    organizations: &mut Vec<Organization>,
) {
    let Some(Text { text: name, span }) = source else { return };
    let id = called(&name, &article.in_language, OrganizationType::Media, organizations);
    let marks = segments.units.iter().zip(&segments.marks);
    let rule = marks.into_iter().find(|(unit, _)| unit.span.contains(span)).map(|(_, mark)| mark.rule.clone());
    article.mentions.push(Mention {
        kind: MentionType::Organization,
        span,
        exact: name,
        id: Some(id.clone()),
        temporal: None,
        quantity: None,
        amount: None,
        core: None,
        form: Some(MentionForm::Full),
        clitic: None,
        evidence: Evidence {
            rule: rule.unwrap_or_else(|| RuleId::from("article/source")),
            span,
            certainty: Certainty::Pattern,
        },
    });
    entity::sort(&mut article.mentions);
    article.source_organization = Some(id);
}

/// The id of the organisation of a name; one that the record does not have yet is entered.
fn called(name: &str, language: &str, kind: OrganizationType, organizations: &mut Vec<Organization>) -> String {
    let key = key(name);
    let is_called = |known: &&Organization| {
        self::key(&known.name) == key || known.names.values().flatten().any(|name| self::key(name) == key)
    };
    if let Some(known) = organizations.iter().find(is_called) {
        return known.id.clone();
    }
    let count = organizations.iter().filter(|known| !known.linked).count();
    let id = format!("organization-{}", count + 1);
    organizations.push(Organization {
        id: id.clone(),
        name: name.to_owned(),
        names: BTreeMap::from([(language.to_owned(), vec![name.to_owned()])]),
        acronyms: BTreeMap::new(),
        kind,
        parent_organization: None,
        country: None,
        same_as: Vec::new(),
        linked: false,
        reconstructed: false,
    });
    id
}

fn warnings(record: &Record, segments: &Segments) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let mut warn = |code, span, message: String| warnings.push(Warning { code, span, message });
    if record.articles.is_empty() {
        warn(WarningCode::NoArticle, None, "no article was found on the page".to_owned());
    }
    for article in &record.articles {
        if article.headline.is_none() {
            warn(
                WarningCode::HeadlineMissing,
                Some(article.span),
                format!("{} has no headline on the page", article.id),
            );
        }
        for date in article.mentions.iter().filter_map(|mention| mention.temporal.as_ref()) {
            let mut doubt = |code, message| warn(code, Some(date.span), message);
            if let Some(weekday) = date.weekday.as_ref().filter(|weekday| !weekday.agrees) {
                doubt(WarningCode::WeekdayMismatch, format!("the date is not a {}", weekday.stated));
            }
            if date.basis == TemporalBasis::Unresolved {
                doubt(
                    WarningCode::DateUnresolved,
                    format!("`{}` needs a day that the page does not state", date.exact),
                );
            }
            if let Some(other) = hijri_mismatch(date) {
                doubt(WarningCode::CalendarMismatch, format!("the Hijri date is {other} by the Umm al-Qura calendar"));
            }
        }
    }
    for (index, extent) in segments.articles.iter().enumerate().skip(1) {
        let before = segments.articles.get(index - 1).map_or(0, |before| before.end);
        let between = segments.marks.get(before..extent.start).unwrap_or_default();
        if between.iter().any(|mark| mark.label == Label::Related) {
            let span = record.articles.get(index).map(|article| article.span);
            warn(WarningCode::InlinedArticle, span, format!("article-{} stands inside a list of links", index + 1));
        }
    }
    warnings.extend(repeated_links(record));
    if let Some(at) = damage(&record.text) {
        let span = Some(Span::new(
            at,
            at + record.text.get(at..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8),
        ));
        let message = "the text holds control or replacement characters".to_owned();
        warnings.push(Warning { code: WarningCode::DamagedText, span, message });
    }
    warnings
}

/// The Gregorian day of a Hijri date that is more than a day from the one beside it; announced months differ by one.
fn hijri_mismatch(date: &Temporal) -> Option<&str> {
    let other = date.alternatives.first().filter(|_| date.calendar.is_some())?;
    let distance = parse_iso(other)?.signed_duration_since(parse_iso(date.day()?)?).num_days().abs();
    (distance > 1).then_some(other)
}

/// The first control or replacement character of a text.
fn damage(text: &str) -> Option<usize> {
    // Only these bytes begin such a character: most texts have none of them.
    let may_be = |byte: u8| matches!(byte, 0..=8 | 14..=31 | 0x7F | 0xC2 | 0xEF);
    // Folded without an early end, which compilers turn into wide instructions.
    if !text.bytes().fold(false, |found, byte| found | may_be(byte)) {
        return None;
    }
    text.find(|c: char| c == '\u{FFFD}' || c.is_control() && !c.is_whitespace())
}

/// Links that repeat the headline of an article of the page, whole or cut off.
fn repeated_links(record: &Record) -> Vec<Warning> {
    let headlines: FxHashMap<String, &Article> =
        record.articles.iter().filter_map(|article| Some((key(&article.headline.as_ref()?.text), article))).collect();
    let links = record.segments.iter().filter(|segment| segment.label == Label::Related);
    links
        .filter_map(|segment| {
            let link = segment.span.slice(&record.text);
            let article = headlines.get(&key(link))?;
            Some(Warning {
                code: WarningCode::DuplicateOfLink,
                span: Some(segment.span),
                message: format!("the link repeats the headline of {}", article.id),
            })
        })
        .collect()
}

/// The folded words of a name or title.
fn key(text: &str) -> String {
    words(fold(text).as_str()).collect::<Vec<_>>().join(" ")
}
