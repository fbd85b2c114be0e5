//! Prizes: who won what, and what with, as the sentences of an article tell it.

mod beside;
mod cast;
mod clause;
mod item;
mod later;
mod pick;
mod quote;
mod side;

use std::ops::Range;

use super::organization::Name;
use super::person::PersonName;
use super::place::PlaceName;
use super::reading::{Match, Page};
use super::spots::Spots;
use crate::model::{Award, Certainty, Evidence, Mention, MonetaryAmount, RuleId};
use crate::resources::{PrizeCue, Sense};
use crate::text::Span;
use cast::{Cast, cast};
use clause::{Clause, Group, Last};
use item::{What, items};

/// Most awards of an article that a further one is compared with.
const MAX_AWARDS: usize = 256;

/// Most words of a sentence: every step looks at no more.
const MAX_SENTENCE: usize = 400;
/// How many words from a sentence a contest may be named.
const CONTEST_REACH: usize = 150;
/// The same of a ranking.
const RANKING_REACH: usize = 25;

/// An award, and where the article gives it.
#[derive(Clone, Debug)]
pub(crate) struct AwardFound {
    pub(crate) award: Award,
}

/// What is known of an article before its prizes are.
pub(super) struct Context<'c, 'a> {
    pub(super) page: &'c Page<'a>,
    pub(super) bodies: Spots<'c>,
    pub(super) places: &'c [PlaceName],
}

/// A sum of money, and the words it is said with.
pub(super) struct Sum {
    pub(super) amount: MonetaryAmount,
}

/// An award that is being put together.
#[derive(Clone, Debug)]
struct Draft {
    found: AwardFound,
    /// The folded words of the recipient.
    key: Vec<String>,
    /// Which prize of the article it is of.
    group: usize,
}

/// Finds the awards of an article, in the order of the text.
pub(super) fn find(
    page: &Page<'_>,
    people: &[PersonName],
    organizations: &[Name],
    places: &[PlaceName],
    quantities: &[Mention],
    dates: &[Span],
) -> Vec<AwardFound> {
    if page.all_prizes().is_empty() {
        return Vec::new();
    }
    let words = |wanted: PrizeCue| -> Vec<usize> {
        let is_wanted = |found: &Match| matches!(found.meant.sense, Sense::Prize(cue, _) if cue == wanted);
        page.all_prizes().iter().filter(|(_, found)| is_wanted(found)).map(|(at, _)| *at).collect()
    };
    let contests = words(PrizeCue::Contest);
    // Words of a ranking of countries, firms or films: their places are no prizes.
    let rankings = words(PrizeCue::Ranking);
    let (words, sums) = money(page, quantities);
    let spans = quantities.iter().map(|mention| mention.span).chain(dates.iter().copied());
    let others: Vec<Range<usize>> = spans.map(|span| words_of(page, span)).collect();
    let cast = cast(page, people, organizations, &others);
    let mut reader = Reader {
        context: Context { page, bodies: Spots::new(page.len(), organizations), places },
        cast: &cast,
        sums: &sums,
        drafts: Vec::new(),
        groups: 0,
        last: Last::default(),
    };
    for sentence in sentences(page, &cast) {
        let items = items(page, sentence.clone(), &cast, &words);
        let clause = Clause {
            page,
            cast: &cast,
            items: &items,
            start: sentence.start,
            end: sentence.end,
            is_contest: is_near(&contests, &sentence, CONTEST_REACH) && !is_near(&rankings, &sentence, RANKING_REACH),
        };
        reader.read(&clause);
    }
    reader.drafts.into_iter().map(|draft| draft.found).collect()
}

/// Whether one of some words stands near a sentence.
fn is_near(words: &[usize], sentence: &Range<usize>, reach: usize) -> bool {
    let at = words.partition_point(|at| *at + reach < sentence.start);
    words.get(at).is_some_and(|at| *at < sentence.end + reach)
}

/// The sentences of an article; none ends inside a name in quotes, and none is longer than anybody writes them.
fn sentences(page: &Page<'_>, cast: &Cast) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for at in 1..=page.len() {
        let ends = at == page.len()
            || at >= start + MAX_SENTENCE
            || page.gap(at).ends_sentence() && !cast.is_inside_quotes(at);
        if ends {
            sentences.push(start..at);
            start = at;
        }
    }
    sentences
}

/// The sums of an article, by their words.
fn money(page: &Page<'_>, quantities: &[Mention]) -> (Vec<(Range<usize>, usize)>, Vec<Sum>) {
    let mut words = Vec::new();
    let mut sums = Vec::new();
    for mention in quantities {
        let Some(amount) = &mention.amount else { continue };
        words.push((words_of(page, mention.span), sums.len()));
        sums.push(Sum { amount: amount.clone() });
    }
    (words, sums)
}

