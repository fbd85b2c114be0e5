// Writes `cldr.toml`, the words of dates in CLDR, beside every `dates.toml`, and `../places/cldr.toml`, its names of
// countries; `--check` fails when one is stale.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const VERSION = "48.2.0";
const PACKAGES = ["cldr-dates-full", "cldr-cal-islamic-full"];
const NAMES = "cldr-localenames-full";
const HERE = new URL("./", import.meta.url);
const CACHE = new URL("../../../target/cldr/", import.meta.url);

const MONTHS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];
const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAYS = ["-3", "-2", "-1", "0", "1", "2", "3"];
const DAY_PERIODS = {
  am: ["am", "am-alt-variant"],
  pm: ["pm", "pm-alt-variant"],
  noon: ["noon"],
  midnight: ["midnight"],
};
// Codes of CLDR that are no countries of ISO 3166-1: unions, parts of countries, tests. Kosovo, XK, is none of them.
const NO_COUNTRIES = ["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"];

/** The files of a package of npm, by path. The package is fetched once. */
function unpack(name) {
  const archive = new URL(`${name}-${VERSION}.tgz`, CACHE);
  if (!existsSync(archive)) {
    mkdirSync(CACHE, { recursive: true });
    const pack = ["pack", "--silent", "--pack-destination", fileURLToPath(CACHE), `${name}@${VERSION}`];
    execFileSync("npm", pack, { stdio: ["ignore", "ignore", "inherit"] });
  }
  const tar = gunzipSync(readFileSync(archive));
  const field = (from, to) => tar.toString("latin1", from, to).split("\0", 1)[0];
  const files = [];
  for (let at = 0; tar[at]; ) {
    const size = parseInt(field(at + 124, at + 136), 8);
    files.push([field(at, at + 100), tar.subarray(at + 512, at + 512 + size)]);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

const files = new Map([...PACKAGES, NAMES].flatMap(unpack));
const names = [...new Set([...files.keys()].map((path) => path.split("/")[2] ?? ""))].sort();

/** What is said in a language at large (its region is empty), then in each region in the same script. */
function locales(tag) {
  const isRegion = (name) => name.startsWith(`${tag}-`) && /^([A-Z]{2}|\d{3})$/.test(name.slice(tag.length + 1));
  return [tag, ...names.filter(isRegion)].map((name) => {
    const dates = (file) => JSON.parse(files.get(`package/main/${name}/${file}.json`)).main[name].dates;
    return {
      region: name.slice(tag.length + 1),
      gregorian: dates("ca-gregorian").calendars.gregorian,
      islamic: dates("ca-islamic").calendars.islamic,
      day: dates("dateFields").fields.day,
    };
  });
}

/** How some keys are spelt at a width, within a date and alone. */
function spelt(table, width, keys) {
  return ["format", "stand-alone"].flatMap((context) => keys.map((key) => table[context][width][key]));
}

/** A word without hard spaces. */
function soft(word) {
  return word.normalize("NFC").replace(/\s+/g, " ");
}

/** A word without hard spaces and the stop of an abbreviation. */
function clean(word) {
  return soft(word).replace(/\.$/, "");
}

function letters(word) {
  return word.match(/\p{L}/gu)?.length ?? 0;
}

/** Whether a name of a Hijri month says enough: the short one "mouh" does, "saf" does not. */
function isTelling(word, width) {
  return width === "wide" || (letters(word) >= 4 && !/\d/.test(word));
}

/** The distinct words that `look` finds, each with the regions that say so; none when the language at large does. */
function words(locales, look) {
  const found = new Map();
  for (const width of ["wide", "abbreviated"]) {
    for (const locale of locales) {
      for (const word of look(locale, width).filter(Boolean).map(clean)) {
        if (letters(word) < 2) continue;
        const key = word.toLowerCase();
        if (!found.has(key)) found.set(key, { word, regions: new Set() });
        found.get(key).regions.add(locale.region);
      }
    }
  }
  const named = (regions) => (regions.has("") ? [] : [...regions].sort());
  return [...found.values()].map(({ word, regions }) => ({ word, regions: named(regions) }));
}

/** The words of a language: tables of keys and words. */
function tables(tag) {
  const all = locales(tag);
  const month = (key) => (locale, width) => spelt(locale.gregorian.months, width, [key]);
  const hijriMonth = (key) => (locale, width) =>
    spelt(locale.islamic.months, width, [key]).filter((word) => isTelling(word, width));
  const weekday = (key) => (locale, width) => spelt(locale.gregorian.days, width, [key]);
  const day = (key) => (locale) => [locale.day[`relative-type-${key}`]];
  const dayPeriod = (keys) => (locale, width) => spelt(locale.gregorian.dayPeriods, width, keys);
  return {
    months: MONTHS.map((key) => [key, words(all, month(key))]),
    "hijri-months": MONTHS.map((key) => [key, words(all, hijriMonth(key))]),
    weekdays: WEEKDAYS.map((key, at) => [at + 1, words(all, weekday(key))]),
    days: DAYS.map((key) => [key, words(all, day(key))]),
    "day-periods": Object.entries(DAY_PERIODS).map(([key, keys]) => [key, words(all, dayPeriod(keys))]),
  };
}

/** `1 = ["janvier", "janv"]`; one word a line when some are of regions. */
function entry([key, words]) {
  if (words.length === 0) return "";
  if (words.every(({ regions }) => regions.length === 0)) {
    return `${key} = [${words.map(({ word }) => JSON.stringify(word)).join(", ")}]\n`;
  }
  const lines = words.map(({ word, regions }) => {
    const more = regions.length > 8 ? regions.splice(5).length : 0;
    const comment = regions.join(" ") + (more ? ` and ${more} more` : "");
    return `  ${JSON.stringify(word)},${comment && ` # ${comment}`}\n`;
  });
  return `${key} = [\n${lines.join("")}]\n`;
}

/** The text of `cldr.toml`. */
function toml(tag) {
  const head = `# The words of dates in CLDR for \`${tag}\`; what CLDR lacks stands in dates.toml.
# Written by ../cldr.mjs, never by hand. Source: CLDR ${VERSION}, npm packages ${PACKAGES.join(" and ")};
# licence: Unicode-3.0, in ../LICENSE-UNICODE.
#
# Wide names stand before abbreviated ones, which have lost their last stop. A word with regions beside it is not used
# in the language at large.
`;
  const body = Object.entries(tables(tag)).map(([name, entries]) => `\n[${name}]\n${entries.map(entry).join("")}`);
  return head + body.join("");
}

/** The text of `../places/cldr.toml`: a line for each country, with its names in each language. */
function countries(tags) {
  const territories = tags.map((tag) => {
    const { main } = JSON.parse(files.get(`package/main/${tag}/territories.json`));
    return [tag, main[tag].localeDisplayNames.territories];
  });
  const isCountry = (code) => /^[A-Z]{2}$/.test(code) && !NO_COUNTRIES.includes(code);
  const codes = Object.keys(territories[0][1]).filter(isCountry).sort();
  const lines = codes.map((code) => {
    const keys = [code, `${code}-alt-short`, `${code}-alt-variant`];
    const named = territories.map(([tag, names]) => {
      const words = new Set(keys.map((key) => names[key]).filter(Boolean).map(soft));
      return `${tag} = [${[...words].map((word) => JSON.stringify(word)).join(", ")}]`;
    });
    return `${code} = { ${named.join(", ")} }\n`;
  });
  return `# The names of countries in CLDR, by ISO 3166-1 code; what CLDR lacks stands in countries.toml.
# Written by ../languages/cldr.mjs, never by hand. Source: CLDR ${VERSION}, npm package ${NAMES};
# licence: Unicode-3.0, in ../languages/LICENSE-UNICODE.

[countries]
${lines.join("")}`;
}

// `und` holds what every language has, which is no words.
const tags = readdirSync(HERE).filter((tag) => tag !== "und" && existsSync(new URL(`${tag}/dates.toml`, HERE))).sort();
const outputs = new Map(tags.map((tag) => [`languages/${tag}/cldr.toml`, toml(tag)]));
outputs.set("languages/LICENSE-UNICODE", files.get("package/LICENSE").toString());
// Countries are named in the languages whose names are read.
const named = tags.filter((tag) => existsSync(new URL(`${tag}/names.toml`, HERE)));
outputs.set("places/cldr.toml", countries(named));
for (const [name, text] of outputs) {
  const file = new URL(`../${name}`, HERE);
  if (existsSync(file) && readFileSync(file, "utf8") === text) continue;
  if (process.argv[2] === "--check") {
    console.error(`cldr: \`core/data/${name}\` is stale: run \`make generate\` and commit it`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, text);
    console.log(`cldr: wrote core/data/${name}`);
  }
}
