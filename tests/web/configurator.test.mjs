// The configurator as a clinic's assistant uses it: by the names of its controls.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { downloaded, opened } from "./assistants_page.mjs";
import { openFirefox } from "./engines.mjs";
import { dist, start } from "./support.mjs";

let env;
before(async () => {
  env = await start();
});
after(() => env.close());

const row = (page, name) => page.getByRole("group", { name, exact: true });
const preview = (page) => page.frameLocator("iframe");

/** Opens a document by pasting it. */
async function paste(page, text) {
  await page.getByText("Open what you made before").click();
  await page.getByLabel("Or paste it here").fill(text);
  await page.getByRole("button", { name: "Open what I pasted" }).click();
}

test("an assistant comes from nothing to a page of her own in 25 actions", async (t) => {
  const page = await opened(env);
  let actions = 0;
  const act = async (work) => {
    actions++;
    await work;
  };
  await act(page.getByLabel("Name", { exact: true }).fill("Linden Skin Clinic"));
  await act(page.getByLabel(/^Short name/).fill("Linden"));
  await act(page.getByLabel(/^Phone/).fill("020 7946 0142"));
  for (const [i, [name, depth]] of [
    ["Glow Facial", "0.5"],
    ["Scar Programme", "2"],
  ].entries()) {
    await act(page.getByRole("button", { name: "Add a treatment" }).click());
    const one = page.locator("fieldset.treatment").nth(i);
    await act(one.getByLabel("Your name for it", { exact: true }).fill(name));
    await act(one.getByLabel(/^Needle depth/).fill(depth));
  }
  const makeUp = row(page, "Wear make-up");
  await act(makeUp.getByLabel("You say").selectOption({ label: "from a time on" }));
  await act(makeUp.getByLabel("From", { exact: true }).fill("48"));
  // The real widget beside the form says it all.
  await preview(page).getByText("Linden", { exact: false }).first().waitFor({ state: "attached" });
  const clinic = JSON.parse(await downloaded(page, "Download clinic.json"));
  actions++;
  await act(page.getByRole("button", { name: "Copy the lines" }).click());
  const lines = await page.getByLabel("Your lines").inputValue();
  t.diagnostic(`${actions} actions`);
  assert.ok(actions <= 25, `${actions} actions`);
  assert.deepEqual(clinic.advice, { make_up: { from_h: 48 } });
  assert.deepEqual(page.told, []);

  // Her own page, with what she has taken away.
  const site = await (await env.browser.newContext()).newPage();
  await site.route("**/recovery/**", (route) => {
    const name = new URL(route.request().url()).pathname.replace("/recovery/", "");
    if (name === "clinic.json") return route.fulfill({ json: clinic });
    return route.fulfill({ path: path.join(dist, name) });
  });
  await site.route("**/page.html", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><html lang="en"><body>${lines}</body></html>`,
    }),
  );
  await site.goto(`${env.url}page.html`);
  await site.evaluate(async () => {
    await customElements.whenDefined("recovery-timeline");
    await document.querySelector("recovery-timeline").ready;
  });
  const text = await site
    .locator("recovery-timeline")
    .evaluate((element) =>
      [...element.shadowRoot.querySelectorAll("[aria-label], p, li, h3")]
        .map((one) => one.getAttribute("aria-label") ?? one.textContent)
        .join("\n"),
    );
  assert.match(text, /Linden/);
  assert.match(text, /48 hours|2 days/);
  await site.context().close();
  await page.context().close();
});

test("the same form in Firefox gives the same document", async () => {
  const firefox = await openFirefox();
  try {
    await firefox.goto(`${env.url}configurator.html`);
    const said = await firefox.evaluate(`new Promise((done, fail) => {
      const wait = (find, n = 0) => new Promise((ok, no) => { const look = () => { const found = find(); if (found) ok(found); else if (n++ > 300) no(new Error("not there: " + find)); else setTimeout(look, 100); }; look(); });
      const labelled = (name) => [...document.querySelectorAll("label")].find((one) => one.textContent === name)?.control;
      (async () => {
        const name = await wait(() => labelled("Name"));
        name.value = "Linden"; name.dispatchEvent(new Event("input"));
        const phone = labelled("Phone, shown beside When to call");
        phone.value = "12"; phone.dispatchEvent(new Event("input"));
        const widget = await wait(() => document.querySelector("iframe").contentDocument?.querySelector("recovery-timeline"));
        await widget.ready;
        return { wrong: phone.getAttribute("aria-invalid"), told: document.getElementById(phone.getAttribute("aria-describedby"))?.textContent };
      })().then(done, fail);
    })`);
    assert.equal(said.wrong, "true");
    assert.match(said.told, /at least three digits/);
  } finally {
    await firefox.close();
  }
});

test("under a strict policy the form works, and the preview says why it does not", async () => {
  const page = await opened(env, { served: true });
  await page.getByText(/policy of this site/).waitFor();
  await page.getByLabel("Name", { exact: true }).fill("Linden");
  const clinic = JSON.parse(await downloaded(page, "Download clinic.json"));
  assert.deepEqual(clinic, { clinic: { name: "Linden" } });
  await page.context().close();
});

test("two times in one row are found, and one press leaves one", async () => {
  const page = await opened(env);
  const makeUp = row(page, "Wear make-up");
  await makeUp.getByLabel("You say").selectOption({ label: "from a time on" });
  await makeUp.getByLabel("From", { exact: true }).fill("48");
  await makeUp.getByLabel(/^Your words/).fill("Wait 24 hours, then mineral.");
  await makeUp.getByText("Two times in one row").waitFor();
  await makeUp.getByRole("button", { name: "Use 48 hours" }).click();
  assert.equal(await makeUp.getByLabel(/^Your words/).inputValue(), "Wait 48 hours, then mineral.");
  assert.equal(await makeUp.getByText("Two times in one row").isVisible(), false);
  await page.getByRole("button", { name: "Undo" }).click();
  assert.equal(await makeUp.getByLabel(/^Your words/).inputValue(), "Wait 24 hours, then mineral.");
  await page.context().close();
});

test("a document that is opened comes back as it was, with what the form does not know", async () => {
  const page = await opened(env);
  const before = {
    clinic: { name: { en: "Linden", es: "Tilo" }, future: [1, { deep: true }] },
    treatments: [{ name: "Glow", state: { device: "pen", depth_mm: 1.5, passes: 3 }, note: "x" }],
    advice: { ice: "yes", gel: { question: "Use our gel", say: "yes", words: "As you like." } },
    own_key: { kept: "yes" },
  };
  await paste(page, JSON.stringify(before));
  assert.deepEqual(JSON.parse(await downloaded(page, "Download clinic.json")), before);
  await page.getByLabel(/^Phone/).fill("020 7946 0142");
  const changed = JSON.parse(await downloaded(page, "Download clinic.json"));
  assert.deepEqual(changed, { ...before, clinic: { ...before.clinic, phone: "020 7946 0142" } });
  await page.context().close();
});

test("what cannot be opened is named, and nothing is lost", async () => {
  const page = await opened(env);
  await page.getByLabel("Name", { exact: true }).fill("Linden");
  for (const [text, reason] of [
    ["<html><body>x</body></html>", /HTML|web page/i],
    ["{", /opened/],
    ["[1]", /begin with/],
  ]) {
    await paste(page, text);
    await page.getByText(/It was not opened/).waitFor();
    assert.match(await page.getByText(/It was not opened/).innerText(), reason);
    await page.getByText("Open what you made before").click();
  }
  assert.equal(await page.getByLabel("Name", { exact: true }).inputValue(), "Linden");
  await page.context().close();
});

test("the one file of the clinic opens from a disk without a network", async () => {
  const page = await opened(env);
  await paste(
    page,
    JSON.stringify({
      clinic: { name: "Linden", phone: "020 7946 0142" },
      advice: { make_up: { from_h: 72 } },
    }),
  );
  const html = await downloaded(page, "Download the one file");
  const file = path.join(dist, "..", "build", "one-file-test.html");
  fs.writeFileSync(file, html);
  const context = await env.browser.newContext({ offline: true });
  const one = await context.newPage();
  await one.goto(`file://${file}`);
  await one.evaluate(() => document.querySelector("recovery-timeline").ready);
  const names = await one.evaluate(() =>
    [...document.querySelector("recovery-timeline").shadowRoot.querySelectorAll("a")].map(
      (a) => a.href,
    ),
  );
  assert.ok(names.includes("tel:02079460142"), names.join());
  fs.rmSync(file);
  await context.close();
  await page.context().close();
});

test("a row that is one text takes more, and loses none of it", async () => {
  const page = await opened(env);
  await paste(
    page,
    JSON.stringify({
      advice: { ice: "yes" },
      before: { home: "hidden", sun: { synonyms: { en: ["tan"], es: ["sol"] } } },
      people_see: { grid: "Small squares." },
    }),
  );
  const ice = row(page, "Ice or cold packs");
  await ice.getByText("Until when, steps, why, search words").click();
  assert.equal(await page.getByRole("button", { name: "Redo" }).isEnabled(), false);
  await ice.getByLabel("Until", { exact: true }).fill("24");
  const fold = (title) => page.locator(`details:has(> summary > span:text-is("${title}"))`);
  for (const title of ["Before the visit", "What people see: your words are added"])
    await fold(title).locator("> summary").click();
  for (const title of ["Clean face; cream and hat at home", "Grid marks, tiny scabs"]) {
    await fold(title).locator("> summary").click();
    await fold(title).getByLabel("Other words for the search", { exact: true }).fill("hat\nmark");
  }
  await fold("No tan, no sun beds").locator("> summary").click();
  const spanish = fold("No tan, no sun beds").getByLabel(/^Other words for the search, español/);
  assert.equal(await spanish.inputValue(), "sol");
  assert.deepEqual(JSON.parse(await downloaded(page, "Download clinic.json")), {
    advice: { ice: { say: "yes", until_h: 24 } },
    before: {
      home: { synonyms: ["hat", "mark"] },
      sun: { synonyms: { en: ["tan"], es: ["sol"] } },
    },
    people_see: { grid: { words: "Small squares.", synonyms: ["hat", "mark"] } },
  });
  assert.deepEqual(page.told, []);
  await page.context().close();
});

test("a time begins at the usual one; words of a row go into its first step", async () => {
  const page = await opened(env);
  const makeUp = row(page, "Wear make-up");
  await makeUp.getByText("Clinics differ: 12 hours to 3 days").waitFor();
  await makeUp.getByLabel("You say").selectOption({ label: "from a time on" });
  await makeUp.getByLabel(/^Your words/).fill("Mineral first.");
  await makeUp.getByText("Until when, steps, why, search words").click();
  await makeUp.getByRole("button", { name: "Add: Steps with time" }).click();
  assert.deepEqual(JSON.parse(await downloaded(page, "Download clinic.json")), {
    advice: { make_up: { from_h: 24, steps: [{ from_h: 0, words: "Mineral first." }] } },
  });
  await page.context().close();
});

test("a row of her own has a name that is free, or says why not", async () => {
  const page = await opened(env);
  await page.getByRole("button", { name: "Add your own question" }).first().click();
  const own = page.locator(".advice").last();
  await own.getByLabel("Your question (Can I …?)", { exact: true }).fill("Use our gel");
  await own.getByText("Until when, steps, why, search words").click();
  const name = () => own.getByLabel("Its name in the file");
  for (const [taken, reason] of [
    ["make_up", /Another row/],
    ["Our gel", /Only small letters/],
  ]) {
    await name().fill(taken);
    await name().press("Tab");
    assert.match(await own.getByText(reason).innerText(), reason);
    assert.equal(await name().getAttribute("aria-invalid"), "true");
  }
  await name().fill("gel");
  await name().press("Tab");
  assert.deepEqual(JSON.parse(await downloaded(page, "Download clinic.json")), {
    advice: { gel: { question: "Use our gel", from_h: 24 } },
  });
  await page.context().close();
});

for (const language of ["en", "ar"]) {
  test(`axe finds nothing in the form (${language})`, async () => {
    const page = await opened(env, { language, width: language === "ar" ? 390 : 1280 });
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await page.addScriptTag({ path: path.join(dist, "../node_modules/axe-core/axe.min.js") });
    const found = await page.evaluate(async () => {
      const { violations } = await axe.run(document, { iframes: false });
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 200)}`);
    });
    assert.deepEqual(found, []);
    await page.context().close();
  });
}
