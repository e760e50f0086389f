#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/table/header_row.h"
#include "formats/table/joined_rows.h"
#include "formats/table/mapping.h"
#include "formats/table/table_file.h"

namespace umikoe::formats::table {

// Something only a person can say about a table. Numbers are places in the list, from 1, and stay
// when answers are added.
struct TableQuestion {
  std::string id;    // such as "territory:アジア"; what an answer names
  std::string code;  // of the sentence "question.<code>"
  std::vector<std::pair<std::string, std::string>> arguments = {};
  std::vector<std::string> options = {};  // readings to choose from; may be empty
  bool free_text = false;                 // another answer than the options is fine
  std::string answer = {};                // taken; empty: open
  bool answer_refused = false;            // an answer was given and is not one of the allowed
};

struct ProposedColumn {
  std::string target;
  std::string header;  // of the file; empty for a constant
  std::string constant;
  std::string reason;  // header, values, answer or saved
};

struct PreviewRow {
  long line = 0;
  std::vector<std::pair<std::string, std::string>> cells;  // our column, our value
};

using TableAnswers = std::vector<std::pair<std::string, std::string>>;  // question id, answer

// What a table seems to be, before anything of it is kept.
struct TableProposal {
  std::vector<std::string> sheets;  // of a workbook
  HeaderRow header;
  std::vector<HeaderRow> more_sheets;    // with the same headers, read as the same table
  std::vector<std::string> sheets_left;  // with tables that are not read
  std::vector<std::string> labels;       // of the header's columns, as people name them
  std::string fingerprint;
  std::vector<ProposedColumn> columns;
  std::vector<std::string> unused;  // headers nothing is taken from
  std::vector<TableQuestion> questions;
  std::vector<PreviewRow> preview;
  TableMapping mapping;  // as far as it is decided
  long rows = 0;

  bool ready() const;  // nothing is open
  std::vector<HeaderRow> all_headers() const;
};

// True where the answer asks for every sheet with the same headers.
bool means_all_sheets(const TableFile& file, const std::string& answer);

// The header of the sheet asked for by name, else of the first visible sheet with a known header; a
// sheet of the preferred name stands before it. Errors: sheet_unknown, table_unknown.
Result<HeaderRow> find_table(const TableFile& file, const std::string& wanted_sheet,
                             const std::string& preferred_sheet);

// Looks at a table and proposes how to read it: from headers and values, from what was confirmed
// before (`saved`, which may be empty) and from answers, which stand above all. What is not certain
// is a question. Errors: table_unknown where no header can be found, and those of reading.
// `numbers` is asked only where rows name recordings by number.
Result<TableProposal> propose(const TableFile& file, const TableMapping* saved,
                              const TableAnswers& answers, const NumbersSource& numbers = {});

}  // namespace umikoe::formats::table
