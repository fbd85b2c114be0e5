//! Prizes: the awards of the press releases of `tests/accuracy/entities`, and the small cases of `tests/accuracy/awards`.
//!
//! `SHOW=award cargo test --test awards -- --nocapture` lists what is missed of a figure, `SHOW=case` what fails of the cases.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use naba::{Award, Extractor, Source};
use naba_tests::annotated::{Annotated, parse};
use serde::Deserialize;

/// An award as it should be read.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Gold {
    position: Option<u32>,
    tie: bool,
    amount: Option<f64>,
    currency: Option<String>,
    recipient: String,
    recipient_country: Option<String>,
    work: Option<String>,
    honorary: bool,
}

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

/// A text, and all of its awards.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    text: String,
    #[serde(default)]
    award: Vec<Gold>,
    /// Why it fails today.
    known: Option<String>,
}

/// Right, asked for, given.
#[derive(Clone, Copy, Debug, Default)]
struct Count {
    right: usize,
    gold: usize,
    given: usize,
}

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("accuracy").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

/// The folded words of a name.
fn words(text: &str) -> Vec<String> {
    let folded = naba::text::fold(text);
    folded.as_str().split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether one name is the beginning or the end of the other, and half of it at least.
fn is_name(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let (long, short) = if one.len() >= other.len() { (one, other) } else { (other, one) };
    short.len() * 2 >= long.len() && (long.starts_with(&short) || long.ends_with(&short))
}

fn currency(award: &Award) -> Option<&str> {
    award.amount.as_ref().map(|amount| amount.currency.as_str())
}

/// The parts of an award that are asked for, and whether each is right.
fn parts(gold: &Gold, award: &Award) -> [(&'static str, bool); 5] {
    let is_work = match (&gold.work, &award.work) {
        (Some(gold), Some(work)) => is_name(gold, work),
        (gold, work) => gold.is_none() && work.is_none(),
    };
    let amount = award.amount.as_ref().map(|amount| amount.value);
    [
        ("amount", amount == gold.amount && currency(award) == gold.currency.as_deref()),
        ("country", award.recipient_country == gold.recipient_country),
        ("tie", award.tie == gold.tie),
        ("honorary", award.honorary == gold.honorary),
        ("work", is_work),
    ]
}

/// For each award that is asked for the one that is it, if there is one.
fn pairs<'a>(gold: &[Gold], awards: &'a [Award]) -> Vec<Option<&'a Award>> {
    let mut used = vec![false; awards.len()];
    let mut pair = |gold: &Gold| {
        let fits = |award: &Award| award.position == gold.position && is_name(&gold.recipient, &award.recipient);
        let at = (0..awards.len()).find(|&at| !used[at] && fits(&awards[at]))?;
        used[at] = true;
        Some(&awards[at])
    };
    gold.iter().map(&mut pair).collect()
}

fn short(award: &Award) -> String {
    format!(
        "{:?} {} tie={} {:?} {:?} work={:?} honorary={} in `{}`",
        award.position,
        award.recipient,
        award.tie,
        award.amount.as_ref().map(|amount| format!("{} {}", amount.value, amount.currency)),
        award.recipient_country,
        award.work,
        award.honorary,
        award.exact,
    )
}

/// What the press releases have to reach today, in percent: F1 of awards (recipient and position), then what is right of them.
const FLOORS: [(&str, [f64; 3]); 6] = [
    ("award", [95.0, 97.0, 95.0]),
    ("amount", [95.0, 95.0, 90.0]),
    ("country", [95.0, 88.0, 81.0]),
    ("tie", [100.0, 100.0, 100.0]),
    ("honorary", [100.0, 100.0, 100.0]),
    ("work", [100.0, 94.0, 100.0]),
];

fn awards_of(text: &str) -> Vec<Award> {
    let record = Extractor::new().extract(&Source::text(text));
    record.events.into_iter().flat_map(|event| event.awards).collect()
}

#[test]
fn the_awards_of_press_releases_are_read() {
    let shown = std::env::var("SHOW").unwrap_or_default();
    let mut faults = Vec::new();
    for (column, language) in ["ar", "fr", "en"].into_iter().enumerate() {
        let mut counts: BTreeMap<&str, Count> = BTreeMap::new();
        let mut misses = Vec::new();
        for file in files(&format!("entities/{language}")) {
            let annotated: Annotated = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
            let gold: Vec<Gold> = annotated.award.into_iter().map(|award| award.try_into().unwrap()).collect();
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            let awards: Vec<Award> = awards_of(&parse(&annotated.text).0);
            let pairs = pairs(&gold, &awards);
            let count = counts.entry("award").or_default();
            count.gold += gold.len();
            count.given += awards.len();
            count.right += pairs.iter().flatten().count();
            for award in awards.iter().filter(|award| !pairs.iter().flatten().any(|pair| std::ptr::eq(*pair, *award))) {
                misses.push(format!("award: {name}: false {}", short(award)));
            }
            for (gold, pair) in gold.iter().zip(&pairs) {
                let Some(award) = pair else {
                    misses.push(format!("award: {name}: missed {:?} {}", gold.position, gold.recipient));
                    continue;
                };
                for (part, right) in parts(gold, award) {
                    let count = counts.entry(part).or_default();
                    count.gold += 1;
                    count.right += usize::from(right);
                    if !right {
                        misses.push(format!("{part}: {name}: {gold:?}\n     got {}", short(award)));
                    }
                }
            }
        }
        for miss in misses.iter().filter(|miss| shown == "all" || !shown.is_empty() && miss.starts_with(&shown)) {
            println!("{language} {miss}");
        }
        for (part, floors) in FLOORS {
            let Count { right, gold, given } = counts.get(part).copied().unwrap_or_default();
            let value = if given > 0 {
                200.0 * right as f64 / (gold + given) as f64
            } else {
                100.0 * right as f64 / gold.max(1) as f64
            };
            println!("{language} {part:10} {right}/{gold} given {given}: {value:.1}");
            if value < floors[column] {
                faults.push(format!("{language} {part}: {value:.1}, below {}", floors[column]));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_cases_hold_or_are_known() {
    let shown = std::env::var("SHOW").unwrap_or_default() == "case";
    let mut faults = Vec::new();
    let (mut held, mut count) = (0, 0);
    for file in files("awards") {
        let table: Table = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        for case in table.case {
            count += 1;
            let awards: Vec<Award> = awards_of(&case.text);
            let pairs = pairs(&case.award, &awards);
            let is_right =
                pairs.len() == awards.len()
                    && case.award.iter().zip(&pairs).all(|(gold, pair)| {
                        pair.is_some_and(|award| parts(gold, award).iter().all(|(_, right)| *right))
                    });
            held += usize::from(is_right);
            let got = awards.iter().map(short).collect::<Vec<_>>().join("\n     ");
            if shown && !is_right {
                println!("{}\n  asked {:?}\n  got {got}", case.text, case.award);
            }
            match (is_right, &case.known) {
                (false, None) => faults.push(format!("{}\n  got {got}", case.text)),
                (true, Some(known)) => faults.push(format!("holds now, though `{known}`: {}", case.text)),
                _ => {}
            }
        }
    }
    println!("{held} of {count} cases hold");
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
