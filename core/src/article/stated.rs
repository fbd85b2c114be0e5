//! What the markup of a page says of its article: believed in the order of [`ValueSource`], where the text does not say it.

use chrono::{Datelike, NaiveDate};

use super::body;
use crate::date::{first_day, iso, parse_iso};
use crate::model::{Article, Author, Certainty, Evidence, RuleId, Temporal, TemporalBasis, Text, ValueSource, WebPage};
use crate::resources::Resources;
use crate::text::Span;

/// Years that a page of the web can have been published in; others are mistakes of software (1970).
const YEARS: std::ops::Range<i32> = 1985..2100;
/// Names of days of publication, the most believed first.
const PUBLISHED: &[&str] = &["datePublished", "dateCreated"];
/// Most names of authors.
const MOST_AUTHORS: usize = 12;
/// Most key words.
const MOST_KEYWORDS: usize = 100;
/// Longest name of an author, in bytes.
const MAX_NAME: usize = 120;

/// Completes the only article of a page with what the markup says of it.
///
/// `printed` is the day of publication that the page shows.
pub(super) fn complete(
    text: &str,
    article: &mut Article,
    page: &WebPage,
    printed: Option<Temporal>,
    retrieved: Option<&str>,
    resources: &Resources,
) {
    let place = Span::new(article.span.start, article.span.start);
    let reader = Stated { page, retrieved: retrieved.and_then(parse_iso), resources, place };
    article.date_published = reader.published(printed).or(article.date_published.take());
    article.date_modified = reader.first(&["dateModified"]).or(article.date_modified.take());
    if article.headline.is_none() {
        article.headline = reader.title().map(|text| Text { text, span: place });
    }
    if article.author.is_empty() {
        article.author = reader.authors();
        for author in &mut article.author {
            author.span = shown(text, article.span, &author.name).unwrap_or(place);
        }
    }
    for words in page.values_of("keywords").flat_map(|value| value.value.split(',')) {
        let word = body::line(words);
        if !word.is_empty() && article.keywords.len() < MOST_KEYWORDS && !article.keywords.contains(&word) {
            article.keywords.push(word);
        }
    }
    article.url.clone_from(&page.url);
    article.image.clone_from(&page.image);
    article.description.clone_from(&page.description);
}

/// Where a name stands in a stretch of text, whole.
fn shown(text: &str, span: Span, name: &str) -> Option<Span> {
    let source = span.slice(text);
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let is_whole = |at: &usize| {
        let (before, rest) = source.split_at_checked(*at).unwrap_or_default();
        !is_letter(before.chars().next_back())
            && !is_letter(rest.get(name.len()..).and_then(|after| after.chars().next()))
    };
    let at = source.match_indices(name).map(|(at, _)| at).find(is_whole)?;
    Some(Span::new(span.start + at, span.start + at + name.len()))
}

struct Stated<'a> {
    page: &'a WebPage,
    retrieved: Option<NaiveDate>,
    resources: &'a Resources,
    /// Where the article begins: the empty place of what stands nowhere in the text.
    place: Span,
}

