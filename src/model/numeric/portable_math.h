#pragma once
// Elementary functions from + - * / and square root alone, so that every platform gives the same
// bits (C libraries differ in the last place). Total on finite arguments; relative error < 1e-15
// unless said otherwise.

namespace rt {

// 0 below -708, e^708 above 708.
double portable_exp(double x);

// Natural logarithm, x > 0 (smaller is taken as the smallest normal number).
double portable_log(double x);

// x^y for x > 0. Relative error < 1e-14 for results between 1e-6 and 1e6.
double portable_pow(double x, double y);

// Absolute error < 2e-14 for |x| < 100.
double portable_cos(double x);

// The error function. Relative error < 1e-14.
double portable_erf(double x);

// (1 - e^-x) / x, which is 1 at x = 0: the part of a rise and fall that stays well-behaved where
// both rates are the same.
double one_minus_exp_over(double x);

// ln(1 + x) / x, which is 1 at x = 0; x > -1.
double log_one_plus_over(double x);

double logistic(double x);
// ln(p / (1 - p)), 0 < p < 1.
double logit(double p);

// Quantile of the standard normal distribution, 0 < p < 1. Relative error < 2e-9.
double normal_quantile(double p);
inline constexpr double kNormalP75 = 0.6744897501960817; // normal_quantile(0.75)
inline constexpr double kNormalP90 = 1.2815515655446004; // normal_quantile(0.9)

} // namespace rt
