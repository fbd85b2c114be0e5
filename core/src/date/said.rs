//! What an expression says, field by field, before anything is worked out.

use crate::resources::{DateMeaning, Unit};

use super::calendar::{HIJRI_YEARS, YEARS};

/// A year, a month, a day as they are written in one calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Civil {
    pub(super) year: Option<i32>,
    pub(super) month: Option<u32>,
    pub(super) day: Option<u32>,
}

impl Civil {
    fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// With the fields of another; none when both have one.
    fn and(self, other: Self) -> Option<Self> {
        Some(Self {
            year: either(self.year, other.year)?,
            month: either(self.month, other.month)?,
            day: either(self.day, other.day)?,
        })
    }
}

/// A clock time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Clock {
    pub(super) hour: Option<u32>,
    pub(super) minute: Option<u32>,
    pub(super) second: Option<u32>,
    /// 0 before noon, 1 after it.
    pub(super) half: Option<i32>,
    /// Its time zone, by index in the lexicon.
    pub(super) zone: Option<i32>,
    /// Its distance from UTC in minutes.
    pub(super) offset: Option<i32>,
}

/// The fields of an expression.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Gregorian fields.
    pub(super) civil: Civil,
    /// Hijri fields.
    pub(super) hijri: Civil,
    pub(super) weekday: Option<u32>,
    pub(super) clock: Clock,
    /// Days from today.
    pub(super) offset: Option<i32>,
    /// -1 last, 0 this, 1 next.
    pub(super) relation: Option<i32>,
    pub(super) unit: Option<Unit>,
    /// Which one: of `part`, or of the days of the week when that is absent.
    pub(super) nth: Option<i32>,
    pub(super) part: Option<Unit>,
    pub(super) count: Option<i32>,
    /// Whether `count` units lie before the anchor (-1) or after it.
    pub(super) direction: Option<i32>,
    /// Whether all the time up to there is meant.
    pub(super) is_stretch: bool,
    pub(super) season: Option<i32>,
    /// The year after, of a year that begins in one and ends in the next.
    pub(super) next_year: Option<i32>,
    /// 0 start, 1 mid, 2 end, 3 approximate.
    pub(super) modifier: Option<i32>,
    /// How often, by index in the lexicon.
    pub(super) frequency: Option<i32>,
    /// 0 Gregorian, 1 Hijri: which calendar `y` without a month is in.
    pub(super) era: Option<i32>,
    /// Whether day and month could be read the other way round.
    pub(super) is_ambiguous: bool,
    /// Whether it is counted from the date before it in the text, not from the day of the article.
    pub(super) is_from_last: bool,
    /// Whether its unit, or what tells which one, is of several.
    pub(super) is_plural: bool,
    /// Whether the month is written in figures, so that it can be of either calendar.
    pub(super) is_figured: bool,
    /// Whether the day is a number in words, which could count anything.
    pub(super) is_counted: bool,
    /// Whether the day is an ordinal in words.
    pub(super) is_ordinal: bool,
    /// Whether it was only a piece of a date.
    pub(super) is_piece: bool,
}

/// One of two values, none when there are two.
#[expect(clippy::option_option, reason = "outside: whether they go together; inside: whether there is one")]
fn either<T>(one: Option<T>, other: Option<T>) -> Option<Option<T>> {
    match (one, other) {
        (Some(_), Some(_)) => None,
        (one, other) => Some(one.or(other)),
    }
}

impl Clock {
    /// A time and its zone, wherever each stands.
    fn and(self, other: Self) -> Option<Self> {
        Some(Self {
            hour: either(self.hour, other.hour)?,
            minute: either(self.minute, other.minute)?,
            second: either(self.second, other.second)?,
            half: either(self.half, other.half)?,
            zone: either(self.zone, other.zone)?,
            offset: either(self.offset, other.offset)?,
        })
    }
}

impl Said {
    /// Whether it has a day of a month.
    pub(super) fn has_day(&self) -> bool {
        self.civil.day.is_some() || self.hijri.day.is_some()
    }

