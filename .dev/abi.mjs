// The border's vocabulary for JavaScript: reads the enums, structs and numbers that both sides use from
// the C++ headers, lays the structs out as wasm32 does, and makes of them
//   the module rt:abi   every enum as an object of numbers, a reader or writer for every struct; into
//                       the bundle, and as build/generated/abi.js for the type check
//   abi_check.cpp       a static_assert for every number and every place in it, so that no build of
//                       the widget comes about where this script and the compiler disagree
//
// It understands the plain declarations that a border needs, and stops at any other.
import fs from "node:fs";
import path from "node:path";
import { Failure, main, root } from "./tools.mjs";

const BORDER = "platform/abi.h";
const ENUMS = {
  FrameFlag: BORDER,
  NodeFlag: "ui/draw/semantics.h",
  Role: "ui/draw/semantics.h",
  Cursor: "ui/ui.h",
  Request: "ui/ui.h",
  "ControlEvent::Kind": "ui/ui.h",
  PointerKind: "app/app.h",
  MomentStyle: "ui/draw/host.h",
  PluralForm: "content/plural.h",
};
const NUMBERS = {
  kPatchNumbers: "model/skin/skin_patch.h",
  kTableSide: "model/skin/skin_tables.h",
};
const NAMED = ["Role"]; // of which JavaScript wants the names by number, and not the numbers
const WRITTEN = ["ThemeInput"]; // by JavaScript; all other structs are read
const PLACED = ["DrawVertex"]; // or handed on as bytes, for which only their places are told

const POINTER = { size: 4, read: "u32" };
const TYPES = {
  float: { size: 4, read: "f32" },
  double: { size: 8, read: "f64" },
  "std::uint32_t": { size: 4, read: "u32" },
};

const camel = (name) => name.replace(/_(\w?)/g, (_, letter) => letter.toUpperCase());
/** "kHasRange" -> "hasRange"; a name without k stays as it is. */
const plain = (name) => name.replace(/^k([A-Z])/, (_, letter) => letter.toLowerCase());
const uncommented = (text) => text.replace(/\/\/.*$/gm, "").replace(/\\\n/g, " ");
const parts = (text, mark) =>
  text
    .split(mark)
    .map((part) => part.trim())
    .filter(Boolean);

/** [[name, number]] of an enum; the list of an X-macro may stand in for its names. */
export function readEnum(name, header) {
  const text = uncommented(header);
  const own = name.split("::").at(-1);
  const body = new RegExp(`enum (?:class )?${own} : [\\w:]+ \\{([^}]*)\\}`).exec(text)?.[1];
  if (!body) throw new Failure(`abi: there is no enum ${name}`);
  const macro = /^\s*#define \w+\(name\) name,\s+(\w+)\(\w+\)/.exec(body)?.[1];
  if (macro) {
    const list = new RegExp(`#define ${macro}\\(X\\)(.*)`).exec(text)?.[1] ?? "";
    return [...list.matchAll(/X\((\w+)\)/g)].map(([, item], i) => [item, i]);
  }
  let next = 0;
  return parts(body, ",").map((item) => {
    const [, key, number] = /^(\w+)(?: = (\d+))?$/.exec(item) ?? [];
    if (!key) throw new Failure(`abi: not understood in enum ${name}: ${item}`);
    next = number === undefined ? next : Number(number);
    return [key, next++];
  });
}

/** One declaration, "float clip[4], x", as its fields: [{name, type, count}], count 0 = no array. */
function readFields(struct, declaration) {
  const [, type, names] = /^(?:const )?([\w:]+)\s+(.*)$/s.exec(declaration) ?? [];
  return parts(names ?? "", ",").map((item) => {
    const [, star, name, count = 0] = /^(\*?)(\w+)(?:\[(\d+)\])?$/.exec(item) ?? [];
    if (!name) throw new Failure(`abi: not understood in struct ${struct}: ${declaration}`);
    return { name, type: star ? "*" : type, count: Number(count) };
  });
}

/** Structs in the order of their text: name -> {size, align, fields: [{name, type, count, offset}]}. */
export function readStructs(header) {
  const structs = {};
  const typed = (type, struct) => {
    const found = type === "*" ? POINTER : (TYPES[type] ?? structs[type]);
    if (!found) throw new Failure(`abi: not understood in struct ${struct}: ${type}`);
    return found;
  };
  for (const [, name, body] of uncommented(header).matchAll(/^struct (\w+) \{([^}]*)\};/gm)) {
    let [size, align] = [0, 1];
    const up = (to) => Math.ceil(size / to) * to;
    const fields = parts(body, ";").flatMap((declaration) => readFields(name, declaration));
    for (const field of fields) {
      const type = typed(field.type, name);
      const own = type.align ?? type.size;
      field.offset = size = up(own);
      size += type.size * (field.count || 1);
      align = Math.max(align, own);
    }
    structs[name] = { size: up(align), align, fields };
  }
  return structs;
}

