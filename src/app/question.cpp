#include "app/question.h"

#include <algorithm>

namespace umikoe::app {
namespace {

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  });
  return text;
}

Result<rights::PartyRef> one_party(const std::string& word, const LoadedWorld& world) {
  const auto found = world.parties().search(word);
  if (found.empty()) return fail("party_not_found", {{"party", word}});
  if (found.size() > 1) return fail("party_ambiguous", {{"party", word}});
  return found.front();
}

}  // namespace

Result<rights::Question> parse_question(const QuestionWords& words, const LoadedWorld& world) {
  rights::Question question;
  const auto territory = TerritoryCode::parse(upper(words.territory));
  if (!territory) return fail("territory_unknown_word", {{"territory", words.territory}});
  question.territory = *territory;
  question.today = world.as_of();
  question.date = world.as_of();
  if (!words.date.empty()) {
    const auto date = Date::parse(words.date);
    if (!date) return fail("date_invalid_word", {{"date", words.date}});
    question.date = *date;
  }
  if (!words.use.empty()) {
    const auto use = rights::parse_use(words.use);
    if (!use) return fail("use_unknown", {{"use", words.use}});
    question.use = *use;
  }
  if (!words.model.empty()) {
    const auto model = rights::parse_model(words.model);
    if (!model) return fail("model_unknown", {{"model", words.model}});
    question.models = rights::bit(*model);
  }
  if (!words.service.empty()) {
    question.services = world.parties().search(words.service);
    if (question.services.empty()) return fail("party_not_found", {{"party", words.service}});
  }
  if (!words.as.empty()) {
    UMIKOE_TRY(question.as, one_party(words.as, world));
  }
  return question;
}

Result<Isrc> parse_recording(const std::string& word, const LoadedWorld& world) {
  const auto isrc = Isrc::parse(word);
  if (!isrc) return fail("isrc_malformed_word", {{"isrc", word}});
  if (!world.card(*isrc)) return fail("isrc_unknown", {{"isrc", isrc->to_string()}});
  return *isrc;
}

}  // namespace umikoe::app
