//! From the sayings of a page to what it says about itself: every value under its name in schema.org, the most believed first.

use serde_json::{Map, Value};

use super::json_ld::{is_a, texts, things};
use super::said::{PROPERTIES, Place, Said};
use crate::model::{PageValue, Translation, ValueSource, WebPage};
use crate::resources::MarkupWords;

/// Types of schema.org whose properties are those of an article. A review may be a customer's.
const ARTICLES: &[&str] = &["Article", "Posting", "Report", "Recipe", "CreativeWork"];

/// What a page says about itself, and the things its JSON-LD describes.
pub(super) fn read(said: &Said<'_>, address: Option<&str>, words: &MarkupWords) -> (WebPage, Vec<Map<String, Value>>) {
    let things = things(&said.json_ld);
    let mut page = WebPage::default();
    for thing in things.iter().filter(|thing| ARTICLES.iter().any(|kind| is_a(thing, kind))) {
        for &name in PROPERTIES.iter().chain(&["url"]) {
            texts(thing, name).into_iter().for_each(|text| add(&mut page, name, &text, ValueSource::JsonLd));
        }
    }
    for thing in things.iter().filter(|thing| is_a(thing, "WebPage")) {
        for name in ["datePublished", "dateModified", "inLanguage"] {
            texts(thing, name).into_iter().for_each(|text| add(&mut page, name, &text, ValueSource::JsonLd));
        }
    }
    for thing in things.iter().filter(|thing| is_a(thing, "WebSite")) {
        texts(thing, "name").into_iter().for_each(|text| add(&mut page, "siteName", &text, ValueSource::JsonLd));
    }
    for saying in &said.sayings {
        match saying.place {
            Place::Meta => {
                if let Some((name, source)) = words.meta(&saying.name) {
                    add(&mut page, name, &saying.value, source);
                }
            }
            Place::Property => {
                if let Some(name) = PROPERTIES.iter().find(|name| name.eq_ignore_ascii_case(&saying.name)) {
                    add(&mut page, name, &saying.value, ValueSource::Microdata);
                }
            }
            Place::Title => add(&mut page, "headline", &saying.value, ValueSource::Html),
            Place::Time => add(&mut page, "time", &saying.value, ValueSource::Time),
            Place::Link => link(&mut page, saying.name.as_str(), &saying.value, saying.of),
        }
    }
    said.language.into_iter().for_each(|tag| add(&mut page, "inLanguage", tag, ValueSource::Html));
    address.into_iter().for_each(|url| add(&mut page, "url", url, ValueSource::Url));
    page.values.sort_by_key(|value| value.source);
    page.direction = said.direction.map(str::to_ascii_lowercase).filter(|way| matches!(way.as_str(), "ltr" | "rtl"));
    let first = |name: &str| page.values_of(name).map(|value| value.value.clone()).next();
    let language = first("inLanguage").map(|tag| tag.replace('_', "-"));
    let canonical =
        page.values_of("url").find(|value| value.source == ValueSource::Link).map(|value| value.value.clone());
    let url = canonical.or_else(|| first("url"));
    let (site_name, image, description) = (first("siteName"), first("image"), first("description"));
    let in_language = language.filter(|tag| is_tag(tag));
    (WebPage { in_language, url, site_name, image, description, ..page }, things)
}

fn link(page: &mut WebPage, rel: &str, href: &str, of: &str) {
    match rel {
        _ if !is_address(href) => {}
        "canonical" => add(page, "url", href, ValueSource::Link),
        "alternate" if of.contains("rss") || of.contains("atom") => page.feeds.push(href.to_owned()),
        "alternate" if is_tag(of) || of == "x-default" => {
            page.work_translation.push(Translation { in_language: of.to_owned(), url: href.to_owned() });
        }
        "image_src" => add(page, "image", href, ValueSource::Link),
        _ => {}
    }
}

/// Longest value that is kept, in bytes.
const LONGEST: usize = 4000;

fn add(page: &mut WebPage, name: &str, value: &str, source: ValueSource) {
    let value = value.trim();
    let is_sound = !matches!(name, "url" | "image") || is_address(value);
    let known = || page.values.iter().filter(|known| known.name == name && known.source == source);
    let is_new = || known().count() < MOST && known().all(|known| known.value != value);
    if !value.is_empty() && value.len() <= LONGEST && is_sound && is_new() {
        page.values.push(PageValue { name: name.to_owned(), value: value.to_owned(), source });
    }
}

/// Most values of one name that are kept from one source.
const MOST: usize = 16;

/// Whether a text may be the address of something on the Web, whole or relative: no program, no data.
fn is_address(text: &str) -> bool {
    let is_of_name = |c: char| !matches!(c, '/' | '?' | '#');
    match text.trim().split_once(':') {
        Some((scheme, _)) if scheme.chars().all(is_of_name) => {
            ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web))
        }
        _ => true,
    }
}

/// Whether a text looks like a BCP-47 tag.
fn is_tag(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    (2..=3).contains(&primary.len())
        && primary.bytes().all(|b| b.is_ascii_alphabetic())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web() {
        for text in ["https://example.org/a", "HTTP://example.org", "/a:b", "a?b=c:d", "#a:b", "a", "//example.org:80/"]
        {
            assert!(is_address(text), "{text}");
        }
        for text in [
            "javascript:a()",
            " JavaScript:a()",
            "java\nscript:a()",
            "data:text/html,a",
            "vbscript:a",
            "\u{1}javascript:a",
        ] {
            assert!(!is_address(text), "{text}");
        }
    }
}
