//! Who speaks, presides and signs, and in whose rooms.

use super::Happening;
use super::actor::Who;
use super::clause::Sentence;
use super::sign::Says;
use crate::model::{MentionForm, OrganizationType, ParticipantRole};
use crate::resources::{Cue, Form, NameClass, Phase, Relation};

impl Sentence<'_, '_, '_> {
    /// "At the museum", "in the technical school": the body is host where it stands after a small word that says where.
    pub(super) fn read_hosts(&mut self) {
        let page = self.page();
        let is_where = |at: usize| page.has_cue(at, Cue::Where);
        let is_small = |at: usize| page.is(at, NameClass::Article);
        let mut found = Vec::new();
        for actor in self.actors.iter().filter(|actor| !actor.is_office) {
            let Who::Organization(at) = actor.who else { continue };
            let start = actor.words.start;
            let name = self.reader.scene.organizations.get(at);
            let is_premises = name.is_some_and(|name| has_premises(name.kind) && name.form != MentionForm::Nominal);
            let before = (1..=2)
                .take_while(|back| start >= self.words.start + back && page.gap(start + 1 - back).is_plain())
                .find(|back| !is_small(start - back));
            let after_where = before.is_some_and(|back| is_where(start - back));
            if is_premises && after_where {
                found.push((start, at));
            }
        }
        for (word, at) in found {
            let of = self.governor(word);
            let says = |happening: &Happening| {
                happening.phases.iter().any(|(phase, form)| {
                    !matches!(phase, Phase::Aim | Phase::Announce | Phase::Attend) && *form != Form::Noun
                })
            };
            let Some(happening) = of.and_then(|of| self.at(of)).filter(|happening| says(happening)) else { continue };
            if !happening.organizations.contains(&(Relation::Host, at)) {
                happening.organizations.push((Relation::Host, at));
            }
        }
    }

    /// Who did what: speech, chairing, signing.
    pub(super) fn read_people(&mut self) {
        let mut found: Vec<(usize, ParticipantRole, Who)> = Vec::new();
        for sign in &self.signs {
            match sign.says {
                Says::Does(role) => {
                    let list = self.doers(sign);
                    let list =
                        if role == ParticipantRole::Attendee { list } else { list.into_iter().take(2).collect() };
                    found.extend(list.into_iter().map(|actor| (sign.words.start, role, actor.who)));
                }
                Says::DoneBy(role) => {
                    let list = self.lists().after(sign.words.end);
                    let most = if role == ParticipantRole::Attendee { list.len() } else { 1 };
                    found.extend(list.into_iter().take(most).map(|actor| (sign.words.start, role, actor.who)));
                }
                _ => {}
            }
        }
        for (word, role, who) in found {
            let of = self.governor(word).unwrap_or_else(|| self.float());
            let Some(happening) = self.at(of) else { continue };
            match who {
                Who::Person(at) => happening.people.push((role, at)),
                Who::Organization(at) if role == ParticipantRole::Attendee => {
                    happening.organizations.push((Relation::Attendee, at));
                }
                Who::Organization(_) => {}
            }
        }
    }
}

/// Whether bodies of a kind have rooms where others meet.
const fn has_premises(kind: OrganizationType) -> bool {
    matches!(
        kind,
        OrganizationType::University
            | OrganizationType::School
            | OrganizationType::Museum
            | OrganizationType::Hospital
            | OrganizationType::Research
            | OrganizationType::Embassy
            | OrganizationType::Parliament
            | OrganizationType::Foundation
            | OrganizationType::Court
    )
}
