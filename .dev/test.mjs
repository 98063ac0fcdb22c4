// npm test: sets up what is missing, runs every check, and ends with each runner's closing lines.
// Two workers take the checks from one queue, so that neither core waits for a lane to end; each
// compiles with half of the cores. The browser tests that look at time run last and quite alone.
import { spawn } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { browser, setup } from "./setup.mjs";
import { Failure, main, root } from "./tools.mjs";

const logs = path.join(root, "build", "test-logs");
const node = (...words) => [process.execPath, ...words];
const files = (folder) =>
  fs.existsSync(path.join(root, folder))
    ? fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".test.mjs"))
    : [];
const nodeTests = (folder) => node("--test", ...files(folder).map((name) => `${folder}/${name}`));
const preset = (name) => [
  ["cmake", "--preset", name],
  ["cmake", "--build", "--preset", name],
  ["ctest", "--preset", name, "--verbose"],
];

// The long ones first, the shortest last: then both workers end at about the same time.
const LONG =
  /^(engines|visits|contexts|axe|keyboard|skin|text_version|pictures|configurator_clinics|interaction)\./;
const TIMED = /^(announced|start)\./;
const OTHERS = /^(dates|engines|missing)\./; // these skip by themselves what is not installed
/** The files of tests/web in the order to run them, and how many there are for want of Chromium. */
export function browserFiles(names, chromium) {
  const runs = names.filter((name) => chromium || OTHERS.test(name));
  const pick = (timed, long) =>
    runs.filter((name) => TIMED.test(name) === timed && LONG.test(name) === long);
  return {
    timed: runs.filter((name) => TIMED.test(name)),
    others: [...pick(false, true), ...pick(false, false)],
    skipped: names.length - runs.length,
  };
}

// What can be told of the plugin for WordPress without one; `npm run test:wordpress` brings it.
const PLUGIN = ["documents", "zip"].map((name) => `tests/wordpress/${name}.test.mjs`);

// Each check: its name, the commands it consists of, and the check that must have passed before.
// Checks of the same name are told together.
function checks() {
  const { timed, others, skipped } = browserFiles(files("tests/web"), browser());
  const inBrowser = (name) => ["browser", [node("--test", `tests/web/${name}`)], "product"];
  const loud = `CHROMIUM IS NOT INSTALLED: ${skipped} FILES OF BROWSER TESTS ARE SKIPPED`;
  if (skipped) console.log(loud);
  const queue = [
    ["product", [node(".dev/build.mjs")]],
    ["native", preset("dev")],
    ["formatting", [node(".dev/format.mjs")]],
    ["structure", [nodeTests("tests/structure")]],
    ["types", [node(".dev/types.mjs")]],
    ["size", [node(".dev/size.mjs")], "product"],
    ["WordPress plugin", [node("--test", ...PLUGIN)], "product"],
    ["wasm under node", preset("wasm-dev")],
    ...others.map(inBrowser),
    ...(browser()
      ? [["pages of others", [node("--test", "tests/embed/short.test.mjs")], "product"]]
      : []),
  ];
  return { queue, alone: timed.map(inBrowser) };
}

const JOBS = Math.max(1, Math.ceil(os.availableParallelism() / 2));
function execute(words, log) {
  return new Promise((resolve) => {
    const env = { CMAKE_BUILD_PARALLEL_LEVEL: JOBS, ...process.env };
    const child = spawn(words[0], words.slice(1), { cwd: root, env, stdio: ["ignore", log, log] });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function check([name, commands], i) {
  const file = path.join(logs, `${name.replaceAll(" ", "-")}-${i}.log`);
  const log = fs.openSync(file, "w");
  const started = Date.now();
  let code = 0;
  for (const words of commands) code ||= await execute(words, log);
  fs.closeSync(log);
  const seconds = Math.round((Date.now() - started) / 1000);
  const what = name === "browser" ? path.basename(commands[0].at(-1), ".test.mjs") : "";
  console.log(`${code ? "FAILED" : "ok"}: ${name}${what && `, ${what}`} (${seconds} s)`);
  const text = fs.readFileSync(file, "utf8");
  if (code) console.log(text.slice(-20_000));
  return { name, failed: code !== 0, seconds, text };
}

/**
 * Runs the items of a queue, `workers` at a time and in their order; an item [name, work, after] waits
 * until all items named `after` are done. Returns what `run(item, its index)` gave, in the same order.
 */
export async function drain(queue, workers, run) {
  const results = [];
  const waiting = new Map(queue.entries());
  const open = new Set(queue.keys());
  const ready = ([, [, , after]]) => ![...open].some((i) => after && queue[i][0] === after);
  let wake = () => {};
  let changed = new Promise((done) => (wake = done));
  async function worker() {
    while (waiting.size) {
      const next = [...waiting].find(ready);
      if (!next) {
        await changed;
        continue;
      }
      const [i, item] = next;
      waiting.delete(i);
      results[i] = await run(item, i);
      open.delete(i);
      wake();
      changed = new Promise((done) => (wake = done));
    }
  }
  await Promise.all(Array.from({ length: workers }, worker));
  return results;
}

/** The lines by which a runner says how it went. */
export function closingLines(text) {
  const closing =
    /^(# (tests|pass|fail|skipped) \d+|ℹ (tests|pass|fail|skipped) \d+|\d+% tests passed.*|.*(test cases|assertions): .*|formatting: .*|border: .*|.*: [\d.]+ KB of .*)$/;
  const loud = /# SKIP (.*SKIPPED)/; // once, however many tests it is said of
  const lines = text.split("\n");
  const reasons = new Set(lines.map((line) => line.match(loud)?.[1]).filter(Boolean));
  return [...reasons, ...lines.filter((line) => closing.test(line))];
}

const COUNT = /^((?:#|ℹ) (?:tests|pass|fail|skipped)) (\d+)$/;
/** Closing lines in which the counts of several runs of node's runner are added up. */
export function summed(lines) {
  const counts = new Map();
  for (const [, what, count] of lines.map((line) => COUNT.exec(line)).filter(Boolean))
    counts.set(what, (counts.get(what) ?? 0) + Number(count));
  const others = lines.filter((line) => !COUNT.test(line));
  return [...new Set(others), ...[...counts].map(([what, count]) => `${what} ${count}`)];
}

await main(import.meta.url, async () => {
  await setup("test");
  const started = Date.now();
  fs.rmSync(logs, { recursive: true, force: true });
  fs.mkdirSync(logs, { recursive: true });
  const { queue, alone } = checks();
  const first = await drain(queue, 2, check);
  const last = await drain(alone, 1, (item, i) => check(item, queue.length + i));
  const results = [...first, ...last];
  const names = [...new Set(results.map(({ name }) => name))];
  let failures = 0;
  for (const name of names) {
    const runs = results.filter((result) => result.name === name);
    const failed = runs.some((result) => result.failed);
    failures += failed;
    console.log(`\n== ${name}${failed ? ": FAILED" : ""}`);
    const lines = runs.flatMap(({ text }) => closingLines(text));
    for (const line of runs.length > 1 ? summed(lines) : lines) console.log(line);
  }
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(`\n${names.length - failures} passed, ${failures} failed, ${minutes} minutes`);
  if (failures) throw new Failure("npm test failed");
});
