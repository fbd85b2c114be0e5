//! Bundles `data/**/*.toml` into one JSON text that the library embeds, and fills its table of characters. A bad entry fails the build with its file,
//! line and column.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/text/class.rs"]
#[allow(dead_code, unreachable_pub)]
mod class;
#[path = "src/model/event_kind.rs"]
#[allow(dead_code, unreachable_pub)]
mod event_kind;
#[path = "src/resources/facts.rs"]
#[allow(dead_code, unreachable_pub)]
mod facts;
#[path = "src/resources/happenings.rs"]
#[allow(dead_code, unreachable_pub)]
mod happenings;
#[path = "src/model/label.rs"]
#[allow(dead_code, unreachable_pub)]
mod label;
#[path = "src/model/organization.rs"]
#[allow(dead_code, unreachable_pub)]
mod organization;
#[path = "src/resources/packed.rs"]
#[allow(dead_code, unreachable_pub)]
mod packed;
#[path = "src/resources/prizes.rs"]
#[allow(dead_code, unreachable_pub)]
mod prizes;
#[path = "src/resources/registry.rs"]
#[allow(dead_code, unreachable_pub)]
mod registry;
#[path = "src/resources/schema.rs"]
#[allow(dead_code, unreachable_pub)]
mod schema;
#[path = "src/text/script.rs"]
#[allow(dead_code, unreachable_pub)]
mod script;

use event_kind::{EventType, ParticipantRole};
use facts::{NameWords, OrganizationFile, PlaceFile};
use label::Label;
use organization::OrganizationType;
use schema::{Bundle, DateShape, LanguagePack, MarkupFile, RuleFile, Words};
use script::Script;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=data");
    let data = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("data");
    let mut bundle = Bundle::default();
    for folder in entries(&data.join("languages"))? {
        if folder.is_dir() {
            bundle.languages.push(language(&folder)?);
        }
    }
    bundle.umalqura = read(&data.join("calendars/islamic-umalqura.toml"))?;
    bundle.markup = markup(&data.join("markup.toml"))?;
    for file in entries(&data.join("models"))? {
        bundle.models.add(stem(&file), &read(&file)?);
    }
    organizations(&data.join("organizations"), &mut bundle)?;
    for file in entries(&data.join("places"))? {
        let PlaceFile { country, countries, city, region } = read(&file)?;
        bundle.places.country.extend(country);
        bundle.places.countries.extend(countries);
        bundle.places.city.extend(city);
        bundle.places.region.extend(region);
    }
    for file in entries(&data.join("names"))? {
        let mut names: facts::NameFile = read(&file)?;
        // Names in the order of their letters pack best.
        [&mut names.given, &mut names.family, &mut names.compound, &mut names.ambiguous]
            .into_iter()
            .for_each(|list| list.sort());
        bundle.people.insert(stem(&file), names);
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    // The registry is a text of its own: it is large, and only those pay for it who look for names.
    let (organizations, places, people) = (
        std::mem::take(&mut bundle.organizations),
        std::mem::take(&mut bundle.places),
        std::mem::take(&mut bundle.people),
    );
    fs::write(out.join("registry.txt"), packed::pack(&registry::write(&organizations, &places, &people)))?;
    fs::write(out.join("resources.json"), packed::pack(&serde_json::to_string(&bundle)?))?;
    let code = |code| char::from_u32(code).unwrap_or_default();
    let classes: Vec<u8> = (0..class::TABLE_END as u32).map(|c| class::Class::look_up(code(c)).0).collect();
    fs::write(out.join("classes.bin"), classes)?;
    Ok(())
}

fn language(folder: &Path) -> Result<LanguagePack, Failure> {
    let mut pack = LanguagePack::default();
    for file in entries(folder)? {
        match stem(&file).as_str() {
            "language" => pack.language = read(&file)?,
            "dates" => {
                pack.dates = read(&file)?;
                check_shapes(&file, &pack.dates.shape)?;
            }
            "cldr" => pack.cldr = read(&file)?,
            "names" => pack.names = NameWords { verbs: std::mem::take(&mut pack.names.verbs), ..read(&file)? },
            "verbs" => pack.names.verbs = read::<NameWords>(&file)?.verbs,
            "events" => pack.events = read(&file)?,
            "awards" => pack.awards = read(&file)?,
            name => {
                let mut rules: RuleFile = read(&file)?;
                check(&file, &rules)?;
                // Reasons are for those who read the file.
                rules.rule.iter_mut().for_each(|rule| rule.why.clear());
                pack.rules.insert(name.to_owned(), rules);
            }
        }
    }
    pack.language.tag = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(pack)
}

