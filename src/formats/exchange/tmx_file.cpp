#include <fmt/format.h>

#include "base/limits.h"
#include "formats/exchange/exchange_file.h"
#include "formats/exchange/xml_words.h"
#include "formats/findings.h"
#include "formats/over_limit.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::exchange {
namespace {

using xlsx::XmlAttributes;

struct Variant {
  std::string language;
  std::string text;
};

bool same_language(std::string_view a, std::string_view b) {
  const auto fold = [](char c) {
    if (c == '_') return '-';
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (fold(a[i]) != fold(b[i])) return false;
  }
  return true;
}

class Reading {
 public:
  Result<ExchangeFile> run(std::string_view bytes) {
    const xlsx::XmlHandlers handlers{
        [&](std::string_view name, const XmlAttributes& attributes) {
          return start(name, attributes);
        },
        [&](std::string_view name) { return end(name); },
        [&](std::string_view text) { return characters(text); }};
    UMIKOE_TRY(read_events(from_memory(bytes), handlers));
    file_.findings = findings_.take();
    return std::move(file_);
  }

 private:
  Result<void> start(std::string_view name, const XmlAttributes& attributes) {
    if (into_) {
      // Native codes of the file a segment came from say nothing here.
      findings_.add_once("exchange_inline", {{"element", std::string(name)}}, {});
      ++inline_depth_;
      if (name == "bpt" || name == "ept" || name == "ph" || name == "it" || name == "ut") {
        codes_from_ = codes_from_ == 0 ? inline_depth_ : codes_from_;
      }
      return {};
    }
    if (name == "header") header_language_ = attributes.value("srclang");
    if (name == "tu") {
      id_ = attributes.value("tuid");
      unit_language_ = attributes.value("srclang");
      context_.clear();
      variants_.clear();
    }
    if (name == "tuv") variants_.push_back({std::string(attributes.value("lang")), {}});
    if (name == "prop") {
      property_ = attributes.value("type");
      text_.clear();
      into_ = property_ == "x-work" ? &context_ : &text_;
    }
    if (name == "seg" && !variants_.empty()) into_ = &variants_.back().text;
    return {};
  }

  Result<void> end(std::string_view name) {
    if (inline_depth_ > 0) {
      if (codes_from_ == inline_depth_) codes_from_ = 0;
      --inline_depth_;
      return {};
    }
    into_ = nullptr;
    return name == "tu" ? end_unit() : Result<void>();
  }

  Result<void> end_unit() {
    if (variants_.size() < 2) return {};
    const std::string wanted = unit_language_.empty() ? header_language_ : unit_language_;
    size_t source = 0;
    for (size_t i = 0; i < variants_.size(); ++i) {
      if (same_language(variants_[i].language, wanted)) source = i;
      if (variants_[i].language.empty()) return fail("tmx_language", {{"unit", id_}});
    }
    for (size_t i = 0; i < variants_.size(); ++i) {
      if (i == source) continue;
      if (std::ssize(file_.units) == limits::translation_file_units.value) {
        return std::unexpected(over_limit(limits::translation_file_units));
      }
      ExchangeUnit unit;
      unit.id = id_;
      unit.context = context_;
      unit.source_language = variants_[source].language;
      unit.source = variants_[source].text;
      unit.target_language = variants_[i].language;
      unit.target = variants_[i].text;
      unit.stage = unit.target.empty() ? localisation::UnitStage::missing
                                       : localisation::UnitStage::translated;
      file_.units.push_back(std::move(unit));
    }
    return {};
  }

  Result<void> characters(std::string_view text) {
    if (!into_ || codes_from_ > 0) return {};
    into_->append(text);
    if (std::ssize(*into_) > limits::xml_text_bytes.value) {
      return std::unexpected(over_limit(limits::xml_text_bytes));
    }
    return {};
  }

  ExchangeFile file_;
  Findings findings_;
  std::string header_language_;
  std::string unit_language_;
  std::string id_;
  std::string context_;
  std::string property_;
  std::string text_;
  std::vector<Variant> variants_;
  std::string* into_ = nullptr;
  int64_t inline_depth_ = 0;
  int64_t codes_from_ = 0;
};

// Blanks out a document type before the root that only names a file: OmegaT and translate-toolkit
// write one. With declarations of its own it stays, and the parser refuses it.
std::string without_plain_doctype(std::string_view bytes) {
  std::string out(bytes);
  const size_t at = out.find("<!DOCTYPE");
  const size_t end = at == std::string::npos ? at : out.find('>', at);
  if (end == std::string::npos || end - at > 512) return out;
  const size_t root = out.find("<tmx");
  const std::string_view declared = std::string_view(out).substr(at, end - at);
  if (root < at || declared.contains('[') || declared.rfind('<') > 0) return out;
  for (size_t i = at; i <= end; ++i) {
    if (out[i] != '\n') out[i] = ' ';
  }
  return out;
}

}  // namespace

Result<ExchangeFile> read_tmx(std::string_view bytes) {
  return Reading().run(without_plain_doctype(bytes));
}

std::string write_tmx(const std::vector<ExchangeUnit>& units) {
  const std::string source = units.empty() ? "*all*" : units.front().source_language;
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n"
      "  <header creationtool=\"umikoe\" creationtoolversion=\"1\" segtype=\"sentence\" "
      "o-tmf=\"umikoe\" adminlang=\"en\" srclang=\"{}\" datatype=\"plaintext\"/>\n  <body>\n",
      xml_text(source));
  for (const ExchangeUnit& unit : units) {
    out += fmt::format("    <tu tuid=\"{}\" srclang=\"{}\">\n", xml_text(unit.id),
                       xml_text(unit.source_language));
    if (!unit.context.empty()) {
      out += fmt::format("      <prop type=\"x-work\">{}</prop>\n", xml_text(unit.context));
    }
    out += fmt::format("      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n",
                       xml_text(unit.source_language), xml_text(unit.source));
    out += fmt::format("      <tuv xml:lang=\"{}\"><seg>{}</seg></tuv>\n    </tu>\n",
                       xml_text(unit.target_language), xml_text(unit.target));
  }
  return out + "  </body>\n</tmx>\n";
}

}  // namespace umikoe::formats::exchange
