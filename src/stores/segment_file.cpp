#include "stores/segment_file.h"

#include <cstdio>
#include <memory>
#include <vector>

#include "base/sha256.h"

namespace umikoe::stores {
namespace {

constexpr size_t copy_bytes = size_t{1} << 20;

struct FileCloser {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Result<Segment> copy_in(const FileLayer& files, const std::string& parquet,
                        const std::string& incoming) {
  const std::unique_ptr<std::FILE, FileCloser> file(std::fopen(parquet.c_str(), "rb"));
  if (!file) return fail("store_failed", {{"reason", parquet}});
  Segment segment;
  Sha256 hash;
  std::vector<char> buffer(copy_bytes);
  for (;;) {
    const size_t count = std::fread(buffer.data(), 1, buffer.size(), file.get());
    if (count == 0) break;
    const std::string_view bytes(buffer.data(), count);
    hash.update(bytes);
    UMIKOE_TRY(files.write(incoming, segment.byte_count, bytes));
    segment.byte_count += static_cast<int64_t>(count);
  }
  if (std::ferror(file.get())) return fail("store_failed", {{"reason", parquet}});
  UMIKOE_TRY(files.sync_file(incoming));
  segment.name = hash.finish_hex() + ".parquet";
  return segment;
}

}  // namespace

Result<Segment> publish_segment(const SegmentFolders& folders, const FileLayer& files,
                                const std::string& parquet) {
  const std::string incoming = folders.segments + "/incoming" + folders.writer;
  auto segment = copy_in(files, parquet, incoming);
  if (!segment) {
    static_cast<void>(files.unlink(incoming));
    return segment;
  }
  UMIKOE_TRY(files.rename(incoming, folders.segments + "/" + segment->name));
  UMIKOE_TRY(files.sync_folder(folders.segments));
  return segment;
}

}  // namespace umikoe::stores
