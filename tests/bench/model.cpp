// The model's benchmarks, natively: what renews when a slider moves, part by part, and the bands
// written plainly for comparison.

#include "cases.h"
#include "model/model_json.h"

#include "model/fast/course.h"
#include "model/fast/times.h"
#include "model/scenario.h"

#include <benchmark/benchmark.h>

namespace {

using namespace rt;

const Parameters &parameters() {
  static const Parameters all = test::read_parameters(RT_CONTENT_DIR "/model.json");
  return all;
}

struct Setting {
  Population people;
  Scenario scenario;
  TimeAxis axis;
  Projection projection;

  explicit Setting(benchmark::State &state)
      : people(draw_population(parameters(), static_cast<std::size_t>(state.range(0)), 1)),
        scenario(scenario_of(parameters(), bench::usual_treatment())) {
    project(parameters(), bench::usual_treatment(), people, axis, projection);
  }
};

void full_projection(benchmark::State &state) {
  Setting setting(state);
  for (auto _ : state) {
    project(parameters(), bench::usual_treatment(), setting.people, setting.axis,
            setting.projection);
    benchmark::DoNotOptimize(setting.projection.sign[0].at.data());
  }
}

void bands(benchmark::State &state) {
  Setting setting(state);
  for (auto _ : state) {
    compute_bands(setting.scenario, setting.people, setting.axis, setting.projection.sign);
    benchmark::DoNotOptimize(setting.projection.sign[0].at.data());
  }
}

void times_of_signs(benchmark::State &state) {
  Setting setting(state);
  PersonTimes times;
  for (auto _ : state) {
    compute_times(setting.scenario, setting.people, times);
    benchmark::DoNotOptimize(times.looks_normal_h.data());
  }
}

void course_of_sessions(benchmark::State &state) {
  Setting setting(state);
  Course course;
  std::vector<float> first(setting.people.lanes());
  for (auto _ : state) {
    compute_course(setting.scenario, setting.people, course, first);
    benchmark::DoNotOptimize(first.data());
  }
}

void effects_of_choices(benchmark::State &state) {
  Setting setting(state);
  for (auto _ : state)
    benchmark::DoNotOptimize(
        choice_effects(parameters(), bench::usual_treatment(), setting.people));
}

void people_drawn(benchmark::State &state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        draw_population(parameters(), static_cast<std::size_t>(state.range(0)), 1));
}

void bands_plain_scalar(benchmark::State &state) {
  Setting setting(state);
  bench::ScalarBands scalar(setting.scenario, setting.people);
  for (auto _ : state) {
    scalar.compute(setting.axis, setting.projection.sign);
    benchmark::DoNotOptimize(setting.projection.sign[0].at.data());
  }
}

BENCHMARK(full_projection)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(bands)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(times_of_signs)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(course_of_sessions)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(effects_of_choices)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(people_drawn)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);
BENCHMARK(bands_plain_scalar)->Arg(kPopulationSize)->Unit(benchmark::kMillisecond);

} // namespace
