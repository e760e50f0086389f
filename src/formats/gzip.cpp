#include "formats/gzip.h"

#include <zlib.h>

#include <array>
#include <memory>
#include <string>

#include "formats/over_limit.h"

namespace umikoe::formats {
namespace {

// Small files may well expand more than the limit's factor; below this size they do no harm.
constexpr int64_t always_allowed_bytes = 1 * limits::mib;

struct EndInflate {
  void operator()(z_stream* stream) const {
    inflateEnd(stream);
    delete stream;
  }
};

class Inflating {
 public:
  explicit Inflating(ByteSource compressed) : compressed_(std::move(compressed)) {}

  Result<size_t> read(std::span<char> buffer) {
    while (!done_) {
      if (!stream_) UMIKOE_TRY(begin());
      if (stream_->avail_in == 0) UMIKOE_TRY(refill());
      UMIKOE_TRY(size_t written, inflate_into(buffer));
      if (written > 0) return written;
    }
    return 0;
  }

 private:
  Result<void> begin() {
    auto stream = std::make_unique<z_stream>();
    // 16 asks zlib for the gzip wrapper and nothing else.
    if (inflateInit2(stream.get(), 15 + 16) != Z_OK) {
      return fail("gzip_broken", {{"reason", "out of memory"}});
    }
    stream_.reset(stream.release());
    return {};
  }

  Result<void> refill() {
    UMIKOE_TRY(size_t size, compressed_(input_));
    in_ += static_cast<int64_t>(size);
    at_end_ = size == 0;
    stream_->next_in = reinterpret_cast<Bytef*>(input_.data());
    stream_->avail_in = static_cast<uInt>(size);
    return {};
  }

  Result<size_t> inflate_into(std::span<char> buffer) {
    if (at_end_ && stream_->avail_in == 0) {
      if (!between_members_) return fail("gzip_broken", {{"reason", "unexpected end"}});
      done_ = true;
      return 0;
    }
    between_members_ = false;
    stream_->next_out = reinterpret_cast<Bytef*>(buffer.data());
    stream_->avail_out = static_cast<uInt>(buffer.size());
    const int state = ::inflate(stream_.get(), Z_NO_FLUSH);
    const size_t written = buffer.size() - stream_->avail_out;
    if (state == Z_STREAM_END) {
      between_members_ = true;  // another member may follow
      inflateReset(stream_.get());
    } else if (state != Z_OK && state != Z_BUF_ERROR) {
      return fail("gzip_broken", {{"reason", stream_->msg ? stream_->msg : "damaged data"}});
    }
    UMIKOE_TRY(account(static_cast<int64_t>(written)));
    return written;
  }

  Result<void> account(int64_t written) {
    out_ += written;
    if (out_ > limits::gzip_expanded_bytes.value)
      return std::unexpected(over_limit(limits::gzip_expanded_bytes));
    if (out_ > always_allowed_bytes && out_ / limits::gzip_expansion.value > in_) {
      return std::unexpected(over_limit(limits::gzip_expansion));
    }
    return {};
  }

  ByteSource compressed_;
  std::unique_ptr<z_stream, EndInflate> stream_;
  std::array<char, 64 * 1024> input_ = {};
  int64_t in_ = 0;
  int64_t out_ = 0;
  bool at_end_ = false;
  bool between_members_ = false;
  bool done_ = false;
};

}  // namespace

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b"); }

ByteSource gunzip(ByteSource compressed) {
  // std::function must be copyable, hence the shared state.
  auto inflating = std::make_shared<Inflating>(std::move(compressed));
  return [inflating](std::span<char> buffer) { return inflating->read(buffer); };
}

}  // namespace umikoe::formats
