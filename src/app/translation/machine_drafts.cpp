#include "app/translation/machine_drafts.h"

#include <algorithm>
#include <map>

#include "app/json.h"
#include "app/number_words.h"
#include "base/utf8.h"

namespace umikoe::app {
namespace {

using localisation::SourceText;
using localisation::UnitEvent;
using localisation::UnitKey;
using messages::Language;

Result<TranslationProvider> provider_of(const TranslationDesk& desk, const std::string& name) {
  const auto& all = desk.providers();
  if (name.empty() && all.size() == 1) return all.front();
  const auto at = std::ranges::find(all, name, &TranslationProvider::name);
  if (at == all.end()) return fail("provider_unknown", {{"provider", name}});
  return *at;
}

Result<void> consented(const TranslationDesk& desk, const SourceText& source) {
  const auto at = desk.consents().find(source.owner);
  if (source.owner.empty() || at == desk.consents().end()) {
    return fail("consent_missing", {{"owner", source.owner.empty() ? "?" : source.owner}});
  }
  const bool released = source.released && *source.released <= desk.world().as_of();
  if (is_lyric(source) && !released && !at->second.unreleased_lyrics) {
    return fail("consent_unreleased", {{"owner", source.owner}});
  }
  return {};
}

// One text to be asked for, and the units that will have its answer.
struct Asked {
  ProtectedText text;
  std::string answer_key;
  std::vector<UnitKey> units;
  std::string owner;
};

// The asking of one provider for one run.
class Asking {
 public:
  Asking(const TranslationDesk& desk, TranslationProvider provider, const MachineWords& words,
         const access::Viewer& viewer, Instant now)
      : desk_(desk), provider_(std::move(provider)), words_(words), viewer_(viewer), now_(now) {
    report_.provider = provider_.name;
  }

  // Everything is judged before anything is sent.
  Result<void> gather(const std::vector<UnitKey>& keys) {
    for (const UnitKey& key : keys) {
      const UnitView unit = desk_.view(key);
      UMIKOE_TRY(consented(desk_, *unit.source));
      // Somebody's text, or a machine's of the same words, is not asked for again.
      if (!unit.text().empty() && !unit.source_changed) continue;
      ProtectedText text = protect(*unit.source, key.language, desk_.glossary());
      // An answer is kept with its words put back, so the words are part of the question.
      const std::string question = text.text + "\n" + joined(text.parts);
      const std::string answer =
          machine_answer_key(question, unit.source->language, key.language, provider_);
      const auto kept = desk_.machine_answers().find(answer);
      if (kept != desk_.machine_answers().end()) {
        ++report_.from_cache;
        UMIKOE_TRY(write(key, kept->second, answer));
        continue;
      }
      Asked& asked = pairs_[{unit.source->language, key.language}][answer];
      asked.text = std::move(text);
      asked.answer_key = answer;
      asked.owner = unit.source->owner;
      asked.units.push_back(key);
    }
    if (pairs_.empty() && drafts_.empty()) return fail("machine_nothing_to_do");
    return {};
  }

  // What was answered before a question failed is kept and metered: it has been paid for.
  Result<void> ask(const OpenTranslator& open) {
    auto asked = ask_all(open);
    for (const auto& [owner, characters] : sent_) add_use(owner, characters);
    return asked;
  }

  Result<MachineReport> finish(WorldStore& store) && {
    UMIKOE_TRY(store.append_edits(drafts_));
    return std::move(report_);
  }

 private:
  Result<void> ask_all(const OpenTranslator& open) {
    if (pairs_.empty()) return {};
    UMIKOE_TRY(const auto translator, open(provider_));
    for (const auto& [pair, texts] : pairs_) {
      MachineQuestion question{{}, pair.first, pair.second};
      for (const auto& [key, asked] : texts) question.texts.push_back(asked.text.text);
      UMIKOE_TRY(const auto answers, translator->translate(question));
      if (answers.size() != question.texts.size()) return fail("machine_answer_invalid");
      size_t i = 0;
      for (const auto& [key, asked] : texts) {
        meter(asked);
        UMIKOE_TRY(keep(asked, answers[i++]));
      }
    }
    return {};
  }

  Result<void> keep(const Asked& asked, const std::string& answer) {
    const auto text = restored(answer, asked.text);
    const bool usable = text && !text->empty() && first_invalid_utf8(*text) == std::string::npos;
    for (const UnitKey& unit : asked.units) {
      if (usable) {
        UMIKOE_TRY(write(unit, *text, asked.answer_key));
      } else {
        report_.broken.push_back(to_string(unit));
      }
    }
    return {};
  }

