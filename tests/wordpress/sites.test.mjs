// npm run test:wordpress: the plugin in real WordPress, in Chromium: the newest, 6.8 in a sub-directory,
// and 6.1, the oldest that it runs in. Each site is made anew from the distribution's packages;
// RT_WORDPRESS=trixie names a single one.
import assert from "node:assert/strict";
import fs from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { browser as chromiumFile, setup } from "../../.dev/setup.mjs";
import { mo } from "../../.dev/gettext.mjs";
import { Failure, root } from "../../.dev/tools.mjs";
import { packPlugin, TESTED } from "../../.dev/wordpress.mjs";
import { FLAGS, dist, eventually } from "../web/support.mjs";
import { configures } from "./configures.mjs";
import { openSite } from "./site.mjs";
import { folder } from "./tree.mjs";
import * as people from "./visitor.mjs";

const SITES = [
  ["forky", ""],
  ["trixie", "blog"],
  ["bookworm", ""],
];
const CHOSEN = SITES.filter(([suite]) => (process.env.RT_WORDPRESS ?? suite) === suite);
const MAIN = {
  clinic: { name: "Linden & Sons Skin Clinic", short_name: "Linden", phone: "020 7946 0142" },
  presets: [
    { name: "Glow facial", state: { device: "pen", depth_mm: 0.5, passes: 2 } },
    { name: "Scar course", state: { device: "pen", depth_mm: 1.5, passes: 4 } },
  ],
};
const SECOND = { clinic: { name: "Lime Branch", phone: "+44 20 7946 0999" } };

let chrome;
let zip;
let lacking; // what this machine cannot get
before(async () => {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, "log"), "");
  zip = await packPlugin({ dist });
  try {
    await setup("wordpress");
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    lacking = error;
    return;
  }
  chrome = await chromium.launch({ executablePath: chromiumFile(), args: FLAGS });
});
after(() => chrome?.close());

/** The accent that the widget of a frame draws with. */
const accentIn = (frame) =>
  frame.evaluate(() => {
    const { shadowRoot } = document.querySelector("recovery-timeline");
    const stage = shadowRoot.querySelector("[style*='--accent']");
    return stage && getComputedStyle(stage).getPropertyValue("--accent");
  });

/** What a visitor's page tells of its widgets, once they are ready. */
async function visit(site, address) {
  const page = await people.openTab(chrome, site);
  await page.goto(address);
  await people.ready(page);
  const widgets = await page.evaluate(() =>
    [...document.querySelectorAll("recovery-timeline")].map((element) => ({
      lang: element.lang,
      state: element.state,
      accent: getComputedStyle(element).getPropertyValue("--rt-accent").trim(),
      set: element.getAttributeNames().filter((name) => /^(on|lang$|style$|content$)/.test(name)),
      text: element.shadowRoot.textContent,
      short: element.querySelector(".recovery-timeline-short").textContent,
    })),
  );
  const scripts = await page.locator("script[src*='recovery-timeline']").count();
  const { errors, elsewhere, requests } = page;
  await page.context().close();
  return { widgets, scripts, errors, elsewhere, requests };
}

