//! Which organisations of several records are one.

use serde_json::{Value, json};

use crate::made::{body, groups, ministry, record};
use crate::read;

#[test]
fn ministries_of_two_countries() {
    let pages = [
        (
            "https://a.example/",
            "معرض الكتاب في الرباط\n12 مايو 2024\nتنظم وزارة الثقافة معرض الكتاب في الرباط بالمغرب يوم 20 مايو 2024.",
        ),
        (
            "https://b.example/",
            "معرض الفنون في سوسة\n12 مايو 2024\nتنظم وزارة الثقافة معرض الفنون في سوسة بتونس يوم 20 مايو 2024.",
        ),
        (
            "https://c.example/",
            "ندوة في فاس\n14 مايو 2024\nتنظم وزارة الثقافة ندوة حول المخطوطات في فاس بالمغرب يوم 22 مايو 2024.",
        ),
    ];
    assert_eq!(groups(&read(&pages)), [vec![0, 2], vec![1]]);

    let name = "وزارة الثقافة";
    for (records, expected) in [
        // Of two countries; of one, however it is known.
        ([ministry(name, Some("MA"), None), ministry(name, Some("TN"), None)], 2),
        ([ministry(name, Some("MA"), None), ministry(name, Some("MA"), Some("TN"))], 1),
        ([ministry(name, None, Some("MA")), ministry(name, None, Some("TN"))], 2),
        ([ministry(name, None, Some("MA")), ministry("وَزارَةُ الثَّقافةِ", Some("MA"), None)], 1),
        // Unknown on one page, known on the other; on none.
        ([ministry(name, None, None), ministry(name, Some("MA"), None)], 1),
        ([ministry(name, None, None), ministry(name, None, None)], 2),
        // What every country has, at any length.
        (
            [
                ministry("وزارة الشباب والثقافة والتواصل", None, None),
                ministry("وزارة الشباب والثقافة والتواصل", None, None),
            ],
            2,
        ),
        ([ministry("وزارة", Some("MA"), None), ministry("وزارة", Some("MA"), None)], 2),
        ([ministry("الوزارة", Some("MA"), None), ministry("الوزارة", Some("MA"), None)], 2),
    ] {
        assert_eq!(groups(&records).len(), expected, "{:?}", records.map(|record| record.organizations));
    }
    // Of no known country among those of two.
    let three = [None, Some("MA"), Some("TN")].map(|country| ministry(name, country, None));
    assert_eq!(groups(&three).len(), 3);
    let three = [None, Some("MA"), Some("MA")].map(|country| ministry(name, country, None));
    assert_eq!(groups(&three), [[0, 1, 2]]);
}

#[test]
fn what_joins_organisations() {
    let same =
        |a: &Value, b: &Value, homes: [Option<&str>; 2]| groups(&[body(a, homes[0]), body(b, homes[1])]).len() == 1;
    let no_homes = [None, None];
    let club = |id: &str, name: &str| json!({"id": id, "name": name, "names": {"fr": [name]}, "type": "association"});
    let readers = club("organization-4", "Association des lecteurs de l'Atlas");
    assert!(same(&readers, &club("organization-1", "ASSOCIATION DES LECTEURS DE L’ATLAS"), [Some("MA"), Some("FR")]));
    assert!(!same(&readers, &club("organization-4", "Association des lecteurs du Rif"), no_homes));

    // Names in any language.
    let mut both = readers.clone();
    both["names"]["ar"] = json!(["جمعية قراء الأطلس"]);
    let arabic = json!({"id": "o", "name": "", "names": {"ar": ["جمعيّة قرّاء الأطلس"]}, "type": "association"});
    assert!(same(&both, &arabic, no_homes));
    assert!(!same(&readers, &arabic, no_homes));
    assert_eq!(groups(&[body(&readers, None), body(&arabic, None), body(&both, None)]), [[0, 1, 2]]);

    // An acronym, a word, a head.
    let acronym =
        json!({"id": "o", "name": "ALA", "names": {"fr": ["ALA", "A.L.A."]}, "acronyms": {"fr": ["ALA", "A L A"]}});
    assert!(!same(&acronym, &acronym, [Some("MA"), Some("MA")]));
    for name in
        ["Lecture", "Conseil supérieur", "Haut-commissariat", "المجلس الأعلى", "المجلس البلدي", "national council"]
    {
        assert!(!same(&club("o", name), &club("o", name), [Some("MA"), Some("MA")]), "{name}");
    }
    // Two telling words: within a country.
    let library = club("o", "Bibliothèque populaire");
    assert!(same(&library, &library, [Some("MA"), Some("MA")]));
    assert!(!same(&library, &library, [Some("MA"), Some("TN")]));
    assert!(!same(&library, &library, no_homes));

    // The registry: by id, and what it tells apart stays apart.
    let linked = |id: &str, address: &str| json!({"id": id, "name": "X", "names": {"fr": ["Institut des langues rares"]}, "sameAs": [address], "linked": true});
    assert!(same(&linked("a", "https://a.example"), &linked("a", "https://b.example"), no_homes));
    assert!(same(&linked("a", "https://a.example"), &linked("b", "https://a.example"), no_homes));
    assert!(!same(&linked("a", "https://a.example"), &linked("b", "https://b.example"), no_homes));
    let of_two =
        [linked("a", "https://a.example"), linked("b", "https://b.example"), club("o", "Institut des langues rares")];
    assert_eq!(groups(&of_two.map(|it| body(&it, None))).len(), 3);
    // Ids of pages say nothing.
    assert!(!same(
        &club("organization-1", "Cercle des peintres naïfs"),
        &club("organization-1", "Club des sculpteurs sages"),
        no_homes
    ));

    // An embassy is one of a country in a country.
    let embassy = json!({"id": "o", "name": "سفارة اليابان", "names": {"ar": ["سفارة اليابان"]}, "type": "embassy", "country": "JP"});
    assert!(same(&embassy, &embassy, [Some("MA"), Some("MA")]));
    assert!(!same(&embassy, &embassy, [Some("MA"), Some("TN")]));
}

#[test]
fn parts_are_one_when_their_wholes_are() {
    let with_jury = |whole: &str| {
        let whole = json!({"id": "organization-1", "name": whole, "names": {"en": [whole]}, "type": "foundation"});
        let jury = json!({
            "id": "organization-2", "name": "International Jury", "names": {"en": ["International Jury Board"]},
            "type": "committee", "parentOrganization": "organization-1",
        });
        record(&json!([whole, jury]), &json!([]), &json!([]), &json!([]))
    };
    let (books, films) = ("Seven Rivers Book Foundation", "Seven Rivers Film Foundation");
    assert_eq!(groups(&[with_jury(books), with_jury(books)]), [[0, 1], [0, 1]]);
    assert_eq!(groups(&[with_jury(books), with_jury(films)]).len(), 4);
}

#[test]
fn a_short_name_is_none() {
    let fund = |form: &str| {
        let fund = json!({"id": "o", "name": "Northern Coast Fund", "names": {"en": ["Northern Coast Fund"]}});
        let mention = json!({"type": "organization", "id": "o", "exact": "Northern Coast Fund", "form": form});
        record(&json!([fund]), &json!([]), &json!([mention]), &json!([]))
    };
    assert_eq!(groups(&[fund("full"), fund("full")]).len(), 1);
    assert_eq!(groups(&[fund("full"), fund("short")]).len(), 2);
}
