// Set-up's own judgments: which archive is the machine's, which road to a library is taken, and what is
// accepted at its end. No network is used.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { archiveEntry, entryFor, release } from "../../.dev/apt.mjs";
import { packageOf } from "../../.dev/setup.mjs";
import { fromUpstream, holds, pins, takeRoads } from "../../.dev/third_party.mjs";

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "setup-"));
after(() => fs.rmSync(folder, { recursive: true }));

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

// As a fresh Ubuntu 24.04 has it.
const UBUNTU = `# See the manual page.
Types: deb
URIs: http://mirror.example/ubuntu/
Suites: noble noble-updates noble-backports
Components: main restricted universe multiverse
Signed-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg

Types: deb
URIs: http://security.example/ubuntu/
Suites: noble-security
Components: main restricted universe multiverse
Signed-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg
`;

test("on Ubuntu the community's part of the archive is found, and named for another suite", () => {
  const files = [["/etc/apt/sources.list.d/ubuntu.sources", UBUNTU]];
  const entry = archiveEntry(files, "noble", "universe");
  const other = { types: "deb-src", suite: "resolute", component: "universe" };
  assert.equal(
    entryFor(entry, other),
    "Types: deb-src\nURIs: http://mirror.example/ubuntu/\nSuites: resolute\nComponents: universe\n" +
      "Signed-By: /usr/share/keyrings/ubuntu-archive-keyring.gpg\n",
  );
  const old = "deb http://mirror.example/ubuntu noble main restricted\n";
  assert.equal(archiveEntry([["sources.list", old]], "noble", "universe"), undefined);
  const without = archiveEntry([["sources.list", old]], "noble");
  assert.doesNotMatch(entryFor(without, other), /Signed-By/);
});

test("the distribution is known by its own name, quoted or not", () => {
  const debian = 'NAME="Debian GNU/Linux"\nVERSION_CODENAME=trixie\nID=debian\n';
  assert.deepEqual(release(debian), { id: "debian", codename: "trixie" });
  const ubuntu = 'ID="ubuntu"\nID_LIKE=debian\nVERSION_CODENAME=noble\n';
  assert.deepEqual(release(ubuntu), { id: "ubuntu", codename: "noble" });
  assert.deepEqual(release(""), { id: "", codename: "" });
});

test("a browser that a distribution only packages as a snap is not asked for", () => {
  const part = ["Chromium", () => undefined, { debian: "chromium", ubuntu: null }];
  assert.equal(packageOf(part, "debian"), "chromium");
  assert.equal(packageOf(part, "ubuntu"), null);
  assert.equal(packageOf(["Ninja", () => undefined, "ninja-build"], "ubuntu"), "ninja-build");
});

test("a road that fails says why and names the next one", async () => {
  const said = [];
  const roads = [
    ["by sea", async () => "storm"],
    ["by land", async () => undefined],
    ["by air", async () => assert.fail("it is there already")],
  ];
  assert.equal(await takeRoads("Part", roads, (line) => said.push(line), "walk"), "by land");
  assert.deepEqual(said, ["Part: by sea: storm; next: by land"]);
});

test("with every road closed the error tells what to do", async () => {
  const said = [];
  const roads = [["by sea", async () => "storm"]];
  await assert.rejects(
    takeRoads("Part", roads, (line) => said.push(line), "walk"),
    /no Part: walk/,
  );
  assert.deepEqual(said, ["Part: by sea: storm"]);
});

/** An archive with one header in its top folder, as upstream's are; returns its bytes. */
function archive(name, text) {
  const source = path.join(folder, name, "part-1.0");
  fs.mkdirSync(source, { recursive: true });
  fs.writeFileSync(path.join(source, "part.h"), text);
  const file = path.join(folder, `${name}.tar.gz`);
  execFileSync("tar", ["-czf", file, "-C", path.dirname(source), "part-1.0"]);
  return fs.readFileSync(file);
}
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const run = (program, args) => spawnSync(program, args).status === 0;

test("upstream's archive is taken if its hash and its files are the pinned ones, else refused", async () => {
  const bytes = archive("good", "int part;");
  const server = http.createServer((request, answer) => {
    answer.writeHead(request.url === "/part" ? 200 : 404).end(bytes);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const address = `http://127.0.0.1:${server.address().port}/`;
  const pin = {
    version: "1.0",
    header: "part.h",
    archive: `${address}part`,
    sha256: sha256(bytes),
    files: ["part.h"],
    files_sha256: sha256("int part;"),
  };
  const target = path.join(folder, "parts", "part");
  const go = (changed) => fromUpstream({ ...pin, ...changed }, target, run);
  try {
    assert.match(await go({ archive: `${address}gone` }), /404/);
    assert.match(await go({ sha256: "0".repeat(64) }), /has the hash/);
    assert.match(await go({ files_sha256: "0".repeat(64) }), /does not hold the files of 1\.0/);
    assert.equal(fs.existsSync(target), false);
    assert.equal(await go({}), undefined);
    assert.ok(holds(target, pin));
    fs.appendFileSync(path.join(target, "part.h"), " // touched");
    assert.equal(holds(target, pin), false, "a changed copy is fetched again");
    assert.deepEqual(fs.readdirSync(path.dirname(target)), ["part"], "nothing is left lying about");
  } finally {
    await new Promise((done) => server.close(done));
  }
  assert.match(await go({}), /not reached \(\w+\)/);
});

test("README, CMake and the pins name the same versions", () => {
  const read = (name) => fs.readFileSync(path.resolve(import.meta.dirname, "../..", name), "utf8");
  for (const { title, version } of Object.values(pins))
    assert.ok(read("README.md").includes(`| ${title} | ${version} |`), title);
  const commit = pins.imgui.archive.split("/").at(-1);
  assert.ok(read(".dev/third_party.cmake").includes(commit), "one commit of Dear ImGui");
});
