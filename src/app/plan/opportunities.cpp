#include "app/plan/opportunities.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "app/plan/base_streams.h"
#include "app/why_documents.h"
#include "base/hash.h"
#include "base/limits.h"
#include "localisation/readiness.h"

namespace umikoe::app {
namespace {

using plan::ActionKind;
using plan::ActionRule;
using plan::Opportunity;
using plan::Scope;

// Six digits tell subjects apart that a word and a territory do not.
std::string mark_of(std::string_view subject) {
  return fmt::format("{:06x}", fnv1a(subject) & 0xffffff);
}

std::string id_of(ActionKind kind, std::string_view where, std::string_view subject) {
  return fmt::format("{}-{}-{}", word(kind), where, mark_of(subject));
}

class Builder {
 public:
  Builder(const LoadedWorld& world, const plan::RuleBook& book, const BaseStreams& base)
      : world_(world), book_(book), base_(base) {}

  Opportunities build() {
    for (const Decision& decision : base_.decisions) {
      if (!decision.ask) add_decision(decision);
    }
    for (const auto& [key, needs] : base_.needs) add_language(key.first, key.second, needs);
    add_places();
    add_territories();
    std::ranges::stable_sort(out_.all, {}, &Opportunity::kind);
    cut();
    return std::move(out_);
  }

 private:
  // The cells of a decision by the links they lack beyond the first: what the last of them gains.
  struct Chain {
    std::array<Spots, 3> spots;
    std::array<std::vector<std::pair<Isrc, TerritoryCode>>, 3> rows;
    std::array<std::set<Isrc>, 3> recordings;  // that need this link mended
    std::array<int64_t, 3> unknown{};
  };

  static size_t first_link(const Decision& decision) { return static_cast<size_t>(decision.link); }

  Chain chain_of(const Decision& decision) const {
    Chain out;
    for (const Isrc& isrc : decision.recordings) {
      for (const TerritoryCode territory : decision.territories) {
        const auto found = base_.gap_worth.find({isrc, territory});
        if (found == base_.gap_worth.end()) continue;
        const Cell& cell = base_.gaps[found->second.first];
        if (!is_about(decision, cell)) continue;
        size_t last = first_link(decision);
        out.recordings[last].insert(isrc);
        if (cell.delivered_closed && last < 1) out.recordings[last = 1].insert(isrc);
        if (cell.live_closed && last < 2) out.recordings[last = 2].insert(isrc);
        const demand::Worth& worth = found->second.second;
        out.unknown[last] += !worth.expected;
        out.rows[last].emplace_back(isrc, territory);
        out.spots[last][{world_.card(isrc)->artist, territory}].add(worth);
      }
    }
    return out;
  }

  void add_decision(const Decision& decision) {
    constexpr std::array kinds{ActionKind::negotiate, ActionKind::deliver, ActionKind::go_live};
    const Chain chain = chain_of(decision);
    std::string before;
    for (size_t link = first_link(decision); link < kinds.size(); ++link) {
      if (chain.recordings[link].empty()) continue;
      Opportunity one;
      one.kind = kinds[link];
      one.id = fmt::format("{}-{}", word(one.kind), decision.id.substr(0, 8));
      if (!before.empty()) one.needs.push_back(before);
      before = one.id;
      one.items = std::ssize(chain.recordings[link]);
      describe(decision, link, one);
      one.spots = spots_of(chain.spots[link]);
      one.cells_unknown = chain.unknown[link];
      one.rows = chain.rows[link];
      out_.all.push_back(std::move(one));
    }
  }

  void describe(const Decision& decision, size_t link, Opportunity& one) const {
    if (decision.territories.size() == 1) one.territory = decision.territories.front();
    const RecordingCard* first = world_.card(decision.recordings.front());
    bool one_artist = first != nullptr;
    bool one_label = first != nullptr;
    for (const Isrc& isrc : decision.recordings) {
      const RecordingCard* card = world_.card(isrc);
      one_artist = one_artist && card && card->artist == first->artist;
      one_label = one_label && card && card->label == first->label;
    }
    if (one_artist) one.artist = first->artist;
    if (one_label) one.label = first->label;
    if (link == 0) one.document = decision.document;
    // One's own instruction goes to whoever delivers; all else is asked of who can change it.
    const bool own = decision.who.role == rights::WhoRole::own_decision && decision.recipient;
    if (link == first_link(decision) && own) {
      one.who = party_name(decision.recipient, world_);
    } else if (link == first_link(decision) && !decision.who.parties.empty()) {
      one.who = party_name(decision.who.parties.front(), world_);
    }
    if (link > 0) one.latest = decision.next_expiry;
  }

  static std::vector<plan::Spot> spots_of(const Spots& spots) {
    std::vector<plan::Spot> out;
    for (const auto& [place, sum] : spots) {
      if (sum.streams() > 0) out.push_back(sum.spot(place));
    }
    return out;
  }

  std::string label_of(const std::string& artist) {
    if (labels_.empty()) {
      for (const auto& [isrc, card] : world_.recordings()) {
        auto [at, fresh] = labels_.emplace(card.artist, card.label);
        if (!fresh && at->second != card.label) at->second.clear();
      }
    }
    const auto found = labels_.find(artist);
    return found == labels_.end() ? std::string() : found->second;
  }

