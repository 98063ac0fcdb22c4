#include "app/app.h"

#include "result.h"
#include "state/link.h"
#include "state/projection_json.h"
#include "state/state_json.h"
#include "ui/export/export.h"
#include "ui/views/views.h"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace rt {

namespace {

// After the last event of a control a frame settles what it can at once: queued moves of the
// pointer, and changes that alter the picture again.
constexpr int kMaxSettlingPasses = 8;

// ImGui's own memory, zero-initialized context per App.
struct CurrentContext {
  explicit CurrentContext(ImGuiContext *context) : outer(ImGui::GetCurrentContext()) {
    ImGui::SetCurrentContext(context);
  }
  ~CurrentContext() { ImGui::SetCurrentContext(outer); }
  ImGuiContext *outer;
};

// Takes the events of one pass off `waiting`: values and steps of one control come together; a press
// comes alone, for it may change what the next event meets.
std::span<const ControlEvent> next_events(std::span<const ControlEvent> &waiting) {
  std::size_t count = std::min<std::size_t>(waiting.size(), 1);
  const auto joins = [&](const ControlEvent &event) {
    return event.kind != ControlEvent::press && event.id == waiting.front().id;
  };
  if (count == 1 && joins(waiting.front()))
    while (count < waiting.size() && joins(waiting[count])) ++count;
  const auto events = waiting.first(count);
  waiting = waiting.subspan(count);
  return events;
}

// What an action sets; nothing where it sets many.
std::optional<Field> field_of(const Action &action) {
  if (const auto *set = std::get_if<SetValue>(&action)) return set->field;
  if (const auto *step = std::get_if<Step>(&action)) return step->field;
  return std::nullopt;
}

void plain_style() {
  ImGuiStyle &style = ImGui::GetStyle();
  style.WindowPadding = ImVec2(0, 0);
  style.WindowBorderSize = 0;
  style.WindowMinSize = ImVec2(1, 1);
  style.CircleTessellationMaxError = 0.15f;
  style.CurveTessellationTol = 0.6f;
}

} // namespace

App::App(Host &host) : context_(nullptr), glyph_cache_(host), host_(host) {
  ImGuiContext *outer = ImGui::GetCurrentContext();
  context_ = ImGui::CreateContext();
  ImGui::SetCurrentContext(context_);
  ImGuiIO &io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags = 0; // DOM focus is the truth: no keyboard navigation in here
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigInputTrickleEventQueue = false; // feed() gives each pass what it can take
  plain_style();
  glyph_cache_.add_fonts();
  ImGui::SetCurrentContext(outer);
}

