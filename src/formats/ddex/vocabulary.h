#pragma once

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string_view>

// The names of ERN, each sorted: a name's number is its place in the three lists.
namespace umikoe::formats::ddex::vocabulary {

// One name a line would be six hundred.
// clang-format off

// The element names of ERN 3.3 to 3.8.3. The 3.x standard is closed, so a name it does not have is
// a slip of the sender.
inline constexpr std::string_view ern3[] = {
    "AbbreviatedName", "AccessBlockingRequested", "AccessLimitation", "AdditionalRoles",
    "AdministratingRecordCompany", "AllDealsCancelled", "ArtistDelegatedUsageRights",
    "ArtistProfilePage", "ArtistRole", "AspectRatio", "AudioBitRate", "AudioBitsPerSample",
    "AudioCodecType", "AudioSamplingRate", "AvRating", "BitRate", "BitsPerSample",
    "BottomRightCorner", "BulkOrderWholesalePricePerUnit", "CLine", "CLineCompany", "CLineText",
    "CarrierType", "CatalogNumber", "Character", "Citizenship", "ClipPreviewStartDate",
    "ClipPreviewStartDateTime", "CodingType", "Collection", "CollectionCollectionReference",
    "CollectionCollectionReferenceList", "CollectionDetailsByTerritory", "CollectionId",
    "CollectionList", "CollectionReference", "CollectionResourceReference",
    "CollectionResourceReferenceList", "CollectionType", "CollectionWorkReference",
    "CollectionWorkReferenceList", "ColorDepth", "Comment", "CommercialModelType",
    "ComposerCatalogNumber", "Condition", "ConsumerFulfillmentDate", "ConsumerRentalPeriod",
    "ContactInformation", "ContainerFormat", "Contributor", "CourtesyLine",
    "CoverArtPreviewStartDate", "CoverArtPreviewStartDateTime", "CreationDate", "Cue",
    "CueCreationReference", "CueOrigin", "CueResourceReference", "CueSheet", "CueSheetId",
    "CueSheetList", "CueSheetReference", "CueSheetType", "CueThemeType", "CueUseType",
    "CueVisualPerceptionType", "CueVocalType", "CueWorkReference", "Date", "DateAndPlaceOfBirth",
    "DateAndPlaceOfDeath", "DateTime", "Deal", "DealList", "DealReference",
    "DealReleaseReference", "DealResourceReference", "DealTechnicalResourceDetailsReference",
    "DealTechnicalResourceDetailsReferenceList", "DealTerms", "Description", "DisplayArtist",
    "DisplayArtistName", "DisplayComposer", "DisplayConductor", "DistributionChannel",
    "DistributionChannelPage", "DistributionChannelType", "DrmEnforcementType", "DrmPlatformType",
    "Duration", "DurationOfMusicalContent", "DurationUsed", "EIDR", "EffectiveDate",
    "EffectiveTransferDate", "EmailAddress", "EmbeddingAllowed", "EndDate", "EndDateTime",
    "EndPoint", "EndTime", "EquivalentReleaseReference", "ExcludedDistributionChannel",
    "ExcludedTerritoryCode", "ExpressionType", "ExternalLink", "ExternalResourceLink",
    "ExternallyLinkedResourceType", "FaxNumber", "File", "FileAvailabilityDescription",
    "FileFormat", "FileName", "FilePath", "Fingerprint", "FingerprintAlgorithmParameter",
    "FingerprintAlgorithmType", "FingerprintAlgorithmVersion", "FingerprintDataType", "FrameRate",
    "FulfillmentDate", "FullName", "FullNameAsciiTranscribed", "FullNameIndexed", "GRid", "Genre",
    "GenreText", "GlobalOriginalReleaseDate", "GlobalReleaseDate", "GoverningAgreementType",
    "HasFirstLicenseRefusal", "HasMusicalContent", "HasPreOrderFulfillment", "HashSum",
    "HashSumAlgorithmType", "HashSumDataType", "HostSoundCarrier", "ICPN", "ISAN", "ISBN", "ISMN",
    "ISRC", "ISSN", "ISWC", "Image", "ImageCodecType", "ImageDetailsByTerritory", "ImageHeight",
    "ImageId", "ImageResolution", "ImageType", "ImageWidth", "InclusionDate", "IndirectMidiId",
    "IndirectResourceContributor", "IndirectResourceContributorRole", "IndirectSheetMusicId",
    "IndirectSoftwareId", "IndirectSoundRecordingId", "IndirectTextId",
    "IndirectUserDefinedResourceId", "IndirectVideoId", "InstantGratificationResourceList",
    "InstrumentType", "InstrumentationDescription", "IsArtistRelated", "IsBackfill",
    "IsBackground", "IsBonusResource", "IsComplete", "IsComputerGenerated", "IsContractedArtist",
    "IsDance", "IsExclusive", "IsFeaturedArtist", "IsFragment", "IsHiddenResource",
    "IsInstantGratificationResource", "IsInstrumental", "IsMedley", "IsMultiArtistCompilation",
    "IsPotpourri", "IsPreOrderDeal", "IsPreOrderIncentiveResource", "IsPreview", "IsPromotional",
    "IsRemastered", "KeyName", "Keywords", "LabelName", "LanguageOfDubbing", "LanguageOfLyrics",
    "LanguageOfPerformance", "LatestDateForPhysicalReturns", "LicenseStatus",
    "LinkedReleaseResourceReference", "MIDI", "MWLI", "MarketingComment", "MasteredDate",
    "Membership", "MembershipType", "MessageAuditTrail", "MessageAuditTrailEvent",
    "MessageControlType", "MessageCreatedDateTime", "MessageFileName", "MessageHeader",
    "MessageId", "MessageRecipient", "MessageSender", "MessageThreadId",
    "MessagingPartyDescriptor", "MidiDetailsByTerritory", "MidiId", "MidiType",
    "MusicRightsSociety", "MusicalWork", "MusicalWorkContributor", "MusicalWorkContributorRole",
    "MusicalWorkDetailsByTerritory", "MusicalWorkId", "MusicalWorkReference",
    "MusicalWorkRightsClaimType", "MusicalWorkType", "NamesAfterKeyName", "NamesBeforeKeyName",
    "Nationality", "NewReleaseMessage", "NoSilenceAfter", "NoSilenceBefore",
    "NumberOfAudioChannels", "NumberOfChannels", "NumberOfCollections",
    "NumberOfContractedArtists", "NumberOfFeaturedArtists", "NumberOfNonContractedArtists",
    "NumberOfNonFeaturedArtists", "NumberOfProductsPerCarton", "NumberOfUnitsPerPhysicalRelease",
    "NumberOfUsages", "NumberOfVoices", "OperatingSystemType", "OpusNumber", "Organization",
    "OriginalDigitalReleaseDate", "OriginalLanguage", "OriginalReleaseDate",
    "OriginalResourceReleaseDate", "OverallBitRate", "PLine", "PLineCompany", "PLineText",
    "PageName", "ParentalWarningType", "PartType", "PartyId", "PartyName", "Password",
    "PercentageUnknown", "Performance", "PerformerInformationRequired", "Period",
    "PeriodOfRightsDelegation", "PhoneNumber", "PhysicalReturns", "PhysicalReturnsAllowed",
    "PreOrderIncentiveResourceList", "PreOrderPreviewDate", "PreOrderReleaseDate",
    "PreviewDetails", "PriceInformation", "PriceRangeType", "PriceType", "PrimaryInstrumentType",
    "PrimaryRole", "PromotionalCode", "ProprietaryId", "Purpose", "RatingAgency",
    "RatingSchemeDescription", "RatingText", "Reason", "ReasonForCueSheetAbsence", "ReasonType",
    "ReferenceCreation", "ReferenceTitle", "ReferencedCreationCharacter",
    "ReferencedCreationContributor", "ReferencedCreationId", "ReferencedCreationTitle",
    "ReferencedCreationType", "ReferencedIndirectCreationContributor", "RelatedRelease",
    "RelatedReleaseOfferSet", "RelationalRelator", "Release", "ReleaseCollectionReference",
    "ReleaseCollectionReferenceList", "ReleaseDate", "ReleaseDeal", "ReleaseDescription",
    "ReleaseDetailsByTerritory", "ReleaseDisplayStartDate", "ReleaseDisplayStartDateTime",
    "ReleaseId", "ReleaseList", "ReleaseReference", "ReleaseRelationshipType",
    "ReleaseResourceReference", "ReleaseResourceReferenceList", "ReleaseResourceType",
    "ReleaseSummaryDetailsByTerritory", "ReleaseType", "RemasteredDate",
    "RepresentativeImageReference", "ResourceContainedResourceReference",
    "ResourceContainedResourceReferenceList", "ResourceContributor", "ResourceContributorRole",
    "ResourceGroup", "ResourceGroupContentItem", "ResourceGroupContentItemReleaseReference",
    "ResourceGroupReleaseReference", "ResourceGroupResourceReference",
    "ResourceGroupResourceReferenceList", "ResourceList", "ResourceMusicalWorkReference",
    "ResourceMusicalWorkReferenceList", "ResourceOmissionReason", "ResourceProcessingRequired",
    "ResourceReference", "ResourceReleaseDate", "ResourceReleaseReference", "ResourceType",
    "ResourceUsage", "RightShare", "RightShareCreationReferenceList", "RightShareId",
    "RightSharePercentage", "RightShareReference", "RightShareReleaseReference",
    "RightShareResourceReference", "RightShareUnknown", "RightShareWorkReference",
    "RightsAgreementId", "RightsClaimPolicy", "RightsClaimPolicyType", "RightsController",
    "RightsControllerRole", "RightsControllerType", "RightsType", "SICI",
    "SalesReportingProxyReleaseId", "SamplingRate", "SentOnBehalfOf", "SequenceNumber",
    "SequenceSubNumber", "Sex", "SheetMusic", "SheetMusicCodecType",
    "SheetMusicDetailsByTerritory", "SheetMusicId", "SheetMusicType", "SocietyAffiliation",
    "Software", "SoftwareDetailsByTerritory", "SoftwareId", "SoftwareType", "SoundProcessorType",
    "SoundRecording", "SoundRecordingCollectionReference",
    "SoundRecordingCollectionReferenceList", "SoundRecordingDetailsByTerritory",
    "SoundRecordingId", "SoundRecordingType", "StartDate", "StartDateTime", "StartPoint",
    "StartTime", "SubGenre", "SubTitle", "SubTitleLanguage", "SuggestedRetailPrice",
    "SyndicationAllowed", "Synopsis", "TakeDown", "TariffReference", "TechnicalImageDetails",
    "TechnicalInstantiation", "TechnicalMidiDetails", "TechnicalResourceDetailsReference",
    "TechnicalSheetMusicDetails", "TechnicalSoftwareDetails", "TechnicalSoundRecordingDetails",
    "TechnicalTextDetails", "TechnicalUserDefinedResourceDetails", "TechnicalVideoDetails",
    "Territory", "TerritoryCode", "TerritoryOfCommissioning", "TerritoryOfPerformance",
    "TerritoryOfRegistration", "TerritoryOfResidency", "TerritoryOfRightsDelegation", "Text",
    "TextCodecType", "TextDetailsByTerritory", "TextId", "TextType", "Title", "TitleText",
    "TopLeftCorner", "TrackListingPreviewStartDate", "TrackListingPreviewStartDateTime",
    "TrackNumber", "TradingName", "TransferringFrom", "TransferringTo", "URL",
    "UgcAccessPermissionRule", "Unit", "UpdateIndicator", "UsableResourceDuration", "Usage",
    "UseType", "UserCommentAllowed", "UserDefinedResource",
    "UserDefinedResourceDetailsByTerritory", "UserDefinedResourceId", "UserDefinedResourceType",
    "UserDefinedValue", "UserInterfaceType", "UserName", "UserRatingAllowed",
    "UserResponsesAllowed", "VISAN", "ValidityPeriod", "Value", "Video", "VideoBitRate",
    "VideoCodecType", "VideoCollectionReferenceList", "VideoCueSheetReference",
    "VideoDefinitionType", "VideoDetailsByTerritory", "VideoId", "VideoType", "VolumeNumberInSet",
    "WebPolicy", "WholesalePricePerUnit", "WorkList", "Year"};

// What ERN 4 has beyond them: the names of the public samples of 4.1 to 4.3, those the reader asks
// for, and others of the 4.3 standard. 4.x still grows.
inline constexpr std::string_view ern4[] = {
    "AdditionalTitle", "Affiliation", "Agency", "Algorithm", "ArtistPartyReference",
    "ArtisticRole", "AudioChannelConfiguration", "AudioChapterReference", "AvsVersionId",
    "BitDepth", "Chapter", "ChapterId", "ChapterList", "ChapterReference",
    "CharacterPartyReference", "CisacSocietyId", "ClipDetails", "ClipRelease", "ClipType",
    "CompanyName", "CompositeMusicalWorkType", "ContainsAI", "ContainsHiddenContent",
    "ContainsSamples", "ContributorPartyReference", "CoreArea", "DPID", "DataType", "Deity",
    "DelegatedUsageRights", "DeliveryFile", "DisplayArtistRole", "DisplayCreditParty",
    "DisplayCreditText", "DisplayCredits", "DisplayGenre", "DisplaySequence", "DisplaySubTitle",
    "DisplayTitle", "DisplayTitleText", "FileSize", "FingerprintValue", "FirstPublicationDate",
    "FormalTitle", "FullTrackListingPreviewStartDateTime", "GrandRights", "GroupingTitle",
    "HasForegroundVocalPerformance", "HasMadeContractedContribution",
    "HasMadeFeaturedContribution", "HasVocalPerformance", "HashSumValue", "HiResMusicDescription",
    "IPN", "ISNI", "IpiNameNumber", "IsClip", "IsCommunicatedOutOfBand", "IsCompilation",
    "IsCover", "IsDisplayedInTitle", "IsHiResMusic", "IsSingleArtistCompilation", "IsSoundtrack",
    "Movement", "NameUsedInDisplayCredit", "Narrative", "NoDisplaySequence", "OriginalBitRate",
    "OriginalSamplingRate", "Parameter", "Party", "PartyList", "PartyReference",
    "PartyRelatedPartyReference", "PartyRelationshipType", "PercentageOfRightsAssignment",
    "Performer", "Prefix", "PriceCode", "PurgeReleaseMessage", "PurgedRelease", "Raga", "Rating",
    "RecordCompanyPartyReference", "RecordingFormat", "RecordingMode", "RelatedParty",
    "RelatedReleaseReference", "RelatedResource", "ReleaseLabelReference", "ReleaseVisibility",
    "ReleaseVisibilityReference", "ResourceId", "ResourceRelatedResourceReference",
    "ResourceRelationshipType", "ResourceRightsController", "RightsControllerPartyReference",
    "Role", "Sheet", "SoundRecordingEdition", "SupplementalDocument", "SupplementalDocumentList",
    "SynopsisText", "Tala", "TargetType", "TargetURL", "TechnicalDetails", "Timing",
    "TitleDisplayInformation", "TrackRelease", "TrackReleaseVisibility", "Type", "URI", "Version",
    "VersionType", "VideoChapterReference", "VideoEdition", "VisibilityReference", "WorkId",
    "WorkRightsController"};

// Attributes that the reader asks for and that are no elements.
inline constexpr std::string_view attributes[] = {
    "ApplicableTerritoryCode", "CurrencyCode", "IsDPID", "IsDefault", "IsISNI",
    "IsInOriginalLanguage", "IsMainRelease", "IsReplaced", "LanguageAndScriptCode", "Namespace",
    "ReleaseProfileVersionId", "TitleType", "UnitOfMeasure"};

// clang-format on

static_assert(std::ranges::is_sorted(ern3));
static_assert(std::ranges::is_sorted(ern4));
static_assert(std::ranges::is_sorted(attributes));

inline constexpr uint32_t ern3_end = 1 + std::size(ern3);
inline constexpr uint32_t ern4_end = ern3_end + std::size(ern4);
inline constexpr uint32_t end = ern4_end + std::size(attributes);

// From 1 on; 0 for a name that is not in the lists.
constexpr uint32_t number_of(std::string_view name) {
  const auto place = [&](const auto& list) {
    return static_cast<uint32_t>(std::ranges::lower_bound(list, name) - std::begin(list));
  };
  if (const auto at = place(ern3); at < std::size(ern3) && ern3[at] == name) return 1 + at;
  if (const auto at = place(ern4); at < std::size(ern4) && ern4[at] == name) return ern3_end + at;
  const auto at = place(attributes);
  return at < std::size(attributes) && attributes[at] == name ? ern4_end + at : 0;
}

constexpr std::string_view text_of(uint32_t number) {
  if (number == 0 || number >= end) return {};
  if (number < ern3_end) return ern3[number - 1];
  return number < ern4_end ? ern4[number - ern3_end] : attributes[number - ern4_end];
}

}  // namespace umikoe::formats::ddex::vocabulary
