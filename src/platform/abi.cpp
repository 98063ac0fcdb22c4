#include "platform/abi.h"

#include "content/format/content_format.h"
#include "model/skin/skin_tables.h"
#include "platform/browser_host.h"
#include "platform/records.h"
#include "platform/renderer.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <span>
#include <string>
#include <utility>
#include <vector>

using namespace rt;

namespace {

// A text of the instance with the Slice that points to it.
struct Answer {
  std::string text;
  Slice slice{};
  const Slice *give(std::string next) {
    text = std::move(next);
    slice = slice_of(text);
    return &slice;
  }
};

// One App an instance: everything below lives as long as the wasm instance.
struct Instance {
  BrowserHost host;
  App app{host};
  Picture picture;
  // Gathers what happens until the next frame.
  FrameInput next;
  std::vector<PointerEvent> pointer;
  std::vector<ControlEvent> control_events;
  // By rt_set_state or rt_set_link, since the last frame.
  bool state_set = false;
  std::uint32_t semantics_version = 0;

  // What was returned last.
  LoadOutput load_output{};
  ThemeOutput theme_output{};
  Report report{};
  std::vector<NodeRecord> records;
  std::vector<std::uint32_t> versions;
  std::vector<SemanticNode> told; // what they are of
  std::uint32_t last_version = 0;
  NodeList node_list{};
  Answer diagnostics, corrections, state, projection;
};

Instance &instance() {
  static Instance *const one = new Instance; // never destroyed: the page drops the whole memory
  return *one;
}

std::string_view view(const char *text, std::uint32_t size) {
  return size == 0 ? std::string_view{} : std::string_view{text, size};
}

// Has the app take a text as its state; what was refused.
template <class Set> const Slice *set_state(Set set) {
  Instance &i = instance();
  std::vector<Error> refused;
  if (i.app.loaded()) i.state_set |= set(i.app, refused);
  std::vector<Diagnostic> diagnostics;
  for (Error &e : refused) diagnostics.push_back({false, std::move(e)});
  return i.diagnostics.give(diagnostics_json(diagnostics));
}

std::uint32_t flags_of(const FrameOutput &out, bool state_changed, bool semantics_changed) {
  const std::pair<bool, FrameFlag> flags[]{{out.needs_frame, kNeedsFrame},
                                           {state_changed, kStateChanged},
                                           {semantics_changed, kSemanticsChanged},
                                           {out.height_changed, kHeightChanged},
                                           {out.dragging, kDragging},
                                           {out.text_version, kTextVersion}};
  std::uint32_t all = 0;
  for (const auto &[set, flag] : flags)
    if (set) all |= flag;
  return all;
}

} // namespace

