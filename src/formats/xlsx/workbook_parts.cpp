#include "formats/xlsx/workbook_parts.h"

#include <charconv>

#include "formats/over_limit.h"
#include "formats/xlsx/xml_events.h"

namespace umikoe::formats::xlsx {
namespace {

Result<void> nothing_at_end(std::string_view) { return {}; }
Result<void> no_text(std::string_view) { return {}; }

int number_of(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string folder_of(const std::string& part) {
  const size_t slash = part.find_last_of('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

std::string file_of(const std::string& part) { return part.substr(folder_of(part).size()); }

// A target is relative to the part that names it, or absolute in the archive.
std::string resolved(const std::string& folder, std::string_view target) {
  if (target.starts_with('/')) return std::string(target.substr(1));
  std::string base = folder;
  while (target.starts_with("../")) {
    target.remove_prefix(3);
    base = folder_of(base.substr(0, base.empty() ? 0 : base.size() - 1));
  }
  if (target.starts_with("./")) target.remove_prefix(2);
  return base + std::string(target);
}

struct Relations {
  std::map<std::string, std::string> by_id;
  std::map<std::string, std::string> by_type;  // last word of the type -> target
};

Result<Relations> read_relations(const ZipArchive& archive, const std::string& of_part) {
  Relations relations;
  const std::string folder = folder_of(of_part);
  const std::string part = folder + "_rels/" + file_of(of_part) + ".rels";
  if (!archive.has(part)) return relations;
  UMIKOE_TRY(const auto bytes, archive.part(part));
  XmlHandlers handlers{nullptr, nothing_at_end, no_text};
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) -> Result<void> {
    if (name != "Relationship" || attributes.value("TargetMode") == "External") return {};
    const std::string target = resolved(folder, attributes.value("Target"));
    const std::string_view type = attributes.value("Type");
    const size_t slash = type.find_last_of('/');
    relations.by_id.try_emplace(std::string(attributes.value("Id")), target);
    if (slash != std::string_view::npos) {
      relations.by_type.try_emplace(std::string(type.substr(slash + 1)), target);
    }
    if (std::ssize(relations.by_id) > limits::xlsx_parts.value) {
      return std::unexpected(over_limit(limits::xlsx_parts));
    }
    return {};
  };
  UMIKOE_TRY(read_events(bytes, handlers));
  return relations;
}

Result<void> read_workbook(const ZipArchive& archive, const std::string& part,
                           const Relations& relations, WorkbookParts& parts) {
  UMIKOE_TRY(const auto bytes, archive.part(part));
  XmlHandlers handlers{nullptr, nothing_at_end, no_text};
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) -> Result<void> {
    if (name == "workbookPr") {
      const std::string_view system = attributes.value("date1904");
      parts.from_1904 = system == "1" || system == "true";
    }
    if (name != "sheet") return {};
    const auto at = relations.by_id.find(std::string(attributes.value("id")));
    // Chart sheets and sheets of lost parts hold no cells.
    if (at == relations.by_id.end() || !archive.has(at->second)) return {};
    parts.sheets.push_back(
        {std::string(attributes.value("name")), attributes.value("state").ends_with("idden")});
    parts.sheet_parts.push_back(at->second);
    if (std::ssize(parts.sheets) > limits::xlsx_parts.value) {
      return std::unexpected(over_limit(limits::xlsx_parts));
    }
    return {};
  };
  return read_events(bytes, handlers);
}

// cellXfs name number formats by id; ids from 164 are the workbook's own.
Result<void> read_styles(const ZipArchive& archive, const std::string& part, WorkbookParts& parts) {
  UMIKOE_TRY(const auto bytes, archive.part(part));
  std::map<int, NumberFormat> own;
  bool in_cell_styles = false;
  XmlHandlers handlers{nullptr, nullptr, no_text};
  handlers.start = [&](std::string_view name, const XmlAttributes& attributes) -> Result<void> {
    if (name == "numFmt") {
      own[number_of(attributes.value("numFmtId"), -1)] =
          parse_format(attributes.value("formatCode"));
    }
    if (name == "cellXfs") in_cell_styles = true;
    if (name == "xf" && in_cell_styles) {
      const int id = number_of(attributes.value("numFmtId"), 0);
      const auto at = own.find(id);
      parts.styles.push_back(at == own.end() ? built_in_format(id) : at->second);
    }
    if (std::ssize(parts.styles) + std::ssize(own) > limits::xlsx_styles.value) {
      return std::unexpected(over_limit(limits::xlsx_styles));
    }
    return {};
  };
  handlers.end = [&](std::string_view name) -> Result<void> {
    if (name == "cellXfs") in_cell_styles = false;
    return {};
  };
  return read_events(bytes, handlers);
}

}  // namespace

Result<WorkbookParts> read_parts(const ZipArchive& archive) {
  WorkbookParts parts;
  UMIKOE_TRY(const auto top, read_relations(archive, ""));
  const auto office = top.by_type.find("officeDocument");
  const std::string workbook = office == top.by_type.end() ? "xl/workbook.xml" : office->second;
  if (!archive.has(workbook)) return fail("zip_not_workbook");
  UMIKOE_TRY(const auto relations, read_relations(archive, workbook));
  UMIKOE_TRY(read_workbook(archive, workbook, relations, parts));
  const auto strings = relations.by_type.find("sharedStrings");
  if (strings != relations.by_type.end() && archive.has(strings->second)) {
    parts.strings_part = strings->second;
  }
  const auto styles = relations.by_type.find("styles");
  if (styles != relations.by_type.end() && archive.has(styles->second)) {
    UMIKOE_TRY(read_styles(archive, styles->second, parts));
  }
  return parts;
}

}  // namespace umikoe::formats::xlsx
