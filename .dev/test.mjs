// npm test: sets up what is missing, runs every check, and ends with each runner's closing lines.
// Two lanes run side by side on the machine's two cores; the browser tests run last, two files at a
// time, and those that look at time quite alone.
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { setup } from "./setup.mjs";
import { Failure, main, root } from "./tools.mjs";

const logs = path.join(root, "build", "test-logs");
const node = (...words) => [process.execPath, ...words];
const files = (folder) =>
  fs.existsSync(path.join(root, folder))
    ? fs.readdirSync(path.join(root, folder)).filter((name) => name.endsWith(".test.mjs"))
    : [];
const nodeTests = (folder) => node("--test", ...files(folder).map((name) => `${folder}/${name}`));
const TIMED = /^(keyboard|start)\./;
const browserTests = (timed, lanes) => {
  const names = files("tests/web").filter((name) => TIMED.test(name) === timed);
  return node("--test", `--test-concurrency=${lanes}`, ...names.map((name) => `tests/web/${name}`));
};
const preset = (name) => [
  ["cmake", "--preset", name],
  ["cmake", "--build", "--preset", name],
  ["ctest", "--preset", name, "--verbose"],
];

// Each check: its name and the commands it consists of.
const LANES = [
  [
    ["formatting", node(".dev/format.mjs")],
    ["structure", nodeTests("tests/structure")],
    ["types", node(".dev/types.mjs")],
    ["product", node(".dev/build.mjs")],
    ["size", node(".dev/size.mjs")],
  ],
  [
    ["native", ...preset("dev")],
    ["wasm under node", ...preset("wasm-dev")],
  ],
];
const LAST = [["browser", browserTests(false, 2), browserTests(true, 1)]];

function execute(words, log) {
  return new Promise((resolve) => {
    const child = spawn(words[0], words.slice(1), { cwd: root, stdio: ["ignore", log, log] });
    child.on("error", () => resolve(127));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

async function check([name, ...commands]) {
  const file = path.join(logs, `${name.replaceAll(" ", "-")}.log`);
  const log = fs.openSync(file, "w");
  const started = Date.now();
  let code = 0;
  for (const words of commands) code ||= await execute(words, log);
  fs.closeSync(log);
  const seconds = Math.round((Date.now() - started) / 1000);
  console.log(`${code ? "FAILED" : "ok"}: ${name} (${seconds} s)`);
  const text = fs.readFileSync(file, "utf8");
  if (code) console.log(text.slice(-20_000));
  return { name, failed: code !== 0, text };
}

async function lane(checks) {
  const results = [];
  for (const item of checks) results.push(await check(item));
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

await main(import.meta.url, async () => {
  await setup("test");
  fs.mkdirSync(logs, { recursive: true });
  const lanes = await Promise.all(LANES.map(lane));
  const results = [...lanes.flat(), ...(await lane(LAST))];
  for (const { name, failed, text } of results) {
    console.log(`\n== ${name}${failed ? ": FAILED" : ""}`);
    for (const line of closingLines(text)) console.log(line);
  }
  const failures = results.filter(({ failed }) => failed).length;
  console.log(`\n${results.length - failures} passed, ${failures} failed`);
  if (failures) throw new Failure("npm test failed");
});
