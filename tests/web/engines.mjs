// Three engines behind one face. Each opens a page of tests/web/pages/ or dist/ and answers:
//   evaluate(expression)   JSON of what the expression gives, promises awaited
//   key(name)              a key press, with focus where it is
//   drag(from, to)         the primary button, in CSS px of the window; from = to is a click
//   screenshot()           a PNG of the window
//   described()            the widget's nodes as the engine tells assistive technology, in reading
//                          order, for parity.mjs; null where it cannot be asked
//   behind(ms)             hides the page for so long, behind another tab or minimized
//   close()
import fs from "node:fs";
import path from "node:path";
import { onPath } from "../../.dev/tools.mjs";
import { openScreen, openSession, PATIENCE, started } from "./starting.mjs";

export const WIDTH = 1000;
export const HEIGHT = 900;
const ENVIRONMENT = {
  LIBGL_ALWAYS_SOFTWARE: "1",
  GDK_BACKEND: "x11",
  GDK_SCALE: "1",
  NO_AT_BRIDGE: "1",
  WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
};

const onScreen = (display) => ({
  ...process.env,
  ...ENVIRONMENT,
  ...(display && { DISPLAY: display }),
});
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** Firefox, driven over WebDriver BiDi. `prefs` are about:config entries, `env` more of its environment. */
export const openFirefox = (prefs = {}, env = {}) =>
  started("Firefox", async (later) => {
    const { default: puppeteer } = await import("puppeteer-core");
    const browser = await puppeteer.launch({
      browser: "firefox",
      executablePath: firefox(),
      headless: false,
      timeout: PATIENCE,
      env: { ...onScreen(await openScreen(later)), ...env },
      args: [`--width=${WIDTH}`, `--height=${HEIGHT}`],
      // Given here, an older Firefox may lack what else goes with a size: how the screen is turned.
      defaultViewport: { width: WIDTH, height: HEIGHT },
      extraPrefsFirefox: { "webgl.force-enabled": true, ...prefs },
    });
    later(() => browser.close());
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE);
    return {
      goto: (address) => page.goto(address),
      evaluate: (expression) => page.evaluate(`(async () => (${expression}))()`),
      key: (name) => page.keyboard.press(name),
      async drag([x0, y0], [x1, y1]) {
        await page.mouse.move(x0, y0);
        await page.mouse.down();
        await page.mouse.move(x1, y1, { steps: 5 });
        await page.mouse.up();
      },
      screenshot: async () => Buffer.from(await page.screenshot()),
      described: async () => null,
      behind: (ms) => behindAnother(browser, page, ms),
    };
  });

async function behindAnother(browser, page, ms) {
  const other = await browser.newPage();
  await other.bringToFront();
  await pause(ms);
  await page.bringToFront();
  await other.close();
}

const KEYS = {
  Tab: "\uE004",
  ArrowRight: "\uE014",
  ArrowUp: "\uE013",
  PageUp: "\uE00E",
  Home: "\uE011",
};

/** WebKitGTK's MiniBrowser, driven over W3C WebDriver. It is WebKit, not Safari. */
export const openWebKit = () =>
  started("WebKit", async (later) => {
    const options = { binary: miniBrowser(), args: ["--automation", "--enable-webgl=true"] };
    const session = await openSession(
      onPath("WebKitWebDriver"),
      onScreen(await openScreen(later)),
      { alwaysMatch: { browserName: "MiniBrowser", "webkitgtk:browserOptions": options } },
      later,
    );
    await session("POST", "/timeouts", { script: 60000, pageLoad: 60000 });
    await session("POST", "/window/rect", { width: WIDTH, height: HEIGHT });
    const act = (actions) => session("POST", "/actions", { actions });
    const script = (text) => session("POST", "/execute/sync", { script: text, args: [] });

    return {
      goto: (url) => session("POST", "/url", { url }),
      evaluate: (expression) =>
        session("POST", "/execute/async", {
          script: `const done = arguments[0];
          (async () => (${expression}))().then(done, (error) => done({ failed: String(error) }));`,
          args: [],
        }),
      key: (name) =>
        act([
          {
            type: "key",
            id: "keys",
            actions: ["keyDown", "keyUp"].map((type) => ({ type, value: KEYS[name] ?? name })),
          },
        ]),
      drag([x0, y0], [x1, y1]) {
        const move = (x, y, duration) => ({
          type: "pointerMove",
          x: Math.round(x),
          y: Math.round(y),
          duration,
        });
        const actions = [
          move(x0, y0, 0),
          { type: "pointerDown", button: 0 },
          move((x0 + x1) / 2, y1, 100),
          move(x1, y1, 100),
          { type: "pointerUp", button: 0 },
        ];
        return act([
          { type: "pointer", id: "mouse", parameters: { pointerType: "mouse" }, actions },
        ]);
      },
      screenshot: async () => Buffer.from(await session("GET", "/screenshot"), "base64"),
      async described() {
        const elements = await script("return mirrorElements()");
        const all = [];
        for (const element of elements) {
          const [id] = Object.values(element);
          const role = await session("GET", `/element/${id}/computedrole`);
          const name = await session("GET", `/element/${id}/computedlabel`);
          const words = name || (await session("GET", `/element/${id}/property/textContent`));
          all.push({ role, name, words });
        }
        return all;
      },
      async behind(ms) {
        await session("POST", "/window/minimize", {}); // a tab in front does not hide this one
        await pause(ms);
        await session("POST", "/window/rect", { width: WIDTH, height: HEIGHT });
      },
    };
  });

