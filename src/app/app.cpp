#include "app/app.h"

#include "model/plan.h"
#include "result.h"
#include "state/link.h"
#include "state/projection_json.h"
#include "ui/export/share.h"
#include "ui/views/onboarding.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace rt {

namespace {

// A frame settles what it can at once: queued events, and changes that alter the picture again.
constexpr int kMaxPasses = 8;

// ImGui's own memory, zero-initialized context per App.
struct CurrentContext {
  explicit CurrentContext(ImGuiContext *context) : outer(ImGui::GetCurrentContext()) {
    ImGui::SetCurrentContext(context);
  }
  ~CurrentContext() { ImGui::SetCurrentContext(outer); }
  ImGuiContext *outer;
};

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
  io.MouseDragThreshold = 0;
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
  renew_results();
}

void App::renew_comparison() {
  if (!state_.kept) {
    results_.comparison.reset();
    return;
  }
  const Parameters &p = content_->parameters;
  const Factors &a = *state_.kept, &b = state_.factors;
  if (!results_.comparison) results_.comparison.emplace();
  Comparison &c = *results_.comparison;
  project(p, a, *population_, TimeAxis{}, c.kept);
  c.pairs = compare_pairs(p, a, b, *population_);
  c.difference = attribute_difference(p, a, b, *population_);
}

// What has changed since `before` decides what is computed anew.
void App::renew(const State &before) {
  if (state_.factors != before.factors)
    renew_results();
  else if (state_.view == View::plan && before.view != View::plan)
    renew_plan();
  if (state_.factors != before.factors || state_.kept != before.kept) renew_comparison();
}

void App::renew_plan() {
  results_.looks_normal =
      looks_normal_distribution(content_->parameters, state_.factors, *population_);
}

void App::renew_results() {
  project(content_->parameters, state_.factors, *population_, TimeAxis{}, results_.projection);
  if (state_.view == View::plan) renew_plan();
  results_.effects = choice_effects(content_->parameters, state_.factors, *population_);
  for (std::size_t i = 0; i < kChoices; ++i)
    if (const auto carries = choice_parameter(static_cast<Choice>(i)))
      results_.effects[i].strength = content_->sourced(*carries).strength;
}

bool App::settle(const State &before, bool changed) {
  if (changed) {
    memory_.notice.reset(); // it spoke of another state
    ease_until_s_ = std::nan("");
  }
  renew(before);
  return changed;
}

bool App::apply_all() {
  const State before = state_;
  bool changed = false;
  for (const Action &action : actions_) changed = apply(state_, *content_, action) || changed;
  actions_.clear();
  return settle(before, changed);
}