    pub(super) fn is_clock(&self) -> bool {
        let rest = Self { clock: Clock::default(), is_piece: false, modifier: None, ..*self };
        self.clock != Clock::default() && rest == Self::default()
    }

    fn has_clock(&self) -> bool {
        self.clock != Clock::default()
    }

    pub(super) fn is_bare_weekday(&self) -> bool {
        self.weekday.is_some() && Self { weekday: None, ..*self } == Self::default()
    }

    /// Completes what a shape of the first level read; none when it makes no sense.
    pub(super) fn complete(mut self, meaning: DateMeaning) -> Option<Self> {
        self.direction = match meaning {
            DateMeaning::Ago => Some(-1),
            DateMeaning::Ahead => Some(1),
            _ => None,
        };
        if let (Some(relation @ (-1 | 1)), Some(_), Some(_)) = (self.relation, self.unit, self.count) {
            // "The last three days", "the next two years".
            self.direction = Some(relation);
            self.is_stretch = true;
        }
        let has_month = self.civil.month.is_some() || self.hijri.month.is_some();
        if has_month && self.unit.is_some_and(|unit| unit != Unit::Year) && self.relation.is_some() {
            return None;
        }
        if self.direction.is_some() {
            self.relation = None;
            self.count = self.count.or(Some(1));
        }
        if self.part == Some(Unit::Century) && self.era == Some(1) {
            return None;
        }
        if self.nth.is_some() && self.part.is_none() && self.weekday.is_none() {
            self.part = self.unit.take();
        }
        self.is_piece = meaning == DateMeaning::Piece && self.part != Some(Unit::Quarter);
        if self.era == Some(1) && self.hijri.is_empty() {
            self.hijri = std::mem::take(&mut self.civil);
        }
        if self.is_plural && self.relation.is_some() && self.count.is_none() {
            return None;
        }
        let is_weekday_with_word = self.weekday.is_some() && self.is_ordinal && !has_month && self.nth.is_none();
        let is_neighbour_day =
            self.unit == Some(Unit::Day) && matches!(self.relation, Some(-1 | 1)) && self.count.is_none();
        if is_weekday_with_word || is_neighbour_day {
            // "Monday, the first", "the last day": of something else.
            return None;
        }
        let is_small_unit = matches!(self.unit, Some(Unit::Hour | Unit::Minute));
        if is_small_unit && self.relation.is_some()
            || meaning == DateMeaning::Date && self.is_ordinal && self.is_bare_day()
        {
            return None;
        }
        self.is_sound().then_some(self)
    }

    fn is_sound(&self) -> bool {
        let is_year = |year: Option<i32>, years: &std::ops::Range<i32>| year.is_none_or(|year| years.contains(&year));
        let hour_limit = if self.clock.half.is_some() { 23 } else { 24 };
        let longest = |month: u32| match month {
            2 => 29,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        is_year(self.civil.year, &YEARS)
            && is_year(self.hijri.year, &HIJRI_YEARS)
            && self.hijri.day.is_none_or(|day| day <= 31)
            && self.civil.day.is_none_or(|day| day <= self.civil.month.map_or(31, longest))
            && self.clock.hour.is_none_or(|hour| hour <= hour_limit)
            && self.is_day_of_its_year()
            && (!self.is_counted || self.civil.month.is_some() || self.hijri.month.is_some())
    }

    /// Whether the 29th of February is in a leap year.
    fn is_day_of_its_year(&self) -> bool {
        let Civil { year: Some(year), month: Some(month), day: Some(day) } = self.civil else { return true };
        super::calendar::day(year, month, day).is_some()
    }

    /// This and another that stands beside it, if the two say one date.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        let (mut early, late) = (self, other);
        if early.weekday.is_some() && early.relation == Some(0) && early.unit.is_none() && late.has_day() {
            // "This Thursday (21 November)".
            early.relation = None;
        }
        let is_half_day = |said: &Self| said.is_clock() && said.clock.hour.is_none() && said.clock.half.is_some();
        if is_half_day(&late) && early.civil.day.is_some() && early.civil.month.is_none()
            || late.is_piece && late.is_bare_day()
        {
            // "Thursday 1 pm", "Saturday at 5": hours, no days.
            return None;
        }
        let is_joined = if early.is_clock() || late.is_clock() {
            early.is_dated() != late.is_dated() && !early.is_bare_day() && !late.is_bare_day()
        } else if early.is_bare_weekday() {
            late.weekday.is_none() && (late.has_day() || late.offset.is_some() || late.is_week())
        } else if late.is_bare_weekday() {
            early.weekday.is_none()
                && (early.has_day() && !early.is_bare_day() || early.offset.is_some() || early.is_week())
        } else if early.offset.is_some() {
            late.has_day() && late.offset.is_none() && late.unit.is_none()
        } else if early.has_day() && late.has_day() {
            early.civil.is_empty() != late.civil.is_empty() && early.offset.is_none() && late.offset.is_none()
        } else if early.civil.is_empty() != late.civil.is_empty() && early.hijri.is_empty() != late.hijri.is_empty() {
            // The same month or year in two calendars.
            let (one, other) =
                if early.hijri.is_empty() { (early.civil, late.hijri) } else { (early.hijri, late.civil) };
            early.is_named() && late.is_named() && one.month.is_some() == other.month.is_some()
        } else {
            late.is_relative() && late.is_fitting(&early)
        };
        if is_joined { early.with(late) } else { None }
    }

