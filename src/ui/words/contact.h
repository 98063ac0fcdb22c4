#pragma once
// How to reach the clinic, in words.

#include "ui/ui.h"

#include <string>
#include <vector>

namespace rt {

// "020 7946 0142" -> "tel:02079460142"
std::string phone_address(std::string_view phone);
// "Linden Skin Clinic, 020 7946 0142", the addresses, when it is open: as far as it says so.
std::vector<std::string> contact_lines(const Ui &);

} // namespace rt
