// The style sheets of a running widget.

import { TEXT_MODE } from "../dom/text_mode.js";
import { HOST_CSS } from "./host_style.js";
import { adopt } from "./sheets.js";

const CSS = `
.ruler { block-size: 0; }
.room { container-type: inline-size; }
.room.waiting { position: absolute; inset: 0 0 auto; block-size: 0; overflow: hidden; visibility: hidden; }
.stage { position: relative; }
.note { margin: 0 0 1rem; }
.mirror :is(button, input, a, h2, h3) { scroll-margin-block: 96px; }
.picture { position: absolute; inset: 0; overflow: hidden; touch-action: pan-y pinch-zoom;
  user-select: none; -webkit-user-select: none; -webkit-tap-highlight-color: transparent;
  -webkit-touch-callout: none; }
.probe { position: absolute; visibility: hidden; inset: 0 auto auto 0; white-space: nowrap; pointer-events: none; forced-color-adjust: none; border: 0 none;
  border-color: var(--rt-accent, transparent) var(--rt-background, transparent)
    var(--rt-surface, transparent) var(--rt-text, transparent);
  border-radius: var(--rt-radius, 0);
  transition: color 1ms, border-color 1ms, border-radius 1ms; }
@supports (color: color-mix(in srgb, red, red)) {
  .probe { border-color: color-mix(in srgb, var(--rt-accent, transparent) 100%, transparent)
    color-mix(in srgb, var(--rt-background, transparent) 100%, transparent)
    color-mix(in srgb, var(--rt-surface, transparent) 100%, transparent)
    color-mix(in srgb, var(--rt-text, transparent) 100%, transparent); }
}
.paper { position: fixed; inset: 0 auto auto 0; inline-size: 0; block-size: 0; border: 0;
  visibility: hidden; }
.shared { inline-size: min(30rem, 90vw); padding: 1.25rem; border: 1px solid var(--border);
  border-radius: 12px; background: var(--surface); color: var(--text); font: inherit; }
.shared label { display: block; margin-block-end: .75rem; }
.shared input { display: block; inline-size: 100%; margin-block-start: .4rem; }
.shared input, .shared button { box-sizing: border-box; min-block-size: 44px; padding-inline: .75rem;
  border: 1px solid var(--border); border-radius: 8px; background: var(--background); color: inherit;
  font: inherit; }
@media (forced-colors: active) {
  .probe { color: CanvasText; border-color: Highlight Canvas Canvas CanvasText; }
}`;

// The controls lie unseen over the picture.
const DRAWN = `
canvas { display: block; inline-size: 100%; }
.mirror { position: absolute; inset: 0; overflow: hidden; overflow: clip; pointer-events: none; }
.mirror * { position: absolute; box-sizing: border-box; margin: 0; padding: 0; border: 0;
  min-inline-size: 0; font-size: 1rem; list-style: none; }
.mirror .leaf { opacity: 0; overflow: hidden; }
.mirror .unseen { inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
.mirror .unseen * { position: static; }
.mirror .moment, .mirror .link { pointer-events: auto; cursor: pointer; font-family: inherit;
  touch-action: pan-y pinch-zoom; }
.mirror .search { opacity: 1; pointer-events: auto; padding-inline: 44px 12px; background: none;
  color: var(--text); font: inherit; font-size: 1rem; outline: 0; appearance: none;
  -webkit-appearance: none; touch-action: pan-y pinch-zoom; }
.mirror .search::placeholder { color: var(--muted); opacity: 1; }
.field { display: contents; }
.name, .value { display: none !important; }
.mirror .moment:focus-visible { opacity: 1; color-scheme: light dark; background: Canvas;
  color: CanvasText; }`;

/** @typedef {"picture" | "text"} Mode */

/**
 * Gives a shadow root its style sheets, in whichever document it stands now.
 * @param {ShadowRoot} root
 * @param {Mode} mode text: the controls themselves are shown, as always in print
 * @param {string} [short] style of the short result, while it is still shown
 */
export function adoptStyle(root, mode, short = "") {
  const drawn = [
    { text: DRAWN, media: "screen" },
    { text: TEXT_MODE, media: "print" },
  ];
  adopt(root, [
    { text: HOST_CSS + short },
    { text: CSS },
    ...(mode === "text" ? [{ text: TEXT_MODE }] : drawn),
  ]);
}
