#pragma once
// Ways to the clinic: real links of the page, which the page follows.

#include "ui/layout.h"

namespace rt {

// What a link leads to; told by the event recovery-contact. In the order of CONTACTS in
// web/dom/roles.js.
enum class Contact : std::uint8_t { phone, book, site };

// Describes a link to the clinic where something of that id was drawn.
void describe_contact(Ui &, std::uint32_t id, const Rect &, const std::string &label, Contact);
// The phone number, booking and website, as far as the clinic gave them, beside each other, and below
// them when it is open. Draws nothing where it gave none.
void contact_links(Flow &, std::string_view key);

} // namespace rt
