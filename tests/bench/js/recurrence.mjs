// The bands in JavaScript by the model's own way: on t = step i^2 two multiplications step each
// exponential, and quantiles are read from histograms of a tile of times.

const BINS = 512;
const TILE = 16;
const TOP = 1.02;
const PER_SEVERITY = BINS / TOP;
const TOO_SMALL = 1e-12;

/** Quantiles of one histogram of `people` severities. */
function read(histogram, from, people, levels, out, at) {
  let below = 0;
  let level = 0;
  for (let bin = 0; level < levels.length; bin++) {
    const here = histogram[from + bin];
    while (level < levels.length && levels[level] * people <= below + here) {
      out[at + level] = (bin + (levels[level] * people - below) / here) / PER_SEVERITY;
      level++;
    }
    below += here;
  }
}

export function recurrenceBands({ people, constants, count, shared, hours, levels }) {
  const signs = 7;
  const points = hours.length;
  const step = hours[points - 1] / (points - 1) ** 2;
  const over = (curve) => Float64Array.from(hours, curve);
  const flush = over((t) => shared[0] * Math.exp(-shared[1] * t));
  const reddens = over((t) => Math.exp(-shared[2] * t));
  const puff = over((t) => shared[3] * Math.exp(-shared[4] * t));
  const swells = over((t) => Math.exp(-shared[5] * t));
  const cools = over((t) => Math.exp(-shared[6] * t));
  // Where each person's own decays stand among the constants: fall of redness, fall of swelling,
  // marks, red, yellow, dryness, flaking.
  const decays = [2, 5, 8, 10, 12, 15, 17];
  const values = decays.map(() => new Float64Array(people));
  const factors = decays.map(() => new Float64Array(people));
  const steps = decays.map(() => new Float64Array(people));
  const histograms = new Uint16Array(signs * TILE * BINS);
  const out = new Float32Array(signs * points * levels.length);
  const last = BINS - 1;
  const bin = (severity) => {
    const b = (severity * PER_SEVERITY) | 0;
    return b > last ? last : b;
  };

  return () => {
    for (let d = 0; d < decays.length; d++) {
      for (let p = 0; p < people; p++) {
        const factor = Math.exp(-constants[p * count + decays[d]] * step);
        values[d][p] = 1;
        factors[d][p] = factor;
        steps[d][p] = factor * factor;
      }
    }
    const [v0, v1, v2, v3, v4, v5, v6] = values;
    const [f0, f1, f2, f3, f4, f5, f6] = factors;
    const [s0, s1, s2, s3, s4, s5, s6] = steps;
    for (let first = 0; first < points; first += TILE) {
      const times = Math.min(TILE, points - first);
      histograms.fill(0);
      for (let p = 0; p < people; p++) {
        const c = p * count;
        const redStrength = constants[c];
        const redScale = constants[c + 1];
        const swellStrength = constants[c + 3];
        const swellScale = constants[c + 4];
        const pores = constants[c + 6];
        const dots = constants[c + 7];
        const red = constants[c + 9];
        const yellow = constants[c + 11];
        const hot = constants[c + 13];
        const dry = constants[c + 14];
        const flake = constants[c + 16];
        let [a0, a1, a2, a3, a4, a5, a6] = [0, 0, 0, 0, 0, 0, 0];
        if (v0[p] > TOO_SMALL) a0 = v0[p];
        if (v1[p] > TOO_SMALL) a1 = v1[p];
        if (v2[p] > TOO_SMALL) a2 = v2[p];
        if (v3[p] > TOO_SMALL) a3 = v3[p];
        if (v4[p] > TOO_SMALL) a4 = v4[p];
        if (v5[p] > TOO_SMALL) a5 = v5[p];
        if (v6[p] > TOO_SMALL) a6 = v6[p];
        let b0 = f0[p];
        let b1 = f1[p];
        let b2 = f2[p];
        let b3 = f3[p];
        let b4 = f4[p];
        let b5 = f5[p];
        let b6 = f6[p];
        for (let i = 0; i < times; i++) {
          const at = first + i;
          const t = hours[at];
          const swollen =
            swellStrength * puff[at] + swellScale * (a1 - swells[at]) * (1 - puff[at]);
          const row = i * BINS;
          const redness = redStrength * flush[at] + redScale * (a0 - reddens[at]) * (1 - flush[at]);
          const tight = hot * cools[at] + dry * t * t * a5;
          histograms[row + bin(redness)]++;
          histograms[TILE * BINS + row + bin(swollen)]++;
          histograms[2 * TILE * BINS + row + bin(dots * a2)]++;
          histograms[3 * TILE * BINS + row + bin(red * a3 - yellow * a4)]++;
          histograms[4 * TILE * BINS + row + bin(tight / (1 + tight))]++;
          histograms[5 * TILE * BINS + row + bin(flake * t * t * a6)]++;
          histograms[6 * TILE * BINS + row + bin(swollen * pores)]++;
          a0 *= b0;
          a1 *= b1;
          a2 *= b2;
          a3 *= b3;
          a4 *= b4;
          a5 *= b5;
          a6 *= b6;
          b0 *= s0[p];
          b1 *= s1[p];
          b2 *= s2[p];
          b3 *= s3[p];
          b4 *= s4[p];
          b5 *= s5[p];
          b6 *= s6[p];
        }
        v0[p] = a0;
        v1[p] = a1;
        v2[p] = a2;
        v3[p] = a3;
        v4[p] = a4;
        v5[p] = a5;
        v6[p] = a6;
        f0[p] = b0;
        f1[p] = b1;
        f2[p] = b2;
        f3[p] = b3;
        f4[p] = b4;
        f5[p] = b5;
        f6[p] = b6;
      }
      for (let s = 0; s < signs; s++)
        for (let i = 0; i < times; i++)
          read(
            histograms,
            (s * TILE + i) * BINS,
            people,
            levels,
            out,
            (s * points + first + i) * levels.length,
          );
    }
    return out;
  };
}
