#include "app/why_sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "app/why_documents.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;
using rights::LinkState;
using rights::Reason;

constexpr std::array<std::string_view, 12> month_names{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> weekday_names{"日", "月", "火", "水", "木", "金", "土"};

std::string role_words(const WhyAnswer::Who& who, Language language) {
  const std::string role = text(language, "role." + who.role);
  return who.party.empty() ? role : fmt::format("{} ({})", who.party, role);
}

std::string unconfirmed_links(const rights::Answer& answer, Language language) {
  std::string out;
  for (const auto& link : answer.chain) {
    if (link.state != LinkState::unknown) continue;
    out += (out.empty()                ? ""
            : language == Language::ja ? "、"
                                       : ", ") +
           text(language, "link." + std::string(word(link.kind)));
  }
  return out;
}

// Names the party the sentence speaks of: rivals, holders or services.
std::string holders(const rights::Answer& answer, const LoadedWorld& world) {
  std::string out;
  const auto add = [&](rights::PartyRef party) {
    const std::string name = party_name(party, world);
    if (out.find(name) == std::string::npos) out += (out.empty() ? "" : " / ") + name;
  };
  const bool by_service = answer.reason == Reason::not_live || answer.heard_without_permission();
  if (by_service && answer.reason != Reason::other_holder && answer.reason != Reason::conflict) {
    for (const auto& seen : answer.live.services) {
      if (seen.seen == (answer.live.state == LinkState::open)) add(seen.service);
    }
  } else {
    for (const auto party : answer.held.holders) add(party);
  }
  return out;
}

std::string date_of(const std::optional<WrittenTime>& time, Language language, int32_t days) {
  if (!time) return text(language, "period.always");
  return day_in_words(day_of_seconds(time->seconds).plus(days), language);
}

// The facts of the verdict that gave the reason: who withdrew, when it opens, when it ended.
void add_delivered_facts(messages::Arguments& arguments, const rights::Answer& answer,
                         const LoadedWorld& world, Language language) {
  for (const auto& verdict : answer.delivered) {
    if (verdict.reason != answer.reason) continue;
    const rights::Statement& statement = *verdict.in_force;
    arguments.emplace_back("sender", party_name(world.parties().find(statement.party()), world));
    arguments.emplace_back("since",
                           day_in_words(day_of_seconds(statement.created.seconds), language));
    arguments.emplace_back("from", date_of(verdict.from, language, 0));
    const bool inclusive_day =
        verdict.until && verdict.until->local && verdict.until->seconds % seconds_per_day == 0;
    arguments.emplace_back("until", date_of(verdict.until, language, inclusive_day ? -1 : 0));
    return;
  }
}

bool refused(const rights::HeldVerdict& held) {
  return std::ranges::all_of(held.documents, [](const rights::Licence* licence) {
    return licence->scope == rights::Scope::no;
  });
}

// More than the reason says, where the link that decides knows more.
std::string closed_key(const rights::Answer& answer) {
  const std::string key = "why." + std::string(word(answer.reason));
  if (answer.detail.empty()) return key;
  switch (answer.reason) {
    case Reason::no_rights:
      if (refused(answer.held)) return key + ".refused";
      return answer.held.right == rights::Right::master ? key : key + ".right";
    case Reason::not_delivered:
      return key + "." + std::string(answer.detail);
    case Reason::not_live:
      return key + ".state";
    default:
      return key;
  }
}

std::string key_of(const rights::Answer& answer, const std::string& unconfirmed) {
  if (answer.answer == LinkState::unknown) {
    return answer.detail.empty() ? "why.unknown" : "why.unknown.right";
  }
  if (answer.answer == LinkState::closed) return closed_key(answer);
  return unconfirmed.empty() ? "why.open" : "why.open_unconfirmed";
}

// What a person should know besides the answer itself.
std::vector<std::string> more_of(const rights::Answer& answer, const WhyAnswer& words,
                                 Language language) {
  std::vector<std::string> out;
  if (!words.through.empty()) {
    out.push_back(text(language, "why.through", {{"through", words.through}}));
  }
  if (answer.answer == LinkState::open && words.detail == "age_limited") {
    out.push_back(text(language, "why.age_limited"));
  }
  if (words.other_versions.empty()) return out;
  std::string versions;
  for (const auto& version : words.other_versions) {
    versions += fmt::format("{}{} ({}, {})", versions.empty() ? "" : " / ", version.title,
                            text(language, "version." + version.kind), version.isrc);
  }
  out.push_back(text(language, "why.other_versions", {{"versions", versions}}));
  return out;
}

}  // namespace

std::string day_in_words(Date date, Language language) {
  if (language == Language::ja) {
    // 1970-01-01 was a Thursday.
    const auto weekday = static_cast<size_t>(((date.days % 7) + 7 + 4) % 7);
    return fmt::format("{}年{}月{}日({})", date.year(), date.month(), date.day(),
                       weekday_names[weekday]);
  }
  return fmt::format("{} {} {}", date.day(), month_names[static_cast<size_t>(date.month() - 1)],
                     date.year());
}

std::string title_for(const RecordingCard& card, const Isrc& isrc, Language language) {
  if (card.title.empty() && card.title_en.empty()) {
    return fmt::format("{} {}", isrc.view(), text(language, "untitled"));
  }
  const std::string& shown = card.title.empty() ? card.title_en : card.title;
  if (language == Language::ja || card.title_en.empty() || card.title_en == shown) return shown;
  return fmt::format("{} ({})", card.title_en, shown);
}

std::string sentence_of(const rights::Answer& answer, const rights::Question& question,
                        const WhyAnswer& words, const LoadedWorld& world, Language language) {
  const std::string unconfirmed = unconfirmed_links(answer, language);
  messages::Arguments arguments{{"territory", words.territory_name},
                                {"date", day_in_words(question.date, language)},
                                {"title", words.title},
                                {"use", text(language, "use." + words.use)},
                                {"links", unconfirmed},
                                {"holder", holders(answer, world)}};
  if (words.ask) arguments.emplace_back("who", role_words(words.ask->who, language));
  if (!words.detail.empty()) {
    const std::string detail = text(language, "detail." + words.detail);
    arguments.emplace_back("right", detail);
    arguments.emplace_back("state", detail);
  }
  add_delivered_facts(arguments, answer, world, language);
  std::string out = text(language, key_of(answer, unconfirmed), arguments);
  for (const std::string& more : more_of(answer, words, language)) {
    out += (language == Language::ja ? "" : " ") + more;
  }
  if (!answer.heard_without_permission()) return out;
  for (const auto& seen : answer.live.services) {
    if (!seen.seen) continue;
    const messages::Arguments plays{{"holder", party_name(seen.service, world)},
                                    {"since", day_in_words(seen.observed_on, language)}};
    return out + (language == Language::ja ? "" : " ") +
           text(language, "why.heard_question", plays);
  }
  return out;
}

}  // namespace umikoe::app
