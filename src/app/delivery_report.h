#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/delivery_counts.h"
#include "messages/messages.h"

namespace umikoe::app {

// What became of one file. Closed list of status words: accepted, unchanged, superseded, ignored,
// rejected.
struct DeliveryReport {
  std::string path;
  std::string format;
  std::string status;
  std::string reason;  // code word of why it was ignored
  std::string sender;
  formats::DeliveryCounts counts;
  std::vector<Finding> findings;
  std::vector<Error> errors;
  // What only a person can answer about a table of somebody else, in English and Japanese.
  std::vector<std::pair<std::string, std::string>> questions;
};

struct ImportReport {
  std::vector<DeliveryReport> deliveries;

  bool any_rejected() const;
};

class LoadedWorld;

// The contract's JSON: {"deliveries":[…],"totals":{…},"questions":[…]}. With the world as it is
// after the import also {"first_sentence":{…}}.
std::string import_json(const ImportReport& report, messages::Language language,
                        const LoadedWorld* world = nullptr);
// One delivery of it, as it is kept in the world.
std::string delivery_json(const DeliveryReport& delivery, messages::Language language);
std::string import_text(const ImportReport& report, messages::Language language,
                        const LoadedWorld* world = nullptr);

}  // namespace umikoe::app
