// npm run check:toolchains [-- --clone] [-- bookworm trixie forky]
// Builds what ships and runs the wasm tests with other Emscriptens than the machine's own: those of
// Debian 12, Debian 13 and testing, each in a root of its own under build/toolchains. With --clone, a
// clean clone of the last commit runs `npm test` there instead, its set-up included. Needs root,
// mmdebstrap and a Debian machine; the first run downloads about 400 MB a root.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { brotliCompressSync } from "node:zlib";
import { parseArgs } from "node:util";
import { archiveEntry, release, systemSources } from "./apt.mjs";
import { installNodeModules, setup } from "./setup.mjs";
import { Failure, main, onPath, root } from "./tools.mjs";

const SUITES = ["bookworm", "trixie", "forky"];
const PACKAGES = ["ca-certificates", "git", "nodejs", "emscripten", "cmake", "ninja-build"];
PACKAGES.push("nlohmann-json3-dev", "doctest-dev", "xz-utils");
const NODE = 20; // the oldest that the scripts run with
const folder = path.join(root, "build", "toolchains");
const rootOf = (suite) => path.join(folder, suite);
const logOf = (suite) => path.join(folder, `${suite}.log`);

/** What the machine lacks for this check, as words for people; empty if nothing. */
export function lacking({ uid, debian, programs }) {
  const needed = ["mmdebstrap", "unshare", "chroot", "git"];
  return [
    ...(uid === 0 ? [] : ["root's rights (it makes and mounts file systems)"]),
    ...(debian ? [] : ["a Debian machine (it uses its archive and keys)"]),
    ...needed.filter((name) => !programs(name)),
  ];
}

// Who ends this check ends what it has started. A root's processes hear no gentler signal.
const running = new Set();
function endAll() {
  for (const child of running) child.kill(child.spawnfile === "unshare" ? "SIGKILL" : "SIGTERM");
  process.exit(1);
}

/** Runs a program with its output in the suite's log; true if it succeeded. */
function logged(suite, program, args, options = {}) {
  const log = fs.openSync(logOf(suite), "a");
  fs.writeSync(log, `\n$ ${program} ${args.join(" ")}\n`);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["ignore", log, log], ...options });
    running.add(child);
    child.on("error", () => resolve(false));
    child.on("close", (code) => {
      running.delete(child);
      resolve(code === 0);
    });
  }).finally(() => fs.closeSync(log));
}

async function makeRoot(suite) {
  const target = rootOf(suite);
  if (fs.existsSync(target)) return;
  const { uris } = archiveEntry(systemSources(), release().codename) ?? {};
  if (!uris) throw new Failure("check:toolchains: apt has no entry of this release's main archive");
  console.log(`${suite}: making its root (some minutes the first time)`);
  const unfinished = `${target}.new`;
  fs.rmSync(unfinished, { recursive: true, force: true });
  const options = [
    "--variant=apt",
    "--mode=root",
    `--include=${PACKAGES.join(",")}`,
    '--aptopt=APT::Install-Recommends "false"',
    '--aptopt=Acquire::Check-Valid-Until "false"', // a stale copy of the archive is still signed
    "--dpkgopt=force-unsafe-io",
  ];
  const archive = uris.split(/\s+/)[0];
  if (!(await logged(suite, "mmdebstrap", [...options, suite, unfinished, archive])))
    throw new Failure(`${suite}: no root: see ${path.relative(root, logOf(suite))}`);
  fs.renameSync(unfinished, target);
}

// Mounts and processes live in namespaces of the command's own: however it ends, none is left behind.
const ENTER = `mount --rbind /dev "$1/dev" && mount --rbind /sys "$1/sys" &&
  mount -t proc proc "$1/proc" && exec chroot "$1" /usr/bin/env -i \\
  PATH=/opt/node/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \\
  \${CMAKE_BUILD_PARALLEL_LEVEL:+CMAKE_BUILD_PARALLEL_LEVEL="$CMAKE_BUILD_PARALLEL_LEVEL"} sh -c "cd $2 && $3"`;
const enter = (suite, where, command) => [
  "unshare",
  [
    "--mount",
    "--pid",
    "--fork",
    "--kill-child",
    "sh",
    "-c",
    ENTER,
    "sh",
    rootOf(suite),
    where,
  ].concat(command),
];
const inside = (suite, where, command) => logged(suite, ...enter(suite, where, command));
function told(suite, command) {
  const [program, args] = enter(suite, "/", command);
  return spawnSync(program, args, { encoding: "utf8" }).stdout.trim();
}

// The machine's node where the root's own is too old.
function bringNode(suite) {
  const own = Number(/^v(\d+)/.exec(told(suite, "node --version"))?.[1] ?? 0);
  if (own >= NODE) return;
  const target = path.join(rootOf(suite), "opt", "node", "bin");
  fs.mkdirSync(target, { recursive: true });
  fs.copyFileSync(process.execPath, path.join(target, "node"));
}

