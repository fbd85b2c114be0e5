//! Which units are kept: the most likely sequence of keeping and removing, by the weights of the model `lines`.

use super::model::{Layout, Scale, Sign};
use super::odds::{self, both};
use crate::model::RuleId;

/// The signs of a page: of each unit, and of each step from one unit to the next.
pub(super) trait Signs {
    fn signs(&self, at: usize, layout: &Layout, signs: &mut Vec<Sign>);

    /// The signs of going on from the unit before `at` to it: 0 keeps on, 1 leaves, 2 enters, 3 stays out.
    fn steps(&self, at: usize, turn: usize, layout: &Layout, signs: &mut Vec<Sign>);

    /// Whether a unit is a sentence or more.
    fn is_sentence(&self, at: usize) -> bool;
}

/// A decision about one unit.
#[derive(Clone, Debug)]
pub(crate) struct Decision {
    pub(crate) keep: bool,
    /// The sign that weighed most.
    pub(crate) reason: RuleId,
}

/// The units that are kept, in order.
pub(crate) fn kept(decisions: &[Decision]) -> Vec<usize> {
    decisions.iter().enumerate().filter(|(_, decision)| decision.keep).map(|(at, _)| at).collect()
}

/// What a rule has settled before the model is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Settled {
    Open,
    Removed,
    Kept,
    /// Named by a rule, wherever it stands: it neither begins nor ends an article.
    Passed,
}

/// Decides all units at once. A page that has sentences is not left without any: then less is asked of them.
pub(crate) fn decide(context: &impl Signs, settled: &[Settled], lines: &Scale, steps: &Scale) -> Vec<Decision> {
    let is_open = |at: usize| settled.get(at) == Some(&Settled::Open) && context.is_sentence(at);
    let has_text = (0..settled.len()).any(is_open);
    let mut decisions = best_path(context, settled, lines, steps, 0.0);
    for lift in LIFTS {
        if !has_text || decisions.iter().any(|decision| decision.keep) {
            break;
        }
        decisions = best_path(context, settled, lines, steps, lift);
    }
    decisions
}

/// What is added to every unit of text when a page would be left without any.
const LIFTS: [f32; 3] = [1.5, 3.0, 5.0];

/// The weight of what is settled to be kept: more than any path can lose elsewhere on a page by keeping it.
const SURE: f32 = 1000.0;

/// How likely each unit is to be kept, from 0 to 1, by all paths together (forwards and backwards, linear in the units).
pub(super) fn likelihoods(context: &impl Signs, settled: &[Settled], lines: &Scale, steps: &Scale) -> Vec<f32> {
    let mut signs: Vec<Sign> = Vec::new();
    let mut weights: Vec<(f32, [f32; 4])> = Vec::with_capacity(settled.len());
    for (at, settled) in settled.iter().enumerate() {
        let mut weigh = |scale: &Scale, turn: Option<usize>| {
            signs.clear();
            match turn {
                None => context.signs(at, &scale.layout, &mut signs),
                Some(turn) => context.steps(at, turn, &scale.layout, &mut signs),
            }
            scale.weigh(&signs)
        };
        let keep = match settled {
            Settled::Removed => -SURE,
            Settled::Kept => SURE,
            Settled::Open => weigh(lines, None),
            // Whether it is kept says nothing and costs nothing; the path goes on as it was.
            Settled::Passed => {
                weights.push((0.0, [0.0, -SURE, -SURE, 0.0]));
                continue;
            }
        };
        weights.push((keep, [0, 1, 2, 3].map(|turn| weigh(steps, Some(turn)))));
    }
    let mut forwards: Vec<[f32; 2]> = Vec::with_capacity(weights.len());
    let mut here = [0.0_f32, 0.0];
    for &(keep, [stays, leaves, enters, stays_out]) in &weights {
        let [out, inside] = here;
        here = [both(inside + leaves, out + stays_out), both(inside + stays, out + enters) + keep];
        forwards.push(here);
    }
    let mut likelihoods = vec![0.0; weights.len()];
    let mut after = [0.0_f32, 0.0];
    for (at, &(keep, [stays, leaves, enters, stays_out])) in weights.iter().enumerate().rev() {
        let [out, inside] = forwards.get(at).copied().unwrap_or_default();
        let odds = (inside + after[1]) - (out + after[0]);
        if let (Some(likelihood), true) = (likelihoods.get_mut(at), settled.get(at) != Some(&Settled::Passed)) {
            *likelihood = odds::likelihood(odds);
        }
        let [out, inside] = [after[0], after[1] + keep];
        after = [both(out + stays_out, inside + enters), both(out + leaves, inside + stays)];
    }
    likelihoods
}

/// The best path through keeping and removing (Viterbi, linear in the units).
fn best_path(context: &impl Signs, settled: &[Settled], lines: &Scale, steps: &Scale, lift: f32) -> Vec<Decision> {
    let mut signs: Vec<Sign> = Vec::new();
    // Scores of the best path that ends in removing, in keeping; and where each came from.
    let mut scores = [0.0_f32; 2];
    let mut origins: Vec<[bool; 2]> = Vec::with_capacity(settled.len());
    let mut reasons: Vec<[Sign; 2]> = Vec::with_capacity(settled.len());
    for (at, settled) in settled.iter().enumerate() {
        signs.clear();
        context.signs(at, &lines.layout, &mut signs);
        reasons.push(lines.extremes(&signs));
        let keep = match settled {
            Settled::Removed => f32::NEG_INFINITY,
            Settled::Kept => SURE,
            Settled::Open => lines.weigh(&signs) + if context.is_sentence(at) { lift } else { 0.0 },
            Settled::Passed => {
                origins.push([false, true]);
                continue;
            }
        };
        let mut step = |turn: usize| {
            signs.clear();
            context.steps(at, turn, &steps.layout, &mut signs);
            steps.weigh(&signs)
        };
        let [out, inside] = scores;
        let (stays, leaves) = (inside + step(0), inside + step(1));
        let (enters, stays_out) = (out + step(2), out + step(3));
        origins.push([leaves > stays_out, stays >= enters]);
        scores = [leaves.max(stays_out), stays.max(enters) + keep];
    }
    let [out, inside] = scores;
    let mut is_inside = inside > out;
    let mut path = Vec::with_capacity(origins.len());
    for ((settled, origin), [against, speaking]) in settled.iter().zip(origins).zip(reasons).rev() {
        let keep = is_inside && *settled != Settled::Passed;
        path.push(Decision { keep, reason: lines.rule(if keep { speaking } else { against }) });
        let [leaves, stays] = origin;
        is_inside = if is_inside { stays } else { leaves };
    }
    path.reverse();
    path
}
