#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/question.h"
#include "messages/messages.h"

namespace umikoe::app {

// The answer to one cell in words and strings, ready to be written as JSON or text.
struct WhyAnswer {
  struct Who {
    std::string party;  // empty: not known by name
    std::string role;
  };
  struct Service {
    std::string name;
    std::string dpid;
    std::string state;
    std::string reason;
    std::string observed_on;
    std::string detail;
  };
  struct Document {
    std::string kind;  // licence, statement, sighting
    std::string document;
    std::string message_id;
    std::string party;
    std::string recipient;
    std::string created;
    std::string territories;
    std::string from;
    std::string until;
    std::string detail;
    std::vector<std::string> uses;  // of a licence
    bool exclusive = false;         // of a licence
    std::string right;              // of a licence
    std::string scope;              // of a licence
  };
  struct Link {
    std::string link;
    std::string state;
    std::string reason;
    std::string detail;
    std::vector<Service> services;
    std::vector<Document> documents;
  };
  struct Way {
    std::string link;
    std::string state;
    std::string reason;
    std::string detail;
    Who who;
  };
  struct Version {
    std::string isrc;
    std::string title;
    std::string kind;
  };

  // Closed on purpose: an overlay that changes nothing of the chain. The private note stays out.
  struct HeldBack {
    std::string kind;
    std::string by;
    std::string until;
    std::string sentence;
  };

  // A file of captions or lyrics that counts.
  struct Captions {
    std::string language;
    std::string format;
    std::string document;
    int64_t cues = 0;
    int64_t delivery = 0;
  };

  // Whether people there can find and read it: a state beside the answer, never a reason.
  struct Understood {
    bool understood = true;
    std::string language;  // of the territory
    int score = 0;         // 0 to 100
    std::vector<std::string> missing;  // needs, as words
    std::string sentence;  // empty when understood
    std::vector<Captions> captions;  // kept with the recording, in every language
  };

  std::string isrc;
  std::string title;
  std::string artist;
  std::string territory;
  std::string territory_name;
  std::string date;
  std::string use;
  std::string answer;
  std::string reason;
  std::string detail;   // which right, why no service, a state of a service's list; or empty
  std::string heard;    // yes, no, unknown
  std::string through;  // the ISRC of the same performance that opens it
  std::vector<Version> other_versions;  // linked, and open in this cell
  std::optional<Way> ask;
  std::optional<Who> who;
  std::string sentence;
  std::vector<Link> chain;
  std::vector<Way> ways;
  std::optional<HeldBack> held_back;
  Understood understood;
};

Result<WhyAnswer> why(const LoadedWorld& world, const QuestionWords& words,
                      messages::Language language);

std::string why_json(const WhyAnswer& answer);
std::string why_text(const WhyAnswer& answer, messages::Language language);

}  // namespace umikoe::app
