#pragma once

#include <string>
#include <vector>

#include "app/translation/translation_desk.h"

namespace umikoe::app {

// Records of translation work that people state one by one or by a table.
enum class RecordKind : uint8_t {
  source,
  person,
  grant,
  term,
  provider,
  consent,
  languages,
  calendar_entry
};

// Keeps one record, or replaces the one on the same subject; gives the subject. Errors: those of
// translation_records.h, record_by_needed, person_own_role (nobody gives themselves a role),
// not_allowed.
Result<std::string> keep_record(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                                const StatedWords& words, const std::string& by,
                                const access::Viewer& viewer, Instant now);
// Takes a record off; it stays in the log. Error record_unknown.
Result<void> drop_record(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                         const std::string& subject, const std::string& by,
                         const access::Viewer& viewer, Instant now);
// Every row of a CSV table, its columns named as the records' words are; all or none. An error
// names the line. Errors: table_column_unknown, record_table_empty and those of keep_record.
Result<size_t> keep_table(WorldStore& store, const TranslationDesk& desk, RecordKind kind,
                          const FileSource& files, const std::string& path, const std::string& by,
                          const access::Viewer& viewer, Instant now);

}  // namespace umikoe::app
