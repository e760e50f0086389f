#include "formats/xlsx/plain_workbook.h"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <memory>
#include <utility>

#include "base/result.h"
#include "formats/xlsx/xlsx_reader.h"
#include "formats/xml_text.h"

namespace umikoe::formats::xlsx {
namespace {

struct Part {
  std::string name;
  std::string bytes;
};

constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view package = "http://schemas.openxmlformats.org/package/2006";
constexpr std::string_view main_space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

// Codes such as 0012 and long numbers such as a JAN stay texts: a number would lose digits.
bool is_number(std::string_view text) {
  constexpr size_t digits_exact = 11;
  const bool negative = text.starts_with('-');
  const std::string_view digits = negative ? text.substr(1) : text;
  const auto whole = digits.substr(0, digits.find('.'));
  if (whole.empty() || digits.size() > digits_exact || (whole.size() > 1 && whole[0] == '0')) {
    return false;
  }
  return std::ranges::all_of(digits, [](char c) { return c == '.' || (c >= '0' && c <= '9'); }) &&
         std::ranges::count(digits, '.') <= 1 && !digits.ends_with('.');
}

std::string cell_xml(const std::string& text, size_t column, size_t row) {
  if (text.empty()) return {};
  const std::string place = column_name(static_cast<long>(column) + 1) + std::to_string(row);
  if (is_number(text)) return fmt::format("<c r=\"{}\"><v>{}</v></c>", place, text);
  return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{}</t></is></c>",
                     place, escaped_markup(text));
}

std::string sheet_xml(const PlainSheet& sheet) {
  std::vector<std::vector<std::string>> rows;
  std::vector<std::string> merged = sheet.merged;
  const size_t width = sheet.rows.empty() ? 1 : sheet.rows.front().size();
  for (const std::string& title : sheet.titles) {
    rows.push_back({title});
    const std::string number = std::to_string(rows.size());
    if (width > 1)
      merged.push_back("A" + number + ":" + column_name(static_cast<long>(width)) + number);
  }
  rows.insert(rows.end(), sheet.rows.begin(), sheet.rows.end());
  std::string xml = fmt::format("{}<worksheet xmlns=\"{}\"><sheetData>", declaration, main_space);
  for (size_t r = 0; r < rows.size(); ++r) {
    xml += fmt::format("<row r=\"{}\">", r + 1);
    for (size_t c = 0; c < rows[r].size(); ++c) xml += cell_xml(rows[r][c], c, r + 1);
    xml += "</row>\n";
  }
  xml += "</sheetData>";
  if (!merged.empty()) {
    xml += fmt::format("<mergeCells count=\"{}\">", merged.size());
    for (const std::string& range : merged) xml += fmt::format("<mergeCell ref=\"{}\"/>", range);
    xml += "</mergeCells>";
  }
  return xml + "</worksheet>\n";
}

std::vector<Part> parts_of(const PlainSheet& sheet) {
  constexpr std::string_view type = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  return {
      {"[Content_Types].xml",
       fmt::format("{}<Types xmlns=\"{}/content-types\"><Default Extension=\"rels\" ContentType="
                   "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override "
                   "PartName=\"/xl/workbook.xml\" ContentType=\"{}.sheet.main+xml\"/><Override "
                   "PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"{}.worksheet+xml\"/>"
                   "</Types>\n",
                   declaration, package, type, type)},
      {"_rels/.rels",
       fmt::format("{}<Relationships xmlns=\"{}/relationships\"><Relationship Id=\"rId1\" Type="
                   "\"{}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>\n",
                   declaration, package, office)},
      {"xl/workbook.xml",
       fmt::format("{}<workbook xmlns=\"{}\" xmlns:r=\"{}\"><sheets><sheet name=\"{}\" "
                   "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>\n",
                   declaration, main_space, office, escaped_markup(sheet.name))},
      {"xl/_rels/workbook.xml.rels",
       fmt::format("{}<Relationships xmlns=\"{}/relationships\"><Relationship Id=\"rId1\" Type="
                   "\"{}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>\n",
                   declaration, package, office)},
      {"xl/worksheets/sheet1.xml", sheet_xml(sheet)}};
}

using Source = std::unique_ptr<zip_source_t, decltype(&zip_source_free)>;

void add(zip_t* archive, const Part& part) {
  zip_source_t* bytes = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
  const zip_int64_t index = zip_file_add(archive, part.name.c_str(), bytes, ZIP_FL_ENC_UTF_8);
  UMIKOE_ASSERT(index >= 0);
  const auto place = static_cast<zip_uint64_t>(index);
  zip_set_file_compression(archive, place, ZIP_CM_STORE, 0);
  constexpr uint16_t first_day_of_1980 = 0x21;
  zip_file_set_dostime(archive, place, 0, first_day_of_1980, 0);
}

}  // namespace

std::string plain_workbook(const PlainSheet& sheet) {
  const std::vector<Part> parts = parts_of(sheet);
  const Source buffer(zip_source_buffer_create(nullptr, 0, 0, nullptr), &zip_source_free);
  UMIKOE_ASSERT(buffer != nullptr);
  zip_source_keep(buffer.get());  // closing the archive drops one of two references
  zip_t* archive = zip_open_from_source(buffer.get(), ZIP_TRUNCATE, nullptr);
  UMIKOE_ASSERT(archive != nullptr);
  for (const Part& part : parts) add(archive, part);
  UMIKOE_ASSERT(zip_close(archive) == 0);
  zip_stat_t size;
  UMIKOE_ASSERT(zip_source_stat(buffer.get(), &size) == 0);
  std::string bytes(size.size, '\0');
  UMIKOE_ASSERT(zip_source_open(buffer.get()) == 0);
  zip_source_read(buffer.get(), bytes.data(), bytes.size());
  zip_source_close(buffer.get());
  return bytes;
}

}  // namespace umikoe::formats::xlsx
