// Makes dist/configurator.html out of web/configurator: one file with the form, its words, the schema of
// the clinic's document and the whole widget, so that it works from a folder on the assistant's computer.
import fs from "node:fs";
import path from "node:path";
import { Failure, root } from "./tools.mjs";

const web = (file) => path.join(root, "web", file);
const json = (file) => JSON.parse(fs.readFileSync(web(file), "utf8"));
const exporting = (values) =>
  Object.entries(values)
    .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`)
    .join("");

const CATEGORIES = ["skin", "heat", "medicine", "hair", "out"];

/** What the form shows of our own: rows of advice, treatments, names of settings, by language. */
function facts(languages, release) {
  const model = json("content/model.json");
  const words = Object.fromEntries(languages.map((tag) => [tag, json(`content/${tag}.json`)]));
  const each = (pick) => Object.fromEntries(languages.map((tag) => [tag, pick(words[tag])]));
  const editable = json("clinic.schema.json").$defs.words.propertyNames.enum;
  const named = ({ label, options = {} }) => ({
    label,
    options: Object.fromEntries(
      Object.entries(options).map(([key, option]) => [key, option.label ?? option]),
    ),
  });
  return exporting({
    release,
    rows: Object.entries(model.advice).map(([key, { part, hours, min_h, max_h }]) => {
      // A row's hours may be those of a parameter, with its range.
      const shared = typeof hours === "string" ? model.parameters[hours] : null;
      if (shared) return { key, part, hours: shared.value, min_h: shared.min, max_h: shared.max };
      return { key, part, hours, min_h, max_h };
    }),
    treatments: model.treatments.map(({ key, state }) => ({ key, state })),
    direction: each(({ direction }) => direction),
    fieldNames: each(({ fields }) =>
      Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, named(field)])),
    ),
    // What a setting can be, in words: "rf", "cheeks", "skin".
    optionNames: each(({ fields, words: all }) => ({
      ...Object.assign({}, ...Object.values(fields).map((field) => named(field).options)),
      ...Object.fromEntries(CATEGORIES.map((key) => [key, all[`care_${key}`]])),
    })),
    ask: {
      advice: each(({ advice }) =>
        Object.fromEntries(Object.entries(advice).map(([key, { ask }]) => [key, ask])),
      ),
      treatments: each(({ treatments }) => treatments),
      words: each(({ words: all }) =>
        Object.fromEntries(editable.map((key) => [key, all[key] ?? ""])),
      ),
    },
  });
}

// The form has no use for them, and they are half of it.
const withoutExamples = (schema) =>
  JSON.parse(JSON.stringify(schema), function (key, value) {
    return key === "examples" && Array.isArray(value) ? undefined : value;
  });

/** The validator of the schema, as code: it makes none at run time, which a strict policy would refuse. */
async function validator() {
  const { default: Ajv } = await import("ajv/dist/2020.js");
  const { default: standalone } = await import("ajv/dist/standalone/index.js");
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    messages: false,
    code: { source: true, esm: true },
  });
  return standalone(ajv, ajv.compile(withoutExamples(json("clinic.schema.json"))));
}

/** The form's words in all languages; each has those that English has. */
function ownWords(languages) {
  const words = Object.fromEntries(
    languages.map((tag) => [tag, json(`configurator/words/${tag}.json`)]),
  );
  for (const [tag, own] of Object.entries(words)) {
    const missing = Object.keys(words.en).filter((key) => !(key in own));
    const extra = Object.keys(own).filter((key) => !(key in words.en));
    if (missing.length || extra.length)
      throw new Failure(`web/configurator/words/${tag}.json: ${[...missing, ...extra].join(", ")}`);
  }
  return words;
}

/**
 * Script and style sheet.
 * @param {string} home script of web/configurator: where it lives
 * @param {string[]} languages @param {object} release @param {Record<string, string>} more modules
 */
async function bundled(home, languages, release, more = {}) {
  const esbuild = await import("esbuild");
  const modules = {
    "rt:clinic-schema": `export default ${JSON.stringify(withoutExamples(json("clinic.schema.json")))};`,
    "rt:clinic-validator": await validator(),
    "rt:configurator-words": exporting({ words: ownWords(languages) }),
    "rt:configurator-facts": facts(languages, release),
    ...more,
  };
  const virtual = {
    name: "virtual modules",
    setup(plugin) {
      plugin.onResolve({ filter: /^rt:home$/ }, () => ({ path: web(`configurator/${home}`) }));
      plugin.onResolve({ filter: /^rt:/ }, ({ path: name }) => ({ path: name, namespace: "rt" }));
      plugin.onLoad({ filter: /.*/, namespace: "rt" }, ({ path: name }) => ({
        contents: modules[name],
        resolveDir: root,
      }));
    },
  };
  const options = {
    bundle: true,
    minify: true,
    write: false,
    target: ["es2022"],
    charset: "utf8",
    legalComments: "none",
    logLevel: "error",
  };
  const code = await esbuild.build({
    ...options,
    entryPoints: [web("configurator/main.js")],
    format: "iife",
    plugins: [virtual],
  });
  const style = await esbuild.build({ ...options, entryPoints: [web("configurator/style.css")] });
  return { code: code.outputFiles[0].text, style: style.outputFiles[0].text };
}

/**
 * The page's HTML.
 * @param {{page: string, code: string, packed: object, spoken: object}} oneFile parts of the one file, see bundle.mjs
 * @param {{integrity?: string}} release of the script that the lines for a page name
 */
export async function configurator(oneFile, release) {
  const languages = Object.keys(oneFile.spoken);
  const more = { "rt:one-file": exporting(oneFile) };
  const { code, style } = await bundled("home_file.js", languages, release, more);
  const script = code.replaceAll("</script", "<\\/script").replaceAll("<!--", "<\\!--");
  const page = fs.readFileSync(web("configurator/page.html"), "utf8");
  return page
    .replace("<!-- rt:style -->", () => `<style>${style.trim()}</style>`)
    .replace("<!-- rt:script -->", () => `<script type="module">${script.trim()}</script>`);
}

/** The same for the settings page of the plugin, which has the widget already. @param {string[]} languages */
export async function pluginConfigurator(languages) {
  const { code, style } = await bundled("home_plugin.js", languages, {});
  return { "configurator.js": code, "configurator.css": style };
}
