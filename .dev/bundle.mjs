// Makes dist/ out of web/, shaders/ and the optimized wasm module:
//   recovery-timeline.js     ES module with a stable name; loads parts/<name>.<hash>.<type>, of which
//                            clinic is a script that comes with a clinic's document only
//   index.html               the demo page
//   recovery-timeline.html   one file with everything inside, for file:// and memory sticks; in
//                            another language: recovery-timeline.<language>.html (--language)
// and a .br and .gz beside each. model.json and the words are checked and packed by the program
// recovery-pack. Web code sees three virtual modules:
//   rt:assets   languages = those with words, the usual one first;
//               urls = { wasm, model, words: { en, … } }, or in the one file null and then
//               bytes(name) -> Promise<Uint8Array>, name = "wasm" | "model" | "words/<language>";
//               clinic() -> the module web/clinic/document.js, or null in the one file, which has no
//               room for what only its author needs
//   rt:shaders  each file of shaders/ as a string, its name with "_" for "." and "-"
//   rt:abi      the border's enums and structs, made from the C++ headers (abi.mjs)
// web/modules.d.ts tells their types.
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { abiModule } from "./abi.mjs";
import { Failure, root, run } from "./tools.mjs";

const web = (file) => path.join(root, "web", file);

const SPOKEN = "words/"; // what the names of the languages' assets begin with

/** The languages among the assets. */
const languagesOf = (assets) =>
  Object.keys(assets)
    .filter((name) => name.startsWith(SPOKEN))
    .map((name) => name.slice(SPOKEN.length));

/** Of each parameter of model.json its sentence in English. */
export const sentences = ({ parameters }) =>
  Object.fromEntries(Object.entries(parameters).map(([name, { sentence }]) => [name, sentence]));

// Places of all texts in a words file; a text with plural forms is one place.
const places = (value, at = "") =>
  typeof value === "string" || (typeof value === "object" && "other" in value)
    ? [at]
    : Object.entries(value).flatMap(([key, child]) => places(child, `${at}/${key}`));

/**
 * What a language lacks or has too much, a line each. English has the sentences of the parameters in
 * model.json; another language brings all of them or none (then English stands in).
 */
export function differences(language, words, english, model) {
  const own = words.parameters && language !== "en";
  const whole = own ? { ...english, parameters: sentences(model) } : english;
  const [theirs, ours] = [words, whole].map((file) => new Set(places(file)));
  const missing = [...ours].filter((place) => !theirs.has(place));
  const extra = [...theirs].filter((place) => !ours.has(place));
  return [
    ...missing.map((place) => `${language}: ${place} is missing`),
    ...extra.map((place) => `${language}: ${place} is not known`),
  ];
}

/** JSON of each file in the folder, English first: name without ".json" -> value. */
function readContent(folder) {
  const names = fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .sort();
  const read = (name) => {
    try {
      return [path.basename(name, ".json"), JSON.parse(fs.readFileSync(path.join(folder, name)))];
    } catch (error) {
      throw new Failure(`web/content/${name}: ${error.message}`);
    }
  };
  const { model, en, ...others } = Object.fromEntries(names.map(read));
  const words = { en, ...others };
  const wrong = Object.keys(words).flatMap((tag) => differences(tag, words[tag], en, model));
  if (wrong.length) throw new Failure(`web/content: ${wrong.join("\n  ")}`);
  return words;
}

