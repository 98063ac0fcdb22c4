// Text by the browser's own engine, in the element's own font.
//
// Pixels are never read back: with anti-fingerprinting on, reading returns noise. The canvas is
// handed to WebGL as it is.

// Dark ink, whitened afterwards: engines make white text bolder than dark text.
const INK = "#333";

/** Of a line: one with any Arabic word is Arabic, though it may begin with "PRP" or a number. @param {string} text */
export const directionOf = (text) =>
  /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? "rtl" : "ltr";

/** @typedef {import("../wasm/imports.js").Text} Text */

/** @param {HTMLCanvasElement} canvas */
function contextOf(canvas) {
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
    clearRect() {},
    fillText() {},
    fillRect() {},
  })
);

/**
 * @param {HTMLElement} host whose computed font-family is used
 * @returns {Text & {refresh: () => boolean}}
 */
export function openText(host) {
  const canvas = host.ownerDocument.createElement("canvas");
  // Drawn by the CPU: it is small.
  const context = contextOf(canvas) ?? GUESSING;
  const window = host.ownerDocument.defaultView ?? self;
  let family = "";

  /** @param {number} weight @param {number} px @param {string} text */
  function set(weight, px, text) {
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
