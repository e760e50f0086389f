#include <fmt/format.h>

#include <map>

#include "app/delivery_report.h"
#include "app/first_minutes.h"

namespace umikoe::app {
namespace {

using messages::Language;
using messages::text;

constexpr size_t problems_shown = 5;

void add_problems(std::string& out, const std::vector<Error>& problems, const char* heading,
                  Language language) {
  for (size_t i = 0; i < problems.size() && i < problems_shown; ++i) {
    Error place = problems[i];
    place.where.file.clear();
    out += fmt::format("    {} [{}] {}\n", text(language, heading), place.code,
                       messages::sentence(language, place));
  }
  if (problems.size() > problems_shown) {
    out += fmt::format("    {}\n",
                       text(language, "import.more",
                            {{"count", std::to_string(problems.size() - problems_shown)}}));
  }
}

void add_count(std::string& out, int64_t count, const char* key, Language language) {
  if (count == 0) return;
  out += (out.empty() ? "" : " · ") + text(language, key, {{"count", std::to_string(count)}});
}

std::string counts_words(const formats::DeliveryCounts& counts, Language language) {
  std::string out;
  add_count(out, counts.sound_recordings, "import.sound_recordings", language);
  add_count(out, counts.videos, "import.videos", language);
  add_count(out, counts.releases, "import.releases", language);
  add_count(out, counts.track_releases, "import.track_releases", language);
  add_count(out, counts.deals, "import.deals", language);
  add_count(out, counts.rows, "import.rows", language);
  return out;
}

// All that waits for a person, with the command that takes the answers.
std::string questions_words(const ImportReport& report, Language language) {
  std::string out;
  size_t count = 0;
  for (const auto& delivery : report.deliveries) {
    if (delivery.questions.empty()) continue;
    out += fmt::format("  umikoe import --map {}\n", delivery.path);
    for (size_t i = 0; i < delivery.questions.size(); ++i) {
      const auto& [en, ja] = delivery.questions[i];
      out += fmt::format("    {}. {}\n", i + 1, language == Language::ja ? ja : en);
    }
    count += delivery.questions.size();
  }
  if (count == 0) return {};
  return "\n" + text(language, "first.questions", {{"count", std::to_string(count)}}) + "\n" + out;
}

}  // namespace

std::string import_text(const ImportReport& report, Language language, const LoadedWorld* world) {
  std::string out;
  std::map<std::string, int> by_status;
  for (const auto& delivery : report.deliveries) {
    ++by_status[delivery.status];
    if (delivery.status == "unchanged") continue;
    out += fmt::format("{}  {} ({})  {}\n", text(language, "import." + delivery.status),
                       delivery.path, delivery.format, counts_words(delivery.counts, language));
    if (!delivery.reason.empty()) {
      out += fmt::format("    {}\n", text(language, "import.reason." + delivery.reason));
    }
    add_problems(out, delivery.errors, "import.error", language);
    add_problems(out, delivery.findings, "import.finding", language);
  }
  out += text(language, "import.total", {{"count", std::to_string(report.deliveries.size())}});
  for (const auto& [status, count] : by_status) {
    out += fmt::format(" · {} {}", text(language, "import." + status), count);
  }
  out += "\n" + questions_words(report, language);
  return world ? out + "\n" + first_minutes_text(first_minutes(*world), *world, language) : out;
}

}  // namespace umikoe::app
