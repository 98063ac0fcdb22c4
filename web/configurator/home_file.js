// Where the configurator lives: here a file of its own, with the whole widget inside.
export { oneFile as previewPage, oneFile as wholeFile } from "./one_file.js";

export const isGuest = false;
export const formLanguages = navigator.languages;
export const pageLanguages = navigator.languages;
export const forms = ["script", "iframe", "wordpress", "file", "link"];
export const documentKey = "";

/** @param {import("./draft.js").Draft} draft */
export function begin(draft) {
  addEventListener("beforeunload", (event) => {
    if (draft.isUnsaved) event.preventDefault();
  });
}
