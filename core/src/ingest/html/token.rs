//! A page of HTML as tags and texts, by the tokenization rules of the HTML standard, without copying anything.

use memchr::{memchr, memmem};

use super::tag::Tag;

/// A piece of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'p> {
    /// Characters, with their references as written.
    Text(&'p str),
    /// The content of an element that holds no markup.
    Raw(Tag, &'p str),
    /// A start tag; its attributes are [`Tokens::attributes`]. It may close itself, which counts in drawings only.
    Start(Tag, bool),
    End(Tag),
}

/// An attribute as written: name, value.
pub(super) type Attribute<'p> = (&'p str, &'p str);

/// Reads the pieces of a page one by one.
pub(super) struct Tokens<'p> {
    page: &'p str,
    at: usize,
    raw: Option<(Tag, &'p str)>,
    attributes: Vec<Attribute<'p>>,
}

impl<'p> Tokens<'p> {
    pub(super) const fn new(page: &'p str) -> Self {
        Self { page, at: 0, raw: None, attributes: Vec::new() }
    }

    /// The attributes of the start tag that was read last.
    pub(super) fn attributes(&self) -> &[Attribute<'p>] {
        &self.attributes
    }

    /// The next piece. What stands inside drawings is not raw there, so the caller says whether it is in one.
    pub(super) fn next(&mut self, in_drawing: bool) -> Option<Token<'p>> {
        if let Some((tag, name)) = self.raw.take().filter(|_| !in_drawing) {
            let token = self.raw_text(tag, name);
            if token.is_some() {
                return token;
            }
        }
        loop {
            let start = self.at;
            let rest = self.page.as_bytes().get(start..).filter(|rest| !rest.is_empty())?;
            if rest.first() == Some(&b'<') {
                match self.markup(start) {
                    Markup::Token(token) => return Some(token),
                    Markup::Nothing => continue,
                    Markup::Text => {}
                }
            }
            self.at = self.text_end(start);
            return Some(Token::Text(self.slice(start, self.at)));
        }
    }

    /// Where the text that begins at a place ends: before the next `<` that opens something.
    fn text_end(&self, start: usize) -> usize {
        let bytes = self.page.as_bytes();
        let mut at = start + 1;
        while let Some(found) = bytes.get(at..).and_then(|rest| memchr(b'<', rest)) {
            at += found;
            if matches!(bytes.get(at + 1), Some(b'/' | b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z')) {
                return at;
            }
            at += 1;
        }
        bytes.len()
    }

    fn markup(&mut self, start: usize) -> Markup<'p> {
        match self.byte(start + 1) {
            Some(b'a'..=b'z' | b'A'..=b'Z') => self.start_tag(start + 1),
            Some(b'/') => match self.byte(start + 2) {
                Some(b'a'..=b'z' | b'A'..=b'Z') => self.end_tag(start + 2),
                Some(b'>') => self.skip_to(start + 3),
                Some(_) => self.skip_past(start + 2, b">"),
                None => Markup::Text,
            },
            Some(b'!') => self.declaration(start + 2),
            Some(b'?') => self.skip_past(start + 1, b">"),
            _ => Markup::Text,
        }
    }

    /// A comment, a document type, or anything else that begins with `<!`.
    fn declaration(&mut self, at: usize) -> Markup<'p> {
        let bytes = self.page.as_bytes();
        if !bytes.get(at..).is_some_and(|rest| rest.starts_with(b"--")) {
            return self.skip_past(at, b">");
        }
        let body = at + 2;
        // `<!-->` and `<!--->` are whole comments.
        for short in [&b">"[..], b"->"] {
            if bytes.get(body..).is_some_and(|rest| rest.starts_with(short)) {
                return self.skip_to(body + short.len());
            }
        }
        let rest = bytes.get(body..).unwrap_or_default();
        let end = memmem::find_iter(rest, b"--").find_map(|found| match rest.get(found + 2..) {
            Some([b'>', ..]) => Some(found + 3),
            Some([b'!', b'>', ..]) => Some(found + 4),
            // `--->`: the search does not see pairs that overlap.
            Some([b'-', b'>', ..]) => Some(found + 4),
            _ => None,
        });
        self.skip_to(end.map_or(bytes.len(), |end| body + end))
    }

    fn skip_past(&mut self, at: usize, end: &[u8]) -> Markup<'p> {
        let rest = self.page.as_bytes().get(at..).unwrap_or_default();
        self.skip_to(memmem::find(rest, end).map_or(self.page.len(), |found| at + found + end.len()))
    }

    fn skip_to(&mut self, at: usize) -> Markup<'p> {
        self.at = at;
        Markup::Nothing
    }

    fn start_tag(&mut self, name_at: usize) -> Markup<'p> {
        let (name, after) = self.name(name_at);
        let tag = Tag::of(name.as_bytes());
        let Some(closes_itself) = self.read_attributes(after) else { return Markup::Nothing };
        if tag.is_raw() {
            self.raw = Some((tag, name));
        } else if tag == Tag::Plaintext {
            let rest = self.slice(self.at, self.page.len());
            self.at = self.page.len();
            return Markup::Token(Token::Text(rest));
        }
        Markup::Token(Token::Start(tag, closes_itself))
    }

    fn end_tag(&mut self, name_at: usize) -> Markup<'p> {
        let (name, after) = self.name(name_at);
        match self.read_attributes(after) {
            Some(_) => Markup::Token(Token::End(Tag::of(name.as_bytes()))),
            None => Markup::Nothing,
        }
    }

    /// The name of a tag, and where it ends.
    fn name(&self, start: usize) -> (&'p str, usize) {
        let rest = self.page.as_bytes().get(start..).unwrap_or_default();
        let length = rest.iter().position(|&b| is_space(b) || matches!(b, b'/' | b'>')).unwrap_or(rest.len());
        (self.slice(start, start + length), start + length)
    }

    /// Reads the attributes of a tag up to its end, and says whether it closes itself; none when the page ends before.
    fn read_attributes(&mut self, start: usize) -> Option<bool> {
        self.attributes.clear();
        let bytes = self.page.as_bytes();
        let mut at = start;
        let mut closes_itself = false;
        loop {
            match bytes.get(at) {
                Some(b'>') => {
                    self.at = at + 1;
                    return Some(closes_itself);
                }
                Some(b'/') => {
                    closes_itself = true;
                    at += 1;
                }
                Some(&b) if is_space(b) => at += 1,
                Some(_) => {
                    closes_itself = false;
                    at = self.attribute(at);
                }
                None => {
                    self.at = bytes.len();
                    return None;
                }
            }
        }
    }

    /// Reads one attribute, and says where it ends.
    fn attribute(&mut self, start: usize) -> usize {
        let bytes = self.page.as_bytes();
        let find = |from: usize, is_end: fn(u8) -> bool| {
            bytes.get(from..).and_then(|rest| rest.iter().position(|&b| is_end(b))).map_or(bytes.len(), |n| from + n)
        };
        // An attribute may begin with `=`, and then that is part of its name.
        let name_end = find(start + 1, |b| is_space(b) || matches!(b, b'/' | b'>' | b'='));
        let name = self.slice(start, name_end);
        let equals = find(name_end, |b| !is_space(b));
        if bytes.get(equals) != Some(&b'=') {
            self.attributes.push((name, ""));
            return name_end;
        }
        let from = find(equals + 1, |b| !is_space(b));
        let (value, end) = match bytes.get(from) {
            Some(&quote @ (b'"' | b'\'')) => {
                let rest = bytes.get(from + 1..).unwrap_or_default();
                let close = memchr(quote, rest).map_or(bytes.len(), |found| from + 1 + found);
                (self.slice(from + 1, close), (close + 1).min(bytes.len()))
            }
            _ => {
                let close = find(from, |b| is_space(b) || b == b'>');
                (self.slice(from, close), close)
            }
        };
        self.attributes.push((name, value));
        end
    }

    /// The content of an element without markup; none when its end tag follows at once.
    fn raw_text(&mut self, tag: Tag, name: &str) -> Option<Token<'p>> {
        let start = self.at;
        let end = match tag {
            Tag::Script => self.script_end(start, name),
            _ => self.raw_end(start, name),
        };
        self.at = end;
        (end > start).then(|| Token::Raw(tag, self.slice(start, end)))
    }

    /// Where the end tag of an element without markup begins.
    fn raw_end(&self, start: usize, name: &str) -> usize {
        let rest = self.page.as_bytes().get(start..).unwrap_or_default();
        let end = memmem::find_iter(rest, b"</").find(|&at| is_named(rest, at + 2, name));
        end.map_or(self.page.len(), |end| start + end)
    }

    /// Where a script ends: inside `<!--` a second `<script` has an end tag of its own.
    fn script_end(&self, start: usize, name: &str) -> usize {
        let page = self.page.as_bytes();
        let end = self.raw_end(start, name);
        let script = page.get(start..end).unwrap_or_default();
        let Some(comment) = memmem::find(script, b"<!--") else { return end };
        let inside = script.get(comment..).unwrap_or_default();
        let opens = memmem::find_iter(inside, b"<").any(|at| is_named(inside, at + 1, name));
        if !opens || memmem::find(inside, b"-->").is_some() {
            return end;
        }
        match end + 2 + name.len() {
            after if after < page.len() => self.raw_end(after, name),
            _ => end,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.page.as_bytes().get(at).copied()
    }

    fn slice(&self, start: usize, end: usize) -> &'p str {
        self.page.get(start..end).unwrap_or_default()
    }
}

