#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.h"
#include "formats/ddex/ern_credits.h"
#include "formats/ddex/ern_identifiers.h"
#include "formats/ddex/ern_names.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

using catalogue::Recording;
using catalogue::RecordingKind;

namespace {

constexpr std::array id_names = {Name("ResourceId"), Name("SoundRecordingId"), Name("VideoId")};
constexpr std::array edition_names = {Name("SoundRecordingEdition"), Name("VideoEdition")};

// The ISRCs of a resource stand in three places: 4.3 SoundRecordingEdition/ResourceId, 4.1 and 4.2
// ResourceId, 3.x SoundRecordingId or VideoId; likewise for videos. An identifier that is marked as
// replaced is the resource's former one and counts only when there is no other.
std::vector<Element> isrc_elements(Element resource) {
  std::vector<Element> current;
  std::vector<Element> replaced;
  const auto collect = [&](Element at) {
    for (const Name name : id_names) {
      for (const Element& id : at.children(name)) {
        auto& into = is_true(id.attribute("IsReplaced")) ? replaced : current;
        for (const Element& isrc : id.children("ISRC")) into.push_back(isrc);
      }
    }
  };
  collect(resource);
  for (const Name name : edition_names) {
    for (const Element& edition : resource.children(name)) collect(edition);
  }
  return current.empty() ? replaced : current;
}

std::vector<Isrc> isrcs_of(ErnReading& reading, Element resource) {
  std::vector<Isrc> isrcs;
  bool stated = false;
  for (const Element& element : isrc_elements(resource)) {
    if (element.text().empty()) continue;
    stated = true;
    if (const auto isrc = Isrc::parse(element.text())) {
      if (std::ranges::find(isrcs, *isrc) == isrcs.end()) isrcs.push_back(*isrc);
    } else {
      reading.findings.add("isrc_malformed", {{"text", std::string(element.text())}},
                           element.where());
    }
  }
  if (!stated) {
    const Element reference = resource.child("ResourceReference");
    reading.findings.add("isrc_missing", {{"reference", std::string(reference.text())}},
                         resource.where());
  }
  return isrcs;
}

// Direct fields and those of editions and details by territory, in that order.
std::vector<Element> parts_of(Element resource) {
  std::vector<Element> parts = {resource};
  for (const Name name :
       {edition_names[0], edition_names[1], Name("SoundRecordingDetailsByTerritory"),
        Name("VideoDetailsByTerritory")}) {
    for (const Element& part : resource.children(name)) parts.push_back(part);
  }
  return parts;
}

void add_texts(Element part, Name name, std::vector<std::string>& texts) {
  for (const Element& element : part.children(name)) {
    std::string_view text = element.text();
    if (text == "UserDefined") text = element.attribute("UserDefinedValue");
    if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.emplace_back(text);
  }
}

std::optional<bool> flag(Element resource, Name name) {
  const Element element = resource.child(name);
  if (element.text().empty()) return std::nullopt;
  return is_true(element.text());
}

std::optional<int64_t> duration_of(ErnReading& reading, Element duration) {
  if (duration.text().empty()) return std::nullopt;
  const auto parsed = parse_duration_ms(duration.text());
  if (!parsed) {
    reading.findings.add_once("duration_invalid", {{"text", std::string(duration.text())}},
                              duration.where());
  }
  return parsed;
}

// What the delivered files are. PreviewDetails and ClipDetails below a technical detail describe an
// additional preview to be cut from the file: they do not make the recording a clip.
void read_technical_details(ErnReading& reading, const std::vector<Element>& parts,
                            Recording& recording) {
  int files = 0;
  int previews = 0;
  for (const Element& part : parts) {
    for (const Name name : {Name("TechnicalDetails"), Name("TechnicalSoundRecordingDetails"),
                            Name("TechnicalVideoDetails")}) {
      for (const Element& details : part.children(name)) {
        ++files;
        const bool preview =
            is_true(details.child("IsPreview").text()) || is_true(details.child("IsClip").text());
        if (preview) ++previews;
        for (const Element& at : {details, details.child("DeliveryFile")}) {
          const auto duration = duration_of(reading, at.child("Duration"));
          if (duration > recording.asset_duration_ms) recording.asset_duration_ms = duration;
        }
      }
    }
  }
  if (files > 0 && previews == files) recording.is_clip = true;
}

void read_iswcs(ErnReading& reading, Element resource, Recording& recording) {
  for (const Name name :
       {Name("WorkId"), Name("IndirectSoundRecordingId"), Name("IndirectVideoId")}) {
    for (const Element& id : resource.children(name)) {
      for (const Element& iswc : id.children("ISWC")) {
        std::string text = checked_id(reading.findings, iswc, "ISWC", parse_iswc(iswc.text()));
        if (!text.empty()) recording.iswcs.push_back(std::move(text));
      }
    }
  }
}

// The sender's own number of a recording, under which its papers may name it.
void read_own_ids(Element resource, Recording& recording) {
  const auto collect = [&](Element at) {
    for (const Name name : id_names) {
      for (const Element& ids : at.children(name)) {
        for (const Element& id : ids.children("ProprietaryId")) {
          if (!id.text().empty()) recording.own_ids.emplace_back(id.text());
        }
      }
    }
  };
  collect(resource);
  const Elements editions = resource.children("SoundRecordingEdition");
  // Ids of several editions name several recordings, and which is which is not told by the
  // resource.
  if (editions.is_single()) collect(editions.front());
}

void read_flags_and_lists(Element resource, const std::vector<Element>& parts,
                          Recording& recording) {
  for (const Element& part : parts) {
    add_texts(part, "ParentalWarningType", recording.parental_warnings);
    add_texts(part, "LanguageOfPerformance", recording.languages_of_performance);
    add_texts(part, "SubTitleLanguage", recording.subtitle_languages);
    for (const Name name : {Name("Genre"), Name("DisplayGenre")}) {
      for (const Element& genre : part.children(name)) {
        add_texts(genre, "GenreText", recording.genres);
      }
    }
  }
  recording.is_instrumental = flag(resource, "IsInstrumental");
  recording.contains_ai = flag(resource, "ContainsAI");
  recording.is_clip = is_true(resource.child("IsClip").text());
  recording.p_line = line_text(parts, p_line_names);
  recording.c_line = line_text(parts, c_line_names);
}

void read_names_3(ErnReading& reading, Element resource, RecordingKind kind, Recording& recording) {
  NameReader& names = reading.names;
  add_titles_3(names, resource, recording.titles);
  std::vector<Element> composites;
  for (const Element& details :
       resource.children(kind == RecordingKind::sound ? Name("SoundRecordingDetailsByTerritory")
                                                      : Name("VideoDetailsByTerritory"))) {
    composites.push_back(details);
  }
  read_details_by_territory(names, composites, recording.titles, recording.display_artist_names);
  add_reference_title_3(names, resource, recording.titles);
  if (!composites.empty()) recording.credits = credits_of_3(names, composites.front());
  if (recording.display_artist_names.empty()) {
    recording.display_artist_names = names_of_display_artists(recording.credits);
  }
}

void read_recording(ErnReading& reading, Element resource, RecordingKind kind) {
  DeliveryCounts& counts = reading.message.counts;
  ++(kind == RecordingKind::sound ? counts.sound_recordings : counts.videos);
  const std::vector<Element> parts = parts_of(resource);
  ReadRecording read;
  Recording& recording = read.recording;
  recording.reference = std::string(resource.child("ResourceReference").text());
  recording.kind = kind;
  for (const Name name : {Name("Type"), Name("SoundRecordingType"), Name("VideoType")}) {
    if (recording.type.empty()) recording.type = std::string(resource.child(name).text());
  }
  recording.duration_ms = duration_of(reading, resource.child("Duration"));
  read_flags_and_lists(resource, parts, recording);
  read_technical_details(reading, parts, recording);
  read_iswcs(reading, resource, recording);
  read_own_ids(resource, recording);
  if (reading.generation == 3) {
    read_names_3(reading, resource, kind, recording);
  } else {
    recording.titles = titles_of(reading.names, resource);
    recording.display_artist_names = display_artist_names_of(reading.names, resource);
    add_credits_4(reading, resource, read);
  }
  // Editions may carry ISRCs of their own; each is a recording that can be asked about.
  const std::vector<Isrc> isrcs = isrcs_of(reading, resource);
  for (size_t i = 0; i + 1 < isrcs.size(); ++i) {
    ReadRecording copy = read;
    copy.recording.isrc = isrcs[i];
    reading.sink.recording(std::move(copy));
  }
  if (!isrcs.empty()) recording.isrc = isrcs.back();
  reading.sink.recording(std::move(read));
}

void read_image(ErnReading& reading, Element image) {
  const auto pixels = [&](Name name) -> std::optional<int64_t> {
    for (const Element& size : image.descendants(name)) {
      const std::string_view unit = size.attribute("UnitOfMeasure");
      if (!unit.empty() && !unit.starts_with("Pixel")) continue;
      int64_t value = 0;
      const std::string_view text = size.text();
      const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
      if (parsed.ec == std::errc() && value > 0) return value;
    }
    return std::nullopt;
  };
  catalogue::Image read;
  read.reference = std::string(image.child("ResourceReference").text());
  read.type = std::string(image.child("Type").text());
  if (read.type.empty()) read.type = std::string(image.child("ImageType").text());
  read.width_px = pixels("ImageWidth");
  read.height_px = pixels("ImageHeight");
  for (const Name name : {Name("URI"), Name("FileName"), Name("URL")}) {
    for (const Element& file : image.descendants(name)) {
      if (read.file.empty()) read.file = std::string(file.text());
    }
  }
  if (read.type == "FrontCoverImage") reading.outline.has_front_cover = true;
  reading.sink.image(std::move(read));
}

}  // namespace

void read_resource(ErnReading& reading, Element resource) {
  auto& entry = reading.outline.resources[resource.child("ResourceReference").text()];
  if (!entry.second.stated) {
    entry.second.stated = true;
    entry.second.element = resource.name();
    entry.second.line = resource.line();
  }
  for (const Name name :
       {Name("ResourceContainedResourceReference"), Name("ResourceRelatedResourceReference")}) {
    for (const Element& reference : resource.descendants(name)) {
      if (reference.text().empty()) continue;
      reading.outline.resources[reference.text()].second.used = true;
    }
  }
  const bool is_recording = resource.name() == "SoundRecording" || resource.name() == "Video";
  if (is_recording) reading.outline.recordings.push_back(&entry);
  if (resource.name() == "SoundRecording") {
    read_recording(reading, resource, RecordingKind::sound);
  } else if (resource.name() == "Video") {
    read_recording(reading, resource, RecordingKind::video);
  } else if (resource.name() == "Image") {
    read_image(reading, resource);
  }
}

}  // namespace umikoe::formats::ddex
