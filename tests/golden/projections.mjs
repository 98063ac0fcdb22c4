// What the same factors give, whoever computes them: the command `recovery` natively, the element in
// a browser. Both are held against projections.jsonl, digit by digit.
// To renew it after a change of the model: RECOVERY=build/dev/recovery node tests/golden/projections.mjs
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const file = path.join(import.meta.dirname, "projections.jsonl");

/** [{factors, projection}]: the projection as `tellingPart` leaves it. */
export const golden = !fs.existsSync(file)
  ? []
  : fs.readFileSync(file, "utf8").trim().split("\n").map(JSON.parse);

/** All scalars and times of a projection, and of each course over time the median and the 90 %. */
export function tellingPart(projection) {
  const { signs, course, ...rest } = projection;
  const lines = ({ p50, p90 }) => ({ p50, p90 });
  const kept = ["model_version", "people", "milestones", "dark_spot_probability", "choices"];
  const signParts = Object.entries(signs).map(([name, sign]) => {
    const { visible_above, incidence, until_not_visible_h, peak_h, share_visible } = sign;
    const times = { visible_above, incidence, until_not_visible_h, peak_h, share_visible };
    return [name, { ...times, severity: lines(sign.severity) }];
  });
  return {
    ...Object.fromEntries(kept.map((key) => [key, rest[key]])),
    signs: Object.fromEntries(signParts),
    course: lines(course.share_of_improvement),
  };
}

const FACTORS = [
  {},
  { device: "rf", depth_mm: 2.5, area: "around_eyes", tone: 8, prp: true, ice: true },
  { device: "roller", depth_mm: 0.25, area: "body", tone: 2, age_band: "from_60", sessions: 6 },
];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const input = FACTORS.map((factors) => `${JSON.stringify(factors)}\n`).join("");
  const ran = spawnSync(process.env.RECOVERY, ["project"], {
    input,
    encoding: "utf8",
    maxBuffer: 1e8,
  });
  const answers = ran.stdout.trim().split("\n").map(JSON.parse);
  const lines = FACTORS.map((factors, i) =>
    JSON.stringify({ factors, projection: tellingPart(answers[i]) }),
  );
  fs.writeFileSync(file, `${lines.join("\n")}\n`);
}
