// What the visitor takes along: entries for a calendar, a page on paper, a link.

#include "content/civil_time.h"
#include "content/json/json.h"
#include "state/link.h"
#include "support/headless.h"

#include <array>
#include <cmath>
#include <map>

namespace rt::test {

namespace {

json::Document asked(Headless &h, Word name, Request request) {
  h.request = Request::none;
  h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(name)).id);
  CHECK(h.request == request);
  Result<json::Document> document = json::parse(h.app.request_json());
  REQUIRE(document.ok());
  return std::move(document).take();
}

struct Entry {
  std::string summary, description;
  double start = 0, end = 0; // NaN: none
  bool all_day = false;
};
std::map<std::string, Entry> entries(Headless &h) {
  const json::Document document = asked(h, Word::take_calendar, Request::calendar);
  std::map<std::string, Entry> found;
  for (json::Value e = document.root().find("entries").first(); e; e = e.next()) {
    const std::string id(e.find("id").text());
    CHECK(found.count(id) == 0);
    found[id] = {std::string(e.find("summary").text()), std::string(e.find("description").text()),
                 e.find("start").number(), e.find("end").number(), e.find("all_day").boolean()};
  }
  return found;
}

constexpr double kDay = 1440;

} // namespace

TEST_CASE("the calendar has treatment, milestones with their ranges, sessions and event") {
  Headless h;
  h.set_state(R"({"view": "plan", "treated_at": "2028-02-28T14:00", "depth_mm": 1.5,
                  "sessions": 3, "weeks_between": 4, "event_on": "2028-12-31T18:00"})");
  const double treated = h.app.state().treated_at_min.value();
  std::map<std::string, Entry> all = entries(h);
  CHECK(all.size() == 10); // treatment, six milestones, two sessions, event
  for (const auto &entry : all) {
    const std::string &id = entry.first;
    const Entry &e = entry.second;
    CAPTURE(id);
    CHECK(e.description.find(h.app.content().word(Word::intended_use)) != std::string::npos);
    CHECK_FALSE(e.summary.empty());
    if (e.all_day) {
      CHECK(std::fmod(e.start, kDay) == 0);
      CHECK(std::fmod(e.end, kDay) == 0);
      CHECK(e.end > e.start);
    }
  }
  CHECK_FALSE(all["treatment"].all_day);
  CHECK(all["treatment"].start == treated);
  CHECK(std::isnan(all["treatment"].end));

  const MilestoneTime &normal =
      h.app.results().projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)];
  const auto day_of = [](double minutes) { return std::floor(minutes / kDay) * kDay; };
  const Entry &e = all["looks-normal"];
  CHECK(e.start == day_of(treated + 60 * static_cast<double>(normal.hours[kP10])));
  CHECK(e.end == day_of(treated + 60 * static_cast<double>(normal.hours[kP90])) + kDay);
  CHECK(e.description.find(" to ") != std::string::npos);
  for (const char *advice : {"make-up", "exercise", "sun", "session-2", "session-3"})
    CHECK(all[advice].summary.find(h.app.content().word(Word::advice)) != std::string::npos);
  CHECK(moment_text(all["session-2"].start) == "2028-03-27T00:00"); // over the leap day
  CHECK(moment_text(all["session-3"].start) == "2028-04-24T00:00");
  CHECK(moment_text(all["event"].start) == "2028-12-31T00:00");
  CHECK(moment_text(all["event"].end) == "2029-01-01T00:00");
}

