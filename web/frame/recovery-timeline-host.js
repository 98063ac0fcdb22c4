// In the page around the frame: gives each frame of the widget the height that it tells.
(() => {
  const TYPE = "recovery-timeline";
  const frames = () => [...document.querySelectorAll("iframe")];
  addEventListener("message", ({ data, source, origin }) => {
    if (data?.type !== TYPE || data.version !== 1) return;
    const frame = frames().find(({ contentWindow }) => contentWindow === source);
    if (!frame) return;
    const expected = new URL(frame.src, document.baseURI).origin;
    if (origin !== expected || origin === "null") {
      console.warn(
        `${TYPE}: a frame of ${origin} is not given its height. Serve it over https, without sandbox or with allow-same-origin.`,
      );
      return;
    }
    if (!(data.height > 0 && data.height < 20000)) return;
    frame.style.height = data.height + "px";
    frame.contentWindow?.postMessage({ type: TYPE, version: 1, fits: true }, origin);
  });
  for (const { contentWindow } of frames())
    contentWindow?.postMessage({ type: TYPE, version: 1, ask: true }, "*");
})();
