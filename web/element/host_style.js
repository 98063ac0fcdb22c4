// The style sheet that every element has, before its widget runs and when it cannot.

// Sizes are of the page's own text, never less than 16 px for body text, and inherited tricks of a page end
// here. What is reserved is the height of the first view.
export const HOST_CSS = `
:host { display: block; position: relative; min-inline-size: min(100%, 280px); }
:host([hidden]) { display: none; }
.errors, .hold, .room { font-size: max(16px, 1rem, min(1em, 32px)); font-style: normal; font-weight: 400;
  line-height: 1.5; text-align: start; text-indent: 0; text-shadow: none; text-transform: none;
  white-space: normal; writing-mode: horizontal-tb; -webkit-text-fill-color: currentcolor; }
.errors { overflow-wrap: anywhere; }
.errors p { margin: 0 0 .75em; padding: .6em .9em; border: 1px solid; border-inline-start-width: 5px;
  border-radius: 6px; }
.errors button { display: block; min-block-size: 44px; margin: 0 0 .75em; padding: .25em 1.1em; border: 1px solid;
  border-radius: 12px; background: none; color: inherit; font: inherit; font-weight: 700; cursor: pointer; }
.errors button:focus-visible { outline: 3px solid; outline-offset: 2px; }
.frame { container-type: inline-size; position: relative; }
.reserved { min-block-size: 1920px; }
@container (width < 900px) { .reserved { min-block-size: 3220px; } }
.loading { min-block-size: 1.5em; margin: 0; font-size: .875em; opacity: .8; }
@media print { .reserved { min-block-size: 0; } .loading { display: none; } }`;
