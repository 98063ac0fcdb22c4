// The forms in which the widget is handed out: npm package, frame, one file with the clinic's document.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { root } from "../../.dev/tools.mjs";
import { dist, eventually, start } from "../web/support.mjs";
import { html, outcome, visit, WIDGET } from "./visit.mjs";

let env;
before(async () => (env = await start()));
after(() => env.close());
const read = (file) => fs.readFileSync(path.join(root, file), "utf8");

test("the package holds what its address book names, and nothing of the workshop", () => {
  const [{ files }] = JSON.parse(
    execFileSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
      cwd: root,
      encoding: "utf8",
    }),
  );
  const names = files.map((file) => file.path);
  const { exports } = JSON.parse(read("package.json"));
  const named = Object.values(exports).flatMap((way) =>
    typeof way === "string" ? way : Object.values(way),
  );
  for (const way of named.filter((way) => !way.includes("*")))
    assert.ok(names.includes(way.slice(2)), way);
  assert.ok(names.some((name) => /^dist\/parts\/.*\.wasm$/.test(name)));
  assert.ok(!names.some((name) => /\.(br|gz|html)$|^(src|tests|\.dev)\//.test(name)), names.join());
});

test("on a server without a document the module only gives the class", () => {
  const module = path.join(dist, "recovery-timeline.mjs");
  const text = `const { RecoveryTimeline } = await import(${JSON.stringify(module)}); console.log(typeof RecoveryTimeline);`;
  const said = execFileSync(process.execPath, ["--input-type=module", "-e", text], {
    encoding: "utf8",
  });
  assert.equal(said.trim(), "function");
});

test("bundlers find every part by a literal address", () => {
  const text = fs.readFileSync(path.join(dist, "recovery-timeline.mjs"), "utf8");
  const addresses = [...text.matchAll(/new URL\(([^,]+),\s*import\.meta\.url\)/g)].map(
    ([, first]) => first,
  );
  assert.ok(addresses.length > 10);
  for (const address of addresses) {
    const [, file] = /^["'`]\.\/(parts\/[\w.-]+)["'`]$/.exec(address) ?? assert.fail(address);
    assert.ok(fs.existsSync(path.join(dist, file)), file);
  }
  assert.match(text, /import\(["'`]\.\/parts\/main\.[0-9a-f]{8}\.js["'`]\)/);
});

test("an app that is bundled with the package runs", async () => {
  const esbuild = await import("esbuild");
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: `import ${JSON.stringify(path.join(dist, "recovery-timeline.mjs"))};`,
      resolveDir: root,
    },
    bundle: true,
    write: false,
    format: "esm",
    external: ["./parts/*"],
    logLevel: "error",
  });
  const page = await visit(env, {
    page: html(undefined, '<script type="module" src="/app.js"></script>'),
    routes: [["app.js", { contentType: "text/javascript", body: outputFiles[0].text }]],
  });
  assert.equal(await outcome(page), "ready");
  await page.context().close();
});

test("README, manifest, types and code name the same attributes and events", () => {
  const [{ declarations }] = JSON.parse(read("web/npm/custom-elements.json")).modules;
  const names = (list) => list.map(({ name }) => name).sort();
  const [{ attributes, events, members }] = declarations;
  const types = read("web/npm/recovery-timeline.d.ts");
  const code = read("web/element/recovery-timeline.js");
  const readme = read("README.md");
  for (const name of names(attributes)) {
    assert.match(types, new RegExp(`^  ${name}\\?: `, "m"), name);
    assert.match(readme, new RegExp(`\\b${name}(="|\`)`), name);
  }
  for (const name of names(events))
    for (const text of [types, code, readme]) assert.ok(text.includes(name), name);
  for (const name of names(members)) assert.match(code, new RegExp(`get ${name}\\(`), name);
  const asked = [...code.matchAll(/getAttribute\("([a-z]+)"\)/g)].map(([, name]) => name);
  assert.deepEqual([...new Set([...asked, "content", "lang", "link"])].sort(), names(attributes));
});

test("a frame takes the height that its page tells, in one step a width, and loses its scroll bar", async () => {
  const page = await visit(env, {
    page: (url) =>
      html(
        `<iframe src="${url}frame.html?lang=de" width="900" height="400" style="border:0"></iframe>`,
        '<script src="/recovery-timeline-host.js" defer></script>',
      ),
  });
  const frame = page.frames().at(-1);
  await frame.waitForFunction(() => document.querySelector("recovery-timeline").projection);
  await eventually("the frame is as high as its page", () =>
    page.evaluate(() => document.querySelector("iframe").offsetHeight > 1000),
  );
  const [high, whole, fits, lang] = await Promise.all([
    page.evaluate(() => document.querySelector("iframe").offsetHeight),
    frame.evaluate(() => document.querySelector("main").offsetHeight),
    frame.evaluate(() => document.documentElement.className),
    frame.evaluate(
      () => document.querySelector("recovery-timeline").shadowRoot.querySelector(".stage").lang,
    ),
  ]);
  assert.ok(high >= whole && high < whole + 16, `${high} ${whole}`);
  assert.deepEqual([fits, lang], ["fits", "de"]);
  assert.deepEqual(page.errors, []);
  assert.ok(fs.statSync(path.join(dist, "recovery-timeline-host.js")).size <= 1024);
  await page.context().close();
});

test("the one file with a clinic's document has its names and phone, without script too", async () => {
  const { bundle } = await import("../../.dev/bundle.mjs");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "one-"));
  try {
    const clinic = path.join(folder, "clinic.json");
    fs.writeFileSync(
      clinic,
      '{"clinic": {"name": "Birch </script> Clinic", "phone": "020 7946 0142"}, "fields": {"depth_mm": {"default": 2}}}',
    );
    const wasm = path.join(root, "build/wasm-release/recovery-timeline.small.wasm");
    await bundle(wasm, { clinic, dist: path.join(folder, "dist"), packed: false });
    const body = fs.readFileSync(path.join(folder, "dist/recovery-timeline.html"), "utf8");
    const still = await visit(env, { page: body, context: { javaScriptEnabled: false } });
    const text = await still.locator("body").innerText();
    assert.match(text, /People usually look red for/);
    assert.match(text, /020 7946 0142/);
    await still.context().close();
    const page = await visit(env, { page: body });
    assert.equal(await outcome(page), "ready");
    assert.equal(
      await page.evaluate((tag) => document.querySelector(tag).state.depth_mm, WIDGET),
      2,
    );
    await page.context().close();
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test("the short result tells the numbers of the model: those of the widget's first picture", async () => {
  const page = await visit(env, {});
  const short = await page.evaluate(async (tag) => {
    await customElements.whenDefined(tag);
    return document.querySelector(tag).shadowRoot.querySelector(".rt-short h2 strong")?.textContent;
  }, WIDGET);
  assert.equal(await outcome(page), "ready");
  const large = await page.evaluate(
    (tag) =>
      [...document.querySelector(tag).shadowRoot.querySelectorAll("h3, [role=heading]")].map(
        (e) => e.textContent,
      ),
    WIDGET,
  );
  assert.ok(
    short && large.some((title) => title.endsWith(short)),
    `${short}: ${large.slice(0, 5)}`,
  );
  const reds = await page.evaluate(
    (tag) => document.querySelector(tag).projection.milestones,
    WIDGET,
  );
  assert.ok(reds);
  await page.context().close();
});
