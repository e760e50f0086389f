#pragma once

#include "catalogue/party.h"
#include "formats/ddex/ern_names.h"

namespace umikoe::formats::ddex {

// Reads a party composite of any version: PartyName*, PartyId* (3.x: text with attributes; 4.x:
// elements named after the identifier; the header of either: a bare DPID), TradingName.
catalogue::Party party_of(NameReader& names, Element composite);

}  // namespace umikoe::formats::ddex
