#include "content/documents.h"

#include "content/fields.h"

#include <cmath>
#include <cstdlib>
#include <doctest/doctest.h>

using namespace rt;
using namespace rt::test;
using json::Kind;

namespace {

// "model: line 3, column 7" lies within the first `bytes` bytes of `text`.
bool place_within(const std::string &where, const char *document, const std::string &text,
                  std::size_t bytes) {
  const std::string start = std::string(document) + ": line ";
  if (where.rfind(start, 0) != 0) return false;
  const std::size_t comma = where.find(", column ");
  if (comma == where.npos) return false;
  const int line = std::atoi(where.c_str() + start.size());
  const int column = std::atoi(where.c_str() + comma + 9);
  int lines = 1;
  for (std::size_t i = 0; i < bytes; ++i) lines += text[i] == '\n';
  return line >= 1 && line <= lines && column >= 1;
}

} // namespace

TEST_CASE("the shipped documents are read without a diagnostic") {
  const Outcome reading = read_clinic("");
  CAPTURE(reading.failure.where);
  CAPTURE(reading.failure.what);
  REQUIRE(reading.runs);
  CHECK(reading.diagnostics.empty());
  const Content &content = reading.content;
  CHECK(content.language == "en");
  CHECK(!content.right_to_left);
  CHECK(content.sourced_parameters.size() == parameter_specs().size());
  std::size_t index = 0;
  for (const ParameterSpec &spec : parameter_specs()) {
    const SourcedParameter &p = content.sourced_parameters[index++];
    CAPTURE(spec.name);
    CHECK(p.unit == spec.unit);
    CHECK(content.parameters.*spec.value == p.value);
    CHECK(p.min <= p.value);
    CHECK(p.value <= p.max);
    CHECK(!p.sources.empty());
    CHECK(!p.sentence.empty());
    CHECK(p.date.size() == 10);
  }
}

TEST_CASE("every field has its words, and its default lies within its range") {
  for (std::size_t i = 0; i < kFields; ++i) {
    const FieldSpec &spec = shipped().fields[i];
    CAPTURE(field_key(static_cast<Field>(i)));
    CHECK(!spec.label.empty());
    CHECK(!spec.explanation.empty());
    CHECK(!spec.hidden);
    if (field_kind(static_cast<Field>(i)) == FieldKind::moment) {
      CHECK(std::isnan(spec.initial));
    } else {
      CHECK(spec.initial >= spec.min);
      CHECK(spec.initial <= spec.max);
    }
    for (const Option &option : spec.options) CHECK(!option.label.empty());
  }
}

TEST_CASE("the widget starts with a pen, 1 mm, 3 passes, no tone chosen, laser hidden") {
  const Content &content = shipped();
  const FieldSpec &device = content.field(Field::device);
  CHECK(device.options[static_cast<std::size_t>(device.initial)].key == "pen");
  CHECK(content.field(Field::depth_mm).initial == 1);
  CHECK(content.field(Field::passes).initial == 3);
  CHECK(content.field(Field::tone).initial == 0);
  for (const Option &option : device.options) CHECK(option.hidden == (option.key == "fractional"));
}

TEST_CASE("every field's range is the model's valid domain, to its ends and not beyond") {
  const auto with = [](Field f, double value) {
    Factors factors;
    if (f == Field::depth_mm) factors.depth_mm = value;
    if (f == Field::passes) factors.passes = static_cast<int>(value);
    if (f == Field::sessions) factors.sessions = static_cast<int>(value);
    if (f == Field::weeks_between) factors.weeks_between = static_cast<int>(value);
    if (f == Field::tone) factors.tone = static_cast<int>(value);
    return valid(factors);
  };
  for (const Field f :
       {Field::depth_mm, Field::passes, Field::sessions, Field::weeks_between, Field::tone}) {
    CAPTURE(field_key(f));
    const Domain domain = field_domain(f);
    const double beyond = domain.whole ? 1 : 0.001;
    CHECK(with(f, domain.min));
    CHECK(with(f, domain.max));
    CHECK(!with(f, domain.min - beyond));
    CHECK(!with(f, domain.max + beyond));
  }
}

