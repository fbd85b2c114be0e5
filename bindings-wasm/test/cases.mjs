// Reads tests/cases, the pages that all hosts share.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parse } from "smol-toml";

const root = fileURLToPath(new URL("../../tests/cases", import.meta.url));

export function cases() {
  const folders = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.name === "case.toml")
    .map((entry) => entry.parentPath)
    .sort();
  return folders.map((folder) => {
    const read = (name) => readFileSync(join(folder, name), "utf8");
    const isHtml = existsSync(join(folder, "page.html"));
    const { why, expect: _, ...said } = parse(read("case.toml"));
    const options = isHtml ? { format: "html", ...said } : said;
    const name = folder.slice(root.length + 1);
    return { name, why, options, page: read(isHtml ? "page.html" : "page.txt"), expected: read("record.json") };
  });
}
