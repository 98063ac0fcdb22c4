// The text version: the controls of the mirror shown as they are, in the colors of the theme (custom
// properties of the stage, named after Palette of src/platform/abi.h). No size is fixed: it reflows with width, zoom, root font
// size and text spacing. Words that HTML keeps in attributes stand in .name and .value (roles.js).

// Where cards and headings stand: in the mirror itself, or in the panel of the open tab.
const TOP = ":is(.mirror, .tab_panel)";

export const TEXT_MODE = `
.stage { block-size: auto !important; padding: clamp(.5rem, 2.5cqi, 1.5rem); background: var(--background);
  color: var(--text); font-size: 1rem; line-height: 1.5; overflow-wrap: anywhere; }
.picture, .status { display: none; }
.status { display: block; position: absolute; inline-size: 1px !important; block-size: 1px !important;
  overflow: hidden; clip-path: inset(50%); }
.mirror { --target: max(44px, 2.75rem); --step: calc(var(--target) + .5rem); max-inline-size: 46rem;
  margin-inline: auto; }
:where(.mirror) * { box-sizing: border-box; margin: 0; min-inline-size: 0; font: inherit; letter-spacing: inherit;
  word-spacing: inherit; }
.box, .leaf { inline-size: auto !important; block-size: auto !important; }
.mirror, .group, .tab_panel { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; }
${TOP} > *, .group > * { flex: 1 1 100%; }
${TOP} > .group, ${TOP} > .list { padding: clamp(.75rem, 3cqi, 1.25rem); background: var(--surface);
  border: 1px solid var(--border); border-radius: var(--rt-radius, 16px); margin-block: .25rem; }
.group > .name, .list > .name, caption, h3 { font-size: .8125rem; font-weight: 700; color: var(--muted);
  text-align: start; letter-spacing: .03em; }
.group > h3:not(:first-of-type) { padding-block-start: 1rem; }
h2 { flex: 1 1 12rem !important; font-size: 1.625rem !important; font-weight: 700 !important;
  line-height: 1.25; }
.figure + h3, .status + .group > h3 { font-size: 1.75rem; color: inherit; line-height: 1.2; letter-spacing: 0; }
${TOP} > .text { font-size: .875rem; color: var(--muted); }
${TOP} > h3 { color: inherit; font-size: 1rem; letter-spacing: 0; }
${TOP} > h3 + .text { font-size: 1rem; color: inherit; }

.button { flex: 0 1 auto !important; min-block-size: var(--target); min-inline-size: var(--target);
  padding: .25rem 1.125rem; border: 1px solid var(--muted); border-radius: 1.5rem; color: inherit;
  background: var(--surface); cursor: pointer; text-align: start; }
.button:hover, .for-radio:hover { background: var(--accent-soft); }
.button:disabled { opacity: .45; cursor: default; }
${TOP} > [aria-expanded] { flex: 1 1 100% !important; font-weight: 600; border-radius: 12px; }
.less, .more, .group > [aria-expanded] { padding: 0; font-size: 0; text-align: center; background: none;
  border-color: transparent; }
.less::before, .more::before, .group > [aria-expanded]::before { content: "−"; content: "−" / "";
  display: inline-block; inline-size: 2rem; font-size: 1.25rem; line-height: 2rem; border: 1px solid;
  border-radius: 50%; color: var(--accent); }
.more::before { content: "+"; content: "+" / ""; }
.group > [aria-expanded]::before { content: "i"; content: "i" / ""; inline-size: 1.375rem;
  font-size: .8125rem; line-height: 1.375rem; font-weight: 700; }
/* Not an explanation of a control but a figure made larger: it says so in words. */
.group > .figure + [aria-expanded] { padding: .25rem 1.125rem; border-color: var(--muted); font-size: .9375rem; }
.group > .figure + [aria-expanded]::before { display: none; }
.group > [aria-expanded=true]::before { background: var(--accent); color: var(--on-accent); }
.group > [aria-expanded] ~ .text { color: var(--muted); font-size: .9375rem; }

.tab_list { display: flex; flex-wrap: wrap; gap: .375rem; }
.tab { min-block-size: var(--target); min-inline-size: var(--target); padding: .25rem 1rem; cursor: pointer;
  color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: 1.5rem; }
.tab:hover { background: var(--accent-soft); }
.tab[aria-selected=true] { color: var(--on-accent); background: var(--accent); border-color: var(--accent);
  font-weight: 600; }

.field { cursor: pointer; padding-block: .25rem; }
.group > [aria-expanded]:has(+ .radio_group) { align-self: flex-start; margin-block-start: -.625rem; }
.field input { accent-color: var(--accent); cursor: inherit; }
/* What a line holds besides its buttons is as wide as what they leave: the next one starts a line. */
.for-slider { flex: 1 1 max(5.5rem, 100% - 2 * var(--step)) !important;
  display: flex; flex-wrap: wrap; column-gap: .75rem; }
[aria-expanded] + .less + .for-slider { flex-basis: max(5.5rem, 100% - 3 * var(--step)) !important; }
.for-slider .value, .list .name { font-weight: 700; }
.for-slider .name { flex: 1 1 auto; overflow-wrap: break-word; }
.for-slider input { order: 2; flex: 1 1 100%; inline-size: 100% !important; min-block-size: 44px; }
.for-switch_, .for-checkbox, [aria-expanded] + .for-moment, [aria-expanded] + .radio_group {
  flex: 1 1 max(7rem, 100% - var(--step)) !important; }
.for-switch_, .for-checkbox { display: grid; grid-template-columns: 1fr auto; column-gap: .75rem;
  align-content: center; align-items: center; min-block-size: var(--target); }
.for-switch_ input { grid-area: 1 / 2 / span 2; inline-size: 1.5rem !important;
  block-size: 1.5rem !important; }
.for-switch_ .value { grid-area: 2 / 1; justify-self: start; padding: .0625rem .625rem;
  border-radius: .75rem; font-size: .875rem; background: var(--accent-soft); }
.for-moment { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .75rem; }
.for-moment .name { flex: 1 1 8rem; }
.for-switch_ .value:empty { display: none; }
.for-search { flex: 1 1 100% !important; display: flex; flex-wrap: wrap; gap: .25rem .75rem; }
.moment, .search { min-block-size: var(--target); padding-inline: .75rem; max-inline-size: 100%; color: inherit;
  background: var(--surface); border: 1px solid var(--muted); border-radius: 12px; }
.radio_group { display: flex; flex-wrap: wrap; gap: .375rem; }
.radio_group > .name { flex: 1 1 100%; }
.for-radio { display: inline-flex; align-items: center; gap: .5rem; min-block-size: var(--target);
  padding: .25rem .75rem .25rem .5rem; border: 1px solid var(--border); border-radius: 12px; }
.for-radio input { inline-size: 1.125rem !important; block-size: 1.125rem !important; flex: none; }
.for-radio .name { order: 2; }
.for-radio [style*="--color"] { appearance: none; -webkit-appearance: none; inline-size: 1.5rem !important;
  block-size: 1.5rem !important; border: 1px solid var(--muted); border-radius: 50%;
  background: var(--color); forced-color-adjust: none; }
.for-radio [style*="--color"]:checked { outline: 3px solid var(--accent); outline-offset: 1px; }
.for-radio:has(:checked) { background: var(--accent-soft); border-color: var(--accent); font-weight: 600; }

.list { padding: 0; list-style: none; }
.list_item { padding-block: .5rem; }
.list_item > .button { display: block; margin-block-start: .375rem; }
.list_item + .list_item { border-block-start: 1px solid var(--divider); }
.figure { display: block; }
.figure > .name { font-weight: 700; margin-inline-end: .5rem; }
.drawn-only, .field:has(.drawn-only) { display: none !important; }
.figure:has(.swatch) { display: flex; flex-wrap: wrap; gap: .5rem 1rem; }
.figure:has(.swatch) > .leaf:not(.swatch), .figure:has(.swatch) > .name { flex: 1 1 100%; }
.swatch { flex: 1 1 9rem; font-size: .875rem; max-inline-size: 100%; }
.swatch::before { content: ""; display: block; block-size: 3rem; border-radius: 12px; background: var(--color);
  border: 1px solid var(--border); forced-color-adjust: none; print-color-adjust: exact;
  -webkit-print-color-adjust: exact; }
.swatch .name { font-weight: 700; margin-inline-end: .5rem; }
.table { border-collapse: collapse; }
caption { padding-block: .75rem .25rem; }
th, td { padding: .5rem .375rem .5rem 0; overflow-wrap: break-word; text-align: start; vertical-align: top;
  border-block-end: 1px solid var(--divider); }
th { font-weight: 600; }
.column_header { color: var(--muted); font-size: .875rem; }
@container (width < 18rem) {
  tr { display: flex; flex-wrap: wrap; gap: 0 1rem; padding-block: .5rem; }
  th, td { padding: 0; border: 0; }
  .more { flex-basis: 100% !important; }
  tr > :first-child { flex: 1 1 100%; }
  tr { border-block-end: 1px solid var(--divider); }
}
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
/* On paper: what is shown and chosen, in small type, without what can only be pressed. */
@media print {
  .button, .tab_list, .for-radio:not(:has(:checked)), .radio_group:not(:has(:checked)), .for-slider input,
    .for-radio input, .group:has(> .button):not(:has(> :not(.button, h3, .text, .name))) { display: none; }
  .stage { padding: 0; font-size: 8.5pt; line-height: 1.35; background: none; }
  .mirror { --target: 0; max-inline-size: none; gap: .25rem; }
  ${TOP} > .group, ${TOP} > .list { padding: .25rem .625rem; margin-block: 0; border-radius: 6px;
    break-inside: avoid-page; }
  h2 { font-size: 14pt !important; }
  h3, .figure + h3, .status + .group > h3, ${TOP} > h3, ${TOP} > h3 + .text, ${TOP} > .text, .group .text,
    .for-switch_ .value, .column_header, .group > [aria-expanded] ~ .text { font-size: 1em; }
  ${TOP} > h3 { inline-size: 100%; font-weight: 700; }
  .group > .name, .list > .name, caption { font-size: 1em; }
  .group { gap: 0 .75rem; }
  .group { align-items: baseline; }
  .group > :is(.figure, .field, .radio_group) { flex: 1 1 30% !important; }
  .group > :is(.for-switch_, .for-checkbox) { flex-basis: 45% !important; }
  .field > .name { flex: none; }
  .group > h3, .group > h3:not(:first-of-type) { padding: 0; }
  .for-slider, .radio_group, .for-moment { display: flex; gap: 0 .375rem; min-block-size: 0; }
  .for-slider .name, .radio_group > .name, .for-moment .name { flex: none; color: var(--muted); }
  .for-switch_, .for-checkbox { display: flex; column-gap: .375rem; min-block-size: 0; }
  .for-switch_ input, .for-checkbox input { order: -1; inline-size: .75rem !important;
    block-size: .75rem !important; }
  .for-switch_ .value, .for-radio, .moment { padding: 0; border: 0; background: none; }
  .for-radio:has(:checked) { background: none; }
  .group > .figure:has(.swatch) { flex-basis: 100% !important; }
  .swatch { font-size: 1em; }
  .swatch::before { block-size: 1.25rem; border-radius: 4px; }
  .list { display: block; columns: 2; column-gap: 1.5rem; }
  .list > .name { display: block; column-span: all; }
  .list_item, th, td { padding-block: .125rem; }
  .list_item + .list_item { border: 0; }
}`;
