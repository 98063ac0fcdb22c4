// Where an engine cannot be had, its tests are skipped: each is counted, and a line says so aloud.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { closingLines } from "../../.dev/test.mjs";
import { root } from "../../.dev/tools.mjs";

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