/// The registry: ids are unique, and every parent is one of them.
fn organizations(folder: &Path, bundle: &mut Bundle) -> Result<(), Failure> {
    let mut homes: BTreeMap<String, PathBuf> = BTreeMap::new();
    for file in entries(folder)? {
        let entries: OrganizationFile = read(&file)?;
        for entry in entries.organization {
            if let Some(other) = homes.insert(entry.id.clone(), file.clone()) {
                return Err(at_entry(&file, &entry.id, &format!("is in {} too", other.display()))?);
            }
            if entry.names.values().all(Vec::is_empty) {
                return Err(at_entry(&file, &entry.id, "has no name")?);
            }
            bundle.organizations.push(entry);
        }
    }
    for entry in &bundle.organizations {
        if let Some(parent) = entry.parent.as_ref().filter(|&parent| !homes.contains_key(parent)) {
            let file = homes.get(&entry.id).ok_or("an entry without a file")?;
            return Err(at_entry(file, &entry.id, &format!("has the parent `{parent}`, which is nowhere"))?);
        }
    }
    Ok(())
}

/// The parts of pages of HTML: ids are unique, every part has words, a reason, an example and a counterexample; and the names of
/// `<meta>` come from somewhere known.
fn markup(file: &Path) -> Result<MarkupFile, Failure> {
    let markup: MarkupFile = read(file)?;
    let mut ids = BTreeSet::new();
    for part in &markup.part {
        let fault = if !ids.insert(&part.id) {
            "is there twice"
        } else if ids.len() > MOST_PARTS {
            "is one part too many"
        } else if part.why.is_empty() {
            "has no `why`"
        } else if part.words.is_empty() {
            "has no word"
        } else if part.examples.is_empty() || part.counterexamples.is_empty() {
            "needs an example and a counterexample"
        } else {
            continue;
        };
        return Err(at_entry(file, &part.id, fault)?);
    }
    match markup.meta.keys().find(|source| !SOURCES.contains(&source.as_str())) {
        Some(source) => Err(format!("{}: `meta.{source}` is none of {}", file.display(), SOURCES.join(", ")).into()),
        None => Ok(markup),
    }
}

/// Parts are bits of one number, the first of which is that of what is hidden.
const MOST_PARTS: usize = 63;
/// Where names of `<meta>` come from, as `ValueSource` has them.
const SOURCES: [&str; 4] = ["open-graph", "dublin-core", "twitter", "meta"];

/// What the types cannot say: ids are unique, every rule has phrases, a reason, an example and a counterexample.
fn check(file: &Path, rules: &RuleFile) -> Result<(), Failure> {
    let mut ids = BTreeSet::new();
    for rule in &rules.rule {
        let phrases = [&rule.equals, &rule.field, &rule.starts_with, &rule.ends_with, &rule.contains];
        let fault = if !ids.insert(&rule.id) {
            "is there twice"
        } else if rule.why.is_empty() {
            "has no `why`"
        } else if phrases.iter().all(|list| list.is_empty()) {
            "has no phrase"
        } else if rule.examples.is_empty() || rule.counterexamples.is_empty() {
            "needs an example and a counterexample"
        } else {
            continue;
        };
        return Err(at_entry(file, &rule.id, fault)?);
    }
    Ok(())
}

/// The same for shapes of dates; their classes of words are checked by the tests.
fn check_shapes(file: &Path, shapes: &[DateShape]) -> Result<(), Failure> {
    let mut ids = BTreeSet::new();
    for shape in shapes {
        let is_balanced = |pattern: &String| {
            let quoted: String = pattern.split('\'').step_by(2).collect();
            let count = |mark: char| quoted.matches(mark).count();
            count('[') == count(']') && count('(') == count(')') && count('{') == count('}')
        };
        let fault = if !ids.insert(&shape.id) {
            "is there twice"
        } else if shape.patterns.is_empty() {
            "has no pattern"
        } else if shape.examples.is_empty() {
            "needs an example"
        } else if !shape.patterns.iter().all(is_balanced) {
            "has a bracket that is not closed"
        } else {
            continue;
        };
        return Err(at_entry(file, &shape.id, fault)?);
    }
    Ok(())
}

/// A fault of an entry, with the line its id stands on.
fn at_entry(file: &Path, id: &str, fault: &str) -> Result<Failure, Failure> {
    let text = fs::read_to_string(file)?;
    let needle = format!("id = \"{id}\"");
    let line = text.lines().position(|line| line.trim() == needle).unwrap_or_default() + 1;
    Ok(format!("{}:{line}: `{id}` {fault}", file.display()).into())
}

fn read<T: serde::de::DeserializeOwned>(file: &Path) -> Result<T, Failure> {
    let text = fs::read_to_string(file)?;
    toml::from_str(&text).map_err(|error| {
        let before = text.get(..error.span().unwrap_or_default().start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.chars().rev().take_while(|&c| c != '\n').count() + 1;
        format!("{}:{line}:{column}: {}", file.display(), error.message()).into()
    })
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// The visible entries of a folder in the order of their names; none when it does not exist.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut found: Vec<PathBuf> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    found.retain(|path| path.is_dir() || path.extension().is_some_and(|extension| extension == "toml"));
    found.sort();
    Ok(found)
}
