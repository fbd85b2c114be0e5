//! The traps of `tests/accuracy/traps`: words that look like one thing and are another, and what must hold of each.
//!
//! A case with `known` fails today and says why; the mark goes when the case holds.
//! `FULL=1 cargo test --test traps -- --nocapture` lists everything that does not hold.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use naba::{Extractor, Mention, MentionForm, MentionType, Named, Organization, Person, Place, Source};
use serde::Deserialize;

/// What holds of each language at least, in percent.
const FLOORS: [(&str, usize); 3] = [("ar", 80), ("fr", 82), ("en", 84)];

#[derive(Deserialize)]
struct Table {
    case: Vec<Case>,
}

/// A text, and what must hold of it. Names are quoted as they stand; `name#2` is its second place in the text, and
/// `name[ in Rabat]` one that may go on or not.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
struct Case {
    trap: String,
    text: String,
    /// Why it fails today.
    known: Option<String>,
    /// Names that must be found, with exactly these words.
    organizations: Vec<String>,
    /// Words that no name of a body may span.
    not_organizations: Vec<String>,
    people: Vec<String>,
    /// Words that no person may touch.
    not_people: Vec<String>,
    /// A place and its country; `-` when it has none, or any.
    places: Vec<(String, String)>,
    /// Words that no place may touch.
    not_places: Vec<String>,
    /// Two names of one body.
    links: Vec<(String, String)>,
    /// Two names of two bodies.
    apart: Vec<(String, String)>,
    /// What the number is written with, how it compares, its value (0 for "many").
    quantities: Vec<(String, String, f64)>,
    /// What the sum is written with, its currency, its value.
    money: Vec<(String, String, f64)>,
    /// Words that no quantity may touch.
    not_quantities: Vec<String>,
    /// A person and the title as it is written; `|` parts what may stand for each other.
    honorific: Vec<(String, String)>,
    /// A person without a title.
    no_honorific: Vec<String>,
    /// A person and how the office begins.
    roles: Vec<(String, String)>,
    /// A name and the proclitic before it.
    clitics: Vec<(String, String)>,
    /// Words of an office, and the kind of body that is known by it.
    offices: Vec<(String, String)>,
}

/// What is found in one text.
struct Found<'t> {
    text: &'t str,
    organizations: Vec<Named<Organization>>,
    people: Vec<Named<Person>>,
    places: Vec<Named<Place>>,
    numbers: Vec<Mention>,
}

fn is_name(mention: &Mention) -> bool {
    !matches!(mention.form, Some(MentionForm::Nominal | MentionForm::Role))
}

impl<'t> Found<'t> {
    fn read(case: &'t Case, language: &str) -> Self {
        let numbers = if case.quantities.is_empty() && case.money.is_empty() && case.not_quantities.is_empty() {
            Vec::new()
        } else {
            let record = Extractor::new().extract(&Source::text(&case.text));
            let is_number = |mention: &Mention| matches!(mention.kind, MentionType::Quantity | MentionType::Money);
            record.articles.into_iter().flat_map(|article| article.mentions).filter(is_number).collect()
        };
        Self {
            text: &case.text,
            organizations: naba::organizations(&case.text, Some(language)),
            people: naba::people(&case.text, Some(language)),
            places: naba::places(&case.text, Some(language)),
            numbers,
        }
    }

    fn of_bodies(&self) -> impl Iterator<Item = (&Organization, &Mention)> {
        self.organizations.iter().flat_map(|named| named.mentions.iter().map(|mention| (&named.entity, mention)))
    }

    /// Where the words stand: everywhere, or at the place that `#` gives.
    fn spans(&self, words: &str) -> Vec<(usize, usize)> {
        if let Some((words, tail)) = words.strip_suffix(']').and_then(|words| words.split_once('[')) {
            return [words.to_owned(), format!("{words}{tail}")].iter().flat_map(|words| self.spans(words)).collect();
        }
        let (words, nth) = match words.rsplit_once('#') {
            Some((words, nth)) => (words, Some(nth.parse::<usize>().unwrap())),
            None => (words, None),
        };
        let all: Vec<(usize, usize)> = self.text.match_indices(words).map(|(at, _)| (at, at + words.len())).collect();
        assert!(!all.is_empty(), "`{words}` does not stand in `{}`", self.text);
        nth.map_or(all.clone(), |nth| vec![all[nth - 1]])
    }

    /// The mention of a body with these words; names rather than descriptions.
    fn body(&self, words: &str) -> Option<&Mention> {
        let spans = self.spans(words);
        let at = |mention: &Mention| spans.contains(&(mention.span.start, mention.span.end));
        let named = self.of_bodies().map(|(_, mention)| mention).find(|mention| is_name(mention) && at(mention));
        named.or_else(|| self.of_bodies().map(|(_, mention)| mention).find(|mention| at(mention)))
    }

