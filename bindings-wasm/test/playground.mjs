// The playground in Chromium, as a person uses it: paste, drop, click, save, look; and what a hostile page cannot do.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";

import { start } from "./chromium.mjs";

let chromium;
before(async () => {
  chromium = await start({ locale: "en-GB", acceptDownloads: true });
  await chromium.browser.grantPermissions(["clipboard-read", "clipboard-write"], { origin: chromium.address });
});
after(() => chromium?.stop());

/** A fresh playground; fails at the end when the console complained or anything but this server was asked. */
async function playground(use, { width = 1280, height = 900, colorScheme = "light" } = {}) {
  const page = await chromium.browser.newPage();
  const complaints = [];
  page.on("console", (message) => ["error", "warning"].includes(message.type()) && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => (complaints.push(`dialog: ${dialog.message()}`), dialog.dismiss()));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(chromium.address) && !url.startsWith("blob:")) complaints.push(`asked for ${url}`);
  });
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.goto(`${chromium.address}/examples/browser/`);
  try {
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await page.close();
  }
}

/** Waits until the page that was given last is shown, and gives its record. */
async function shown(page) {
  await page.waitForSelector("#result:not([hidden])");
  await page.waitForSelector('#result[aria-busy="false"]');
  return JSON.parse(await page.textContent("[role=tabpanel] pre"));
}

async function sample(page, name) {
  await page.click(`[data-sample="${name}"]`);
  return shown(page);
}

async function paste(page, text) {
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await page.focus("#source");
  await page.keyboard.press("Control+V");
}

/** Drops files onto the page, each a name, a type and a text. */
async function drop(page, files) {
  await page.evaluate((files) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, text } of files) dataTransfer.items.add(new File([text], name, { type }));
    const fire = (type) => document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    fire("dragover");
    fire("drop");
  }, files);
}

const samples = ["arabic.txt", "french.html", "english.txt"];

/** Every mark of the page says what its span says, and all mentions of these lines are marked. */
async function checkMarks(page, record) {
  const marks = await page.$$eval("#lines mark", (all) =>
    all.map((mark) => ({ text: mark.textContent, span: [Number(mark.dataset.start), Number(mark.dataset.end)] })),
  );
  for (const { text, span } of marks) assert.equal(text, record.text.slice(...span));
  const mentions = new Set(record.articles.flatMap(({ mentions }) => mentions.map(({ span }) => String(span))));
  const marked = new Set(marks.map(({ span }) => String(span)));
  assert.deepEqual([...mentions].filter((span) => !marked.has(span)), []);
  const lines = await page.$$eval("#lines .line", (all) =>
    all.map((line) => ({ text: line.querySelector(".text").textContent, span: [Number(line.dataset.from), Number(line.dataset.to)] })),
  );
  for (const { text, span } of lines) assert.equal(text, record.text.slice(...span));
}

test("nothing moves, and nothing is wrong, while it loads", () =>
  playground(async (page) => {
    await page.waitForTimeout(300);
    const shift = await page.evaluate(
      () =>
        new Promise((done) => {
          new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(0), 200);
        }),
    );
    assert.equal(shift, 0);
    assert.equal(await page.isVisible("#empty"), true);
  }));

for (const name of samples) {
  test(`the sample ${name}: lines, marks, article, events, organisations`, () =>
    playground(async (page) => {
      const record = await sample(page, name);
      await checkMarks(page, record);
      assert.equal(await page.textContent(".clean h3"), record.articles[0].headline.text);
      assert.equal(await page.locator(".event").count(), record.events.length);
      assert.ok(record.events.length >= 2);
      assert.equal(await page.locator("#organizations tbody tr").count(), record.organizations.length);
      const icesco = page.locator("#organizations tr", { hasText: "Islamic World Educational" });
      assert.match(await icesco.textContent(), /منظمة العالم الإسلامي.*Organisation du monde islamique/);
      await icesco.locator(".jump").first().click();
      assert.equal(await page.locator("#lines mark.found").getAttribute("data-id"), "icesco");
      const rule = page.locator(".label-copyright .rule").first();
      assert.equal(await rule.isVisible(), false);
      await page.locator(".label-copyright").first().hover();
      assert.match(await rule.textContent(), /^\w+\/boilerplate\/rights$/);
      assert.equal(await rule.isVisible(), true);
    }));
}

test("a paste is read at once, an edit again, and the field emptied gives the empty page", () =>
  playground(async (page) => {
    await paste(page, "😀 Un accord signé\n12 mai 2024\n😀 L'UNESCO a signé un accord avec le Maroc à Rabat, le 12 mai 2024, a annoncé le ministère.");
    const record = await shown(page);
    await checkMarks(page, record);
    assert.equal(await page.locator('#lines mark[data-id="unesco"]').first().textContent(), "UNESCO");
    await page.focus("#source");
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" L'ALECSO aussi.");
    await page.waitForSelector('#lines mark[data-id="alecso"]');
    await page.fill("#source", "");
    await page.waitForSelector("#empty:not([hidden])");
    assert.equal(await page.isVisible("#result"), false);
  }));

