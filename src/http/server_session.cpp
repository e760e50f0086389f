#include "http/server_session.h"

#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/http/write.hpp>

#include "base/limits.h"
#include "http/answers.h"

namespace umikoe::http {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
using boost::system::error_code;
using Parser = beast::http::request_parser<beast::http::empty_body>;
using Written = beast::http::response<beast::http::string_body>;

constexpr auto header_bytes_max = static_cast<uint32_t>(limits::http_header_bytes.value);

auto into(error_code& error) { return asio::redirect_error(asio::use_awaitable, error); }

std::string text_of(boost::core::string_view text) { return {text.data(), text.size()}; }

Request plain(const Parser::value_type& read) {
  const auto field = [&](beast::http::field name) { return text_of(read[name]); };
  return {text_of(read.method_string()),
          text_of(read.target()),
          field(beast::http::field::host),
          field(beast::http::field::accept_encoding),
          field(beast::http::field::accept_language),
          field(beast::http::field::if_none_match)};
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
  if (error == parse::error::body_limit) return {"body_not_allowed"};
  return {"request_invalid"};
}

bool is_broken_request(const error_code& error) {
  const error_code of_parser = beast::http::error::bad_method;
  return error.category() == of_parser.category() &&
         error != beast::http::error::end_of_stream &&
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

// One request and its answer; false when the connection is to end.
asio::awaitable<bool> serve_one(beast::tcp_stream& stream, beast::flat_buffer& buffer, Site& site,
                                const ServerOptions& options) {
  error_code error;
  if (buffer.size() == 0) {
    // Waiting for a next request is allowed to take longer than sending one.
    stream.expires_after(std::chrono::seconds(options.idle_seconds));
    const size_t got = co_await stream.async_read_some(buffer.prepare(4096), into(error));
    if (error) co_return false;
    buffer.commit(got);
  }
  Parser parser;
  parser.header_limit(header_bytes_max);
  parser.body_limit(0);
  stream.expires_after(std::chrono::seconds(options.header_seconds));
  co_await beast::http::async_read(stream, buffer, parser, into(error));
  if (error) {
    if (!is_broken_request(error)) co_return false;
    auto out = written(error_answer(refusal(error), messages::Language::en), 11, false);
    co_await write(stream, out, false, options);
    co_return false;
  }
  const Request request = plain(parser.get());
  const unsigned version = parser.get().version();
  auto out = written(answer(request, site), version, parser.get().keep_alive());
  co_return co_await write(stream, out, request.method == "HEAD", options);
}

}  // namespace

asio::awaitable<void> serve_connection(asio::ip::tcp::socket socket, Site& site,
                                       const ServerOptions& options,
                                       std::atomic<int>& open_connections) {
  struct Counted {
    std::atomic<int>& count;
    ~Counted() { --count; }
  } counted{open_connections};
  beast::tcp_stream stream(std::move(socket));
  if (open_connections > options.connections_max) {
    auto out = written(error_answer({"server_busy"}, messages::Language::en), 11, false);
    co_await write(stream, out, false, options);
  } else {
    beast::flat_buffer buffer(2 * header_bytes_max);
    while (co_await serve_one(stream, buffer, site, options)) {
    }
  }
  error_code ignored;
  stream.socket().shutdown(asio::ip::tcp::socket::shutdown_send, ignored);
}

}  // namespace umikoe::http
