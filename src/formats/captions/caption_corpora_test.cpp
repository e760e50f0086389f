// The public suites: vtt.js (mozilla) and the IMSC documents of the W3C, where they are at hand.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <pugixml.hpp>
#include <sstream>

#include "formats/captions/align_words.h"
#include "formats/captions/ttml.h"
#include "formats/captions/webvtt_reader.h"

namespace umikoe::formats::captions {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using localisation::Cue;
using localisation::WritingDirection;

std::string bytes_of(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

fs::path captions_folder() {
  const char* shared = std::getenv("UMIKOE_SHARED_DATA");
  return shared ? fs::path(shared) / "captions" : fs::path();
}

// The suite follows the drafts of 2013: "middle" is "center" now, and a position had an alignment
// from the start.
std::string today(const std::string& word) { return word == "middle" ? "center" : word; }

Json number_or_auto(const std::optional<double>& number) {
  return number ? Json(*number) : Json("auto");
}

void expect_settings(const Cue& cue, const Json& expected, const std::string& name) {
  const auto& settings = cue.settings;
  EXPECT_EQ(word_of(text_words, settings.align), today(expected.at("align"))) << name;
  EXPECT_EQ(settings.size, expected.at("size").get<double>()) << name;
  EXPECT_EQ(settings.snap_to_lines, expected.at("snapToLines").get<bool>()) << name;
  EXPECT_EQ(number_or_auto(settings.line), expected.at("line")) << name;
  EXPECT_EQ(number_or_auto(settings.position), expected.at("position")) << name;
  EXPECT_EQ(word_of(line_words, settings.line_align), today(expected.at("lineAlign"))) << name;
  const std::string vertical = expected.at("vertical");
  EXPECT_EQ(settings.direction == WritingDirection::horizontal, vertical.empty()) << name;
  EXPECT_EQ(settings.direction == WritingDirection::vertical_growing_left, vertical == "rl")
      << name;
}

// Where the standard has moved on since the suite was written, its word decides.
bool settings_moved_on(const std::string& name) {
  static const char* const moved[] = {"cue-settings/position/", "cue-settings/region/",
                                      "cue-settings/line/"};
  return std::ranges::any_of(moved, [&](const char* part) { return name.starts_with(part); });
}

// Four cases of the suite say what the drafts of 2013 said and the standard (with the web platform
// tests) has since decided otherwise; the count of cues is the standard's.
std::optional<size_t> count_of_the_standard(const std::string& name) {
  // A timing directly below the signature is a cue (6.1, step "Header").
  if (name == "file-layout/header-no-new-line.vtt") return 1;
  // A timing that fails may be followed by another on the next line (6.1, "collect a block").
  if (name == "integration/id.vtt") return 5;
  // Three digits, or more than 59, are hours and need minutes and seconds behind them (6.3).
  if (name == "cue-times/min-top-digits.vtt") return 0;
  if (name == "cue-times/minimum-spots-over-sixty.vtt") return 0;
  return std::nullopt;
}

TEST(CaptionCorpora, EveryCaseOfVttJsHasItsCuesTimesAndTexts) {
  const fs::path folder = captions_folder() / "vttjs";
  if (!fs::exists(folder / "manifest.json")) GTEST_SKIP() << "the suite is not at hand";
  const Json manifest = Json::parse(bytes_of(folder / "manifest.json"));
  int right = 0;
  for (const Json& entry : manifest) {
    const std::string name = entry.at("vtt");
    const std::string bytes = bytes_of(folder / "tests" / name);
    const Json expected = Json::parse(bytes_of(folder / "tests" / entry.at("json"))).at("cues");
    const auto track = read_webvtt(from_memory(bytes));
    const size_t count = track ? track->cues.size() : 0;  // a file without a signature has none
    if (const auto standard = count_of_the_standard(name)) {
      EXPECT_EQ(count, *standard) << name;
      continue;
    }
    ASSERT_EQ(count, expected.size()) << name;
    for (size_t i = 0; i < count; ++i) {
      const Cue& cue = track->cues[i];
      EXPECT_EQ(cue.id, expected[i].at("id").get<std::string>()) << name;
      EXPECT_NEAR(cue.start_ms / 1000, expected[i].at("startTime").get<double>(), 1e-9) << name;
      EXPECT_NEAR(*cue.end_ms / 1000, expected[i].at("endTime").get<double>(), 1e-9) << name;
      EXPECT_EQ(cue.text, expected[i].at("text").get<std::string>()) << name;
      if (!settings_moved_on(name)) expect_settings(cue, expected[i], name);
    }
    ++right;
  }
  EXPECT_EQ(right, 260);
  EXPECT_EQ(manifest.size(), 264u);
}

// An independent reading of a document's times, by recursion over a tree of another library. The
// documents state times in whole seconds ("2s") on paragraphs and their containers.
struct Interval {
  double begin = 0;
  std::optional<double> end;
};

std::optional<double> seconds(const pugi::xml_node& node, const char* name) {
  const std::string written = node.attribute(name).as_string();
  if (written.empty()) return std::nullopt;
  EXPECT_TRUE(written.ends_with("s") && !written.ends_with("ms")) << written;
  return std::stod(written);
}

std::string local_name(const pugi::xml_node& node) {
  const std::string name = node.name();
  return name.substr(name.find(':') == std::string::npos ? 0 : name.find(':') + 1);
}

bool has_text(const pugi::xml_node& node) {
  for (const auto& child : node.children()) {
    const std::string value = child.value();
    const bool is_text = child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata;
    if (is_text && value.find_first_not_of(" \t\r\n") != std::string::npos) return true;
    const std::string name = local_name(child);
    if (name == "br" || (name == "span" && has_text(child))) return true;
  }
  return false;
}

double collect(const pugi::xml_node& node, double reference, std::optional<double> bound,
               std::vector<Interval>& out) {
  Interval own{reference + seconds(node, "begin").value_or(0), bound};
  const auto end_at = [&](double end) { own.end = std::min(own.end.value_or(end), end); };
  if (const auto end = seconds(node, "end")) end_at(reference + *end);
  if (const auto duration = seconds(node, "dur")) end_at(own.begin + *duration);
  if (local_name(node) == "p" && has_text(node)) out.push_back(own);
  double last = own.begin;
  const bool is_seq = node.attribute("timeContainer").as_string() == std::string("seq");
  for (const auto& child : node.children()) {
    const std::string name = local_name(child);
    if (name != "div" && name != "p") continue;
    const double ended = collect(child, is_seq ? last : own.begin, own.end, out);
    last = std::max(last, ended);
  }
  return own.end.value_or(last);
}

TEST(CaptionCorpora, EveryImscDocumentHasTheParagraphsAndTimesOfAnIndependentReading) {
  const fs::path folder = captions_folder() / "imsc";
  if (!fs::exists(folder)) GTEST_SKIP() << "the documents are not at hand";
  int documents = 0;
  size_t cues = 0;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().extension() != ".ttml") continue;
    ++documents;
    const std::string bytes = bytes_of(entry.path());
    pugi::xml_document tree;
    ASSERT_TRUE(tree.load_string(bytes.c_str())) << entry.path();
    std::vector<Interval> expected;
    for (const auto& child : tree.document_element().children()) {
      if (local_name(child) == "body") collect(child, 0, std::nullopt, expected);
    }
    Findings findings;
    const auto track = read_ttml(from_memory(bytes), findings);
    ASSERT_TRUE(track) << entry.path() << " " << track.error().code;
    ASSERT_EQ(track->cues.size(), expected.size()) << entry.path();
    for (size_t i = 0; i < expected.size(); ++i) {
      EXPECT_NEAR(track->cues[i].start_ms, expected[i].begin * 1000, 1e-9) << entry.path();
      ASSERT_EQ(track->cues[i].end_ms.has_value(), expected[i].end.has_value()) << entry.path();
      if (expected[i].end) {
        EXPECT_NEAR(*track->cues[i].end_ms, *expected[i].end * 1000, 1e-9) << entry.path();
      }
    }
    cues += track->cues.size();
  }
  EXPECT_EQ(documents, 42);
  EXPECT_GT(cues, 100u);
}

}  // namespace
}  // namespace umikoe::formats::captions
