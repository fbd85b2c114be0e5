//! Which mentions are of one event, and which event an article is about.

use rustc_hash::FxHashSet;

use super::Setting;
use crate::mention::{Happening, Plainness, Turn};
use crate::model::{EventType, Temporal};
use crate::resources::{Phase, Relation};

/// The mentions of one event, by their place in the article.
#[derive(Clone, Debug)]
pub(super) struct Group {
    pub(super) members: Vec<usize>,
    pub(super) kind: EventType,
    pub(super) is_main: bool,
    turn: Turn,
    edition: Option<u32>,
}

/// Events of an article at most; a page with more of them is a calendar, no article.
const MAX_EVENTS: usize = 64;
/// Mentions of an event that a new one is compared with: the first and the last.
const FIRST_KNOWN: usize = 4;
const LAST_KNOWN: usize = 8;
/// How much a mention speaks for its event being the one the article is about.
const TITLE: [u32; 5] = [0, 15, 30, 95, 100];
const LEAD: [u32; 5] = [0, 12, 25, 58, 60];
const NEXT: [u32; 5] = [0, 5, 5, 25, 30];
const LATER: [u32; 5] = [0, 1, 0, 5, 6];
/// What a noun without anything said of it weighs where it begins the title.
const FIRST: u32 = 50;

/// The events of an article, in the order of the text, each with its mentions.
pub(super) fn groups(setting: &Setting<'_>) -> Vec<Group> {
    let happenings = &setting.found.happenings;
    let first = happenings.iter().find(|happening| !happening.is_title).map_or(0, |happening| happening.number);
    let framed: FxHashSet<usize> = happenings.iter().filter_map(|happening| happening.frame).collect();
    let mut joiner = Joiner { setting, groups: Vec::new(), last: None, first, framed };
    for (at, happening) in happenings.iter().enumerate() {
        if happening.kind.is_some() {
            joiner.enter(at, happening);
        }
    }
    joiner.groups.retain(|group| group.members.iter().any(|&at| happenings.get(at).is_some_and(tells)));
    joiner.choose_main();
    joiner.enter_references();
    joiner.groups
}

/// Whether a mention alone tells of an event.
fn tells(happening: &Happening) -> bool {
    match happening.plainness {
        Plainness::Reference => false,
        // A prize in a title tells that it was given, a book or an agreement tells nothing.
        Plainness::Bare => {
            happening.is_title && (!happening.is_thing || happening.kind == Some(EventType::AwardCeremony))
        }
        Plainness::Said => happening.is_title || happening.number <= 1,
        Plainness::Act | Plainness::Noun => true,
    }
}

struct Joiner<'j, 's> {
    setting: &'j Setting<'s>,
    groups: Vec<Group>,
    /// The event mentioned last, and its sentence.
    last: Option<(usize, usize)>,
    /// The first sentence that is no title.
    first: usize,
    /// The mentions that others take place within.
    framed: FxHashSet<usize>,
}

impl Joiner<'_, '_> {
    fn happening(&self, at: usize) -> Option<&Happening> {
        self.setting.found.happenings.get(at)
    }

    fn enter(&mut self, at: usize, happening: &Happening) {
        let Some(kind) = happening.kind else { return };
        let own = self.own(happening);
        if let Some(own) = own {
            if let Some(group) = self.groups.get_mut(own) {
                group.members.push(at);
                group.edition = group.edition.or(happening.edition);
                if kind == EventType::AgreementSigning {
                    group.kind = kind;
                }
            }
            return;
        }
        // "The session", of which nothing was said before: another word for the event the article is about.
        if self.is_known(happening) {
            return;
        }
        if happening.plainness > Plainness::Reference && self.groups.len() < MAX_EVENTS {
            self.groups.push(Group {
                members: vec![at],
                kind,
                is_main: false,
                turn: happening.turn,
                edition: happening.edition,
            });
        }
    }

    /// The event that a mention is of: one of its kind rather than one that can be called so too.
    fn own(&self, happening: &Happening) -> Option<usize> {
        let same = |group: &Group| self.is_same(group, happening);
        let is_kind = |group: &Group| Some(group.kind) == happening.kind;
        self.groups
            .iter()
            .rposition(|group| is_kind(group) && same(group))
            .or_else(|| self.groups.iter().rposition(same))
    }

