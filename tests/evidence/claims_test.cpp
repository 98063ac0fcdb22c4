// What a dermatologist would hold against the model, claim by claim.

#include "evidence/fixture.h"

#include "tools/fit/claims.h"

using namespace rt;
using namespace rt::fit;

TEST_CASE("every claim about the model holds") {
  for (const Claim &claim : claims(values_of(project_model()))) {
    INFO(claim.what, ": ", claim.figure, ", bounds ", claim.low, " to ", claim.high);
    CHECK(claim.holds());
  }
}
