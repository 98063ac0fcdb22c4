// Dear ImGui's own hooks against the description: what a pointer can reach is what is described.
// This program is linked with ImGui's whole core, which calls them (tests/support/CMakeLists.txt).

#include "support/headless.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>

namespace {

// Items of the pass that ran last, by their ids; device px.
std::map<ImGuiID, ImRect> seen_items;
int seen_frame = -1;
std::size_t seen_twice = 0;

} // namespace

void ImGuiTestEngineHook_ItemAdd(ImGuiContext *context, ImGuiID id, const ImRect &box,
                                 const ImGuiLastItemData *item) {
  if (seen_frame != context->FrameCount) {
    seen_frame = context->FrameCount;
    seen_items.clear();
    seen_twice = 0;
  }
  // Not the window itself, not ImGui's own window for what is drawn outside of all windows.
  if (item == nullptr || std::string_view(context->CurrentWindow->Name) != "page") return;
  if (!seen_items.emplace(id, box).second) ++seen_twice;
}
void ImGuiTestEngineHook_ItemInfo(ImGuiContext *, ImGuiID, const char *, ImGuiItemStatusFlags) {}
void ImGuiTestEngineHook_Log(ImGuiContext *, const char *, ...) {}
const char *ImGuiTestEngine_FindItemDebugLabel(ImGuiContext *, ImGuiID) { return nullptr; }

namespace rt::test {

TEST_CASE("every item that ImGui sees is described, with the same id and rectangle") {
  for (const bool rtl : {false, true}) {
    Headless h(rtl ? std::string_view(right_to_left()) : std::string_view(words_text()));
    REQUIRE(h.host.context != nullptr);
    h.host.context->TestEngineHookItems = true;
    for (const float ratio : {1.0f, 1.5f, 3.0f}) {
      h.ratio = ratio;
      at_every_size(h, {1}, [&] {
        CHECK(seen_items.size() > 50);
        CHECK(seen_twice == 0);
        for (const auto &[id, box] : seen_items) {
          const SemanticNode *n = h.seek(id);
          if (n == nullptr) {
            FAIL_CHECK("seen but not described: " << id << " at " << box.Min.x / ratio << ","
                                                  << box.Min.y / ratio);
            continue;
          }
          const Rect r{box.Min.x / ratio, box.Min.y / ratio, box.GetWidth() / ratio,
                       box.GetHeight() / ratio};
          const float off = std::max({std::abs(r.x - n->rect.x), std::abs(r.y - n->rect.y),
                                      std::abs(r.w - n->rect.w), std::abs(r.h - n->rect.h)});
          if (off > 0.02f) FAIL_CHECK(told(*n) << " is seen at " << told(r));
          if (!interactive(*n)) FAIL_CHECK("seen, but told as something to read: " << told(*n));
        }
      });
    }
  }
}

TEST_CASE("everything that is described as a control can be reached by a pointer") {
  Headless h;
  h.host.context->TestEngineHookItems = true;
  for (const float width : {320.0f, 1100.0f}) {
    h.resize(width);
    for (const SemanticNode &n : h.nodes()) {
      if (!interactive(n)) continue;
      // The date's picker is the browser's; a stepper is reached through its − and +.
      const bool by_parts = seen_items.count(node_id("more", n.id)) == 1;
      if (n.role == Role::moment || by_parts) continue;
      if (seen_items.count(n.id) == 0) FAIL_CHECK("out of reach: " << told(n));
    }
  }
}

} // namespace rt::test
