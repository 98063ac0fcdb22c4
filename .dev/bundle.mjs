// Makes dist/ out of web/, shaders/ and the optimized wasm module:
//   recovery-timeline.js     a small classic script with a stable name: defines the element, shows the short
//                            result, loads parts/<name>.<hash>.<type>, of which clinic is a script that
//                            comes with a clinic's document only
//   recovery-timeline.mjs    the same as a module for bundlers, with literal addresses
//   frame.html               a page for frames, and recovery-timeline-host.js for the page around it
//   *.d.ts, custom-elements.json   types for the npm package
//   short/<language>.html    the short result, to stand in a page
//   index.html               the demo page
//   recovery-timeline.html   one file with everything inside, for file:// and memory sticks; in
//                            another language: recovery-timeline.<language>.html (--language)
//   configurator.html        the form for a clinic's document, with the widget inside (configurator.mjs)
// and a .br and .gz beside each. model.json and the words are checked and packed by the program
// recovery-pack, the short results are made by recovery-baseline. Web code sees virtual modules:
//   rt:parts    where the parts are: files = { main, clinic, wasm, model, "words/<language>", "short/<language>" }
//               (names, beside the script), or urls (literal), or bytes(name) in the one file;
//               languages, hashes, release; script(name, address) -> the module main or clinic; the one
//               file has no clinic (web/clinic/document.js) where no document is inside: null
//   rt:short    english = the short result that the script carries, css = its style sheet
//   rt:shaders  each file of shaders/ as a string, its name with "_" for "." and "-"
//   rt:abi      the border's enums and structs, made from the C++ headers (abi.mjs)
// web/modules.d.ts tells their types.
import { createHash } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import zlib from "node:zlib";
import { abiModule } from "./abi.mjs";
import { configurator } from "./configurator.mjs";
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

