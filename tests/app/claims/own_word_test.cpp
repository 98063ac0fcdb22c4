// Where the clinic has a span, no screen, paper or calendar line shows ours: every string of every view,
// drawn and as text, is read for six invented clinics. What others say stands in the opened row only.

#include "app/all_views.h"
#include "app/clinics.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace rt::test {

namespace {

// "48 hours", "3 days", "2 weeks": as the views say a span.
std::string span_words(const Content &c, double hours) {
  const double days = hours / 24, weeks = days / 7;
  const bool by_hour = hours <= 48 || days != std::round(days);
  const bool by_day = days < 14 || weeks != std::round(weeks);
  const double n = by_hour ? hours : by_day ? days : weeks;
  const Word word = by_hour ? Word::after_hours : by_day ? Word::care_days : Word::after_weeks;
  const std::string number = std::to_string(static_cast<int>(n));
  return fill(c.word(word, n == 1 ? PluralForm::one : PluralForm::other), {{"n", number}});
}

// The text holds the words, and no digit stands before them: "24 hours", not "124 hours".
bool holds(const std::string &text, const std::string &words) {
  for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1))
    if (at == 0 || text[at - 1] < '0' || text[at - 1] > '9') return true;
  return false;
}

// A row that the clinic has its own time for, and what of ours must not stand beside it.
struct OwnRow {
  const Advice *row;
  std::vector<std::string> names, ours;
};

std::vector<OwnRow> own_rows(const Content &c, const Content &plain) {
  std::vector<OwnRow> rows;
  for (const Advice &a : c.advice) {
    const Advice *before = plain.advice_of(a.key);
    if (a.says.empty() || before == nullptr) continue;
    OwnRow own{&a, {a.ask}, {}};
    if (a.key == "make_up") own.names.push_back(c.word(Word::milestone_make_up));
    if (a.key == "exercise") own.names.push_back(c.word(Word::milestone_exercise));
    if (a.key == "sun") own.names.push_back(c.word(Word::milestone_sun));
    std::set<double> allowed{a.hours, a.until_h};
    for (const AdviceStep &step : a.steps) allowed.insert(step.from_h);
    for (const double hours : {before->hours, before->until_h, before->min_h, before->max_h})
      if (hours == hours && hours > 0 && allowed.count(hours) == 0) {
        own.ours.push_back(span_words(c, hours));
        if (hours >= 48 && std::fmod(hours, 24) == 0)
          own.ours.push_back(
              fill(c.word(Word::day_n), {{"n", std::to_string(static_cast<int>(hours / 24))}}));
      }
    rows.push_back(own);
  }
  return rows;
}

// What a list says of one of its names: up to the end of the brackets behind it.
std::string part_about(const std::string &text, const std::string &name) {
  const std::size_t at = text.find(name);
  if (text.find(" · ") == text.npos) return text;
  const std::size_t close = text.find(')', at);
  return text.substr(at, close == text.npos ? close : close - at + 1);
}

class Reading {
public:
  Reading(Headless &h, const Content &plain)
      : h_(h), rows_(own_rows(h.app.content(), plain)),
        elsewhere_(h.app.content().word(Word::care_elsewhere)) {
    elsewhere_ = elsewhere_.substr(0, elsewhere_.find('{'));
  }

  void text(const std::string &text) {
    ++strings_;
    for (const OwnRow &own : rows_)
      for (const std::string &name : own.names)
        if (text.find(name) != text.npos) against(part_about(text, name), own);
  }

  // Also what stands in the row without its name, opened and drawn.
  void view() {
    for (const SemanticNode &n : h_.nodes()) {
      text(n.label + (n.label.empty() ? "" : ": ") + n.value_text);
      for (const OwnRow &own : rows_) {
        if (n.value_text.rfind(own.row->ask + ": ", 0) != 0 || n.role != Role::list_item) continue;
        for (const SemanticNode &inner : h_.nodes())
          if (inner.parent == n.id && !study(inner.value_text)) against(inner.value_text, own);
        for (const DrawnText &drawn : h_.texts())
          if (n.rect.contains(drawn.rect.x + drawn.rect.w / 2, drawn.rect.y + drawn.rect.h / 2) &&
              n.rect.h < 160)
            against(drawn.text, own);
      }
    }
  }

