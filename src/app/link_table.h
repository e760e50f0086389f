#pragma once

#include <string>
#include <vector>

#include "app/loaded_world.h"
#include "app/ports.h"
#include "catalogue/linkage/link.h"
#include "messages/messages.h"

namespace umikoe::app {

enum class LinkKind : uint8_t { recording, artist };

struct LinkReport {
  std::vector<std::string> rows;  // of a world's links: what identifies each row of side a
  std::vector<std::string> ids_a;
  std::vector<std::string> ids_b;
  std::vector<catalogue::LinkCandidate> candidates;
};

// Links the rows of one table: columns id, side (a or b), title, artist, writers (or composers),
// isrc, duration_ms, date; the last six may be absent or empty. Errors: column_missing,
// link_side_unknown, link_id_missing, isrc_malformed, number_invalid, date_invalid, limit_exceeded
// (link_rows), each with its line and column; those of the table reader.
Result<LinkReport> link_table(const FileSource& files, const std::string& path, LinkKind kind,
                              MorphologicalEngine& engine);

// Links the rows of one table (side is not needed) to the recordings of a world. What people
// decided before goes first: "the same" is a link, "not the same" is never proposed again.
Result<LinkReport> link_to_world(const FileSource& files, const std::string& path,
                                 MorphologicalEngine& engine, const LoadedWorld& world);

// A person's word on a row and a recording, "ID=ISRC".
struct LinkDecision {
  enum class Verdict : uint8_t { same, different, undo };
  Verdict verdict = Verdict::same;
  std::string pair;
  std::string by;
  Instant now;
};
// Keeps it with the evidence as it stood. Errors: link_pair_malformed, link_row_unknown,
// isrc_unknown, link_by_needed, link_undecided (nothing to undo), not_allowed.
Result<void> decide_link(WorldStore& store, const LoadedWorld& world, const LinkReport& report,
                         const LinkDecision& decision);

std::string link_json(const LinkReport& report);
std::string link_csv(const LinkReport& report);
std::string link_text(const LinkReport& report, messages::Language language);

}  // namespace umikoe::app
