#include "catalogue/check_contents.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/utf8.h"
#include "catalogue/check_names.h"

namespace umikoe::catalogue {
namespace {

constexpr int64_t duration_tolerance_ms = 5'000;  // encoders round differently
constexpr int64_t cover_px_min = 1'400;
constexpr int earliest_recording_year = 1860;

std::string title_of(const std::vector<NameForm>& forms) {
  return forms.empty() ? std::string() : forms.front().text;
}

std::string subject_of(const Release& release) {
  for (const auto* ids : {&release.ids.icpns, &release.ids.grids, &release.ids.proprietary}) {
    if (!ids->empty()) return ids->front();
  }
  return release.reference;
}

// What the documents say of one recording, to be compared.
struct Known {
  std::set<std::string> titles;
  std::optional<int64_t> shortest_ms;
  std::optional<int64_t> longest_ms;
};

class Checker {
 public:
  std::vector<RuleFinding> run(std::span<const CheckedDocument> documents) {
    for (const CheckedDocument& document : documents) {
      document_ = &document;
      for (const Recording& recording : document.contents->recordings) check(recording);
      for (const Release& release : document.contents->releases) {
        if (document.is_message) check(release);
      }
      for (const Party& party : document.contents->parties) remember_name(party);
    }
    compare_recordings();
    compare_names();
    return std::move(found_);
  }

 private:
  void add(std::string_view rule, std::string subject, std::string title, std::string detail) {
    found_.push_back({std::string(rule), std::move(subject), std::move(title), "",
                      std::move(detail), document_ ? document_->document : ""});
  }

  bool from_message() const { return document_->is_message; }

  void check(const Recording& recording) {
    const std::string title = title_of(recording.titles);
    if (!recording.isrc) {
      add("isrc_missing", recording.reference, title, recording.reference);
      return;
    }
    const std::string isrc = recording.isrc->to_string();
    const Breach breach = [&](std::string_view rule, std::string detail) {
      add(rule, isrc, title, std::move(detail));
    };
    remember(recording, isrc);
    if (!from_message()) return;
    check_title(recording.titles, breach);
    check_artist_name(recording.display_artist_names, breach);
    check_description(recording, breach);
    check_credits(recording, breach);
  }

  void check_description(const Recording& recording, const Breach& breach) {
    if (recording.parental_warnings.empty()) breach("parental_warning", "");
    const bool wordless = recording.is_instrumental.value_or(false);
    if (recording.languages_of_performance.empty() && !wordless) {
      breach("language_of_performance", "");
    }
    if (recording.p_line.empty()) breach("p_line", "");
    if (recording.kind == RecordingKind::video && recording.subtitle_languages.empty() &&
        !wordless) {
      breach("subtitle_language", "");
    }
  }

  void check_credits(const Recording& recording, const Breach& breach) {
    constexpr std::array<std::string_view, 6> writers{"Composer", "ComposerLyricist", "Lyricist",
                                                      "Author",   "Adapter",          "Writer"};
    bool has_writer = false;
    for (const Credit& credit : recording.credits) {
      for (const auto& role : credit.roles) {
        has_writer = has_writer || std::ranges::find(writers, role) != writers.end();
      }
      if (credit.is_display_artist && credit.party.keys().empty() && !credit.party.name.empty()) {
        breach("artist_identifier", credit.party.name);
      }
      if (credit.is_display_artist) remember_name(credit.party);
    }
    if (!has_writer) breach("writer_credit", "");
  }

  void check(const Release& release) {
    const std::string subject = subject_of(release);
    const std::string title = title_of(release.titles);
    const Breach breach = [&](std::string_view rule, std::string detail) {
      add(rule, subject, title, std::move(detail));
    };
    check_title(release.titles, breach);
    check_artist_name(release.display_artist_names, breach);
    check_ids(release, breach);
    if (release.kind != ReleaseKind::main) return;
    if (release.p_line.empty()) breach("p_line", "");
    if (release.parental_warnings.empty()) breach("parental_warning", "");
    check_genre(release, breach);
    check_dates(release, breach);
    check_cover(breach);
  }

