#include "clients/http_post.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>
#include <charconv>
#include <chrono>
#include <optional>

#include "base/limits.h"

namespace umikoe::clients {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace bhttp = boost::beast::http;
using boost::system::error_code;
using Tcp = asio::ip::tcp;

std::unexpected<Error> unreachable(const Endpoint& endpoint, const std::string& reason) {
  return fail("machine_unreachable", {{"host", endpoint.host}, {"reason", reason}});
}

// Runs one asynchronous step to its end. The stream's own timer bounds it, which synchronous calls
// do not heed.
class Steps {
 public:
  template <class Start>
  error_code run(Start start) {
    error_code result;
    start([&result](error_code error, auto&&...) { result = error; });
    context.restart();
    context.run();
    return result;
  }

  asio::io_context context;
};

template <class Stream>
Result<Reply> exchange(Steps& steps, Stream& stream, const Endpoint& endpoint,
                       const bhttp::request<bhttp::string_body>& request) {
  if (const auto error = steps.run([&](auto done) { bhttp::async_write(stream, request, done); })) {
    return unreachable(endpoint, error.message());
  }
  beast::flat_buffer buffer;
  bhttp::response_parser<bhttp::string_body> parser;
  parser.body_limit(static_cast<uint64_t>(limits::machine_answer_bytes.value));
  parser.header_limit(static_cast<uint32_t>(limits::http_header_bytes.value));
  if (const auto error =
          steps.run([&](auto done) { bhttp::async_read(stream, buffer, parser, done); })) {
    return unreachable(endpoint, error.message());
  }
  Reply reply;
  reply.status = parser.get().result_int();
  reply.body = std::move(parser.get().body());
  reply.retry_after = std::string(parser.get()[bhttp::field::retry_after]);
  return reply;
}

bhttp::request<bhttp::string_body> request_of(const Endpoint& endpoint, const std::string& path,
                                              const Headers& headers, const std::string& body) {
  bhttp::request<bhttp::string_body> request{bhttp::verb::post, path, 11};
  request.set(bhttp::field::host, endpoint.host);
  request.set(bhttp::field::user_agent, "umikoe/" UMIKOE_VERSION);
  request.set(bhttp::field::content_type, "application/json");
  request.set(bhttp::field::accept, "application/json");
  for (const auto& [name, value] : headers) request.set(name, value);
  request.body() = body;
  request.prepare_payload();
  return request;
}

Result<Reply> over_tls(Steps& steps, beast::tcp_stream stream, const Endpoint& endpoint,
                       const bhttp::request<bhttp::string_body>& request) {
  asio::ssl::context tls(asio::ssl::context::tls_client);
  tls.set_default_verify_paths();
  tls.set_verify_mode(asio::ssl::verify_peer);
  beast::ssl_stream<beast::tcp_stream> secured(std::move(stream), tls);
  secured.set_verify_callback(asio::ssl::host_name_verification(endpoint.host));
  if (!SSL_set_tlsext_host_name(secured.native_handle(), endpoint.host.c_str())) {
    return unreachable(endpoint, "TLS");
  }
  if (const auto error = steps.run([&](auto done) {
        secured.async_handshake(asio::ssl::stream_base::client, done);
      })) {
    return unreachable(endpoint, error.message());
  }
  return exchange(steps, secured, endpoint, request);
}

bool is_loopback(std::string_view host) {
  return host == "localhost" || host == "127.0.0.1" || host == "::1";
}

}  // namespace

Result<Endpoint> parse_endpoint(const std::string& url) {
  const auto invalid = [&] { return fail("provider_url_invalid", {{"url", url}}); };
  Endpoint endpoint;
  std::string_view rest = url;
  if (rest.starts_with("https://")) {
    rest.remove_prefix(8);
  } else if (rest.starts_with("http://")) {
    rest.remove_prefix(7);
    endpoint.tls = false;
    endpoint.port = 80;
  } else {
    return invalid();
  }
  if (rest.ends_with('/')) rest.remove_suffix(1);
  if (rest.find_first_of("/?#@ \t\r\n") != std::string_view::npos) return invalid();
  const size_t colon = rest.rfind(':');
  endpoint.host = rest.substr(0, colon);
  if (colon != std::string_view::npos) {
    const std::string_view digits = rest.substr(colon + 1);
    const char* end = digits.data() + digits.size();
    const auto [stopped, error] = std::from_chars(digits.data(), end, endpoint.port);
    if (error != std::errc() || stopped != end || endpoint.port == 0) return invalid();
  }
  if (endpoint.host.empty()) return invalid();
  if (!endpoint.tls && !is_loopback(endpoint.host)) {
    return fail("provider_not_encrypted", {{"url", url}});
  }
  return endpoint;
}

Result<Reply> post_json(const Endpoint& endpoint, const std::string& path, const Headers& headers,
                        const std::string& body) {
  Steps steps;
  error_code failed;
  Tcp::resolver resolver(steps.context);
  const auto found = resolver.resolve(endpoint.host, std::to_string(endpoint.port), failed);
  if (failed) return unreachable(endpoint, failed.message());
  beast::tcp_stream stream(steps.context);
  stream.expires_after(std::chrono::seconds(limits::machine_seconds.value));
  failed = steps.run([&](auto done) { stream.async_connect(found, done); });
  if (failed) return unreachable(endpoint, failed.message());
  const auto request = request_of(endpoint, path, headers, body);
  if (endpoint.tls) return over_tls(steps, std::move(stream), endpoint, request);
  return exchange(steps, stream, endpoint, request);
}

}  // namespace umikoe::clients
