#pragma once
// The whole border between JavaScript and C++. One wasm instance an element, one App an instance.
//
// Numbers: coordinates are CSS pixels, origin at the canvas's top left, unless a name says _px
// (device pixels). Strings are UTF-8, given as pointer and length. A Slice that is returned stays
// valid until the next call of the same function. After any call memory may have grown: views made
// before are stale.

#include "app/app.h"
#include "ui/draw/semantics.h"

#include <cstdint>

namespace rt {

struct Slice { // 8 bytes
  const char *data;
  std::uint32_t size;
};

// rt_frame's answer, or-ed.
enum FrameFlag : std::uint32_t {
  kNeedsFrame = 1,       // something still moves: call again in the next animation frame
  kStateChanged = 2,     // fire recovery-change
  kSemanticsChanged = 4, // read rt_nodes again
  kHeightChanged = 8,    // set the canvas to rt_report()->height, then call rt_frame again
  kDrawn = 16,           // there is a new picture: paint rt_draw
  kDragging = 32,        // the visitor is holding a control
};

struct Report {         // 112 bytes
  float height;         // CSS px the content needs at the width last given
  std::uint32_t cursor; // 0 default, 1 pointer, 2 ew-resize
  std::uint32_t semantics_version;
  std::uint32_t focus_request; // node id that shall get DOM focus, 0 = none; cleared when read
  float clear_rgba[4];         // background, straight alpha
  std::uint32_t text_version;  // 1: the visitor wants the DOM controls shown instead of the canvas
  std::uint32_t text_switch;   // node id of the control that changes it
  // The theme's colors, 0xAABBGGRR: background, surface, border, divider, track, text, muted,
  // accent, on accent, soft accent, chip, chip's text, focus.
  std::uint32_t colors[13];
  Slice cannot_draw;     // what to say where there is no WebGL 2, in the language of the words
  std::uint32_t request; // to be done now: a Request of ui.h, 0 = none; cleared when read
  std::uint32_t right_to_left;  // 1: the language of the words runs so
  std::uint32_t first_use_over; // 1: the worked example was read or skipped
};

// Roles and node flags: ui/draw/semantics.h. JavaScript reads the names of the roles from
// rt_role_names().

struct NodeRecord {         // 88 bytes, in reading order; parents before children
  std::uint32_t id, parent; // parent 0 = the root
  std::uint32_t role, flags;
  float x, y, w, h;             // CSS px on the canvas
  double min, max, step, value; // with kHasRange; heading: level; moment: minutes; step button: ±1
  Slice label, value_text;      // value_text: aria-valuetext, or the text of a text node
  std::uint32_t color;          // of a swatch or its radio, 0xAABBGGRR; 0 = none
  std::uint32_t reserved;
};

// Theme, all colours straight sRGB 0..1. Alpha 0 in `accent` .. `text` means "not set by the page".
struct ThemeInput {     // 21 floats
  float dark;           // 0 or 1
  float forced_colors;  // 0 or 1
  float reduced_motion; // 0 or 1
  float text_scale;     // root font size / 16
  float radius;         // CSS px, card corner; < 0 = default
  float accent[4], background[4], surface[4], text[4];
};

} // namespace rt

extern "C" {

// Memory for what JavaScript hands in. rt_free takes what rt_alloc gave.
void *rt_alloc(std::uint32_t bytes);
void rt_free(void *);

// Takes model and words as packed by the build (content/format/content_format.h) and the clinic's JSON, which may be
// empty; 1 = runs, 0 = it cannot run. Diagnostics of either kind: rt_diagnostics().
std::uint32_t rt_load(const char *model, std::uint32_t model_size, const char *words,
                      std::uint32_t words_size, const char *clinic, std::uint32_t clinic_size);
// JSON array of {"level":"error"|"warning","where":…,"what":…} from the last rt_load or
// rt_set_state.
const rt::Slice *rt_diagnostics();

// Size and theme; cheap when nothing differs.
void rt_resize(float width, float pixel_ratio);
void rt_theme(const rt::ThemeInput *);
// JSON array of {"where":"--rt-accent","what":…,"used":"#7a6a10"}: the page's colors that the last
// rt_frame did not use as they were given.
const rt::Slice *rt_theme_diagnostics();

// A pointer event; `kind` is a PointerKind of app.h (move, down, up, cancel, leave). `touch` 1 for
// touch (no hover remains after it). Returns 1 when the widget uses the press (then JavaScript
// captures the pointer), 0 when the page may have it.
std::uint32_t rt_pointer(std::uint32_t kind, float x, float y, std::uint32_t buttons,
                         std::uint32_t touch, double seconds);

// What a DOM control asks for. kind: 0 set value (slider, moment: NaN clears), 1 step by value
// steps, 2 press (button, radio, tab, checkbox, switch: the same as a tap), 3 focus, 4 blur.
void rt_action(std::uint32_t node_id, std::uint32_t kind, double value);

// One frame at `seconds` (monotonic). Returns FrameFlag bits.
std::uint32_t rt_frame(double seconds);
const rt::Report *rt_report();

// The picture: u32 words. [lists], then a list: [vertex_ptr, vertex_count, index_ptr, index_count,
// commands], then a command: 8 words [clip x0, y0, x1, y1 as f32 in device px, texture,
// vertex_offset, index_offset, index_count]. Vertex: f32 x, y (device px), f32 u, v, u8 r, g, b, a
// (straight alpha). Index: u16.
const std::uint32_t *rt_draw();

// The skin's two color tables (model/skin/skin_tables.h), albedo and then yellow: 17 408 bytes that
// stay. Made at the first call.
const std::uint8_t *rt_skin_tables();

// The semantic nodes: pointer to the first NodeRecord; the count by rt_node_count().
const rt::NodeRecord *rt_nodes();
std::uint32_t rt_node_count();
const rt::Slice *rt_role_names(); // "group heading …" in the order of Role, parted by spaces

// element.state and element.projection, as JSON text.
const rt::Slice *rt_state();
std::uint32_t rt_set_state(const char *json, std::uint32_t size); // 1 = something changed
const rt::Slice *rt_projection();

// The state of a shared link (state_link.h): 1 = something changed; what was refused: rt_diagnostics().
std::uint32_t rt_set_link(const char *fragment, std::uint32_t size);
// What Report::request needs, as JSON (ui/export/share.h); and that it is done (1) or could not be (0).
const rt::Slice *rt_request();
void rt_answer(std::uint32_t request, std::uint32_t done);
// 0: no worked example, for the page has shown it, does not want it, or is being printed.
void rt_show_first_use(std::uint32_t shown);

// A font has arrived or changed, or the GL context was restored: textures and glyphs are made anew.
void rt_text_changed();
void rt_context_restored();
}

// What JavaScript gives (wasm import module "rt"). Texture ids are small positive integers.
#ifdef __EMSCRIPTEN__
#define RT_IMPORT(name) __attribute__((import_module("rt"), import_name(#name)))
#else
#define RT_IMPORT(name)
#endif
extern "C" {
// RGBA8, `pixels` has width*height*4 bytes.
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

// Text, set in the element's own font. weight: 400, 600 or 700; size in device px.
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