/// The words of a part of the text.
fn words_of(page: &Page<'_>, span: Span) -> Range<usize> {
    let start = page.tokens.list.partition_point(|token| token.span.end <= span.start);
    start..page.tokens.list.partition_point(|token| token.span.start < span.end).max(start)
}

/// An article that is being read.
struct Reader<'r, 'a> {
    context: Context<'r, 'a>,
    cast: &'r Cast,
    sums: &'r [Sum],
    drafts: Vec<Draft>,
    groups: usize,
    last: Last,
}

impl Reader<'_, '_> {
    fn read(&mut self, clause: &Clause<'_, '_>) {
        if clause.items.is_empty() {
            return;
        }
        // What goes on from the sentence before does so in the same paragraph only.
        if self.context.page.gap(clause.start).has(super::token::Gap::BLANK) {
            self.last = Last::default();
        }
        let is_prize = |what: What| !matches!(what, What::Name(_) | What::And);
        if !clause.items.iter().any(|item| is_prize(item.what)) {
            return;
        }
        let mut last = self.last;
        let groups = clause.groups(&mut last);
        self.last = last;
        let won = groups.iter().filter(|group| !group.winners.is_empty()).count();
        for group in groups.iter().filter(|group| !group.winners.is_empty()) {
            self.give(clause, group);
        }
        later::fill(clause, &groups, self.sums, &mut self.drafts, won > 0);
    }

    /// Enters the awards of a prize.
    fn give(&mut self, clause: &Clause<'_, '_>, group: &Group) {
        self.groups += 1;
        let places = beside::places(clause, group);
        let sums = beside::sums(clause, group, &places, self.sums);
        for ((place, sum), &name) in places.iter().zip(sums).zip(&group.winners) {
            let Some(name) = self.cast.get(name) else { continue };
            let recipient = self.text(name.span);
            let work = beside::work(&self.context, clause, group, place).map(|work| self.text(work));
            let words = group.anchor.0.min(place.own.start)..group.anchor.1.max(place.name.end);
            let span = self.span(&words).join(name.span);
            let award = Award {
                position: group.prize.position,
                tie: group.is_tie,
                amount: sum.and_then(|sum| self.sums.get(sum)).map(|sum| sum.amount.clone()),
                recipient,
                recipient_country: beside::country(&self.context, clause, place),
                work,
                honorary: group.prize.is_honorary,
                span,
                exact: span.slice(self.context.page.tokens.text).to_owned(),
                evidence: Evidence { rule: RuleId::from("mention/award"), span, certainty: Certainty::Pattern },
            };
            let key = key(&award.recipient);
            self.enter(Draft { found: AwardFound { award }, key, group: self.groups });
        }
    }

    /// Enters an award, or adds what it says to one that was entered before.
    fn enter(&mut self, draft: Draft) {
        let is_same = |known: &&mut Draft| {
            let (one, other) = (&known.found.award, &draft.found.award);
            let same_rank = one.position == other.position || one.position.is_none() || other.position.is_none();
            same_rank && one.honorary == other.honorary && contains(&known.key, &draft.key)
        };
        let recent = self.drafts.len().saturating_sub(MAX_AWARDS);
        let known = self.drafts.get_mut(recent..).unwrap_or_default().iter_mut().find(is_same);
        let Some(known) = known else {
            self.drafts.push(draft);
            return;
        };
        let (one, other) = (&mut known.found.award, draft.found.award);
        one.position = one.position.or(other.position);
        one.tie |= other.tie;
        one.amount = one.amount.take().or(other.amount);
        one.recipient_country = one.recipient_country.take().or(other.recipient_country);
        one.work = one.work.take().or(other.work);
        if draft.key.len() > known.key.len() {
            one.recipient = other.recipient;
            known.key = draft.key;
        }
    }

    fn span(&self, words: &Range<usize>) -> Span {
        let page = self.context.page;
        let last = words.end.checked_sub(1).and_then(|last| page.token(last));
        let span = page.token(words.start).zip(last).map(|(first, last)| first.span.join(last.span));
        span.unwrap_or_default()
    }

    /// What stands somewhere, on one line.
    fn text(&self, span: Span) -> String {
        span.slice(self.context.page.tokens.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// The folded words of a name.
fn key(name: &str) -> Vec<String> {
    crate::text::words(crate::text::fold(name).as_str()).map(str::to_owned).collect()
}

/// Whether one name is the beginning or the end of the other.
fn contains(one: &[String], other: &[String]) -> bool {
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    !short.is_empty() && (long.starts_with(short) || long.ends_with(short))
}
