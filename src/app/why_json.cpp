#include "app/json.h"
#include "app/why.h"

namespace umikoe::app {
namespace {

Json who_json(const WhyAnswer::Who& who) {
  return {{"party", or_null(who.party)}, {"role", who.role}};
}

Json way_json(const WhyAnswer::Way& way) {
  return {{"link", way.link},
          {"state", way.state},
          {"reason", or_null(way.reason)},
          {"detail", or_null(way.detail)},
          {"who", who_json(way.who)}};
}

Json service_json(const WhyAnswer::Service& service) {
  return {{"service", service.name},
          {"dpid", or_null(service.dpid)},
          {"state", service.state},
          {"reason", or_null(service.reason)},
          {"detail", or_null(service.detail)},
          {"observed_on", or_null(service.observed_on)}};
}

Json document_json(const WhyAnswer::Document& document) {
  const bool licence = document.kind == "licence";
  return {{"kind", document.kind},
          {"document", document.document},
          {"message_id", or_null(document.message_id)},
          {"party", or_null(document.party)},
          {"recipient", or_null(document.recipient)},
          {"created", or_null(document.created)},
          {"territories", or_null(document.territories)},
          {"from", or_null(document.from)},
          {"until", or_null(document.until)},
          {"uses", licence ? Json(document.uses) : Json(nullptr)},
          {"exclusive", licence ? Json(document.exclusive) : Json(nullptr)},
          {"right", licence ? Json(document.right) : Json(nullptr)},
          {"scope", licence ? Json(document.scope) : Json(nullptr)},
          {"detail", or_null(document.detail)}};
}

Json link_json(const WhyAnswer::Link& link) {
  Json services = Json::array();
  for (const auto& service : link.services) services.push_back(service_json(service));
  Json documents = Json::array();
  for (const auto& document : link.documents) documents.push_back(document_json(document));
  return {{"link", link.link},
          {"state", link.state},
          {"reason", or_null(link.reason)},
          {"detail", or_null(link.detail)},
          {"services", services},
          {"documents", documents}};
}

}  // namespace

std::string why_json(const WhyAnswer& answer) {
  Json chain = Json::array();
  for (const auto& link : answer.chain) chain.push_back(link_json(link));
  Json ways = Json::array();
  for (const auto& way : answer.ways) ways.push_back(way_json(way));
  Json ask = nullptr;
  if (answer.ask)
    ask = {{"link", answer.ask->link},
           {"party", or_null(answer.ask->who.party)},
           {"role", answer.ask->who.role},
           {"detail", or_null(answer.ask->detail)}};
  Json versions = Json::array();
  for (const auto& version : answer.other_versions) {
    versions.push_back({{"isrc", version.isrc}, {"title", version.title}, {"kind", version.kind}});
  }
  Json held_back = nullptr;
  if (answer.held_back) {
    held_back = {{"kind", answer.held_back->kind},
                 {"by", answer.held_back->by},
                 {"until", answer.held_back->until},
                 {"sentence", answer.held_back->sentence}};
  }
  Json captions = Json::array();
  for (const auto& kept : answer.understood.captions) {
    captions.push_back({{"language", kept.language},
                        {"format", kept.format},
                        {"document", kept.document},
                        {"cues", kept.cues},
                        {"delivery", kept.delivery}});
  }
  Json json{{"isrc", answer.isrc},
            {"title", answer.title},
            {"artist", or_null(answer.artist)},
            {"territory", answer.territory},
            {"date", answer.date},
            {"use", answer.use},
            {"answer", answer.answer},
            {"reason", or_null(answer.reason)},
            {"detail", or_null(answer.detail)},
            {"heard", answer.heard},
            {"through", or_null(answer.through)},
            {"other_versions", versions},
            {"ask", ask},
            {"who", answer.who ? who_json(*answer.who) : Json(nullptr)},
            {"sentence", answer.sentence},
            {"chain", chain},
            {"ways", ways},
            {"held_back", held_back},
            {"understood",
             {{"understood", answer.understood.understood},
              {"language", answer.understood.language},
              {"score", answer.understood.score},
              {"missing", answer.understood.missing},
              {"sentence", or_null(answer.understood.sentence)},
              {"captions", std::move(captions)}}}};
  return dump(json);
}

}  // namespace umikoe::app
