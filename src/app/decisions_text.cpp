#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/gap.h"
#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

const char* separator(Language language) { return language == Language::ja ? "・" : " · "; }

void add_worth(std::string& out, std::optional<double> worth, const char* kind, Language language) {
  if (!worth) return;
  out += separator(language) +
         text(language, "decision.worth",
              {{"kind", text(language, kind)}, {"streams", grouped(std::llround(*worth))}});
}

std::string worth_words(const Decision& decision, Language language) {
  std::string out;
  add_worth(out, decision.worth.observed, "worth.observed", language);
  add_worth(out, decision.worth.bounded, "worth.bounded", language);
  add_worth(out, decision.worth.scaled, "worth.scaled", language);
  if (decision.worth.unknown_cells > 0) {
    out += separator(language) + text(language, "decision.worth_unknown",
                                      {{"count", grouped(decision.worth.unknown_cells)}});
  }
  return out;
}

// What would have to be done, in the words of the link.
std::string cause_words(const Decision& decision, const LoadedWorld& world, Language language) {
  const std::string reason =
      decision.ask ? text(language, "decision.ask." + std::string(word(decision.link)))
                   : text(language, "reason." + std::string(word(decision.reason)));
  std::string out = reason;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) out += separator(language) + more;
  };
  if (!decision.detail.empty() && messages::has("detail." + decision.detail)) {
    add(text(language, "detail." + decision.detail));
  }
  if (decision.document_end) {
    const std::string day = day_in_words(decision.document_end->plus(-1), language);
    add(text(language, "decision.document_until",
             {{"document", decision.document}, {"date", day}}));
  } else {
    add(decision.document);
  }
  if (decision.recipient) {
    add(text(language, "decision.recipient", {{"party", party_name(decision.recipient, world)}}));
  }
  return out;
}

std::string who_words(const Decision& decision, const LoadedWorld& world, Language language) {
  const auto words = who_in_words(decision.who, world);
  const std::string role = text(language, "role." + words.role);
  if (words.party.empty()) return role;
  return language == Language::ja ? fmt::format("{}（{}）", words.party, role)
                                  : fmt::format("{} ({})", words.party, role);
}

constexpr size_t places_shown = 4;

// Few places by name; nearly all by those that are missing.
std::string place_words(const Decision& decision, Language language) {
  const auto codes = [](const std::vector<TerritoryCode>& territories) {
    std::string out;
    for (const auto t : territories) out += (out.empty() ? "" : " ") + std::string(t.code());
    return out;
  };
  if (decision.territories.size() <= places_shown) return codes(decision.territories);
  auto rest = demand::markets().territories;
  std::erase_if(rest, [&](TerritoryCode t) {
    return std::ranges::find(decision.territories, t) != decision.territories.end();
  });
  if (rest.empty() || rest.size() > places_shown) return {};
  return text(language, "decision.all_but", {{"codes", codes(rest)}});
}

// What is in it, as far as a few words tell: the title of the only one, or that all are videos.
std::string subject_words(const Decision& decision, const LoadedWorld& world, Language language) {
  const Isrc& first = decision.recordings.front();
  const RecordingCard* card = world.card(first);
  if (!card) return {};
  if (decision.recordings.size() == 1) return title_for(*card, first, language);
  const bool videos = decision.link == rights::LinkKind::delivered && !decision.ask &&
                      card->kind == catalogue::RecordingKind::video;
  return videos ? text(language, "decision.videos") : std::string();
}

std::string size_words(const Decision& decision, const LoadedWorld& world, Language language) {
  const auto count = [](size_t size) { return grouped(static_cast<int64_t>(size)); };
  std::string out = text(language, "decision.size",
                         {{"recordings", count(decision.recordings.size())},
                          {"markets", count(decision.territories.size())},
                          {"cells", grouped(decision.cells)}});
  for (const std::string& more :
       {subject_words(decision, world, language), place_words(decision, language)}) {
    if (!more.empty()) out += separator(language) + more;
  }
  out += worth_words(decision, language);
  if (decision.cost_jpy == 0) out += separator(language) + text(language, "decision.no_cost");
  if (decision.next_expiry) {
    const std::string day = day_in_words(decision.next_expiry->plus(-1), language);
    out += separator(language) + text(language, "decision.next_expiry", {{"date", day}});
  }
  return out;
}

std::string list_of(const GapReport& report, const LoadedWorld& world, Language language, bool asks,
                    size_t rows_shown) {
  std::string out;
  size_t number = 0;
  for (const Decision& decision : report.decisions) {
    if (decision.ask != asks) continue;
    if (++number > rows_shown) continue;
    out +=
        fmt::format("{:>3}. {} — {}\n     {}\n", number, who_words(decision, world, language),
                    cause_words(decision, world, language), size_words(decision, world, language));
  }
  if (number > rows_shown) {
    const auto more = static_cast<int64_t>(number - rows_shown);
    out += text(language, "gap.more", {{"count", grouped(more)}}) + "\n";
  }
  return out;
}

}  // namespace

std::string decisions_text(const GapReport& report, const LoadedWorld& world, Language language,
                           size_t rows_shown) {
  std::string out = gap_heading(report, language) + "\n";
  const std::string open = list_of(report, world, language, false, rows_shown);
  const std::string asks = list_of(report, world, language, true, rows_shown);
  if (open.empty()) {
    out += text(language, "gap.none") + "\n";
  } else {
    out += text(language, "decision.heading") + "\n" + open;
  }
  if (!asks.empty()) out += "\n" + text(language, "decision.ask_heading") + "\n" + asks;
  return out + "\n" + text(language, "decision.more") + "\n";
}

}  // namespace umikoe::app
