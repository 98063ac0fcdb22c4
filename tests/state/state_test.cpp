#include "content/documents.h"
#include "state/state_json.h"

#include <cmath>
#include <doctest/doctest.h>
#include <limits>

using namespace rt;
using test::shipped;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// A copy of the shipped content after the clinic's document, which must be free of errors.
Content content_with(const char *clinic) {
  test::Outcome outcome = test::read_clinic(clinic);
  REQUIRE(outcome.runs);
  REQUIRE(outcome.diagnostics.empty());
  return outcome.content;
}

double after(const Content &content, State state, const Action &action, Field field) {
  apply(state, content, action);
  return get(state, field);
}

State with(Field field, double value) {
  State state = initial_state(shipped());
  apply(state, shipped(), SetValue{field, value});
  REQUIRE(get(state, field) == value);
  return state;
}

} // namespace

TEST_CASE("the first state is the defaults of the content") {
  const State state = initial_state(shipped());
  CHECK(state.factors.device == Device::pen);
  CHECK(state.factors.depth_mm == 1);
  CHECK(state.factors.passes == 3);
  CHECK(state.factors.tone == 0);
  CHECK(state.factors.sun_protection);
  CHECK(!state.factors.ice);
  CHECK_FALSE(state.treated_at_min);
  CHECK(state.view == View::recovery);
  CHECK(valid(state.factors));
  CHECK(initial_state(content_with(R"({"fields": {"passes": {"default": 5}}})")).factors.passes ==
        5);
}

TEST_CASE("setting snaps to the step and clamps to the range") {
  const State start = initial_state(shipped());
  const auto depth = [&](double value) {
    return after(shipped(), start, SetValue{Field::depth_mm, value}, Field::depth_mm);
  };
  CHECK(depth(1.3) == 1.25);
  CHECK(depth(1.4) == 1.5);
  CHECK(depth(0) == 0.25);
  CHECK(depth(99) == 3);
  CHECK(depth(-1e300) == 0.25);
  CHECK(after(shipped(), start, SetValue{Field::passes, 4.4}, Field::passes) == 4);
  CHECK(after(shipped(), start, SetValue{Field::tone, 10.6}, Field::tone) == 10);
  CHECK(after(shipped(), start, SetValue{Field::prp, 1}, Field::prp) == 1);
  CHECK(after(shipped(), start, SetValue{Field::prp, 0.2}, Field::prp) == 0);
  CHECK(after(shipped(), start, SetValue{Field::day, 2.001}, Field::day) == 2);
  CHECK(after(shipped(), start, SetValue{Field::day, 0.52 / 24}, Field::day) == 1.0 / 24);
  CHECK(after(shipped(), start, SetValue{Field::day, 20}, Field::day) == 14);
}

TEST_CASE("a clinic's own step has tidy values and an end that can be reached") {
  const Content content =
      content_with(R"({"fields": {"depth_mm": {"min": 0.3, "max": 1.95, "step": 0.1}}})");
  State state = initial_state(content);
  const auto depth = [&](double value) {
    return after(content, state, SetValue{Field::depth_mm, value}, Field::depth_mm);
  };
  CHECK(depth(0.61) == 0.6);
  CHECK(depth(0.71) == 0.7);
  CHECK(depth(1.88) == 1.9);
  CHECK(depth(1.95) == 1.95);
  apply(state, content, SetValue{Field::depth_mm, 1.95});
  CHECK(after(content, state, Step{Field::depth_mm, -1}, Field::depth_mm) == 1.9);
  CHECK(after(content, state, Step{Field::depth_mm, 1}, Field::depth_mm) == 1.95);
}

