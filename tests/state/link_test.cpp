// The state in the fragment of an address.
#include "content/documents.h"
#include "content/fields.h"
#include "content/text.h"
#include "state/link.h"
#include "state/state_json.h"

#include <doctest/doctest.h>

#include <cmath>

using namespace rt;
using test::Random;
using test::shipped;

namespace {

Content content_with(const char *clinic) {
  test::Outcome outcome = test::read_clinic(clinic);
  REQUIRE(outcome.runs);
  REQUIRE(outcome.diagnostics.empty());
  return outcome.content;
}

State linked(std::string_view link, const Content &content = shipped()) {
  State state = initial_state(content);
  std::vector<Error> refused;
  set_link(state, content, link, refused);
  for (const Error &e : refused) FAIL_CHECK(e.where << ": " << e.what);
  return state;
}

std::vector<Error> refused_of(std::string_view link, State &state,
                              const Content &content = shipped()) {
  std::vector<Error> refused;
  state = initial_state(content);
  set_link(state, content, link, refused);
  return refused;
}

// Any state that a visitor or the page can reach, on or off the steps.
State any_state(Random &dice, const Content &content) {
  State state = initial_state(content);
  const auto change = [&](std::size_t fields) {
    for (std::size_t i = 0; i < fields; ++i) {
      if (dice.below(3) == 0) continue;
      const auto field = static_cast<Field>(i);
      const FieldSpec &spec = content.field(field);
      if (spec.hidden) continue;
      const double value = spec.options.empty()
                               ? spec.min + dice.unit() * (spec.max - spec.min)
                               : static_cast<double>(dice.below(spec.options.size()));
      apply(state, content, SetValue{field, value});
    }
  };
  if (dice.below(2) == 0) {
    change(kFactorFields);
    apply(state, content, Compare::keep);
  }
  change(kFields);
  if (dice.below(4) == 0) state.factors.depth_mm = 0.25 + 2.75 * dice.unit();
  if (dice.below(4) == 0) state.day = 14 * dice.unit();
  if (!not_sure(state, content)) name_treatment(state, content);
  return state;
}

} // namespace

TEST_CASE("a link tells only what differs from the defaults, in plain words") {
  State state = initial_state(shipped());
  CHECK(link_of(state, shipped()) == "rt1:");
  state.factors.depth_mm = 1.5;
  state.factors.prp = true;
  state.factors.device = Device::rf;
  state.factors.sun_protection = false;
  name_treatment(state, shipped());
  state.treated_at_min = 29702220; // 2026-06-22T13:00
  state.day = 7 / 24.0;
  state.view = View::plan;
  CHECK(link_of(state, shipped()) == "rt1:device=rf,depth_mm=1.5,prp=yes,sun_protection=no,"
                                     "treated_at=2026-06-22T13:00,day=7h,view=plan");
  state = initial_state(shipped());
  apply(state, shipped(), Compare::keep);
  CHECK(link_of(state, shipped()) == "rt1:a");
  state.factors.passes = 2;
  apply(state, shipped(), Compare::keep);
  state.factors.passes = 3;
  state.day = 3;
  CHECK(link_of(state, shipped()) == "rt1:day=3,a.passes=2");
}

