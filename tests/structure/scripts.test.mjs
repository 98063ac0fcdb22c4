// The build scripts' own judgments, each on a good and a bad sample.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { minifyShader, minifyStyles } from "../../.dev/bundle.mjs";
import { problems } from "../../.dev/imports.mjs";
import { serve } from "../../.dev/serve.mjs";
import { broken } from "../../.dev/size.mjs";
import { browserFiles, closingLines, drain, summed } from "../../.dev/test.mjs";
import { lacking } from "../../.dev/toolchains.mjs";

/** A wasm module that imports one function and exports nothing. */
function importing(module, name) {
  const string = (text) => [text.length, ...Buffer.from(text)];
  const body = [1, ...string(module), ...string(name), 0, 0];
  const header = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const bytes = [...header, 1, 4, 1, 0x60, 0, 0, 2, body.length, ...body];
  return new WebAssembly.Module(Uint8Array.from(bytes));
}

test("a foreign import or a lacking export of the wasm module is named", () => {
  const border = ["lacks export memory", "lacks export _initialize"];
  assert.deepEqual(problems(importing("rt", "now"), []), border);
  assert.deepEqual(problems(importing("env", "glClear"), []), [
    "imports function env.glClear",
    ...border,
  ]);
  assert.deepEqual(problems(importing("wasi_snapshot_preview1", "fd_write"), ["rt_frame"]), [
    "lacks export rt_frame",
    ...border,
  ]);
});

test("sizes over budget are caught", () => {
  const file = (name, raw, brotli) => ({ name, raw, gzip: brotli, brotli });
  const page = file("recovery-timeline.html", 1000, 500);
  const main = "parts/main.01234567.js";
  const script = (brotli) => broken([page, file(main, 1e6, brotli)]);
  assert.doesNotMatch(script(194_560).lines[0], /GOAL MISSED/);
  assert.match(script(194_561).lines[0], /GOAL MISSED/);
  assert.equal(script(256 * 1024).over, false);
  assert.equal(script(256 * 1024 + 1).over, true);
  assert.equal(broken([page, file("recovery-timeline.js", 1e6, 8 * 1024)]).over, false);
  assert.equal(broken([page, file("recovery-timeline.js", 1e6, 8 * 1024 + 1)]).over, true);
  assert.equal(broken([file("recovery-timeline.html", 425 * 1024 + 1, 500)]).over, true);
  assert.equal(broken([page, file("parts/de.01234567.json", 1e6, 1e6)]).over, false);
});

test("shaders lose comments and white space, directives keep their lines", () => {
  const text = "#version 300 es\n// note\nvoid main() {\n  a = b + c; /* x\n y */\n}\n";
  assert.equal(minifyShader(text), "#version 300 es\nvoid main(){a=b+c;}");
});

test("style sheets lose comments and white space, the script around them nothing", () => {
  const script = "const a = { b: 1 }; // c\n";
  const sheet = "`\n${TOP} > .a, .b :is(h2) {\n  width: max(1rem, 100% - 2px); /* x\n y */\n}\n`";
  assert.equal(
    minifyStyles(script + sheet),
    `${script}\` $\{TOP}> .a,.b :is(h2){width:max(1rem,100% - 2px)}\``,
  );
});

test("closing lines of the runners are recognized, other lines are not", () => {
  const lines = ["# tests 3", "# pass 3", "100% tests passed, 0 tests failed out of 2"];
  lines.push("1: [doctest] test cases: 4 | 4 passed | 0 failed | 0 skipped");
  assert.deepEqual(closingLines([...lines, "not a closing line"].join("\n")), lines);
  const skip = "ok 1 - Firefox: draws # SKIP Firefox is not installed here: its claims are SKIPPED";
  assert.deepEqual(closingLines([skip, skip, "# skipped 2"].join("\n")), [
    "Firefox is not installed here: its claims are SKIPPED",
    "# skipped 2",
  ]);
});

test("the counts of several runs are added up, and each reason to skip is told once", () => {
  const lines = ["X is not installed here: SKIPPED", "# tests 3", "# pass 2", "# skipped 1"];
  assert.deepEqual(summed([...lines, ...lines]), [
    "X is not installed here: SKIPPED",
    "# tests 6",
    "# pass 4",
    "# skipped 2",
  ]);
});

test("two workers share one queue, and what needs another check waits for it", async () => {
  const order = [];
  const open = {};
  const run = ([name]) => {
    order.push(name);
    return new Promise((done) => (open[name] = () => done(`${name} done`)));
  };
  const queue = [["a"], ["b"], ["c", null, "a"], ["d"]];
  const all = drain(queue, 2, run);
  const turn = () => new Promise((done) => setImmediate(done));
  assert.deepEqual(order, ["a", "b"]);
  open.b();
  await turn();
  assert.deepEqual(order, ["a", "b", "d"], "c waits for a");
  open.d();
  await turn();
  assert.equal(order.length, 3);
  open.a();
  await turn();
  assert.deepEqual(order, ["a", "b", "d", "c"]);
  open.c();
  assert.deepEqual(await all, ["a done", "b done", "c done", "d done"]);
});

test("browser tests that look at time run alone; without Chromium only those remain that skip", () => {
  const names = ["axe.test.mjs", "engines.test.mjs", "missing.test.mjs", "start.test.mjs"];
  const all = browserFiles(names, "chromium");
  assert.deepEqual(all.timed, ["start.test.mjs"]);
  assert.deepEqual([...all.others].sort(), names.slice(0, 3));
  assert.equal(all.skipped, 0);
  const few = browserFiles(names, undefined);
  assert.deepEqual([few.timed, few.others.length, few.skipped], [[], 2, 2]);
});

test("what the check of the toolchains needs is named", () => {
  const machine = { uid: 0, debian: true, programs: () => "there" };
  assert.deepEqual(lacking(machine), []);
  const wanting = lacking({ uid: 1000, debian: false, programs: (name) => name !== "mmdebstrap" });
  assert.equal(wanting.length, 3);
  assert.match(wanting.join(), /root.*Debian.*mmdebstrap/);
});

test("the server sends compressed files with type, caching and policy, and nothing from outside", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "serve-"));
  fs.mkdirSync(path.join(folder, "parts"));
  fs.writeFileSync(path.join(folder, "index.html"), "<script>let a = 1;</script>");
  fs.writeFileSync(path.join(folder, "parts/a.01234567.wasm"), "raw");
  fs.writeFileSync(path.join(folder, "parts/a.01234567.wasm.br"), Buffer.from([0x3b]));
  const server = await serve({ folders: [folder], port: 0 });
  try {
    const page = await fetch(server.url);
    assert.match(page.headers.get("content-security-policy"), /script-src 'self' .*'sha256-/);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    const again = await fetch(server.url, {
      headers: { "if-none-match": page.headers.get("etag") },
    });
    assert.equal(again.status, 304);
    const part = await fetch(`${server.url}parts/a.01234567.wasm`, {
      method: "HEAD",
      headers: { "accept-encoding": "gzip, br" },
    });
    assert.equal(part.headers.get("content-type"), "application/wasm");
    assert.equal(part.headers.get("content-encoding"), "br");
    assert.match(part.headers.get("cache-control"), /immutable/);
    assert.equal((await fetch(`${server.url}..%2f..%2fetc/passwd`)).status, 404);
  } finally {
    await server.close();
    fs.rmSync(folder, { recursive: true });
  }
});
