#pragma once
// The machine: frame(FrameInput) -> FrameOutput. It owns the content, the state, what was computed
// from them and the Dear ImGui context; it knows nothing of a browser.

#include "content/content.h"
#include "model/people.h"
#include "model/projection.h"
#include "state/state.h"
#include "ui/draw/glyph_cache.h"
#include "ui/draw/host.h"
#include "ui/draw/semantics.h"
#include "ui/draw/theme.h"
#include "ui/ui.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct ImGuiContext;
struct ImDrawData;

namespace rt {

enum class PointerKind : std::uint32_t { move, down, up, cancel, leave };

struct PointerEvent {
  PointerKind kind = PointerKind::move;
  float x = 0, y = 0; // CSS px
  bool touch = false;
};

struct FrameInput {
  double seconds = 0;    // monotonic
  float width = 0;       // CSS px, 1 .. 8192
  float pixel_ratio = 1; // device px per CSS px, 0.5 .. 8
  ThemeRequest theme;
  std::span<const PointerEvent> pointer;
  std::span<const ControlEvent> control_events; // of DOM controls, in order
};

struct FrameOutput {
  bool needs_frame = false;
  bool state_changed = false;
  bool height_changed = false;
  bool dragging = false;
  bool text_version = false; // the visitor wants the semantic nodes shown instead of the picture
  float height = 0;          // CSS px that the content needs
  std::uint32_t semantics_version = 0, focus_request = 0;
  Request request = Request::none; // do it now; what it needs: App::request_json()
  Cursor cursor = Cursor::standard;
  Color background = 0;
};

class App {
public:
  explicit App(Host &);
  ~App();
  App(const App &) = delete;

  // Takes the content and starts from its initial state.
  void load(Content);
  bool loaded() const { return content_.has_value(); }

  // Takes the events, changes the state, draws. Requires loaded(). All events reach their controls,
  // in their order. The picture is in draw_data() until the next call; new textures wait in ImGui's
  // own list for the painter.
  FrameOutput frame(const FrameInput &);
  ImDrawData *draw_data() const;
  GlyphCache &glyph_cache() { return glyph_cache_; }
  const std::vector<SemanticNode> &nodes() const { return nodes_; }
  // The textures that the picture needs besides ImGui's own; the same until the next frame.
  const std::vector<SkinPicture> &skin_pictures() const { return skin_pictures_; }
  const Theme &theme() const { return theme_; }
  // Would a press here be the widget's (true) or the page's (false)?
  bool uses_press_at(float x, float y) const;

  const State &state() const { return state_; }
  const Results &results() const { return results_; }
  const Content &content() const { return *content_; }
  std::string state_json() const;
  bool set_state_json(std::string_view json, std::vector<Error> &refused);
  // The state of a shared link (state/link.h).
  bool set_link(std::string_view fragment, std::vector<Error> &refused);
  // What the last request needs (ui/export/export.h); and that the page has done it, or could not.
  const std::string &request_json() const { return request_json_; }
  void request_done(Request, bool done);
  // Every number that is shown, as plain arrays, units in the keys.
  std::string projection_json() const;

private:
  struct Appearance;
  Appearance appearance() const;
  void take_input(const FrameInput &);
  FrameOutput update(const FrameInput &);
  void report(FrameOutput &);
  void take_theme(const ThemeRequest &);
  void take_focus(const ControlEvent &);
  void feed(float pixel_ratio);
  float draw(const FrameInput &, std::span<const ControlEvent>, bool dry);
  // What has changed since `before` decides what is computed anew (recompute.cpp).
  void recompute(const State &before);
  std::vector<Factors> shown_treatments() const; // more than one where the visitor is not sure
  // Of what is shown: beyond the studies clinics of all kinds differ more than in them.
  Parameters parameters_shown() const;
  const Population &people_shown();
  void recompute_treatments();
  bool after_change(const State &before,
                    bool changed); // what follows any change; answers `changed`
  void recompute_results();
  ChoiceEffect effect_of(Choice);
  void recompute_plan();
  void recompute_courses();
  void recompute_view(); // what only the open view tells
  void recompute_comparison();
  bool ease(double seconds); // true while the picture is on its way to the figures
  bool apply_all();          // what the controls asked for; true if the state changed

  ImGuiContext *context_;
  GlyphCache glyph_cache_;
  Host &host_;
  std::optional<Content> content_;
  std::optional<Population> population_;
  std::optional<Population> wider_; // the same people, at clinics that differ more
  State state_;
  Results results_;
  std::vector<double> normal_h_; // median of looks_normal of each treatment shown; empty: not asked
  std::vector<Factors> compared_; // what results_.hours_red is of
  ThemeRequest requested_theme_;
  Theme theme_;
  UiMemory memory_;
  std::vector<SemanticNode> nodes_, last_nodes_;
  std::vector<SkinPicture> skin_pictures_;
  std::vector<Action> actions_;
  // What no pass has taken yet, the oldest first.
  std::vector<PointerEvent> pointer_;
  // Of this frame, without focus and blur.
  std::vector<ControlEvent> control_events_;
  Cursor cursor_ = Cursor::standard;
  std::string request_json_ = "null";
  std::uint32_t semantics_version_ = 0;
  float height_ = 1;
  double last_seconds_ = 0;
  double eased_s_ = 0;      // `seconds` at which the picture last came nearer to the figures
  double ease_until_s_ = 0; // when it is there; NaN: they have changed since
};

} // namespace rt
