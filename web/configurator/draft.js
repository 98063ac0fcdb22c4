// The clinic's document while it is edited: plain JSON, never changed in place, with undo. Keys that the
// form does not know stay as they came.

/** @typedef {any} Json */
/** @typedef {(string | number)[]} Path */

/** @param {Path} path */
export const pointer = (path) =>
  path.map((key) => "/" + String(key).replaceAll("~", "~0").replaceAll("/", "~1")).join("");

/** @param {Json} value @param {Path} path @returns {Json} */
export const at = (value, path) => path.reduce((part, key) => part?.[key], value);

const isEmpty = (/** @type {Json} */ value) =>
  value !== null && typeof value === "object" && Object.keys(value).length === 0;

/**
 * A copy of `value` with another part at `path`; undefined takes it away, and the objects and lists
 * around it that it leaves empty.
 * @param {Json} value @param {Path} path @param {Json} part @returns {Json}
 */
export function withPart(value, [key, ...rest], part) {
  if (key === undefined) return part;
  const copy = Array.isArray(value) ? [...value] : typeof value === "object" ? { ...value } : {};
  if (value === undefined && typeof key === "number") return withPart([], [key, ...rest], part);
  const child = withPart(copy[key], rest, part);
  const gone = child === undefined || (part === undefined && rest.length > 0 && isEmpty(child));
  if (!gone) copy[key] = child;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy;
}

// A row may be one text: what that stands for in a row with room for more.
/** @type {Record<string, (text: string) => Json>} */
const ROW_OF = {
  advice: (say) => ({ say }),
  before: () => ({}),
  people_see: (words) => ({ words }),
};

/** @param {Json} value @param {Path} path @returns {Json} the value, with room for what stands at the path */
function withRoom(value, [part, key, ...rest]) {
  const row = value?.[part]?.[key];
  if (!rest.length || typeof row !== "string" || !ROW_OF[part]) return value;
  return withPart(value, [part, key], ROW_OF[part](row));
}

export class Draft extends EventTarget {
  /** @type {Json} */
  #value = {};
  /** @type {{value: Json, place: string}[]} */
  #past = [];
  /** @type {Json[]} */
  #future = [];
  #place = ""; // of the last change: typing in one field is one step back
  #saved = this.#value;

  get value() {
    return this.#value;
  }
  get canUndo() {
    return this.#past.length > 0;
  }
  get canRedo() {
    return this.#future.length > 0;
  }
  /** Something would be lost with the page. */
  get isUnsaved() {
    return this.#value !== this.#saved;
  }

  /** @param {Path} path @returns {Json} */
  get(path) {
    return at(withRoom(this.#value, path), path);
  }

  /** @param {Path} path @param {Json} part undefined takes it away */
  set(path, part) {
    if (JSON.stringify(this.get(path)) === JSON.stringify(part)) return;
    this.#become(withPart(withRoom(this.#value, path), path, part), pointer(path));
  }

  /** A list's item to another place. @param {Path} path @param {number} from @param {number} to */
  move(path, from, to) {
    const list = [...this.get(path)];
    list.splice(to, 0, ...list.splice(from, 1));
    this.#become(withPart(this.#value, path, list), "");
  }

  /** Another name for a member, which keeps its place. @param {Path} path @param {string} key @param {string} name */
  rename(path, key, name) {
    const members = Object.entries(this.get(path)).map(([k, v]) => [k === key ? name : k, v]);
    this.#become(withPart(this.#value, path, Object.fromEntries(members)), "");
  }

  /** The document to begin with. @param {Json} value */
  start(value) {
    this.#tell(value);
    this.markSaved();
  }

  /** Another document. @param {Json} value */
  open(value) {
    this.#become(value, "");
    this.markSaved();
  }

  markSaved() {
    this.#saved = this.#value;
  }

  /** What comes next is a step of its own. */
  endStep() {
    this.#place = "";
  }

  undo() {
    const last = this.#past.pop();
    if (!last) return;
    this.#future.push(this.#value);
    this.#tell(last.value);
  }

  redo() {
    if (!this.#future.length) return;
    this.#past.push({ value: this.#value, place: "" });
    this.#tell(this.#future.pop());
  }

  /** @param {Json} value @param {string} place */
  #become(value, place) {
    if (!place || place !== this.#place) this.#past.push({ value: this.#value, place });
    if (this.#past.length > 500) this.#past.shift();
    this.#future = [];
    this.#tell(value);
    this.#place = place;
  }

  /** @param {Json} value */
  #tell(value) {
    this.#place = "";
    this.#value = value;
    this.dispatchEvent(new Event("change"));
  }
}
