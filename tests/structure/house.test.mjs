// Holds the checkout against the rules of the house; each rule is first shown a file that breaks it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import {
  foreignImports,
  foreignIncludes,
  leftovers,
  replacements,
  strangersAtTop,
  tooLong,
  upwardIncludes,
} from "./rules.mjs";

const root = path.resolve(import.meta.dirname, "../..");
const listed = execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" });
const tracked = listed.split("\0").filter((name) => name && fs.existsSync(path.join(root, name)));
const read = (name) => fs.readFileSync(path.join(root, name), "utf8");
const texts = tracked.filter((name) => !/\.(png|jpg|gz|br|wasm)$/.test(name));
const sources = tracked.filter((name) => /^src\/.*\.(cpp|h)$/.test(name));
const all = (names, rule) => names.flatMap((name) => rule(name, read(name)));

test("a room includes only itself and the rooms it knows", () => {
  const bad = (file, line) => assert.equal(foreignIncludes(file, `${line}\n`).length, 1, line);
  const good = (file, line) => assert.deepEqual(foreignIncludes(file, `${line}\n`), [], line);
  bad("src/model/dose.cpp", '#include "content/content.h"');
  bad("src/content/content.h", '#include "state/state.h"');
  bad("src/state/state.cpp", '#include "ui/draw/theme.h"');
  bad("src/ui/views/plot.cpp", '  #  include "app/app.h"');
  bad("src/app/app.cpp", '#include "platform/abi.h"');
  good("src/platform/abi.cpp", '#include "app/app.h"');
  good("src/ui/views/plot.cpp", '#include "model/projection.h"');
  good("src/model/dose.cpp", '#include "result.h"');
  assert.ok(sources.length > 5);
  assert.deepEqual(all(sources, foreignIncludes), []);
});

test("inside a room a file includes only its own floor and those that it knows", () => {
  const bad = (file, line) => assert.equal(upwardIncludes(file, `${line}\n`).length, 1, line);
  const good = (file, line) => assert.deepEqual(upwardIncludes(file, `${line}\n`), [], line);
  bad("src/model/people.h", '#include "model/projection.h"');
  bad("src/model/fast/bands.h", '#include "model/measures.h"');
  bad("src/model/skin/skin_patch.h", '#include "model/scenario.h"');
  bad("src/model/projection.cpp", '#include "model/skin/skin_patch.h"');
  good("src/model/fast/bands.h", '#include "model/scenario.h"');
  good("src/model/skin/skin_patch.h", '#include "model/factors.h"');
  good("src/model/plan.cpp", '#include "model/fast/times.h"');
  bad("src/content/json/json.cpp", '#include "content/fields.h"');
  bad("src/content/content.h", '#include "content/read/diagnostics.h"');
  bad("src/content/format/content_format.cpp", '#include "content/read/diagnostics.h"');
  good("src/content/read/read_field.cpp", '#include "content/fields.h"');
  good("src/ui/ui.h", '#include "model/plan.h"');
  bad("src/ui/draw/pen.h", '#include "ui/ui.h"');
  bad("src/ui/words/phrases.cpp", '#include "ui/widgets/fields.h"');
  bad("src/ui/widgets/rows.h", '#include "ui/views/plot.h"');
  bad("src/ui/export/handout.cpp", '#include "ui/layout.h"');
  good("src/ui/views/plan_view.cpp", '#include "ui/widgets/rows.h"');
  assert.deepEqual(all(sources, upwardIncludes), []);
});

test("parts that others wrote are included only where they belong", () => {
  const bad = (file, line) => assert.equal(foreignIncludes(file, `${line}\n`).length, 1, line);
  const good = (file, line) => assert.deepEqual(foreignIncludes(file, `${line}\n`), [], line);
  bad("src/content/json/json.h", "#include <nlohmann/json.hpp>");
  bad("src/content/read/read_field.cpp", "#include <nlohmann/json.hpp>");
  bad("src/state/state.cpp", "#include <nlohmann/json.hpp>");
  bad("src/content/content.cpp", "#include <imgui.h>");
  bad("src/model/dose.cpp", "#include <imgui_internal.h>");
  bad("src/ui/widgets/pointer.cpp", "#include <imgui_internal.h>");
  bad("src/ui/draw/glyph_cache.h", "#include <imgui_internal.h>");
  bad("tests/app/items_test.cpp", "#include <imgui_internal.h>");
  bad("src/ui/views/plot.cpp", "#include <emscripten.h>");
  bad("src/app/app.cpp", "#include <GLES3/gl3.h>");
  good("src/content/json/json.cpp", "#include <nlohmann/json.hpp>");
  good("src/ui/views/plot.cpp", "#include <imgui.h>");
  good("src/ui/draw/glyph_cache.cpp", "#include <imgui_internal.h>");
  good("src/app/app.cpp", "#include <imgui.h>");
  good("src/platform/main.cpp", "#include <emscripten.h>");
  const users = tracked.filter(
    (name) => /\.(cpp|h)$/.test(name) && /include.*imgui_internal\.h/.test(read(name)),
  );
  assert.deepEqual(users, ["src/ui/draw/glyph_cache.cpp"]);
});

