#pragma once
// The parameters of web/content/model.json for the tests of the model, which does not know JSON: a
// parameter's value is the first number after its quoted name and the word "value".

#include "model/parameters.h"
#include "result.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

namespace rt::test {

inline Parameters read_parameters(const std::string &path) {
  std::ifstream file(path);
  RT_CHECK(file.good());
  std::stringstream stream;
  stream << file.rdbuf();
  const std::string text = stream.str();
  Parameters parameters;
  for (const ParameterSpec &spec : parameter_specs()) {
    const auto name = text.find("\"" + std::string(spec.name) + "\"");
    RT_CHECK(name != std::string::npos);
    const auto value = text.find("\"value\":", name);
    RT_CHECK(value != std::string::npos);
    parameters.*spec.value = std::strtod(text.c_str() + value + 8, nullptr);
  }
  return parameters;
}

inline const Parameters &parameters() {
  static const Parameters all = read_parameters(RT_CONTENT_DIR "/model.json");
  return all;
}

} // namespace rt::test
