// What the page wants the widget to look like, as the numbers of ThemeInput.
//
// One invisible probe carries the page's properties as its own colors, so that the browser resolves
// any way of writing them. A change is noticed without looking: the probe has a transition (the
// browser reports its end), and its size follows the font and the root font size.

// Property of the page -> property of the probe (style.js), in the order of ThemeInput.
const COLORS = [
  ["--rt-accent", "borderTopColor"],
  ["--rt-background", "borderRightColor"],
  ["--rt-surface", "borderBottomColor"],
  ["--rt-text", "borderLeftColor"],
];
const UNSET = [0, 0, 0, 0];

// "rgb(1, 2, 3)", "rgba(1, 2, 3, 0.5)" or "color(srgb 0.1 0.2 0.3 / 0.5)" -> [r, g, b, a], 0..1
export function parseColor(text) {
  const [r, g, b, a = 1] = (text.match(/-?[\d.]+(e-?\d+)?/g) ?? UNSET).map(Number);
  const scale = text.startsWith("rgb") ? 255 : 1;
  return [r, g, b].map((part) => Math.min(1, Math.max(0, part / scale))).concat(a);
}

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/**
 * @param {HTMLElement} probe the element of class "probe" in the shadow root
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
export function openTheme(probe, changed, signal) {
  const document = probe.ownerDocument;
  const window = document.defaultView;
  const query = (text) => {
    const list = window.matchMedia(text);
    list.addEventListener("change", changed, { signal });
    return list;
  };
  const forced = query("(forced-colors: active)");
  const calm = query("(prefers-reduced-motion: reduce)");
  probe.addEventListener("transitionend", changed, { signal });
  const observer = new window.ResizeObserver(changed);
  observer.observe(probe);
  signal.addEventListener("abort", () => observer.disconnect());

  let given = {}; // property -> what the page says, as it is written
  const isColor = (text) => window.CSS.supports("color", text);

  return {
    /** What the page says of a property, as it is written; "" where it says nothing. */
    given: (property) => given[property] ?? "",
    /** The properties whose values are no colors to this browser. */
    noColors: () =>
      Object.keys(given).filter((name) => !forced.matches && given[name] && !isColor(given[name])),
    /** The 21 floats of ThemeInput. */
    read() {
      const style = window.getComputedStyle(probe);
      const set = (name) => style.getPropertyValue(name).trim();
      given = Object.fromEntries(COLORS.map(([name]) => [name, set(name)]));
      const colors = COLORS.map(([name, carrier]) =>
        forced.matches || isColor(given[name]) ? parseColor(style[carrier]) : UNSET,
      );
      const [, background, , text] = colors;
      // A page whose text is light is a dark page, whichever way it became one.
      const dark = background[3]
        ? luminance(background) < 0.4
        : luminance(text[3] ? text : parseColor(style.color)) > 0.5;
      const root = window.getComputedStyle(document.documentElement);
      return [
        +dark,
        +forced.matches,
        +calm.matches,
        parseFloat(root.fontSize) / 16,
        set("--rt-radius") ? parseFloat(style.borderTopLeftRadius) || 0 : -1,
        ...colors.flat(),
      ];
    },
  };
}
