// Makes dist/recovery-timeline-wordpress.zip, the plugin for WordPress, out of web/wordpress/ and a
// dist/ that is built: `node .dev/wordpress.mjs`. The same files give the same bytes.
//   widget/         the widget as in dist/, without what is compressed for servers
//     widget.json   what PHP must know of it: its script, its languages with a few words, its treatments
//     short/        the result as plain HTML, a file a language: what stands in the page without script,
//                   where dist/ has it
//     plain/        the same without any figure: for a clinic whose own word differs from ours
//     configurator.js, .css   the form for a clinic's document, in the settings page: it takes the widget
//                   from here (configurator.html has all of it inside once more: too large)
//     clinic.schema.json
//   languages/      translations of the plugin's own words, made of the .po files
//   source/         the readable source of the minified script
import fs from "node:fs";
import path from "node:path";
import { zipSync } from "fflate";
import { pluginConfigurator } from "./configurator.mjs";
import * as gettext from "./gettext.mjs";
import { Failure, main, root } from "./tools.mjs";

const NAME = "recovery-timeline";
/** The newest WordPress that `npm run test:wordpress` has passed in. */
export const TESTED = "7.1";
const EDITOR = `${NAME}-widget-editor-script`; // WordPress' handle of block/index.js
const plugin = path.join(root, "web", "wordpress");
const read = (...names) => fs.readFileSync(path.join(...names), "utf8");
const json = (...names) => JSON.parse(read(...names));

/** Names of all files below a folder that fit, sorted, with "/" between folders. */
const filesIn = (folder, fits = /./) =>
  fs
    .readdirSync(folder, { recursive: true })
    .filter((name) => fs.statSync(path.join(folder, name)).isFile() && fits.test(name))
    .map((name) => name.split(path.sep).join("/"))
    .sort();

