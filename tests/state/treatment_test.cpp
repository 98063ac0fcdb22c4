// Treatments by name: what a name sets, and what the settings are called.

#include "content/documents.h"
#include "state/link.h"
#include "state/state.h"
#include "state/state_json.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace rt::test {

namespace {

Content content_with(const std::string &clinic) {
  Outcome outcome = read_clinic(clinic);
  REQUIRE(outcome.runs);
  REQUIRE(outcome.diagnostics.empty());
  return outcome.content;
}
std::string name_of(const State &state, const Content &content) {
  return content.field(Field::treatment).options[state.treatment].key;
}
void choose(State &state, const Content &content, const std::string &key) {
  std::size_t i = 0;
  while (content.field(Field::treatment).options[i].key != key) ++i;
  apply(state, content, SetValue{Field::treatment, static_cast<double>(i)});
}
void set(State &state, const Content &content, const std::string &json) {
  std::vector<Error> refused;
  set_state_json(state, content, json, refused);
  CHECK(refused.empty());
}

} // namespace

TEST_CASE("without a clinic six plain purposes are offered, then that one is not sure") {
  const Content &content = shipped();
  std::string keys;
  for (const Option &option : content.field(Field::treatment).options)
    keys += (option.hidden ? "(" + option.key + ")" : option.key) + " ";
  CHECK(keys == "fresh_look fine_lines acne_scars stretch_marks rf_tightening home_roller not_sure "
                "(own_settings) ");
  for (const Preset &preset : content.presets) {
    CAPTURE(preset.key);
    CHECK_FALSE(preset.name.empty());
    CHECK_FALSE(preset.purpose.empty());
    CHECK_FALSE(preset.sources.empty());
  }
  CHECK(name_of(initial_state(content), content) == "fine_lines");
}

TEST_CASE("a treatment sets its settings and leaves skin and aftercare as they are") {
  const Content &content = shipped();
  State state = initial_state(content);
  set(state, content, R"({"tone": 8, "serum": true})");
  choose(state, content, "stretch_marks");
  CHECK(state.factors.depth_mm == 2);
  CHECK(state.factors.area == Area::body);
  CHECK(state.factors.concern == Concern::stretch_marks);
  CHECK(state.factors.tone == 8);
  CHECK(state.factors.serum);
}

TEST_CASE("another depth is another treatment, by its name if it has one; another area is not") {
  const Content &content = shipped();
  State state = initial_state(content);
  apply(state, content, SetValue{Field::area, 1});
  CHECK(name_of(state, content) == "fine_lines");
  apply(state, content, Step{Field::depth_mm, 1});
  CHECK(name_of(state, content) == "own_settings");
  apply(state, content, Step{Field::depth_mm, -1});
  CHECK(name_of(state, content) == "fine_lines");
  apply(state, content, SetValue{Field::depth_mm, 0.5});
  apply(state, content, SetValue{Field::passes, 2});
  CHECK(name_of(state, content) == "fresh_look");
}

TEST_CASE("not sure changes no setting and ends when one is set") {
  const Content &content = shipped();
  State state = initial_state(content);
  const Factors before = state.factors;
  choose(state, content, "not_sure");
  CHECK(state.factors == before);
  CHECK(not_sure(state, content));
  apply(state, content, SetValue{Field::serum, 1});
  CHECK(not_sure(state, content));
  apply(state, content, SetValue{Field::depth_mm, 3});
  CHECK(name_of(state, content) == "own_settings");
}

TEST_CASE("element.state and links take a treatment and tell it again") {
  const Content &content = shipped();
  for (const std::string key : {"acne_scars", "rf_tightening", "not_sure", "fine_lines"}) {
    CAPTURE(key);
    State state = initial_state(content);
    set(state, content, R"({"treatment": ")" + key + R"("})");
    CHECK(name_of(state, content) == key);
    State again = initial_state(content);
    set(again, content, state_json(state, content));
    CHECK(again == state);
    State linked = initial_state(content);
    std::vector<Error> refused;
    set_link(linked, content, link_of(state, content), refused);
    CHECK(refused.empty());
    CHECK(linked == state);
  }
}

TEST_CASE("a treatment together with a setting of its own: the setting holds, whichever is first") {
  const Content &content = shipped();
  for (const char *json : {R"({"treatment": "acne_scars", "depth_mm": 2.5})",
                           R"({"depth_mm": 2.5, "treatment": "acne_scars"})"}) {
    State state = initial_state(content);
    set(state, content, json);
    CHECK(state.factors.depth_mm == 2.5);
    CHECK(state.factors.passes == 4);
    CHECK(name_of(state, content) == "own_settings");
  }
}

TEST_CASE("a link of the first version, which names no treatment, finds its name") {
  const Content &content = shipped();
  State state = initial_state(content);
  std::vector<Error> refused;
  set_link(state, content, "rt1:depth_mm=1.5,passes=4", refused);
  CHECK(refused.empty());
  CHECK(name_of(state, content) == "acne_scars");
  set_link(state, content, "rt1:device=roller,depth_mm=1.75", refused);
  CHECK(name_of(state, content) == "own_settings");
}

TEST_CASE("a link to a treatment that is no longer offered says so and leaves the rest") {
  const Content &content = shipped();
  State state = initial_state(content);
  std::vector<Error> refused;
  set_link(state, content, "rt1:tone=4,treatment=glow_facial", refused);
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].where.find("treatment") != std::string::npos);
  CHECK(state.factors.tone == 4);
  CHECK(name_of(state, content) == "fine_lines");
}

TEST_CASE("the clinic's treatments replace ours; one of them can be the first to be shown") {
  const std::string presets = R"("treatments": [
    {"name": "Glow Facial", "text": "fresher look", "state": {"depth_mm": 0.5, "passes": 2}},
    {"name": "Skin Reset", "state": {"depth_mm": 1.25, "passes": 3}}])";
  const Content open = content_with("{" + presets + "}");
  REQUIRE(open.presets.size() == 2);
  CHECK(open.presets[0].key == "glow_facial");
  CHECK(open.presets[0].purpose == "fresher look");
  CHECK(not_sure(initial_state(open), open));
  const Content chosen =
      content_with("{" + presets + R"(, "fields": {"treatment": {"default": "skin_reset"}}})");
  CHECK(name_of(initial_state(chosen), chosen) == "skin_reset");
  CHECK(initial_state(chosen).factors.depth_mm == 1.25);
}

TEST_CASE("of our treatments only those are offered that the clinic's fields allow") {
  const auto offered = [](const char *clinic) {
    const Content content = content_with(clinic);
    std::string keys;
    for (const Option &option : content.field(Field::treatment).options)
      if (!option.hidden) keys += option.key + " ";
    return keys;
  };
  CHECK(offered(R"({"fields": {"depth_mm": {"max": 1}}})") ==
        "fresh_look fine_lines home_roller not_sure ");
  CHECK(offered(R"({"fields": {"device": {"hidden": true}, "depth_mm": {"max": 1.5}}})") ==
        "fresh_look fine_lines acne_scars not_sure ");
  CHECK(offered(R"({"fields": {"passes": {"default": 6, "hidden": true}}})") == "own_settings ");
}

} // namespace rt::test
