// What the main thread of a page does while something goes on, by the browser's own trace: the processor's time, so
// that what else runs on the machine hardly counts.

const CATEGORIES = ["toplevel", "devtools.timeline"];

// Of the events of one thread, which lie within each other, what each took itself.
function ownTimes(events) {
  const own = new Map();
  const open = [];
  const add = ({ name }, ms) => own.set(name, (own.get(name) ?? 0) + ms);
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length && open.at(-1).ts + open.at(-1).dur <= event.ts) open.pop();
    const ms = (event.tdur ?? 0) / 1000;
    add(event, ms);
    if (open.length) add(open.at(-1), -ms);
    open.push(event);
  }
  return own;
}

/**
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} act
 * @returns {Promise<{whole: number, own: Map<string, number>}>} milliseconds, and by the kind of work
 */
export async function mainThread(browser, page, act) {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString());
  const named = traceEvents.filter(
    ({ name, args }) => name === "thread_name" && args.name === "CrRendererMain",
  );
  const all = named.map(({ pid, tid }) => {
    const own = ownTimes(
      traceEvents.filter((event) => event.ph === "X" && event.pid === pid && event.tid === tid),
    );
    return { own, whole: [...own.values()].reduce((sum, ms) => sum + ms, 0) };
  });
  return all.toSorted((a, b) => b.whole - a.whole)[0]; // that of the page; the others are at rest
}
