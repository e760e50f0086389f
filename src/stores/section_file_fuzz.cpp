#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

#include "stores/section_file.h"

// Whatever the bytes are: a file that opens has its sections inside it, and what is refused is
// refused in words.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  namespace stores = umikoe::stores;
  const int file = memfd_create("umikoe-fuzz", MFD_CLOEXEC);
  UMIKOE_ASSERT(file >= 0);
  UMIKOE_ASSERT(::write(file, data, size) == static_cast<ssize_t>(size));
  const auto opened = stores::SectionFile::open(fmt::format("/proc/self/fd/{}", file));
  ::close(file);
  if (!opened) {
    UMIKOE_ASSERT(opened.error().code == "map_broken" || opened.error().code == "map_other_format");
    return 0;
  }
  size_t bytes = 0;
  for (const char* name : {"numbers", "names", "nothing"}) {
    const auto section = (*opened)->section(name);
    if (!section) UMIKOE_ASSERT(section.error().code == "map_broken");
    if (section) {
      UMIKOE_ASSERT(section->size() <= size);
      for (const char c : *section) bytes += static_cast<unsigned char>(c);
    }
  }
  const auto whole = (*opened)->verify();
  UMIKOE_ASSERT(whole || whole.error().code == "map_broken");
  UMIKOE_ASSERT(bytes <= 255 * 3 * size);
  return 0;
}
