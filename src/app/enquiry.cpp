#include "app/enquiry.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

#include "app/enquiry_letter.h"
#include "app/why_documents.h"
#include "base/sha256.h"
#include "formats/xlsx/workbook_writer.h"

namespace umikoe::app {
namespace {

using formats::xlsx::WrittenCell;
using formats::xlsx::WrittenSheet;
using messages::Language;
using messages::text;

constexpr size_t name_letters_max = 40;

std::string both(std::string_view key) {
  return text(Language::ja, key) + " / " + text(Language::en, key);
}

// Whom the letter goes to: for one's own instruction the party that carries it out.
std::string counterparty_of(const rights::Who& who, rights::PartyRef recipient,
                            const LoadedWorld& world) {
  if (who.role == rights::WhoRole::own_decision && recipient) return party_name(recipient, world);
  return who_in_words(who, world).party;
}

// Whose letters these are: the first of the world's own parties that sends or holds anything.
std::string own_name(const LoadedWorld& world) {
  for (const rights::Thread& thread : world.threads()) {
    if (world.parties().is_own(thread.party)) return party_name(thread.party, world);
  }
  for (const rights::Licence& licence : world.licences()) {
    const auto party = world.parties().find(licence.party);
    if (world.parties().is_own(party)) return party_name(party, world);
  }
  return world.info().organisation.name;
}

// Cells that read alike but for the territory.
struct Row {
  const GapCell* first = nullptr;
  std::vector<TerritoryCode> territories;
  std::optional<double> worth;
  std::string document;  // the contract, or the message that closes the delivery
};

std::string document_end_of(const Cell& cell) {
  return cell.contract_end ? cell.contract_end->plus(-1).to_string() : std::string();
}

class Rows {
 public:
  Rows(const LoadedWorld& world, const CellQuestion& question)
      : world_(world), question_(question) {}

  void add(const GapCell& gap) {
    std::string document = document_of(gap.cell);
    const auto key =
        std::tuple(gap.cell.isrc, gap.cell.link, gap.cell.reason, std::string(gap.cell.detail),
                   document, gap.worth.expected.has_value(), gap.worth.kind);
    Row& row = rows_[key];
    if (!row.first) row.first = &gap;
    row.document = std::move(document);
    row.territories.push_back(gap.cell.territory);
    if (gap.worth.expected) row.worth = row.worth.value_or(0) + *gap.worth.expected;
  }
  auto begin() const { return rows_.begin(); }
  auto end() const { return rows_.end(); }

 private:
  std::string document_of(const Cell& cell) const {
    if (cell.link == rights::LinkKind::held && !cell.contract.empty()) return cell.contract;
    const rights::Statement* statement = closing_statement(world_, cell, question_);
    return statement ? statement->document : std::string();
  }

