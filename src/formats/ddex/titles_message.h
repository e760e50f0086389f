#pragma once

#include <string>
#include <vector>

#include "base/date.h"
#include "base/identifiers.h"
#include "catalogue/recording.h"
#include "catalogue/release.h"

namespace umikoe::formats::ddex {

// A release and its recordings with every written form of their titles and artists. It grants
// nothing: there is no deal in it.
struct TitlesMessage {
  std::string message_id;
  Instant created;
  std::string sender_dpid;
  std::string sender_name;
  std::string recipient_dpid;
  catalogue::Release release;  // ids, titles, artists, label
  std::vector<catalogue::Recording> recordings;
};

// The message as ERN 4.3, in UTF-8. DisplayTitle and PartyName are repeated for each language and
// script (ja, ja-Hrkt, ja-Latn, en …), as the standard asks.
std::string titles_message(const TitlesMessage& message);

}  // namespace umikoe::formats::ddex
