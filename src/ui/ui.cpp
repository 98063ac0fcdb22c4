#include "ui/ui.h"

#include <algorithm>
#include <cmath>

namespace rt {

bool UiMemory::is_open(std::uint32_t id) const {
  return std::find(open.begin(), open.end(), id) != open.end();
}

void UiMemory::toggle(std::uint32_t id) {
  const auto it = std::find(open.begin(), open.end(), id);
  if (it == open.end())
    open.push_back(id);
  else
    open.erase(it);
}

void UiMemory::tell(const std::string &words) {
  telling.instead = words;
  ++telling.count;
}

std::span<const ControlEvent> Ui::events_for(std::uint32_t id) const {
  return !events.empty() && events.front().id == id ? events : std::span<const ControlEvent>{};
}

std::string Ui::named(const std::string &name, const std::string &value) const {
  return fill(word(Word::named), {{"name", name}, {"value", value}});
}

std::string Ui::counted(Word w, double n, std::initializer_list<Fill> values) const {
  const double shown = std::round(n * 10) / 10;
  const std::string number = host.number(shown, shown == std::round(shown) ? 0 : 1);
  return fill(fill(content.word(w, host.plural(shown)), {{"n", number}}), values);
}

SemanticNode &describe(Ui &ui, std::uint32_t id, Role role, const Rect &rect,
                       const std::string &label) {
  SemanticNode &node = ui.nodes.emplace_back();
  node.id = id;
  node.parent = ui.parent;
  node.role = role;
  node.rect = rect;
  node.label = label;
  return node;
}

} // namespace rt
