#include "app/demo/demo_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "app/demo/ern_text.h"

namespace umikoe::app::demo {
namespace {

// Sorted by name they are sorted by time, as a mailbox would be.
DemoFile message_file(const Release& release, const Sending& sending) {
  const std::string day = sending.created.to_string().substr(0, 10);
  return {
      fmt::format("messages/DEMO_{}_{}_{:04}_{}{}.xml", day, release.version, release.number,
                  facts(sending.recipients.front()).dpid.substr(15), sending.purge ? "_purge" : ""),
      ern_message(release, sending)};
}

void append(std::vector<DemoFile>& files, std::vector<DemoFile> more) {
  files.insert(files.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<DemoFile> demo_files(const Story& story) {
  std::vector<DemoFile> files;
  for (const Release& release : story.releases) {
    for (const Sending& sending : release.sendings) files.push_back(message_file(release, sending));
  }
  append(files, sales_reports(story));
  append(files, charts(story));
  append(files, tables(story));
  std::ranges::sort(files, {}, &DemoFile::path);
  return files;
}

}  // namespace umikoe::app::demo
