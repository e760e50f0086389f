#include "demand/latent/latent_model_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "base/limits.h"
#include "base/sha256.h"
#include "demand/latent/choice_fit.h"

namespace umikoe::demand {
namespace {

constexpr std::string_view title = "umikoe latent model ";
constexpr std::string_view version = "1";
constexpr std::string_view sum_word = "sha256\t";
// No fitted weight comes near it, and sums of so many stay numbers.
constexpr double number_most = 1e6;

void add_row(std::string& out, const std::string& begin, const std::vector<double>& numbers) {
  out += begin;
  for (const double number : numbers) out += fmt::format("\t{}", number);
  out += "\n";
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  for (size_t at = 0; at <= line.size();) {
    const size_t end = std::min(line.find('\t', at), line.size());
    cells.emplace_back(line.substr(at, end - at));
    at = end + 1;
  }
  return cells;
}

template <class T>
std::optional<T> number_of(const std::string& cell) {
  T number{};
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  return number;
}

// Reads line after line; whatever does not fit is `false`, and the file damaged.
class Reading {
 public:
  bool line(std::string_view text) {
    const auto cells = cells_of(text);
    for (const auto& [word, read] : lines) {
      if (word == cells.front()) return (this->*read)(cells);
    }
    return false;
  }

  // Whether what was read is whole, of the sizes its territories ask for.
  bool finish() const {
    const size_t count = parts_.territories.size();
    const size_t pairs = count * count;
    const auto sized = [](const auto& rows, size_t rows_due, size_t cells_due) {
      return rows.size() == rows_due &&
             std::ranges::all_of(rows, [&](const auto& row) { return row.size() == cells_due; });
    };
    const bool profiles = std::ranges::all_of(
        facts_.weights.profiles, [&](const auto& each) { return each.second.size() == count; });
    const bool ease = parts_.sets.empty() ? parts_.ease.empty() : parts_.ease.size() == pairs;
    const size_t levels = facts_.weights.levels.size();
    if (levels != 0 && levels != count) return false;
    return count > 0 && sized(parts_.biases, choice_bias_sizes, count) &&
           sized(parts_.weights, choice_weight_sizes, pairs) && ease && profiles;
  }

  SavedModel take() { return {LatentModel::of(std::move(parts_)), std::move(facts_)}; }

 private:
  using Cells = std::vector<std::string>;
  struct Line {
    std::string_view word;
    bool (Reading::*read)(const Cells&);
  };
  static const std::array<Line, 10> lines;

  static std::optional<double> real(const std::string& cell) {
    const auto number = number_of<double>(cell);
    return number && std::abs(*number) <= number_most ? number : std::nullopt;
  }

  static bool reals(const Cells& cells, size_t first, std::vector<double>& out) {
    for (size_t i = first; i < cells.size(); ++i) {
      const auto number = real(cells[i]);
      if (!number) return false;
      out.push_back(*number);
    }
    return true;
  }

  bool territories(const Cells& cells) {
    if (!parts_.territories.empty()) return false;
    parts_.territories.assign(cells.begin() + 1, cells.end());
    return std::ssize(parts_.territories) <= limits::presence_territories.value &&
           std::ranges::is_sorted(parts_.territories) &&
           std::ranges::adjacent_find(parts_.territories) == parts_.territories.end() &&
           (parts_.territories.empty() || !parts_.territories.front().empty());
  }
  bool temperature(const Cells& cells) {
    const auto number = cells.size() == 2 ? real(cells[1]) : std::nullopt;
    parts_.temperature = number.value_or(0);
    return parts_.temperature >= 0.1;
  }
  bool bias(const Cells& cells) { return reals(cells, 1, parts_.biases.emplace_back()); }
  bool weight(const Cells& cells) { return reals(cells, 1, parts_.weights.emplace_back()); }
  bool ease(const Cells& cells) { return parts_.ease.empty() && reals(cells, 1, parts_.ease); }
  bool set(const Cells& cells) {
    if (cells.size() < 3) return false;
    const auto artists = real(cells[1]);
    std::vector<uint32_t> set;
    for (size_t i = 2; i < cells.size(); ++i) {
      const auto territory = number_of<uint32_t>(cells[i]);
      const bool good = territory && *territory < parts_.territories.size() &&
                        (set.empty() || *territory > set.back());
      if (!good) return false;
      set.push_back(*territory);
    }
    return artists && *artists >= 1 && parts_.sets.try_emplace(std::move(set), *artists).second;
  }
  bool scale(const Cells& cells) {
    const auto number = cells.size() == 2 ? real(cells[1]) : std::nullopt;
    facts_.weights.scale = number.value_or(0);
    return number.has_value();
  }
  bool levels(const Cells& cells) {
    return facts_.weights.levels.empty() && reals(cells, 1, facts_.weights.levels);
  }
  bool kind(const Cells& cells) {
    if (cells.size() != 6) return false;
    const auto kind = fact_kind_of(cells[1]);
    const auto verdict = fact_verdict_of(cells[2]);
    const auto artists = number_of<int64_t>(cells[3]);
    const auto gain = real(cells[4]);
    const auto error = real(cells[5]);
    if (!kind || !verdict || !artists || *artists < 0 || !gain || !error) return false;
    facts_.kinds[static_cast<size_t>(*kind)] = {*verdict, *artists, *gain, *error};
    return true;
  }
  // "everywhere", a word, a number; or a kind, a word and numbers by territory.
  bool profile(const Cells& cells) {
    if (cells.size() < 4) return false;
    if (cells[1] == "everywhere") {
      const auto number = real(cells[3]);
      for (size_t i = 0; i < shared_weight_count; ++i) {
        if (word(static_cast<SharedWeight>(i)) != cells[2]) continue;
        facts_.weights.shared[i] = number.value_or(0);
        return number.has_value() && cells.size() == 4;
      }
      return false;
    }
    const auto kind = fact_kind_of(cells[1]);
    return kind && reals(cells, 3, facts_.weights.profiles[{*kind, cells[2]}]);
  }