/// What begins with `<`.
enum Markup<'p> {
    Token(Token<'p>),
    /// A comment and the like.
    Nothing,
    /// A sign of the text.
    Text,
}

/// Whether a name stands at a place, whole.
fn is_named(bytes: &[u8], at: usize, name: &str) -> bool {
    let end = at + name.len();
    bytes.get(at..end).is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
        && bytes.get(end).is_none_or(|&b| is_space(b) || matches!(b, b'/' | b'>'))
}

/// White space of HTML.
pub(super) const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r' | 0x0C)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(page: &str) -> String {
        let mut tokens = Tokens::new(page);
        let mut out = String::new();
        while let Some(token) = tokens.next(false) {
            match token {
                Token::Text(text) => out += &format!("[{text}]"),
                Token::Raw(tag, text) => out += &format!("{tag:?}({text})"),
                Token::Start(tag, _) => out += &format!("<{tag:?}{:?}>", tokens.attributes()),
                Token::End(tag) => out += &format!("</{tag:?}>"),
            }
        }
        out
    }

    #[test]
    fn tags_and_texts() {
        assert_eq!(read("a<p class=x id='ن'>b</P >c<br/>"), r#"[a]<P[("class", "x"), ("id", "ن")]>[b]</P>[c]<Br[]>"#);
        assert_eq!(read("1 < 2 <3 <"), "[1 < 2 <3 <]");
        assert_eq!(read(r#"<a title = "x>y" =z b>t"#), r#"<A[("title", "x>y"), ("=z", ""), ("b", "")]>[t]"#);
    }

    #[test]
    fn what_shows_nothing() {
        assert_eq!(read("a<!-- <p> -- > --->b<!-->c<!doctype html>d<?x?>e</ x>f<!--g"), "[a][b][c][d][e][f]");
        assert_eq!(read("<p unclosed='"), "");
        assert_eq!(read("<script>if (a</b>c) x</SCRIPT >y"), "<Script[]>Script(if (a</b>c) x)</Script>[y]");
        assert_eq!(
            read("<script><!-- <script>a</script>b --></script>c"),
            "<Script[]>Script(<!-- <script>a</script>b -->)</Script>[c]"
        );
        assert_eq!(read("<style></style><title>a<b></title>"), "<Style[]></Style><Title[]>Title(a<b>)</Title>");
    }
}
