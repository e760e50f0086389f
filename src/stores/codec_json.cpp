#include <algorithm>
#include <nlohmann/json.hpp>
#include <type_traits>
#include <utility>

#include "base/utf8.h"
#include "stores/codec.h"
#include "stores/codec_fields.h"

namespace umikoe::stores {
namespace {

using Json = nlohmann::ordered_json;

template <class T>
struct IsOptional : std::false_type {};
template <class T>
struct IsOptional<std::optional<T>> : std::true_type {};
template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
void write(std::string& out, const T& value);
template <class T>
T from_json(const Json& json);

// Writes text as it goes: a tree of JSON values in between costs several times the text itself, and
// a catalogue has a text for each of its recordings.
struct Writer {
  std::string& out;
  char before = '{';
  template <class T>
  void operator()(const char* name, const T& value) {
    if (!(value == T{})) always(name, value);
  }
  template <class T>
  void always(const char* name, const T& value) {
    out += std::exchange(before, ',');
    out += '"';
    out += name;
    out += "\":";
    write(out, value);
  }
};

struct Reader {
  const Json& json;
  template <class T>
  void operator()(const char* name, T& value) {
    const auto found = json.find(name);
    if (found != json.end()) value = from_json<T>(*found);
  }
  template <class T>
  void always(const char* name, T& value) {
    (*this)(name, value);
  }
};

void write_text(std::string& out, std::string_view text) {
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
  };
  if (std::ranges::all_of(text, plain) && first_invalid_utf8(text) == std::string_view::npos) {
    out += '"';
    out += text;
    out += '"';
    return;
  }
  // Readers refuse invalid UTF-8 before it gets here; replacing is the last resort, not throwing.
  out += Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

template <class T>
void write_list(std::string& out, const std::vector<T>& list) {
  out += '[';
  for (const auto& element : list) {
    if (&element != list.data()) out += ',';
    write(out, element);
  }
  out += ']';
}

template <class T>
void write(std::string& out, const T& value) {
  if constexpr (std::is_enum_v<T>) {
    out += std::to_string(static_cast<int>(value));
  } else if constexpr (std::is_same_v<T, bool>) {
    out += value ? "true" : "false";
  } else if constexpr (std::is_integral_v<T>) {
    out += std::to_string(value);
  } else if constexpr (std::is_arithmetic_v<T>) {
    out += Json(value).dump();
  } else if constexpr (std::is_same_v<T, std::string>) {
    write_text(out, value);
  } else if constexpr (std::is_same_v<T, Isrc> || std::is_same_v<T, CurrencyCode>) {
    write_text(out, value.view());
  } else if constexpr (std::is_same_v<T, FineAmount>) {
    out += std::to_string(value.billionths);
  } else if constexpr (std::is_same_v<T, Date>) {
    out += std::to_string(value.days);
  } else if constexpr (std::is_same_v<T, LanguageTag>) {
    write_text(out, value.text);
  } else if constexpr (std::is_same_v<T, TerritoryCode>) {
    write_text(out, value.code());
  } else if constexpr (IsOptional<T>::value) {
    write(out, *value);  // an empty one is left out by its owner
  } else if constexpr (IsVector<T>::value) {
    write_list(out, value);
  } else {
    Writer writer{out};
    fields(writer, value, static_cast<const T*>(nullptr));
    if (writer.before == '{') out += '{';
    out += '}';
  }
}

Isrc isrc_of(const std::string& text) {
  Isrc isrc;
  if (text.size() != isrc.text.size()) throw std::invalid_argument("isrc");
  std::copy(text.begin(), text.end(), isrc.text.begin());
  return isrc;
}

template <class T>
T from_json(const Json& json) {
  if constexpr (std::is_enum_v<T>) {
    return static_cast<T>(json.get<int>());
  } else if constexpr (std::is_arithmetic_v<T> || std::is_same_v<T, std::string>) {
    return json.get<T>();
  } else if constexpr (std::is_same_v<T, Isrc>) {
    return isrc_of(json.get_ref<const std::string&>());
  } else if constexpr (std::is_same_v<T, FineAmount>) {
    return FineAmount{json.get<int64_t>()};
  } else if constexpr (std::is_same_v<T, CurrencyCode>) {
    return CurrencyCode::parse(json.get_ref<const std::string&>()).value_or(CurrencyCode{});
  } else if constexpr (std::is_same_v<T, Date>) {
    return Date{json.get<int32_t>()};
  } else if constexpr (std::is_same_v<T, LanguageTag>) {
    return LanguageTag{json.get<std::string>()};
  } else if constexpr (std::is_same_v<T, TerritoryCode>) {
    const auto territory = TerritoryCode::parse(json.get_ref<const std::string&>());
    return territory ? *territory : throw std::invalid_argument("territory");
  } else if constexpr (IsOptional<T>::value) {
    return from_json<typename T::value_type>(json);
  } else if constexpr (IsVector<T>::value) {
    T list;
    list.reserve(json.size());
    if (!json.is_array()) throw std::invalid_argument("array");
    for (const auto& element : json) list.push_back(from_json<typename T::value_type>(element));
    return list;
  } else {
    T value;
    Reader reader{json};
    if (!json.is_object()) throw std::invalid_argument("object");
    fields(reader, value, static_cast<const T*>(nullptr));
    return value;
  }
}

}  // namespace

template <class T>
std::string encode(const T& value) {
  std::string out;
  write(out, value);
  return out;
}

template <class T>
Result<T> decode(std::string_view body) {
  try {
    return from_json<T>(Json::parse(body));
  } catch (const std::exception& problem) {
    return fail("world_broken", {{"reason", problem.what()}});
  }
}

#define UMIKOE_STORED(type)                 \
  template std::string encode(const type&); \
  template Result<type> decode(std::string_view)
UMIKOE_STORED(catalogue::Party);
UMIKOE_STORED(catalogue::DeclaredParty);
UMIKOE_STORED(catalogue::NameForm);
UMIKOE_STORED(catalogue::Recording);
UMIKOE_STORED(catalogue::Image);
UMIKOE_STORED(catalogue::Release);
UMIKOE_STORED(rights::Deal);
UMIKOE_STORED(rights::Licence);
UMIKOE_STORED(StatementBody);
UMIKOE_STORED(catalogue::GroupMember);
UMIKOE_STORED(catalogue::OnlineVideo);
UMIKOE_STORED(rights::ServiceAsset);
UMIKOE_STORED(demand::RevenueStatement);
UMIKOE_STORED(demand::ReportVersion);
UMIKOE_STORED(demand::VideoViews);
UMIKOE_STORED(app::HandedReturn);
UMIKOE_STORED(demand::Appearance);
UMIKOE_STORED(app::KeptCaptions);
UMIKOE_STORED(StoredBytes);
#undef UMIKOE_STORED

}  // namespace umikoe::stores
