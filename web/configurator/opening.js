// A document of before, as it may come: from a file, pasted, or out of another field.
import { readDocument } from "../clinic/document.js";
import { say } from "./words.js";

/** @param {ArrayBuffer | string} given @returns {{value: any, reason: string}} reason: why it cannot be opened */
export function parsed(given) {
  const { text, errors } = readDocument(given);
  /** @type {any} */
  let value;
  try {
    value = JSON.parse(text || "null");
  } catch {
    value = null;
  }
  const fine = !errors.length && value !== null && typeof value === "object";
  if (fine && !Array.isArray(value)) return { value, reason: "" };
  return { value: undefined, reason: errors[0]?.what ?? say("open_no_object") };
}
