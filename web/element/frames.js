// Animation frames on demand: one is asked for after an event, a new size, theme or state, or while
// something still moves; never while the widget cannot be seen, but for what a visitor does there by ear.

// ms that an answer waits for an animation frame: a window that is covered or away has none.
const UNSEEN_MS = 100;

/**
 * @param {HTMLElement} stage
 * @param {() => void} draw
 * @param {() => void} shown called when the tab is shown again and no frame was asked for meanwhile
 * @param {AbortSignal} signal
 */
export function openFrames(stage, draw, shown, signal) {
  const document = stage.ownerDocument;
  const window = document.defaultView ?? self;
  let requested = 0; // the animation frame that is on its way
  let deferred = false; // one shall be asked for when the widget is seen again
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let unseen;
  let inSight = true;
  const isSeen = () => inSight && document.visibilityState === "visible";

  function ask() {
    if (signal.aborted || requested) return;
    deferred = !isSeen();
    if (!deferred) requested = window.requestAnimationFrame(draw);
  }
  // A screen reader works controls that are out of sight, and waits for their answer.
  function answer() {
    ask();
    clearTimeout(unseen);
    unseen = setTimeout(() => {
      if (requested || deferred) draw();
    }, UNSEEN_MS);
  }
  function cancel() {
    clearTimeout(unseen);
    window.cancelAnimationFrame(requested);
    requested = 0;
    deferred = false;
  }

  document.addEventListener("visibilitychange", () => (deferred ? ask() : shown()), { signal });
  const { IntersectionObserver } = window;
  const sight =
    IntersectionObserver &&
    new IntersectionObserver((entries) => {
      inSight = !!entries.at(-1)?.isIntersecting;
      if (deferred) ask();
    });
  sight?.observe(stage);
  signal.addEventListener("abort", () => {
    cancel();
    sight?.disconnect();
  });
  return { ask, answer, cancel, isSeen };
}