/** The words of each language, English first: tag -> JSON. */
function languages(content) {
  const tags = filesIn(content, /^[a-zA-Z-]+\.json$/)
    .map((name) => path.basename(name, ".json"))
    .filter((tag) => tag !== "model");
  tags.sort((a, b) => (b === "en") - (a === "en") || (a < b ? -1 : 1));
  return Object.fromEntries(tags.map((tag) => [tag, json(content, `${tag}.json`)]));
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

/** What is for everybody, whatever a clinic says of its treatments, in the widget's own words. */
function plainShort({ words }) {
  const p = (text) => `<p>${escaped(text)}</p>`;
  const call = ["emergency", "at_once", "24h", "days"].map(
    (when) => `<h4>${escaped(words[`call_${when}`])}</h4>\n${p(words[`call_${when}_signs`])}`,
  );
  return [
    `<noscript>${p(words.needs_script)}</noscript>`,
    p(words.intended_use),
    `<h3>${escaped(words.call_title)}</h3>`,
    p(words.call_note),
    ...call,
  ].join("\n");
}

/** widget.json. */
function about(dist, words) {
  const named = (tag) => {
    const name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
    return name[0].toLocaleUpperCase(tag) + name.slice(1);
  };
  const treatments = (spoken) =>
    Object.fromEntries(Object.entries(spoken.treatments).map(([key, { name }]) => [key, name]));
  const one = ([tag, spoken]) => [
    tag,
    { name: named(tag), direction: spoken.direction, treatments: treatments(spoken) },
  ];
  return {
    script: `${NAME}.js`,
    // Where the script is also built as a module of its own, the one without the "m" is a classic one.
    module: !fs.existsSync(path.join(dist, `${NAME}.mjs`)),
    languages: Object.fromEntries(Object.entries(words).map(one)),
  };
}

/** Files of widget/: name -> bytes or text. */
async function widgetFiles(dist, content) {
  const words = languages(content);
  const files = {
    "widget.json": JSON.stringify(about(dist, words)),
    ...(await pluginConfigurator(Object.keys(words))),
  };
  const parts = new RegExp(`^(${NAME}\\.js|parts/[^/]+\\.(wasm|txt|js))$`);
  for (const name of filesIn(dist, parts)) files[name] = fs.readFileSync(path.join(dist, name));
  for (const [tag, spoken] of Object.entries(words)) {
    const made = path.join(dist, "short", `${tag}.html`);
    if (fs.existsSync(made)) files[`short/${tag}.html`] = read(made);
    files[`plain/${tag}.html`] = plainShort(spoken);
  }
  const schema = path.join(root, "web", "clinic.schema.json");
  if (fs.existsSync(schema)) files["clinic.schema.json"] = JSON.stringify(json(schema));
  return files;
}

/** The plugin's own texts: all of them, and those of the editor's script. */
export function ownTexts(folder = plugin) {
  const php = filesIn(folder, /\.php$/).flatMap((name) => gettext.textsIn(read(folder, name)));
  const script = gettext.textsIn(read(folder, "block", "index.js"));
  const header = / \* Description:\s+(.*)/.exec(read(folder, `${NAME}.php`))[1];
  const plain = [...new Set([header, ...php, ...script])].map((text) => ({ text }));
  const block = gettext.textsOfBlock(json(folder, "block", "block.json"));
  return { all: [...plain, ...block], script: [...new Set(script)] };
}

/** Files of languages/. */
function languageFiles(version) {
  const { all, script } = ownTexts();
  const files = { [`${NAME}.pot`]: gettext.pot(all, version) };
  const wrong = [];
  for (const name of filesIn(path.join(plugin, "languages"), /\.po$/)) {
    const words = gettext.readPo(read(plugin, "languages", name));
    const stem = path.basename(name, ".po");
    wrong.push(...gettext.wrongWords(name, words, all));
    files[name] = read(plugin, "languages", name);
    files[`${stem}.mo`] = gettext.mo(words);
    const locale = stem.slice(NAME.length + 1);
    files[`${stem}-${EDITOR}.json`] = gettext.scriptWords(words, script, locale);
  }
  if (wrong.length) throw new Failure(`web/wordpress/languages:\n  ${wrong.join("\n  ")}`);
  return files;
}

/** Files of source/: the scripts and shaders that the widget's script is bundled of. */
function sourceFiles() {
  const rooms = ["clinic", "configurator", "dom", "element", "export", "render", "wasm"];
  const names = rooms.flatMap((room) =>
    filesIn(path.join(root, "web", room), /\.(js|css)$/).map((name) => `web/${room}/${name}`),
  );
  names.push(...filesIn(path.join(root, "shaders")).map((name) => `shaders/${name}`));
  return Object.fromEntries(names.map((name) => [name, read(root, name)]));
}

/** All files of the plugin, by their names below its folder. */
export async function pluginFiles({ dist, content = path.join(root, "web", "content") }) {
  const { version } = json(root, "package.json");
  const filled = (text) => text.replaceAll("{{version}}", version).replaceAll("{{tested}}", TESTED);
  const own = filesIn(plugin, /\.(php|js|json|txt|css)$/).map((name) => [
    name,
    filled(read(plugin, name)),
  ]);
  const inside = (folder, files) =>
    Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]);
  return Object.fromEntries([
    ...own,
    ["LICENSE", read(root, "LICENSE")],
    ...inside("languages", languageFiles(version)),
    ...inside("widget", await widgetFiles(dist, content)),
    ...inside("source", sourceFiles()),
  ]);
}

/** Writes the zip into a built dist/; returns its file. */
export async function packPlugin({ dist = path.join(root, "dist"), ...options } = {}) {
  if (!fs.existsSync(path.join(dist, `${NAME}.js`)))
    throw new Failure("WordPress plugin: nothing is built yet; npm run build does it");
  const bytes = (text) => (typeof text === "string" ? Buffer.from(text) : text);
  const files = Object.entries(await pluginFiles({ dist, ...options })).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const entries = files.map(([name, text]) => [`${NAME}/${name}`, bytes(text)]);
  const target = path.join(dist, `${NAME}-wordpress.zip`);
  // The oldest date that a zip can tell, in whatever zone it is made.
  const zipped = zipSync(Object.fromEntries(entries), { level: 9, mtime: new Date(1980, 0, 1) });
  fs.writeFileSync(target, zipped);
  return target;
}

await main(import.meta.url, async () => {
  const file = await packPlugin();
  console.log(`${path.relative(root, file)}: ${(fs.statSync(file).size / 1024).toFixed(1)} KB`);
});