/** The short result of each language, the clinic's own if there is one: language -> HTML. */
function makeShort(content, languages, clinic) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rt-short-"));
  const files = ["model", ...languages].map((name) => path.join(content, `${name}.json`));
  const program = path.join(root, "build/wasm-release/recovery-baseline.cjs");
  try {
    run(process.execPath, program, folder, clinic ?? "", ...files);
    const read = (name) => fs.readFileSync(path.join(folder, `${name}.html`), "utf8");
    return Object.fromEntries(languages.map((language) => [language, read(language)]));
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

/** What the entry shows of a language: its few words, a line break, the short result. */
function shortText(short, language) {
  const file = web(`content/loading/${language}.json`);
  const name = fs.existsSync(file) ? file : web("content/loading/en.json");
  return `${JSON.stringify(JSON.parse(fs.readFileSync(name, "utf8")))}\n${short[language].replaceAll(">\n<", "><")}`;
}
const shortStyle = () => minifyStyle(fs.readFileSync(web("short.css"), "utf8"));
// Without what only a clinic's own short result needs.
const plainShortStyle = () =>
  minifyStyle(fs.readFileSync(web("short.css"), "utf8").split("/* a clinic's own")[0]);
const shortModule = (text, style) => `
export const english = ${JSON.stringify(text)};
export const css = ${JSON.stringify(style)};`;

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

/** A style sheet without comments and needless white space. */
export const minifyStyle = (style) =>
  style
    .replace(/\/\*.*?\*\//gs, "")
    .replace(/\s+/g, " ")
    .replace(/ ?([{};]) ?/g, "$1")
    .replace(/([,:]) /g, "$1")
    .replace(/;}/g, "}")
    .replace(/(?<=[:, ])0\./g, ".");

// A root font size of a page's own making ("62.5 %") must not make the widget's text small.
const ownRem = (style) =>
  style.replace(/@container[^{]*|(-?[\d.]+)rem/g, (all, n) =>
    n ? (n === "1" ? "var(--rem,1rem)" : `calc(var(--rem,1rem)*${n})`) : all,
  );

/** A script with its style sheets made small; `scaled`: with rem of the widget's own text size. */
export const minifyStyles = (source, scaled = false) =>
  source.replace(/`[^`]*`/g, (style) => minifyStyle(scaled ? ownRem(style) : style));
function shaderModule() {
  const folder = path.join(root, "shaders");
  const files = fs.existsSync(folder) ? fs.readdirSync(folder) : [];
  const shaders = files.filter((file) => /\.(glsl|frag|vert)$/.test(file));
  return shaders
    .map((file) => [file.replace(/[.-]/g, "_"), fs.readFileSync(path.join(folder, file), "utf8")])
    .map(([name, text]) => `export const ${name} = ${JSON.stringify(minifyShader(text))};\n`)
    .join("");
}

// A file beside the script; its name carries its hash, so that it may be cached for ever.
function writePart(dist, stem, type, bytes) {
  const hash = createHash("sha256").update(bytes).digest("hex").slice(0, 8);
  const file = `${stem}.${hash}.${type}`;
  fs.writeFileSync(path.join(dist, "parts", file), bytes);
  return file;
}
/** What a fetch may ask of a file's bytes. */
const integrityOf = (bytes) => `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

/** Writes all parts: { files: name -> file, checks: integrity of the file that has those of all }. */
async function writeParts(assets, dist) {
  const made = async (entry) => ({
    bytes: Buffer.from(await script("esm", entry, {})),
    type: "js",
  });
  const main = await made("element/main.js"),
    clinic = await made("clinic/document.js");
  const all = { main, clinic, ...assets };
  const files = {};
  const hashes = {};
  for (const [name, { bytes, type }] of Object.entries(all)) {
    const stem = name === "wasm" ? "recovery-timeline" : name.replace(SPOKEN, "").replace("/", ".");
    files[name] = writePart(dist, stem, type, bytes);
    hashes[name] = integrityOf(bytes);
  }
  const list = Buffer.from(JSON.stringify(hashes));
  files.hashes = writePart(dist, "hashes", "txt", list);
  return { files, checks: integrityOf(list) };
}

/** rt:parts for the script beside its parts. */
const partsByName = ({ files, checks }, languages) => `
export const languages = ${JSON.stringify(languages)};
export const files = ${JSON.stringify(files)};
export const checks = ${JSON.stringify(checks)};
export const release = ${JSON.stringify(files.main.split(".")[1])};
export const urls = null;
export const bytes = null;
export const script = (name, address) => import(address);`;

/** rt:parts for bundlers, which follow nothing but literals. */
function partsByLiteral({ files }, languages) {
  const { main, clinic, hashes: _, ...others } = files;
  const urls = Object.entries(others).map(
    ([name, file]) =>
      `  ${JSON.stringify(name)}: new URL("./parts/${file}", import.meta.url).href,\n`,
  );
  return `
export const languages = ${JSON.stringify(languages)};
export const files = null;
export const checks = "";
export const release = ${JSON.stringify(main.split(".")[1])};
export const urls = {\n${urls.join("")}};
export const bytes = null;
export const script = (name) =>
  name === "main" ? import("./parts/${main}") : import("./parts/${clinic}");`;
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

/** The parts as text: name -> [bytes when zipped, text]. */
const packedParts = (assets) =>
  Object.fromEntries(
    Object.entries(assets).map(([name, { bytes }]) => {
      const zipped = zlib.gzipSync(bytes, { level: 9 });
      return [name, [zipped.length, inBase85(zipped)]];
    }),
  );

/** rt:parts for the one file: gzip in base 85; unpacked by the browser, or by fflate in old ones. */
function partsInline(withClinic) {
  const module = (file) => JSON.stringify(web(file));
  return `import { gunzipSync } from "fflate";
import * as main from ${module("element/main.js")};
${withClinic ? `import * as clinic from ${module("clinic/document.js")};` : ""}
const packed = rtPacked;
export const languages = Object.keys(packed).flatMap((name) => name.split("${SPOKEN}")[1] ?? []);
export const files = null;
export const checks = "";
export const release = "";
export const urls = null;
export const script = async (name) => (name === "main" ? main : ${withClinic ? "clinic" : "null"});
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

/** One minified script of web/ and all that it imports; `own` are further virtual modules. */
async function script(format, entry, own) {
  const esbuild = await import("esbuild");
  const modules = { "rt:shaders": shaderModule(), "rt:abi": abiModule(), ...own };
  const virtual = {
    name: "virtual modules",
    setup(plugin) {
      // The one file has nothing to wait for.
      if ("rt:inline" in own)
        plugin.onResolve({ filter: /\/loading\.js$/ }, () => ({
          path: web("element/loading_inline.js"),
        }));
      plugin.onResolve({ filter: /^rt:/ }, ({ path }) => ({ path, namespace: "rt" }));
      plugin.onLoad({ filter: STYLED }, ({ path }) => ({
        contents: minifyStyles(
          fs.readFileSync(path, "utf8"),
          /(text_mode|\/style)\.js$/.test(path),
        ),
      }));
      plugin.onLoad({ filter: /.*/, namespace: "rt" }, ({ path }) => ({
        contents: modules[path],
        resolveDir: root,
      }));
    },
  };
  const result = await esbuild.build({
    entryPoints: [web(entry)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: ["es2022"],
    charset: "ascii", // whatever charset a server or a page names
    external: ["./parts/*"],
    legalComments: "none",
    plugins: [virtual],
    logLevel: "error",
  });
  const { minify } = await import("terser");
  const { code } = await minify(result.outputFiles[0].text, {
    ecma: 2022,
    module: format === "esm",
    compress: { passes: 3 },
    format: { comments: false, ascii_only: true },
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

// JSON that may stand in a script of a page.
const inPage = (json) => json.trim().replace(/</g, "\\u003c");

/**
 * The script of the one file, for whichever parts and language, which it knows as rtPacked and rtLoading;
 * `withClinic`: for a page with a document inside.
 */
const inlineScript = (withClinic) =>
  script("iife", "element/recovery-timeline.js", {
    "rt:inline": "",
    "rt:parts": partsInline(withClinic),
    // The result itself stands in the page, where it is read without script, too.
    "rt:short": "export const english = rtLoading, css = '';",
  });

/** The one offline file, in one language; `clinic`: text of the clinic's document, or "". */
async function oneFile(assets, short, language, words, clinic) {
  const { wasm, model, [SPOKEN + language]: spoken } = assets;
  const parts = packedParts({ wasm, model, [SPOKEN + language]: spoken });
  const given = [parts, shortText({ [language]: "" }, language)].map((one) => JSON.stringify(one));
  const inline = `((rtPacked,rtLoading)=>{${(await inlineScript(clinic !== "")).trim()}})(${given})`;
  const json = clinic && `<script type="application/json">${inPage(clinic)}</script>`;
  const marks = {
    "{{language}}": language,
    "{{direction}}": words.direction,
    "{{title}}": escaped(words.words.title),
    "{{needs_script}}": escaped(words.words.needs_script),
    "/* rt:style */": shortStyle(),
    "<!-- rt:short -->": json + short[language].trim(),
    "<!-- rt:script -->": `<script>${inline}</script>`,
  };
  let page = fs.readFileSync(web("one-file.html"), "utf8");
  for (const [mark, text] of Object.entries(marks)) {
    const parted = page.split(mark);
    if (parted.length !== 2) throw new Failure(`web/one-file.html must have ${mark} once`);
    page = parted.join(text);
  }
  return page;
}

/** The same in parts, for the configurator, which puts it together in any language. */
const oneFileParts = async (assets, words) => ({
  page: fs.readFileSync(web("one-file.html"), "utf8").replace("/* rt:style */", shortStyle),
  code: (await inlineScript(true)).trim(),
  packed: packedParts(assets),
  spoken: Object.fromEntries(
    Object.entries(words).map(([language, { direction, words: said }]) => [
      language,
      {
        direction,
        title: said.title,
        needs_script: said.needs_script,
        loading: shortText({ [language]: "" }, language),
      },
    ]),
  ),
});

/** The clinic's document as text; it is read and checked by recovery-baseline. */
function readClinic(file) {
  if (!file) return "";
  try {
    const text = fs.readFileSync(file, "utf8");
    JSON.parse(text);
    return text;
  } catch (error) {
    throw new Failure(`--clinic ${file}: ${error.message}`);
  }
}

/** The scripts and all that they load. */
async function writeScripts(dist, assets, short, languages) {
  const others = languages.filter((language) => language !== "en");
  const spoken = others.map((language) => {
    return [`short/${language}`, { bytes: Buffer.from(shortText(short, language)), type: "txt" }];
  });
  const parts = await writeParts({ ...assets, ...Object.fromEntries(spoken) }, dist);
  const inEnglish = { "rt:short": shortModule(shortText(short, "en"), plainShortStyle()) };
  const entry = (format, modules) =>
    script(format, "element/recovery-timeline.js", { ...inEnglish, "rt:parts": modules });
  const classic = await entry("iife", partsByName(parts, languages));
  fs.writeFileSync(path.join(dist, "recovery-timeline.js"), classic);
  const module = await entry("esm", partsByLiteral(parts, languages));
  fs.writeFileSync(path.join(dist, "recovery-timeline.mjs"), module);
}

/**
 * Writes a folder anew around a wasm module.
 * @param {string} wasm its file
 * @param {{language?: string, content?: string, clinic?: string, dist?: string, packed?: boolean}} options
 *   language: makes the one file in it, too; content: folder of model.json and the languages; clinic:
 *   file that the one file and the short results carry; dist: what is written; packed: with .br and .gz
 */
export async function bundle(wasm, options = {}) {
  const { language = "en", content = web("content"), packed = true } = options;
  const dist = options.dist ?? path.join(root, "dist");
  const words = readContent(content);
  const languages = Object.keys(words);
  if (!languages.includes(language))
    throw new Failure(`--language ${language}: there are words for ${languages.join(", ")}`);
  const clinic = readClinic(options.clinic);
  const assets = makeAssets(wasm, content, languages);
  const short = makeShort(content, languages, undefined);
  const own = clinic ? makeShort(content, languages, options.clinic) : short;
  fs.rmSync(dist, { recursive: true, force: true });
  for (const folder of ["parts", "short"])
    fs.mkdirSync(path.join(dist, folder), { recursive: true });
  await writeScripts(dist, assets, short, languages);
  for (const file of ["index.html", "demo.css"]) fs.copyFileSync(web(file), path.join(dist, file));
  for (const folder of ["frame", "npm"]) fs.cpSync(web(folder), dist, { recursive: true });
  fs.writeFileSync(path.join(dist, "jsx.js"), "// Types only: jsx.d.ts.\n");
  const { transform } = await import("esbuild");
  for (const name of ["frame.js", "recovery-timeline-host.js"]) {
    const file = path.join(dist, name);
    const { code } = await transform(fs.readFileSync(file, "utf8"), {
      minify: true,
      format: "iife",
    });
    fs.writeFileSync(file, code);
  }
  const style = fs.readFileSync(web("short.css"), "utf8");
  for (const one of languages)
    fs.writeFileSync(
      path.join(dist, "short", `${one}.html`),
      `<style>\n${style}</style>\n${own[one]}`,
    );
  for (const one of new Set(["en", language])) {
    const name = one === "en" ? "recovery-timeline.html" : `recovery-timeline.${one}.html`;
    fs.writeFileSync(path.join(dist, name), await oneFile(assets, own, one, words[one], clinic));
  }
  if (!options.dist) {
    const entry = fs.readFileSync(path.join(dist, "recovery-timeline.js"));
    const release = { integrity: integrityOf(entry) };
    const page = await configurator(await oneFileParts(assets, words), release);
    fs.writeFileSync(path.join(dist, "configurator.html"), page);
  }
  if (packed) compress(dist);
}
