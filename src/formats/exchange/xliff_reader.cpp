#include <charconv>

#include "base/limits.h"
#include "formats/exchange/exchange_file.h"
#include "formats/exchange/stage_words.h"
#include "formats/findings.h"
#include "formats/over_limit.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::exchange {
namespace {

using xlsx::XmlAttributes;

// Parts of either version that hold sources and targets which are not the unit's own.
bool is_foreign(std::string_view name) {
  return name == "alt-trans" || name == "seg-source" || name == "matches" || name == "match" ||
         name == "glossary" || name == "bin-unit" || name == "skeleton" || name == "skl";
}

// Elements that stand for something inside a text and hold none themselves.
bool is_placeholder(std::string_view name) {
  return name == "x" || name == "ph" || name == "bx" || name == "ex" || name == "sc" ||
         name == "ec" || name == "bpt" || name == "ept" || name == "it" || name == "cp";
}

std::string_view after_colon(std::string_view text) {
  const size_t colon = text.find(':');
  return colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
}

std::optional<int32_t> number_of(std::string_view text) {
  int32_t number = 0;
  const auto [stopped, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || stopped != text.data() + text.size() || number <= 0) {
    return std::nullopt;
  }
  return number;
}

// The state of one reading.
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
    if (!rooted_) return start_root(name, attributes);
    if (skipping_ > 0 || is_foreign(name)) {
      ++skipping_;
      return {};
    }
    if (name == "file" && !second_) return start_file(attributes);
    if (name == "trans-unit" || (second_ && name == "unit")) return start_unit(name, attributes);
    if (!in_unit_) return {};
    if (into_) return start_inline(name, attributes);
    if (name == "segment") {
      state_ = attributes.value("state");
      ours_ = after_colon(attributes.value("subState"));
      stages_.push_back({std::move(state_), std::move(ours_)});
    } else if (name == "source") {
      into_ = &unit_.source;
    } else if (name == "target") {
      into_ = &unit_.target;
      if (!second_) stages_.push_back({std::string(attributes.value("state")), unit_stage_});
    } else if (name == "note" || name == "meta") {
      kind_ = attributes.value(name == "meta" ? "type" : second_ ? "category" : "from");
      note_.clear();
      into_ = &note_;
    }
    return {};
  }

  Result<void> start_root(std::string_view name, const XmlAttributes& attributes) {
    rooted_ = true;
    const std::string_view version = attributes.value("version");
    if (name != "xliff") return fail("exchange_unknown");
    second_ = version.starts_with("2.");
    if (!second_ && !version.starts_with("1.")) {
      return fail("xliff_version", {{"version", std::string(version)}});
    }
    source_language_ = attributes.value("srcLang");
    target_language_ = attributes.value("trgLang");
    return {};
  }

  Result<void> start_file(const XmlAttributes& attributes) {
    source_language_ = attributes.value("source-language");
    target_language_ = attributes.value("target-language");
    return {};
  }

  Result<void> start_unit(std::string_view name, const XmlAttributes& attributes) {
    if (in_unit_) return fail("xliff_nested", {{"unit", unit_.id}});
    if (std::ssize(file_.units) == limits::translation_file_units.value) {
      return std::unexpected(over_limit(limits::translation_file_units));
    }
    in_unit_ = true;
    unit_ = {};
    stages_.clear();
    unit_.source_language = source_language_;
    unit_.target_language = target_language_;
    const std::string_view named = attributes.value(name == "unit" ? "name" : "resname");
    unit_.id = named.empty() ? attributes.value("id") : named;
    // Both standards ask for one, and without it nobody could say which unit came back.
    if (unit_.id.empty()) return fail("xliff_unit_id");
    approved_ = attributes.value("approved") == "yes";
    unit_stage_ = attributes.value("stage");
    unit_.max_width = number_of(attributes.value("maxwidth"));
    return {};
  }

  // Something inside a text. What it holds is read as text; what stands for something is read as
  // the text it says it is equivalent to.
  Result<void> start_inline(std::string_view name, const XmlAttributes& attributes) {
    ++inline_depth_;
    findings_.add_once("exchange_inline", {{"element", std::string(name)}}, {});
    if (!is_placeholder(name)) return {};
    std::string_view equivalent = attributes.value("equiv-text");
    if (equivalent.empty()) equivalent = attributes.value("equiv");
    return characters(equivalent);
  }

  Result<void> end(std::string_view name) {
    if (skipping_ > 0) {
      --skipping_;
      return {};
    }
    if (inline_depth_ > 0) {
      --inline_depth_;
      return {};
    }
    if (into_ == &note_) keep_note();
    into_ = nullptr;
    if (in_unit_ && (name == "trans-unit" || (second_ && name == "unit"))) end_unit();
    return {};
  }

  void keep_note() {
    if (kind_ == "credit") {
      unit_.credits.push_back(note_);
    } else if (kind_ == "context") {
      unit_.context = note_;
    } else if (kind_ == "max_width") {
      unit_.max_width = number_of(note_);
    } else if (!note_.empty()) {
      unit_.note += (unit_.note.empty() ? "" : "\n") + note_;
    }
  }

  // A unit of several segments stands as its least finished one.
  void end_unit() {
    in_unit_ = false;
    const bool has_target = !unit_.target.empty();
    std::optional<localisation::UnitStage> least;
    for (const auto& [state, ours] : stages_) {
      const auto stage = second_ ? from_xliff21(state, has_target, ours)
                                 : from_xliff12(state, approved_, has_target, ours);
      if (!least || stage < *least) least = stage;
    }
    unit_.stage = least.value_or(localisation::UnitStage::missing);
    file_.units.push_back(std::move(unit_));
    unit_ = {};
  }

  Result<void> characters(std::string_view text) {
    if (skipping_ > 0 || !into_) return {};
    into_->append(text);
    if (std::ssize(*into_) > limits::xml_text_bytes.value) {
      return std::unexpected(over_limit(limits::xml_text_bytes));
    }
    return {};
  }

  ExchangeFile file_;
  Findings findings_;
  bool rooted_ = false;
  bool second_ = false;  // XLIFF 2
  bool in_unit_ = false;
  bool approved_ = false;
  int64_t skipping_ = 0;
  int64_t inline_depth_ = 0;
  std::string source_language_;
  std::string target_language_;
  std::string unit_stage_;
  std::string state_;
  std::string ours_;
  std::string kind_;
  std::string note_;
  std::string* into_ = nullptr;
  ExchangeUnit unit_;
  std::vector<std::pair<std::string, std::string>> stages_;
};

}  // namespace

Result<ExchangeFile> read_xliff(std::string_view bytes) {
  UMIKOE_TRY(auto file, Reading().run(bytes));
  for (const ExchangeUnit& unit : file.units) {
    if (unit.source_language.empty()) return fail("xliff_languages", {{"unit", unit.id}});
  }
  return file;
}

}  // namespace umikoe::formats::exchange
