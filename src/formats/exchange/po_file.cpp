#include <fmt/format.h>

#include <charconv>

#include "base/limits.h"
#include "base/utf8.h"
#include "formats/exchange/exchange_file.h"
#include "formats/findings.h"
#include "formats/over_limit.h"

namespace umikoe::formats::exchange {
namespace {

using localisation::UnitStage;

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\t': out += "\\t"; break;
      case '\r': out += "\\r"; break;
      default: out += c;
    }
  }
  return out + "\"";
}

// Comments are lines: each line of a text gets its mark.
std::string comment(std::string_view mark, std::string_view label, std::string_view text) {
  std::string out;
  for (size_t at = 0; at <= text.size() && !text.empty();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    out += fmt::format("{} {}: {}\n", mark, label, text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

// "label: text" of a comment.
std::optional<std::string_view> labelled(std::string_view line, std::string_view label) {
  if (!line.starts_with(label) || !line.substr(label.size()).starts_with(": ")) return {};
  return line.substr(label.size() + 2);
}

void add_line(std::string& text, std::string_view line) {
  text += (text.empty() ? "" : "\n") + std::string(line);
}

// One message while its lines come.
struct Entry {
  ExchangeUnit unit;
  std::string ours;  // our own stage
  bool fuzzy = false;
  bool has_id = false;
  bool has_text = false;
};

class Reading {
 public:
  Result<ExchangeFile> run(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const size_t end = std::min(text.find('\n', at), text.size());
      std::string_view line = text.substr(at, end - at);
      if (line.ends_with('\r')) line.remove_suffix(1);
      ++line_;
      UMIKOE_TRY(read_line(line));
      at = end + 1;
    }
    UMIKOE_TRY(finish());
    if (obsolete_ > 0) {
      findings_.add("po_obsolete", {{"count", std::to_string(obsolete_)}}, {});
    }
    file_.findings = findings_.take();
    return std::move(file_);
  }

 private:
  std::unexpected<Error> wrong(std::string reason) const {
    return fail("po_syntax", {{"reason", std::move(reason)}},
                Where{.file = {}, .line = line_, .element = {}});
  }

  Result<void> read_line(std::string_view line) {
    const size_t from = line.find_first_not_of(" \t");
    if (from == std::string_view::npos) return {};
    line.remove_prefix(from);
    if (line.starts_with("#~")) {
      obsolete_ += line.contains("msgid ");
      return {};
    }
    if (line.starts_with('#')) return read_comment(line);
    if (line.starts_with('"')) return append(line);
    return read_keyword(line);
  }

  // A comment after a message's text begins the next message.
  Result<void> read_comment(std::string_view line) {
    if (entry_.has_text) UMIKOE_TRY(finish());
    if (line.starts_with("#,")) {
      entry_.fuzzy = entry_.fuzzy || line.contains("fuzzy");
    } else if (line.starts_with("#. ")) {
      read_extracted(line.substr(3));
    } else if (line.starts_with("# ")) {
      if (const auto name = labelled(line.substr(2), "Credit")) {
        entry_.unit.credits.emplace_back(*name);
      }
    }
    return {};
  }

  void read_extracted(std::string_view line) {
    if (const auto text = labelled(line, "Context")) return add_line(entry_.unit.context, *text);
    if (const auto text = labelled(line, "Stage")) {
      entry_.ours = *text;
      return;
    }
    if (const auto text = labelled(line, "Max-width")) {
      int32_t number = 0;
      const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
      if (read.ec == std::errc() && number > 0) entry_.unit.max_width = number;
      return;
    }
    const auto note = labelled(line, "Note");
    add_line(entry_.unit.note, note ? *note : line);
  }

  Result<void> read_keyword(std::string_view line) {
    const size_t end = line.find_first_of(" \t\"");
    const std::string_view word = line.substr(0, end);
    const std::string_view rest = end == std::string_view::npos ? "" : line.substr(end);
    if (word == "msgctxt" || (word == "msgid" && entry_.has_id)) {
      if (entry_.has_text) UMIKOE_TRY(finish());
      if (entry_.has_id) return wrong("msgid without msgstr");
    }
    if (word == "msgctxt") {
      into_ = &entry_.unit.id;
    } else if (word == "msgid") {
      entry_.has_id = true;
      into_ = &entry_.unit.source;
    } else if (word == "msgid_plural") {
      findings_.add_once("po_plural", {}, {});
      into_ = &passed_over_;
    } else if (word.starts_with("msgstr")) {
      if (!entry_.has_id) return wrong("msgstr without msgid");
      // Of plural forms the first is read: songs have none.
      const bool first = word == "msgstr" || word == "msgstr[0]";
      into_ = first ? &entry_.unit.target : &passed_over_;
      entry_.has_text = true;
    } else {
      return wrong("unknown keyword");
    }
    into_->clear();
    return append(rest);
  }

  Result<void> append(std::string_view line) {
    const size_t from = line.find('"');
    const size_t end = line.rfind('"');
    if (!into_ || from == std::string_view::npos || end <= from) return wrong("a quoted text");
    for (size_t i = from + 1; i < end; ++i) {
      if (line[i] != '\\') {
        if (line[i] == '"') return wrong("a quote inside a text");
        *into_ += line[i];
        continue;
      }
      if (++i >= end) return wrong("an escape at the end");
      switch (line[i]) {
        case 'n': *into_ += '\n'; break;
        case 't': *into_ += '\t'; break;
        case 'r': *into_ += '\r'; break;
        case '"':
        case '\\': *into_ += line[i]; break;
        default: return wrong("an unknown escape");
      }
    }
    if (std::ssize(*into_) > limits::xml_text_bytes.value) {
      return std::unexpected(over_limit(limits::xml_text_bytes));
    }
    return {};
  }

  Result<void> finish() {
    if (entry_.has_id && !entry_.has_text) return wrong("msgid without msgstr");
    if (!entry_.has_text) {
      entry_ = {};
      return {};
    }
    if (entry_.unit.source.empty() && entry_.unit.id.empty()) {
      UMIKOE_TRY(read_header(entry_.unit.target));
    } else {
      UMIKOE_TRY(keep());
    }
    entry_ = {};
    into_ = nullptr;
    return {};
  }

  Result<void> keep() {
    if (std::ssize(file_.units) == limits::translation_file_units.value) {
      return std::unexpected(over_limit(limits::translation_file_units));
    }
    ExchangeUnit& unit = entry_.unit;
    unit.source_language = source_language_;
    unit.target_language = target_language_;
    UnitStage stage = entry_.fuzzy ? UnitStage::draft : UnitStage::translated;
    if (unit.target.empty()) stage = UnitStage::missing;
    // Ours counts where it says the same as the flag.
    const auto ours = localisation::parse_unit_stage(entry_.ours);
    const bool unfinished = ours == UnitStage::draft || ours == UnitStage::withdrawn;
    const bool fits = stage != UnitStage::missing || unit.target.empty();
    if (ours && fits && unfinished == entry_.fuzzy) stage = *ours;
    unit.stage = stage;
    file_.units.push_back(std::move(unit));
    return {};
  }

  Result<void> read_header(const std::string& header) {
    for (size_t at = 0; at < header.size();) {
      const size_t end = std::min(header.find('\n', at), header.size());
      const std::string_view line = std::string_view(header).substr(at, end - at);
      if (const auto language = labelled(line, "Language")) target_language_ = *language;
      if (const auto language = labelled(line, "X-Source-Language")) source_language_ = *language;
      const size_t charset = line.find("charset=");
      if (charset != std::string_view::npos) {
        const std::string_view name = line.substr(charset + 8);
        const bool fine = name.starts_with("UTF-8") || name.starts_with("utf-8") ||
                          name.starts_with("CHARSET") || name.starts_with("ASCII");
        if (!fine) return fail("po_charset", {{"charset", std::string(name)}});
      }
      at = end + 1;
    }
    return {};
  }

  ExchangeFile file_;
  Findings findings_;
  Entry entry_;
  std::string* into_ = nullptr;
  std::string passed_over_;
  std::string source_language_;
  std::string target_language_;
  int64_t obsolete_ = 0;
  long line_ = 0;
};

}  // namespace

Result<ExchangeFile> read_po(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (first_invalid_utf8(bytes) != std::string_view::npos) return fail("encoding_invalid");
  return Reading().run(bytes);
}

std::string write_po(const std::vector<ExchangeUnit>& units) {
  const std::string source = units.empty() ? "" : units.front().source_language;
  const std::string target = units.empty() ? "" : units.front().target_language;
  std::string out = "msgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: umikoe\\n\"\n";
  if (!target.empty()) out += quoted("Language: " + target + "\n") + "\n";
  if (!source.empty()) out += quoted("X-Source-Language: " + source + "\n") + "\n";
  out += "\"MIME-Version: 1.0\\n\"\n\"Content-Type: text/plain; charset=UTF-8\\n\"\n"
         "\"Content-Transfer-Encoding: 8bit\\n\"\n";
  for (const ExchangeUnit& unit : units) {
    out += "\n";
    for (const auto& name : unit.credits) out += comment("#", "Credit", name);
    out += comment("#.", "Context", unit.context) + comment("#.", "Note", unit.note);
    if (unit.max_width) out += fmt::format("#. Max-width: {}\n", *unit.max_width);
    out += fmt::format("#. Stage: {}\n", word(unit.stage));
    const bool fuzzy = unit.stage == UnitStage::draft || unit.stage == UnitStage::withdrawn;
    if (fuzzy) out += "#, fuzzy\n";
    if (!unit.id.empty()) out += "msgctxt " + quoted(unit.id) + "\n";
    out += "msgid " + quoted(unit.source) + "\nmsgstr " + quoted(unit.target) + "\n";
  }
  return out;
}

}  // namespace umikoe::formats::exchange
