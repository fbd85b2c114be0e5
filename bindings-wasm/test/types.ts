// The declared types, used as a caller would; `tsc` reads it, nothing runs it.
import init, { extract, extractJson, type Article, type Label, type Options, type Record, type Span } from "naba/web";

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

// @ts-expect-error: no such label
export const wrong: Label = "advert";
// @ts-expect-error: no such option
extract("", { reads: "2024" });
