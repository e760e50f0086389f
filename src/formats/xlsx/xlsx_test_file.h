#pragma once

#include <zip.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "formats/xlsx/xlsx_reader.h"

// Makes small workbooks for tests and fuzzing.
namespace umikoe::formats::xlsx {

// One cell: its attributes besides the reference, and its inside as XML. Both empty: no cell.
struct TestCell {
  std::string attributes;
  std::string inside;
};
struct TestSheet {
  std::string name = "Sheet1";
  std::vector<std::vector<TestCell>> rows = {};
  std::vector<std::string> merged = {};  // "A1:C1"
  bool hidden = false;
};
struct TestWorkbook {
  std::vector<TestSheet> sheets = {};
  std::vector<std::string> shared = {};   // the inside of each <si>
  std::vector<std::string> formats = {};  // codes of style 1, 2, …; style 0 is General
  bool from_1904 = false;
};
struct TestPart {
  std::string name;
  std::string bytes;
};

inline std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '"') {
      out += "&quot;";
    } else {
      out += c;
    }
  }
  return out;
}

inline TestCell text_cell(const std::string& text) {
  if (text.empty()) return {};
  return {"t=\"inlineStr\"", "<is><t xml:space=\"preserve\">" + escaped(text) + "</t></is>"};
}
inline TestCell shared_cell(size_t index) {
  return {"t=\"s\"", "<v>" + std::to_string(index) + "</v>"};
}
inline TestCell number_cell(const std::string& stored, int style = 0) {
  return {"s=\"" + std::to_string(style) + "\"", "<v>" + stored + "</v>"};
}

inline std::string sheet_xml(const TestSheet& sheet) {
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet "
      "xmlns=\"http://schemas.openxmlformats."
      "org/spreadsheetml/2006/main\"><sheetData>";
  for (size_t r = 0; r < sheet.rows.size(); ++r) {
    const std::string row = std::to_string(r + 1);
    xml += "<row r=\"" + row + "\">";
    for (size_t c = 0; c < sheet.rows[r].size(); ++c) {
      const TestCell& cell = sheet.rows[r][c];
      if (cell.attributes.empty() && cell.inside.empty()) continue;
      xml += "<c r=\"" + column_name(static_cast<long>(c) + 1) + row + "\" " + cell.attributes +
             ">" + cell.inside + "</c>";
    }
    xml += "</row>";
  }
  xml += "</sheetData>";
  if (!sheet.merged.empty()) {
    xml += "<mergeCells>";
    for (const auto& range : sheet.merged) xml += "<mergeCell ref=\"" + range + "\"/>";
    xml += "</mergeCells>";
  }
  return xml + "</worksheet>";
}

inline std::vector<TestPart> parts_of(const TestWorkbook& workbook) {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string main =
      "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"" + office +
      "\"";
  const std::string relations =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  std::string sheets;
  std::string targets;
  std::vector<TestPart> parts;
  for (size_t i = 0; i < workbook.sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    sheets += "<sheet name=\"" + escaped(workbook.sheets[i].name) + "\" sheetId=\"" + number +
              "\"" + (workbook.sheets[i].hidden ? " state=\"hidden\"" : "") + " r:id=\"rId" +
              number + "\"/>";
    targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + office +
               "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
    parts.push_back({"xl/worksheets/sheet" + number + ".xml", sheet_xml(workbook.sheets[i])});
  }
  std::string formats;
  std::string styles = "<xf numFmtId=\"0\"/>";
  for (size_t i = 0; i < workbook.formats.size(); ++i) {
    const std::string id = std::to_string(164 + i);
    formats +=
        "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + escaped(workbook.formats[i]) + "\"/>";
    styles += "<xf numFmtId=\"" + id + "\"/>";
  }
  std::string shared;
  for (const auto& text : workbook.shared) shared += "<si>" + text + "</si>";
  parts.push_back({"xl/styles.xml", "<styleSheet " + main + "><numFmts>" + formats +
                                        "</numFmts><cellXfs>" + styles +
                                        "</cellXfs></styleSheet>"});
  parts.push_back({"xl/sharedStrings.xml", "<sst " + main + ">" + shared + "</sst>"});
  parts.push_back({"xl/workbook.xml", "<workbook " + main + "><workbookPr" +
                                          std::string(workbook.from_1904 ? " date1904=\"1\"" : "") +
                                          "/><sheets>" + sheets + "</sheets></workbook>"});
  parts.push_back({"xl/_rels/workbook.xml.rels",
                   relations + targets + "<Relationship Id=\"rIdA\" Type=\"" + office +
                       "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdB\" Type=\"" +
                       office + "/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/>" +
                       "</Relationships>"});
  parts.push_back({"_rels/.rels", relations + "<Relationship Id=\"rId1\" Type=\"" + office +
                                      "/officeDocument\" Target=\"xl/workbook.xml\"/>" +
                                      "</Relationships>"});
  return parts;
}

inline std::string zip_of(const std::vector<TestPart>& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* buffer = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(buffer);
  zip_t* archive = zip_open_from_source(buffer, ZIP_TRUNCATE, &error);
  UMIKOE_ASSERT(archive != nullptr);
  for (const TestPart& part : parts) {
    zip_source_t* source = zip_source_buffer(archive, part.bytes.data(), part.bytes.size(), 0);
    const zip_int64_t index = zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8);
    zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 0, 0);  // the same bytes each day
  }
  UMIKOE_ASSERT(zip_close(archive) == 0);
  zip_stat_t size;
  zip_source_stat(buffer, &size);
  std::string bytes(size.size, '\0');
  zip_source_open(buffer);
  zip_source_read(buffer, bytes.data(), bytes.size());
  zip_source_close(buffer);
  zip_source_free(buffer);
  zip_error_fini(&error);
  return bytes;
}

inline std::string file_of(const TestWorkbook& workbook) { return zip_of(parts_of(workbook)); }

// One sheet of plain texts, as most tests want it.
inline std::string file_of_texts(const std::vector<std::vector<std::string>>& rows) {
  TestSheet sheet;
  for (const auto& row : rows) {
    sheet.rows.emplace_back();
    for (const auto& text : row) sheet.rows.back().push_back(text_cell(text));
  }
  return file_of({.sheets = {sheet}});
}

inline Result<Workbook> open_bytes(std::string bytes) {
  return Workbook::open(std::make_shared<const std::string>(std::move(bytes)));
}

}  // namespace umikoe::formats::xlsx
