#pragma once

#include <vector>

#include "catalogue/online_video.h"
#include "demand/video_views.h"
#include "formats/byte_source.h"
#include "formats/delivery_counts.h"
#include "formats/recognise.h"
#include "rights/service_asset.h"
#include "rights/sighting.h"

namespace umikoe::formats::services {

// What a service's own exports say about recordings, videos and what it holds of them.
struct ServiceReport {
  std::vector<catalogue::OnlineVideo> videos;
  std::vector<rights::ServiceAsset> assets;
  std::vector<demand::VideoViews> views;
  std::vector<rights::Sighting> sightings;
  DeliveryCounts counts;
  std::vector<Finding> findings;
};
// Contents only where there is no error.
struct ServiceReportResult {
  ServiceReport contents;
  std::vector<Error> errors;
};

// The day such an export is of, where it does not say so itself: from the file's name, or assumed
// to be the day it came, which is a finding.
struct ReportDay {
  Date day;
  bool assumed = true;
};

// YouTube Data API videos.list: one response, an array of responses or of videos, or one of either
// per line. Errors: json_invalid, limit_exceeded, encoding_invalid and those of single values.
ServiceReportResult read_youtube_videos(const ByteSource& source, ReportDay day);

// The CSV exports: assets, claims, ownership conflicts and views of YouTube content owners, Apple's
// catalogue report, availability lists of any service (docs/formats.md).
ServiceReportResult read_service_table(Format format, const ByteSource& source, ReportDay day);

}  // namespace umikoe::formats::services
