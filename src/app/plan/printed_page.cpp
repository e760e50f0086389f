#include "app/plan/printed_page.h"

#include "formats/xml_text.h"

namespace umikoe::app {
namespace {

constexpr std::string_view style =
    "@page{size:A4;margin:10mm 12mm}"
    ":root{color-scheme:light dark}"
    "body{font:9.5pt/1.4 \"Hiragino Sans\",\"Noto Sans JP\",\"Noto Sans CJK JP\",\"Yu "
    "Gothic\",sans-serif;"
    "max-width:186mm;margin:0 auto;padding:6mm 0}"
    "h1{font-size:15pt;margin:0 0 2mm}h2{font-size:10.5pt;margin:3mm 0 1mm}"
    "small,.en{font-size:8.5pt;opacity:.8}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{border:1px solid #888;padding:.7mm 2mm;text-align:left;vertical-align:top}"
    "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}"
    ".facts th{width:38mm;font-weight:600}"
    ".seals td{height:16mm;width:25%}"
    "p{margin:1mm 0}section+section{break-before:page}"
    "@media print{body{padding:0}:root{color-scheme:light}}";

}  // namespace

std::string printed_page(std::string_view language, std::string_view title, std::string_view body) {
  std::string out = "<!doctype html>\n<html lang=\"";
  out += language;
  out += "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">";
  out += "<title>" + formats::escaped_markup(title) + "</title><style>";
  out += style;
  out += "</style></head><body>\n";
  out += body;
  return out + "\n</body></html>\n";
}

}  // namespace umikoe::app
