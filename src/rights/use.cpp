#include "rights/use.h"

#include <algorithm>
#include <array>
#include <utility>

namespace umikoe::rights {
namespace {

constexpr std::array<std::string_view, use_count> use_words = {"on-demand-stream",
                                                               "non-interactive-stream",
                                                               "download",
                                                               "user-generated",
                                                               "physical",
                                                               "ringtone",
                                                               "other"};

constexpr UseSet streams = bit(Use::on_demand_stream) | bit(Use::non_interactive_stream);

struct TypeRow {
  std::string_view name;
  UseSet uses;
};

// The UseTypes of the DDEX allowed value sets of ERN 3.3 to 4.3.2. `Stream` is the parent of the
// kinds of stream and `Download` of the kinds of download. `AsPerContract`, `UserDefined` and
// `Unknown` say nothing a listener could rely on, so they grant `other` only.
constexpr std::array type_rows = {
    TypeRow{"AsPerContract", bit(Use::other)},
    TypeRow{"Broadcast", bit(Use::other)},
    TypeRow{"Cable", bit(Use::other)},
    TypeRow{"ConditionalDownload", bit(Use::download)},
    TypeRow{"ContentInfluencedStream", bit(Use::non_interactive_stream)},
    TypeRow{"Display", bit(Use::other)},
    TypeRow{"Download", bit(Use::download)},
    TypeRow{"DubForAdvertisement", bit(Use::other)},
    TypeRow{"DubForLivePerformance", bit(Use::other)},
    TypeRow{"DubForMovies", bit(Use::other)},
    TypeRow{"DubForMusicOnHold", bit(Use::other)},
    TypeRow{"DubForPublicPerformance", bit(Use::other)},
    TypeRow{"DubForRadio", bit(Use::other)},
    TypeRow{"DubForTV", bit(Use::other)},
    TypeRow{"ExtractForInternet", bit(Use::other)},
    TypeRow{"KioskDownload", bit(Use::download)},
    TypeRow{"MakeAvailable", bit(Use::other)},
    TypeRow{"Narrowcast", bit(Use::other)},
    TypeRow{"NonInteractiveStream", bit(Use::non_interactive_stream)},
    TypeRow{"OnDemandStream", bit(Use::on_demand_stream)},
    TypeRow{"PerformAsMusicOnHold", bit(Use::other)},
    TypeRow{"PerformInLivePerformance", bit(Use::other)},
    TypeRow{"PerformInPublic", bit(Use::other)},
    TypeRow{"PermanentDownload", bit(Use::download)},
    TypeRow{"PlayInPublic", bit(Use::other)},
    TypeRow{"Playback", bit(Use::other)},
    TypeRow{"Podcast", bit(Use::other)},
    TypeRow{"Print", bit(Use::other)},
    TypeRow{"PrivateCopy", bit(Use::other)},
    TypeRow{"PurchaseAsPhysicalProduct", bit(Use::physical)},
    TypeRow{"Rent", bit(Use::other)},
    TypeRow{"Simulcast", bit(Use::non_interactive_stream)},
    TypeRow{"Stream", streams},
    TypeRow{"TetheredDownload", bit(Use::download)},
    TypeRow{"TimeInfluencedStream", bit(Use::non_interactive_stream)},
    TypeRow{"Unknown", bit(Use::other)},
    TypeRow{"UseAsAlertTone", bit(Use::ringtone)},
    TypeRow{"UseAsDevice", bit(Use::other)},
    TypeRow{"UseAsKaraoke", bit(Use::other)},
    TypeRow{"UseAsRingbackTone", bit(Use::ringtone)},
    TypeRow{"UseAsRingbackTune", bit(Use::ringtone)},
    TypeRow{"UseAsRingtone", bit(Use::ringtone)},
    TypeRow{"UseAsRingtune", bit(Use::ringtone)},
    TypeRow{"UseAsScreensaver", bit(Use::other)},
    TypeRow{"UseAsVoiceMail", bit(Use::ringtone)},
    TypeRow{"UseAsWallpaper", bit(Use::other)},
    TypeRow{"UseAsWallpaperStill", bit(Use::other)},
    TypeRow{"UseForIdentification", bit(Use::other)},
    TypeRow{"UseForTrainingGenerativeAI", bit(Use::other)},
    TypeRow{"UseInMobilePhoneMessaging", bit(Use::other)},
    TypeRow{"UseInPhoneListening", bit(Use::other)},
    TypeRow{"UserDefined", bit(Use::other)},
    TypeRow{"UserMakeAvailable", bit(Use::user_generated)},
    TypeRow{"UserMakeAvailableLabelProvided", bit(Use::user_generated)},
    TypeRow{"UserMakeAvailableUserProvided", bit(Use::user_generated)},
    TypeRow{"Webcast", bit(Use::non_interactive_stream)},
};

// What Japanese contracts and statements call uses. Source: the classes of the Recording Industry
// Association of Japan's statistics of paid music distribution (RIAJ 有料音楽配信売上実績; 着うた
// are its Ringtunes, 待ちうた and メロディコール its Ringback tunes, 着うたフル its single tracks
// to mobile phones), read 2026-11-21. A word that says no more than 配信 is not here: a person is
// asked what was meant.
constexpr std::array trade_rows = {
    TypeRow{"着うた", bit(Use::ringtone)},
    TypeRow{"待ちうた", bit(Use::ringtone)},
    TypeRow{"メロディコール", bit(Use::ringtone)},
    TypeRow{"着信音", bit(Use::ringtone)},
    TypeRow{"着うたフル", bit(Use::download)},  // a download, never a stream
    TypeRow{"有料配信", bit(Use::download)},
    TypeRow{"ダウンロード", bit(Use::download)},
    TypeRow{"ダウンロード配信", bit(Use::download)},
    TypeRow{"サブスク", bit(Use::on_demand_stream)},
    TypeRow{"サブスクリプション", bit(Use::on_demand_stream)},
    TypeRow{"定額配信", bit(Use::on_demand_stream)},
    TypeRow{"定額制配信", bit(Use::on_demand_stream)},
    TypeRow{"オンデマンド配信", bit(Use::on_demand_stream)},
    // Said of both kinds alike, as DDEX's `Stream` is.
    TypeRow{"ストリーミング", streams},
    TypeRow{"ストリーミング配信", streams},
    TypeRow{"放送", bit(Use::other)},
    TypeRow{"カラオケ", bit(Use::other)},
    TypeRow{"パッケージ", bit(Use::physical)},
    TypeRow{"ユーザー投稿", bit(Use::user_generated)},
};

struct ModelRow {
  std::string_view word;
  std::string_view ddex_name;
};

constexpr std::array model_rows = {
    ModelRow{"subscription", "SubscriptionModel"},
    ModelRow{"ad-supported", "AdvertisementSupportedModel"},
    ModelRow{"pay-as-you-go", "PayAsYouGoModel"},
    ModelRow{"free-of-charge", "FreeOfChargeModel"},
    ModelRow{"rights-claim", "RightsClaimModel"},
    ModelRow{"device-fee", "DeviceFeeModel"},
    ModelRow{"performance-royalties", "PerformanceRoyaltiesModel"},
    ModelRow{"as-per-contract", "AsPerContract"},
    ModelRow{"other", "UserDefined"},
};

}  // namespace

std::string_view word(Use use) { return use_words[std::to_underlying(use)]; }

std::optional<Use> parse_use(std::string_view written) {
  for (size_t i = 0; i < use_words.size(); ++i) {
    if (use_words[i] == written) return static_cast<Use>(i);
  }
  return std::nullopt;
}

std::optional<UseSet> uses_of_type(std::string_view use_type) {
  for (const TypeRow& row : type_rows) {
    if (row.name == use_type) return row.uses;
  }
  return std::nullopt;
}

std::optional<UseSet> uses_of_word(std::string_view written) {
  if (written == "all") return every_use;
  if (written == "stream") return streams;
  if (const auto use = parse_use(written)) return bit(*use);
  const auto trade = std::ranges::find(trade_rows, written, &TypeRow::name);
  if (trade != trade_rows.end()) return trade->uses;
  return uses_of_type(written);
}

std::string_view word(Model model) { return model_rows[std::to_underlying(model)].word; }

std::optional<Model> parse_model(std::string_view written) {
  for (size_t i = 0; i < model_rows.size(); ++i) {
    if (model_rows[i].word == written || model_rows[i].ddex_name == written) {
      return static_cast<Model>(i);
    }
  }
  if (written == "Unknown") return Model::other;
  return std::nullopt;
}

}  // namespace umikoe::rights
