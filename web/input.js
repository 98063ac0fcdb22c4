// Pointer events on the canvas -> rt_pointer. The page keeps every wheel turn and vertical swipe:
// `touch-action: pan-y pinch-zoom` in the style sheet, and no wheel or touch listener here.

// PointerKind of src/platform/abi.h
const [MOVE, DOWN, UP, CANCEL, LEAVE] = [0, 1, 2, 3, 4];

/**
 * @param {HTMLCanvasElement} canvas
 * @param {(kind: number, x: number, y: number, buttons: number, touch: boolean) => number} send
 *   x and y as shares (0..1) of the canvas; answers whether the widget uses the press
 * @param {AbortSignal} signal
 */
export function listenToPointer(canvas, send, signal) {
  function forward(event, kind) {
    if (!event.isPrimary) return 0;
    const box = canvas.getBoundingClientRect();
    const x = (event.clientX - box.left) / (box.width || 1);
    const y = (event.clientY - box.top) / (box.height || 1);
    return send(kind, x, y, event.buttons, event.pointerType === "touch");
  }
  const on = (name, act) => canvas.addEventListener(name, act, { signal });

  on("pointerdown", (event) => {
    if (event.button === 0 && forward(event, DOWN)) canvas.setPointerCapture(event.pointerId);
  });
  on("pointermove", (event) => forward(event, MOVE));
  on("pointerup", (event) => {
    forward(event, UP);
    if (event.pointerType === "touch") forward(event, LEAVE); // a finger leaves no hover behind
  });
  on("pointercancel", (event) => {
    forward(event, CANCEL);
    forward(event, LEAVE);
  });
  on("pointerleave", (event) => forward(event, LEAVE));
}
