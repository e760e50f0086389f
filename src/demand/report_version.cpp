#include "demand/report_version.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/sha256.h"

namespace umikoe::demand {
namespace {

// Lengths stand before texts, so that no two lists make the same bytes.
std::string joined(const std::vector<std::string>& texts) {
  std::string out;
  for (const std::string& text : texts) out += std::to_string(text.size()) + ":" + text;
  return out + "\n";
}

using Sending = std::pair<Instant, std::string>;  // created, and the message of that second

struct Files {
  std::map<int32_t, DeliveryId> first;  // by number, the delivery that came first
  int32_t wanted = 1;

  bool complete() const { return std::ssize(first) >= wanted && first.rbegin()->first <= wanted; }
};

std::map<std::string, std::map<Sending, Files>> series_of(std::span<const ReportVersion> on_file) {
  std::map<std::string, std::map<Sending, Files>> all;
  for (const ReportVersion& version : on_file) {
    Files& files = all[version.series][{version.created, version.message_id}];
    files.wanted = std::max(files.wanted, version.files);
    const auto [at, fresh] = files.first.try_emplace(version.file, version.delivery);
    if (!fresh) at->second = std::min(at->second, version.delivery);
  }
  return all;
}

const Files& standing(const std::map<Sending, Files>& sendings) {
  for (auto at = sendings.rbegin(); at != sendings.rend(); ++at) {
    if (at->second.complete()) return at->second;
  }
  return sendings.rbegin()->second;
}

}  // namespace

ReportVersion ReportVersionMaker::finish() const {
  ReportVersion version = version_;
  const std::string subject = joined(subject_);
  std::string series = subject;
  std::set<std::string> territories;
  for (const auto& about : summaries_) {
    series += joined(about);
    if (!about.empty() && !about.front().empty()) territories.insert(about.front());
  }
  version.subject = sha256_hex(subject);
  version.series = sha256_hex(series);
  version.territories.assign(territories.begin(), territories.end());
  return version;
}

std::vector<DeliveryId> replaced_deliveries(std::span<const ReportVersion> on_file) {
  std::set<DeliveryId> stand;
  for (const auto& [series, sendings] : series_of(on_file)) {
    for (const auto& [number, delivery] : standing(sendings).first) stand.insert(delivery);
  }
  std::set<DeliveryId> replaced;
  for (const ReportVersion& version : on_file) {
    if (!stand.contains(version.delivery)) replaced.insert(version.delivery);
  }
  return {replaced.begin(), replaced.end()};
}

int32_t files_missing(const ReportVersion& version, std::span<const ReportVersion> on_file) {
  std::set<int32_t> there{version.file};
  for (const ReportVersion& held : on_file) {
    if (held.series == version.series && held.created == version.created &&
        held.message_id == version.message_id) {
      there.insert(held.file);
    }
  }
  return std::max<int32_t>(0, version.files - static_cast<int32_t>(there.size()));
}

}  // namespace umikoe::demand