// The files of the checkout as they are now, with what set-up brought; what was built there stays. Ninja
// goes by the time of a file: what is the same keeps its own, what has changed gets that of now.
function bringCheckout(suite) {
  const target = path.join(rootOf(suite), "project");
  fs.mkdirSync(target, { recursive: true });
  const list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const listed = spawnSync("git", list, { cwd: root, encoding: "utf8" }).stdout.split("\0");
  const names = new Set(listed.filter((name) => name && fs.existsSync(path.join(root, name))));
  for (const name of fs.readdirSync(target, { recursive: true })) {
    const file = path.join(target, name);
    if (/^(build|node_modules)(\/|$)/.test(name) || names.has(name)) continue;
    if (fs.statSync(file, { throwIfNoEntry: false })?.isFile()) fs.rmSync(file);
  }
  for (const name of names) {
    const [from, to] = [root, target].map((folder) => path.join(folder, name));
    if (fs.existsSync(to) && fs.readFileSync(to).equals(fs.readFileSync(from))) continue;
    fs.mkdirSync(path.dirname(to), { recursive: true });
    fs.copyFileSync(from, to);
  }
  const copy = { recursive: true, preserveTimestamps: true, verbatimSymlinks: true };
  for (const name of ["node_modules", "build/parts"]) {
    fs.rmSync(path.join(target, name), { recursive: true, force: true });
    fs.cpSync(path.join(root, name), path.join(target, name), copy);
  }
}

// What ships, and the tests that node runs.
async function buildAndTest(suite) {
  bringCheckout(suite);
  const wasm = "project/build/wasm-release/recovery-timeline.small.wasm";
  const build = "node .dev/setup.mjs start && node .dev/build.mjs";
  const steps = ["cmake --preset wasm-dev", "cmake --build --preset wasm-dev -- -k 0"];
  steps.push("ctest --preset wasm-dev --verbose");
  if (!(await inside(suite, "/project", build))) return { failed: "the build" };
  if (!(await inside(suite, "/project", steps.join(" && ")))) return { failed: "the wasm tests" };
  const size = brotliCompressSync(fs.readFileSync(path.join(rootOf(suite), wasm))).length;
  const tests = /\d+% tests passed.*/.exec(fs.readFileSync(logOf(suite), "utf8"))?.[0];
  return { told: `the wasm module has ${size} bytes as brotli; ${tests}` };
}

// The README's way, from a clean clone. Only npm's packages are brought by the machine's own client.
async function cloneAndTest(suite) {
  const target = path.join(rootOf(suite), "clone");
  fs.rmSync(target, { recursive: true, force: true });
  const words = ["clone", "--quiet", "--no-hardlinks", root, target];
  if (!(await logged(suite, "git", words))) return { failed: "git clone" };
  installNodeModules(target);
  const passed = await inside(suite, "/clone", "node .dev/test.mjs");
  const text = fs.readFileSync(logOf(suite), "utf8");
  const checks = text.match(/^(ok|FAILED): .*$/gm)?.join("; ");
  return passed ? { told: checks } : { failed: `npm test (${checks ?? "set-up"})` };
}

/** One line a toolchain; true if all was well. */
async function check(suite, work) {
  const started = Date.now();
  fs.writeFileSync(logOf(suite), "");
  await makeRoot(suite);
  fs.copyFileSync("/etc/resolv.conf", path.join(rootOf(suite), "etc", "resolv.conf"));
  bringNode(suite);
  const emscripten = /\d+\.\d+\.\d+/.exec(told(suite, "emcc --version"))?.[0];
  const { failed, told: said } = await work(suite);
  const seconds = Math.round((Date.now() - started) / 1000);
  const where = failed && `; see ${path.relative(root, logOf(suite))}`;
  const how = failed ? `${failed} failed${where}` : said;
  console.log(
    `${failed ? "FAILED" : "ok"}: ${suite}, Emscripten ${emscripten}: ${how} (${seconds} s)`,
  );
  return !failed;
}

await main(import.meta.url, async (...words) => {
  const options = { clone: { type: "boolean", default: false } };
  const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
  const debian = fs.existsSync("/etc/os-release") && release().id === "debian";
  const missing = lacking({ uid: process.getuid(), debian, programs: onPath });
  if (missing.length) throw new Failure(`check:toolchains needs ${missing.join(", ")}`);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, endAll);
  await setup("start");
  fs.mkdirSync(folder, { recursive: true });
  const suites = positionals.length ? positionals : SUITES;
  let failures = 0;
  for (const suite of suites)
    if (!(await check(suite, values.clone ? cloneAndTest : buildAndTest))) failures++;
  if (failures) throw new Failure(`${failures} of ${suites.length} toolchains failed`);
});
