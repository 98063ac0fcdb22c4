// The picture as a stack of canvases: a tall page at a high pixel ratio would be more than one may
// hold. Pieces near the window are drawn at once, the others when the picture has rested.

const TALLEST = 1920; // device pixels a piece; a whole number of CSS pixels at the usual ratios
const NEAR = 50; // % of the window's height: pieces this far outside it count as near
const REST_MS = 200;

/**
 * @typedef {object} Piece
 * @property {HTMLCanvasElement} canvas
 * @property {CanvasRenderingContext2D} context
 * @property {number} top device pixels
 * @property {boolean | null} near null: not told yet
 * @property {boolean} dirty not up to date
 */

// Pieces whose edges lie on device pixels as well as on the 1/64 CSS px of the layout join unseen.
/** @param {number} ratio */
function pieceHeight(ratio) {
  for (let height = TALLEST; height > TALLEST / 2; height--) {
    const units = (height * 64) / ratio;
    if (Math.abs(units - Math.round(units)) < 1e-6) return height;
  }
  return TALLEST;
}

// Where the browser does not tell what is in sight: what was near at first stays so.
const NeverTells = /** @type {typeof IntersectionObserver} */ (
  /** @type {unknown} */ (
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    }
  )
);

export class Pieces {
  /** @type {Piece[]} from top to bottom */
  #pieces = [];
  #box;
  #draw;
  #window;
  #sight;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #restTimer;

  /**
   * @param {HTMLElement} box receives the canvases
   * @param {(due: Piece[]) => void} draw draws those that it can and takes `dirty` off them
   */
  constructor(box, draw) {
    this.#box = box;
    this.#draw = draw;
    this.#window = box.ownerDocument.defaultView ?? self;
    const { IntersectionObserver = NeverTells } = this.#window;
    this.#sight = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const piece = this.#pieces.find(({ canvas }) => canvas === target);
          if (piece) piece.near = isIntersecting;
        }
        this.flush();
      },
      { rootMargin: `${NEAR}% 0px` },
    );
  }

  /**
   * The whole picture's size in device pixels; what has another size is to be drawn again.
   * @param {number} width
   * @param {number} height
   * @param {number} ratio
   */
  resize(width, height, ratio) {
    const tall = pieceHeight(ratio);
    const count = Math.ceil(height / tall);
    for (const { canvas } of this.#pieces.splice(count)) {
      this.#sight.unobserve(canvas);
      canvas.remove();
    }
    while (this.#pieces.length < count) this.#add();
    this.#pieces.forEach((piece, i) => {
      const { canvas } = piece;
      piece.top = i * tall;
      const rows = Math.min(tall, height - piece.top);
      if (canvas.width === width && canvas.height === rows) return;
      canvas.width = width;
      canvas.height = rows;
      piece.dirty = true;
      canvas.style.height = rows / ratio + "px";
    });
  }

  #add() {
    const canvas = this.#box.ownerDocument.createElement("canvas");
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    const piece = { canvas, context, top: 0, near: null, dirty: true };
    canvas.addEventListener("contextrestored", () => {
      piece.dirty = true;
      this.flush();
    });
    this.#box.append(canvas);
    this.#sight.observe(canvas);
    this.#pieces.push(piece);
  }

  // For the first picture, before the observer has told.
  /** @param {HTMLElement} canvas */
  #isNear(canvas) {
    const { top, bottom } = canvas.getBoundingClientRect();
    const margin = (this.#window.innerHeight * NEAR) / 100;
    return bottom > -margin && top < this.#window.innerHeight + margin;
  }

  /** The picture is another one. */
  changed() {
    for (const piece of this.#pieces) piece.dirty = true;
    this.flush();
  }

  /** Draws what is near and not up to date; the rest too, in a while, if the widget is in sight at all. */
  flush() {
    /** @param {Piece} piece */
    const isSeen = (piece) => (piece.near ??= this.#isNear(piece.canvas));
    const dirty = () => this.#pieces.filter((piece) => piece.dirty);
    this.#draw(dirty().filter(isSeen));
    clearTimeout(this.#restTimer);
    if (dirty().length && this.#pieces.some(isSeen)) {
      this.#restTimer = setTimeout(() => {
        this.#draw(dirty());
        this.#mark();
      }, REST_MS);
    }
    this.#mark();
  }

  // Tells in the page, to whoever takes its picture, that a piece of this one is not up to date.
  #mark() {
    const late = this.#pieces.some((piece) => piece.dirty);
    if (this.#box.hasAttribute("data-late") !== late) this.#box.toggleAttribute("data-late", late);
  }

  close() {
    clearTimeout(this.#restTimer);
    this.#sight.disconnect();
  }
}