    /// This as a part of another: the third week of June, the 5th of this month, Friday of next week.
    pub(super) fn of(self, whole: Self) -> Option<Self> {
        let is_part = if self.nth.is_some() {
            whole.nth.is_none() && whole.count.is_none() && whole.is_container()
        } else if self.is_piece && self.unit.is_some() && self.relation.is_none() {
            self.unit == Some(Unit::Week) && whole.has_day() && !whole.is_piece
        } else if self.is_bare_weekday() {
            whole.unit == Some(Unit::Week) && whole.relation.is_some()
        } else {
            whole.is_relative() && whole.is_fitting(&self)
        };
        if is_part { self.with(whole) } else { None }
    }

    fn is_week(&self) -> bool {
        self.unit == Some(Unit::Week) && self.relation.is_some()
    }

    /// Whether it is "this month", "next year".
    fn is_relative(&self) -> bool {
        self.relation.is_some() && matches!(self.unit, Some(Unit::Month | Unit::Year)) && self.civil.is_empty()
    }

    /// With all fields of another; none when both say the same field.
    fn with(self, late: Self) -> Option<Self> {
        let early = self;
        Some(Self {
            civil: early.civil.and(late.civil)?,
            hijri: early.hijri.and(late.hijri)?,
            weekday: either(early.weekday, late.weekday)?,
            clock: early.clock.and(late.clock)?,
            offset: either(early.offset, late.offset)?,
            relation: either(early.relation, late.relation)?,
            unit: either(early.unit, late.unit)?,
            nth: early.nth.or(late.nth),
            part: early.part.or(late.part),
            count: either(early.count, late.count)?,
            direction: either(early.direction, late.direction)?,
            is_stretch: early.is_stretch || late.is_stretch,
            season: either(early.season, late.season)?,
            next_year: either(early.next_year, late.next_year)?,
            modifier: early.modifier.or(late.modifier),
            frequency: either(early.frequency, late.frequency)?,
            era: early.era.or(late.era),
            is_ambiguous: early.is_ambiguous || late.is_ambiguous,
            is_from_last: early.is_from_last || late.is_from_last,
            is_plural: early.is_plural || late.is_plural,
            is_figured: early.is_figured || late.is_figured,
            is_ordinal: early.is_ordinal || late.is_ordinal,
            is_counted: early.is_counted || late.is_counted,
            is_piece: false,
        })
    }

    /// This with the words over it that make it vague or tell how often.
    pub(super) fn under(mut self, words: &Self) -> Self {
        self.modifier = self.modifier.or(words.modifier);
        self.frequency = self.frequency.or(words.frequency);
        self.relation = self.relation.or(words.relation);
        if self.is_piece && self.unit.is_some() && self.modifier.is_some() {
            // "The end of the month" is of this one.
            self.relation = Some(0);
            self.is_piece = false;
        }
        self
    }