TEST_CASE("a model or words file cut off anywhere is an error with line and column") {
  for (const bool model : {true, false}) {
    const std::string &text = model ? model_text() : words_text();
    const std::size_t end = text.rfind('}');
    std::size_t step = 1;
    for (std::size_t cut = 0; cut <= end; cut += step) {
      const std::string part = text.substr(0, cut);
      const Outcome reading = model ? read(part, words_text(), "") : read(model_text(), part, "");
      if (reading.runs ||
          !place_within(reading.failure.where, model ? "model" : "words", text, cut))
        FAIL_CHECK("cut at byte " << cut << ": " << reading.failure.where);
      if (cut > 300) step = model ? 499 : 257; // every byte of the head, then samples
    }
  }
}

TEST_CASE("a clinic document cut off anywhere leaves the widget running on its defaults") {
  const std::string text = R"({"fields": {"depth_mm": {"min": 0.5, "label": "Länge"}},
    "treatments": [{"name": "Glow", "state": {"passes": 2}}], "words": {"title": "Hi"}})";
  for (std::size_t cut = 1; cut < text.size(); ++cut) {
    const Outcome reading = read_clinic(text.substr(0, cut));
    CAPTURE(cut);
    REQUIRE(reading.runs);
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(!reading.diagnostics[0].warning);
    CHECK(place_within(reading.diagnostics[0].error.where, "clinic content", text, cut));
    CHECK(reading.content.field(Field::depth_mm).min == 0.25);
    CHECK(reading.content.presets.front().key == "fresh_look");
  }
}

TEST_CASE("a key too many in the model or words file is refused by its path") {
  const json::Document model = parsed(model_text()), words = parsed(words_text());
  const struct {
    const json::Document &document;
    const char *path, *instead, *refused;
  } kCases[] = {
      {model, "/version", "\"1.0.0\",\"extra\":1", "model: /extra"},
      {model, "/fields/prp/default", "true,\"extra\":1", "model: /fields/prp/extra"},
      {model, "/fields/day/default", "1,\"min\":0", "model: /fields/day/min"},
      {model, "/fields/area/options/neck", "{\"hiden\":true}",
       "model: /fields/area/options/neck/hiden"},
      {model, "/fields/area/options/neck", "{},\"nose\":{}", "model: /fields/area/options/nose"},
      {model, "/fields/prp", "{\"default\":true},\"pry\":{}", "model: /fields/pry"},
      {model, "/parameters/reach_pen/value", "1,\"extra\":1", "model: /parameters/reach_pen/extra"},
      {words, "/language", "\"en\",\"extra\":1", "words: /extra"},
      {words, "/words/title", "\"x\",\"tittle\":\"x\"", "words: /words/tittle"},
      {words, "/fields/prp/label", "\"x\",\"extra\":\"x\"", "words: /fields/prp/extra"},
      {words, "/fields/prp/label", "\"x\",\"options\":{}", "words: /fields/prp/options"},
      {words, "/fields/area/options/neck", "\"x\",\"nose\":\"x\"",
       "words: /fields/area/options/nose"},
      {words, "/fields/prp/label", "\"x\"},\"extra\":{\"label\":\"x\"",
       "words: /fields/prp/explanation"},
  };
  for (const auto &c : kCases) {
    const std::string text = spoil(c.document, c.path, c.instead);
    const Outcome reading =
        &c.document == &model ? read(text, words_text(), "") : read(model_text(), text, "");
    CAPTURE(std::string(c.refused));
    CHECK(!reading.runs);
    CHECK(reading.failure.where == std::string(c.refused));
  }
}

TEST_CASE("a wrong number, unit, date, strength or source of a parameter is refused") {
  const json::Document model = parsed(model_text());
  const std::string at = "/parameters/redness_half_life_h/";
  const struct {
    const char *key, *instead;
    std::string what;
  } kCases[] = {
      {"value", "1e6", "Is 1000000, outside its range"},
      {"value", "-1", "Is -1, outside its range"},
      {"min", "1e6", "Is larger than max."},
      {"unit", "\"days\"", "Must be \"h\", the unit of the model, but is \"days\"."},
      {"date", "\"2026-02-30\"", "Must be a date such as \"2026-11-22\"."},
      {"strength", "\"E\"", "Must be a letter from \"A\" to \"D\"."},
      {"strength", "\"AB\"", "Must be a letter from \"A\" to \"D\"."},
      {"sources", "[]", "Is empty; name at least one source, \"prior\" or \"clinic convention\"."},
      {"sentence", "\"\"", "Is an empty text; write at least one character."},
      {"sentence", "\"a\\nb\"", "Holds a line break or another control character; remove it."},
  };
  for (const auto &c : kCases) {
    const Outcome reading = read(spoil(model, at + c.key, c.instead), words_text(), "");
    CAPTURE(c.what);
    CHECK(!reading.runs);
    CHECK(reading.failure.where == "model: " + at + c.key);
    CHECK(reading.failure.what.rfind(c.what, 0) == 0);
  }
  const Outcome source = read(spoil(model, at + "sources/0", "7"), words_text(), "");
  CHECK(source.failure.where == "model: " + at + "sources/0");
}

