//! Which names are names of one thing: the entities of a page, and the mentions that point to them.

mod organization;
mod person;
mod place;

use crate::mention::Found;
use crate::model::{Article, Mention, MentionType, Organization, Person, Place};
use crate::resources::Names;

/// The entities of a page.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    pub(crate) organizations: Vec<Organization>,
    pub(crate) people: Vec<Person>,
    pub(crate) places: Vec<Place>,
}

/// Finds the entities of all articles and adds the mentions to each.
pub(crate) fn link(text: &str, articles: &mut [Article], found: &[Found], names: &Names) -> Entities {
    let languages: Vec<&str> = articles.iter().map(|article| article.in_language.as_str()).collect();
    let (entities, mentions) = link_found(text, found, &languages, names);
    for (article, mentions) in articles.iter_mut().zip(mentions) {
        article.mentions.extend(mentions);
        sort(&mut article.mentions);
    }
    entities
}

/// The entities of texts in these languages, and the mentions of each text.
pub(crate) fn link_found(
    text: &str,
    found: &[Found],
    languages: &[&str],
    names: &Names,
) -> (Entities, Vec<Vec<Mention>>) {
    let linked = organization::link(text, found, languages, names);
    let (places, in_places) = place::link(text, found, languages, names);
    let (people, of_people) = person::link(text, found, languages, &linked.ids);
    let mut mentions = linked.mentions;
    for ((mentions, places), people) in mentions.iter_mut().zip(in_places).zip(of_people) {
        mentions.extend(places);
        mentions.extend(people);
    }
    for (mentions, found) in mentions.iter_mut().zip(found) {
        mentions.extend(found.quantities.iter().cloned());
        sort(mentions);
    }
    (Entities { organizations: linked.organizations, people, places }, mentions)
}

/// Mentions in the order of the text, outer ones first.
pub(crate) fn sort(mentions: &mut [Mention]) {
    let kind = |kind: MentionType| kind as u8;
    mentions.sort_by_key(|mention| (mention.span.start, std::cmp::Reverse(mention.span.end), kind(mention.kind)));
}
