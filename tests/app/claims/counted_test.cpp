// Numbers in words, in the form that the language asks for.

#include "support/headless.h"

namespace rt::test {

TEST_CASE("one pass and three passes are told in their own forms") {
  Headless h;
  const auto shown = [&](const std::string &text) {
    for (const SemanticNode &n : h.nodes())
      if (n.label.find(text) != std::string::npos) return true;
    return false;
  };
  CHECK(h.set_state(R"({"passes": 1})"));
  CHECK(shown(" 1 pass "));
  CHECK(h.set_state(R"({"passes": 3})"));
  CHECK(shown(" 3 passes "));
}

} // namespace rt::test
