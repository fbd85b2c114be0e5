//! Who has to do with an event, and how.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Setting;
use super::join::Group;
use crate::mention::Happening;
use crate::model::{EventType, ParticipantRole, Participation, PlaceBasis};
use crate::resources::Relation;

/// Those who have to do with an event, by id.
#[derive(Debug, Default)]
pub(super) struct Who {
    pub(super) organizer: Vec<String>,
    pub(super) host: Vec<String>,
    pub(super) partner: Vec<String>,
    pub(super) funder: Vec<String>,
    pub(super) supervisor: Vec<String>,
    pub(super) patron: Vec<String>,
    pub(super) party: Vec<String>,
    pub(super) participants: Vec<Participation>,
    pub(super) countries: Vec<String>,
    /// Where those who take part stand in the list.
    known: FxHashMap<String, usize>,
}

pub(super) fn read(setting: &Setting<'_>, group: &Group, members: &[&Happening]) -> Who {
    let mut who = Who::default();
    let is_pact = matches!(group.kind, EventType::AgreementSigning | EventType::Agreement);
    let has_sides = is_pact || matches!(group.kind, EventType::Meeting | EventType::Visit);
    let mut seen: FxHashSet<(Relation, &str)> = FxHashSet::default();
    for &(relation, at) in members.iter().flat_map(|member| &member.organizations) {
        let Some(id) = setting.organization(at) else { continue };
        let list = match relation {
            Relation::Organizer if is_pact => &mut who.party,
            Relation::Organizer => &mut who.organizer,
            Relation::Host => &mut who.host,
            Relation::Partner => &mut who.partner,
            Relation::Funder => &mut who.funder,
            Relation::Supervisor => &mut who.supervisor,
            Relation::Patron => &mut who.patron,
            Relation::Party if has_sides => &mut who.party,
            Relation::Attendee => {
                who.attends(None, Some(id), ParticipantRole::Attendee);
                continue;
            }
            _ => continue,
        };
        if seen.insert((relation, id)) {
            list.push(id.to_owned());
        }
    }
    if who.organizer.is_empty() && !has_sides {
        let announcers =
            members.iter().flat_map(|member| &member.announcers).filter_map(|&at| setting.organization(at));
        announcers.for_each(|id| {
            if !who.organizer.iter().any(|known| known == id) {
                who.organizer.push(id.to_owned());
            }
        });
    }
    // Who holds an event is not its partner as well.
    let organizer = who.organizer.clone();
    who.partner.retain(|id| !organizer.contains(id));
    let roles = members.iter().flat_map(|member| &member.people);
    for &(role, at) in roles {
        if let Some(id) = setting.person(at) {
            who.attends(Some(id), None, role);
        }
    }
    if is_pact && who.party.len() < 2 {
        let signed = who.participants.iter().filter(|participant| participant.acting_as == ParticipantRole::Signatory);
        let people = signed.filter_map(|participant| setting.known.people.get(participant.person.as_deref()?));
        let bodies: Vec<String> =
            people.filter_map(|person| person.roles.iter().find_map(|role| role.organization.clone())).collect();
        bodies.into_iter().for_each(|id| {
            if !who.party.contains(&id) {
                who.party.push(id);
            }
        });
    }
    for &at in members.iter().flat_map(|member| &member.countries) {
        let place = setting.place(at).filter(|place| place.city.is_none() && place.basis == PlaceBasis::Stated);
        let code = place.and_then(|place| place.country.clone()).filter(|code| !who.countries.contains(code));
        who.countries.extend(code);
    }
    who
}

impl Who {
    /// Enters somebody who takes part; of several roles the first that is more than being there.
    fn attends(&mut self, person: Option<&str>, organization: Option<&str>, acting_as: ParticipantRole) {
        let id = person.or(organization).unwrap_or_default();
        if let Some(known) = self.known.get(id).and_then(|&at| self.participants.get_mut(at)) {
            if known.acting_as == ParticipantRole::Attendee {
                known.acting_as = acting_as;
            }
            return;
        }
        self.known.insert(id.to_owned(), self.participants.len());
        self.participants.push(Participation {
            person: person.map(str::to_owned),
            organization: organization.map(str::to_owned),
            acting_as,
        });
    }
}
