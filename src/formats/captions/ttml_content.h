#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/captions/ttml_style.h"
#include "localisation/captions/cue_content.h"

namespace umikoe::formats::captions {

// Builds the content of one paragraph of TTML from its elements as they come: white space as
// xml:space says, emphasis around each text, ruby put together from containers, bases and texts.
class TtmlContent {
 public:
  // Opens a span: its style with everything inherited, its language where it states one, the voice
  // that speaks it, whether white space counts.
  struct Span {
    TtmlStyle style;
    std::string language;
    std::string voice;
    bool preserves_space = false;
  };
  void open(Span span);
  void close();
  void text(std::string_view text);
  void line_break();
  void timestamp(double at_ms);
  // How many bytes of text were taken, and whether any of it shows.
  int64_t bytes() const { return bytes_; }
  bool says_something() const { return says_something_; }
  // Ends the paragraph.
  localisation::CueContent take();

 private:
  using Content = localisation::CueContent;
  enum class Role { plain, container, base, text, delimiter, group };

  struct Open {
    Span span;
    Role role = Role::plain;
    int nodes = 0;  // of its own around it: a language, a voice
  };
  struct Ruby {
    std::vector<Content> bases;
    std::vector<Content> texts;
  };
  // What stands around a text: italic, bold, underline, a class of colour.
  using Emphasis = std::vector<localisation::CueNode>;
  // The last text put, as long as the next one may join it.
  struct Last {
    const Content* sink = nullptr;
    size_t size = 0;
    int depth = 0;
    Emphasis emphasis;
  };

  static Role role_of(std::string_view ruby);
  static Emphasis emphasis_of(const TtmlStyle& style);
  Role innermost_role() const;
  Content& sink();
  int node_depth() const;
  void begin_ruby();
  void end_ruby();
  void open_node(localisation::CueNodeKind kind, std::string value);
  void put(std::string_view plain);

  std::vector<Open> open_;
  Content content_;
  Ruby ruby_;
  bool in_ruby_ = false;
  size_t ruby_at_ = 0;  // depth of open_ where the container stands
  Last last_;
  std::optional<double> last_stamp_;  // as long as nothing is said after it
  bool pending_space_ = false;
  bool at_line_start_ = true;
  int64_t bytes_ = 0;
  bool says_something_ = false;
};

}  // namespace umikoe::formats::captions
