// The ERN reader beside the bare parser underneath it and beside its peers, over two messages of
// 100 MB that are made of public samples: the folder for them, the sample of ERN 4.3 ("1 Audio")
// and the one of ERN 3.8.2 (dedex 001) are the arguments.
#include <fmt/format.h>
#include <libxml/parser.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <functional>
#include <pugixml.hpp>
#include <set>
#include <sstream>
#include <vector>

#include "formats/ddex/enlarged_message_test.h"
#include "formats/ddex/ern_reader.h"

namespace {

namespace ddex = umikoe::formats::ddex;
using umikoe::Result;

struct Input {
  std::string name;
  std::string sample;
  int copies = 0;
  std::string path;
};

// Measured on files made the same way from the same samples on this kind of machine; of the third
// the faster of two runs. Megabytes a second of processor time.
struct Peer {
  const char* name;
  double megabytes_a_second;
};
constexpr Peer peers[] = {{"ddex (Ruby)", 0.19}, {"dedex (PHP)", 7.8}, {"ddex-json-codec", 12}};
constexpr double fastest_peer = 12;
constexpr double limit = 180;

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream bytes;
  bytes << file.rdbuf();
  return std::move(bytes).str();
}

double processor_seconds() {
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

// The least of several runs: what disturbs a run only ever adds to it.
double least_seconds(const std::function<void()>& run) {
  double least = 1e9;
  for (int i = 0; i < 7; ++i) {
    const double before = processor_seconds();
    run();
    least = std::min(least, processor_seconds() - before);
  }
  return least;
}

umikoe::formats::ByteSource stream_of(std::FILE* file) {
  return [file](std::span<char> buffer) -> Result<size_t> {
    return std::fread(buffer.data(), 1, buffer.size(), file);
  };
}

// What a message holds. Two readers that agree on all of it have read the same elements; the
// ordinary tests compare the values themselves on smaller messages.
struct Counts {
  int64_t parties = 0;
  int64_t recordings = 0;
  int64_t isrcs = 0;
  int64_t credits = 0;
  int64_t releases = 0;
  int64_t track_releases = 0;
  int64_t resources_of_releases = 0;
  int64_t deals = 0;
  int64_t releases_of_deals = 0;
  int64_t uses_of_deals = 0;
  int64_t line_bytes = 0;  // of PLineText of recordings and releases

  bool operator==(const Counts&) const = default;
};

ddex::ErnSink counting(Counts& counts) {
  ddex::ErnSink sink;
  sink.party = [&](std::string_view, umikoe::catalogue::Party&&) { ++counts.parties; };
  sink.recording = [&](ddex::ReadRecording&& read) {
    ++counts.recordings;
    counts.isrcs += read.recording.isrc.has_value();
    counts.credits += std::ssize(read.recording.credits);
    counts.line_bytes += std::ssize(read.recording.p_line);
  };
  sink.image = [](umikoe::catalogue::Image&&) {};
  sink.release = [&](ddex::ReadRelease&& read) {
    ++(read.release.counts_as_track_release ? counts.track_releases : counts.releases);
    counts.resources_of_releases += std::ssize(read.release.resource_references);
    counts.line_bytes += std::ssize(read.release.p_line);
  };
  sink.deal = [&](umikoe::rights::Deal&& deal) {
    ++counts.deals;
    counts.releases_of_deals += std::ssize(deal.release_references);
    counts.uses_of_deals += std::ssize(deal.use_types);
  };
  return sink;
}

Counts read_file(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  Counts counts;
  const auto message = ddex::read_ern(stream_of(file), counting(counts));
  std::fclose(file);
  if (!message) {
    fmt::print("{}: {} in line {}\n", path, message.error().code, message.error().where.line);
    std::exit(1);
  }
  return counts;
}

void bare_sax(const std::string& bytes) {
  xmlSAXHandler handler{};
  handler.initialized = XML_SAX2_MAGIC;
  int elements = 0;
  handler.startElementNs = [](void* user, const xmlChar*, const xmlChar*, const xmlChar*, int,
                              const xmlChar**, int, int,
                              const xmlChar**) { ++*static_cast<int*>(user); };
  const auto size = static_cast<int>(bytes.size());
  if (xmlSAXUserParseMemory(&handler, &elements, bytes.data(), size) != 0 || elements == 0) {
    std::exit(1);
  }
}

int64_t text_bytes(const pugi::xml_node& node, const char* path) {
  const auto first = node.select_node(path);
  return static_cast<int64_t>(std::string_view(first.node().child_value()).size());
}

int64_t number_of(const pugi::xml_node& node, const char* path) {
  return static_cast<int64_t>(node.select_nodes(path).size());
}

bool is_track(const pugi::xml_node& release) {
  return std::string_view(release.name()) == "TrackRelease" ||
         std::string_view(release.child_value("ReleaseType")) == "TrackRelease";
}

// The same by another library, which holds the whole document and walks over it.
Counts count_independently(const std::string& bytes) {
  pugi::xml_document document;
  if (!document.load_buffer(bytes.data(), bytes.size())) std::exit(1);
  const pugi::xml_node root = document.document_element();
  Counts counts;
  counts.parties = number_of(root, "PartyList/Party");
  for (const auto& recording : root.child("ResourceList").children("SoundRecording")) {
    ++counts.recordings;
    counts.isrcs += number_of(recording, "SoundRecordingId/ISRC|SoundRecordingEdition//ISRC") > 0;
    counts.credits += number_of(recording,
                                "DisplayArtist|Contributor|*/DisplayArtist|*/ResourceContributor|"
                                "*/IndirectResourceContributor");
    counts.line_bytes += text_bytes(recording, "*/PLine/PLineText");
  }
  for (const auto& release : root.child("ReleaseList").children()) {
    if (release.type() != pugi::node_element) continue;
    ++(is_track(release) ? counts.track_releases : counts.releases);
    counts.line_bytes += text_bytes(release, "PLine/PLineText|*/PLine/PLineText");
    // Lists and groups name the same resources again.
    std::set<std::string_view> resources;
    for (const auto& reference : release.select_nodes(
             ".//ReleaseResourceReference[not(@ReleaseResourceType='SecondaryResource')]")) {
      resources.insert(reference.node().child_value());
    }
    counts.resources_of_releases += std::ssize(resources);
  }
  counts.deals = number_of(root, "DealList/ReleaseDeal/Deal");
  counts.uses_of_deals = number_of(root, "DealList/ReleaseDeal/Deal/DealTerms//UseType");
  for (const auto& deal : root.child("DealList").children("ReleaseDeal")) {
    counts.releases_of_deals += number_of(deal, "DealReleaseReference") * number_of(deal, "Deal");
  }
  return counts;
}

// Runs in a process of its own, whose memory nothing else has touched.
template <class T>
T in_another_process(const std::function<T()>& run) {
  int ends[2];
  if (pipe(ends) != 0) std::exit(1);
  const pid_t child = fork();
  if (child == 0) {
    const T value = run();
    _exit(write(ends[1], &value, sizeof value) == sizeof value ? 0 : 1);
  }
  T value{};
  if (read(ends[0], &value, sizeof value) != sizeof value) std::exit(1);
  close(ends[0]);
  close(ends[1]);
  waitpid(child, nullptr, 0);
  return value;
}

int64_t peak_kilobytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("VmHWM:")) return std::atoll(line.c_str() + 6);
  }
  return 0;
}

