//! Small linear models over named signs: a table of words and weights, each of which can be read and argued with.
//!
//! A family of signs is a cross product of named values: `shape` has `long/stop`, `short/open` and so on. The weight of
//! each sign stands in `data/models/<model>.toml`, and a decision quotes the sign that weighed most.

use crate::model::RuleId;
use crate::resources::Model;

/// A group of signs, one of which holds at a time: a name and the values it is made of.
#[derive(Clone, Copy)]
pub(crate) struct Family {
    pub(crate) name: &'static str,
    pub(crate) dimensions: &'static [&'static [&'static str]],
}

impl Family {
    pub(crate) const fn size(&self) -> usize {
        let (mut size, mut at) = (1, 0);
        while at < self.dimensions.len() {
            #[allow(clippy::indexing_slicing)] // `at` is below the length; iterators are not const
            let dimension = self.dimensions[at];
            size *= dimension.len();
            at += 1;
        }
        size
    }

    fn sign(&self, mut index: usize) -> String {
        let mut values = Vec::new();
        for dimension in self.dimensions.iter().rev() {
            values.push(dimension.get(index % dimension.len()).copied().unwrap_or_default());
            index /= dimension.len();
        }
        values.push(self.name);
        values.reverse();
        values.join("/")
    }
}

/// The families of one model and those of another, in one list.
pub(crate) const fn joined<const A: usize, const B: usize, const C: usize>(
    a: [Family; A],
    b: [Family; B],
) -> [Family; C] {
    let mut all = [Family { name: "", dimensions: &[] }; C];
    let mut at = 0;
    while at < C {
        #[allow(clippy::indexing_slicing)] // both are below their lengths; iterators are not const
        let family = if at < A { a[at] } else { b[at - A] };
        #[allow(clippy::indexing_slicing)]
        {
            all[at] = family;
        }
        at += 1;
    }
    all
}

/// A sign: an index into all values of all families of a model.
pub(crate) type Sign = u16;

/// The families of a model and where the signs of each begin.
pub(crate) struct Layout {
    families: &'static [Family],
    starts: Vec<usize>,
}

impl Layout {
    pub(crate) fn new(families: &'static [Family]) -> Self {
        let before = families.iter().scan(0, |total, family| {
            let start = *total;
            *total += family.size();
            Some(start)
        });
        Self { families, starts: before.collect() }
    }

    /// Adds to `signs` the one of a family whose values are at these indexes.
    pub(crate) fn add(&self, signs: &mut Vec<Sign>, family: usize, values: impl IntoIterator<Item = usize>) {
        let (Some(start), Some(family)) = (self.starts.get(family), self.families.get(family)) else { return };
        let index = family.dimensions.iter().zip(values).fold(0, |index, (dimension, value)| {
            index * dimension.len() + value.min(dimension.len().saturating_sub(1))
        });
        signs.push((start + index).try_into().unwrap_or(Sign::MAX));
    }

    /// The names of all signs, in the order of their indexes.
    pub(crate) fn names(&self) -> Vec<String> {
        self.families.iter().flat_map(|family| (0..family.size()).map(|index| family.sign(index))).collect()
    }
}

/// A model ready to weigh.
pub(crate) struct Scale {
    pub(crate) layout: Layout,
    weights: Vec<f32>,
    rules: Vec<RuleId>,
}

impl Scale {
    pub(crate) fn new(name: &str, families: &'static [Family], model: &Model) -> Self {
        let layout = Layout::new(families);
        let names = layout.names();
        Self {
            layout,
            weights: names.iter().map(|sign| model.weights.get(sign).copied().unwrap_or_default()).collect(),
            rules: names.iter().map(|sign| format!("models/{name}/{sign}").into()).collect(),
        }
    }

    pub(crate) fn weigh(&self, signs: &[Sign]) -> f32 {
        signs.iter().map(|&sign| self.weight(sign)).sum()
    }

    /// The sign that speaks most against, and the one that speaks most for.
    pub(crate) fn extremes(&self, signs: &[Sign]) -> [Sign; 2] {
        let heavier = |a: &Sign, b: &Sign| self.weight(*a).total_cmp(&self.weight(*b)).then(a.cmp(b));
        let least = signs.iter().copied().min_by(heavier).unwrap_or(Sign::MAX);
        [least, signs.iter().copied().max_by(heavier).unwrap_or(Sign::MAX)]
    }

    /// The name of a sign as a rule.
    pub(crate) fn rule(&self, sign: Sign) -> RuleId {
        self.rules.get(usize::from(sign)).cloned().unwrap_or_else(|| RuleId::from("models/none"))
    }

    fn weight(&self, sign: Sign) -> f32 {
        self.weights.get(usize::from(sign)).copied().unwrap_or_default()
    }
}

/// The index of the first limit that a number does not pass; the number of limits when it passes all.
pub(crate) fn bucket(value: usize, limits: &[usize]) -> usize {
    limits.iter().take_while(|&&limit| value > limit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const FAMILIES: &[Family] = &[
        Family { name: "size", dimensions: &[&["small", "large"]] },
        Family { name: "end", dimensions: &[&["small", "large"], &["open", "stop"]] },
    ];

    #[test]
    fn signs_have_names_and_weights() {
        let scale = Scale::new("test", FAMILIES, &Model::default());
        assert_eq!(
            scale.layout.names().join(" "),
            "size/small size/large end/small/open end/small/stop end/large/open end/large/stop"
        );
        let mut signs = Vec::new();
        scale.layout.add(&mut signs, 0, [1]);
        scale.layout.add(&mut signs, 1, [1, 1]);
        assert_eq!(signs, [1, 5]);
        let weights = [("size/large".to_owned(), 2.0), ("end/large/stop".to_owned(), -0.5)].into();
        let scale = Scale::new("test", FAMILIES, &Model { weights, ..Model::default() });
        assert!((scale.weigh(&signs) - 1.5).abs() < 1e-6);
        let [against, speaking] = scale.extremes(&signs).map(|sign| scale.rule(sign).to_string());
        assert_eq!([against.as_str(), speaking.as_str()], ["models/test/end/large/stop", "models/test/size/large"]);
        assert_eq!(bucket(5, &[4, 9]), 1);
    }
}
