// The build scripts' own judgments, each on a good and a bad sample.
import assert from "node:assert/strict";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { minifyShader, minifyStyles } from "../../.dev/bundle.mjs";
import { archiveEntry } from "../../.dev/imgui.mjs";
import { problems } from "../../.dev/imports.mjs";
import { serve } from "../../.dev/serve.mjs";
import { broken } from "../../.dev/size.mjs";
import { closingLines } from "../../.dev/test.mjs";

test("the archive entry is found in both of apt's formats", () => {
  const line =
    "deb [arch=amd64 signed-by=/usr/share/k.gpg] http://mirror.example/debian stable main";
  const old = archiveEntry([["sources.list", `# x\n${line}\n`]], "stable");
  assert.equal(old.uris, "http://mirror.example/debian");
  assert.equal(old["signed-by"], "/usr/share/k.gpg");

  const stanza =
    "Types: deb\n# note\nURIs: http://mirror.example/debian\nSuites: stable stable-updates\n";
  const key = "Signed-By:\n -----BEGIN-----\n .\n abc\n";
  const text = `Types: deb\nURIs: u\nSuites: other\nComponents: main\n\n${stanza}Components: main\n${key}`;
  const found = archiveEntry([["debian.sources", text]], "stable");
  assert.equal(found.uris, "http://mirror.example/debian");
  assert.match(found["signed-by"], /BEGIN-----\n \.\n abc$/);
});

test("no archive entry is made up", () => {
  const files = [["sources.list", "deb http://mirror.example/debian other main\n"]];
  assert.equal(archiveEntry(files, "stable"), undefined);
  const disabled = "Types: deb\nURIs: u\nSuites: stable\nComponents: main\nEnabled: no\n";
  assert.equal(archiveEntry([["a.sources", disabled]], "stable"), undefined);
});

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
  const script = (brotli) => broken([page, file("recovery-timeline.js", 1e6, brotli)]);
  assert.equal(script(153_600).over, false);
  assert.equal(script(153_601).over, true);
  assert.equal(broken([file("recovery-timeline.html", 307_201, 500)]).over, true);
  assert.equal(broken([page, file("parts/de.0123456789ab.json", 1e6, 1e6)]).over, false);
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
    `${script}\` $\{TOP}> .a,.b :is(h2){width:max(1rem,100% - 2px);}\``,
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

test("the server sends compressed files with type, caching and policy, and nothing from outside", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "serve-"));
  fs.mkdirSync(path.join(folder, "parts"));
  fs.writeFileSync(path.join(folder, "index.html"), "<script>let a = 1;</script>");
  fs.writeFileSync(path.join(folder, "parts/a.0123456789ab.wasm"), "raw");
  fs.writeFileSync(path.join(folder, "parts/a.0123456789ab.wasm.br"), Buffer.from([0x3b]));
  const server = await serve({ folders: [folder], port: 0 });
  try {
    const page = await fetch(server.url);
    assert.match(page.headers.get("content-security-policy"), /script-src 'self' .*'sha256-/);
    assert.equal(page.headers.get("cache-control"), "no-cache");
    const again = await fetch(server.url, {
      headers: { "if-none-match": page.headers.get("etag") },
    });
    assert.equal(again.status, 304);
    const part = await fetch(`${server.url}parts/a.0123456789ab.wasm`, {
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
