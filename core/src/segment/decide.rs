//! Which units are kept: the most likely sequence of keeping and removing, by the weights of the model `lines`.

use super::lines::Context;
use super::model::{Scale, Sign};
use crate::model::RuleId;

/// A decision about one unit.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) keep: bool,
    /// The sign that weighed most.
    pub(crate) reason: RuleId,
}

/// What a rule has settled before the model is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Open,
    Removed,
}

/// Decides all units at once: the best path through keeping and removing (Viterbi, linear in the units).
pub(crate) fn decide(context: &Context<'_>, settled: &[Settled], lines: &Scale, steps: &Scale) -> Vec<Decision> {
    let mut signs: Vec<Sign> = Vec::new();
    // Scores of the best path that ends in removing, in keeping; and where each came from.
    let mut scores = [0.0_f32; 2];
    let mut origins: Vec<[bool; 2]> = Vec::with_capacity(settled.len());
    let mut reasons: Vec<[Sign; 2]> = Vec::with_capacity(settled.len());
    for (at, settled) in settled.iter().enumerate() {
        signs.clear();
        context.signs(at, &lines.layout, &mut signs);
        let keep = if *settled == Settled::Removed { f32::NEG_INFINITY } else { lines.weigh(&signs) };
        reasons.push(lines.extremes(&signs));
        let mut step = |turn: usize| {
            signs.clear();
            context.steps(at, turn, &steps.layout, &mut signs);
            steps.weigh(&signs)
        };
        let [out, inside] = scores;
        let (from_in, from_out) = ((inside + step(0), inside + step(1)), (out + step(2), out + step(3)));
        let (stays, enters) = (from_in.0, from_out.0);
        let (leaves, stays_out) = (from_in.1, from_out.1);
        origins.push([leaves > stays_out, stays >= enters]);
        scores = [leaves.max(stays_out), stays.max(enters) + keep];
    }
    let [out, inside] = scores;
    let mut keep = inside > out;
    let mut path = Vec::with_capacity(origins.len());
    for ([leaves, stays], [against, for_it]) in origins.into_iter().zip(reasons).rev() {
        path.push(Decision { keep, reason: lines.rule(if keep { for_it } else { against }) });
        keep = if keep { stays } else { leaves };
    }
    path.reverse();
    path
}
