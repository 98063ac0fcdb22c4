// Advice and the studies: what is read, what is refused, and where.

#include "content/documents.h"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>

using namespace rt;
using namespace rt::test;

namespace {

// A document with the value at `path` replaced.
std::string with(const std::string &text, const std::string &path, const char *instead) {
  const auto document = json::parse(text);
  REQUIRE(document.ok());
  return spoil(document.value(), path, instead);
}

// Where the reading fails.
std::string model_failure(const std::string &path, const char *instead) {
  const Outcome outcome = read(with(model_text(), path, instead), words_text(), "");
  CAPTURE(path);
  CHECK_FALSE(outcome.runs);
  return outcome.failure.where;
}

std::string words_failure(const std::string &path, const char *instead) {
  const Outcome outcome = read(model_text(), with(words_text(), path, instead), "");
  CAPTURE(path);
  CHECK_FALSE(outcome.runs);
  return outcome.failure.where;
}

const Advice &row(const char *key) {
  const Advice *found = shipped().advice_of(key);
  REQUIRE_MESSAGE(found != nullptr, std::string(key));
  return *found;
}

} // namespace

TEST_CASE("every row of advice has a question, words for each step, a source and a date") {
  std::set<std::string> keys, asked;
  for (const Advice &a : shipped().advice) {
    CAPTURE(a.key);
    CHECK(keys.insert(a.key).second);
    CHECK(!a.ask.empty());
    CHECK(!a.find.empty());
    CHECK(a.why.empty() == (a.part != AdvicePart::after));
    REQUIRE(!a.steps.empty());
    CHECK(a.steps[0].from_h == 0);
    for (const AdviceStep &step : a.steps) CHECK(!step.words.empty());
    CHECK(!a.sources.empty());
    CHECK(a.date.size() == 10);
    for (const std::string &source : a.sources)
      CHECK((source == kConvention || source == kPrior || shipped().study_of(source) != nullptr));
    if (a.part == AdvicePart::after) CHECK_MESSAGE(asked.insert(a.ask).second, "asked twice");
  }
  CHECK(shipped().advice.size() > 55);
}

TEST_CASE("a span that waits has the range of what clinics say, at least as wide as their sheets") {
  for (const Advice &a : shipped().advice) {
    CAPTURE(a.key);
    if (a.part != AdvicePart::after || a.say != AdviceSay::span) continue;
    CHECK(a.min_h <= a.hours);
    CHECK(a.hours <= a.max_h);
  }
  struct Seen {
    const char *key;
    double low, high;
  };
  for (const Seen &seen : {Seen{"make_up", 12, 72},
                           {"exercise", 24, 144},
                           {"heat", 24, 336},
                           {"pool", 24, 336},
                           {"acids", 48, 336},
                           {"retinol", 48, 336},
                           {"vitamin_c", 48, 336},
                           {"anti_inflammatory", 48, 504},
                           {"sun", 48, 672},
                           {"sunscreen", 0, 72},
                           {"wash", 4, 24},
                           {"treatments", 336, 672},
                           {"botox", 336, 672},
                           {"shave", 48, 168},
                           {"alcohol", 24, 72},
                           {"hair_dye", 48, 168},
                           {"sleep", 24, 72},
                           {"before_event", 336, 504}}) {
    CAPTURE(std::string(seen.key));
    CHECK(row(seen.key).min_h <= seen.low);
    CHECK(row(seen.key).max_h >= seen.high);
  }
}

TEST_CASE("a span that a milestone shows is the milestone's own number") {
  const Parameters &p = shipped().parameters;
  CHECK(row("make_up").hours == p.advice_make_up_h);
  CHECK(row("exercise").hours == p.advice_exercise_h);
  CHECK(row("sun").hours == p.advice_sun_h);
  CHECK(model_failure("/advice/sun/hours", "\"advice_moon_h\"") == "model: /advice/sun/hours");
  CHECK(model_failure("/advice/sun/hours", "\"gain_per_session\"") == "model: /advice/sun/hours");
}

TEST_CASE("what people see has the count of the model where there is one") {
  CHECK(row("see_redness").shows == AdviceShown::redness);
  CHECK(row("see_flaking").shows == AdviceShown::flaking);
  CHECK(row("see_numbness").shows == AdviceShown::numbness);
  CHECK(row("see_itch").shows == AdviceShown::nothing);
}

TEST_CASE("what is wrong with a row is refused with its place") {
  const std::string acids = "/advice/acids/", at = "model: /advice/acids/";
  for (const auto &[key, instead, where] :
       std::vector<std::array<const char *, 3>>{{"hours", "9999", "hours"},
                                                {"hours", "-1", "hours"},
                                                {"hours", nullptr, "hours"},
                                                {"max_h", "1", "min_h"},
                                                {"max_h", nullptr, "min_h"},
                                                {"sources", "[]", "sources"},
                                                {"strength", "\"F\"", "strength"},
                                                {"date", "\"soon\"", "date"},
                                                {"part", "\"later\"", "part"},
                                                {"say", "\"maybe\"", "say"},
                                                {"category", "\"food\"", "category"},
                                                {"brief", "1", "brief"}}) {
    const std::string where_key = key; // no binding is captured
    CAPTURE(where_key);
    CHECK(model_failure(acids + key, instead) == at + where);
  }
  CHECK(model_failure("/advice/make_up/steps", "[0, 48, 24]") == "model: /advice/make_up/steps/2");
  CHECK(model_failure("/advice/make_up/steps", "[4, 24, 48]") == "model: /advice/make_up/steps/0");
  CHECK(model_failure("/advice/see_redness/shows", "\"glow\"") ==
        "model: /advice/see_redness/shows");
  CHECK(model_failure("/advice/acids", "1") == "model: /advice/acids");
  CHECK(model_failure("/advice/acids/sources/0", "\"RED-99\"") == "model: /advice/acids");
}

TEST_CASE("a row without words, and words without a row, are refused with their place") {
  CHECK(words_failure("/advice/acids", nullptr) == "words: /advice/acids");
  CHECK(model_failure("/advice/acids", nullptr) == "words: /advice/acids");
  CHECK(words_failure("/advice/acids/ask", nullptr) == "words: /advice/acids/ask");
  CHECK(words_failure("/advice/acids/why", nullptr) == "words: /advice/acids/why");
  CHECK(words_failure("/advice/acids/find", "\"\"") == "words: /advice/acids/find");
  CHECK(words_failure("/advice/acids/words", "[\"One.\", \"Two.\"]") ==
        "words: /advice/acids/words");
  CHECK(words_failure("/advice/make_up/words", "[\"One.\", \"Two.\"]") ==
        "words: /advice/make_up/words");
  CHECK(words_failure("/advice/make_up/words", "\"One.\"") == "words: /advice/make_up/words");
}

TEST_CASE("a source that no study has is refused; only advice rests on case reports") {
  CHECK(model_failure("/parameters/reach_pen/sources/0", "\"my aunt\"") ==
        "model: /parameters/reach_pen");
  CHECK(row("vitamin_c").strength == 'E');
  CHECK(model_failure("/parameters/reach_pen/strength", "\"E\"") ==
        "model: /parameters/reach_pen/strength");
}

TEST_CASE("the next review lies after the last one") {
  CHECK(shipped().next_review_on > shipped().reviewed_on);
  CHECK(model_failure("/next_review_on", "\"2020-01-01\"") == "model: /next_review_on");
  CHECK(model_failure("/next_review_on", "\"in May\"") == "model: /next_review_on");
}
