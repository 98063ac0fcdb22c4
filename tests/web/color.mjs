// Colors as numbers, apart from src/model/skin/color_space.cpp: linear sRGB to CIELAB (D65), CIEDE2000.

const ROWS = [
  [0.4124564, 0.3575761, 0.1804375],
  [0.2126729, 0.7151522, 0.072175],
  [0.0193339, 0.119192, 0.9503041],
];
const WHITE = [0.95047, 1, 1.08883];

export function labOf(rgb) {
  const [x, y, z] = ROWS.map((row, i) => {
    const t = row.reduce((sum, part, k) => sum + part * rgb[k], 0) / WHITE[i];
    return t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27) * (t / 116) + 16 / 116;
  });
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 (Sharma, Wu, Dalal 2005), all weights 1. */
export function difference2000([l1, a1, b1], [l2, a2, b2]) {
  const degrees = Math.PI / 180;
  const seventh = (c) => Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7));
  const g = 1.5 - 0.5 * seventh((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2);
  const [c1, c2] = [Math.hypot(g * a1, b1), Math.hypot(g * a2, b2)];
  const [h1, h2] = [Math.atan2(b1, g * a1), Math.atan2(b2, g * a2)];
  const turn = Math.abs(h2 - h1) > Math.PI ? Math.sign(h1 - h2) * 2 * Math.PI : 0;
  const dh = c1 * c2 ? h2 - h1 + turn : 0;
  const h = c1 * c2 ? h1 + dh / 2 : h1 + h2;
  const l = (l1 + l2) / 2;
  const c = (c1 + c2) / 2;
  const t =
    1 -
    0.17 * Math.cos(h - 30 * degrees) +
    0.24 * Math.cos(2 * h) +
    0.32 * Math.cos(3 * h + 6 * degrees) -
    0.2 * Math.cos(4 * h - 63 * degrees);
  const hue = ((h / degrees + 720) % 360) - 275;
  const rotation = -2 * seventh(c) * Math.sin(60 * degrees * Math.exp(-((hue / 25) ** 2)));
  const dl = (l2 - l1) / (1 + (0.015 * (l - 50) ** 2) / Math.sqrt(20 + (l - 50) ** 2));
  const dc = (c2 - c1) / (1 + 0.045 * c);
  const dH = (2 * Math.sqrt(c1 * c2) * Math.sin(dh / 2)) / (1 + 0.015 * c * t);
  return Math.sqrt(dl ** 2 + dc ** 2 + dH ** 2 + rotation * dc * dH);
}
