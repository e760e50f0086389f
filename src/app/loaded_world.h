#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/compiled_answers.h"
#include "app/holds.h"
#include "app/judged_videos.h"
#include "app/ports.h"
#include "rights/answer.h"

namespace umikoe::app {

// How people know a recording.
struct RecordingCard {
  catalogue::RecordingKind kind = catalogue::RecordingKind::sound;
  std::string title;     // as displayed originally
  std::string title_en;  // a translated, transliterated or Latin form, where one is on file
  std::string artist;
  std::string artist_en;  // a form in Latin script, where one is on file
  std::string release;    // title of the release it was last delivered in
  std::string label;
};

// How much of a world is read. Plays and money may be millions of rows.
enum class WorldExtent : uint8_t {
  all,
  without_views,  // of videos: what use by others, and so the worth of cells, rests on
  without_plays,  // no usage, no revenue, no views, and no sighting that follows from them
  demand_alone,   // no statements, licences and sightings
};

// Everything on file, arranged for questions about rights. Later generations are not seen.
class LoadedWorld {
 public:
  static Result<std::unique_ptr<LoadedWorld>> load(const WorldStore& store, Date today,
                                                   WorldExtent extent = WorldExtent::all);
  // As much as answers about the rights in some recordings rest on; of the rest of the world it
  // knows the parties only. They should be whole groups: a recording is open through another of its
  // performance.
  static Result<std::unique_ptr<LoadedWorld>> load_some(const WorldStore& store, Date today,
                                                        const OfRecordings& recordings,
                                                        rights::PartyDirectory known);

  const WorldInfo& info() const { return info_; }
  const rights::PartyDirectory& parties() const { return parties_; }
  // The party that a parties table declares to be this organisation; null when none is.
  const catalogue::Party* own_party() const;
  // The day questions are about unless they name one: the world's as-of day, else today.
  Date as_of() const { return as_of_; }
  // In order of ISRC: every recording that any document names.
  const std::map<Isrc, RecordingCard>& recordings() const { return cards_; }
  const RecordingCard* card(const Isrc& isrc) const;
  // What is on file about one recording; an empty file when it is not known.
  const rights::RecordingFile& file(const Isrc& isrc) const;
  std::span<const UsageTotal> usage() const { return usage_; }
  std::span<const ChartSummary> charts() const { return charts_; }
  std::span<const RevenueTotal> revenue() const { return revenue_; }
  std::span<const demand::RevenueStatement> revenue_statements() const { return paid_; }
  std::span<const JudgedVideo> videos() const { return videos_; }
  std::span<const rights::ServiceAsset> assets() const { return assets_; }
  // Views of claimed uploads by others: what no document gives a recording, and what has no
  // territory; the rest is in usage().
  const LooseViews& loose_views() const { return loose_views_; }
  std::span<const DeliveredContents> contents() const { return contents_; }
  std::span<const GivenName> names() const { return names_; }
  // Captions and lyrics kept with recordings, withdrawn ones too (app/kept_captions.h tells them
  // apart); in order of delivery.
  std::span<const KeptCaptions> captions() const { return captions_; }
  std::span<const rights::Statement> statements() const { return statements_; }
  std::span<const rights::Licence> licences() const { return licences_; }
  std::span<const rights::Thread> threads() const { return threads_; }
  std::span<const edits::Edit> edits() const { return edits_; }
  // The same answers as the evaluator's, for questions about many cells.
  CompiledAnswers& compiled() const { return *compiled_; }
  // What people hold back on purpose.
  const HeldBack& held_back() const { return held_back_; }

 private:
  LoadedWorld() = default;
  Result<void> read(const WorldStore& store, const OfRecordings& of, WorldExtent extent);
  Result<void> read_rights(const WorldStore& store, const OfRecordings& of);
  Result<void> read_money(const WorldStore& store, const OfRecordings& of);
  Result<void> read_videos(const WorldStore& store, const OfRecordings& of);
  Result<void> read_views(const WorldStore& store);
  // Arranges what was read for questions.
  Result<void> prepare();
  void gather_parties();
  void arrange();
  void link_groups();
  void describe();
  Result<void> apply_holds();

  WorldInfo info_;
  Date as_of_;
  rights::PartyDirectory parties_;
  std::vector<catalogue::DeclaredParty> declared_;
  std::vector<rights::Statement> statements_;
  std::vector<rights::Thread> threads_;
  std::vector<rights::Licence> licences_;
  std::vector<rights::Sighting> sightings_;
  std::vector<UsageTotal> usage_;
  std::vector<ChartSummary> charts_;
  std::vector<RevenueTotal> revenue_;
  std::vector<demand::RevenueStatement> paid_;
  std::vector<JudgedVideo> videos_;
  std::vector<rights::ServiceAsset> assets_;
  LooseViews loose_views_;
  std::vector<DeliveredContents> contents_;
  std::vector<GivenName> names_;
  std::vector<KeptCaptions> captions_;
  std::vector<catalogue::GroupMember> groups_;
  std::map<Isrc, RecordingCard> cards_;
  std::map<Isrc, rights::RecordingFile> files_;
  rights::RecordingFile empty_;
  std::unique_ptr<CompiledAnswers> compiled_;
  std::vector<edits::Edit> edits_;
  HeldBack held_back_;
};

// The recordings of an artist or label by its whole name, in any ASCII case.
std::vector<Isrc> recordings_of(const LoadedWorld& world, const Hold& hold);

// Paid use of at least rights::paid_units_min net units is a sighting of its whole period.
std::optional<rights::Sighting> sighting_of(const UsageTotal& usage);

}  // namespace umikoe::app
