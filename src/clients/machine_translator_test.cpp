// Against a stub on the loopback: both shapes, refusals, retries, lies.
#include "clients/machine_translator.h"

#include <gtest/gtest.h>

#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <functional>
#include <nlohmann/json.hpp>
#include <thread>

#include "clients/http_post.h"

namespace umikoe::clients {
namespace {

namespace asio = boost::asio;
namespace bhttp = boost::beast::http;
using Json = nlohmann::json;
using Request = bhttp::request<bhttp::string_body>;
using Response = bhttp::response<bhttp::string_body>;

// Answers `count` requests, one connection each, then ends.
class Stub {
 public:
  Stub(int count, std::function<Response(const Request&, int)> answer)
      : acceptor_(context_, {asio::ip::make_address("127.0.0.1"), 0}),
        thread_([this, count, answer = std::move(answer)] {
          for (int i = 0; i < count; ++i) {
            boost::system::error_code error;
            auto socket = acceptor_.accept(error);
            if (error) return;
            boost::beast::flat_buffer buffer;
            Request request;
            bhttp::read(socket, buffer, request, error);
            if (error) continue;
            Response response = answer(request, i);
            response.prepare_payload();
            bhttp::write(socket, response, error);
          }
        }) {}
  ~Stub() {
    boost::system::error_code error;
    // A test that asked less than planned must not hang.
    asio::ip::tcp::socket knock(context_);
    knock.connect(acceptor_.local_endpoint(), error);
    knock.close(error);
    thread_.join();
  }
  std::string url() const {
    return "http://127.0.0.1:" + std::to_string(acceptor_.local_endpoint().port());
  }

 private:
  asio::io_context context_;
  asio::ip::tcp::acceptor acceptor_;
  std::jthread thread_;
};

Response json_response(const Json& body, unsigned status = 200) {
  Response response;
  response.result(status);
  response.body() = body.dump();
  return response;
}

std::unique_ptr<app::MachineTranslator> translator(const Stub& stub, std::string shape,
                                                   std::vector<int64_t>* pauses = nullptr) {
  auto opened = open_translator({"stub", shape, stub.url(), "", "1"}, "secret",
                                [pauses](int64_t seconds) {
                                  if (pauses) pauses->push_back(seconds);
                                });
  EXPECT_TRUE(opened);
  return std::move(*opened);
}

TEST(MachineTranslator, AsksLibreTranslateInItsWords) {
  Json asked;
  Stub stub(1, [&](const Request& request, int) {
    EXPECT_EQ(request.target(), "/translate");
    asked = Json::parse(request.body());
    return json_response({{"translatedText", {"one", "two"}}});
  });
  const auto answers = translator(stub, "libretranslate")->translate({{"一", "二"}, "ja", "zh-Hant"});
  ASSERT_TRUE(answers);
  EXPECT_EQ(*answers, (std::vector<std::string>{"one", "two"}));
  EXPECT_EQ(asked["q"], Json({"一", "二"}));
  EXPECT_EQ(asked["target"], "zt");
  EXPECT_EQ(asked["api_key"], "secret");
}

TEST(MachineTranslator, AsksDeepLInItsWords) {
  std::string key;
  Json asked;
  Stub stub(1, [&](const Request& request, int) {
    EXPECT_EQ(request.target(), "/v2/translate");
    key = std::string(request["Authorization"]);
    asked = Json::parse(request.body());
    return json_response({{"translations", {{{"text", "one"}}}}});
  });
  const auto answers = translator(stub, "deepl")->translate({{"一"}, "ja", "en"});
  ASSERT_TRUE(answers);
  EXPECT_EQ(key, "DeepL-Auth-Key secret");
  EXPECT_EQ(asked["target_lang"], "EN-US");
  EXPECT_EQ(asked["source_lang"], "JA");
}

TEST(MachineTranslator, TriesAgainWithGrowingPausesAndKeepsTheKeyToItself) {
  std::vector<int64_t> pauses;
  Stub stub(4, [&](const Request&, int i) {
    Response response = json_response({}, i == 0 ? 429u : 503u);
    if (i == 0) response.set(bhttp::field::retry_after, "7");
    return response;
  });
  const auto answers = translator(stub, "deepl", &pauses)->translate({{"一"}, "ja", "en"});
  ASSERT_FALSE(answers);
  EXPECT_EQ(answers.error().code, "machine_refused");
  EXPECT_EQ(pauses, (std::vector<int64_t>{7, 2, 4}));
  for (const auto& [name, value] : answers.error().arguments) EXPECT_NE(value, "secret");
}

TEST(MachineTranslator, RefusalsAreNotRepeated) {
  std::vector<int64_t> pauses;
  Stub stub(1, [](const Request&, int) { return json_response({{"error", "no"}}, 403); });
  const auto answers = translator(stub, "deepl", &pauses)->translate({{"一"}, "ja", "en"});
  ASSERT_FALSE(answers);
  EXPECT_TRUE(pauses.empty());
}

TEST(MachineTranslator, AnAnswerMustHaveAsManyTexts) {
  for (const char* body : {"{}", "[]", "no json", R"({"translatedText":["a"]})",
                           R"({"translatedText":["a",1]})", R"({"translations":[{}, 3]})"}) {
    Stub stub(1, [&](const Request&, int) {
      Response response;
      response.body() = body;
      return response;
    });
    const auto answers = translator(stub, "libretranslate")->translate({{"一", "二"}, "ja", "en"});
    ASSERT_FALSE(answers) << body;
    EXPECT_EQ(answers.error().code, "machine_answer_invalid") << body;
  }
}

TEST(MachineTranslator, ManyTextsGoInSeveralQuestions) {
  std::vector<size_t> sizes;
  Stub stub(3, [&](const Request& request, int) {
    const Json texts = Json::parse(request.body())["q"];
    sizes.push_back(texts.size());
    return json_response({{"translatedText", texts}});
  });
  app::MachineQuestion question{{}, "ja", "en"};
  for (int i = 0; i < 120; ++i) question.texts.push_back(std::to_string(i));
  const auto answers = translator(stub, "libretranslate")->translate(question);
  ASSERT_TRUE(answers);
  EXPECT_EQ(*answers, question.texts);
  EXPECT_EQ(sizes, (std::vector<size_t>{50, 50, 20}));
}

TEST(MachineTranslator, AnEndpointIsAHostAndEncryptedUnlessItIsThisMachine) {
  EXPECT_EQ(*parse_endpoint("https://mt.example"), (Endpoint{true, "mt.example", 443}));
  EXPECT_EQ(*parse_endpoint("http://127.0.0.1:5000/"), (Endpoint{false, "127.0.0.1", 5000}));
  EXPECT_EQ(parse_endpoint("http://mt.example").error().code, "provider_not_encrypted");
  for (const char* wrong : {"", "mt.example", "https://", "https://a/b", "https://u@a",
                            "https://a:0", "https://a:99999", "ftp://a"}) {
    ASSERT_FALSE(parse_endpoint(wrong)) << wrong;
    EXPECT_EQ(parse_endpoint(wrong).error().code, "provider_url_invalid") << wrong;
  }
}

}  // namespace
}  // namespace umikoe::clients
