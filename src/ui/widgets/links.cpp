#include "ui/widgets/links.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/texts.h"
#include "ui/words/contact.h"

namespace rt {

void describe_contact(Ui &ui, std::uint32_t id, const Rect &rect, const std::string &label,
                      Contact contact) {
  const Clinic &clinic = ui.content.clinic;
  SemanticNode &node = describe(ui, id, Role::link, rect, label);
  node.value_text = contact == Contact::phone  ? phone_address(clinic.phone)
                    : contact == Contact::book ? clinic.book
                                               : clinic.site;
  node.range.value = static_cast<double>(contact);
}

void contact_links(Flow &flow, std::string_view key) {
  Ui &ui = flow.ui;
  const Clinic &clinic = ui.content.clinic;
  const bool any = !(clinic.phone.empty() && clinic.book.empty() && clinic.site.empty());
  if (!any && clinic.hours.empty()) return;
  Group group(flow, key, Role::group, clinic.name);
  if (any) {
    Wrap links(flow, target_height(ui), 24, 0);
    const auto link = [&](Contact contact, const std::string &address, const std::string &words) {
      if (address.empty()) return;
      const Rect box = links.box(text_link_width(ui, words));
      const std::uint32_t id = node_id(std::to_string(static_cast<int>(contact)), ui.parent);
      draw_link(ui, id, box, words);
      describe_contact(ui, id, box, words, contact);
    };
    link(Contact::phone, clinic.phone, clinic.phone);
    link(Contact::book, clinic.book, ui.word(Word::contact_book));
    link(Contact::site, clinic.site, ui.word(Word::contact_site));
  }
  if (!clinic.hours.empty()) text(flow, "hours", clinic.hours, note_style(ui));
  flow.advance(8);
}

} // namespace rt
