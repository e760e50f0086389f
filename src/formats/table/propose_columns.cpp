#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "formats/table/folded.h"
#include "formats/table/proposing.h"

namespace umikoe::formats::table {
namespace {

constexpr std::string_view ignored = "ignore";

// Nobody could say one value of these for all rows.
bool takes_constant(std::string_view target) {
  return target != "isrc" && target != "title" && target != "text" && target != "name";
}

bool is_day(CellType type) {
  return type == CellType::first_day || type == CellType::last_day || type == CellType::day;
}

}  // namespace

std::vector<size_t> Proposing::candidates(std::string_view target) const {
  std::vector<size_t> found;
  for (size_t i = 0; i < sources_.size(); ++i) {
    const bool named = std::ranges::any_of(sources_[i].meanings, [&](const HeaderMeaning& meaning) {
      return meaning.column == target && (meaning.kind == "*" || meaning.kind == kind_word());
    });
    const bool left_out = std::ranges::find(left_out_, sources_[i].label) != left_out_.end();
    if (named && !left_out && !is_taken(sources_[i].label)) found.push_back(i);
  }
  // Of several, those without a single value say nothing.
  if (found.size() > 1) {
    const bool any = std::ranges::any_of(found, [&](size_t i) { return sources_[i].filled > 0; });
    if (any) std::erase_if(found, [&](size_t i) { return sources_[i].filled == 0; });
  }
  return found;
}

std::optional<size_t> Proposing::by_values(std::string_view target) const {
  std::optional<size_t> found;
  for (size_t i = 0; i < sources_.size(); ++i) {
    const SourceColumn& source = sources_[i];
    constexpr long enough = 3;
    const bool fits = (target == "isrc" && source.holds(source.isrcs)) ||
                      (target == "icpn" && source.filled >= enough && source.holds(source.gtins));
    if (!fits || is_taken(source.label)) continue;
    if (found) return std::nullopt;  // two such columns: a person decides
    found = i;
  }
  return found;
}

void Proposing::settle(const std::string& target, const std::string& source, std::string reason) {
  if (source == ignored) {
    no_source_.push_back(target);
    return;
  }
  ProposedColumn column{
      .target = target, .header = {}, .constant = {}, .reason = std::move(reason)};
  if (source.starts_with('=')) {
    column.constant = source.substr(1);
  } else {
    column.header = source;
  }
  proposal_.columns.push_back(std::move(column));
}

// "=TEXT" for every row, "ignore", a header, or "#3" for the third column.
static std::optional<std::string> source_answer(const std::string& text, std::string_view target,
                                                bool required,
                                                const std::vector<std::string>& labels) {
  if (text.starts_with('=')) {
    return text.size() > 1 && takes_constant(target) ? std::optional(text) : std::nullopt;
  }
  if (text == ignored || text == "-") {
    return required ? std::nullopt : std::optional(std::string(ignored));
  }
  size_t number = 0;
  if (text.starts_with('#') &&
      std::from_chars(text.data() + 1, text.data() + text.size(), number).ptr ==
          text.data() + text.size() &&
      number >= 1 && number <= labels.size()) {
    return labels[number - 1];
  }
  for (const std::string& label : labels) {
    if (folded_header(label) == folded_header(text)) return label;
  }
  return std::nullopt;
}

void Proposing::ask_column(const std::string& target, bool required) {
  const bool unnamed = target == "isrc" && candidates(target).empty() &&
                       !joining_columns(proposal_.mapping.kind).empty();
  TableQuestion question{.id = "column:" + target,
                         .code = unnamed    ? "recordings_unnamed"
                                 : required ? "column_required"
                                            : "column_several",
                         .arguments = {{"column", target}},
                         .free_text = takes_constant(target)};
  for (const size_t i : candidates(target)) question.options.push_back(sources_[i].label);
  if (question.options.empty()) {
    constexpr size_t options_max = 20;
    for (const SourceColumn& source : sources_) {
      if (source.filled > 0 && !is_taken(source.label) && question.options.size() < options_max) {
        question.options.push_back(source.label);
      }
    }
  }
  if (sheets_->several() && takes_constant(target)) {
    question.options.push_back("=" + std::string(name_of_sheet));
  }
  if (!required) question.options.emplace_back(ignored);
  const std::string taken = ask(std::move(question), [&](const std::string& text) {
    return source_answer(text, target, required, proposal_.labels);
  });
  if (!taken.empty()) settle(target, taken, "answer");
}

// A header that may be several of our columns (契約先: the licensee or the licensor?).
void Proposing::ask_shared_headers() {
  for (const SourceColumn& source : sources_) {
    std::vector<std::string> targets;
    for (const HeaderMeaning& meaning : source.meanings) {
      const bool ours = meaning.kind == "*" || meaning.kind == kind_word();
      const bool by_number = meaning.kind == "*" && is_joining_column(meaning.column);
      if (by_number && !joins_) continue;
      if (ours && std::ranges::find(targets, meaning.column) == targets.end()) {
        targets.push_back(meaning.column);
      }
    }
    const bool asked_for = std::ranges::any_of(
        targets, [&](const std::string& target) { return answer("column:" + target) != nullptr; });
    if (targets.size() < 2 || source.filled == 0 || asked_for) continue;
    TableQuestion question{.id = "header:" + source.label,
                           .code = "header_several",
                           .arguments = {{"header", source.label}},
                           .options = targets};
    question.options.emplace_back(ignored);
    const auto options = question.options;
    const std::string taken = ask(std::move(question), [&](const std::string& text) {
      const bool known = std::ranges::find(options, text) != options.end();
      return known ? std::optional(text) : std::nullopt;
    });
    if (!taken.empty() && taken != ignored) settle(taken, source.label, "answer");
    if (taken == ignored) left_out_.push_back(source.label);
    // Until it is answered nothing is asked about the columns it may be.
    if (taken.empty()) no_source_.insert(no_source_.end(), targets.begin(), targets.end());
  }
}

bool Proposing::settle_from_answer(const std::string& target) {
  const std::string* given = answer("column:" + target);
  if (!given) return false;
  const auto taken = source_answer(*given, target, false, proposal_.labels);
  if (!taken) return false;  // asked about below, where the refusal is said
  settle(target, *taken, "answer");
  return true;
}

void Proposing::choose_column(const Column& column) {
  const std::string target(column.name);
  const bool said_none = std::ranges::find(no_source_, target) != no_source_.end();
  if (has_column(target) || said_none || settle_from_answer(target)) return;
  const auto named = candidates(target);
  if (named.size() == 1) {
    const SourceColumn& source = sources_[named[0]];
    const bool wrong = target == "isrc" && source.filled > 0 && source.isrcs == 0;
    if (!wrong) return settle(target, source.label, "header");
  }
  if (named.size() > 1) return ask_column(target, column.required);
  if (const auto found = by_values(target)) return settle(target, sources_[*found].label, "values");
  if (column.required || answer("column:" + target)) ask_column(target, column.required);
}

// Columns that name a row's recording where its ISRC doesn't. Two columns of titles narrow nothing.
void Proposing::choose_joining_column(const Column& column) {
  if (!joins_) return;
  const std::string target(column.name);
  const auto named = candidates(target);
  // A mapping does not keep what a person left out, so what was confirmed is not asked about again.
  const bool confirmed = saved_ && !saved_->columns.empty();
  if (is_number_column(target) && !confirmed) return choose_column(column);
  if (has_column(target) || settle_from_answer(target)) return;
  if (named.size() == 1) settle(target, sources_[named[0]].label, "header");
}

// The column whose words, yes or no of a row, most of what a column of the file holds are.
std::string_view Proposing::column_of_marks(const SourceColumn& source) const {
  const WideKind* kind = wide_kind(proposal_.mapping.kind);
  if (!kind || wide_ || !source.territory.empty()) return {};
  for (const std::string_view column : kind->value_columns) {
    const auto known = std::ranges::count_if(source.values, [&](const std::string& text) {
      return !value_of_word(kind_word(), column, text).empty();
    });
    if (known > 0 && static_cast<size_t>(known) * 2 >= source.values.size()) return column;
  }
  return {};
}

// Columns of days or territories under a header nobody knows may hold what a licence hangs on.
void Proposing::ask_unknown_headers(const std::vector<Column>& columns) {
  const Format kind = proposal_.mapping.kind;
  for (const SourceColumn& source : sources_) {
    const bool days = source.holds(source.days);
    const bool territories = source.holds(source.territories);
    // ○ and × below a header nobody knows decide about each row: not to be passed over.
    const std::string_view marks = days || territories ? "" : column_of_marks(source);
    const bool says_something = days || territories || !marks.empty();
    if (is_taken(source.label) || !source.meanings.empty() || !says_something) continue;
    TableQuestion question{.id = "header:" + source.label,
                           .code = "header_unknown",
                           .arguments = {{"header", source.label}},
                           .options = {}};
    for (const Column& column : columns) {
      const CellType type = type_of(kind, column.name);
      const bool fits = !marks.empty() ? column.name == marks
                        : days         ? is_day(type)
                                       : type == CellType::territories;
      if (fits && !has_column(column.name)) question.options.emplace_back(column.name);
    }
    if (question.options.empty()) continue;
    question.options.emplace_back(ignored);
    const auto options = question.options;
    const std::string taken = ask(std::move(question), [&](const std::string& text) {
      const bool known = std::ranges::find(options, text) != options.end();
      return known ? std::optional(text) : std::nullopt;
    });
    if (!taken.empty() && taken != ignored) settle(taken, source.label, "answer");
  }
}

size_t Proposing::wide_headers() const {
  std::set<std::string> territories;
  size_t count = 0;
  for (const SourceColumn& source : sources_) {
    if (source.territory.empty()) continue;
    ++count;
    territories.insert(source.territory);
  }
  // Two columns of one country say two things, and which counts is not told by their heads.
  return count == territories.size() ? count : 0;
}

// A table with a column for each country: each cell says for its country what the value column
// would. False where territories stand in a column of their own.
bool Proposing::choose_wide_columns() {
  const WideKind* wide = wide_kind(proposal_.mapping.kind);
  const bool saved = std::ranges::any_of(proposal_.columns, [](const ProposedColumn& column) {
    return !territory_of_target(column.target).empty();
  });
  if (saved || !wide) return saved;
  const bool decided =
      answer("column:" + std::string(wide->territories)) || !proposal_.columns.empty();
  if (decided || wide_headers() < wide_columns_min) return false;
  const auto listed = candidates(wide->territories);
  // A column of territories and one for each country say two things: 全世界, and × below 韓国.
  if (!listed.empty()) {
    if (ask({.id = "territories",
             .code = "territories_twice",
             .arguments = {{"header", sources_[listed.front()].label}},
             .options = {"column", "countries"}},
            [](const std::string& text) {
              const bool known = text == "column" || text == "countries";
              return known ? std::optional(text) : std::nullopt;
            }) != "countries") {
      return false;
    }
    for (const size_t i : listed) left_out_.push_back(sources_[i].label);
  }
  std::string_view value = wide->value_columns.back();
  for (const std::string_view column : wide->value_columns) {
    const bool reads_all = std::ranges::all_of(sources_, [&](const SourceColumn& source) {
      return source.territory.empty() ||
             std::ranges::all_of(source.values, [&](const std::string& text) {
               return !value_of_word(kind_word(), column, text).empty();
             });
    });
    if (!reads_all) continue;
    value = column;
    break;
  }
  for (const SourceColumn& source : sources_) {
    if (source.territory.empty()) continue;
    settle(wide_target(value, source.territory), source.label, "header");
  }
  choose_wide_regions(value);
  return true;
}

// Beside countries a wide table may have columns for several (ASEAN, ROW, その他地域): what they
// hold must not be lost, and what they mean not guessed.
void Proposing::choose_wide_regions(std::string_view value) {
  for (size_t i = 0; i < sources_.size(); ++i) {
    const SourceColumn& source = sources_[i];
    const bool other = !source.territory.empty() || !source.meanings.empty() || source.filled == 0;
    if (other || is_taken(source.label)) continue;
    const TerritoryReading reading = read_territories(proposal_.header.headers[i], {});
    if (!reading.codes.empty()) {
      settle(wide_target(value, reading.codes), source.label, "header");
      continue;
    }
    if (reading.open.empty() || reading.open.front().options.empty()) continue;
    const std::string taken = ask({.id = "header:" + source.label,
                                   .code = "territory_meaning",
                                   .arguments = {{"word", source.label}},
                                   .options = reading.open.front().options,
                                   .free_text = true},
                                  [](const std::string& text) { return territory_answer(text); });
    if (!taken.empty()) settle(wide_target(value, taken), source.label, "answer");
  }
}

Result<void> Proposing::choose_columns() {
  const Format kind = proposal_.mapping.kind;
  std::vector<Column> columns(columns_of(kind).begin(), columns_of(kind).end());
  const auto has = [&](std::string_view name) {
    return std::ranges::find(columns, name, &Column::name) != columns.end();
  };
  if (has("start") && has("end")) columns.push_back({"period"});
  if (saved_ && !saved_->columns.empty()) {
    for (const ColumnSource& source : saved_->columns) {
      if (answer("column:" + source.target)) continue;
      settle(source.target, source.header.empty() ? "=" + source.constant : source.header, "saved");
    }
  }
  UMIKOE_TRY(look_for_numbers());
  const bool wide_before = !proposal_.columns.empty();
  wide_ = choose_wide_columns();
  if (wide_) {
    // The columns that the cells of countries fill have no source of their own.
    const WideKind& wide = *wide_kind(kind);
    no_source_.emplace_back(wide.territories);
    no_source_.emplace_back("excluded_territories");
    for (const std::string_view value : wide.value_columns) no_source_.emplace_back(value);
  }
  const bool confirmed = wide_before;
  if (!confirmed) ask_shared_headers();
  for (Column& column : columns) {
    // A licence needs somebody who holds it, by name or by number.
    if (kind == Format::table_licences && column.name == "party") {
      column.required =
          !std::ranges::any_of(std::array{"party_dpid", "party_isni", "party_id"},
                               [&](std::string_view name) { return !candidates(name).empty(); });
    }
    // What was seen is said by one column or by the other.
    if (kind == Format::table_sightings && column.name == "seen") {
      column.required = candidates("state").empty();
    }
    if (is_joining_column(kind, column.name)) {
      choose_joining_column(column);
      continue;
    }
    if (column.name == "isrc" && joins_) column.required = false;
    if (!confirmed || answer("column:" + std::string(column.name))) choose_column(column);
  }
  if (has_column("period") && (has_column("start") || has_column("end"))) {
    std::erase_if(proposal_.columns, [](const ProposedColumn& c) { return c.target == "period"; });
  }
  if (!confirmed) ask_unknown_headers(columns);
  for (const SourceColumn& source : sources_) {
    if (source.filled > 0 && !is_taken(source.label)) proposal_.unused.push_back(source.label);
  }
  return {};
}

}  // namespace umikoe::formats::table
