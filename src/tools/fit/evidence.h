#pragma once
// The published rows (tests/evidence/evidence.json), read and checked.
//
// A row is one observation of one study: what was measured, in whom, after what. The file is the
// only place where observations stand; nothing in this room repeats a number of it.

#include "result.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rt::fit {

// How a row is meant, and so how it is scored (score.h).
enum class Kind : std::uint8_t {
  time,
  time_bound,
  peak_time,
  half_life,
  level,
  incidence,
  contrast,
  direction,
  advice,
};
const char *kind_name(Kind);

struct Row {
  std::string id;    // "RED-08"; the letters name the measure, "SEED" the founding document
  std::string study; // rows of one study share a between-study effect
  std::optional<int> year, n;
  std::string population, device, depth_mm, passes_or_endpoint, site, adjunct; // as reported
  std::string measure;                         // "redness" .. "downtime", "other"
  std::string statistic;                       // what was observed, in our words
  std::optional<std::array<double, 2>> time_h; // hours after the treatment, from .. to
  std::optional<double> value, low, high;      // in `unit`; low <= value <= high
  std::string unit, interval;                  // `interval` says what low and high are
  Kind kind = Kind::time;
  char quality = 'D';    // A controlled or device study .. D clinic page
  bool recalled = false; // from memory, not seen in a stored page: the first to be dropped
  std::string source, url, note;

  bool founding() const { return id.starts_with("SEED-"); }
};

// Weight of a row in every share that is reported: A 1.0, B 0.7, C 0.4, D 0.2.
double weight(char quality);

// Everything wrong with the document, each with its JSON path; empty = it may be read.
std::vector<Error> check_evidence(std::string_view json);

// The rows in the order of the file; the first problem of check_evidence as error.
Result<std::vector<Row>> read_evidence(std::string_view json);

// nullptr when there is none.
const Row *find_row(const std::vector<Row> &, std::string_view id);

} // namespace rt::fit
