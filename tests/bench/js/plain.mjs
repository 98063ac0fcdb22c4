// The bands in plain JavaScript, as one would write them first: an exponential wherever the formula
// has one, and quickselect for the quantiles.

/** Sets values[k] to what it would be in order, with nothing smaller behind it; from: first index. */
function select(values, k, from) {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (values[j] > pivot) j--;
      if (i <= j) {
        const kept = values[i];
        values[i++] = values[j];
        values[j--] = kept;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

/** severities(person, t, out): out[sign]. Returns [sign][time][level] as one Float32Array. */
export function plainBands({ people, constants, count, shared, hours, levels }) {
  const signs = 7;
  const columns = Array.from({ length: signs }, () => new Float64Array(people));
  const out = new Float32Array(signs * hours.length * levels.length);
  const exp = Math.exp;
  return () => {
    for (let i = 0; i < hours.length; i++) {
      const t = hours[i];
      for (let p = 0; p < people; p++) {
        const c = p * count;
        const flush = shared[0] * exp(-shared[1] * t);
        const puff = shared[3] * exp(-shared[4] * t);
        const swollen =
          constants[c + 3] * puff +
          constants[c + 4] * (exp(-constants[c + 5] * t) - exp(-shared[5] * t)) * (1 - puff);
        columns[0][p] =
          constants[c] * flush +
          constants[c + 1] * (exp(-constants[c + 2] * t) - exp(-shared[2] * t)) * (1 - flush);
        columns[1][p] = swollen;
        columns[2][p] = constants[c + 7] * exp(-constants[c + 8] * t);
        columns[3][p] =
          constants[c + 9] * exp(-constants[c + 10] * t) -
          constants[c + 11] * exp(-constants[c + 12] * t);
        const tight =
          constants[c + 13] * exp(-shared[6] * t) +
          constants[c + 14] * t * t * exp(-constants[c + 15] * t);
        columns[4][p] = tight / (1 + tight);
        columns[5][p] = constants[c + 16] * t * t * exp(-constants[c + 17] * t);
        columns[6][p] = swollen * constants[c + 6];
      }
      for (let s = 0; s < signs; s++) {
        let from = 0;
        for (let l = 0; l < levels.length; l++) {
          const k = Math.ceil(levels[l] * people) - 1;
          select(columns[s], k, from);
          out[(s * hours.length + i) * levels.length + l] = columns[s][k];
          from = k;
        }
      }
    }
    return out;
  };
}
