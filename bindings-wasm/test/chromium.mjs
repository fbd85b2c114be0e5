// An installed Chromium with an empty profile, and a server of the files it loads.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

import { serve } from "./serve.mjs";

/** Starts both; gives the browser, the address, and the function that ends them. What is served can be another `folder`. */
export async function start({ folder, ...options } = {}) {
  const { address, close } = await serve({ folder });
  const profile = await mkdtemp(join(tmpdir(), "naba-chromium-"));
  const browser = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"].concat(
      ["--disable-component-update", "--disable-sync"],
    ),
    ...options,
  });
  const stop = async () => {
    await browser.close();
    close();
    await rm(profile, { recursive: true, force: true });
  };
  return { browser, address, stop };
}
