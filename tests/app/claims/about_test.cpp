// About: what it is, risks, who should not have it, and where every number comes from.

#include "app/all_views.h"

#include <algorithm>
#include <set>

namespace rt::test {

namespace {

void show(Headless &h, const char *device) {
  h.set_state(std::string(R"({"view": "about", "device": ")") + device + "\"}");
}

bool told(const Headless &h, const std::string &text) {
  return std::any_of(h.nodes().begin(), h.nodes().end(), [&](const SemanticNode &n) {
    return n.label.find(text) != std::string::npos || n.value_text.find(text) != std::string::npos;
  });
}

// The rows of advice that have a time after the treatment or say that there is none.
std::size_t advice_rows() {
  const auto after = [](const Advice &a) { return a.part == AdvicePart::after; };
  return static_cast<std::size_t>(
      std::count_if(shipped().advice.begin(), shipped().advice.end(), after));
}

const std::string &word(const Headless &h, Word w) { return h.app.content().word(w); }

} // namespace

TEST_CASE("About tells what it is, risks and who should not have it without a press") {
  Headless h;
  for (const char *device : {"pen", "rf"}) {
    show(h, device);
    for (const Word told_at_once :
         {Word::about_what, Word::about_what_text, Word::about_pores_text, Word::about_risk_skin,
          Word::about_risk_infection, Word::about_risk_needle, Word::about_who_wait,
          Word::about_who_ask, Word::about_rf_title, Word::about_rf, Word::about_who_rf,
          Word::about_numbers, Word::about_page_funding})
      CHECK(told(h, word(h, told_at_once)));
  }
  CHECK(word(h, Word::about_rf_title).find("15 October 2025") != std::string::npos);
}

TEST_CASE("with room for two columns neither half of About is empty") {
  Headless h;
  show(h, "pen");
  for (const float width : {700.0f, 1100.0f, 1280.0f}) {
    h.resize(width);
    INFO("width " << width);
    const auto end = [&](Word section) {
      return h.node(Role::group, word(h, section)).rect.bottom();
    };
    const float top = h.node(Role::group, word(h, Word::about_what)).rect.y;
    const float first = end(Word::about_numbers) - top, second = end(Word::about_page) - top;
    CHECK(std::min(first, second) > 0.6f * std::max(first, second));
    CHECK(h.node(Role::group, word(h, Word::about_pores)).rect.y == top);
  }
}

TEST_CASE("every parameter and every span is told with value, unit, range and strength") {
  Headless h;
  show(h, "pen");
  open_all(h);
  std::multiset<std::string> rows;
  for (const SemanticNode &n : h.nodes())
    for (const char *strength : {": good studies.", ": small studies.", ": expert view.",
                                 ": case reports.", ": no study."})
      if (n.role == Role::button && (n.flags & kHasExpanded) != 0 &&
          n.label.find(strength) != std::string::npos)
        rows.insert(n.label);
  const Content &content = h.app.content();
  CHECK(rows.size() == content.sourced_parameters.size() + advice_rows());
  for (const SourcedParameter &p : content.sourced_parameters) {
    const auto row = std::find_if(rows.begin(), rows.end(), [&](const std::string &label) {
      return label.rfind(p.sentence + " ", 0) == 0;
    });
    INFO(p.sentence);
    REQUIRE(row != rows.end());
    const std::string tail = row->substr(p.sentence.size());
    CHECK(tail.find('(') < tail.find("–"));
    CHECK(tail.find("–") < tail.find(')'));
    if (p.unit == "h") CHECK(tail.find(" hours (") != std::string::npos);
    if (p.unit == "fraction") CHECK(tail.find(" of 1 (") != std::string::npos);
    const std::string strength[]{"good studies", "small studies", "expert view", "no study"};
    CHECK(tail.find("): " + strength[p.strength - 'A'] + ".") != std::string::npos);
  }
}

TEST_CASE("a number that is opened names its studies, and when they were looked up") {
  Headless h;
  show(h, "pen");
  open_all(h);
  for (const Study &study : h.app.content().studies) {
    if (study.rows[0].rfind("SEED", 0) == 0) continue; // told as common clinic advice
    INFO(study.citation);
    CHECK(told(h, study.citation));
  }
  CHECK(told(h, word(h, Word::about_prior)));
  CHECK(told(h, word(h, Word::about_convention)));
  CHECK(told(h, "Looked up on 22 November 2026."));
}

TEST_CASE("the numbers open group by group, each with its strength in words and its studies") {
  Headless h;
  show(h, "pen");
  const SemanticNode list = h.node(Role::list, word(h, Word::about_numbers));
  std::size_t groups = 0;
  for (const SemanticNode &n : h.nodes()) groups += n.parent == list.id ? 1 : 0;
  CHECK(groups == 20);
  const std::string first = h.app.content().sourced_parameters[0].sentence;
  CHECK_FALSE(told(h, first));
  std::string redness;
  for (const SemanticNode &n : h.nodes())
    if (n.label.rfind("Redness: ", 0) == 0) redness = n.label;
  CHECK(redness.find("ly ") != std::string::npos); // mostly or partly
  CHECK(redness.find("studies, ") != std::string::npos);
  h.click(h.node(Role::button, redness));
  CHECK(told(h, "At this injury the skin gets half as red as it can."));
  CHECK_FALSE(told(h, first));
}

TEST_CASE("About tells version, review, next review, funding and that nothing leaves the page") {
  Headless h;
  show(h, "pen");
  CHECK(told(h, "Version " + h.app.content().version + ", reviewed on 22 November 2026."));
  CHECK(told(h, "Next review: 22 May 2027"));
  CHECK(told(h, word(h, Word::about_page_funding)));
  CHECK(told(h, word(h, Word::about_page_privacy)));
}

} // namespace rt::test
