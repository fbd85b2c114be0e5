//! The organisations of a page with their names in every language that is known.

use std::collections::BTreeSet;

use super::super::view::{View, address, label, line};
use super::write::{AUTO, Attribute, Html, direction, upright};
use crate::model::{Organization, OrganizationType};

pub(super) fn section(html: &mut Html, view: &View<'_>) {
    let organizations = &view.record.organizations;
    if organizations.is_empty() {
        return;
    }
    html.block("details", &[Attribute::Open], |html| {
        html.block("summary", &[], |html| html.say(&format!("Organizations · {}", organizations.len())));
        html.block("div", &[Attribute::Class("g")], |html| {
            organizations.iter().for_each(|organization| entry(html, view, organization));
        });
    });
}

fn entry(html: &mut Html, view: &View<'_>, organization: &Organization) {
    let url = organization.same_as.iter().find_map(|url| address(url));
    let language = Attribute::Lang(view.language(&organization.id));
    html.block("section", &[Attribute::Dir(direction(&organization.name))], |html| {
        html.block("h4", &[language, AUTO], |html| html.link(url, |html| html.text(&line(&organization.name))));
        html.block("p", &[Attribute::Class("t")], |html| {
            html.element("b", &[], |html| html.say(&kind(organization.kind)));
            let country = organization.country.as_deref().map(|code| line(view.country(code)));
            let whole = organization.parent_organization.as_deref().map(|id| line(view.name(id)));
            for (said, value) in [("", country), ("part of ", whole)] {
                if let Some(value) = value.filter(|value| !value.is_empty()) {
                    html.say(" ");
                    html.element("i", &[], |html| {
                        html.say(said);
                        html.value(&value);
                    });
                }
            }
            if organization.reconstructed {
                html.say(" ");
                html.element("i", &[], |html| html.say("known by an office"));
            }
        });
        names(html, organization);
    });
}

fn kind(kind: OrganizationType) -> String {
    match kind {
        OrganizationType::Igo => "Intergovernmental".to_owned(),
        OrganizationType::IgoOrgan => "Intergovernmental organ".to_owned(),
        other => label(&other),
    }
}

/// The first name and the acronym in each language.
fn names(html: &mut Html, organization: &Organization) {
    let tags: BTreeSet<&String> = organization.names.keys().chain(organization.acronyms.keys()).collect();
    let known = tags.into_iter().filter_map(|tag| {
        let names = organization.names.get(tag).and_then(|names| names.first());
        let acronym = organization.acronyms.get(tag).and_then(|acronyms| acronyms.first());
        let parts: Vec<&String> = names.into_iter().chain(acronym).collect();
        let is_news = parts.iter().any(|part| **part != organization.name);
        is_news.then_some((tag, parts))
    });
    let known: Vec<(&String, Vec<&String>)> = known.collect();
    if !known.is_empty() {
        html.block("dl", &[], |html| {
            for (tag, parts) in known {
                html.element("div", &[], |html| {
                    html.element("dt", &[], |html| html.value(tag));
                    html.element("dd", &[Attribute::Lang(tag), AUTO], |html| {
                        html.joined(parts, " · ", |html, part| html.text(&upright(part)));
                    });
                });
            }
        });
    }
}
