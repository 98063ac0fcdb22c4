// Writes web/clinic/clinic.d.ts, the TypeScript types of the clinic's document, from its schema.
import fs from "node:fs";
import path from "node:path";
import { main, root } from "./tools.mjs";

const pascal = (name) =>
  name.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase()).replace(/^\d/, "N$&");
const comment = (text) => `/** ${text} */`;

/** The type of a part of the schema. */
function type(part) {
  if (part.$ref) return pascal(part.$ref.split("/").at(-1));
  if (part.const !== undefined) return JSON.stringify(part.const);
  if (part.enum) return part.enum.map((one) => JSON.stringify(one)).join(" | ");
  if (part.anyOf && !part.type) return [...new Set(part.anyOf.map(type))].join(" | ");
  if (part.type === "array") return `(${type(part.items)})[]`;
  if (part.type === "integer") return "number";
  if (part.type !== "object") return part.type ?? "unknown";
  const members = Object.entries(part.properties ?? {}).map(([key, child]) => {
    const name = /^[a-z_]\w*$/i.test(key) ? key : JSON.stringify(key);
    const optional = part.required?.includes(key) ? "" : "?";
    return `${comment(child.description)} ${name}${optional}: ${type(child)};`;
  });
  if (part.additionalProperties) {
    // Rows of ours may stand beside those of the clinic's own.
    const all = [part.additionalProperties, ...Object.values(part.properties ?? {})].map(type);
    members.push(
      `[key: string]: ${[...new Set(all), ...(members.length ? ["undefined"] : [])].join(" | ")};`,
    );
  }
  return `{ ${members.join("\n")} }`;
}

/** The file, formatted. */
export async function typesOf(schema) {
  const { format } = await import("prettier");
  const named = Object.entries(schema.$defs).map(
    ([name, part]) => `${comment(part.description)}\nexport type ${pascal(name)} = ${type(part)};`,
  );
  const text = `// Made of web/clinic.schema.json by .dev/clinic_types.mjs.

${comment(schema.description)}
export interface ClinicDocument ${type(schema)}

${named.join("\n\n")}
`;
  return format(text, { parser: "typescript", printWidth: 100 });
}

await main(import.meta.url, async () => {
  const schema = JSON.parse(fs.readFileSync(path.join(root, "web/clinic.schema.json"), "utf8"));
  fs.writeFileSync(path.join(root, "web/clinic/clinic.d.ts"), await typesOf(schema));
});
