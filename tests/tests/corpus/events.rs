//! Which events of several records are one, and how they stand in a timeline.

use naba::EventStatus;
use serde_json::json;

use crate::made::event;

#[test]
fn events_that_are_one_and_that_are_not() {
    let (readers, sailors) = ("جمعية قراء الأطلس", "جمعية بحارة الشمال");
    let plain = json!({});
    let base = || event(&plain, readers, "فاس");
    let day = |edtf: &str| {
        json!({"startDate": {
            "edtf": edtf, "basis": "stated", "exact": "", "span": [0, 0],
            "evidence": {"rule": "test", "span": [0, 0], "certainty": "pattern"},
        }})
    };
    for (what, a, b, is_one) in [
        ("organiser and city", base(), base(), true),
        ("organiser", base(), event(&plain, readers, ""), true),
        ("city", base(), event(&plain, "", "فــاس"), true),
        ("nothing but the day", event(&plain, "", ""), event(&plain, "", ""), false),
        ("another organiser", base(), event(&plain, sailors, "فاس"), false),
        ("another city", base(), event(&plain, readers, "طنجة"), false),
        ("another day", base(), event(&day("2024-06-06"), readers, "فاس"), false),
        ("another kind", base(), event(&json!({"type": "festival"}), readers, "فاس"), false),
        ("a month", event(&day("2024-06"), readers, "فاس"), event(&day("2024-06"), readers, "فاس"), false),
        (
            "another edition",
            event(&json!({"edition": 3}), readers, ""),
            event(&json!({"edition": 4}), readers, ""),
            false,
        ),
        (
            "another subject",
            event(&json!({"theme": "صيانة المخطوطات"}), readers, "فاس"),
            event(&json!({"theme": "كتابة القصة القصيرة"}), readers, "فاس"),
            false,
        ),
        (
            "much the same subject",
            event(&json!({"theme": "صيانة المخطوطات"}), readers, "فاس"),
            event(&json!({"theme": "المخطوطات القديمة"}), readers, "فاس"),
            true,
        ),
        (
            "another name",
            event(&json!({"name": "ورشة الأطفال لرواية الحكاية"}), readers, "فاس"),
            event(&json!({"name": "ورشة الكبار لترميم الكتب"}), readers, "فاس"),
            false,
        ),
        (
            "meetings in one city",
            event(&json!({"type": "meeting"}), "", "فاس"),
            event(&json!({"type": "meeting"}), "", "فاس"),
            false,
        ),
        (
            "meetings of one body",
            event(&json!({"type": "meeting"}), readers, "فاس"),
            event(&json!({"type": "meeting"}), readers, "فاس"),
            true,
        ),
    ] {
        let entries = naba::timeline(&[a, b]);
        let pages: usize = entries.iter().map(|entry| entry.pages.len()).sum();
        assert_eq!(entries.len() == 1 && pages == 2, is_one, "{what}: {entries:#?}");
    }
    // Two of one record are two, and what could be either is neither.
    let mut two = base();
    let mut second = two.events[0].clone();
    second.id = "event-2".to_owned();
    two.events.push(second);
    let entries = naba::timeline(&[two.clone(), base()]);
    assert_eq!(entries.len(), 3);
    assert_eq!(naba::timeline(&[two]).len(), 2);
}

#[test]
fn status_days_and_order_of_entries() {
    let planned = json!({"eventStatus": "planned", "salience": "announced", "name": "ورشة"});
    let held = json!({"eventStatus": "cancelled", "duration": "P3D", "theme": "الخط"});
    let early = json!({"type": "festival", "startDate": {
        "edtf": "2024-06-01/2024-06-09", "basis": "stated", "exact": "", "span": [0, 0],
        "evidence": {"rule": "test", "span": [0, 0], "certainty": "pattern"},
    }});
    let entries = naba::timeline(&[
        event(&planned, "جمعية قراء الأطلس", ""),
        event(&early, "", "أكادير"),
        event(&held, "جمعية قراء الأطلس", "وجدة"),
    ]);
    let days: Vec<_> = entries.iter().map(|it| (it.first_day.as_str(), it.last_day.as_str())).collect();
    assert_eq!(days, [("2024-06-01", "2024-06-09"), ("2024-06-05", "2024-06-07")]);
    let [_, workshop] = entries.as_slice() else { panic!() };
    assert_eq!((workshop.title.as_str(), workshop.record, workshop.city.as_deref()), ("الخط", 2, Some("وجدة")));
    assert_eq!(workshop.event_status, EventStatus::Cancelled);
    assert_eq!(workshop.pages.iter().map(|page| page.record).collect::<Vec<_>>(), [0, 2]);
}