test("what is pasted is read as HTML when it looks like it, or when one says so", () =>
  playground(async (page) => {
    await paste(page, "<p>نص <b>الصفحة</b></p>");
    assert.equal((await shown(page)).text, "نص الصفحة\n");
    await page.selectOption("#format", "text");
    await page.waitForFunction(() => document.querySelector("pre").textContent.includes("<b>"));
    assert.equal((await shown(page)).format, "text");
  }));

test("dropped files become pages, and one timeline", () =>
  playground(async (page) => {
    const root = new URL("../../examples/browser/samples/", import.meta.url);
    const type = (name) => (name.endsWith("html") ? "text/html" : "text/plain");
    const files = samples.map(async (name) => ({ name, type: type(name), text: await readFile(new URL(name, root), "utf8") }));
    await drop(page, await Promise.all(files));
    await shown(page);
    assert.equal(await page.locator("#pages .one").count(), 3);
    const told = await page.$$eval(".entry", (all) => all.map((entry) => entry.querySelectorAll(".told-by button").length));
    assert.ok(told.includes(3), `an event that all three pages tell of: ${told}`);
    const days = await page.$$eval(".entry > .day", (all) => all.map((time) => time.dateTime));
    assert.deepEqual(days, days.toSorted());
    await page.locator(".entry").filter({ hasText: "Part" }).or(page.locator(".entry")).last().locator(".told-by button").last().click();
    await page.waitForSelector("#lines .found");
    await page.locator("#pages .remove").first().click();
    await page.waitForFunction(() => document.querySelectorAll("#pages .one").length === 2);
  }));

test("an event goes into a calendar, in whole days", () =>
  playground(async (page) => {
    await sample(page, "arabic.txt");
    const [file] = await Promise.all([page.waitForEvent("download"), page.locator(".calendar").first().click()]);
    assert.match(file.suggestedFilename(), /^\w+-2024-06-03\.ics$/);
    const calendar = await readFile(await file.path(), "utf8");
    assert.match(calendar, /^BEGIN:VCALENDAR\r\n/);
    assert.match(calendar, /DTSTART;VALUE=DATE:20240603\r\nDTEND;VALUE=DATE:20240606\r\n/);
    assert.equal(calendar.match(/BEGIN:VEVENT/g).length, 1);
  }));

test("data: five views, by keys too; copied whole", () =>
  playground(async (page) => {
    const record = await sample(page, "french.html");
    await page.focus("[role=tab][aria-selected=true]");
    await page.keyboard.press("ArrowRight");
    await page.waitForFunction(() => document.querySelector("pre").textContent.includes("schema.org"));
    assert.equal(await page.getAttribute("[role=tab][aria-selected=true]", "id"), "data-tab-1");
    await page.keyboard.press("Home");
    await page.click(".bar .buttons button");
    assert.deepEqual(JSON.parse(await page.evaluate(() => navigator.clipboard.readText())), record);
    for (const [at, begins] of [[2, "# "], [3, "BEGIN:VCALENDAR"], [4, "url,id,"]]) {
      await page.click(`#data-tab-${at}`);
      await page.waitForFunction((begins) => document.querySelector("pre").textContent.startsWith(begins), begins);
    }
  }));

