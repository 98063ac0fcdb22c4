// Every number and date that comes from the model stands with its range, with a share of people,
// with its strength of evidence or with the word advice, in every view.
//
// What comes from the model is found without a list of places: the same widget on other models,
// with every parameter and every time of advice elsewhere in its range, says something else there.

#include "app/any_state.h"
#include "content/json/json_writer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace rt::test {

namespace {

// The shipped model with every number this part of the way to an end of its range.
std::string other_model(double part, bool up) {
  Result<json::Document> document = json::parse(model_text());
  REQUIRE(document.ok());
  std::string out = model_text();
  const json::Document read = std::move(document).take();
  for (const char *section : {"parameters", "advice"}) {
    const bool care = std::string(section) == "advice";
    for (json::Value v = read.root().find(section).first(); v; v = v.next()) {
      if (!v.is(json::Kind::object)) continue;
      const char *name = care ? "hours" : "value";
      if (care && (!v.find("hours").is(json::Kind::number) || !v.find("min_h"))) continue;
      const double value = v.find(name).number();
      const double end = v.find((up ? "max" : "min") + std::string(care ? "_h" : "")).number();
      const double moved =
          care ? std::round(value + part * (end - value)) : value + part * (end - value);
      Result<json::Document> now = json::parse(out);
      REQUIRE(now.ok());
      const std::string path = "/" + std::string(section) + "/" + std::string(v.key()) + "/" + name;
      out = spoil(std::move(now).take(), path, json::number_text(moved).c_str());
    }
  }
  return out;
}

bool has_digit(const std::string &text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "(12–30 h)", "(Mon 3 Aug–Fri 7 Aug)": a range in brackets; "1 to 3 days", "week 1 to 12", "Mon 3 Aug
// to Fri 7 Aug"; "under 1 day".
bool has_range(const std::string &text) {
  for (auto at = text.find(" to "); at != text.npos; at = text.find(" to ", at + 1)) {
    const std::string before = text.substr(at < 14 ? 0 : at - 14, 14), after = text.substr(at, 16);
    if (has_digit(before) && has_digit(after)) return true;
  }
  if (text.find("under 1 day") != text.npos || text.find("fewer than 1 of 20") != text.npos ||
      text.find("Up to ") != text.npos)
    return true;
  for (auto from = text.find('('); from != text.npos; from = text.find('(', from + 1)) {
    const std::string inside = text.substr(from, text.find(')', from) - from);
    if (inside.find("–") != inside.npos) return true;
  }
  return false;
}

// "week 5 to 8": digits on both sides.
bool has_span(const std::string &text) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  for (auto at = text.find(" to "); at != text.npos; at = text.find(" to ", at + 1))
    if (at > 0 && at + 4 < text.size() && digit(text[at - 1]) && digit(text[at + 4])) return true;
  return false;
}

bool is_hedged(const std::string &text) {
  if (has_range(text) || has_span(text)) return true;
  for (const char *words : {"advice", " of 20", "good studies", "small studies", "expert view",
                            "no study", "linics say", "Clinics give no time"})
    if (text.find(words) != text.npos) return true;
  return false;
}

std::string words_of(const SemanticNode &n) { return n.label + " " + n.value_text; }

// What a number stands with: a heading's with what stands in its group.
std::string statement_of(const std::vector<SemanticNode> &nodes, const SemanticNode &n) {
  if (n.role != Role::heading) return words_of(n);
  std::string all;
  for (const SemanticNode &other : nodes)
    if (other.parent == n.parent) all += words_of(other) + "\n";
  return all;
}

struct Models {
  Headless shipped, up, down;
  Models()
      : up(words_text(), {}, other_model(0.6, true)),
        down(words_text(), {}, other_model(0.6, false)) {}
  template <class Act> void each(Act act) {
    for (Headless *h : {&shipped, &up, &down}) act(*h);
  }
};

// Numbers of this page that come from the model; each is checked.
std::size_t check_page(const Models &m) {
  std::size_t found = 0;
  for (const SemanticNode &n : m.shipped.nodes()) {
    const auto other = [&](const Headless &h) {
      const SemanticNode *same = h.seek(n.id);
      return same != nullptr && words_of(*same) != words_of(n);
    };
    if (words_of(n).find("Your event: ") != std::string::npos) continue; // the visitor's own date
    if (!has_digit(words_of(n)) || !(other(m.up) || other(m.down))) continue;
    ++found;
    const std::string statement = statement_of(m.shipped.nodes(), n);
    if (!is_hedged(statement)) FAIL_CHECK("alone: " << words_of(n) << " | " << statement);
  }
  return found;
}

} // namespace

TEST_CASE("each number or date of the model stands with its range, people, evidence or advice") {
  Models m;
  Random dice{33};
  std::array<std::size_t, kViews> found{};
  for (int round = 0; round < 4; ++round) {
    const std::string state = any_state(m.shipped.app.content(), dice);
    INFO(state);
    m.each([&](Headless &h) {
      if (round % 2 == 1) { // beside the treatment before
        h.set_state(R"({"view": "recovery"})");
        if (const SemanticNode *keep =
                h.seek(Role::button, h.app.content().word(Word::compare_keep)))
          h.ask(ControlEvent::press, keep->id);
      }
      h.resize(round % 3 == 0 ? 390 : 1100);
      h.set_state(state);
    });
    for (const char *view : {"recovery", "results", "plan", "care", "about"}) {
      INFO("view " << std::string(view));
      m.each([&](Headless &h) {
        h.set_state(std::string("{\"view\": \"") + view + "\"}");
        for (int deep = 0; deep < 4; ++deep) h.open_everything();
      });
      found[static_cast<std::size_t>(m.shipped.app.state().view)] += check_page(m);
    }
  }
  for (std::size_t view = 0; view < kViews; ++view) {
    CAPTURE(view);
    CHECK(found[view] >= 8);
  }
  CHECK(m.shipped.app.state().kept.has_value());
}

TEST_CASE("an event at any time is answered with the share of people it is right for") {
  Models m;
  for (const char *event : {"null", "\"2026-06-01T18:00\"", "\"2026-06-23T12:00\"",
                            "\"2026-07-20T12:00\"", "\"2026-12-20T12:00\""})
    for (const char *treated : {"null", "\"2026-06-22T18:00\""}) {
      m.each([&](Headless &h) {
        h.set_state(std::string("{\"view\": \"plan\", \"sessions\": 4, \"event_on\": ") + event +
                    ", \"treated_at\": " + treated + "}");
      });
      INFO("event " << event << ", treated " << treated);
      CHECK(check_page(m) > 0);
    }
}

TEST_CASE("a number without its range is found") {
  CHECK_FALSE(is_hedged("Looks normal to others: day 4"));
  CHECK_FALSE(is_hedged("24–48 hours, by hour 30"));
  CHECK_FALSE(is_hedged("on weak evidence. 5 hours sooner"));
  CHECK(is_hedged("Looks normal to others: day 4 (2–6)"));
  CHECK(is_hedged("Make-up: after 24 hours (advice)"));
  CHECK(is_hedged("about 5 hours sooner; no study"));
  CHECK(is_hedged("A first change shows by week 5 to 8."));
}

} // namespace rt::test
