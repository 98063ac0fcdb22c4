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

/**
 * @param {HTMLElement} host whose computed font-family is used
 * @returns {Text & {refresh: () => boolean}}
 */
export function openText(host) {
  const canvas = host.ownerDocument.createElement("canvas");
  // Drawn by the CPU: it is small.
  const context = /** @type {CanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
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
