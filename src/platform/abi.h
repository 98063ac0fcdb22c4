#pragma once
// The whole border between JavaScript and C++. One wasm instance an element, one App an instance.
// From the structs and enums below, and those that they name, .dev/abi.mjs makes their readers in
// JavaScript (the module rt:abi) and holds their layout against the compiler's.
//
// Numbers: coordinates are CSS pixels, origin at the canvas's top left, unless a name says _px
// (device pixels). Strings are UTF-8, given as pointer and length. What is returned stays
// valid until the next call of the same function. After any call memory may have grown: views made
// before are stale.

#include "app/app.h"
#include "ui/draw/semantics.h"

#include <cstdint>

namespace rt {

struct Slice {
  const char *data;
  std::uint32_t size; // bytes
};

// What does not change until the next rt_load.
struct LoadOutput {
  std::uint32_t runs;          // 0: it cannot run
  Slice diagnostics;           // JSON: [{"level": "error" | "warning", "where", "what"}]
  Slice cannot_draw;           // what to say where there is no WebGL 2, in the words' language
  std::uint32_t right_to_left; // 1: that language runs so
  std::uint32_t text_switch;   // id of the node that changes between picture and text version
};

// Colors are straight sRGB, each part 0 .. 1. Alpha 0 means "not set by the page".
struct ThemeInput {
  std::uint32_t dark, forced_colors, reduced_motion; // 0 or 1
  float text_scale;                                  // root font size / 16
  float radius;                                      // CSS px, corner of a card; < 0 = default
  float accent[4], background[4], surface[4], text[4];
};

// The theme's colors that the text version needs, 0xAABBGGRR.
struct Palette {
  std::uint32_t background, surface, border, divider, track, text, muted, accent, on_accent,
      accent_soft, chip_good, chip_good_text, focus;
};

struct ThemeOutput {
  Palette palette;
  float clear_color[4]; // of the picture, straight alpha
  // JSON: [{"where": "--rt-accent", "what", "used": "#7a6a10"}], the page's colors that are not used
  // as they were given.
  Slice corrections;
};

enum FrameFlag : std::uint32_t {
  kNeedsFrame = 1,       // something still moves: call again in the next animation frame
  kStateChanged = 2,     // fire recovery-change
  kSemanticsChanged = 4, // read rt_nodes again
  kHeightChanged = 8,    // give the canvas Report::height, then call rt_frame again
  kDragging = 16,        // the visitor is holding a control
  kTextVersion = 32,     // the visitor wants the DOM controls shown instead of the canvas
};

struct Report {
  std::uint32_t flags;         // FrameFlag, or-ed; 0 = nothing was drawn
  float height;                // CSS px that the content needs at the width given
  std::uint32_t cursor;        // Cursor of ui/ui.h
  std::uint32_t focus_request; // id of the node that shall get DOM focus, 0 = none
  std::uint32_t request;       // Request of ui/ui.h, to be done now
  Slice request_json;          // what it needs (ui/export/export.h)
};

// One node of ui/draw/semantics.h, in reading order, parents before children.
struct NodeRecord {
  std::uint32_t id, parent;     // parent 0 = the root
  std::uint32_t role, flags;    // Role; NodeFlag, or-ed
  float x, y, w, h;             // CSS px on the canvas
  double min, max, step, value; // with kHasRange; heading: level; moment: minutes; step button: ±1
  Slice label, value_text;      // value_text: aria-valuetext, or the text of a text node
  std::uint32_t color;          // of a swatch or its radio, 0xAABBGGRR; 0 = none
};

struct NodeList {
  const NodeRecord *nodes;
  std::uint32_t count;
  const std::uint32_t *versions; // of each node; one that was told before: it is the very same
};

// The picture. Places are device px.
struct DrawVertex {
  float x, y;
  float u, v;          // place in the texture, 0 .. 1
  std::uint32_t color; // bytes r, g, b, a, straight alpha
};
struct DrawCommand {
  float clip[4]; // left, top, right, bottom
  std::uint32_t texture;
  std::uint32_t vertex_offset, index_offset, index_count;
};
struct DrawList {
  const DrawVertex *vertices;
  std::uint32_t vertex_count;
  const std::uint16_t *indices; // three a triangle
  std::uint32_t index_count;
  const DrawCommand *commands;
  std::uint32_t command_count;
};
struct DrawLists {
  const DrawList *lists;
  std::uint32_t count;
};

} // namespace rt

