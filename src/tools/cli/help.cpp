#include "tools/cli/help.h"

namespace rt::tool {

const char kUsage[] =
    "usage: recovery project [--people N] [--seed S] [--model FILE] < factors.jsonl\n"
    "       recovery skin < skin.jsonl\n"
    "       recovery check < clinics.jsonl\n"
    "       recovery baseline [clinic.json] [--language en]\n"
    "       recovery --help\n";

const char kBaselineHelp[] =
    R"(  recovery baseline [clinic.json] [--language en] > short.html

Writes the short result as HTML with its style sheet: to stand inside <recovery-timeline>, where it is read
by browsers without script and by search engines. The clinic's document brings its names, spans and phone.
Exit code: 2 if something in that document was refused (told on standard error, left out); 1 wrong use.
)";

const char kHelp[] =
    R"(recovery: how skin usually recovers after micro-needling, as numbers

  recovery project [--people N] [--seed S] [--model FILE] < factors.jsonl > answers.jsonl

Reads one JSON object of factors a line and writes one JSON object a line. Groups of people, never
one person: nothing here diagnoses, monitors or predicts an individual result.

Options
  --people N    virtual people, 500 to 20000 (4096: as many as the widget's)
  --seed S      which draw of people, 0 or a positive whole number (20260101: the widget's own)
  --model FILE  parameters and fields from this model.json instead of the built-in one

Exit code: 0 all lines answered; 1 wrong use or unreadable model; 2 at least one line was refused.
A refused line is answered by {"line": n, "errors": [{"path": "/depth_mm", "reason": "..."}]}, told
on standard error too, and the next line goes on. Empty lines are passed over.

FACTORS (what is absent takes its default; the default stands in brackets)
  device             "roller", "stamp", "pen", "rf", "fractional" ["pen"]
  depth_mm           mm, 0.25 to 3: needle length or set depth [1]
  passes             1 to 6; three is the usual endpoint [3]
  area               "cheeks", "forehead", "around_eyes", "around_mouth", "neck", "body" ["cheeks"]
  prp                true or false: platelet-rich plasma with the treatment [false]
  sessions           1 to 6 [3]
  weeks_between      weeks between sessions, 2 to 12 [4]
  concern            "texture", "fine_lines", "acne_scars", "stretch_marks", "pores": acts on the
                     result alone ["texture"]
  tone               Monk Skin Tone 1 to 10; null computes as the middle [null]
  reactivity         "calm", "fairly_calm", "average", "reactive", "very_reactive" ["average"]
  age_band           "under_30", "from_30", "from_45", "from_60" ["from_30"]
  darkens_easily     true or false: after injury or sun, as Fitzpatrick IV and above [false]
  water, sun_protection, moisturiser, no_makeup_24h, gentle_care    true or false [true]
  serum, anti_inflammatory, ice, arnica_bromelain                   true or false [false]
  treated_at, event_on, sureness, day, view
                     keys of the widget that change no number; taken and passed over

ANSWER
Quantiles are objects {"p05", "p10", "p25", "p50", "p75", "p90", "p95"} over all virtual people
unless said otherwise; a course over time is such an object of arrays, one value a time.
Severity: 0 = none, 1 = the strongest usually seen (no unit). Share: 0 to 1 of people (no unit).
Hours count from the end of the treatment. With the default people and seed the numbers are those of
the widget's element.projection, which has the same keys and fewer of them.

Every time and share is of people at one typical clinic. Clinics differ, so each has a second key with
"anywhere" in its name: times of people at clinics of all kinds, as quantiles; shares as {"p10", "p90"},
between which 8 in 10 clinics lie. So until_not_visible_h and until_not_visible_anywhere_h, peak_h and
peak_anywhere_h, after_h and after_anywhere_h, share_visible and share_visible_anywhere, incidence and
incidence_anywhere, share_clear and share_clear_anywhere, probability and probability_anywhere.

  model_version            version of model.json
  people                   number of virtual people
  factors                  the factors as they were taken, defaults filled in
  dose                     injury; 1 = pen, 1.5 mm, 3 passes, cheeks (no unit)
  time_h                   hours: the 96 times of every course, 0 to 336 h
  signs.<sign>             redness, swelling, marks, bruising, tightness, flaking, pores;
                           marks are small dots of blood or, after radio frequency, tiny crusts
    incidence              share of people in whom it is ever seen (tightness: felt)
    visible_above          severity from which it is seen; for redness this depends on the tone
    severity               severity, quantiles over time
    share_visible          share of people in whom it is seen, over time
    peak_severity          severity at its strongest
    peak_h                 hours until it is strongest
    until_not_visible_h    hours until it is not seen any more, for good; 0 in people without it
    until_not_visible_in_affected_h   hours, the same among the people in whom it was seen
    until_below_instrument_h          hours until it stays below the instrument threshold
  signs.redness.seen_severity         severity as it shows on this skin tone, quantiles over time
  signs.bruising.ecchymosis_incidence         share of people with a real bruise
  signs.marks.pinpoint_bleeding_incidence     share of people with visible bleeding points at once
  barrier.excess           water loss above normal, over normal loss (no unit), over time
  barrier.half_life_h      hours until the excess stays below half of its first value
  barrier.closed_h         hours until the excess stays below 5 % (parameter barrier_closed_excess)
  sun_sensitivity.index    barrier excess and redness as they let the sun in (no unit), over time
  sun_sensitivity.until_insensitive_h   hours until the index stays below its threshold
  course.month             months after the first session
  course.share_of_improvement   the same as result.share_of_complete
  result.month             months after the first session: the times of all results
  result.share_of_complete share of what a complete course of six typically reaches, over months,
                           for the sessions asked for; strong responders pass 1
  result.complete_improvement   what that course reaches: share of the unevenness smoothed
  result.by_sessions[]     for 1 to 6 sessions at the interval asked for:
    sessions               number of sessions
    improvement            share of the unevenness smoothed, over months
    pores_change           change of the look of pores, relative (-0.1 = a tenth smaller)
    share_clear_change     share of people with at least a quarter of the unevenness smoothed
                           (parameter clear_change_gain), over months
  course.share_clear       share of people with at least a quarter of the unevenness smoothed
  dark_spot_probability    share of people with dark marks after the course
  events.<event>           dark_spots, breakouts (small spots like acne), numbness (from the cream)
    probability            share of people who have it, after the whole course
    begin_h, end_h         hours after the last treatment: {"p10", "p50", "p90"} of those who have it
  milestones.<milestone>   advice: true  - after_h is what clinics advise, hours
                           advice: false - after_h are quantiles of hours
    make_up, exercise, sun, next_session        advice
    not_visibly_red        no longer visibly red
    looks_normal           no sign that others see (tightness is only felt)
    first_result           first visible change of the result
  plan[]                   for shares of 0.5, 0.7, 0.8, 0.9, 0.95:
    share                  share of people
    hours_before           hours before an event at which the treatment has to end, at the latest,
                           for that share of people to look normal at the event
  choices.<factor>
    on_minus_off_h         hours by which the median of looks_normal is later with the choice than
                           without; negative = it helps
    strength               of the evidence: A controlled, B cohort, C review or expert, D convention
)";

} // namespace rt::tool
