#pragma once

#include <string>
#include <vector>

#include "app/decisions.h"
#include "messages/messages.h"

namespace umikoe::app {

// What one counterparty is asked: the decisions that are its own.
struct Enquiry {
  std::string counterparty;  // empty: not known by name
  std::string own;           // whose letter it is
  Date as_of;
  std::string use;
  std::vector<const Decision*> decisions;
};

// The letter line by line, ready to be sent.
std::vector<std::string> letter(const Enquiry& enquiry, const LoadedWorld& world,
                                messages::Language language);

}  // namespace umikoe::app
