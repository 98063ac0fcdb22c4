// What a button of the widget asks of the page.

import { Request } from "rt:abi";
import { saveCalendar } from "../export/calendar.js";
import { printHandout } from "../export/handout.js";
import { copyLink, showField } from "../export/share_link.js";

/** @type {Record<number, (stage: HTMLElement, wanted: any) => boolean | Promise<boolean>>} */
const REQUESTS = {
  [Request.calendar]: saveCalendar,
  [Request.print]: printHandout,
  [Request.copy_link]: copyLink,
};

// What a frame must allow for it (attribute sandbox).
/** @type {Record<number, string>} */
const NEEDS = { [Request.calendar]: "allow-downloads", [Request.print]: "allow-modals" };

/** Whether the frame around the page forbids it; where that cannot be known, it is taken for so. @param {Window} window @param {string} need */
function isForbidden(window, need) {
  const { frameElement, origin, parent } = window;
  const sandbox = /** @type {HTMLIFrameElement | null} */ (frameElement)?.sandbox;
  if (sandbox) return sandbox.length > 0 && !sandbox.contains(need);
  return parent !== window && origin === "null";
}

/**
 * Does it; whether it was done.
 * @param {HTMLElement} stage
 * @param {number} request a Request
 * @param {string} json what it needs (src/ui/export/export.h)
 */
export function serve(stage, request, json) {
  const wanted = JSON.parse(json);
  const window = stage.ownerDocument.defaultView ?? self;
  if (NEEDS[request] && isForbidden(window, NEEDS[request])) {
    showField(stage, wanted.instead);
    return false;
  }
  return REQUESTS[request](stage, wanted);
}