void App::feed(const FrameInput &in) {
  ImGuiIO &io = ImGui::GetIO();
  const float k = in.pixel_ratio;
  for (const PointerEvent &e : in.pointer) {
    io.AddMouseSourceEvent(e.touch ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    memory_.pointer_is_touch = e.touch;
    switch (e.kind) {
    case PointerKind::move: io.AddMousePosEvent(e.x * k, e.y * k); break;
    case PointerKind::down:
      memory_.pointer_canceled = false;
      io.AddMousePosEvent(e.x * k, e.y * k);
      io.AddMouseButtonEvent(0, true);
      break;
    case PointerKind::up:
      io.AddMousePosEvent(e.x * k, e.y * k);
      io.AddMouseButtonEvent(0, false);
      if (e.touch) // nothing stays lit behind a finger
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      break;
    case PointerKind::cancel: // the page took the gesture
      memory_.pointer_canceled = true;
      io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
      io.AddMouseButtonEvent(0, false);
      break;
    case PointerKind::leave: io.AddMousePosEvent(-FLT_MAX, -FLT_MAX); break;
    }
  }
}

float App::draw(const FrameInput &in, std::span<const ControlEvent> asked) {
  ImGuiIO &io = ImGui::GetIO();
  io.DisplaySize =
      ImVec2(std::round(in.width * in.pixel_ratio), std::round(height_ * in.pixel_ratio));
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
  Pen pen(*ImGui::GetWindowDrawList(), glyph_cache_, in.pixel_ratio, theme_.text_scale,
          content_->right_to_left);
  Ui ui{*content_, state_,         results_, theme_, host_,   pen,
        nodes_,    skin_pictures_, actions_, asked,  memory_, cursor_};
  pen.begin();
  const float height = page_view(ui, in.width);
  if (memory_.request != Request::none) request_json_ = rt::request_json(ui, memory_.request);
  pen.end();
  ImGui::End();
  ImGui::Render();
  return std::ceil(height);
}

// Lets the days pass: all of them in kPlay_s, evenly along the square-root axis of the lanes. Stops
// at the end, in another view, and when the visitor moves the day.
bool App::play(double seconds) {
  constexpr double kPlay_s = 9;
  if (!memory_.playing) return false;
  const double end = results_.projection.axis.horizon_h / 24;
  const bool starts = std::isnan(memory_.play_from_s);
  if (starts) {
    const double day = state_.day >= end ? 0 : state_.day;
    memory_.play_from_s = seconds - kPlay_s * std::sqrt(day / end);
  } else if (state_.day != memory_.played_day) {
    memory_.playing = false; // somebody else has moved it
    return false;
  }
  const double part = std::clamp((seconds - memory_.play_from_s) / kPlay_s, 0.0, 1.0);
  memory_.playing = part < 1 && state_.view == View::recovery && !theme_.reduced_motion;
  const double day = end * part * part;
  // In between the day is not whole hours; where it stops it is.
  state_.day = memory_.played_day = memory_.playing ? day : std::round(day * 24) / 24;
  return true;
}

FrameOutput App::frame(const FrameInput &given) {
  RT_CHECK(loaded());
  CurrentContext use(context_);
  FrameInput in = given;
  in.width = std::clamp(in.width, 1.0f, 8192.0f);
  in.pixel_ratio = std::clamp(in.pixel_ratio, 0.5f, 8.0f);
  if (in.theme != asked_theme_ || semantics_version_ == 0) {
    asked_theme_ = in.theme;
    theme_ = make_theme(in.theme);
  }
  for (const ControlEvent &a : in.asked) {
    if (a.kind == ControlEvent::focus)
      memory_.focused = a.id;
    else if (a.kind == ControlEvent::blur && memory_.focused == a.id)
      memory_.focused = 0;
  }
  glyph_cache_.begin_frame();
  feed(in);

  FrameOutput out;
  out.state_changed = play(in.seconds);
  std::span<const ControlEvent> asked = in.asked;
  bool again = true, eases = false;
  for (int pass = 0; pass < kMaxPasses && again; ++pass) {
    const ImTextureData *texture = ImGui::GetIO().Fonts->TexData;
    const bool text_version = memory_.text_version;
    const SkinLook skin = memory_.skin;
    const int first_use = memory_.first_use;
    eases = ease(in.seconds);
    const float needed = draw(in, asked);
    asked = {};
    const bool changed = apply_all();
    out.state_changed |= changed;
    out.height_changed |= needed != height_;
    // What was drawn before the atlas outgrew its texture points into the old one.
    const bool outgrown = ImGui::GetIO().Fonts->TexData != texture;
    again = changed || outgrown || needed != height_ || memory_.text_version != text_version ||
            memory_.skin != skin || memory_.first_use != first_use ||
            ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
    height_ = needed;
  }

  if (nodes_ != last_nodes_) {
    ++semantics_version_;
    last_nodes_ = nodes_;
  }
  out.needs_frame = again || eases || memory_.playing; // not settled in its passes, or on its way
  out.dragging = memory_.dragged != 0;
  out.text_version = memory_.text_version;
  out.first_use_over = memory_.first_use >= kFirstUseSteps;
  out.height = height_;
  out.semantics_version = semantics_version_;
  out.focus_request = std::exchange(memory_.focus_request, 0);
  out.request = std::exchange(memory_.request, Request::none);
  out.cursor = cursor_;
  out.background = theme_.background;
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
  return settle(before, rt::set_state_json(state_, *content_, json, refused));
}

bool App::set_link(std::string_view fragment, std::vector<Error> &refused) {
  const State before = state_;
  return settle(before, rt::set_link(state_, *content_, fragment, refused));
}

std::string App::projection_json() const {
  json::Writer w;
  w.begin('{');
  write_projection(w, {*content_, *population_, results_.projection, results_.effects});
  w.end('}');
  return w.take();
}

void App::show_first_use(bool shown) { memory_.first_use_shown = shown; }

void App::answer(Request request, bool done) { memory_.notice = notice_of(request, done); }

} // namespace rt
