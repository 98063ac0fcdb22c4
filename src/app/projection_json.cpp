#include "app/app.h"
#include "content/json/json_writer.h"

namespace rt {

namespace {

constexpr std::array<const char *, kLevelCount> kLevelKeys{"p05", "p10", "p25", "p50",
                                                           "p75", "p90", "p95"};
constexpr std::array<const char *, kSigns> kSignKeys{"redness",   "swelling", "bruising",
                                                     "tightness", "flaking",  "pores"};
constexpr std::array<const char *, kMilestones> kMilestoneKeys{
    "make_up", "not_visibly_red", "looks_normal", "exercise",
    "sun",     "next_session",    "first_result"};
constexpr int kDigits = 6; // singles carry no more

using json::Writer;

void quantiles(Writer &w, const Quantiles &q) {
  w.begin('{');
  for (std::size_t l = 0; l < kLevelCount; ++l) {
    w.key(kLevelKeys[l]);
    w.number(static_cast<double>(q[l]), kDigits);
  }
  w.end('}');
}

// A quantile a level over a row of points: {"p05": [ … ], …}.
void quantile_rows(Writer &w, const std::vector<Quantiles> &rows) {
  w.begin('{');
  for (std::size_t l = 0; l < kLevelCount; ++l) {
    w.key(kLevelKeys[l]);
    w.begin('[');
    for (const Quantiles &q : rows) w.number(static_cast<double>(q[l]), kDigits);
    w.end(']');
  }
  w.end('}');
}

void sign(Writer &w, const SignBand &band) {
  w.begin('{');
  w.key("severity");
  quantile_rows(w, band.at);
  w.key("share_visible");
  w.begin('[');
  for (float share : band.share_visible) w.number(static_cast<double>(share), kDigits);
  w.end(']');
  w.key("visible_above");
  w.number(band.visible_above, kDigits);
  w.key("incidence");
  w.number(band.incidence, kDigits);
  w.key("until_not_visible_h");
  quantiles(w, band.hours_until_not_visible);
  w.key("peak_h");
  quantiles(w, band.peak_hour);
  w.end('}');
}

void milestone(Writer &w, const MilestoneTime &m) {
  w.begin('{');
  w.key("advice");
  w.boolean(m.advice);
  w.key("after_h");
  if (m.advice)
    w.number(m.advised_h, kDigits);
  else
    quantiles(w, m.hours);
  w.end('}');
}

} // namespace

std::string App::projection_json() const {
  const Projection &p = results_.projection;
  Writer w;
  w.begin('{');
  w.key("model_version");
  w.string(content_->version);
  w.key("people");
  w.number(static_cast<double>(people()));
  w.key("time_h");
  w.begin('[');
  for (std::size_t i = 0; i < p.axis.points; ++i) w.number(p.axis.hour(i), kDigits);
  w.end(']');
  w.key("signs");
  w.begin('{');
  for (std::size_t s = 0; s < kSigns; ++s) {
    w.key(kSignKeys[s]);
    sign(w, p.sign[s]);
  }
  w.end('}');
  w.key("milestones");
  w.begin('{');
  for (std::size_t m = 0; m < kMilestones; ++m) {
    w.key(kMilestoneKeys[m]);
    milestone(w, p.milestone[m]);
  }
  w.end('}');
  w.key("course");
  w.begin('{');
  w.key("month");
  w.begin('[');
  for (double month : p.course.month) w.number(month, kDigits);
  w.end(']');
  w.key("share_of_improvement");
  quantile_rows(w, p.course.share);
  w.end('}');
  w.key("dark_spot_probability");
  w.number(p.dark_spot_probability, kDigits);
  w.key("choices");
  w.begin('{');
  for (std::size_t c = 0; c < kChoices; ++c) {
    w.key(field_key(kChoiceFields[c]));
    w.begin('{');
    w.key("on_minus_off_h");
    w.number(results_.effects[c].on_minus_off_h, kDigits);
    w.key("strength");
    w.string(std::string(1, results_.effects[c].strength));
    w.end('}');
  }
  w.end('}');
  w.end('}');
  return w.take();
}

} // namespace rt