    /// Whether a mention points at something known, and says nothing of what it is.
    fn is_known(&self, happening: &Happening) -> bool {
        happening.is_definite
            && happening.is_short
            && happening.edition.is_none()
            && happening.turn == Turn::This
            && happening.dates.iter().all(|(_, phase)| matches!(phase, Some(Phase::Close | Phase::Last)))
            && !happening.is_title
            && !happening.head.is_empty()
            && !self.is_lead(happening)
            && !self.groups.is_empty()
    }

    /// Whether a mention is of an event that was mentioned before.
    fn is_same(&self, group: &Group, happening: &Happening) -> bool {
        let Some(kind) = happening.kind else { return false };
        let is_other_edition = group.edition.zip(happening.edition).is_some_and(|(a, b)| a != b);
        if !is_like(group.kind, kind) || group.turn != happening.turn || is_other_edition {
            return false;
        }
        let members = || known(&group.members).filter_map(|at| self.happening(at));
        let is_short = happening.is_short;
        let same_head = members().any(|member| !member.head.is_empty() && member.head == happening.head);
        let alike = members().any(|member| likeness(member, happening) >= 0.5);
        let after_title = members().all(|member| member.is_title) && (happening.is_title || self.is_lead(happening));
        let is_act = happening.head.is_empty() || members().all(|member| member.head.is_empty());
        let same_day = || members().any(|member| self.day(member).is_some() && self.day(member) == self.day(happening));
        let conflict = members().any(|member| self.day(member).zip(self.day(happening)).is_some_and(|(a, b)| a != b));
        if conflict && !happening.is_definite {
            return false;
        }
        after_title
            || same_head && (happening.is_definite && (is_short || alike) || alike && happening.words.len() > 2)
            || happening.is_definite && is_short && !conflict
            || happening.is_definite && alike
            || is_act && (same_day() || group.kind == kind && !conflict || !conflict && group.kind == EventType::Visit)
            || happening.is_definite
                && same_head
                && happening.edition.is_none()
                && members().any(|member| member.is_title)
    }

    fn is_lead(&self, happening: &Happening) -> bool {
        happening.number <= self.first.max(1)
    }

    /// The day that a mention states.
    fn day(&self, happening: &Happening) -> Option<&str> {
        happening.dates.iter().find_map(|(at, _)| self.setting.dates.get(*at).copied().and_then(Temporal::day))
    }

    /// The event that the article is about: that of its headline, then that of its first sentence.
    fn choose_main(&mut self) {
        let scores: Vec<u32> = self.groups.iter().map(|group| self.score(group)).collect();
        let Some(best) = (0..scores.len()).rev().max_by_key(|&at| scores.get(at)) else { return };
        let owners = self.owners();
        let beside: Vec<usize> = (0..self.groups.len())
            .filter(|&at| at == best || self.is_beside(at, best, &owners) || self.is_second(best, at))
            .collect();
        for at in beside {
            self.groups.get_mut(at).into_iter().for_each(|group| group.is_main = true);
        }
    }

    /// The event of each mention.
    fn owners(&self) -> Vec<Option<usize>> {
        let mut owners = vec![None; self.setting.found.happenings.len()];
        for (index, group) in self.groups.iter().enumerate() {
            for &member in &group.members {
                owners.get_mut(member).into_iter().for_each(|owner| *owner = Some(index));
            }
        }
        owners
    }

    /// Whether an event is named beside the main one, and the same is said of both: "the summit and the final".
    fn is_beside(&self, group: usize, main: usize, owners: &[Option<usize>]) -> bool {
        let is_main = |at: usize| owners.get(at).copied().flatten() == Some(main);
        let members = self.groups.get(group).map(|group| group.members.as_slice()).unwrap_or_default();
        members.iter().any(|&at| {
            let Some(happening) = self.happening(at).filter(|own| self.is_lead(own) && own.frame.is_none()) else {
                return false;
            };
            let after_main = happening.is_beside && at.checked_sub(1).is_some_and(is_main);
            after_main || is_main(at + 1) && self.happening(at + 1).is_some_and(|next| next.is_beside)
        })
    }

    /// A statement made for a day of observance: the article is about both.
    fn is_second(&self, main: usize, at: usize) -> bool {
        let kind = |at: usize| self.groups.get(at).map(|group| group.kind);
        let is_early = self.groups.get(at).is_some_and(|group| {
            let members = group.members.iter().filter_map(|&member| self.happening(member));
            members.clone().any(|happening| happening.is_title || self.is_lead(happening))
        });
        let pair = (kind(main), kind(at));
        is_early
            && matches!(
                pair,
                (Some(EventType::Statement), Some(EventType::Observance))
                    | (Some(EventType::Observance), Some(EventType::Statement))
            )
    }