TEST_CASE("questions of the clinic's own stand in the calendar, each with its own time and name") {
  Headless h(words_text(), R"({"clinic": {"name": "Linden"}, "advice": {
    "gel": {"question": "Use our gel", "from_h": 192, "until_h": 480, "words": "Once a day."},
    "mask": {"question": "Keep the mask on", "say": "yes", "until_h": 72},
    "bags": {"question": "Carry bags", "say": "leave_out", "from_h": 48},
    "choir": {"question": "Sing", "say": "ask"}, "tea": {"question": "Drink tea", "say": "yes"}},
    "before": {"tablets": {"question": "Start the tablets", "words": "All of them.",
                           "hours_before": 24}}})");
  h.set_state(R"({"view": "plan", "treated_at": "2026-06-22T14:00"})");
  std::map<std::string, Entry> all = entries(h);
  for (const auto &entry :
       {std::array{"own_gel", "2026-06-30T00:00", "Use our gel: from Tue 30 Jun"},
        std::array{"own_mask", "2026-06-25T00:00", "Keep the mask on: yes, up to Thu 25 Jun"},
        std::array{"own_bags", "2026-06-24T00:00", "Carry bags: not before"},
        std::array{"own_before_tablets", "2026-06-21T00:00",
                   "Start the tablets: from Sun 21 Jun"}}) {
    const std::string id = entry[0], summary = entry[2];
    CAPTURE(id);
    REQUIRE(all.count(id) == 1);
    CHECK(moment_text(all[id].start) == entry[1]);
    CHECK_MESSAGE(all[id].summary.find(summary) == 0, all[id].summary);
    CHECK(all[id].summary.find("(Linden says)") != std::string::npos);
    CHECK(all[id].description.find("This is what Linden tells its patients.") != std::string::npos);
  }
  CHECK(all["own_gel"].description.find("Once a day.") == 0);
  for (const char *timeless : {"own_choir", "own_tea"}) CHECK(all.count(timeless) == 0);
}

TEST_CASE("where the clocks go forward, 24 hours end an hour later on the wall, two weeks do not") {
  const auto treated = [](Headless &h) {
    h.set_state(R"({"view": "plan", "treated_at": "2027-03-28T23:30", "sessions": 2})");
    return entries(h);
  };
  Headless same, forward;
  const double change = parse_moment("2027-03-29T02:00").value();
  forward.host.spring_forward_min = {change};
  const std::map<std::string, Entry> before = treated(same), after = treated(forward);
  CHECK(moment_text(before.at("make-up").start) == "2027-03-29T00:00");
  CHECK(moment_text(after.at("make-up").start) == "2027-03-30T00:00"); // half past midnight
  CHECK(after.at("make-up").summary.find("Tue 30 Mar, 12 am") != std::string::npos);
  for (const char *id : {"sun", "session-2"}) CHECK(after.at(id).start == before.at(id).start);
  CHECK(moment_text(after.at("sun").start) == "2027-04-11T00:00");

  // The list and the advice of the view Care say the same.
  for (Headless *h : {&same, &forward}) {
    const std::string told_then = h == &same ? "Mon 29 Mar, 11 pm" : "Tue 30 Mar, 12 am";
    for (const char *view : {"recovery", "care"}) {
      h->set_state(std::string("{\"day\": 0, \"view\": \"") + view + "\"}");
      bool found = false;
      for (const SemanticNode &n : h->nodes())
        found |= n.role == Role::list_item && n.value_text.find("ake-up: ") != std::string::npos &&
                 n.value_text.find(told_then) != std::string::npos;
      CHECK_MESSAGE(found, view << ": " << told_then);
    }
    h->set_state(R"({"day": 1, "view": "recovery"})");
    bool subtitle = false;
    for (const SemanticNode &n : h->nodes()) subtitle |= n.value_text.find(told_then) == 0;
    CHECK(subtitle);
  }
}

TEST_CASE("before anything is booked the calendar tells the best and the latest day") {
  Headless h;
  h.set_state(R"({"view": "plan", "event_on": "2026-10-24T18:00", "sureness": "nine_in_10"})");
  const std::map<std::string, Entry> all = entries(h);
  REQUIRE(all.size() == 3);
  const Entry &book = all.at("book-by"), &best = all.at("best-by");
  CHECK(book.start < all.at("event").start);
  CHECK(book.description.find("18 of 20 people") != std::string::npos);
  CHECK(best.start == all.at("event").start - 28 * kDay);
  CHECK(best.summary.find("(advice)") != std::string::npos);
  CHECK(best.description.find("2 to 3 with later ones") != std::string::npos);
  asked(h, Word::take_print, Request::print);
  for (const char *day : {"Sat 26 Sep", "18 of 20 people"})
    CHECK(h.app.request_json().find(day) != std::string::npos);
  h.set_state(R"({"event_on": "2026-07-18T18:00"})"); // in less than four weeks
  CHECK(entries(h).size() == 2);
  h.set_state(R"({"event_on": "2026-06-23T18:00"})"); // the day after today: too late
  CHECK(entries(h).size() == 1);
}

