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
    const std::string_view name = element.name();
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
      const auto inner = group.children("ResourceGroup");
      if (inner.size() > 1 || !numbers.empty()) return;
      const Element volume = inner.empty() ? group : inner.front();
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
std::optional<Date> date_of(ErnReading& reading, const std::vector<Element>& elements) {
  for (const Element& element : elements) {
    const std::string_view text = element.text();
    if (text.size() < 10) continue;
    const auto date = Date::parse(text.substr(0, 10));
    if (date) return date;
    reading.findings.add_once("date_invalid", {{"text", std::string(text)}}, element.where());
  }
  return std::nullopt;
}

std::vector<Element> elements_of(const std::vector<Element>& parts, std::string_view name) {
  std::vector<Element> found;
  for (const Element& part : parts) {
    for (const Element& element : part.children(name)) found.push_back(element);
  }
  return found;
}

void read_common(ErnReading& reading, const std::vector<Element>& parts, Release& release) {
  for (const Element& type : elements_of(parts, "ReleaseType")) {
    add_unique(release.types, type.text());
  }
  for (const Element& warning : elements_of(parts, "ParentalWarningType")) {
    add_unique(release.parental_warnings, warning.text());
  }
  for (const char* name : {"Genre", "DisplayGenre"}) {
    for (const Element& genre : elements_of(parts, name)) {
      add_unique(release.genres, genre.child("GenreText").text());
    }
  }
  release.p_line = line_text(parts, "PLine");
  release.c_line = line_text(parts, "CLine");
  for (const char* name : {"GlobalReleaseDate", "ReleaseDate"}) {
    if (!release.release_date) release.release_date = date_of(reading, elements_of(parts, name));
  }
  for (const char* name : {"GlobalOriginalReleaseDate", "OriginalReleaseDate"}) {
    if (release.original_release_date) continue;
    release.original_release_date = date_of(reading, elements_of(parts, name));
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

void read_labels_4(ErnReading& reading, Element element, Release& release) {
  bool everywhere = false;
  for (const Element& label : element.children("ReleaseLabelReference")) {
    const auto territories = applicable_territories(label);
    everywhere = everywhere || territories.empty();
    for (const std::string& code : territories) add_unique(release.label_territories, code);
    reading.mentions.push_back({.place = PartyMention::Place::release_label,
                                .owner = reading.message.contents.releases.size(),
                                .reference = std::string(label.text()),
                                .where = label.where()});
  }
  if (everywhere) release.label_territories.clear();
}

bool is_track_type(const Release& release) {
  return std::ranges::any_of(release.types, [](const std::string& type) {
    return type == "TrackRelease" || type == "VideoTrackRelease";
  });
}

void read_3(ErnReading& reading, Element element, Release& release) {
  const auto details = element.children("ReleaseDetailsByTerritory");
  std::vector<Element> parts = {element};
  parts.insert(parts.end(), details.begin(), details.end());
  read_common(reading, parts, release);
  NameReader names{reading.findings};
  add_titles_3(names, element, release.titles);
  read_details_by_territory(names, details, release.titles, release.display_artist_names);
  add_reference_title_3(names, element, release.titles);
  if (release.display_artist_names.empty() && !details.empty()) {
    release.display_artist_names = names_of_display_artists(credits_of_3(names, details.front()));
  }
  for (const Element& label : elements_of(details, "LabelName")) {
    if (release.label.empty()) release.label = std::string(label.text());
  }
  release.counts_as_track_release = is_track_type(release);
}

void read_4(ErnReading& reading, Element element, Release& release) {
  read_common(reading, {element}, release);
  NameReader names{reading.findings};
  release.titles = titles_of(names, element);
  release.display_artist_names = display_artist_names_of(names, element);
  read_labels_4(reading, element, release);
  release.counts_as_track_release = element.name() == "TrackRelease";
  if (element.name() == "TrackRelease") release.kind = ReleaseKind::track;
  if (element.name() == "ClipRelease") release.kind = ReleaseKind::clip;
}

}  // namespace

void read_release(ErnReading& reading, Element element) {
  Release release;
  release.reference = std::string(element.child("ReleaseReference").text());
  release.ids = release_ids_of(reading.findings, element);
  if (reading.generation == 3) {
    read_3(reading, element, release);
  } else {
    read_4(reading, element, release);
  }
  if (release.kind != ReleaseKind::clip) {
    DeliveryCounts& counts = reading.message.counts;
    ++(release.counts_as_track_release ? counts.track_releases : counts.releases);
  }
  reading.release_notes.push_back(
      {.is_main_release = is_true(element.attribute("IsMainRelease")), .where = element.where()});
  reading.message.contents.releases.push_back(std::move(release));
}

}  // namespace umikoe::formats::ddex