/** Chromium with a window, so that tabs can be hidden; its accessibility tree over the DevTools protocol. */
export const openChromium = (executablePath, args) =>
  started("Chromium", async (later) => {
    const { default: puppeteer } = await import("puppeteer-core");
    const browser = await puppeteer.launch({
      executablePath,
      headless: false,
      timeout: PATIENCE,
      defaultViewport: { width: WIDTH, height: HEIGHT },
      env: onScreen(onPath("Xvfb") && (await openScreen(later))),
      args: [...args, `--window-size=${WIDTH},${HEIGHT + 100}`],
    });
    later(() => browser.close());
    const [page] = await browser.pages();
    page.setDefaultTimeout(PATIENCE);
    return {
      goto: (address) => page.goto(address),
      evaluate: (expression) => page.evaluate(`(async () => (${expression}))()`),
      key: (name) => page.keyboard.press(name),
      async drag([x0, y0], [x1, y1]) {
        await page.mouse.move(x0, y0);
        await page.mouse.down();
        await page.mouse.move(x1, y1, { steps: 5 });
        await page.mouse.up();
      },
      screenshot: async () => Buffer.from(await page.screenshot()),
      async described() {
        const client = await page.createCDPSession();
        const { nodes } = await client.send("Accessibility.getFullAXTree");
        return flatten(nodes);
      },
      behind: (ms) => behindAnother(browser, page, ms),
    };
  });

// The accessible nodes in reading order; a node's text is that of all static text in it.
function flatten(nodes) {
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const children = ({ childIds = [] }) => childIds.map((id) => byId.get(id)).filter(Boolean);
  const words = (node) =>
    node.role?.value === "StaticText" ? node.name.value : children(node).map(words).join("");
  const property = ({ properties = [] }, name) =>
    properties.find((item) => item.name === name)?.value.value;
  const all = [];
  (function visit(node) {
    if (!node.ignored) {
      const checked = property(node, "checked");
      all.push({
        role: node.role?.value,
        name: node.name?.value ?? "",
        words: words(node),
        content: words(node),
        description: node.description?.value ?? "",
        min: property(node, "valuemin"),
        max: property(node, "valuemax"),
        value: node.value?.value,
        on: checked && checked === "true",
        level: property(node, "level"),
        expanded: property(node, "expanded"),
        selected: property(node, "selected"),
        live: property(node, "live") === "polite",
      });
    }
    // A date field's own parts are the browser's.
    if (!/Date|Time/.test(node.role?.value)) children(node).forEach(visit);
  })(nodes.find(({ parentId }) => !parentId));
  return all;
}

/** Where the engines are; undefined if missing. */
export const firefox = () => (onPath("Xvfb") ? onPath("firefox-esr", "firefox") : undefined);
export function miniBrowser() {
  if (!onPath("Xvfb") || !onPath("WebKitWebDriver")) return undefined;
  const folders = fs.existsSync("/usr/lib") ? fs.readdirSync("/usr/lib") : [];
  return ["webkit2gtk-4.1", "webkit2gtk-4.0"]
    .flatMap((name) => folders.map((folder) => path.join("/usr/lib", folder, name, "MiniBrowser")))
    .find((file) => fs.existsSync(file));
}
