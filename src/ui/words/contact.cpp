#include "ui/words/contact.h"

namespace rt {

std::string phone_address(std::string_view phone) {
  std::string address = "tel:";
  for (const char c : phone)
    if (c == '+' || (c >= '0' && c <= '9')) address += c;
  return address;
}

std::vector<std::string> contact_lines(const Ui &ui) {
  const Clinic &clinic = ui.content.clinic;
  std::vector<std::string> lines;
  const auto add = [&](const std::string &name, const std::string &value) {
    if (!value.empty()) lines.push_back(name.empty() ? value : ui.named(name, value));
  };
  add(clinic.name, clinic.phone);
  constexpr std::string_view mail = "mailto:";
  const bool by_mail = clinic.book.compare(0, mail.size(), mail) == 0;
  add(ui.word(Word::contact_book), by_mail ? clinic.book.substr(mail.size()) : clinic.book);
  add(ui.word(Word::contact_site), clinic.site);
  add("", clinic.hours);
  return lines;
}

} // namespace rt
