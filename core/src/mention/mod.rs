//! From articles to mentions: what the words of each article name.

mod acronym;
mod award;
mod date;
mod happening;
mod lines;
mod organization;
mod person;
mod place;
mod quantity;
mod reading;
mod role;
mod spots;
mod token;

pub(crate) use award::AwardFound;
pub(crate) use happening::{Happening, Plainness, Turn};
pub(crate) use organization::Name;
pub(crate) use person::PersonName;
pub(crate) use place::PlaceName;

use crate::article::Parsed;
use crate::ingest::{Document, Source};
use crate::model::{Definition, Label, Mention, Temporal, Text};
use crate::resources::Resources;
use crate::segment::Segments;
use crate::text::Span;
use happening::Scene;
use reading::Page;

/// What the words of an article name, before it is known which names are of one body.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) organizations: Vec<Name>,
    pub(crate) people: Vec<PersonName>,
    pub(crate) places: Vec<PlaceName>,
    pub(crate) quantities: Vec<Mention>,
    pub(crate) awards: Vec<AwardFound>,
    pub(crate) happenings: Vec<Happening>,
}

/// Finds the mentions of every article.
pub(crate) fn find(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    articles: &mut [Parsed],
    resources: &Resources,
) -> Vec<Found> {
    let mut spans: Vec<Vec<(Span, Label)>> = vec![Vec::new(); articles.len()];
    for (unit, mark) in segments.units.iter().zip(&segments.marks) {
        let is_read = mark.label.is_article() && mark.label != Label::Source;
        let own = mark.article.filter(|_| is_read).and_then(|article| spans.get_mut(article));
        own.into_iter().for_each(|own| own.push((unit.inner, mark.label)));
    }
    let pairs = articles.iter_mut().zip(spans);
    pairs
        .map(|(parsed, spans)| {
            // Key words name bodies and places, but run on without sentences.
            let prose: Vec<Span> =
                spans.iter().filter(|(_, label)| *label != Label::Keywords).map(|(span, _)| *span).collect();
            let is_title = |label: Label| matches!(label, Label::Headline);
            let titles: Vec<Span> = spans.iter().filter(|(_, label)| is_title(*label)).map(|(span, _)| *span).collect();
            let is_filing = |label: Label| matches!(label, Label::Date | Label::Byline | Label::Keywords);
            let mut filed: Vec<Span> =
                spans.iter().filter(|(_, label)| is_filing(*label)).map(|(span, _)| *span).collect();
            let spans: Vec<Span> = spans.into_iter().map(|(span, _)| span).collect();
            date::find(source.retrieved.as_deref(), &document.text, &prose, &mut parsed.article, resources);
            let article = &parsed.article;
            let page = Page::new(&document.text, spans, languages(&article.in_language, resources), resources);
            let expressions: Vec<&Mention> =
                article.mentions.iter().filter(|mention| mention.temporal.is_some()).collect();
            let is_date = |mention: &&&Mention| mention.temporal.as_ref().is_some_and(is_date);
            let dates: Vec<Span> = expressions.iter().filter(is_date).map(|mention| mention.span).collect();
            let mut found = names(&page, &dates);
            let is_year = |mention: &Mention| {
                let edtf = mention.temporal.as_ref().and_then(|date| date.edtf.as_ref());
                edtf.is_some_and(|edtf| edtf.len() == "2024".len())
            };
            let years: Vec<usize> = (0..expressions.len())
                .filter(|&at| expressions.get(at).is_some_and(|mention| is_year(mention)))
                .collect();
            let expressions: Vec<Span> = expressions.into_iter().map(|mention| mention.span).collect();
            filed.extend(article.dateline.as_ref().map(|dateline| dateline.span));
            filed.sort_unstable();
            let scene = Scene {
                organizations: &found.organizations,
                people: &found.people,
                places: &found.places,
                quantities: &found.quantities,
                dates: &expressions,
                years: &years,
                filed: &filed,
                titles: &titles,
            };
            found.happenings = happening::find(&page, &scene);
            found
        })
        .collect()
}

/// Whether an expression of time is a date; how long something lasts is a quantity too.
pub(crate) fn is_date(date: &Temporal) -> bool {
    date.edtf.is_some() || date.repeat_frequency.is_some()
}

/// What the words of parts of a text name. Words of all languages count when that of the text is not known.
pub(crate) fn find_names(text: &str, spans: Vec<Span>, language: &str, dates: &[Span], resources: &Resources) -> Found {
    names(&Page::new(text, spans, languages(language, resources), resources), dates)
}

fn names(page: &Page<'_>, dates: &[Span]) -> Found {
    let organizations = organization::find(page);
    let people = person::find(page, &organizations);
    let places = place::find(page, &people);
    let mut taken: Vec<Span> = dates.to_vec();
    taken.extend(organizations.iter().map(|name| name.span));
    taken.sort();
    let quantities = quantity::find(page, &taken);
    let awards = award::find(page, &people, &organizations, &places, &quantities, dates);
    Found { organizations, people, places, quantities, awards, happenings: Vec::new() }
}

/// The acronyms that a text spells out, with the words they stand for.
pub(crate) fn definitions(text: &str, language: &str, resources: &Resources) -> Vec<Definition> {
    let page = Page::new(text, [Span::new(0, text.len())], languages(language, resources), resources);
    let quote = |words: std::ops::Range<usize>| {
        let span = page.span(words.start, words.end, &token::Reading::default());
        Text { text: span.slice(text).to_owned(), span }
    };
    let spelt = acronym::find(&page).into_iter();
    spelt.map(|spelt| Definition { acronym: quote(spelt.short), name: quote(spelt.long) }).collect()
}

/// The languages whose words count in a text of one language, as bits: itself, and those of other scripts.
fn languages(tag: &str, resources: &Resources) -> u32 {
    let known = resources.languages();
    let own = known.iter().find(|(known, _)| known == tag).map(|(_, script)| *script);
    let counts = |known: &str, script: Option<crate::text::Script>| {
        own.is_none_or(|own| known == tag || script != own || script.is_none())
    };
    let bits = known.iter().enumerate().filter(|(_, (known, script))| counts(known, *script));
    bits.fold(0, |bits, (at, _)| bits | 1 << (at % 32))
}
