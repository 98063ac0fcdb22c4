#include "content/documents.h"

#include <doctest/doctest.h>

using namespace rt;
using rt::test::Outcome;
using rt::test::read_clinic;
using rt::test::shipped;

namespace {

const Advice &row(const Outcome &reading, std::string_view key) {
  static const Advice none;
  const Advice *found = reading.content.advice_of(key);
  CHECK_MESSAGE(found != nullptr, key);
  return found ? *found : none;
}

} // namespace

TEST_CASE(
    "a clinic's span replaces ours, in the row and in the milestone; ours is kept as elsewhere") {
  const Outcome reading = read_clinic(R"({"clinic": {"name": "Linden Skin Clinic",
    "short_name": "Linden"}, "advice": {"make_up": {"from_h": 48}, "sun": {"from_h": 672}}})");
  CHECK(reading.diagnostics.empty());
  const Advice &make_up = row(reading, "make_up"), &ours = *shipped().advice_of("make_up");
  CHECK(make_up.hours == 48);
  CHECK(make_up.says == "Linden");
  CHECK(make_up.min_h == ours.min_h);
  CHECK(make_up.max_h == ours.max_h);
  CHECK(make_up.strength == ours.strength);
  CHECK(reading.content.parameters.advice_make_up_h == 48);
  // Our words hold for its span: until then, from then on, later.
  REQUIRE(make_up.steps.size() == 3);
  CHECK(make_up.steps[1].from_h == 48);
  CHECK(make_up.steps[2].from_h == 72);
  // Tanning never becomes possible again: a span is how long at least.
  CHECK(row(reading, "sun").say == AdviceSay::leave_out);
  CHECK(row(reading, "sun").hours == 672);
  CHECK(reading.content.parameters.advice_sun_h == 672);
}

TEST_CASE("a clinic turns advice round, asks to be asked, or leaves a row of ours away") {
  const Outcome reading = read_clinic(R"({"advice": {
    "ice": {"say": "yes", "words": "Cool packs for ten minutes."}, "arnica": "hidden",
    "fly": "ask", "coffee": {"from_h": 24}, "sunscreen": {"from_h": 0}, "make_up": "yes"}})");
  CHECK(reading.diagnostics.size() == 1);
  CHECK(reading.at("/advice/make_up").warning); // sooner than all that we know
  CHECK(row(reading, "ice").say == AdviceSay::yes);
  CHECK(row(reading, "ice").steps[0].words == "Cool packs for ten minutes.");
  CHECK(row(reading, "ice").says == shipped().word(Word::clinic_yours));
  CHECK(reading.content.advice_of("arnica") == nullptr);
  CHECK(row(reading, "fly").say == AdviceSay::ask);
  // Words of ours that say something else go.
  CHECK(row(reading, "fly").steps[0].words.empty());
  CHECK(row(reading, "coffee").say == AdviceSay::span);
  CHECK(row(reading, "coffee").steps[0].words.empty());
  REQUIRE(row(reading, "make_up").steps.size() == 2);
  CHECK(row(reading, "make_up").steps[1].from_h == 24);
  CHECK(row(reading, "sunscreen").say == AdviceSay::yes);
  CHECK(row(reading, "sunscreen").steps.size() == 1);
  CHECK(row(reading, "sunscreen").steps[0].words ==
        shipped().advice_of("sunscreen")->steps[1].words);
}

TEST_CASE("a clinic's own rows stand behind ours of their part, with steps, group and synonyms") {
  const Outcome reading = read_clinic(R"({"clinic": {"name": "Linden"}, "advice": {
    "gel": {"question": "Use our gel", "group": "skin", "until_h": 72, "synonyms": ["balm", "aloe"],
            "steps": [{"from_h": 0, "words": "Gel."}, {"from_h": 24, "words": "Then cream."}]},
    "hat": {"question": "Wear a hat", "from_h": 4, "until_h": 48, "words": "A clean one."}},
    "before": {"tablets": {"question": "Start your tablets", "hours_before": 48, "words": "As told."},
               "tattoo": {"question": "Tattoos there", "tell": true, "words": "Show us."},
               "event": {"hours_before": 504}, "shave": "hidden"},
    "people_see": {"scabs": "Two to five days after our pen.",
                   "glow": {"question": "A glow", "words": "Some days."}},
    "when_to_call": {"within_24h": "A fever after the visit."}})");
  CHECK(reading.diagnostics.empty());
  const Advice &gel = row(reading, "own_gel");
  CHECK(gel.say == AdviceSay::yes);
  CHECK(gel.until_h == 72);
  CHECK(gel.category == AdviceCategory::skin);
  CHECK(gel.find.find("aloe") != std::string::npos);
  CHECK(gel.steps.size() == 2);
  CHECK(row(reading, "own_hat").say == AdviceSay::span);
  CHECK(row(reading, "own_hat").hours == 4);
  CHECK(row(reading, "own_before_tablets").hours == 48);
  CHECK(row(reading, "own_before_tattoo").part == AdvicePart::tell);
  CHECK(row(reading, "before_event").says == "Linden");
  CHECK(reading.content.advice_of("before_shave") == nullptr);
  CHECK(row(reading, "see_scabs").says.empty());
  CHECK(row(reading, "see_scabs").added == "Two to five days after our pen.");
  CHECK(row(reading, "own_see_glow").says == "Linden");
  CHECK(reading.content.call_more[2] == "A fever after the visit.");
  // They stand behind ours, and what people must tell first stays.
  std::size_t told = 0;
  for (const Advice &a : reading.content.advice) told += a.part == AdvicePart::tell ? 1 : 0;
  CHECK(reading.content.advice[0].key == shipped().advice[0].key);
  std::size_t ours = 0;
  for (const Advice &a : shipped().advice) ours += a.part == AdvicePart::tell ? 1 : 0;
  CHECK(told == ours + 1);
}

