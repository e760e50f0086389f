#include "stores/rollup/rollup_builder.h"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "stores/section_file.h"

namespace umikoe::stores {
namespace {

// A question about one recording reads, and checks, one page: microseconds. A page of one recording
// may be longer.
constexpr size_t page_bytes = 16 * 1024;

std::string_view bytes_of(const void* object, size_t size) {
  return {static_cast<const char*>(object), size};
}

template <class T>
std::string_view bytes_of(const std::vector<T>& values) {
  return bytes_of(values.data(), values.size() * sizeof(T));
}

bool same_place(const RollupRow& one, const RollupRow& other) {
  return std::tie(one.context, one.territory, one.user_generated) ==
         std::tie(other.context, other.territory, other.user_generated);
}

}  // namespace

RollupBuilder::RollupBuilder(std::string_view segment) {
  std::memcpy(about_.segment, segment.data(), std::min(segment.size(), sizeof about_.segment));
  last_service_number_ = last_name_number_ = text_of("");
}

uint32_t RollupBuilder::text_of(std::string_view text) {
  const auto [at, fresh] =
      text_numbers_.try_emplace(std::string(text), static_cast<uint32_t>(text_ends_.size()));
  if (fresh) {
    texts_ += text;
    UMIKOE_ASSERT(texts_.size() <= UINT32_MAX);
    text_ends_.push_back(static_cast<uint32_t>(texts_.size()));
  }
  return at->second;
}

uint32_t RollupBuilder::context_of(const RollupContext& context) {
  const auto [at, fresh] =
      context_numbers_.try_emplace(context, static_cast<uint32_t>(contexts_.size()));
  if (fresh) contexts_.push_back(context);
  return at->second;
}

void RollupBuilder::add(const RollupFact& fact) {
  if (fact.isrc != isrc_) {
    UMIKOE_ASSERT(isrc_ < fact.isrc);
    finish_recording();
    isrc_ = fact.isrc;
  }
  if (fact.service != last_service_) {
    last_service_ = fact.service;
    last_service_number_ = text_of(fact.service);
  }
  if (fact.service_name != last_name_) {
    last_name_ = fact.service_name;
    last_name_number_ = text_of(fact.service_name);
  }
  RollupContext context;
  context.delivery = fact.delivery;
  context.period_start = fact.period_start;
  context.period_end = fact.period_end;
  context.service = last_service_number_;
  context.name = last_name_number_;
  recording_.push_back({context_of(context), fact.territory, fact.user_generated, fact.units});
}

void RollupBuilder::finish_recording() {
  if (recording_.empty()) return;
  std::ranges::sort(recording_);
  // Whoever gives facts has added them up; equal ones would still be two rows, and a sum the same.
  UMIKOE_ASSERT(std::ranges::adjacent_find(recording_, same_place) == recording_.end());
  RollupEntry entry{};
  std::memcpy(entry.isrc, isrc_.text.data(), sizeof entry.isrc);
  append_rows(page_, recording_);
  UMIKOE_ASSERT(page_.size() <= UINT32_MAX / 2);
  entry.end = static_cast<uint32_t>(page_.size());
  entries_.push_back(entry);
  ++about_.recordings;
  about_.rows += recording_.size();
  recording_.clear();
  if (page_.size() + entries_.size() * sizeof entry >= page_bytes) finish_page();
}

void RollupBuilder::finish_page() {
  if (entries_.empty()) return;
  RollupPage page{};
  std::memcpy(page.first, entries_.front().isrc, sizeof page.first);
  page.offset = rows_.size();
  const auto count = static_cast<uint32_t>(entries_.size());
  rows_ += bytes_of(&count, sizeof count);
  rows_ += bytes_of(entries_);
  rows_ += page_;
  page.bytes = static_cast<uint32_t>(rows_.size() - page.offset);
  page.checksum = page_checksum(std::string_view(rows_).substr(page.offset));
  pages_.push_back(page);
  entries_.clear();
  page_.clear();
}

Result<void> RollupBuilder::write(const FileLayer& files, const std::string& folder,
                                  const std::string& name, int64_t input_rows) {
  finish_recording();
  finish_page();
  about_.input_rows = static_cast<uint64_t>(input_rows);
  const std::vector<Section> sections{{"about", bytes_of(&about_, sizeof about_)},
                                      {"contexts", bytes_of(contexts_)},
                                      {"text_ends", bytes_of(text_ends_)},
                                      {"texts", texts_},
                                      {"pages", bytes_of(pages_)},
                                      {"rows", rows_}};
  // No generation: it belongs to its segment, whenever that was registered.
  return write_sections(files, folder, name, 0, sections);
}

}  // namespace umikoe::stores
