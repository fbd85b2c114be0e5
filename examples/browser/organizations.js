// The organisations of a page: their names in three languages, what they are, and where the page mentions them.
import { fill, h, link, words } from "./dom.js";
import { country, n, number, t } from "./i18n.js";

const languages = ["ar", "fr", "en"];

/** Draws the organisations of a record into a table; `reveal` shows a span on the page. */
export function showOrganizations(root, record, reveal) {
  root.replaceChildren();
  if (record.organizations.length === 0) {
    root.append(h("p", { class: "empty" }, t("noOrganization")));
    return;
  }
  const places = Map.groupBy(record.articles.flatMap(({ mentions }) => mentions), ({ id }) => id);
  const times = (organization) => places.get(organization.id)?.length ?? 0;
  const body = h("tbody");
  const row = (organization) => line(record, organization, places.get(organization.id) ?? [], reveal);
  root.append(
    h(
      "div",
      { class: "scroll", tabindex: "0", role: "region", "aria-label": t("organizations") },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, [t("name.ar"), t("name.fr"), t("name.en"), t("kind"), t("mentions")].map((name) => h("th", { scope: "col" }, name)))),
        body,
      ),
    ),
  );
  const sorted = record.organizations.toSorted((a, b) => times(b) - times(a));
  body.append(...sorted.slice(0, 200).map(row));
  if (sorted.length > 200) {
    const more = h("button", { type: "button", class: "more" }, n("moreOrganizations", sorted.length - 200));
    more.addEventListener("click", () => (more.remove(), body.append(...sorted.slice(200).map(row))));
    root.append(more);
  }
}

function line(record, organization, mentions, reveal) {
  const { names, acronyms, type, sameAs, parentOrganization, reconstructed } = organization;
  const written = languages.find((tag) => names[tag]?.includes(organization.name));
  const cells = languages.map((tag) => {
    const own = names[tag]?.[0] ?? (tag === "en" && !Object.keys(names).length ? organization.name : undefined);
    const short = acronyms[tag] ?? [];
    if (!own && short.length === 0) return h("td", { class: "none" }, h("span", { "aria-label": t("unknown") }, "—"));
    return h(
      "td",
      { lang: tag, dir: "auto", class: tag === written ? "written" : undefined },
      own && h("span", { class: "name" }, own),
      short.length > 0 && h("span", { class: "acronym" }, short.slice(0, 2).map((each) => words(each, tag))),
    );
  });
  const parent = record.organizations.find(({ id }) => id === parentOrganization);
  const kind = h(
    "td",
    { class: "kind" },
    h("span", {}, t(`organization.${type}`)),
    organization.country && h("span", {}, country(organization.country)),
    parent && h("span", {}, `${t("partOf")}: `, words(parent.name)),
    reconstructed && h("span", {}, t("reconstructed")),
    sameAs.length > 0 && h("span", { class: "registers" }, sameAs.map((address) => link(address, register(address)))),
  );
  const buttons = mentions.slice(0, 12).map(({ span, exact }, at) =>
    h("button", { type: "button", class: "jump", "aria-label": `${t("showOnPage")}: ${exact}, ${number(at + 1)}`, onclick: () => reveal(span) }, number(at + 1)),
  );
  const rest = mentions.length > 12 && h("span", {}, `+${number(mentions.length - 12)}`);
  return h("tr", {}, cells, kind, h("td", { class: "jumps" }, buttons, rest));
}

const register = (address) => (/wikidata/.test(address) ? "Wikidata" : /ror\.org/.test(address) ? "ROR" : address);
