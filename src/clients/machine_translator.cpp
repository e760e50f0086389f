#include "clients/machine_translator.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "clients/http_post.h"

namespace umikoe::clients {
namespace {

using Json = nlohmann::json;

// DeepL takes at most 50 texts and 128 KiB in one request; LibreTranslate's servers set less.
constexpr size_t texts_per_request = 50;
constexpr size_t bytes_per_request = 32 * 1024;
constexpr int tries_most = 4;
constexpr int64_t pause_most_seconds = 30;

std::string primary(const std::string& tag) { return tag.substr(0, tag.find('-')); }

std::string upper(std::string text) {
  for (char& c : text) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

bool is_traditional(const std::string& tag) {
  return tag.starts_with("zh-Hant") || tag == "zh-TW" || tag == "zh-HK";
}

std::string libre_code(const std::string& tag) {
  return is_traditional(tag) ? "zt" : primary(tag);
}

// DeepL wants a variety for English and Portuguese as targets.
std::string deepl_target(const std::string& tag) {
  if (is_traditional(tag)) return "ZH-HANT";
  if (primary(tag) == "zh") return "ZH-HANS";
  if (tag == "en") return "EN-US";
  if (tag == "pt") return "PT-PT";
  const bool has_variety = primary(tag) == "en" || primary(tag) == "pt";
  return upper(has_variety ? tag : primary(tag));
}

Json texts_of(const app::MachineQuestion& question, size_t from, size_t to) {
  Json texts = Json::array();
  for (size_t i = from; i < to; ++i) texts.push_back(question.texts[i]);
  return texts;
}

// How one service is asked and how it answers.
struct Shape {
  std::string path;
  Headers headers;
  Json body;
};

Shape libre_shape(const app::MachineQuestion& question, size_t from, size_t to,
                  const std::string& key) {
  Shape shape{"/translate", {}, {{"q", texts_of(question, from, to)},
                                 {"source", libre_code(question.source_language)},
                                 {"target", libre_code(question.target_language)},
                                 {"format", "html"}}};
  if (!key.empty()) shape.body["api_key"] = key;
  return shape;
}

Shape deepl_shape(const app::MachineQuestion& question, size_t from, size_t to,
                  const std::string& key) {
  return {"/v2/translate",
          {{"Authorization", "DeepL-Auth-Key " + key}},
          {{"text", texts_of(question, from, to)},
           {"source_lang", upper(primary(question.source_language))},
           {"target_lang", deepl_target(question.target_language)},
           {"tag_handling", "xml"}}};
}

// {"translatedText": [..]} and {"translations": [{"text": ..}]}.
std::vector<std::string> answers_in(const Json& body) {
  std::vector<std::string> out;
  if (!body.is_object()) return out;
  const Json libre = body.value("translatedText", Json());
  if (libre.is_string()) out.push_back(libre.get<std::string>());
  for (const Json& text : libre.is_array() ? libre : Json::array()) {
    if (text.is_string()) out.push_back(text.get<std::string>());
  }
  const Json deepl = body.value("translations", Json());
  for (const Json& entry : deepl.is_array() ? deepl : Json::array()) {
    if (!entry.is_object()) continue;
    const auto text = entry.find("text");
    if (text != entry.end() && text->is_string()) out.push_back(text->get<std::string>());
  }
  return out;
}

bool may_try_again(unsigned status) { return status == 429 || status >= 500; }

int64_t pause_after(const Reply& reply, int tried) {
  int64_t asked = 0;
  const std::string& written = reply.retry_after;
  const auto read = std::from_chars(written.data(), written.data() + written.size(), asked);
  if (read.ec != std::errc()) asked = 0;
  return std::clamp<int64_t>(std::max<int64_t>(asked, int64_t{1} << tried), 1, pause_most_seconds);
}

class HttpTranslator : public app::MachineTranslator {
 public:
  HttpTranslator(Endpoint endpoint, bool is_deepl, std::string key, Pause pause)
      : endpoint_(std::move(endpoint)),
        is_deepl_(is_deepl),
        key_(std::move(key)),
        pause_(std::move(pause)) {}

  Result<std::vector<std::string>> translate(const app::MachineQuestion& question) override {
    std::vector<std::string> out;
    for (size_t from = 0; from < question.texts.size();) {
      size_t to = from;
      size_t bytes = 0;
      while (to < question.texts.size() && to - from < texts_per_request) {
        bytes += question.texts[to].size();
        if (to > from && bytes > bytes_per_request) break;
        ++to;
      }
      UMIKOE_TRY(auto answers, ask(question, from, to));
      out.insert(out.end(), std::make_move_iterator(answers.begin()),
                 std::make_move_iterator(answers.end()));
      from = to;
    }
    return out;
  }

 private:
  Result<std::vector<std::string>> ask(const app::MachineQuestion& question, size_t from,
                                       size_t to) {
    const Shape shape = is_deepl_ ? deepl_shape(question, from, to, key_)
                                  : libre_shape(question, from, to, key_);
    UMIKOE_TRY(const Reply reply, reply_to(shape));
    // The key stands in what was sent, so nothing of that is repeated in an error.
    if (reply.status != 200) {
      return fail("machine_refused",
                  {{"host", endpoint_.host}, {"status", std::to_string(reply.status)}});
    }
    auto answers = answers_in(Json::parse(reply.body, nullptr, false));
    if (answers.size() != to - from) {
      return fail("machine_answer_invalid", {{"host", endpoint_.host}});
    }
    return answers;
  }

  Result<Reply> reply_to(const Shape& shape) {
    const std::string body =
        shape.body.dump(-1, ' ', false, Json::error_handler_t::replace);
    for (int tried = 0;; ++tried) {
      auto reply = post_json(endpoint_, shape.path, shape.headers, body);
      const bool last = tried + 1 == tries_most;
      if (last || (reply && !may_try_again(reply->status))) return reply;
      pause_(pause_after(reply ? *reply : Reply{}, tried));
    }
  }

  Endpoint endpoint_;
  bool is_deepl_;
  std::string key_;
  Pause pause_;
};

}  // namespace

Result<std::unique_ptr<app::MachineTranslator>> open_translator(
    const app::TranslationProvider& provider, const std::string& key, Pause pause) {
  UMIKOE_TRY(auto endpoint, parse_endpoint(provider.url));
  if (provider.shape != "deepl" && provider.shape != "libretranslate") {
    return fail("provider_shape_unknown", {{"shape", provider.shape}});
  }
  return std::make_unique<HttpTranslator>(std::move(endpoint), provider.shape == "deepl", key,
                                          std::move(pause));
}

}  // namespace umikoe::clients
