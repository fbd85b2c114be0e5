//! Names of a text across the boundary, and a caller's own organisations and places, in Rust; the other hosts have the same test.

use naba::{Extractor, MentionForm, OrganizationType, OwnData, Positions, Source, json};

const DATA: &str = r#"{
    "organization": [
        {"id": "dunes", "type": "network", "country": "MA", "same-as": ["https://example.org/dunes"],
         "names": {"fr": ["Caravane des dunes"], "ar": ["قافلة الكثبان"]}, "acronyms": {"fr": ["CADUN"]}},
        {"id": "dunes-press", "type": "media", "parent": "dunes", "names": {"fr": ["Gazette des dunes"]}},
        {"id": "unesco", "type": "igo", "names": {"en": ["Organisation of Our Own"]}, "acronyms": {"en": ["UNESCO"]}}
    ],
    "city": [{"country": "MA", "names": {"fr": ["Oued Zitoun"], "ar": ["واد الزيتون"]}}]
}"#;

const TEXT: &str = "La Caravane des dunes (CADUN) arrive à Oued Zitoun, dit la Gazette des dunes.";

fn own() -> Extractor {
    Extractor::with_data(OwnData::from_json(DATA).unwrap()).unwrap()
}

#[test]
fn own_organizations_are_found_and_linked() {
    let extractor = own();
    let found = extractor.organizations(TEXT, Some("fr"));
    let [caravan, press] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((caravan.entity.id.as_str(), caravan.entity.linked), ("dunes", true));
    assert_eq!(caravan.entity.country.as_deref(), Some("MA"));
    assert_eq!(caravan.entity.same_as, ["https://example.org/dunes"]);
    assert_eq!(caravan.mentions[1].form, Some(MentionForm::Acronym));
    assert_eq!(
        (press.entity.kind, press.entity.parent_organization.as_deref()),
        (OrganizationType::Media, Some("dunes"))
    );
    let arabic = extractor.organizations("زارت قافلة الكثبان واد الزيتون", Some("ar"));
    assert_eq!(arabic[0].entity.id, "dunes");
    assert_eq!(extractor.places(TEXT, Some("fr"))[0].entity.city.as_deref(), Some("Oued Zitoun"));
    let page =
        format!("La Caravane des dunes à Oued Zitoun\n12 mai 2024\n{TEXT} Les élèves de la ville ont lu des contes.");
    assert!(extractor.extract(&Source::text(&page)).organizations.iter().any(|body| body.id == "dunes"));
}

#[test]
fn an_id_of_the_registry_replaces_its_entry_in_this_extractor_only() {
    let name = |extractor: &Extractor| extractor.organizations("UNESCO", None)[0].entity.names["en"][0].clone();
    assert_eq!(name(&own()), "Organisation of Our Own");
    assert_ne!(name(&Extractor::new()), "Organisation of Our Own");
    assert!(naba::organizations(TEXT, Some("fr")).iter().all(|found| found.entity.id != "dunes"));
}

#[test]
fn a_country_of_ones_own_keeps_its_names_in_cldr() {
    let data = r#"{"country": [{"code": "MA", "names": {"fr": ["Pays des dunes"]}}]}"#;
    let extractor = Extractor::with_data(OwnData::from_json(data).unwrap()).unwrap();
    for text in ["Une fête au Pays des dunes", "Une fête au Maroc"] {
        assert_eq!(extractor.places(text, Some("fr"))[0].entity.country.as_deref(), Some("MA"), "{text}");
    }
}

#[test]
fn every_span_of_a_name_counts_in_the_unit_that_is_asked_for() {
    let text = "😀 L'UNESCO a remis 3 prix à Rabat au docteur Salim Naciri, directeur de l'Institut du désert.";
    let units: Vec<u16> = text.encode_utf16().collect();
    let extractor = Extractor::new();
    let calls = [json::organizations_json, json::people_json, json::places_json];
    for call in calls {
        let found = call(&extractor, text, r#"{"language": "fr"}"#, Positions::Utf16).unwrap();
        let found: serde_json::Value = serde_json::from_str(&found).unwrap();
        let mentions: Vec<_> =
            found.as_array().unwrap().iter().flat_map(|each| each["mentions"].as_array().unwrap()).collect();
        assert!(!mentions.is_empty(), "{found}");
        for mention in mentions {
            let end = |at: usize| mention["span"][at].as_u64().unwrap() as usize;
            let quoted = String::from_utf16(&units[end(0)..end(1)]).unwrap();
            assert_eq!(quoted, mention["exact"], "{mention}");
            assert!(mention["evidence"]["span"][1].as_u64().unwrap() as usize <= units.len());
        }
        let fault = call(&extractor, text, r#"{"tongue": "fr"}"#, Positions::Utf16).unwrap_err().to_string();
        assert!(fault.starts_with("options: unknown field `tongue`, expected `language`"), "{fault}");
    }
}