int64_t peak_of_reading(const std::string& path) {
  return in_another_process<int64_t>([&] {
    static_cast<void>(read_file(path));
    return peak_kilobytes();
  });
}

void make_file(const Input& input) {
  in_another_process<int>([&] {
    std::ofstream file(input.path, std::ios::binary);
    file << ddex::testing::enlarged(bytes_of(input.sample), input.copies);
    return 0;
  });
}

void print_counts(const Counts& counts) {
  fmt::print(
      "  {} parties, {} recordings ({} with ISRC, {} credits), {} releases and {} track "
      "releases of {} resources,\n  {} deals for {} releases with {} uses: as pugixml "
      "counts them\n",
      counts.parties, counts.recordings, counts.isrcs, counts.credits, counts.releases,
      counts.track_releases, counts.resources_of_releases, counts.deals, counts.releases_of_deals,
      counts.uses_of_deals);
}

bool measure(const Input& input, int64_t peak) {
  const std::string bytes = bytes_of(input.path);
  const double megabytes = static_cast<double>(bytes.size()) / 1e6;
  const double bare = megabytes / least_seconds([&] { bare_sax(bytes); });
  const double ours = megabytes / least_seconds([&] { read_file(input.path); });
  const Counts counts = read_file(input.path);
  const bool equal = counts == count_independently(bytes);
  const int64_t allowed =
      64 * 1024 + 200 * (counts.recordings + counts.releases + counts.track_releases) / 1024;
  fmt::print("{}: {:.1f} MB\n", input.name, megabytes);
  fmt::print("  bare libxml2 SAX2 (the floor)   {:6.0f} MB/s of processor time\n", bare);
  fmt::print("  full extraction, counted        {:6.0f} MB/s ({:.0f} % of the floor; limit {})\n",
             ours, 100 * ours / bare, limit);
  for (const Peer& peer : peers) {
    fmt::print("  {:<31} {:6.2f} MB/s as published here: {:.0f} times\n", peer.name,
               peer.megabytes_a_second, ours / peer.megabytes_a_second);
  }
  fmt::print("  memory at most                  {:6.1f} MiB (limit {:.1f})\n",
             static_cast<double>(peak) / 1024, static_cast<double>(allowed) / 1024);
  if (!equal) fmt::print("  COUNTS DIFFER from those of pugixml\n");
  print_counts(counts);
  return equal && ours >= limit && ours >= 15 * fastest_peer && peak <= allowed;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    fmt::print("usage: ern_bench FOLDER ERN43_SAMPLE ERN382_SAMPLE\n");
    return 2;
  }
  const std::string folder = argv[1];
  const Input inputs[] = {{"ERN 4.3", argv[2], 1500, folder + "/ern43_100mb.xml"},
                          {"ERN 3.8.2", argv[3], 4100, folder + "/ern382_100mb.xml"}};
  std::vector<int64_t> peaks;  // before this process itself holds anything large
  for (const Input& input : inputs) {
    make_file(input);
    peaks.push_back(peak_of_reading(input.path));
  }
  bool held = true;
  for (size_t i = 0; i < peaks.size(); ++i) held = measure(inputs[i], peaks[i]) && held;
  return held ? 0 : 1;
}
