#include "formats/ddex/ern_identifiers.h"
#include "formats/ddex/ern_party.h"
#include "formats/ddex/ern_reading.h"

namespace umikoe::formats::ddex {
namespace {

Result<void> incomplete(Element at, std::string_view element) {
  return fail("ern_header_incomplete", {{"element", std::string(element)}}, at.where());
}

bool has_identity(const catalogue::Party& party) {
  return !party.keys().empty() || !party.name.empty();
}

Result<void> read_created(ErnReading& reading, Element header) {
  const Element created = header.child("MessageCreatedDateTime");
  if (created.text().empty()) return incomplete(header, "MessageCreatedDateTime");
  const auto time = WrittenTime::parse(created.text());
  if (!time) return fail("time_invalid", {{"text", std::string(created.text())}}, created.where());
  if (time->local) {
    reading.findings.add("message_time_without_zone", {{"text", std::string(created.text())}},
                         created.where());
  }
  reading.message.statement.created = Instant{time->seconds};
  return {};
}

}  // namespace

Result<void> read_header(ErnReading& reading, Element header) {
  NameReader& names = reading.names;
  rights::Statement& statement = reading.message.statement;
  statement.message_id = std::string(header.child("MessageId").text());
  if (statement.message_id.empty()) {
    reading.findings.add("message_id_missing", {}, header.where());
  }
  statement.sender = party_of(names, header.child("MessageSender"));
  if (!has_identity(statement.sender)) return incomplete(header, "MessageSender");
  if (const Element other = header.child("SentOnBehalfOf")) {
    if (auto party = party_of(names, other); has_identity(party)) {
      statement.on_behalf_of = std::move(party);
    }
  }
  for (const Element& recipient : header.children("MessageRecipient")) {
    if (auto party = party_of(names, recipient); has_identity(party)) {
      statement.recipients.push_back(std::move(party));
    }
  }
  // A statement to nobody could be in no thread: it would be stored and never asked.
  if (statement.recipients.empty()) return incomplete(header, "MessageRecipient");
  reading.message.is_test = header.child("MessageControlType").text() == "TestMessage";
  reading.has_header = true;
  return read_created(reading, header);
}

Result<void> read_purged_release(ErnReading& reading, Element release) {
  if (reading.has_purged_release) return fail("purge_ambiguous", {}, release.where());
  reading.has_purged_release = true;
  reading.message.statement.main_release = release_ids_of(reading.findings, release);
  if (reading.message.statement.main_release.keys().empty()) {
    return fail("purge_without_release_id", {}, release.where());
  }
  return {};
}

}  // namespace umikoe::formats::ddex
