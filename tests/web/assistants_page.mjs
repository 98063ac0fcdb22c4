// The page of the configurator, as tests open it.
import fs from "node:fs";
import { dist } from "./support.mjs";

/** A tab with the configurator, from a disk as assistants have it; `told`: errors of its console. */
export async function opened(env, { language = "en-GB", width = 1280, served = false } = {}) {
  const context = await env.browser.newContext({
    viewport: { width, height: 900 },
    locale: language,
    acceptDownloads: true,
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  page.told = [];
  page.on("pageerror", (error) => page.told.push(String(error)));
  page.on("console", (line) => line.type() === "error" && page.told.push(line.text()));
  const address = served ? env.url : `file://${dist}/`;
  await page.goto(`${address}configurator.html`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}

/** What a button gives to be saved, as text. */
export async function downloaded(page, name) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).click(),
  ]);
  return fs.readFileSync(await file.path(), "utf8");
}
