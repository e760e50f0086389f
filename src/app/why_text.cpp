#include <fmt/format.h>

#include <algorithm>

#include "app/why.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr int codes_shown = 12;
constexpr size_t every_use_count = 7;

std::string state_words(const std::string& state, const std::string& reason,
                        const std::string& detail, Language language) {
  std::string shown = text(language, "state." + state);
  if (!reason.empty()) shown += " — " + text(language, "reason." + reason);
  // That the master is the right in question goes without saying.
  if (!detail.empty() && detail != "master") {
    shown += " (" + text(language, "detail." + detail) + ")";
  }
  return shown;
}

std::string who_words(const WhyAnswer::Who& who, Language language) {
  const std::string role = text(language, "role." + who.role);
  return who.party.empty() ? role : fmt::format("{} ({})", who.party, role);
}

// Long lists are for programs; people see how they begin and how long they are.
std::string short_list(const std::string& codes) {
  const auto count = std::ranges::count(codes, ' ') + 1;
  if (count <= codes_shown) return codes;
  size_t end = 0;
  for (int i = 0; i < codes_shown; ++i) end = codes.find(' ', end + 1);
  return fmt::format("{} … ({})", codes.substr(0, end), count);
}

std::string use_words(const WhyAnswer::Document& document, Language language) {
  std::string out;
  if (document.uses.size() == every_use_count) {
    out = text(language, "use.every");
  } else {
    for (const auto& use : document.uses) {
      out += (out.empty() ? "" : language == Language::ja ? "、" : ", ") +
             text(language, "use." + use);
    }
  }
  if (document.exclusive) out += text(language, "why.exclusive");
  if (!document.right.empty() && document.right != "master") {
    out += " · " + text(language, "detail." + document.right);
  }
  if (!document.scope.empty() && document.scope != "yes") {
    out += " · " + text(language, "scope." + document.scope);
  }
  return out;
}

std::string document_words(const WhyAnswer::Document& document, Language language) {
  const auto or_always = [&](const std::string& day) {
    return day.empty() ? text(language, "period.always") : day;
  };
  const std::string key = document.kind == "purge" ? "statement" : document.kind;
  return text(language, "why.document." + key,
              {{"document", document.document},
               {"party", document.party},
               {"recipient", document.recipient},
               {"message", document.message_id},
               {"created", document.created},
               {"territories", short_list(document.territories)},
               {"from", or_always(document.from)},
               {"until", or_always(document.until)},
               {"uses", use_words(document, language)},
               {"detail", document.detail}});
}

// "Captions on file: en (vtt, 40), ja (lrc, 38)."
std::string caption_words(const std::vector<WhyAnswer::Captions>& captions, Language language) {
  std::string list;
  for (const auto& kept : captions) {
    list += (list.empty() ? "" : language == Language::ja ? "、" : ", ") +
            fmt::format("{} ({}, {})", kept.language, kept.format, kept.cues);
  }
  return text(language, "why.captions", {{"captions", list}});
}

void add_link(std::string& out, const WhyAnswer::Link& link, Language language) {
  out += fmt::format("  {}: {}\n", text(language, "link." + link.link),
                     state_words(link.state, link.reason, link.detail, language));
  for (const auto& service : link.services) {
    out += fmt::format("    {}: {}\n", service.name,
                       state_words(service.state, service.reason, service.detail, language));
  }
  for (const auto& document : link.documents) {
    out += fmt::format("    · {}\n", document_words(document, language));
  }
}

}  // namespace

std::string why_text(const WhyAnswer& answer, Language language) {
  std::string out = answer.sentence + "\n";
  if (answer.held_back) out += answer.held_back->sentence + "\n";
  if (!answer.understood.sentence.empty()) out += answer.understood.sentence + "\n";
  if (!answer.understood.captions.empty()) {
    out += caption_words(answer.understood.captions, language) + "\n";
  }
  out += "\n" + text(language, "why.heading.chain") + "\n";
  for (const auto& link : answer.chain) add_link(out, link, language);
  if (answer.ways.empty()) return out;
  out += "\n" + text(language, "why.heading.ways") + "\n";
  int step = 0;
  for (const auto& way : answer.ways) {
    out += "  " + text(language, "why.way",
                       {{"step", std::to_string(++step)},
                        {"link", text(language, "link." + way.link)},
                        {"state", state_words(way.state, way.reason, way.detail, language)},
                        {"who", who_words(way.who, language)}}) +
           "\n";
  }
  return out;
}

}  // namespace umikoe::app
