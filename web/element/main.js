// What recovery-timeline.js brings when an element comes near the window: the widget itself.

export { linksFor } from "../export/share_link.js";
export { loadAssets } from "./assets.js";
export { clinicOf, reader } from "./clinic.js";
export { explained } from "./explained.js";
export { handOver } from "./handover.js";
export { keep } from "./kept.js";
export { changes, contentNotes, languageNotes, warn } from "./notes.js";
export { buildStage } from "./stage.js";
export { adoptStyle } from "./style.js";
export { openWidget } from "./widget.js";
