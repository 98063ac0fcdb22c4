// The widget in pages of other people: one page a kind of fault (kinds/*.mjs). RT_EMBED=short runs those
// marked `short`; RT_EMBED=<words> those whose name has them.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { start } from "../web/support.mjs";
import { visit } from "./visit.mjs";

const asked = process.env.RT_EMBED ?? "";
const folder = path.join(import.meta.dirname, "kinds");
const files = fs.readdirSync(folder).filter((name) => name.endsWith(".mjs"));
const all = await Promise.all(files.map((name) => import(path.join(folder, name))));
const kinds = all.flatMap(({ kinds }) => kinds);
const chosen = kinds.filter(({ name, short }) =>
  asked === "short" ? short : !asked || name.includes(asked),
);

let env;
before(async () => (env = await start()));
after(() => env.close());

test("there are at least 40 kinds, each told by its own name", () => {
  assert.ok(kinds.length >= 40, `${kinds.length}`);
  assert.equal(new Set(kinds.map(({ name }) => name)).size, kinds.length);
});

describe("in a page of others", { concurrency: 2 }, () => {
  for (const kind of chosen)
    test(kind.name, async () => {
      const page = await visit(env, kind);
      try {
        await kind.run(page, env);
      } finally {
        await page.context().close();
      }
    });
});
