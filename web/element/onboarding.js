// The worked example is shown once in a page visit, by the first widget to start.

/** @type {WeakRef<HTMLElement> | null} the element that shows it */
let shownBy = null;
let isOver = false;

/** Whether this element shows it. @param {HTMLElement} host */
export function claimOnboarding(host) {
  if (host.getAttribute("first-use") === "off") return false;
  shownBy ??= new WeakRef(host);
  return !isOver && shownBy.deref() === host;
}

/** It was read or skipped in this element. @param {HTMLElement} host */
export function endOnboarding(host) {
  isOver ||= shownBy?.deref() === host;
}
