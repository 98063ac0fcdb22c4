// The border's vocabulary as JavaScript gets it (.dev/abi.mjs). That its numbers are the compiler's is
// held by the static_asserts of abi_check.cpp in every build of the widget; that JavaScript uses its
// names as they are, by the type check.
import assert from "node:assert/strict";
import { test } from "node:test";
import { abiCheck, abiModule, readEnum, readStructs } from "../../.dev/abi.mjs";

async function load(headers) {
  return import(`data:text/javascript,${encodeURIComponent(abiModule(headers))}`);
}

test("enums are read with their numbers, from an X-macro too, and what is not understood is refused", () => {
  const header = `
enum class Kind : std::uint32_t { move, down }; // a gesture
enum Flag : std::uint32_t {
  kOne = 1, // { not a brace }
  kFour = 4,
  kNext,
};
#define LIST(X) X(group) \\
  X(switch_)
enum class Role : std::uint8_t {
#define RT_NAME(name) name,
  LIST(RT_NAME)
#undef RT_NAME
};
struct Event { enum Which : std::uint32_t { set, step } which = set; };
enum class Odd : std::uint32_t { a = 1 << 3 };`;
  assert.deepEqual(readEnum("Kind", header), [
    ["move", 0],
    ["down", 1],
  ]);
  assert.deepEqual(readEnum("Flag", header).flat(), ["kOne", 1, "kFour", 4, "kNext", 5]);
  assert.deepEqual(readEnum("Role", header).flat(), ["group", 0, "switch_", 1]);
  assert.deepEqual(readEnum("Event::Which", header).flat(), ["set", 0, "step", 1]);
  assert.throws(() => readEnum("Odd", header), /not understood in enum Odd: a = 1 << 3/);
  assert.throws(() => readEnum("None", header), /there is no enum None/);
});

test("structs are laid out as wasm32 does, and what is not understood is refused", () => {
  const { Inner, Outer } = readStructs(`
struct Inner {
  const char *data; // 4 bytes
  std::uint32_t size;
};
struct Outer {
  std::uint32_t id;
  double value; // on 8
  Inner label;
  float color[4], w;
};`);
  assert.equal(Inner.size, 8);
  assert.deepEqual(
    Outer.fields.map(({ name, offset }) => [name, offset]),
    [
      ["id", 0],
      ["value", 8],
      ["label", 16],
      ["color", 24],
      ["w", 40],
    ],
  );
  assert.equal(Outer.size, 48);
  assert.throws(() => readStructs("struct A {\n  bool b;\n};"), /not understood in struct A: bool/);
  assert.throws(() => readStructs("struct A {\n  float x = 0;\n};"), /not understood in struct A/);
});

test("a field that moves in a header moves in both, the reader and the check", async () => {
  const headers = (fields) => ({
    enums: [],
    numbers: [],
    structs: Object.entries(readStructs(`struct Report {\n${fields}\n};`)),
  });
  const asked = [];
  const memory = { u32: (at) => asked.push(["u32", at]), f32: (at) => asked.push(["f32", at]) };
  const before = headers("float height; std::uint32_t cursor;");
  (await load(before)).readReport(memory, 100);
  assert.match(abiCheck(before), /offsetof\(rt::Report, cursor\) == 4/);
  const after = headers("std::uint32_t flags, cursor; float height;");
  (await load(after)).readReport(memory, 100);
  assert.match(abiCheck(after), /offsetof\(rt::Report, height\) == 8/);
  assert.deepEqual(asked, [
    ...[
      ["f32", 100],
      ["u32", 104],
    ],
    ...[
      ["u32", 100],
      ["u32", 104],
      ["f32", 108],
    ],
  ]);
});

test("the headers of this project are understood, and each number is checked", async () => {
  const { FrameFlag, NodeFlag, Role, sizeNodeRecord } = await load();
  assert.equal(NodeFlag.hasRange, 8);
  assert.ok(Role.includes("switch_"));
  assert.ok(Object.values(FrameFlag).every((flag) => Number.isInteger(Math.log2(flag))));
  assert.ok(abiCheck().includes(`static_assert(sizeof(rt::NodeRecord) == ${sizeNodeRecord});`));
});