test("right to left: in a page of either direction", () =>
  playground(async (page) => {
    await sample(page, "arabic.txt");
    const direction = (selector) => page.$eval(selector, (element) => getComputedStyle(element).direction);
    // Where the first letter stands: at the right of its line, and at the left for Latin ones.
    const begins = (selector) =>
      page.$eval(selector, (element) => {
        const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        range.setStart(walker.nextNode(), 0);
        range.setEnd(walker.currentNode, 1);
        const [letter, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
        return box.right - letter.right < letter.left - box.left ? "right" : "left";
      });
    for (const language of ["en", "ar"]) {
      await page.selectOption("#language", language);
      assert.equal(await direction("body"), language === "ar" ? "rtl" : "ltr");
      assert.equal(await direction(".clean h3"), "rtl");
      assert.equal(await begins(".clean h3"), "right");
      assert.equal(await begins(".label-body .text"), "right");
      assert.equal(await direction(".label-share .text"), "ltr");
      assert.equal(await begins(".label-share .text"), "left");
      assert.equal(await begins('#organizations td[lang="en"] .name'), "left");
      assert.equal(await direction(".line .rule"), "ltr");
    }
    assert.equal(await page.textContent("#events-name"), "الفعاليات");
  }));

test("a megabyte is read without a frozen page", () =>
  playground(async (page) => {
    await sample(page, "english.txt");
    const news = await page.evaluate(() => fetch("samples/arabic.txt").then((response) => response.text()));
    const text = news.repeat(Math.ceil(1_000_000 / new TextEncoder().encode(news).length));
    await page.evaluate(() => {
      window.longest = 0;
      let last = performance.now();
      const tick = (now) => {
        window.longest = Math.max(window.longest, now - last);
        last = now;
        requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    });
    await drop(page, [{ name: "long.txt", type: "text/plain", text }]);
    await page.waitForFunction(() => document.querySelectorAll("#pages .one").length === 2 && document.querySelector(".more"), undefined, { timeout: 60_000 });
    await page.waitForFunction(() => document.querySelector("#status").textContent.startsWith("Read ·"), undefined, { timeout: 60_000 });
    await page.waitForTimeout(500);
    const longest = await page.evaluate(() => window.longest);
    console.log(`1 MB: ${await page.textContent("#status")}; longest time without a frame ${Math.round(longest)} ms`);
    assert.ok(longest < 400, `${longest} ms without a frame`);
    const before = await page.locator("#lines .line").count();
    await page.locator("#lines .more").click();
    assert.ok((await page.locator("#lines .line").count()) > before);
  }));

const evil = `<!doctype html><html lang='"><script>attack(1)</script>'><head><title><script>attack(2)</script></title>
<link rel="canonical" href="javascript:attack(3)"><meta property="og:url" content="javascript:attack(4)">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"<img src=x onerror=attack(5)>","url":"javascript:attack(6)"}</script></head>
<body onload="attack(7)"><article><h1>Accord signé &lt;img src=x onerror=attack(8)&gt; &quot;&gt;&lt;script&gt;attack(9)&lt;/script&gt;</h1>
<p>Par &lt;svg onload=attack(10)&gt;</p><p>L'UNESCO " onmouseover="attack(11)" x=" a signé le 3 juin 2024 à Rabat un accord &lt;/script&gt;&lt;script&gt;attack(12)&lt;/script&gt; avec le ministère de la Culture &lt;iframe src=javascript:attack(13)&gt;.</p>
<p><a href="javascript:attack(14)">Le forum &lt;style&gt;*{display:none}&lt;/style&gt; aura lieu le 4 juin 2024 à Rabat</a>, a dit l'UNESCO, devant \u202Etout\u2066 le monde.</p></article></body></html>`;

test("a hostile page is only words", () =>
  playground(async (page) => {
    await page.evaluate(() => (window.attack = (number) => (window.attacked = number)));
    for (const text of [evil, evil.replaceAll("&lt;", "<").replaceAll("&gt;", ">")]) {
      for (const format of ["html", "text"]) {
        await page.selectOption("#format", format);
        await page.fill("#source", text);
        // A change of the text is read a moment later.
        await page.waitForTimeout(250);
        const record = await shown(page);
        assert.equal(record.format, format);
        await checkMarks(page, record);
        const found = await page.evaluate(() => {
          const inside = [...document.querySelectorAll("#result *")];
          return {
            attacked: window.attacked,
            elements: inside.filter((element) => element.matches("script, style, iframe, img, svg, object, embed, form, base, link, meta")).length,
            handlers: inside.filter((element) => element.getAttributeNames().some((name) => name.startsWith("on") || name === "style" || name === "x")).length,
            links: inside.filter((element) => element.href && !/^https?:/.test(element.href)).length,
            scripts: document.scripts.length,
          };
        });
        assert.deepEqual(found, { attacked: undefined, elements: 0, handlers: 0, links: 0, scripts: 1 });
      }
    }
  }));

test("accessible: no serious finding in any state, language or colour scheme", async () => {
  const axe = await readFile(new URL(import.meta.resolve("axe-core")), "utf8");
  const look = async (page, state) => {
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
    const grave = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    const told = grave.map(({ id, nodes }) => `${state}: ${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 140)} ${failureSummary.slice(0, 200)}`).join(" | ")}`);
    assert.deepEqual(told, []);
  };
  for (const colorScheme of ["light", "dark"]) {
    await playground(
      async (page) => {
        await look(page, `${colorScheme}, empty`);
        await sample(page, samples.join(" "));
        await page.click("#rules");
        await look(page, `${colorScheme}, English`);
        await page.selectOption("#language", "ar");
        await look(page, `${colorScheme}, Arabic`);
      },
      { colorScheme },
    );
  }
  await playground(async (page) => (await sample(page, "french.html"), await look(page, "phone")), { width: 390, height: 844 });
});

test("readable on a phone and at 200 %: nothing stands outside, all can be selected", async () => {
  for (const width of [320, 390, 640, 1280]) {
    await playground(
      async (page) => {
        for (const name of ["arabic.txt", "french.html"]) {
          await sample(page, name);
          const { scroll, wide } = await page.evaluate(() => ({ scroll: document.documentElement.scrollWidth, wide: document.documentElement.clientWidth }));
          assert.ok(scroll <= wide, `${name} at ${width}: ${scroll} of ${wide}`);
        }
        const unselectable = await page.$$eval("#result *", (all) => all.filter((element) => getComputedStyle(element).userSelect === "none").length);
        assert.equal(unselectable, 0);
      },
      { width, height: 844 },
    );
  }
});

test("by keys alone: a sample, its page, an event on it", () =>
  playground(async (page) => {
    await page.focus("#source");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await shown(page);
    await page.locator(".event .plain").first().focus();
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#lines") !== null), true);
    assert.match(await page.textContent("#announcer"), /Articles: 1/);
  }));
