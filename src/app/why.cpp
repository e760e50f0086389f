#include "app/why.h"

#include "app/kept_captions.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"
#include "app/world_readiness.h"

namespace umikoe::app {
namespace {

using messages::Language;

WhyAnswer::Way way_of(const rights::Way& way, const LoadedWorld& world) {
  return {std::string(word(way.link.kind)), std::string(word(way.link.state)),
          std::string(word(way.link.reason)), std::string(way.link.detail),
          who_in_words(way.who, world)};
}

std::vector<WhyAnswer::Version> other_versions(const rights::RecordingFile& file,
                                               const rights::Question& question,
                                               const LoadedWorld& world, Language language) {
  std::vector<WhyAnswer::Version> out;
  for (const auto& version : rights::open_versions(file, question, world.parties())) {
    const Isrc& isrc = version.file->isrc;
    const RecordingCard* card = world.card(isrc);
    out.push_back({isrc.to_string(), card ? title_for(*card, isrc, language) : "",
                   std::string(word(version.kind))});
  }
  return out;
}

std::string heard_word(rights::LinkState state) {
  if (state == rights::LinkState::open) return "yes";
  return state == rights::LinkState::closed ? "no" : "unknown";
}

std::optional<WhyAnswer::HeldBack> held_back_in_words(const Hold* hold, Language language) {
  if (!hold) return std::nullopt;
  const std::string kind(word(hold->kind));
  const messages::Arguments arguments{{"kind", messages::text(language, "held_back." + kind)},
                                      {"by", hold->by},
                                      {"date", day_in_words(hold->until, language)}};
  return WhyAnswer::HeldBack{kind, hold->by, hold->until.to_string(),
                             messages::text(language, "why.held_back", arguments)};
}

WhyAnswer::Understood understood_in_words(const LoadedWorld& world, const Isrc& isrc,
                                          TerritoryCode territory, bool open, Language language) {
  const auto readiness =
      localisation::readiness(readiness_facts(world, isrc, name_forms(world, isrc)),
                              localisation::main_language(territory.code()));
  WhyAnswer::Understood out{readiness.understood, readiness.language, readiness.score, {}, {}, {}};
  for (const KeptCaptions* kept : current_captions(world, isrc)) {
    out.captions.push_back(
        {kept->language, kept->format, kept->document, kept->cues, kept->delivery.value});
  }
  std::string words;
  for (const localisation::Need need : readiness.missing()) {
    out.missing.emplace_back(localisation::word(need));
    words += (words.empty() ? "" : (language == Language::ja ? "、" : ", ")) +
             messages::text(language, "need." + out.missing.back());
  }
  if (!out.understood && open) {
    out.sentence =
        messages::text(language, "understood.no", {{"language", out.language}, {"missing", words}});
  }
  return out;
}

}  // namespace

Result<WhyAnswer> why(const LoadedWorld& world, const QuestionWords& words, Language language) {
  UMIKOE_TRY(const Isrc isrc, parse_recording(words.isrc, world));
  UMIKOE_TRY(const rights::Question question, parse_question(words, world));
  const rights::RecordingFile& file = world.file(isrc);
  const rights::Answer answer = rights::answer(file, question, world.parties());
  const RecordingCard& card = *world.card(isrc);

  WhyAnswer out;
  out.isrc = isrc.to_string();
  out.title = title_for(card, isrc, language);
  out.artist = card.artist;
  out.territory = question.territory.code();
  out.territory_name =
      language == Language::ja ? question.territory.name_ja() : question.territory.name_en();
  out.date = question.date.to_string();
  out.use = word(question.use);
  out.answer = word(answer.answer);
  out.reason = word(answer.reason);
  out.detail = answer.detail;
  out.heard = heard_word(answer.heard);
  if (answer.through) out.through = answer.through->to_string();
  if (answer.answer != rights::LinkState::open) {
    out.other_versions = other_versions(file, question, world, language);
  }
  if (answer.ask) out.ask = way_of(*answer.ask, world);
  if (answer.answer == rights::LinkState::closed) {
    out.who = who_in_words(answer.who, world);
  }
  out.chain = chain_in_words(answer, question.date, world);
  for (const auto& way : answer.ways) out.ways.push_back(way_of(way, world));
  out.held_back =
      held_back_in_words(world.held_back().on(isrc, question.territory, question.date), language);
  out.understood = understood_in_words(world, isrc, question.territory,
                                       answer.answer == rights::LinkState::open, language);
  out.sentence = sentence_of(answer, question, out, world, language);
  return out;
}

}  // namespace umikoe::app