  void check_ids(const Release& release, const Breach& breach) {
    for (const auto& grid : release.ids.grids) {
      const auto checked = parse_grid(grid);
      if (checked && !checked->check_digit_ok) breach("check_digit", grid);
    }
    for (const auto& icpn : release.ids.icpns) {
      const auto checked = parse_icpn(icpn);
      if (checked && !checked->check_digit_ok) breach("check_digit", icpn);
    }
  }

  void check_genre(const Release& release, const Breach& breach) {
    const bool only_national = std::ranges::all_of(release.genres, [](const std::string& genre) {
      return genre == "J-Pop" || genre == "JPop" || genre == "J-POP";
    });
    if (only_national) breach("genre", release.genres.empty() ? "" : release.genres.front());
  }

  void check_dates(const Release& release, const Breach& breach) {
    if (!release.original_release_date) return;
    const Date original = *release.original_release_date;
    const bool after = release.release_date && original > *release.release_date;
    if (original.year() < earliest_recording_year || after) {
      breach("original_release_date", original.to_string());
    }
  }

  void check_cover(const Breach& breach) {
    const auto& images = document_->contents->images;
    const auto cover = std::ranges::find_if(images, [](const Image& image) {
      return image.type == "FrontCoverImage" || image.type == "VideoScreenCapture";
    });
    if (cover == images.end()) return breach("cover", "");
    if (!cover->width_px || !cover->height_px) return;
    if (*cover->width_px != *cover->height_px || *cover->width_px < cover_px_min) {
      breach("cover", std::to_string(*cover->width_px) + "x" + std::to_string(*cover->height_px));
    }
  }

  void remember(const Recording& recording, const std::string& isrc) {
    Known& known = known_[isrc];
    if (!recording.titles.empty()) known.titles.insert(title_of(recording.titles));
    if (!recording.duration_ms) return;
    known.shortest_ms =
        std::min(known.shortest_ms.value_or(*recording.duration_ms), *recording.duration_ms);
    known.longest_ms =
        std::max(known.longest_ms.value_or(*recording.duration_ms), *recording.duration_ms);
  }

  // The Latin forms each original spelling of an artist is given across the catalogue.
  void remember_name(const Party& party) {
    std::string original;
    for (const NameForm& form : party.names) {
      const ScriptsInText scripts = scripts_in(form.text);
      if (original.empty() && scripts.kanji) original = form.text;
      const bool latin = scripts.latin && !scripts.kanji && !scripts.kana && !scripts.hangul;
      if (latin && !original.empty() && form.language.script() == "Latn") {
        latin_names_[original].insert(form.text);
      }
    }
  }

  void compare_recordings() {
    document_ = nullptr;
    for (const auto& [isrc, known] : known_) {
      if (known.titles.size() > 1) {
        add("isrc_conflict", isrc, *known.titles.begin(),
            *known.titles.begin() + " / " + *std::next(known.titles.begin()));
      } else if (known.longest_ms &&
                 *known.longest_ms - *known.shortest_ms > duration_tolerance_ms) {
        add("isrc_conflict", isrc, known.titles.empty() ? "" : *known.titles.begin(),
            std::to_string(*known.shortest_ms / 1000) + " s / " +
                std::to_string(*known.longest_ms / 1000) + " s");
      }
    }
  }

  void compare_names() {
    for (const auto& [original, latin] : latin_names_) {
      if (latin.size() < 2) continue;
      add("romanisation", original, original, *latin.begin() + " / " + *std::next(latin.begin()));
    }
  }

  const CheckedDocument* document_ = nullptr;
  std::vector<RuleFinding> found_;
  std::map<std::string, Known> known_;
  std::map<std::string, std::set<std::string>> latin_names_;
};

}  // namespace

std::vector<RuleFinding> check_contents(std::span<const CheckedDocument> documents) {
  return Checker().run(documents);
}

}  // namespace umikoe::catalogue
