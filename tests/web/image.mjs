// Pictures as numbers: PNG pixels, and how alike two pictures are.
import assert from "node:assert/strict";
import zlib from "node:zlib";

/**
 * A PNG's pixels: { width, height, channels, data, at(x, y) -> [r, g, b] }. Eight bits a channel, not
 * interlaced.
 */
export function decodePng(png) {
  const width = png.readUInt32BE(16);
  const height = png.readUInt32BE(20);
  const channels = { 2: 3, 6: 4 }[png[25]];
  assert.ok(png[24] === 8 && channels && !png[28], "a kind of PNG that this reader knows");
  const parts = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString("latin1", at + 4, at + 8) === "IDAT") {
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
    }
  }
  const raw = zlib.inflateSync(Buffer.concat(parts));
  const row = width * channels;
  const data = Buffer.alloc(row * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (row + 1)];
    for (let i = 0; i < row; i++) {
      const at = y * row + i;
      const left = i < channels ? 0 : data[at - channels];
      const up = y ? data[at - row] : 0;
      const corner = y && i >= channels ? data[at - row - channels] : 0;
      data[at] = raw[y * (row + 1) + 1 + i] + guess(filter, left, up, corner);
    }
  }
  const at = (x, y) => [...data.subarray(y * row + x * channels, y * row + x * channels + 3)];
  return { width, height, channels, data, at };
}

function guess(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function assertOneSize(a, b) {
  assert.deepEqual([a.width, a.height], [b.width, b.height], "the pictures have one size");
}

/** Share (0..1) of pixels that differ by more than a little between two pictures of one size. */
export function difference(a, b) {
  assertOneSize(a, b);
  const count = a.width * a.height;
  let differ = 0;
  for (let i = 0; i < count; i++) {
    const [p, q] = [i * a.channels, i * b.channels];
    if ([0, 1, 2].some((c) => Math.abs(a.data[p + c] - b.data[q + c]) > 12)) differ++;
  }
  return differ / count;
}

/** Luma (BT.601), one number 0..255 a pixel. */
function luma({ width, height, channels, data }) {
  const out = new Float64Array(width * height);
  for (let i = 0, p = 0; i < out.length; i++, p += channels) {
    out[i] = 0.299 * data[p] + 0.587 * data[p + 1] + 0.114 * data[p + 2];
  }
  return out;
}

/**
 * Structural similarity of two pictures of one size, -1..1, 1 = equal: the mean over windows of 8 x 8
 * pixels, every 4 pixels, on luma; with the constants of Wang, Bovik, Sheikh and Simoncelli, "Image
 * quality assessment: from error visibility to structural similarity", IEEE TIP 13 (2004).
 */
export function ssim(a, b) {
  assertOneSize(a, b);
  const [x, y] = [luma(a), luma(b)];
  const [SIDE, STEP, C1, C2] = [8, 4, (0.01 * 255) ** 2, (0.03 * 255) ** 2];
  const n = SIDE * SIDE;
  let sum = 0;
  let windows = 0;
  for (let top = 0; top + SIDE <= a.height; top += STEP) {
    for (let left = 0; left + SIDE <= a.width; left += STEP, windows++) {
      let [sx, sy, sxx, syy, sxy] = [0, 0, 0, 0, 0];
      for (let row = top; row < top + SIDE; row++) {
        for (let i = row * a.width + left, end = i + SIDE; i < end; i++) {
          sx += x[i];
          sy += y[i];
          sxx += x[i] * x[i];
          syy += y[i] * y[i];
          sxy += x[i] * y[i];
        }
      }
      const [mx, my] = [sx / n, sy / n];
      const [vx, vy, cov] = [sxx / n - mx * mx, syy / n - my * my, sxy / n - mx * my];
      const likeness = ((2 * mx * my + C1) * (2 * cov + C2)) / (mx * mx + my * my + C1);
      sum += likeness / (vx + vy + C2);
    }
  }
  return sum / windows;
}

/** The part of a picture at x, y of the size w, h, all in whole pixels, cut to the picture. */
export function cut({ width, height, channels, data }, x, y, w, h) {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, below] = [Math.min(width, x + w), Math.min(height, y + h)];
  const rows = [];
  for (let row = top; row < below; row++) {
    rows.push(data.subarray((row * width + left) * channels, (row * width + right) * channels));
  }
  const part = Buffer.concat(rows);
  const at = (i, j) => [...part.subarray((j * (right - left) + i) * channels).subarray(0, 3)];
  return { width: right - left, height: below - top, channels, data: part, at };
}
