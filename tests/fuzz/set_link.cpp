// Any bytes as the fragment of an address.

#include "shipped.h"

#include "state/link.h"

using namespace rt;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size) {
  const Content &content = fuzz::shipped();
  const State before = initial_state(content);
  State state = before;
  std::vector<Error> refused;
  const std::string_view input(reinterpret_cast<const char *>(data), size);
  const bool changed = set_link(state, content, input, refused);
  RT_CHECK(changed == !(state == before));
  RT_CHECK(valid(state.factors) && (!state.kept || valid(*state.kept)));
  RT_CHECK(refused.size() <= kMostRefused);
  for (const Error &error : refused)
    RT_CHECK(error.where.substr(0, 4) == "link" && !error.what.empty());

  State back = before;
  refused.clear();
  set_link(back, content, link_of(state, content), refused);
  RT_CHECK(refused.empty() && back == state);
  return 0;
}
