#include "app/measure/panel_file.h"

#include <gtest/gtest.h>

#include <cmath>

namespace umikoe::app {
namespace {

using impact::Observation;
using impact::Seen;

const PanelColumns usual{"unit", "week", "streams", "treated", "", 0};

Result<PanelFile> read(std::string_view csv, const PanelColumns& columns = usual,
                       const std::vector<std::string>& predictors = {}) {
  return read_panel(formats::from_memory(csv), columns, predictors);
}

Error error_of(std::string_view csv, const PanelColumns& columns = usual,
               const std::vector<std::string>& predictors = {}) {
  const auto result = read(csv, columns, predictors);
  EXPECT_FALSE(result.has_value());
  return result ? Error{} : result.error();
}

TEST(PanelFile, ReadsNumbersBoundsAndWhatIsNotKnown) {
  const auto file = read(
      "unit,week,streams,treated\n"
      "BR,10,12.5,0\n"
      "BR,9,<500,0\n"
      "MX,9,,0\n"
      "MX,10,7,1\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->panel.units, (std::vector<std::string>{"BR", "MX"}));
  // As numbers, not as texts.
  EXPECT_EQ(file->panel.times, (std::vector<std::string>{"9", "10"}));
  const std::vector<Observation> cells = {
      {Seen::below, 500}, {Seen::exactly, 12.5}, {Seen::nothing, 0}, {Seen::exactly, 7}};
  EXPECT_EQ(file->panel.cells, cells);
  EXPECT_EQ(file->panel.treated_from, (std::vector<size_t>{2, 1}));
}

TEST(PanelFile, AMissingRowIsNotKnownEither) {
  const auto file = read("unit,week,streams,treated\nA,1,5,0\nA,2,6,0\nB,2,7,0\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->panel.at(1, 0), Observation{});
}

TEST(PanelFile, TakesTheDelimiterItIsTold) {
  PanelColumns columns = usual;
  columns.delimiter = '|';
  const auto file = read("unit|week|streams|treated\nA, B|1|5|0\nC|1|6|1\n", columns);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->panel.units.front(), "A, B");
}

TEST(PanelFile, WritesYearsWithoutAFraction) {
  const auto file = read("unit,week,streams,treated\nA,1970.0,5,0.0\nA,1971.0,5,1.0\nB,1970,4,0\n");
  ASSERT_TRUE(file);
  EXPECT_EQ(file->panel.times, (std::vector<std::string>{"1970", "1971"}));
  EXPECT_EQ(file->panel.treated_from, (std::vector<size_t>{1, 2}));
}

TEST(PanelFile, NamesTheLineAndColumnOfWhatItCannotRead) {
  const std::string header = "unit,week,streams,treated\n";
  const Error text = error_of(header + "A,1,many,0\n");
  EXPECT_EQ(text.code, "panel_not_a_number");
  EXPECT_EQ(text.where.line, 2);
  EXPECT_EQ(text.where.element, "streams");

  const Error treated = error_of(header + "A,1,5,0\nA,2,5,yes\n");
  EXPECT_EQ(treated.code, "panel_treated_word");
  EXPECT_EQ(treated.where.line, 3);
  EXPECT_EQ(treated.where.element, "treated");

  EXPECT_EQ(error_of(header + ",1,5,0\n").code, "panel_cell_missing");
  EXPECT_EQ(error_of(header + "A,,5,0\n").code, "panel_cell_missing");
  EXPECT_EQ(error_of(header + "A,1,inf,0\n").code, "panel_not_a_number");
  EXPECT_EQ(error_of(header + "A,1,<0,0\n").code, "panel_not_a_number");
  EXPECT_EQ(error_of(header + "A,1,\"1,234\",0\n").code, "panel_not_a_number");
}

TEST(PanelFile, TwoRowsForOneUnitAndTimeAreNoPanel) {
  const Error twice = error_of("unit,week,streams,treated\nA,1,5,0\nB,1,5,0\nA,2,5,0\nA,1.0,6,0\n");
  EXPECT_EQ(twice.code, "panel_row_twice");
  EXPECT_EQ(twice.where.line, 5);
  EXPECT_EQ(twice.arguments.back().second, "2");
}

TEST(PanelFile, ATreatmentThatEndsIsRefused) {
  const Error ends = error_of("unit,week,streams,treated\nA,1,5,1\nA,2,5,0\nB,1,5,0\n");
  EXPECT_EQ(ends.code, "panel_treated_ends");
  EXPECT_EQ(ends.where.line, 3);
}

TEST(PanelFile, EmptyFilesAndMissingColumns) {
  EXPECT_EQ(error_of("").code, "file_empty");
  EXPECT_EQ(error_of("unit,week,streams,treated\n").code, "panel_no_rows");
  const Error missing = error_of("unit,week,plays,treated\nA,1,5,0\n");
  EXPECT_EQ(missing.code, "panel_column_missing");
  EXPECT_EQ(missing.where.line, 1);
  EXPECT_EQ(error_of("unit,week,streams,streams,treated\nA,1,5,5,0\n").code, "panel_column_twice");
  EXPECT_EQ(error_of("unit,week,streams,treated\nA,1,5,0\n", usual, {"gdp"}).code,
            "panel_column_missing");
}

TEST(PanelFile, AUnitStaysInItsGroup) {
  PanelColumns columns = usual;
  columns.group = "region";
  const std::string header = "unit,week,streams,treated,region\n";
  const auto file = read(header + "A,1,5,0,Asia\nB,1,5,1,Europe\n", columns);
  ASSERT_TRUE(file);
  EXPECT_EQ(file->panel.groups, (std::vector<std::string>{"Asia", "Europe"}));
  EXPECT_EQ(error_of(header + "A,1,5,0,Asia\nA,2,5,0,Europe\n", columns).code,
            "panel_group_differs");
}

constexpr std::string_view predictors_csv =
    "unit,week,streams,treated,gdp\n"
    "A,1,5,0,10\nA,2,6,0,\nB,1,5,0,30\nB,2,7,0,50\nC,1,1,0,\nC,2,1,0,\n";

PredictorsSpec spec_of(std::string_view json) {
  const auto spec = parse_predictors_spec(json);
  EXPECT_TRUE(spec.has_value()) << (spec ? "" : spec.error().code);
  return spec ? *spec : PredictorsSpec{};
}

TEST(PanelFile, APredictorIsTheMeanOfWhatIsKnown) {
  auto file = read(predictors_csv, usual, {"gdp"});
  ASSERT_TRUE(file);
  const auto spec = spec_of(
      R"({"fit":[1],"effect":[2],"treated_unit":"B",
          "predictors":[{"column":"gdp","times":[1,2]}]})");
  ASSERT_TRUE(mark_treated(file->panel, spec));
  EXPECT_EQ(file->panel.treated_from, (std::vector<size_t>{2, 1, 2}));
  const auto predictors = make_predictors(*file, spec);
  ASSERT_TRUE(predictors);
  EXPECT_EQ(predictors->values(0, 0), 10);
  EXPECT_EQ(predictors->values(0, 1), 40);
  EXPECT_TRUE(std::isnan(predictors->values(0, 2)));
}

TEST(PanelFile, ASpecMustFitItsPanel) {
  auto file = read(predictors_csv, usual, {"gdp"});
  ASSERT_TRUE(file);
  auto spec = spec_of(
      R"({"fit":[1],"effect":[2],"predictors":[{"column":"gdp","times":[1]}],"treated_unit":"Z"})");
  EXPECT_EQ(mark_treated(file->panel, spec).error().code, "panel_unit_unknown");
  spec.treated_unit = "A";
  spec.treated_from = "3";
  EXPECT_EQ(mark_treated(file->panel, spec).error().code, "panel_time_unknown");
  spec.treated_from = "2";
  ASSERT_TRUE(mark_treated(file->panel, spec));
  spec.predictors[0].times = {"2"};
  EXPECT_EQ(make_predictors(*file, spec).error().code, "predictor_unknown");
  spec.predictors[0].times = {"1999"};
  EXPECT_EQ(make_predictors(*file, spec).error().code, "panel_time_unknown");
}

TEST(PredictorsSpec, SaysWhereItIsWrong) {
  const auto error = [](std::string_view json) { return parse_predictors_spec(json).error(); };
  EXPECT_EQ(error("").code, "spec_not_json");
  EXPECT_EQ(error("[]").code, "spec_not_json");
  EXPECT_EQ(error("{}").code, "spec_field_missing");
  EXPECT_EQ(error("{}").where.element, "/fit");
  EXPECT_EQ(error(R"({"fit":[],"effect":[1]})").code, "spec_field_wrong");
  EXPECT_EQ(error(R"({"fit":[1],"effect":[2]})").where.element, "/predictors");
  EXPECT_EQ(error(R"({"fit":[1],"effect":[2],"predictors":[{"column":"a","times":[true]}]})")
                .where.element,
            "/predictors/0/times/0");
  EXPECT_EQ(error(R"({"fit":[1,1.0],"effect":[2],"predictors":[]})").code, "spec_time_twice");
  EXPECT_EQ(error(R"({"fit":[1],"effect":[2],"predictors":[{"column":"a","times":[1]}],
                      "train":{"fit":[1],"predictors":[{"column":"a","times":[1]},
                                                       {"column":"b","times":[1]}]}})")
                .code,
            "spec_train_differs");
}

TEST(PredictorsSpec, TimesMayBeNumbersOrWords) {
  const auto spec = spec_of(
      R"({"fit":[1990.0,"2026-W12"," 5 "],"effect":[2],
          "predictors":[{"column":"a","times":[1]}]})");
  EXPECT_EQ(spec.fit, (std::vector<std::string>{"1990", "2026-W12", "5"}));
}

}  // namespace
}  // namespace umikoe::app
