// Translations as WordPress wants them: finds the plugin's own texts, reads .po files, writes .pot, .mo
// and the JSON that scripts of the editor load. No plural forms: the plugin counts nothing.

const TEXT = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"/.source;
const CALLS = new RegExp(
  String.raw`\b(?:__|esc_html__|esc_attr__)\(\s*(${TEXT})\s*,\s*["']recovery-timeline["']`,
  "g",
);
const unquoted = (literal) =>
  literal[0] === "'"
    ? literal.slice(1, -1).replace(/\\(['\\])/g, "$1")
    : JSON.parse(literal.replace(/\\'/g, "'"));

/** The texts that PHP or JavaScript asks to be translated. */
export const textsIn = (source) => [...source.matchAll(CALLS)].map(([, text]) => unquoted(text));

/** The texts of block.json, with the contexts that WordPress looks them up by. */
export const textsOfBlock = ({ title, description, keywords }) => [
  { context: "block title", text: title },
  { context: "block description", text: description },
  ...keywords.map((text) => ({ context: "block keyword", text })),
];

/** What a text is found by: its context, if it has one, before it. */
export const idOf = ({ context, text }) => (context ? `${context}\u0004${text}` : text);

/** A .po file as a map from id to translation; its header stands under "". */
export function readPo(file) {
  const entries = file.replace(/^#.*\n/gm, "").split(/\n\s*\n/);
  const field = (entry, name) => {
    const found = new RegExp(`^${name} ((?:"(?:\\\\.|[^"\\\\])*"\\s*)+)`, "m").exec(entry);
    return found?.[1]
      .match(/"(?:\\.|[^"\\])*"/g)
      .map(JSON.parse)
      .join("");
  };
  return new Map(
    entries
      .filter((entry) => /^msgid /m.test(entry))
      .map((entry) => [
        idOf({ context: field(entry, "msgctxt"), text: field(entry, "msgid") }),
        field(entry, "msgstr") ?? "",
      ]),
  );
}

/** The .pot file of texts [{context, text}]. */
export function pot(texts, version) {
  const header = [
    'msgid ""',
    'msgstr ""',
    `"Project-Id-Version: Recovery Timeline ${version}\\n"`,
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
    '"X-Domain: recovery-timeline\\n"',
  ].join("\n");
  const entries = texts.map(({ context, text }) =>
    [
      ...(context ? [`msgctxt ${JSON.stringify(context)}`] : []),
      ...(/%\d?\$?[sd]/.test(text) ? ["#, php-format"] : []),
      `msgid ${JSON.stringify(text)}`,
      'msgstr ""',
    ].join("\n"),
  );
  return [header, ...entries].join("\n\n") + "\n";
}

/** The .mo file of a map from id to translation, little-endian, without its optional hash table. */
export function mo(words) {
  const ids = [...words.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const texts = [...ids, ...ids.map((id) => words.get(id))].map((text) => Buffer.from(text));
  const tables = 28;
  const head = Buffer.alloc(tables + 8 * texts.length);
  const second = tables + 8 * ids.length;
  [0x950412de, 0, ids.length, tables, second, 0, head.length].forEach((value, i) =>
    head.writeUInt32LE(value, 4 * i),
  );
  let at = head.length;
  texts.forEach((text, i) => {
    head.writeUInt32LE(text.length, tables + 8 * i);
    head.writeUInt32LE(at, tables + 8 * i + 4);
    at += text.length + 1;
  });
  return Buffer.concat([head, ...texts.flatMap((text) => [text, Buffer.alloc(1)])]);
}

/** The JSON with the translations of a script's texts. */
export function scriptWords(words, texts, locale) {
  const messages = Object.fromEntries(texts.map((text) => [text, [words.get(text)]]));
  const about = { domain: "messages", lang: locale };
  return JSON.stringify({
    domain: "messages",
    locale_data: { messages: { "": about, ...messages } },
  });
}

const marks = (text) => (text.match(/%(\d\$)?[sd]/g) ?? []).sort().join();

/** What a .po file lacks or has too much, a line each. */
export function wrongWords(name, words, texts) {
  const ids = new Set(texts.map(idOf));
  const shown = (id) => JSON.stringify(id.replace("\u0004", ": "));
  return [
    ...[...ids].filter((id) => !words.get(id)).map((id) => `${name}: ${shown(id)} is missing`),
    ...[...words.keys()]
      .filter((id) => id && !ids.has(id))
      .map((id) => `${name}: ${shown(id)} is not used`),
    ...[...ids]
      .filter((id) => words.get(id) && marks(id) !== marks(words.get(id)))
      .map((id) => `${name}: ${shown(id)} has other marks`),
  ];
}