TEST_CASE("texts are taken in the language that is shown; others keep ours, never a mixture") {
  const char *clinic = R"({"advice": {
    "make_up": {"from_h": 36, "words": {"es": "Solo mineral.", "pt": "Só mineral."}},
    "fly": {"say": "yes", "words": {"en-GB": "Fly when you like.", "es": "Vuela."}},
    "gel": {"question": {"es": "Usar el gel"}, "say": "yes"}},
    "treatments": [{"name": {"es": "Piel nueva"}, "state": {"passes": 2}}]})";
  const Outcome reading = read_clinic(clinic);
  CHECK(row(reading, "make_up").hours == 36);
  CHECK(row(reading, "make_up").steps[1].words == shipped().advice_of("make_up")->steps[1].words);
  CHECK(row(reading, "fly").steps[0].words == "Fly when you like.");
  CHECK(reading.content.advice_of("own_gel") == nullptr);
  CHECK(reading.at("/advice/gel").warning);
  CHECK(reading.diagnostics.size() == 1);
  CHECK(reading.content.presets[0].name == "Piel nueva");
}

TEST_CASE(
    "what is wrong in a row is told with place, reason and remedy, and only that row is left out") {
  struct Case {
    const char *advice, *path, *what;
  };
  const Case kCases[] = {
      {R"("make_up": {"from_h": "48"})", "/advice/make_up/from_h",
       "Must be a number of hours from 0 to 8760, but is \"48\". This row is left out."},
      {R"("make_up": {"from_h": -1})", "/advice/make_up/from_h",
       "Must be a number of hours from 0 to 8760, but is -1. This row is left out."},
      {R"("make_up": {"say": "span"})", "/advice/make_up/from_h",
       "Is missing: from how many hours after the treatment on. This row is left out."},
      {R"("make_up": {"from_h": 48, "until_h": 24})", "/advice/make_up/until_h",
       "Must be later than from_h. This row is left out."},
      {R"("make_up": {"from_h": 48, "words": "a", "steps": [{"from_h": 0, "words": "b"}]})",
       "/advice/make_up/words",
       "Stand in the steps already; leave one of them out. This row is left out."},
      {R"("make_up": {"from_h": 48, "steps": [{"from_h": 9, "words": "b"}, {"from_h": 9, "words":
         "c"}]})",
       "/advice/make_up/steps/1/from_h",
       "Must be later than in the step before. This row is left "
       "out."},
      {R"("make_up": {"from_h": 48, "steps": []})", "/advice/make_up/steps",
       "Must be a list of 1 to 8 steps such as {\"from_h\": 24, \"words\": \"…\"}. This row is "
       "left "
       "out."},
      {R"("ice": "jes")", "/advice/ice",
       "Must be one of \"span\", \"yes\", \"ask\", \"leave_out\", \"hidden\", but is \"jes\". Did "
       "you "
       "mean \"yes\"? This row is left out."},
      {R"("ice": 7)", "/advice/ice",
       "Must be one of \"span\", \"yes\", \"ask\", \"leave_out\", \"hidden\", but is 7. This row "
       "is "
       "left out."},
      {R"("makeup": {"from_h": 48})", "/advice/makeup",
       "No row of ours has this name, and one of your own needs its question. Did you mean "
       "\"make_up\"? This row is left out."},
      {R"("gel": {"question": "Gel"})", "/advice/gel/say",
       "Is missing, and so is from_h: what do you tell your patients? This row is left out."},
      {R"("Our Gel": {"question": "Gel", "say": "yes"})", "/advice/Our Gel",
       "A row's name is of a-z, 0-9 and _. This row is left out."},
      {R"("fly": {"say": "yes", "words": {"english": 7}})", "/advice/fly/words/english",
       "Must be a text in double quotes, but is 7. This row is left out."},
      {R"("fly": {"say": "yes", "words": {}})", "/advice/fly/words",
       "Is empty; write a text, or one a language. This row is left out."},
  };
  for (const Case &c : kCases) {
    CAPTURE(c.advice);
    const Outcome reading =
        read_clinic(std::string(R"({"advice": {"pool": {"from_h": 96}, )") + c.advice + "}}");
    REQUIRE(reading.diagnostics.size() == 1);
    CHECK(reading.at(c.path).error.what == c.what);
    CHECK(row(reading, "pool").hours == 96);
    CHECK(row(reading, "make_up").hours == shipped().advice_of("make_up")->hours);
    CHECK(reading.content.advice.size() == shipped().advice.size());
  }
}