TEST_CASE("an action that makes no sense changes nothing") {
  const State start = initial_state(shipped());
  State state = start;
  const Action actions[] = {
      SetValue{Field::depth_mm, kNaN},
      SetValue{Field::depth_mm, kInfinity},
      SetValue{Field::treated_at, kInfinity},
      SetValue{Field::treated_at, -kInfinity},
      SetValue{Field::prp, kNaN},
      SetValue{Field::device, -1},
      SetValue{Field::device, 5},
      SetValue{Field::device, 1e300},
      SetValue{Field::device, 4}, // fractional is hidden
      SetValue{Field::view, 5},
      SetValue{static_cast<Field>(200), 1},
      Step{static_cast<Field>(200), 1},
      Step{Field::depth_mm, 0},
      Step{Field::depth_mm, 0.4},
      Step{Field::depth_mm, kNaN},
      Step{Field::depth_mm, kInfinity},
      Step{Field::treated_at, 1}, // not set
      Step{Field::tone, -1},      // not chosen
      Reset{},
  };
  for (const Action &action : actions) {
    CAPTURE(action.index());
    CHECK(!apply(state, shipped(), action));
    CHECK(state == start);
  }
}

TEST_CASE("a change is told, the same value is none") {
  State state = initial_state(shipped());
  CHECK(apply(state, shipped(), SetValue{Field::passes, 4}));
  CHECK(!apply(state, shipped(), SetValue{Field::passes, 4}));
  CHECK(apply(state, shipped(), SetValue{Field::treated_at, 100}));
  CHECK(apply(state, shipped(), SetValue{Field::treated_at, kNaN}));
  CHECK(!apply(state, shipped(), SetValue{Field::treated_at, kNaN}));
  CHECK(apply(state, shipped(), Reset{}));
  CHECK(!apply(state, shipped(), Reset{}));
}

TEST_CASE("a step goes to the next grid point and stops at the ends") {
  const auto step = [](Field field, double from, double steps) {
    return after(shipped(), with(field, from), Step{field, steps}, field);
  };
  CHECK(step(Field::depth_mm, 1, 1) == 1.25);
  CHECK(step(Field::depth_mm, 1, -2) == 0.5);
  CHECK(step(Field::depth_mm, 3, 1) == 3);
  CHECK(step(Field::depth_mm, 1, -1e9) == 0.25);
  CHECK(step(Field::depth_mm, 1, 1e308) == 3);
  CHECK(step(Field::passes, 3, 10) == 6);
  CHECK(step(Field::prp, 0, 1) == 1);
  CHECK(step(Field::prp, 1, -1) == 0);
  CHECK(step(Field::tone, 0, 1) == 1);
  CHECK(step(Field::tone, 1, -1) == 1); // never back to "not chosen"
  CHECK(step(Field::tone, 9, 5) == 10);
  CHECK(step(Field::treated_at, 100, 2) == 220);
  CHECK(step(Field::treated_at, 30, -1) == 0);
}

TEST_CASE("from between two grid points a step goes to the next of them") {
  State state = initial_state(shipped());
  std::vector<Error> refused;
  REQUIRE(set_state_json(state, shipped(), R"({"depth_mm": 0.6, "day": 2.1})", refused));
  CHECK(after(shipped(), state, Step{Field::depth_mm, 1}, Field::depth_mm) == 0.75);
  CHECK(after(shipped(), state, Step{Field::depth_mm, -1}, Field::depth_mm) == 0.5);
  CHECK(after(shipped(), state, Step{Field::day, 1}, Field::day) == 2.25);
  CHECK(after(shipped(), state, Step{Field::day, -1}, Field::day) == 2);
}

TEST_CASE("arrow keys walk the days by the hour, then by six hours, then by the day") {
  State state = with(Field::day, 0);
  std::vector<double> hours;
  while (apply(state, shipped(), Step{Field::day, 1})) hours.push_back(state.day * 24);
  REQUIRE(hours.size() == 75);
  for (std::size_t i = 0; i < hours.size(); ++i) {
    const double from = i == 0 ? 0 : hours[i - 1];
    const double expected = from < 47.9 ? 1 : from < 167.9 ? 6 : 24;
    CHECK(hours[i] - from == doctest::Approx(expected));
  }
  CHECK(state.day == 14);
  // The same way back.
  for (std::size_t i = hours.size() - 1; i-- > 0;) {
    REQUIRE(apply(state, shipped(), Step{Field::day, -1}));
    CHECK(state.day * 24 == doctest::Approx(hours[i]));
  }
}

