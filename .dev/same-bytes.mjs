// npm run check:same-bytes: builds the last commit in two clones, in folders of other names and depths and the second
// one without a cache of compiled files, and compares the sha256 of every file in dist/.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { Failure, main, root } from "./tools.mjs";

const FOLDERS = ["one", "another/of a longer name"];
const WITHOUT_CACHE = { CCACHE_DISABLE: "1", EM_COMPILER_WRAPPER: "" };

function run(program, args, options) {
  const { status } = spawnSync(program, args, { stdio: "inherit", ...options });
  if (status !== 0) throw new Failure(`${[program, ...args].join(" ")}: exit code ${status}`);
}

/** A clone that is built, with what set-up has brought to this checkout. */
function built(folder, environment) {
  run("git", ["clone", "--quiet", "--no-hardlinks", root, folder]);
  fs.mkdirSync(path.join(folder, "build"));
  fs.symlinkSync(path.join(root, "node_modules"), path.join(folder, "node_modules"));
  const copy = { recursive: true, dereference: true };
  fs.cpSync(path.join(root, "build/parts"), path.join(folder, "build/parts"), copy);
  const env = { ...process.env, ...environment };
  run(process.execPath, [".dev/build.mjs"], { cwd: folder, env });
  return path.join(folder, "dist");
}

/** file -> sha256 of each file in a folder */
function hashes(folder) {
  const names = fs.readdirSync(folder, { recursive: true, withFileTypes: true });
  const files = names
    .filter((name) => name.isFile())
    .map((name) => path.join(name.parentPath ?? name.path, name.name));
  const hash = (file) => createHash("sha256").update(fs.readFileSync(file)).digest("hex");
  return new Map(files.sort().map((file) => [path.relative(folder, file), hash(file)]));
}

/** The files that are not the same in both folders, a line each. */
export function unlike(one, other) {
  const [first, second] = [one, other].map(hashes);
  return [...new Set([...first.keys(), ...second.keys()])]
    .filter((name) => first.get(name) !== second.get(name))
    .map((name) => `${name}: ${first.get(name) ?? "missing"}, ${second.get(name) ?? "missing"}`);
}

await main(import.meta.url, () => {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), "recovery-timeline-"));
  try {
    const [one, other] = FOLDERS.map((name, i) =>
      built(path.join(work, name), i ? WITHOUT_CACHE : {}),
    );
    const lines = unlike(one, other);
    if (lines.length) throw new Failure(`built twice, not the same:\n  ${lines.join("\n  ")}`);
    console.log(`same bytes: ${hashes(one).size} files`);
  } finally {
    fs.rmSync(work, { recursive: true });
  }
});
