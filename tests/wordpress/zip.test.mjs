// The plugin's zip against what the plugin directory asks, and against what is promised of it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { test } from "node:test";
import { unzipSync } from "fflate";
import * as gettext from "../../.dev/gettext.mjs";
import { onPath, root } from "../../.dev/tools.mjs";
import { ownTexts, packPlugin } from "../../.dev/wordpress.mjs";
import { dist } from "../web/support.mjs";

const NAME = "recovery-timeline";
const zipped = fs.readFileSync(await packPlugin({ dist }));
const files = Object.fromEntries(
  Object.entries(unzipSync(zipped)).map(([name, bytes]) => [name, Buffer.from(bytes)]),
);
const names = Object.keys(files);
const text = (name) => files[`${NAME}/${name}`].toString();
const version = JSON.parse(fs.readFileSync(path.join(root, "package.json"))).version;

/** What the directory's reviewers refuse in a plugin's header and readme.txt, a line each. */
function wrongAbout(header, readme) {
  const field = (file, name) => new RegExp(`^[ *]*${name}: +(.+?) *$`, "m").exec(file)?.[1];
  const short = readme.split("\n\n")[1] ?? "";
  const needed = ["Plugin Name", "Description", "Version", "Requires at least", "Requires PHP"];
  needed.push("Author", "License", "License URI", "Text Domain");
  const told = ["Contributors", "Tags", "Requires at least", "Tested up to", "Requires PHP"];
  told.push("Stable tag", "License", "License URI");
  const same = (one, other = one) => field(header, one) === field(readme, other);
  return [
    ...needed.filter((name) => !field(header, name)).map((name) => `header: no ${name}`),
    ...told.filter((name) => !field(readme, name)).map((name) => `readme.txt: no ${name}`),
    ...["License", "License URI", "Requires at least", "Requires PHP"]
      .filter((name) => !same(name))
      .map((name) => `${name} differs`),
    ...(same("Version", "Stable tag") ? [] : ["Version is not the Stable tag"]),
    ...(field(header, "Text Domain") === NAME ? [] : ["Text Domain is not the folder"]),
    ...(/^\d+\.\d+$/.test(field(readme, "Tested up to")) ? [] : ["Tested up to is no release"]),
    ...((field(readme, "Tags") ?? "").split(",").length <= 5 ? [] : ["more than 5 tags"]),
    ...(short.length > 0 && short.length <= 150 ? [] : ["short description over 150 characters"]),
    ...(readme.startsWith(`=== ${field(header, "Plugin Name")} ===\n`) ? [] : ["other names"]),
    ...["Description", "Installation", "Changelog"]
      .filter((name) => !readme.includes(`\n== ${name} ==\n`))
      .map((name) => `readme.txt: no == ${name} ==`),
    ...(/\{\{|\}\}/.test(header + readme) ? ["a mark was not filled in"] : []),
  ];
}

test("header and readme.txt satisfy the directory", () => {
  const [header, readme] = [text(`${NAME}.php`), text("readme.txt")];
  assert.deepEqual(wrongAbout(header, readme), []);
  const spoiled = [
    [header.replace("MIT", "GPL"), readme],
    [header, readme.replace(`Stable tag: ${version}`, "Stable tag: trunk")],
    [header, readme.replace("Tags: ", "Tags: one, ")],
    [header, readme.replace("Shows visitors", "Shows visitors all that there is ".repeat(4))],
    [header.replace("Text Domain:       ", "Text Domain: x"), readme],
  ];
  for (const pair of spoiled) assert.equal(wrongAbout(...pair).length, 1);
  assert.match(header, new RegExp(`Version: +${version.replaceAll(".", "\\.")}\n`));
  assert.match(readme, /source\/`/);
  assert.ok(names.some((name) => name.startsWith(`${NAME}/source/web/element/`)));
});

test("the zip holds one folder, nothing packed or hidden, and at most 900 KB", () => {
  assert.ok(zipped.length <= 900 * 1024, `${zipped.length} bytes`);
  for (const name of names) {
    assert.ok(name.startsWith(`${NAME}/`), name);
    assert.doesNotMatch(name, /\/\.|\.(zip|gz|br|tar|phar|exe|sh)$|[^\w./-]/, name);
  }
  for (const name of [`${NAME}.js`, "widget.json", "plain/en.html", "plain/ar.html"])
    assert.ok(files[`${NAME}/widget/${name}`], name);
  assert.ok(names.some((name) => /\/widget\/parts\/.*\.wasm$/.test(name)));
  assert.ok(files[`${NAME}/LICENSE`]);
});

test("the same files make the same zip, in another zone too", () => {
  const zones = ["Pacific/Kiritimati", "America/Los_Angeles"].map((TZ) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rt-zip-"));
    fs.cpSync(dist, folder, { recursive: true });
    const code = `import { packPlugin } from "./.dev/wordpress.mjs"; await packPlugin({ dist: ${JSON.stringify(folder)} });`;
    const words = ["--input-type=module", "-e", code, "test"];
    const { status, stderr } = spawnSync(process.execPath, words, {
      cwd: root,
      env: { ...process.env, TZ },
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    const made = fs.readFileSync(path.join(folder, `${NAME}-wordpress.zip`));
    fs.rmSync(folder, { recursive: true });
    return made;
  });
  for (const made of zones) assert.ok(made.equals(zipped));
});

/** What is wrong with a PHP file of a plugin, a line each. */
function wrongPhp(name, source) {
  const guarded = /defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/.test(source);
  const own = [...source.matchAll(/^(?:final )?(?:function|class|const|trait) &?(\w+)/gm)];
  return [
    ...(guarded ? [] : [`${name}: can be called alone`]),
    ...own
      .filter(([, given]) => !/^recovery_timeline_/i.test(given))
      .map(([, given]) => `${name}: ${given} has no prefix`),
    ...(/\b(eval|base64_decode|curl_\w+|wp_remote_\w+|create_function)\(/.test(source)
      ? [`${name}: calls what it must not`]
      : []),
  ];
}

test("PHP files cannot be called alone, prefix their names and call nobody", () => {
  assert.equal(wrongPhp("a", "function load() {}\neval( $x );").length, 3);
  const php = names.filter((name) => name.endsWith(".php"));
  assert.ok(php.length >= 8);
  assert.deepEqual(
    php.flatMap((name) => wrongPhp(name, files[name].toString())),
    [],
  );
});

test("nothing is loaded from another server", () => {
  const loads =
    /(?:src|href|import|url|fetch|from)\s*[=(:]?\s*\(?["'`]?(https?:)?\/\/(?!www\.w3\.org)/i;
  assert.match('<script src="https://cdn.example/x.js">', loads);
  for (const name of names.filter((name) => /\.(php|js|html|css)$/.test(name)))
    assert.doesNotMatch(files[name].toString(), loads, name);
});

