// Texts on their way into textures. All that are new in a frame are set side by side on one canvas, which is
// uploaded once: an upload costs much more than what is in it. From there the graphics device copies each
// to its place.

import { contextOf } from "./text.js";

/** @typedef {(context: CanvasRenderingContext2D, left: number, top: number) => void} Paint */
/** @typedef {{id: number, x: number, y: number, width: number, height: number, paint: Paint}} Text */

const [WIDTH, HEIGHT] = [1024, 1024]; // of a sheet, device pixels; a single text may be wider or taller
const MOST = 1000; // texts that wait for a picture; where none is drawn they must not grow without end

// Dark ink, whitened afterwards: engines make white text bolder than dark text.
const INK = "#333";

/**
 * Gives the first texts that fit on one sheet their places, in rows from left to right.
 * @param {Text[]} texts
 */
export function arranged(texts) {
  const width = Math.max(WIDTH, ...texts.map((text) => text.width));
  const places = [];
  let [left, top, tall] = [0, 0, 0];
  for (const text of texts) {
    if (left + text.width > width) [left, top, tall] = [0, top + tall, 0];
    if (top && top + text.height > HEIGHT) break;
    places.push({ text, left, top });
    left += text.width;
    tall = Math.max(tall, text.height);
  }
  const right = Math.max(...places.map(({ text, left }) => left + text.width));
  const below = Math.max(...places.map(({ text, top }) => top + text.height));
  return { places, width: right, height: below };
}

export class Sheet {
  /** @type {Text[]} */
  #waiting = [];
  /** @type {CanvasRenderingContext2D | null | undefined} */
  #pen;
  #context;
  #document;
  #find;

  /**
   * @param {import("./gl_context.js").GlContext} context
   * @param {Document} document whose fonts are used
   * @param {(id: number) => WebGLTexture | undefined} find
   */
  constructor(context, document, find) {
    this.#context = context;
    this.#document = document;
    this.#find = find;
  }

  /** @param {Text} text */
  add(text) {
    if (this.#waiting.push(text) > MOST) this.flush();
  }

  /** Nothing waits any more for these textures: all, or one that is gone. @param {number} [id] */
  forget(id) {
    this.#waiting = this.#waiting.filter((text) => id !== undefined && text.id !== id);
  }

  /** Draws what waits. */
  flush() {
    if (!this.#waiting.length) return;
    const context = (this.#pen ??= contextOf(this.#document.createElement("canvas")));
    if (!context) return;
    const { canvas } = context;
    while (this.#waiting.length) {
      const { places, width, height } = arranged(this.#waiting);
      this.#waiting.splice(0, places.length);
      canvas.width = width; // empties it, too
      canvas.height = height;
      context.fillStyle = INK;
      for (const { text, left, top } of places) {
        context.save();
        context.beginPath();
        context.rect(left, top, text.width, text.height);
        context.clip();
        text.paint(context, left, top);
        context.restore();
      }
      context.globalCompositeOperation = "source-in";
      context.fillStyle = "#fff";
      context.fillRect(0, 0, width, height);
      this.#context.copy(
        canvas,
        places.map(({ text, ...from }) => ({ ...text, ...from, texture: this.#find(text.id) })),
      );
    }
    canvas.width = canvas.height = 0; // gives its memory back
  }
}
