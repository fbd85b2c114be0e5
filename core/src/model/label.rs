//! What a stretch of a page can be. Stands alone, because the build script reads data files with it.

use serde::{Deserialize, Serialize};

/// What a stretch of the page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Label {
    /// Kept: the title of an article.
    Headline,
    /// Kept: a line that only says where and when a text was filed.
    Dateline,
    /// Kept: a line that only says when an article was published.
    Date,
    /// Kept: who wrote it.
    Byline,
    /// Kept: a paragraph.
    Body,
    /// Kept: a title inside an article.
    Subheading,
    /// Kept: an item of a list inside an article.
    ListItem,
    /// Kept: a paragraph that quotes somebody from end to end.
    Quote,
    /// Kept: the words under a picture.
    Caption,
    /// Read, not in the body: where the page took the text from.
    Source,
    /// Read, not in the body: key words or tags.
    Keywords,
    /// Removed: white space.
    Blank,
    /// Removed: a legal or technical notice about the page.
    Disclaimer,
    /// Removed: questions to the visitor.
    Survey,
    /// Removed: menus, breadcrumbs, buttons.
    Navigation,
    /// Removed: links to other articles, and their heading.
    Related,
    /// Removed: share buttons and counters.
    Share,
    /// Removed: newsletters, apps, channels to follow.
    Promotion,
    /// Removed: advertisements and their labels.
    Advertisement,
    /// Removed: comments of readers, and their form.
    Comments,
    /// Removed: what asks to pay or to log in.
    Paywall,
    /// Removed: rights.
    Copyright,
    /// Removed: addresses, telephone numbers.
    Contact,
    /// Removed: anything else that is not the article.
    Boilerplate,
}

impl Label {
    /// Whether text with this label belongs to an article: kept in it, or read from it.
    #[must_use]
    pub const fn is_article(self) -> bool {
        matches!(
            self,
            Self::Headline
                | Self::Dateline
                | Self::Date
                | Self::Byline
                | Self::Body
                | Self::Subheading
                | Self::ListItem
                | Self::Quote
                | Self::Caption
                | Self::Source
                | Self::Keywords
        )
    }

    /// Whether text with this label stands in [`Article::article_body`](crate::Article::article_body).
    #[must_use]
    pub const fn is_body(self) -> bool {
        matches!(self, Self::Body | Self::Subheading | Self::ListItem | Self::Quote)
    }
}