async function administers(t, site) {
  const page = await people.openTab(chrome, site);
  await people.logIn(page, site, "admin");
  site.ownLog();
  await t.test("the zip is installed, activated, and leads to its settings", async () => {
    await people.install(page, site, zip);
    const row = page.locator("[data-slug='recovery-timeline']");
    await row.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "A new document" }).waitFor();
  });
  await t.test("a document with mistakes is refused with places and reasons", async () => {
    const refused = async (text, ...wanted) => {
      await people.saveDocument(page, site, { name: "Main", text });
      const said = await page.getByRole("alert").innerText();
      for (const words of wanted) assert.match(said, words);
      assert.equal(await page.getByLabel("The clinic's document (JSON)").inputValue(), text);
      assert.equal(site.php("var_export(get_option('recovery_timeline_documents'));"), "false");
    };
    await refused('{"clinic": {"name": "Linden",}}', /Line 1, column 30: This is no JSON/);
    await refused('["Linden"]', /The document: It must be an object/);
    await refused('{"clinic": {"name": "<img src=x>"}}', /clinic\.name: A text must not hold HTML/);
    if (!fs.existsSync(path.join(site.plugin, "widget", "clinic.schema.json"))) return;
    await refused('{"clinic": {"phone": "call me"}}', /clinic\.phone: "call me" has not the form/);
    await refused('{"clinik": {}}', /clinik: This name is not known here/);
  });
  await t.test("documents are stored, tried in the widget, and put in order", async () => {
    await people.saveDocument(page, site, { name: "Second", text: JSON.stringify(SECOND) });
    await people.saveDocument(page, site, { name: "Main", text: JSON.stringify(MAIN) });
    await people.openText(page);
    await page.getByRole("button", { name: "Try it" }).click();
    await people.ready(page);
    await page.locator("#recovery-timeline-trial li").first().waitFor();
    const state = await page.evaluate(() => document.querySelector("recovery-timeline").state);
    assert.ok("treatment" in state);
    await page.getByRole("button", { name: "Show Main first" }).click();
    await page.locator(".notice-success").waitFor();
    const stored = JSON.parse(site.php("echo json_encode(recovery_timeline_documents());"));
    assert.deepEqual(Object.keys(stored), ["main", "second"]);
    assert.deepEqual(JSON.parse(stored.main.json), MAIN);
    const autoload =
      "global $wpdb; echo $wpdb->get_var(\"SELECT autoload FROM $wpdb->options WHERE option_name = 'recovery_timeline_documents'\");";
    assert.match(site.php(autoload), /^(no|off)$/);
  });
  await configures(t, page, site, MAIN);
  await t.test("the settings page is accessible", async () => {
    await people.saveDocument(page, site, { name: "Main", text: "{", key: "main" });
    await page.addScriptTag({ path: path.join(root, "node_modules", "axe-core", "axe.min.js") });
    const found = await page.evaluate(async () => {
      const { violations } = await axe.run(".wrap");
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`);
    });
    assert.deepEqual(found, []);
    await people.shoot(page, `settings-${site.version}`);
  });
  await t.test("without the nonce, or as an author, nothing is changed", async () => {
    const post = (browser) =>
      browser.request.post(`${site.url}/wp-admin/options-general.php?page=recovery-timeline`, {
        form: { recovery_timeline_act: "delete", recovery_timeline_key: "main" },
      });
    assert.equal((await post(page.context())).status(), 403);
    const author = await people.openTab(chrome, site);
    await people.logIn(author, site, "author");
    assert.equal((await post(author.context())).status(), 403);
    await author.context().close();
    assert.match(site.php("echo count(recovery_timeline_documents());"), /^2$/);
  });
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

async function writes(t, site) {
  const page = await people.openTab(chrome, site);
  await people.logIn(page, site, "author");
  let post;
  await t.test("an author puts the block into a post and sees the widget", async () => {
    await people.openEditor(page, site, "post-new.php");
    await page.evaluate(() => {
      const block = wp.blocks.createBlock("recovery-timeline/widget");
      wp.data.dispatch("core/block-editor").insertBlocks(block);
      wp.data.dispatch("core/block-editor").selectBlock(block.clientId);
      wp.data.dispatch("core/edit-post").openGeneralSidebar("edit-post/block");
    });
    await people.ready(await people.canvas(page));
    await page.getByLabel("Language", { exact: true }).selectOption("de");
    await page.getByLabel("Treatment shown first").selectOption("scar_course");
    await people.ready(await people.canvas(page));
    const usual = await accentIn(await people.canvas(page));
    await page.evaluate(() => {
      const { getSelectedBlockClientId } = wp.data.select("core/block-editor");
      wp.data
        .dispatch("core/block-editor")
        .updateBlockAttributes(getSelectedBlockClientId(), { accent: "#0a5c36" });
    });
    const frame = await people.canvas(page);
    await people.ready(frame);
    const shown = await frame.evaluate(() => {
      const element = document.querySelector("recovery-timeline");
      const accent = getComputedStyle(element).getPropertyValue("--rt-accent").trim();
      return [element.lang, element.state.treatment, accent, !!element.closest("[inert]")];
    });
    assert.deepEqual(shown, ["de", "scar_course", "#0a5c36", true]);
    await eventually("the preview takes the accent", async () => (await accentIn(frame)) !== usual);
    await people.shoot(page, `editor-${site.version}`);
    post = await people.publish(page, "Block");
  });
  await t.test("the editor opens it again as a valid block with its preview", async () => {
    await people.openEditor(page, site, `post.php?post=${post.id}&action=edit`);
    const frame = await people.canvas(page);
    await people.ready(frame);
    const [block] = await page.evaluate(() =>
      wp.data
        .select("core/block-editor")
        .getBlocks()
        .filter(({ name }) => name === "recovery-timeline/widget")
        .map(({ isValid, attributes }) => ({ isValid, ...attributes })),
    );
    assert.equal(block.isValid, true);
    assert.deepEqual([block.language, block.treatment], ["de", "scar_course"]);
  });
  await t.test("visitors get the widget as the author set it, from this site alone", async () => {
    const { widgets, scripts, errors, elsewhere } = await visit(site, post.link);
    assert.equal(widgets.length, 1);
    const [{ lang, state, accent }] = widgets;
    assert.deepEqual([lang, state.treatment, accent], ["de", "scar_course", "#0a5c36"]);
    assert.equal(scripts, 1);
    assert.deepEqual([errors, elsewhere], [[], []]);
  });
  await t.test("without script the page shows the clinic and the short result", async () => {
    const reader = await people.openTab(chrome, site, { script: false });
    await reader.goto(post.link);
    const short = reader.locator(".recovery-timeline-short");
    assert.equal(await short.getAttribute("lang"), "de");
    assert.ok(await short.isVisible());
    assert.match(await short.innerText(), /Linden & Sons Skin Clinic\s+020 7946 0142/);
    assert.equal(await short.getByRole("link").first().getAttribute("href"), "tel:02079460142");
    assert.ok((await short.innerText()).length > 600);
    await people.shoot(reader, `short-${site.version}`);
    await reader.context().close();
  });
  assert.deepEqual(page.errors, []);
  await page.context().close();
}

/** A post of the author, with the filters that those have who may not write any HTML. */
const post = (site, content) =>
  site
    .php(
      `wp_set_current_user(get_user_by('login', 'author')->ID); kses_init();
echo get_permalink(wp_insert_post(wp_slash(array('post_title' => 'Post', 'post_status' => 'publish', 'post_content' => base64_decode('${Buffer.from(content).toString("base64")}')))));`,
    )
    .trim();

async function reads(t, site) {
  await t.test("block and shortcode on one page, in two languages, load one script", async () => {
    const address = post(
      site,
      `<!-- wp:recovery-timeline/widget {"language":"ar","clinic":"second"} /-->

<!-- wp:shortcode -->[recovery_timeline language="es" treatment="acne_scars" clinic="none" accent="#7a2d42"]<!-- /wp:shortcode -->`,
    );
    const { widgets, scripts, errors, elsewhere } = await visit(site, address);
    assert.deepEqual(
      widgets.map(({ lang }) => lang),
      ["ar", "es"],
    );
    assert.match(widgets[0].short, /Lime Branch/);
    assert.deepEqual([widgets[1].state.treatment, widgets[1].accent], ["acne_scars", "#7a2d42"]);
    assert.doesNotMatch(widgets[1].short, /Lime|Linden/);
    assert.equal(scripts, 1);
    assert.deepEqual([errors, elsewhere], [[], []]);
  });
  await t.test(
    "the plain shortcode speaks the page's language and the first clinic's word",
    async () => {
      const { widgets } = await visit(site, post(site, "[recovery_timeline]"));
      assert.equal(widgets[0].lang, "");
      assert.deepEqual(widgets[0].set, []);
      assert.match(widgets[0].short, /Linden & Sons/);
      assert.notEqual(widgets[0].state.treatment, "acne_scars");
    },
  );
  await t.test("hostile attributes become nothing", async () => {
    const hostile = {
      language: 'de" onload="alert(1)',
      treatment: '"}</script><script>alert(2)</script>',
      accent: "red;background:url(//evil.example/x)",
      clinic: "../../../wp-config",
    };
    const escaped = JSON.stringify(hostile).replace(/[<>&]|--/g, (found) =>
      [...found].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`).join(""),
    );
    const lists = '{"language":["x"],"treatment":{"a":1},"accent":7,"clinic":null}';
    const address = post(
      site,
      `<!-- wp:recovery-timeline/widget ${escaped} /-->

<!-- wp:recovery-timeline/widget ${lists} /-->

[recovery_timeline language='x" onmouseover="alert(3)' accent="#7a2d42;color:red" treatment="<b>" clinic="<script>"]`,
    );
    const { widgets, errors, elsewhere } = await visit(site, address);
    assert.deepEqual(
      widgets.map(({ set }) => set),
      [[], [], []],
    );
    assert.deepEqual([errors, elsewhere], [[], []]);
  });
  await t.test("a document that came past the check harms no page", async () => {
    site.php(
      `recovery_timeline_store(array('worse' => 7, 'bad' => array('name' => 'Bad', 'json' => json_encode(array('clinic' => array('name' => '[recovery_timeline]</script><img src=x onerror=alert(4)>', 'phone' => 'javascript:alert(5)'), 'presets' => 7, 'fields' => array(1))))) + recovery_timeline_documents());`,
    );
    const { widgets, errors } = await visit(
      site,
      post(site, '<!-- wp:recovery-timeline/widget {"clinic":"bad","treatment":"acne_scars"} /-->'),
    );
    assert.equal(widgets.length, 1);
    assert.match(widgets[0].short, /\[recovery_timeline\]<\/script><img src=x/);
    assert.deepEqual(errors, []);
    site.php("$d = recovery_timeline_documents(); unset($d['bad']); recovery_timeline_store($d);");
  });
  await t.test("other pages load nothing of it, a feed reads plainly", async () => {
    const page = await people.openTab(chrome, site);
    await page.goto(post(site, "Nothing here."));
    assert.doesNotMatch(await page.content(), /recovery-timeline/);
    assert.ok(!page.requests.some((address) => address.includes("recovery-timeline")));
    const feed = await (await fetch(`${site.url}/?feed=rss2`)).text();
    assert.match(feed, /recovery-timeline-short/);
    assert.doesNotMatch(feed, /<recovery-timeline|application\/json/);
    await page.context().close();
  });
}

