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

/** Starts it, with these files or with all of a `folder`; gives its address and the function that ends it. */
export async function serve({ port = 0, folder } = {}) {
  const server = createServer(async ({ url }, response) => {
    try {
      const path = new URL(url, "http://localhost").pathname;
      const blank = !folder && path === "/";
      if (!folder && !blank && !served.test(path)) throw new Error("not served");
      const file = path.endsWith("/") ? `${path}index.html` : path;
      const body = blank ? "<!doctype html><title>naba</title>" : await readFile(new URL(`.${file}`, folder ?? root));
      const kind = kinds[file.split(".").at(-1)] ?? "application/octet-stream";
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
  const { address } = await serve({ port: Number(argv[2] ?? 8000) });
  console.log(`${address}/examples/browser/`);
}
