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
  /** In the one file `clinic` is null where no document is inside. */
  export const scripts: {
    main: (address: string) => Promise<typeof import("./element/main.js")>;
    clinic: ((address: string) => Promise<typeof import("./clinic/document.js")>) | null;
  };
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
