#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/identifiers.h"
#include "base/territory.h"
#include "edits/edit.h"

namespace umikoe::app {

enum class HoldKind : uint8_t { embargo, window, physical_first, artist, agency, legal, other };
std::string_view word(HoldKind kind);
std::optional<HoldKind> parse_hold_kind(std::string_view word);

// Cells closed on purpose: one recording, all of an artist or all of a label, in some territories,
// until a day on which a person looks again. An overlay: no link of any answer changes.
struct Hold {
  EditId entry;        // what `unhold` names
  std::string isrc;    // exactly one of isrc, artist and label is set
  std::string artist;  // the whole name, in any ASCII case
  std::string label;
  TerritorySet territories;
  HoldKind kind = HoldKind::other;
  Date until;  // the review date: from this day on the cells are back
  std::string by;
  Instant made_at;
  std::string note;  // private: for the people of this world only, never in anything handed on

  bool operator==(const Hold&) const = default;
};

// The kind of edit that holds and their withdrawals are.
inline constexpr std::string_view held_back_edit = "held_back";

// What a hold is about; a later hold on the same replaces the earlier.
std::string subject_of(const Hold& hold);
std::string body_of(const Hold& hold);
// The standing holds of a log, in order of entry. Error held_back_unreadable.
Result<std::vector<Hold>> holds_of(std::span<const edits::Edit> log);

// Which recordings the standing holds are about.
class HeldBack {
 public:
  void add(Hold hold, std::vector<Isrc> recordings);
  std::span<const Hold> all() const { return holds_; }
  // The recordings of the hold at that place of all().
  std::span<const Isrc> recordings(size_t at) const { return recordings_[at]; }
  // The hold in force there on that day; of several the one reviewed last.
  const Hold* on(const Isrc& isrc, TerritoryCode territory, Date date) const;

 private:
  std::vector<Hold> holds_;
  std::vector<std::vector<Isrc>> recordings_;
  std::map<Isrc, std::vector<size_t>> by_isrc_;
};

}  // namespace umikoe::app
