// Step 5: what the clinic takes away.
import { release } from "rt:configurator-facts";
import { documentKey, forms, isGuest, wholeFile } from "rt:home";
import { escaped, h, newId } from "./dom.js";
import { say } from "./words.js";

/** @typedef {import("./draft.js").Draft} Draft */

/** @param {string} name @param {string} text @param {string} type */
function download(name, text, type) {
  const link = h("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * The lines for a form of use.
 * @param {string} form @param {{folder: string, language: string, title: string, height: number}} site
 */
export function snippet(form, { folder, language, title }) {
  const base = folder.replace(/\/*$/, "/");
  const integrity = release.integrity
    ? `\n  integrity="${release.integrity}" crossorigin="anonymous"`
    : "";
  if (form === "script") {
    return `<script defer src="${escaped(base)}recovery-timeline.js"${integrity}></script>
<recovery-timeline lang="${language}" content="${escaped(base)}clinic.json"></recovery-timeline>`;
  }
  if (form === "iframe") {
    return `<iframe src="${escaped(base)}recovery-timeline.html" title="${escaped(title)}"
  width="100%" height="900" style="border: 0" loading="lazy"></iframe>`;
  }
  const which = documentKey && ` clinic="${documentKey}"`;
  if (form === "wordpress") return `[recovery_timeline${which} language="${language}"]`;
  return `${base}recovery-timeline.html`;
}

/** Copies, or selects the text where a page may not. @param {HTMLTextAreaElement} text @param {HTMLElement} told */
async function copy(text, told) {
  try {
    await navigator.clipboard.writeText(text.value);
    told.textContent = say("copied");
  } catch {
    text.focus();
    text.select();
    told.textContent = say("copy_by_hand");
  }
}

/** @param {import("./fields.js").Form} whole @param {() => string} spoken */
export function siteStep(whole, spoken) {
  const { draft, signal } = whole;
  let [form] = forms;
  const folder = h("input", {
    id: newId(),
    type: "text",
    value: "/recovery/",
    autocomplete: "off",
    spellcheck: false,
    oninput: () => show(),
  });
  const text = h("textarea.code", { id: newId(), readOnly: true, rows: 5, spellcheck: false });
  const steps = h("p.hint", {});
  const told = h("p.hint", { role: "status" });
  const title = () => {
    const name = draft.get(["clinic", "name"]);
    return say("frame_title", {
      name:
        (typeof name === "object" && name ? Object.values(name)[0] : name) ?? say("your_clinic"),
    });
  };
  const show = () => {
    text.value = snippet(form, {
      folder: folder.value,
      language: spoken(),
      title: title(),
      height: 900,
    });
    // The integrity alone is longer than a line.
    const lines = text.value.split("\n");
    text.rows =
      lines.length + lines.filter((/** @type {string} */ one) => one.length > 42).length + 2;
    steps.textContent = say(isGuest ? "how_plugin" : `how_${form}`, { folder: folder.value });
    tabs.forEach((tab, i) => tab.setAttribute("aria-pressed", String(forms[i] === form)));
    copyButton.hidden = false;
  };
  const tabs = forms.map((one) =>
    h(
      "button",
      {
        type: "button",
        onclick: () => {
          form = one;
          show();
        },
      },
      say(`form_${one}`),
    ),
  );
  const copyButton = h(
    "button.primary",
    { type: "button", onclick: () => copy(text, told) },
    say("copy"),
  );
  const warned = (/** @type {() => void} */ give) => () => {
    told.textContent = whole.problems.size === 0 ? "" : say("taken_with_faults");
    give();
    draft.markSaved();
  };
  const jsonButton = h(
    "button",
    {
      type: "button",
      onclick: warned(() =>
        download("clinic.json", JSON.stringify(draft.value, null, 2) + "\n", "application/json"),
      ),
    },
    say("take_json"),
  );
  const fileButton =
    wholeFile &&
    h(
      "button",
      {
        type: "button",
        onclick: warned(() =>
          download(
            "recovery-timeline.html",
            /** @type {NonNullable<typeof wholeFile>} */ (wholeFile)({
              language: spoken(),
              clinic: draft.value,
            }),
            "text/html",
          ),
        ),
      },
      say("take_file"),
    );
  draft.addEventListener("change", show, { signal });
  show();
  return [
    !isGuest && h("div.modes", { role: "group", "aria-label": say("site_form") }, tabs),
    steps,
    !isGuest && h("div.field", {}, h("label", { htmlFor: folder.id }, say("folder")), folder),
    h("div.field", {}, h("label", { htmlFor: text.id }, say("snippet")), text),
    h("div.line", {}, copyButton, jsonButton, fileButton),
    told,
  ];
}
