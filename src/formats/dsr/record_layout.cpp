#include "formats/dsr/record_layout.h"

#include <algorithm>
#include <array>

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
    BuiltIn{"FOOT",
            "NumberOfLinesInFile NumberOfLinesInReport NumberOfSummaryRecords "
            "NumberOfBlocksInFile NumberOfBlocksInReport"},
};

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
}

const RecordLayouts::Columns* RecordLayouts::learned(std::string_view record_type) const {
  const auto exact = learned_.find(record_type);
  return exact == learned_.end() ? nullptr : &exact->second;
}

std::optional<size_t> RecordLayouts::column(std::string_view record_type,
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
  return learned(record_type) != nullptr || built_in_layout(record_type) != nullptr;
}

std::string_view Record::cell(std::initializer_list<std::string_view> names) const {
  for (const std::string_view name : names) {
    const auto index = layouts.column(type(), name);
    if (index && *index < cells.size() && !cells[*index].empty()) return cells[*index];
  }
  return {};
}

}  // namespace umikoe::formats::dsr