/** The assets that are loaded at run time: name -> { bytes, type }. */
function makeAssets(wasm, content, languages) {
  const assets = { wasm: { bytes: fs.readFileSync(wasm), type: "wasm" } };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rt-packed-"));
  const files = ["model", ...languages].map((name) => path.join(content, `${name}.json`));
  try {
    run(
      process.execPath,
      path.join(root, "build/wasm-release/recovery-pack.cjs"),
      folder,
      ...files,
    );
    const read = (name) => ({
      bytes: fs.readFileSync(path.join(folder, `${name}.txt`)),
      type: "txt",
    });
    assets.model = read("model");
    for (const language of languages) assets[SPOKEN + language] = read(language);
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
  return assets;
}

/** A shader without comments and needless white space; lines that start with # stay lines. */
export function minifyShader(text) {
  const bare = text.replace(/\/\*[\s\S]*?\*\//g, " ").replace(/\/\/.*/g, "");
  const lines = bare.split("\n").map((line) => line.trim().replace(/\s+/g, " "));
  const tight = (line) => line.replace(/ ?([-+*/=<>(){}[\],;:?!&|]) ?/g, "$1");
  return lines
    .filter(Boolean)
    .map((line) => (line.startsWith("#") ? `\n${line}\n` : `${tight(line)} `))
    .join("")
    .replace(/([;{},)]) /g, "$1")
    .replace(/\n+/g, "\n")
    .trimStart();
}

const STYLED = /(style|text_mode|handout)\.js$/; // scripts whose template literals are style sheets

/** A script with its style sheets without comments and needless white space. */
export const minifyStyles = (source) =>
  source.replace(/`[^`]*`/g, (style) =>
    style
      .replace(/\/\*.*?\*\//gs, "")
      .replace(/\s+/g, " ")
      .replace(/ ?([{};]) ?/g, "$1")
      .replace(/([,:]) /g, "$1"),
  );

function shaderModule() {
  const folder = path.join(root, "shaders");
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const shaders = files.filter((file) => /\.(glsl|frag|vert)$/.test(file));
  return shaders
    .map((file) => [file.replace(/[.-]/g, "_"), fs.readFileSync(path.join(folder, file), "utf8")])
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(minifyShader(text))};\n`)
    .join("");
}

/** rt:assets for the ES module: assets are files beside it, their names carry their hash. */
function assetsByUrl(assets, dist) {
  const urls = { words: {} };
  for (const [name, { bytes, type }] of Object.entries(assets)) {
    const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 12);
    const stem = name === "wasm" ? "recovery-timeline" : path.basename(name);
    const file = `parts/${stem}.${hash}.${type}`;
    fs.writeFileSync(path.join(dist, file), bytes);
    if (name.startsWith(SPOKEN)) urls.words[stem] = file;
    else urls[name] = file;
  }
  return `const here = (file) => new URL(file, import.meta.url).href;
const files = ${JSON.stringify(urls)};
const words = Object.fromEntries(Object.entries(files.words).map(([k, v]) => [k, here(v)]));
export const languages = ${JSON.stringify(languagesOf(assets))};
export const urls = { wasm: here(files.wasm), model: here(files.model), words };
export const bytes = null;
export const clinic = () => import(here(files.clinic));`;
}

// Base 85: five characters for four bytes, where base 64 needs eight for six. The characters from "("
// to "|", but "}" for "<" and "~" for "\\", which mean something in a script.
const inBase85 = (bytes) => {
  const words = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
  bytes.copy(words);
  let text = "";
  for (let at = 0; at < words.length; at += 4)
    for (let word = words.readUInt32BE(at), power = 85 ** 4; power >= 1; power /= 85)
      text += String.fromCharCode(40 + (Math.floor(word / power) % 85));
  return text.replaceAll("<", "}").replaceAll("\\", "~");
};

/** rt:assets for the one file: gzip in base 85; unpacked by the browser, or by fflate in old ones. */
function assetsInline(assets) {
  const pack = ({ bytes }) => {
    const zipped = zlib.gzipSync(bytes, { level: 9 });
    return [zipped.length, inBase85(zipped)];
  };
  const packed = Object.entries(assets).map(([name, part]) => [name, pack(part)]);
  return `import { gunzipSync } from "fflate";
const packed = ${JSON.stringify(Object.fromEntries(packed))};
export const languages = ${JSON.stringify(languagesOf(assets))};
export const urls = null;
export const clinic = null;
function unpacked([size, text]) {
  const words = new DataView(new ArrayBuffer((text.length / 5) * 4));
  let word = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    word = word * 85 + (code === 125 ? 60 : code === 126 ? 92 : code) - 40;
    if (at % 5 < 4) continue;
    words.setUint32(((at - 4) / 5) * 4, word);
    word = 0;
  }
  return new Uint8Array(words.buffer, 0, size);
}
export async function bytes(name) {
  const zipped = unpacked(packed[name]);
  if (typeof DecompressionStream === "undefined") return gunzipSync(zipped);
  const stream = new Blob([zipped]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}`;
}

