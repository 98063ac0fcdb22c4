// When the page has been seen with what stands in it now.

const LONGEST_MS = 400; // nothing to be seen at all, or a frame that the browser holds back

/**
 * The short result is shown before the widget's first work, which holds up the page and, where one program
 * draws for all, the screen. Waits for the frame, and on a page that has shown nothing yet for its first picture.
 * @param {Document} document
 */
export function seen({ hidden }) {
  if (hidden) return Promise.resolve();
  const frame = new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  const picture = new Promise((done) => {
    if (!globalThis.PerformanceObserver?.supportedEntryTypes?.includes("paint")) return done(0);
    new PerformanceObserver((list, observer) => {
      if (!list.getEntriesByName("first-contentful-paint").length) return;
      observer.disconnect();
      done(0);
    }).observe({ type: "paint", buffered: true });
  });
  const late = new Promise((done) => setTimeout(done, LONGEST_MS));
  return Promise.race([late, Promise.all([frame, picture])]);
}