    /// Whether "about" can be said of it: of a day of a month, a month, a year, not of a Friday or of last week.
    pub(super) fn can_be_vague(&self) -> bool {
        // "About 1200" is a number of something.
        let is_number = self.civil.month.is_none()
            && self.unit.is_none()
            && self.civil.year.is_some_and(|year| !(1500..2070).contains(&year));
        let is_loose = self.relation.is_some() || self.weekday.is_some() || self.is_bare_day() || is_number;
        self.modifier != Some(3) || !is_loose
    }

    /// This with how many of a unit lie between two times.
    pub(super) fn counting(mut self, words: &Self) -> Self {
        self.unit = self.unit.or(words.unit);
        self.count = self.count.or(words.count);
        self
    }

    /// Whether it has a month or a year by itself.
    fn is_named(&self) -> bool {
        (self.civil.month.or(self.hijri.month).is_some() || self.civil.year.or(self.hijri.year).is_some())
            && self.unit.is_none()
            && self.offset.is_none()
    }

    /// Whether this "of next month" or "of this year" can follow a day or a month.
    fn is_fitting(&self, early: &Self) -> bool {
        let lacks_year = early.civil.year.is_none() && early.hijri.is_empty() && early.relation.is_none();
        match self.unit {
            Some(Unit::Month) => early.civil.day.is_some() && early.civil.month.is_none() && lacks_year,
            _ => (early.civil.month.is_some() || early.season.is_some()) && lacks_year,
        }
    }

    /// Whether it is a day of a month that is not named.
    pub(super) fn is_bare_day(&self) -> bool {
        let civil = Civil { day: self.civil.day, ..Civil::default() };
        self.civil == civil && self.civil.day.is_some() && self.weekday.is_none() && self.unit.is_none()
    }

    /// Whether it is no date by itself: a clock time, a day without any month it could be in, a part of nothing.
    pub(super) fn is_lost(&self) -> bool {
        let Self { civil, hijri, .. } = self;
        if self.direction.is_none() && self.count.is_some() {
            return false;
        }
        if self.is_clock() || self.is_piece && (self.nth.is_some() || self.unit.is_some()) {
            return true;
        }
        (civil.day.is_some() && civil.month.is_none() || hijri.day.is_some() && hijri.month.is_none())
            && self.weekday.is_none()
            && self.unit != Some(Unit::Month)
    }

    /// Whether a part can be one of it: the third week of June, the first quarter of next year.
    fn is_container(&self) -> bool {
        !self.has_day() && !self.has_clock() && self.weekday.is_none() && !self.is_piece
    }

    /// Whether a clock time can stand beside it.
    fn is_dated(&self) -> bool {
        self.has_day() || self.weekday.is_some() || self.offset.is_some()
    }

    /// With the larger fields of a date that shares them: "3 to 5 June 2022", "June 3 to 5".
    pub(super) fn sharing(mut self, other: &Self) -> Self {
        let is_bare = self.offset.is_none() && self.relation.is_none() && self.count.is_none();
        if !is_bare {
            return self;
        }
        let is_bare_day = self.has_day() && self.civil.month.is_none() && self.hijri.month.is_none();
        if is_bare_day {
            if other.civil.month.is_none() && other.hijri.month.is_some() {
                self.hijri.day = self.civil.day.take();
            }
            self.civil.month = other.civil.month;
            self.hijri.month = other.hijri.month;
            if other.unit == Some(Unit::Month) {
                (self.unit, self.relation) = (other.unit, other.relation);
            }
        }
        let lacks_year = self.civil.year.is_none() && self.hijri.year.is_none();
        if lacks_year && (self.civil.month.is_some() || self.hijri.month.is_some() || self.season.is_some()) {
            if self.civil.month.is_some() || self.season.is_some() {
                self.civil.year = other.civil.year;
            } else {
                self.hijri.year = other.hijri.year;
            }
            if other.civil.year.is_none() && other.hijri.year.is_none() && other.relation.is_some() {
                (self.relation, self.unit) = (other.relation, other.unit);
            }
        }
        self
    }
}