TEST_CASE("a step through choices passes over the hidden ones") {
  CHECK(after(shipped(), with(Field::device, 3), Step{Field::device, 1}, Field::device) == 3);
  const Content content = content_with(
      R"({"fields": {"device": {"options": {"stamp": {"hidden": true},
          "fractional": {"hidden": false}}}}})");
  State state = initial_state(content);
  CHECK(after(content, state, Step{Field::device, -1}, Field::device) == 0);
  CHECK(after(content, state, Step{Field::device, 2}, Field::device) == 4);
  CHECK(after(content, state, Step{Field::device, -1e300}, Field::device) == 0);
  CHECK(!apply(state, content, SetValue{Field::device, 1}));
}

TEST_CASE("a field that the clinic fixed can still be set") {
  const Content content = content_with(R"({"fields": {"depth_mm": {"hidden": true}}})");
  State state = initial_state(content);
  CHECK(apply(state, content, SetValue{Field::depth_mm, 2}));
  std::vector<Error> refused;
  CHECK(set_state_json(state, content, R"({"depth_mm": 1.5})", refused));
  CHECK(refused.empty());
}

TEST_CASE("a preset sets what it lists and nothing else; reset takes it back, the view stays") {
  const Content content = content_with(
      R"({"treatments": [{"name": "Glow facial", "state": {"depth_mm": 0.6, "passes": 2}}]})");
  State state = initial_state(content);
  apply(state, content, SetValue{Field::ice, 1});
  apply(state, content, SetValue{Field::view, 2});
  CHECK(apply(state, content, SetValue{Field::treatment, 0}));
  CHECK(!apply(state, content, SetValue{Field::treatment, 0}));
  CHECK(state.factors.depth_mm == 0.6);
  CHECK(state.factors.passes == 2);
  CHECK(state.factors.ice);
  CHECK(apply(state, content, Reset{}));
  CHECK(state.factors == initial_state(content).factors);
  CHECK(state.view == View::plan);
}

TEST_CASE("the state is the plain object of element.state, in its order") {
  State state = initial_state(shipped());
  CHECK(state_json(state, shipped()) ==
        "{\"device\":\"pen\",\"depth_mm\":1,\"passes\":3,\"area\":\"cheeks\",\"prp\":false,"
        "\"sessions\":3,\"weeks_between\":4,\"concern\":\"texture\",\"tone\":null,\"reactivity\":"
        "\"average\","
        "\"age_band\":\"from_30\",\"darkens_easily\":false,\"water\":true,\"sun_protection\":true,"
        "\"moisturiser\":true,\"serum\":false,\"no_makeup_24h\":true,\"gentle_care\":true,"
        "\"anti_inflammatory\":false,\"ice\":false,\"arnica_bromelain\":false,"
        "\"treatment\":\"fine_lines\",\"treated_at\":null,\"event_on\":null,\"sureness\":\"nine_in_"
        "10\",\"day\":1,"
        "\"view\":\"recovery\",\"compared_with\":null}");
  std::vector<Error> refused;
  CHECK(set_state_json(state, shipped(),
                       R"({"view": "care", "day": 2.5, "treated_at": "2026-11-22T14:00",
                           "event_on": "2026-12-11T15:00", "sureness": "seven_in_10",
                           "tone": 5, "device": "rf", "depth_mm": 0.6, "ice": true})",
                       refused));
  CHECK(refused.empty());
  const std::string json = state_json(state, shipped());
  for (const char *part :
       {"\"device\":\"rf\",\"depth_mm\":0.6,", "\"tone\":5,", "\"ice\":true,",
        "\"treated_at\":\"2026-11-22T14:00\",\"event_on\":\"2026-12-11T15:00\",",
        "\"sureness\":\"seven_in_10\",\"day\":2.5,\"view\":\"care\",\"compared_with\""})
    CHECK(json.find(part) != json.npos);
}

TEST_CASE("a kept treatment stays as it was while the other changes, and both come back by JSON") {
  const Content &c = shipped();
  State state = initial_state(c);
  CHECK(apply(state, c, Compare::keep));
  CHECK(apply(state, c, SetValue{Field::depth_mm, 2}));
  CHECK(state.kept->depth_mm == 1);
  CHECK(state.factors.depth_mm == 2);

  State other = initial_state(c);
  std::vector<Error> refused;
  CHECK(set_state_json(other, c, state_json(state, c), refused));
  CHECK(refused.empty());
  CHECK(other == state);

  CHECK(apply(state, c, Compare::swap));
  CHECK(state.kept->depth_mm == 2);
  CHECK(state.factors.depth_mm == 1);
  CHECK(apply(state, c, Compare::let_go));
  CHECK_FALSE(state.kept.has_value());
  CHECK_FALSE(apply(state, c, Compare::let_go));
  CHECK_FALSE(apply(state, c, Compare::swap));
}

