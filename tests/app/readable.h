#pragma once
// Whether what is drawn can be read, and is told to those who do not see it.

#include "support/headless.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

namespace rt::test {

// Every text against what lies under it, at five places.
inline void check_texts_readable(const Headless &h) {
  const std::vector<Triangle> picture = h.triangles();
  for (const DrawnText &t : h.texts()) {
    std::array<double, 5> ratio{};
    for (std::size_t i = 0; i < ratio.size(); ++i) {
      const float x = t.rect.x + t.rect.w * (0.1f + 0.2f * static_cast<float>(i));
      const Color ground =
          painted(picture, 0, t.order, x, t.rect.y + t.rect.h / 2, h.out.background);
      ratio[i] = contrast(t.color, ground);
    }
    std::sort(ratio.begin(), ratio.end());
    // The line of the chosen day may cross one of the places.
    if (ratio[1] < 4.5)
      FAIL_CHECK("'" << t.text << "' at " << told(t.rect) << " has only " << ratio[1] << ":1");
  }
}

// Letters and digits only: a line break, a mark of emphasis and an ellipsis make no other text.
inline std::string bare(const std::string &text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 3, "\xE2\x80\xA6") == 0) {
      i += 2;
      continue;
    }
    if (const char c = text[i]; c != ' ' && c != '*' && c != '\n') out += c;
  }
  return out;
}

// A text without its figures and their units: figures in a picture are told in sentences of their own.
inline std::string without_figures(const std::string &text) {
  std::string out, word;
  const std::set<std::string> units{"hour", "hours", "day", "days", "week", "weeks", "to", "under"};
  // "… to 2 da…"
  std::string whole = text.substr(0, text.find("\xE2\x80\xA6"));
  if (whole != text) whole = whole.substr(0, whole.find_last_of(' '));
  for (const char c : whole + " ") {
    if (c >= '0' && c <= '9') continue;
    if (c != ' ') {
      word += c;
      continue;
    }
    if (units.count(word) == 0) out += word;
    word.clear();
  }
  return out;
}

// What is drawn and stands in no node, without figures: lines of a text are found in the whole of it.
inline std::set<std::string> drawn_and_not_told(const Headless &h) {
  std::string told;
  for (const SemanticNode &n : h.nodes()) told += bare(n.label) + "|" + bare(n.value_text) + "|";
  std::set<std::string> missing;
  for (const DrawnText &t : h.texts())
    if (told.find(bare(t.text)) == told.npos) missing.insert(without_figures(t.text));
  return missing;
}

// Every control: once, by a name, with room to be pressed, and something drawn where it lies.
inline void check_controls(const Headless &h) {
  std::set<std::uint32_t> ids;
  const std::vector<Triangle> picture = h.triangles();
  for (const SemanticNode &n : h.nodes()) {
    if (n.id == 0 || !ids.insert(n.id).second) FAIL_CHECK("twice: " << told(n));
    if (!interactive(n)) continue;
    if (n.label.empty()) FAIL_CHECK("no name: " << told(n));
    const bool drawn = std::any_of(picture.begin(), picture.end(), [&](const Triangle &t) {
      return std::any_of(t.corner.begin(), t.corner.end(), [&](const Corner &c) {
        return c.x >= n.rect.x - 1 && c.x <= n.rect.right() + 1 && c.y >= n.rect.y - 1 &&
               c.y <= n.rect.bottom() + 1;
      });
    });
    if (!drawn || !(n.rect.w > 0)) FAIL_CHECK("not drawn: " << told(n));
  }
}

} // namespace rt::test
