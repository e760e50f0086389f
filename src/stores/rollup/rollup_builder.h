#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "stores/file_layer.h"
#include "stores/rollup/rollup_view.h"

namespace umikoe::stores {

// What a segment says, uses of every kind added up.
struct RollupFact {
  Isrc isrc;
  int64_t delivery = 0;  // 0: the segment does not say
  std::string_view service;
  std::string_view service_name;
  Date period_start;
  Date period_end;
  TerritoryCode territory;
  bool user_generated = false;
  int64_t units = 0;
};

// Makes a rollup of facts that come recording by recording, in order. The same facts in the same
// order make the same bytes.
class RollupBuilder {
 public:
  // `segment`: the hash in the name of the segment.
  explicit RollupBuilder(std::string_view segment);
  void add(const RollupFact& fact);
  // Writes it under that name; nothing can be added after that.
  Result<void> write(const FileLayer& files, const std::string& folder, const std::string& name,
                     int64_t input_rows);

 private:
  uint32_t text_of(std::string_view text);
  uint32_t context_of(const RollupContext& context);
  void finish_recording();
  void finish_page();

  RollupAbout about_;
  std::unordered_map<std::string, uint32_t> text_numbers_;
  std::string last_service_, last_name_;  // most facts repeat them
  uint32_t last_service_number_ = 0, last_name_number_ = 0;
  std::map<RollupContext, uint32_t> context_numbers_;
  Isrc isrc_;
  std::vector<RollupRow> recording_;
  std::vector<RollupEntry> entries_;
  std::string page_;  // rows of the entries
  std::string texts_;
  std::vector<uint32_t> text_ends_;
  std::vector<RollupContext> contexts_;
  std::vector<RollupPage> pages_;
  std::string rows_;
};

}  // namespace umikoe::stores
