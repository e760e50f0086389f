#include "formats/xlsx/zip_archive.h"

#include <zip.h>

#include "formats/over_limit.h"

namespace umikoe::formats::xlsx {
namespace {

// Small archives may well expand more than the limit's factor; below this size they do no harm.
constexpr int64_t always_allowed_bytes = 1 * limits::mib;

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};

std::unexpected<Error> broken(std::string reason) {
  return fail("zip_broken", {{"reason", std::move(reason)}});
}

std::string reason_of(zip_error_t& error) {
  std::string reason = zip_error_strerror(&error);
  zip_error_fini(&error);
  return reason;
}

struct Totals {
  int64_t compressed = 0;
  int64_t expanded = 0;
};

// The sizes are outside data: a claim beyond the limits is refused before a byte is expanded.
Result<void> admit(const zip_stat_t& part, Totals& totals) {
  if ((part.valid & ZIP_STAT_SIZE) == 0 || (part.valid & ZIP_STAT_NAME) == 0) {
    return broken("a part without name or size");
  }
  if ((part.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && part.encryption_method != ZIP_EM_NONE) {
    return fail("xlsx_encrypted");
  }
  if (part.size > static_cast<uint64_t>(limits::gzip_expanded_bytes.value)) {
    return std::unexpected(over_limit(limits::gzip_expanded_bytes));
  }
  totals.expanded += static_cast<int64_t>(part.size);
  if (totals.expanded > limits::gzip_expanded_bytes.value) {
    return std::unexpected(over_limit(limits::gzip_expanded_bytes));
  }
  if (totals.expanded > always_allowed_bytes &&
      totals.expanded / limits::gzip_expansion.value > totals.compressed) {
    return std::unexpected(over_limit(limits::gzip_expansion));
  }
  return {};
}

}  // namespace

struct ZipArchive::State {
  std::shared_ptr<const std::string> bytes;
  std::unique_ptr<zip_t, Discard> archive;
};

Result<ZipArchive> ZipArchive::open(std::shared_ptr<const std::string> bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes->data(), bytes->size(), 0, &error);
  if (!source) return broken(reason_of(error));
  zip_t* opened = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (!opened) {
    zip_source_free(source);
    return broken(reason_of(error));
  }
  ZipArchive archive;
  archive.state_ = std::make_shared<State>();
  archive.state_->archive.reset(opened);
  archive.state_->bytes = std::move(bytes);
  zip_error_fini(&error);
  const zip_int64_t count = zip_get_num_entries(opened, 0);
  if (count > limits::xlsx_parts.value) return std::unexpected(over_limit(limits::xlsx_parts));
  Totals totals{.compressed = std::ssize(*archive.state_->bytes)};
  for (zip_int64_t i = 0; i < count; ++i) {
    zip_stat_t part;
    zip_stat_init(&part);
    if (zip_stat_index(opened, static_cast<zip_uint64_t>(i), 0, &part) != 0) {
      return broken("its directory cannot be read");
    }
    UMIKOE_TRY(admit(part, totals));
    std::string name(part.name);
    if (name.starts_with('/')) name.erase(0, 1);
    archive.sizes_.try_emplace(std::move(name), Part{part.index, static_cast<int64_t>(part.size)});
  }
  return archive;
}

Result<ByteSource> ZipArchive::part(std::string_view name) const {
  const auto at = sizes_.find(name);
  if (at == sizes_.end()) return fail("xlsx_part_missing", {{"part", std::string(name)}});
  std::shared_ptr<zip_file_t> file(zip_fopen_index(state_->archive.get(), at->second.index, 0),
                                   [](zip_file_t* open) {
                                     if (open) zip_fclose(open);
                                   });
  if (!file) return broken(zip_strerror(state_->archive.get()));
  return ByteSource([state = state_, file,
                     left = at->second.bytes](std::span<char> buffer) mutable -> Result<size_t> {
    const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
    if (got < 0) return broken(zip_file_strerror(file.get()));
    left -= got;
    if (left < 0) return broken("a part is larger than the directory says");
    return static_cast<size_t>(got);
  });
}

}  // namespace umikoe::formats::xlsx
