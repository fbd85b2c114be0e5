//! Pages of HTML: what they print and what they say of themselves.

use naba::{Extractor, Source};
use serde::Deserialize;

/// Text of an article without a date in it, by language.
const TEXTS: [(&str, &str, &str); 3] = [
    (
        "ar",
        "افتتاح خزانة القرية بعد ترميمها",
        "<p>استقبلت خزانة القرية زوارها من جديد بعد أشغال ترميم طويلة شملت القاعة الكبرى وفضاء الأطفال والحديقة المجاورة.</p>\
         <p>وأوضح مدير الخزانة أن الرفوف تضم اليوم آلاف الكتب، وأن الولوج إليها بالمجان لجميع سكان القرية والقرى المجاورة.</p>",
    ),
    (
        "fr",
        "La bibliothèque du village rouvre ses portes",
        "<p>La bibliothèque du village accueille de nouveau ses lecteurs après de longs travaux dans la grande salle, l’espace des \
         enfants et le jardin voisin.</p><p>Le directeur précise que les rayons comptent des milliers de livres et que l’entrée est \
         libre pour tous les habitants, comme pour ceux des villages voisins.</p>",
    ),
    (
        "en",
        "The village library opens its doors again",
        "<p>The village library welcomes its readers again after long works in the great hall, the room for children and the garden \
         next to it.</p><p>Its director says that the shelves hold thousands of books and that everybody may come in for free, from \
         this village and from those around it.</p>",
    ),
];

#[derive(Deserialize)]
struct Sheet {
    page: Vec<Page>,
}

#[derive(Deserialize)]
struct Page {
    lang: String,
    above: Vec<String>,
    below: Vec<String>,
    under: Vec<String>,
}

