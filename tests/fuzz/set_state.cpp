// Any bytes as element.state; then, in pieces of ten bytes, as what a visitor does.

#include "shipped.h"

#include "state/state_json.h"

#include <cstring>

using namespace rt;

namespace {

void check_state(const State &state, const Content &content) {
  RT_CHECK(valid(state.factors));
  RT_CHECK(state.day >= 0 && state.day <= 14);
  State back = initial_state(content);
  std::vector<Error> refused;
  set_state_json(back, content, state_json(state, content), refused);
  RT_CHECK(refused.empty() && back == state);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
  const Content &content = fuzz::shipped();
  const State before = initial_state(content);
  State state = before;
  std::vector<Error> refused;
  const std::string_view input(reinterpret_cast<const char *>(data), size);
  const bool changed = set_state_json(state, content, input, refused);
  RT_CHECK(changed == !(state == before));
  for (const Error &error : refused) RT_CHECK(!error.where.empty() && !error.what.empty());
  check_state(state, content);

  for (; size >= 10; data += 10, size -= 10) {
    double value;
    std::memcpy(&value, data + 2, sizeof value);
    const auto field = static_cast<Field>(data[1]);
    const State last = state;
    bool moved = false;
    switch (data[0] % 4) {
    case 0: moved = apply(state, content, SetValue{field, value}); break;
    case 1: moved = apply(state, content, Step{field, value}); break;
    case 2: moved = apply(state, content, UsePreset{data[1]}); break;
    default: moved = apply(state, content, Step{field, static_cast<double>(data[2]) - 128});
    }
    RT_CHECK(moved == !(state == last));
  }
  check_state(state, content);
  return 0;
}
