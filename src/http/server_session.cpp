#include "http/server_session.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>
#include <optional>
#include <vector>

#include "base/limits.h"
#include "http/answers.h"
#include "http/desk.h"
#include "http/target.h"

namespace umikoe::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using HeadParser = beast::http::request_parser<beast::http::empty_body>;
using Written = beast::http::response<beast::http::string_body>;

constexpr auto header_bytes_max = static_cast<uint32_t>(limits::http_header_bytes.value);

constexpr size_t upload_piece_bytes = 64 * 1024;

auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

std::string text_of(boost::core::string_view text) { return {text.data(), text.size()}; }

Request plain(const HeadParser::value_type& read) {
  const auto field = [&](beast::http::field name) { return text_of(read[name]); };
  return {text_of(read.method_string()),
          text_of(read.target()),
          field(beast::http::field::host),
          field(beast::http::field::accept_encoding),
          field(beast::http::field::accept_language),
          field(beast::http::field::if_none_match),
          field(beast::http::field::origin),
          text_of(read["Sec-Fetch-Site"]),
          text_of(read["X-Umikoe-Token"]),
          field(beast::http::field::content_type)};
}

// One more of something, for as long as this lives.
class Counted {
 public:
  struct already {};
  explicit Counted(std::atomic<int64_t>& count) : count_(count) { ++count_; }
  Counted(std::atomic<int64_t>& count, already) : count_(count) {}
  ~Counted() { --count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;

 private:
  std::atomic<int64_t>& count_;
};

messages::Language language_asked(const Request& request) {
  const auto target = parse_target(request.target);
  return language_of(target ? target->query : Query{}, request);
}

Error too_large(const Limit& limit) {
  return {"body_too_large",
          {{"limit", std::to_string(limit.value)}, {"name", std::string(limit.name)}}};
}

// What every answer carries. Nothing is loaded from elsewhere, no other site may embed the pages
// or read the answers, and no address leaks out in a Referer.
void add_fixed_headers(Written& out) {
  out.set(beast::http::field::server, "umikoe");
  out.set("Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; "
          "object-src 'none'");
  out.set("X-Content-Type-Options", "nosniff");
  out.set("Referrer-Policy", "no-referrer");
  out.set("Cross-Origin-Opener-Policy", "same-origin");
  out.set("Cross-Origin-Resource-Policy", "same-origin");
}

Written written(Response answer, unsigned version, bool keep_alive) {
  using beast::http::field;
  Written out{beast::http::int_to_status(answer.status), version};
  add_fixed_headers(out);
  out.set(field::cache_control, answer.cache_control);
  out.set(field::vary, "Accept-Encoding, Accept-Language");
  if (!answer.content_type.empty()) out.set(field::content_type, answer.content_type);
  if (answer.gzipped) out.set(field::content_encoding, "gzip");
  if (!answer.etag.empty()) out.set(field::etag, answer.etag);
  if (!answer.allow.empty()) out.set(field::allow, answer.allow);
  if (!answer.file_name.empty()) {
    out.set(field::content_disposition, "attachment; filename=\"" + answer.file_name + "\"");
  }
  out.keep_alive(keep_alive);
  out.body() = std::move(answer.body);
  if (answer.status != 304) out.content_length(out.body().size());
  return out;
}

// The answer to bytes that are no acceptable request.
Error refusal(const error_code& error) {
  namespace parse = beast::http;
  if (error == parse::error::header_limit || error == parse::error::buffer_overflow) {
    return {"header_too_large", {{"limit", std::to_string(header_bytes_max)}}};
  }
  return {"request_invalid"};
}

bool is_broken_request(const error_code& error) {
  const error_code of_parser = beast::http::error::bad_method;
  return error.category() == of_parser.category() && error != beast::http::error::end_of_stream &&
         error != beast::http::error::partial_message;
}

asio::awaitable<bool> write(beast::tcp_stream& stream, Written& out, bool head_only,
                            const ServerOptions& options) {
  error_code error;
  stream.expires_after(std::chrono::seconds(options.write_seconds));
  beast::http::response_serializer<beast::http::string_body> serializer(out);
  if (head_only) {
    co_await beast::http::async_write_header(stream, serializer, into(error));
  } else {
    co_await beast::http::async_write(stream, serializer, into(error));
  }
  co_return !error && out.keep_alive();
}

// Says no and ends the connection. A browser that is still sending would lose the answer with the
// connection, so what it sends is thrown away for a moment.
asio::awaitable<bool> refuse(beast::tcp_stream& stream, const Error& why,
                             messages::Language language, const ServerOptions& options) {
  auto out = written(error_answer(why, language), 11, false);
  co_await write(stream, out, false, options);
  error_code error;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, error);
  stream.expires_after(std::chrono::seconds(2));
  std::vector<char> dropped(upload_piece_bytes);
  while (!error) co_await stream.async_read_some(asio::buffer(dropped), into(error));
  co_return false;
}

