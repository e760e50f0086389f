#include "catalogue/recording_numbers.h"

#include <algorithm>

#include "base/identifiers.h"
#include "base/utf8.h"

namespace umikoe::catalogue {
namespace {

void add_title(std::vector<std::string>& titles, std::string title) {
  if (title.empty() || std::ranges::find(titles, title) != titles.end()) return;
  titles.insert(std::ranges::upper_bound(titles, title), std::move(title));
}

std::string joined(std::vector<std::string> icpns) {
  std::ranges::sort(icpns);
  std::string text;
  for (const std::string& icpn : icpns) text += icpn + " ";
  return text;
}

}  // namespace

std::string number_key(NumberKind kind, std::string_view number) {
  constexpr std::u32string_view separators =
      U" -'\t\u00A0\u3000\u2010\u2011\u2012\u2013\u2014\u2015\u2212";
  std::string key;
  for (char32_t c : code_points(number)) {
    if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + U'!';  // full-width letters and signs
    if (separators.contains(c)) continue;
    append_utf8(key, c >= U'a' && c <= U'z' ? c - 32 : c);
  }
  if (kind != NumberKind::icpn) return key;
  const auto icpn = parse_icpn(key);
  return icpn ? icpn->text : key;
}

void RecordingNumbers::note(Track& track, int32_t number, const Recording& recording) {
  if (number > 0) {
    track.differs = track.differs || (track.number > 0 && track.number != number);
    track.number = number;
  }
  for (const NameForm& title : recording.titles) {
    add_title(track.titles, title.text);
    if (!title.sub_title.empty()) add_title(track.titles, title.text + " " + title.sub_title);
  }
}

void RecordingNumbers::add(const Contents& contents) {
  std::map<std::string_view, std::vector<const Recording*>> by_reference;
  for (const Recording& recording : contents.recordings) {
    if (!recording.isrc) continue;
    by_reference[recording.reference].push_back(&recording);
    for (const std::string& id : recording.own_ids) {
      auto& tracks = by_number_[{NumberKind::own_id, number_key(NumberKind::own_id, id)}][""];
      note(tracks[*recording.isrc], 0, recording);
    }
  }
  for (const Release& release : contents.releases) {
    if (release.kind == ReleaseKind::clip) continue;
    std::vector<Key> keys;
    const std::string& written = release.ids.catalogue_number;
    if (!written.empty()) {
      keys.emplace_back(NumberKind::catalogue_number,
                        number_key(NumberKind::catalogue_number, written));
    }
    for (const std::string& icpn : release.ids.icpns) {
      keys.emplace_back(NumberKind::icpn, number_key(NumberKind::icpn, icpn));
    }
    for (const Key& key : keys) {
      auto& tracks =
          by_number_[key][key.first == NumberKind::icpn ? "" : joined(release.ids.icpns)];
      for (size_t i = 0; i < release.resource_references.size(); ++i) {
        const int32_t number = i < release.track_numbers.size() ? release.track_numbers[i] : 0;
        for (const Recording* recording : by_reference[release.resource_references[i]]) {
          note(tracks[*recording->isrc], number, *recording);
        }
      }
    }
  }
}

NamedRecordings RecordingNumbers::find(NumberKind kind, std::string_view number) const {
  NamedRecordings out;
  const Key key{kind, number_key(kind, number)};
  const auto at = by_number_.find(key);
  if (at == by_number_.end() || key.second.empty()) return out;
  const auto& releases = at->second;
  Tracks all;
  for (const auto& [icpns, tracks] : releases) {
    for (const auto& [isrc, track] : tracks) {
      Track& to = all[isrc];
      to.differs = to.differs || track.differs ||
                   (to.number > 0 && track.number > 0 && to.number != track.number);
      if (track.number > 0) to.number = track.number;
      for (const std::string& title : track.titles) add_title(to.titles, title);
    }
  }
  // A release whose ICPN is not stated may be any of the others.
  for (const auto& [icpns, tracks] : releases) {
    const size_t with_icpn = releases.size() - releases.contains("");
    if (!icpns.empty() && with_icpn > 1 && tracks.size() != all.size()) out.several_releases = true;
  }
  for (auto& [isrc, track] : all) {
    out.recordings.push_back({isrc, track.differs ? 0 : track.number, std::move(track.titles)});
  }
  return out;
}

}  // namespace umikoe::catalogue
