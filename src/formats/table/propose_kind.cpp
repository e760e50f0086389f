#include <algorithm>

#include "formats/table/folded.h"
#include "formats/table/proposing.h"

namespace umikoe::formats::table {
namespace {

// What a kind of table is told by: this column, and one of those.
struct Mark {
  Format kind;
  std::string_view column;
  std::vector<std::string_view> one_of;
};

const std::vector<Mark>& marks() {
  static const std::vector<Mark> table = {
      {Format::table_licences,
       "territories",
       {"party", "grantor", "period", "start", "end", "document", "exclusive", "uses", "right"}},
      {Format::table_licences, "excluded_territories", {"party", "grantor", "period", "document"}},
      {Format::table_deliveries, "territories", {"service", "recipient"}},
      {Format::table_sightings, "seen", {"service", "territory"}},
      {Format::table_sightings, "state", {"service", "territory"}},
      {Format::table_names, "text", {"field"}},
      {Format::table_revenue, "usage_month", {"units", "gross", "ours"}},
      {Format::table_revenue, "units", {"gross", "ours"}},
      {Format::table_plays, "units", {"day", "usage_month", "start", "period"}},
      {Format::table_chart, "rank", {"artist", "title", "streams"}},
      {Format::table_parties, "name", {"role", "dpid", "isni", "party_id"}},
      {Format::table_appearances, "event", {"artist", "city", "territory"}},
  };
  return table;
}

// The targets of a kind that headers of the file name.
std::vector<std::string> named_targets(const std::vector<SourceColumn>& sources, Format kind) {
  std::vector<std::string> targets;
  for (const SourceColumn& source : sources) {
    for (const HeaderMeaning& meaning : source.meanings) {
      const bool any_kind = meaning.kind == "*" &&
                            std::ranges::find(columns_of(kind), meaning.column, &Column::name) !=
                                columns_of(kind).end();
      if (meaning.kind != word(kind) && !any_kind) continue;
      // Titles and numbers stand in many kinds of table and tell none from another.
      if (is_joining_column(kind, meaning.column)) continue;
      if (std::ranges::find(targets, meaning.column) == targets.end()) {
        targets.push_back(meaning.column);
      }
    }
  }
  return targets;
}

// A column for each country names territories, and what is so there.
void add_wide_targets(Format kind, size_t wide_headers, std::vector<std::string>& targets) {
  if (wide_headers < wide_columns_min) return;
  if (kind == Format::table_licences || kind == Format::table_deliveries) {
    targets.emplace_back("territories");
  }
  if (kind == Format::table_sightings) targets.emplace_back("state");
}

bool has_mark(Format kind, const std::vector<std::string>& targets) {
  const auto has = [&](std::string_view target) {
    return std::ranges::find(targets, target) != targets.end();
  };
  for (const Mark& mark : marks()) {
    if (mark.kind == kind && has(mark.column) && std::ranges::any_of(mark.one_of, has)) return true;
  }
  // Names and recordings share their required columns with others, so these need their mark.
  if (kind == Format::table_recordings || kind == Format::table_parties) return false;
  return std::ranges::all_of(
      columns_of(kind), [&](const Column& column) { return !column.required || has(column.name); });
}

struct Scored {
  Format kind;
  size_t score;
};

// Lines of plays are lines of a statement where any money stands beside them, else plays alone. A
// list of places is a chart, unless its rows name recordings: then it is somebody's own plays.
void leave_one_of_rivals(const std::vector<SourceColumn>& sources, std::vector<Scored>& marked) {
  const auto of_money = named_targets(sources, Format::table_revenue);
  const bool money = std::ranges::any_of(of_money, [](const std::string& target) {
    return target == "gross" || target == "ours" || target == "currency" || target == "total";
  });
  std::erase_if(marked, [&](const Scored& kind) {
    return kind.kind == (money ? Format::table_plays : Format::table_revenue);
  });
  const auto of_plays = named_targets(sources, Format::table_plays);
  const bool own = std::ranges::find(of_plays, "isrc") != of_plays.end();
  const bool chart = std::ranges::find(marked, Format::table_chart, &Scored::kind) != marked.end();
  std::erase_if(marked, [&](const Scored& kind) {
    return chart && kind.kind == (own ? Format::table_chart : Format::table_plays);
  });
}

}  // namespace

void Proposing::choose_kind() {
  if (saved_ && !saved_->columns.empty() && !answer("kind")) {
    proposal_.mapping.kind = saved_->kind;
    return;
  }
  std::vector<Scored> marked;
  for (const Format kind : table_formats()) {
    auto targets = named_targets(sources_, kind);
    add_wide_targets(kind, wide_headers(), targets);
    if (has_mark(kind, targets)) marked.push_back({kind, targets.size()});
  }
  // A catalogue with a column for the group is a catalogue; its groups are read with it.
  const auto in_catalogue = named_targets(sources_, Format::table_recordings);
  if (std::ranges::find(in_catalogue, "title") != in_catalogue.end()) {
    std::erase_if(marked, [](const Scored& kind) { return kind.kind == Format::table_groups; });
  }
  leave_one_of_rivals(sources_, marked);
  std::ranges::stable_sort(marked, std::greater(), &Scored::score);
  // A ledger with a column ステータス is a ledger still: twice as many headers speak for it.
  const bool clear =
      marked.size() == 1 || (marked.size() > 1 && marked[0].score >= 2 * marked[1].score);
  if (clear && !answer("kind")) {
    proposal_.mapping.kind = marked[0].kind;
    return;
  }
  const bool isrcs = std::ranges::any_of(sources_, [](const SourceColumn& source) {
    return source.isrcs > 0 && source.holds(source.isrcs);
  });
  const auto recordings = named_targets(sources_, Format::table_recordings);
  const bool title = std::ranges::find(recordings, "title") != recordings.end();
  const bool isrc = isrcs || std::ranges::find(recordings, "isrc") != recordings.end();
  if (marked.empty() && title && isrc && !answer("kind")) {
    proposal_.mapping.kind = Format::table_recordings;
    return;
  }
  TableQuestion question{.id = "kind", .code = "table_kind", .arguments = {}};
  for (const Scored& kind : marked) question.options.emplace_back(word(kind.kind));
  if (marked.empty()) {
    for (const Format kind : table_formats()) question.options.emplace_back(word(kind));
  }
  const std::string taken = ask(std::move(question), [](const std::string& text) {
    const auto formats = table_formats();
    const bool known = std::ranges::any_of(formats, [&](Format f) { return word(f) == text; });
    return known ? std::optional(text) : std::nullopt;
  });
  for (const Format kind : table_formats()) {
    if (word(kind) == taken) proposal_.mapping.kind = kind;
  }
}

}  // namespace umikoe::formats::table