// Clients that ask first whether they may send a body are told so.
asio::awaitable<void> invite(beast::tcp_stream& stream, const HeadParser& head) {
  if (!beast::iequals(head.get()[beast::http::field::expect], "100-continue")) co_return;
  error_code error;
  static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
  co_await asio::async_write(stream, asio::buffer(go_on), into(error));
}

// Why a body was not taken; nothing when it was. A client that takes too long has lost its
// connection by then and reads no answer. A plain value, and every part of it a named one:
// g++ 12 destroys temporaries twice that stand in one expression with co_await or co_return.
using Refused = std::optional<Error>;

Refused trouble_with(const error_code& error, const Limit& limit) {
  if (!error) return std::nullopt;
  if (error == beast::http::error::body_limit) return too_large(limit);
  return Error{"request_invalid"};
}

// The text of a JSON body.
asio::awaitable<Refused> take_text(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                   HeadParser& head, Request& request,
                                   const ServerOptions& options) {
  constexpr const Limit& limit = limits::json_body_bytes;
  const auto length = head.content_length();
  if (length && *length > static_cast<uint64_t>(limit.value)) {
    Refused refused = too_large(limit);
    co_return refused;
  }
  beast::http::request_parser<beast::http::string_body> parser(std::move(head));
  parser.body_limit(static_cast<uint64_t>(limit.value));
  error_code error;
  stream.expires_after(std::chrono::seconds(options.body_seconds));
  co_await beast::http::async_read(stream, buffer, parser, into(error));
  Refused refused = trouble_with(error, limit);
  if (!refused) request.body = std::move(parser.get().body());
  co_return refused;
}

// Opens the file that a request brings.
Result<IncomingFile> open_incoming(const Request& request, const HeadParser& head,
                                   const Site& site) {
  const auto length = head.content_length();
  if (length && *length > static_cast<uint64_t>(limits::upload_bytes.value)) {
    return std::unexpected(too_large(limits::upload_bytes));
  }
  UMIKOE_TRY(const Target target, parse_target(request.target));
  return site.desk->incoming.begin(target.query.value("name"),
                                   static_cast<int64_t>(length ? *length : 0));
}

// Writes a file to disk while it arrives.
asio::awaitable<Refused> take_file(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                   HeadParser& head, Request& request, Connections& shared) {
  Refused refused;
  auto file = open_incoming(request, head, shared.site);
  if (!file) {
    refused = std::move(file).error();
    co_return refused;
  }
  beast::http::request_parser<beast::http::buffer_body> parser(std::move(head));
  parser.body_limit(static_cast<uint64_t>(limits::upload_bytes.value));
  const auto wait = std::chrono::seconds(shared.options.body_seconds);
  const auto last_moment =
      std::chrono::steady_clock::now() + std::chrono::seconds(shared.options.upload_seconds);
  std::vector<char> piece(upload_piece_bytes);
  while (!parser.is_done() && !refused) {
    parser.get().body() = {piece.data(), piece.size(), true};
    stream.expires_at(std::min(last_moment, std::chrono::steady_clock::now() + wait));
    error_code error;
    co_await beast::http::async_read(stream, buffer, parser, into(error));
    if (error == beast::http::error::need_buffer) error = {};
    refused = trouble_with(error, limits::upload_bytes);
    if (refused) break;
    const size_t filled = piece.size() - parser.get().body().size;
    auto kept = file->write({piece.data(), filled});
    if (!kept) refused = std::move(kept).error();
  }
  if (!refused) {
    auto id = file->finish();
    if (id) request.upload = std::move(*id);
    if (!id) refused = std::move(id).error();
  }
  co_return refused;
}

