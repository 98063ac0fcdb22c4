// The plugin's check of a clinic's document, run by PHP alone: places and reasons, and that it takes what
// the schema's own examples show.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { onPath, root } from "../../.dev/tools.mjs";

const php = onPath("php");
const skip = php ? false : "PHP is not installed here: its checks of documents are SKIPPED";

// What WordPress gives, as far as the check needs it.
const HARNESS = `
// As WordPress itself does where PHP lacks them.
if ( ! function_exists( 'mb_strlen' ) ) {
	function mb_strlen( $text ) { return preg_match_all( '/./us', $text ); }
	function mb_substr( $text, $from, $length ) {
		preg_match_all( '/./us', $text, $signs );
		return implode( '', array_slice( $signs[0], $from, $length ) );
	}
}
define( 'ABSPATH', __DIR__ ); define( 'RECOVERY_TIMELINE_FILE', getcwd() . '/recovery-timeline.php' );
function __( $text ) { return $text; }
function wp_json_encode( $value, $flags = 0 ) { return json_encode( $value, $flags ); }
function wp_json_file_decode( $file, $options = array() ) {
	return json_decode( file_get_contents( $file ), ! empty( $options['associative'] ) );
}
foreach ( array( 'class-recovery-timeline-schema', 'syntax', 'documents' ) as $file ) {
	require getcwd() . '/includes/' . $file . '.php';
}
error_reporting( E_ALL ); set_error_handler( function ( $no, $said ) { throw new ErrorException( $said ); } );
$given = json_decode( stream_get_contents( STDIN ) );
`;

/** Runs code over what is given; returns the JSON that it prints. */
function run(code, given) {
  const { status, stdout, stderr } = spawnSync(php, ["-r", HARNESS + code], {
    cwd: path.join(root, "web", "wordpress"),
    input: JSON.stringify(given),
    encoding: "utf8",
    maxBuffer: 64e6,
  });
  assert.equal(status, 0, stdout + stderr);
  return JSON.parse(stdout);
}

/** What is wrong with each of the values against the schema, as "place: reason". */
const wrong = (schema, values) =>
  run(
    `$schema = new Recovery_Timeline_Schema( $given->schema );
echo json_encode( array_map( array( $schema, 'wrong' ), $given->values ), JSON_UNESCAPED_UNICODE );`,
    { schema, values },
  ).map((found) => found.map(({ path, reason }) => `${path}: ${reason}`));

const SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    clinic: {
      type: "object",
      additionalProperties: false,
      required: ["name"],
      properties: {
        name: { $ref: "#/$defs/text" },
        phone: { type: "string", pattern: "^[0-9 ]+$", maxLength: 10, examples: ["020 79"] },
      },
    },
    views: {
      type: "array",
      maxItems: 3,
      uniqueItems: true,
      contains: { const: "about" },
      items: { enum: ["care", "plan", "about"] },
    },
    hours: { type: "number", minimum: 0, maximum: 48 },
    advice: {
      type: "object",
      propertyNames: { pattern: "^[a-z0-9_]+$" },
      additionalProperties: {
        anyOf: [
          { enum: ["yes", "ask"] },
          {
            type: "object",
            properties: { from_h: { type: "number" }, words: { $ref: "#/$defs/text" } },
            allOf: [
              { not: { required: ["words", "steps"] } },
              { if: { required: ["say"] }, then: { required: ["from_h"] } },
            ],
          },
        ],
      },
    },
  },
  $defs: {
    text: {
      anyOf: [
        { type: "string", minLength: 1, maxLength: 5, pattern: "^[^\\u0000-\\u001f]+$" },
        { type: "object", additionalProperties: { type: "string" }, minProperties: 1 },
      ],
    },
  },
};

test("what fits the schema is taken", { skip }, () => {
  const values = [
    {},
    { clinic: { name: "Linde" }, views: ["care", "about"], hours: 1.5 },
    { clinic: { name: { de: "Linde", en: "Linden" }, phone: "020" } },
    { advice: { ice: "yes", make_up: { from_h: 48 }, own_7: { say: "span", from_h: 2 } } },
    { clinic: { name: "ÄÖÜß…" } },
  ];
  assert.deepEqual(wrong(SCHEMA, values), [[], [], [], [], []]);
});

