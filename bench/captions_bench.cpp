// How fast captions are read, and that hostile ones cost their length and no more: each input is
// read at one size and at twice the size, and the ratio of the two times is printed.
//   build/bench/bench/captions_bench

#include <fmt/format.h>
#include <malloc.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <functional>

#include "formats/captions/caption_format.h"
#include "formats/captions/cue_text.h"
#include "formats/captions/webvtt_reader.h"

namespace umikoe {
namespace {

namespace captions = formats::captions;
using captions::CaptionFormat;

struct Input {
  std::string_view name;
  std::string head;
  std::string unit;  // repeated up to the size
  std::string tail;
  CaptionFormat format = CaptionFormat::vtt;
  bool with_contents = false;  // payloads parsed as well
};

std::string filled(const Input& input, size_t size) {
  std::string bytes = input.head;
  bytes.reserve(size + input.unit.size() + input.tail.size());
  while (bytes.size() < size) bytes += input.unit;
  return bytes + input.tail;
}

void read(const Input& input, const std::string& bytes) {
  auto file = captions::read_captions(input.format, formats::from_memory(bytes));
  if (file && input.with_contents) static_cast<void>(captions::read_contents(file->track));
}

// Processor time of the best of several runs: what the work costs, whatever else the machine does.
double seconds(const std::function<void()>& work) {
  double best = 1e9;
  for (int run = 0; run < 7; ++run) {
    const std::clock_t begin = std::clock();
    work();
    const double took = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    best = std::min(best, took);
  }
  return best;
}

const std::string ttml_head =
    "<tt xmlns=\"http://www.w3.org/ns/ttml\" xmlns:tts=\"http://www.w3.org/ns/ttml#styling\">"
    "<body><div>";
const std::string ttml_tail = "</div></body></tt>";

std::vector<Input> inputs() {
  const std::string vtt = "WEBVTT\n\n";
  const std::string cue = vtt + "00:00.000 --> 00:01.000\n";
  return {
      {"WebVTT, plain cues", vtt,
       "id\n00:00:01.000 --> 00:00:02.000 align:start line:50%\n<v Mary>Hello <i>there</i> &amp; "
       "you\n\n",
       ""},
      {"the same with cue text", vtt,
       "id\n00:00:01.000 --> 00:00:02.000 align:start line:50%\n<v Mary>Hello <i>there</i> &amp; "
       "you\n\n",
       "", CaptionFormat::vtt, true},
      {"TTML, plain paragraphs", ttml_head,
       "<p begin=\"1s\" end=\"2s\">Hello <span tts:fontStyle=\"italic\">there</span><br/>you</p>",
       ttml_tail, CaptionFormat::ttml},
      {"SRT, plain cues", "", "1\n00:00:01,000 --> 00:00:02,000\nHello <i>there</i>\n\n", "",
       CaptionFormat::srt},
      {"LRC, words", "", "[00:01.00]<00:01.00>Hello <00:01.50>there\n", "", CaptionFormat::lrc},
      {"WebVTT, one line of settings", vtt + "00:00.000 --> 00:01.000", " align:start", "\na"},
      {"WebVTT, arrows only", vtt, "-->\n", ""},
      {"WebVTT, one header", "WEBVTT\n", "x\n", ""},
      {"WebVTT, regions and cues", vtt, "REGION\nid:a\n\n", "00:00.000 --> 00:01.000 region:a\na"},
      {"WebVTT, digits of hours", vtt, "9", ":00:00.000 --> 00:01.000\na"},
      {"cue text, opening brackets", cue, "<", "", CaptionFormat::vtt, true},
      {"cue text, ampersands", cue, "&", "", CaptionFormat::vtt, true},
      {"cue text, unfinished references", cue, "&CounterClockwiseContourIntegra", "",
       CaptionFormat::vtt, true},
      {"cue text, end tags", cue, "</b>", "", CaptionFormat::vtt, true},
      {"cue text, classes", cue + "<c", ".a", "", CaptionFormat::vtt, true},
      {"SRT, unclosed tags", "00:01,0 --> 00:02,0\n", "<i>", "", CaptionFormat::srt},
      {"SRT, braces", "00:01,0 --> 00:02,0\n", "{\\", "", CaptionFormat::srt},
      {"SRT, timings only", "", "00:01,0 --> 00:02,0\n", "", CaptionFormat::srt},
      {"LRC, open brackets", "", "[", "\n[00:01.00]a", CaptionFormat::lrc},
      {"TTML, one paragraph of spans", ttml_head + "<p begin=\"1s\">", "<span>a</span>",
       "</p>" + ttml_tail, CaptionFormat::ttml},
  };
}

}  // namespace
}  // namespace umikoe

int main() {
  // Freed memory is kept: else each run would measure the kernel handing out fresh pages.
  mallopt(M_MMAP_MAX, 0);
  mallopt(M_TRIM_THRESHOLD, 1 << 30);
  constexpr size_t size = size_t{2} * 1024 * 1024;
  fmt::print("{:<34} {:>9} {:>9}\n", "input (2 MiB, then 4 MiB)", "MB/s", "4 / 2 MiB");
  for (const auto& input : umikoe::inputs()) {
    const std::string once = umikoe::filled(input, size);
    const std::string twice = umikoe::filled(input, 2 * size);
    const double first = umikoe::seconds([&] { umikoe::read(input, once); });
    const double second = umikoe::seconds([&] { umikoe::read(input, twice); });
    fmt::print("{:<34} {:>9.0f} {:>9.2f}\n", input.name,
               static_cast<double>(twice.size()) / 1e6 / second, second / first);
  }
}
