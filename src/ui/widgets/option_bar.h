#pragma once
// One of a few, as joined buttons.

#include "ui/layout.h"

#include <span>
#include <string>

namespace rt {

struct BarOption {
  std::string key, text;
  bool on = false;
};

struct OptionBar {
  std::string_view key; // of its node
  const std::string &label;
  std::span<const BarOption> options;
  // Tabs are as wide as their words need, with a raised one; radios are all of one width, with a
  // filled one.
  bool tabs = false;
  std::uint32_t flags = 0; // of its node, see NodeFlag
};

// In as many rows as the words need. Returns the index of the option that was just pressed, or -1.
int option_bar(Flow &, const OptionBar &);

} // namespace rt