test("each mistake is told with its place and the reason", { skip }, () => {
  const cases = [
    [[1], ": It must be of the kind object, but is [1]."],
    [
      { clinik: 1 },
      "clinik: This name is not known here. Known are: clinic, views, hours, advice.",
    ],
    [{ clinic: {} }, "clinic: It lacks name."],
    [{ clinic: { name: "Linden" } }, "clinic.name: It may have 5 characters, but has 6."],
    [{ clinic: { name: "" } }, "clinic.name: It must not be empty."],
    [{ clinic: { name: { de: 7 } } }, "clinic.name.de: It must be of the kind string, but is 7."],
    [
      { clinic: { name: "L", phone: "call" } },
      'clinic.phone: "call" has not the form that is needed here. An example: "020 79"',
    ],
    [
      { clinic: { name: "L", phone: "020\n" } },
      'clinic.phone: "020\\n" has not the form that is needed here. An example: "020 79"',
    ],
    [{ hours: 49 }, "hours: It must be from 0 to 48, but is 49."],
    [{ hours: "49" }, 'hours: It must be of the kind number, but is "49".'],
    [{ views: ["care"] }, 'views: It lacks "about".'],
    [{ views: ["about", "about"] }, "views: An entry stands in it twice."],
    [{ views: ["about", "x"] }, 'views[1]: It must be one of "care", "plan", "about", but is "x".'],
    [{ advice: { "Make up": "yes" } }, /^advice\.Make up: "Make up" has not the form/],
    [{ advice: { ice: "no" } }, 'advice.ice: It must be one of "yes", "ask", but is "no".'],
    [
      { advice: { ice: { from_h: "2" } } },
      'advice.ice.from_h: It must be of the kind number, but is "2".',
    ],
    [{ advice: { ice: { say: "span" } } }, "advice.ice: It lacks from_h."],
    [
      { advice: { ice: { words: "a", steps: 1 } } },
      "advice.ice: This must not stand here, or not together: words, steps.",
    ],
  ];
  const found = wrong(
    SCHEMA,
    cases.map(([value]) => value),
  );
  cases.forEach(([, expected], i) => {
    assert.equal(found[i].length, 1, found[i].join());
    if (typeof expected === "string") assert.equal(found[i][0], expected);
    else assert.match(found[i][0], expected);
  });
});

const file = path.join(root, "web", "clinic.schema.json");
const without = fs.existsSync(file) ? skip : "there is no web/clinic.schema.json yet: SKIPPED";

test("every example of the clinic's schema is taken at its place", { skip: without }, () => {
  const schema = JSON.parse(fs.readFileSync(file, "utf8"));
  const places = [];
  (function walk(node, inside) {
    if (node === null || typeof node !== "object") return;
    if (!inside && Array.isArray(node.examples))
      for (const example of node.examples) places.push([node, example]);
    for (const [key, child] of Object.entries(node)) if (key !== "examples") walk(child, false);
  })(schema, false);
  assert.ok(places.length > 100);
  const found = run(
    `$all = array();
foreach ( $given->places as $place ) {
	$place[0]->{'$defs'} = $given->defs;
	$schema = new Recovery_Timeline_Schema( $place[0] );
	$all[] = $schema->wrong( $place[1] );
}
echo json_encode( $all );`,
    { places, defs: schema.$defs },
  );
  found.forEach((complaints, i) => assert.deepEqual(complaints, [], JSON.stringify(places[i][1])));
});

test("the clinics that the project knows are taken", { skip: without }, () => {
  const folder = path.join(root, "tests", "clinics");
  const names = fs.existsSync(folder)
    ? fs.readdirSync(folder).filter((name) => name.endsWith(".json"))
    : [];
  const documents = names.map((name) => JSON.parse(fs.readFileSync(path.join(folder, name))));
  const found = wrong(JSON.parse(fs.readFileSync(file, "utf8")), documents);
  found.forEach((complaints, i) => assert.deepEqual(complaints, [], names[i]));
});

test("a document is read, checked and written anew", { skip }, () => {
  const texts = [
    '{"clinic": {"name": "Lind\\u00e9n", "phone": "020 7946 0142"}}',
    '{"clinic": {"name": "a < 1 mm"}}',
    '{"clinic": {"name": "<b>x</b>"}}',
    "{",
    "[]",
    `{"words": {"title": "${"a".repeat(210_000)}"}}`,
    '{"hours": 1e999}',
    `${'{"a":'.repeat(100)}1${"}".repeat(100)}`,
    '{"clinic": {"name": "\\ud800"}}',
  ];
  const read = run("echo json_encode( array_map( 'recovery_timeline_read', $given ) );", texts);
  assert.deepEqual(JSON.parse(read[0].json), JSON.parse(texts[0]));
  assert.equal(read[0].wrong.length, 0);
  assert.equal(read[1].wrong.length, 0);
  assert.deepEqual(read[2].wrong, [
    { path: "clinic.name", reason: "A text must not hold HTML tags." },
  ]);
  const reasons = [/no JSON/, /an object/, /200 KB at most/, /not JSON/, /not JSON/, /not JSON/];
  reasons.forEach((reason, i) => {
    const { json, wrong } = read[3 + i];
    assert.equal(json, null);
    assert.match(wrong[0].reason, reason);
  });
});

