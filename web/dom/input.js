// Pointer events on the picture -> rt_pointer. The page keeps every wheel turn and vertical swipe:
// `touch-action: pan-y pinch-zoom` in the style sheet, and no wheel or touch listener here.

// PointerKind of src/platform/abi.h
const [MOVE, DOWN, UP, CANCEL, LEAVE] = [0, 1, 2, 3, 4];

/**
 * @param {HTMLElement} picture
 * @param {{send: (kind: number, x: number, y: number, buttons: number, touch: boolean) => number,
 *   focus: (x: number, y: number) => boolean}} widget x and y as shares (0..1) of the picture; `send`
 *   answers whether the widget uses a press, `focus` whether there is a control to take the focus
 * @param {AbortSignal} signal
 */
export function listenToPointer(picture, widget, signal) {
  function place(event) {
    const box = picture.getBoundingClientRect();
    const x = (event.clientX - box.left) / (box.width || 1);
    return [x, (event.clientY - box.top) / (box.height || 1)];
  }
  function forward(event, kind) {
    if (!event.isPrimary) return 0;
    return widget.send(kind, ...place(event), event.buttons, event.pointerType === "touch");
  }
  const on = (name, act) => picture.addEventListener(name, act, { signal });

  on("pointerdown", (event) => {
    if (event.button === 0 && forward(event, DOWN)) picture.setPointerCapture(event.pointerId);
  });
  // Comes right after a mouse's press, and after a tap but not after a swipe. Without this the page's
  // body would take the focus from the control that was pressed.
  on("mousedown", (event) => {
    if (event.button === 0 && widget.focus(...place(event))) event.preventDefault();
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
