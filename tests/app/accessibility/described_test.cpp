// What assistive technology is told: everything that can be set, once, by a name, in one place.

#include "support/headless.h"

#include <map>
#include <set>
#include <utility>

namespace rt::test {

namespace {

Role role_of(Field f) {
  switch (field_kind(f)) {
  case FieldKind::toggle: return Role::switch_;
  case FieldKind::moment: return Role::moment;
  case FieldKind::tone: return Role::radio_group;
  case FieldKind::range: return Role::slider;
  case FieldKind::choice: break;
  }
  return f == Field::reactivity ? Role::slider : Role::radio_group;
}

std::vector<Field> fields_with_a_control() {
  std::vector<Field> fields;
  for (std::size_t i = 0; i < kFields; ++i)
    if (const auto f = static_cast<Field>(i); drawn_in_recovery(f)) fields.push_back(f);
  return fields;
}

std::size_t count(const Headless &h, Role role, std::string_view label) {
  std::size_t n = 0;
  for (const SemanticNode &node : h.nodes()) n += node.role == role && node.label == label ? 1 : 0;
  return n;
}

bool is_drawn(const Headless &h, std::string_view text) {
  for (const DrawnText &t : h.texts())
    if (!t.text.empty() && text.substr(0, t.text.size()) == t.text) return true;
  return false;
}

// Names each control that stays the same while settings change.
std::map<std::pair<Role, std::string>, std::uint32_t> named_controls(const Headless &h) {
  std::map<std::pair<Role, std::string>, std::uint32_t> named;
  for (const SemanticNode &n : h.nodes())
    if ((interactive(n) || n.role == Role::radio_group || n.role == Role::group) && n.parent != 0)
      named[{n.role, n.label}] = n.id;
  return named;
}

} // namespace

TEST_CASE("every field is described once, as the kind of control that it is") {
  Headless h;
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    for (const Field f : fields_with_a_control()) {
      INFO(h.label(f) << " at width " << width);
      CHECK(count(h, role_of(f), h.label(f)) == 1);
    }
  }
}

TEST_CASE("every field is drawn with its name and its value") {
  Headless h;
  h.set_state(R"({"tone": 6, "treated_at": "2026-11-22T14:00", "depth_mm": 1.75})");
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    for (const Field f : fields_with_a_control()) {
      INFO(h.label(f) << " at width " << width);
      const SemanticNode node = h.node(role_of(f), h.label(f));
      // The device stands under the heading of the treatment; the day is the scrubber's own title.
      if (f != Field::device && f != Field::day) CHECK(is_drawn(h, node.label));
      if (role_of(f) == Role::slider && f != Field::day) CHECK(is_drawn(h, node.value_text));
    }
    CHECK(is_drawn(h, "1.75 mm"));
    CHECK(is_drawn(h, "Tone 6"));
    CHECK(is_drawn(h, "Sun 22 Nov, 2 pm"));
  }
}

TEST_CASE("a choice has one radio for each option that is shown, and one of them is checked") {
  Headless h;
  for (const Field f : {Field::device, Field::area, Field::age_band}) {
    const SemanticNode group = h.node(Role::radio_group, h.label(f));
    std::vector<std::string> options, radios, checked;
    for (const Option &o : h.app.content().field(f).options)
      if (!o.hidden) options.push_back(o.label);
    for (const SemanticNode &n : h.nodes())
      if (n.role == Role::radio && n.parent == group.id) {
        radios.push_back(n.label);
        if ((n.flags & kChecked) != 0) checked.push_back(n.label);
      }
    CHECK(radios == options);
    const auto chosen = static_cast<std::size_t>(h.value(f));
    CHECK(checked == std::vector<std::string>{h.app.content().field(f).options[chosen].label});
  }
}

TEST_CASE("no two nodes have the same id") {
  Headless h;
  at_every_size(h, {1}, [&] {
    std::set<std::uint32_t> ids;
    for (const SemanticNode &n : h.nodes()) {
      CHECK(n.id != 0);
      if (!ids.insert(n.id).second) FAIL_CHECK("again: " << told(n));
    }
  });
}

TEST_CASE("a control keeps its id in every frame, width, theme and setting") {
  Headless h;
  const auto first = named_controls(h);
  CHECK(first.size() > 60);
  auto same = [&] {
    for (const auto &[name, id] : named_controls(h)) {
      const auto before = first.find(name);
      if (before != first.end() && before->second != id) FAIL_CHECK("another id: " << name.second);
    }
  };
  h.frame();
  same();
  at_every_size(h, {1, 2}, same);
  h.theme.dark = true;
  h.frame();
  same();
  h.set_state(R"({"device": "rf", "depth_mm": 3, "tone": 9, "day": 10.5, "prp": true,
                  "water": false, "treated_at": "2026-11-22T14:00", "age_band": "from_60"})");
  same();
}

TEST_CASE("parents come before their children and reach around them") {
  Headless h;
  at_every_size(h, {1, 2}, [&] {
    std::map<std::uint32_t, const SemanticNode *> before;
    for (const SemanticNode &n : h.nodes()) {
      if (n.parent != 0) {
        const auto parent = before.find(n.parent);
        if (parent == before.end()) {
          FAIL_CHECK("comes before its parent: " << told(n));
        } else if (const Rect p = parent->second->rect, r = n.rect; p.w > 0 && r.w > 0) {
          if (r.x < p.x - 1 || r.right() > p.right() + 1 || r.y < p.y - 1 ||
              r.bottom() > p.bottom() + 1)
            FAIL_CHECK(told(n) << " sticks out of " << told(*parent->second));
        }
      }
      before[n.id] = &n;
    }
  });
}

