// People at a site: an administrator, an author, a visitor. None of their browsers goes anywhere else.
import assert from "node:assert/strict";
import path from "node:path";
import { PASSWORD } from "./site.mjs";
import { folder } from "./tree.mjs";

/** A tab in a browser of its own, with: elsewhere (addresses asked for on other hosts), requests, errors. */
export async function openTab(chrome, site, { script = true } = {}) {
  const context = await chrome.newContext({
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: script,
    locale: "en-GB",
  });
  context.setDefaultTimeout(120_000); // a busy machine is slow, not broken
  const page = await context.newPage();
  Object.assign(page, { elsewhere: [], requests: [], errors: [] });
  const { origin } = new URL(site.url);
  await context.route(/./, (route) => {
    const address = route.request().url();
    page.requests.push(address);
    if (new URL(address).origin === origin || /^(data|blob):/.test(address))
      return route.continue();
    page.elsewhere.push(address);
    return route.abort();
  });
  // The newest WordPress fades between its own pages, and says so when a quick visitor leaves one.
  page.on("pageerror", (error) => {
    if (!/ViewTransition/.test(String(error))) page.errors.push(String(error));
  });
  page.on("dialog", (dialog) => {
    page.errors.push(`dialog: ${dialog.message()}`);
    return dialog.accept();
  });
  return page;
}

export async function logIn(page, site, name) {
  await page.goto(`${site.url}/wp-login.php`);
  await page.getByLabel("Username or Email Address").fill(name);
  await page.locator("#user_pass").fill(PASSWORD);
  await page.locator("#wp-submit").click();
  await page.locator("#wpadminbar").waitFor();
}

/** Installs the plugin from its zip and activates it, as an administrator does. */
export async function install(page, site, zip) {
  await page.goto(`${site.url}/wp-admin/plugin-install.php?tab=upload`);
  await page.locator("#pluginzip").setInputFiles(zip);
  await page.locator("#install-plugin-submit").click();
  await page.getByRole("link", { name: "Activate Plugin" }).click();
  await page.locator("#the-list").waitFor();
}

/** Writes a document into the settings page's form; `name` chooses an existing one. */
export async function saveDocument(page, site, { name, text, key = "new" }) {
  await page.goto(
    `${site.url}/wp-admin/options-general.php?page=recovery-timeline&document=${key}`,
  );
  await page.getByLabel("Name", { exact: true }).fill(name);
  await openText(page);
  await page.getByLabel("The clinic's document (JSON)").fill(text);
  await save(page);
}

/** Presses "Check and save" and waits for the answer. */
export async function save(page) {
  await page.getByRole("button", { name: "Check and save" }).click();
  await page.locator(".notice-success[role=status], .notice-error[role=alert]").first().waitFor();
}

/** Opens the field with the document's text below the form, where it is closed. */
export async function openText(page) {
  // The script that puts the form there closes it.
  await page.locator("#recovery-timeline-configurator iframe").waitFor({ state: "attached" });
  const source = page.locator("#recovery-timeline-source");
  if ((await source.getAttribute("open")) === null)
    await source.getByText("The document as text").click();
}

/** Waits until every widget of a frame is ready, scrolled into view, for one may wait for that. */
export const ready = (frame) =>
  frame.evaluate(async () => {
    await customElements.whenDefined("recovery-timeline");
    for (const element of document.querySelectorAll("recovery-timeline")) {
      element.scrollIntoView();
      await element.ready;
    }
  });

/** An editor with a post in it, without its welcome. */
export async function openEditor(page, site, address) {
  await page.goto(`${site.url}/wp-admin/${address}`);
  await page.waitForFunction(
    () =>
      globalThis.wp?.data?.select("core/editor")?.__unstableIsEditorReady() &&
      wp.blocks.getBlockType("recovery-timeline/widget"),
  );
  await page.evaluate(() => {
    for (const scope of ["core/edit-post", "core"])
      wp.data.dispatch("core/preferences").set(scope, "welcomeGuide", false);
  });
}

/** The frame in which the editor shows the post: one of its own, or the page itself. */
export async function canvas(page) {
  for (const end = Date.now() + 120_000; Date.now() < end;) {
    for (const frame of page.frames())
      if (
        await frame.evaluate(() => !!document.querySelector("recovery-timeline")).catch(() => false)
      )
        return frame;
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail("the editor shows no preview");
}

/** Publishes what is in the editor; returns the page's address. */
export const publish = (page, title) =>
  page.evaluate(async (title) => {
    const { editPost, savePost } = wp.data.dispatch("core/editor");
    await editPost({ title, status: "publish" });
    await savePost();
    const editor = wp.data.select("core/editor");
    if (!editor.didPostSaveRequestSucceed()) throw new Error("the post was not saved");
    return { id: editor.getCurrentPostId(), link: editor.getPermalink() };
  }, title);

/** A picture of a page, kept in build/wordpress/pictures/ to be looked at. */
export const shoot = (page, name) =>
  page.screenshot({ path: path.join(folder, "pictures", `${name}.png`), fullPage: true });
