// The command `recovery skin`, as it is built: lines on its standard input, answers and exit code.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include <cstdio>
#include <string>
#include <sys/wait.h>
#include <vector>

namespace {

struct Run {
  std::vector<std::string> lines;
  int code = -1;
};

// RT_RECOVERY is the program's path.
Run recovery(const std::string &arguments, const std::string &input) {
  Run run;
  const std::string command =
      "printf '%s' '" + input + "' | '" RT_RECOVERY "' " + arguments + " 2>&1";
  FILE *pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string line;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    run.lines.push_back(line);
    line.clear();
  }
  run.code = WEXITSTATUS(pclose(pipe));
  return run;
}

double at(const nlohmann::json &answer, const char *key, int index) {
  return answer.at(key).at(static_cast<std::size_t>(index)).get<double>();
}

} // namespace

TEST_CASE("recovery skin tells the published colors of a tone with redness") {
  const Run run =
      recovery("skin", "{\"tone\": 3, \"redness\": 0.5}\n\n{\"melanin_fraction\": 0.258}\n");
  CHECK(run.code == 0);
  REQUIRE(run.lines.size() == 2);
  const auto red = nlohmann::json::parse(run.lines[0]);
  CHECK(at(red, "linear_rgb", 0) == doctest::Approx(0.4398).epsilon(0.0003));
  CHECK(at(red, "lab", 0) == doctest::Approx(58.63).epsilon(0.001));
  CHECK(at(red, "lab", 1) == doctest::Approx(16.20).epsilon(0.003));
  CHECK(red.at("srgb") == nlohmann::json::parse("[177, 130, 117]"));
  CHECK(red.at("melanin_fraction") == 0.0168);
  const auto deep = nlohmann::json::parse(run.lines[1]);
  CHECK(deep.at("srgb") == nlohmann::json::parse("[89, 57, 42]"));
  CHECK(deep.at("shown_srgb") == nlohmann::json::parse("[102, 67, 50]"));
}

TEST_CASE("recovery skin takes bruises: a fresh pinpoint and a yellow patch on light skin") {
  const Run run =
      recovery("skin", "{\"tone\": 2, \"bruise_blood\": 0.15, \"bruise_saturation\": 0.6}\n"
                       "{\"tone\": 2, \"bruise_blood\": 0.006, \"bruise_saturation\": 0.3, "
                       "\"bilirubin_molar\": 0.00015}\n");
  CHECK(run.code == 0);
  REQUIRE(run.lines.size() == 2);
  CHECK(nlohmann::json::parse(run.lines[0]).at("srgb") == nlohmann::json::parse("[147, 94, 99]"));
  CHECK(nlohmann::json::parse(run.lines[1]).at("srgb") == nlohmann::json::parse("[172, 143, 106]"));
}

TEST_CASE("recovery skin refuses what makes no sense with key and range, and goes on") {
  const Run run = recovery("skin", "{\"redness\": 1.5}\n{\"color\": 1}\n[1]\n{\"tone\": \n"
                                   "{\"tone\": 2, \"melanin_fraction\": 0.1}\n{\"tone\": 1}\n");
  CHECK(run.code == 2);
  std::vector<nlohmann::json> answers;
  for (const std::string &line : run.lines)
    if (line.starts_with("{")) answers.push_back(nlohmann::json::parse(line));
  REQUIRE(answers.size() == 6);
  const auto path = [&](std::size_t i) {
    return answers[i].at("errors").at(0).at("path").get<std::string>();
  };
  CHECK(path(0) == "/redness");
  CHECK(answers[0].at("errors").at(0).at("reason") == "must be a number from 0 to 1");
  CHECK(path(1) == "/color");
  CHECK(path(2) == "/");
  CHECK(path(3).starts_with("column"));
  CHECK(path(4) == "/tone");
  CHECK(answers[4].at("line") == 5);
  CHECK(answers[5].contains("lab"));
}

TEST_CASE("recovery --help names each key of the skin and each of its colors") {
  std::string all;
  for (const std::string &line : recovery("skin --help", "").lines) all += line + "\n";
  for (const char *key :
       {"tone", "melanin_fraction", "redness", "bruise_blood", "bruise_saturation",
        "bilirubin_molar", "undertone_blood", "flakes", "linear_rgb", "srgb", "lab", "shown_srgb"})
    CHECK(all.find(std::string("\n  ") + key + " ") != std::string::npos);
  CHECK(recovery("skin more", "").code == 1);
}
