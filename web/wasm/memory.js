// The memory of a wasm instance as numbers, bytes and texts. It may have grown in any call: then the
// views that were made before are empty, so nothing that is handed out outlives the next call.

/** @typedef {ReturnType<typeof openMemory>} Memory */

/** @param {() => ArrayBuffer} buffer the memory as it is now */
export function openMemory(buffer) {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  let view = new DataView(new ArrayBuffer(0));

  function fresh() {
    const now = buffer();
    if (view.buffer !== now) view = new DataView(now);
    return view;
  }
  /** @param {number} at @param {number} size */
  const bytes = (at, size) => new Uint8Array(fresh().buffer, at, size);
  /** @param {number} at */
  const f32 = (at) => fresh().getFloat32(at, true);
  /** @param {number} at @param {number} value */
  const writeF32 = (at, value) => fresh().setFloat32(at, value, true);

  return {
    bytes,
    f32,
    /** @param {number} at */
    u32: (at) => fresh().getUint32(at, true),
    /** @param {number} at */
    f64: (at) => fresh().getFloat64(at, true),
    /** @param {number} at @param {number} count */
    f32s: (at, count) => Array.from({ length: count }, (_, i) => f32(at + 4 * i)),
    /** @param {number} at @param {number} size */
    text: (at, size) => decoder.decode(bytes(at, size)),
    /** @param {number} at @param {number} value */
    writeU32: (at, value) => fresh().setUint32(at, value, true),
    writeF32,
    /** @param {number} at @param {number[]} values */
    writeF32s: (at, values) => values.forEach((value, i) => writeF32(at + 4 * i, value)),
    /** Writes as much as fits; the bytes written. @param {string} text @param {number} at @param {number} capacity */
    writeText: (text, at, capacity) => encoder.encodeInto(text, bytes(at, capacity)).written,
    /** @param {string | Uint8Array} text */
    encoded: (text) => (typeof text === "string" ? encoder.encode(text) : text),
  };
}
