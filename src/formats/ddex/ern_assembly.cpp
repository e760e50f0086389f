#include "formats/ddex/ern_assembly.h"

#include <map>
#include <utility>

namespace umikoe::formats::ddex {

using catalogue::Recording;
using catalogue::Release;

ErnSink ErnAssembly::sink() {
  return {
      .party =
          [this](std::string_view reference, catalogue::Party&& party) {
            if (!reference.empty()) parties_.emplace(std::string(reference), party);
            contents_.parties.push_back(std::move(party));
          },
      .recording =
          [this](ReadRecording&& read) {
            contents_.recordings.push_back(std::move(read.recording));
            credit_parties_.push_back(std::move(read.credit_parties));
          },
      .image = [this](catalogue::Image&& image) { contents_.images.push_back(std::move(image)); },
      .release =
          [this](ReadRelease&& read) {
            contents_.releases.push_back(std::move(read.release));
            label_parties_.push_back(std::move(read.label_parties));
          },
      .deal = [this](rights::Deal&& deal) { deals_.push_back(std::move(deal)); }};
}

void ErnAssembly::resolve_credits() {
  for (size_t i = 0; i < contents_.recordings.size(); ++i) {
    auto& credits = contents_.recordings[i].credits;
    for (size_t k = 0; k < credit_parties_[i].size(); ++k) {
      const auto party = parties_.find(credit_parties_[i][k]);
      if (party != parties_.end()) credits[k].party = party->second;
    }
    // A credit whose party is not in the list names nobody; a finding says so.
    std::erase_if(credits, [](const catalogue::Credit& credit) {
      return credit.party.name.empty() && credit.party.keys().empty();
    });
  }
}

void ErnAssembly::resolve_labels() {
  for (size_t i = 0; i < contents_.releases.size(); ++i) {
    std::string& label = contents_.releases[i].label;
    for (const std::string& reference : label_parties_[i]) {
      const auto party = parties_.find(reference);
      if (label.empty() && party != parties_.end()) label = party->second.name;
    }
  }
}

std::vector<rights::StatedRelease> ErnAssembly::stated_releases() const {
  std::multimap<std::string_view, const Recording*> by_reference;
  for (const Recording& recording : contents_.recordings) {
    by_reference.emplace(recording.reference, &recording);
  }
  std::vector<rights::StatedRelease> releases;
  for (const Release& release : contents_.releases) {
    rights::StatedRelease stated{
        .reference = release.reference, .kind = release.kind, .assets = {}};
    for (const std::string& reference : release.resource_references) {
      const auto [first, last] = by_reference.equal_range(reference);
      for (auto it = first; it != last; ++it) {
        const Recording& recording = *it->second;
        if (!recording.isrc) continue;
        stated.assets.push_back({.isrc = *recording.isrc,
                                 .resource_reference = reference,
                                 .is_clip = recording.is_clip,
                                 .asset_duration_ms = recording.asset_duration_ms});
      }
    }
    releases.push_back(std::move(stated));
  }
  return releases;
}

void ErnAssembly::complete(ErnReading& reading) {
  ErnMessage& message = reading.message;
  if (message.statement.kind == rights::StatementKind::release) {
    for (size_t i = 0; i < contents_.releases.size(); ++i) {
      contents_.releases[i].kind = kind_of_release(reading, i);
    }
    resolve_credits();
    resolve_labels();
    message.statement.releases = stated_releases();
  }
  message.statement.deals = std::move(deals_);
  contents_.language = std::move(message.contents.language);
  message.contents = std::move(contents_);
}

}  // namespace umikoe::formats::ddex
