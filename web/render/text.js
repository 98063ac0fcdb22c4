// Text by the browser's own engine, in the element's own font, and dates and numbers by Intl.
//
// Pixels are never read back: with anti-fingerprinting on, reading returns noise. The canvas is
// handed to WebGL as it is.

// Dark ink, whitened afterwards: engines make white text bolder than dark text.
const INK = "#333";

/** Of a line: one with any Arabic word is Arabic, though it may begin with "PRP" or a number. */
export const directionOf = (text) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? "rtl" : "ltr";

/** @param {HTMLElement} host whose computed font-family is used */
export function openText(host) {
  const canvas = host.ownerDocument.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true }); // drawn by the CPU: small
  let family = "";

  function set(weight, px, text) {
    context.font = `${weight} ${px}px ${family}`;
    context.direction = directionOf(text);
    context.textAlign = "left"; // the pen stands at the left in both directions
  }

  return {
    /** Reads the font again; true when it is another one. */
    refresh() {
      const before = family;
      family = host.ownerDocument.defaultView.getComputedStyle(host).fontFamily;
      return family !== before;
    },
    /** [advance, left, right, ascent, descent] in device pixels. */
    measure(text, weight, px) {
      set(weight, px, text);
      const box = context.measureText(text);
      // Firefox reports too small a box for shaped runs: their advance is the safer bound.
      const right = Math.max(box.actualBoundingBoxRight, text.length > 1 ? box.width : 0);
      return [
        box.width,
        box.actualBoundingBoxLeft,
        right,
        box.actualBoundingBoxAscent,
        box.actualBoundingBoxDescent,
      ];
    },
    /** [ascent, descent] of the font in device pixels. */
    metrics(weight, px) {
      set(weight, px, "");
      const box = context.measureText("Åg");
      return [
        box.fontBoundingBoxAscent ?? box.actualBoundingBoxAscent,
        box.fontBoundingBoxDescent ?? box.actualBoundingBoxDescent,
      ];
    },
    /** White text on nothing, at the top left of the canvas that is returned. */
    draw(width, height, penX, baseline, text, weight, px) {
      if (canvas.width < width) canvas.width = width;
      if (canvas.height < height) canvas.height = height;
      context.clearRect(0, 0, width, height);
      context.globalCompositeOperation = "source-over";
      set(weight, px, text);
      context.fillStyle = INK;
      context.fillText(text, penX, baseline);
      context.globalCompositeOperation = "source-in";
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      return canvas;
    },
  };
}

const MOMENTS = [
  { weekday: "short", day: "numeric", month: "short" },
  { weekday: "short", day: "numeric", month: "short", hour: "numeric" },
  { weekday: "short" },
  { day: "numeric", month: "long", year: "numeric" },
  { hour: "numeric" },
  { month: "long", year: "numeric" },
  { weekday: "narrow" },
  { day: "numeric", month: "short" },
];
const PLURALS = ["zero", "one", "two", "few", "many", "other"]; // PluralForm of src/content/plural.h

/**
 * Dates and numbers as people of a language write them.
 * @param {string} language BCP 47; plain "en" writes the day before the month
 */
export function openFormats(language) {
  const locale = language === "en" ? "en-GB" : language;
  const made = new Map();
  const kept = (key, make) => made.get(key) ?? made.set(key, make()).get(key);
  return {
    /** `minutes` of civil time since 1970-01-01T00:00; styles in src/platform/abi.h. */
    moment: (minutes, style) =>
      kept("moment" + style, () => {
        const english = /^en/.test(locale);
        const look = { ...MOMENTS[style], timeZone: "UTC", hour12: english || undefined };
        // "7 pm" stands for itself; elsewhere a bare 19 would not.
        if (look.hour && !english) look.minute = "2-digit";
        return new Intl.DateTimeFormat(locale, look);
      }).format(minutes * 60000),
    number: (value, decimals) =>
      kept(decimals, () => {
        const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
        return new Intl.NumberFormat(locale, digits);
      }).format(value),
    plural: (n) => PLURALS.indexOf(kept("plural", () => new Intl.PluralRules(locale)).select(n)),
    /** Real hours between two moments of civil time (minutes): summer time adds or takes one. */
    hoursBetween(from, to) {
      const moment = (minutes) => {
        const utc = new Date(minutes * 60000);
        return new Date(
          ...[utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate()],
          ...[utc.getUTCHours(), utc.getUTCMinutes()],
        ).getTime();
      };
      return (moment(to) - moment(from)) / 3600000;
    },
    /** Minutes of civil time, here and now. */
    now() {
      const now = new Date();
      return Math.floor(now.getTime() / 60000 - now.getTimezoneOffset());
    },
    /** 1 Monday .. 7 Sunday; Monday where the browser cannot tell. */
    firstWeekday() {
      const region = new Intl.Locale(locale);
      return (region.getWeekInfo?.() ?? region.weekInfo)?.firstDay ?? 1;
    },
  };
}
