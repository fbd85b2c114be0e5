// The side of a worker that asks: every function of the package, each giving a promise.

const names = ["extract", "extractJson", "clean", "dates", "organizations", "people", "places"].concat(
  ["toJsonLd", "toIcs", "toMarkdown", "toTable", "toCsv", "timeline", "network"],
);

/** Functions over a worker: `send` posts a message, `listen` is told what comes back and what broke, `stop` ends it. */
export function client({ send, listen, stop }, { data, source } = {}) {
  const waiting = new Map();
  let asked = 0;
  let broken;

  const fail = (error) => {
    broken ??= error;
    for (const { reject } of waiting.values()) reject(broken);
    waiting.clear();
  };
  const ask = (call, given) => {
    if (broken) return Promise.reject(broken);
    return new Promise((resolve, reject) => {
      const id = asked++;
      send({ id, call, given });
      waiting.set(id, { resolve, reject });
    });
  };
  listen(({ id, value, error }) => {
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error) reject?.(new (error.name === "TypeError" ? TypeError : Error)(error.message));
    else resolve?.(value);
  }, fail);

  const ready = ask("open", [data, source === undefined ? undefined : String(source)]).then(() => undefined);
  // Whoever calls a function is told by it.
  ready.catch(() => {});
  const terminate = () => {
    fail(new Error("the worker was terminated"));
    return stop();
  };
  const functions = names.map((name) => [name, (...given) => ready.then(() => ask(name, given))]);
  return Object.freeze({ ...Object.fromEntries(functions), ready, terminate });
}
