//! Sums that a later sentence gives to awards: "the winners receive", "worth", "respectively".

use super::cast::has_cue;
use super::clause::{Clause, Group};
use super::item::{Item, What};
use super::{Draft, MAX_AWARDS, Sum, contains, key};
use crate::resources::PrizeCue;

/// Most words before a verb that has a pronoun for its subject, or none.
const MAX_PRONOUN: usize = 2;

/// Gives the sums of a sentence to the awards that were read before.
pub(super) fn fill(clause: &Clause<'_, '_>, groups: &[Group], sums: &[Sum], drafts: &mut [Draft], has_won: bool) {
    let money: Vec<(usize, &Item)> =
        clause.items.iter().enumerate().filter(|(_, item)| item.money().is_some()).collect();
    let recent = drafts.len().saturating_sub(MAX_AWARDS);
    let drafts = drafts.get_mut(recent..).unwrap_or_default();
    if money.is_empty() || drafts.is_empty() {
        return;
    }
    // "The first prize, worth …": a prize that was won before.
    for group in groups.iter().filter(|group| group.winners.is_empty()) {
        let worth = clause.items.iter().find(|item| item.is(PrizeCue::Worth)).map_or(usize::MAX, |worth| worth.start);
        let own = money.iter().find(|(_, item)| {
            (group.anchor.1..group.end).contains(&item.start) || (worth..group.anchor.0).contains(&item.start)
        });
        if let (Some((_, item)), Some(position)) = (own, group.prize.position) {
            give(drafts, sums, item, |draft| draft.found.award.position == Some(position));
        }
    }
    let mut is_given = false;
    for (n, (at, item)) in money.iter().enumerate() {
        let from = n.checked_sub(1).and_then(|before| money.get(before)).map_or(0, |(before, _)| before + 1);
        let before = clause.items.get(from..*at).unwrap_or_default();
        // "The winner receives", "the runner-up" and a sum.
        let rank = before.iter().rev().find_map(|item| match item.what {
            What::Winner(rank) => Some(rank),
            _ => None,
        });
        if let Some(rank) = rank {
            give(drafts, sums, item, |draft| draft.found.award.position == Some(rank));
            is_given = true;
            continue;
        }
        // "And the Quolls" and a sum: a winner by a shorter name.
        let name = before.iter().rev().find_map(Item::name).and_then(|name| clause.cast.get(name));
        if let Some(name) = name.filter(|_| is_given || !has_won) {
            let key = key(name.span.slice(clause.page.tokens.text));
            give(drafts, sums, item, |draft| contains(&draft.key, &key));
            is_given = true;
        }
    }
    if has_won || is_given {
        return;
    }
    let group = drafts.last().map_or(0, |last| last.group);
    let has = |cue: PrizeCue| clause.items.iter().any(|item| item.is(cue));
    if has(PrizeCue::Respectively) {
        let from = drafts.len().saturating_sub(money.len());
        for (draft, (_, item)) in drafts.get_mut(from..).unwrap_or_default().iter_mut().zip(&money) {
            give(std::slice::from_mut(draft), sums, item, |_| true);
        }
    } else if let [(_, only)] = money.as_slice() {
        let is_early = |item: &Item| item.is(PrizeCue::Win) && item.start <= clause.start + MAX_PRONOUN;
        let is_each = has(PrizeCue::Each) || has_cue(clause.page, clause.start, PrizeCue::Each);
        if is_each || clause.items.first().is_some_and(is_early) {
            give(drafts, sums, only, |draft| draft.group == group);
        }
    }
}

/// Gives a sum to the awards that have none and pass.
fn give(drafts: &mut [Draft], sums: &[Sum], item: &Item, pass: impl Fn(&Draft) -> bool) {
    let Some(sum) = item.money().and_then(|sum| sums.get(sum)) else { return };
    for draft in drafts.iter_mut().filter(|draft| draft.found.award.amount.is_none() && pass(draft)) {
        draft.found.award.amount = Some(sum.amount.clone());
    }
}
