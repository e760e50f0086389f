#include "app/translation/exchange.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "app/file_reading.h"
#include "app/json.h"
#include "app/number_words.h"
#include "base/language_tag.h"

namespace umikoe::app {
namespace {

using formats::exchange::ExchangeFormat;
using formats::exchange::ExchangeUnit;
using localisation::UnitEvent;
using localisation::UnitKey;
using localisation::UnitStage;
using messages::Language;
using messages::text;

// So many pairs in one entry of the log: few enough to be read at a glance, and large memories do
// not become millions of entries.
constexpr size_t pairs_per_entry = 500;

ExchangeUnit exchanged(const UnitView& unit, const TranslationDesk& desk) {
  ExchangeUnit out;
  out.id = to_string(unit.key);
  out.source_language = unit.source->language;
  out.target_language = unit.key.language;
  out.source = unit.source->text;
  out.target = unit.text();
  out.stage = unit.stage;
  out.context = unit.source->context;
  out.max_width = unit.source->max_width;
  for (const auto* term : desk.glossary().met_in(out.source, out.target_language)) {
    const std::string target = term->target.empty() ? "" : " → " + term->target;
    const std::string note = term->note.empty() ? "" : " (" + term->note + ")";
    out.note += (out.note.empty() ? "" : "\n") + term->source + target + note;
  }
  if (unit.state) out.credits = desk.credits(unit.state->now);
  return out;
}

bool holds_one_pair(ExchangeFormat format) {
  return format == ExchangeFormat::xliff21 || format == ExchangeFormat::po;
}

// The taking in of one file.
class Taking {
 public:
  Taking(const TranslationDesk& desk, const std::string& by, const access::Viewer& viewer,
         Instant now)
      : desk_(desk), by_(by), viewer_(viewer), now_(now) {}

  void take(const ExchangeUnit& unit) {
    const auto key = localisation::parse_unit_key(unit.id);
    if (!key || !desk_.source(key->text)) return add(unit.id, "conflict", "unit_source_unknown");
    if (!seen_.insert(*key).second) return add(unit.id, "conflict", "exchange_repeated");
    if (unit.target.empty()) return add(unit.id, "passed_over", "unit_text_empty");
    const UnitView view = desk_.view(*key);
    const std::string& source = view.source->text;
    if (!unit.source.empty() && unit.source != source) {
      return add(unit.id, "conflict", "unit_source_changed");
    }
    const bool submit =
        unit.stage != UnitStage::draft && unit.stage != UnitStage::missing &&
        unit.stage != UnitStage::withdrawn;
    const bool same = view.text() == unit.target && !view.source_changed;
    // What has already come further with the same words stays where it is.
    if (same && (view.stage != UnitStage::draft || !submit)) {
      return add(unit.id, "unchanged", "");
    }
    if (view.stage > UnitStage::translated && view.stage != UnitStage::withdrawn) {
      return add(unit.id, "conflict", "exchange_approved_meanwhile");
    }
    write(*key, unit.target, submit);
  }

  std::vector<edits::EditDraft> drafts;
  ExchangeReport report;

 private:
  void write(const UnitKey& key, const std::string& target, bool submit) {
    UnitEvent event;
    event.unit = key;
    event.by = by_;
    event.at = now_;
    event.text = target;
    localisation::UnitState state = desk_.state(key);
    auto taken = drafts_of(desk_, state, event, submit, viewer_);
    if (!taken) return add(to_string(key), "conflict", taken.error().code);
    drafts.insert(drafts.end(), taken->begin(), taken->end());
    add(to_string(key), "taken", "");
  }

  void add(std::string unit, std::string outcome, std::string reason) {
    report.taken += outcome == "taken";
    report.conflicts += outcome == "conflict";
    report.units.push_back({std::move(unit), std::move(outcome), std::move(reason)});
  }

