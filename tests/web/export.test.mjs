// What a visitor takes along, and links that are opened: by accessible names.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import ICAL from "ical.js";
import { open, pictures, settle, start, state, told } from "./support.mjs";

let env;
before(async () => (env = await start()));
after(() => env?.close());

const ONE = "<recovery-timeline></recovery-timeline>";
const at = (link) => ({ body: ONE, address: `${env.url}test.html#${link}` });
const errors = async (page) =>
  (await told(page, "recovery-error")).flatMap(({ detail }) => detail.errors);

/** The plan view with a treatment set, and one of its buttons. */
async function plan(options = {}) {
  const page = await open(env, { body: ONE, ...options });
  await page.locator("recovery-timeline").evaluate((element) => {
    element.state = { view: "plan", treated_at: "2026-11-22T14:00", sessions: 3, depth_mm: 1.5 };
  });
  await page.getByRole("button", { name: "Copy link" }).waitFor({ state: "attached" });
  return page;
}
const press = (page, name) => page.getByRole("button", { name }).press("Enter");
const says = (page, text) =>
  page.locator("[aria-live]").filter({ hasText: text }).waitFor({ state: "attached" });

test("a link sets what it tells, for the first widget of the page, and the address stays", async () => {
  const link = "rt1:depth_mm=1.5,prp=yes,day=7h,a.passes=2";
  const body = `${ONE}<recovery-timeline></recovery-timeline>`;
  const page = await open(env, { ...at(link), body });
  const states = await page.evaluate(() =>
    [...document.querySelectorAll("recovery-timeline")].map((element) => element.state),
  );
  assert.equal(states[0].depth_mm, 1.5);
  assert.equal(states[0].prp, true);
  assert.equal(states[0].day, 7 / 24);
  assert.equal(states[0].compared_with.passes, 2);
  assert.equal(states[1].depth_mm, 1);
  assert.equal(states[1].compared_with, null);
  assert.equal(new URL(page.url()).hash, `#${link}`);
  assert.deepEqual(await errors(page), []);
  await page.context().close();
});

test("an element that wants no link leaves it to the next", async () => {
  const body = `<recovery-timeline link="off"></recovery-timeline>${ONE}`;
  const page = await open(env, { ...at("rt1:depth_mm=2"), body });
  const depths = await page.evaluate(() =>
    [...document.querySelectorAll("recovery-timeline")].map((element) => element.state.depth_mm),
  );
  assert.deepEqual(depths, [1, 2]);
  await page.context().close();
});

test("the good parts of a broken link hold, the others are told with place and reason", async () => {
  const page = await open(env, at("rt1:depth_mm=9,passes=2,devise=rf,tone=%22"));
  const now = await state(page);
  assert.deepEqual([now.depth_mm, now.passes, now.device, now.tone], [1, 2, "pen", null]);
  const refused = await errors(page);
  assert.deepEqual(
    refused.map(({ where }) => where),
    ["link: devise", "link: depth_mm", "link: tone"],
  );
  for (const { what } of refused) assert.match(what, /The default stays\.$/);
  await page.getByRole("alert").getByText("from 0.25 to 3").waitFor();
  await page.context().close();
});

test("another page's fragment is left alone; a link that is pasted later is taken", async () => {
  const page = await open(env, at("section-2"));
  assert.equal((await state(page)).depth_mm, 1);
  assert.deepEqual(await errors(page), []);
  await page.evaluate(() => (location.hash = "#rt1:depth_mm=2.5"));
  await page.waitForFunction(
    () => document.querySelector("recovery-timeline").state.depth_mm === 2.5,
  );
  await page.evaluate(() => (location.hash = "#other"));
  await settle(page);
  assert.equal((await state(page)).depth_mm, 2.5);
  await page.context().close();
});

test("the copied link opens the same state, and the widget says that it is copied", async () => {
  const page = await plan();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await press(page, "Copy link");
  await says(page, "Link copied");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(
    link,
    `${env.url}test.html#rt2-depth_mm-e1-p5-ctreated_at-e2026-m11-m22T14-s00-cview-eplan`,
  );
  assert.equal(new URL(page.url()).hash, "", "nothing is written to the address");
  const other = await open(env, { body: ONE, address: link });
  assert.deepEqual(await state(other), await state(page));
  // What was said goes when the settings are others.
  await page.locator("recovery-timeline").evaluate((e) => (e.state = { depth_mm: 2 }));
  await page.getByText("Link copied").first().waitFor({ state: "detached" });
  await other.context().close();
  await page.context().close();
});

