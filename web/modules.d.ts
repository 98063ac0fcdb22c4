// The modules that the build makes (.dev/bundle.mjs); rt:abi is made from the C++ headers.

declare module "rt:parts" {
  /** Those with words, the usual one first. */
  export const languages: string[];
  /** Names: "main", "clinic", "wasm", "model", "words/<language>", "short/<language>" (but English), "hashes". */
  export const files: Record<string, string> | null;
  /** Integrity of the file "hashes", which has that of each other file; for pages that ask for it. */
  export const checks: string;
  /** Of this script and its parts; "" in the one file. */
  export const release: string;
  /** For bundlers: addresses that they have found by their literals. */
  export const urls: Record<string, string> | null;
  /** Only in the one file, which has the parts within it. */
  export const bytes: ((name: string) => Promise<Uint8Array<ArrayBuffer>>) | null;
  export type Script<N extends "main" | "clinic"> = N extends "main"
    ? typeof import("./element/main.js")
    : typeof import("./clinic/document.js");
  /** The module; in a one file without a document inside there is none for "clinic": null. */
  export const script: <N extends "main" | "clinic">(
    name: N,
    address: string,
  ) => Promise<Script<N>>;
}

declare module "rt:short" {
  /** A line of words as JSON, then the short result as HTML. */
  export const english: string;
  export const css: string;
}

declare module "rt:shaders" {
  export const flat_vert: string, flat_frag: string;
  export const skin_vert: string, skin_common_glsl: string;
  export const skin_fields_frag: string, skin_frag: string;
}

// What the configurator gets (.dev/configurator.mjs).

declare module "rt:clinic-schema" {
  const schema: any;
  export default schema;
}

declare module "rt:clinic-validator" {
  /** True for a document that the schema takes; else `errors` says what is wrong. */
  const validate: { (value: unknown): boolean; errors?: object[] | null };
  export default validate;
}

declare module "rt:configurator-words" {
  /** language -> key -> text */
  export const words: Record<string, Record<string, string>>;
}

declare module "rt:configurator-facts" {
  type ByLanguage<T> = Record<string, T>;
  /** Of the script that lines for a page name. */
  export const release: { integrity?: string };
  /** Rows of advice; hours, and the range over clinics, where they have one. */
  export const rows: {
    key: string;
    part: string;
    hours?: number;
    min_h?: number;
    max_h?: number;
  }[];
  export const treatments: { key: string; state: object }[];
  export const direction: ByLanguage<string>;
  export const fieldNames: ByLanguage<
    Record<string, { label: string; options: Record<string, string> }>
  >;
  /** What a setting can be, in words: "rf", "cheeks", "skin". */
  export const optionNames: ByLanguage<Record<string, string>>;
  export const ask: {
    advice: ByLanguage<Record<string, string>>;
    treatments: ByLanguage<Record<string, { name: string; purpose: string }>>;
    words: ByLanguage<Record<string, string | Record<string, string>>>;
  };
}

declare module "rt:home" {
  type Page = (wanted: {
    language: string;
    clinic?: any;
    head?: string;
    direction?: string;
  }) => string;
  /** It stands in a page of others, which has a heading and stores the document. */
  export const isGuest: boolean;
  export const formLanguages: readonly string[];
  export const pageLanguages: readonly string[];
  /** In which the widget may be taken away. */
  export const forms: string[];
  /** Of the document, in the plugin; else "". */
  export const documentKey: string;
  export const previewPage: Page;
  export const wholeFile: Page | undefined;
  export function begin(draft: any): void;
}

declare module "rt:one-file" {
  /** The page with its marks, and the script, which knows its parts as rtPacked and rtLoading. */
  export const page: string;
  export const code: string;
  /** name -> [bytes when zipped, text] */
  export const packed: Record<string, [number, string]>;
  export const spoken: Record<
    string,
    { direction: string; title: string; needs_script: string; loading: string }
  >;
}
