// Where an engine cannot be had, its tests are skipped: each is counted, and a line says so aloud.
// Where one does not come up, it is begun anew, and what it said is told.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { closingLines } from "../../.dev/test.mjs";
import { root } from "../../.dev/tools.mjs";
import { openSession, started } from "./starting.mjs";

test("without any browser the engines' tests are skipped, counted and named", () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "no-browsers-"));
  try {
    const env = { ...process.env, PATH: folder, CHROME_PATH: "" };
    delete env.NODE_TEST_CONTEXT; // else it reports to this runner
    const { status, stdout } = spawnSync(
      process.execPath,
      ["--test", "--test-reporter=tap", "tests/web/engines.test.mjs"],
      { cwd: root, env, encoding: "utf8" },
    );
    assert.equal(status, 0, stdout);
    const count = (word) => Number(stdout.match(new RegExp(`^# ${word} (\\d+)`, "m"))[1]);
    assert.ok(count("skipped") > 10, `${count("skipped")} skipped`);
    assert.equal(count("skipped"), count("tests"));
    assert.equal(count("pass"), 0);
    const closing = closingLines(stdout);
    for (const name of ["Chromium", "Firefox", "WebKit"]) {
      const loud = closing.filter((line) => line.includes(`${name} is not installed here`));
      assert.equal(loud.length, 1, `${name}: ${loud.join("; ")}`);
      assert.match(loud[0], /SKIPPED/);
    }
    assert.ok(closing.includes(`# skipped ${count("skipped")}`));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
});

test("an engine that does not come up is begun anew, and nothing is left of the first", async () => {
  const taken = [];
  let attempts = 0;
  const engine = await started("This one", async (later) => {
    const attempt = ++attempts;
    later(() => taken.push(`screen ${attempt}`));
    later(() => {
      taken.push(`driver ${attempt}`);
      throw new Error("has ended by itself");
    });
    if (attempt < 3) throw new Error("too busy");
    return { attempt };
  });
  assert.equal(engine.attempt, 3);
  assert.deepEqual(taken, ["driver 1", "screen 1", "driver 2", "screen 2"]);
  await engine.close();
  assert.deepEqual(taken.slice(4), ["driver 3", "screen 3"]);
  const never = started("That one", () => Promise.reject(new Error("no such file")));
  await assert.rejects(never, /That one did not start \(attempt 3 of 3\): no such file/);
});

test("a driver that ends at its start is told with its words, at once", async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "driver-"));
  const driver = path.join(folder, "driver");
  fs.writeFileSync(driver, "#!/bin/sh\necho cannot open display >&2\nexit 3\n", { mode: 0o755 });
  const steps = [];
  const opening = openSession(driver, process.env, {}, (step) => steps.push(step));
  await assert.rejects(opening, /driver: ended with 3; it said: cannot open display/);
  for (const step of steps) step();
  fs.rmSync(folder, { recursive: true });
});