  void json(const std::string &answer) {
    const Result<json::Document> document = json::parse(answer);
    REQUIRE(document.ok());
    std::vector<Spot> all = spots(document.value());
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string one(all[i].value.text());
      text(one);
      // A name, and its time behind it.
      for (const OwnRow &own : rows_)
        if (i + 1 < all.size() && std::count(own.names.begin(), own.names.end(), one) > 0)
          text(one + ": " + std::string(all[i + 1].value.text()));
    }
  }

  std::size_t strings() const { return strings_; }
  std::size_t checks() const { return checks_; }

private:
  // "Why" tells of studies, by their own times.
  bool study(const std::string &text) const {
    return text.rfind(h_.app.content().word(Word::care_open_why), 0) == 0;
  }
  void against(const std::string &text, const OwnRow &own) {
    const std::size_t other = text.find(elsewhere_);
    const std::string told = text.substr(0, other);
    for (const std::string &ours : own.ours) {
      ++checks_;
      if (holds(told, ours)) FAIL_CHECK(own.row->key << " says " << ours << ": " << text);
    }
  }

  Headless &h_;
  std::vector<OwnRow> rows_;
  std::string elsewhere_;
  std::size_t strings_ = 0, checks_ = 0;
};

void read_paper(Headless &h, Reading &reading) {
  h.set_state(R"({"view": "plan"})");
  for (const Word word : {Word::take_calendar, Word::take_print}) {
    h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(word)).id);
    reading.json(h.app.request_json());
  }
}

} // namespace

TEST_CASE("no screen, paper or calendar line shows our span where the clinic has its own") {
  for (const char *name : kClinics)
    for (const char *language : {"en", "es"}) {
      if (std::string(language) == "es" && std::string(name) != "bilingual") continue;
      INFO(name << " in " << language);
      const std::string words = file_text((std::string(language) + ".json").c_str());
      Headless plain(words), h(words, clinic_text(name));
      Reading reading(h, plain.app.content());
      for (const char *moment : {R"("treated_at": null, "event_on": null)",
                                 R"("treated_at": null, "event_on": "2026-12-24T18:00")",
                                 R"("treated_at": "2026-06-22T14:00", "event_on": null)"})
        for (const double day : {0.0, 5.0})
          for (const std::string &view : view_keys()) {
            h.set_state("{" + std::string(moment) + ", \"day\": " + std::to_string(day) +
                        ", \"view\": \"" + view + "\"}");
            INFO("view " << view << ", " << moment);
            reading.view(); // closed
            if (view != "care") continue;
            for (const Word part : {Word::care_before, Word::care_see, Word::care_after}) {
              care_part(h, part);
              reading.view();
            }
          }
      read_paper(h, reading);
      h.set_state(R"({"treated_at": null, "event_on": "2026-12-24T18:00"})");
      read_paper(h, reading);
      h.set_state(R"({"view": "care", "day": 1, "event_on": null})");
      open_all(h);
      reading.view();
      CHECK(reading.strings() > 1000);
      CHECK(reading.checks() > 300);
    }
}

TEST_CASE("the clinic's word is tagged with its name, and others' stands in the opened row") {
  Headless h(words_text(), clinic_text("scar_hospital"));
  h.set_state(R"({"view": "care", "day": 1})");
  bool closed = false, opened = false;
  for (const SemanticNode &n : h.nodes())
    closed |= n.value_text.find("Wear make-up: from 3 days. Only when the crusts are off. Harbour "
                                "says; no study.") == 0;
  CHECK(closed);
  open_all(h);
  for (const SemanticNode &n : h.nodes())
    opened |= n.value_text.find("Harbour: from 3 days. Follow that. Elsewhere it is 12 hours to 3 "
                                "days.") != n.value_text.npos;
  CHECK(opened);
  h.set_state(R"({"view": "recovery"})");
  bool milestone = false;
  for (const SemanticNode &n : h.nodes())
    milestone |= n.value_text == "Make-up: after day 3 (Harbour says)";
  CHECK(milestone);
}

