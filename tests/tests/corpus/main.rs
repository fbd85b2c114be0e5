//! Organisations and events of many records: what is one is one, what is not stays apart, and time is linear.

mod events;
mod made;
mod organizations;
mod time;

use naba::{EventStatus, Extractor, Network, NetworkNode, NetworkRole, Record, Source, TimelineEntry, json};

use made::ministry;

/// One seminar, told three times; the association has a name in each language, and no page says that they are one.
const SEMINAR: [(&str, &str); 3] = [
    (
        "https://ar.example/1",
        "الرئيسية | ثقافة\n\
        الألكسو تنظم ندوة دولية حول التراث المغمور بالمياه في المهدية\n\
        12 نوفمبر 2024\n\
        تنظم المنظمة العربية للتربية والثقافة والعلوم (الألكسو)، بالتعاون مع جمعية حراس البحر، ندوة دولية حول \
        حماية التراث المغمور بالمياه يومي 20 و21 نوفمبر 2024 في مدينة المهدية.",
    ),
    (
        "https://fr.example/1",
        "Accueil | Culture\n\
        L'ALECSO organise un séminaire international sur le patrimoine subaquatique à Mahdia\n\
        Publié le 13 novembre 2024\n\
        L'Organisation arabe pour l'éducation, la culture et les sciences (ALECSO) organise, en partenariat avec \
        l'Association des gardiens de la mer et l'UNESCO, un séminaire international sur le patrimoine subaquatique \
        le 20 novembre 2024 à Mahdia.",
    ),
    (
        "https://en.example/1",
        "Home | Culture\n\
        International seminar on underwater heritage held in Mahdia\n\
        22 November 2024\n\
        An international seminar on the protection of underwater heritage was held in Mahdia, Tunisia, on 20 and 21 \
        November 2024. The seminar was organised by ALECSO in partnership with UNESCO.",
    ),
];

fn read(pages: &[(&str, &str)]) -> Vec<Record> {
    let extractor = Extractor::new();
    pages.iter().map(|(url, page)| extractor.extract(&Source::text(page).url(*url))).collect()
}

fn node<'n>(network: &'n Network, id: &str) -> &'n NetworkNode {
    network.nodes.iter().find(|node| node.id == id).unwrap_or_else(|| panic!("no {id}: {:#?}", network.nodes))
}

#[test]
fn one_event_in_three_languages() {
    let records = read(&SEMINAR);
    let told: Vec<TimelineEntry> =
        naba::timeline(&records).into_iter().filter(|entry| entry.first_day == "2024-11-20").collect();
    let [seminar] = told.as_slice() else { panic!("{told:#?}") };
    let languages: Vec<&str> = seminar.pages.iter().map(|page| page.in_language.as_str()).collect();
    assert_eq!(languages, ["ar", "fr", "en"]);
    assert_eq!((seminar.last_day.as_str(), seminar.country.as_deref()), ("2024-11-21", Some("TN")));
    assert_eq!(seminar.event_status, EventStatus::Held);
    assert_eq!(seminar.pages[2].url.as_deref(), Some("https://en.example/1"));
    assert_eq!(seminar.organizer.len(), 1);

    let network = naba::network(&records);
    let alecso = node(&network, "alecso");
    assert_eq!(alecso.records, [0, 1, 2]);
    assert!(alecso.linked && alecso.mentions >= 4, "{alecso:?}");
    let link = network.links.iter().find(|link| link.target == "unesco").unwrap();
    assert_eq!((link.source.as_str(), link.weight), ("alecso", 1), "one event, whoever tells it");
    let told: Vec<usize> = link.events.iter().map(|event| event.record).collect();
    assert_eq!(told, [1, 2]);
    assert_eq!(link.events[0].source_roles, [NetworkRole::Organizer]);
    assert_eq!(link.events[0].target_roles, [NetworkRole::Partner]);
    // Two names of an association that nothing joins: a translation is no evidence.
    assert_eq!(network.nodes.iter().filter(|node| !node.linked).count(), 2);
}

#[test]
fn titles_are_those_of_the_other_views() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("exports");
    for name in ["ar-workshop", "en-session", "fr-prizes", "hostile"] {
        let json = std::fs::read_to_string(folder.join(name).join("record.json")).unwrap();
        let record: Record = serde_json::from_str(&json).unwrap();
        let spaced = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let markdown = spaced(&record.to_markdown().replace('\\', ""));
        for entry in naba::timeline(std::slice::from_ref(&record)) {
            let title = format!("**{}**", spaced(&entry.title.replace('\\', "")));
            assert!(markdown.contains(&title), "{name}: {title}");
        }
        let several = naba::network(&[record.clone(), record.clone()]);
        assert!(several.links.iter().all(|link| link.source != link.target), "{name}");
        assert!(several.nodes.len() <= 2 * record.organizations.len());
        let text = json::network(&format!("[{json}]")).unwrap();
        assert_eq!(serde_json::from_str::<Network>(&text).unwrap(), naba::network(&[record]), "{name}");
    }
}

#[test]
fn the_order_of_records_does_not_join() {
    let mut records = read(&SEMINAR);
    records.extend([None, Some("MA"), Some("TN")].map(|country| ministry("وزارة الثقافة", country, Some("MA"))));
    let ids = |records: &[Record]| -> Vec<(String, usize, usize)> {
        let nodes = naba::network(records).nodes.into_iter();
        let mut ids: Vec<_> = nodes.map(|node| (node.id, node.records.len(), node.mentions)).collect();
        ids.sort();
        ids
    };
    let expected = ids(&records);
    for _ in 0..records.len() {
        records.rotate_left(1);
        assert_eq!(ids(&records), expected);
        records.swap(0, 2);
        assert_eq!(ids(&records), expected);
    }
    assert_eq!(naba::network(&records), naba::network(&records));
}
