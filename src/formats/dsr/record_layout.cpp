#include "formats/dsr/record_layout.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "formats/dsr/short_word.h"

namespace umikoe::formats::dsr {
namespace {

constexpr size_t family_size = 4;  // "SY02" of "SY02.01"
constexpr size_t types_kept = 256;

struct BuiltIn {
  std::string_view family;
  std::string_view columns;  // after the record type, in order, up to the last one read here
};

// Column order of DSR profiles BasicAudio and UGC 1.0 to 1.3. Of each record only the columns up to
// the last one of use here are named; later editions append further ones behind.
constexpr std::array built_in = {
    BuiltIn{"HEAD",
            "MessageVersion Profile ProfileVersion MessageId MessageCreatedDateTime FileNumber "
            "NumberOfFiles UsageStartDate UsageEndDate SenderPartyId SenderName "
            "ServiceDescription RecipientPartyId RecipientName RepresentedRepertoire"},
    BuiltIn{"SY01",
            "SummaryRecordId DistributionChannel DistributionChannelDPID CommercialModel UseType "
            "Territory ServiceDescription Usages Subscribers CurrencyOfReporting NetRevenue"},
    BuiltIn{"SY02",
            "SummaryRecordId DistributionChannel DistributionChannelDPID CommercialModel UseType "
            "Territory ServiceDescription Usages Users CurrencyOfReporting NetRevenue "
            "RightsController RightsControllerPartyId AllocatedUsages AllocatedRevenue "
            "AllocatedNetRevenue"},
    BuiltIn{"AS01", "BlockId ResourceReference DspResourceId ISRC Title"},
    BuiltIn{"AS02", "BlockId ResourceReference DspResourceId ISRC Title"},
    BuiltIn{"RE01", "BlockId ReleaseReference DspReleaseId"},
    BuiltIn{"RE02", "BlockId ReleaseReference DspReleaseId"},
    BuiltIn{"MW01", "BlockId DspWorkId ISWC Title"},
    BuiltIn{"RU01", "BlockId SummaryRecordId DspReleaseId Usages"},
    BuiltIn{"SU01",
            "BlockId SummaryRecordId SalesTransactionId TransactedRelease TransactedResource "
            "IsRoyaltyBearing SalesUpgrade Usages Returns"},
    BuiltIn{"SU02",
            "BlockId SummaryRecordId SalesTransactionId TransactedRelease TransactedResource "
            "IsRoyaltyBearing NumberOfStreams"},
    BuiltIn{"SU03",
            "BlockId SalesTransactionId SummaryRecordId DspReleaseId Usages NetRevenue "
            "ValidityPeriodStart ValidityPeriodEnd"},
    BuiltIn{"LI01", "BlockId SummaryRecordId RightsController"},
    // A block of one record needs no counting.
    BuiltIn{"SRFO", "NumberOfLinesInReport NumberOfSummaryRecords"},
    BuiltIn{"FOOT",
            "NumberOfLinesInFile NumberOfLinesInReport NumberOfSummaryRecords "
            "NumberOfBlocksInFile NumberOfBlocksInReport"},
};

// Every column of usage records that usage_money.cpp asks for.
constexpr std::array<std::string_view, 8> money_columns = {
    "CurrencyOfAccounting",
    "CurrencyOfReporting",
    "Currency",
    "AllocatedNetRevenueInCurrencyOfAccounting",
    "AllocatedRevenueInCurrencyOfAccounting",
    "AllocatedNetRevenue",
    "AllocatedRevenue",
    "NetRevenue"};

std::optional<size_t> place_in(std::string_view columns, std::string_view name) {
  for (size_t index = 1; !columns.empty(); ++index) {
    const size_t space = columns.find(' ');
    if (columns.substr(0, space) == name) return index;
    columns.remove_prefix(space == std::string_view::npos ? columns.size() : space + 1);
  }
  return std::nullopt;
}

const BuiltIn* built_in_layout(std::string_view record_type) {
  const auto family = record_type.substr(0, family_size);
  const auto found = std::ranges::find(built_in, family, &BuiltIn::family);
  return found == built_in.end() ? nullptr : &*found;
}

}  // namespace

class RecordLayouts::Found {
 public:
  Found(std::string_view type, const BodyColumns& body)
      : type_(type), word_(short_word(type)), body_(body) {}
  const std::string& type() const { return type_; }
  bool is(std::string_view type, uint64_t word) const { return word_ == word && type_ == type; }
  const BodyColumns& body() const { return body_; }