test("where the browser does not copy, the link stands selected in a field", async () => {
  const page = await plan({
    before: () => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("not allowed"));
    },
  });
  await press(page, "Copy link");
  const field = page.getByRole("textbox", { name: "Link to these settings" });
  await field.waitFor();
  const chosen = await field.evaluate((input) =>
    input.value.slice(input.selectionStart, input.selectionEnd),
  );
  assert.match(chosen, /^http.*#rt2-depth_mm-e1-p5-c/);
  await says(page, "Copy the link");
  await page.getByRole("button", { name: "Close", exact: true }).click();
  await field.waitFor({ state: "detached" });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test("the calendar file is saved offline and has treatment, milestones, sessions and the event", async () => {
  const page = await plan();
  await page
    .locator("recovery-timeline")
    .evaluate((e) => (e.state = { event_on: "2027-02-20T12:00" }));
  await settle(page);
  await page.context().setOffline(true);
  const before = page.requests.length;
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    press(page, "Add to calendar"),
  ]);
  assert.equal(download.suggestedFilename(), "recovery-timeline.ics");
  await says(page, "calendar file");
  const asked = page.requests.slice(before).filter((url) => !url.startsWith("blob:"));
  assert.deepEqual(asked, [], "no request");
  const text = fs.readFileSync(await download.path(), "utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const events = calendar.getAllSubcomponents("vevent").map((event) => new ICAL.Event(event));
  const [treatment] = events;
  assert.equal(treatment.startDate.toString(), "2026-11-22T14:00:00");
  for (const event of events) assert.match(event.description, /general education/);
  const spans = events.filter((event) => /most people/.test(event.summary));
  assert.equal(spans.length, 3);
  for (const { startDate, endDate, description } of spans) {
    assert.ok(startDate.isDate && startDate.compare(endDate) < 0);
    assert.match(description, / to |under 1/, "with its range");
  }
  const sessions = events.filter((event) => /^Session/.test(event.summary));
  assert.equal(sessions.length, 2);
  for (const { summary } of sessions) assert.match(summary, /\(advice\)/);
  assert.equal(events.at(-1).startDate.toString(), "2027-02-20");
  await page.context().close();
});

test("without any day the calendar button asks for one", async () => {
  const page = await open(env, { body: ONE });
  await page.locator("recovery-timeline").evaluate((e) => (e.state = { view: "plan" }));
  await page.getByRole("button", { name: "Add to calendar" }).waitFor({ state: "attached" });
  await press(page, "Add to calendar");
  await says(page, "First set the day");
  await page.context().close();
});

/** What would be printed: keeps the frame's document as a page of its own. */
const keepPrinted = () => {
  window.print = () => {
    const { adoptedStyleSheets, documentElement } = document;
    const css = adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].map((r) => r.cssText));
    top.printed = { html: documentElement.outerHTML, css: css.join("\n"), framed: top !== window };
  };
};
const pagesOf = (pdf) => pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length;

test("the print sheet is one page in A4 and in Letter, without the page around the widget", async () => {
  const page = await plan({ before: keepPrinted });
  await press(page, "Print one page");
  await says(page, "printer");
  const printed = await page.evaluate(() => globalThis.printed);
  assert.ok(printed.framed, "the frame is printed, not the page");
  assert.deepEqual(page.errors, [], "also under a strict policy");
  const paper = await page.context().newPage();
  await paper.setContent(printed.html.replace("</head>", `<style>${printed.css}</style></head>`));
  const text = await paper.evaluate(() => document.body.innerText);
  for (const part of [
    /1\.5 mm/,
    /Looks normal to others/,
    / to .+Clinics differ/,
    /When to call/,
    /education/,
  ]) {
    assert.match(text, part);
  }
  assert.match(text, /Sun 22 Nov/);
  fs.mkdirSync(pictures, { recursive: true });
  await paper.setViewportSize({ width: 794 - 106, height: 1123 - 90 }); // A4 at 96 dpi, without margins
  await paper.screenshot({ path: path.join(pictures, "sheet.png"), fullPage: true });
  for (const format of ["A4", "Letter"]) {
    const pdf = await paper.pdf({ format, preferCSSPageSize: false });
    fs.writeFileSync(path.join(pictures, `sheet-${format}.pdf`), pdf);
    assert.equal(pagesOf(pdf), 1, format);
  }
  await page.context().close();
});
