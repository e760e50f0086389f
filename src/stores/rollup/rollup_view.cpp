#include "stores/rollup/rollup_view.h"

#include <xxhash.h>

#include <cstring>
#include <string>

namespace umikoe::stores {
namespace {

std::unexpected<Error> broken(const char* reason) {
  return fail("rollup_broken", {{"reason", reason}});
}

// The n-th of values that lie one behind the other, at any address.
template <class T>
T value_at(std::string_view bytes, size_t number) {
  T out;
  std::memcpy(&out, bytes.data() + number * sizeof(T), sizeof(T));
  return out;
}

std::string_view isrc_of(const RollupPage& page) { return {page.first, sizeof page.first}; }
std::string_view isrc_of(const RollupEntry& entry) { return {entry.isrc, sizeof entry.isrc}; }

// A page taken apart; every number in it may be anything.
class PageView {
 public:
  static Result<PageView> of(std::string_view bytes) {
    PageView out;
    uint32_t count = 0;
    if (bytes.size() < sizeof count) return broken("page");
    std::memcpy(&count, bytes.data(), sizeof count);
    bytes.remove_prefix(sizeof count);
    if (count == 0 || count > bytes.size() / sizeof(RollupEntry)) return broken("page");
    out.count_ = count;
    out.entries_ = bytes.substr(0, count * sizeof(RollupEntry));
    out.rows_ = bytes.substr(out.entries_.size());
    return out;
  }

  size_t count() const { return count_; }
  RollupEntry entry(size_t number) const { return value_at<RollupEntry>(entries_, number); }
  Result<RollupRows> rows(size_t number) const {
    const size_t begin = number == 0 ? 0 : entry(number - 1).end;
    const size_t end = entry(number).end;
    if (begin > end || end > rows_.size()) return broken("page");
    return RollupRows(rows_.substr(begin, end - begin));
  }
  // The first entry at or behind the recording.
  size_t place_of(std::string_view isrc) const {
    size_t low = 0;
    for (size_t high = count_; low < high;) {
      const size_t middle = low + (high - low) / 2;
      if (isrc_of(entry(middle)) < isrc)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
  size_t row_bytes() const { return rows_.size(); }

 private:
  std::string_view entries_;
  std::string_view rows_;
  size_t count_ = 0;
};

}  // namespace

uint64_t page_checksum(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

Result<RollupView> RollupView::of(const RollupSections& sections) {
  RollupView view;
  view.sections_ = sections;
  if (sections.about.size() != sizeof(RollupAbout)) return broken("about");
  view.about_ = value_at<RollupAbout>(sections.about, 0);
  const size_t contexts = sections.contexts.size() / sizeof(RollupContext);
  if (sections.contexts.size() % sizeof(RollupContext) != 0 || contexts > UINT32_MAX) {
    return broken("contexts");
  }
  view.contexts_ = static_cast<uint32_t>(contexts);
  view.texts_ = sections.text_ends.size() / sizeof(uint32_t);
  view.pages_ = sections.pages.size() / sizeof(RollupPage);
  UMIKOE_TRY(view.check_texts());
  UMIKOE_TRY(view.check_pages());
  return view;
}

Result<void> RollupView::check_texts() const {
  if (sections_.text_ends.size() % sizeof(uint32_t) != 0) return broken("texts");
  uint32_t before = 0;
  for (size_t i = 0; i < texts_; ++i) {
    const auto end = value_at<uint32_t>(sections_.text_ends, i);
    if (end < before || end > sections_.texts.size()) return broken("texts");
    before = end;
  }
  for (uint32_t i = 0; i < contexts_; ++i) {
    const RollupContext here = context(i);
    if (here.service >= texts_ || here.name >= texts_) return broken("contexts");
  }
  return {};
}

Result<void> RollupView::check_pages() const {
  if (sections_.pages.size() % sizeof(RollupPage) != 0) return broken("pages");
  uint64_t offset = 0;
  for (size_t i = 0; i < pages_; ++i) {
    const RollupPage here = page(i);
    if (here.offset != offset || here.bytes > sections_.rows.size() - offset) {
      return broken("pages");
    }
    if (i > 0 && !(isrc_of(page(i - 1)) < isrc_of(here))) return broken("pages");
    offset += here.bytes;
  }
  if (offset != sections_.rows.size()) return broken("pages");
  return {};
}

RollupContext RollupView::context(uint32_t number) const {
  return value_at<RollupContext>(sections_.contexts, number);
}

std::string_view RollupView::text(uint32_t number) const {
  const size_t begin = number == 0 ? 0 : value_at<uint32_t>(sections_.text_ends, number - 1);
  const size_t end = value_at<uint32_t>(sections_.text_ends, number);
  return sections_.texts.substr(begin, end - begin);
}

RollupPage RollupView::page(size_t number) const {
  return value_at<RollupPage>(sections_.pages, number);
}

Result<std::string_view> RollupView::bytes_of(const RollupPage& page) const {
  const std::string_view bytes = sections_.rows.substr(page.offset, page.bytes);
  if (page_checksum(bytes) != page.checksum) return broken("checksum");
  return bytes;
}

Result<RollupRows> RollupView::rows_of(const Isrc& isrc) const {
  size_t low = 0;  // pages that begin at or before the recording
  for (size_t high = pages_; low < high;) {
    const size_t middle = low + (high - low) / 2;
    if (isrc_of(page(middle)) <= isrc.view())
      low = middle + 1;
    else
      high = middle;
  }
  if (low == 0) return RollupRows(std::string_view());
  UMIKOE_TRY(const std::string_view bytes, bytes_of(page(low - 1)));
  UMIKOE_TRY(const PageView view, PageView::of(bytes));
  const size_t place = view.place_of(isrc.view());
  if (place == view.count() || isrc_of(view.entry(place)) != isrc.view())
    return RollupRows(std::string_view());
  return view.rows(place);
}

Result<void> RollupView::verify() const {
  uint64_t recordings = 0;
  uint64_t rows = 0;
  std::string last;
  for (size_t p = 0; p < pages_; ++p) {
    const RollupPage here = page(p);
    UMIKOE_TRY(const std::string_view bytes, bytes_of(here));
    UMIKOE_TRY(const PageView view, PageView::of(bytes));
    if (isrc_of(view.entry(0)) != isrc_of(here)) return broken("page");
    if (view.entry(view.count() - 1).end != view.row_bytes()) return broken("page");
    for (size_t i = 0; i < view.count(); ++i, ++recordings) {
      const RollupEntry entry = view.entry(i);
      if (!(last < isrc_of(entry))) return broken("recordings");
      last = isrc_of(entry);
      UMIKOE_TRY(RollupRows list, view.rows(i));
      for (RollupRow row; list.next(row); ++rows) {
        if (row.context >= contexts_) return broken("rows");
      }
      if (list.broken()) return broken("rows");
    }
  }
  if (recordings != about_.recordings || rows != about_.rows) return broken("about");
  return {};
}

}  // namespace umikoe::stores