TEST_CASE("what is wrong in a kept treatment is refused by its place, the rest applies") {
  const Content &c = shipped();
  State state = initial_state(c);
  std::vector<Error> refused;
  CHECK(set_state_json(state, c, R"({"compared_with": {"depth_mm": 9, "passes": 1, "day": 3}})",
                       refused));
  REQUIRE(refused.size() == 2);
  CHECK(refused[0].where == "compared_with/depth_mm");
  CHECK(refused[1].where == "compared_with/day");
  CHECK(state.kept->passes == 1);
  CHECK(state.kept->depth_mm == 1);
  refused.clear();
  CHECK_FALSE(set_state_json(state, c, R"({"compared_with": 7})", refused));
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].where == "compared_with");
  CHECK(state.kept->passes == 1); // nothing that was set is lost
}

TEST_CASE("what is wrong in element.state is refused by key and range, the rest applies") {
  struct Case {
    std::string value, where, what;
  };
  const Case kCases[] = {
      {R"("depth_mm": 4)", "depth_mm", "Must be a number from 0.25 to 3, but is 4."},
      {R"("depth_mm": "1")", "depth_mm", "Must be a number from 0.25 to 3, but is \"1\"."},
      {R"("depth_mm": null)", "depth_mm", "Must be a number from 0.25 to 3, but is null."},
      {R"("passes": 2.5)", "passes", "Must be a whole number from 1 to 6, but is 2.5."},
      {R"("sessions": 0)", "sessions", "Must be a whole number from 1 to 6, but is 0."},
      {R"("weeks_between": 13)", "weeks_between",
       "Must be a whole number from 2 to 12, but is 13."},
      {R"("device": "pan")", "device",
       "Must be one of \"roller\", \"stamp\", \"pen\", \"rf\", but is \"pan\"."},
      {R"("device": 2)", "device",
       "Must be one of \"roller\", \"stamp\", \"pen\", \"rf\", but is 2."},
      {R"("prp": 1)", "prp", "Must be true or false, but is 1."},
      {R"("tone": 11)", "tone",
       "Must be a whole number from 1 to 10, or null for not chosen, but is 11."},
      {R"("tone": 0)", "tone",
       "Must be a whole number from 1 to 10, or null for not chosen, but is 0."},
      {R"("treated_at": "2026-02-30T10:00")", "treated_at",
       "Must be a date and time such as \"2026-11-22T14:00\" in the years 1970 to 2200, or null "
       "for not set, but is \"2026-02-30T10:00\"."},
      {R"("treated_at": 5)", "treated_at",
       "Must be a date and time such as \"2026-11-22T14:00\" in the years 1970 to 2200, or null "
       "for not set, but is 5."},
      {R"("day": 14.1)", "day", "Must be a number from 0 to 14, but is 14.1."},
      {R"("day": -0.1)", "day", "Must be a number from 0 to 14, but is -0.1."},
      {R"("view": "home")", "view",
       "Must be one of \"recovery\", \"results\", \"plan\", \"care\", \"about\", but is "
       "\"home\"."},
      {R"("area": {"x": 1})", "area",
       "Must be one of \"cheeks\", \"forehead\", \"around_eyes\", \"around_mouth\", \"neck\", "
       "\"body\", but is an object."},
      {R"("moisturizer": true)", "moisturizer",
       "This key is not known. Did you mean \"moisturiser\"?"},
      {R"("color": true)", "color", "This key is not known."},
      {R"("": true)", "\"\"", "This key is not known."},
  };
  for (const Case &c : kCases) {
    State state = initial_state(shipped());
    std::vector<Error> refused;
    CAPTURE(c.value);
    CHECK(set_state_json(state, shipped(), "{\"ice\": true, " + c.value + ", \"serum\": true}",
                         refused));
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].where == c.where);
    CHECK(refused[0].what == c.what);
    State expected = initial_state(shipped());
    expected.factors.ice = expected.factors.serum = true;
    CHECK(state == expected);
  }
}

