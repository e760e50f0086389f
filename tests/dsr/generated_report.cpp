#include "generated_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/result.h"
#include "base/territory.h"

namespace umikoe::generated {
namespace {

constexpr size_t piece_bytes = size_t{1} << 20;
constexpr int territory_step = 5;  // every fifth of the alphabet: some are main markets
constexpr int summary_step = 7;    // prime: the usages of a block are of different summaries

// The finaliser of SplitMix64: small, and the same everywhere.
uint64_t mixed(uint64_t value) {
  value += 0x9e3779b97f4a7c15;
  value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
  value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
  return value ^ (value >> 31);
}

// A DDEX party id with the check digit that belongs to it.
std::string party_id(std::string_view ten) {
  constexpr std::string_view digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  for (const char digit : digits) {
    const std::string id = fmt::format("PADPIDA{}{}", ten, digit);
    const auto parsed = parse_dpid(id);
    if (parsed && parsed->check_digit_ok) return id;
  }
  UMIKOE_ASSERT(!"one of 36 digits checks");
  return {};
}

Isrc isrc_of(int64_t recording) {
  constexpr int64_t designations = 10'000'000;
  const auto isrc = Isrc::parse(
      fmt::format("JPZ{:02}{:07}", recording / designations % 100, recording % designations));
  UMIKOE_ASSERT(isrc);
  return *isrc;
}

constexpr std::string_view resource_columns =
    "#AS02."
    "03\tBlockId\tResourceReference\tDspResourceId\tISRC\tTitle\tSubTitle\tDisplayArtistName\t"
    "DisplayArtistPartyId\tDuration\tResourceType\tISWC\tComposerAuthorName\tComposerAuthorPartyId"
    "\t"
    "ArrangerName\tArrangerPartyId\tMusicPublisherName\tMusicPublisherPartyId\t"
    "WorkContributorName\tWorkContributorPartyId\tProprietaryWorkId\tIsMasterRecording\n"
    "#SU02.02\tBlockId\tSummaryRecordId\tSalesTransactionId\tTransactedRelease\t"
    "TransactedResource\tIsRoyaltyBearing\tNumberOfStreams\tPriceConsumerPaidExcSalesTax\t"
    "PromotionalActivity\tUseType\n";
constexpr std::string_view single_columns =
    "#SR02.01\tSummaryRecordId\tDspResourceId\tISRC\tResourceTitle\tResourceSubTitle\t"
    "ResourceDisplayArtistName\tResourceDisplayArtistPartyId\tDuration\tResourceType\t"
    "NumberOfStreams\tUseType\n";

}  // namespace

GeneratedReport::GeneratedReport(const ReportOrder& order)
    : order_(order), sender_(party_id("2026100101")), recipient_(party_id("2026100102")) {
  units_.assign(static_cast<size_t>(summaries()), 0);
  int64_t rows = 0;
  int64_t blocks = 0;
  for (; rows < order_.rows; ++blocks) {
    const Block next = block(blocks);
    last_rows_ = std::min<int64_t>(next.rows, order_.rows - rows);
    rows += last_rows_;
  }
  for (int file = 0; file <= order_.files; ++file) {
    first_block_.push_back(blocks * file / order_.files);
  }
  for (int file = 0; file < order_.files; ++file) {
    int64_t of_file = 0;
    for (int64_t at = first_block_[static_cast<size_t>(file)];
         at < first_block_[static_cast<size_t>(file) + 1]; ++at) {
      const Block here = block(at);
      of_file += here.rows;
      for (int i = 0; i < here.rows; ++i) {
        const Usage said = usage(here, i);
        units_[static_cast<size_t>(said.summary)] += said.units;
      }
    }
    rows_of_file_.push_back(of_file);
  }
}

GeneratedReport::Block GeneratedReport::block(int64_t number) const {
  const uint64_t chance = mixed(order_.seed * 0x1000193 + static_cast<uint64_t>(number));
  Block out;
  out.number = number;
  const int most = std::min(2 * order_.rows_a_block - 1, summaries());
  out.rows = 1 + static_cast<int>(chance % static_cast<uint64_t>(most));
  out.first_summary = static_cast<int>((chance >> 20) % static_cast<uint64_t>(summaries()));
  if (!first_block_.empty() && number + 1 == blocks()) out.rows = static_cast<int>(last_rows_);
  return out;
}

// Few recordings have most of the plays.
GeneratedReport::Usage GeneratedReport::usage(const Block& block, int index) const {
  const uint64_t chance = mixed(order_.seed ^ static_cast<uint64_t>(block.number * 131 + index));
  Usage out;
  out.isrc = isrc_of(block.number);
  out.summary = (block.first_summary + index * summary_step) % summaries();
  out.units = 1 + static_cast<int64_t>((chance & 0xffff) >> (chance >> 16) % 16);
  return out;
}

void GeneratedReport::each(const std::function<void(const Usage&)>& told) const {
  for (int64_t at = 0; at < blocks(); ++at) {
    const Block here = block(at);
    for (int i = 0; i < here.rows; ++i) told(usage(here, i));
  }
}

std::string GeneratedReport::territory_of(int summary) const {
  const auto all = iso_territories();
  return std::string(all[static_cast<size_t>(summary / 2 * territory_step) % all.size()].code());
}

std::string GeneratedReport::use_of(int summary) const {
  return summary % 2 == 0 ? "OnDemandStream" : "NonInteractiveStream";
}

int64_t GeneratedReport::lines_of(int file) const {
  const auto at = static_cast<size_t>(file - 1);
  const int64_t blocks_here = first_block_[at + 1] - first_block_[at];
  const int64_t columns = order_.single_records ? 4 : 5;  // lines of column names, the footer's too
  const int64_t body = order_.single_records ? rows_of_file_[at] : blocks_here + rows_of_file_[at];
  return 2 + columns + summaries() + body;
}

std::string GeneratedReport::file_name(int number) const {
  const std::string day = order_.first_day.to_string();
  return fmt::format("DSR_{}_{}_Monthly_{}__{}of{}_20990101T000000.tsv", recipient_, sender_,
                     day.substr(0, 7), number, order_.files);
}

std::string GeneratedReport::head(int file) const {
  const Date first = order_.first_day;
  const Date next = *Date::of(first.year() + (first.month() == 12), first.month() % 12 + 1, 1);
  const bool single = order_.single_records;
  std::string out = fmt::format(
      "{}\tdsrf/1.1/1.4.1/1.3\tBasicAudioProfile{}\t1.3\tM{}-{}\t{}T09:00:00Z\t{}\t{}\t{}\t{}\t{}\t"
      "Made-up Service\tMonthly\t{}\tMade-up Label\t\n",
      single ? "SRHE" : "HEAD", single ? "SRB" : "", order_.seed, first.days,
      next.plus(2).to_string(), file, order_.files, first.to_string(), next.plus(-1).to_string(),
      sender_, recipient_);
  out += fmt::format(
      "#{}"
      "\tMessageVersion\tProfile\tProfileVersion\tMessageId\tMessageCreatedDateTime\tFileNumber\t"
      "NumberOfFiles\tUsageStartDate\tUsageEndDate\tSenderPartyId\tSenderName\tServiceDescription\t"
      "RecipientPartyId\tRecipientName\tRepresentedRepertoire\n",
      single ? "SRHE" : "HEAD");
  out +=
      "#SY02.03\tSummaryRecordId\tDistributionChannel\tDistributionChannelDPID\tCommercialModel\t"
      "UseType\tTerritory\tServiceDescription\tUsages\tUsers\tCurrencyOfReporting\tNetRevenue\n";
  for (int summary = 0; summary < summaries(); ++summary) {
    out += fmt::format(
        "SY02.03\tS{}\tMade-up Service\t{}\tSubscriptionModel\t{}\t{}\tMonthly\t{}\t"
        "\t\t\n",
        summary, sender_, use_of(summary), territory_of(summary),
        units_[static_cast<size_t>(summary)]);
  }
  out += single ? single_columns : resource_columns;
  return out;
}

std::string GeneratedReport::foot(int file) const {
  int64_t lines = 0;
  for (int each = 1; each <= order_.files; ++each) lines += lines_of(each);
  const auto at = static_cast<size_t>(file - 1);
  if (order_.single_records) {
    return fmt::format("#SRFO\tNumberOfLinesInReport\tNumberOfSummaryRecords\nSRFO\t{}\t{}\n",
                       order_.files > 1 && file < order_.files ? "" : std::to_string(lines),
                       summaries());
  }
  // What the whole report has stands in its last file.
  const bool last = file == order_.files;
  return fmt::format(
      "#FOOT\tNumberOfLinesInFile\tNumberOfLinesInReport\tNumberOfSummaryRecords\t"
      "NumberOfBlocksInFile\tNumberOfBlocksInReport\nFOOT\t{}\t{}\t{}\t{}\t{}\n",
      lines_of(file), last ? std::to_string(lines) : "", summaries(),
      first_block_[at + 1] - first_block_[at], last ? std::to_string(blocks()) : "");
}

void GeneratedReport::append(std::string& text, const Block& block) const {
  const auto out = std::back_inserter(text);
  const int64_t n = block.number;
  const Isrc isrc = isrc_of(n);
  const bool japanese = n % 3 == 0;
  const std::string title = japanese ? fmt::format("夜明けの歌 第{}番", n % 9'973)
                                     : fmt::format("Song of the Shore {}", n);
  const std::string artist =
      japanese ? fmt::format("架空楽団{}", n % 4'001) : fmt::format("The Invented {}", n % 4'001);
  const int seconds = 120 + static_cast<int>(n % 180);
  if (!order_.single_records) {
    fmt::format_to(out,
                   "AS02.03\t{}\tA1\tX{:010}\t{}\t{}\t\t{}\t\tPT{}M{:02}S\tSoundRecording\t\t"
                   "Writer {}|Writer {}\t\t\t\tMade-up Publishing {}\t\t\t\tW{:08}\tTRUE\n",
                   n + 1, n, isrc.view(), title, artist, seconds / 60, seconds % 60, n % 887,
                   n % 1'777, n % 59, n);
  }
  for (int i = 0; i < block.rows; ++i) {
    const Usage said = usage(block, i);
    const std::string use = use_of(said.summary);
    if (order_.single_records) {
      fmt::format_to(
          out, "SR02.01\tS{}\tX{:010}\t{}\t{}\t\t{}\t\tPT{}M{:02}S\tSoundRecording\t{}\t{}\n",
          said.summary, n, isrc.view(), title, artist, seconds / 60, seconds % 60, said.units, use);
    } else {
      fmt::format_to(out, "SU02.02\t{}\tS{}\tT{:010}{:02}\t\tA1\tTRUE\t{}\t\t\t{}\n", n + 1,
                     said.summary, n, i, said.units, use);
    }
  }
}

void GeneratedReport::write(int number, const std::function<void(std::string_view)>& out) const {
  std::string text = head(number);
  const auto at = static_cast<size_t>(number - 1);
  for (int64_t n = first_block_[at]; n < first_block_[at + 1]; ++n) {
    append(text, block(n));
    if (text.size() < piece_bytes) continue;
    out(text);
    text.clear();
  }
  text += foot(number);
  out(text);
}

std::string GeneratedReport::whole(int number) const {
  std::string out;
  write(number, [&](std::string_view piece) { out += piece; });
  return out;
}

}  // namespace umikoe::generated
