// Draws one widget's rt_draw lists with WebGL 2, premultiplied alpha throughout (the page may shine
// through). The picture is a stack of canvases: a tall page at a high pixel ratio would be more than
// one may hold. Pieces near the window are drawn at once, the others when the picture has rested.

import { enterStudio, leaveStudio } from "./gl_context.js";

const TALLEST = 1920; // device pixels a piece; a whole number of CSS pixels at the usual ratios
const MAX_PIXELS = 2 ** 25; // more cost more memory than their sharpness is worth
const NEAR = 50; // % of the window's height: pieces this far outside it count as near
const REST_MS = 200;
const VERTEX = 20; // bytes

// Pieces whose edges lie on device pixels as well as on the 1/64 CSS px of the layout join unseen.
function pieceHeight(ratio) {
  for (let height = TALLEST; height > TALLEST / 2; height--) {
    const units = (height * 64) / ratio;
    if (Math.abs(units - Math.round(units)) < 1e-6) return height;
  }
  return TALLEST;
}

/** Stands in where there is no WebGL 2: everything is as with a painter, but nothing is drawn. */
export function openNoPainter() {
  const nothing = () => {};
  return {
    ratio: (wanted) => wanted,
    ...{ resize: nothing, changed: nothing, flush: nothing, close: nothing },
    ...{ create: nothing, update: nothing, draw: nothing, destroy: nothing, skin: nothing },
  };
}

/**
 * @param {HTMLElement} box receives the canvases
 * @param {() => {lists: object[], clear: number[]}} picture what is to be drawn; clear: straight alpha
 * @param {() => void} restored called when all textures are gone and must be made anew
 * @param {() => void} gone called when nothing can be drawn any more
 * @returns null where there is no WebGL 2
 */
