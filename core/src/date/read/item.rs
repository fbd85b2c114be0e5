//! What one item of a pattern can be: a number, a word of a class, a phrase, and the field it fills.

use crate::resources::{Class, Item, Meaning, Roles, Unit};
use crate::text::WordId;

use super::{Path, Reader};
use crate::date::calendar::YEARS;
use crate::date::number::Sum;
use crate::date::said::Said;
use crate::date::scan::Kind;

impl Reader<'_> {
    /// Every way to read an item at a token.
    pub(super) fn take(
        &self,
        item: Item,
        at: usize,
        path: &Path<'_>,
        leads_on: &dyn Fn(usize) -> bool,
        go: &mut dyn FnMut(usize, &Path<'_>),
    ) {
        let mut step = |end: usize, set: &dyn Fn(&mut Said) -> bool| {
            if !leads_on(end) {
                return;
            }
            let mut path = *path;
            if set(&mut path.said) {
                go(end, &path);
            }
        };
        let Some(token) = self.tokens.get(at) else { return };
        let figure = if let Kind::Number(value, digits) = token.kind { Some((value, digits)) } else { None };
        let small = figure.filter(|&(_, digits)| digits <= 2).map(|(value, _)| value);
        match (item, figure) {
            (Item::Mark(mark), _) if token.kind == Kind::Mark(mark) => step(at + 1, &|_| true),
            (Item::Word(class), _) => {
                for (end, meaning) in self.meanings(at, class) {
                    let names = self.lexicon.roles;
                    step(end, &|said| set_word(said, &meaning, &names));
                }
            }
            (Item::Year, Some((value, 4))) => step(at + 1, &|said| set_year(said, value as i32)),
            (Item::HijriYear, Some((value @ 1300..=1500, 4))) => step(at + 1, &|said| {
                said.era = Some(1);
                set_year(said, value as i32)
            }),
            (Item::ShortYear, Some((value, 2))) => {
                // As CLDR and POSIX read two digits.
                let century = if value < 69 { 2000 } else { 1900 };
                step(at + 1, &|said| {
                    let century = said.civil.year.map_or(century, |year| year / 100 * 100);
                    set_year(said, century + value as i32)
                });
            }
            (Item::TwoDigitMonth, Some((value @ 1..=12, 2))) | (Item::MonthNumber, Some((value @ 1..=12, 1..=2))) => {
                step(at + 1, &|said| {
                    said.is_ambiguous = said.civil.day.is_none_or(|day| day <= 12 && day != value);
                    said.is_figured = true;
                    set(&mut said.civil.month, value)
                });
            }
            (Item::TwoDigitDay, Some((value @ 1..=31, 2))) | (Item::Day, Some((value @ 1..=31, 1..=2))) => {
                let is_ambiguous = |said: &Said| said.is_ambiguous && value <= 12 && said.civil.month != Some(value);
                for end in self.suffix(at + 1).into_iter().chain([at + 1]) {
                    step(end, &|said| {
                        said.is_ambiguous = is_ambiguous(said);
                        set_day(said, value)
                    });
                }
            }
            (Item::Quarter, Some((value @ 1..=4, 1))) => step(at + 1, &|said| {
                said.part = said.part.or(Some(Unit::Quarter));
                set(&mut said.nth, value as i32)
            }),
            (Item::Offset, None) => {
                if let Some((end, minutes)) = self.offset(at) {
                    step(end, &|said| set(&mut said.clock.offset, minutes));
                }
            }
            (Item::Hour, Some((value @ 0..=24, 1..=2))) => step(at + 1, &|said| set(&mut said.clock.hour, value)),
            (Item::Minute, Some((value @ 0..=59, 2))) => step(at + 1, &|said| set(&mut said.clock.minute, value)),
            (Item::Second, Some((value @ 0..=59, 2))) => step(at + 1, &|said| set(&mut said.clock.second, value)),
            (Item::Count, Some((value @ 1..=9999, _))) => {
                step(at + 1, &|said| set(&mut said.count, value as i32));
            }
            (Item::Nth, Some(_)) => {
                let Some(value @ 1..=31) = small else { return };
                let after = self.suffix(at + 1);
                after.into_iter().for_each(|end| step(end, &|said| set(&mut said.nth, value as i32)));
            }
            (Item::Year, None) => {
                if let Some((end, value)) = self.number(at).filter(|(end, value)| end - at > 1 || *value > 1000) {
                    step(end, &|said| YEARS.contains(&value) && set_year(said, value));
                }
            }
            (Item::Day, None) => {
                for (end, meaning) in self.meanings(at, Class::Ordinal) {
                    if let (1..=31, Ok(value)) = (meaning.value, u32::try_from(meaning.value)) {
                        step(end, &|said| {
                            said.is_ordinal = true;
                            set_day(said, value)
                        });
                    }
                }
                if let Some((end, value @ 1..=31)) = self.number(at) {
                    step(end, &|said| {
                        said.is_counted = true;
                        set_day(said, u32::try_from(value).unwrap_or_default())
                    });
                }
            }
            (Item::Count, None) => {
                if let Some((end, value)) = self.number(at) {
                    step(end, &|said| set(&mut said.count, value));
                }
            }
            (Item::Hour, None) => {
                let ordinals = self.meanings(at, Class::Ordinal).map(|(end, meaning)| (end, meaning.value));
                for (end, value) in ordinals.chain(self.number(at)) {
                    if let (1..=12, Ok(value)) = (value, u32::try_from(value)) {
                        step(end, &|said| set(&mut said.clock.hour, value));
                    }
                }
            }
            (Item::Nth, None) => {
                for (end, meaning) in self.meanings(at, Class::Ordinal) {
                    step(end, &|said| set(&mut said.nth, meaning.value));
                }
            }
            _ => {}
        }
    }

    /// The phrases of a class that begin at a token, with their ends.
    pub(super) fn meanings(&self, at: usize, class: Class) -> impl Iterator<Item = (usize, Meaning)> {
        // A month may be one of either calendar.
        let is_wanted = move |found: Class| found == class || class == Class::Month && found == Class::HijriMonth;
        self.phrases_at(at).iter().copied().filter(move |(_, meaning)| is_wanted(meaning.class))
    }

    pub(super) fn find_phrases(&mut self, at: usize) {
        let Some(word) = self.word(at) else { return };
        for (rest, meanings) in self.lexicon.phrases(word) {
            let mut own = meanings.iter().filter(|meaning| meaning.languages & self.grammar.languages != 0).peekable();
            if own.peek().is_none() {
                continue;
            }
            if let Some(end) = self.phrase_end(at + 1, rest) {
                self.phrases.extend(own.map(|meaning| (end, *meaning)));
            }
        }
    }

    pub(super) fn has(&self, at: usize, class: Option<u16>) -> bool {
        class.is_some_and(|class| self.meanings(at, Class::Word(class)).next().is_some())
    }

    pub(super) fn word(&self, at: usize) -> Option<WordId> {
        match self.tokens.get(at)?.kind {
            Kind::Word(id) | Kind::Proclitic(id) => Some(id),
            _ => None,
        }
    }

    /// Where the rest of a phrase ends; marks inside of words (`mid-`, `d'`, `a.m`) may stand between them.
    pub(super) fn phrase_end(&self, from: usize, rest: &[WordId]) -> Option<usize> {
        let mut at = from;
        let mut has_stops = false;
        for &wanted in rest {
            let is_inner = self
                .tokens
                .get(at)
                .is_some_and(|token| token.glued && matches!(token.kind, Kind::Mark('-' | '\'' | '.')));
            let is_apostrophe = self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark('\''));
            if is_inner && (is_apostrophe || self.tokens.get(at + 1).is_some_and(|next| next.glued)) {
                has_stops |= self.tokens.get(at).is_some_and(|token| token.kind == Kind::Mark('.'));
                at += 1;
            }
            if self.word(at) != Some(wanted) {
                return None;
            }
            at += 1;
        }
        // `a.m.` ends with a stop of its own.
        let is_stop = self.tokens.get(at).is_some_and(|token| token.glued && token.kind == Kind::Mark('.'));
        Some(at + usize::from(has_stops && is_stop))
    }

    /// The longest number in words at a token.
    fn number(&self, at: usize) -> Option<(usize, i32)> {
        let (mut sum, mut end, mut best) = (Sum::default(), at, None);
        loop {
            let from = if sum.words() > 0 && self.has(end, self.lexicon.roles.and) { end + 1 } else { end };
            let is_hyphen = sum.words() > 0
                && self.tokens.get(from).is_some_and(|token| token.glued && token.kind == Kind::Mark('-'));
            let words = self.meanings(from + usize::from(is_hyphen), Class::Number);
            // "one" is a number only after others: "ninety-one".
            let from = from + usize::from(is_hyphen);
            let one = (sum.words() > 0 && self.has(from, self.lexicon.roles.one)).then_some((from + 1, 1));
            let mut next = words.map(|(end, word)| (end, word.value)).chain(one);
            let Some((next, longer)) = next.find_map(|(end, word)| Some((end, sum.then(word)?))) else {
                return best;
            };
            (sum, end) = (longer, next);
            best = Some((end, sum.value()));
        }
    }

    /// `UTC+1`, `GMT +05:30`.
    fn offset(&self, at: usize) -> Option<(usize, i32)> {
        let (end, _) = self.meanings(at, Class::Zone).next()?;
        let sign = match self.tokens.get(end)?.kind {
            Kind::Mark('+') => 1,
            Kind::Mark('-') => -1,
            _ => return None,
        };
        let figure = |at: usize| match self.tokens.get(at)?.kind {
            Kind::Number(value, 1..=2) => i32::try_from(value).ok(),
            _ => None,
        };
        let hours = figure(end + 1).filter(|hours| *hours <= 14)?;
        let is_colon = self.tokens.get(end + 2).is_some_and(|token| token.glued && token.kind == Kind::Mark(':'));
        let minutes = figure(end + 3).filter(|minutes| is_colon && *minutes < 60);
        Some((end + 2 + if minutes.is_some() { 2 } else { 0 }, sign * (hours * 60 + minutes.unwrap_or(0))))
    }

    /// Where a day in figures ends, with "th" or "er".
    fn suffix(&self, at: usize) -> Option<usize> {
        let (end, _) = self.meanings(at, Class::Word(self.lexicon.roles.suffix?)).next()?;
        Some(end)
    }
}