TEST_CASE("every modelled time in the calendar and on paper stands with a range or as advice") {
  Headless h;
  h.set_state(R"({"view": "plan", "treated_at": "2026-11-22T14:00"})");
  for (const char *settings : {R"({"depth_mm": 0.25, "passes": 1})", R"({"depth_mm": 3})",
                               R"({"device": "rf", "reactivity": "very_reactive"})"}) {
    h.set_state(settings);
    for (const auto &entry : entries(h)) {
      const std::string &id = entry.first;
      const Entry &e = entry.second;
      if (id == "treatment") continue;
      INFO(id << ": " << e.summary << " " << e.description);
      const bool range = e.description.find(" to ") != std::string::npos ||
                         e.description.find("under 1") != std::string::npos;
      const bool advice = e.summary.find("(advice)") != std::string::npos;
      CHECK((range || advice));
    }
    const json::Document sheet = asked(h, Word::take_print, Request::print);
    std::size_t times = 0;
    for (json::Value b = sheet.root().find("blocks").first(); b; b = b.next()) {
      if (b.find("kind").text() != "rows" || times != 0) continue;
      for (json::Value name = b.find("items").first(); name; name = name.next().next()) {
        const std::string time(name.next().text());
        CAPTURE(time);
        CHECK((time.find(" to ") != std::string::npos || time.find("–") != std::string::npos ||
               time.find("advice") != std::string::npos));
        ++times;
      }
    }
    CHECK(times == kMilestones);
  }
}

TEST_CASE("without a day of treatment the calendar asks for one, and says so until it is set") {
  Headless h;
  h.set_state(R"({"view": "plan"})");
  const std::string said = h.app.content().word(Word::take_no_day);
  const auto says = [&] {
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::status && n.value_text == said) return true;
    return false;
  };
  CHECK_FALSE(says());
  h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(Word::take_calendar)).id);
  CHECK(h.request == Request::none);
  CHECK(says());
  h.set_state(R"({"treated_at": "2026-11-22T14:00"})");
  CHECK_FALSE(says());
  h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(Word::take_calendar)).id);
  CHECK(h.request == Request::calendar);
  CHECK_FALSE(says());
}

TEST_CASE("the link that is asked for is the link of the state, and what came of it is said") {
  Headless h;
  h.set_state(R"({"view": "plan", "depth_mm": 2})");
  const json::Document document = asked(h, Word::take_link, Request::copy_link);
  CHECK(document.root().find("link").text() == link_of(h.app.state(), h.app.content()));
  for (const bool done : {true, false}) {
    h.app.request_done(Request::copy_link, done);
    h.frame();
    const Word word = done ? Word::take_link_copied : Word::take_link_shown;
    bool said = false, drawn = false;
    for (const SemanticNode &n : h.nodes()) {
      said |= n.role == Role::status && n.value_text == h.app.content().word(word);
      drawn |= n.role == Role::text && n.value_text == h.app.content().word(word);
    }
    CHECK(said);
    CHECK(drawn);
  }
  CHECK(h.out.request == Request::none); // asked for once
}

TEST_CASE("the sheet has the settings, when to call, the intended use and the version") {
  Headless h;
  h.set_state(R"({"view": "plan", "treated_at": "2026-11-22T14:00", "depth_mm": 2.25})");
  asked(h, Word::take_print, Request::print);
  const std::string &sheet = h.app.request_json();
  for (const std::string &part :
       {std::string("2.25 mm"), std::string("Sun 22 Nov"),
        h.app.content().word(Word::call_24h_signs), h.app.content().word(Word::intended_use),
        h.app.content().version, std::string("22 November 2026")}) {
    CAPTURE(part);
    CHECK(sheet.find(part) != std::string::npos);
  }
}

} // namespace rt::test
