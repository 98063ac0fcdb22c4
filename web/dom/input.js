// Pointer events on the picture -> rt_pointer. The page keeps every wheel turn and vertical swipe:
// `touch-action: pan-y pinch-zoom` in the style sheet, and no wheel or touch listener here.

import { PointerKind } from "rt:abi";

/**
 * @param {HTMLElement} picture
 * @param {{send: (kind: number, x: number, y: number, touch: boolean) => boolean,
 *   focus: (x: number, y: number) => boolean}} widget x and y as shares (0..1) of the picture; `send`
 *   answers whether the widget uses a press, `focus` whether there is a control to take the focus
 * @param {AbortSignal} signal
 */
export function listenToPointer(picture, widget, signal) {
  /** @param {MouseEvent} event @returns {[x: number, y: number]} */
  function place(event) {
    const box = picture.getBoundingClientRect();
    const x = (event.clientX - box.left) / (box.width || 1);
    return [x, (event.clientY - box.top) / (box.height || 1)];
  }
  /** @param {PointerEvent} event @param {number} kind */
  function forward(event, kind) {
    return event.isPrimary && widget.send(kind, ...place(event), event.pointerType === "touch");
  }
  /**
   * @template {keyof HTMLElementEventMap} K
   * @param {K} name
   * @param {(event: HTMLElementEventMap[K]) => void} act
   */
  const on = (name, act) => picture.addEventListener(name, act, { signal });

  on("pointerdown", (event) => {
    if (event.button === 0 && forward(event, PointerKind.down))
      picture.setPointerCapture(event.pointerId);
  });
  // Comes right after a mouse's press, and after a tap but not after a swipe. Without this the page's
  // body would take the focus from the control that was pressed.
  on("mousedown", (event) => {
    if (event.button === 0 && widget.focus(...place(event))) event.preventDefault();
  });
  on("pointermove", (event) => forward(event, PointerKind.move));
  on("pointerup", (event) => {
    forward(event, PointerKind.up);
    if (event.pointerType === "touch") forward(event, PointerKind.leave); // a finger leaves no hover behind
  });
  on("pointercancel", (event) => {
    forward(event, PointerKind.cancel);
    forward(event, PointerKind.leave);
  });
  on("pointerleave", (event) => forward(event, PointerKind.leave));
}
