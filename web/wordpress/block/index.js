// The block in the editor: its settings in the inspector, and the real widget as its preview.
(({ blocks, blockEditor, components, element, i18n }, data) => {
  const { createElement: h, Fragment, useEffect, useRef, useState } = element;
  const { __ } = i18n;
  const { InspectorControls, useBlockProps } = blockEditor;
  const { ColorPalette, Notice, PanelBody, SelectControl, BaseControl } = components;
  const NONE = "none";

  /** The document that a key means, as on the page: the first one for "" or for a key that is gone. */
  const documentOf = (key) =>
    key === NONE
      ? undefined
      : (data.documents.find(({ value }) => value === key) ?? data.documents[0]);

  /** The clinic's JSON with the treatment that is shown first. */
  function contentOf(clinic, treatment) {
    const chosen = documentOf(clinic);
    const json = { ...chosen?.json };
    const offered = chosen?.treatments ?? data.treatments;
    if (offered.some(({ value }) => value === treatment)) {
      const { fields } = json;
      json.fields = { ...fields, treatment: { ...fields?.treatment, default: treatment } };
    }
    return JSON.stringify(json);
  }

  // The canvas is a document of its own in most editors: the element must be defined there.
  function load(document) {
    if (document.querySelector("script[data-recovery-timeline]")) return;
    const script = document.createElement("script");
    script.src = data.script;
    script.dataset.recoveryTimeline = "";
    if (data.module) script.type = "module";
    document.head.append(script);
  }

  /** The widget itself, to be looked at only, so that a click selects the block. */
  function Preview({ attributes, tell }) {
    const { language, treatment, accent, clinic } = attributes;
    const frame = useRef();
    const content = contentOf(clinic, treatment);
    useEffect(() => {
      const { ownerDocument } = frame.current;
      load(ownerDocument);
      const widget = ownerDocument.createElement("recovery-timeline");
      const json = ownerDocument.createElement("script");
      json.type = "application/json";
      json.textContent = content;
      widget.append(json);
      widget.setAttribute("link", "off");
      widget.lang = language || data.language;
      const heard = ({ detail }) => tell([...(detail.errors ?? []), ...(detail.warnings ?? [])]);
      for (const name of ["recovery-warning", "recovery-error"])
        widget.addEventListener(name, heard);
      frame.current.replaceChildren(widget);
      frame.current.setAttribute("inert", "");
      tell([]);
      return () => widget.remove();
    }, [content, language]);
    useEffect(() => {
      frame.current.style.setProperty("--rt-accent", accent);
    }, [accent]);
    return h("div", {
      ref: frame,
      style: { maxBlockSize: "40rem", minBlockSize: "8rem", overflow: "hidden" },
    });
  }

  const choice = (label, value, options, onChange, help) =>
    h(SelectControl, {
      label,
      value,
      options,
      onChange,
      help,
      __nextHasNoMarginBottom: true,
      __next40pxDefaultSize: true,
    });

  function Settings({ attributes, setAttributes, told }) {
    const { language, treatment, accent, clinic } = attributes;
    const chosen = documentOf(clinic);
    const usual = { value: "", label: __("As usual", "recovery-timeline") };
    const clinics = [
      { value: "", label: data.documents[0]?.label ?? "" },
      ...data.documents.slice(1),
      { value: NONE, label: __("None", "recovery-timeline") },
    ].map(({ value, label }) => ({ value, label }));
    const where = __("It is written under Settings, Recovery Timeline.", "recovery-timeline");
    return h(
      PanelBody,
      { title: __("Settings", "recovery-timeline") },
      choice(
        __("Language", "recovery-timeline"),
        language,
        [{ value: "", label: __("That of the page", "recovery-timeline") }, ...data.languages],
        (value) => setAttributes({ language: value }),
      ),
      data.documents.length
        ? choice(
            __("The clinic's document", "recovery-timeline"),
            clinic,
            clinics,
            (value) => setAttributes({ clinic: value, treatment: "" }),
            data.settings ? where : undefined,
          )
        : h("p", {}, __("There is no clinic's document yet.", "recovery-timeline"), " ", where),
      choice(
        __("Treatment shown first", "recovery-timeline"),
        treatment,
        [usual, ...(chosen?.treatments ?? data.treatments)],
        (value) => setAttributes({ treatment: value }),
      ),
      h(
        BaseControl,
        { __nextHasNoMarginBottom: true },
        h(BaseControl.VisualLabel, {}, __("Accent color", "recovery-timeline")),
        h(ColorPalette, {
          value: accent || undefined,
          enableAlpha: false,
          // A theme may name colors that are no hex; the page would leave them out.
          onChange: (value) => setAttributes({ accent: /^#[0-9a-f]{6}/i.exec(value)?.[0] ?? "" }),
        }),
      ),
      told.length > 0 &&
        h(
          Notice,
          { status: "warning", isDismissible: false },
          h("ul", {}, ...told.map(({ where, what }) => h("li", {}, `${where}: ${what}`))),
        ),
    );
  }

  function Edit({ attributes, setAttributes }) {
    const [told, tell] = useState([]);
    return h(
      Fragment,
      {},
      h(InspectorControls, {}, h(Settings, { attributes, setAttributes, told })),
      h("div", useBlockProps(), h(Preview, { attributes, tell })),
    );
  }

  // The page is made by render.php, so a stored block stays valid whatever the plugin's version.
  blocks.registerBlockType("recovery-timeline/widget", { edit: Edit, save: () => null });
})(window.wp, window.recoveryTimelineEditor);
