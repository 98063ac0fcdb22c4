// Puts the configurator into the settings page: a frame, so that neither style sheet reaches the other. It
// reads and writes the field with the document, which the page stores.
(() => {
  const place = document.getElementById("recovery-timeline-configurator");
  const source = document.getElementById("recovery-timeline-source");
  const { script, style, title, ...data } = place.dataset;
  const attribute = (text) => text.replace(/&/g, "&amp;").replace(/"/g, "&quot;");
  const frame = document.createElement("iframe");
  frame.title = title;
  Object.assign(frame.dataset, data);
  frame.style.cssText = "width: 100%; height: 900px; border: 0";
  frame.srcdoc = `<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${attribute(style)}"></head>
<body><script src="${attribute(script)}"></script></body></html>`;
  source.open = "refused" in source.dataset;
  place.append(frame);
})();
