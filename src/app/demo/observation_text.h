#pragma once

#include <string>
#include <vector>

#include "app/demo/model.h"

namespace umikoe::app::demo {

// The day all answers of the demo are about.
Date demo_as_of();

// A file of the demo, its path below DIR/deliveries.
struct DemoFile {
  std::string path;
  std::string bytes;
};

// Twenty-four monthly sales reports of each service, November 2024 to October 2026: DSR flat files
// of the BasicAudio profile, and of UGC for what fans put under their own videos.
std::vector<DemoFile> sales_reports(const Story& story);
// Daily top 50 of three markets, and the monthly playlist of four, over the same months.
std::vector<DemoFile> charts(const Story& story);
// The contract ledger, the parties, the names people correct by hand, the sightings, the dates of
// artists on stages.
std::vector<DemoFile> tables(const Story& story);

// An amount of so many thousandths as a decimal, with its three places as statements print them.
std::string in_thousandths(int64_t thousandths);

inline constexpr int months = 24;
struct Month {
  Date first;
  Date last;
};
Month month_of(int index);  // 0 is November 2024, 23 October 2026

}  // namespace umikoe::app::demo