export function openPainter(box, picture, restored, gone) {
  const studio = enterStudio(back);
  if (!studio) return null;
  const { gl } = studio;
  const pixel = [gl.RGBA, gl.UNSIGNED_BYTE];
  const textures = new Map();
  const sizes = new Map(); // of the textures with a patch of skin
  let buffers = []; // [vertices, indices] a list
  let rest = 0; // the timer
  const pieces = []; // {canvas, context, top, near, dirty}, from top to bottom
  const document = box.ownerDocument;
  const window = document.defaultView;

  const sight = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        const piece = pieces.find(({ canvas }) => canvas === target);
        if (piece) piece.near = isIntersecting;
      }
      flush();
    },
    { rootMargin: `${NEAR}% 0px` },
  );

  function back() {
    if (studio.isGone()) return gone();
    textures.clear();
    buffers = [];
    restored();
  }

  function addPiece() {
    const canvas = document.createElement("canvas");
    const piece = { canvas, context: canvas.getContext("2d"), near: null, dirty: true };
    canvas.addEventListener("contextrestored", () => {
      piece.dirty = true;
      flush();
    });
    box.append(canvas);
    sight.observe(canvas);
    pieces.push(piece);
  }

  // For the first picture, before the observer has told.
  function isNear(canvas) {
    const { top, bottom } = canvas.getBoundingClientRect();
    const margin = (window.innerHeight * NEAR) / 100;
    return bottom > -margin && top < window.innerHeight + margin;
  }

  function bind(id) {
    const texture = textures.get(id);
    if (texture) gl.bindTexture(gl.TEXTURE_2D, texture);
    return !!texture;
  }

  function upload(lists) {
    lists.forEach((list, i) => {
      const [vertices, indices] = (buffers[i] ??= [gl.createBuffer(), gl.createBuffer()]);
      gl.bindBuffer(gl.ARRAY_BUFFER, vertices);
      gl.bufferData(gl.ARRAY_BUFFER, list.vertices, gl.STREAM_DRAW);
      gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, indices);
      gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, list.indices, gl.STREAM_DRAW);
    });
  }

  function drawList(list, i, width, height, top) {
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers[i][0]);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, buffers[i][1]);
    let offset = -1;
    for (const { clip, texture, vertex, index, count } of list.commands) {
      const [left, right] = [Math.max(0, clip[0]), Math.min(width, clip[2])].map(Math.round);
      const above = Math.max(0, Math.round(clip[1]) - top);
      const below = Math.min(height, Math.round(clip[3]) - top);
      if (right <= left || below <= above || !count || !bind(texture)) continue;
      if (vertex !== offset) {
        offset = vertex;
        gl.vertexAttribPointer(0, 2, gl.FLOAT, false, VERTEX, VERTEX * vertex);
        gl.vertexAttribPointer(1, 2, gl.FLOAT, false, VERTEX, VERTEX * vertex + 8);
        gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, VERTEX, VERTEX * vertex + 16);
      }
      gl.scissor(left, studio.canvas.height - below, right - left, below - above);
      gl.drawElements(gl.TRIANGLES, count, gl.UNSIGNED_SHORT, 2 * index);
    }
  }

  // Draws what is near and not up to date; the rest too, in a while, if the widget is in sight at all.
  function flush() {
    const isSeen = (piece) => (piece.near ??= isNear(piece.canvas));
    drawPieces(pieces.filter((piece) => piece.dirty && isSeen(piece)));
    clearTimeout(rest);
    if (pieces.some((piece) => piece.dirty) && pieces.some(isSeen)) {
      rest = setTimeout(() => {
        drawPieces(pieces.filter((piece) => piece.dirty));
        mark();
      }, REST_MS);
    }
    mark();
  }

  // Tells in the page, to whoever takes its picture, that a piece of this one is not up to date.
  function mark() {
    const late = pieces.some((piece) => piece.dirty);
    if (box.hasAttribute("data-late") !== late) box.toggleAttribute("data-late", late);
  }

  // In a hidden tab nothing is drawn; flush() is called when it is shown.
  function drawPieces(due) {
    if (!due.length || document.hidden || gl.isContextLost()) return;
    const { lists, clear } = picture();
    upload(lists);
    for (const piece of due) {
      const { width, height } = piece.canvas;
      studio.begin(width, height, piece.top, clear);
      lists.forEach((list, i) => drawList(list, i, width, height, piece.top));
      piece.context.globalCompositeOperation = "copy";
      piece.context.drawImage(studio.canvas, 0, 0, width, height, 0, 0, width, height);
      piece.dirty = false;
    }
  }

  return {
    /** The highest pixel ratio, at most `wanted`, at which this many CSS pixels can be drawn. */
    ratio: (wanted, width, height) =>
      Math.min(wanted, studio.limit() / width, Math.sqrt(MAX_PIXELS / (width * (height || 1)))),

    /** The whole picture's size in device pixels; what has another size is to be drawn again. */
    resize(width, height, ratio) {
      const tall = pieceHeight(ratio);
      const count = Math.ceil(height / tall);
      while (pieces.length > count) {
        const { canvas } = pieces.pop();
        sight.unobserve(canvas);
        canvas.remove();
      }
      while (pieces.length < count) addPiece();
      pieces.forEach((piece, i) => {
        piece.top = i * tall;
        const rows = Math.min(tall, height - piece.top);
        if (piece.canvas.width === width && piece.canvas.height === rows) return;
        piece.canvas.width = width;
        piece.canvas.height = rows;
        piece.dirty = true;
        piece.canvas.style.height = rows / ratio + "px";
      });
    },

    /** The picture is another one. */
    changed() {
      for (const piece of pieces) piece.dirty = true;
      flush();
    },
    flush,
    isGone: studio.isGone,

    create(id, width, height, pixels) {
      this.destroy(id);
      textures.set(id, gl.createTexture());
      bind(id);
      gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA8, width, height);
      for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
        gl.texParameteri(gl.TEXTURE_2D, filter, gl.LINEAR);
      }
      for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T]) {
        gl.texParameteri(gl.TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
      }
      if (pixels) this.update(id, 0, 0, width, height, pixels, width * 4);
    },
    update(id, x, y, width, height, pixels, rowBytes) {
      if (!bind(id)) return;
      // Firefox premultiplies only what has no gaps between its rows.
      const row = width * 4;
      let packed = pixels;
      if (rowBytes !== row) {
        packed = new Uint8Array(row * height);
        for (let i = 0; i < height; i++) {
          packed.set(pixels.subarray(i * rowBytes, i * rowBytes + row), i * row);
        }
      }
      gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, ...pixel, packed);
    },
    /** A patch of skin; see src/model/skin/skin_patch.h for the numbers. */
    skin(id, width, height, numbers, tables) {
      const size = width + "x" + height;
      if (!bind(id) || sizes.get(id) !== size) this.create(id, width, height);
      sizes.set(id, size);
      // Without it the plain color below is seen.
      if (!studio.skin(textures.get(id), width, height, numbers, tables)) this.destroy(id);
    },
    /** Copies the top left of a canvas, never by way of readable pixels. */
    draw(id, x, y, width, height, source) {
      if (bind(id)) gl.texSubImage2D(gl.TEXTURE_2D, 0, x, y, width, height, ...pixel, source);
    },
    destroy(id) {
      gl.deleteTexture(textures.get(id) ?? null);
      textures.delete(id);
    },

    close() {
      clearTimeout(rest);
      sight.disconnect();
      for (const id of [...textures.keys()]) this.destroy(id);
      for (const buffer of buffers.flat()) gl.deleteBuffer(buffer);
      leaveStudio(back);
    },
  };
}
