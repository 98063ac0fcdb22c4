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

// The line with this title, pressed.
void open(Headless &h, const std::string &title) { h.click(h.node(Role::button, title)); }

// The rows of advice that have a time after the treatment or say that there is none.
std::size_t advice_rows() {
  const auto after = [](const Advice &a) { return a.part == AdvicePart::after; };
  return static_cast<std::size_t>(
      std::count_if(shipped().advice.begin(), shipped().advice.end(), after));
}

const std::string &word(const Headless &h, Word w) { return h.app.content().word(w); }

} // namespace

TEST_CASE("About is seven lines that open, and tells nothing before") {
  Headless h;
  show(h, "pen");
  for (const float width : {320.0f, 1100.0f}) {
    h.resize(width);
    for (const Word title : {Word::about_what, Word::about_pores, Word::about_risks,
                             Word::about_who, Word::about_numbers, Word::about_page}) {
      const SemanticNode line = h.node(Role::button, word(h, title));
      CHECK((line.flags & (kHasExpanded | kExpanded)) == kHasExpanded);
      CHECK(line.rect.h >= 44);
    }
    CHECK_FALSE(told(h, word(h, Word::about_what_text)));
  }
  open(h, word(h, Word::about_what));
  CHECK(told(h, word(h, Word::about_what_text)));
  open(h, word(h, Word::about_what));
  CHECK_FALSE(told(h, word(h, Word::about_what_text)));
}

TEST_CASE("the notice of October 2025 and what RF forbids are told with RF, and only then") {
  Headless h;
  for (const bool rf : {false, true}) {
    show(h, rf ? "rf" : "pen");
    open_all(h);
    CHECK(told(h, word(h, Word::about_rf)) == rf);
    CHECK(told(h, word(h, Word::about_who_rf)) == rf);
    CHECK(told(h, word(h, Word::about_who_ask)));
    CHECK(told(h, word(h, Word::call_at_once_signs)));
  }
  CHECK(shipped().word(Word::about_rf).find("October 2025") != std::string::npos);
}

TEST_CASE("every parameter and every span is told with value, unit, range and strength") {
  Headless h;
  show(h, "pen");
  open_all(h);
  std::multiset<std::string> rows;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::button && n.label.find(". Strength ") != std::string::npos)
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
    if (p.unit == "fraction") CHECK(tail.find(" % (") != std::string::npos);
    CHECK(tail.find(std::string(". Strength ") + p.strength + ".") != std::string::npos);
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

TEST_CASE("the numbers open group by group, and each group counts its rows") {
  Headless h;
  show(h, "pen");
  open(h, word(h, Word::about_numbers));
  std::size_t groups = 0, sum = 0;
  for (const SemanticNode &n : h.nodes())
    if (n.role == Role::button && (n.flags & kHasExpanded) != 0 && n.label.back() == ')') {
      ++groups;
      sum += static_cast<std::size_t>(std::stoi(n.label.substr(n.label.rfind('(') + 1)));
    }
  CHECK(groups == 20);
  CHECK(sum == h.app.content().sourced_parameters.size() + advice_rows());
  CHECK_FALSE(told(h, h.app.content().sourced_parameters[0].sentence));
  open(h, "Redness (9)");
  CHECK(told(h, "At this injury the skin gets half as red as it can."));
  CHECK_FALSE(told(h, h.app.content().sourced_parameters[0].sentence));
}

TEST_CASE("About tells version, review, next review, funding and that nothing leaves the page") {
  Headless h;
  show(h, "pen");
  open(h, word(h, Word::about_page));
  CHECK(told(h, "Version " + h.app.content().version + ", reviewed on 22 November 2026."));
  CHECK(told(h, "Next review: 22 May 2027"));
  CHECK(told(h, word(h, Word::about_page_funding)));
  CHECK(told(h, word(h, Word::about_page_privacy)));
}

} // namespace rt::test
