#pragma once

#include "stores/codec.h"

// Every stored struct's fields, named once: the same list writes and reads.
namespace umikoe::stores {

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::NameForm*) {
  a("text", v.text);
  a("sub_title", v.sub_title);
  a("kind", v.kind);
  a("language", v.language);
  a("language_as_written", v.language_as_written);
  a("territories", v.territories);
  a("is_default", v.is_default);
  a("is_in_original_language", v.is_in_original_language);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::Party*) {
  a("dpid", v.dpid);
  a("isni", v.isni);
  a("party_ids", v.party_ids);
  a("name", v.name);
  a("names", v.names);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::DeclaredParty*) {
  a("party", v.party);
  a("role", v.role);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::Credit*) {
  a("party", v.party);
  a("roles", v.roles);
  a("is_display_artist", v.is_display_artist);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::Recording*) {
  a("reference", v.reference);
  a("kind", v.kind);
  a("isrc", v.isrc);
  a("type", v.type);
  a("titles", v.titles);
  a("display_artist_names", v.display_artist_names);
  a("credits", v.credits);
  a("duration_ms", v.duration_ms);
  a("asset_duration_ms", v.asset_duration_ms);
  a("is_clip", v.is_clip);
  a("parental_warnings", v.parental_warnings);
  a("languages_of_performance", v.languages_of_performance);
  a("subtitle_languages", v.subtitle_languages);
  a("is_instrumental", v.is_instrumental);
  a("contains_ai", v.contains_ai);
  a("iswcs", v.iswcs);
  a("own_ids", v.own_ids);
  a("p_line", v.p_line);
  a("c_line", v.c_line);
  a("genres", v.genres);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::Image*) {
  a("reference", v.reference);
  a("type", v.type);
  a("width_px", v.width_px);
  a("height_px", v.height_px);
  a("file", v.file);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::ReleaseIds*) {
  a("grids", v.grids);
  a("icpns", v.icpns);
  a("proprietary", v.proprietary);
  a("catalogue_number", v.catalogue_number);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::Release*) {
  a("reference", v.reference);
  a("kind", v.kind);
  a("counts_as_track_release", v.counts_as_track_release);
  a("types", v.types);
  a("ids", v.ids);
  a("titles", v.titles);
  a("display_artist_names", v.display_artist_names);
  a("resource_references", v.resource_references);
  a("track_numbers", v.track_numbers);
  a("linked_resource_references", v.linked_resource_references);
  a("label", v.label);
  a("label_territories", v.label_territories);
  a("p_line", v.p_line);
  a("c_line", v.c_line);
  a("genres", v.genres);
  a("parental_warnings", v.parental_warnings);
  a("release_date", v.release_date);
  a("original_release_date", v.original_release_date);
}

template <class Archive>
void fields(Archive& a, auto& v, const WrittenTime*) {
  a("seconds", v.seconds);
  a("local", v.local);
}

template <class Archive>
void fields(Archive& a, auto& v, const rights::ValidityPeriod*) {
  a("start", v.start);
  a("end", v.end);
}

template <class Archive>
void fields(Archive& a, auto& v, const rights::TerritoryScope*) {
  a("excluding", v.excluding);
  a("codes", v.codes);
}

// `granted` is missing on purpose: prepare() expands it again from `territory` after every load.
template <class Archive>
void fields(Archive& a, auto& v, const rights::ResourceUses*) {
  a("reference", v.reference);
  a("uses", v.uses);
}

template <class Archive>
void fields(Archive& a, auto& v, const rights::Deal*) {
  a("release_references", v.release_references);
  a("territory", v.territory);
  a("periods", v.periods);
  a("use_types", v.use_types);
  a("commercial_models", v.commercial_models);
  a("uses", v.uses);
  a("models", v.models);
  a("channels", v.channels);
  a("excluded_channels", v.excluded_channels);
  a("is_pre_order", v.is_pre_order);
  a("is_takedown", v.is_takedown);
  a("is_out_of_band", v.is_out_of_band);
  a("instant_gratification", v.instant_gratification);
  a("resource_uses", v.resource_uses);
  a("prices", v.prices);
  a("line", v.line);
}

template <class Archive>
void fields(Archive& a, auto& v, const rights::LicenceTerms*) {
  a("auto_renewal_months", v.auto_renewal_months);
  a("notice_months", v.notice_months);
  a("notice_days", v.notice_days);
  a("notice_given", v.notice_given);
  a("sell_off_days", v.sell_off_days);
  a("option", v.option);
  a("option_until", v.option_until);
  a("reversion", v.reversion);
  a("reversion_on", v.reversion_on);
}

