// Results: how many of 20 people see a clear change, the same numbers as the model's.

#include "app/all_views.h"
#include "model/clinics.h"

#include <cmath>

namespace rt::test {

namespace {

std::string people(double share) { return std::to_string(std::lround(20 * share)); }

const SemanticNode *texts_with(const Headless &h, const std::string &part) {
  for (const SemanticNode &n : h.nodes())
    if (n.value_text.find(part) != std::string::npos || n.label.find(part) != std::string::npos)
      return &n;
  return nullptr;
}

std::size_t month_index(const Course &course, double month) {
  std::size_t i = 0;
  while (course.month[i] < month) ++i;
  return i;
}

} // namespace

TEST_CASE("the answer of Results is the model's share as people of 20, for what is set") {
  Headless h;
  for (const char *settings :
       {R"({"view": "results"})", R"({"device": "rf", "depth_mm": 2, "concern": "acne_scars"})",
        R"({"sessions": 6, "concern": "stretch_marks"})", R"({"sessions": 1, "prp": true})"}) {
    h.set_state(settings);
    INFO(settings);
    const Parameters &p = h.app.content().parameters;
    const Course &course = h.app.results().projection.course;
    const auto share = static_cast<double>(course.share_clear[month_index(course, 6)]);
    const ShareRange middle = share_at_middle_clinics(p, share);
    const EightInTen all = share_anywhere(p, share);
    const std::string low = people(static_cast<double>(middle.p25)),
                      high = people(static_cast<double>(middle.p75));
    CHECK(h.has_heading(" " + low + " to " + high + " of 20 people"));
    CHECK(texts_with(h, "The other " + std::to_string(20 - std::stoi(high)) + " to " +
                            std::to_string(20 - std::stoi(low)) + " of 20 see little") != nullptr);
    CHECK(texts_with(h, "Studies differ: " + people(static_cast<double>(all.p10)) + " to " +
                            people(static_cast<double>(all.p90)) + " of 20.") != nullptr);
    CHECK(texts_with(h, people(share) + " of 20, month 6: ") != nullptr);
    CHECK(texts_with(h, "16 to 20 of 20 in studies") != nullptr);
  }
}

TEST_CASE("each number of sessions has the people of its own course, the chosen one among them") {
  Headless h;
  h.set_state(R"({"view": "results", "sessions": 4})");
  const Results &results = h.app.results();
  const SemanticNode list = h.node(Role::list, h.app.content().word(Word::results_sessions));
  std::vector<std::string> told, expected;
  for (const SemanticNode &n : h.nodes())
    if (n.parent == list.id) told.push_back(n.value_text);
  for (const std::size_t n : {1u, 3u, 4u, 6u}) {
    const Course &course = results.courses.by_sessions[n - 1];
    expected.push_back(std::to_string(n) + (n == 1 ? " session: " : " sessions: ") +
                       people(static_cast<double>(course.share_clear[month_index(course, 6)])) +
                       " of 20");
  }
  CHECK(told == expected);
  CHECK(results.courses.by_sessions[3].share_clear == results.projection.course.share_clear);
  // More sessions, no fewer people.
  for (std::size_t n = 1; n < kMostSessions; ++n)
    CHECK(results.courses.by_sessions[n].share_clear.back() >=
          results.courses.by_sessions[n - 1].share_clear.back());
}

TEST_CASE("what PRP adds is the difference of two courses, whichever is chosen") {
  Headless h;
  h.set_state(R"({"view": "results"})");
  const Courses off = h.app.results().courses;
  const auto at_6 = [](const Course &c) {
    return std::lround(20 * static_cast<double>(c.share_clear[month_index(c, 6)]));
  };
  const std::string text = "With PRP " + std::to_string(at_6(off.prp) - at_6(off.no_prp)) +
                           " more of 20 in studies; they differ from " +
                           std::to_string(at_6(off.prp_least) - at_6(off.no_prp)) + " to " +
                           std::to_string(at_6(off.prp_most) - at_6(off.no_prp)) +
                           " (good studies).";
  CHECK(texts_with(h, text) != nullptr);
  h.set_state(R"({"prp": true})");
  CHECK(texts_with(h, text) != nullptr);
  CHECK(h.app.results().projection.course.share_clear == off.prp.share_clear);
}

TEST_CASE("a course that is not over by month 6 is told later, with the sessions that are over") {
  Headless h;
  h.set_state(R"({"view": "results", "sessions": 6, "weeks_between": 4})");
  CHECK(texts_with(h, "By month 6, after 6 sessions") != nullptr);
  h.set_state(R"({"weeks_between": 7})");
  CHECK(texts_with(h, "By month 9, after 6 sessions") != nullptr);
  h.set_state(R"({"weeks_between": 12})");
  CHECK(texts_with(h, "By month 12, after 5 sessions") != nullptr);
}

TEST_CASE("with room for two columns no half of Results is empty") {
  Headless h;
  h.set_state(R"({"view": "results"})");
  for (const float width : {700.0f, 1100.0f, 1280.0f}) {
    h.resize(width);
    const SemanticNode sessions = h.node(Role::list, h.app.content().word(Word::results_sessions));
    const SemanticNode pores = h.node(Role::heading, h.app.content().word(Word::sign_pores));
    const SemanticNode prp = *texts_with(h, "With PRP");
    CHECK(pores.rect.x > sessions.rect.right());
    const float top = pores.rect.y, first = sessions.rect.bottom() - top,
                second = prp.rect.bottom() - top;
    CHECK(std::min(first, second) > 0.6f * std::max(first, second));
  }
}

TEST_CASE("Results, Plan and About have no other denominator than 20 on the screen") {
  Headless h;
  for (const char *state :
       {R"({"view": "results"})", R"({"view": "results", "device": "rf", "prp": true})",
        R"({"view": "plan"})", R"({"view": "plan", "event_on": "2026-10-24T18:00"})",
        R"({"view": "plan", "treated_at": "2026-09-24T14:00", "event_on": "2026-10-24T18:00"})",
        R"({"view": "about"})"}) {
    h.set_state(state);
    open_all(h);
    INFO(state);
    const auto check = [&](const std::string &text) {
      for (const char *never : {"%", " in 10", "half of all", "coin", "evidence A", "evidence D",
                                "middle person", "Monk "})
        if (text.find(never) != std::string::npos)
          if (text.find("The Monk tone that") == std::string::npos) // names the scale of a number
            FAIL_CHECK(std::string(never) << " in: " << text);
    };
    for (const SemanticNode &n : h.nodes()) {
      check(n.label);
      check(n.value_text);
    }
    for (const DrawnText &t : h.texts())
      if (h.app.state().view != View::about) check(t.text);
  }
}

} // namespace rt::test