/** One minified script of a module and all that it imports. */
async function script(format, assets, entry = web("element/recovery-timeline.js")) {
  const esbuild = await import("esbuild");
  const modules = { "rt:assets": assets, "rt:shaders": shaderModule(), "rt:abi": abiModule() };
  const virtual = {
    name: "virtual modules",
    setup(plugin) {
      plugin.onResolve({ filter: /^rt:/ }, ({ path }) => ({ path, namespace: "rt" }));
      plugin.onLoad({ filter: STYLED }, ({ path }) => ({
        contents: minifyStyles(fs.readFileSync(path, "utf8")),
      }));
      plugin.onLoad({ filter: /.*/, namespace: "rt" }, ({ path }) => ({
        contents: modules[path],
        resolveDir: root,
      }));
    },
  };
  const result = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ["es2022"],
    charset: "utf8",
    legalComments: "none",
    plugins: [virtual],
    logLevel: "error",
  });
  const { minify } = await import("terser");
  const { code } = await minify(result.outputFiles[0].text, {
    ecma: 2022,
    module: format === "esm",
    compress: { passes: 3 },
    format: { comments: false },
  });
  return code;
}

function compress(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath ?? entry.path, entry.name);
    const bytes = fs.readFileSync(file);
    const params = {
      [zlib.constants.BROTLI_PARAM_QUALITY]: 11,
      [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
      [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    };
    fs.writeFileSync(`${file}.br`, zlib.brotliCompressSync(bytes, { params }));
    fs.writeFileSync(`${file}.gz`, zlib.gzipSync(bytes, { level: 9 }));
  }
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/"/g, "&quot;");

/** The one offline file, in one language. */
async function oneFile(assets, language, words) {
  const { wasm, model, [SPOKEN + language]: spoken } = assets;
  const inline = await script("iife", assetsInline({ wasm, model, [SPOKEN + language]: spoken }));
  const marks = {
    "{{language}}": language,
    "{{direction}}": words.direction,
    "{{title}}": escaped(words.words.title),
    "{{needs_script}}": escaped(words.words.needs_script),
    "<!-- rt:script -->": `<script>${inline.trim()}</script>`,
  };
  let page = fs.readFileSync(web("one-file.html"), "utf8");
  for (const [mark, text] of Object.entries(marks)) {
    const parted = page.split(mark);
    if (parted.length !== 2) throw new Failure(`web/one-file.html must have ${mark} once`);
    page = parted.join(text);
  }
  return page;
}

/**
 * Writes a folder anew around a wasm module.
 * @param {string} wasm its file
 * @param {{language?: string, content?: string, dist?: string, packed?: boolean}} options language:
 *   makes the one file in it, too; content: folder of model.json and the languages; dist: what is
 *   written; packed: with .br and .gz files
 */
export async function bundle(wasm, options = {}) {
  const { language = "en", content = web("content"), packed = true } = options;
  const dist = options.dist ?? path.join(root, "dist");
  const words = readContent(content);
  const languages = Object.keys(words);
  if (!languages.includes(language))
    throw new Failure(`--language ${language}: there are words for ${languages.join(", ")}`);
  const assets = makeAssets(wasm, content, languages);
  const clinic = await script("esm", "", web("clinic/document.js"));
  fs.rmSync(dist, { recursive: true, force: true });
  fs.mkdirSync(path.join(dist, "parts"), { recursive: true });
  const parts = { ...assets, clinic: { bytes: Buffer.from(clinic), type: "js" } };
  const module = await script("esm", assetsByUrl(parts, dist));
  fs.writeFileSync(path.join(dist, "recovery-timeline.js"), module);
  for (const file of ["index.html", "demo.css"]) fs.copyFileSync(web(file), path.join(dist, file));
  for (const one of new Set(["en", language])) {
    const name = one === "en" ? "recovery-timeline.html" : `recovery-timeline.${one}.html`;
    fs.writeFileSync(path.join(dist, name), await oneFile(assets, one, words[one]));
  }
  if (packed) compress(dist);
}
