// Live texts, which screen readers read out: each is written only after it has rested a while, and not
// while the visitor holds a control.

const REST_MS = 500;

/** @param {(id: number, text: string) => void} write */
export function openAnnouncer(write) {
  /** @type {Map<number, string>} */
  const waiting = new Map();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let held = false;

  function later() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (held) return later();
      for (const [id, text] of waiting) write(id, text);
      waiting.clear();
    }, REST_MS);
  }

  return {
    /** The text that waits, if any. @param {number} id */
    waiting: (id) => waiting.get(id),
    /** @param {number} id @param {string} text */
    announce(id, text) {
      waiting.set(id, text);
      later();
    },
    /** @param {number} id */
    forget: (id) => waiting.delete(id),
    /** @param {boolean} dragging */
    hold: (dragging) => (held = dragging),
    close: () => clearTimeout(timer),
  };
}