test("broken JSON is refused with line and column", { skip }, () => {
  const cases = [
    ['{\n  "a": 1,\n}', "Line 3, column 1"],
    ['{"a": 1 "b": 2}', "Line 1, column 9"],
    ['{"ä": "x}', "Line 1, column 7"],
    ["{'a': 1}", "Line 1, column 2"],
    ['{"a": [1, 2}', "Line 1, column 12"],
    ['{"a": 01}', "Line 1, column 7"],
    ['{"a": tru}', "Line 1, column 7"],
    ['{"a": 1}\n{}', "Line 2, column 1"],
    ['{"a": {"b": 1}', "Line 1, column 15"],
    ['{"a" 1}', "Line 1, column 6"],
    ['{"a": "tab\there"}', "Line 1, column 7"],
    ["", "Line 1, column 1"],
    ['{"a": {"b": 1, "c": [{"b": 1}],\n "b": 2}}', "Line 2, column 2", /"b" stands twice/],
  ];
  const read = run(
    "echo json_encode( array_map( 'recovery_timeline_read', $given ) );",
    cases.map(([text]) => text),
  );
  cases.forEach(([text, place, reason = /no JSON/], i) => {
    const { json, wrong } = read[i];
    assert.equal(json, null, text);
    assert.equal(wrong[0].path, place, text);
    assert.match(wrong[0].reason, reason);
  });
});

test("the places in JSON are those of a reader of JSON", { skip }, () => {
  // One character is taken out or put in, over and over: PHP's reader is asked whether it is JSON still.
  const document = `{"a": [1, -2.5e+3, true, null, "x\\n\\u00e9"], "b": {"c": {}, "d": []}, "e": "ä"}`;
  const texts = [...document].flatMap((_, i) =>
    ["", ",", "}", "]", '"', "0", ":", "\\", " "].flatMap((c) => [
      document.slice(0, i) + c + document.slice(i),
      document.slice(0, i) + c + document.slice(i + 1),
    ]),
  );
  const differ = run(
    `echo json_encode( array_values( array_filter( $given, function ( $text ) {
	json_decode( $text );
	$wrong = recovery_timeline_syntax( $text );
	$twice = $wrong && false !== strpos( $wrong['reason'], 'twice' );
	return ! $twice && ( JSON_ERROR_NONE === json_last_error() ) !== ( null === $wrong );
} ) ) );`,
    texts,
  );
  assert.ok(texts.length > 1000);
  assert.deepEqual(differ, []);
});

test("treatments have the keys that the widget gives them", { skip }, () => {
  const names = run("echo json_encode( recovery_timeline_treatments( $given, 'de' ) );", {
    treatments: [
      { name: "Glow Facial!" },
      { name: "Glow facial" },
      { name: { de: "Narben-Kur", en: "Scar course" } },
      { name: "تجديد" },
      { name: "Kept", hidden: true },
      { name: "Own", key: "mine" },
      { name: "Not sure" },
    ],
  });
  assert.deepEqual(names, {
    glow_facial: "Glow Facial!",
    glow_facial_2: "Glow facial",
    scar_course: "Narben-Kur",
    treatment: "تجديد",
    mine: "Own",
    not_sure_7: "Not sure",
  });
});

test("our figures stand in the page only where the clinic has none of its own", { skip }, () => {
  const usual = run("echo json_encode( array_map( 'recovery_timeline_is_usual', $given ) );", [
    {},
    { clinic: { name: "Linden" }, words: {}, theme: {} },
    { clinic: { name: "Linden" }, advice: { make_up: { from_h: 48 } } },
    { treatments: [] },
    { something_new: 1 },
  ]);
  assert.deepEqual(usual, [true, true, false, false, false]);
});

test("a treatment with a name a language has the same key in all of them", { skip }, () => {
  const name = { de: "Narben-Kur", en: "Scar course" };
  const given = { treatments: [{ name }, { name: "Glow" }, { name, key: "mine" }] };
  const kept = run("echo json_encode( recovery_timeline_with_keys( $given ) );", given);
  assert.deepEqual(
    kept.treatments.map(({ key }) => key),
    ["scar_course", undefined, "mine"],
  );
});
