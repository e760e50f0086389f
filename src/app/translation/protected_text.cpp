#include <algorithm>

#include "app/translation/machine_drafts.h"
#include "base/unicode_text.h"

namespace umikoe::app {
namespace {

// A tag of XML, which both kinds of services keep when they are told the text is markup.
std::string placeholder(size_t number) { return "<x id=\"" + std::to_string(number) + "\"/>"; }

// What services make of it: with a blank before the slash, or with single quotes.
std::vector<std::string> spellings(size_t number) {
  const std::string n = std::to_string(number);
  return {"<x id=\"" + n + "\"/>", "<x id=\"" + n + "\" />", "<x id='" + n + "'/>",
          "<x id=\"" + n + "\"></x>"};
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else {
      out += c;
    }
  }
  return out;
}

std::string unescaped(std::string_view text) {
  static constexpr std::pair<std::string_view, char> entities[] = {
      {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}, {"&amp;", '&'}};
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const auto known = std::ranges::find_if(
        entities, [&](const auto& entity) { return text.substr(at).starts_with(entity.first); });
    if (known == std::end(entities)) {
      out += text[at++];
    } else {
      out += known->second;
      at += known->first.size();
    }
  }
  return out;
}

struct Part {
  std::string source;  // as it stands in the text
  std::string target;
};

// Markup as it is, and terms with what they must become; the longest first, so that no part lies in
// another.
std::vector<Part> parts_of(const localisation::SourceText& source, const std::string& language,
                           const localisation::Glossary& glossary) {
  std::vector<Part> parts;
  for (const auto& markup : localisation::markup_in(source.text)) parts.push_back({markup, markup});
  for (const auto* term : glossary.met_in(source.text, language)) {
    using localisation::TermKind;
    if (term->kind == TermKind::cultural_note || term->kind == TermKind::term) continue;
    const bool as_is = term->kind == TermKind::do_not_translate;
    parts.push_back({term->source, as_is ? term->source : term->target});
  }
  std::ranges::stable_sort(parts, [](const Part& a, const Part& b) {
    return a.source.size() > b.source.size();
  });
  return parts;
}

}  // namespace

ProtectedText protect(const localisation::SourceText& source, const std::string& language,
                      const localisation::Glossary& glossary) {
  const auto parts = parts_of(source, language, glossary);
  ProtectedText out;
  const std::string_view text = source.text;
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const auto part = std::ranges::find_if(
        parts, [&](const Part& p) { return text.substr(at).starts_with(p.source); });
    if (part == parts.end()) {
      plain += text[at++];
      continue;
    }
    out.text += escaped(plain) + placeholder(out.parts.size());
    plain.clear();
    out.parts.push_back(part->target);
    at += part->source.size();
  }
  out.text += escaped(plain);
  return out;
}

std::optional<std::string> restored(const std::string& answer, const ProtectedText& text) {
  // Placeholders come in any order: languages turn sentences round.
  std::vector<std::pair<size_t, std::pair<size_t, size_t>>> found;  // at, size, number
  for (size_t number = 0; number < text.parts.size(); ++number) {
    size_t times = 0;
    for (const std::string& spelling : spellings(number)) {
      for (size_t at = answer.find(spelling); at != std::string::npos;
           at = answer.find(spelling, at + 1)) {
        found.push_back({at, {spelling.size(), number}});
        ++times;
      }
    }
    if (times != 1) return std::nullopt;
  }
  std::ranges::sort(found);
  std::string out;
  size_t from = 0;
  for (const auto& [at, part] : found) {
    out += unescaped(std::string_view(answer).substr(from, at - from));
    out += text.parts[part.second];
    from = at + part.first;
  }
  return out + unescaped(std::string_view(answer).substr(from));
}

}  // namespace umikoe::app
