//! From named units to articles: headline, dates, authors, source, key words, links and a clean body.

mod body;
mod dateline;
mod dates;
mod keywords;
mod stated;
mod visible;

pub(crate) use dates::computed;
pub(crate) use stated::stated_day;

use std::borrow::Cow;
use std::ops::Range;

use crate::ingest::{Document, Markup, Source, Tag};
use crate::model::{Article, Author, Label, Link, Text};
use crate::resources::Resources;
use crate::segment::{Segments, language_of, starts_item};
use crate::text::{Span, is_closing};

/// Most bytes of a line that is a link.
const MAX_LINK: usize = 300;
/// Most bytes of a cell of a table of facts.
const MAX_CELL: usize = 160;
/// Most bytes of a name.
const MAX_NAME: usize = 120;

/// An article, and the name of the body its page says it was taken from.
pub(crate) struct Parsed {
    pub(crate) article: Article,
    pub(crate) source: Option<Text>,
}

/// Parses every article of a page.
pub(crate) fn parse(
    source: &Source<'_>,
    document: &Document<'_>,
    segments: &Segments,
    resources: &Resources,
) -> Vec<Parsed> {
    let count = segments.articles.len();
    let declared = document.markup.as_ref().and_then(|markup| markup.page.in_language.as_deref());
    let readers = segments.articles.iter().enumerate().map(|(index, extent)| {
        let next = segments.articles.get(index + 1).map_or(segments.units.len(), |next| next.start);
        let retrieved = source.retrieved.as_deref();
        Reader {
            text: &document.text,
            retrieved,
            segments,
            resources,
            markup: document.markup.as_ref(),
            declared,
            index,
            extent: extent.clone(),
            next,
        }
    });
    let parsed = readers.map(|reader| {
        let mut parsed = reader.article();
        match &document.markup {
            Some(markup) if count == 1 => {
                let printed = reader.printed(markup);
                stated::complete(reader.text, &mut parsed.article, &markup.page, printed, reader.retrieved, resources);
            }
            Some(markup) => parsed.article.url = reader.address(markup),
            None => {}
        }
        parsed
    });
    parsed.collect()
}

/// Reads one article.
struct Reader<'a> {
    text: &'a str,
    /// The day the page was fetched.
    retrieved: Option<&'a str>,
    segments: &'a Segments,
    resources: &'a Resources,
    markup: Option<&'a Markup<'a>>,
    /// The language that a page of HTML says it is in.
    declared: Option<&'a str>,
    index: usize,
    /// Its units, from the first to the last.
    extent: Range<usize>,
    /// The unit the next article begins with.
    next: usize,
}