test("no function of a library is replaced when it is compiled or linked", () => {
  assert.equal(replacements("a.h", ["__attribute__((we", "ak)) void f();"].join("")).length, 1);
  assert.equal(replacements("a.cmake", ["-Wl,--wr", "ap=strtod"].join("")).length, 1);
  assert.deepEqual(replacements("a.cpp", 'f("on weak evidence"); // weak evidence'), []);
  const built = tracked.filter((name) =>
    /^(src|tests)\/.*\.(cpp|h)$|\.cmake$|CMake(Lists\.txt|Presets\.json)$/.test(name),
  );
  assert.ok(built.length > sources.length);
  assert.deepEqual(all(built, replacements), []);
});

test("a room of web/ imports only itself, and the element the others", () => {
  const bad = (file, line) => assert.equal(foreignImports(file, `${line}\n`).length, 1, line);
  const good = (file, line) => assert.deepEqual(foreignImports(file, `${line}\n`), [], line);
  bad("web/dom/roles.js", 'import { openTheme } from "../element/theme.js";');
  bad("web/render/painter.js", 'import {\n  openModule,\n} from "../wasm/module.js";');
  bad("web/export/handout.js", 'import "somebody-elses";');
  bad("web/wasm/module.js", 'export { css } from "../dom/text_mode.js";');
  good("web/element/widget.js", 'import { openModule } from "../wasm/module.js";');
  good("web/dom/semantics.js", 'import { describe } from "./roles.js";');
  good("web/dom/roles.js", 'import { NodeFlag } from "rt:abi";');
  good("web/dom/roles.js", '/** @typedef {import("../wasm/module.js").SemanticNode} Node */');
  const scripts = tracked.filter((name) => /^web\/\w+\/.*\.js$/.test(name));
  assert.ok(scripts.length > 20);
  assert.deepEqual(all(scripts, foreignImports), []);
});

test("the top level holds only what was agreed", () => {
  assert.deepEqual(strangersAtTop(["src/a.h", ".ci/run", "third_party/b.h"]), ["third_party"]);
  assert.deepEqual(strangersAtTop(tracked), []);
});

test("no file carries unfinished marks or paths of one machine", () => {
  assert.equal(leftovers("a.cpp", ["// TO", "DO: later"].join("")).length, 1);
  assert.equal(leftovers("a.cpp", ['open("/tm', 'p/x")'].join("")).length, 1);
  assert.deepEqual(leftovers("a.cpp", 'open("src/model/a.json") // a/tm' + "p/b"), []);
  assert.deepEqual(all(texts, leftovers), []);
});

test("no source file is too long to be read in one go", () => {
  const long = "line\n".repeat(600);
  assert.equal(tooLong("a.cpp", long).length, 1);
  const code = tracked.filter((name) => /\.(cpp|h|js|mjs|cmake|php|css)$/.test(name));
  assert.deepEqual(all(code, tooLong), []);
});

test("the version stands once in package.json and once, the same, in CMakeLists.txt", () => {
  const { version } = JSON.parse(read("package.json"));
  assert.match(read("CMakeLists.txt"), new RegExp(`VERSION ${version.replaceAll(".", "\\.")} `));
});

test("the lock file names packages and hashes, not where they were fetched from", () => {
  const { packages } = JSON.parse(read("package-lock.json"));
  const fetched = Object.entries(packages).filter(([name]) => name);
  assert.ok(fetched.length > 0);
  for (const [name, entry] of fetched) {
    assert.equal(entry.resolved, undefined, name);
    assert.match(entry.integrity, /^sha512-/, name);
  }
});
