#pragma once

#include <vector>

#include "app/demo/model.h"

namespace umikoe::app::demo {

inline constexpr size_t artist_count = 40;
inline constexpr size_t audio_release_count = 200;  // five of each artist
inline constexpr size_t sound_count = 1200;
inline constexpr size_t video_count = 200;
inline constexpr size_t star_video_count = 31;  // of the artist of HOSHI-NO-OTO

// The five audio releases of an artist, from the oldest album to the newest single.
inline constexpr size_t first_album = 0;
inline constexpr size_t second_album = 1;
inline constexpr size_t ep = 2;
inline constexpr size_t double_single = 3;
inline constexpr size_t single = 4;

// Everything clean and complete: every release open worldwide, every name in every form. Audio
// releases first, artist by artist, then the videos. Stories and faults are made from it.
std::vector<Release> clean_catalogue();

// The audio release of an artist, by its place above.
Release& audio(std::vector<Release>& releases, size_t artist, size_t place);
// The videos of an artist, in order.
std::vector<Release*> videos_of(std::vector<Release>& releases, size_t artist);

// The deal of a clean release: the whole world from the day it came out, subscription and
// ad-supported streaming.
DealPlan world_deal(const Release& release);

}  // namespace umikoe::app::demo
