#pragma once
// What everything that is shown gets: what to show, where to write what was asked for. Views are
// free functions; they keep nothing of their own.

#include "content/content.h"
#include "content/fields.h"
#include "content/text.h"
#include "model/differences.h"
#include "model/distribution.h"
#include "model/projection.h"
#include "model/skin/skin_patch.h"
#include "state/state.h"
#include "ui/draw/host.h"
#include "ui/draw/pen.h"
#include "ui/draw/semantics.h"
#include "ui/draw/theme.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rt {

// Treatment A beside what `projection` shows of B: the same people, the same axes.
struct Comparison {
  Projection kept;       // of A
  Projection drawn;      // what the picture shows of it
  Difference difference; // from A to B, in parts
  Pairs pairs;
};

// The course with other numbers of sessions, and what PRP does to the chosen one: with it, and with
// it as the least and the most that studies say. For the view Results.
struct Courses {
  std::array<Course, kMostSessions> by_sessions; // [0] = one session
  Course no_prp, prp, prp_least, prp_most;
};

// What each aftercare choice does. Most views show few of them: each is computed when it is first
// asked for.
class ChoiceEffects {
public:
  using All = std::array<ChoiceEffect, kChoices>;
  // What was known is out of date.
  void renew(std::function<ChoiceEffect(Choice)> compute) {
    compute_ = std::move(compute);
    known_ = {};
  }
  const ChoiceEffect &operator[](std::size_t choice) const {
    std::optional<ChoiceEffect> &one = known_[choice];
    if (!one) one = compute_ ? compute_(static_cast<Choice>(choice)) : ChoiceEffect{};
    return *one;
  }
  All all() const {
    All all;
    for (std::size_t i = 0; i < kChoices; ++i) all[i] = (*this)[i];
    return all;
  }

private:
  std::function<ChoiceEffect(Choice)> compute_;
  mutable std::array<std::optional<ChoiceEffect>, kChoices> known_;
};

// Everything computed from the state; renewed when it changes.
struct Results {
  Projection projection;
  ChoiceEffects effects;
  // Hours until people no longer look red, of each preset and, last, of all together.
  std::vector<Quantiles> hours_red;
  Distribution looks_normal; // hours until people look normal to others; for the view Plan
  Courses courses;           // while the view Results is open
  std::optional<Comparison> comparison; // where a treatment is kept
  // What the picture shows of `projection` and of the chosen day: after a change on its way there
  // for a moment (App::ease). Only what is drawn without words may be of it.
  Projection drawn;
  double drawn_day = 0;
};

// What happened to a DOM control; handled by the drawn control with the same id.
struct ControlEvent {
  enum Kind : std::uint32_t { set, step, press, focus, blur } kind = press;
  std::uint32_t id = 0;
  double value = 0;
  std::string text{}; // of a search: what stands in it now
};

// What only the page can do, asked by a button.
enum class Request : std::uint32_t { none, calendar, print, copy_link };

// A patch of skin that the painter draws into a texture of its own, and that lies in the picture as
// an image.
struct SkinPicture {
  std::uint32_t texture = 0, width = 0, height = 0; // px
  PatchNumbers numbers{};
  bool operator==(const SkinPicture &) const = default;
};
inline constexpr std::uint32_t kFirstSkinTexture = 1u << 16; // far above those of ImGui

// How the visitor wants the skin shown; it changes no number.
struct SkinLook {
  std::uint8_t undertone = 1; // 0 golden, 1 in between, 2 rosy
  bool outline = false;       // what is red or bruised is hatched
  bool operator==(const SkinLook &) const = default;
};

// What is looked at in the view Care; it is not kept.
struct CareLook {
  std::uint8_t part = 0;     // 0 after, 1 before, 2 what people see
  std::uint8_t category = 0; // 0 all, else 1 + AdviceCategory
  std::string search;        // as typed
  bool operator==(const CareLook &) const = default;
};

// What is told to who listens after each change: the answer of the open view.
struct Telling {
  std::uint32_t count = 0;  // of what was to be told; the same words twice are two
  std::optional<Field> set; // what the visitor has set last
  std::string instead; // told in its place until the next change: an explanation that was opened
};

// What the interface remembers between frames and nobody else needs: focus, the drag under way and
// which explanations stand open.
struct UiMemory {
  std::uint32_t focused = 0;
  std::uint32_t dragged = 0;
  bool drag_moves = false; // a touch drags only once it has gone sideways, so that a swipe scrolls
  float drag_start_x = 0;  // device px
  double drag_start_value = 0;
  bool pointer_is_touch = false;
  bool pointer_canceled = false;
  std::uint32_t focus_request = 0;
  SkinLook skin;
  CareLook care;
  bool text_version = false;       // the same page as plain HTML
  Request request = Request::none; // pressed in this frame
  std::optional<Word> notice;      // what came of the last request, until something changes
  Telling telling;
  void tell(const std::string &words = {}); // once
  std::vector<std::uint32_t> open;
  bool is_open(std::uint32_t id) const;
  void toggle(std::uint32_t id);
};

enum class Cursor : std::uint32_t { standard, pointer, sideways };

struct Ui {
  const Content &content;
  const State &state;
  const Results &results;
  const Theme &theme;
  Host &host;
  Pen &pen;
  std::vector<SemanticNode> &nodes;
  std::vector<SkinPicture> &skin_pictures;
  std::vector<Action> &actions;
  std::span<const ControlEvent> events; // of one DOM control, in order; without focus and blur
  UiMemory &memory;
  Cursor &cursor;
  std::uint32_t parent = 0;     // of the nodes that come next
  bool beside_settings = false; // the panel of the treatment stands beside the view

  const std::string &word(Word w) const { return content.word(w); }
  // "Make-up: after 24 hours"
  std::string named(const std::string &name, const std::string &value) const;
  // The word in the form for the number n, with {n} and the other marks filled. Whole numbers are
  // shown whole, others with one decimal.
  std::string counted(Word, double n, std::initializer_list<Fill> values = {}) const;
  // What happened to the DOM control with this id since the last pass, in order.
  std::span<const ControlEvent> events_for(std::uint32_t id) const;
};

SemanticNode &describe(Ui &, std::uint32_t id, Role, const Rect &, const std::string &label);

} // namespace rt
