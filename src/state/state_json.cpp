#include "state/state_json.h"

#include "content/civil_time.h"
#include "content/fields.h"
#include "content/json/json.h"
#include "content/json/json_writer.h"
#include "content/text.h"

#include <algorithm>
#include <cmath>

namespace rt {
namespace {

constexpr const char *kKeptKey = "compared_with";

// The first `count` fields; the factors stand first.
void write_fields(json::Writer &writer, const State &state, const Content &content,
                  std::size_t count) {
  for (std::size_t i = 0; i < count; ++i) {
    const auto field = static_cast<Field>(i);
    const double value = get(state, field);
    writer.key(field_key(field));
    switch (field_kind(field)) {
    case FieldKind::choice:
      writer.string(content.field(field).options[static_cast<std::size_t>(value)].key);
      break;
    case FieldKind::toggle: writer.boolean(value != 0); break;
    case FieldKind::range: writer.number(value); break;
    case FieldKind::tone:
      if (value == 0)
        writer.null();
      else
        writer.number(value);
      break;
    case FieldKind::moment:
      if (std::isnan(value))
        writer.null();
      else
        writer.string(moment_text(value));
      break;
    }
  }
}

// Every member that can be is put into `state`; `within` names the object where it is not the root.
bool put_members(State &state, const Content &content, json::Value object, std::size_t fields,
                 std::string_view within, std::vector<Error> &refused) {
  bool changed = false;
  const std::span<const char *const> keys = field_keys().first(fields);
  for (json::Value child = object.first(); child; child = child.next()) {
    if (within.empty() && child.key() == kKeptKey) continue;
    const auto where = [&](std::string_view key) { return join({within, key}); };
    const std::optional<Field> field = find_field(child.key());
    if (!field || static_cast<std::size_t>(*field) >= fields) {
      refused.push_back({where(child.key().empty() ? in_quotes("") : shortened(child.key())),
                         join({"This key is not known.", did_you_mean(child.key(), keys)})});
      continue;
    }
    const Result<double> value = read_field_value(*field, content.field(*field), child);
    if (value) {
      changed = put(state, *field, value.value()) || changed;
    } else {
      refused.push_back({where(field_key(*field)), value.error().what});
    }
  }
  return changed;
}

bool put_kept(State &state, const Content &content, json::Value value,
              std::vector<Error> &refused) {
  const std::optional<Factors> before = state.kept;
  if (value.is(json::Kind::null)) {
    state.kept.reset();
  } else if (value.is(json::Kind::object)) {
    State kept = initial_state(content);
    if (state.kept) kept.factors = *state.kept;
    put_members(kept, content, value, kFactorFields, join({kKeptKey, "/"}), refused);
    state.kept = kept.factors;
  } else {
    refused.push_back({kKeptKey,
                       "Must be an object of factors such as {\"depth_mm\": 0.5}, or null "
                       "for no comparison."});
  }
  return state.kept != before;
}

} // namespace

std::string state_json(const State &state, const Content &content) {
  json::Writer writer;
  writer.begin('{');
  write_fields(writer, state, content, kFields);
  writer.key(kKeptKey);
  if (state.kept) {
    State kept;
    kept.factors = *state.kept;
    writer.begin('{');
    write_fields(writer, kept, content, kFactorFields);
    writer.end('}');
  } else {
    writer.null();
  }
  writer.end('}');
  return writer.take();
}

namespace {

// A treatment brings its settings; what else the document says stands above them, and if that is
// another treatment, it gets its name.
bool put_state(State &state, const Content &content, json::Value root,
               std::vector<Error> &refused) {
  const State before = state;
  const json::Value named = root.find(field_key(Field::treatment));
  const Result<double> option =
      named ? read_field_value(Field::treatment, content.field(Field::treatment), named)
            : Result<double>(static_cast<double>(state.treatment));
  const bool own = option && option.value() == static_cast<double>(own_settings_option(content));
  if (named && own) put(state, Field::treatment, option.value());
  if (named && option) apply(state, content, SetValue{Field::treatment, option.value()});
  put_members(state, content, root, kFields, "", refused);
  const bool other = std::any_of(kTreatmentFields.begin(), kTreatmentFields.end(),
                                 [&](Field f) { return get(state, f) != get(before, f); });
  if (named && option ? !not_sure(state, content) : other) name_treatment(state, content);
  return !(state == before);
}

} // namespace

bool set_state_json(State &state, const Content &content, std::string_view text,
                    std::vector<Error> &refused) {
  const Result<json::Document> document = json::parse(text);
  if (!document) {
    refused.push_back({join({"state: ", document.error().where}), document.error().what});
    return false;
  }
  const json::Value root = document.value().root();
  if (!root.is(json::Kind::object)) {
    refused.push_back({"state", "Must be an object such as {\"depth_mm\": 1.5}."});
    return false;
  }
  bool changed = put_state(state, content, root, refused);
  if (const json::Value kept = root.find(kKeptKey))
    changed = put_kept(state, content, kept, refused) || changed;
  return changed;
}

} // namespace rt