impl Stated<'_> {
    /// What the markup says, unless that is a moment in universal time and the page says the day before or after, and not
    /// its address the same: that is the day of the place where it was published.
    fn published(&self, printed: Option<Temporal>) -> Option<Temporal> {
        let address = self.address();
        let Some(stated) = self.first(PUBLISHED) else {
            return self.only_time().or(printed).or(address).or_else(|| self.first(&["time"]));
        };
        let is_universal = matches!(stated.time_zone.as_deref(), Some("UTC" | "+00:00" | "+0000" | "-00:00"));
        let hour = stated.time.as_deref().and_then(|time| time.get(..2)?.parse::<u32>().ok());
        let is_beside = |other: &Temporal| {
            let [one, other] = [&stated, other].map(|date| date.day().and_then(parse_iso));
            match (one.zip(other).map(|(one, other)| (other - one).num_days()), hour) {
                (Some(-1), Some(hour)) => hour < 12,
                (Some(1), Some(hour)) => hour >= 10,
                _ => false,
            }
        };
        if let Some(shown) = printed.as_ref().filter(|printed| printed.from == stated.from) {
            // The page shows what it says: there it can be seen.
            let (time, time_zone) = (shown.time.clone().or(stated.time), shown.time_zone.clone().or(stated.time_zone));
            return Some(Temporal { time, time_zone, ..shown.clone() });
        }
        let agrees = address.as_ref().is_some_and(|address| address.from == stated.from);
        let local = printed.filter(is_beside).or(address.filter(is_beside));
        Some(local.filter(|_| is_universal && !agrees).unwrap_or(stated))
    }

    /// The day of all `<time>` of the page, when it is one.
    fn only_time(&self) -> Option<Temporal> {
        let mut days = self.page.values_of("time").filter_map(|value| self.day("time", &value.value, value.source));
        let first = days.next()?;
        days.all(|day| day.from == first.from).then_some(first)
    }

    /// The first value of some names that is a day.
    fn first(&self, names: &[&str]) -> Option<Temporal> {
        let values = names.iter().flat_map(|name| self.page.values_of(name));
        let mut days = values.filter_map(|value| self.day(&value.name, &value.value, value.source));
        days.next()
    }

    /// The day in the address of the page.
    fn address(&self) -> Option<Temporal> {
        self.page.values_of("url").find_map(|value| {
            let day = in_address(&value.value).filter(|day| is_possible(*day, self.retrieved))?;
            Some(temporal(day, None, "html/url", self.place))
        })
    }

    fn day(&self, name: &str, value: &str, source: ValueSource) -> Option<Temporal> {
        let rule = format!("html/{}/{name}", source.name());
        let date = stated_day(value, &rule, self.place, self.resources)?;
        date.day().and_then(parse_iso).is_some_and(|day| is_possible(day, self.retrieved)).then_some(date)
    }

    /// The title as the markup has it, without the name of the site at its end or beginning.
    fn title(&self) -> Option<String> {
        let value = self.page.values_of("headline").next()?;
        let title = body::line(&value.value);
        let site = self.page.site_name.as_deref().unwrap_or_default();
        let bare = title.strip_suffix(site).or_else(|| title.strip_prefix(site)).filter(|_| !site.is_empty());
        let trimmed = bare.map(|bare| bare.trim_matches(|c: char| c.is_whitespace() || "-|–—·»:«".contains(c)));
        Some(trimmed.filter(|title| !title.is_empty()).unwrap_or(&title).to_owned())
    }

    fn authors(&self) -> Vec<Author> {
        let mut names: Vec<String> = Vec::new();
        let values = ["author", "creator"].into_iter().flat_map(|name| self.page.values_of(name));
        let mut trusted = None;
        for value in values {
            // Of several sources the most believed alone, so that one person is not named twice.
            let is_name =
                value.value.len() <= MAX_NAME && !value.value.contains("://") && !value.value.starts_with(['@', '#']);
            if is_name && *trusted.get_or_insert(value.source) == value.source && !names.contains(&value.value) {
                names.push(value.value.clone());
            }
        }
        names.truncate(MOST_AUTHORS);
        names.into_iter().map(|name| Author { name: body::line(&name), span: self.place }).collect()
    }
}

/// Whether a page can have been published on a day: not before the web, not after it was fetched.
pub(super) fn is_possible(day: NaiveDate, retrieved: Option<NaiveDate>) -> bool {
    YEARS.contains(&day.year()) && retrieved.is_none_or(|retrieved| day <= retrieved.succ_opt().unwrap_or(retrieved))
}

/// The day that a value of the markup says, which stands nowhere in the text: at an empty place.
pub(crate) fn stated_day(value: &str, rule: &str, place: Span, resources: &Resources) -> Option<Temporal> {
    let (day, rest) = leading_day(value).or_else(|| {
        let found = first_day(value, Span::new(0, value.len()), resources)?;
        Some((parse_iso(found.day()?)?, ""))
    })?;
    Some(temporal(day, clock(rest), rule, place))
}

fn temporal(day: NaiveDate, clock: Option<(String, Option<String>)>, rule: &str, place: Span) -> Temporal {
    let day = iso(day);
    let (time, time_zone) = clock.map_or((None, None), |(time, zone)| (Some(time), zone));
    Temporal {
        edtf: Some(day.clone()),
        from: Some(day.clone()),
        to: Some(day),
        basis: TemporalBasis::Stated,
        calendar: None,
        modifier: None,
        weekday: None,
        time,
        time_zone,
        duration: None,
        repeat_frequency: None,
        alternatives: Vec::new(),
        exact: String::new(),
        span: place,
        evidence: Evidence { rule: RuleId::from(rule), span: place, certainty: Certainty::Pattern },
    }
}