// A request with a body, or one that wants to change something.
asio::awaitable<bool> serve_change(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                   HeadParser& head, Request& request, Connections& shared) {
  const messages::Language language = language_asked(request);
  const auto body = body_after(request, shared.site);
  const Counted counted{shared.uploads};
  Refused refused;
  if (!body) {
    refused = body.error();
  } else if (*body == Body::file && shared.uploads > limits::uploads_at_once.value) {
    refused = Error{"server_busy"};
  }
  if (refused) co_return co_await refuse(stream, *refused, language, shared.options);
  const unsigned version = head.get().version();
  const bool keep_alive = head.get().keep_alive();
  co_await invite(stream, head);
  if (*body == Body::file) {
    refused = co_await take_file(stream, buffer, head, request, shared);
  } else {
    refused = co_await take_text(stream, buffer, head, request, shared.options);
  }
  if (refused) co_return co_await refuse(stream, *refused, language, shared.options);
  // An import may take longer than any wait for the client.
  stream.expires_never();
  Response response;
  const auto make = [&]() -> asio::awaitable<void> {
    response = answer(request, shared.site);
    co_return;
  };
  co_await asio::co_spawn(shared.changes, make, asio::use_awaitable);
  auto out = written(std::move(response), version, keep_alive);
  co_return co_await write(stream, out, false, shared.options);
}

// One request and its answer; false when the connection is to end.
asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer,
                                Connections& shared) {
  const ServerOptions& options = shared.options;
  error_code error;
  if (buffer.size() == 0) {
    // Waiting for a next request is allowed to take longer than sending one.
    stream.expires_after(std::chrono::seconds(options.idle_seconds));
    const size_t got = co_await stream.async_read_some(buffer.prepare(4096), into(error));
    if (error) co_return false;
    buffer.commit(got);
  }
  HeadParser parser;
  parser.header_limit(header_bytes_max);
  // The body has a limit of its own, where one may follow.
  parser.body_limit(boost::none);
  stream.expires_after(std::chrono::seconds(options.header_seconds));
  co_await beast::http::async_read_header(stream, buffer, parser, into(error));
  if (error) {
    if (!is_broken_request(error)) co_return false;
    const Error why = refusal(error);
    co_return co_await refuse(stream, why, messages::Language::en, options);
  }
  Request request = plain(parser.get());
  if (!parser.is_done() || request.method == "POST") {
    co_return co_await serve_change(stream, buffer, parser, request, shared);
  }
  const unsigned version = parser.get().version();
  auto out = written(answer(request, shared.site), version, parser.get().keep_alive());
  co_return co_await write(stream, out, request.method == "HEAD", options);
}

}  // namespace

asio::awaitable<void> serve_connection(asio::ip::tcp::socket socket, Connections& shared) {
  const Counted counted{shared.open, Counted::already{}};
  beast::tcp_stream stream(std::move(socket));
  if (shared.open > shared.options.connections_max) {
    auto out = written(error_answer({"server_busy"}, messages::Language::en), 11, false);
    co_await write(stream, out, false, shared.options);
  } else {
    beast::flat_buffer buffer(2 * header_bytes_max);
    while (co_await serve_one(stream, buffer, shared)) {
    }
  }
  error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace umikoe::http
