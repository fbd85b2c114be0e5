//! The elements of HTML, as far as the shape of a page depends on them.

/// An element by its name; all that make no difference are [`Tag::Other`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub(crate) enum Tag {
    Other,
    A,
    Address,
    Article,
    Aside,
    B,
    Blockquote,
    Body,
    Br,
    Button,
    Caption,
    Center,
    Dd,
    Details,
    Dialog,
    Div,
    Dl,
    Dt,
    Em,
    Fieldset,
    Figcaption,
    Figure,
    Footer,
    Form,
    Frame,
    H1,
    H2,
    H3,
    H4,
    H5,
    H6,
    Head,
    Header,
    Hgroup,
    Hr,
    Html,
    Img,
    Legend,
    Li,
    Link,
    Main,
    Media,
    Meta,
    Nav,
    Ol,
    P,
    Plaintext,
    Pre,
    Raw,
    Script,
    Search,
    Section,
    Select,
    Span,
    Strong,
    Style,
    Summary,
    Svg,
    Table,
    Tbody,
    Td,
    Template,
    Textarea,
    Tfoot,
    Th,
    Thead,
    Time,
    Title,
    Tr,
    Ul,
    Void,
}

/// Longest name that [`Tag::of`] knows.
const LONGEST: usize = 10;
/// How many elements there are.
pub(super) const TAGS: usize = Tag::Void as usize + 1;

impl Tag {
    /// The element of a name, whatever its case.
    pub(crate) fn of(name: &[u8]) -> Self {
        let mut buffer = [0; LONGEST];
        let Some(lower) = buffer.get_mut(..name.len()) else { return Self::Other };
        for (to, from) in lower.iter_mut().zip(name) {
            *to = from.to_ascii_lowercase();
        }
        match &*lower {
            b"a" => Self::A,
            b"address" => Self::Address,
            b"article" => Self::Article,
            b"aside" => Self::Aside,
            b"b" => Self::B,
            b"blockquote" => Self::Blockquote,
            b"body" => Self::Body,
            b"br" => Self::Br,
            b"button" => Self::Button,
            b"caption" => Self::Caption,
            b"center" => Self::Center,
            b"dd" => Self::Dd,
            b"details" => Self::Details,
            b"dialog" => Self::Dialog,
            b"div" | b"dir" | b"menu" | b"listing" => Self::Div,
            b"dl" => Self::Dl,
            b"dt" => Self::Dt,
            b"em" | b"i" => Self::Em,
            b"fieldset" => Self::Fieldset,
            b"figcaption" => Self::Figcaption,
            b"figure" => Self::Figure,
            b"footer" => Self::Footer,
            b"form" => Self::Form,
            b"frame" | b"frameset" => Self::Frame,
            b"h1" => Self::H1,
            b"h2" => Self::H2,
            b"h3" => Self::H3,
            b"h4" => Self::H4,
            b"h5" => Self::H5,
            b"h6" => Self::H6,
            b"head" => Self::Head,
            b"header" => Self::Header,
            b"hgroup" => Self::Hgroup,
            b"hr" => Self::Hr,
            b"html" => Self::Html,
            b"img" | b"image" => Self::Img,
            b"legend" => Self::Legend,
            b"li" => Self::Li,
            b"link" => Self::Link,
            b"main" => Self::Main,
            b"audio" | b"video" | b"canvas" | b"object" => Self::Media,
            b"meta" => Self::Meta,
            b"nav" => Self::Nav,
            b"ol" => Self::Ol,
            b"p" => Self::P,
            b"plaintext" => Self::Plaintext,
            b"pre" => Self::Pre,
            b"iframe" | b"noembed" | b"noframes" | b"noscript" | b"xmp" => Self::Raw,
            b"script" => Self::Script,
            b"search" => Self::Search,
            b"section" => Self::Section,
            b"select" | b"datalist" => Self::Select,
            b"span" | b"font" => Self::Span,
            b"strong" => Self::Strong,
            b"style" => Self::Style,
            b"summary" => Self::Summary,
            b"svg" | b"math" => Self::Svg,
            b"table" => Self::Table,
            b"tbody" => Self::Tbody,
            b"td" => Self::Td,
            b"template" => Self::Template,
            b"textarea" => Self::Textarea,
            b"tfoot" => Self::Tfoot,
            b"th" => Self::Th,
            b"thead" => Self::Thead,
            b"time" => Self::Time,
            b"title" => Self::Title,
            b"tr" => Self::Tr,
            b"ul" => Self::Ul,
            b"area" | b"base" | b"basefont" | b"bgsound" | b"col" | b"embed" | b"input" | b"keygen" | b"param"
            | b"source" | b"track" | b"wbr" => Self::Void,
            _ => Self::Other,
        }
    }

    /// Whether it never has content.
    pub(crate) const fn is_void(self) -> bool {
        matches!(self, Self::Br | Self::Hr | Self::Img | Self::Link | Self::Meta | Self::Frame | Self::Void)
    }

    /// Whether its content is not markup: what ends it is its own end tag only.
    pub(crate) const fn is_raw(self) -> bool {
        matches!(self, Self::Script | Self::Style | Self::Title | Self::Textarea | Self::Raw)
    }

    /// Whether what stands inside is no text of the page: forms to fill in, drawings, what is shown when something fails.
    pub(crate) const fn is_hidden(self) -> bool {
        matches!(self, Self::Select | Self::Svg | Self::Template | Self::Media)
    }

    /// Whether it stands on lines of its own.
    pub(crate) const fn is_block(self) -> bool {
        !matches!(
            self,
            Self::Other
                | Self::A
                | Self::B
                | Self::Br
                | Self::Em
                | Self::Img
                | Self::Link
                | Self::Meta
                | Self::Span
                | Self::Strong
                | Self::Time
                | Self::Void
                | Self::Script
                | Self::Style
                | Self::Template
                | Self::Textarea
                | Self::Title
                | Self::Raw
                | Self::Select
                | Self::Svg
                | Self::Media
        )
    }

    /// Whether its start ends an open paragraph.
    pub(crate) const fn ends_paragraph(self) -> bool {
        self.is_block()
            && !matches!(
                self,
                Self::Button
                    | Self::Caption
                    | Self::Legend
                    | Self::Tbody
                    | Self::Td
                    | Self::Tfoot
                    | Self::Th
                    | Self::Thead
                    | Self::Tr
                    | Self::Body
                    | Self::Head
                    | Self::Html
                    | Self::Frame
            )
    }

    /// Level of a heading, from 1.
    pub(crate) const fn heading(self) -> Option<u8> {
        match self {
            Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6 => Some(self as u8 - Self::H1 as u8 + 1),
            _ => None,
        }
    }
}
