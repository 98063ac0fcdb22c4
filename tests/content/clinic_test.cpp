#include "content/documents.h"

#include "content/read/diagnostics.h"

#include <doctest/doctest.h>

using namespace rt;
using rt::test::Outcome;
using rt::test::read_clinic;
using rt::test::shipped;

TEST_CASE("a clinic narrows a range, sets default, step, texts and hides what it fixes") {
  const Outcome reading = read_clinic(R"({"fields": {
    "depth_mm": {"min": 0.5, "max": 2, "step": 0.5, "default": 0.6, "hidden": true,
                 "label": "Length", "explanation": "How long the needles are."},
    "device": {"options": {"fractional": {"hidden": false}, "pen": {"label": "Our pen"}},
               "default": "fractional"},
    "tone": {"default": 4}, "treated_at": {"default": "2026-11-22T14:00"},
    "prp": {"default": true}, "day": {"default": 0.5}}})");
  REQUIRE(reading.runs);
  CHECK(reading.diagnostics.empty());
  const FieldSpec &depth = reading.content.field(Field::depth_mm);
  CHECK(depth.min == 0.5);
  CHECK(depth.max == 2);
  CHECK(depth.step == 0.5);
  CHECK(depth.initial == 0.6);
  CHECK(depth.hidden);
  CHECK(depth.label == "Length");
  CHECK(depth.explanation == "How long the needles are.");
  const FieldSpec &device = reading.content.field(Field::device);
  CHECK(!device.options[4].hidden);
  CHECK(device.options[2].label == "Our pen");
  CHECK(device.initial == 4);
  CHECK(reading.content.field(Field::tone).initial == 4);
  CHECK(reading.content.field(Field::treated_at).initial == 20779 * 1440 + 14 * 60);
  CHECK(reading.content.field(Field::prp).initial == 1);
  CHECK(reading.content.field(Field::day).initial == 0.5);
}

