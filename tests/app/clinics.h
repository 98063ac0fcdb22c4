#pragma once
// The six invented clinics.

#include "content/documents.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

namespace rt::test {

inline const std::array<const char *, 6> kClinics{"bilingual", "facial_chain", "prp_clinic",
                                                  "rf_clinic", "scalp_clinic", "scar_hospital"};

inline std::string clinic_text(const std::string &name) {
  const std::string text = file_text(("../../tests/clinics/" + name + ".json").c_str());
  REQUIRE_MESSAGE(!text.empty(), name);
  return text;
}

} // namespace rt::test