async function speaks(t, site) {
  await t.test("settings and block speak the site's language, of another country too", async () => {
    // As if WordPress' own words of that country were installed: it takes no other language.
    const languages = path.join(site.target, "wp-content", "languages");
    fs.mkdirSync(languages, { recursive: true });
    fs.writeFileSync(path.join(languages, "de_AT.mo"), mo(new Map([["", "Language: de_AT\n"]])));
    site.php("update_option('WPLANG', 'de_AT');");
    const page = await people.openTab(chrome, site);
    await people.logIn(page, site, "admin");
    await page.goto(`${site.url}/wp-admin/options-general.php?page=recovery-timeline`);
    await page.getByRole("button", { name: "Prüfen und speichern" }).waitFor();
    await people.openEditor(page, site, "post-new.php");
    const said = await page.evaluate(() => [
      wp.i18n.__("Treatment shown first", "recovery-timeline"),
      wp.blocks.getBlockType("recovery-timeline/widget").description,
    ]);
    assert.match(said[0], /Behandlung/);
    assert.match(said[1], /Haut/);
    site.php("update_option('WPLANG', '');");
    await page.context().close();
  });
}

for (const [suite, under] of CHOSEN) {
  test(`WordPress of ${suite}${under && `, in /${under}/`}`, async (t) => {
    let site;
    try {
      if (lacking) throw lacking;
      site = await openSite(suite, under);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      return t.skip(`${error.message}: WORDPRESS OF ${suite} IS SKIPPED`);
    }
    t.after(() => site.close());
    t.diagnostic(`WordPress ${site.version}, PHP ${site.php("echo PHP_VERSION;")}`);
    if (suite === SITES[0][0])
      await t.test("the newest WordPress is not older than what readme.txt claims", () => {
        const order = site.version.localeCompare(TESTED, "en", { numeric: true });
        assert.ok(order >= 0, `${site.version}, readme.txt says ${TESTED}`);
      });
    site.plugin = path.join(site.target, "wp-content", "plugins", "recovery-timeline");
    await administers(t, site);
    await writes(t, site);
    await reads(t, site);
    await speaks(t, site);
    await t.test("nothing was written to debug.log", () => assert.deepEqual(site.log(), []));
    await t.test("deleting the plugin takes its option along", () => {
      const file = "recovery-timeline/recovery-timeline.php";
      const left = site.php(`require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';
deactivate_plugins('${file}');
if (true !== delete_plugins(array('${file}'))) echo 'not deleted';
global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options WHERE option_name LIKE '%recovery_timeline%'");`);
      assert.equal(left.trim(), "0");
      assert.ok(!fs.existsSync(site.plugin));
    });
  });
}