TEST_CASE("a clinic's wrong value is refused with path, reason and range; the default stands") {
  struct Case {
    std::string clinic, path, what;
  };
  const Case kCases[] = {
      {R"({"fields": {"depth_mm": {"max": 4}}})", "/fields/depth_mm/max",
       "Must be a number from 0.25 to 3, but is 4. The default stays."},
      {R"({"fields": {"depth_mm": {"min": 0.1}}})", "/fields/depth_mm/min",
       "Must be a number from 0.25 to 3, but is 0.1. The default stays."},
      {R"({"fields": {"depth_mm": {"min": "0.5"}}})", "/fields/depth_mm/min",
       "Must be a number, but is \"0.5\". The default stays."},
      {R"({"fields": {"depth_mm": {"min": 2, "max": 1}}})", "/fields/depth_mm",
       "min 2 is larger than max 1. The default stays."},
      {R"({"fields": {"depth_mm": {"step": 0}}})", "/fields/depth_mm/step",
       "Must be a number from 0.01 to 2.75, but is 0. The default stays."},
      {R"({"fields": {"depth_mm": {"default": true}}})", "/fields/depth_mm/default",
       "Must be a number from 0.25 to 3, but is true. The default stays."},
      {R"({"fields": {"depth_mm": {"hidden": "yes"}}})", "/fields/depth_mm/hidden",
       "Must be true or false, but is \"yes\". The default stays."},
      {R"({"fields": {"depth_mm": {"label": ""}}})", "/fields/depth_mm/label",
       "Is an empty text; write at least one character. The default stays."},
      {R"({"fields": {"depth_mm": [1]}})", "/fields/depth_mm",
       "Must be an object { }, but is a list. The default stays."},
      {R"({"fields": {"passes": {"max": 2.5}}})", "/fields/passes/max",
       "Must be a whole number from 1 to 6, but is 2.5. The default stays."},
      {R"({"fields": {"passes": {"default": null}}})", "/fields/passes/default",
       "Must be a whole number from 1 to 6, but is null. The default stays."},
      {R"({"fields": {"device": {"default": "lazer"}}})", "/fields/device/default",
       "Must be one of \"roller\", \"stamp\", \"pen\", \"rf\", but is \"lazer\". The default "
       "stays."},
      {R"({"fields": {"device": {"default": "fractional"}}})", "/fields/device/default",
       "The option \"fractional\" is hidden; show it first. The default stays."},
      {R"({"fields": {"age_band": {"options": {"under_30": {"hidden": true}, "from_30":
          {"hidden": true}, "from_45": {"hidden": true}, "from_60": {"hidden": true}}}}})",
       "/fields/age_band/options",
       "Hides every option; at least one must be shown. The default stays."},
      {R"({"fields": {"device": {"options": {"pen": true}}}})", "/fields/device/options/pen",
       "Must be an object such as {\"hidden\": true}, but is true. The default stays."},
      {R"({"fields": {"tone": {"default": 0}}})", "/fields/tone/default",
       "Must be a whole number from 1 to 10, or null for not chosen, but is 0. The default "
       "stays."},
      {R"({"fields": {"water": {"default": 1}}})", "/fields/water/default",
       "Must be true or false, but is 1. The default stays."},
      {R"({"fields": {"view": {"hidden": true}}})", "/fields/view/hidden",
       "Cannot be changed for this field. The default stays."},
      {R"({"fields": {"view": {"options": {"about": {"hidden": true}}}}})",
       "/fields/view/options/about/hidden", "Cannot be changed for this field. The default stays."},
      {R"({"fields": {"day": {"max": 7}}})", "/fields/day/max",
       "Cannot be changed for this field. The default stays."},
      {R"({"fields": {"depth_mm": {"options": {}}}})", "/fields/depth_mm/options",
       "Cannot be changed for this field. The default stays."},
      {R"({"fields": {"depth_mm": {"unit": "inch"}}})", "/fields/depth_mm/unit",
       "This key is not known and has no effect."},
      {R"({"fields": 7})", "/fields", "Must be an object { }, but is 7. The default stays."},
      {R"({"words": []})", "/words", "Must be an object { }, but is a list. The default stays."},
      {R"({"words": {"en": {"title": 7}}})", "/words/en/title",
       "Must be a text in double quotes, but is 7. The default stays."},
      {R"({"treatments": {}})", "/treatments",
       "Must be a list [ ], but is an object. The default stays."},
  };
  for (const Case &c : kCases) {
    const Outcome reading = read_clinic(c.clinic);
    CAPTURE(c.clinic);
    REQUIRE(reading.runs);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.at(c.path).error.what == c.what);
    for (std::size_t i = 0; i < kFields; ++i) {
      const FieldSpec &spec = reading.content.fields[i], &before = shipped().fields[i];
      CHECK(spec.label == before.label);
      CHECK(spec.min == before.min);
      CHECK(spec.max == before.max);
      CHECK(spec.step == before.step);
      CHECK((spec.initial == before.initial || before.initial != before.initial));
      CHECK(spec.hidden == before.hidden);
      for (std::size_t j = 0; j < spec.options.size(); ++j)
        CHECK(spec.options[j].hidden == before.options[j].hidden);
    }
    CHECK(reading.content.words == shipped().words);
  }
}

TEST_CASE("a wrong value does not keep the right ones beside it from being used") {
  const Outcome reading = read_clinic(R"({"fields": {
    "depth_mm": {"min": 0.5, "max": 40, "hidden": 1, "label": "Length"}, "passes": {"max": 4}},
    "treatments": 3, "words": {"en": {"title": "Hello"}}})");
  CHECK(reading.diagnostics.size() == 3);
  CHECK(reading.content.field(Field::depth_mm).min == 0.5);
  CHECK(reading.content.field(Field::depth_mm).max == 3);
  CHECK(reading.content.field(Field::depth_mm).label == "Length");
  CHECK(reading.content.field(Field::passes).max == 4);
  CHECK(reading.content.word(Word::title) == "Hello");
}

TEST_CASE("a default that a clinic's range leaves outside moves inside, with a warning") {
  const Outcome range = read_clinic(R"({"fields": {"depth_mm": {"min": 1.5}}})");
  CHECK(range.content.field(Field::depth_mm).initial == 1.5);
  CHECK(range.at("/fields/depth_mm").warning);
  CHECK(range.at("/fields/depth_mm").error.what ==
        "The default 1 lies outside this range; 1.5 is used instead.");
  const Outcome option =
      read_clinic(R"({"fields": {"device": {"options": {"pen": {"hidden": true}}}}})");
  CHECK(option.content.field(Field::device).initial == 0);
  CHECK(option.at("/fields/device").warning);
  CHECK(option.at("/fields/device").error.what ==
        "Hides the default \"pen\"; \"roller\" is used instead.");
}