  Result<void> write(const UnitKey& key, const std::string& text, const std::string& answer_key) {
    UnitEvent event;
    event.unit = key;
    event.by = words_.by;
    event.at = now_;
    event.text = text;
    event.origin = localisation::TextOrigin::machine;
    event.provenance = body_of(StatedWords{{"provider", provider_.name},
                                           {"shape", provider_.shape},
                                           {"version", provider_.version},
                                           {"answer", answer_key}});
    localisation::UnitState state = desk_.state(key);
    UMIKOE_TRY(const auto drafts, drafts_of(desk_, state, event, false, viewer_));
    drafts_.insert(drafts_.end(), drafts.begin(), drafts.end());
    ++report_.drafts;
    return {};
  }

  void meter(const Asked& asked) {
    const auto characters = static_cast<int64_t>(code_points(asked.text.text).size());
    sent_[asked.owner] += characters;
    report_.characters += characters;
  }

  void add_use(const std::string& owner, int64_t characters) {
    edits::EditDraft draft;
    draft.organisation = viewer_.organisation;
    draft.author = words_.by;
    draft.made_at = now_;
    draft.kind = machine_use_edit;
    draft.subject = provider_.name + ":" + owner;
    draft.body = body_of(StatedWords{{"provider", provider_.name},
                                     {"owner", owner},
                                     {"characters", std::to_string(characters)}});
    drafts_.push_back(std::move(draft));
  }

  const TranslationDesk& desk_;
  TranslationProvider provider_;
  const MachineWords& words_;
  const access::Viewer& viewer_;
  Instant now_;
  MachineReport report_;
  std::vector<edits::EditDraft> drafts_;
  std::map<std::string, int64_t> sent_;
  // By pair of languages, then by what is asked: each text once.
  std::map<std::pair<std::string, std::string>, std::map<std::string, Asked>> pairs_;
};

std::map<std::pair<std::string, std::string>, int64_t> used(const TranslationDesk& desk) {
  std::map<std::pair<std::string, std::string>, int64_t> sums;
  for (const MachineUse& use : desk.machine_use()) {
    sums[{use.provider, use.owner}] += use.characters;
  }
  return sums;
}

}  // namespace

Result<MachineReport> machine_drafts(WorldStore& store, const TranslationDesk& desk,
                                     const OpenTranslator& open, const MachineWords& words,
                                     const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (words.by.empty()) return fail("unit_by_needed");
  UMIKOE_TRY(auto provider, provider_of(desk, words.provider));
  UMIKOE_TRY(const auto keys, desk.units_of(words.unit));
  Asking asking(desk, std::move(provider), words, viewer, now);
  UMIKOE_TRY(asking.gather(keys));
  const auto asked = asking.ask(open);
  UMIKOE_TRY(auto report, std::move(asking).finish(store));
  if (!asked) return std::unexpected(asked.error());
  return report;
}

std::string machine_json(const MachineReport& report) {
  Json broken = Json::array();
  for (const auto& unit : report.broken) broken.push_back(unit);
  return dump({{"provider", report.provider},
               {"drafts", report.drafts},
               {"from_cache", report.from_cache},
               {"characters", report.characters},
               {"broken", std::move(broken)}});
}

std::string machine_text(const MachineReport& report, Language language) {
  std::string out =
      messages::text(language, "translation.machine_done",
                     {{"drafts", grouped(report.drafts)},
                      {"cached", grouped(report.from_cache)},
                      {"characters", grouped(report.characters)},
                      {"provider", report.provider}}) +
      "\n";
  for (const auto& unit : report.broken) {
    out += "  ! " + messages::text(language, "translation.machine_broken", {{"unit", unit}}) + "\n";
  }
  return out;
}

std::string machine_use_json(const TranslationDesk& desk) {
  Json uses = Json::array();
  for (const auto& [key, characters] : used(desk)) {
    uses.push_back(
        {{"provider", key.first}, {"owner", key.second}, {"characters", characters}});
  }
  Json providers = Json::array();
  for (const auto& provider : desk.providers()) {
    Json out = Json::object();
    for (const auto& [key, value] : words_of(provider)) out[key] = value;
    providers.push_back(std::move(out));
  }
  Json consents = Json::array();
  for (const auto& [owner, consent] : desk.consents()) {
    consents.push_back({{"owner", owner},
                        {"unreleased_lyrics", consent.unreleased_lyrics},
                        {"by", consent.by}});
  }
  return dump({{"providers", std::move(providers)},
               {"consents", std::move(consents)},
               {"used", std::move(uses)}});
}

std::string machine_use_text(const TranslationDesk& desk, Language language) {
  std::string out;
  for (const auto& provider : desk.providers()) {
    out += provider.name + "  " + provider.shape + "  " + provider.url + "\n";
  }
  if (out.empty()) out = messages::text(language, "translation.no_provider") + "\n";
  for (const auto& [owner, consent] : desk.consents()) {
    out += messages::text(language, consent.unreleased_lyrics ? "translation.consent_unreleased"
                                                              : "translation.consent",
                          {{"owner", owner}, {"by", consent.by}}) +
           "\n";
  }
  for (const auto& [key, characters] : used(desk)) {
    out += messages::text(language, "translation.used",
                          {{"provider", key.first},
                           {"owner", key.second},
                           {"characters", grouped(characters)}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
