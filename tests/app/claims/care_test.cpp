// Care: "Can I …?": each row with its time, who says so and how strong that is; groups by the day.

#include "app/all_views.h"
#include "ui/words/advice_words.h"

#include <algorithm>

namespace rt::test {

namespace {

void show(Headless &h, const std::string &more) {
  h.set_state("{\"view\": \"care\"" + (more.empty() ? "" : ", " + more) + "}");
}

bool starts_with(const std::string &text, const std::string &start) {
  return text.rfind(start, 0) == 0;
}

bool contains(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

// The rows in the list of this name.
std::vector<SemanticNode> rows(const Headless &h, const std::string &list_name) {
  std::vector<SemanticNode> out;
  const SemanticNode *list = h.seek(Role::list, list_name);
  if (list == nullptr) return out;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::list_item && n.parent == list->id) out.push_back(n);
  return out;
}

std::string asked(const Headless &h, const char *key) {
  const Advice *advice = h.app.content().advice_of(key);
  REQUIRE_MESSAGE(advice != nullptr, std::string(key));
  return advice->ask;
}

bool among(const Headless &h, const std::vector<SemanticNode> &list, const char *key) {
  const std::string start = asked(h, key) + ": ";
  return std::any_of(list.begin(), list.end(),
                     [&](const SemanticNode &n) { return starts_with(n.value_text, start); });
}

std::string text_below(const Headless &h, std::uint32_t parent) {
  std::string out;
  for (const SemanticNode &n : h.nodes())
    if (n.parent == parent && n.role == Role::text) out += n.value_text + "\n";
  return out;
}

std::string all_told(const Headless &h) {
  std::string out;
  for (const SemanticNode &n : h.nodes()) out += n.label + "\n" + n.value_text + "\n";
  return out;
}

std::string day(int n) { return "day " + std::to_string(n); }

} // namespace

TEST_CASE("the stepper moves the day of every view, by whole days, and stops at its ends") {
  Headless h;
  show(h, "\"day\": 2");
  const std::uint32_t slider = h.slider(Field::day).id;
  const auto button = [&](const char *key) { return h.node(node_id(key, slider)); };
  CHECK(button("more").rect.w >= 44);
  CHECK(button("more").rect.h >= 44);
  h.click(button("more"));
  CHECK(h.value(Field::day) == 3);
  h.click(button("less"));
  h.click(button("less"));
  CHECK(h.value(Field::day) == 1);
  show(h, "\"day\": 1.5");
  h.click(button("less"));
  CHECK(h.value(Field::day) == 1);
  h.click(button("less"));
  CHECK((button("less").flags & kDisabled) != 0);
  show(h, "\"day\": 14");
  CHECK((button("more").flags & kDisabled) != 0);

  // By keys the same, and two that come together are two days.
  show(h, "\"day\": 3.5");
  h.ask(ControlEvent::step, slider, 1);
  CHECK(h.value(Field::day) == 4);
  h.want(ControlEvent::step, slider, -1);
  h.want(ControlEvent::step, slider, -1);
  h.frame();
  CHECK(h.value(Field::day) == 2);
  h.ask(ControlEvent::set, slider, 14);
  h.ask(ControlEvent::step, slider, 2);
  CHECK(h.value(Field::day) == 14);
  CHECK(h.slider(Field::day).value_text == "Day 14");
}

TEST_CASE("groups follow the chosen day, and the sentence counts them") {
  Headless h;
  for (int n = 0; n <= 14; ++n) {
    INFO("day " << n);
    show(h, "\"day\": " + std::to_string(n));
    const auto yes = rows(h, "Yes on " + day(n)), wait = rows(h, "Not yet on " + day(n)),
               ask = rows(h, "Ask us first");
    CHECK(contains(all_told(h), "On " + day(n) + ", by advice: " + std::to_string(yes.size()) +
                                    " yes, " + std::to_string(wait.size()) + " not yet, " +
                                    std::to_string(ask.size()) + " ask us."));
    for (const Advice &a : h.app.content().advice) {
      if (a.part != AdvicePart::after || a.rf) continue;
      CAPTURE(a.key);
      const AdviceGroup group = group_of(a, n * 24);
      CHECK(among(h, yes, a.key.c_str()) == (group == AdviceGroup::yes));
      CHECK(among(h, wait, a.key.c_str()) == (group == AdviceGroup::not_yet));
      CHECK(among(h, ask, a.key.c_str()) == (group == AdviceGroup::ask));
    }
    CHECK(among(h, yes, "make_up") == (n >= 1));
    CHECK(among(h, yes, "exercise") == (n >= 2));
    CHECK(among(h, yes, "anti_inflammatory") == (n >= 7));
    CHECK(among(h, wait, "sun"));
    CHECK(among(h, ask, "ice"));
  }
}

TEST_CASE("every row tells from when, what clinics say and how strong it is, at each width") {
  Headless h;
  for (const float width : {320.0f, 1100.0f}) {
    h.resize(width);
    for (const int n : {0, 3, 14}) {
      show(h, "\"day\": " + std::to_string(n));
      for (const std::string &list :
           {"Yes on " + day(n), "Not yet on " + day(n), std::string("Ask us first")})
        for (const SemanticNode &row : rows(h, list)) {
          INFO(row.value_text);
          CHECK((contains(row.value_text, ": from ") || contains(row.value_text, ": yes") ||
                 contains(row.value_text, ": leave out") || contains(row.value_text, ": ask us")));
          CHECK((contains(row.value_text, "linics say") ||
                 contains(row.value_text, "Clinics give no time")));
          CHECK((contains(row.value_text, "no study") || contains(row.value_text, "studies") ||
                 contains(row.value_text, "expert view") ||
                 contains(row.value_text, "case reports")));
        }
    }
  }
  show(h, "\"day\": 0");
  const auto told = [&](const char *key) {
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::list_item && starts_with(n.value_text, asked(h, key) + ": "))
        return n.value_text;
    return std::string();
  };
  CHECK(told("make_up") == "Wear make-up: from 24 hours. Bare skin till then. "
                           "Clinics say: 12 hours to 3 days; no study.");
  CHECK(told("anti_inflammatory") ==
        "Take ibuprofen or aspirin: from 7 days. Prescribed? Ask before you stop. "
        "Clinics say: 48 hours to 3 weeks; small studies.");
  CHECK(starts_with(told("vitamin_c"), "Use vitamin C: from 7 days."));
  CHECK(contains(told("vitamin_c"), "case reports"));
  CHECK(contains(told("moisture"), " For 7 days; clinics say 3 days to 2 weeks; "));
  CHECK(contains(told("sun"), "leave out. Out for 2 weeks at least, then still shade."));
  CHECK(contains(told("moisture"), "only what the clinic gave you: plain, no scent"));
  show(h, "\"day\": 2");
  CHECK(contains(told("make_up"), "Your usual make-up"));
  CHECK(contains(told("moisture"), "with peptides or antioxidants"));
}