TEST_CASE("a version, date, language or direction of the wrong form is refused") {
  const json::Document model = parsed(model_text()), words = parsed(words_text());
  for (const char *version : {"\"1\"", "\"1.2\"", "\"1..2\"", "\"1.2.\"", "\"a.b.c\"", "\"\""})
    CHECK(read(spoil(model, "/version", version), words_text(), "").failure.where ==
          "model: /version");
  CHECK(read(spoil(model, "/reviewed_on", "\"2026-13-01\""), words_text(), "").failure.where ==
        "model: /reviewed_on");
  for (const char *language : {"\"e\"", "\"en_US\"", "\"-en\"", "\"en-\"", "\"\""})
    CHECK(read(model_text(), spoil(words, "/language", language), "").failure.where ==
          "words: /language");
  CHECK(read(model_text(), spoil(words, "/direction", "\"up\""), "").failure.where ==
        "words: /direction");
  CHECK(read(model_text(), spoil(words, "/direction", "\"rtl\""), "").content.right_to_left);
}

TEST_CASE("a field of the model cannot leave the valid domain") {
  const json::Document model = parsed(model_text());
  const struct {
    const char *path, *instead, *refused;
  } kCases[] = {
      {"/fields/depth_mm/max", "3.5", "/fields/depth_mm/max"},
      {"/fields/depth_mm/min", "0", "/fields/depth_mm/min"},
      {"/fields/depth_mm/step", "0", "/fields/depth_mm/step"},
      {"/fields/passes/step", "0.5", "/fields/passes/step"},
      {"/fields/passes/max", "5.5", "/fields/passes/max"},
      {"/fields/passes/default", "7", "/fields/passes/default"},
      {"/fields/tone/default", "11", "/fields/tone/default"},
      {"/fields/device/default", "\"fractional\"", "/fields/device/default"},
      {"/fields/device/default", "\"hammer\"", "/fields/device/default"},
      {"/fields/prp/default", "1", "/fields/prp/default"},
      {"/fields/treated_at/default", "\"now\"", "/fields/treated_at/default"},
      {"/fields/day/default", "15", "/fields/day/default"},
  };
  for (const auto &c : kCases) {
    const Outcome reading = read(spoil(model, c.path, c.instead), words_text(), "");
    CAPTURE(c.path + std::string(" = ") + c.instead);
    CHECK(!reading.runs);
    CHECK(reading.failure.where == std::string("model: ") + c.refused);
  }
}

TEST_CASE("bytes changed at random give content or an error, never a crash") {
  Random dice{3};
  const std::string clinic = R"({"fields": {"depth_mm": {"min": 0.5, "max": 2, "default": 1},
    "device": {"options": {"fractional": {"hidden": false}}, "default": "rf"}},
    "treatments": [{"name": "Glow", "state": {"passes": 2, "tone": null}}], "words": {}})";
  for (int round = 0; round < 500; ++round) {
    std::string texts[3] = {round % 8 ? "" : model_text(), round % 8 ? "" : words_text(), clinic};
    std::string &text = texts[round % 8 ? 2 : dice.below(2)];
    for (std::size_t n = 1 + dice.below(3); n > 0; --n)
      text[dice.below(text.size())] = static_cast<char>(32 + dice.below(96));
    const Outcome reading = round % 8 ? read_clinic(text) : read(texts[0], texts[1], texts[2]);
    if (!reading.runs) {
      CHECK(!reading.failure.where.empty());
      CHECK(!reading.failure.what.empty());
    }
  }
}