extern "C" {

void *rt_alloc(std::uint32_t bytes) { return std::malloc(bytes); }
void rt_free(void *memory) { std::free(memory); }

const LoadOutput *rt_load(const char *model, std::uint32_t model_size, const char *words,
                          std::uint32_t words_size, const char *clinic, std::uint32_t clinic_size) {
  Instance &i = instance();
  std::vector<Diagnostic> diagnostics;
  Result<Content> content = deserialize(view(model, model_size), view(words, words_size));
  i.load_output = {};
  if (content.ok()) {
    Content whole = std::move(content).take();
    add_clinic(view(clinic, clinic_size), whole, diagnostics);
    i.app.load(std::move(whole));
    i.load_output.runs = 1;
    i.load_output.cannot_draw = slice_of(i.app.content().word(Word::cannot_draw));
    i.load_output.right_to_left = i.app.content().right_to_left ? 1 : 0;
    i.load_output.text_switch = node_id("text-version");
  } else {
    diagnostics.push_back({false, content.error()});
  }
  i.load_output.diagnostics = *i.diagnostics.give(diagnostics_json(diagnostics));
  return &i.load_output;
}

const ThemeOutput *rt_theme(const ThemeInput *in) {
  Instance &i = instance();
  i.next.theme = request_of(*in);
  const Theme theme = make_theme(i.next.theme);
  i.theme_output.palette = palette_of(theme);
  for (unsigned c = 0; c < 4; ++c)
    i.theme_output.clear_color[c] = static_cast<float>(theme.background >> (8 * c) & 255u) / 255.0f;
  i.theme_output.corrections =
      *i.corrections.give(corrections_json(corrections(i.next.theme, theme)));
  return &i.theme_output;
}

std::uint32_t rt_pointer(std::uint32_t kind, float x, float y, std::uint32_t touch) {
  if (kind > static_cast<std::uint32_t>(PointerKind::leave)) return 0;
  const auto what = static_cast<PointerKind>(kind);
  instance().pointer.push_back({what, x, y, touch != 0});
  return what == PointerKind::down && instance().app.uses_press_at(x, y) ? 1 : 0;
}

void rt_control_event(std::uint32_t node_id, std::uint32_t kind, double value) {
  if (kind <= ControlEvent::blur)
    instance().control_events.push_back({static_cast<ControlEvent::Kind>(kind), node_id, value});
}

void rt_control_text(std::uint32_t node_id, const char *text, std::uint32_t size) {
  constexpr std::uint32_t kMost = 200;
  instance().control_events.push_back(
      {ControlEvent::set, node_id, 0, std::string(text, std::min(size, kMost))});
}

const Report *rt_frame(double seconds, float width, float pixel_ratio) {
  Instance &i = instance();
  i.report = {};
  if (!i.app.loaded() || width < 1) return &i.report;
  i.next.seconds = seconds;
  i.next.width = width;
  i.next.pixel_ratio = pixel_ratio;
  i.next.pointer = i.pointer;
  i.next.control_events = i.control_events;
  const FrameOutput out = i.app.frame(i.next);
  i.pointer.clear();
  i.control_events.clear();
  i.picture.update_textures(i.app, !out.text_version);

  const bool semantics_changed =
      std::exchange(i.semantics_version, out.semantics_version) != out.semantics_version;
  const bool state_changed = std::exchange(i.state_set, false) || out.state_changed;
  i.report.flags = flags_of(out, state_changed, semantics_changed);
  i.report.height = out.height;
  i.report.cursor = static_cast<std::uint32_t>(out.cursor);
  i.report.focus_request = out.focus_request;
  i.report.request = static_cast<std::uint32_t>(out.request);
  i.report.request_json = slice_of(i.app.request_json());
  return &i.report;
}

const DrawLists *rt_draw() { return &instance().picture.serialize(instance().app); }

// Made anew at each call: every frame makes the nodes anew, also where they come out equal.
const NodeList *rt_nodes() {
  Instance &i = instance();
  const std::vector<std::uint32_t> before = std::exchange(i.versions, {});
  i.records.clear();
  std::size_t at = 0; // most nodes follow each other as they did
  for (const SemanticNode &n : i.app.nodes()) {
    i.records.push_back(record_of(n));
    const auto from = i.told.begin() + static_cast<std::ptrdiff_t>(at);
    const auto old =
        std::find_if(from, i.told.end(), [&](const SemanticNode &o) { return o.id == n.id; });
    if (old != i.told.end()) at = static_cast<std::size_t>(old - i.told.begin()) + 1;
    const bool same = old != i.told.end() && *old == n;
    i.versions.push_back(same ? before[at - 1] : ++i.last_version);
  }
  i.told = i.app.nodes();
  i.node_list = {i.records.data(), static_cast<std::uint32_t>(i.records.size()), i.versions.data()};
  return &i.node_list;
}

const Slice *rt_skin_tables() {
  static const Slice *made = [] {
    auto *bytes = new std::array<std::uint8_t, kAlbedoTableBytes + kYellowTableBytes>;
    const std::span<std::uint8_t> all(*bytes);
    fill_albedo_table(all.first<kAlbedoTableBytes>());
    fill_yellow_table(all.last<kYellowTableBytes>());
    return new Slice{reinterpret_cast<const char *>(bytes->data()),
                     static_cast<std::uint32_t>(bytes->size())};
  }();
  return made;
}

const Slice *rt_state() {
  Instance &i = instance();
  return i.state.give(i.app.loaded() ? i.app.state_json() : "null");
}

const Slice *rt_projection() {
  Instance &i = instance();
  return i.projection.give(i.app.loaded() ? i.app.projection_json() : "null");
}

const Slice *rt_set_state(const char *json, std::uint32_t size) {
  return set_state([&](App &app, std::vector<Error> &refused) {
    return app.set_state_json(view(json, size), refused);
  });
}

const Slice *rt_set_link(const char *fragment, std::uint32_t size) {
  return set_state([&](App &app, std::vector<Error> &refused) {
    return app.set_link(view(fragment, size), refused);
  });
}

void rt_request_done(std::uint32_t request, std::uint32_t done) {
  if (request <= static_cast<std::uint32_t>(Request::copy_link))
    instance().app.request_done(static_cast<Request>(request), done != 0);
}

void rt_text_changed() { instance().app.glyph_cache().forget(); }

void rt_context_restored() { instance().picture.recreate_textures(instance().app); }

} // extern "C"