TEST_CASE("one press tells why, who says so, how strong it is and which study it rests on") {
  Headless h;
  show(h, "\"day\": 2, \"device\": \"rf\"");
  const auto told = [&](const char *key) {
    const SemanticNode button =
        h.node(Role::button, fill(h.app.content().word(Word::care_why), {{"name", asked(h, key)}}));
    CHECK((button.flags & kExpanded) == 0);
    CHECK(button.rect.h >= 44);
    h.click(Headless::center(button.rect));
    return text_below(h, button.parent);
  };
  const std::string drugs = told("anti_inflammatory");
  for (const char *part : {"Why. ", "pills were not tested", "Who says so. ", "Brogden NK",
                           "Common clinic advice; no study", "How strong. small studies"}) {
    INFO(drugs);
    CHECK(contains(drugs, part));
  }
  CHECK(contains(told("vitamin_c"), "Friedmann DP"));
  CHECK(contains(told("rf_moisture"), "Wu X et al."));
  CHECK_FALSE(contains(all_told(h), "Founding document"));
}

TEST_CASE("the treatment decides what is shown: cream and grid marks after RF, a word on PRP") {
  Headless h;
  for (const bool rf : {false, true})
    for (const bool prp : {false, true}) {
      show(h, std::string("\"day\": 1, \"device\": \"") + (rf ? "rf" : "pen") +
                  "\", \"prp\": " + (prp ? "true" : "false"));
      CHECK(contains(all_told(h), asked(h, "rf_moisture")) == rf);
      CHECK(contains(all_told(h), h.app.content().word(Word::care_prp)) == prp);
      care_part(h, Word::care_see);
      CHECK(contains(all_told(h), asked(h, "see_grid")) == rf);
      care_part(h, Word::care_after);
    }
}

TEST_CASE("Before tells what to do by time, longest first, and what to tell the clinic") {
  Headless h;
  show(h, "");
  care_part(h, Word::care_before);
  const auto before = rows(h, "Before your visit"), tell = rows(h, "Tell us first about");
  CHECK(before.size() == 8);
  CHECK(tell.size() == 10);
  CHECK(starts_with(before.front().value_text, "From 4 weeks before: A wedding"));
  CHECK(starts_with(before.back().value_text, "On the day: "));
  double last = 1e9;
  for (const Advice &a : h.app.content().advice) {
    if (a.part != AdvicePart::before) continue;
    CHECK(a.hours <= last);
    last = a.hours;
  }
  open_all(h);
  CHECK(contains(all_told(h), "The first treatment wants more time than later ones."));
}

