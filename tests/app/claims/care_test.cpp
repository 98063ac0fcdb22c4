// Care: what to do and to leave out on the chosen day, with its span and who says so.

#include "app/all_views.h"

#include <algorithm>

namespace rt::test {

namespace {

const std::vector<int> kDays{0, 1, 2, 3, 4, 5, 7, 10, 14};

void show(Headless &h, const std::string &more) {
  h.set_state("{\"view\": \"care\"" + (more.empty() ? "" : ", " + more) + "}");
}

// The list items in a list, by its name.
std::vector<SemanticNode> items(const Headless &h, Word list_name) {
  const SemanticNode list = h.node(Role::list, h.app.content().word(list_name));
  std::vector<SemanticNode> out;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::list_item && n.parent == list.id) out.push_back(n);
  return out;
}

bool starts_with(const std::string &text, const std::string &start) {
  return text.rfind(start, 0) == 0;
}

// The item of care with these words in front, or an empty node.
SemanticNode item(const Headless &h, Word list_name, Word words) {
  for (const SemanticNode &n : items(h, list_name))
    if (starts_with(n.value_text, h.app.content().word(words))) return n;
  return {};
}

std::string why(const Headless &h, Word name) {
  return fill(h.app.content().word(Word::care_why), {{"name", h.app.content().word(name)}});
}

std::string text_below(const Headless &h, std::uint32_t parent) {
  std::string out;
  for (const SemanticNode &n : h.nodes())
    if (n.parent == parent && n.role == Role::text) out += n.value_text + "\n";
  return out;
}

} // namespace

TEST_CASE("the days are radios of one group, and a press sets the day of every view") {
  Headless h;
  show(h, "\"day\": 2");
  for (const float width : {320.0f, 390.0f, 1100.0f}) {
    h.resize(width);
    const SemanticNode group = h.node(Role::radio_group, h.label(Field::day));
    std::size_t checked = 0, radios = 0;
    for (const SemanticNode &n : h.nodes()) {
      if (n.role != Role::radio || n.parent != group.id) continue;
      ++radios;
      checked += (n.flags & kChecked) != 0 ? 1 : 0;
      CHECK(n.rect.w >= 44);
      CHECK(n.rect.h >= 44);
    }
    CHECK(radios == kDays.size());
    CHECK(checked == 1);
  }
  for (const int day : kDays) {
    h.click(h.node(Role::radio, "Day " + std::to_string(day)));
    CHECK(h.value(Field::day) == day);
    CHECK((h.node(Role::radio, "Day " + std::to_string(day)).flags & kChecked) != 0);
    CHECK(h.seek(Role::heading, "Day " + std::to_string(day) + ": do") != nullptr);
  }
  show(h, "\"day\": 6"); // between two of them
  for (const int day : kDays)
    CHECK((h.node(Role::radio, "Day " + std::to_string(day)).flags & kChecked) == 0);
}

TEST_CASE("what to do stands there while it holds, what to leave out says when it is over") {
  Headless h;
  for (const int day : kDays) {
    show(h, "\"day\": " + std::to_string(day));
    INFO("day " << day);
    const double hour = day * 24;
    const Content &content = h.app.content();
    CHECK((item(h, Word::care_keep, Word::care_rinse_do).id != 0) ==
          (hour < content.care_of(CareItem::rinse).hours));
    CHECK((item(h, Word::care_keep, Word::care_water_do).id != 0) ==
          (hour < content.care_of(CareItem::water).hours));
    CHECK(!items(h, Word::care_keep).empty());
    CHECK(items(h, Word::care_leave).size() == 9);
    const std::string make_up = item(h, Word::care_leave, Word::care_make_up).value_text;
    CHECK(make_up ==
          (day < 1 ? "Make-up: for 24 hours (advice)" : "Make-up: over after 24 hours (advice)"));
    const std::string sun = item(h, Word::care_leave, Word::care_sun).value_text;
    CHECK(sun == (day < 14 ? "Tanning beds, long sun: for 2 weeks (advice)"
                           : "Tanning beds, long sun: over after 2 weeks (advice)"));
  }
}

TEST_CASE("every span in Care is told as advice, with the date where there is one") {
  Headless h;
  for (const std::string date : {"null", "\"2026-11-22T14:00\""}) {
    show(h, "\"day\": 2, \"device\": \"rf\", \"treated_at\": " + date);
    for (const Word list : {Word::care_keep, Word::care_leave})
      for (const SemanticNode &n : items(h, list)) {
        INFO(n.value_text);
        CHECK(n.value_text.find(" (advice)") == n.value_text.size() - 9);
        if (date != "null")
          CHECK((n.value_text.find(" Nov") != std::string::npos ||
                 n.value_text.find(" Dec") != std::string::npos));
      }
  }
  CHECK(item(h, Word::care_leave, Word::care_acids).value_text ==
        "Acids, retinoids: until Sun 29 Nov (advice)");
}

