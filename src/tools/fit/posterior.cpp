#include "tools/fit/posterior.h"

#include "result.h"

#include <algorithm>
#include <cmath>

namespace rt::fit {
namespace {

// Dense symmetric positive-definite system, n x n by rows.
class Normal {
public:
  explicit Normal(std::size_t n) : n_(n), a_(n * n, 0.0) {}
  double &at(std::size_t i, std::size_t j) { return a_[i * n_ + j]; }

  // False when the matrix is not positive definite.
  bool factor() {
    for (std::size_t j = 0; j < n_; ++j) {
      for (std::size_t k = 0; k < j; ++k) at(j, j) -= at(j, k) * at(j, k);
      if (!(at(j, j) > 0)) return false;
      at(j, j) = std::sqrt(at(j, j));
      for (std::size_t i = j + 1; i < n_; ++i) {
        for (std::size_t k = 0; k < j; ++k) at(i, j) -= at(i, k) * at(j, k);
        at(i, j) /= at(j, j);
      }
    }
    return true;
  }

  void solve(std::vector<double> &b) {
    for (std::size_t i = 0; i < n_; ++i) {
      for (std::size_t k = 0; k < i; ++k) b[i] -= at(i, k) * b[k];
      b[i] /= at(i, i);
    }
    for (std::size_t i = n_; i-- > 0;) {
      for (std::size_t k = i + 1; k < n_; ++k) b[i] -= at(k, i) * b[k];
      b[i] /= at(i, i);
    }
  }

private:
  std::size_t n_;
  std::vector<double> a_;
};

class Search {
public:
  Search(const std::vector<Unknown> &unknowns, const std::vector<Observation> &rows,
         std::size_t studies, double effect_sd, const Residuals &residuals)
      : unknowns_(unknowns), rows_(rows), studies_(studies), effect_sd_(effect_sd),
        residuals_(residuals) {}

  Posterior run(const std::vector<double> &start, const SearchSettings &settings) {
    Posterior best;
    best.x = start;
    clamp(best.x);
    best.effect.assign(studies_, 0.0);
    residuals_(best.x, raw_);
    best.start_cost = best.cost = cost(best.x, best.effect, raw_);
    double damping = 0.01;
    for (best.rounds = 1; best.rounds <= settings.max_rounds; ++best.rounds) {
      differentiate(best.x, settings.difference, best.rounds % 4 == 1);
      const double before = best.cost;
      while (damping < 1e6 && !try_step(best, damping)) damping *= 6;
      damping = std::max(damping / 6, 1e-4);
      if (before - best.cost < settings.tolerance * (1 + std::abs(before))) break;
    }
    differentiate(best.x, settings.difference, true);
    best.sd = standard_deviations(best);
    return best;
  }

private:
  const std::vector<Unknown> &unknowns_;
  const std::vector<Observation> &rows_;
  std::size_t studies_;
  double effect_sd_;
  const Residuals &residuals_;
  std::vector<double> raw_;                // at the best point
  std::vector<std::vector<double>> slope_; // [unknown][row]

  void clamp(std::vector<double> &x) const {
    for (std::size_t j = 0; j < x.size(); ++j)
      x[j] = std::clamp(x[j], unknowns_[j].min, unknowns_[j].max);
  }

  double net(std::size_t i, const std::vector<double> &raw, const std::vector<double> &b) const {
    return raw[i] - rows_[i].effect_scale * b[rows_[i].study];
  }

  double cost(const std::vector<double> &x, const std::vector<double> &b,
              const std::vector<double> &raw) const {
    double sum = 0;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double r = net(i, raw, b);
      sum += rows_[i].weight * 0.5 * (kStudentNu + 1) * std::log1p(r * r / kStudentNu);
    }
    for (std::size_t j = 0; j < x.size(); ++j)
      sum += 0.5 * std::pow((x[j] - unknowns_[j].prior_mean) / unknowns_[j].prior_sd, 2);
    for (const double effect : b) sum += 0.5 * std::pow(effect / effect_sd_, 2);
    return sum;
  }

