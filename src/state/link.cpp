#include "state/link.h"

#include "content/fields.h"
#include "content/json/json.h"
#include "content/json/json_writer.h"
#include "content/text.h"
#include "state/state_json.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

constexpr std::string_view kVersion = "rt1:";
// In element.state; "a" in a link.
constexpr std::string_view kKept = "compared_with";
constexpr const char *kStays = " The default stays.";

// --- writing ---

std::string value_text(Field field, json::Value value) {
  switch (value.kind()) {
  case json::Kind::boolean: return value.boolean() ? "yes" : "no";
  case json::Kind::string: return std::string(value.text());
  case json::Kind::number: {
    const double hours = std::round(value.number() * 24);
    if (field == Field::day && hours / 24 == value.number() && hours / 24 != std::floor(hours / 24))
      return json::number_text(hours) + "h";
    return json::number_text(value.number());
  }
  default: return "none";
  }
}

// The members of `object` that differ from those of `usual`.
void write_differences(json::Value object, json::Value usual, const Content &content,
                       std::string_view before, std::string &out) {
  for (json::Value member = object.first(); member; member = member.next()) {
    const std::optional<Field> field = find_field(member.key());
    if (!field || field == Field::treatment || content.field(*field).hidden) continue;
    const std::string text = value_text(*field, member);
    if (text == value_text(*field, usual.find(member.key()))) continue;
    if (out.back() != ':') out += ',';
    out += join({before, member.key(), "=", text});
  }
}

// --- reading ---

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

// What is no escape stays as it is.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_digit(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_digit(text[i + 2]) : -1;
    out += low < 0 ? text[i] : static_cast<char>(high * 16 + low);
    if (low >= 0) i += 2;
  }
  return out;
}

bool readable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7F; });
}

bool is_number(std::string_view text) {
  const Result<json::Document> document = json::parse(text);
  return document && document.value().root().is(json::Kind::number);
}

// A value as the JSON of element.state; a text where it is none of the kind, which reading refuses.
std::string as_json(Field field, std::string_view value) {
  const FieldKind kind = field_kind(field);
  if (kind == FieldKind::toggle) return value == "yes" ? "true" : "false";
  if ((kind == FieldKind::tone || kind == FieldKind::moment) && value == "none") return "null";
  if (kind == FieldKind::tone || kind == FieldKind::range) {
    if (is_number(value)) return std::string(value);
    if (field == Field::day && value.size() > 1 && value.back() == 'h') {
      const std::string_view hours = value.substr(0, value.size() - 1);
      const Result<json::Document> document = json::parse(hours);
      if (document && std::isfinite(document.value().root().number()))
        return json::number_text(document.value().root().number() / 24);
    }
  }
  json::Writer writer;
  writer.string(value);
  return writer.take();
}

class Reader {
public:
  Reader(const Content &content, std::vector<Error> &refused)
      : content_(content), refused_(refused), most_(refused.size() + kMostRefused) {}

  void part(std::string_view text) {
    ++number_;
    // A comma too many.
    if (text.empty()) return;
    if (!readable(text)) {
      refuse(join({"part ", std::to_string(number_)}), "It cannot be read.");
    } else if (text == "a") {
      kept_ = true;
    } else {
      const bool kept = text.substr(0, 2) == "a.";
      const std::string_view member = text.substr(kept ? 2 : 0);
      const std::size_t sign = std::min(member.find('='), member.size());
      pair(kept, member.substr(0, sign), member.substr(std::min(sign + 1, member.size())));
    }
  }

  // Everything that was taken, as element.state has it.
  std::string state() const {
    std::string out = join({"{", members_[0]});
    if (kept_) out += join({members_[0].empty() ? "\"" : ",\"", kKept, "\":{", members_[1], "}"});
    return out + "}";
  }

