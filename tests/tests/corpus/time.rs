//! Twice the records take about twice the time, however alike they are.

use std::time::Instant;

use naba::Record;
use serde_json::json;

use crate::made::{body, event, ministry, record};

/// Most that twice the records may cost, as a multiple; 2 is linear, 4 is quadratic.
const MOST: f64 = 2.8;

#[test]
fn twice_the_records_take_twice_the_time() {
    let word = |at: usize| -> String {
        let letter = |digit: usize| char::from(b'a' + u8::try_from(digit % 26).unwrap());
        (0..4).map(|place| letter(at / 26_usize.pow(place))).collect::<String>() + "ia"
    };
    let named = |name: &str| json!([{"id": "o", "name": name, "names": {"ar": [name]}, "type": "association"}]);
    type Make<'m> = &'m dyn Fn(usize) -> Record;
    let makes: [(&str, Make<'_>); 6] = [
        ("one workshop told by all", &|_| event(&json!({}), "جمعية قراء الأطلس", "فاس")),
        ("workshops of many bodies in one city", &|at| event(&json!({}), &format!("جمعية {} الأطلس", word(at)), "فاس")),
        ("workshops of one body, each another edition", &|at| event(&json!({"edition": at}), "جمعية قراء الأطلس", "")),
        ("ministries of many countries", &|at| ministry("وزارة الثقافة", Some(&word(at)), None)),
        ("chains of names", &|at| {
            let names = json!({"ar": [format!("جمعية {} الأطلس", word(at)), format!("جمعية {} الأطلس", word(at + 1))]});
            body(&json!({"id": "o", "name": "x", "names": names, "type": "association"}), None)
        }),
        ("events of many bodies", &|at| {
            let ids: Vec<String> = (0..200).map(|body| format!("{}", at * 7 + body)).collect();
            let bodies = ids.iter().map(|id| {
                let mut body = named(&format!("جمعية {} الأطلس", word(id.parse().unwrap())))[0].take();
                body["id"] = json!(id);
                body
            });
            let events = json!([{"id": "event-1", "type": "workshop", "partner": ids}]);
            record(&bodies.collect(), &events, &json!([]), &json!([]))
        }),
    ];
    let seconds = |records: &[Record]| {
        let times = (0..3).map(|_| {
            let start = Instant::now();
            let entries = naba::timeline(records).len() + naba::network(records).nodes.len();
            assert!(entries > 0);
            start.elapsed().as_secs_f64()
        });
        times.fold(f64::INFINITY, f64::min)
    };
    for (name, make) in makes {
        let count = if name == "events of many bodies" { 50 } else { 500 };
        // The machine may be busy: one good turn is enough.
        let ratios = (0..4).map(|turn| {
            let records: Vec<Record> = (0..2 * count).map(make).collect();
            let ratio = seconds(&records) / seconds(&records[..count]);
            println!("{name}, turn {turn}: {ratio:.2}");
            ratio
        });
        assert!(ratios.take_while(|ratio| *ratio > MOST).count() < 4, "{name}");
    }
}
