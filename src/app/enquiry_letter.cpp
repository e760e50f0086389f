#include "app/enquiry_letter.h"

#include <algorithm>
#include <set>

#include "app/number_words.h"
#include "app/why_documents.h"
#include "app/why_sentence.h"
#include "demand/worth.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;
using rights::LinkKind;

// A letter names what fits on a page; the rows have the rest.
constexpr size_t recordings_named = 20;
constexpr size_t places_named = 40;

std::string places(const std::vector<TerritoryCode>& territories, Language language) {
  auto rest = demand::markets().territories;
  std::erase_if(rest, [&](TerritoryCode t) {
    return std::ranges::find(territories, t) != territories.end();
  });
  const auto named = [&](const std::vector<TerritoryCode>& list) {
    std::string out;
    for (const TerritoryCode t : list) {
      out += (out.empty()                ? ""
              : language == Language::ja ? "、"
                                         : ", ") +
             std::string(language == Language::ja ? t.name_ja() : t.name_en());
    }
    return out;
  };
  if (rest.empty()) return text(language, "held_back.worldwide");
  if (rest.size() < territories.size() && rest.size() <= places_named) {
    return text(language, "letter.all_but", {{"places", named(rest)}});
  }
  if (territories.size() <= places_named) return named(territories);
  return text(language, "letter.places_in_rows",
              {{"count", grouped(static_cast<int64_t>(territories.size()))}});
}

std::string key_of(const Decision& decision) {
  return std::string(decision.ask ? "letter.ask." : "letter.open.") +
         std::string(word(decision.link));
}

// The request: what is wanted, where, under which contract and for how long.
void add_request(std::vector<std::string>& lines, const Decision& decision, size_t number,
                 Language language) {
  const auto add = [&](const char* key, messages::Arguments arguments) {
    lines.push_back(text(language, key, arguments));
  };
  std::string request = text(language, key_of(decision));
  const std::string detail = "detail." + decision.detail;
  if (messages::has(detail)) {
    request += language == Language::ja ? "（" + text(language, detail) + "）"
                                        : " (" + text(language, detail) + ")";
  }
  add("letter.request",
      {{"number", std::to_string(number)},
       {"request", request},
       {"recordings", grouped(static_cast<int64_t>(decision.recordings.size()))}});
  if (!decision.ask) {
    add("letter.at_present",
        {{"reason", text(language, "reason." + std::string(word(decision.reason)))}});
  }
  add("letter.territories", {{"places", places(decision.territories, language)}});
  if (!decision.document.empty()) add("letter.document", {{"document", decision.document}});
  if (decision.link == LinkKind::held && !decision.ask) {
    if (decision.document_end) {
      const std::string day = day_in_words(decision.document_end->plus(-1), language);
      add("letter.term_as_contract", {{"date", day}});
    } else {
      lines.push_back(text(language, "letter.term_one_year"));
    }
  }
}

void add_recordings(std::vector<std::string>& lines, const Enquiry& enquiry,
                    const LoadedWorld& world, Language language) {
  std::set<Isrc> all;
  for (const Decision* decision : enquiry.decisions) {
    all.insert(decision->recordings.begin(), decision->recordings.end());
  }
  lines.push_back(
      text(language, "letter.recordings", {{"count", grouped(static_cast<int64_t>(all.size()))}}));
  size_t named = 0;
  for (const Isrc& isrc : all) {
    if (++named > recordings_named) break;
    const RecordingCard* card = world.card(isrc);
    const bool english = language == Language::en && card && !card->artist_en.empty();
    const std::string artist = !card ? "" : english ? card->artist_en : card->artist;
    lines.push_back("  " + isrc.to_string() + "  " +
                    (card ? title_for(*card, isrc, language) : std::string()) +
                    (artist.empty() ? "" : " / " + artist));
  }
  if (all.size() > recordings_named) {
    const auto more = static_cast<int64_t>(all.size() - recordings_named);
    lines.push_back("  " + text(language, "letter.more", {{"count", grouped(more)}}));
  }
}

}  // namespace

std::vector<std::string> letter(const Enquiry& enquiry, const LoadedWorld& world,
                                Language language) {
  std::vector<std::string> lines;
  const auto add = [&](const char* key, messages::Arguments arguments = {}) {
    lines.push_back(text(language, key, arguments));
  };
  const std::string to =
      enquiry.counterparty.empty() ? text(language, "letter.nobody") : enquiry.counterparty;
  add("letter.subject", {{"own", enquiry.own}});
  lines.emplace_back();
  add("letter.to", {{"party", to}});
  lines.emplace_back();
  add("letter.greeting", {{"own", enquiry.own}});
  add("letter.purpose");
  lines.emplace_back();
  size_t number = 0;
  for (const Decision* decision : enquiry.decisions) {
    add_request(lines, *decision, ++number, language);
  }
  add("letter.use", {{"use", text(language, "use." + enquiry.use)}});
  lines.emplace_back();
  add_recordings(lines, enquiry, world, language);
  lines.emplace_back();
  add("letter.answer_by", {{"date", day_in_words(enquiry.as_of.plus(14), language)}});
  add("letter.close");
  lines.emplace_back();
  lines.push_back(enquiry.own);
  return lines;
}

}  // namespace umikoe::app
