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
KNOWS["tools/cli"] = ["state", ...KNOWS.state];

// What others wrote, and the files that may include it.
const FOREIGN = [
  [/nlohmann/i, /^src\/(content|tools\/fit)\/.*\.cpp$/],
  [/imgui/i, /^src\/(ui\/|platform\/|app\/)/],
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

// The rooms of web/: the element knows all others, and these nothing but themselves and rt:… modules.
// Types alone, in comments, may be named across.
const WEB_KNOWS = { element: ["wasm", "render", "dom", "export"] };

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