  const TranslationDesk& desk_;
  const std::string& by_;
  const access::Viewer& viewer_;
  Instant now_;
  std::set<UnitKey> seen_;
};

}  // namespace

Result<std::string> exchange_bytes(const FileSource& files, const std::string& path) {
  UMIKOE_TRY(const auto source, bytes_of(files, path));
  return formats::exchange::whole_file(source);
}

Result<std::string> export_units(const TranslationDesk& desk, const UnitSelection& selection,
                                 const std::string& format, bool byte_order_mark) {
  const auto known = formats::exchange::parse_exchange_format(format);
  if (!known) return fail("exchange_format_unknown", {{"format", format}});
  UMIKOE_TRY(const auto list, select_units(desk, selection));
  std::vector<ExchangeUnit> units;
  std::set<std::pair<std::string, std::string>> pairs;
  for (const UnitView& unit : list.units) {
    if (!unit.source) continue;
    // A memory holds what was translated, nothing else.
    const bool translated = unit.stage >= UnitStage::translated && !unit.text().empty();
    if (*known == ExchangeFormat::tmx && !translated) continue;
    units.push_back(exchanged(unit, desk));
    // A memory's entries meet again by their work.
    if (*known == ExchangeFormat::tmx) units.back().context = unit.source->work;
    pairs.insert({units.back().source_language, units.back().target_language});
  }
  if (units.empty()) return fail("exchange_nothing");
  if (holds_one_pair(*known) && pairs.size() > 1) {
    return fail("exchange_one_pair", {{"format", format}});
  }
  return formats::exchange::write_exchange(*known, units, byte_order_mark);
}

Result<ExchangeReport> import_exchange(WorldStore& store, const TranslationDesk& desk,
                                       std::string_view bytes, const std::string& by,
                                       const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("unit_by_needed");
  UMIKOE_TRY(const auto* person, person_of(desk.roster(), by));
  if (person->terms_version.empty()) return fail("person_terms", {{"person", by}});
  UMIKOE_TRY(auto file, formats::exchange::read_exchange(bytes));
  Taking taking(desk, by, viewer, now);
  for (const ExchangeUnit& unit : file.units) taking.take(unit);
  UMIKOE_TRY(store.append_edits(taking.drafts));
  taking.report.findings = std::move(file.findings);
  return std::move(taking.report);
}

std::string exchange_json(const ExchangeReport& report, Language language) {
  Json units = Json::array();
  for (const auto& unit : report.units) {
    units.push_back({{"unit", unit.unit},
                     {"outcome", unit.outcome},
                     {"reason", or_null(unit.reason)}});
  }
  Json findings = Json::array();
  for (const Finding& finding : report.findings) {
    findings.push_back({{"code", finding.code}, {"text", messages::sentence(language, finding)}});
  }
  return dump({{"taken", report.taken},
               {"conflicts", report.conflicts},
               {"units", std::move(units)},
               {"findings", std::move(findings)}});
}

std::string exchange_text(const ExchangeReport& report, Language language) {
  std::string out = text(language, "translation.imported",
                         {{"taken", grouped(report.taken)},
                          {"conflicts", grouped(report.conflicts)},
                          {"units", grouped(static_cast<int64_t>(report.units.size()))}}) +
                    "\n";
  for (const auto& unit : report.units) {
    if (unit.outcome != "conflict") continue;
    out += "  ! " + unit.unit + "  [" + unit.reason + "]\n";
  }
  for (const Finding& finding : report.findings) {
    out += "  " + messages::sentence(language, finding) + "\n";
  }
  return out;
}

Result<size_t> import_memory(WorldStore& store, const TranslationDesk& desk,
                             std::string_view bytes, const std::string& name,
                             const std::string& by, const access::Viewer& viewer, Instant now) {
  if (!viewer.may_write()) return fail("not_allowed");
  if (by.empty()) return fail("record_by_needed");
  UMIKOE_TRY(const auto file, formats::exchange::read_exchange(bytes));
  // Pairs of one work and one pair of languages stand in one entry.
  using Pair = std::tuple<std::string, std::string, std::string>;
  std::map<Pair, std::vector<const ExchangeUnit*>> by_pair;
  size_t pairs = 0;
  for (const ExchangeUnit& unit : file.units) {
    if (unit.source.empty() || unit.target.empty()) continue;
    const auto source = parse_language_tag(unit.source_language).tag.text;
    const auto target = parse_language_tag(unit.target_language).tag.text;
    by_pair[{source, target, unit.context}].push_back(&unit);
    ++pairs;
  }
  if (pairs == 0) return fail("exchange_nothing");
  std::vector<edits::EditDraft> drafts;
  for (const auto& [key, units] : by_pair) {
    const auto& [source, target, work] = key;
    for (size_t at = 0; at < units.size(); at += pairs_per_entry) {
      Json entries = Json::array();
      for (size_t i = at; i < std::min(units.size(), at + pairs_per_entry); ++i) {
        entries.push_back(Json::array({units[i]->source, units[i]->target}));
      }
      edits::EditDraft draft;
      draft.organisation = desk.world().info().organisation.id;
      draft.author = by;
      draft.made_at = now;
      draft.kind = memory_edit;
      draft.subject = name + "#" + std::to_string(drafts.size());
      draft.body = dump({{"source_language", source},
                         {"target_language", target},
                         {"work", work},
                         {"origin", name},
                         {"entries", std::move(entries)}});
      drafts.push_back(std::move(draft));
    }
  }
  UMIKOE_TRY(store.append_edits(drafts));
  return pairs;
}

}  // namespace umikoe::app
