#include "formats/table/table_reader.h"

#include <algorithm>
#include <array>

#include "formats/over_limit.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/text_decoder.h"

namespace umikoe::formats::table {
namespace {

// RFC 4180 as a machine over characters: a quote opens a quoted cell only at the cell's beginning,
// because real files carry bare quotes inside cells.
class CsvMachine {
 public:
  explicit CsvMachine(const std::function<Result<void>(const TableRow&)>& row) : sink_(row) {}

  Result<void> feed(std::string_view text) {
    for (const char c : text) UMIKOE_TRY(step(c));
    return {};
  }

  Result<void> end() {
    if (state_ == State::quoted) {
      return fail("csv_quote_unclosed", {}, Where{.file = {}, .line = quote_line_, .element = {}});
    }
    if (state_ != State::row_start) return end_row();
    return {};
  }

  void set_delimiter(char delimiter) { delimiter_ = delimiter; }

 private:
  enum class State { row_start, cell_start, plain, quoted, quote_in_quoted };

  Result<void> step(char c) {
    if (c == '\n') ++line_;
    if (state_ == State::quoted) {
      if (c == '"') {
        state_ = State::quote_in_quoted;
        return {};
      }
      return put(c);
    }
    if (state_ == State::quote_in_quoted && c == '"') {
      state_ = State::quoted;
      return put(c);
    }
    if (c == '\n') return end_row();
    if (c == '\r') {  // of CR LF; a bare CR inside a cell carries nothing
      if (state_ == State::row_start) begin_row();
      return {};
    }
    if (state_ == State::row_start) begin_row();
    if (c == delimiter_) return end_cell();
    if (c == '"' && state_ == State::cell_start) {
      state_ = State::quoted;
      quote_line_ = line_;
      return {};
    }
    state_ = State::plain;
    return put(c);
  }

  void begin_row() {
    row_.line = line_;
    state_ = State::cell_start;
  }

  Result<void> put(char c) {
    cell_ += c;
    if (std::ssize(cell_) > limits::table_cell_bytes.value) {
      return std::unexpected(
          over_limit(limits::table_cell_bytes, {.file = {}, .line = row_.line, .element = {}}));
    }
    return {};
  }

  Result<void> end_cell() {
    row_.cells.push_back(std::move(cell_));
    cell_.clear();
    state_ = State::cell_start;
    if (std::ssize(row_.cells) > limits::table_columns.value) {
      return std::unexpected(
          over_limit(limits::table_columns, {.file = {}, .line = row_.line, .element = {}}));
    }
    return {};
  }

  Result<void> end_row() {
    const bool blank = row_.cells.empty() && cell_.empty() && state_ != State::quote_in_quoted;
    if (!blank) {
      UMIKOE_TRY(end_cell());
      UMIKOE_TRY(sink_(row_));
    }
    row_.cells.clear();
    state_ = State::row_start;
    return {};
  }

  const std::function<Result<void>(const TableRow&)>& sink_;
  char delimiter_ = ',';
  State state_ = State::row_start;
  long line_ = 1;
  long quote_line_ = 0;
  std::string cell_;
  TableRow row_;
};

}  // namespace

Result<Encoding> read_rows(const ByteSource& source,
                           const std::function<Result<void>(const TableRow&)>& row) {
  TextDecoder decoder(source);
  CsvMachine machine(row);
  std::string text;
  UMIKOE_TRY(bool more, decoder.read(text));
  machine.set_delimiter(delimiter_of(text));
  while (more) {
    UMIKOE_TRY(machine.feed(text));
    text.clear();
    UMIKOE_TRY(more, decoder.read(text));
  }
  UMIKOE_TRY(machine.end());
  return decoder.encoding();
}

}  // namespace umikoe::formats::table