// The delivery is a column of the row.
template <class Archive>
void fields(Archive& a, auto& v, const rights::Licence*) {
  a("document", v.document);
  a("line", v.line);
  a("isrc", v.isrc);
  a("party", v.party);
  a("grantor", v.grantor);
  a("territory", v.territory);
  a("start", v.start);
  a("end", v.end);
  a.always("uses", v.uses);  // its default is not zero
  a("exclusive", v.exclusive);
  a("right", v.right);
  a("scope", v.scope);
  a("terms", v.terms);
}

template <class Archive>
void fields(Archive& a, auto& v, const StatementBody*) {
  a("sender", v.sender);
  a("on_behalf_of", v.on_behalf_of);
  a("recipients", v.recipients);
  a("main_release", v.main_release);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::GroupMember*) {
  a("group", v.group);
  a("isrc", v.isrc);
  a("kind", v.kind);
}

template <class Archive>
void fields(Archive& a, auto& v, const catalogue::OnlineVideo*) {
  a("document", v.document);
  a("service", v.service);
  a("video_id", v.video_id);
  a("channel_id", v.channel_id);
  a("channel_name", v.channel_name);
  a("isrc", v.isrc);
  a("asset_id", v.asset_id);
  a("claim_status", v.claim_status);
  a("uploader", v.uploader);
  a("title", v.title);
  a("marks", v.marks);
  a("kind", v.kind);
  a("kind_reason", v.kind_reason);
  a("duration_ms", v.duration_ms);
  a("has_captions", v.has_captions);
  a("caption_languages", v.caption_languages);
  a("title_languages", v.title_languages);
  a("privacy", v.privacy);
  a("upload_status", v.upload_status);
  a("rejection_reason", v.rejection_reason);
  a("published_at", v.published_at);
  a("views_so_far", v.views_so_far);
  a("allowed", v.allowed);
  a("blocked", v.blocked);
  a("observed_on", v.observed_on);
}

template <class Archive>
void fields(Archive& a, auto& v, const rights::ServiceAsset*) {
  a("document", v.document);
  a("service", v.service);
  a("asset_id", v.asset_id);
  a("type", v.type);
  a("isrc", v.isrc);
  a("custom_id", v.custom_id);
  a("title", v.title);
  a("artist", v.artist);
  a("owned", v.owned);
  a("conflicting", v.conflicting);
  a("conflicting_party", v.conflicting_party);
  a("policy", v.policy);
  a("observed_on", v.observed_on);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::YenRate*) {
  a("yen_per_unit", v.yen_per_unit);
  a("source", v.source);
  a("on", v.on);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::RevenueStatement*) {
  a("document", v.document);
  a("sender", v.sender);
  a("number", v.number);
  a("payment_month", v.payment_month);
  a("currency", v.currency);
  a("stated_total", v.stated_total);
  a("lines_total", v.lines_total);
  a("lines", v.lines);
  a("lines_unknown", v.lines_unknown);
  a("unplaced", v.unplaced);
  a("lines_unplaced", v.lines_unplaced);
  a("lines_digest", v.lines_digest);
  a("rate", v.rate);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::ReportVersion*) {
  a("series", v.series);
  a("subject", v.subject);
  a("territories", v.territories);
  a("created", v.created.seconds);
  a("message_id", v.message_id);
  a("file", v.file);
  a("files", v.files);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::ViewsThere*) {
  a("territory", v.territory);
  a("views", v.views);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::VideoViews*) {
  a("document", v.document);
  a("service", v.service);
  a("video_id", v.video_id);
  a("asset_id", v.asset_id);
  a("channel_id", v.channel_id);
  a("uploader", v.uploader);
  a("claimed", v.claimed);
  a("first_day", v.first_day);
  a("last_day", v.last_day);
  a("there", v.there);
}

template <class Archive>
void fields(Archive& a, auto& v, const app::HandedReturn*) {
  a("contributor", v.contributor);
  a("period_start", v.period_start);
  a("period_end", v.period_end);
  a("body", v.body);
}

template <class Archive>
void fields(Archive& a, auto& v, const demand::Appearance*) {
  a("document", v.document);
  a("artist", v.artist);
  a("event", v.event);
  a("kind", v.kind);
  a("city", v.city);
  a.always("territory", v.territory);
  a("start", v.start);
  a("end", v.end);
  a("cancelled", v.cancelled);
  a("source", v.source);
}

// Its bytes stand in a row of their own.
template <class Archive>
void fields(Archive& a, auto& v, const app::KeptCaptions*) {
  a("isrc", v.isrc);
  a("language", v.language);
  a("format", v.format);
  a("document", v.document);
  a("sha256", v.sha256);
  a("cues", v.cues);
}

template <class Archive>
void fields(Archive& a, auto& v, const StoredBytes*) {
  a("isrc", v.isrc);
  a("base64", v.base64);
}

}  // namespace umikoe::stores