  const LoadedWorld& world_;
  CellQuestion question_;
  std::map<std::tuple<Isrc, rights::LinkKind, rights::Reason, std::string, std::string, bool,
                      demand::WorthKind>,
           Row>
      rows_;
};

std::string reason_words(const Cell& cell) {
  std::string out = cell.reason == rights::Reason::none
                        ? both("state.unknown")
                        : both("reason." + std::string(word(cell.reason)));
  const std::string detail = "detail." + std::string(cell.detail);
  return messages::has(detail) ? out + " (" + both(detail) + ")" : out;
}

std::vector<WrittenCell> cells_of(Row row, const LoadedWorld& world, const std::string& use) {
  const Cell& cell = row.first->cell;
  const RecordingCard* card = world.card(cell.isrc);
  std::ranges::sort(row.territories, {}, &TerritoryCode::code);
  std::string codes;
  for (const auto t : row.territories) codes += (codes.empty() ? "" : " ") + std::string(t.code());
  const auto two = [](const std::string& original, const std::string& english) {
    return english.empty() || english == original ? original : original + " / " + english;
  };
  const std::string kind(word(row.first->worth.kind));
  return {{cell.isrc.to_string()},
          {card ? two(card->title, card->title_en) : ""},
          {card ? two(card->artist, card->artist_en) : ""},
          {codes},
          {"", static_cast<double>(row.territories.size())},
          {both("use." + use)},
          {reason_words(cell)},
          {row.document},
          {document_end_of(cell)},
          row.worth ? WrittenCell{"", std::round(*row.worth)} : WrittenCell{},
          {row.worth ? both("worth." + kind) : both("gap.worth_unknown")},
          {row.worth ? both("rows.unit") : ""}};
}

WrittenSheet rows_sheet(const Rows& rows, const LoadedWorld& world, const std::string& use) {
  WrittenSheet sheet;
  sheet.name = "明細 Rows";
  for (const char* column : {"isrc", "title", "artist", "territories", "count", "use", "reason",
                             "document", "until", "worth", "worth_kind", "unit_name"}) {
    const std::string key = std::string("rows.") + column;
    sheet.header.push_back(text(Language::ja, key) + "\n" + text(Language::en, key));
  }
  sheet.widths = {15, 34, 28, 40, 9, 24, 30, 26, 13, 14, 18, 26};
  for (const auto& [key, row] : rows) sheet.rows.push_back(cells_of(row, world, use));
  return sheet;
}

WrittenSheet letter_sheet(const Enquiry& enquiry, const LoadedWorld& world) {
  WrittenSheet sheet;
  sheet.name = "お問い合わせ Enquiry";
  sheet.widths = {110};
  for (const Language language : {Language::ja, Language::en}) {
    for (auto& line : letter(enquiry, world, language)) sheet.rows.push_back({{std::move(line)}});
    if (language == Language::ja) sheet.rows.insert(sheet.rows.end(), 2, {{"—"}});
  }
  return sheet;
}

}  // namespace

std::string work_list_name(size_t number, const std::string& counterparty) {
  std::string letters;
  for (const char c : counterparty) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain) letters += c;
    if (!plain && !letters.empty() && letters.back() != '-') letters += '-';
    if (letters.size() == name_letters_max) break;
  }
  while (letters.ends_with('-')) letters.pop_back();
  const std::string digits = number < 10 ? "0" + std::to_string(number) : std::to_string(number);
  return "umikoe-" + digits + (letters.empty() ? "" : "-" + letters) + "-" +
         sha256_hex(counterparty).substr(0, 6) + ".xlsx";
}

Result<std::vector<WorkList>> work_lists(const GapReport& report, const LoadedWorld& world) {
  std::vector<Enquiry> enquiries;
  std::map<std::string, size_t> place;
  for (const Decision& decision : report.decisions) {
    const std::string name = counterparty_of(decision.who, decision.recipient, world);
    const auto [at, fresh] = place.try_emplace(name, enquiries.size());
    if (fresh) enquiries.push_back({name, own_name(world), report.as_of, report.use, {}});
    enquiries[at->second].decisions.push_back(&decision);
  }
  const CellQuestion question{report.as_of, *rights::parse_use(report.use)};
  std::vector<Rows> rows(enquiries.size(), Rows(world, question));
  for (const auto* cells : {&report.cells, &report.asked}) {
    for (const GapCell& gap : *cells) {
      const auto at = place.find(counterparty_of(gap.cell.who, gap.cell.recipient, world));
      if (at != place.end()) rows[at->second].add(gap);
    }
  }
  std::vector<WorkList> out;
  for (size_t i = 0; i < enquiries.size(); ++i) {
    formats::xlsx::WrittenWorkbook book;
    book.title = "Umikoe " + report.as_of.to_string() + " " + enquiries[i].counterparty;
    book.made_on = report.as_of;
    book.sheets = {letter_sheet(enquiries[i], world), rows_sheet(rows[i], world, report.use)};
    UMIKOE_TRY(auto bytes, formats::xlsx::workbook_bytes(book));
    out.push_back({enquiries[i].counterparty, work_list_name(i + 1, enquiries[i].counterparty),
                   std::move(bytes)});
  }
  return out;
}

}  // namespace umikoe::app
