#include "demand/repertoire_places.h"

#include <gtest/gtest.h>

#include <array>

namespace umikoe::demand {
namespace {

TerritoryCode place(const char* code) { return *TerritoryCode::parse(code); }
std::optional<Isrc> isrc(const char* text) { return Isrc::parse(text); }

TEST(RepertoirePlaces, AnIsrcNamesWhereItWasRegistered) {
  EXPECT_EQ(registered_in(*isrc("JPZ9D1800352")), place("JP"));
  EXPECT_EQ(registered_in(*isrc("KRA301900001")), place("KR"));
  for (const char* american : {"USRC17607839", "QM0000000001", "QT0000000001", "QZ0000000001"}) {
    EXPECT_EQ(registered_in(*isrc(american)), place("US"));
  }
  EXPECT_EQ(registered_in(*isrc("TCA000000001")), place("TC"));
  EXPECT_EQ(registered_in(*isrc("ZZA000000001")), std::nullopt);
}

TEST(RepertoirePlaces, WhatHasNoOriginOnFileStaysUnknown) {
  const std::array held = {HeldPlace{place("KR"), isrc("JPZ9D1800352"), 10},
                           HeldPlace{place("KR"), isrc("KRA301900001"), 25},
                           HeldPlace{place("KR"), std::nullopt, 60},
                           HeldPlace{place("BR"), isrc("ZZA000000001"), 5},
                           HeldPlace{place("JP"), isrc("JPZ9D1800352"), 999},
                           HeldPlace{place("TH"), isrc("JPZ9D1800352"), 0}};
  const auto found = repertoire_places(held, place("JP"));
  ASSERT_EQ(found.size(), 3u);  // home and places of no day are not abroad's
  EXPECT_EQ(found[0].territory, std::nullopt);
  EXPECT_EQ(found[0].days, 100);
  EXPECT_EQ(found[0].by_origin.at(place("JP")), 10);
  EXPECT_EQ(found[0].unknown, 65);
  EXPECT_EQ(found[0].share(10), 0.1);
  for (const RepertoirePlaces& sum : found) {
    int64_t known = 0;
    for (const auto& [origin, days] : sum.by_origin) known += days;
    EXPECT_EQ(known + sum.unknown, sum.days);
  }
  EXPECT_EQ(found[2].territory, place("KR"));
}

TEST(RepertoirePlaces, OfNoChartsThereIsNoShare) {
  const auto found = repertoire_places({}, place("JP"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].share(0), std::nullopt);
}

}  // namespace
}  // namespace umikoe::demand
