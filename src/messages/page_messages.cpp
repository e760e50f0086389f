#include "messages/tables.h"

namespace umikoe::messages {
namespace {

constexpr Message table[] = {
    {"error.page_unknown", "There is nothing at {path}.", "{path} には何もありません。"},
    {"error.pages_not_built",
     "This program was built without its pages (UMIKOE_WEB=OFF). The answers are at /api/v1/, described "
     "at /api/v1/openapi.json.",
     "このプログラムにはページが組み込まれていません（UMIKOE_WEB=OFF）。回答は /api/v1/ で得られます（説明は "
     "/api/v1/openapi.json）。"},
    {"error.method_not_allowed", "This server only reads: use GET or HEAD.",
     "このサーバーは読み取り専用です。GETかHEADを使ってください。"},
    {"error.body_not_allowed", "A request to this server has no body.",
     "このサーバーへの要求に本文は付けられません。"},
    {"error.target_invalid", "The address cannot be read: a percent code or character in it is broken.",
     "アドレスを読めません。パーセント記号の符号か文字が壊れています。"},
    {"error.target_too_long", "The address is too long.", "アドレスが長すぎます。"},
    {"error.header_too_large", "The headers are larger than {limit} bytes (http_header_bytes).",
     "ヘッダーが{limit}バイトを超えています（http_header_bytes）。"},
    {"error.request_invalid", "This is not a request the server can read.",
     "サーバーが読み取れる要求ではありません。"},
    {"error.host_refused",
     "This server answers to localhost, 127.0.0.1 and [::1] only; the address names another host.",
     "このサーバーは localhost、127.0.0.1、[::1] にだけ応答します。別のホスト名が指定されました。"},
    {"error.parameter_unknown", "This address has no parameter \"{parameter}\".",
     "このアドレスにパラメーター「{parameter}」はありません。"},
    {"error.parameter_repeated", "The parameter \"{parameter}\" is given twice.",
     "パラメーター「{parameter}」が2回指定されています。"},
    {"error.parameter_missing", "The parameter \"{parameter}\" is needed.",
     "パラメーター「{parameter}」が必要です。"},
    {"error.parameter_invalid", "\"{value}\" is not a value of the parameter \"{parameter}\".",
     "「{value}」はパラメーター「{parameter}」の値として使えません。"},
    {"error.read_only",
     "This server only shows the world. Start it with \"umikoe serve --edit\" to change it from the page.",
     "このサーバーは閲覧専用です。ページから変更するには umikoe serve --edit で起動してください。"},
    {"error.origin_refused",
     "A change must come from a page of this server. Open the address that \"umikoe serve\" printed and try there.",
     "変更は、このサーバーのページからだけ受け付けます。umikoe serve が表示したアドレスを開いてやり直してください。"},
    {"error.token_refused",
     "The page belongs to an earlier run of the server. Load it again and repeat the change.",
     "以前に起動したサーバーのページです。再読み込みしてから、もう一度操作してください。"},
    {"error.content_type_refused",
     "A body of this kind is not taken here: send {expected}.",
     "この形式の本文は受け付けません。{expected} で送ってください。"},
    {"error.body_too_large", "The body is larger than {limit} bytes ({name}).",
     "本文が{limit}バイトを超えています（{name}）。"},
    {"error.body_invalid", "The body cannot be understood: {reason}. docs/openapi.json describes it.",
     "本文を理解できません: {reason}。形式は docs/openapi.json にあります。"},
    {"error.upload_name_invalid",
     "\"{name}\" cannot be the name of an uploaded file: it is empty, hidden or too long. Rename it.",
     "「{name}」はファイル名として使えません（空、隠しファイル、または長すぎます）。名前を変えてください。"},
    {"error.upload_unknown", "This file is no longer waiting; it was imported or set aside. Load the page again.",
     "このファイルはもう待機していません（取込済み、または取り下げ済みです）。ページを再読み込みしてください。"},
    {"error.uploads_waiting_full",
     "{max} files wait for an answer already. Answer or set aside some of them first.",
     "回答待ちのファイルがすでに{max}件あります。先にいくつか回答するか、取り下げてください。"},
    {"error.server_busy", "Too many connections are open. Try again in a moment.",
     "接続が多すぎます。少し待ってからやり直してください。"},
    {"serve.editing", "Pages opened here may change the world; stop with Ctrl+C when done.",
     "ここで開いたページからワールドを変更できます。終わったら Ctrl+C で止めてください。"},
    {"serve.listening",
     "The pages are at http://127.0.0.1:{port}/ — for this machine only; nothing leaves it. Ctrl+C ends.",
     "ページ: http://127.0.0.1:{port}/ （この端末だけで開けます。データはこの端末の外に出ません。終了は Ctrl+C）"},
};

}  // namespace

std::span<const Message> page_messages() { return table; }

}  // namespace umikoe::messages
