// The modules that the build makes (.dev/bundle.mjs); rt:abi is made from the C++ headers.

declare module "rt:assets" {
  /** Those with words, the usual one first. */
  export const languages: string[];
  /** Null in the one file, which has the assets within it: then `bytes` gives them. */
  export const urls: { wasm: string; model: string; words: Record<string, string> } | null;
  /** name: "wasm", "model" or "words/<language>". */
  export const bytes: (name: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** What a clinic's document needs beside the widget; null in the one file. */
  export const clinic: (() => Promise<typeof import("./clinic/document.js")>) | null;
}

declare module "rt:shaders" {
  export const flat_vert: string, flat_frag: string;
  export const skin_vert: string, skin_common_glsl: string;
  export const skin_fields_frag: string, skin_frag: string;
}
