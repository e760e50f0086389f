#include "cli/command_line.h"

#include <algorithm>
#include <exception>

#include "cli/help.h"
#include "cli/verbs.h"

namespace umikoe::cli {
namespace {

using messages::Language;

// Codes that mean "you asked for something that is not there" or "the words are wrong".
constexpr std::string_view not_found_codes[] = {"isrc_unknown", "no_such_world", "no_such_file",
                                                "party_not_found", "hold_unknown",   "no_returns",
                                                "hold_matches_nothing", "name_form_unknown",
                                                "dictionary_missing", "link_row_unknown",
                                                "link_undecided",      "unit_source_unknown",
                                                "person_unknown",      "provider_unknown",
                                                "record_unknown",     "measure_no_usage",
                                                "demand_artist_unknown",
                                                "reference_unknown", "captions_unknown",
                                                "plan_unknown", "plan_action_unknown",
                                                "intervention_unknown"};
constexpr std::string_view usage_codes[] = {
    "flag_unknown",        "flag_needs_value",       "flag_takes_no_value", "positional_missing",
    "positional_extra",    "verb_unknown",           "world_not_given",     "language_unknown",
    "isrc_malformed_word", "territory_unknown_word", "date_invalid_word",   "use_unknown",
    "model_unknown",       "party_ambiguous",        "reason_unknown",      "role_unknown",
    "hold_subject_needed", "hold_territory_needed",  "hold_kind_unknown",   "hold_until_past",
    "hold_by_needed",      "text_too_long",          "period_unknown",      "period_not_begun",
    "return_out_needed",
    "period_invalid_word", "period_too_far", "flags_apart",
    "number_invalid_word", "answer_number_unknown", "answer_malformed", "sender_missing",
    "sheet_unknown",       "region_unknown",         "rule_unknown",        "port_invalid",
    "captions_language_needed",
    "caption_format_unknown", "caption_profile_unknown", "caption_target_needed",
    "ruby_word_unknown",   "subtitle_action_unknown", "file_not_one",
    "ledger_by_unknown",   "month_invalid_word",     "rate_invalid_word",   "scheme_unknown",
    "engine_unknown",      "action_unknown",         "name_by_needed",      "name_role_unknown",
    "dpid_malformed_word", "link_kind_unknown",      "query_empty",         "language_tag_unknown",
    "link_pair_malformed", "link_by_needed",
    "translate_action_unknown", "translate_word_missing", "unit_key_invalid", "unit_by_needed",
    "record_by_needed",    "stage_word_unknown",     "field_word_unknown",  "medium_unknown",
    "exchange_format_unknown", "language_tag_invalid", "text_key_invalid",  "grant_field_needed",
    "term_field_needed",   "term_kind_unknown",      "person_id_needed",    "role_word_unknown",
    "provider_field_needed", "provider_shape_unknown", "provider_url_invalid",
    "calendar_field_needed", "calendar_time_invalid", "content_kind_unknown",
    "consent_owner_needed", "about_malformed",
    "method_unknown",      "delimiter_invalid",     "amount_invalid_word", "panel_column_needed",
    "measure_from_needed", "measure_territory_needed", "measure_home_treated",
    "measure_month_unknown", "predictors_only_sc",
    "demand_action_unknown", "demand_file_needed", "demand_presence_needed",
    "demand_level_unknown", "horizon_invalid", "week_start_unknown", "alarm_kind_unknown",
    "demand_origin_needed",
    "plan_budget_word", "plan_currency", "plan_horizon_word", "plan_horizon_past", "plan_cost_word",
    "plan_flag_needed", "plan_objective_unknown", "plan_engine_unknown", "plan_by_needed",
    "plan_name_invalid", "plan_rule_key", "plan_rule_value", "plan_rate_needed",
    "steering_word_unknown",
    "steering_why_needed", "intervention_late", "intervention_review",
    "beside_unknown",     "demand_name_needed"};

int exit_of(const Error& error) {
  if (std::ranges::find(not_found_codes, error.code) != std::end(not_found_codes)) return not_found;
  if (std::ranges::find(usage_codes, error.code) != std::end(usage_codes)) return usage;
  return failure;
}

int report(const Error& error, Language language, const Surroundings& surroundings) {
  surroundings.err("umikoe: " + messages::sentence(language, error) + " [" + error.code + "]\n");
  return exit_of(error);
}

Language default_language(const Surroundings& surroundings) {
  return messages::parse_language(surroundings.language).value_or(Language::en);
}

Result<int> run_verb(const VerbEntry& entry, std::span<const std::string> words,
                     const Surroundings& surroundings, Language& language) {
  UMIKOE_TRY(auto arguments, read_arguments(entry.verb, words));
  if (arguments.has("--lang")) {
    const auto asked = messages::parse_language(arguments.value("--lang"));
    if (!asked) return fail("language_unknown", {{"language", arguments.value("--lang")}});
    language = *asked;
  }
  if (arguments.has("--help")) {
    surroundings.out(verb_help(entry.verb, language));
    return ok;
  }
  return entry.run(Command{entry.verb, std::move(arguments), language, surroundings});
}

int run_words(std::span<const std::string> words, const Surroundings& surroundings) {
  Language language = default_language(surroundings);
  if (words.empty() || words[0] == "--help" || words[0] == "help") {
    surroundings.out(help(language));
    return words.empty() ? usage : ok;
  }
  if (words[0] == "--version") {
    surroundings.out(version());
    return ok;
  }
  const auto table = verbs();
  const auto entry =
      std::ranges::find_if(table, [&](const VerbEntry& e) { return e.verb.name == words[0]; });
  if (entry == table.end()) {
    return report(Error{"verb_unknown", {{"verb", words[0]}}}, language, surroundings);
  }
  const auto result = run_verb(*entry, words.subspan(1), surroundings, language);
  return result ? *result : report(result.error(), language, surroundings);
}

}  // namespace

int run(std::span<const std::string> words, const Surroundings& surroundings) {
  try {
    return run_words(words, surroundings);
  } catch (const std::exception& exception) {
    return report(Error{"internal", {{"what", exception.what()}}}, Language::en, surroundings);
  }
}

}  // namespace umikoe::cli
