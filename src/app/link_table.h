#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "catalogue/linkage/link.h"
#include "messages/messages.h"

namespace umikoe::app {

enum class LinkKind : uint8_t { recording, artist };

struct LinkReport {
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

std::string link_json(const LinkReport& report);
std::string link_csv(const LinkReport& report);
std::string link_text(const LinkReport& report, messages::Language language);

}  // namespace umikoe::app
