// Reads a clinic's document with the script that comes with such a document only.

import * as parts from "rt:parts";
import { loadScript } from "./loading.js";

/**
 * Reads a clinic's document, as it came or as it stands in the element.
 * @param {ArrayBuffer | string} given @param {string | null} base
 */
export async function readClinic(given, base) {
  const plain = typeof given === "string" ? given : new TextDecoder().decode(given);
  // In a one file without a document of its own the widget reads it as it is.
  if (!parts.scripts.clinic) return { text: plain, errors: [], warnings: [] };
  return (await loadScript("clinic", base)).readDocument(given);
}