  // `all`: also the unknowns that moved no row the last time all were tried.
  void differentiate(const std::vector<double> &x, double step, bool all) {
    if (all) slope_.assign(x.size(), {});
    std::vector<double> up, down;
    for (std::size_t j = 0; j < x.size(); ++j) {
      if (!all && std::ranges::all_of(slope_[j], [](double d) { return d == 0.0; })) continue;
      std::vector<double> moved = x;
      moved[j] = std::min(x[j] + step, unknowns_[j].max);
      const double high = moved[j];
      residuals_(moved, up);
      moved[j] = std::max(x[j] - step, unknowns_[j].min);
      const double width = high - moved[j];
      residuals_(moved, down);
      slope_[j].resize(rows_.size());
      for (std::size_t i = 0; i < rows_.size(); ++i) slope_[j][i] = (up[i] - down[i]) / width;
    }
  }

  // Derivative of net residual i by variable v: unknowns first, then study effects.
  double derivative(std::size_t i, std::size_t v) const {
    if (v < unknowns_.size()) return slope_[v][i];
    return v - unknowns_.size() == rows_[i].study ? -rows_[i].effect_scale : 0.0;
  }

  // Gauss-Newton matrix and downhill right-hand side with the current robust weights.
  void assemble(const Posterior &at, Normal &matrix, std::vector<double> &rhs) const {
    const std::size_t n = unknowns_.size() + studies_;
    std::vector<double> d(n);
    for (std::size_t i = 0; i < rows_.size(); ++i) {
      const double r = net(i, raw_, at.effect);
      const double w = rows_[i].weight * (kStudentNu + 1) / (kStudentNu + r * r);
      for (std::size_t v = 0; v < n; ++v) d[v] = derivative(i, v);
      for (std::size_t v = 0; v < n; ++v) {
        if (d[v] == 0.0) continue;
        rhs[v] -= w * d[v] * r;
        for (std::size_t u = 0; u < n; ++u) matrix.at(v, u) += w * d[v] * d[u];
      }
    }
    for (std::size_t v = 0; v < n; ++v) {
      const bool unknown = v < unknowns_.size();
      const double sd = unknown ? unknowns_[v].prior_sd : effect_sd_;
      const double off =
          unknown ? at.x[v] - unknowns_[v].prior_mean : at.effect[v - unknowns_.size()];
      matrix.at(v, v) += 1 / (sd * sd);
      rhs[v] -= off / (sd * sd);
    }
  }

  bool try_step(Posterior &best, double damping) {
    const std::size_t k = unknowns_.size(), n = k + studies_;
    Normal matrix(n);
    std::vector<double> step(n, 0.0);
    assemble(best, matrix, step);
    for (std::size_t v = 0; v < n; ++v) {
      matrix.at(v, v) *= 1 + damping;
      if (v >= k) continue;
      // A wall that the step would run into takes its unknown out of this step.
      const bool at_wall = (best.x[v] <= unknowns_[v].min && step[v] < 0) ||
                           (best.x[v] >= unknowns_[v].max && step[v] > 0);
      if (at_wall) {
        for (std::size_t u = 0; u < n; ++u) matrix.at(v, u) = matrix.at(u, v) = 0;
        matrix.at(v, v) = 1;
        step[v] = 0;
      }
    }
    if (!matrix.factor()) return false;
    matrix.solve(step);
    std::vector<double> x = best.x, effect = best.effect, raw;
    for (std::size_t j = 0; j < k; ++j) x[j] += std::clamp(step[j], -0.7, 0.7);
    for (std::size_t s = 0; s < studies_; ++s) effect[s] += step[k + s];
    clamp(x);
    residuals_(x, raw);
    const double tried = cost(x, effect, raw);
    if (!(tried < best.cost)) return false;
    best.x = std::move(x);
    best.effect = std::move(effect);
    best.cost = tried;
    raw_ = std::move(raw);
    return true;
  }

  std::vector<double> standard_deviations(const Posterior &at) const {
    const std::size_t n = unknowns_.size() + studies_;
    Normal matrix(n);
    std::vector<double> unused(n, 0.0), sd(unknowns_.size());
    assemble(at, matrix, unused);
    RT_CHECK(matrix.factor()); // the priors alone make it positive definite
    for (std::size_t j = 0; j < sd.size(); ++j) {
      std::vector<double> unit(n, 0.0);
      unit[j] = 1;
      matrix.solve(unit);
      sd[j] = std::sqrt(unit[j]);
    }
    return sd;
  }
};

} // namespace

Posterior find_mode(const std::vector<Unknown> &unknowns, const std::vector<Observation> &rows,
                    std::size_t studies, double effect_sd, const Residuals &residuals,
                    const std::vector<double> &start, const SearchSettings &settings) {
  return Search(unknowns, rows, studies, effect_sd, residuals).run(start, settings);
}

} // namespace rt::fit