    fn person(&self, name: &str) -> Option<&Person> {
        let same = |named: &&Named<Person>| {
            named.entity.name == name || named.mentions.iter().any(|mention| mention.exact == name)
        };
        self.people.iter().find(same).map(|named| &named.entity)
    }

    /// What does not hold.
    fn faults(&self, case: &Case) -> Vec<String> {
        let mut faults = Vec::new();
        self.bodies(case, &mut faults);
        self.persons(case, &mut faults);
        self.sites(case, &mut faults);
        self.sums(case, &mut faults);
        faults
    }

    fn bodies(&self, case: &Case, faults: &mut Vec<String>) {
        let names = || self.of_bodies().map(|(_, mention)| mention).filter(|mention| is_name(mention));
        let given = || names().map(|mention| mention.exact.as_str()).collect::<Vec<_>>();
        for words in &case.organizations {
            let spans = self.spans(words);
            if !names().any(|mention| spans.contains(&(mention.span.start, mention.span.end))) {
                faults.push(format!("no body `{words}` in {:?}", given()));
            }
        }
        for (start, end) in case.not_organizations.iter().flat_map(|words| self.spans(words)) {
            for mention in names().filter(|mention| mention.span.start <= start && mention.span.end >= end) {
                faults.push(format!("a body `{}`", mention.exact));
            }
        }
        for ((one, two), same) in
            case.links.iter().map(|pair| (pair, true)).chain(case.apart.iter().map(|pair| (pair, false)))
        {
            let ids = [one, two].map(|words| self.body(words).and_then(|mention| mention.id.clone()));
            let holds = ids[0].is_some() && ids[1].is_some() && (ids[0] == ids[1]) == same;
            if !holds {
                faults.push(format!("`{one}` and `{two}` are {ids:?}"));
            }
        }
        for (words, clitic) in &case.clitics {
            let got = self.body(words).map(|mention| mention.clitic.as_deref().unwrap_or(""));
            if got != Some(clitic) {
                faults.push(format!("`{words}` after {got:?}, not `{clitic}`"));
            }
        }
        for (words, kind) in &case.offices {
            let spans = self.spans(words);
            let touches =
                |mention: &Mention| spans.iter().any(|span| mention.span.start < span.1 && span.0 < mention.span.end);
            let role = |mention: &Mention| mention.form == Some(MentionForm::Role) && touches(mention);
            let kinds: BTreeSet<String> =
                self.of_bodies().filter(|(_, mention)| role(mention)).map(|(body, _)| word(body.kind)).collect();
            if !kinds.contains(kind) {
                faults.push(format!("the office `{words}` stands for {kinds:?}, not {kind}"));
            }
        }
    }

    fn persons(&self, case: &Case, faults: &mut Vec<String>) {
        let mentions = || self.people.iter().flat_map(|named| &named.mentions);
        let given = || mentions().map(|mention| mention.exact.as_str()).collect::<Vec<_>>();
        for words in &case.people {
            let spans = self.spans(words);
            if !mentions().any(|mention| spans.contains(&(mention.span.start, mention.span.end))) {
                faults.push(format!("no person `{words}` in {:?}", given()));
            }
        }
        for (start, end) in case.not_people.iter().flat_map(|words| self.spans(words)) {
            for mention in mentions().filter(|mention| mention.span.start < end && start < mention.span.end) {
                faults.push(format!("a person `{}`", mention.exact));
            }
        }
        for (name, title) in &case.honorific {
            let got = self.person(name).and_then(|person| person.honorific_prefix.as_deref());
            if !title.split('|').any(|title| got.map(folded) == Some(folded(title))) {
                faults.push(format!("`{name}` has the title {got:?}, not `{title}`"));
            }
        }
        for name in &case.no_honorific {
            let got = self.person(name).map(|person| person.honorific_prefix.as_deref());
            if got != Some(None) {
                faults.push(format!("`{name}` has the title {got:?}"));
            }
        }
        for (name, role) in &case.roles {
            let roles = self.person(name).map_or(&[][..], |person| &person.roles[..]);
            if !roles.iter().any(|got| folded(&got.role_name).starts_with(&folded(role))) {
                let got: Vec<&str> = roles.iter().map(|role| role.role_name.as_str()).collect();
                faults.push(format!("`{name}` is {got:?}, not `{role}`"));
            }
        }
    }