TEST_CASE("what is no object with keys is refused as a whole") {
  for (const char *text : {"", "x", "[]", "7", "null", "{\"ice\": true", "{\"ice\": true}}"}) {
    State state = initial_state(shipped());
    std::vector<Error> refused;
    CAPTURE(text);
    CHECK(!set_state_json(state, shipped(), text, refused));
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].where.rfind("state", 0) == 0);
    CHECK(state == initial_state(shipped()));
  }
}

TEST_CASE("numbers between steps are kept, a hidden option can be set by its key") {
  State state = initial_state(shipped());
  std::vector<Error> refused;
  CHECK(set_state_json(state, shipped(),
                       R"({"depth_mm": 0.6, "day": 1.013, "device": "fractional"})", refused));
  CHECK(refused.empty());
  CHECK(state.factors.depth_mm == 0.6);
  CHECK(state.day == 1.013);
  CHECK(state.factors.device == Device::fractional);
}

TEST_CASE("a clinic's narrower range holds for element.state too") {
  const Content content = content_with(R"({"fields": {"depth_mm": {"max": 1.5}}})");
  State state = initial_state(content);
  std::vector<Error> refused;
  CHECK(!set_state_json(state, content, R"({"depth_mm": 2})", refused));
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].what == "Must be a number from 0.25 to 1.5, but is 2.");
}

TEST_CASE("5,000 random states go through JSON and back unchanged") {
  test::Random dice{4};
  for (int round = 0; round < 5000; ++round) {
    State state = initial_state(shipped());
    for (int n = 0; n < 12; ++n) {
      const auto field = static_cast<Field>(dice.below(kFields));
      const FieldSpec &spec = shipped().field(field);
      apply(state, shipped(),
            SetValue{field, spec.min + (spec.max - spec.min) * (1.2 * dice.unit() - 0.1)});
      apply(state, shipped(), Step{field, static_cast<double>(dice.below(9)) - 4});
    }
    if (round % 3 == 0) { // off the grid
      state.factors.depth_mm = 0.25 + 2.75 * dice.unit();
      name_treatment(state, shipped());
    }
    if (round % 5 == 0) state.day = 14 * dice.unit();
    CHECK(valid(state.factors));
    State back = initial_state(shipped());
    std::vector<Error> refused;
    set_state_json(back, shipped(), state_json(state, shipped()), refused);
    CHECK(refused.empty());
    CHECK(back == state);
  }
}

TEST_CASE("whatever is done, the model gets factors that it is valid for") {
  const Content narrow = content_with(
      R"({"fields": {"depth_mm": {"min": 0.5, "max": 0.9, "step": 0.3, "default": 0.7},
          "passes": {"min": 2, "max": 2, "default": 2}, "device": {"options": {"pen":
          {"hidden": true}, "roller": {"hidden": true}}, "default": "rf"}}})");
  test::Random dice{5};
  State state = initial_state(narrow);
  const double kOdd[] = {0,   -0.0, 1,     -1,   0.5,       1e-300,     1e300, -1e300, 1e15,  7.49,
                         1e7, -3.5, 144.9, kNaN, kInfinity, -kInfinity, 14,    2.95,   0.001, 6};
  for (int round = 0; round < 30000; ++round) {
    const auto field = static_cast<Field>(dice.below(kFields + 1));
    const double value = kOdd[dice.below(std::size(kOdd))];
    if (dice.below(2) == 0)
      apply(state, narrow, SetValue{field, value});
    else
      apply(state, narrow, Step{field, value});
    REQUIRE(valid(state.factors));
    REQUIRE(state.factors.depth_mm >= 0.5);
    REQUIRE(state.factors.depth_mm <= 0.9);
    REQUIRE(state.factors.passes == 2);
    REQUIRE((state.factors.device == Device::stamp || state.factors.device == Device::rf));
    REQUIRE(state.day >= 0);
    REQUIRE(state.day <= 14);
    REQUIRE(state.treated_at_min.value_or(0) >= 0);
  }
}