App::~App() {
  CurrentContext use(context_);
  for (ImTextureData *texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
  if (use.outer == context_) use.outer = nullptr;
}

void App::load(Content content) {
  content_.emplace(std::move(content));
  state_ = initial_state(*content_);
  population_.emplace(draw_population(content_->parameters));
  wider_.reset();
  recompute_treatments();
  recompute_results();
}

bool App::after_change(const State &before, bool changed) {
  if (changed) {
    memory_.notice.reset(); // it spoke of another state
    memory_.tell();
    ease_until_s_ = std::nan("");
  }
  recompute(before);
  return changed;
}

bool App::apply_all() {
  const State before = state_;
  bool changed = false;
  for (const Action &action : actions_) {
    if (!apply(state_, *content_, action)) continue;
    changed = true;
    memory_.telling.set = field_of(action);
  }
  actions_.clear();
  return after_change(before, changed);
}

// Gives Dear ImGui the waiting events up to the next press or release: one that came and went within
// a frame is then seen to begin in one pass and to end in the next.
void App::feed(float pixel_ratio) {
  ImGuiIO &io = ImGui::GetIO();
  bool button_changed = false;
  while (!pointer_.empty() && !button_changed) {
    const PointerEvent e = pointer_.front();
    pointer_.erase(pointer_.begin());
    const bool away = e.kind == PointerKind::cancel || e.kind == PointerKind::leave;
    io.AddMouseSourceEvent(e.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    if (away)
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    else
      io.AddMousePosEvent(e.x * pixel_ratio, e.y * pixel_ratio);
    memory_.pointer_is_touch = e.touch;
    if (e.kind == PointerKind::down) memory_.pointer_canceled = false;
    if (e.kind == PointerKind::cancel) memory_.pointer_canceled = true; // the page took the gesture
    button_changed = e.kind != PointerKind::move && e.kind != PointerKind::leave;
    if (button_changed) io.AddMouseButtonEvent(0, e.kind == PointerKind::down);
    if (e.kind == PointerKind::up && e.touch) // nothing stays lit behind a finger
      pointer_.insert(pointer_.begin(), {PointerKind::leave, 0, 0, true});
  }
}

void App::take_theme(const ThemeRequest &requested) {
  if (requested == requested_theme_ && semantics_version_ != 0) return;
  requested_theme_ = requested;
  theme_ = make_theme(requested);
}

void App::take_focus(const ControlEvent &event) {
  if (event.kind == ControlEvent::focus)
    memory_.focused = event.id;
  else if (memory_.focused == event.id)
    memory_.focused = 0;
}

void App::take_input(const FrameInput &in) {
  take_theme(in.theme);
  control_events_.clear();
  for (const ControlEvent &event : in.control_events)
    if (event.kind == ControlEvent::focus || event.kind == ControlEvent::blur)
      take_focus(event);
    else
      control_events_.push_back(event);
  pointer_.insert(pointer_.end(), in.pointer.begin(), in.pointer.end());
}

float App::draw(const FrameInput &in, std::span<const ControlEvent> events, bool dry) {
  ImGuiIO &io = ImGui::GetIO();
  // At least a pixel: in a direction without size a window would fit itself to its content.
  io.DisplaySize = ImVec2(std::max(1.0f, std::round(in.width * in.pixel_ratio)),
                          std::max(1.0f, std::round(height_ * in.pixel_ratio)));
  io.DeltaTime = std::clamp(static_cast<float>(in.seconds - last_seconds_), 1e-4f, 0.1f);
  last_seconds_ = in.seconds;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("page", nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse |
                   ImGuiWindowFlags_NoBringToFrontOnFocus);
  nodes_.clear();
  skin_pictures_.clear();
  cursor_ = Cursor::standard;
  Pen pen(*ImGui::GetWindowDrawList(), glyph_cache_, in.width, in.pixel_ratio, theme_.text_scale,
          content_->right_to_left, dry);
  Ui ui{*content_, state_,         results_, theme_, host_,   pen,
        nodes_,    skin_pictures_, actions_, events, memory_, cursor_};
  pen.begin();
  const float height = page_view(ui, in.width);
  if (memory_.request != Request::none) request_json_ = rt::request_json(ui, memory_.request);
  pen.end();
  ImGui::End();
  ImGui::Render();
  return std::ceil(height);
}

// What is shown besides the state, and may be another after a pass.
struct App::Appearance {
  // What was drawn before the atlas outgrew its texture points into the old one.
  const ImTextureData *atlas;
  float height;
  bool text_version;
  std::size_t open;   // what stands open
  std::uint32_t told; // Telling::count
  SkinLook skin;
  CareLook care;
  bool operator==(const Appearance &) const = default;
};

App::Appearance App::appearance() const {
  return {ImGui::GetIO().Fonts->TexData, height_,      memory_.text_version, memory_.open.size(),
          memory_.telling.count,         memory_.skin, memory_.care};
}

// Passes until all events are handled and the picture is at rest. Each draws the controls, which
// handle their events, and applies what came of it.
FrameOutput App::update(const FrameInput &in) {
  FrameOutput out;
  std::span<const ControlEvent> waiting = control_events_;
  bool again = true, eases = false;
  for (int settling = 0; again && settling < kMaxSettlingPasses;) {
    glyph_cache_.make_room(static_cast<std::uint32_t>(state_.view), in.pixel_ratio);
    const Appearance before = appearance();
    const std::span<const ControlEvent> events = next_events(waiting);
    // What comes of an event, or of a drag, is drawn by the pass after it.
    const bool dry =
        !events.empty() || (settling == 0 && memory_.dragged != 0 && !pointer_.empty());
    if (events.empty()) ++settling;
    eases = ease(in.seconds);
    feed(in.pixel_ratio);
    height_ = draw(in, events, dry);
    const bool changed = apply_all();
    out.state_changed |= changed;
    out.height_changed |= height_ != before.height;
    again = dry || changed || appearance() != before || !waiting.empty() || !pointer_.empty();
  }
  out.needs_frame = again || eases;
  return out;
}

void App::report(FrameOutput &out) {
  if (nodes_ != last_nodes_) {
    ++semantics_version_;
    last_nodes_ = nodes_;
  }
  out.dragging = memory_.dragged != 0;
  out.text_version = memory_.text_version;
  out.height = height_;
  out.semantics_version = semantics_version_;
  out.focus_request = std::exchange(memory_.focus_request, 0);
  out.request = std::exchange(memory_.request, Request::none);
  out.cursor = cursor_;
  out.background = theme_.background;
}

FrameOutput App::frame(const FrameInput &given) {
  RT_CHECK(loaded());
  CurrentContext use(context_);
  FrameInput in = given;
  in.width = std::clamp(in.width, 1.0f, 8192.0f);
  in.pixel_ratio = std::clamp(in.pixel_ratio, 0.5f, 8.0f);

  glyph_cache_.begin_frame();
  take_input(in);
  FrameOutput out = update(in);
  report(out);
  return out;
}

ImDrawData *App::draw_data() const {
  CurrentContext use(context_);
  return ImGui::GetDrawData();
}

bool App::uses_press_at(float x, float y) const {
  return std::any_of(last_nodes_.begin(), last_nodes_.end(), [&](const SemanticNode &n) {
    switch (n.role) {
    case Role::slider:
    case Role::radio:
    case Role::checkbox:
    case Role::switch_:
    case Role::button:
    case Role::tab:
    case Role::link: return n.rect.contains(x, y);
    default: return false;
    }
  });
}

std::string App::state_json() const { return rt::state_json(state_, *content_); }

bool App::set_state_json(std::string_view json, std::vector<Error> &refused) {
  const State before = state_;
  memory_.telling.set.reset();
  return after_change(before, rt::set_state_json(state_, *content_, json, refused));
}

bool App::set_link(std::string_view fragment, std::vector<Error> &refused) {
  const State before = state_;
  return after_change(before, rt::set_link(state_, *content_, fragment, refused));
}

std::string App::projection_json() const {
  json::Writer w;
  w.begin('{');
  write_projection(w, {*content_, *population_, results_.projection, results_.effects.all()});
  w.end('}');
  return w.take();
}

void App::request_done(Request request, bool done) {
  memory_.notice = notice_of(request, done);
  memory_.tell(content_->word(*memory_.notice));
}

} // namespace rt