test("PHP understands every file", (t) => {
  const php = onPath("php");
  if (!php) return t.skip("PHP is not installed here: php -l is SKIPPED");
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "rt-php-"));
  for (const name of names.filter((name) => name.endsWith(".php"))) {
    const file = path.join(folder, name.replaceAll("/", "_"));
    fs.writeFileSync(file, files[name]);
    const { status, stdout } = spawnSync(php, ["-l", file], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  }
  fs.rmSync(folder, { recursive: true });
});

test("every text of the plugin is translated into five languages", () => {
  const { all, script } = ownTexts();
  assert.ok(all.length > 40 && script.length > 8);
  for (const locale of ["de_DE", "es_ES", "fr_FR", "pt_BR", "ar"]) {
    const words = gettext.readPo(text(`languages/${NAME}-${locale}.po`));
    assert.deepEqual(gettext.wrongWords(locale, words, all), []);
    assert.match(words.get(""), new RegExp(`Language: ${locale}\n`));
    const json = JSON.parse(text(`languages/${NAME}-${locale}-${NAME}-widget-editor-script.json`));
    assert.deepEqual(Object.keys(json.locale_data.messages), ["", ...script]);
  }
  const pot = gettext.readPo(text(`languages/${NAME}.pot`));
  assert.deepEqual([...pot.keys()].slice(1), all.map(gettext.idOf));
});

test("a translation that is missing, not used, or has other marks is named", () => {
  const texts = [{ text: "Edit %s" }, { text: "Name" }, { context: "block title", text: "Name" }];
  const words = gettext.readPo('msgid "Edit %s"\nmsgstr "Los"\n\nmsgid "Old"\nmsgstr "Alt"\n');
  assert.deepEqual(gettext.wrongWords("de", words, texts), [
    'de: "Name" is missing',
    'de: "block title: Name" is missing',
    'de: "Old" is not used',
    'de: "Edit %s" has other marks',
  ]);
  const found = gettext.textsIn(
    `__( 'It\\'s', 'recovery-timeline' ); esc_html__( "a \\"b\\"", 'recovery-timeline' ); __( 'x', 'other' );`,
  );
  assert.deepEqual(found, ["It's", 'a "b"']);
});

test("another reader of .mo finds each text", (t) => {
  const msgunfmt = onPath("msgunfmt");
  if (!msgunfmt) return t.skip("gettext is not installed here: reading .mo is SKIPPED");
  const file = path.join(os.tmpdir(), `rt-${process.pid}.mo`);
  fs.writeFileSync(file, files[`${NAME}/languages/${NAME}-fr_FR.mo`]);
  const { status, stdout, stderr } = spawnSync(msgunfmt, [file], { encoding: "utf8" });
  fs.rmSync(file);
  assert.equal(status, 0, stderr);
  const words = gettext.readPo(text(`languages/${NAME}-fr_FR.po`));
  assert.deepEqual(new Map([...gettext.readPo(stdout)].sort()), new Map([...words].sort()));
});