TEST_CASE("an unknown key warns, and a near miss is named") {
  const Outcome reading = read_clinic(R"({"feilds": {}, "fields": {"dept_mm": {},
    "depth_mm": {"maxx": 2}, "device": {"options": {"pan": {}, "rf": {"hiden": true}}}},
    "treatments": [{"name": "Glow", "state": {"wter": true}, "nam": "x"}],
    "words": {"en": {"titel": "x", "xyzzy": "x"}}, "colour": "red"})");
  REQUIRE(reading.runs);
  CHECK(reading.diagnostics.size() == 10);
  for (const Diagnostic &diagnostic : reading.diagnostics) CHECK(diagnostic.warning);
  const std::string start = "This key is not known and has no effect.";
  CHECK(reading.at("/feilds").error.what == start + " Did you mean \"fields\"?");
  CHECK(reading.at("/fields/dept_mm").error.what == start + " Did you mean \"depth_mm\"?");
  CHECK(reading.at("/fields/depth_mm/maxx").error.what == start + " Did you mean \"max\"?");
  CHECK(reading.at("/fields/device/options/pan").error.what == start + " Did you mean \"pen\"?");
  CHECK(reading.at("/fields/device/options/rf/hiden").error.what ==
        start + " Did you mean \"hidden\"?");
  CHECK(reading.at("/treatments/0/state/wter").error.what == start + " Did you mean \"water\"?");
  CHECK(reading.at("/treatments/0/nam").error.what == start + " Did you mean \"name\"?");
  CHECK(reading.at("/words/en/titel").error.what == start + " Did you mean \"title\"?");
  CHECK(reading.at("/words/en/xyzzy").error.what == start);
  CHECK(reading.at("/colour").error.what == start);
}

TEST_CASE("presets are taken by name; one with a wrong value is left out whole") {
  const Outcome reading = read_clinic(R"({"treatments": [
    {"name": "Glow facial", "state": {"device": "pen", "depth_mm": 0.6, "passes": 2}},
    {"name": "Too deep", "state": {"depth_mm": 9}},
    {"name": "When", "state": {"day": 3}},
    {"state": {}},
    "Glow",
    {"name": "Laser", "state": {"device": "fractional", "tone": null, "water": false}}]})");
  REQUIRE(reading.runs);
  REQUIRE(reading.content.presets.size() == 2);
  const Preset &glow = reading.content.presets[0];
  CHECK(glow.name == "Glow facial");
  REQUIRE(glow.values.size() == 3);
  CHECK(glow.values[1].first == Field::depth_mm);
  CHECK(glow.values[1].second == 0.6);
  CHECK(reading.content.presets[1].name == "Laser");
  CHECK(reading.diagnostics.size() == 4);
  CHECK(reading.at("/treatments/1/state/depth_mm").error.what ==
        "Must be a number from 0.25 to 3, but is 9. This treatment is left out.");
  CHECK(reading.at("/treatments/2/state/day").error.what ==
        "A treatment cannot set this; it sets device, depth, course, skin and aftercare. This "
        "treatment is left "
        "out.");
  CHECK(reading.at("/treatments/3/name").error.what ==
        "Is missing: what patients call it. This treatment is left out.");
  CHECK(reading.at("/treatments/4").error.what ==
        "Must be an object { } with name and state. This treatment is left out.");
}

TEST_CASE("presets are held against the range that the clinic itself set") {
  const Outcome reading = read_clinic(R"({"treatments": [{"name": "A", "state": {"depth_mm": 2}}],
    "fields": {"depth_mm": {"max": 1.5}}})");
  for (const Preset &preset : reading.content.presets) CHECK(preset.name != "A");
  CHECK(reading.at("/treatments/0/state/depth_mm").error.what ==
        "Must be a number from 0.25 to 1.5, but is 2. This treatment is left out.");
}

TEST_CASE("more than 24 presets are refused from the 25th on") {
  std::string clinic = R"({"treatments": [)";
  for (int i = 0; i < 30; ++i)
    clinic += std::string(i ? "," : "") + R"({"name": "P", "state": {"passes": 2}})";
  const Outcome reading = read_clinic(clinic + "]}");
  CHECK(reading.content.presets.size() == 24);
  CHECK(reading.diagnostics.size() == 1);
  CHECK(reading.at("/treatments/24").error.what ==
        "At most 24 treatments are read. This treatment is left out.");
}

