#include "model/parameters.h"

#include "model/packed_names.h"

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

std::array<ParameterSpec, kMembers.size()> all_specs() {
  const auto names = unpacked<kMembers.size()>(kNames), units = unpacked<kMembers.size()>(kUnits);
  std::array<ParameterSpec, kMembers.size()> specs{};
  for (std::size_t i = 0; i < specs.size(); ++i) specs[i] = {names[i], units[i], kMembers[i]};
  return specs;
}

} // namespace

std::span<const ParameterSpec> parameter_specs() {
  static const auto specs = all_specs();
  return specs;
}

} // namespace rt
