#include "model/parameters.h"

#include "model/numeric/packed_names.h"

#include <array>

namespace rt {

namespace {

constexpr char kNames[] =
#define RT_PARAMETER_NAME(name, unit) #name "\0"
    RT_PARAMETERS(RT_PARAMETER_NAME);
#undef RT_PARAMETER_NAME

constexpr char kUnits[] =
#define RT_PARAMETER_UNIT(name, unit) unit "\0"
    RT_PARAMETERS(RT_PARAMETER_UNIT);
#undef RT_PARAMETER_UNIT

constexpr std::array kMembers{
#define RT_PARAMETER_MEMBER(name, unit) &Parameters::name,
    RT_PARAMETERS(RT_PARAMETER_MEMBER)
#undef RT_PARAMETER_MEMBER
};

std::array<ParameterSpec, kParameters> all_specs() {
  const auto names = unpacked<kParameters>(kNames), units = unpacked<kParameters>(kUnits);
  std::array<ParameterSpec, kParameters> specs{};
  for (std::size_t i = 0; i < specs.size(); ++i) specs[i] = {names[i], units[i], kMembers[i]};
  return specs;
}

} // namespace

double Parameters::*parameter_member(Parameter p) { return kMembers[static_cast<std::size_t>(p)]; }

const char *parameter_unit(Parameter p) {
  static const auto units = unpacked<kParameters>(kUnits);
  return units[static_cast<std::size_t>(p)];
}

std::span<const ParameterSpec> parameter_specs() {
  static const auto specs = all_specs();
  return specs;
}

} // namespace rt
