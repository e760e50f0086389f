#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "formats/table/proposal.h"
#include "formats/table/table_sheets.h"
#include "formats/table/tables.h"
#include "formats/table/wide_columns.h"
#include "formats/table/word_tables.h"

namespace umikoe::formats::table {

// One column of the file while it is judged.
struct SourceColumn {
  std::string label;
  std::vector<HeaderMeaning> meanings = {};
  long filled = 0;  // cells with a text among the rows looked at
  long isrcs = 0;
  long gtins = 0;
  long days = 0;
  long territories = 0;
  std::string territory = {};         // that the header names
  std::set<std::string> values = {};  // some, under such a header or one nobody knows

  void note(std::string_view text);  // one of its values
  bool holds(long count) const { return filled > 0 && count * 10 >= filled * 9; }
};

// The steps of propose(), each adding its columns and questions.
class Proposing {
 public:
  Proposing(const TableFile& file, const TableMapping* saved, const TableAnswers& answers,
            const NumbersSource& numbers)
      : file_(file), saved_(saved), answers_(answers), numbers_(numbers) {}

  Result<TableProposal> run();

 private:
  Result<void> choose_sheet();
  Result<void> look_at_sheets(const std::string* wanted, bool all);
  Result<void> look_at_columns();
  void choose_kind();
  Result<void> look_for_numbers();
  Result<void> choose_columns();
  void choose_joining_column(const Column& column);
  bool has_number_candidate() const;
  void choose_column(const Column& column);
  void settle(const std::string& target, const std::string& source, std::string reason);
  bool settle_from_answer(const std::string& target);
  std::vector<size_t> candidates(std::string_view target) const;
  std::optional<size_t> by_values(std::string_view target) const;
  void ask_column(const std::string& target, bool required);
  void ask_shared_headers();
  std::string_view column_of_marks(const SourceColumn& source) const;
  void ask_unknown_headers(const std::vector<Column>& columns);
  Result<void> look_at_values();
  Result<void> ask_about_numbers();
  void add_constant(const std::string& target, const std::string& value);
  void ask_about_days(long day_first, long month_first, long open, long serials,
                      const std::string& example, const std::string& serial);
  void ask_word(const ProposedColumn& column, const std::string& written);
  void ask_territory(const OpenTerritoryWord& word, const std::string& shown);
  Result<void> make_preview();

  // Adds a question, or takes its answer; the answer where there is one.
  std::string ask(TableQuestion question,
                  const std::function<std::optional<std::string>(const std::string&)>& accepted);
  const std::string* answer(std::string_view id) const;
  bool has_column(std::string_view target) const;
  bool is_taken(std::string_view header) const;
  std::string kind_word() const { return std::string(word(proposal_.mapping.kind)); }

  bool choose_wide_columns();
  void choose_wide_regions(std::string_view value);
  size_t wide_headers() const;

  const TableFile& file_;
  const TableMapping* saved_;
  const TableAnswers& answers_;
  const NumbersSource& numbers_;
  bool joins_ = false;  // some rows name their recordings by number
  TableProposal proposal_;
  std::optional<TableSheets> sheets_;
  bool wide_ = false;  // a column for each country
  std::vector<SourceColumn> sources_;
  std::vector<std::string> left_out_;   // headers a person said to leave out
  std::vector<std::string> no_source_;  // targets a person said have no column
};

}  // namespace umikoe::formats::table
