// When the page has been seen with what stands in it now.

const LONGEST_MS = 400; // nothing to be seen at all, or a frame that the browser holds back

/**
 * The short result is shown before the widget is asked for, which holds up the page and, where one program
 * draws for all, the screen. Waits for the next frame, and on a page that has shown nothing yet for its first
 * picture.
 * @param {Document} document
 */
export const seen = ({ hidden }) =>
  hidden ||
  new Promise((done) => {
    /** @type {PerformanceObserver | undefined} one that goes on keeps the element alive */
    let observer;
    const end = () => {
      observer?.disconnect();
      setTimeout(done);
    };
    setTimeout(end, LONGEST_MS);
    requestAnimationFrame(() => {
      observer = new PerformanceObserver(end);
      observer.observe({ type: "paint", buffered: true });
    });
  });