TEST_CASE("one press tells why, who says so, how strong it is and which study it rests on") {
  Headless h;
  show(h, "\"day\": 2, \"device\": \"rf\"");
  const auto told = [&](Word list, Word words, Word name) {
    const SemanticNode button = h.node(Role::button, why(h, name));
    CHECK((button.flags & kExpanded) == 0);
    CHECK(button.rect.h >= 44);
    h.click(button);
    CHECK((h.node(Role::button, why(h, name)).flags & kExpanded) != 0);
    return text_below(h, item(h, list, words).id);
  };
  const std::string drugs =
      told(Word::care_leave, Word::care_anti_inflammatory, Word::care_anti_inflammatory);
  for (const char *part :
       {"pills were not tested", "from 24 hours to 7 days", "Strength of this span: D",
        "What clinics usually say", "Brogden NK", "Anti-inflammatory drugs in our numbers: "}) {
    INFO(drugs);
    INFO(part);
    CHECK(drugs.find(part) != std::string::npos);
  }
  const std::string cream =
      told(Word::care_keep, Word::care_rf_moisture_do, Word::care_rf_moisture);
  INFO(cream);
  CHECK(cream.find("Strength of this span: B") != std::string::npos);
  CHECK(cream.find("Wu X et al.") != std::string::npos);
}

TEST_CASE("the treatment decides what is advised: cream after RF, a sentence for PRP") {
  Headless h;
  const auto told = [&](Word word) {
    const std::string &text = h.app.content().word(word);
    return std::any_of(h.nodes().begin(), h.nodes().end(), [&](const SemanticNode &n) {
      return n.value_text.find(text) != std::string::npos;
    });
  };
  for (const bool rf : {false, true})
    for (const bool prp : {false, true}) {
      show(h, std::string("\"day\": 1, \"device\": \"") + (rf ? "rf" : "pen") +
                  "\", \"prp\": " + (prp ? "true" : "false"));
      CHECK(told(Word::care_rf_moisture_do) == rf);
      CHECK(told(Word::care_prp) == prp);
    }
}

TEST_CASE("an item says so where the visitor has set the opposite") {
  Headless h;
  const auto differing = [&] {
    const std::string &text = h.app.content().word(Word::care_differs);
    std::size_t n = 0;
    for (const DrawnText &t : h.texts())
      n += starts_with(text, t.text) && t.text.size() > 7 ? 1 : 0;
    return n;
  };
  h.resize(1100);
  show(h, "\"day\": 0");
  CHECK(differing() == 0);
  show(h, R"("anti_inflammatory": true)");
  CHECK(differing() == 1);
  show(h, R"("ice": true, "no_makeup_24h": false)");
  CHECK(differing() == 3);
}

TEST_CASE("the card of signs leads to all of them, in the foot of the page") {
  Headless h;
  show(h, "\"day\": 2");
  const std::string &signs = h.app.content().word(Word::call_at_once_signs);
  const auto all_signs = [&] {
    return std::any_of(h.nodes().begin(), h.nodes().end(),
                       [&](const SemanticNode &n) { return n.value_text == signs; });
  };
  CHECK_FALSE(all_signs());
  h.click(h.node(Role::button, h.app.content().word(Word::care_call_more)));
  CHECK(all_signs());
  CHECK(h.focus_request == h.node(Role::button, h.app.content().word(Word::call_title)).id);
}

TEST_CASE("each phase of the two weeks tells what comes off the list in it, once") {
  Headless h;
  show(h, "\"day\": 2");
  std::string again;
  const std::string &head = h.app.content().word(Word::care_again);
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::list_item && starts_with(n.value_text, head)) again += n.value_text + "\n";
  for (std::size_t i = 0; i < kCareItems; ++i) {
    const auto what = static_cast<CareItem>(i);
    if (care_kind(what) != CareKind::avoid) continue;
    const std::string &name = h.app.content().word(
#define RT_TEST_NAME(item, kind) what == CareItem::item ? Word::care_##item:
        RT_CARE_ITEMS(RT_TEST_NAME) Word::care_sun);
#undef RT_TEST_NAME
    INFO(name << " in " << again);
    const auto at = again.find(name);
    REQUIRE(at != std::string::npos);
    CHECK(again.find(name, at + 1) == std::string::npos);
  }
  CHECK(again.find("Make-up (24 hours)") != std::string::npos);
  CHECK(again.find("Tanning beds, long sun (2 weeks)") != std::string::npos);
}

} // namespace rt::test
