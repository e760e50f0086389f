#include "app/demo/words.h"

#include <array>

// Names nobody bears, made of plain words, so that no real artist, writer or song is meant.
namespace umikoe::app::demo {
namespace {

constexpr std::array artists{
    Words{"星文", "ほしぶみ", "Hoshibumi", "Hoshibumi"},
    Words{"波間ラジオ", "なみまらじお", "Namima Rajio", "Radio Between Waves"},
    Words{"夕凪喫茶", "ゆうなぎきっさ", "Yunagi Kissa", "Evening Calm Cafe"},
    Words{"灯台もと", "とうだいもと", "Todai Moto", "Under the Lighthouse"},
    Words{"硝子坂", "がらすざか", "Garasuzaka", "Glass Hill"},
    Words{"月見町三丁目", "つきみちょうさんちょうめ", "Tsukimicho Sanchome", "Moonview Third Street"},
    Words{"群青書店", "ぐんじょうしょてん", "Gunjo Shoten", "Ultramarine Books"},
    Words{"朝凪トリオ", "あさなぎとりお", "Asanagi Torio", "Morning Calm Trio"},
    Words{"汐見坂", "しおみざか", "Shiomizaka", "Tideview Slope"},
    Words{"雨宿り座", "あまやどりざ", "Amayadori Za", "Rain Shelter Theatre"},
    Words{"波島電機合唱団", "なみしまでんきがっしょうだん", "Namishima Denki Gasshodan",
          "Namishima Electric Choir"},
    Words{"浮雲号", "うきぐもごう", "Ukigumo Go", "The Drifting Cloud"},
    Words{"鈴虫楽団", "すずむしがくだん", "Suzumushi Gakudan", "Bell Cricket Band"},
    Words{"白砂海岸", "しらすなかいがん", "Shirasuna Kaigan", "White Sand Coast"},
    Words{"夜汽車ノ窓", "よぎしゃのまど", "Yogisha no Mado", "Night Train Window"},
    Words{"蛍火通信", "ほたるびつうしん", "Hotarubi Tsushin", "Firefly Dispatch"},
    Words{"渡り鳥協会", "わたりどりきょうかい", "Wataridori Kyokai", "Migrant Bird Society"},
    Words{"山彦オルガン", "やまびこおるがん", "Yamabiko Orugan", "Echo Organ"},
    Words{"風待ち港", "かざまちみなと", "Kazamachi Minato", "Harbour of Waiting Wind"},
    Words{"雪明り会館", "ゆきあかりかいかん", "Yukiakari Kaikan", "Snowlight Hall"},
    Words{"紙飛行機団", "かみひこうきだん", "Kamihikoki Dan", "Paper Plane Company"},
    Words{"木洩れ日の庭", "こもれびのにわ", "Komorebi no Niwa", "Garden of Leaflight"},
    Words{"青嵐倶楽部", "あおあらしくらぶ", "Aoarashi Kurabu", "Green Gale Club"},
    Words{"潮騒学級", "しおさいがっきゅう", "Shiosai Gakkyu", "Sea Roar Classroom"},
    Words{"銀河食堂", "ぎんがしょくどう", "Ginga Shokudo", "Galaxy Diner"},
    Words{"水無月六", "みなづきろく", "Minazuki Roku", "Sixth Month"},
    Words{"遠雷測候所", "えんらいそっこうじょ", "Enrai Sokkojo", "Distant Thunder Station"},
    Words{"鯨ノ背", "くじらのせ", "Kujira no Se", "Back of the Whale"},
    Words{"瑠璃色工房", "るりいろこうぼう", "Ruriiro Kobo", "Lapis Workshop"},
    Words{"冬支度同盟", "ふゆじたくどうめい", "Fuyujitaku Domei", "Ready for Winter"},
    Words{"花時計管理人", "はなどけいかんりにん", "Hanadokei Kanrinin", "Flower Clock Keeper"},
    Words{"半月亭", "はんげつてい", "Hangetsu Tei", "Half Moon Inn"},
    Words{"珊瑚便", "さんごびん", "Sango Bin", "Coral Mail"},
    Words{"空蝉写真館", "うつせみしゃしんかん", "Utsusemi Shashinkan", "Cicada Shell Studio"},
    Words{"流星製作所", "りゅうせいせいさくしょ", "Ryusei Seisakusho", "Meteor Works"},
    Words{"黄昏郵便局", "たそがれゆうびんきょく", "Tasogare Yubinkyoku", "Dusk Post Office"},
    Words{"砂時計商店", "すなどけいしょうてん", "Sunadokei Shoten", "Hourglass Store"},
    Words{"桟橋の猫", "さんばしのねこ", "Sanbashi no Neko", "Pier Cats"},
    Words{"藍染横丁", "あいぞめよこちょう", "Aizome Yokocho", "Indigo Alley"},
    Words{"朧行進曲", "おぼろこうしんきょく", "Oboro Koshinkyoku", "Hazy Moon March"}};

constexpr std::array of{
    Words{"海", "うみ", "Umi", "Sea"},           Words{"雨", "あめ", "Ame", "Rain"},
    Words{"風", "かぜ", "Kaze", "Wind"},         Words{"雪", "ゆき", "Yuki", "Snow"},
    Words{"月", "つき", "Tsuki", "Moon"},        Words{"空", "そら", "Sora", "Sky"},
    Words{"花", "はな", "Hana", "Flowers"},      Words{"夜", "よる", "Yoru", "Night"},
    Words{"朝", "あさ", "Asa", "Morning"},       Words{"夏", "なつ", "Natsu", "Summer"},
    Words{"冬", "ふゆ", "Fuyu", "Winter"},       Words{"春", "はる", "Haru", "Spring"},
    Words{"秋", "あき", "Aki", "Autumn"},        Words{"波", "なみ", "Nami", "Waves"},
    Words{"光", "ひかり", "Hikari", "Light"},    Words{"影", "かげ", "Kage", "Shadows"},
    Words{"夢", "ゆめ", "Yume", "Dreams"},       Words{"森", "もり", "Mori", "Forest"},
    Words{"川", "かわ", "Kawa", "River"},        Words{"山", "やま", "Yama", "Mountains"},
    Words{"町", "まち", "Machi", "Town"},        Words{"島", "しま", "Shima", "Islands"},
    Words{"虹", "にじ", "Niji", "Rainbow"},      Words{"霧", "きり", "Kiri", "Mist"},
    Words{"砂", "すな", "Suna", "Sand"},         Words{"石", "いし", "Ishi", "Stone"},
    Words{"火", "ひ", "Hi", "Fire"},             Words{"水", "みず", "Mizu", "Water"},
    Words{"雲", "くも", "Kumo", "Clouds"},       Words{"嵐", "あらし", "Arashi", "Storm"},
    Words{"鳥", "とり", "Tori", "Birds"},        Words{"蝶", "ちょう", "Cho", "Butterflies"},
    Words{"鯨", "くじら", "Kujira", "Whales"},   Words{"猫", "ねこ", "Neko", "Cats"},
    Words{"桜", "さくら", "Sakura", "Cherry Trees"}, Words{"氷", "こおり", "Kori", "Ice"},
    Words{"硝子", "がらす", "Garasu", "Glass"},  Words{"銀", "ぎん", "Gin", "Silver"},
    Words{"青", "あお", "Ao", "Blue"},           Words{"緑", "みどり", "Midori", "Green"},
    Words{"旅", "たび", "Tabi", "Travel"},       Words{"涙", "なみだ", "Namida", "Tears"},
    Words{"心", "こころ", "Kokoro", "Hearts"},   Words{"港", "みなと", "Minato", "Harbours"},
    Words{"糸", "いと", "Ito", "Thread"},        Words{"鈴", "すず", "Suzu", "Bells"},
    Words{"灯", "あかり", "Akari", "Lamps"},     Words{"昨日", "きのう", "Kino", "Yesterday"}};

constexpr std::array things{
    Words{"歌", "うた", "Uta", "Song"},            Words{"窓", "まど", "Mado", "Window"},
    Words{"手紙", "てがみ", "Tegami", "Letter"},   Words{"約束", "やくそく", "Yakusoku", "Promise"},
    Words{"道", "みち", "Michi", "Road"},          Words{"扉", "とびら", "Tobira", "Door"},
    Words{"声", "こえ", "Koe", "Voice"},           Words{"色", "いろ", "Iro", "Colour"},
    Words{"庭", "にわ", "Niwa", "Garden"},         Words{"時計", "とけい", "Tokei", "Clock"},
    Words{"地図", "ちず", "Chizu", "Map"},         Words{"船", "ふね", "Fune", "Boat"},
    Words{"橋", "はし", "Hashi", "Bridge"},        Words{"匂い", "におい", "Nioi", "Scent"},
    Words{"記憶", "きおく", "Kioku", "Memory"},    Words{"物語", "ものがたり", "Monogatari", "Tale"},
    Words{"魔法", "まほう", "Maho", "Magic"},      Words{"秘密", "ひみつ", "Himitsu", "Secret"},
    Words{"行方", "ゆくえ", "Yukue", "Whereabouts"}, Words{"名前", "なまえ", "Namae", "Name"},
    Words{"翼", "つばさ", "Tsubasa", "Wings"},     Words{"羽根", "はね", "Hane", "Feather"},
    Words{"傘", "かさ", "Kasa", "Umbrella"},       Words{"鍵", "かぎ", "Kagi", "Key"},
    Words{"鏡", "かがみ", "Kagami", "Mirror"},     Words{"駅", "えき", "Eki", "Station"},
    Words{"列車", "れっしゃ", "Ressha", "Train"},  Words{"電話", "でんわ", "Denwa", "Telephone"},
    Words{"写真", "しゃしん", "Shashin", "Photograph"}, Words{"絵本", "えほん", "Ehon", "Picture Book"},
    Words{"踊り", "おどり", "Odori", "Dance"},     Words{"祭り", "まつり", "Matsuri", "Festival"},
    Words{"迷路", "めいろ", "Meiro", "Maze"},      Words{"屋根", "やね", "Yane", "Roof"},
    Words{"果て", "はて", "Hate", "Edge"},         Words{"途中", "とちゅう", "Tochu", "Midway"},
    Words{"隣", "となり", "Tonari", "Neighbour"},  Words{"向こう", "むこう", "Muko", "Far Side"},
    Words{"合図", "あいず", "Aizu", "Signal"},     Words{"宛先", "あてさき", "Atesaki", "Address"}};

constexpr std::array families{
    Words{"汐浜", "しおはま", "Shiohama", ""}, Words{"遠乃", "とおの", "Tono", ""},
    Words{"綾波田", "あやなみた", "Ayanamita", ""}, Words{"白瀬川", "しらせがわ", "Shirasegawa", ""},
    Words{"月岡山", "つきおかやま", "Tsukiokayama", ""}, Words{"水森野", "みずもりの", "Mizumorino", ""}};
constexpr std::array givens{
    Words{"灯吾", "とうご", "Togo", ""}, Words{"澪音", "みおね", "Mione", ""},
    Words{"奏太郎", "そうたろう", "Sotaro", ""}, Words{"凪紗", "なぎさ", "Nagisa", ""},
    Words{"岬平", "こうへい", "Kohei", ""}};

constexpr std::array<std::string_view, 8> genre_names{
    "Indie Pop", "City Pop", "Alternative Rock", "Electronic",
    "Folk",      "Anime",    "Neo Soul",         "Dream Pop"};

}  // namespace

std::span<const Words> artist_words() { return artists; }
std::span<const Words> of_words() { return of; }
std::span<const Words> thing_words() { return things; }
std::span<const Words> family_names() { return families; }
std::span<const Words> given_names() { return givens; }
std::span<const std::string_view> genres() { return genre_names; }

}  // namespace umikoe::app::demo
