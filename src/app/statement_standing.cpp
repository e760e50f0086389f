#include "app/statement_standing.h"

namespace umikoe::app {
namespace {

using demand::RevenueStatement;

enum class Meeting { none, copy, other_version, other_number };

Meeting meeting_of(const RevenueStatement& fresh, const RevenueStatement& held) {
  if (fresh.currency != held.currency) return Meeting::none;
  const bool same_lines = fresh.lines == held.lines && fresh.lines_digest == held.lines_digest;
  const bool numbered = !fresh.number.empty() && !held.number.empty();
  const bool same_number =
      numbered && fresh.number == held.number && fresh.sender == held.sender;
  if (same_lines) return same_number || !numbered ? Meeting::copy : Meeting::other_number;
  return same_number ? Meeting::other_version : Meeting::none;
}

Error error_of(const char* code, const RevenueStatement& fresh, const RevenueStatement& held) {
  return {code,
          {{"number", fresh.number},
           {"held_number", held.number},
           {"document", held.document},
           {"held_total", held.lines_total.to_string()},
           {"total", fresh.lines_total.to_string()},
           {"currency", std::string(fresh.currency.view())}}};
}

}  // namespace

StatementStanding standing_of(std::span<const RevenueStatement> fresh,
                              std::span<const RevenueStatement> on_file) {
  StatementStanding out;
  size_t copies = 0;
  const RevenueStatement* copied = nullptr;
  for (const RevenueStatement& statement : fresh) {
    bool copy = false;
    for (const RevenueStatement& held : on_file) {
      switch (meeting_of(statement, held)) {
        case Meeting::none:
          break;
        case Meeting::copy:
          copy = true;
          copied = &held;
          break;
        case Meeting::other_version:
          out.error = error_of("statement_number_held", statement, held);
          return out;
        case Meeting::other_number:
          out.error = error_of("statement_lines_held", statement, held);
          return out;
      }
    }
    copies += copy;
  }
  if (copies == 0) return out;
  if (copies == fresh.size()) {
    out.status = "ignored";
    out.reason = "statement_already_held";
  } else {
    // One of its currencies is on file: keeping the file would count that one twice.
    out.error = error_of("statement_lines_held", fresh.front(), *copied);
  }
  return out;
}

}  // namespace umikoe::app
