#include "formats/gzip.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <array>
#include <string>

#include "base/limits.h"

namespace umikoe::formats {
namespace {

std::string gzip(const std::string& plain) {
  z_stream stream = {};
  EXPECT_EQ(deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 9, Z_DEFAULT_STRATEGY), Z_OK);
  std::string packed(deflateBound(&stream, plain.size()) + 64, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(plain.data()));
  stream.avail_in = static_cast<uInt>(plain.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  EXPECT_EQ(deflate(&stream, Z_FINISH), Z_STREAM_END);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

Result<std::string> expand(const std::string& packed, size_t piece = 7) {
  const ByteSource source = gunzip(from_memory(packed, piece));
  std::string plain;
  std::array<char, 4096> buffer;
  for (;;) {
    UMIKOE_TRY(size_t size, source(buffer));
    if (size == 0) return plain;
    plain.append(buffer.data(), size);
  }
}

TEST(Gzip, ExpandsWhatWasPacked) {
  const std::string plain = "海を越える\nline two\n";
  EXPECT_TRUE(is_gzip(gzip(plain)));
  EXPECT_FALSE(is_gzip(plain));
  EXPECT_EQ(expand(gzip(plain)).value(), plain);
  EXPECT_EQ(expand(gzip("")).value(), "");
}

TEST(Gzip, JoinsSeveralMembers) {
  EXPECT_EQ(expand(gzip("one,") + gzip("two")).value(), "one,two");
}

TEST(Gzip, RefusesDataThatEndEarly) {
  const std::string packed = gzip(std::string(5000, 'a') + "end");
  for (size_t keep : {size_t{1}, size_t{9}, packed.size() / 2, packed.size() - 1}) {
    const auto plain = expand(packed.substr(0, keep));
    ASSERT_FALSE(plain) << keep;
    EXPECT_EQ(plain.error().code, "gzip_broken");
  }
}

TEST(Gzip, RefusesDamagedData) {
  std::string packed = gzip("some text that is packed");
  packed[packed.size() - 6] ^= 0x55;  // inside the checksum
  const auto plain = expand(packed);
  ASSERT_FALSE(plain);
  EXPECT_EQ(plain.error().code, "gzip_broken");
}

TEST(Gzip, StopsABombAtTheLimit) {
  const std::string packed = gzip(std::string(64 << 20, '\0'));
  const auto plain = expand(packed, 64 * 1024);
  ASSERT_FALSE(plain);
  EXPECT_EQ(plain.error().code, "limit_exceeded");
  EXPECT_EQ(plain.error().arguments.front().second, limits::gzip_expansion.name);
}

TEST(Gzip, LetsASmallRepetitiveFileThrough) {
  EXPECT_EQ(expand(gzip(std::string(900'000, 'x'))).value().size(), 900'000u);
}

}  // namespace
}  // namespace umikoe::formats
