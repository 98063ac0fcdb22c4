// Text by the browser's own engine, in the element's own font.
//
// Pixels are never read back: with anti-fingerprinting on, reading returns noise. The canvas that is
// drawn on is handed to WebGL as it is (sheet.js).

/** Of a line: one with any Arabic word is Arabic, though it may begin with "PRP" or a number. @param {string} text */
export const directionOf = (text) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? "rtl" : "ltr";

/** @typedef {import("../wasm/imports.js").Text} Text */

/** A small canvas's, drawn by the CPU. @param {HTMLCanvasElement} canvas */
export function contextOf(canvas) {
  try {
    return canvas.getContext("2d", { willReadFrequently: true });
  } catch {
    return null;
  }
}

// Where a page may not draw at all, the text version needs no more than rough widths.
const GUESSING = /** @type {CanvasRenderingContext2D} */ (
  /** @type {unknown} */ ({
    font: "",
    /** @this {{font: string}} @param {string} text */
    measureText(text) {
      const px = Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 16);
      const width = text.length * px * 0.5;
      const [ascent, descent] = [px * 0.9, px * 0.25];
      return {
        ...{ width, actualBoundingBoxLeft: 0, actualBoundingBoxRight: width },
        ...{ actualBoundingBoxAscent: ascent, actualBoundingBoxDescent: descent },
      };
    },
  })
);

/**
 * @param {HTMLElement} host whose computed font-family is used
 * @returns {Text & {refresh: () => boolean}}
 */
export function openText(host) {
  const context = contextOf(host.ownerDocument.createElement("canvas")) ?? GUESSING;
  const window = host.ownerDocument.defaultView ?? self;
  let family = "";

  /** @param {CanvasRenderingContext2D} context @param {number} weight @param {number} px @param {string} text */
  function set(context, weight, px, text) {
    context.font = `${weight} ${px}px ${family}`;
    context.direction = directionOf(text);
    context.textAlign = "left"; // the pen stands at the left in both directions
  }

  return {
    /** Reads the font again; true when it is another one. */
    refresh() {
      const before = family;
      family = window.getComputedStyle(host).fontFamily;
      return family !== before;
    },
    /** [advance, left, right, ascent, descent] in device pixels. */
    measure(text, weight, px) {
      set(context, weight, px, text);
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
      set(context, weight, px, "");
      const box = context.measureText("Åg");
      return [
        box.fontBoundingBoxAscent ?? box.actualBoundingBoxAscent,
        box.fontBoundingBoxDescent ?? box.actualBoundingBoxDescent,
      ];
    },
    /** With the pen at (penX, baseline). */
    draw(context, penX, baseline, text, weight, px) {
      set(context, weight, px, text);
      context.fillText(text, penX, baseline);
    },
  };
}
