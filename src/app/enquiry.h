#pragma once

#include <string>
#include <vector>

#include "app/gap.h"

namespace umikoe::app {

// One workbook of a work list: what to send to one counterparty, and the rows it is about.
struct WorkList {
  std::string counterparty;  // for people; empty: not known by name
  std::string file_name;     // safe on any file system
  std::string bytes;         // XLSX: the enquiry in Japanese and English, then the rows
};

// One for each counterparty of the report's decisions, in their order. One's own instructions go to
// the party that delivers. The report must have been asked with keep_asked, or its questions are
// left out. Nothing that is private stands in it. Error workbook_unwritable.
Result<std::vector<WorkList>> work_lists(const GapReport& report, const LoadedWorld& world);

// A name of ASCII letters, digits and hyphens, the number first; different for different parties.
std::string work_list_name(size_t number, const std::string& counterparty);

}  // namespace umikoe::app