/** {enums, structs, numbers} of the project's headers. */
function readHeaders() {
  const text = (file) => fs.readFileSync(path.join(root, "src", file), "utf8");
  const numbers = Object.entries(NUMBERS).map(([name, file]) => {
    const found = new RegExp(`constexpr [\\w:]+ ${name} = (\\d+);`).exec(text(file))?.[1];
    if (!found) throw new Failure(`abi: there is no number ${name}`);
    return [name, Number(found)];
  });
  return {
    enums: Object.entries(ENUMS).map(([name, file]) => [name, readEnum(name, text(file))]),
    structs: Object.entries(readStructs(text(BORDER))),
    numbers,
  };
}

const place = (offset) => (offset ? `at + ${offset}` : "at");

function readerOf([name, { size, fields }]) {
  const values = fields.map(({ name: field, type, count, offset }) => {
    const read = type === "*" ? "u32" : TYPES[type]?.read;
    const value = read
      ? count
        ? `memory.${read}s(${place(offset)}, ${count})`
        : `memory.${read}(${place(offset)})`
      : `read${type}(memory, ${place(offset)})`;
    return `  ${camel(field)}: ${value},\n`;
  });
  const body =
    name === "Slice"
      ? "memory.text(memory.u32(at), memory.u32(at + 4))"
      : `({\n${values.join("")}})`;
  return `export const size${name} = ${size};
/** @param {Memory} memory @param {number} at */
export const read${name} = (memory, at) => ${body};
`;
}

function writerOf([name, { size, fields }]) {
  const types = fields.map(
    ({ name: field, count }) => ` * @property {${count ? "number[]" : "number"}} ${camel(field)}\n`,
  );
  const calls = fields.map(({ name: field, type, count, offset }) => {
    const write = `write${TYPES[type].read.toUpperCase()}${count ? "s" : ""}`;
    return `  memory.${write}(${place(offset)}, value.${camel(field)});\n`;
  });
  return `/**
 * @typedef {object} ${name}
${types.join("")} */
export const size${name} = ${size};
/** @param {Memory} memory @param {number} at @param {${name}} value */
export const write${name} = (memory, at, value) => {
${calls.join("")}};
`;
}

function placesOf([name, { size, fields }]) {
  const places = fields.map(({ name: field, offset }) => `  ${camel(field)}: ${offset},\n`);
  return `export const size${name} = ${size};
export const ${name}Places = {\n${places.join("")}};
`;
}

/** The text of the module rt:abi. */
export function abiModule({ enums, structs, numbers } = readHeaders()) {
  const objects = enums.map(([name, items]) => {
    if (NAMED.includes(name)) {
      const names = JSON.stringify(items.map(([key]) => key));
      return `export const ${name} = /** @type {const} */ (${names});\n`;
    }
    const values = items.map(([key, value]) => `  ${plain(key)}: ${value},\n`);
    return `export const ${name.replace("::", "")} = {\n${values.join("")}};\n`;
  });
  const structTexts = structs.map((item) => {
    if (WRITTEN.includes(item[0])) return writerOf(item);
    return PLACED.includes(item[0]) ? placesOf(item) : readerOf(item);
  });
  return [
    "// Made by .dev/abi.mjs from the headers of src/.\n",
    '/** @typedef {import("../../web/wasm/memory.js").Memory} Memory */\n',
    ...numbers.map(([name, value]) => `export const ${plain(name)} = ${value};\n`),
    ...objects,
    ...structTexts,
  ].join("");
}

/** The text of abi_check.cpp. */
export function abiCheck({ enums, structs, numbers } = readHeaders()) {
  const headers = new Set([BORDER, ...Object.values(ENUMS), ...Object.values(NUMBERS)]);
  const claims = [
    ...numbers.map(([name, value]) => `rt::${name} == ${value}`),
    ...enums.flatMap(([name, items]) => {
      const scope = name.includes("::") ? name.split("::")[0] : name;
      return items.map(([key, value]) => `int(rt::${scope}::${key}) == ${value}`);
    }),
    ...structs.flatMap(([name, { size, fields }]) => [
      `sizeof(rt::${name}) == ${size}`,
      ...fields.map((field) => `offsetof(rt::${name}, ${field.name}) == ${field.offset}`),
    ]),
  ];
  return [
    "// Made by .dev/abi.mjs: the border as JavaScript sees it, held against the compiler.\n",
    "#include <cstddef>\n",
    ...[...headers].map((file) => `#include "${file}"\n`),
    ...claims.map((claim) => `static_assert(${claim});\n`),
  ].join("");
}

/** Writes a file only if it becomes another, so that nothing is built anew for nothing. */
function write(file, text) {
  if (fs.existsSync(file) && fs.readFileSync(file, "utf8") === text) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, text);
}

/** Writes build/generated/abi.js, and the check into the file that is named. */
export function generate(check) {
  write(path.join(root, "build", "generated", "abi.js"), abiModule());
  if (check) write(path.resolve(check), abiCheck());
}

await main(import.meta.url, generate);