TEST_CASE("ten thousand states come back from their links, the same in every field") {
  const Content clinic = content_with(R"({"fields": {"depth_mm": {"min": 0.3, "max": 1.95,
    "step": 0.1, "default": 0.6}, "tone": {"default": 4}, "prp": {"default": true},
    "passes": {"default": 2, "hidden": true}, "treated_at": {"default": "2026-11-22T14:00"}}})");
  Random dice{20261122};
  std::size_t longest = 0;
  for (int i = 0; i < 10000; ++i) {
    const Content &content = i % 2 ? shipped() : clinic;
    State state = any_state(dice, content);
    if (i % 2 == 0) {
      state.factors.depth_mm = std::fmin(std::fmax(state.factors.depth_mm, 0.3), 1.95);
      if (!not_sure(state, content)) name_treatment(state, content);
      if (state.kept) state.kept->depth_mm = std::fmin(std::fmax(state.kept->depth_mm, 0.3), 1.95);
    }
    const std::string link = link_of(state, content);
    longest = std::max(longest, link.size());
    CAPTURE(link);
    CHECK(link.find_first_not_of("abcdefghijklmnopqrstuvwxyzT0123456789_.,:=-") == link.npos);
    State back = any_state(dice, content); // whatever was set before
    std::vector<Error> refused;
    const bool differs = !(back == state);
    CHECK(set_link(back, content, (i % 3 ? "#" : "") + link, refused) == differs);
    CHECK(refused.empty());
    CHECK(back == state);
  }
  CHECK(longest < 1000);
}

TEST_CASE("what is wrong in a link is refused with place, reason and hint, the rest holds") {
  struct Case {
    const char *link, *where, *what;
  };
  const Case cases[]{
      {"depth_mm=9", "link: depth_mm", "Must be a number from 0.25 to 3, but is 9."},
      {"depth_mm=deep", "link: depth_mm", "Must be a number from 0.25 to 3"},
      {"depth_mm", "link: depth_mm", "Must be a number from 0.25 to 3"},
      {"depth_mm=1e999", "link: depth_mm", "Must be a number from 0.25 to 3"},
      {"device=pin", "link: device", "Must be one of"},
      {"device=fractional", "link: device", "It is not offered here."},
      {"prp=maybe", "link: prp", "Must be yes or no."},
      {"tone=11", "link: tone", "Must be a whole number from 1 to 10"},
      {"treated_at=2026-02-29T10:00", "link: treated_at", "Must be a date and time"},
      {"dept_mm=1", "link: dept_mm", "This key is not known. Did you mean \"depth_mm\"?"},
      {"a.day=3", "link: a.day", "This key is not known."},
      {"a.passes=7", "link: a.passes", "Must be a whole number from 1 to 6"},
      {"passes=2,passes=4", "link: passes", "It stands in the link twice; the first one holds."},
      {"\x01=2", "link: part 2", "It cannot be read."},
      {"depth_mm=1\xC3\xA9", "link: part 2", "It cannot be read."},
      {"=", "link: ", "This key is not known."},
  };
  for (const Case &c : cases) {
    State state;
    const std::string link = std::string("rt1:sessions=5,") + c.link + ",weeks_between=7";
    const std::vector<Error> refused = refused_of(link, state);
    CAPTURE(c.link);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].where == c.where);
    CHECK(refused[0].what.find(c.what) == 0);
    CHECK(refused[0].what.find("The default stays.") != std::string::npos);
    CHECK(state.factors.sessions == 5);
    CHECK(state.factors.weeks_between == 7);
  }
}

TEST_CASE("fragments that are not ours change nothing, those of another version are refused") {
  for (const char *other : {"", "#", "top", "#rt", "rt1", "rt:depth_mm=2", "RT1:depth_mm=2",
                            "route1:depth_mm=2", "#/rt1:depth_mm=2"}) {
    State state;
    CAPTURE(other);
    CHECK(refused_of(other, state).empty());
    CHECK(state == initial_state(shipped()));
  }
  for (const char *newer : {"rt2:depth_mm=2", "rt10:x", "#rt0:"}) {
    State state;
    CAPTURE(newer);
    const std::vector<Error> refused = refused_of(newer, state);
    REQUIRE(refused.size() == 1);
    CHECK(refused[0].where == "link");
    CHECK(state == initial_state(shipped()));
  }
  State state;
  const std::string endless = "rt1:depth_mm=2" + std::string(kLongestLink, ',');
  CHECK(refused_of(endless, state).size() == 1);
  CHECK(state == initial_state(shipped()));
}

