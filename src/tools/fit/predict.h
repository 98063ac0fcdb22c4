#pragma once
// What the model answers to a question: quantities of its virtual people, in the row's unit.

#include "model/parameters.h"
#include "model/people.h"
#include "model/projection.h"
#include "tools/fit/questions.h"
#include "tools/fit/score.h"

#include <string_view>

namespace rt::fit {

// The people that every prediction of this room is made of.
inline constexpr std::uint64_t kPeopleSeed = 1;
inline constexpr std::size_t kPeopleToReport = 512, kPeopleToFit = 128;

bool knows_quantity(std::string_view name);

// Requires knows_quantity(question.quantity). `people` must be drawn with the same parameters.
Prediction predict(const Parameters &, const Question &, const Reported &,
                   const Population &people);

// How widely people differ in a time, as the standard deviation of its logarithm; 0 for a quantity
// that is one number.
double predicted_spread(const Prediction &);

} // namespace rt::fit
