#include "stores/section_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "base/limits.h"

namespace umikoe::stores {
namespace {

constexpr std::string_view magic = "UMIKOEMP";
constexpr uint32_t format = 1;
constexpr uint64_t alignment = 64;
constexpr size_t name_size = 16;
constexpr size_t piece_bytes = size_t{1} << 24;  // written at once

// As they lie in the file, little-endian.
struct Header {
  char magic[8];
  uint32_t format;
  uint32_t sections;
  int64_t generation;
  uint64_t file_size;
  uint64_t checksum;  // of the header with 0 here, and of the table
};
struct Row {
  char name[name_size];
  uint64_t offset;
  uint64_t size;
  uint64_t checksum;
};
static_assert(sizeof(Header) == 40 && sizeof(Row) == 40);

uint64_t checksum_of(std::string_view bytes) { return XXH3_64bits(bytes.data(), bytes.size()); }

uint64_t aligned(uint64_t offset) { return (offset + alignment - 1) / alignment * alignment; }

std::string_view bytes_of(const void* object, size_t size) {
  return {static_cast<const char*>(object), size};
}

uint64_t header_checksum(Header header, std::string_view rows) {
  header.checksum = 0;
  std::string both(bytes_of(&header, sizeof header));
  both += rows;
  return checksum_of(both);
}

// Header and table, padded to where the first section begins.
std::string head_of(int64_t generation, std::span<const Section> sections) {
  std::vector<Row> rows(sections.size());
  uint64_t offset = aligned(sizeof(Header) + rows.size() * sizeof(Row));
  const uint64_t first = offset;
  for (size_t i = 0; i < rows.size(); ++i) {
    std::memset(&rows[i], 0, sizeof(Row));
    std::memcpy(rows[i].name, sections[i].name.data(),
                std::min(sections[i].name.size(), name_size - 1));
    rows[i].offset = offset;
    rows[i].size = sections[i].bytes.size();
    rows[i].checksum = checksum_of(sections[i].bytes);
    offset = aligned(offset + rows[i].size);
  }
  Header header{};
  std::memcpy(header.magic, magic.data(), magic.size());
  header.format = format;
  header.sections = static_cast<uint32_t>(rows.size());
  header.generation = generation;
  header.file_size = offset;
  const std::string_view table = bytes_of(rows.data(), rows.size() * sizeof(Row));
  header.checksum = header_checksum(header, table);
  std::string head(bytes_of(&header, sizeof header));
  head += table;
  head.resize(first, '\0');
  return head;
}

Result<void> write_pieces(const FileLayer& files, const std::string& path, int64_t& at,
                          std::string_view bytes) {
  for (size_t from = 0; from < bytes.size(); from += piece_bytes) {
    const std::string_view piece = bytes.substr(from, piece_bytes);
    UMIKOE_TRY(files.write(path, at, piece));
    at += static_cast<int64_t>(piece.size());
  }
  const std::string padding(aligned(static_cast<uint64_t>(at)) - static_cast<uint64_t>(at), '\0');
  if (padding.empty()) return {};
  UMIKOE_TRY(files.write(path, at, padding));
  at += static_cast<int64_t>(padding.size());
  return {};
}

Result<void> write_all(const FileLayer& files, const std::string& path, int64_t generation,
                       std::span<const Section> sections) {
  int64_t at = 0;
  UMIKOE_TRY(write_pieces(files, path, at, head_of(generation, sections)));
  for (const Section& section : sections) {
    UMIKOE_TRY(write_pieces(files, path, at, section.bytes));
  }
  return files.sync_file(path);
}

std::unexpected<Error> broken(const std::string& path, std::string reason) {
  return fail("map_broken", {{"reason", std::move(reason)}}, Where{path, 0, ""});
}

}  // namespace

Result<void> write_sections(const FileLayer& files, const std::string& folder,
                            const std::string& name, int64_t generation,
                            std::span<const Section> sections) {
  const std::string incoming = fmt::format("{}/incoming-{}-{}", folder, ::getpid(), name);
  const auto written = write_all(files, incoming, generation, sections);
  if (!written) {
    static_cast<void>(files.unlink(incoming));
    return written;
  }
  UMIKOE_TRY(files.rename(incoming, folder + "/" + name));
  return files.sync_folder(folder);
}

Result<std::shared_ptr<const SectionFile>> SectionFile::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return fail("map_missing", {}, Where{path, 0, ""});
  std::shared_ptr<SectionFile> made(new SectionFile);
  made->path_ = path;
  struct stat status {};
  if (::fstat(file, &status) == 0 && status.st_size > 0) {
    made->size_ = static_cast<size_t>(status.st_size);
    void* const mapped = ::mmap(nullptr, made->size_, PROT_READ, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) made->bytes_ = static_cast<const char*>(mapped);
  }
  ::close(file);
  if (!made->bytes_) return broken(path, "empty");
  UMIKOE_TRY(made->read_header());
  return made;
}

SectionFile::~SectionFile() {
  if (bytes_) ::munmap(const_cast<char*>(bytes_), size_);
}

Result<void> SectionFile::read_header() {
  Header header;
  if (size_ < sizeof header) return broken(path_, "header");
  std::memcpy(&header, bytes_, sizeof header);
  if (bytes_of(header.magic, magic.size()) != magic) return broken(path_, "header");
  if (header.format != format) return fail("map_other_format", {}, Where{path_, 0, ""});
  if (header.file_size != size_) return broken(path_, "size");
  if (header.sections > (size_ - sizeof header) / sizeof(Row)) return broken(path_, "sections");
  const std::string_view table(bytes_ + sizeof header, header.sections * sizeof(Row));
  if (header_checksum(header, table) != header.checksum) return broken(path_, "header");
  generation_ = header.generation;
  for (size_t i = 0; i < header.sections; ++i) {
    Row row;
    std::memcpy(&row, table.data() + i * sizeof row, sizeof row);
    row.name[name_size - 1] = '\0';
    const bool inside = row.offset <= size_ && row.size <= size_ - row.offset;
    if (!inside || row.offset % alignment != 0) return broken(path_, row.name);
    entries_.push_back({row.name, row.offset, row.size, row.checksum, false});
  }
  return {};
}

Result<void> SectionFile::check(const Entry& entry) const {
  const std::lock_guard lock(checking_);
  if (entry.checked) return {};
  if (checksum_of({bytes_ + entry.offset, entry.size}) != entry.checksum) {
    return broken(path_, entry.name);
  }
  entry.checked = true;
  return {};
}

Result<const SectionFile::Entry*> SectionFile::entry_of(std::string_view name) const {
  const auto entry = std::ranges::find(entries_, name, &Entry::name);
  if (entry == entries_.end()) return broken(path_, std::string(name));
  return &*entry;
}

Result<std::string_view> SectionFile::section(std::string_view name) const {
  UMIKOE_TRY(const Entry* const entry, entry_of(name));
  UMIKOE_TRY(check(*entry));
  return std::string_view(bytes_ + entry->offset, entry->size);
}

Result<std::string_view> SectionFile::unchecked_section(std::string_view name) const {
  UMIKOE_TRY(const Entry* const entry, entry_of(name));
  return std::string_view(bytes_ + entry->offset, entry->size);
}

Result<void> SectionFile::verify() const {
  for (const Entry& entry : entries_) UMIKOE_TRY(check(entry));
  return {};
}

}  // namespace umikoe::stores
