//! Records made for the tests, with only what they need.

use naba::Record;
use serde_json::{Value, json};

/// A record that holds these organisations and events, and of articles what mentions them.
pub(crate) fn record(organizations: &Value, events: &Value, mentions: &Value, places: &Value) -> Record {
    let defaults = |list: &Value, value: &Value| -> Value {
        let merge = |each: &Value| {
            let mut whole = value.clone();
            let fields = each.as_object().unwrap().clone();
            whole.as_object_mut().unwrap().extend(fields);
            whole
        };
        list.as_array().unwrap().iter().map(merge).collect()
    };
    let evidence = json!({"rule": "test", "span": [0, 0], "certainty": "pattern"});
    let organization = json!({
        "name": "", "names": {}, "acronyms": {}, "type": "other", "sameAs": [], "linked": false, "reconstructed": false,
    });
    let event = json!({
        "eventStatus": "held", "organizer": [], "host": [], "partner": [], "funder": [], "supervisor": [], "patron": [],
        "party": [], "participants": [], "participatingCountries": [], "quantities": [], "awards": [],
        "salience": "main", "span": [0, 0], "evidence": evidence,
    });
    let mention = json!({"span": [0, 0], "exact": "", "evidence": evidence});
    let place = json!({"name": "", "names": {}, "basis": "stated"});
    serde_json::from_value(json!({
        "text": "", "positions": "utf-8", "format": "text", "inLanguage": ["ar"], "segments": [], "warnings": [],
        "people": [], "places": defaults(places, &place),
        "articles": [{
            "id": "article-1", "span": [0, 0], "inLanguage": "ar", "author": [], "keywords": [], "relatedLink": [],
            "articleBody": "", "about": [], "mentions": defaults(mentions, &mention), "fingerprint": "",
        }],
        "events": defaults(events, &event), "organizations": defaults(organizations, &organization),
    }))
    .unwrap()
}

/// A record with one organisation, on a page about a country.
pub(crate) fn body(organization: &Value, home: Option<&str>) -> Record {
    let places = home.map_or(json!([]), |home| json!([{"id": "place-1", "country": home}]));
    let mentions = home.map_or(json!([]), |_| json!([{"type": "place", "id": "place-1"}]));
    record(&json!([organization]), &json!([]), &mentions, &places)
}

/// The records of each organisation.
pub(crate) fn groups(records: &[Record]) -> Vec<Vec<usize>> {
    naba::network(records).nodes.into_iter().map(|node| node.records).collect()
}

pub(crate) fn ministry(name: &str, country: Option<&str>, home: Option<&str>) -> Record {
    let mut it = json!({"id": "organization-1", "name": name, "names": {"ar": [name]}, "type": "ministry"});
    country.into_iter().for_each(|country| it["country"] = json!(country));
    body(&it, home)
}

/// A record with one event on a day, held by a body whose name is known in Arabic, in a city.
pub(crate) fn event(fields: &Value, organizer: &str, city: &str) -> Record {
    let mut event = json!({"id": "event-1", "type": "workshop", "startDate": {
        "edtf": "2024-06-05", "from": "2024-06-05", "to": "2024-06-05", "basis": "stated", "exact": "", "span": [0, 0],
        "evidence": {"rule": "test", "span": [0, 0], "certainty": "pattern"},
    }});
    event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let mut organizations = json!([]);
    if !organizer.is_empty() {
        event["organizer"] = json!(["o"]);
        organizations = json!([{"id": "o", "name": organizer, "names": {"ar": [organizer]}, "type": "association"}]);
    }
    if !city.is_empty() {
        event["location"] = json!({"city": city, "basis": "stated"});
    }
    record(&organizations, &json!([event]), &json!([]), &json!([]))
}
