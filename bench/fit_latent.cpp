// Fits the latent model that ships with the product: its choice weights, printed as
// data/latent_choice.tsv. A table of your own needs no such step: `umikoe demand latent
// --presence`.
//   fit_latent PRESENCE_FILE > data/latent_choice.tsv

#include <fmt/format.h>

#include <fstream>
#include <memory>

#include "demand/latent/latent_model.h"
#include "formats/charts/presence_table.h"

int main(int count, char** words) {
  if (count != 2) {
    fmt::print("fit_latent PRESENCE_FILE\n");
    return 2;
  }
  auto file = std::make_shared<std::ifstream>(words[1], std::ios::binary);
  auto rows = umikoe::formats::charts::read_presence(
      [file](std::span<char> buffer) -> umikoe::Result<size_t> {
        file->read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        return static_cast<size_t>(file->gcount());
      });
  if (!rows) {
    fmt::print("{}: {}\n", words[1], rows.error().code);
    return 1;
  }
  for (auto& [artist, territories] : *rows) {
    for (std::string& territory : territories) {
      for (char& c : territory) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
  }
  fmt::print(
      "# Log odds of one more territory for a set of them, fitted by bench/fit_latent\n"
      "# on which artists were ever on Spotify's Top 200 of 50 territories, 2017-2020\n"
      "# (artists_countries.csv of ExploreSpotifyCharts, 12,264 artists; not part of this "
      "product).\n"
      "{}",
      umikoe::demand::LatentModel(umikoe::demand::presence_of(*rows)).choice_table());
}
