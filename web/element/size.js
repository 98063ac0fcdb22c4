// The width to draw for, exact to the device pixel where the browser tells it.

/**
 * Calls `changed(width in CSS px, device pixel ratio)` at once and on every change.
 * @param {HTMLElement} ruler as wide as the canvas and without height, so that no answer to a change
 *   can change its size
 * @param {(width: number, ratio: number) => void} changed
 * @param {AbortSignal} signal
 */
export function watchSize(ruler, changed, signal) {
  const window = ruler.ownerDocument.defaultView ?? self;

  /** @param {number} [exact] device px */
  function tell(exact = NaN) {
    const ratio = window.devicePixelRatio || 1;
    const near = ruler.getBoundingClientRect().width * ratio;
    // An emulated ratio is unknown to the exact measure.
    const pixels = Math.abs(exact - near) <= 1 ? exact : Math.round(near);
    changed(pixels / ratio, ratio);
  }

  const observer = new window.ResizeObserver(([entry]) =>
    tell(entry.devicePixelContentBoxSize?.[0].inlineSize),
  );
  try {
    observer.observe(ruler, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(ruler);
  }
  signal.addEventListener("abort", () => observer.disconnect());

  // A new ratio with the same width (zoom, another screen) where the observer does not tell it.
  (function watchRatio() {
    window
      .matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`)
      .addEventListener("change", () => (tell(), watchRatio()), { once: true, signal });
  })();

  tell();
}
