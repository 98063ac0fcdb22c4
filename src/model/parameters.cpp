#include "model/parameters.h"

#include <array>

namespace rt {

namespace {

constexpr std::array kSpecs{
#define RT_PARAMETER_SPEC(name, unit) ParameterSpec{#name, unit, &Parameters::name},
    RT_PARAMETERS(RT_PARAMETER_SPEC)
#undef RT_PARAMETER_SPEC
};

} // namespace

std::span<const ParameterSpec> parameter_specs() { return kSpecs; }

} // namespace rt