/// A day at the beginning of a value, as software writes it: `2024-05-17T10:00`, `20240517`, `2024/5/17`; and what follows.
fn leading_day(value: &str) -> Option<(NaiveDate, &str)> {
    let value = value.trim();
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let number = |text: &str| text.parse::<u32>().ok();
    let year_digits = digits(value);
    if year_digits == 8 || year_digits == 14 {
        let day = NaiveDate::from_ymd_opt(
            number(value.get(..4)?)? as i32,
            number(value.get(4..6)?)?,
            number(value.get(6..8)?)?,
        )?;
        return Some((day, ""));
    }
    if year_digits != 4 {
        return None;
    }
    let year = number(value.get(..4)?)? as i32;
    let rest = value.get(4..)?.strip_prefix(['-', '/', '.'])?;
    let month_digits = digits(rest);
    let month = number(rest.get(..month_digits)?)?;
    let rest = rest.get(month_digits..)?.strip_prefix(['-', '/', '.'])?;
    let day_digits = digits(rest);
    let day = number(rest.get(..day_digits)?)?;
    Some((NaiveDate::from_ymd_opt(year, month, day)?, rest.get(day_digits..)?))
}

/// Clock time and zone after a day: `T10:00:00+02:00`.
fn clock(rest: &str) -> Option<(String, Option<String>)> {
    let time = rest.strip_prefix(['T', ' '])?;
    let length = time.bytes().take_while(|b| b.is_ascii_digit() || *b == b':').count();
    let (clock, zone) = time.split_at_checked(length)?;
    let parts: Vec<&str> = clock.split(':').collect();
    let is_clock = (2..=3).contains(&parts.len()) && parts.iter().all(|part| part.len() == 2);
    let hours = parts.first()?.parse::<u32>().ok()?;
    let zone = zone.trim_start_matches(|c: char| c == '.' || c.is_ascii_digit()).trim();
    let zone = match zone {
        "Z" | "UTC" => Some("UTC".to_owned()),
        zone if zone.starts_with(['+', '-']) && zone.len() <= 6 => Some(zone.to_owned()),
        _ => None,
    };
    (is_clock && hours < 24).then(|| (clock.to_owned(), zone))
}

/// The day in an address: `/2024/05/17/`, `2024-05-17`, `20240517`.
fn in_address(url: &str) -> Option<NaiveDate> {
    // An archive puts the address of a page behind its own.
    let path = url.rsplit_once("://").map_or(url, |(_, rest)| rest);
    let path = path.get(path.find('/')?..)?;
    let starts = path.char_indices().filter(|&(at, c)| {
        c.is_ascii_digit() && !path.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_digit()))
    });
    starts.into_iter().find_map(|(at, _)| {
        let (day, rest) = leading_day(path.get(at..)?)?;
        (!rest.starts_with(|c: char| c.is_ascii_digit()) && YEARS.contains(&day.year())).then_some(day)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_as_software_writes_them() {
        let day = |value: &str| leading_day(value).map(|(day, rest)| (iso(day), clock(rest)));
        let time = |time: &str, zone: Option<&str>| Some((time.to_owned(), zone.map(str::to_owned)));
        assert_eq!(day("2024-05-17T10:00:00+02:00"), Some(("2024-05-17".into(), time("10:00:00", Some("+02:00")))));
        assert_eq!(day("2024-5-7 09:30"), Some(("2024-05-07".into(), time("09:30", None))));
        assert_eq!(day("20240517"), Some(("2024-05-17".into(), None)));
        assert_eq!(day("2024-13-01"), None);
        assert_eq!(day("1715900000"), None);
    }

    #[test]
    fn days_in_addresses() {
        let day = |url: &str| in_address(url).map(iso);
        assert_eq!(day("https://example.org/2024/05/17/a-title"), Some("2024-05-17".into()));
        assert_eq!(day("https://example.org/news/2024-05-17-title.html"), Some("2024-05-17".into()));
        assert_eq!(day("https://example.org/20240517/12"), Some("2024-05-17".into()));
        assert_eq!(day("https://2024-05-17.example.org/"), None);
        assert_eq!(day("https://example.org/2024/05/title"), None);
        assert_eq!(day("https://example.org/id/1202405170"), None);
    }
}