TEST_CASE("everything that can be operated has a name of its own") {
  Headless h;
  at_every_size(h, {1}, [&] {
    std::set<std::tuple<std::uint32_t, Role, std::string>> names;
    for (const SemanticNode &n : h.nodes()) {
      if (!interactive(n)) continue;
      if (n.label.empty()) FAIL_CHECK("without a name at " << told(n.rect));
      if (!names.insert({n.parent, n.role, n.label}).second)
        FAIL_CHECK("two of the same name: " << told(n));
    }
  });
}

TEST_CASE("everything that can be operated lies on the page and is large enough for a finger") {
  Headless h;
  at_every_size(h, {1, 1.3f, 2}, [&] {
    for (const SemanticNode &n : h.nodes()) {
      if (!interactive(n)) continue;
      const Rect r = n.rect;
      if (!(r.x >= 0 && r.right() <= h.width && r.y >= 0 && r.bottom() <= h.out.height))
        FAIL_CHECK("off the page: " << told(n));
      // A stepper's number stands between its own − and +, which are large.
      const bool between = n.role == Role::slider && h.seek(node_id("more", n.id)) != nullptr;
      if (r.h < 43.9f && !between) FAIL_CHECK("too low: " << told(n));
      if (r.w < 43.9f && !between) FAIL_CHECK("too narrow: " << told(n));
    }
  });
}

TEST_CASE("no two things that can be operated overlap") {
  Headless h;
  constexpr float kHairline = 0.5f;
  at_every_size(h, {1, 1.3f, 2}, [&] {
    const std::vector<SemanticNode> &all = h.nodes();
    for (std::size_t i = 0; i < all.size(); ++i)
      for (std::size_t k = i + 1; k < all.size(); ++k) {
        if (!interactive(all[i]) || !interactive(all[k])) continue;
        const Rect a = all[i].rect, b = all[k].rect;
        const float w = std::min(a.right(), b.right()) - std::max(a.x, b.x);
        const float high = std::min(a.bottom(), b.bottom()) - std::max(a.y, b.y);
        if (w > kHairline && high > kHairline)
          FAIL_CHECK(told(all[i]) << " lies over " << told(all[k]));
      }
  });
}

TEST_CASE("what is there for assistive technology alone has no place in the picture") {
  Headless h;
  std::size_t hidden = 0;
  for (const SemanticNode &n : h.nodes()) {
    if ((n.flags & kHidden) == 0) continue;
    ++hidden;
    CHECK(n.rect == Rect{});
    CHECK_FALSE(interactive(n));
  }
  CHECK(hidden > 0);
}

TEST_CASE("the day's table has a head and, for each sign, as many cells as the head has columns") {
  Headless h;
  std::map<std::uint32_t, std::vector<Role>> cells; // of a row
  std::uint32_t table = 0;
  for (const SemanticNode &n : h.nodes()) {
    if (n.role == Role::table) table = n.id;
    if (n.role == Role::row) {
      CHECK(n.parent == table);
      cells[n.id] = {};
    }
    if (cells.count(n.parent) != 0) {
      cells[n.parent].push_back(n.role);
      CHECK_FALSE(n.value_text.empty());
    }
  }
  std::size_t heads = 0, signs = 0;
  for (const auto &[row, roles] : cells) {
    CHECK(roles.size() == 4);
    if (roles == std::vector<Role>(4, Role::column_header)) ++heads;
    if (roles == std::vector<Role>{Role::row_header, Role::cell, Role::cell, Role::cell}) ++signs;
  }
  CHECK(heads == 1);
  CHECK(signs == kSigns);
}

TEST_CASE("a field that the clinic has fixed is neither drawn nor described, but can be set") {
  Headless h(words_text(), R"({"fields": {"depth_mm": {"default": 2, "hidden": true},
                                          "ice": {"hidden": true}, "tone": {"hidden": true}}})");
  CHECK(h.diagnostics.empty());
  for (const float width : {390.0f, 1100.0f}) {
    h.resize(width);
    for (const Field f : {Field::depth_mm, Field::ice, Field::tone})
      for (const SemanticNode &n : h.nodes())
        if (n.label.find(h.label(f)) != std::string::npos) FAIL_CHECK("told: " << told(n));
    CHECK_FALSE(is_drawn(h, "Needle depth"));
  }
  CHECK(h.value(Field::depth_mm) == 2);
  CHECK(h.set_state(R"({"depth_mm": 0.5, "ice": true})"));
  CHECK(h.value(Field::depth_mm) == 0.5);
  CHECK(h.value(Field::ice) == 1);
}

TEST_CASE("a clinic that has fixed every field leaves a page without controls of the treatment") {
  std::string clinic = R"({"fields": {)";
  for (std::size_t i = 0; i < kFields; ++i) {
    const auto f = static_cast<Field>(i);
    if (f == Field::day || f == Field::view) continue;
    clinic += (i > 0 ? ", \"" : "\"") + std::string(field_key(f)) + R"(": {"hidden": true})";
  }
  Headless h(words_text(), clinic + "}}");
  CHECK(h.diagnostics.empty());
  for (const float width : {320.0f, 1100.0f}) {
    h.resize(width);
    for (const SemanticNode &n : h.nodes()) {
      // What is left looks at the picture and sets nothing.
      const SemanticNode *parent = h.seek(n.parent);
      if ((n.flags & kDrawnOnly) != 0 || (parent != nullptr && (parent->flags & kDrawnOnly) != 0))
        continue;
      CHECK(n.role != Role::radio);
      CHECK(n.role != Role::switch_);
      CHECK(n.role != Role::moment);
      if (n.role == Role::slider) CHECK(n.label == h.label(Field::day));
    }
  }
}

} // namespace rt::test
