#pragma once

#include <map>
#include <string>
#include <vector>

#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {

// The sink that holds the lists and makes one message of them.
class ErnAssembly {
 public:
  ErnSink sink();
  // Puts the lists into the message and resolves the references between them.
  void complete(ErnReading& reading);

 private:
  void resolve_credits();
  void resolve_labels();
  std::vector<rights::StatedRelease> stated_releases() const;

  catalogue::Contents contents_;
  std::vector<rights::Deal> deals_;
  std::map<std::string, catalogue::Party, std::less<>> parties_;  // by PartyReference
  std::vector<std::vector<std::string>> credit_parties_;          // of each recording
  std::vector<std::vector<std::string>> label_parties_;           // of each release
};

}  // namespace umikoe::formats::ddex
