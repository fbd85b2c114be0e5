//! Doubts about an event: numbers against lists, ranks against each other, its days against that of the article.

use super::Setting;
use super::join::Group;
use crate::mention::Happening;
use crate::model::{Award, Event, EventStatus, Warning, WarningCode};
use crate::resources::{Form, Phase};

/// What is doubtful about an event.
pub(super) fn doubts(setting: &Setting<'_>, group: &Group, members: &[&Happening], event: &Event) -> Vec<Warning> {
    let mut doubts = Vec::new();
    let mut doubt = |code, span, message: String| doubts.push(Warning { code, span: Some(span), message });
    for (at, named) in members.iter().filter_map(|member| member.miscount) {
        let Some(quantity) = setting.found.quantities.get(at) else { continue };
        doubt(
            WarningCode::CountMismatch,
            quantity.span,
            format!("`{}`, but {named} countries are named", quantity.exact),
        );
    }
    let forms = |wanted: Form| {
        members
            .iter()
            .any(|member| member.phases.iter().any(|(phase, form)| *phase == Phase::TakePlace && *form == wanted))
    };
    let published = setting.article.date_published.as_ref().and_then(|date| date.day());
    let start = event.start_date.as_ref().and_then(|date| Some((date.day()?, date.span)));
    if let (Some(published), Some((day, span))) = (published, start) {
        let is_moved =
            matches!(event.event_status, EventStatus::Postponed | EventStatus::Cancelled | EventStatus::Recurring);
        let is_announced = group.is_main && forms(Form::Future) && !forms(Form::Past);
        if day < published && is_announced && event.end_date.is_none() && !is_moved {
            let message = format!("announced for {day}, before the article of {published}");
            doubt(WarningCode::DateOrder, span, message);
        }
        if day > published && forms(Form::Past) && !forms(Form::Future) && event.event_status == EventStatus::Held {
            doubt(WarningCode::DateOrder, span, format!("held on {day}, after the article of {published}"));
        }
    }
    doubts
}

/// Ranks that do not follow one another, or that two winners hold without sharing it.
pub(super) fn ranks(awards: &[Award]) -> Option<Warning> {
    let mut ranked: Vec<&Award> = awards.iter().filter(|award| award.position.is_some()).collect();
    ranked.sort_by_key(|award| award.position);
    let pairs = ranked.iter().zip(ranked.iter().skip(1));
    let is_wrong = |before: &Award, award: &Award| {
        let step = award.position.unwrap_or_default().saturating_sub(before.position.unwrap_or_default());
        step == 0 && !(before.tie && award.tie) || step > 1 && !before.tie
    };
    let (_, award) = pairs.into_iter().find(|(before, award)| is_wrong(before, award))?;
    let message = format!("the rank {} does not follow the one before it", award.position.unwrap_or_default());
    Some(Warning { code: WarningCode::RankMismatch, span: Some(award.span), message })
}
