// What a button of the widget asks of the page.

import { Request } from "rt:abi";
import { saveCalendar } from "../export/calendar.js";
import { printHandout } from "../export/handout.js";
import { copyLink } from "../export/share_link.js";

/** @type {Record<number, (stage: HTMLElement, wanted: any) => boolean | Promise<boolean>>} */
const REQUESTS = {
  [Request.calendar]: saveCalendar,
  [Request.print]: printHandout,
  [Request.copy_link]: copyLink,
};

/**
 * Does it; whether it was done.
 * @param {HTMLElement} stage
 * @param {number} request a Request
 * @param {string} json what it needs (src/ui/export/share.h)
 */
export const serve = (stage, request, json) => REQUESTS[request](stage, JSON.parse(json));
