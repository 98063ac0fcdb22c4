// The same cases as C functions of a module without any imports, for node and browsers. JavaScript
// sets the parameters, says how many people, and looks at the clock.

#include "../cases.h"

#include "model/fast/course.h"
#include "model/fast/times.h"
#include "model/scenario.h"

#include <cstdint>
#include <optional>

namespace {

using namespace rt;

Parameters parameters;
Population people;
Scenario scenario;
TimeAxis axis;
Projection projection;
PersonTimes person_times;
std::vector<float> first_result;
std::vector<bench::PersonConstants> constants;
std::optional<bench::ScalarBands> scalar;
std::array<double, 7> shared;
std::array<float, kSigns * 96 * kLevelCount> copied;

} // namespace

#define RT_EXPORT extern "C" __attribute__((visibility("default"), used))

RT_EXPORT int rb_parameters() { return static_cast<int>(parameter_specs().size()); }
RT_EXPORT const char *rb_parameter_name(int i) {
  return parameter_specs()[static_cast<std::size_t>(i)].name;
}
RT_EXPORT void rb_set_parameter(int i, double value) {
  parameters.*parameter_specs()[static_cast<std::size_t>(i)].value = value;
}

RT_EXPORT void rb_prepare(int n) {
  people = draw_population(parameters, static_cast<std::size_t>(n), 1);
  scenario = scenario_of(parameters, bench::usual_treatment());
  constants = bench::constants_of(scenario, people);
  scalar.emplace(scenario, people);
  first_result.resize(people.lanes());
  project(parameters, bench::usual_treatment(), people, axis, projection);
}

RT_EXPORT void rb_draw_people(int n) {
  people = draw_population(parameters, static_cast<std::size_t>(n), 1);
}

RT_EXPORT void rb_project() {
  project(parameters, bench::usual_treatment(), people, axis, projection);
}
RT_EXPORT void rb_bands() { compute_bands(scenario, people, axis, projection.sign); }
RT_EXPORT void rb_times() { compute_times(scenario, people, person_times); }
RT_EXPORT void rb_course() { compute_course(scenario, people, projection.course, first_result); }
RT_EXPORT void rb_choices() { choice_effects(parameters, bench::usual_treatment(), people); }
RT_EXPORT void rb_scalar() { scalar->compute(axis, projection.sign); }

// Addresses in the memory of the module: constants of the people (bench::kConstants floats each),
// seven doubles (shared_constants), and the bands as floats.
RT_EXPORT const void *rb_constants() { return constants.data(); }
RT_EXPORT int rb_constants_of_one() { return static_cast<int>(bench::kConstants); }
RT_EXPORT const void *rb_shared_constants() {
  const auto all = bench::shared_constants(scenario);
  std::copy(all.begin(), all.end(), shared.begin());
  return shared.data();
}
RT_EXPORT const void *rb_copy_bands() {
  auto out = copied.begin();
  for (const SignBand &band : projection.sign)
    for (const Quantiles &quantiles : band.at)
      out = std::copy(quantiles.begin(), quantiles.end(), out);
  return copied.data();
}
