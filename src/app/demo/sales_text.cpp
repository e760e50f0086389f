#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <random>

#include "app/demo/campaign_story.h"
#include "app/demo/observation_text.h"

namespace umikoe::app::demo {
namespace {

// How many streams each market sends for a hundred in Japan, over the whole catalogue; invented.
struct Market {
  std::string_view code;
  int per_hundred_home;
};
constexpr std::array markets{
    Market{"JP", 100}, Market{"US", 14}, Market{"TW", 11}, Market{"KR", 8}, Market{"ID", 9},
    Market{"TH", 6},   Market{"PH", 6},  Market{"HK", 4},  Market{"MX", 6}, Market{"BR", 5},
    Market{"FR", 4},   Market{"GB", 4},  Market{"DE", 4},  Market{"CA", 3}, Market{"AU", 3},
    Market{"ES", 2},   Market{"IT", 2},  Market{"MY", 3},  Market{"SG", 2}, Market{"VN", 3}};

// What a service reports is its share of all streams.
struct Service {
  Company company;
  int percent;
};
constexpr std::array services{Service{Company::stream_home, 50},
                              Service{Company::stream_second, 20},
                              Service{Company::stream_abroad, 30}};

using Units = std::map<std::string_view, int64_t>;        // by territory
using Sales = std::map<std::string, Units, std::less<>>;  // by ISRC

// Not a distribution of the standard library: those differ between libraries.
int64_t draw(std::mt19937_64& random, int64_t below) {
  return static_cast<int64_t>(random() % static_cast<uint64_t>(below));
}

int64_t home_units(size_t popularity) {
  return 900'000 / static_cast<int64_t>(popularity + 4) + 60;
}

// Every month tells of the most heard and of a rotating part of the rest; the last one of all.
bool reported(const DemoTrackUse& use, size_t index, int month) {
  if (use.from > month_of(month).first) return false;
  return month == months - 1 || use.popularity < 90 ||
         (index + static_cast<size_t>(month)) % 12 == 0;
}

// The campaigns that reach a recording in a month.
std::map<std::string_view, std::vector<Campaign>> campaigns_by_recording(const Story& story,
                                                                         int month) {
  std::map<std::string_view, std::vector<Campaign>> out;
  for (const Campaign& campaign : campaigns()) {
    if (month < campaign.from) continue;
    for (const Release& release : story.releases) {
      if (release.artist_index != campaign.artist_index) continue;
      for (const Track& track : release.tracks) out[track.isrc].push_back(campaign);
    }
  }
  return out;
}

void add_drawn(const Story& story, int month, int percent, std::mt19937_64& random, Sales& sales) {
  const auto reached = campaigns_by_recording(story, month);
  for (size_t i = 0; i < story.uses.size(); ++i) {
    const DemoTrackUse& use = story.uses[i];
    if (use.is_video || !reported(use, i, month)) continue;
    const auto own = reached.find(use.isrc);
    const int64_t home = home_units(use.popularity) * percent / 100;
    for (size_t m = 0; m < markets.size(); ++m) {
      // Drawn before anything is decided, so that a story changes only its own rows.
      const int64_t swing = 60 + draw(random, 80);
      const bool everywhere = use.popularity < 220 || m == 0 || (i + m) % 6 == 0;
      if (!everywhere || !use.scope.allows(markets[m].code)) continue;
      int64_t units = home * markets[m].per_hundred_home / 100 * swing / 100;
      if (own != reached.end()) {
        for (const Campaign& campaign : own->second) {
          if (campaign.territory == markets[m].code) units = units * campaign.percent / 100;
        }
      }
      if (units > 0) sales[use.isrc][markets[m].code] = units;
    }
  }
}

// What a service's reports say a play earned, in thousandths of the currency: at the service, and
// of that for the label. Empty where its reports state no money.
struct PlayMoney {
  std::string_view currency = {};
  int64_t gross = 0;
  int64_t ours = 0;
};
// Services began to state it half a year ago. The one abroad pays in dollars and names no rate, so
// its yen stay unknown until somebody gives one.
PlayMoney money_of(Company service, int month) {
  if (month < months - 6) return {};
  if (service == Company::stream_home) return {"JPY", 500, 310};
  if (service == Company::stream_abroad) return {"USD", 4, 2};
  return {};
}

struct ReportHead {
  Company sender;
  std::string_view profile;
  std::string_view service_description;
  std::string_view use_type;
  int month;
  PlayMoney money = {};

