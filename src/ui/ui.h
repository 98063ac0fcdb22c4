#pragma once
// What every view gets: what to show, where to write what was asked for. Views are free functions;
// they keep nothing of their own.

#include "content/content.h"
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
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rt {

// The field of each choice, in the order of Choice; the first comes with the treatment itself.
inline constexpr std::array<Field, kChoices> kChoiceFields{
    Field::prp,   Field::water,           Field::sun_protection, Field::moisturiser,
    Field::serum, Field::no_makeup_24h,   Field::gentle_care,    Field::anti_inflammatory,
    Field::ice,   Field::arnica_bromelain};

// Treatment A beside what `projection` shows of B: the same people, the same axes.
struct Comparison {
  Projection kept;       // of A
  Projection drawn;      // what the picture shows of it
  Difference difference; // from A to B, in parts
  Pairs pairs;
};

// Everything computed from the state; renewed when it changes.
struct Results {
  Projection projection;
  std::array<ChoiceEffect, kChoices> effects{};
  Distribution looks_normal; // hours until people look normal to others; for the view Plan
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
  std::uint8_t course = 1;    // where one patch is shown: 0 milder, 1 typical, 2 stronger
  std::uint8_t undertone = 1; // 0 golden, 1 in between, 2 rosy
  bool outline = false;       // what is red or bruised is hatched
  bool operator==(const SkinLook &) const = default;
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
  std::string first_use_said; // what was announced of it
  bool first_use_shown = true;
  int first_use = 0;               // step of the worked example (ui/views/onboarding.h)
  bool text_version = false;       // the same page as plain HTML
  Request request = Request::none; // pressed in this frame
  std::optional<Word> notice;      // what came of the last request, until something changes
  bool playing = false;            // the days pass by themselves
  double play_from_s = 0;          // `seconds` at which day 0 was shown; NaN: begins now
  double played_day = 0;           // where the days that pass have come to
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

// Everything that is drawn below it in the code has this node as its parent.
class Group {
public:
  Group(Ui &, std::string_view key, Role, const std::string &label, const Rect & = {});
  ~Group();
  Group(const Group &) = delete;
  std::uint32_t id() const { return id_; }
  std::size_t index() const { return index_; } // of its node
  // Once the height is known.
  void set_rect(const Rect &);

private:
  Ui &ui_;
  std::uint32_t id_, outer_;
  std::size_t index_;
};

SemanticNode &describe(Ui &, std::uint32_t id, Role, const Rect &, const std::string &label);

// The views. Each takes its left edge, top and width and returns the height it took, in CSS px.
struct Place {
  float x = 0, y = 0, w = 0;
};
float page_view(Ui &, float width); // everything; returns the height of the canvas
float factors_view(Ui &, const Place &, bool with_aftercare); // treatment, skin, (aftercare,) date
float aftercare_view(Ui &, const Place &); // each choice with the hours it changes
float recovery_view(Ui &, const Place &);  // day, signs, milestones
float compare_view(Ui &, const Place &);   // keep A, change B: what changed
float results_view(Ui &, const Place &);   // what a course brings, by month
float plan_view(Ui &, const Place &);      // backwards from an event, sessions
float care_view(Ui &, const Place &);      // what to do and to leave out, by day
float about_view(Ui &, const Place &);     // what it is, risks, where numbers come from
float call_signs(Ui &,
                 const Place &); // when to call the clinic: all signs; in Care, About and the foot
void day_summary(Ui &);          // not drawn: what is announced when something has changed
void day_table(Ui &);            // not drawn: each sign's low, typical and high at that time

// Below this width the page is one column.
inline constexpr float kWide = 860;

} // namespace rt