    fn score(&self, group: &Group) -> u32 {
        let mut best = [0_u32; 4];
        for (at, happening) in group.members.iter().filter_map(|&at| Some((at, self.happening(at)?))) {
            let (row, table) = match happening.number.saturating_sub(self.first) {
                _ if happening.is_title => (0, TITLE),
                0 => (1, LEAD),
                1 => (2, NEXT),
                _ => (3, LATER),
            };
            let is_first =
                happening.is_title && happening.name.is_some_and(|name| name.start <= happening.sentence.start + 4);
            let mut value = table.get(happening.plainness as usize).copied().unwrap_or_default();
            if is_first && happening.plainness == Plainness::Bare {
                value = FIRST;
            }
            let is_frame = self.framed.contains(&at);
            let value = if is_frame { value / 4 } else { value };
            if let Some(cell) = best.get_mut(row) {
                *cell = (*cell).max(value);
            }
        }
        let later_turn = u32::from(group.turn != Turn::This) * 40;
        best.iter().sum::<u32>().saturating_sub(later_turn)
    }

    /// Mentions that do not say what kind of event they are of belong to the one mentioned last, or to the main one.
    fn enter_references(&mut self) {
        let Some(main) = self.groups.iter().position(|group| group.is_main) else { return };
        let owners = self.owners();
        for at in 0..owners.len() {
            let Some(happening) = self.happening(at) else { continue };
            if let Some(owner) = owners.get(at).copied().flatten() {
                if happening.plainness > Plainness::Bare {
                    self.last = Some((owner, happening.number));
                }
                continue;
            }
            if happening.kind.is_some() && !self.is_known(happening) {
                let same = self.own(happening);
                // A verb that tells of no event of its own still says when.
                let is_vague = happening.plainness == Plainness::Reference && happening.head.is_empty();
                let same = same.or(Some(main).filter(|_| is_vague));
                same.and_then(|same| self.groups.get_mut(same)).into_iter().for_each(|group| group.members.push(at));
                continue;
            }
            let is_other = happening.turn != Turn::This
                || happening.edition.is_some_and(|edition| {
                    self.groups.get(main).and_then(|group| group.edition).is_some_and(|own| own != edition)
                });
            // What is said of an event is of the one before it; who speaks, speaks at the main one.
            let says = !happening.phases.is_empty()
                || happening.organizations.iter().any(|(relation, _)| *relation != Relation::Attendee);
            let (turn, edition, number, is_named) =
                (happening.turn, happening.edition, happening.number, happening.name.is_some());
            if is_other {
                let kind = self.groups.get(main).map_or(EventType::Other, |group| group.kind);
                let same = self.groups.iter().position(|group| {
                    group.turn == turn
                        && group.kind == kind
                        && (edition.is_none() || group.edition == edition || group.edition.is_none())
                        && !group.is_main
                });
                if let Some(group) = same.and_then(|same| self.groups.get_mut(same)) {
                    group.members.push(at);
                } else if self.groups.len() < MAX_EVENTS {
                    self.groups.push(Group { members: vec![at], kind, is_main: false, turn, edition });
                    self.last = Some((self.groups.len() - 1, number));
                }
                continue;
            }
            let near =
                self.last.filter(|(_, sentence)| says && !is_named && number <= sentence + 1).map(|(owner, _)| owner);
            let owner = near.unwrap_or(main);
            self.groups.get_mut(owner).into_iter().for_each(|group| group.members.push(at));
        }
    }
}

/// The mentions that stand for all of an event.
fn known(members: &[usize]) -> impl Iterator<Item = usize> {
    let last = members.len().saturating_sub(LAST_KNOWN).max(FIRST_KNOWN).min(members.len());
    let (first, rest) = (members.get(..FIRST_KNOWN.min(members.len())), members.get(last..));
    first.into_iter().chain(rest).flatten().copied()
}

/// Whether nouns of these kinds can be of one event.
fn is_like(a: EventType, b: EventType) -> bool {
    let is_talk = |kind| matches!(kind, EventType::Meeting | EventType::Visit);
    let is_pact = |kind| matches!(kind, EventType::AgreementSigning | EventType::Agreement);
    a == b || is_pact(a) && is_pact(b) || is_talk(a) && b == EventType::Meeting
}

/// How many of the words of the shorter name the longer one has.
fn likeness(a: &Happening, b: &Happening) -> f64 {
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    let common = short.words.iter().filter(|word| long.words.contains(word)).count();
    if short.words.len() < 2 { 0.0 } else { common as f64 / short.words.len() as f64 }
}
