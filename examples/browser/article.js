// The clean articles of a page, with what they name marked in them.
import { fill, h, link, words } from "./dom.js";
import { date, joined, language, n, t } from "./i18n.js";
import { marked, nested } from "./marks.js";
import { fate } from "./page.js";

/** Draws the articles of a record. */
export function showArticles(root, record) {
  root.replaceChildren();
  if (record.articles.length === 0) root.append(h("p", { class: "empty" }, t("noArticle")));
  const mentions = nested(record);
  fill(root, record.articles.map((_, at) => at), (at) => article(record, at, mentions), (count) => n("moreArticles", count), 20);
}

function article(record, at, mentions) {
  const { headline, alternativeHeadline, inLanguage, ...rest } = record.articles[at];
  const lang = inLanguage === "und" ? undefined : inLanguage;
  const own = record.segments.filter(({ article, label }) => article === at && fate(label) === "kept");
  const element = h(
    "article",
    { class: "clean", dir: direction(lang) },
    h("h3", { dir: "auto", lang }, headline?.text ?? t("noHeadline")),
    alternativeHeadline && h("p", { class: "second", dir: "auto", lang }, alternativeHeadline.text),
    facts(record, { inLanguage, ...rest }, lang),
  );
  const body = h("div", { class: "body", lang });
  fill(body, paragraphs(record, own), (each) => paragraph(record, each, mentions), (count) => n("moreLines", count), 100);
  element.append(body);
  if (rest.keywords.length > 0) {
    const tags = rest.keywords.slice(0, 40).map((keyword) => h("li", {}, words(keyword, lang)));
    element.append(h("ul", { class: "keywords", "aria-label": t("keywords"), lang }, tags));
  }
  return element;
}

// When, by whom, from where: what stands between a headline and its text.
function facts(record, { datePublished, dateModified, author, sourceOrganization, dateline, inLanguage, url }, lang) {
  const name = (id) => record.organizations.find((organization) => organization.id === id)?.name;
  const parts = [
    datePublished?.from && h("time", { datetime: datePublished.edtf }, date(datePublished.from, datePublished.to)),
    dateline?.place && words(dateline.place, lang),
    author.length > 0 && h("span", {}, joined(author.map(({ name }) => words(name, lang)))),
    sourceOrganization && name(sourceOrganization) && h("span", {}, `${t("source")}: `, words(name(sourceOrganization), lang)),
    dateModified?.from && h("span", {}, `${t("modified")}: `, date(dateModified.from, dateModified.to)),
    inLanguage !== "und" && h("span", {}, language(inLanguage)),
    url && link(url, t("address")),
  ];
  return h("p", { class: "facts" }, parts.filter(Boolean).map((part) => h("span", { class: "fact" }, h("span", { dir: document.dir }, part))));
}

// The direction that a language is written in; where none is known, each line has its own.
function direction(lang) {
  const script = lang && new Intl.Locale(lang).maximize().script;
  return script && (["Arab", "Hebr", "Syrc", "Thaa"].includes(script) ? "rtl" : "ltr");
}

const shown = new Set(["body", "quote", "listItem", "subheading", "caption"]);

// The stretches of the page that make up the text of an article, one for each of its paragraphs.
function paragraphs(record, segments) {
  const { text } = record;
  return segments
    .filter(({ label }) => shown.has(label))
    .map(({ span: [start, end], label }) => {
      const words = text.slice(start, end);
      const from = end - words.trimStart().length;
      const bullet = label === "listItem" ? (/^[•·▪◦*–—-]\s+/u.exec(text.slice(from, end))?.[0].length ?? 0) : 0;
      return { span: [from + bullet, start + words.trimEnd().length], label };
    });
}

const elements = { subheading: "h4", quote: "blockquote" };

function paragraph(record, { span, label }, mentions) {
  // A dump may have wrapped the paragraph: its line ends are spaces here.
  const joined = (from, to) => record.text.slice(from, to).replace(/\s*[\r\n\u2028\u2029\u0085]+\s*/gu, " ");
  const nodes = marked(record.text, span, mentions, joined);
  return h(elements[label] ?? "p", { dir: "auto", class: label }, nodes);
}