TEST_CASE("a clinic replaces words but no safety text and no range in a text") {
  CHECK(read_clinic(R"({"words": {"en": {"title": "Heal well"}}})").content.word(Word::title) ==
        "Heal well");
  for (const char *word : {"intended_use", "illustration", "call_title", "call_at_once_signs"}) {
    const Outcome reading =
        read_clinic(std::string(R"({"words": {"en": {")") + word + R"(": "All is fine"}}})");
    CAPTURE(word);
    CHECK(reading.content.words == shipped().words);
    const std::string what = reading.at(std::string("/words/en/") + word).error.what;
    CHECK(what.rfind("Cannot be changed. ", 0) == 0);
    CHECK(what.find(" The default stays.") > 20);
  }
  // A text with {marks} keeps them all and gets no others.
  std::size_t with_marks = 0;
  while (shipped().words[with_marks].find('{') == std::string::npos) ++with_marks;
  REQUIRE(with_marks < kWords);
  const std::string key = word_keys()[with_marks];
  for (const char *text : {"short", "{low} {more}", "{"}) {
    CAPTURE(text);
    const Outcome reading =
        read_clinic(R"({"words": {"en": {")" + key + R"(": ")" + text + "\"}}}");
    CHECK(reading.content.words == shipped().words);
    CHECK(reading.at("/words/en/" + key)
              .error.what.rfind("Must hold the same {…} marks as the text it replaces: ", 0) == 0);
  }
  const std::string same = shipped().words[with_marks] + "!";
  const Outcome reading = read_clinic(R"({"words": {"en": {")" + key + R"(": ")" + same + "\"}}}");
  CHECK(reading.content.words[with_marks] == same);
}

TEST_CASE("whatever a clinic's document holds, the widget runs and says what is wrong") {
  for (const char *clinic : {"7", "null", "\"x\"", "[]", "x", "{", "{}x"}) {
    const Outcome reading = read_clinic(clinic);
    CAPTURE(clinic);
    CHECK(reading.runs);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(!reading.diagnostics[0].warning);
    CHECK(reading.diagnostics[0].error.where.rfind("clinic content", 0) == 0);
  }
  CHECK(read_clinic("{}").diagnostics.empty());
}

TEST_CASE("the clinic's document that the README shows is read without a diagnostic") {
  const std::string readme = rt::test::file_text("../../src/content/README.md");
  const std::size_t chapter = readme.find("## The clinic's document");
  REQUIRE(chapter != readme.npos);
  const std::size_t open = readme.find("```json\n", chapter) + 8, close = readme.find("```", open);
  const Outcome reading = read_clinic(readme.substr(open, close - open));
  CHECK(reading.diagnostics.empty());
  CHECK(reading.content.presets.size() == 1);
}

TEST_CASE("odd keys are shown short and as a JSON Pointer") {
  const Outcome reading = read_clinic("{\"a/b~c\": 1, \"" + std::string(100000, 'k') + "\": 1}");
  REQUIRE(reading.diagnostics.size() == 2);
  CHECK(reading.diagnostics[0].error.where == "clinic content: /a~1b~0c");
  CHECK(reading.diagnostics[1].error.where == "clinic content: /" + std::string(40, 'k') + "…");
}

TEST_CASE("texts that cannot be shown are refused") {
  CHECK(!read_clinic(R"({"words": {"en": {"title": "a\u0000b"}}})").diagnostics.empty());
  CHECK(!read_clinic(R"({"words": {"en": {"title": "a\nb"}}})").diagnostics.empty());
  const std::string huge =
      "{\"words\": {\"en\": {\"title\": \"" + std::string(100000, 'x') + "\"}}}";
  const Outcome reading = read_clinic(huge);
  CHECK(reading.at("/words/en/title").error.what ==
        "Is 100000 bytes long; at most 4000 are allowed. The default stays.");
  CHECK(reading.content.words == shipped().words);
}

TEST_CASE("a document of more than 200 KB is refused whole, with what to do") {
  const Outcome reading = read_clinic("{\"x\": \"" + std::string(kMaxClinicBytes, 'x') + "\"}");
  REQUIRE(reading.diagnostics.size() == 1);
  CHECK(reading.diagnostics[0].error.what.find("at most 204800 are read. Shorten it") !=
        std::string::npos);
  CHECK(reading.runs);
}

TEST_CASE("former keys are read, and the new ones are named") {
  const Outcome reading = read_clinic(
      R"({"presets": [{"name": "Glow", "state": {"passes": 2}}], "words": {"title": "Hello"}})");
  CHECK(reading.content.presets[0].name == "Glow");
  CHECK(reading.content.word(Word::title) == "Hello");
  REQUIRE(reading.diagnostics.size() == 2);
  CHECK(reading.at("/presets").warning);
  CHECK(reading.at("/presets").error.what.find("\"treatments\"") != std::string::npos);
  CHECK(reading.at("/words").warning);
}
