#pragma once
// A line to type into, which filters a list. The letters are those of the DOM control that lies over
// it; here are its frame and its sign.

#include "ui/layout.h"

#include <string>

namespace rt {

// `typed` is what stands in it, renewed by what the visitor types.
void search_field(Ui &, std::string_view key, const std::string &label, const Rect &,
                  std::string &typed);

} // namespace rt
