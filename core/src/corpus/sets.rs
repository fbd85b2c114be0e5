//! Things that are found to be one, step by step: sets that know what none of their members may contradict.

use crate::model::Organization;

/// What is known of the members of a set.
#[derive(Clone, Copy)]
struct Known<'r> {
    /// An id of the registry.
    id: Option<&'r str>,
    country: Option<&'r str>,
}

/// Disjoint sets of organisations; finding and joining take nearly constant time.
pub(super) struct Sets<'r> {
    above: Vec<usize>,
    sizes: Vec<usize>,
    known: Vec<Known<'r>>,
}

impl<'r> Sets<'r> {
    pub(super) fn new(organizations: impl Iterator<Item = &'r Organization>) -> Self {
        let known = organizations.map(|organization| Known {
            id: organization.linked.then_some(organization.id.as_str()),
            country: organization.country.as_deref(),
        });
        let known: Vec<Known<'r>> = known.collect();
        Self { above: (0..known.len()).collect(), sizes: vec![1; known.len()], known }
    }

    /// The member that stands for a set.
    pub(super) fn find(&mut self, at: usize) -> usize {
        let mut at = at;
        while let Some(above) = self.above(at).filter(|above| *above != at) {
            // Every second step is made shorter for the next who goes this way.
            let next = self.above(above).unwrap_or(above);
            self.above.get_mut(at).into_iter().for_each(|place| *place = next);
            at = next;
        }
        at
    }

    fn above(&self, at: usize) -> Option<usize> {
        self.above.get(at).copied()
    }

    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.find(a), self.find(b));
        let size = |at: usize| self.sizes.get(at).copied().unwrap_or_default();
        let total = size(a) + size(b);
        let (large, small) = if size(a) < size(b) { (b, a) } else { (a, b) };
        if large == small {
            return;
        }
        let (own, other) = (self.known.get(large).copied(), self.known.get(small).copied());
        if let (Some(own), Some(other)) = (own, other) {
            let both = Known { id: own.id.or(other.id), country: own.country.or(other.country) };
            self.known.get_mut(large).into_iter().for_each(|known| *known = both);
        }
        self.above.get_mut(small).into_iter().for_each(|above| *above = large);
        self.sizes.get_mut(large).into_iter().for_each(|size| *size = total);
    }

    /// Joins two sets unless they are of different countries, or the registry tells them apart.
    pub(super) fn join_if_fit(&mut self, a: usize, b: usize) {
        let (own, other) = (self.find(a), self.find(b));
        let (Some(own), Some(other)) = (self.known.get(own).copied(), self.known.get(other).copied()) else { return };
        if agree(own.id, other.id) && agree(own.country, other.country) {
            self.join(a, b);
        }
    }
}

fn agree(a: Option<&str>, b: Option<&str>) -> bool {
    a.is_none() || b.is_none() || a == b
}
