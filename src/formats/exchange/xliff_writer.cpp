#include <fmt/format.h>

#include <map>
#include <set>

#include "base/sha256.h"
#include "formats/exchange/exchange_file.h"
#include "formats/exchange/stage_words.h"
#include "formats/exchange/xml_words.h"

namespace umikoe::formats::exchange {
namespace {

constexpr std::string_view head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

// Ids of XLIFF 2 are NMTOKENs, which hold no blanks: the key itself stands in the name.
std::string token_of(const std::string& id) { return "u" + sha256_hex(id).substr(0, 16); }

std::string attribute(std::string_view name, std::string_view value) {
  return value.empty() ? "" : fmt::format(" {}=\"{}\"", name, xml_text(value));
}

std::string unit12(const ExchangeUnit& unit) {
  std::string width;
  if (unit.max_width) {
    width = fmt::format(" maxwidth=\"{}\" size-unit=\"char\"", *unit.max_width);
  }
  std::string out = fmt::format(
      "      <trans-unit id=\"{}\"{}{}{} umikoe:stage=\"{}\" xml:space=\"preserve\">\n",
      token_of(unit.id), attribute("resname", unit.id),
      is_approved(unit.stage) ? " approved=\"yes\"" : "", width, word(unit.stage));
  out += fmt::format("        <source xml:lang=\"{}\">{}</source>\n",
                     xml_text(unit.source_language), xml_text(unit.source));
  out += fmt::format("        <target xml:lang=\"{}\" state=\"{}\">{}</target>\n",
                     xml_text(unit.target_language), xliff12_state(unit.stage),
                     xml_text(unit.target));
  const auto note = [&](std::string_view from, const std::string& text) {
    if (text.empty()) return;
    out += fmt::format("        <note from=\"{}\">{}</note>\n", from, xml_text(text));
  };
  note("context", unit.context);
  note("note", unit.note);
  for (const auto& name : unit.credits) note("credit", name);
  return out + "      </trans-unit>\n";
}

std::string meta(std::string_view type, std::string_view value) {
  return fmt::format("          <mda:meta type=\"{}\">{}</mda:meta>\n", type, xml_text(value));
}

std::string unit21(const ExchangeUnit& unit) {
  std::string out = fmt::format("    <unit id=\"{}\"{}>\n", token_of(unit.id),
                                attribute("name", unit.id));
  std::string metadata;
  for (const auto& name : unit.credits) metadata += meta("credit", name);
  if (unit.max_width) metadata += meta("max_width", std::to_string(*unit.max_width));
  if (!metadata.empty()) {
    out += "      <mda:metadata>\n        <mda:metaGroup category=\"umikoe\">\n" + metadata +
           "        </mda:metaGroup>\n      </mda:metadata>\n";
  }
  std::string notes;
  const auto note = [&](std::string_view category, const std::string& text) {
    if (text.empty()) return;
    notes += fmt::format("        <note category=\"{}\">{}</note>\n", category, xml_text(text));
  };
  note("context", unit.context);
  note("note", unit.note);
  if (!notes.empty()) out += "      <notes>\n" + notes + "      </notes>\n";
  out += fmt::format("      <segment state=\"{}\" subState=\"umikoe:{}\">\n",
                     xliff21_state(unit.stage), word(unit.stage));
  out += fmt::format("        <source xml:space=\"preserve\">{}</source>\n", xml_text(unit.source));
  out += fmt::format("        <target xml:space=\"preserve\">{}</target>\n", xml_text(unit.target));
  return out + "      </segment>\n    </unit>\n";
}

}  // namespace

std::string write_xliff12(const std::vector<ExchangeUnit>& units) {
  std::string out(head);
  out += "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" "
         "xmlns:umikoe=\"urn:umikoe:translation:1\">\n";
  // One file element for each pair of languages, in order of their first unit.
  std::vector<std::pair<std::string, std::string>> pairs;
  std::map<std::pair<std::string, std::string>, std::string> bodies;
  for (const ExchangeUnit& unit : units) {
    const std::pair pair{unit.source_language, unit.target_language};
    if (!bodies.contains(pair)) pairs.push_back(pair);
    bodies[pair] += unit12(unit);
  }
  for (const auto& pair : pairs) {
    out += fmt::format(
        "  <file original=\"umikoe-{}\" datatype=\"plaintext\" source-language=\"{}\" "
        "target-language=\"{}\">\n    <body>\n{}    </body>\n  </file>\n",
        xml_text(pair.second), xml_text(pair.first), xml_text(pair.second), bodies[pair]);
  }
  return out + "</xliff>\n";
}

std::string write_xliff21(const std::vector<ExchangeUnit>& units) {
  const std::string source = units.empty() ? "ja" : units.front().source_language;
  const std::string target = units.empty() ? "en" : units.front().target_language;
  std::string out(head);
  out += fmt::format(
      "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
      "xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\" srcLang=\"{}\" trgLang=\"{}\">\n",
      xml_text(source), xml_text(target));
  out += "  <file id=\"f1\" original=\"umikoe\">\n";
  for (const ExchangeUnit& unit : units) out += unit21(unit);
  return out + "  </file>\n</xliff>\n";
}

}  // namespace umikoe::formats::exchange