    fn sites(&self, case: &Case, faults: &mut Vec<String>) {
        let mentions =
            || self.places.iter().flat_map(|named| named.mentions.iter().map(|mention| (&named.entity, mention)));
        for (words, country) in &case.places {
            let spans = self.spans(words);
            let at = mentions().filter(|(_, mention)| spans.contains(&(mention.span.start, mention.span.end)));
            let got: Vec<Option<&str>> = at.map(|(place, _)| place.country.as_deref()).collect();
            let holds = if country == "-" { !got.is_empty() } else { got.contains(&Some(country)) };
            if !holds {
                let given: Vec<&str> = mentions().map(|(_, mention)| mention.exact.as_str()).collect();
                faults.push(format!("no place `{words}` of {country} ({got:?}) in {given:?}"));
            }
        }
        for (start, end) in case.not_places.iter().flat_map(|words| self.spans(words)) {
            for (place, mention) in
                mentions().filter(|(_, mention)| mention.span.start < end && start < mention.span.end)
            {
                faults.push(format!("a place `{}` {:?}", mention.exact, place.country));
            }
        }
    }

    fn sums(&self, case: &Case, faults: &mut Vec<String>) {
        let touches = |mention: &Mention, words: &str| {
            self.spans(words).iter().any(|span| mention.span.start < span.1 && span.0 < mention.span.end)
        };
        let given = || {
            self.numbers
                .iter()
                .map(|mention| {
                    let value = mention.quantity.as_ref().map(|quantity| (word(quantity.comparator), quantity.value));
                    format!("{} {value:?} {:?}", mention.exact, mention.amount.as_ref().map(|amount| &amount.currency))
                })
                .collect::<Vec<_>>()
        };
        for (words, comparator, value) in &case.quantities {
            let fits = |mention: &&Mention| {
                let quantity = mention.quantity.as_ref();
                let same = |quantity: &naba::Quantity| {
                    word(quantity.comparator) == *comparator && (comparator == "many" || quantity.value == Some(*value))
                };
                touches(mention, words) && quantity.is_some_and(same)
            };
            if !self.numbers.iter().any(|mention| fits(&mention)) {
                faults.push(format!("`{words}` is not {comparator} {value} in {:?}", given()));
            }
        }
        for (words, currency, value) in &case.money {
            let fits = |mention: &&Mention| {
                let amount = mention.amount.as_ref();
                touches(mention, words)
                    && amount.is_some_and(|amount| amount.currency == *currency && amount.value == *value)
            };
            if !self.numbers.iter().any(|mention| fits(&mention)) {
                faults.push(format!("`{words}` is not {value} {currency} in {:?}", given()));
            }
        }
        for words in &case.not_quantities {
            for mention in self.numbers.iter().filter(|mention| touches(mention, words)) {
                faults.push(format!("a quantity `{}`", mention.exact));
            }
        }
    }
}

/// The word of a value in JSON.
fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

fn folded(text: &str) -> String {
    let folded = naba::text::fold(text);
    folded.as_str().trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
}

#[test]
fn the_traps_hold_or_are_known() {
    let (mut wrong, mut stale) = (Vec::new(), Vec::new());
    for (language, floor) in FLOORS {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("accuracy/traps/{language}.toml"));
        let table: Table = toml::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
        let mut traps = BTreeMap::<&str, (usize, usize)>::new();
        for case in &table.case {
            let faults = Found::read(case, language).faults(case);
            let trap = traps.entry(&case.trap).or_default();
            trap.0 += usize::from(faults.is_empty());
            trap.1 += 1;
            match &case.known {
                Some(why) if faults.is_empty() => stale.push(format!(
                    "{language} {}: `{}` holds now; take away `known = \"{why}\"`",
                    case.trap, case.text
                )),
                Some(why) if std::env::var_os("FULL").is_some() => {
                    println!(
                        "{language} {} known ({why})\n    {}\n    {}",
                        case.trap,
                        case.text,
                        faults.join("\n    ")
                    );
                }
                None if !faults.is_empty() => {
                    println!("{language} {} FAILS\n    {}\n    {}", case.trap, case.text, faults.join("\n    "));
                }
                _ => (),
            }
        }
        for (trap, (right, all)) in &traps {
            println!("{language} {trap:40} {right}/{all}");
        }
        let (right, all) = traps.values().fold((0, 0), |sum, trap| (sum.0 + trap.0, sum.1 + trap.1));
        println!("{language} {:40} {right}/{all} {:.1} %", "ALL", 100.0 * right as f64 / all as f64);
        assert!(all >= 40, "only {all} cases of {language}");
        if 100 * right < floor * all {
            wrong.push(format!("{language}: {right} of {all} hold, less than {floor} %"));
        }
    }
    wrong.append(&mut stale);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
