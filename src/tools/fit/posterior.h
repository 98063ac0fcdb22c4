#pragma once
// The most probable parameters, given residuals that follow a heavy-tailed law: a deterministic
// Levenberg-Marquardt search inside a box, with Student-t residuals, normal priors and one normal
// random effect a study. Knows nothing of skin.

#include <cstddef>
#include <functional>
#include <vector>

namespace rt::fit {

// One unknown in the space of the search (here: logarithms or logits of parameters).
struct Unknown {
  double prior_mean = 0, prior_sd = 1;
  double min = -1e9, max = 1e9; // the search stays inside
};

// residual(x): how far a prediction lies from its row, in standard deviations of the row, before
// the study's effect is taken off. `effect_scale` is d residual / d effect times -1 (0 = the row
// takes part in no study effect).
struct Observation {
  double weight = 1;       // of its log-likelihood
  std::size_t study = 0;   // index of its random effect
  double effect_scale = 0; // residual = raw - effect_scale * effect[study]
};

// Writes one raw residual an observation. Must be finite on the box; kinks are allowed.
using Residuals = std::function<void(const std::vector<double> &x, std::vector<double> &raw)>;

struct Posterior {
  std::vector<double> x;           // the mode
  std::vector<double> sd;          // Laplace approximation at the mode
  std::vector<double> effect;      // a study, in standard deviations of omega * 1
  double start_cost = 0, cost = 0; // minus log posterior, up to a constant
  int rounds = 0;
};

struct SearchSettings {
  int max_rounds = 40;
  double difference = 0.02; // step of the central differences
  double tolerance = 1e-4;  // relative fall of the cost that ends the search
};

// Degrees of freedom of the residuals' Student law: far rows pull, but not in proportion.
inline constexpr double kStudentNu = 4.0;

// `effect_sd`: standard deviation of the study effects (omega between protocols).
Posterior find_mode(const std::vector<Unknown> &unknowns, const std::vector<Observation> &rows,
                    std::size_t studies, double effect_sd, const Residuals &residuals,
                    const std::vector<double> &start, const SearchSettings &settings);

} // namespace rt::fit