TEST_CASE("What people see counts people of 20, and judges nobody") {
  Headless h;
  show(h, "\"device\": \"rf\"");
  care_part(h, Word::care_see);
  const auto list = rows(h, "What people see");
  CHECK(list.size() == 11);
  for (const SemanticNode &n : list) {
    INFO(n.value_text);
    const bool words = starts_with(n.value_text, "Itch") || starts_with(n.value_text, "Tiny scabs");
    CHECK((words || contains(n.value_text, " of 20 people") || contains(n.value_text, "Numb")));
  }
  CHECK(contains(all_told(h), "It does not judge your skin."));
  for (const char *never : {"in 10", "%", "half of", "normal?"}) {
    CAPTURE(std::string(never));
    CHECK_FALSE(contains(all_told(h), never));
  }
}

TEST_CASE("the filter leaves the rows of one kind") {
  Headless h;
  show(h, "\"day\": 0");
  h.click(h.node(Role::button, "Filter"));
  const std::vector<const char *> kinds{"Skin care", "Heat and sport", "Medicine", "Hair",
                                        "Going out"};
  std::size_t shown = 0;
  const auto count = [&] {
    return rows(h, "Yes on day 0").size() + rows(h, "Not yet on day 0").size() +
           rows(h, "Ask us first").size();
  };
  const std::size_t all = count();
  for (const char *kind : kinds) {
    h.click(h.node(Role::radio, kind));
    CHECK(count() > 0);
    shown += count();
  }
  CHECK(shown == all);
  h.click(h.node(Role::radio, "All"));
  CHECK(count() == all);
}

TEST_CASE("each phase tells what comes off the list in it, once, and nothing before its time") {
  Headless h;
  show(h, "\"day\": 2");
  std::string again;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::list_item && starts_with(n.value_text, "Possible again"))
      again += n.value_text + "\n";
  for (const Advice &a : h.app.content().advice) {
    if (a.part != AdvicePart::after || !a.brief || a.until_h == a.until_h) continue;
    INFO(a.ask << " in " << again);
    const auto at = again.find(a.ask);
    CHECK((at != std::string::npos) == (a.say == AdviceSay::span));
    if (at != std::string::npos) CHECK(again.find(a.ask, at + 1) == std::string::npos);
  }
  // In the order of the phases: the second begins at 24 hours, the third at 72.
  const auto lines = [&](std::size_t i) {
    std::string rest = again;
    for (; i > 0; --i) rest = rest.substr(rest.find('\n') + 1);
    return rest.substr(0, rest.find('\n'));
  };
  CHECK(contains(lines(0), "Wear make-up (24 hours)"));
  CHECK_FALSE(contains(lines(0), "Exercise"));
  CHECK(contains(lines(1), "Exercise (48 hours)"));
  CHECK_FALSE(contains(again, asked(h, "sun")));
  // The time of redness is that of the treatment.
  const auto red = [&](const std::string &treatment) {
    show(h, treatment);
    const std::string all = all_told(h);
    const auto at = all.find("redness is over: ");
    REQUIRE(at != std::string::npos);
    return all.substr(at, all.find('\n', at) - at);
  };
  CHECK(red("\"device\": \"pen\", \"depth_mm\": 0.25") !=
        red("\"device\": \"rf\", \"depth_mm\": 3"));
}

TEST_CASE("when to call is one list with four levels, the same in Care, About and on paper") {
  Headless h;
  show(h, "");
  h.click(h.node(Role::button, "When to call the clinic"));
  std::string last;
  for (const CallLevel &level : call_levels()) {
    CHECK(h.seek(Role::heading, h.app.content().word(level.name)) != nullptr);
    CHECK(contains(all_told(h), h.app.content().word(level.signs)));
  }
  const auto level_of = [&](const char *sign) {
    for (const CallLevel &level : call_levels())
      if (contains(h.app.content().word(level.signs), sign))
        return h.app.content().word(level.name);
    return std::string();
  };
  CHECK(level_of("Trouble breathing") == "Call emergency services");
  CHECK(level_of("hives") == "Call emergency services");
  CHECK(level_of("ringing ears") == "Call emergency services");
  for (const char *sign :
       {"fever", "pus", "a blister, a burn", "pain near an eye", "once the cream has worn off"}) {
    CAPTURE(std::string(sign));
    CHECK(level_of(sign) == "Call us at once, the same day");
  }
  CHECK(level_of("puffy eyelids or lips, with normal breathing") == "Call us within 24 hours");
  CHECK(level_of("loss of fat") == "Call us within days");
}

} // namespace rt::test
