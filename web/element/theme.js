// What the page wants the widget to look like, as a ThemeInput of src/platform/abi.h.
//
// One invisible probe carries the page's properties as its own colors, so that the browser resolves
// any way of writing them. A change is noticed without looking: the probe has a transition (the
// browser reports its end), and its size follows the font and the size of the text.

/** @typedef {import("rt:abi").ThemeInput} ThemeInput */

// Color of the theme -> property of the probe (style.js) that carries the page's "--rt-" property.
const CARRIERS = /** @type {const} */ ({
  accent: "borderTopColor",
  background: "borderRightColor",
  surface: "borderBottomColor",
  text: "borderLeftColor",
});
const NAMES = /** @type {(keyof typeof CARRIERS)[]} */ (Object.keys(CARRIERS));
const UNSET = [0, 0, 0, 0];

// "rgb(1, 2, 3)", "rgba(1, 2, 3, 0.5)" or "color(srgb 0.1 0.2 0.3 / 0.5)" -> [r, g, b, a], 0..1
/** @param {string} text */
export function parseColor(text) {
  const [r, g, b, a = 1] = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? UNSET).map(Number);
  const scale = text.startsWith("rgb") ? 255 : 1;
  return [r, g, b].map((part) => Math.min(1, Math.max(0, part / scale))).concat(a);
}

/** @param {number[]} color */
const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/**
 * Calls `changed` after whatever may alter the theme; the visitor's own settings.
 * @param {Window & typeof globalThis} window
 * @param {HTMLElement} probe
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
function watch(window, probe, changed, signal) {
  /** @param {string} text */
  const query = (text) => {
    const list = window.matchMedia(text);
    list.addEventListener("change", changed, { signal });
    return list;
  };
  probe.addEventListener("transitionend", changed, { signal });
  const observer = window.ResizeObserver && new window.ResizeObserver(changed);
  observer?.observe(probe);
  signal.addEventListener("abort", () => observer?.disconnect());
  return {
    forced: query("(forced-colors: active)"),
    calm: query("(prefers-reduced-motion: reduce)"),
  };
}

/**
 * @param {HTMLElement} probe the element of class "probe" in the shadow root
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function openTheme(probe, changed, signal) {
  const window = probe.ownerDocument.defaultView ?? self;
  const { forced, calm } = watch(window, probe, changed, signal);

  /** @type {Record<string, string>} property -> what the page says, as it is written */
  let given = {};
  let before = ""; // what changed() found last
  /** @param {string} text */
  const isColor = (text) => window.CSS.supports("color", text);
  const noColors = () =>
    Object.keys(given).filter((name) => !forced.matches && given[name] && !isColor(given[name]));

  /** @returns {ThemeInput} */
  function read() {
    const style = window.getComputedStyle(probe);
    /** @param {string} name */
    const set = (name) => style.getPropertyValue("--rt-" + name).trim();
    given = Object.fromEntries(NAMES.map((name) => ["--rt-" + name, set(name)]));
    const [accent, background, surface, text] = NAMES.map((name) =>
      forced.matches || isColor(given["--rt-" + name]) ? parseColor(style[CARRIERS[name]]) : UNSET,
    );
    // A page whose text is light is a dark page, whichever way it became one.
    const dark = background[3]
      ? luminance(background) < 0.4
      : luminance(text[3] ? text : parseColor(style.color)) > 0.5;
    return {
      dark: +dark,
      forcedColors: +forced.matches,
      reducedMotion: +calm.matches,
      textScale: parseFloat(style.fontSize) / 16,
      radius: set("radius") ? parseFloat(style.borderTopLeftRadius) || 0 : -1,
      ...{ accent, background, surface, text },
    };
  }

  return {
    /** What the page says of a property, as it is written; "" where it says nothing. @param {string} property */
    given: (property) => given[property] ?? "",
    /** The properties whose values are no colors to this browser. */
    noColors,
    /** What the page wants now, if that is something else than last time; or null. */
    changed() {
      const input = read();
      const now = JSON.stringify([input, noColors()]);
      return before === (before = now) ? null : input;
    },
  };
}
