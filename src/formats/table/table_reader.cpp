#include "formats/table/table_reader.h"

#include <algorithm>
#include <array>

#include "formats/over_limit.h"
#include "formats/table/csv_dialect.h"
#include "formats/table/text_decoder.h"

namespace umikoe::formats::table {
namespace {

// RFC 4180 as a machine over runs of characters: a quote opens a quoted cell only at the cell's
// beginning, because real files carry bare quotes inside cells. Cells keep their memory from row to
// row, since files of charts and reports have rows by the million.
class CsvMachine {
 public:
  explicit CsvMachine(const std::function<Result<void>(const TableRow&)>& row) : sink_(row) {}

  Result<void> feed(std::string_view text) {
    while (!text.empty()) {
      const std::string_view run = text.substr(0, run_length(text));
      if (!run.empty()) {
        UMIKOE_TRY(put(run));
        text.remove_prefix(run.size());
      } else {
        UMIKOE_TRY(step(text.front()));
        text.remove_prefix(1);
      }
    }
    return {};
  }

  Result<void> end() {
    if (state_ == State::quoted) {
      return fail("csv_quote_unclosed", {}, Where{.file = {}, .line = quote_line_, .element = {}});
    }
    if (state_ != State::row_start) return end_row();
    return {};
  }

  void set_delimiter(char delimiter) {
    for (const char c : {'\n', '\r', '"', delimiter}) signs_[static_cast<unsigned char>(c)] = true;
    delimiter_ = delimiter;
  }

 private:
  enum class State { row_start, cell_start, plain, quoted, quote_in_quoted };

  // How many characters at the front mean nothing but themselves here.
  size_t run_length(std::string_view text) const {
    if (state_ == State::quote_in_quoted) return 0;
    size_t length = 0;
    if (state_ == State::quoted) {
      while (length < text.size() && text[length] != '"' && text[length] != '\n') ++length;
      return length;
    }
    while (length < text.size() && !signs_[static_cast<unsigned char>(text[length])]) ++length;
    return length;
  }

  // A sign, or any character behind a quote of a quoted cell.
  Result<void> step(char c) {
    if (c == '\n') ++line_;
    if (state_ == State::quoted) {
      if (c == '"') {
        state_ = State::quote_in_quoted;
        return {};
      }
      return put({&c, 1});
    }
    if (state_ == State::quote_in_quoted && c == '"') {
      state_ = State::quoted;
      return put({&c, 1});
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
    return put({&c, 1});
  }

  void begin_row() {
    row_.line = line_;
    state_ = State::cell_start;
  }

  // The cell that is being read; those of the row before are written over.
  std::string& cell() {
    if (row_.cells.size() == cells_) row_.cells.emplace_back();
    if (fresh_) row_.cells[cells_].clear();
    fresh_ = false;
    return row_.cells[cells_];
  }

  Result<void> put(std::string_view run) {
    if (state_ == State::row_start) begin_row();
    if (state_ == State::cell_start) state_ = State::plain;
    std::string& here = cell();
    here += run;
    if (std::ssize(here) > limits::table_cell_bytes.value) {
      return std::unexpected(
          over_limit(limits::table_cell_bytes, {.file = {}, .line = row_.line, .element = {}}));
    }
    return {};
  }

  Result<void> end_cell() {
    static_cast<void>(cell());  // an empty one has not been begun
    ++cells_;
    fresh_ = true;
    state_ = State::cell_start;
    if (static_cast<int64_t>(cells_) > limits::table_columns.value) {
      return std::unexpected(
          over_limit(limits::table_columns, {.file = {}, .line = row_.line, .element = {}}));
    }
    return {};
  }

  Result<void> end_row() {
    const bool blank =
        cells_ == 0 && (fresh_ || row_.cells[0].empty()) && state_ != State::quote_in_quoted;
    if (!blank) {
      UMIKOE_TRY(end_cell());
      row_.cells.resize(cells_);
      UMIKOE_TRY(sink_(row_));
    }
    cells_ = 0;
    fresh_ = true;
    state_ = State::row_start;
    return {};
  }

  const std::function<Result<void>(const TableRow&)>& sink_;
  std::array<bool, 256> signs_ = {};
  char delimiter_ = ',';
  State state_ = State::row_start;
  long line_ = 1;
  long quote_line_ = 0;
  TableRow row_;
  size_t cells_ = 0;   // of the row so far
  bool fresh_ = true;  // nothing of the next cell has been read
};

}  // namespace

Result<Encoding> read_rows(const ByteSource& source,
                           const std::function<Result<void>(const TableRow&)>& row,
                           char delimiter) {
  TextDecoder decoder(source);
  CsvMachine machine(row);
  std::string text;
  UMIKOE_TRY(bool more, decoder.read(text));
  machine.set_delimiter(delimiter != 0 ? delimiter : delimiter_of(text));
  while (more) {
    UMIKOE_TRY(machine.feed(text));
    text.clear();
    UMIKOE_TRY(more, decoder.read(text));
  }
  UMIKOE_TRY(machine.end());
  return decoder.encoding();
}

}  // namespace umikoe::formats::table
