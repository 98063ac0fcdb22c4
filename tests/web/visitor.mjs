// A visitor who knows only what assistive technology tells: roles, names and texts. The same code
// runs in every engine, in the drawn and in the text version.

/** Defines `visitor` in the page; a string, because some engines take expressions only. */
export const VISITOR = `globalThis.visitor = (() => {
  const widget = () => document.querySelector("recovery-timeline");
  const root = () => widget().shadowRoot;
  const roleOf = (e) =>
    e.getAttribute("role") ??
    { range: "slider", radio: "radio", checkbox: "checkbox", "datetime-local": "date" }[e.type] ??
    { BUTTON: "button", H2: "heading", H3: "heading", H4: "heading", LI: "listitem" }[e.tagName];
  const nameOf = (e) =>
    (e.getAttribute("aria-label") ?? (e.matches("input") ? e.labels?.[0]?.textContent : null) ??
      e.textContent ?? "").replace(/\\s+/g, " ").trim();
  const all = (role) =>
    [...root().querySelectorAll("*")].filter((e) => roleOf(e) === role && !e.closest("[hidden]"));
  function find(role, name) {
    const found = all(role).find((e) => new RegExp(name).test(nameOf(e)));
    if (!found) throw new Error(
      "no " + role + " named " + name + "; there are: " + all(role).map(nameOf).join(" | ").slice(0, 800));
    return found;
  }
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const rest = async () => { for (let i = 0; i < 4; i++) await frame(); };
  return {
    async press(role, name) { find(role, name).click(); await rest(); return true; },
    async slide(name, value) {
      const slider = find("slider", name);
      slider.value = value;
      slider.dispatchEvent(new Event("input", { bubbles: true }));
      await rest();
      return slider.getAttribute("aria-valuetext");
    },
    async date(name, text) {
      const input = find("date", name);
      input.value = text;
      input.dispatchEvent(new Event("change", { bubbles: true }));
      await rest();
      return input.value;
    },
    headings: () => all("heading").map(nameOf),
    items: () => all("listitem").map(nameOf),
    texts: () => root().textContent.replace(/\\s+/g, " "),
    knows: () => ({ state: widget().state, projection: widget().projection }),
  };
})(), true`;

/** Opens every section that holds settings, as a visitor would; a string, as above. */
export const OPEN_SECTIONS = `(async () => {
  const sections = /^(Treatment|Details|My skin|What aftercare)/;
  for (const widget of document.querySelectorAll("recovery-timeline"))
    for (let round = 0; round < 2; ++round) {
      const closed = widget.shadowRoot?.querySelectorAll("button[aria-expanded=false]") ?? [];
      for (const button of [...closed]) if (sections.test(button.textContent)) button.click();
      for (let i = 0; i < 3; ++i) await new Promise((done) => requestAnimationFrame(done));
    }
})().then(() => true)`;