  template <class LookUp>
  std::optional<size_t> place(std::string_view name, LookUp look_up) {
    size_t at = (reinterpret_cast<uintptr_t>(name.data()) >> 2) % slots_.size();
    for (size_t tried = 0; tried < tries_max; ++tried, at = (at + 1) % slots_.size()) {
      Slot& slot = slots_[at];
      if (slot.name.data() == name.data() && slot.name.size() == name.size()) return slot.place;
      if (slot.name.data() != nullptr) continue;
      slot = {name, look_up()};
      return slot.place;
    }
    return look_up();
  }

 private:
  struct Slot {
    std::string_view name;
    std::optional<size_t> place;
  };
  static constexpr size_t tries_max = 8;
  std::string type_;
  uint64_t word_;
  BodyColumns body_;
  std::array<Slot, 256> slots_ = {};
};

void RecordLayouts::learn(std::span<const std::string_view> cells) {
  std::string_view type = cells.front();
  type.remove_prefix(1);
  if (type.size() < family_size || cells.size() < 2 || learned_.size() >= types_kept) return;
  Columns columns;
  for (const std::string_view cell : cells.subspan(1)) {
    const size_t last = cell.find_last_not_of(' ');
    columns.emplace_back(cell.substr(0, last == std::string_view::npos ? 0 : last + 1));
  }
  learned_.insert_or_assign(std::string(type), std::move(columns));
  found_.clear();
}

const RecordLayouts::Columns* RecordLayouts::learned(std::string_view record_type) const {
  const auto exact = learned_.find(record_type);
  return exact == learned_.end() ? nullptr : &exact->second;
}

RecordLayouts::RecordLayouts() = default;
RecordLayouts::~RecordLayouts() = default;

RecordLayouts::Found& RecordLayouts::found(std::string_view record_type) const {
  const uint64_t word = short_word(record_type);  // in real reports that is all of it
  for (const auto& found : found_) {
    if (found->is(record_type, word)) return *found;
  }
  // A file of ever new types is no report; only the last of them is remembered then.
  if (found_.size() >= types_kept) found_.pop_back();
  found_.push_back(std::make_unique<Found>(record_type, body_columns(record_type)));
  return *found_.back();
}

const BodyColumns& RecordLayouts::body(const Found& found) const { return found.body(); }

BodyColumns RecordLayouts::body_columns(std::string_view record_type) const {
  BodyColumns out;
  out.known = learned(record_type) != nullptr || built_in_layout(record_type) != nullptr;
  out.cells = 2;  // the type, and the block or summary
  const auto choose = [&](ColumnChoice& choice, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      const auto place = look_up(record_type, name);
      if (!place) continue;
      choice.add(*place);
      out.cells = std::max(out.cells, *place + 1);
    }
  };
  choose(out.resource_reference, {"ResourceReference"});
  choose(out.resource_of_service, {"DspResourceId"});
  // Single-record blocks name the recording's own columns after it, in three spellings.
  choose(out.isrc, {"ISRC", "ResourceISRC", "ResourceIsrc", "Isrc"});
  choose(out.used, {"TransactedResource", "ResourceReference", "DspResourceId", "DspReleaseId"});
  choose(out.summary, {"SummaryRecordId"});
  choose(out.territory, {"Territory"});
  choose(out.use_type, {"UseType"});
  choose(out.start, {"ValidityPeriodStart"});
  choose(out.end, {"ValidityPeriodEnd"});
  choose(out.sold, {"NumberOfStreams", "Usages", "NumberOfUsages", "NumberOfConsumerSalesGross"});
  choose(out.returned, {"Returns", "NumberOfUnitsReturned"});
  for (const std::string_view name : money_columns) {
    const auto place = look_up(record_type, name);
    if (!place) continue;
    out.money = true;
    out.cells = std::max(out.cells, *place + 1);
  }
  return out;
}

std::optional<size_t> RecordLayouts::column(Found& found, std::string_view name) const {
  return found.place(name, [&] { return look_up(found.type(), name); });
}

std::optional<size_t> RecordLayouts::look_up(std::string_view record_type,
                                             std::string_view name) const {
  if (const Columns* columns = learned(record_type)) {
    const auto found = std::ranges::find(*columns, name);
    if (found == columns->end()) return std::nullopt;
    return static_cast<size_t>(found - columns->begin()) + 1;
  }
  const BuiltIn* layout = built_in_layout(record_type);
  return layout ? place_in(layout->columns, name) : std::nullopt;
}

bool RecordLayouts::knows(std::string_view record_type) const {
  return found(record_type).body().known;
}

std::string_view Record::cell(std::initializer_list<std::string_view> names) const {
  if (!found) found = &layouts.found(type());
  for (const std::string_view name : names) {
    const auto index = layouts.column(*found, name);
    if (index && *index < cells.size() && !cells[*index].empty()) return cells[*index];
  }
  return {};
}

}  // namespace umikoe::formats::dsr
