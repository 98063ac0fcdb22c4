#pragma once
// The whole machine without a browser: an App on the shipped content, with a Host of the tests, a
// visitor who points and touches, and what a painter would see.

#include "app/app.h"
#include "content/documents.h"
#include "content/format/content_format.h"
#include "support/screen.h"

#include <doctest/doctest.h>

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rt::test {

// The English words, set from right to left.
inline std::string right_to_left() {
  std::string text = words_text();
  const std::string from = "\"direction\": \"ltr\"";
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), "\"direction\": \"rtl\"");
}

// The fields that have a control of their own name in the view Recovery: the event has its own in
// Plan, the course in Results, and the treatment is called by its options.
inline bool drawn_in_recovery(Field f) {
  switch (f) {
  case Field::view:
  case Field::event_on:
  case Field::sureness:
  case Field::sessions:
  case Field::weeks_between:
  case Field::concern:
  case Field::treatment: return false;
  default: return true;
  }
}

// Documents as the build packs them, and what it has to say about them.
struct Packed {
  SerializedContent content;
  std::vector<Diagnostic> diagnostics;
};
inline const Packed &packed(std::string_view words, std::string_view model) {
  static std::map<std::pair<std::string, std::string>, Packed> all;
  const auto [entry, added] = all.try_emplace({std::string(words), std::string(model)});
  if (!added) return entry->second;
  const Result<Content> read = read_content({model, words, {}}, entry->second.diagnostics);
  if (!read) FAIL(read.error().where << ": " << read.error().what);
  entry->second.content = serialize(read.value());
  return entry->second;
}

// Content as the widget gets it: packed by the build, then the clinic's document over it.
inline Content shipped_content(std::string_view words, std::string_view clinic,
                               std::vector<Diagnostic> &diagnostics,
                               std::string_view model = model_text()) {
  const Packed &pack = packed(words, model);
  diagnostics = pack.diagnostics;
  Result<Content> content = deserialize(pack.content.model, pack.content.words);
  if (!content) FAIL(content.error().where << ": " << content.error().what);
  Content whole = std::move(content).take();
  add_clinic(clinic, whole, diagnostics);
  return whole;
}

class Headless {
public:
  // With the sections that hold controls open, or as the page begins.
  explicit Headless(std::string_view words = words_text(), std::string_view clinic = {},
                    std::string_view model = model_text(), bool sections_open = true)
      : app(host), screen_(host, app.glyph_cache()) {
    std::vector<Diagnostic> found;
    app.load(shipped_content(words, clinic, found, model));
    for (const Diagnostic &r : found) diagnostics.push_back(r.error.where + ": " + r.error.what);
    frame();
    if (sections_open) open_sections();
  }

  // Every section that holds controls: treatment, details, skin, aftercare, date.
  void open_sections() {
    constexpr std::array<Word, 4> kSections{Word::details, Word::treatment_date, Word::my_skin,
                                            Word::aftercare_may};
    const auto begins = [&](const std::string &label, const std::string &name) {
      return label.compare(0, name.size(), name) == 0;
    };
    for (int round = 0; round < 2; ++round) {
      for (const SemanticNode &n : nodes()) {
        if ((n.flags & kHasExpanded) == 0 || (n.flags & kExpanded) != 0) continue;
        bool section = n.id == node_id("/choose-treatment");
        for (const Word word : kSections)
          section = section || begins(n.label, app.content().word(word));
        if (section) want(ControlEvent::press, n.id);
      }
      if (!events_.empty()) frame();
    }
  }

  FakeHost host;
  App app;
  std::vector<std::string> diagnostics; // about the clinic's document

  // Of the next frame.
  float width = 390, ratio = 1; // CSS px; device px a CSS px
  ThemeRequest theme;
  double seconds = 1;

  FrameOutput out;                              // of the last frame
  bool changed = false, height_changed = false; // in any of the frames since forget_changes
  std::uint32_t focus_request = 0;              // the last one there was
  Request request = Request::none;              // the last one there was

  void forget_changes() { changed = height_changed = false; }

  // One animation frame, and those that the page calls for after it: late enough that what moves
  // has arrived.
  void frame() {
    one_frame(1.0 / 60);
    for (int again = 1; (out.needs_frame || out.height_changed) && again < 10; ++again)
      one_frame(0.2);
    CHECK_FALSE(out.needs_frame);
  }
  // Only one, so many seconds after the last.
  void one_frame(double later_s) {
    seconds += later_s;
    const FrameInput in{seconds, width, ratio, theme, pointer_, events_};
    out = app.frame(in);
    pointer_.clear();
    events_.clear();
    changed |= out.state_changed;
    height_changed |= out.height_changed;
    if (out.focus_request != 0) focus_request = out.focus_request;
    if (out.request != Request::none) request = out.request;
    screen_.honor_textures(*app.draw_data());
  }

  void resize(float w) {
    width = w;
    frame();
  }

  // --- the visitor ---

