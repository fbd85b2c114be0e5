// The events of a page as cards: when, where, who and as what, with a file for one's calendar.
import { fill, h, words } from "./dom.js";
import { calendarDay, country, date, joined, money, n, number, t } from "./i18n.js";

const roles = ["organizer", "host", "partner", "funder", "supervisor", "patron", "party"];

/** Draws the events of a record; `act` has what the buttons do: `reveal` a span, `save` an event as a calendar. */
export function showEvents(root, record, act) {
  root.replaceChildren();
  if (record.events.length === 0) root.append(h("p", { class: "empty" }, t("noEvent")));
  fill(root, record.events, (event) => card(record, event, act), (count) => n("moreEvents", count), 60);
}

function card(record, event, act) {
  const article = record.articles.find(({ span }) => span[0] <= event.span[0] && event.span[1] <= span[1]);
  const lang = article?.inLanguage;
  const named = new Map([...record.organizations, ...record.people].map((entity) => [entity.id, entity.name]));
  const list = (ids) => joined(ids.map((id) => words(named.get(id) ?? id, lang)));
  const parent = record.events.find(({ id }) => id === event.superEvent);
  const rows = [
    [t("when"), when(event)],
    [t("where"), where(event, lang)],
    [t("theme"), event.theme && words(event.theme, lang)],
    ...roles.map((role) => [t(`role.${role}`), event[role].length > 0 && list(event[role])]),
    ...participants(event, list),
    [t("countries"), event.participatingCountries.length > 0 && joined(event.participatingCountries.map(country))],
    [t("numbers"), event.quantities.length > 0 && joined(event.quantities.map(({ exact }) => words(exact, lang)))],
    [t("awards"), event.awards.length > 0 && h("ul", {}, event.awards.map((award) => h("li", {}, prize(award, lang))))],
    [t("outcome"), event.outcome && words(event.outcome, lang)],
    [t("partOf"), parent && words(parent.name ?? t(`event.${parent.type}`), lang)],
  ];
  const title = event.name ?? event.theme;
  const kind = t(`event.${event.type}`);
  return h(
    "article",
    { class: `event ${event.salience}` },
    leaf(event),
    h(
      "div",
      { class: "told" },
      h(
        "p",
        { class: "tags" },
        h("b", {}, kind),
        [t(`status.${event.eventStatus}`), t(`salience.${event.salience}`)].map((tag) => h("span", {}, tag)),
        event.attendanceMode && h("span", {}, t(`mode.${event.attendanceMode}`)),
      ),
      h("h3", {}, title ? words(title, lang) : kind),
      h("dl", {}, rows.filter(([, value]) => value).map(([term, value]) => h("div", {}, h("dt", {}, term), h("dd", {}, value)))),
      h(
        "p",
        { class: "buttons" },
        day(event) && h("button", { type: "button", class: "calendar", onclick: () => act.save(event) }, t("addToCalendar")),
        h("button", { type: "button", class: "plain", onclick: () => act.reveal(event.span) }, t("showOnPage")),
      ),
    ),
  );
}

const day = ({ startDate, endDate }) => startDate?.from ?? endDate?.from;

// The day as on a leaf of a calendar. A month or a year stays one.
function leaf(event) {
  const { startDate: { edtf, from } = {} } = event;
  const leaf = from && calendarDay(edtf, from);
  if (!leaf) return h("div", { class: "leaf none", "aria-hidden": "true" }, h("b", {}, "?"));
  return h("div", { class: "leaf", "aria-hidden": "true" }, h("span", {}, leaf.month), h("b", {}, leaf.day), h("span", {}, leaf.year));
}

function when({ startDate, endDate, duration }) {
  const first = startDate ?? endDate;
  if (!first?.from) return first && words(first.exact);
  const last = endDate?.to ?? startDate?.to;
  const time = startDate?.time && h("span", { class: "clock" }, ` ${startDate.time}`, startDate.timeZone && ` ${startDate.timeZone}`);
  return h("span", {}, h("time", { datetime: first.from }, date(first.from, last)), time, duration && h("span", { class: "clock" }, ` · ${duration}`));
}

function where({ location }, lang) {
  if (!location) return undefined;
  const parts = [location.venue, location.city].filter(Boolean).map((name) => words(name, lang));
  if (location.country) parts.push(country(location.country));
  return parts.length > 0 && joined(parts);
}

function participants({ participants }, list) {
  const byRole = Map.groupBy(participants, ({ as }) => as);
  return [...byRole].map(([as, those]) => [t(`as.${as}`), list(those.map(({ person, organization }) => person ?? organization))]);
}

function prize({ position, recipient, recipientCountry, work, amount, honorary }, lang) {
  const parts = [words(recipient, lang), recipientCountry && country(recipientCountry), work && words(work, lang)];
  if (amount) parts.push(money(amount));
  const rank = honorary ? t("honorary") : position && number(position);
  return h("span", {}, rank && h("b", {}, `${rank} `), joined(parts.filter(Boolean)));
}
