#include "ui/views/views.h"
#include "ui/words/phrases.h"

#include <array>

namespace rt {

namespace {

void cell(Ui &ui, std::string_view key, Role role, const std::string &text) {
  SemanticNode &node = describe(ui, node_id(key, ui.parent), role, {}, "");
  node.value_text = text;
  node.flags = kHidden;
}

} // namespace

void day_table(Ui &ui) {
  const Projection &p = ui.results.projection;
  const double hour = ui.state.day * 24;
  Group table(ui, "day-table", Role::table,
              fill(ui.word(Word::table_title), {{"day", day_title(ui)}}));
  ui.nodes.back().flags = kHidden;
  {
    Group row(ui, "head", Role::row, "");
    ui.nodes.back().flags = kHidden;
    constexpr std::array<Word, 4> heads{Word::table_sign, Word::table_low, Word::table_typical,
                                        Word::table_high};
    for (std::size_t i = 0; i < heads.size(); ++i)
      cell(ui, "h" + std::to_string(i), Role::column_header, ui.word(heads[i]));
  }
  for (std::size_t s = 0; s < kSigns; ++s) {
    const Sign sign = static_cast<Sign>(s);
    const Quantiles q = severity_at(p, sign, hour);
    Group row(ui, "row" + std::to_string(s), Role::row, "");
    ui.nodes.back().flags = kHidden;
    cell(ui, "name", Role::row_header, sign_name(ui, sign));
    constexpr std::array<std::size_t, 3> levels{kP10, kMedian, kP90};
    for (std::size_t l = 0; l < levels.size(); ++l)
      cell(ui, "c" + std::to_string(l), Role::cell,
           severity_word(ui, sign, static_cast<double>(q[levels[l]])));
  }
}

} // namespace rt