  void event(PointerKind kind, Point at, bool touch = false) {
    pointer_.push_back({kind, at.x, at.y, touch});
  }
  void step(PointerKind kind, Point at, bool touch = false) {
    event(kind, at, touch);
    frame();
  }
  void click(Point at) {
    step(PointerKind::move, at);
    step(PointerKind::down, at);
    step(PointerKind::up, at);
  }
  void tap(Point at) {
    step(PointerKind::down, at, true);
    step(PointerKind::up, at, true);
  }
  void click(const SemanticNode &node) { click(center(node.rect)); }
  void tap(const SemanticNode &node) { tap(center(node.rect)); }
  // From one part of the node's width (0 .. 1) to another, in ten moves.
  void drag(const SemanticNode &node, float from, float to, bool touch = false) {
    const Rect r = node.rect;
    auto at = [&](float part) { return Point{r.x + r.w * part, center(r).y}; };
    if (!touch) step(PointerKind::move, at(from));
    step(PointerKind::down, at(from), touch);
    for (int i = 1; i <= 10; ++i)
      step(PointerKind::move, at(from + (to - from) * static_cast<float>(i) / 10), touch);
    step(PointerKind::up, at(to), touch);
  }
  // A DOM control asks.
  void want(ControlEvent::Kind kind, std::uint32_t id, double value = 0) {
    events_.push_back({kind, id, value});
  }
  void ask(ControlEvent::Kind kind, std::uint32_t id, double value = 0) {
    want(kind, id, value);
    frame();
  }
  // Into a search, all at once.
  void type(std::uint32_t id, const std::string &text) {
    events_.push_back({ControlEvent::set, id, 0, text});
    frame();
  }
  // Every line that opens and closes.
  void open_everything() {
    for (const SemanticNode &n : nodes())
      if ((n.flags & kHasExpanded) != 0 && (n.flags & kExpanded) == 0)
        want(ControlEvent::press, n.id);
    if (!events_.empty()) frame();
  }
  bool set_state(std::string_view json) {
    std::vector<Error> refused;
    const bool did = app.set_state_json(json, refused);
    for (const Error &e : refused) FAIL_CHECK(e.where << ": " << e.what);
    frame();
    return did;
  }

  // --- what is described ---

  // All but what is announced: that counts changes, however they came.
  std::vector<SemanticNode> told_nodes() const {
    std::vector<SemanticNode> told = nodes();
    std::erase_if(told, [](const SemanticNode &n) { return (n.flags & kLive) != 0; });
    return told;
  }
  const std::vector<SemanticNode> &nodes() const { return app.nodes(); }
  const SemanticNode *seek(Role role, std::string_view label) const {
    for (const SemanticNode &n : nodes())
      if (n.role == role && n.label == label) return &n;
    return nullptr;
  }
  const SemanticNode *seek(std::uint32_t id) const {
    for (const SemanticNode &n : nodes())
      if (n.id == id) return &n;
    return nullptr;
  }
  // A heading that ends with these words: an answer is one with what leads to it.
  bool has_heading(std::string_view end) const {
    for (const SemanticNode &n : nodes())
      if (n.role == Role::heading && n.label.size() >= end.size() &&
          n.label.compare(n.label.size() - end.size(), end.size(), end) == 0)
        return true;
    return false;
  }
  // Copies: the list is made anew with each frame.
  SemanticNode node(Role role, std::string_view label) const {
    const SemanticNode *found = seek(role, label);
    if (found == nullptr) FAIL("nothing is described as " << std::string(label));
    return *found;
  }
  SemanticNode node(std::uint32_t id) const {
    const SemanticNode *found = seek(id);
    if (found == nullptr) FAIL("no node " << id);
    return *found;
  }
  const std::string &label(Field f) const { return app.content().field(f).label; }
  SemanticNode slider(Field f) const { return node(Role::slider, label(f)); }
  SemanticNode toggle(Field f) const { return node(Role::switch_, label(f)); }
  SemanticNode option(Field f, std::size_t i) const {
    return node(Role::radio, app.content().field(f).options[i].label);
  }
  SemanticNode explain(Field f) const {
    return node(Role::button, fill(app.content().word(Word::about_field), {{"name", label(f)}}));
  }
  double value(Field f) const { return get(app.state(), f); }

  // --- what is drawn ---

  std::vector<Triangle> triangles() const { return screen_.triangles(*app.draw_data(), ratio); }
  std::vector<DrawnText> texts() const { return screen_.texts(*app.draw_data(), ratio); }
  void everything_anew() { screen_.everything_anew(*app.draw_data()); }

  static Point center(Rect r) { return {r.x + r.w / 2, r.y + r.h / 2}; }

private:
  std::vector<PointerEvent> pointer_;
  std::vector<ControlEvent> events_;
  Screen screen_;
};

// Roles that a visitor can operate.
inline bool interactive(const SemanticNode &n) {
  switch (n.role) {
  case Role::slider:
  case Role::radio:
  case Role::checkbox:
  case Role::switch_:
  case Role::button:
  case Role::tab:
  case Role::link:
  case Role::search:
  case Role::moment: return true;
  default: return false;
  }
}

// For messages: 'Needle depth' at 64,1349 262x44.
inline std::string told(const Rect &r) {
  auto whole = [](float v) { return std::to_string(std::lround(v)); };
  return whole(r.x) + "," + whole(r.y) + " " + whole(r.w) + "x" + whole(r.h);
}
inline std::string told(const SemanticNode &n) {
  return "'" + n.label + n.value_text.substr(0, 30) + "' at " + told(n.rect);
}

// A page of each width at each text size, with every explanation closed, then open.
inline constexpr std::array<float, 7> kWidths{280, 320, 390, 640, 860, 1100, 1400};
template <class Look> void at_every_size(Headless &h, std::vector<float> text_scales, Look look) {
  for (const bool open : {false, true}) {
    if (open) h.open_everything();
    for (const float width : kWidths)
      for (const float scale : text_scales) {
        h.theme.text_scale = scale;
        h.resize(width);
        INFO("width " << width << ", text x " << scale << std::string(open ? ", all open" : ""));
        look();
      }
  }
}

} // namespace rt::test
