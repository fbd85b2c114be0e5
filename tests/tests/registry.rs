//! Facts that hold of the bundled data about bodies and places, read from its files.
//!
//! A fault that is known stands in `KNOWN` until the data is mended; then it has to go from there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use toml::{Table, Value};

/// Faults of the data today, as the tests print them.
const KNOWN: &[&str] = &[
    "name: `حاضره الفاتيكان` is of country VA and holy-see",
    "name: `دوله الفاتيكان` is of country VA and holy-see",
    // It has three: of the government, the parliament, the supreme court.
    "city: ZA has 3 capitals: بريتوريا, كيب تاون, بلومفونتين",
];

/// The codes, one after the other, of what is no state of its own: it need have no adjective, and no capital.
const NO_STATES: &str =
    "AIAQASAWAXBLBMBQCCCKCWCXEHFKFOGFGGGIGLGPGSGUHKIMIOJEKYMFMOMPMQMSNCNUPFPMPNPRRESHSJSXTCTFTKVGVIWFYT";

fn is_state(code: &str) -> bool {
    !NO_STATES.as_bytes().chunks(2).any(|other| other == code.as_bytes())
}

/// The tables under `key` in all files of a folder of `core/data`, with the name of their file.
fn entries(folder: &str, key: &str) -> Vec<(String, Table)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "toml")) {
        let table: Table = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        let rows = table.get(key).and_then(Value::as_array).into_iter().flatten();
        found.extend(rows.map(|row| (name.clone(), row.as_table().unwrap().clone())));
    }
    found
}

fn organizations() -> Vec<(String, Table)> {
    let found = entries("organizations", "organization");
    assert!(!found.is_empty());
    found
}

fn text<'t>(entry: &'t Table, key: &str) -> &'t str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The words under a key, with their languages.
fn words<'t>(entry: &'t Table, key: &str) -> Vec<(&'t str, &'t str)> {
    let languages = entry.get(key).and_then(Value::as_table).into_iter().flatten();
    languages
        .flat_map(|(language, list)| {
            list.as_array().into_iter().flatten().map(move |word| (language.as_str(), word.as_str().unwrap()))
        })
        .collect()
}

fn folded(name: &str) -> String {
    naba::text::fold(name).as_str().to_owned()
}

/// Names that need no other name of the same body on the page.
fn strong(entry: &Table) -> Vec<(&str, &str)> {
    ["names", "short", "acronyms", "former"].into_iter().flat_map(|key| words(entry, key)).collect()
}

/// Fails on what is not known, and on what is known and mended.
fn judge(check: &str, faults: Vec<String>) {
    let faults: BTreeSet<String> = faults.into_iter().map(|fault| format!("{check}: {fault}")).collect();
    let prefix = format!("{check}: ");
    let known: BTreeSet<String> =
        KNOWN.iter().filter(|known| known.starts_with(&prefix)).map(|&known| known.to_owned()).collect();
    faults.iter().for_each(|fault| println!("{fault}"));
    let new: Vec<&String> = faults.difference(&known).collect();
    let mended: Vec<&String> = known.difference(&faults).collect();
    assert!(new.is_empty(), "new faults of the data:\n{new:#?}");
    assert!(mended.is_empty(), "mended, take them from KNOWN:\n{mended:#?}");
}

#[test]
fn ids_are_plain_and_unique() {
    let mut homes = BTreeMap::<String, String>::new();
    let mut faults = Vec::new();
    for (file, entry) in organizations() {
        let id = text(&entry, "id");
        let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if id.is_empty() || !id.chars().all(is_plain) || id.starts_with('-') || id.ends_with('-') {
            faults.push(format!("{file} `{id}` is not plain"));
        }
        if let Some(other) = homes.insert(id.to_owned(), file.clone()) {
            faults.push(format!("{file} `{id}` is in {other} too"));
        }
    }
    judge("id", faults);
}

#[test]
fn many_bodies_have_names_in_three_languages() {
    let all = organizations();
    let has = |entry: &Table, language: &str| words(entry, "names").iter().any(|(tag, _)| *tag == language);
    let count = all.iter().filter(|(_, entry)| ["ar", "fr", "en"].iter().all(|language| has(entry, language))).count();
    println!("{count} of {} bodies have full names in Arabic, French and English", all.len());
    assert!(count >= 450, "only {count}");
}

