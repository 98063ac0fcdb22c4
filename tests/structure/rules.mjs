// The rules of the house as functions from a file's path and text to a list of what breaks them.

// Who knows whom; the rooms of tools/ are programs of their own.
const KNOWS = { model: [] };
KNOWS.content = ["model"];
KNOWS.state = ["content", ...KNOWS.content];
KNOWS.ui = ["state", ...KNOWS.state];
KNOWS.app = ["ui", ...KNOWS.ui];
KNOWS.platform = ["app", ...KNOWS.app];
KNOWS["tools/pack"] = ["content", ...KNOWS.content];
KNOWS["tools/fit"] = ["content", ...KNOWS.content];
KNOWS["tools/baseline"] = ["ui", ...KNOWS.ui];
KNOWS["tools/cli"] = ["tools/baseline", ...KNOWS["tools/baseline"]];

// What others wrote, and the files that may include it.
const FOREIGN = [
  [/nlohmann/i, /^src\/(content\/json|tools\/fit)\/.*\.cpp$/],
  [/imgui/i, /^src\/(ui\/|platform\/|app\/)/],
  [/imgui_internal/, /^src\/ui\/draw\/glyph_cache\.cpp$/], // its interface for font loaders
  [/emscripten|GLES/, /^src\/platform\//],
];

const roomOf = (file) => /^(tools\/\w+|\w+)\//.exec(file)?.[1];

/** Includes of `file` (its path from the project's folder) that its room may not have. */
export function foreignIncludes(file, text) {
  const room = roomOf(file.replace(/^src\//, ""));
  const found = [];
  for (const [line, name] of text.matchAll(/^[ \t]*#[ \t]*include[ \t]*[<"]([^>"]+)[>"].*$/gm)) {
    const other = roomOf(name);
    const known = !(other in KNOWS) || other === room || KNOWS[room]?.includes(other);
    const ours = other in KNOWS; // our own files about ImGui are the arrow line's business
    const allowed = ours || FOREIGN.every(([word, where]) => !word.test(name) || where.test(file));
    if (!known || !allowed) found.push(`${file}: ${line.trim()}`);
  }
  return found;
}

// Written in pieces, so that this file does not break its own rule.
const REPLACED = new RegExp(["\\bwe" + "ak\\b", "--wr" + "ap\\b", "_no_ss" + "canf"].join("|"));

/** Lines by which code or a build would put a function in the place of a library's. */
export function replacements(file, text) {
  const code = text.replace(/"(\\.|[^"\\\n])*"/g, '""').replace(/\/\/.*$/gm, "");
  return code
    .split("\n")
    .filter((line) => REPLACED.test(line))
    .map((line) => `${file}: ${line.trim()}`);
}

// The floors of a room, each with the floors that it knows beside itself. The first pattern that
// fits a file's path inside the room names its floor.
const FLOORS = {
  model: [
    { floor: "numeric", is: /^numeric\//, knows: [] },
    { floor: "words", is: /^(signs|factors|parameters)\./, knows: ["numeric"] },
    { floor: "skin", is: /^skin\//, knows: ["numeric", "words"] },
    {
      floor: "people",
      is: /^(people|scenario|time_courses)\./,
      knows: ["numeric", "words"],
    },
    { floor: "fast", is: /^fast\//, knows: ["numeric", "words", "people"] },
    { floor: "answers", is: /./, knows: ["numeric", "words", "people", "fast"] },
  ],
  ui: [
    { floor: "draw", is: /^draw\//, knows: [] },
    { floor: "ui", is: /^ui\./, knows: ["draw"] },
    { floor: "words", is: /^words\//, knows: ["draw", "ui"] },
    { floor: "layout", is: /^layout\./, knows: ["draw", "ui"] },
    { floor: "widgets", is: /^widgets\//, knows: ["draw", "ui", "words", "layout"] },
    { floor: "export", is: /^export\//, knows: ["draw", "ui", "words"] },
    { floor: "views", is: /./, knows: ["draw", "ui", "words", "layout", "widgets", "export"] },
  ],
  content: [
    { floor: "text", is: /^text\./, knows: [] },
    { floor: "json", is: /^json\//, knows: ["text"] },
    { floor: "read", is: /^read\//, knows: ["text", "json", "content"] },
    { floor: "format", is: /^format\//, knows: ["text", "json", "content"] },
    { floor: "content", is: /./, knows: ["text", "json"] },
  ],
};

/** Includes of `file` that go up, or aside, between the floors of its own room. */
export function upwardIncludes(file, text) {
  const inside = /^src\/(\w+)\/(.+)$/.exec(file);
  const floors = FLOORS[inside?.[1]];
  if (!floors) return [];
  const floorOf = (name) => floors.find(({ is }) => is.test(name));
  const own = floorOf(inside[2]);
  const found = [];
  for (const [line, room, name] of text.matchAll(
    /^[ \t]*#[ \t]*include[ \t]*"(\w+)\/([^"]+)".*$/gm,
  )) {
    if (room !== inside[1]) continue;
    const { floor } = floorOf(name);
    if (floor !== own.floor && !own.knows.includes(floor)) found.push(`${file}: ${line.trim()}`);
  }
  return found;
}

// The rooms of web/: the element knows all others, and these nothing but themselves and rt:… modules.
// Types alone, in comments, may be named across.
const WEB_KNOWS = {
  element: ["wasm", "render", "dom", "export", "clinic"],
  configurator: ["clinic"],
};

/** Imports of a script of web/ that its room may not have. */
export function foreignImports(file, text) {
  const [, room] = /^web\/(\w+)\/[^/]+\.js$/.exec(file) ?? [];
  if (!room) return [];
  const imports = /^(?:import|export)\s+(?:[\w*{][^"'`;=()]*\bfrom\s*)?["']([^"']+)["']/gm;
  return [...text.matchAll(imports)]
    .filter(([, name]) => {
      const other = /^\.\.\/(\w+)\/[^/]+\.js$/.exec(name)?.[1];
      const own = /^(\.\/|rt:)/.test(name);
      return !own && other !== room && !WEB_KNOWS[room]?.includes(other);
    })
    .map(([line]) => `${file}: ${line.trim().replace(/\s+/g, " ")}`);
}

const TOP = [
  "CMakeLists.txt",
  "CMakePresets.json",
  "package.json",
  "package-lock.json",
  "README.md",
];
TOP.push("LICENSE", "src", "web", "shaders", "tests");

/** Top-level names among these paths that the agreed layout does not have. */
export function strangersAtTop(files) {
  const names = new Set(files.map((file) => file.split("/")[0]));
  return [...names].filter((name) => !name.startsWith(".") && !TOP.includes(name));
}

// Written in pieces, so that this file does not break its own rule.
const MARKS = ["TO" + "DO", "FIX" + "ME", "X" + "XX"];
const PLACES = ["root", "home", "tmp", "work", "farm"];
const UNFINISHED = new RegExp(`\\b(${MARKS.join("|")})\\b`);
const MACHINE_PATH = new RegExp(`(^|[\\s"'\`(=:])/(${PLACES.join("|")})/`);

/** Lines with unfinished marks or with paths of one machine. */
export function leftovers(file, text) {
  return text
    .split("\n")
    .map((line, i) => [`${file}:${i + 1}`, line])
    .filter(([, line]) => UNFINISHED.test(line) || MACHINE_PATH.test(line))
    .map(([where, line]) => `${where}: ${line.trim().slice(0, 100)}`);
}

/** Source files that are too long to be read in one go. */
export function tooLong(file, text, most = 550) {
  const lines = text.split("\n").length;
  return lines > most ? [`${file}: ${lines} lines`] : [];
}
