#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/cells.h"
#include "app/decisions.h"
#include "demand/worth.h"
#include "messages/messages.h"

namespace umikoe::app {

struct GapQuestion {
  SelectionWords selection;
  std::string reason;  // a reason word; empty: every reason
  std::string role;    // who can change it; empty: everybody
  size_t limit = 0;    // cells returned; 0: all
  size_t offset = 0;
  bool keep_asked = false;  // the cells behind the questions too, which can be very many
};

struct GapCell {
  Cell cell;
  demand::Worth worth;
};

// Counts of cells; worth is never summed over cells without an estimate.
struct GapTotal {
  int64_t open = 0;
  int64_t closed = 0;  // gaps only
  int64_t unknown = 0;
  int64_t heard_without_permission = 0;  // a question to a person, in none of the three above
  int64_t held_back = 0;                 // closed on purpose, in none of the four above
  int64_t not_understood = 0;            // of the open ones: nobody there can find or read it
  int64_t worth_unknown = 0;             // gaps without an estimate
  double worth = 0;                      // expected streams of gaps with one
};

// Cells closed on purpose: out of the ranking until a person looks again.
struct HeldBackTotal {
  int64_t cells = 0;
  int64_t recordings = 0;
  std::map<std::string, int64_t> by_kind;
  std::optional<Date> next_review;
};

// Gaps that need nobody else: licensed, and closed by one's own instruction.
struct OwnTotal {
  int64_t cells = 0;
  int64_t recordings = 0;
};

struct GapReport {
  Date as_of;
  std::string use;
  int64_t gaps = 0;               // before limit and offset
  std::vector<GapCell> cells;     // observed first, then bounded, then scaled; unknown worth last
  std::vector<GapCell> asked;     // unknown, with a party to ask; only where asked for
  std::vector<Decision> decisions;  // over all gaps; the questions to a party after them
  GapTotal all;
  std::map<TerritoryCode, GapTotal> by_territory;
  std::map<std::string, GapTotal> by_reason;
  std::map<std::string, GapTotal> by_role;
  std::map<std::string, double> worth_by_kind;
  HeldBackTotal held_back;
  OwnTotal own;
  int64_t recordings = 0;
  int64_t recordings_open_everywhere = 0;
  int64_t recordings_closed_somewhere = 0;
  int64_t recordings_closed_everywhere = 0;
  int64_t recordings_unknown_somewhere = 0;
  double home_streams_closed = 0;  // sum over cells of home streams, by state: the weighted view
  double home_streams_open = 0;
  double home_streams_unknown = 0;
  std::string markets_source;
  std::string markets_verified_on;
};

// What the world cannot hear: every closed cell over the markets, with one reason, who can change
// it and what it is worth. Errors: those of select(), reason_unknown, role_unknown.
Result<GapReport> gap(const LoadedWorld& world, const GapQuestion& question);

std::string gap_json(const GapReport& report, const LoadedWorld& world);
// One row per cell, and one per decision.
std::string gap_csv(const GapReport& report, const LoadedWorld& world);
std::string decisions_csv(const GapReport& report, const LoadedWorld& world);
// For people, the decisions.
std::string decisions_text(const GapReport& report, const LoadedWorld& world,
                           messages::Language language, size_t rows_shown);
// For people, the cells: those that one party mends in one go make one row, in order of their best
// cell.
std::string gap_text(const GapReport& report, const LoadedWorld& world,
                     messages::Language language, size_t rows_shown);
// What both begin with: totals, who can change how many, what is held back on purpose.
std::string gap_heading(const GapReport& report, messages::Language language);

}  // namespace umikoe::app
