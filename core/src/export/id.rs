//! Ids that depend only on what is said: of the same page always the same, on every host.

use rustc_hash::FxHashMap;

use super::view::{View, word};
use crate::model::Event;

/// FNV-1a, 128 bits: an offset and a prime.
const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013B;
/// A byte that no UTF-8 holds, between two parts.
const BETWEEN: u8 = 0xFF;

/// An id: a hash of 128 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Id(u128);

impl Id {
    fn with(self, part: &str) -> Self {
        let bytes = part.bytes().chain([BETWEEN]);
        Self(bytes.fold(self.0, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME)))
    }

    /// As a UUID of version 8 (RFC 9562): one whose bits are made in a way of its own.
    pub(super) fn uuid(self) -> String {
        let bits = self.0 & !(0xF << 76) & !(0x3 << 62) | (0x8 << 76) | (0x2 << 62);
        let part = |shift: u32, digits: u32| (bits >> shift) & ((1 << (4 * digits)) - 1);
        let (a, b, c, d, e) = (part(96, 8), part(80, 4), part(64, 4), part(48, 4), part(0, 12));
        format!("{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
    }

    /// Half of the bits, for a fragment.
    pub(super) fn short(self) -> String {
        format!("{:016x}", (self.0 >> 64) as u64 ^ self.0 as u64)
    }
}

/// Gives ids to what a page says.
pub(super) struct Ids {
    page: Id,
    /// How often each was given: what is said twice is there twice.
    given: FxHashMap<Id, u32>,
}

impl Ids {
    /// A page is its address, or else what its articles say: menus around them may change.
    pub(super) fn new(view: &View<'_>) -> Self {
        let record = view.record;
        let page = match &record.url {
            Some(url) => Id(START).with(url),
            None if record.articles.is_empty() => Id(START).with(&record.text),
            None => record.articles.iter().fold(Id(START), |id, article| {
                id.with(article.headline.as_ref().map_or("", |headline| &headline.text)).with(&article.article_body)
            }),
        };
        Self { page, given: FxHashMap::default() }
    }

    pub(super) fn give(&mut self, parts: &[&str]) -> Id {
        let id = parts.iter().fold(self.page, |id, part| id.with(part));
        let times = self.given.entry(id).or_default();
        *times += 1;
        if *times == 1 { id } else { id.with(&times.to_string()) }
    }

    /// The id of an event: its sentence, and what was read of it.
    pub(super) fn event(&mut self, view: &View<'_>, event: &Event) -> Id {
        let dates = [&event.start_date, &event.end_date];
        let [start, end] = dates.map(|date| date.as_ref().and_then(|date| date.edtf.as_deref()).unwrap_or_default());
        self.give(&[
            "event",
            view.quote(event.span),
            &word(&event.kind),
            event.name.as_deref().unwrap_or_default(),
            start,
            end,
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_the_published_value() {
        let hash = b"foobar".iter().fold(START, |hash, &byte| (hash ^ u128::from(byte)).wrapping_mul(PRIME));
        assert_eq!(hash, 0x343e_1662_793c_64bf_6f0d_3597_ba44_6f18);
    }

    #[test]
    fn an_id_is_a_uuid_of_version_8() {
        let uuid = Id(u128::MAX).with("نبأ").uuid();
        let shape: String = uuid.chars().map(|c| if c.is_ascii_hexdigit() { 'x' } else { c }).collect();
        assert_eq!(shape, "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx");
        assert_eq!((&uuid[14..15], "89ab".contains(&uuid[19..20])), ("8", true));
    }

    #[test]
    fn parts_do_not_run_together() {
        assert_ne!(Id(START).with("ab").with("c"), Id(START).with("a").with("bc"));
    }
}
