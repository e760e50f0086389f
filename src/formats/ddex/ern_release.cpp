#include <algorithm>
#include <charconv>
#include <limits>
#include <map>

#include "formats/ddex/ern_credits.h"
#include "formats/ddex/ern_identifiers.h"
#include "formats/ddex/ern_names.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::Release;
using catalogue::ReleaseKind;

namespace {

void add_unique(std::vector<std::string>& into, std::string_view text) {
  if (!text.empty() && std::ranges::find(into, text) == into.end()) into.emplace_back(text);
}

void add_resource(Release& release, Element reference, bool linked) {
  const bool secondary = reference.attribute("ReleaseResourceType") == "SecondaryResource";
  add_unique(linked || secondary ? release.linked_resource_references : release.resource_references,
             reference.text());
}

int sequence_of(Element item, int otherwise) {
  const std::string_view text = item.child("SequenceNumber").text();
  int number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  return parsed.ec == std::errc() ? number : otherwise;
}

// Volumes and tracks in order of their sequence numbers; items without one stay where they stand.
void read_resource_group(Element group, Release& release) {
  struct Item {
    int sequence;
    Element element;
  };
  std::vector<Item> items;
  int last = std::numeric_limits<int>::min();
  for (const Element& element : group.children()) {
    const Name name = element.name();
    if (name == "LinkedReleaseResourceReference") add_resource(release, element, true);
    if (name == "ReleaseResourceReference") add_resource(release, element, false);
    if (name != "ResourceGroup" && name != "ResourceGroupContentItem") continue;
    last = sequence_of(element, last);
    items.push_back({last, element});
  }
  std::ranges::stable_sort(items, {}, &Item::sequence);
  // The depth of the recursion is bounded by limits::xml_depth.
  for (const Item& item : items) read_resource_group(item.element, release);
}

// The track numbers of a release that is one volume. With several, "track 3" stands on each of
// them, so nothing is said.
void read_track_numbers(const std::vector<Element>& parts, Release& release) {
  std::map<std::string_view, int> numbers;
  for (const Element& part : parts) {
    for (const Element& group : part.children("ResourceGroup")) {
      Element volume = group;
      int volumes = 0;
      for (const Element& inner : group.children("ResourceGroup")) {
        volume = inner;
        ++volumes;
      }
      if (volumes > 1 || !numbers.empty()) return;
      for (const Element& item : volume.children("ResourceGroupContentItem")) {
        numbers[item.child("ReleaseResourceReference").text()] = sequence_of(item, 0);
      }
    }
  }
  if (numbers.empty()) return;
  for (const std::string& reference : release.resource_references) {
    const auto at = numbers.find(reference);
    release.track_numbers.push_back(at == numbers.end() ? 0 : at->second);
  }
}

// A release date may be written as a year or a month only; those name no day and are passed over.
std::optional<Date> date_of(ErnReading& reading, const std::vector<Element>& parts, Name name) {
  for (const Element& part : parts) {
    for (const Element& element : part.children(name)) {
      const std::string_view text = element.text();
      if (text.size() < 10) continue;
      const auto date = Date::parse(text.substr(0, 10));
      if (date) return date;
      reading.findings.add_once("date_invalid", {{"text", std::string(text)}}, element.where());
    }
  }
  return std::nullopt;
}

void read_lists(const Element& part, Release& release) {
  for (const Element& type : part.children("ReleaseType")) add_unique(release.types, type.text());
  for (const Element& warning : part.children("ParentalWarningType")) {
    add_unique(release.parental_warnings, warning.text());
  }
}

void read_common(ErnReading& reading, const std::vector<Element>& parts, Release& release) {
  for (const Element& part : parts) read_lists(part, release);
  for (const Name name : {Name("Genre"), Name("DisplayGenre")}) {
    for (const Element& part : parts) {
      for (const Element& genre : part.children(name)) {
        add_unique(release.genres, genre.child("GenreText").text());
      }
    }
  }
  release.p_line = line_text(parts, p_line_names);
  release.c_line = line_text(parts, c_line_names);
  for (const Name name : {Name("GlobalReleaseDate"), Name("ReleaseDate")}) {
    if (!release.release_date) release.release_date = date_of(reading, parts, name);
  }
  for (const Name name : {Name("GlobalOriginalReleaseDate"), Name("OriginalReleaseDate")}) {
    if (release.original_release_date) continue;
    release.original_release_date = date_of(reading, parts, name);
  }
  for (const Element& part : parts) {
    for (const Element& group : part.children("ResourceGroup")) {
      read_resource_group(group, release);
    }
    const Element list = part.child("ReleaseResourceReferenceList");
    for (const Element& item : list.children("ReleaseResourceReference")) {
      add_resource(release, item, false);
    }
    for (const Element& item : part.children("ReleaseResourceReference")) {
      add_resource(release, item, false);
    }
    for (const Element& item : part.children("LinkedReleaseResourceReference")) {
      add_resource(release, item, true);
    }
  }
  read_track_numbers(parts, release);
}

void read_labels_4(ErnReading& reading, Element element, ReadRelease& read) {
  Release& release = read.release;
  bool everywhere = false;
  for (const Element& label : element.children("ReleaseLabelReference")) {
    const auto territories = applicable_territories(label);
    everywhere = everywhere || territories.empty();
    for (const std::string& code : territories) add_unique(release.label_territories, code);
    name_party(reading, label);
    read.label_parties.emplace_back(label.text());
  }
  if (everywhere) release.label_territories.clear();
}

bool is_track_type(const Release& release) {
  return std::ranges::any_of(release.types, [](const std::string& type) {
    return type == "TrackRelease" || type == "VideoTrackRelease";
  });
}

void read_3(ErnReading& reading, Element element, Release& release) {
  std::vector<Element> details;
  std::vector<Element> parts = {element};
  for (const Element& part : element.children("ReleaseDetailsByTerritory")) {
    details.push_back(part);
    parts.push_back(part);
  }
  read_common(reading, parts, release);
  NameReader& names = reading.names;
  add_titles_3(names, element, release.titles);
  read_details_by_territory(names, details, release.titles, release.display_artist_names);
  add_reference_title_3(names, element, release.titles);
  if (release.display_artist_names.empty() && !details.empty()) {
    release.display_artist_names = names_of_display_artists(credits_of_3(names, details.front()));
  }
  for (const Element& part : details) {
    for (const Element& label : part.children("LabelName")) {
      if (release.label.empty()) release.label = std::string(label.text());
    }
  }
  release.counts_as_track_release = is_track_type(release);
}

void read_4(ErnReading& reading, Element element, ReadRelease& read) {
  Release& release = read.release;
  read_common(reading, {element}, release);
  release.titles = titles_of(reading.names, element);
  release.display_artist_names = display_artist_names_of(reading.names, element);
  read_labels_4(reading, element, read);
  release.counts_as_track_release = element.name() == "TrackRelease";
  if (element.name() == "TrackRelease") release.kind = ReleaseKind::track;
  if (element.name() == "ClipRelease") release.kind = ReleaseKind::clip;
}

// The likelier the release is the main one of its message, the lower. In 3.x that is the one
// marked, else R0, else the first that is not a track; in 4.x the first Release, and where 4.1 has
// none, a TrackRelease may be marked instead.
int rank_as_main(int generation, const Release& release, bool is_marked) {
  if (generation == 4) return release.kind == ReleaseKind::main ? 0 : is_marked ? 1 : 2;
  if (is_marked) return 0;
  if (release.reference == "R0") return 1;
  return release.counts_as_track_release ? 3 : 2;
}

void note_resources(ErnReading& reading, const Release& release, Element element) {
  ErnOutline& outline = reading.outline;
  for (const std::string& reference : release.linked_resource_references) {
    outline.resources[reference].second.used = true;
  }
  for (const std::string& reference : release.resource_references) {
    auto& resource = outline.resources[reference].second;
    resource.used = true;
    if (resource.stated || resource.awaited) continue;
    resource.awaited = true;
    outline.awaited_resources.push_back({reference, element.where()});
  }
}

void note_release(ErnReading& reading, const Release& release, Element element) {
  ErnOutline& outline = reading.outline;
  const bool is_marked = is_true(element.attribute("IsMainRelease"));
  const int rank = rank_as_main(reading.generation, release, is_marked);
  if (outline.releases.empty() || rank < outline.main_release_rank) {
    outline.main_release = outline.releases.size();
    outline.main_release_rank = rank;
    outline.main_release_ids = release.ids;
  }
  auto& reference = outline.release_references[release.reference];
  reference.second.stated = true;
  outline.releases.push_back({.reference = &reference,
                              .element = element.name(),
                              .line = element.line(),
                              .kind = release.kind,
                              .is_main_release = is_marked,
                              .counts_as_track_release = release.counts_as_track_release,
                              .has_one_resource = release.resource_references.size() == 1});
  note_resources(reading, release, element);
}

}  // namespace

void read_release(ErnReading& reading, Element element) {
  ReadRelease read;
  Release& release = read.release;
  release.reference = std::string(element.child("ReleaseReference").text());
  release.ids = release_ids_of(reading.findings, element);
  if (reading.generation == 3) {
    read_3(reading, element, release);
  } else {
    read_4(reading, element, read);
  }
  if (release.kind != ReleaseKind::clip) {
    DeliveryCounts& counts = reading.message.counts;
    ++(release.counts_as_track_release ? counts.track_releases : counts.releases);
  }
  note_release(reading, release, element);
  reading.sink.release(std::move(read));
}

}  // namespace umikoe::formats::ddex
