#pragma once
// The second rendering of everything that is drawn: what it is, what it says, where it stands.
// Every control, heading, text and figure appends one node while it is drawn, so that the picture
// and the accessibility tree cannot part.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rt {

// clang-format off
#define RT_ROLES(X)                                                                                \
  X(group) X(heading) X(text) X(slider) X(radio_group) X(radio) X(checkbox) X(button) X(tab_list)  \
  X(tab) X(figure) X(table) X(row) X(cell) X(column_header) X(row_header) X(link) X(moment)        \
  X(status) X(list) X(list_item) X(switch_) X(swatch) X(tab_panel) X(search)
// clang-format on

enum class Role : std::uint32_t {
#define RT_ROLE_ENUM(name) name,
  RT_ROLES(RT_ROLE_ENUM)
#undef RT_ROLE_ENUM
};

enum NodeFlag : std::uint32_t {
  kDisabled = 1,
  kChecked = 2,
  kSelected = 4,
  kHasRange = 8,
  kLive = 16,
  kExpanded = 32,
  kHasExpanded = 64,
  kHidden = 128,    // for assistive technology only: drawn by nothing, has no rectangle
  kDrawnOnly = 256, // tells of the picture alone: the text version goes without it
};

// CSS pixels on the canvas, origin at the top left.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  float right() const { return x + w; }
  float bottom() const { return y + h; }
  bool contains(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  Rect inset(float d) const { return {x + d, y + d, w - 2 * d, h - 2 * d}; }
  bool operator==(const Rect &) const = default;
};

struct Range {
  double min = 0, max = 0, step = 0, value = 0; // value NaN: a moment that is not set
  bool operator==(const Range &o) const {
    const bool unset = value != value && o.value != o.value; // no NaN equals another
    return min == o.min && max == o.max && step == o.step && (value == o.value || unset);
  }
};

struct SemanticNode {
  std::uint32_t id = 0, parent = 0; // parent 0 = the root
  Role role = Role::group;
  std::uint32_t flags = 0;
  Rect rect;
  std::string label;      // accessible name
  std::string value_text; // of a value: "1.0 mm"; of a text node: the text
  Range range; // with kHasRange; a heading's level, a moment's minutes and a step button's sign are
               // in value
  std::uint32_t color = 0; // of a swatch or of a radio that chooses one, 0xAABBGGRR; 0 = none
  bool operator==(const SemanticNode &) const = default;
};

// A stable id: the hash of a key below a parent; never 0. A key that begins with / has no parent: what
// stands elsewhere at another width keeps its id, and so its focus.
std::uint32_t node_id(std::string_view key, std::uint32_t parent = 0);

} // namespace rt
