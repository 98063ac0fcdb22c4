// Types of the npm package; the README tells what each part means.

export type View = "recovery" | "results" | "plan" | "care" | "about";

/** The factors and what is shown. A part may be set alone; keys that are not named here are refused. */
export interface State {
  device?: "roller" | "stamp" | "pen" | "rf" | "fractional";
  depth_mm?: number;
  passes?: number;
  area?: "cheeks" | "forehead" | "around_eyes" | "around_mouth" | "neck" | "body";
  prp?: boolean;
  sessions?: number;
  weeks_between?: number;
  concern?: "texture" | "fine_lines" | "acne_scars" | "stretch_marks" | "pores";
  tone?: number | null;
  reactivity?: "calm" | "fairly_calm" | "average" | "reactive" | "very_reactive";
  age_band?: "under_30" | "from_30" | "from_45" | "from_60";
  treatment?: string;
  treated_at?: string | null;
  event_on?: string | null;
  day?: number;
  view?: View;
  [key: string]: unknown;
}

export interface Refusal {
  where: string;
  what: string;
  code?: string;
}
export interface Warning extends Refusal {
  given?: string;
  used?: string;
}

export declare class RecoveryTimeline extends HTMLElement {
  state: State;
  /** Every number shown, units in the keys; null before `ready`. */
  readonly projection: Record<string, unknown> | null;
  /** The element itself, once its first picture is there. */
  readonly ready: Promise<RecoveryTimeline>;
}

export interface RecoveryTimelineEvents {
  "recovery-ready": CustomEvent<Record<string, never>>;
  "recovery-change": CustomEvent<{ changed: string[] }>;
  "recovery-error": CustomEvent<{ errors: Refusal[] }>;
  "recovery-warning": CustomEvent<{ warnings: Warning[] }>;
}

/** Attributes, all of them texts. */
export interface RecoveryTimelineAttributes {
  content?: string;
  lang?: string;
  link?: "off";
  loading?: "eager" | "lazy";
  base?: string;
}

declare global {
  interface HTMLElementTagNameMap {
    "recovery-timeline": RecoveryTimeline;
  }
  interface HTMLElementEventMap extends RecoveryTimelineEvents {}
}
