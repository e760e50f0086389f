#pragma once

#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "demand/chart_line.h"

namespace umikoe::demand {

// Daily charts that follow a rule: tracks enter one chart, fall by a share of their own each day
// and reach the next chart a week later.
inline std::vector<ChartLine> invented_charts(int days = 196, uint64_t seed = 1) {
  std::mt19937_64 random(seed);
  std::vector<ChartLine> lines;
  const std::vector<std::string> places = {"ID", "KR", "TH", "VN"};
  const Date begin = *Date::parse("2025-06-11");
  for (int track = 0; track < days / 2; ++track) {
    const int born = track * 2 - 20;
    const double decay = 0.002 + 0.02 * static_cast<double>(random() % 100) / 100;
    const double size = 50'000 + static_cast<double>(random() % 400'000);
    const size_t reach = 1 + random() % places.size();
    const size_t home = random() % places.size();
    for (size_t step = 0; step < reach; ++step) {
      for (int day = std::max(born + 7 * static_cast<int>(step), 0); day < days; ++day) {
        const double noise = 1 + 0.05 * (static_cast<double>(random() % 200) / 100 - 1);
        const double streams = size * std::exp(-decay * (day - born)) * noise;
        if (streams < 20'000) break;
        ChartLine line;
        line.territory = places[(home + step) % places.size()];
        line.file_day = begin.plus(day);
        line.day = line.file_day;
        line.rank = 1 + track % 50;
        line.artist = "Umi no Oto " + std::to_string(track / 3);
        line.title = "Uta " + std::to_string(track);
        line.streams = static_cast<int64_t>(streams);
        line.days_on_chart = day - born + 1;
        lines.push_back(line);
      }
    }
  }
  return lines;
}

// What stands after the day, changed beyond recognition: other names, figures and order.
inline std::vector<ChartLine> with_another_future(std::vector<ChartLine> lines, Date day) {
  std::mt19937_64 random(99);
  std::vector<ChartLine> future;
  std::vector<ChartLine> past;
  for (ChartLine& line : lines) {
    if (line.file_day <= day) {
      past.push_back(line);
      continue;
    }
    line.artist = "Another " + std::to_string(random() % 9);
    line.streams = static_cast<int64_t>(random() % 1'000'000);
    future.push_back(line);
  }
  for (size_t i = future.size(); i > 1; --i) std::swap(future[i - 1], future[random() % i]);
  future.insert(future.end(), past.begin(), past.end());
  return future;
}

}  // namespace umikoe::demand