  void refuse(std::string_view where, std::string_view what) {
    if (refused_.size() < most_)
      refused_.push_back({join({"link: ", where}), join({what, kStays})});
  }

private:
  void pair(bool kept, std::string_view key, std::string_view value) {
    const std::string where = join({kept ? "a." : "", shortened(key)});
    const std::optional<Field> field = find_field(key);
    if (!field || (kept && static_cast<std::size_t>(*field) >= kFactorFields))
      return refuse(where, join({"This key is not known.", did_you_mean(key, field_keys())}));
    const FieldSpec &spec = content_.field(*field);
    if (spec.hidden) return refuse(where, "It is fixed on this page.");
    // Own settings are not offered, but what a link may tell of.
    for (const Option &option : spec.options)
      if (option.hidden && option.key == value && *field != Field::treatment)
        return refuse(where, "It is not offered here.");
    if (field_kind(*field) == FieldKind::toggle && value != "yes" && value != "no")
      return refuse(where, "Must be yes or no.");
    bool &seen = seen_[kept][static_cast<std::size_t>(*field)];
    if (seen) return refuse(where, "It stands in the link twice; the first one holds.");
    seen = true;
    kept_ |= kept;
    std::string &members = members_[kept];
    members += join({members.empty() ? "\"" : ",\"", key, "\":", as_json(*field, value)});
  }

  const Content &content_;
  std::vector<Error> &refused_;
  std::size_t most_, number_ = 0;
  bool kept_ = false;
  bool seen_[2][kFields] = {};
  // Of the state, of the kept treatment.
  std::string members_[2];
};

// "rt12:": ours, of whichever version.
bool is_ours(std::string_view link) {
  if (link.substr(0, 2) != "rt") return false;
  const std::size_t end = link.find_first_not_of("0123456789", 2);
  return end != link.npos && end > 2 && link[end] == ':';
}

} // namespace

namespace {

bool same_treatment(const State &a, const State &b) {
  return std::all_of(kTreatmentFields.begin(), kTreatmentFields.end(),
                     [&](Field f) { return get(a, f) == get(b, f); });
}

} // namespace

std::string link_of(const State &state, const Content &content) {
  State usual = initial_state(content);
  std::string out(kVersion);
  // The treatment brings its settings; only what differs from those is told. Own settings tell
  // themselves, and so does the treatment that a page begins with.
  State untold = usual;
  untold.factors = state.factors;
  if (!same_treatment(untold, usual)) name_treatment(untold, content);
  const bool own = state.treatment == own_settings_option(content);
  const bool tells_itself =
      untold.treatment == state.treatment && (own || state.treatment == usual.treatment);
  if (!tells_itself && !content.field(Field::treatment).hidden) {
    const auto option = static_cast<double>(state.treatment);
    apply(usual, content, SetValue{Field::treatment, option});
    out += join({field_key(Field::treatment), "=",
                 content.field(Field::treatment).options[state.treatment].key});
  }
  const Result<json::Document> document = json::parse(state_json(state, content)),
                               expected = json::parse(state_json(usual, content)),
                               initial = json::parse(state_json(initial_state(content), content));
  RT_CHECK(document && expected && initial);
  const json::Value root = document.value().root();
  write_differences(root, expected.value().root(), content, "", out);
  if (const json::Value kept = root.find(kKept); kept.is(json::Kind::object)) {
    const std::size_t before = out.size();
    write_differences(kept, initial.value().root(), content, "a.", out);
    if (out.size() == before) out += out.back() == ':' ? "a" : ",a";
  }
  return out;
}

bool set_link(State &state, const Content &content, std::string_view fragment,
              std::vector<Error> &refused) {
  if (!fragment.empty() && fragment.front() == '#') fragment.remove_prefix(1);
  // Each byte may be escaped.
  const bool long_one = fragment.size() > 3 * kLongestLink;
  const std::string link = unescaped(fragment.substr(0, 3 * kLongestLink));
  if (!is_ours(link)) return false;
  const auto useless = [&](const char *why) {
    refused.push_back({"link", join({why, " Ask for a new link; the settings stay."})});
    return false;
  };
  if (long_one || link.size() > kLongestLink) return useless("It is too long to be read.");
  if (link.substr(0, kVersion.size()) != kVersion)
    return useless("It was made by another version of this widget.");

  Reader reader(content, refused);
  for (std::string_view rest = std::string_view(link).substr(kVersion.size()); !rest.empty();) {
    const std::size_t comma = std::min(rest.find(','), rest.size());
    reader.part(rest.substr(0, comma));
    rest.remove_prefix(std::min(comma + 1, rest.size()));
  }
  State next = initial_state(content);
  std::vector<Error> wrong;
  set_state_json(next, content, reader.state(), wrong);
  for (const Error &error : wrong) {
    const std::string within = join({kKept, "/"});
    const bool kept = error.where.substr(0, within.size()) == within;
    reader.refuse(join({kept ? "a." : "", error.where.substr(kept ? within.size() : 0)}),
                  error.what);
  }
  if (next == state) return false;
  state = next;
  return true;
}

} // namespace rt
