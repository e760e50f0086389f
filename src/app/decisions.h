#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "app/cells.h"
#include "demand/worth.h"

namespace umikoe::app {

// Worth of several cells in streams per 28 days, each kind apart: they are not of one quality.
// Cells without an estimate are counted, never summed.
struct WorthByKind {
  std::optional<double> observed;
  std::optional<double> bounded;
  std::optional<double> scaled;
  int64_t unknown_cells = 0;

  void add(const demand::Worth& worth);
  void add(const WorthByKind& more);
};

// What one party can change in one go: one document or cause over a set of recordings and markets.
struct Decision {
  std::string id;    // the same for the same decision on the same data
  bool ask = false;  // nobody knows yet: a question to the party, not a closed door
  rights::Who who;
  rights::LinkKind link = rights::LinkKind::held;
  rights::Reason reason = rights::Reason::none;  // none for a question
  std::string detail;
  std::string document;                    // the contract, where the licence link decides
  std::optional<Date> document_end;        // first day on which that contract no longer runs
  rights::PartyRef recipient;              // to whom a delivery would go
  std::vector<Isrc> recordings;            // in order
  std::vector<TerritoryCode> territories;  // in order of code
  int64_t cells = 0;
  WorthByKind worth;
  std::optional<int64_t> cost_jpy;  // 0 for one's own instruction under a licence; else unknown
  std::optional<Date> next_expiry;  // of the licences that cover these cells
};

// Whether the decision is about the cell: its recordings and markets can hold cells of others.
bool is_about(const Decision& decision, const Cell& cell);

// Gathers cells into decisions. Cells of the licence link meet by contract; those of delivery meet
// where the same recipient lacks the same markets, which is one instruction; a service is asked
// once for all it does not show.
class DecisionTable {
 public:
  explicit DecisionTable(const LoadedWorld& world) : world_(world) {}

  // A gap, or an unknown cell whose question has a named party; others are left out.
  void add(const Cell& cell, const demand::Worth& worth);
  // Those to open, most observed worth first, then bounded, scaled and number of cells; then the
  // questions in the same order.
  std::vector<Decision> decisions() const;

 private:
  using Key = std::tuple<bool, std::vector<rights::PartyRef>, rights::WhoRole, rights::LinkKind,
                         rights::Reason, std::string, std::string, rights::PartyRef>;
  // What one cause closes of one recording.
  struct Part {
    TerritorySet territories;
    int64_t cells = 0;
    WorthByKind worth;
    std::optional<Date> document_end;
    std::optional<Date> next_expiry;
    bool free = true;  // every cell opens by one's own hand
  };
  // Parts that make one decision.
  struct Group {
    const Key* key = nullptr;
    std::map<Isrc, const Part*> parts;
  };
  Key key_of(const Cell& cell) const;
  std::vector<Group> groups() const;
  Decision decision_of(const Group& group) const;

  const LoadedWorld& world_;
  std::map<Key, std::map<Isrc, Part>> parts_;
};

}  // namespace umikoe::app