#[test]
fn every_body_has_a_name() {
    let nameless = |entry: &Table| strong(entry).is_empty() && words(entry, "weak").is_empty();
    let none = organizations().into_iter().filter(|(_, entry)| nameless(entry));
    judge("nameless", none.map(|(file, entry)| format!("{file} `{}`", text(&entry, "id"))).collect());
}

#[test]
fn every_parent_exists_and_is_no_child() {
    let all = organizations();
    let parents: BTreeMap<&str, &str> =
        all.iter().map(|(_, entry)| (text(entry, "id"), text(entry, "parent"))).collect();
    let mut faults = Vec::new();
    for (file, entry) in &all {
        let (id, parent) = (text(entry, "id"), text(entry, "parent"));
        if !parent.is_empty() && !parents.contains_key(parent) {
            faults.push(format!("{file} `{id}` has the parent `{parent}`, which is nowhere"));
        }
        let mut above = vec![id];
        let mut next = parent;
        while !next.is_empty() {
            if above.contains(&next) {
                faults.push(format!("{file} `{id}` is above itself"));
                break;
            }
            above.push(next);
            next = parents.get(next).copied().unwrap_or_default();
        }
    }
    judge("parent", faults);
}

#[test]
fn no_strong_name_has_two_owners() {
    let mut owners = BTreeMap::<String, BTreeSet<String>>::new();
    for (_, entry) in organizations() {
        for (_, name) in strong(&entry) {
            owners.entry(folded(name)).or_default().insert(text(&entry, "id").to_owned());
        }
    }
    for (code, names) in country_names() {
        for name in names {
            owners.entry(name).or_default().insert(format!("country {code}"));
        }
    }
    let is_fault =
        |owners: &BTreeSet<String>| owners.len() > 1 && owners.iter().any(|owner| !owner.starts_with("country "));
    let shared = owners.iter().filter(|(_, owners)| is_fault(owners));
    judge(
        "name",
        shared
            .map(|(name, owners)| {
                format!("`{name}` is of {}", owners.iter().map(String::as_str).collect::<Vec<_>>().join(" and "))
            })
            .collect(),
    );
}

#[test]
fn public_ids_have_their_form_and_one_owner() {
    let mut owners = BTreeMap::<String, Vec<String>>::new();
    let mut faults = Vec::new();
    for (file, entry) in organizations() {
        for address in
            entry.get("same-as").and_then(Value::as_array).into_iter().flatten().map(|id| id.as_str().unwrap())
        {
            let id = text(&entry, "id");
            let is_item = address.strip_prefix('Q').is_some_and(|digits| {
                !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|b| b.is_ascii_digit())
            });
            let is_ror = address.strip_prefix("https://ror.org/").is_some_and(|code| {
                code.len() == 9
                    && code.starts_with('0')
                    && code.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
            });
            if !is_item && !is_ror {
                faults.push(format!("{file} `{id}` has `{address}`"));
            }
            owners.entry(address.to_owned()).or_default().push(id.to_owned());
        }
    }
    let shared = owners.iter().filter(|(_, owners)| owners.len() > 1);
    faults.extend(shared.map(|(address, owners)| format!("`{address}` is of {}", owners.join(" and "))));
    judge("same-as", faults);
}

/// The countries of CLDR, as `cldr.toml` has them.
fn cldr() -> Table {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../core/data/places/cldr.toml");
    let table: Table = toml::from_str(&fs::read_to_string(file).unwrap()).unwrap();
    table["countries"].as_table().unwrap().clone()
}

/// The folded strong names of each country.
fn country_names() -> BTreeMap<String, BTreeSet<String>> {
    let mut names = BTreeMap::<String, BTreeSet<String>>::new();
    let cldr: Table = cldr()
        .into_iter()
        .map(|(code, names)| (code, Value::Table(Table::from_iter([("names".to_owned(), names)]))))
        .collect();
    for (code, entry) in &cldr {
        names
            .entry(code.clone())
            .or_default()
            .extend(words(entry.as_table().unwrap(), "names").into_iter().map(|(_, name)| folded(name)));
    }
    for (_, entry) in entries("places", "country") {
        let of = names.entry(text(&entry, "code").to_owned()).or_default();
        of.extend(words(&entry, "names").into_iter().map(|(_, name)| folded(name)));
        for (_, name) in words(&entry, "weak") {
            of.remove(&folded(name));
        }
    }
    names
}