#[test]
fn printed_dates_are_read_and_none_is_invented() {
    let sheet: Sheet = toml::from_str(include_str!("../accuracy/html/printed-dates.toml")).expect("the sheet is TOML");
    let extractor = Extractor::new();
    let (mut faults, mut count) = (Vec::new(), 0);
    for Page { lang, above, below, under } in sheet.page {
        let (_, title, text) = TEXTS.into_iter().find(|(tag, ..)| *tag == lang).expect("a text of each language");
        for (place, forms) in [above, below, under].iter().enumerate() {
            for form in forms {
                let (html, expected) = form.split_once(" -> ").expect("a form and its day");
                let at = |here: usize| if here == place { html } else { "" };
                let (above, below, under) = (at(0), at(1), at(2));
                for lang in ["", &format!(" lang={lang}")] {
                    let page = format!(
                        "<!doctype html><html{lang}><head><title>{title}</title></head><body><ul><li><a href=/>A</a></ul>\
                         <main>{above}<h1>{title}</h1>{below}{text}{under}</main></body></html>"
                    );
                    count += 1;
                    let record = extractor.clean(&Source::html(&page));
                    let article = record.articles.first();
                    let date = article.and_then(|article| article.date_published.as_ref()?.from.clone());
                    let date = date.unwrap_or_else(|| "none".to_owned());
                    if date != expected {
                        faults.push(format!("{html}: {date}, not {expected}"));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{} of {count}:\n{}", faults.len(), faults.join("\n"));
}

/// The only article of a page.
fn article(page: &str) -> naba::Article {
    let record = Extractor::new().clean(&Source::html(page));
    assert_eq!(record.articles.len(), 1, "{:?}", record.segments);
    record.articles.into_iter().next().expect("there is one")
}

fn page(head: &str) -> String {
    let (_, title, text) = TEXTS[1];
    format!("<html lang=fr><head>{head}</head><body><h1>{title}</h1>{text}</body></html>")
}

#[test]
fn the_markup_is_believed_in_order() {
    let ld = r#"<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Autre titre",
        "datePublished":"2024-05-17T10:00:00+02:00","author":[{"name":"Salma Idrissi"}],"image":{"url":"https://example.org/a.jpg"}}]}</script>"#;
    let og = r#"<meta property="article:published_time" content="2023-01-01T08:00:00Z"><meta property="og:site_name" content="Le Site">"#;
    let found = article(&page(&format!("{og}{ld}")));
    let date = found.date_published.expect("it has a date");
    assert_eq!((date.edtf.as_deref(), date.evidence.rule.as_str()), (Some("2024-05-17"), "html/json-ld/datePublished"));
    assert_eq!((date.time.as_deref(), date.time_zone.as_deref()), (Some("10:00:00"), Some("+02:00")));
    assert_eq!(found.author[0].name, "Salma Idrissi");
    assert_eq!(found.image.as_deref(), Some("https://example.org/a.jpg"));
    // The title that the page shows, not the one that it says.
    assert_eq!(found.headline.expect("it has a title").text, TEXTS[1].1);
    let only_og = article(&page(og)).date_published.expect("it has a date");
    assert_eq!(only_og.evidence.rule.as_str(), "html/open-graph/datePublished");
}

#[test]
fn what_software_invents_is_no_date() {
    for value in ["1970-01-01T00:00:00Z", "0000-00-00", "2024", "2024-05", "demain", "1715900000"] {
        let found = article(&page(&format!("<meta property='article:published_time' content='{value}'>")));
        assert_eq!(found.date_published, None, "{value}");
    }
    let record = Extractor::new().clean(
        &Source::html(&page("<meta property='article:published_time' content='2031-01-01'>")).retrieved("2024-05-17"),
    );
    assert_eq!(record.articles[0].date_published, None);
}

#[test]
fn versions_of_a_page_in_other_languages() {
    let head = r#"<link rel=alternate hreflang=ar href="/ar/1"><link rel="alternate" hreflang="en" href="/en/1">
        <link rel="alternate" type="application/rss+xml" href="/feed"><link rel=canonical href="https://example.org/fr/1">"#;
    let record = Extractor::new().clean(&Source::html(&page(head)));
    let page = record.page.expect("it is HTML");
    let tags: Vec<&str> = page.work_translation.iter().map(|other| other.in_language.as_str()).collect();
    assert_eq!((tags, page.feeds), (vec!["ar", "en"], vec!["/feed".to_owned()]));
    assert_eq!((page.url.as_deref(), page.in_language.as_deref()), (Some("https://example.org/fr/1"), Some("fr")));
}

#[test]
fn a_list_of_articles_is_several() {
    let item = |number: usize| {
        format!(
            "<li class=item><h2><a href='/n/{number}'>Le titre de l’article numéro {number}</a></h2><time>{number} juin 2024</time>\
             <p>Le résumé de cet article dit en une phrase ce qui s’est passé au village ce jour-là.</p></li>"
        )
    };
    let items: String = (1..=6).map(item).collect();
    let html = format!(
        "<html lang=fr><body><nav><a href=/>Accueil</a></nav><h1>Actualités</h1><ul>{items}</ul></body></html>"
    );
    let record = Extractor::new().clean(&Source::html(&html));
    assert_eq!(record.articles.len(), 6);
    for (number, article) in (1..).zip(&record.articles) {
        assert_eq!(article.url, Some(format!("/n/{number}")));
        assert_eq!(
            article.headline.as_ref().map(|title| title.text.clone()),
            Some(format!("Le titre de l’article numéro {number}"))
        );
        assert_eq!(
            article.date_published.as_ref().and_then(|date| date.from.clone()),
            Some(format!("2024-06-0{number}"))
        );
        assert!(article.article_body.starts_with("Le résumé de cet article"), "{}", article.article_body);
    }
}

#[test]
fn what_json_ld_describes_joins_the_record() {
    let ld = r#"<script type="application/ld+json">[{"@type":"Festival","name":"Nuits du conte","startDate":"2024-07-05","endDate":"2024-07-07",
        "location":{"@type":"Place","name":"Jardin du fort","address":{"addressLocality":"Azemmour","addressCountry":"MA"}},
        "organizer":{"@type":"Organization","name":"Association des conteurs"},"eventStatus":"https://schema.org/EventCancelled"},
        {"@type":"NewsArticle","headline":"x","publisher":{"@type":"NewsMediaOrganization","name":"Le Courrier des dunes",
        "sameAs":["https://www.wikidata.org/wiki/Q1","https://example.org/"]}}]</script>"#;
    let record = Extractor::new().extract(&Source::html(&page(ld)));
    let event = record.events.iter().find(|event| event.name.as_deref() == Some("Nuits du conte")).expect("it is read");
    assert_eq!((event.kind, event.event_status), (naba::EventType::Festival, naba::EventStatus::Cancelled));
    assert_eq!(event.start_date.as_ref().and_then(|date| date.edtf.as_deref()), Some("2024-07-05"));
    assert_eq!(event.end_date.as_ref().and_then(|date| date.edtf.as_deref()), Some("2024-07-07"));
    let place = event.location.as_ref().expect("it has a place");
    assert_eq!((place.city.as_deref(), place.country.as_deref()), (Some("Azemmour"), Some("MA")));
    assert_eq!(event.evidence.rule.as_str(), "html/json-ld/Event");
    let named = |id: &String| record.organizations.iter().find(|known| known.id == *id).map(|known| known.name.clone());
    assert_eq!(event.organizer.iter().filter_map(named).collect::<Vec<_>>(), ["Association des conteurs"]);
    let publisher = record.articles[0].publisher.as_ref().expect("it has a publisher");
    assert_eq!(named(publisher).as_deref(), Some("Le Courrier des dunes"));
    let same = &record.organizations.iter().find(|known| known.id == *publisher).expect("it is there").same_as;
    assert_eq!(same, &["https://www.wikidata.org/wiki/Q1"]);
}