TEST_CASE("advice turned round stands under yes; what is hidden stands nowhere") {
  Headless h(words_text(), clinic_text("scar_hospital"));
  h.set_state(R"({"view": "care", "day": 0})");
  std::string group;
  for (const SemanticNode &n : h.nodes()) {
    if (n.role == Role::heading) group = n.label;
    if (n.value_text.rfind("Ice or cold packs: yes", 0) == 0) CHECK(group == "Yes on day 0");
  }
  Headless scalp(words_text(), clinic_text("scalp_clinic"));
  for (const std::string &view : view_keys()) {
    scalp.set_state("{\"view\": \"" + view + "\"}");
    for (const SemanticNode &n : scalp.nodes()) {
      CHECK(n.value_text.rfind("Wear make-up", 0) != 0);
      CHECK(n.value_text.rfind("Make-up:", 0) != 0);
    }
  }
}

TEST_CASE("in a language that the clinic does not have, ours stands and nothing is mixed") {
  Headless h(file_text("de.json"), clinic_text("bilingual"));
  h.set_state(R"({"view": "care"})");
  open_all(h);
  for (const SemanticNode &n : h.nodes())
    for (const char *other : {"Mineral only", "solo mineral", "aloe", "Pure gel", "May I"})
      CHECK_MESSAGE(n.value_text.find(other) == n.value_text.npos, n.value_text);
}

TEST_CASE(
    "every view leads to the clinic: phone, booking, hours, and what it adds to when to call") {
  Headless h(words_text(), clinic_text("scar_hospital"));
  for (const std::string &view : view_keys()) {
    h.set_state("{\"view\": \"" + view + "\"}");
    INFO("view " << view);
    std::size_t phones = 0, books = 0;
    for (const SemanticNode &n : h.nodes()) {
      if (n.role != Role::link) continue;
      phones += n.value_text == "tel:01514960123" ? 1 : 0;
      books += n.value_text == "mailto:scars@harbour.example" ? 1 : 0;
    }
    CHECK(phones == 2); // beside When to call, in the foot
    CHECK(books == 1);
  }
  h.ask(ControlEvent::press, node_id("/call"));
  bool added = false;
  for (const SemanticNode &n : h.nodes())
    added |= n.value_text == "Harbour says: Pain that wakes you at night.";
  CHECK(added);
  h.set_state(R"({"view": "plan", "treated_at": "2026-06-22T14:00"})");
  for (const Word word : {Word::take_calendar, Word::take_print}) {
    h.ask(ControlEvent::press, h.node(Role::button, h.app.content().word(word)).id);
    for (const char *contact : {"0151 496 0123", "scars@harbour.example", "Mon to Thu, 8 to 4"})
      CHECK_MESSAGE(h.app.request_json().find(contact) != std::string::npos, contact);
  }
}

TEST_CASE(
    "the tabs are the clinic's, in its order; a view that a page asks for is shown all the same") {
  Headless h(words_text(), clinic_text("facial_chain"));
  const auto tabs = [&] {
    std::string names;
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::tab) names += n.label + " ";
    return names;
  };
  CHECK(tabs() == "Care Recovery Plan About ");
  CHECK(h.app.state().view == View::care);
  h.set_state(R"({"view": "results"})");
  CHECK(tabs() == "Care Recovery Plan About Results ");
}

TEST_CASE(
    "a treatment beyond the studies says so, and clinics differ more than for the same within") {
  // Counted with the most that studies report, as the other one is set.
  Headless deep(words_text(), R"({"treatments": [
    {"name": "Deep", "state": {"device": "rf", "depth_mm": 7, "passes": 2}},
    {"name": "Within", "state": {"device": "rf", "depth_mm": 3, "passes": 2}}]})");
  const auto told = [&] {
    for (const SemanticNode &n : deep.nodes())
      if (n.value_text == deep.app.content().word(Word::beyond_studies)) return true;
    return false;
  };
  const auto widest = [&] {
    return deep.app.results()
        .projection.milestone[static_cast<std::size_t>(Milestone::looks_normal)]
        .hours_anywhere[kP90];
  };
  deep.set_state(R"({"view": "recovery", "treatment": "deep"})");
  CHECK(told());
  const float beyond = widest();
  deep.set_state(R"({"treatment": "within"})");
  CHECK_FALSE(told());
  CHECK(beyond > 1.1f * widest());
}

} // namespace rt::test
