// The width to draw for, in layout pixels: what a page scales or zooms afterwards is no matter of layout.

/**
 * Calls `changed(width in CSS px, device pixels a CSS px)` at once and on every change.
 * @param {HTMLElement} ruler as wide as the canvas and without height, so that no answer to a change
 *   can change its size
 * @param {(width: number, ratio: number) => void} changed
 * @param {AbortSignal} signal
 */
export function watchSize(ruler, changed, signal) {
  const window = ruler.ownerDocument.defaultView ?? self;

  /** @param {number} [layout] px @param {number} [exact] device px */
  function tell(layout = ruler.offsetWidth, exact = NaN) {
    const ratio = window.devicePixelRatio || 1;
    const near = layout * ratio;
    // A zoom of the page's own making (CSS `zoom`) needs more pixels than the ratio tells; an emulated ratio
    // is unknown to the exact measure.
    if (Math.abs(exact - near) <= 1) changed(exact / ratio, ratio);
    else if (exact > near) changed(layout, exact / layout);
    else changed(Math.round(near) / ratio, ratio);
  }

  const { ResizeObserver } = window;
  if (!ResizeObserver) {
    window.addEventListener("resize", () => tell(), { signal });
    return tell();
  }
  const observer = new ResizeObserver(([entry]) =>
    tell(
      entry.contentBoxSize?.[0]?.inlineSize ?? entry.contentRect.width,
      entry.devicePixelContentBoxSize?.[0]?.inlineSize,
    ),
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
