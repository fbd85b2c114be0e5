//! JSON-LD as pages have it: often broken, often nested, seldom checked by anybody.

use serde_json::{Map, Value};

/// Most things that are read from one page.
const MOST: usize = 400;
/// Deepest nesting that is followed.
const DEEPEST: usize = 24;

/// The things that the JSON-LD of a page describes, in the order of the page, each before what stands inside it.
pub(super) fn things(scripts: &[&str]) -> Vec<Map<String, Value>> {
    let mut found = Vec::new();
    for script in scripts {
        if let Some(value) = parse(script) {
            collect(value, 0, &mut found);
        }
    }
    found
}

/// Reads a script; one that is broken as the usual ones are is mended first.
fn parse(script: &str) -> Option<Value> {
    let inner = unwrapped(script);
    serde_json::from_str(inner).ok().or_else(|| serde_json::from_str(&mended(inner)).ok())
}

/// Without the comment or CDATA marks that some put around it, and the semicolon behind it.
fn unwrapped(script: &str) -> &str {
    let mut inner = script.trim();
    loop {
        let before = inner;
        for mark in ["//", "<![CDATA[", "<!--", "/*", "*/"] {
            inner = inner.strip_prefix(mark).unwrap_or(inner).trim_start();
        }
        for mark in ["]]>", "-->", "//", "/*", "*/", ";"] {
            inner = inner.strip_suffix(mark).unwrap_or(inner).trim_end();
        }
        if inner == before {
            return inner;
        }
    }
}

/// Without commas before a closing bracket, line ends inside texts, and backslashes that escape nothing; with the brackets
/// closed that stay open.
fn mended(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let mut open = Vec::new();
    let (mut in_text, mut is_escaped) = (false, false);
    for c in script.chars() {
        if in_text {
            if is_escaped && !matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') {
                out.pop();
            }
            match c {
                '"' if !is_escaped => in_text = false,
                c if c.is_control() => {
                    out.push(' ');
                    is_escaped = false;
                    continue;
                }
                _ => {}
            }
            is_escaped = c == '\\' && !is_escaped;
            out.push(c);
            continue;
        }
        match c {
            '"' => in_text = true,
            '{' => open.push('}'),
            '[' => open.push(']'),
            '}' | ']' => {
                if open.pop() != Some(c) {
                    return out;
                }
                let kept = out.trim_end().trim_end_matches(',').len();
                out.truncate(kept);
            }
            _ => {}
        }
        out.push(c);
        if open.is_empty() && matches!(c, '}' | ']') {
            return out;
        }
    }
    if in_text {
        out.push('"');
    }
    let kept = out.trim_end().trim_end_matches(',').len();
    out.truncate(kept);
    out.extend(open.iter().rev());
    out
}

fn collect(value: Value, depth: usize, found: &mut Vec<Map<String, Value>>) {
    if depth > DEEPEST || found.len() >= MOST {
        return;
    }
    match value {
        Value::Array(values) => values.into_iter().for_each(|value| collect(value, depth + 1, found)),
        Value::Object(map) => {
            let inside: Vec<Value> =
                map.values().filter(|value| value.is_array() || value.is_object()).cloned().collect();
            if map.contains_key("@type") {
                found.push(map);
            }
            inside.into_iter().for_each(|value| collect(value, depth + 1, found));
        }
        _ => {}
    }
}

/// Whether a thing is of a type whose name ends so: `NewsArticle` is an `Article`.
pub(crate) fn is_a(thing: &Map<String, Value>, ending: &str) -> bool {
    let is = |value: &Value| value.as_str().is_some_and(|name| name.ends_with(ending));
    match thing.get("@type") {
        Some(Value::Array(types)) => types.iter().any(is),
        Some(name) => is(name),
        None => false,
    }
}

/// The texts of a property: itself, the items of a list, the name or address of what it is.
pub(crate) fn texts(thing: &Map<String, Value>, name: &str) -> Vec<String> {
    fn add(value: &Value, out: &mut Vec<String>, depth: usize) {
        match value {
            Value::String(text) => out.push(htmlize::unescape(text.trim()).into_owned()),
            Value::Array(values) if depth < 3 => values.iter().for_each(|value| add(value, out, depth + 1)),
            Value::Object(map) => {
                let key = ["name", "url", "@id", "@value"].into_iter().find_map(|key| map.get(key));
                key.into_iter().filter(|_| depth < 3).for_each(|value| add(value, out, depth + 1));
            }
            _ => {}
        }
    }
    let mut out = Vec::new();
    thing.get(name).into_iter().for_each(|value| add(value, &mut out, 0));
    out.retain(|text| !text.is_empty());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_as_pages_break_it() {
        for script in [
            r#"{"@type":"NewsArticle","headline":"خبر"}"#,
            "<!-- {\"@type\":\"NewsArticle\",\"headline\":\"خبر\",} -->",
            "//<![CDATA[\n[{\"@type\":[\"Thing\",\"NewsArticle\"],\"headline\":\"خبر\"},]\n//]]>",
            "{\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":\"NewsArticle\",\"headline\":\"خبر\",\"description\":\"a\nb \\' c",
            "{\"@type\":\"NewsArticle\",\"headline\":\"خبر\"};",
        ] {
            let things = things(&[script]);
            let article = things.iter().find(|thing| is_a(thing, "Article"));
            assert_eq!(article.map(|thing| texts(thing, "headline")), Some(vec!["خبر".to_owned()]), "{script}");
        }
        assert!(things(&["[".repeat(50_000).as_str(), "", "null", "{"]).is_empty());
    }
}
