#include <array>

#include "formats/table/table_kinds.h"

namespace umikoe::formats::table {
namespace {

constexpr std::array columns = {Column{"isrc", true},
                                Column{"title", true},
                                Column{"artist"},
                                Column{"kind"},
                                Column{"duration_ms"},
                                Column{"duration"},
                                Column{"language"},
                                Column{"artist_language"},
                                Column{"label"},
                                Column{"release_title"},
                                Column{"icpn"},
                                Column{"catalogue_number"},
                                Column{"track"},
                                Column{"recording_id"},
                                Column{"release_date"},
                                Column{"iswc"},
                                Column{"language_of_performance"},
                                Column{"group"},
                                Column{"relation"},
                                Column{"video_id"}};

constexpr std::array<std::pair<std::string_view, catalogue::RecordingKind>, 2> kinds = {
    {{"sound", catalogue::RecordingKind::sound}, {"video", catalogue::RecordingKind::video}}};

constexpr int64_t tracks_max = 9'999;

catalogue::NameForm form(Cells& cells, std::string text, std::string_view language_column) {
  catalogue::NameForm form{.text = std::move(text)};
  form.language = cells.language(language_column);
  form.language_as_written = std::string(cells.text(language_column));
  return form;
}

// Rows of one release share its ICPN, else its catalogue number, else its title.
void add_to_release(Cells& cells, TableContents& contents, const Isrc& isrc) {
  const std::string icpn = cells.checked("icpn", "ICPN", parse_icpn);
  const std::string number(cells.text("catalogue_number"));
  const std::string title(cells.text("release_title"));
  const auto date = cells.date("release_date");
  if (icpn.empty() && number.empty() && title.empty()) return;
  const std::string reference = !icpn.empty()     ? "icpn:" + icpn
                                : !number.empty() ? "catalogue-number:" + number
                                                  : "title:" + title;
  auto& releases = contents.releases;
  const auto [place, fresh] = contents.places_of_releases.try_emplace(reference, releases.size());
  if (fresh) {
    catalogue::Release added;
    added.reference = reference;
    if (!icpn.empty()) added.ids.icpns.push_back(icpn);
    added.ids.catalogue_number = number;
    if (!title.empty()) added.titles.push_back({.text = title});
    added.label = std::string(cells.text("label"));
    added.release_date = date;
    releases.push_back(std::move(added));
  }
  catalogue::Release& release = releases[place->second];
  release.resource_references.push_back(isrc.to_string());
  const auto track = cells.number("track");
  if (track && (*track <= 0 || *track > tracks_max)) {
    cells.error("number_too_great", "track", {{"max", std::to_string(tracks_max)}});
    return;
  }
  if (!track && release.track_numbers.empty()) return;
  release.track_numbers.resize(release.resource_references.size());
  release.track_numbers.back() = static_cast<int32_t>(track.value_or(0));
}

// A person or a label's list says which video on YouTube shows the recording; several ids are
// parted by blanks or commas.
void add_videos(Cells& cells, TableContents& contents, const Isrc& isrc) {
  std::string_view written = cells.text("video_id");
  while (!written.empty()) {
    const size_t end = written.find_first_of(" ,;|");
    if (end != 0) {
      catalogue::OnlineVideo video;
      video.service = "YouTube";
      video.video_id = std::string(written.substr(0, end));
      video.isrc = isrc;
      contents.videos.push_back(std::move(video));
    }
    written.remove_prefix(end == std::string_view::npos ? written.size() : end + 1);
  }
}

void read_row(Cells& cells, TableContents& contents) {
  catalogue::Recording recording;
  recording.isrc = cells.isrc("isrc");
  recording.titles.push_back(form(cells, cells.required("title"), "language"));
  if (!cells.text("artist").empty()) {
    const std::string artist(cells.text("artist"));
    recording.display_artist_names.push_back(form(cells, artist, "artist_language"));
  }
  recording.kind = cells.word("kind", kinds).value_or(catalogue::RecordingKind::sound);
  recording.duration_ms = cells.duration_ms();
  if (auto iswc = cells.checked("iswc", "ISWC", parse_iswc); !iswc.empty()) {
    recording.iswcs.push_back(std::move(iswc));
  }
  if (const auto language = cells.text("language_of_performance"); !language.empty()) {
    recording.languages_of_performance.emplace_back(language);
  }
  if (const auto id = cells.text("recording_id"); !id.empty()) recording.own_ids.emplace_back(id);
  if (recording.isrc) add_to_release(cells, contents, *recording.isrc);
  if (recording.isrc) add_videos(cells, contents, *recording.isrc);
  if (recording.isrc && !cells.text("group").empty()) read_group_member(cells, contents);
  ++(recording.kind == catalogue::RecordingKind::sound ? contents.counts.sound_recordings
                                                       : contents.counts.videos);
  contents.recordings.push_back(std::move(recording));
}

}  // namespace

const TableKind recordings_kind{Format::table_recordings, columns, read_row, refuse_large_groups};

}  // namespace umikoe::formats::table
