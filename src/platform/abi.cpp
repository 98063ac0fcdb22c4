#include "platform/abi.h"

#include "content/format/content_format.h"
#include "content/json/json_writer.h"
#include "model/skin/skin_tables.h"
#include "platform/browser_host.h"
#include "platform/renderer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <memory>
#include <string>
#include <vector>

using namespace rt;

namespace {

// A text of the instance with the Slice that points to it.
struct Answer {
  std::string text;
  Slice slice{};
  const Slice *give() {
    slice = {text.data(), static_cast<std::uint32_t>(text.size())};
    return &slice;
  }
};

// One App an instance: everything below lives as long as the wasm instance.
struct Instance {
  BrowserHost host;
  App app{host};
  Picture picture;
  FrameInput next; // gathers what happens until the next frame
  std::vector<PointerEvent> pointer;
  std::vector<ControlEvent> control_events;
  std::vector<NodeRecord> records;
  std::uint32_t semantics_version = 0;
  bool state_set = false; // by rt_set_state, since the last frame
  Report report{};
  Answer diagnostics, theme_diagnostics, state, projection, request;
};

Instance &instance() {
  static Instance *const one = new Instance; // never destroyed: the page drops the whole memory
  return *one;
}

std::string_view view(const char *text, std::uint32_t size) {
  return size == 0 ? std::string_view{} : std::string_view{text, size};
}

void write_diagnostics(const std::vector<Diagnostic> &diagnostics) {
  json::Writer w;
  w.begin('[');
  for (const Diagnostic &r : diagnostics) {
    w.begin('{');
    w.key("level");
    w.string(r.warning ? "warning" : "error");
    w.key("where");
    w.string(r.error.where);
    w.key("what");
    w.string(r.error.what);
    w.end('}');
  }
  w.end(']');
  instance().diagnostics.text = w.take();
}

std::string hex_text(Color c) {
  std::string text = "#";
  for (const unsigned shift : {4u, 0u, 12u, 8u, 20u, 16u})
    text += "0123456789abcdef"[c >> shift & 15u];
  return text;
}

// Rounded down: 4.46 must not read as the 4.5 that it lacks.
std::string ratio_text(double ratio) {
  const int tenths = static_cast<int>(ratio * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + ":1";
}

std::string reason_of(const Correction &c) {
  if (c.against.empty()) return "It is used opaque, and readable on every ground of the widget.";
  return "Its contrast to " + std::string(c.against) + " is " + ratio_text(c.ratio) + "; " +
         ratio_text(c.needed) + " is needed.";
}

std::uint32_t state_was_set(bool changed, std::vector<Error> &refused) {
  std::vector<Diagnostic> diagnostics;
  for (Error &e : refused) diagnostics.push_back({false, std::move(e)});
  write_diagnostics(diagnostics);
  instance().state_set |= changed;
  return changed ? 1 : 0;
}

Color color_of(const float *c) {
  auto byte = [](float v) {
    return static_cast<unsigned>(std::lround(std::fmin(std::fmax(v, 0.0f), 1.0f) * 255.0f));
  };
  return rgba(byte(c[0]), byte(c[1]), byte(c[2]), byte(c[3]));
}

NodeRecord record_of(const SemanticNode &n) {
  auto text = [](const std::string &s) {
    return Slice{s.data(), static_cast<std::uint32_t>(s.size())};
  };
  NodeRecord r{};
  r.id = n.id;
  r.parent = n.parent;
  r.role = static_cast<std::uint32_t>(n.role);
  r.flags = n.flags;
  r.x = n.rect.x;
  r.y = n.rect.y;
  r.w = n.rect.w;
  r.h = n.rect.h;
  r.min = n.range.min;
  r.max = n.range.max;
  r.step = n.range.step;
  r.value = n.range.value;
  r.label = text(n.label);
  r.value_text = text(n.value_text);
  r.color = n.color;
  return r;
}

} // namespace

extern "C" {

void *rt_alloc(std::uint32_t bytes) { return std::malloc(bytes); }
void rt_free(void *memory) { std::free(memory); }

std::uint32_t rt_load(const char *model, std::uint32_t model_size, const char *words,
                      std::uint32_t words_size, const char *clinic, std::uint32_t clinic_size) {
  std::vector<Diagnostic> diagnostics;
  Result<Content> content = deserialize(view(model, model_size), view(words, words_size));
  const bool runs = content.ok();
  if (runs) {
    Content whole = std::move(content).take();
    add_clinic(view(clinic, clinic_size), whole, diagnostics);
    instance().app.load(std::move(whole));
  } else {
    diagnostics.push_back({false, content.error()});
  }
  write_diagnostics(diagnostics);
  return runs ? 1 : 0;
}

const Slice *rt_diagnostics() { return instance().diagnostics.give(); }

void rt_resize(float width, float pixel_ratio) {
  instance().next.width = width;
  instance().next.pixel_ratio = pixel_ratio;
}

void rt_theme(const ThemeInput *t) {
  ThemeRequest &theme = instance().next.theme;
  theme.dark = t->dark != 0;
  theme.forced_colors = t->forced_colors != 0;
  theme.text_scale = t->text_scale;
  theme.reduced_motion = t->reduced_motion != 0;
  theme.radius = t->radius;
  theme.accent = color_of(t->accent);
  theme.background = color_of(t->background);
  theme.surface = color_of(t->surface);
  theme.text = color_of(t->text);
}

const Slice *rt_theme_diagnostics() {
  json::Writer w;
  w.begin('[');
  for (const Correction &c : corrections(instance().next.theme, instance().app.theme())) {
    w.begin('{');
    w.key("where");
    w.string(c.property);
    w.key("what");
    w.string(reason_of(c));
    w.key("used");
    w.string(hex_text(c.used));
    w.end('}');
  }
  w.end(']');
  instance().theme_diagnostics.text = w.take();
  return instance().theme_diagnostics.give();
}

std::uint32_t rt_pointer(std::uint32_t kind, float x, float y, std::uint32_t, std::uint32_t touch,
                         double) {
  if (kind > static_cast<std::uint32_t>(PointerKind::leave)) return 0;
  const auto what = static_cast<PointerKind>(kind);
  instance().pointer.push_back({what, x, y, touch != 0});
  return what == PointerKind::down && instance().app.uses_press_at(x, y) ? 1 : 0;
}

void rt_action(std::uint32_t node_id, std::uint32_t kind, double value) {
  if (kind <= ControlEvent::blur)
    instance().control_events.push_back({static_cast<ControlEvent::Kind>(kind), node_id, value});
}

std::uint32_t rt_frame(double seconds) {
  Instance &i = instance();
  if (!i.app.loaded() || i.next.width < 1) return 0;
  i.next.seconds = seconds;
  i.next.pointer = i.pointer;
  i.next.control_events = i.control_events;
  const FrameOutput out = i.app.frame(i.next);
  i.pointer.clear();
  i.control_events.clear();

  i.picture.take(i.app, !out.text_version);
  const bool new_nodes = out.semantics_version != i.semantics_version;
  i.semantics_version = out.semantics_version;
  i.report.height = out.height;
  i.report.cursor = static_cast<std::uint32_t>(out.cursor);
  i.report.semantics_version = out.semantics_version;
  i.report.text_version = out.text_version ? 1 : 0;
  i.report.text_switch = node_id("text-version");
  const Theme &t = i.app.theme();
  const Color colors[]{t.background, t.surface,        t.border, t.divider,   t.track,
                       t.text,       t.muted,          t.accent, t.on_accent, t.accent_soft,
                       t.chip_good,  t.chip_good_text, t.focus};
  static_assert(sizeof colors == sizeof i.report.colors);
  std::copy(std::begin(colors), std::end(colors), i.report.colors);
  const std::string &cannot_draw = i.app.content().word(Word::cannot_draw);
  i.report.cannot_draw = {cannot_draw.data(), static_cast<std::uint32_t>(cannot_draw.size())};
  i.report.first_use_over = out.first_use_over ? 1 : 0;
  i.report.right_to_left = i.app.content().right_to_left ? 1 : 0;
  if (out.focus_request != 0) i.report.focus_request = out.focus_request;
  if (out.request != Request::none) i.report.request = static_cast<std::uint32_t>(out.request);
  for (unsigned c = 0; c < 4; ++c)
    i.report.clear_rgba[c] = static_cast<float>(out.background >> (8 * c) & 255u) / 255.0f;

  const bool changed = out.state_changed || i.state_set;
  i.state_set = false;
  return (out.needs_frame ? kNeedsFrame : 0u) | (changed ? kStateChanged : 0u) |
         (new_nodes ? kSemanticsChanged : 0u) | (out.height_changed ? kHeightChanged : 0u) |
         kDrawn | (out.dragging ? kDragging : 0u);
}

const Report *rt_report() {
  static Report given;
  given = instance().report;
  instance().report.focus_request = instance().report.request = 0;
  return &given;
}

const std::uint32_t *rt_draw() { return instance().picture.words(instance().app); }

const std::uint8_t *rt_skin_tables() {
  static const auto *made = [] {
    auto *bytes = new std::array<std::uint8_t, kAlbedoTableBytes + kYellowTableBytes>;
    const std::span<std::uint8_t> all(*bytes);
    fill_albedo_table(all.first<kAlbedoTableBytes>());
    fill_yellow_table(all.last<kYellowTableBytes>());
    return bytes;
  }();
  return made->data();
}

// Made anew at each call: every frame makes the nodes anew, also where they come out equal.
const NodeRecord *rt_nodes() {
  Instance &i = instance();
  i.records.clear();
  for (const SemanticNode &n : i.app.nodes()) i.records.push_back(record_of(n));
  return i.records.data();
}
std::uint32_t rt_node_count() { return static_cast<std::uint32_t>(instance().app.nodes().size()); }

const Slice *rt_role_names() {
  static Answer names{
#define RT_ROLE_NAME(name) #name " "
      RT_ROLES(RT_ROLE_NAME)
#undef RT_ROLE_NAME
  };
  return names.give();
}

const Slice *rt_state() {
  instance().state.text = instance().app.loaded() ? instance().app.state_json() : "null";
  return instance().state.give();
}

std::uint32_t rt_set_state(const char *json, std::uint32_t size) {
  if (!instance().app.loaded()) return 0;
  std::vector<Error> refused;
  return state_was_set(instance().app.set_state_json(view(json, size), refused), refused);
}

std::uint32_t rt_set_link(const char *fragment, std::uint32_t size) {
  if (!instance().app.loaded()) return 0;
  std::vector<Error> refused;
  return state_was_set(instance().app.set_link(view(fragment, size), refused), refused);
}

const Slice *rt_request() {
  instance().request.text = instance().app.request_json();
  return instance().request.give();
}

void rt_answer(std::uint32_t request, std::uint32_t done) {
  if (request <= static_cast<std::uint32_t>(Request::copy_link))
    instance().app.answer(static_cast<Request>(request), done != 0);
}

void rt_show_first_use(std::uint32_t shown) { instance().app.show_first_use(shown != 0); }

const Slice *rt_projection() {
  instance().projection.text = instance().app.loaded() ? instance().app.projection_json() : "null";
  return instance().projection.give();
}

void rt_text_changed() { instance().app.glyph_cache().forget(); }

void rt_context_restored() { instance().picture.everything_anew(instance().app); }

} // extern "C"
