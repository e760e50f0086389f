#include "formats/ddex/ern_names.h"

#include <algorithm>

namespace umikoe::formats::ddex {

using catalogue::NameForm;
using catalogue::NameKind;

namespace {

std::string_view word(LanguageTagState state) {
  switch (state) {
    case LanguageTagState::good:
      return "good";
    case LanguageTagState::bad_case:
      return "case";
    case LanguageTagState::bad_separator:
      return "separator";
    case LanguageTagState::unknown_subtag:
      return "unknown_subtag";
    case LanguageTagState::malformed:
      return "malformed";
  }
  return "malformed";
}

std::optional<bool> flag(Element at, Name name) {
  const std::string_view text = at.attribute(name);
  if (text.empty()) return std::nullopt;
  return is_true(text);
}

bool has_display_form(const std::vector<NameForm>& titles) {
  return std::ranges::any_of(titles, [](const NameForm& t) { return t.kind == NameKind::display; });
}

// DisplayTitleText repeats a DisplayTitle with its sub-titles put behind it; only a text that no
// DisplayTitle of the composite begins is a form of its own.
bool repeats_a_title(const NameForm& text, const std::vector<NameForm>& titles) {
  return std::ranges::any_of(titles, [&](const NameForm& title) {
    return title.text == text.text ||
           (!title.sub_title.empty() && text.text.starts_with(title.text));
  });
}

void add_form(std::vector<NameForm>& forms, NameForm form) {
  if (!form.text.empty() && std::ranges::find(forms, form) == forms.end()) {
    forms.push_back(std::move(form));
  }
}

}  // namespace

NameKind kind_of_title_type(std::string_view type) {
  if (type.ends_with("Title")) type.remove_suffix(5);
  if (type.empty() || type == "Display") return NameKind::display;
  if (type == "Formal") return NameKind::formal;
  if (type == "Original") return NameKind::original;
  if (type == "Translated") return NameKind::translated;
  if (type == "Transliterated") return NameKind::transliterated;
  if (type == "Sorting") return NameKind::indexed;
  if (type == "Grouping") return NameKind::grouping;
  return NameKind::other;
}

std::vector<std::string> applicable_territories(Element at) {
  std::vector<std::string> codes;
  std::string_view rest = at.attribute("ApplicableTerritoryCode");
  while (!rest.empty()) {
    const size_t end = rest.find_first_of(" \t\r\n");
    const std::string_view code = rest.substr(0, end);
    if (code == "Worldwide") return {};
    codes.emplace_back(code);
    rest = end == std::string_view::npos ? std::string_view() : trimmed(rest.substr(end));
  }
  return codes;
}

ParsedLanguageTag LanguageTags::parse(std::string_view written) {
  constexpr size_t kept = 32;  // more than any message needs that is not hostile
  for (const auto& [text, parsed] : known_) {
    if (text == written) return parsed;
  }
  ParsedLanguageTag parsed = parse_language_tag(written);
  if (known_.size() < kept) known_.emplace_back(written, parsed);
  return parsed;
}

LanguageTag NameReader::language(Element at) {
  const std::string_view written = at.language();
  if (written.empty()) return {};
  ParsedLanguageTag parsed = languages.parse(written);
  if (parsed.state != LanguageTagState::good) {
    findings.add_once("language_tag_bad",
                      {{"tag", std::string(written)},
                       {"problem", std::string(word(parsed.state))},
                       {"read_as", parsed.tag.text}},
                      at.where());
  }
  return std::move(parsed.tag);
}

NameForm NameReader::form(Element at, std::string_view text, NameKind kind) {
  NameForm form{.text = std::string(text), .kind = kind};
  form.language = language(at);
  form.language_as_written = std::string(at.language());
  form.territories = applicable_territories(at);
  if (form.territories.empty()) form.territories = territories;
  form.is_default = flag(at, "IsDefault");
  form.is_in_original_language = flag(at, "IsInOriginalLanguage");
  return form;
}

NameForm NameReader::title(Element composite, NameKind kind) {
  const Element text = composite.child("TitleText");
  NameForm title = form(composite, text.text(), kind);
  if (text.has_attribute("LanguageAndScriptCode")) {
    title.language = language(text);
    title.language_as_written = std::string(text.language());
  }
  for (const Element& sub : composite.children("SubTitle")) {
    if (sub.text().empty()) continue;
    if (!title.sub_title.empty()) title.sub_title += " ";
    title.sub_title += sub.text();
  }
  return title;
}

std::vector<NameForm> titles_of(NameReader& names, Element composite) {
  std::vector<NameForm> titles;
  for (const Element& element : composite.children()) {
    const Name name = element.name();
    if (name == "DisplayTitle") add_form(titles, names.title(element, NameKind::display));
    if (name == "FormalTitle") add_form(titles, names.title(element, NameKind::formal));
    if (name == "GroupingTitle") add_form(titles, names.title(element, NameKind::grouping));
    if (name == "AdditionalTitle") {
      const std::string_view type = element.attribute("TitleType");
      const NameKind kind = type.empty() ? NameKind::other : kind_of_title_type(type);
      add_form(titles, names.title(element, kind));
    }
  }
  for (const Element& element : composite.children("DisplayTitleText")) {
    NameForm text = names.form(element, element.text(), NameKind::display);
    if (!repeats_a_title(text, titles)) add_form(titles, std::move(text));
  }
  return titles;
}

void add_titles_3(NameReader& names, Element composite, std::vector<NameForm>& titles) {
  for (const Element& element : composite.children("Title")) {
    add_form(titles, names.title(element, kind_of_title_type(element.attribute("TitleType"))));
  }
}

void add_reference_title_3(NameReader& names, Element composite, std::vector<NameForm>& titles) {
  const Element reference = composite.child("ReferenceTitle");
  if (!reference || has_display_form(titles)) return;
  titles.insert(titles.begin(), names.title(reference, NameKind::display));
}

std::vector<NameForm> display_artist_names_of(NameReader& names, Element composite) {
  std::vector<NameForm> forms;
  for (const Element& element : composite.children("DisplayArtistName")) {
    // 3.x writes the text itself or a composite with FullName.
    const Element full = element.child("FullName");
    const std::string_view text = full ? full.text() : element.text();
    add_form(forms, names.form(element, text, NameKind::display));
  }
  return forms;
}

std::vector<NameForm> party_names_of(NameReader& names, Element party) {
  std::vector<NameForm> forms;
  for (const Element& name : party.children("PartyName")) {
    const auto add = [&](Name child, NameKind kind) {
      const Element element = name.child(child);
      if (!element || element.text().empty()) return;
      NameForm form = names.form(name, element.text(), kind);
      if (element.has_attribute("LanguageAndScriptCode")) {
        form.language = names.language(element);
        form.language_as_written = std::string(element.language());
      }
      add_form(forms, std::move(form));
    };
    add("FullName", NameKind::display);
    if (!name.child("FullName")) add("KeyName", NameKind::display);
    add("FullNameAsciiTranscribed", NameKind::transliterated);
    add("FullNameIndexed", NameKind::indexed);
    add("AbbreviatedName", NameKind::other);
  }
  return forms;
}

}  // namespace umikoe::formats::ddex
