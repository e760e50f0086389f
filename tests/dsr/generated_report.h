#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"

namespace umikoe::generated {

// What a made-up sales report is to be like. Nothing of it is anybody's data.
struct ReportOrder {
  int64_t rows = 1000;          // usage rows of the whole report
  uint64_t seed = 1;            // the same order gives the same bytes
  int files = 1;                // blocks are never split between them
  bool single_records = false;  // the single-record-block variant
  int rows_a_block = 3;         // in the mean; a block is one recording
  int territories = 40;
  Date first_day = Date{20'727};  // of the month it is about; 2026-10-01
};

// A DDEX sales report in flat files (BasicAudio 1.3): HEAD, summaries of every territory and use, a
// block of one resource record and its usages for each recording, FOOT with the right counts, file
// names of the standard.
class GeneratedReport {
 public:
  explicit GeneratedReport(const ReportOrder& order);

  // Writes file `number` (from 1) in pieces of some megabyte.
  void write(int number, const std::function<void(std::string_view)>& out) const;
  std::string whole(int number) const;
  std::string file_name(int number) const;

  // What it says, for an independent sum.
  struct Usage {
    Isrc isrc;
    int summary = 0;
    int64_t units = 0;
  };
  void each(const std::function<void(const Usage&)>& usage) const;
  std::string territory_of(int summary) const;
  std::string use_of(int summary) const;
  int64_t blocks() const { return first_block_.back(); }

 private:
  struct Block {
    int64_t number = 0;
    int rows = 0;
    int first_summary = 0;
  };
  Block block(int64_t number) const;
  Usage usage(const Block& block, int index) const;
  int summaries() const { return order_.territories * 2; }
  int64_t lines_of(int file) const;
  std::string head(int file) const;
  std::string foot(int file) const;
  void append(std::string& text, const Block& block) const;

  ReportOrder order_;
  std::string sender_;
  std::string recipient_;
  std::vector<int64_t> first_block_;  // of each file, and one behind the last
  std::vector<int64_t> rows_of_file_;
  int64_t last_rows_ = 0;       // of the last block, cut to the number ordered
  std::vector<int64_t> units_;  // by summary
};

}  // namespace umikoe::generated