extern "C" {

// Memory for what JavaScript hands in. rt_free takes what rt_alloc gave.
void *rt_alloc(std::uint32_t bytes);
void rt_free(void *);

// Takes model and words as serialized by the build (content/format/content_format.h) and the clinic's
// JSON, which may be empty.
const rt::LoadOutput *rt_load(const char *model, std::uint32_t model_size, const char *words,
                              std::uint32_t words_size, const char *clinic,
                              std::uint32_t clinic_size);

// The theme of the frames that follow.
const rt::ThemeOutput *rt_theme(const rt::ThemeInput *);

// A pointer event; `kind` is a PointerKind of app/app.h, x and y are CSS px, `touch` is 1 for touch
// (no hover remains after it). Returns 1 when the widget uses the press (then JavaScript captures
// the pointer), 0 when the page may have it.
std::uint32_t rt_pointer(std::uint32_t kind, float x, float y, std::uint32_t touch);

// What happened to a DOM control; `kind` is a ControlEvent::Kind of ui/ui.h: a value was set (slider,
// moment: NaN clears), it was moved by so many steps, pressed (button, radio, tab, checkbox, switch:
// the same as a tap), got or lost the focus. All events reach their controls in the next frame.
void rt_control_event(std::uint32_t node_id, std::uint32_t kind, double value);
// What stands in a search now; at most its first 200 bytes are taken.
void rt_control_text(std::uint32_t node_id, const char *text, std::uint32_t size);

// One frame at `seconds` (monotonic). width: CSS px; pixel_ratio: device px per CSS px.
const rt::Report *rt_frame(double seconds, float width, float pixel_ratio);
// The picture of the last frame.
const rt::DrawLists *rt_draw();
// The semantic nodes of the last frame.
const rt::NodeList *rt_nodes();

// The skin's two color tables (model/skin/skin_tables.h), albedo and then yellow, as bytes that stay.
// Made at the first call.
const rt::Slice *rt_skin_tables();

// element.state and element.projection, as JSON text.
const rt::Slice *rt_state();
const rt::Slice *rt_projection();
// Set the state by its JSON text, or by a shared link (state/link.h). What was refused is told as
// LoadOutput::diagnostics are.
const rt::Slice *rt_set_state(const char *json, std::uint32_t size);
const rt::Slice *rt_set_link(const char *fragment, std::uint32_t size);

// Report::request is done (1), or could not be (0).
void rt_request_done(std::uint32_t request, std::uint32_t done);

// A font has arrived or changed: all glyphs are made anew.
void rt_text_changed();
// The GL context came back empty: all textures are made anew.
void rt_context_restored();
}

// What JavaScript gives (wasm import module "rt"). Texture ids are small positive integers.
#ifdef __EMSCRIPTEN__
#define RT_IMPORT(name) __attribute__((import_module("rt"), import_name(#name)))
#else
#define RT_IMPORT(name)
#endif
extern "C" {
// White of which `pixels` tells the opacity: width*height bytes.
RT_IMPORT(texture_create)
void rt_js_texture_create(std::uint32_t id, std::uint32_t width, std::uint32_t height,
                          const void *pixels);
// One rectangle; rows are row_bytes apart.
RT_IMPORT(texture_update)
void rt_js_texture_update(std::uint32_t id, std::uint32_t x, std::uint32_t y, std::uint32_t width,
                          std::uint32_t height, const void *pixels, std::uint32_t row_bytes);
// Draws the patch of skin with these 24 numbers (model/skin/skin_patch.h) into texture `id`, which is
// made anew when it has another size.
RT_IMPORT(skin_draw)
void rt_js_skin_draw(std::uint32_t id, std::uint32_t width, std::uint32_t height,
                     const float *numbers);
RT_IMPORT(texture_destroy) void rt_js_texture_destroy(std::uint32_t id);

// Text, set in the element's own font. weight: 400 or 700; size in device px.
// out[5]: advance, left, right, ascent, descent: the ink box around the pen, in device px
// (left is what lies left of the pen, positive to the left, as in TextMetrics).
RT_IMPORT(text_measure)
void rt_js_text_measure(const char *text, std::uint32_t size, std::uint32_t weight, float size_px,
                        float *out);
// out[2]: ascent, descent of the font at that size.
RT_IMPORT(font_metrics)
void rt_js_font_metrics(std::uint32_t weight, float size_px, float *out);
// Draws the text in white into texture `id`: the rectangle x, y, w, h is cleared first, the pen
// stands at (x + pen_x, y + baseline). Called after the texture's own updates of that frame.
RT_IMPORT(text_draw)
void rt_js_text_draw(std::uint32_t id, std::uint32_t x, std::uint32_t y, std::uint32_t width,
                     std::uint32_t height, float pen_x, float baseline, const char *text,
                     std::uint32_t size, std::uint32_t weight, float size_px);

// Intl. Writes at most `capacity` bytes into out, returns the length.
// style: 0 "Mon 23 Nov", 1 "Mon 23 Nov, 2 pm", 2 weekday "Mon", 3 "23 November 2026", 4 hour "2
// pm", 5 month "November 2026", 6 weekday "M", 7 "23 Nov".
RT_IMPORT(format_moment)
std::uint32_t rt_js_format_moment(double civil_minutes, std::uint32_t style, char *out,
                                  std::uint32_t capacity);
RT_IMPORT(format_number)
std::uint32_t rt_js_format_number(double value, std::uint32_t decimals, char *out,
                                  std::uint32_t capacity);
// A PluralForm: 0 zero, 1 one, 2 two, 3 few, 4 many, 5 other.
RT_IMPORT(plural_category) std::uint32_t rt_js_plural_category(double n);
// Local civil minutes since 1970-01-01T00:00.
RT_IMPORT(now) double rt_js_now();
RT_IMPORT(hours_between) double rt_js_hours_between(double from_min, double to_min);
RT_IMPORT(first_weekday) std::uint32_t rt_js_first_weekday(); // 1 Monday .. 7 Sunday
}
