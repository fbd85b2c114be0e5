//! The encoding that a page of HTML says it is in.

use super::said::value_of;
use super::tag::Tag;
use super::token::{Token, Tokens};

/// The label of the encoding that the beginning of a page declares, in lower case.
///
/// As the HTML standard has it, a page that says so in ASCII is not in UTF-16, and means UTF-8.
pub(in crate::ingest) fn declared_charset(head: &[u8]) -> Option<String> {
    // Names and labels are ASCII; what else there is stands for itself.
    let head: String = head.iter().map(|&b| char::from(b)).collect();
    let label = by_meta(&head).or_else(|| by_xml(&head))?;
    Some(match label.trim().to_ascii_lowercase() {
        label if label.starts_with("utf-16") => "utf-8".to_owned(),
        label if label == "x-user-defined" => "windows-1252".to_owned(),
        label => label,
    })
}

fn by_meta(head: &str) -> Option<&str> {
    let mut tokens = Tokens::new(head);
    while let Some(token) = tokens.next(false) {
        if !matches!(token, Token::Start(Tag::Meta, _)) {
            continue;
        }
        let value = |name| value_of(tokens.attributes(), name).filter(|value| !value.trim().is_empty());
        let is_type = value("http-equiv").is_some_and(|name| name.trim().eq_ignore_ascii_case("content-type"));
        let label = value("charset").or_else(|| value("content").filter(|_| is_type).and_then(charset_of));
        if label.is_some() {
            return label;
        }
    }
    None
}

/// The label in `text/html; charset=…`.
fn charset_of(content: &str) -> Option<&str> {
    let mut rest = content;
    loop {
        let at = rest.as_bytes().windows(7).position(|name| name.eq_ignore_ascii_case(b"charset"))?;
        rest = rest.get(at + 7..)?.trim_start();
        let Some(value) = rest.strip_prefix('=') else { continue };
        let value = value.trim_start();
        let label = match value.chars().next()? {
            quote @ ('"' | '\'') => value.get(1..)?.split(quote).next(),
            _ => value.split([';', ' ', '\t', '\n']).next(),
        };
        return label.filter(|label| !label.is_empty());
    }
}

/// The label in `<?xml version="1.0" encoding="…"?>`.
fn by_xml(head: &str) -> Option<&str> {
    let declaration = head.trim_start().strip_prefix("<?xml")?.split('>').next()?;
    let value = declaration.split_once("encoding")?.1.trim_start().strip_prefix('=')?.trim_start();
    let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    value.get(1..)?.split(quote).next().filter(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels() {
        for (head, label) in [
            ("<meta charset=utf-8>", Some("utf-8")),
            ("<!-- <meta charset=a> --><META CHARSET=' Windows-1256 '>", Some("windows-1256")),
            ("<meta http-equiv=Content-Type content='text/html;charset=ISO-8859-6; x'>", Some("iso-8859-6")),
            ("<meta content=\"text/html; charset = 'latin1'\" http-equiv=\"content-type\">", Some("latin1")),
            ("<meta content='text/html; charset=a'><meta charset=b>", Some("b")),
            ("<script>'<meta charset=a>'</script><title><meta charset=b></title>", None),
            ("<meta charset=UTF-16LE>", Some("utf-8")),
            ("<?xml version='1.0' encoding='windows-1256'?><html>", Some("windows-1256")),
            ("<meta name=description content='charset=a'><meta charset><meta charset=", None),
            ("<meta http-equiv=content-type content='charset charset=c'>", Some("c")),
        ] {
            assert_eq!(declared_charset(head.as_bytes()).as_deref(), label, "{head}");
        }
        assert_eq!(declared_charset(b"\xE9\xFF<meta charset=x \xE9"), None);
    }
}