TEST_CASE("a link works as well after a mail program has escaped it") {
  State expected = initial_state(shipped());
  expected.factors.depth_mm = 1.5;
  name_treatment(expected, shipped());
  expected.treated_at_min = 29702220;
  CHECK(linked("#rt1%3Adepth_mm%3d1.5%2Ctreated_at=2026-06-22T13%3A00") == expected);
  CHECK(linked("rt1:depth_mm=1.5,,treated_at=2026-06-22T13:00,") == expected);
}

TEST_CASE("what the clinic fixed is neither told nor taken by a link") {
  const Content content =
      content_with(R"({"fields": {"device": {"default": "roller", "hidden": true},
      "area": {"options": {"neck": {"hidden": true}}}}})");
  State state = initial_state(content);
  std::vector<Error> refused;
  set_state_json(state, content, R"({"device": "rf"})", refused);
  CHECK(link_of(state, content) == "rt1:");
  refused = refused_of("rt1:device=rf,a.device=rf,area=neck,depth_mm=2", state, content);
  REQUIRE(refused.size() == 3);
  CHECK(refused[0].what == "It is fixed on this page. The default stays.");
  CHECK(refused[1].where == "link: a.device");
  CHECK(refused[2].where == "link: area");
  CHECK(state.factors.device == Device::roller);
  CHECK(state.factors.depth_mm == 2);
  CHECK(!state.kept);
}

TEST_CASE("a link full of mistakes is refused in a few lines") {
  std::string link = "rt1:";
  for (int i = 0; i < 200; ++i) link += "wrong" + std::to_string(i) + "=1,";
  State state;
  CHECK(refused_of(link, state).size() == kMostRefused);
}

TEST_CASE("a hundred thousand broken links: never a state that cannot be" *
          doctest::test_suite("slow in wasm")) {
  Random dice{5};
  const char *pieces[]{"rt1:",
                       "#",
                       "a.",
                       "a",
                       "=",
                       ",",
                       ":",
                       "%",
                       "%2C",
                       "none",
                       "yes",
                       "1e9",
                       "-",
                       "0.25",
                       "7h",
                       "h",
                       "2026-11-22T14:00",
                       "\"",
                       "{",
                       "\\",
                       "\xFF",
                       "}"};
  const Content &content = shipped();
  const State first = initial_state(content);
  std::vector<std::string> whole;
  for (int i = 0; i < 1000; ++i) whole.push_back(link_of(any_state(dice, content), content));
  std::size_t taken = 0, told = 0;
  for (int i = 0; i < 100000; ++i) {
    std::string link = whole[dice.below(whole.size())];
    for (std::size_t changes = dice.below(6); changes-- > 0;) {
      const std::size_t at = dice.below(link.size() + 1);
      switch (dice.below(4)) {
      case 0: link.insert(at, pieces[dice.below(std::size(pieces))]); break;
      case 1: link.erase(at, dice.below(8)); break;
      case 2:
        if (at < link.size()) link[at] = static_cast<char>(dice.below(256));
        break;
      default: link.insert(at, field_keys()[dice.below(kFields)]);
      }
    }
    State state = first;
    std::vector<Error> refused;
    const bool changed = set_link(state, content, link, refused);
    bool fine = changed == !(state == first) && refused.size() <= kMostRefused &&
                valid(state.factors) && (!state.kept || valid(*state.kept)) && state.day >= 0 &&
                state.day <= 14 && state.factors.device != Device::fractional;
    for (const Error &e : refused)
      fine = fine && e.where.find("link") == 0 && !e.what.empty() &&
             !has_control_character(e.where) && !has_control_character(e.what);
    if (fine && i % 16 == 0) {
      State back = first;
      refused.clear();
      set_link(back, content, link_of(state, content), refused);
      fine = refused.empty() && back == state;
    }
    if (!fine) FAIL_CHECK(link);
    taken += changed;
    told += !refused.empty();
  }
  CHECK(taken > 10000); // most are still good in part
  CHECK(told > 10000);
}