  LatentModel::Parts parts_;
  FactModel facts_;
};

const std::array<Reading::Line, 10> Reading::lines = {{{"territories", &Reading::territories},
                                                       {"temperature", &Reading::temperature},
                                                       {"bias", &Reading::bias},
                                                       {"weight", &Reading::weight},
                                                       {"ease", &Reading::ease},
                                                       {"set", &Reading::set},
                                                       {"scale", &Reading::scale},
                                                       {"levels", &Reading::levels},
                                                       {"kind", &Reading::kind},
                                                       {"fact", &Reading::profile}}};

}  // namespace

std::string model_file(const LatentModel& model, const FactModel& facts) {
  const LatentModel::Parts& parts = model.parts();
  std::string out = fmt::format("{}{}\nterritories", title, version);
  for (const std::string& territory : parts.territories) out += "\t" + territory;
  out += fmt::format("\ntemperature\t{}\n", parts.temperature);
  for (const auto& row : parts.biases) add_row(out, "bias", row);
  for (const auto& row : parts.weights) add_row(out, "weight", row);
  if (!parts.ease.empty()) add_row(out, "ease", parts.ease);
  for (const auto& [set, artists] : parts.sets) {
    out += fmt::format("set\t{}", artists);
    for (const uint32_t territory : set) out += fmt::format("\t{}", territory);
    out += "\n";
  }
  out += fmt::format("scale\t{}\n", facts.weights.scale);
  if (!facts.weights.levels.empty()) add_row(out, "levels", facts.weights.levels);
  for (const FactKind kind : fact_kinds) {
    const FactKindReport& report = facts.kinds[static_cast<size_t>(kind)];
    out += fmt::format("kind\t{}\t{}\t{}\t{}\t{}\n", word(kind), word(report.verdict),
                       report.artists, report.gain, report.error);
  }
  for (size_t i = 0; i < shared_weight_count; ++i) {
    out += fmt::format("fact\teverywhere\t{}\t{}\n", word(static_cast<SharedWeight>(i)),
                       facts.weights.shared[i]);
  }
  for (const auto& [profile, weights] : facts.weights.profiles) {
    add_row(out, fmt::format("fact\t{}\t{}", word(profile.kind), profile.word), weights);
  }
  return out + fmt::format("{}{}\n", sum_word, sha256_hex(out));
}

Result<SavedModel> read_model_file(std::string_view text) {
  if (!text.starts_with(title)) return fail("latent_model_unknown");
  std::string_view rest = text.substr(title.size());
  const std::string found(rest.substr(0, std::min<size_t>(rest.find('\n'), 20)));
  if (found != version) {
    return fail("latent_model_version", {{"version", found}, {"known", std::string(version)}});
  }
  const size_t sum = text.rfind(sum_word);
  const bool whole = sum != std::string_view::npos && text[sum - 1] == '\n' &&
                     text.substr(sum + sum_word.size()) == sha256_hex(text.substr(0, sum)) + "\n";
  if (!whole) return fail("latent_model_damaged");
  Reading reading;
  rest = text.substr(0, sum).substr(text.find('\n') + 1);
  for (long line = 2; !rest.empty(); ++line) {
    const size_t end = rest.find('\n');
    if (!reading.line(rest.substr(0, end))) {
      return fail("latent_model_damaged", {}, {.file = {}, .line = line, .element = {}});
    }
    rest.remove_prefix(end + 1);
  }
  if (!reading.finish()) return fail("latent_model_damaged");
  return reading.take();
}

}  // namespace umikoe::demand