fn is_code(code: &str) -> bool {
    code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase())
}

#[test]
fn codes_of_countries_are_two_capitals() {
    let known = cldr();
    assert!(known.len() > 240, "only {}", known.len());
    let mut faults: Vec<String> =
        known.keys().filter(|code| !is_code(code)).map(|code| format!("`{code}` of cldr.toml")).collect();
    for (file, entry) in
        entries("places", "country").into_iter().chain(entries("places", "city")).chain(entries("places", "region"))
    {
        let code = entry.get("code").or(entry.get("country")).and_then(Value::as_str);
        if let Some(code) = code.filter(|code| !known.contains_key(*code)) {
            faults.push(format!("`{code}` of {file} is no country"));
        }
    }
    for (file, entry) in organizations() {
        for code in ["country", "seat"]
            .map(|key| text(&entry, key))
            .into_iter()
            .filter(|code| !code.is_empty() && !known.contains_key(*code))
        {
            faults.push(format!("`{code}` of {file} `{}` is no country", text(&entry, "id")));
        }
    }
    judge("code", faults);
}

#[test]
fn every_state_has_adjectives_in_french_and_english() {
    let mut faults = Vec::new();
    let mut codes = BTreeSet::new();
    for (_, entry) in entries("places", "country") {
        let code = text(&entry, "code").to_owned();
        for language in ["fr", "en"].into_iter().filter(|_| is_state(&code)) {
            let strong = words(&entry, "adjectives");
            let weak = words(&entry, "weak");
            if !strong.iter().any(|(tag, _)| *tag == language) {
                let also = if weak.iter().any(|(tag, _)| *tag == language) { " (something is weak)" } else { "" };
                faults.push(format!("{code} has none in {language}{also}"));
            }
        }
        if !codes.insert(code.clone()) {
            faults.push(format!("{code} has two entries"));
        }
    }
    judge("adjectives", faults);
}

#[test]
fn there_are_many_cities_and_their_capitals() {
    let cities = entries("places", "city");
    println!("{} cities", cities.len());
    assert!(cities.len() >= 700, "only {}", cities.len());
    let mut capitals = BTreeMap::<String, Vec<String>>::new();
    let mut faults = Vec::new();
    let mut seen = BTreeMap::<(String, String), usize>::new();
    for (at, (file, entry)) in cities.iter().enumerate() {
        let country = text(entry, "country").to_owned();
        let names: Vec<(&str, &str)> = words(entry, "names").into_iter().chain(words(entry, "weak")).collect();
        let Some((_, name)) = names.first() else {
            faults.push(format!("{file} has a city of {country} without a name"));
            continue;
        };
        if entry.get("capital").and_then(Value::as_bool) == Some(true) {
            capitals.entry(country.clone()).or_default().push((*name).to_owned());
        }
        for (_, name) in &names {
            if seen.insert((country.clone(), folded(name)), at).is_some_and(|other| other != at) {
                faults.push(format!("`{name}` of {country} is two cities"));
            }
        }
    }
    for (country, names) in capitals.iter().filter(|(_, names)| names.len() > 2) {
        faults.push(format!("{country} has {} capitals: {}", names.len(), names.join(", ")));
    }
    for (_, entry) in entries("places", "country") {
        let code = text(&entry, "code");
        if !capitals.contains_key(code) && is_state(code) {
            faults.push(format!("{code} has no capital"));
        }
    }
    judge("city", faults);
}

#[test]
fn places_have_no_coordinates() {
    const KEYS: [&str; 11] =
        ["code", "country", "capital", "kind", "names", "adjectives", "people", "weak", "ar", "fr", "en"];
    fn keys(value: &Value, found: &mut BTreeSet<String>) {
        match value {
            Value::Table(table) => table.iter().for_each(|(key, value)| {
                found.insert(key.clone());
                keys(value, found);
            }),
            Value::Array(list) => list.iter().for_each(|value| keys(value, found)),
            Value::Float(number) => _ = found.insert(format!("the number {number}")),
            _ => (),
        }
    }
    let mut found = BTreeSet::new();
    for key in ["country", "city", "region"] {
        entries("places", key).into_iter().for_each(|(_, entry)| keys(&Value::Table(entry), &mut found));
    }
    judge("key", found.into_iter().filter(|key| !KEYS.contains(&key.as_str())).collect());
}
