#pragma once
// Every text of the interface, once. The enumerator's name is the key under "words" in
// web/content/<language>.json; a missing or an extra key is refused when the file is read.
//
// Where a row of words is indexed (redness_0 ... redness_4), its order is part of its meaning.

#include <cstddef>
#include <cstdint>

namespace rt {

// clang-format off

// When to call the clinic: each level, its signs, and the words by which a search finds it too.
#define RT_CALL_WORDS(X)                                                                           \
  X(call_title) X(call_emergency) X(call_emergency_signs) X(call_emergency_find)      \
  X(call_at_once) X(call_at_once_signs) X(call_at_once_find) X(call_24h) X(call_24h_signs)         \
  X(call_24h_find) X(call_days) X(call_days_signs) X(call_days_find) X(call_note)

// What stands around every view, and the words that many of them share.
#define RT_SHELL_WORDS(X)                                                                          \
  X(title) X(views)                                                                                          \
  X(text_version) X(drawn_version) X(cannot_draw) X(needs_script) X(yes) X(no) X(not_chosen)     \
  X(not_set) X(list_next) X(list_last) X(named) X(advice) X(intended_use) X(version_line)

// Treatment by name, the answer first, and what comes below it.
#define RT_FIRST_WORDS(X) \
  X(treatment_not_sure) X(treatment_own) X(treatment_title) X(treatment_at) X(treatment_change) \
  X(treatment_close) X(treatment_question) X(treatment_red) X(treatment_all) X(treatment_date) \
  X(treatment_date_unset) X(details) X(details_note) X(answer_lead) X(answer_people) \
  X(answer_clinics) X(span_to) X(days_n) X(hours_span) X(days_span) X(weeks_span) X(aftercare_most) X(under_day) X(under_one) X(under_hour) \
  X(legend_people) X(legend_clinics) X(how_to_read) X(read_band) X(read_clinics) X(read_day) \
  X(axis_day) X(day_red) X(day_red_none) X(day_also) X(call_us) X(when_can_i) X(all_answers) \
  X(two_weeks) X(lanes_legend) X(lane_over) X(lane_over_of) X(more_for_you) X(my_skin) \
  X(aftercare_may) X(set_date) X(shows_dates) X(sources_link)

// Treatment, skin, aftercare and date, with what each choice changes.
#define RT_FACTOR_WORDS(X)                                                                         \
  X(factors)             \
  X(aftercare) X(about_field) X(less_of) X(more_of) X(tone_value) X(unit_mm) X(passes_n)           \
  X(effect_less) X(effect_more) X(effect_under_hour_less) X(effect_under_hour_more)                \
  X(effect_sooner) X(effect_later) X(effect_little_sooner) X(effect_little_later) X(effect_unmeasured)         \
  X(effect_disputed) X(effect_felt) X(effect_note)

#define RT_RECOVERY_WORDS(X)                                                                       \
  X(chosen_time) X(title_now) X(title_hours) X(title_day) X(title_day_hours)                       \
  X(phase_right_after) X(phase_second_day) X(phase_days_3_to_5) X(phase_weeks_1_to_2)              \
  X(sign_redness) X(sign_swelling) X(sign_marks) X(sign_bruising) X(sign_tightness) X(sign_flaking)              \
  X(sign_pores) X(redness_0) X(redness_1) X(redness_2) X(redness_3) X(redness_4) X(swelling_1)     \
  X(swelling_2) X(tightness_1) X(tightness_2) X(flaking_1)      \
  X(sentence_bruise) X(deep_tone) X(milestones) X(milestone_make_up)              \
  X(milestone_not_visibly_red) X(milestone_looks_normal) X(milestone_exercise) X(milestone_sun)    \
  X(milestone_next_session) X(milestone_first_result) X(from) X(from_moment) X(not_before)         \
  X(after_hours) X(day_n) X(after_weeks) X(range_hours)         \
  X(clinics_differ) X(clinics_differ_n)                      \
  X(longer_than_studies) X(events) X(event_dark_spots) X(event_breakouts) X(event_numbness)        \
  X(event_chance) X(event_few) X(event_clinics) X(event_weeks) X(event_days)         \
  X(event_hours) X(event_itch) X(chip_make_up) X(chip_looks_normal)             \
  X(sign_summary_seen) X(sign_summary_felt) X(sign_summary_over) X(sign_summary_few)   \
  X(table_title) X(table_sign) X(table_low) X(table_typical)                \
  X(table_high) X(level_0) X(level_1) X(level_2) X(level_3)


#define RT_SKIN_WORDS(X)                                                                           \
  X(illustration) X(milder) X(typical) X(stronger) X(patch_text) X(illustration_note)              \
  X(skin_outline) X(undertone) X(undertone_0) X(undertone_1) X(undertone_2)

#define RT_COMPARE_WORDS(X)                                                                        \
  X(compare_title) X(compare_how) X(compare_keep) X(compare_swap) X(compare_let_go) X(compare_a)   \
  X(compare_b) X(compare_longer) X(compare_shorter) X(compare_same) X(compare_parts)               \
  X(compare_change) X(compare_together) X(compare_legend)

#define RT_RESULTS_WORDS(X)                                                                        \
  X(sessions_n) X(of_20) X(results_lead) X(results_answer) X(results_first) X(results_differ)      \
  X(results_others) X(results_raters) X(results_figure) X(results_bands) X(results_mark)           \
  X(results_settings) X(results_sessions) X(results_usual) X(results_prp) X(results_pores)         \
  X(results_pores_over)

#define RT_PLAN_WORDS(X)                                                                           \
  X(plan_event) X(plan_answer) X(plan_lead) X(plan_lead_late) X(plan_lead_past) X(plan_lead_days)  \
  X(plan_both) X(plan_latest_only) X(plan_both_days) X(plan_days) X(plan_so_that)                  \
  X(plan_so_that_days) X(plan_margin) X(plan_too_late) X(plan_event_past) X(plan_yours)            \
  X(plan_calendar) X(plan_bar) X(plan_bar_text) X(plan_good) X(plan_no_room) X(plan_shows) X(plan_treatment)        \
  X(plan_weeks_before) X(plan_list) X(plan_best) X(plan_latest) X(plan_16)       \
  X(plan_session) X(plan_week_0) X(plan_from_week) X(plan_all_before) X(plan_all_before_past)

// What is taken along: buttons, calendar entries, the page on paper.
#define RT_TAKE_WORDS(X)                                                                           \
  X(take_along) X(take_calendar) X(take_print) X(take_link) X(take_no_day) X(take_calendar_made)   \
  X(take_print_made) X(take_link_copied) X(take_link_shown) X(take_link_label)                     \
  X(take_link_close) X(take_frame) X(calendar_treatment) X(calendar_best) X(calendar_book_by) X(calendar_book_by_text) X(calendar_advice) X(calendar_advice_text)              \
  X(calendar_span) X(calendar_span_text) X(calendar_session) X(calendar_session_text)              \
  X(calendar_event) X(sheet_title) X(sheet_ranges)

#define RT_CARE_WORDS(X)                                                                           \
  X(care_can_i) X(care_before_title) X(care_after) X(care_before) X(care_see) X(care_lead)         \
  X(care_before_lead) X(care_see_lead) X(care_search) X(care_nothing) X(care_found) X(care_skip)                 \
  X(care_filter) X(care_all) X(care_skin) X(care_heat) X(care_medicine) X(care_hair) X(care_out)   \
  X(care_yes) X(care_not_yet) X(care_ask) X(care_say_yes) X(care_say_ask) X(care_leave_out)        \
  X(care_from) X(care_for) X(care_for_clinics) X(care_clinics) X(care_no_time) X(care_open_why) X(care_open_who)       \
  X(care_open_how) X(care_why) X(care_strength_a) X(care_strength_b) X(care_strength_c)            \
  X(care_strength_d) X(care_strength_e) X(care_before_from) X(care_day_before) X(care_on_day)      \
  X(care_tell) X(care_tell_lead) X(care_rf) X(care_over) X(care_gone) X(care_never) X(care_see_note)            \
  X(care_bar) X(care_usual) X(care_days) X(care_prp) X(care_weeks) X(care_weeks_text) X(care_phase_0)            \
  X(care_phase_1) X(care_phase_2) X(care_phase_3) X(care_phase_red) X(care_keep) X(care_leave)     \
  X(care_again)

// What stands there where the clinic has said its own word.
#define RT_CLINIC_WORDS(X)                                                                         \
  X(clinic_says) X(clinic_yours) X(care_follow) X(care_elsewhere) X(care_until) X(calendar_clinic) \
  X(beyond_studies) X(contact_book) X(contact_site)

#define RT_ABOUT_WORDS(X)                                                                          \
  X(about_what) X(about_what_text) X(about_depends) X(about_results) X(about_pores)                \
  X(about_pores_text) X(about_risks) X(about_risk_skin) X(about_risk_infection)                    \
  X(about_risk_device) X(about_risk_needle) X(about_risk_roller) X(about_rf_title)                 \
  X(about_rf_makes) X(about_rf) X(about_who)                                                       \
  X(about_who_wait) X(about_who_ask) X(about_who_often) X(about_who_rf) X(about_numbers)           \
  X(about_numbers_text) X(about_group_injury) X(about_group_reactivity) X(about_group_tone)        \
  X(about_group_barrier) X(about_group_healing) X(about_group_sun) X(about_group_gain)             \
  X(about_group_choices) X(about_group_people) X(about_group_spots) X(about_group_advice)          \
  X(about_group_care) X(about_studies) X(about_mostly) X(about_partly) X(about_value) X(about_row) X(about_read)               \
  X(about_prior) X(about_convention) X(unit_times) X(unit_per_hour)                \
  X(unit_months) X(unit_years) X(unit_sessions) X(unit_dose) X(unit_severity) X(about_page)        \
  X(about_page_review) X(about_page_funding) X(about_page_privacy) X(about_access)                 \
  X(about_access_text) X(about_access_contact)

// clang-format on

#define RT_WORDS(X)                                                                                \
  RT_CALL_WORDS(X)                                                                                 \
  RT_SHELL_WORDS(X)                                                                                \
  RT_FIRST_WORDS(X)                                                                                \
  RT_FACTOR_WORDS(X)                                                                               \
  RT_RECOVERY_WORDS(X)                                                                             \
  RT_SKIN_WORDS(X)                                                                                 \
  RT_COMPARE_WORDS(X)                                                                              \
  RT_RESULTS_WORDS(X)                                                                              \
  RT_PLAN_WORDS(X)                                                                                 \
  RT_TAKE_WORDS(X)                                                                                 \
  RT_CARE_WORDS(X)                                                                                 \
  RT_CLINIC_WORDS(X)                                                                               \
  RT_ABOUT_WORDS(X)

enum class Word : std::uint16_t {
#define RT_WORD_ENUM(name) name,
  RT_WORDS(RT_WORD_ENUM)
#undef RT_WORD_ENUM
};
#define RT_WORD_COUNT(name) +1
inline constexpr std::size_t kWords = 0 RT_WORDS(RT_WORD_COUNT);
#undef RT_WORD_COUNT

} // namespace rt
