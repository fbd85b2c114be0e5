// The side of a worker that answers: one call after the other, with the functions of the package.

const methods = new Set(["extract", "extractJson", "clean", "dates", "organizations", "people", "places"]);
const views = new Set(["toJsonLd", "toIcs", "toMarkdown", "toTable", "toCsv", "timeline", "network"]);

/** What to do with each message, given the package and the function that posts what comes of it. */
export function answerer({ default: init, Extractor, ...naba }, post) {
  let extractor;
  const open = async (data, source) => {
    await init(source);
    extractor = new Extractor(data);
  };
  const run = (call, given) => {
    if (call === "open") return open(...given);
    if (methods.has(call)) return extractor[call](...given);
    if (views.has(call)) return naba[call](...given);
    throw new TypeError(`no function ${call}`);
  };
  return async ({ id, call, given }) => {
    try {
      post({ id, value: await run(call, given) });
    } catch ({ name, message }) {
      post({ id, error: { name, message } });
    }
  };
}
