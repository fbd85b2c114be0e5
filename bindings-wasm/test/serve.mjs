// A server of the files that the playground and the tests in Chromium load, on this machine only: `node serve.mjs [port]`.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { argv } from "node:process";
import { fileURLToPath } from "node:url";

const root = new URL("../../", import.meta.url);
const kinds = {
  css: "text/css; charset=utf-8",
  html: "text/html; charset=utf-8",
  js: "text/javascript",
  mjs: "text/javascript",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
};
const served = /^\/(bindings-wasm\/(dist|test)|examples\/browser)\/([\w-]+\/)*([\w.-]+)?$/;

/** Starts it; gives its address and the function that ends it. */
export async function serve(port = 0) {
  const server = createServer(async ({ url }, response) => {
    try {
      const path = new URL(url, "http://localhost").pathname;
      if (path !== "/" && !served.test(path)) throw new Error("not served");
      const file = path.endsWith("/") ? `${path}index.html` : path;
      const body = path === "/" ? "<!doctype html><title>naba</title>" : await readFile(new URL(`.${file}`, root));
      const kind = kinds[path === "/" ? "html" : file.split(".").at(-1)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": kind, "cache-control": "max-age=60" }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((ready) => server.listen(port, "127.0.0.1", ready));
  const address = `http://127.0.0.1:${server.address().port}`;
  return { address, close: () => server.close() };
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await serve(Number(argv[2] ?? 8000));
  console.log(`${address}/examples/browser/`);
}
