#include "ui/widgets/search_field.h"

#include "ui/widgets/pointer.h"

namespace rt {

void search_field(Ui &ui, std::string_view key, const std::string &label, const Rect &box,
                  std::string &typed) {
  const std::uint32_t id = node_id(key, ui.parent);
  for (const ControlEvent &event : ui.events_for(id))
    if (event.kind == ControlEvent::set) typed = event.text;
  const float radius = 12;
  ui.pen.fill(box, ui.theme.surface, radius);
  ui.pen.outline(box, ui.theme.edge, radius);
  const Point c{box.x + 20, box.y + box.h / 2 - 1};
  ui.pen.ring(c, 6, ui.theme.muted, 1.5f);
  ui.pen.line({c.x + 4.5f, c.y + 4.5f}, {c.x + 9, c.y + 9}, ui.theme.muted, 2);
  describe(ui, id, Role::search, box, label).value_text = typed;
  focus_ring(ui, id, box, radius);
}

} // namespace rt
