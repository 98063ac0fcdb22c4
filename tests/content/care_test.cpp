// The table of care and the studies: what is refused, and where.

#include "content/documents.h"

#include <doctest/doctest.h>

using namespace rt;
using namespace rt::test;

namespace {

// The model's document with the value at `path` replaced.
std::string with(const std::string &path, const char *instead) {
  const auto document = json::parse(model_text());
  REQUIRE(document.ok());
  return spoil(document.value(), path, instead);
}

Error failure(const std::string &path, const char *instead) {
  const Outcome outcome = read(with(path, instead), words_text(), "");
  CAPTURE(path);
  CHECK_FALSE(outcome.runs);
  return outcome.failure;
}

} // namespace

TEST_CASE("every item of care has a span within the range of what clinics say, and a source") {
  const Content &content = shipped();
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto item = static_cast<CareItem>(i);
    const CareSpan &span = content.care_of(item);
    CAPTURE(care_key(item));
    CHECK(span.min_h > 0);
    CHECK(span.min_h <= span.hours);
    CHECK(span.hours <= span.max_h);
    CHECK(!span.sources.empty());
    CHECK(span.date.size() == 10);
    for (const std::string &source : span.sources)
      CHECK((source == kConvention || source == kPrior || content.study_of(source) != nullptr));
  }
}

TEST_CASE("a span that a milestone shows is the milestone's own number") {
  const Content &content = shipped();
  CHECK(content.care_of(CareItem::make_up).hours == content.parameters.advice_make_up_h);
  CHECK(content.care_of(CareItem::exercise).hours == content.parameters.advice_exercise_h);
  CHECK(content.care_of(CareItem::sun).hours == content.parameters.advice_sun_h);
  CHECK(failure("/care/sun", "\"advice_moon_h\"").where == "model: /care/sun");
  CHECK(failure("/care/sun", "\"gain_per_session\"").where == "model: /care/sun");
}

TEST_CASE("a span outside its range, without range, source or strength is refused with its place") {
  CHECK(failure("/care/acids/hours", "9999").where == "model: /care/acids/hours");
  CHECK(failure("/care/acids/min_h", "0").where == "model: /care/acids/min_h");
  CHECK(failure("/care/acids/max_h", "1").where == "model: /care/acids/min_h");
  CHECK(failure("/care/acids/max_h", nullptr).where == "model: /care/acids/max_h");
  CHECK(failure("/care/acids/sources", "[]").where == "model: /care/acids/sources");
  CHECK(failure("/care/acids/strength", "\"E\"").where == "model: /care/acids/strength");
  CHECK(failure("/care/acids/date", "\"soon\"").where == "model: /care/acids/date");
  CHECK(failure("/care/acids", nullptr).where == "model: /care/acids");
}

TEST_CASE("a source that no study has is refused") {
  CHECK(failure("/care/acids/sources/0", "\"RED-99\"").where == "model: /care/acids");
  CHECK(failure("/parameters/reach_pen/sources/0", "\"my aunt\"").where ==
        "model: /parameters/reach_pen");
}

TEST_CASE("the next review lies after the last one") {
  CHECK(shipped().next_review_on > shipped().reviewed_on);
  CHECK(failure("/next_review_on", "\"2020-01-01\"").where == "model: /next_review_on");
  CHECK(failure("/next_review_on", "\"in May\"").where == "model: /next_review_on");
}
