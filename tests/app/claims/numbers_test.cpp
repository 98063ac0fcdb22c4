// The numbers that are shown, told and given out are the same numbers.

#include "app/any_state.h"
#include "content/json/json.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace rt::test {

namespace {

using json::Kind;
using json::Value;

json::Document projection_of(const Headless &h) {
  Result<json::Document> document = json::parse(h.app.projection_json());
  REQUIRE(document.ok());
  return std::move(document).take();
}

constexpr std::array<const char *, kLevelCount> kLevelKeys{"p05", "p10", "p25", "p50",
                                                           "p75", "p90", "p95"};

// {"p05": …, …}: all seven there, not falling, within low..high.
void check_quantiles(Value q, double low, double high) {
  REQUIRE(q.size() == kLevelCount);
  double last = low;
  for (const char *key : kLevelKeys) {
    const double value = q.find(key).number();
    CHECK(value >= last);
    last = value;
  }
  CHECK(last <= high);
}

std::vector<double> numbers(Value array) {
  REQUIRE(array.is(Kind::array));
  std::vector<double> all;
  for (Value v = array.first(); v; v = v.next()) all.push_back(v.number());
  return all;
}

// Rows of quantiles over `n` points.
void check_rows(Value rows, std::size_t n, double low, double high) {
  REQUIRE(rows.size() == kLevelCount);
  std::vector<double> last(n, low);
  for (const char *key : kLevelKeys) {
    const std::vector<double> row = numbers(rows.find(key));
    REQUIRE(row.size() == n);
    for (std::size_t i = 0; i < n; ++i) CHECK(row[i] >= last[i]);
    last = row;
  }
  for (const double v : last) CHECK(v <= high);
}

// Keys under which plain numbers stand, anywhere below.
void number_keys(Value v, const std::string &key, std::set<std::string> &out) {
  if (v.is(Kind::number)) {
    const bool level = key.size() == 3 && key[0] == 'p';
    if (!level) out.insert(key);
    return;
  }
  if (v.is(Kind::object) && v.find("p50")) out.insert(key);
  for (Value child = v.first(); child; child = child.next())
    number_keys(child, v.is(Kind::array) ? key : std::string(child.key()), out);
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

} // namespace

TEST_CASE("the projection carries equally long arrays, quantiles in order and shares up to one") {
  Headless h;
  Random dice{1};
  for (int round = 0; round < 6; ++round) {
    const json::Document document = projection_of(h);
    const Value root = document.root();
    CHECK(root.find("model_version").text() == h.app.content().version);
    const std::vector<double> time = numbers(root.find("time_h"));
    REQUIRE(time.size() > 20);
    CHECK(time.front() == 0);
    CHECK(time.back() == 336);
    CHECK(std::is_sorted(time.begin(), time.end()));

    CHECK(root.find("signs").size() == kSigns);
    for (Value sign = root.find("signs").first(); sign; sign = sign.next()) {
      INFO(std::string(sign.key()));
      check_rows(sign.find("severity"), time.size(), 0, 1e9);
      const std::vector<double> share = numbers(sign.find("share_visible"));
      REQUIRE(share.size() == time.size());
      for (const double s : share) CHECK((s >= 0 && s <= 1));
      check_quantiles(sign.find("until_not_visible_h"), 0, 1e6);
      check_quantiles(sign.find("peak_h"), 0, 336);
      CHECK(sign.find("incidence").number() <= 1);
      CHECK(sign.find("visible_above").number() > 0);
    }
    CHECK(root.find("milestones").size() == kMilestones);
    for (Value m = root.find("milestones").first(); m; m = m.next()) {
      INFO(std::string(m.key()));
      if (m.find("advice").boolean())
        CHECK(m.find("after_h").number() > 0);
      else
        check_quantiles(m.find("after_h"), 0, 1e9);
    }
    const Value course = root.find("course");
    const std::vector<double> month = numbers(course.find("month"));
    CHECK(std::is_sorted(month.begin(), month.end()));
    // Of what a complete course typically reaches; lucky people reach more.
    check_rows(course.find("share_of_improvement"), month.size(), 0, 2);
    const double spots = root.find("dark_spot_probability").number();
    CHECK((spots >= 0 && spots <= 1));
    CHECK(root.find("choices").size() == kChoices);
    h.set_state(any_state(h.app.content(), dice));
  }
}

TEST_CASE("every number of the projection has its unit in its key, or has none") {
  Headless h;
  const json::Document document = projection_of(h);
  std::set<std::string> keys;
  number_keys(document.root(), "", keys);
  const std::set<std::string> unitless{"severity",
                                       "share_visible",
                                       "visible_above",
                                       "incidence",
                                       "dark_spot_probability",
                                       "month",
                                       "share_of_improvement",
                                       "people",
                                       "probability",
                                       "share_clear",
                                       "share_visible_anywhere",
                                       "incidence_anywhere",
                                       "probability_anywhere",
                                       "share_clear_anywhere"};
  CHECK(keys.size() > unitless.size());
  for (const std::string &key : keys) {
    INFO(key);
    CHECK((unitless.count(key) == 1 || ends_with(key, "_h")));
  }
}

TEST_CASE("what the projection says is what is told") {
  Headless h;
  h.set_state(R"({"depth_mm": 2, "device": "rf", "day": 2, "treated_at": null})");
  const json::Document document = projection_of(h);
  const Value normal = document.root().find("milestones").find("looks_normal").find("after_h");
  const double low = normal.find("p10").number(), high = normal.find("p90").number();
  REQUIRE(low >= 24);
  const std::string expected = std::to_string(static_cast<int>(std::floor(low / 24))) + " to " +
                               std::to_string(static_cast<int>(std::ceil(high / 24))) + " days";
  const std::string name = h.app.content().word(Word::milestone_looks_normal);
  std::size_t told = 0;
  for (const SemanticNode &n : h.nodes())
    told += n.value_text.find(name + ": " + expected) != std::string::npos ? 1 : 0;
  CHECK(told >= 2); // in the list and in the summary
}

TEST_CASE("a state set from JSON shows in the picture, in the nodes and in the state given back") {
  Headless h;
  h.forget_changes();
  CHECK(h.set_state(R"({"device": "stamp", "depth_mm": 2.25, "passes": 5, "area": "neck",
    "prp": true, "sessions": 6, "weeks_between": 8, "tone": 4, "reactivity": "very_reactive",
    "age_band": "from_45", "darkens_easily": true, "water": false, "sun_protection": false,
    "moisturiser": false, "serum": true, "no_makeup_24h": false, "gentle_care": false,
    "anti_inflammatory": true, "ice": true, "arnica_bromelain": true,
    "treated_at": "2026-11-22T14:00", "day": 5})"));
  CHECK(h.slider(Field::depth_mm).range.value == 2.25);
  CHECK(h.slider(Field::depth_mm).value_text == "2.25 mm");
  CHECK(h.slider(Field::passes).range.value == 5);
  CHECK(h.slider(Field::reactivity).value_text == "Very reactive");
  CHECK(h.slider(Field::day).range.value == 5);
  CHECK((h.option(Field::device, 1).flags & kChecked) != 0);
  CHECK((h.option(Field::area, 4).flags & kChecked) != 0);
  CHECK((h.option(Field::age_band, 2).flags & kChecked) != 0);
  CHECK((h.node(Role::radio, "Tone 4").flags & kChecked) != 0);
  for (std::size_t i = 0; i < kFields; ++i)
    if (const auto f = static_cast<Field>(i); field_kind(f) == FieldKind::toggle) {
      INFO(h.label(f));
      CHECK(((h.toggle(f).flags & kChecked) != 0) == (h.value(f) != 0));
    }
  CHECK(h.node(Role::moment, h.label(Field::treated_at)).value_text == "Sun 22 Nov, 2 pm");
  CHECK(h.seek(Role::heading, "Day 5") != nullptr);
  bool date_told = false;
  for (const SemanticNode &n : h.nodes()) date_told |= n.value_text.substr(0, 10) == "Fri 27 Nov";
  CHECK(date_told);

  const std::string given = h.app.state_json();
  CHECK(given.find("\"depth_mm\":2.25") != std::string::npos);
  Headless other;
  other.set_state(given);
  CHECK(other.app.state() == h.app.state());
  CHECK(other.nodes() == h.nodes());
  CHECK(other.app.projection_json() == h.app.projection_json());
}

TEST_CASE("in any state, every time is told with its range or as advice, and no text has a hole") {
  Headless h;
  Random dice{2026};
  for (int round = 0; round < 40; ++round) {
    const std::string state = any_state(h.app.content(), dice);
    INFO(state);
    h.width = round % 2 == 0 ? 390 : 1100;
    h.set_state(state);
    std::size_t milestones = 0; // and events
    // Care and About list advice in words; there each item names who gives it (care_test).
    const bool times = h.app.state().view <= View::plan;
    for (const SemanticNode &n : h.nodes()) {
      if (n.role == Role::list_item && times) {
        ++milestones;
        const bool ranged = (n.value_text.find('(') != std::string::npos &&
                             n.value_text.find("–") != std::string::npos) ||
                            n.value_text.find("Clinics differ") != std::string::npos;
        const bool advice =
            n.value_text.find(" (" + h.app.content().word(Word::advice) + ")") != std::string::npos;
        const bool people = n.value_text.find(" of 20") != std::string::npos;
        const bool own = n.value_text.find(h.app.content().word(Word::plan_event)) == 0;
        if (ranged == advice && !people && !own) FAIL_CHECK(told(n) << ": " << n.value_text);
      }
      for (const std::string &text : {n.label, n.value_text})
        for (const std::string mark : {"{", "}", "**", "  ", "nan ", "inf ", "e+"})
          if (text.find(mark) != std::string::npos) FAIL_CHECK("'" << mark << "' in: " << text);
    }
    if (h.app.state().view == View::recovery) CHECK(milestones == 6 + kEvents);
    for (const DrawnText &t : h.texts())
      for (const std::string mark : {"{", "}", "*"})
        if (t.text.find(mark) != std::string::npos) FAIL_CHECK("drawn: " << t.text);
  }
}

TEST_CASE("a date turns days into dates, and taking it back turns them into days again") {
  Headless h;
  auto dates = [&] {
    std::size_t n = 0;
    for (const DrawnText &t : h.texts()) n += t.text.find(" Nov") != std::string::npos ? 1 : 0;
    return n;
  };
  const std::size_t without = dates(); // that of the review stands in the foot
  CHECK(without == 1);
  const std::vector<SemanticNode> before = h.nodes();
  const std::uint32_t id = h.node(Role::moment, h.label(Field::treated_at)).id;
  h.ask(ControlEvent::set, id, 29'920'500); // in November 2026
  CHECK(dates() > without + 4);
  h.ask(ControlEvent::set, id, std::numeric_limits<double>::quiet_NaN());
  CHECK(dates() == without);
  // The moment itself is not a number when it is not set, so it is compared by what it says.
  REQUIRE(h.nodes().size() == before.size());
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i].role == Role::status) continue; // it tells what was done
    CHECK(h.nodes()[i].value_text == before[i].value_text);
    CHECK(h.nodes()[i].rect == before[i].rect);
  }
}

} // namespace rt::test