fn set<T: PartialEq>(field: &mut Option<T>, value: T) -> bool {
    let is_new = field.is_none();
    *field = Some(value);
    is_new
}

fn set_year(said: &mut Said, year: i32) -> bool {
    let civil = if said.hijri.month.is_some() { &mut said.hijri } else { &mut said.civil };
    if civil.year.is_some_and(|first| (1..=60).contains(&(year - first))) {
        return set(&mut said.next_year, year);
    }
    set(&mut civil.year, year)
}

fn set_day(said: &mut Said, day: u32) -> bool {
    let civil = if said.hijri.month.is_some() { &mut said.hijri } else { &mut said.civil };
    set(&mut civil.day, day)
}

/// Lets a word say what it means.
fn set_word(said: &mut Said, meaning: &Meaning, names: &Roles) -> bool {
    let value = meaning.value;
    let number = u32::try_from(value).unwrap_or_default();
    match meaning.class {
        // The same month twice is a doublet: "يوليو/تموز".
        Class::Month => said.civil.month == Some(number) || set(&mut said.civil.month, number),
        Class::HijriMonth => {
            if said.civil.month.is_some() {
                return false;
            }
            said.hijri.day = said.civil.day.take();
            said.hijri.month == Some(number) || set(&mut said.hijri.month, number)
        }
        Class::Weekday => set(&mut said.weekday, number),
        Class::Unit => {
            said.is_plural |= meaning.is_plural;
            Unit::at(value).is_some_and(|unit| set(&mut said.unit, unit))
        }
        Class::Single => set(&mut said.count, 1) && Unit::at(value).is_some_and(|unit| set(&mut said.unit, unit)),
        Class::Pair => set(&mut said.count, 2) && Unit::at(value).is_some_and(|unit| set(&mut said.unit, unit)),
        Class::Day => set(&mut said.offset, value),
        Class::NearDay => {
            said.is_from_last = true;
            set(&mut said.offset, value)
        }
        Class::Relation => {
            said.is_plural |= meaning.is_plural;
            set(&mut said.relation, value)
        }
        Class::Season => set(&mut said.season, value),
        Class::Decade => set_year(said, 1900 + value) && set(&mut said.unit, Unit::Decade),
        Class::DayPeriod => set(&mut said.clock.half, value),
        Class::Zone => set(&mut said.clock.zone, value),
        Class::Era => {
            let is_hijri = said.hijri.month.is_some();
            said.era = Some(value);
            is_hijri == (value == 1) || !is_hijri && (said.civil.month.is_none() || said.is_figured)
        }
        Class::Modifier => set(&mut said.modifier, value),
        Class::Frequency => set(&mut said.frequency, value),
        Class::Ordinal | Class::Number => true,
        Class::Word(class) => {
            let class = Some(class);
            if class == names.this {
                said.relation = Some(0);
            } else if class == names.later || class == names.earlier {
                said.is_from_last = true;
            } else if class == names.one {
                said.count = Some(1);
            } else if class == names.decades || class == names.decade_mark {
                said.unit = Some(Unit::Decade);
            } else if class == names.half_letter {
                said.part = Some(Unit::Half);
            } else if class == names.weekend {
                said.unit = Some(Unit::Weekend);
            } else if class == names.century {
                said.part = Some(Unit::Century);
            } else if class == names.half_past {
                said.clock.minute = Some(30);
            } else if class == names.quarter_past {
                said.clock.minute = Some(15);
            } else if class == names.quarter_to {
                said.clock.minute = Some(45);
                said.clock.hour = said.clock.hour.map(|hour| if hour == 1 { 12 } else { hour.saturating_sub(1) });
            }
            true
        }
    }
}