TEST_CASE("a span sooner than all that we know is used, and told") {
  const Outcome reading = read_clinic(R"({"advice": {"retinol": {"from_h": 12}}})");
  CHECK(row(reading, "retinol").hours == 12);
  CHECK(reading.at("/advice/retinol").warning);
}

TEST_CASE("links are those that are safe to follow; others are refused with the reason") {
  const Outcome good = read_clinic(R"({"clinic": {"book": "https://linden.example/book?a=1&b=2",
    "site": "mailto:hello@linden.example", "hours": "Mon to Fri, 9 to 5", "logo": "/logo.svg"}})");
  CHECK(good.diagnostics.empty());
  CHECK(good.content.clinic.book == "https://linden.example/book?a=1&b=2");
  CHECK(good.content.clinic.site == "mailto:hello@linden.example");
  CHECK(good.content.clinic.hours == "Mon to Fri, 9 to 5");
  for (const char *address :
       {"javascript:alert(1)", "http://linden.example", "//linden.example", "https://", "mailto:x",
        "data:text/html,x", "HTTPS://linden.example/\\\"", "https://a b", "/book"}) {
    CAPTURE(address);
    const Outcome reading = read_clinic(std::string(R"({"clinic": {"book": ")") + address + "\"}}");
    CHECK(reading.content.clinic.book.empty());
    CHECK(reading.at("/clinic/book").error.what.find("https:// or mailto:") != std::string::npos);
  }
  for (const char *logo : {"https://other.example/x.png", "//x.example/x.png", "data:text/html,x",
                           "data:image/png;base64,<x", "javascript:x"}) {
    CAPTURE(logo);
    CHECK(read_clinic(std::string(R"({"clinic": {"logo": ")") + logo + "\"}}").diagnostics.size() ==
          1);
  }
}

TEST_CASE("views are those and in the order that the clinic names; About stays") {
  const Outcome reading = read_clinic(R"({"views": ["care", "recovery", "about"]})");
  CHECK(reading.diagnostics.empty());
  CHECK(reading.content.views == std::vector<std::uint8_t>{3, 0, 4});
  CHECK(reading.content.field(Field::view).initial == 3);
  const Outcome without = read_clinic(R"({"views": ["care"]})");
  CHECK(without.content.views == std::vector<std::uint8_t>{3, 4});
  CHECK(without.at("/views").error.what.find("risks") != std::string::npos);
  CHECK(read_clinic(R"({"views": ["care", "care", "about"]})").diagnostics.size() == 1);
  CHECK(read_clinic(R"({"views": ["cares", "about"]})").diagnostics.size() == 1);
}

TEST_CASE("what a treatment is for stands beside its name; one that is hidden is not offered") {
  const Outcome reading = read_clinic(R"({"treatments": [
    {"name": "Glow", "concern": "pores", "text": "fresher look", "state": {"passes": 2}},
    {"name": "Old", "hidden": true, "state": {"passes": 2}}]})");
  CHECK(reading.diagnostics.empty());
  REQUIRE(reading.content.presets.size() == 1);
  CHECK(reading.content.presets[0].values.back().first == Field::concern);
  CHECK(reading.content.presets[0].values.back().second == 4);
  CHECK(read_clinic(R"({"treatments": [{"name": "A", "concern": "spots", "state": {}}]})")
            .at("/treatments/0/concern")
            .error.what.find("\"pores\"") != std::string::npos);
}

TEST_CASE("treatments beyond the studies are counted with the most of these, and known as such") {
  const Outcome reading = read_clinic(R"({"treatments": [
    {"name": "Deep", "state": {"device": "rf", "depth_mm": 7, "sessions": 10}},
    {"name": "Crown", "state": {"area": "scalp"}},
    {"name": "Face", "state": {"area": "full_face"}},
    {"name": "Too deep", "state": {"device": "rf", "depth_mm": 9}},
    {"name": "Pen", "state": {"device": "pen", "depth_mm": 5}},
    {"name": "Many", "state": {"sessions": 11}}]})");
  REQUIRE(reading.content.presets.size() == 3);
  const Preset &deep = reading.content.presets[0];
  CHECK(deep.beyond);
  CHECK(deep.values[1].second == 3);
  CHECK(deep.values[2].second == 6);
  CHECK(reading.content.presets[1].beyond);
  CHECK_FALSE(reading.content.presets[2].beyond);
  CHECK(reading.diagnostics.size() == 3);
  for (const char *place : {"3/state/depth_mm", "4/state/depth_mm", "5/state/sessions"})
    CHECK(reading.at(std::string("/treatments/") + place).error.what.find("left out") !=
          std::string::npos);
}