  // The cells that say what so many plays earned; none where the report states no money.
  std::string cells_of(int64_t plays) const {
    if (money.currency.empty()) return {};
    return fmt::format("\t{}\t{}", in_thousandths(plays * money.gross),
                       in_thousandths(plays * money.ours));
  }
};

std::string head_rows(const ReportHead& head) {
  const Month month = month_of(head.month);
  const CompanyFacts& sender = facts(head.sender);
  std::string out =
      "# DEMO: every party, name and number in this report is invented.\n"
      "#HEAD\tMessageVersion\tProfile\tProfileVersion\tMessageId\tMessageCreatedDateTime\t"
      "FileNumber\tNumberOfFiles\tUsageStartDate\tUsageEndDate\tSenderPartyId\tSenderName\t"
      "ServiceDescription\tRecipientPartyId\tRecipientName\tRepresentedRepertoire\n";
  out += fmt::format(
      "HEAD\tdsr/30\t{}\t1.3\tDEMO-{}-{}\t{}T06:00:00Z\t1\t1\t{}\t{}\t{}\t{}\t{}\t{}\t{}\tAll\n",
      head.profile, sender.dpid, month.first.to_string(), month.last.plus(9).to_string(),
      month.first.to_string(), month.last.to_string(), sender.dpid, sender.name,
      head.service_description, facts(Company::own).dpid, facts(Company::own).name);
  return out;
}

// One summary for each territory, with the sum of its usages.
std::string summary_rows(const Sales& sales, const ReportHead& head, size_t& count) {
  Units sums;
  for (const auto& [isrc, units] : sales) {
    for (const auto& [territory, number] : units) sums[territory] += number;
  }
  std::string out =
      "#SY02\tSummaryRecordId\tDistributionChannel\tDistributionChannelDPID\tCommercialModel\t"
      "UseType\tTerritory\tServiceDescription\tUsages";
  const bool paid = !head.money.currency.empty();
  out += paid ? "\tCurrencyOfReporting\tNetRevenue\tAllocatedRevenue\n" : "\n";
  for (const auto& [territory, sum] : sums) {
    out += fmt::format("SY02\tS-{}\t{}\t{}\tSubscriptionModel\t{}\t{}\t{}\t{}", territory,
                       facts(head.sender).name, facts(head.sender).dpid, head.use_type, territory,
                       head.service_description, sum);
    if (paid) out += fmt::format("\t{}", head.money.currency);
    out += head.cells_of(sum) + "\n";
  }
  count = sums.size();
  return out;
}

std::string audio_blocks(const Sales& sales, const ReportHead& head,
                         const std::map<std::string, std::string>& titles) {
  std::string out =
      "#AS01\tBlockId\tResourceReference\tDspResourceId\tISRC\tTitle\n"
      "#SU02\tBlockId\tSummaryRecordId\tSalesTransactionId\tTransactedRelease\t"
      "TransactedResource\tIsRoyaltyBearing\tNumberOfStreams";
  out += head.money.currency.empty() ? "\n" : "\tNetRevenue\tAllocatedRevenue\n";
  size_t block = 0;
  for (const auto& [isrc, units] : sales) {
    ++block;
    out += fmt::format("AS01\t{}\tA1\tdemo:{}\t{}\t{}\n", block, isrc, isrc, titles.at(isrc));
    for (const auto& [territory, number] : units) {
      out += fmt::format("SU02\t{}\tS-{}\t\t\tA1\ttrue\t{}{}\n", block, territory, number,
                         head.cells_of(number));
    }
  }
  return out;
}

std::string fan_blocks(const Sales& sales, const std::map<std::string, std::string>& titles) {
  std::string out =
      "#AS02\tBlockId\tResourceReference\tDspResourceId\tISRC\tTitle\n"
      "#RU01\tBlockId\tSummaryRecordId\tDspReleaseId\tUsages\n";
  size_t block = 0;
  for (const auto& [isrc, units] : sales) {
    ++block;
    out += fmt::format("AS02\t{}\tA1\tdemo:{}\t{}\t{}\n", block, isrc, isrc, titles.at(isrc));
    for (const auto& [territory, number] : units) {
      out += fmt::format("RU01\t{}\tS-{}\tdemo:{}\t{}\n", block, territory, isrc, number);
    }
  }
  return out;
}

DemoFile report_file(const ReportHead& head, const Sales& sales, const std::string& blocks) {
  size_t summaries = 0;
  std::string text = head_rows(head) + summary_rows(sales, head, summaries) + blocks;
  text +=
      "#FOOT\tNumberOfLinesInFile\tNumberOfLinesInReport\tNumberOfSummaryRecords\t"
      "NumberOfBlocksInFile\tNumberOfBlocksInReport\n";
  const auto lines = std::ranges::count(text, '\n') + 1;
  text += fmt::format("FOOT\t{}\t{}\t{}\t{}\t{}\n", lines, lines, summaries, sales.size(),
                      sales.size());
  const std::string month = month_of(head.month).first.to_string().substr(0, 7);
  return {
      fmt::format("sales/DSR_{}_{}_{}-DEMO_{}_Multi_1of1_{}T060000.tsv", facts(Company::own).dpid,
                  facts(head.sender).dpid, head.service_description, month,
                  [&] {
                    std::string day = month_of(head.month).last.plus(9).to_string();
                    std::erase(day, '-');
                    return day;
                  }()),
      std::move(text)};
}

std::map<std::string, std::string> titles_of(const Story& story) {
  std::map<std::string, std::string> titles;
  for (const Release& release : story.releases) {
    for (const Track& track : release.tracks) {
      titles.emplace(track.isrc, track.titles.front().text);
    }
  }
  return titles;
}

// Planned use grows towards the last month, by a twentieth each month.
int64_t earlier(int64_t last_units, int month) {
  for (int m = months - 1; m > month; --m) last_units = last_units * 19 / 20;
  return last_units;
}

Sales fan_sales(const Story& story, int month, std::mt19937_64& random) {
  Sales sales;
  for (size_t i = 0; i < story.uses.size(); ++i) {
    const DemoTrackUse& use = story.uses[i];
    if (!use.is_video || !reported(use, i, month)) continue;
    const int64_t home = home_units(use.popularity);
    for (size_t m = 0; m < markets.size(); ++m) {
      const int64_t swing = 60 + draw(random, 80);
      if ((m != 0 && (i + m) % 4 != 0) || !use.scope.allows(markets[m].code)) continue;
      const int64_t units = home * markets[m].per_hundred_home / 100 * swing / 100;
      if (units > 0) sales[use.isrc][markets[m].code] = units;
    }
  }
  for (const PlannedUse& use : story.fan_uses) {
    sales[use.isrc][use.territory] = earlier(use.october_units, month);
  }
  return sales;
}

}  // namespace

Date demo_as_of() { return *Date::of(2026, 11, 20); }

Month month_of(int index) {
  const int number =
      2024 * 12 + 10 + index;  // months since year 0, November being the tenth from 0
  const Date first = *Date::of(number / 12, number % 12 + 1, 1);
  const int next = number + 1;
  return {first, Date::of(next / 12, next % 12 + 1, 1)->plus(-1)};
}

std::vector<DemoFile> sales_reports(const Story& story) {
  std::vector<DemoFile> files;
  const auto titles = titles_of(story);
  for (int month = 0; month < months; ++month) {
    for (const Service& service : services) {
      std::mt19937_64 random(static_cast<uint64_t>(month * 10 + service.percent));
      Sales sales;
      add_drawn(story, month, service.percent, random, sales);
      if (month == months - 1 && service.company == Company::stream_abroad) {
        for (const PlannedUse& use : story.paid_uses) {
          sales[use.isrc][use.territory] = use.october_units;
        }
      }
      const ReportHead head{service.company,  "BasicAudio", "Subscription",
                            "OnDemandStream", month,        money_of(service.company, month)};
      files.push_back(report_file(head, sales, audio_blocks(sales, head, titles)));
    }
    std::mt19937_64 random(static_cast<uint64_t>(month));
    const Sales sales = fan_sales(story, month, random);
    const ReportHead head{Company::video_service, "UGC", "FanVideo",
                          "UserMakeAvailableUserProvided", month};
    files.push_back(report_file(head, sales, fan_blocks(sales, titles)));
  }
  return files;
}

}  // namespace umikoe::app::demo
