// The declared types, used as a caller would; `tsc` reads it, nothing runs it.
import init, { Extractor, clean, extract, extractJson, organizations, people, places, toCsv, toJsonLd, toTable } from "naba/web";
import { network, timeline } from "naba/web";
import type { Article, Cell, Label, NamedOrganization, Network, Options, OwnData, Record, Span, Table, TimelineEntry } from "naba/web";
import { createWorker } from "naba/worker";
import type { NabaWorker } from "naba/worker";

const options: Options = { url: "https://example.org/", retrieved: "2024-05-17" };

export async function headlines(page: string): Promise<string[]> {
  await init(new URL("https://example.org/naba_bg.wasm"));
  const record: Record = extract(page, options);
  const json: string = extractJson(page);
  const isShare = (label: Label) => label === "share";
  const span: Span | undefined = record.segments.find((segment) => isShare(segment.label))?.span;
  const quoted = span ? record.text.slice(...span) : json;
  const title = (article: Article) => article.headline?.text ?? article.datePublished?.from ?? quoted;
  return record.articles.map(title);
}

export function bodies(page: Uint8Array, contentType: string): string[] {
  return clean(page, { contentType, format: "html" }).articles.map(({ articleBody }) => articleBody);
}

const data: OwnData = {
  organization: [{ id: "dunes", type: "network", "same-as": ["Q1"], names: { fr: ["Caravane des dunes"] } }],
  city: [{ country: "MA", names: { fr: ["Oued Zitoun"] } }],
};

export function named(text: string): string[] {
  const extractor = new Extractor(data);
  const found: NamedOrganization[] = extractor.organizations(text, { language: "fr" });
  const spans: Span[] = found.flatMap(({ mentions }) => mentions.map(({ span }) => span));
  const titles = people(text).map(({ honorificPrefix }) => honorificPrefix ?? "");
  const countries = [...places(text), ...extractor.places(text)].map(({ country }) => country ?? "");
  return [...organizations(text).map(({ type }) => type), ...titles, ...countries, ...spans.map(String)];
}

export function exported(page: string): string {
  const record = extract(page);
  const table: Table = "events";
  const cells: (Cell | undefined)[] = toTable(record, table).map((row) => row["first_day"]);
  return [toJsonLd(record), toCsv(record, "mentions"), ...cells].join("\n");
}

export async function elsewhere(page: string): Promise<string[]> {
  const worker: NabaWorker = createWorker({ data, source: new URL("https://example.org/naba_bg.wasm") });
  const record: Record = await worker.extract(page, options);
  const json: string = await worker.extractJson(page);
  const entries: TimelineEntry[] = await worker.timeline([record, json]);
  const all: Network = network([record, json]);
  const titles = [...entries, ...timeline(json)].map(({ title }) => title);
  worker.terminate();
  return [...titles, ...all.nodes.map(({ name }) => name)];
}

// @ts-expect-error: a worker gives promises
export const wrongRecord: Record = createWorker().extract("");
// @ts-expect-error: no such table
toTable(extract(""), "people");
// @ts-expect-error: no such kind of body
export const wrongData: OwnData = { organization: [{ id: "dunes", type: "caravan" }] };
// @ts-expect-error: no such option
organizations("", { anchor: "2024-05-17" });
// @ts-expect-error: no such label
export const wrong: Label = "advert";
// @ts-expect-error: neither text nor bytes
extract(new ArrayBuffer(1));
// @ts-expect-error: no such option
extract("", { reads: "2024" });
