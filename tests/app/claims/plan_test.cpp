// Plan: the best day with room for surprises, and the latest day of the model.

#include "app/all_views.h"
#include "ui/words/plan_dates.h"

#include <cmath>

namespace rt::test {

namespace {

constexpr double kDay = 1440;

// "Sat 19 Dec"
std::string day(Headless &h, double minutes) { return h.host.moment(minutes, MomentStyle::day); }

bool told(const Headless &h, const std::string &part) {
  for (const SemanticNode &n : h.nodes())
    if (n.value_text.find(part) != std::string::npos) return true;
  return false;
}

} // namespace

TEST_CASE("Plan answers with the best day four weeks before and the latest day of the model") {
  Headless h;
  for (const char *sureness : {"seven_in_10", "nine_in_10"}) {
    h.set_state(std::string(R"({"view": "plan", "event_on": "2026-10-24T18:00", "sureness": ")") +
                sureness + "\"}");
    const double event = *h.app.state().event_on_min, share = share_of(h.app.state().confidence);
    const BookBy latest = book_by(h.app.results().looks_normal, share, event, 10, h.host);
    const double best = event - 28 * kDay;
    CHECK(h.has_heading(" " + day(h, best) + ", at the latest " + day(h, latest.treatment_min)));
    CHECK(latest.treatment_min > best);
    const std::string people = std::to_string(std::lround(20 * share)) + " of 20 people";
    CHECK(told(h, "By " + day(h, latest.treatment_min) + ": " + people + " look normal on " +
                      day(h, event)));
    CHECK(told(h, "Up to " + day(h, best) + ": room for surprises (advice)."));
    CHECK(told(h, "Best day for the treatment (advice): " + day(h, best)));
    CHECK(told(h, h.app.content().word(Word::plan_margin)));
  }
  CHECK(h.option(Field::sureness, 0).label == "14 of 20");
  CHECK(h.option(Field::sureness, 1).label == "18 of 20");
}

TEST_CASE(
    "a best day that has passed is said, and the latest stays; without an event both in days") {
  Headless h;
  h.set_state(R"({"view": "plan", "event_on": "2026-07-10T18:00"})");
  bool latest = false;
  for (const SemanticNode &n : h.nodes())
    latest |= n.role == Role::heading &&
              n.label.find("has passed. Have the treatment at the latest ") != std::string::npos;
  CHECK(latest);
  h.set_state(R"({"event_on": null})");
  const double hours = h.app.results().looks_normal.value_at(0.9);
  CHECK(h.has_heading(" 4 weeks before, at the latest " +
                      std::to_string(std::lround(std::ceil(hours / 24))) + " days"));
  CHECK(told(h, "18 of 20 people"));
}

TEST_CASE("with the treatment set the list has it, when it looks normal, and the event, in order") {
  Headless h;
  h.set_state(R"({"view": "plan", "treated_at": "2026-09-24T14:00", "sessions": 2,
                  "event_on": "2026-10-24T18:00"})");
  const SemanticNode list = h.node(Role::list, h.app.content().word(Word::plan_list));
  std::vector<std::string> rows;
  for (const SemanticNode &n : h.nodes())
    if (n.parent == list.id) rows.push_back(n.value_text);
  REQUIRE(rows.size() == 5);
  CHECK(rows[0] == "Session 1 (advice): Thu 24 Sep");
  CHECK(rows[1].find("Make-up (advice)") != std::string::npos);
  CHECK(rows[2].find("Looks normal to others (16 of 20 people)") != std::string::npos);
  CHECK(rows[3] == "Your event: Sat 24 Oct");
  // Not two days before the event, where a breakout would have no time to pass.
  CHECK(rows[4] == "Session 2 (advice): from Sun 25 Oct");
}

TEST_CASE("with room for two columns no half of Plan is empty") {
  Headless h;
  h.set_state(R"({"view": "plan", "event_on": "2026-10-24T18:00"})");
  for (const float width : {1100.0f, 1280.0f}) {
    h.resize(width);
    const SemanticNode calendar = h.node(Role::figure, h.app.content().word(Word::plan_calendar));
    const SemanticNode list = h.node(Role::list, h.app.content().word(Word::plan_list));
    const SemanticNode bar = h.node(Role::figure, h.app.content().word(Word::plan_bar));
    if (list.rect.x < calendar.rect.right()) continue; // below, over the whole width
    CHECK(list.rect.right() == doctest::Approx(bar.rect.right()));
    CHECK(std::min(list.rect.h, calendar.rect.h) > 0.5f * std::max(list.rect.h, calendar.rect.h));
  }
}

} // namespace rt::test
