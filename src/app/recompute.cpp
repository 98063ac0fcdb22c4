// What a change of the state makes to be computed anew.

#include "app/app.h"
#include "model/plan.h"

#include <span>
#include <vector>

namespace rt {

namespace {

std::vector<Factors> all_treatments(const State &state, const Content &content) {
  std::vector<Factors> all;
  for (std::size_t i = 0; i < content.presets.size(); ++i)
    all.push_back(factors_of(state, content, i));
  return all;
}

} // namespace

std::vector<Factors> App::shown_treatments() const {
  if (not_sure(state_, *content_)) return all_treatments(state_, *content_);
  return {state_.factors};
}

void App::recompute(const State &before) {
  const bool other_factors = state_.factors != before.factors;
  const bool unsure = not_sure(state_, *content_), was_unsure = not_sure(before, *content_);
  const bool wider = beyond_studies(state_, *content_) != beyond_studies(before, *content_);
  if (other_factors) recompute_treatments();
  if (other_factors || unsure != was_unsure || wider)
    recompute_results();
  else if (state_.view != before.view)
    recompute_view();
  if (other_factors || unsure != was_unsure || state_.kept != before.kept) recompute_comparison();
}

// Only skin and aftercare act on it, not the treatment that is chosen.
void App::recompute_treatments() {
  const std::vector<Factors> all = all_treatments(state_, *content_);
  if (all == compared_) return;
  compared_ = all;
  std::vector<Quantiles> &red = results_.hours_red;
  red.clear();
  for (const Factors &one : all)
    red.push_back(hours_red(content_->parameters, {&one, 1}, *population_));
  if (!all.empty()) red.push_back(hours_red(content_->parameters, all, *population_));
}

Parameters App::parameters_shown() const {
  constexpr double kWider = 1.5;
  Parameters p = content_->parameters;
  if (!beyond_studies(state_, *content_)) return p;
  p.omega_clinic *= kWider;
  p.omega_clinic_share *= kWider;
  return p;
}

const Population &App::people_shown() {
  if (!beyond_studies(state_, *content_)) return *population_;
  if (!wider_) wider_.emplace(draw_population(parameters_shown()));
  return *wider_;
}

void App::recompute_results() {
  const Parameters p = parameters_shown();
  const Population &people = people_shown();
  const std::vector<Factors> shown = shown_treatments();
  if (shown.size() == 1)
    project(p, shown[0], people, TimeAxis{}, results_.projection);
  else
    project_pooled(p, shown, people, TimeAxis{}, results_.projection);
  recompute_view();
  normal_h_.clear();
  results_.effects.renew([this](Choice choice) { return effect_of(choice); });
}

// The mean over the treatments that are shown.
ChoiceEffect App::effect_of(Choice choice) {
  const Parameters p = parameters_shown();
  const std::vector<Factors> shown = shown_treatments();
  if (normal_h_.empty() && shown.size() == 1) { // at one clinic, however far clinics lie apart
    const auto looks_normal = static_cast<std::size_t>(Milestone::looks_normal);
    const Quantiles &hours = results_.projection.milestone[looks_normal].hours;
    normal_h_ = {static_cast<double>(hours[kMedian])};
  } else if (normal_h_.empty()) {
    for (const Factors &one : shown)
      normal_h_.push_back(looks_normal_median_h(p, one, *population_));
  }
  ChoiceEffect mean;
  double sum_h = 0;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    mean = choice_effect(p, shown[i], *population_, choice, normal_h_[i]);
    sum_h += mean.on_minus_off_h;
  }
  mean.on_minus_off_h = sum_h / static_cast<double>(shown.size());
  if (const auto carries = choice_parameter(choice))
    mean.strength = content_->sourced(*carries).strength;
  return mean;
}

void App::recompute_view() {
  if (state_.view == View::plan) recompute_plan();
  if (state_.view == View::results) recompute_courses();
}

namespace {

// Adds what is told of a course, so many times.
void add(Course &sum, const Course &one, float times) {
  if (sum.share_clear.empty()) {
    sum = one;
    sum.share_clear.assign(one.share_clear.size(), 0.0f);
    sum.share_clear_anywhere.assign(one.share_clear_anywhere.size(), {});
  }
  for (std::size_t m = 0; m < one.share_clear.size(); ++m)
    sum.share_clear[m] += times * one.share_clear[m];
  for (std::size_t m = 0; m < one.share_clear_anywhere.size(); ++m) {
    sum.share_clear_anywhere[m].p10 += times * one.share_clear_anywhere[m].p10;
    sum.share_clear_anywhere[m].p90 += times * one.share_clear_anywhere[m].p90;
  }
}

} // namespace

// Of several treatments the mean, as many people having each.
void App::recompute_courses() {
  Courses &courses = results_.courses = {};
  const SourcedParameter &gain = content_->sourced(Parameter::gain_prp_ratio);
  const std::vector<Factors> shown = shown_treatments();
  const float part = 1.0f / static_cast<float>(shown.size());
  for (Factors f : shown) {
    const auto by_sessions = courses_by_sessions(content_->parameters, f, *population_);
    for (std::size_t n = 0; n < by_sessions.size(); ++n)
      add(courses.by_sessions[n], by_sessions[n], part);
    const auto with = [&](Course &sum, bool prp, double ratio) {
      Parameters p = content_->parameters;
      p.gain_prp_ratio = ratio;
      f.prp = prp;
      add(sum, course_of(p, f, *population_), part);
    };
    with(courses.no_prp, false, gain.value);
    with(courses.prp, true, gain.value);
    with(courses.prp_least, true, gain.min);
    with(courses.prp_most, true, gain.max);
  }
}

void App::recompute_plan() {
  std::vector<float> hours;
  for (const Factors &one : shown_treatments()) {
    const Distribution part = looks_normal_distribution(content_->parameters, one, *population_);
    hours.insert(hours.end(), part.ascending().begin(), part.ascending().end());
  }
  results_.looks_normal = Distribution(std::move(hours));
}

// Of several treatments together nothing can be told apart.
void App::recompute_comparison() {
  if (!state_.kept || not_sure(state_, *content_)) {
    results_.comparison.reset();
    return;
  }
  const Parameters &p = content_->parameters;
  const Factors &a = *state_.kept, &b = state_.factors;
  if (!results_.comparison) results_.comparison.emplace();
  Comparison &c = *results_.comparison;
  project(p, a, *population_, TimeAxis{}, c.kept);
  c.pairs = compare_pairs(p, a, b, *population_);
  c.difference = attribute_difference(p, a, b, *population_);
}

} // namespace rt
