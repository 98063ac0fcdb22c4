// What a control of the widget uses does not reach the page: its shortcuts, carousels, swipe handlers. What
// the widget does not use does. And the host takes part in the page's own order of focus, also where a
// dialog keeps the focus inside and looks for what can have it.

const ARROWS = /^(Arrow|Home$|End$)/;
const TYPED = "input:not([type=range],[type=radio],[type=checkbox])";

/** Whether the control uses the key. @param {Element} control @param {KeyboardEvent} event */
export function usesKey(control, { key, ctrlKey, metaKey, altKey }) {
  const typed = control.matches(TYPED);
  if (ctrlKey || metaKey) return typed && /^[acvxyz]$/i.test(key);
  if (altKey) return false;
  if (typed) return key.length === 1 || ARROWS.test(key) || /^(Enter|Backspace|Delete)$/.test(key);
  if (control.matches("[type=range]")) return ARROWS.test(key) || /^(Page.+|[-+])$/.test(key);
  if (control.matches("[type=radio],[role=tab]") && ARROWS.test(key)) return true;
  return (
    control.matches("button,input,a,summary,[role]") &&
    (key === " " || (key === "Enter" && !control.matches("[type=radio],[type=checkbox]")))
  );
}

/**
 * @param {HTMLElement} host
 * @param {HTMLElement} picture takes the pointer while the widget uses it
 * @param {AbortSignal} signal
 */
export function containEvents(host, picture, signal) {
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  /** @param {string} names @param {(event: any) => unknown} uses */
  const stop = (names, uses) => {
    for (const name of names.split(" "))
      root.addEventListener(name, (event) => uses(event) && event.stopPropagation(), { signal });
  };
  stop("keydown keyup keypress", (event) => usesKey(event.target, event));
  // Presses come as several kinds of events, the pointer's first.
  let used = false;
  stop("pointerdown", (event) => {
    used =
      picture.hasPointerCapture(event.pointerId) || event.target.matches("input,button,summary");
    return used;
  });
  stop(
    "pointermove pointerup mousedown mousemove mouseup touchstart touchmove touchend",
    () => used,
  );
  stop("pointercancel", () => {
    const was = used;
    used = false;
    return was;
  });
}

/**
 * Focus that comes to the host goes to its first control. While it is inside, the host is no stop of its
 * own; at the last control it is one again, so that a dialog's end is found.
 * @param {HTMLElement} host
 * @param {AbortSignal} signal
 */
export function joinFocus(host, signal) {
  const root = /** @type {ShadowRoot} */ (host.shadowRoot);
  if (host.hasAttribute("tabindex")) return;
  host.tabIndex = 0;
  const controls = () =>
    /** @type {HTMLElement[]} */ ([
      ...root.querySelectorAll("button,input,a,[tabindex='0']"),
    ]).filter(
      (control) => control.tabIndex >= 0 && control.checkVisibility?.({ visibilityProperty: true }),
    );
  const enter = () => {
    if (root.activeElement) return;
    const [first] = /** @type {HTMLInputElement[]} */ (controls());
    // Of radio buttons the one that is chosen is the stop.
    const chosen = first?.type === "radio" && root.querySelector(`[name="${first.name}"]:checked`);
    /** @type {HTMLElement} */ (chosen || first)?.focus({ preventScroll: true });
  };
  host.addEventListener("focus", enter, { signal });
  root.addEventListener("focusin", () => (host.tabIndex = -1), { signal });
  root.addEventListener("focusout", () => (host.tabIndex = 0), { signal });
  root.addEventListener(
    "keydown",
    (event) => {
      const { key, shiftKey } = /** @type {KeyboardEvent} */ (event);
      if (key === "Tab" && !shiftKey && event.target === controls().at(-1)) host.tabIndex = 0;
    },
    { signal },
  );
  signal.addEventListener("abort", () => host.removeAttribute("tabindex"));
}
