// A running wasm instance: its functions, called so that a trap ends the instance and never the page.

import { openMemory } from "./memory.js";

/** @typedef {string | Uint8Array} Block a text or bytes */

export class Instance {
  /** @type {Record<string, (...values: number[]) => number>} */
  #functions = {};
  // What is read of an instance that has not started or has stopped: zeros.
  #buffer = () => new ArrayBuffer(1024);
  #stopped = false;
  #crashed;
  memory = openMemory(() => this.#buffer());

  /** @param {(error: Error) => void} crashed called once, when C++ has stopped */
  constructor(crashed) {
    this.#crashed = crashed;
  }

  /** @param {WebAssembly.Module} compiled @param {WebAssembly.Imports} imports */
  async start(compiled, imports) {
    const { exports } = await WebAssembly.instantiate(compiled, imports);
    const memory = /** @type {WebAssembly.Memory} */ (exports.memory);
    const before = this.#buffer;
    this.#buffer = () => (this.#stopped ? before() : memory.buffer);
    this.#functions = /** @type {any} */ (exports);
    if (exports._initialize) this.call("_initialize");
  }

  /**
   * Calls a function; 0 once the instance has stopped.
   * @param {string} name
   * @param {number[]} values
   */
  call(name, ...values) {
    if (this.#stopped) return 0;
    try {
      return this.#functions[name](...values) >>> 0;
    } catch (error) {
      this.#stopped = true;
      this.#crashed(/** @type {Error} */ (error));
      return 0;
    }
  }

  /**
   * Calls a function with (pointer, size) of each block.
   * @param {string} name
   * @param {Block[]} blocks
   */
  callWith(name, ...blocks) {
    return this.callAfter([], name, ...blocks);
  }

  /**
   * The same behind numbers.
   * @param {number[]} numbers
   * @param {string} name
   * @param {Block[]} blocks
   */
  callAfter(numbers, name, ...blocks) {
    const given = blocks.map((block) => {
      const data = this.memory.encoded(block);
      const at = this.alloc(data.length || 1);
      if (!this.#stopped) this.memory.bytes(at, data.length).set(data);
      return [at, data.length];
    });
    const answer = this.call(name, ...numbers, ...given.flat());
    for (const [at] of given) this.free(at);
    return answer;
  }

  /** @param {number} bytes */
  alloc(bytes) {
    return this.call("rt_alloc", bytes);
  }
  /** @param {number} at */
  free(at) {
    this.call("rt_free", at);
  }
}
