// Who and where in Node, in UTF-16 code units, and with data of one's own.
import assert from "node:assert/strict";
import test from "node:test";

import { Extractor, dates, extract, organizations, people, places } from "naba";

const data = {
  organization: [
    {
      id: "dunes",
      type: "network",
      country: "MA",
      "same-as": ["https://example.org/dunes"],
      names: { fr: ["Caravane des dunes"], ar: ["قافلة الكثبان"] },
      acronyms: { fr: ["CADUN"] },
    },
    { id: "dunes-press", type: "media", parent: "dunes", names: { fr: ["Gazette des dunes"] } },
    { id: "unesco", type: "igo", names: { en: ["Organisation of Our Own"] }, acronyms: { en: ["UNESCO"] } },
  ],
  city: [{ country: "MA", names: { fr: ["Oued Zitoun"], ar: ["واد الزيتون"] } }],
};

const quotes = (text, found) => {
  for (const { mentions } of found) {
    assert.ok(mentions.length);
    for (const { span, exact, evidence } of mentions) {
      assert.equal(text.slice(...span), exact);
      assert.ok(text.slice(...evidence.span).length);
    }
  }
};

test("names after an emoji", () => {
  const text = "😀 L'UNESCO a reçu à Rabat le docteur Salim Naciri, directeur de l'Institut du désert.";
  const bodies = organizations(text, { language: "fr" });
  quotes(text, bodies);
  assert.deepEqual([bodies[0].id, bodies[0].linked, bodies[0].mentions[0].span], ["unesco", true, [5, 11]]);
  const found = people(text, { language: "fr" });
  quotes(text, found);
  assert.equal(found[0].name, "Salim Naciri");
  const where = places(text, { language: "fr" });
  quotes(text, where);
  assert.deepEqual([where[0].city, where[0].country], ["Rabat", "MA"]);
  assert.deepEqual(organizations(""), []);
});

test("what is refused", () => {
  for (const read of [organizations, people, places]) {
    assert.throws(() => read("", { anchor: "2024-05-17" }), { name: "Error", message: /options: unknown field `anchor`/ });
    assert.throws(() => read(12), { name: "TypeError", message: "text: expected a string, not number" });
  }
});

test("data of one's own are found and linked, and known to their extractor only", () => {
  const extractor = new Extractor(data);
  const text = "La Caravane des dunes (CADUN) arrive à Oued Zitoun, dit la Gazette des dunes.";
  const found = extractor.organizations(text, { language: "fr" });
  quotes(text, found);
  const [caravan, press] = found;
  assert.deepEqual([caravan.id, caravan.linked, caravan.country], ["dunes", true, "MA"]);
  assert.deepEqual(caravan.sameAs, ["https://example.org/dunes"]);
  assert.deepEqual([press.id, press.parentOrganization, press.type], ["dunes-press", "dunes", "media"]);
  assert.deepEqual(extractor.places(text, { language: "fr" })[0].country, "MA");
  assert.equal(extractor.organizations("زارت قافلة الكثبان واد الزيتون", { language: "ar" })[0].id, "dunes");
  assert.equal(extractor.organizations("UNESCO")[0].names.en[0], "Organisation of Our Own");
  assert.ok(organizations(text, { language: "fr" }).every(({ id }) => id !== "dunes"));
  assert.notEqual(organizations("UNESCO")[0].names.en[0], "Organisation of Our Own");

  const page = `La Caravane des dunes à Oued Zitoun\n12 mai 2024\n${text} Les élèves de la ville ont lu des contes.`;
  assert.ok(extractor.extract(page).organizations.some(({ id }) => id === "dunes"));
  assert.equal(extractor.extractJson(page), JSON.stringify(extractor.extract(page)));
  assert.deepEqual(extractor.dates(page), dates(page));
  assert.deepEqual(extractor.people(page), people(page));
  assert.deepEqual(new Extractor().extract(page), extract(page));
});

test("data that make no sense name their entry", () => {
  const refused = (data, message) => assert.throws(() => new Extractor(data), { name: "Error", message });
  const dunes = { id: "dunes", type: "network", names: { fr: ["Caravane des dunes"] } };
  refused({ organisation: [] }, /data: unknown field `organisation`/);
  refused({ organization: [{ ...dunes, nmes: {} }] }, /data: organization `dunes`: unknown field `nmes`/);
  refused({ organization: [{ ...dunes, names: { fr: "Caravane" } }] }, /data: organization `dunes`: invalid type/);
  refused({ organization: [{ ...dunes, parent: "nil" }] }, /`dunes` has the parent `nil`, which is nowhere/);
  refused({ organization: [dunes, dunes] }, /data: organization `dunes` is there twice/);
  refused({ city: [{ country: "MA" }] }, /data: city `1` has no name/);
  refused(7, /data: invalid type/);
});