impl Reader<'_> {
    fn article(&self) -> Parsed {
        let headline = self.labelled(Label::Headline).next().map(|at| self.quote(self.inner(at)));
        let article_body = self.body();
        let dateline = self.dateline();
        let dates = self.date_lines();
        let date_published = dates.published.or_else(|| dates::computed(dateline.as_ref()?.date.as_ref()?));
        let article = Article {
            id: format!("article-{}", self.index + 1),
            span: self.inner(self.extent.start).join(self.inner(self.extent.end.saturating_sub(1))),
            in_language: self.language(),
            date_published,
            date_modified: dates.modified,
            dateline,
            author: self.authors(),
            publisher: None,
            source_organization: None,
            keywords: self.keywords(headline.as_ref(), &article_body),
            related_link: self.related_links(),
            fingerprint: body::fingerprint(&article_body),
            alternative_headline: self.alternative_headline(),
            headline,
            article_body,
            url: None,
            image: None,
            description: None,
            about: Vec::new(),
            mentions: Vec::new(),
        };
        Parsed { article, source: self.source() }
    }

    /// Units of this article with a label.
    fn labelled(&self, label: Label) -> impl Iterator<Item = usize> {
        self.extent.clone().filter(move |&at| {
            self.segments.marks.get(at).is_some_and(|mark| mark.label == label && mark.article == Some(self.index))
        })
    }

    fn inner(&self, at: usize) -> Span {
        self.segments.units.get(at).map_or(Span::default(), |unit| unit.inner)
    }

    fn quote(&self, span: Span) -> Text {
        Text { text: span.slice(self.text).to_owned(), span }
    }

    /// Its language by its words, or the one the page says when its words are of none that is told from others.
    fn language(&self) -> String {
        let known = |tag: &&str| {
            let primary = tag.split('-').next().unwrap_or(tag);
            !self
                .resources
                .languages()
                .iter()
                .enumerate()
                .any(|(index, (known, _))| known == primary && !self.resources.is_asked_for(index))
        };
        if let Some(declared) = self.declared.filter(known) {
            return declared.to_owned();
        }
        let own = self
            .extent
            .clone()
            .filter(|&at| self.segments.marks.get(at).is_some_and(|m| m.article == Some(self.index)));
        let pairs = own.filter_map(|at| Some((self.segments.units.get(at)?, self.segments.shapes.get(at)?)));
        language_of(self.text, pairs, self.resources)
    }

    /// The text below the headline; a line above it (a kicker) is part of the article, not of its text. The cells of a row of a
    /// table are one line.
    fn body(&self) -> String {
        let title = self.labelled(Label::Headline).next().unwrap_or(self.extent.start);
        let mut units: Vec<usize> = (self.extent.clone())
            .filter(|&at| {
                let mark = self.segments.marks.get(at);
                mark.is_some_and(|mark| mark.label.is_body() && mark.article == Some(self.index))
            })
            .collect();
        let (above, below) = units.split_at(units.partition_point(|&at| at < title));
        let length = |units: &[usize]| units.iter().map(|&at| self.inner(at).len()).sum::<usize>();
        // A title that stands under its text is one that the page repeats.
        if length(above) < length(below) {
            units = below.to_vec();
        }
        let rows = units.chunk_by(|&one, &other| self.row(one).is_some_and(|row| self.row(other) == Some(row)));
        let lines = rows.filter_map(|row| {
            let label = self.segments.marks.get(*row.first()?)?.label;
            let cell = |at: &usize| self.inner(*at).slice(self.text);
            Some((
                label,
                match row {
                    [only] => Cow::Borrowed(cell(only)),
                    cells => cells.iter().map(cell).collect::<Vec<_>>().join(" | ").into(),
                },
            ))
        });
        body::clean(lines)
    }

    /// The row of a table that a line is a cell of: short, as the cells of tables of facts are, not those of a layout.
    fn row(&self, at: usize) -> Option<u32> {
        let markup = self.markup?;
        let is_short = self.inner(at).len() <= MAX_CELL;
        let mut node = markup.blocks.get(at).filter(|_| is_short)?.node;
        for _ in 0..3 {
            let here = markup.nodes.get(node as usize)?;
            if here.tag == Tag::Tr {
                return Some(node);
            }
            node = here.parent;
        }
        None
    }

    /// A title right under the headline, before the text.
    fn alternative_headline(&self) -> Option<Text> {
        let headline = self.labelled(Label::Headline).next()?;
        let second = self.labelled(Label::Subheading).find(|&at| at > headline)?;
        let between = self.extent.clone().filter(|&at| at > headline && at < second);
        let is_next = between.into_iter().all(|at| {
            self.segments
                .marks
                .get(at)
                .is_some_and(|mark| matches!(mark.label, Label::Date | Label::Byline) || mark.article.is_none())
        });
        is_next.then(|| self.quote(self.inner(second)))
    }

    /// What follows the name of a field on a line.
    fn value(&self, at: usize) -> Span {
        let span = self.segments.marks.get(at).map_or(Span::default(), |mark| mark.value);
        let rest = span.slice(self.text);
        let inner = rest.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '"' | '«' | '“' | '('));
        let from = span.start + (rest.len() - inner.len());
        Span::new(
            from,
            from + inner.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '.' | '،' | ',')).len(),
        )
    }

    fn authors(&self) -> Vec<Author> {
        let values = self.labelled(Label::Byline).map(|at| self.value(at));
        let mut authors: Vec<Author> = Vec::new();
        for span in values.filter(|span| !span.is_empty() && span.len() <= MAX_NAME) {
            let name = span.slice(self.text);
            if authors.iter().all(|author| author.name != name) {
                authors.push(Author { name: name.to_owned(), span });
            }
        }
        authors
    }

    fn source(&self) -> Option<Text> {
        let values = self.labelled(Label::Source).map(|at| self.value(at));
        values.filter(|span| !span.is_empty() && span.len() <= MAX_NAME).map(|span| self.quote(span)).next()
    }

    fn keywords(&self, headline: Option<&Text>, body: &str) -> Vec<String> {
        let known = format!("{}\n{body}", headline.map_or("", |headline| headline.text.as_str()));
        let lists = self.labelled(Label::Keywords).map(|at| self.value(at).slice(self.text));
        lists.flat_map(|list| keywords::split(list, &known)).collect()
    }

    /// Where the title of an article of a list leads to.
    fn address(&self, markup: &Markup<'_>) -> Option<String> {
        let title = self.labelled(Label::Headline).next()?;
        self.extent.clone().filter(|&at| at == title).chain(self.extent.clone()).find_map(|at| link_of(markup, at))
    }

    /// Lines of the lists of other articles inside or after this one.
    fn related_links(&self) -> Vec<Link> {
        let units = (self.extent.start..self.next).filter(|&at| {
            let is_related = self.segments.marks.get(at).is_some_and(|mark| mark.label == Label::Related);
            is_related && self.segments.shapes.get(at).is_some_and(|shape| shape.hit.is_none() && shape.words >= 3)
        });
        let lines = units.map(|at| (at, self.inner(at).slice(self.text))).filter(|(_, line)| line.len() <= MAX_LINK);
        let url = |at| self.markup.and_then(|markup| link_of(markup, at));
        lines.map(|(at, line)| Link { text: body::line(without_bullet(line)), url: url(at) }).collect()
    }
}

/// The address that the first link of a line leads to, as written; scripts are none.
fn link_of(markup: &Markup<'_>, at: usize) -> Option<String> {
    let block = markup.blocks.get(at)?;
    let anchors = markup.anchors.get(block.anchors.0 as usize..block.anchors.1 as usize)?;
    let addresses = anchors.iter().map(|anchor| anchor.href.trim());
    let is_page = |href: &&str| {
        let scheme = href.split_once(':').map_or("", |(scheme, _)| scheme);
        let is_path = scheme.is_empty() || scheme.contains(['/', '?', '#']);
        !href.is_empty()
            && !href.starts_with('#')
            && (is_path || scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https"))
    };
    addresses.into_iter().find(is_page).map(|href| htmlize::unescape_attribute(href).into_owned())
}

/// A line without the mark or number of a list item before it.
pub(crate) fn without_bullet(line: &str) -> &str {
    if starts_item(line) {
        let rest = line.trim_start_matches(|c: char| c.is_numeric() || c == 'o');
        let rest = rest.trim_start_matches(|c: char| {
            !c.is_alphanumeric() && !is_closing(c) && !matches!(c, '„' | '‘' | '(' | '[')
        });
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ')' | '*')).trim_end()
    } else {
        line
    }
}