  void add_language(const std::string& artist, const std::string& language,
                    const LanguageNeeds& needs) {
    const auto make = [&](ActionKind kind) {
      Opportunity one;
      one.kind = kind;
      one.id = id_of(kind, language, artist);
      one.artist = artist;
      one.label = label_of(artist);
      one.language = language;
      return one;
    };
    if (!needs.names.empty()) {
      Opportunity one = make(ActionKind::names);
      one.items = std::ssize(needs.names) + needs.artist_name;
      one.spots = spots_of(needs.spots_of_names);
      for (const auto& [place, sum] : needs.spots_of_names) one.cells_unknown += sum.unknown();
      one.rows = needs.name_rows;
      if (!one.spots.empty()) out_.all.push_back(std::move(one));
    }
    if (needs.subtitles.empty()) return;
    Opportunity one = make(ActionKind::subtitle);
    one.items = std::ssize(needs.subtitles);
    for (const Isrc& isrc : needs.subtitles) {
      const auto length = world_.file(isrc).length_ms;
      one.lengths_assumed += !length;
      one.minutes +=
          length ? static_cast<double>(*length) / 60'000 : book_.settings.minutes_of_video.value;
    }
    for (const TerritoryCode territory : needs.territories) {
      const auto found = base_.open.find({artist, territory});
      if (found == base_.open.end() || found->second.streams() <= 0) continue;
      one.spots.push_back(found->second.spot(found->first));
      one.cells_unknown += found->second.unknown();
    }
    one.rows = needs.subtitle_rows;
    one.needs = ids_of(ActionKind::subtitle, artist, language, {});
    if (!one.spots.empty()) out_.all.push_back(std::move(one));
  }

  // The ids of what an action of the kind needs for its subject; those that nobody needs any more,
  // because there is nothing left to do, fall away where the plan is made.
  std::vector<std::string> ids_of(ActionKind kind, const std::string& artist,
                                  const std::string& language,
                                  std::optional<TerritoryCode> territory) const {
    std::vector<std::string> out;
    for (const ActionKind need : book_.of(kind).needs) {
      switch (book_.of(need).scope) {
        case Scope::artist_language:
          out.push_back(id_of(need, language, artist));
          break;
        case Scope::artist_territory:
          if (territory) out.push_back(id_of(need, territory->code(), artist));
          break;
        case Scope::territory:
          if (territory) out.push_back(id_of(need, territory->code(), ""));
          break;
        case Scope::decision:
          break;  // follows from the chain of the decision itself
      }
    }
    return out;
  }

  void add_places() {
    for (const auto& [place, sum] : base_.open) {
      if (sum.streams() <= 0) {
        out_.demand_unknown += sum.unknown() > 0;
        continue;
      }
      if (sum.streams() < book_.settings.least_streams.value) {
        ++out_.too_small;
        continue;
      }
      const std::string language = localisation::main_language(place.second.code());
      for (const ActionRule& rule : book_.rules) {
        if (rule.scope != Scope::artist_territory) continue;
        Opportunity one;
        one.kind = rule.kind;
        one.id = id_of(rule.kind, place.second.code(), place.first);
        one.artist = place.first;
        one.label = label_of(place.first);
        one.territory = place.second;
        if (rule.closes != plan::Closes::money) one.spots = {sum.spot(place)};
        one.cells_unknown = sum.unknown();
        one.needs = ids_of(rule.kind, place.first, language, place.second);
        out_.all.push_back(std::move(one));
      }
      by_territory_[place.second].push_back(place);
    }
  }

  void add_territories() {
    for (const auto& [territory, places] : by_territory_) {
      for (const ActionRule& rule : book_.rules) {
        if (rule.scope != Scope::territory) continue;
        Opportunity one;
        one.kind = rule.kind;
        one.id = id_of(rule.kind, territory.code(), "");
        one.territory = territory;
        for (const ArtistPlace& place : places) {
          one.spots.push_back(base_.open.at(place).spot(place));
        }
        one.needs = ids_of(rule.kind, "", "", territory);
        out_.all.push_back(std::move(one));
      }
    }
  }

  // More than a plan can hold: those that move the fewest streams go, with whatever needs them.
  void cut() {
    const auto most = static_cast<size_t>(limits::plan_actions.value);
    if (out_.all.size() <= most) return;
    const auto streams = [](const Opportunity& one) {
      double sum = 0;
      for (const plan::Spot& spot : one.spots) sum += spot.streams;
      return sum;
    };
    std::vector<double> sizes;
    for (const Opportunity& one : out_.all) sizes.push_back(streams(one));
    std::ranges::nth_element(sizes, sizes.begin() + static_cast<std::ptrdiff_t>(most),
                             std::greater<>());
    const double least = sizes[most];
    const size_t before = out_.all.size();
    std::erase_if(out_.all, [&](const Opportunity& one) { return streams(one) <= least; });
    out_.left_out = static_cast<int64_t>(before - out_.all.size());
  }

  const LoadedWorld& world_;
  const plan::RuleBook& book_;
  const BaseStreams& base_;
  Opportunities out_;
  std::map<std::string, std::string> labels_;
  std::map<TerritoryCode, std::vector<ArtistPlace>> by_territory_;
};

}  // namespace

Result<Opportunities> opportunities(const LoadedWorld& world, const SelectionWords& words,
                                    const plan::RuleBook& book) {
  UMIKOE_TRY(const Selection selection, select(world, words));
  UMIKOE_TRY(const BaseStreams base, base_streams(world, selection));
  return Builder(world, book, base).build();
}

}  // namespace umikoe::app
