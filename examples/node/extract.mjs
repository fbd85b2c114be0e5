// Reads one page and prints its articles: `make wasm`, then `node examples/node/extract.mjs`.
import { extract } from "../../bindings-wasm/dist/node.js"; // from npm: import { extract } from "naba"

const page = `الرئيسية | ثقافة | رياضة
افتتاح مكتبة متنقلة في قرى الأطلس
7 أبريل 2024
انطلقت صباح الأحد من بني ملال حافلة تحمل ثلاثة آلاف كتاب، ستزور أربعين قرية قبل نهاية الصيف.
وقالت أمينة المكتبة إن الأطفال ينتظرون الحافلة في كل محطة، وإن الكتب المصورة أكثرها إعارة.
اقرأ أيضا:
• طريق جديدة إلى السد`;

const record = extract(page, { url: "https://example.org/7", retrieved: "2024-04-08" });
for (const { span, label } of record.segments) console.log(label, "|", record.text.slice(...span).trim());
for (const { headline, datePublished } of record.articles) console.log(datePublished?.edtf, headline?.text);
