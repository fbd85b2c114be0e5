//! The writer of HTML: elements close themselves, and nothing of a page reaches it but escaped.

use super::super::view::{address, cut, line, plain};
use crate::text::Script;

/// Most bytes of an attribute that a page has a say in.
const LONGEST: usize = 200;

/// One attribute. There are no others.
#[derive(Clone, Copy)]
pub(super) enum Attribute<'t> {
    /// A class of our own.
    Class(&'static str),
    /// A language; left out when it is none.
    Lang(&'t str),
    /// `ltr`, `rtl` or `auto`.
    Dir(&'static str),
    /// What a pointer is told.
    Title(&'t str),
    /// Of details that are shown.
    Open,
}

/// The direction of its first letter, as browsers find it.
pub(super) const AUTO: Attribute<'_> = Attribute::Dir("auto");

/// HTML as far as it is written.
#[derive(Default)]
pub(super) struct Html(String);

impl Html {
    /// An element on a line of its own.
    pub(super) fn block(&mut self, name: &'static str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.element(name, attributes, inside);
        self.0.push('\n');
    }

    /// An element.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[Attribute<'_>], inside: impl FnOnce(&mut Self)) {
        self.0.extend(["<", name]);
        attributes.iter().for_each(|attribute| self.attribute(*attribute));
        self.0.push('>');
        inside(self);
        self.0.extend(["</", name, ">"]);
    }

    /// A link, or only what is inside when the address is none of the web.
    pub(super) fn link(&mut self, url: Option<&str>, inside: impl FnOnce(&mut Self)) {
        let Some(url) = url.and_then(address) else { return inside(self) };
        self.0.push_str("<a href=\"");
        self.escaped(url);
        self.0.push_str("\" target=\"_blank\" rel=\"noreferrer\">");
        inside(self);
        self.0.push_str("</a>");
    }

    /// Words of ours; a word of a page among them turns nothing either.
    pub(super) fn say(&mut self, text: &str) {
        self.escaped(&unturned(plain(text)));
    }

    /// Words of a page in a block that is theirs alone: with their marks of direction, which end with the block.
    pub(super) fn text(&mut self, text: &str) {
        self.escaped(&plain(text));
    }

    /// Words of a page, one line, among others: they turn nothing around them.
    pub(super) fn value(&mut self, text: &str) {
        self.value_in("", text);
    }

    /// The same with the language they are in.
    pub(super) fn value_in(&mut self, language: &str, text: &str) {
        let text = upright(text);
        if !text.is_empty() {
            self.element("bdi", &[Attribute::Lang(language)], |html| html.escaped(&text));
        }
    }

    /// Several things with something of ours between them.
    pub(super) fn joined<T>(
        &mut self,
        things: impl IntoIterator<Item = T>,
        between: &str,
        mut each: impl FnMut(&mut Self, T),
    ) {
        for (at, thing) in things.into_iter().enumerate() {
            if at > 0 {
                self.say(between);
            }
            each(self, thing);
        }
    }

    /// Markup that is a part of the library: a style sheet.
    pub(super) fn markup(&mut self, markup: &'static str) {
        self.0.push_str(markup);
    }

    pub(super) fn finish(self) -> String {
        self.0
    }

    fn attribute(&mut self, attribute: Attribute<'_>) {
        let (name, value) = match attribute {
            Attribute::Lang(tag) if !is_tag(tag) => return,
            Attribute::Open => return self.0.push_str(" open"),
            Attribute::Class(class) => ("class", class.to_owned()),
            Attribute::Lang(tag) => ("lang", tag.to_owned()),
            Attribute::Dir(dir) => ("dir", dir.to_owned()),
            Attribute::Title(text) => ("title", upright(cut(text, LONGEST))),
        };
        self.0.extend([" ", name, "=\""]);
        self.escaped(&value);
        self.0.push('"');
    }

    fn escaped(&mut self, text: &str) {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"']) {
            let (before, after) = rest.split_at(at);
            self.0.push_str(before);
            let mut chars = after.chars();
            self.0.push_str(match chars.next() {
                Some('&') => "&amp;",
                Some('<') => "&lt;",
                Some('>') => "&gt;",
                _ => "&quot;",
            });
            rest = chars.as_str();
        }
        self.0.push_str(rest);
    }
}

/// A text on one line without the marks that turn what stands after them.
pub(super) fn upright(text: &str) -> String {
    unturned(line(text))
}

fn unturned(mut text: String) -> String {
    text.retain(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'));
    text
}

/// Whether a text is shaped like a BCP-47 tag that says something.
fn is_tag(tag: &str) -> bool {
    let is_part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    tag.len() <= 35 && tag != "und" && tag.split('-').all(is_part)
}

/// The direction of the first letter of a text.
pub(super) fn direction(text: &str) -> &'static str {
    match text.chars().find_map(Script::of) {
        Some(Script::Arab | Script::Hebr) => "rtl",
        _ => "ltr",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Html)) -> String {
        let mut html = Html::default();
        write(&mut html);
        html.finish()
    }

    #[test]
    fn words_are_never_markup() {
        assert_eq!(written(|html| html.text("</style><script>\"'&amp;\r\n\0نبأ")), {
            "&lt;/style&gt;&lt;script&gt;&quot;'&amp;amp;\nنبأ"
        });
        let attributes =
            [Attribute::Class("e"), AUTO, Attribute::Title("\" onclick=\"a\u{202E}\n<b>"), Attribute::Open];
        assert_eq!(written(|html| html.element("p", &attributes, |_| ())), {
            "<p class=\"e\" dir=\"auto\" title=\"&quot; onclick=&quot;a &lt;b&gt;\" open></p>"
        });
    }

    #[test]
    fn values_turn_nothing() {
        let value = "a\u{202E}\u{2066}نبأ\u{2069}\u{200F}";
        assert_eq!(written(|html| html.value(value)), "<bdi>aنبأ\u{200F}</bdi>");
        assert_eq!(direction("12 « خبر abc »"), "rtl");
        assert_eq!([direction("12 L'été خبر"), direction("12")], ["ltr"; 2]);
    }

    #[test]
    fn languages_are_tags() {
        let of = |tag: &str| written(|html| html.element("b", &[Attribute::Lang(tag)], |_| ()));
        assert_eq!(of("zh-Hant-TW"), "<b lang=\"zh-Hant-TW\"></b>");
        for none in ["", "und", "xx-not a tag", "a\"", "-", "toolongtag", "a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a-a"] {
            assert_eq!(of(none), "<b></b>", "{none}");
        }
    }

    #[test]
    fn links_are_of_the_web() {
        let to = |url| written(|html| html.link(url, |html| html.say("x")));
        assert_eq!(to(Some("https://a/?b&c")), {
            "<a href=\"https://a/?b&amp;c\" target=\"_blank\" rel=\"noreferrer\">x</a>"
        });
        assert_eq!([to(Some("javascript:alert(1)")), to(Some("//a")), to(None)], ["x", "x", "x"]);
    }
}
