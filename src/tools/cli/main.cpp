// The command-line tool `recovery`.

#include "tools/baseline/baseline.h"
#include "tools/cli/answer.h"
#include "tools/cli/check.h"
#include "tools/cli/embedded_content.h"
#include "tools/cli/help.h"
#include "tools/cli/skin.h"
#include "tools/files.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <optional>
#include <span>

namespace {

using namespace rt;

constexpr int kWrongUse = 1, kRefused = 2;

struct Options {
  std::size_t people = kPopulationSize;
  std::uint64_t seed = kPopulationSeed;
  std::string model_file; // empty: the built-in one
};

template <class Number>
bool read_number(std::string_view text, Number low, Number high, Number &out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= low && out <= high;
}

// Nothing when it cannot be read; that is told.
std::optional<std::string> readable(const std::string &name) {
  std::optional<std::string> text = tool::file_text(name);
  if (!text) std::fprintf(stderr, "recovery: %s: cannot be read\n", name.c_str());
  return text;
}

// Nothing when the words make no sense; the reason is told.
std::optional<Options> read_options(std::span<char *> words) {
  Options options;
  for (std::size_t i = 0; i < words.size(); i += 2) {
    const std::string_view name = words[i];
    if (i + 1 == words.size()) {
      std::fprintf(stderr, "recovery: %s: not an option, or its value is missing\n", words[i]);
      return std::nullopt;
    }
    const std::string_view value = words[i + 1];
    bool good = true;
    if (name == "--people")
      good = read_number<std::size_t>(value, 500, 20000, options.people);
    else if (name == "--seed")
      good = read_number<std::uint64_t>(value, 0, UINT64_MAX, options.seed);
    else if (name == "--model")
      options.model_file = value;
    else
      good = false;
    if (!good) {
      std::fprintf(stderr, "recovery: %s %s: see recovery --help for options and their range\n",
                   words[i], words[i + 1]);
      return std::nullopt;
    }
  }
  return options;
}

std::optional<Content> load_content(const Options &options) {
  std::string model(tool::kModelJson);
  if (!options.model_file.empty()) {
    std::optional<std::string> text = readable(options.model_file);
    if (!text) return std::nullopt;
    model = std::move(*text);
  }
  std::vector<Diagnostic> diagnostics;
  Result<Content> content = read_content({model, tool::words_of("en"), {}}, diagnostics);
  if (!content) {
    std::fprintf(stderr, "recovery: %s: %s\n", content.error().where.c_str(),
                 content.error().what.c_str());
    return std::nullopt;
  }
  return std::move(content).take();
}

// One line in, one line out; `answer(text, refused)` is asked for each that is not empty.
template <class Answer> int answer_lines(Answer answer) {
  bool all_answered = true;
  std::string text;
  for (std::size_t line = 1; std::getline(std::cin, text); ++line) {
    if (text.find_first_not_of(" \t\r") == std::string::npos) continue;
    std::vector<Error> refused;
    std::string out = answer(text, refused);
    if (!refused.empty()) {
      all_answered = false;
      out = tool::error_line(line, refused);
      for (const Error &error : refused)
        std::fprintf(stderr, "recovery: line %zu: %s: %s\n", line, tool::path_of(error).c_str(),
                     error.what.c_str());
    }
    out += '\n';
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fflush(stdout);
  }
  return all_answered ? 0 : kRefused;
}

int project_lines(const Options &options) {
  const std::optional<Content> content = load_content(options);
  if (!content) return kWrongUse;
  const Population people = draw_population(content->parameters, options.people, options.seed);
  return answer_lines([&](std::string_view text, std::vector<Error> &refused) {
    return tool::answer(*content, people, TimeAxis{}, text, refused);
  });
}

int check_lines() {
  const std::optional<Content> content = load_content({});
  if (!content) return kWrongUse;
  return answer_lines([&](std::string_view text, std::vector<Error> &) {
    return tool::check_answer(*content, text);
  });
}

// recovery baseline [clinic.json] [--language en]
int baseline(std::span<char *> words) {
  std::string clinic, language = "en";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    if (word == "--language" && i + 1 < words.size()) {
      language = words[++i];
    } else if (word.starts_with("-") || !clinic.empty()) {
      std::fprintf(stderr, "recovery: %s: see recovery --help for options\n", words[i]);
      return kWrongUse;
    } else {
      std::optional<std::string> text = readable(words[i]);
      if (!text) return kWrongUse;
      clinic = std::move(*text);
    }
  }
  const std::string_view spoken = tool::words_of(language);
  if (spoken.empty()) {
    std::fprintf(stderr, "recovery: --language %s: there are words for", language.c_str());
    for (const tool::Words &one : tool::all_words())
      std::fprintf(stderr, " %s", std::string(one.language).c_str());
    std::fputs("\n", stderr);
    return kWrongUse;
  }
  std::vector<Diagnostic> found;
  const Result<std::string> html = tool::baseline({tool::kModelJson, spoken, clinic}, found);
  for (const auto &[warning, error] : found)
    std::fprintf(stderr, "recovery: %s: %s\n", error.where.c_str(), error.what.c_str());
  if (!html) {
    std::fprintf(stderr, "recovery: %s: %s\n", html.error().where.c_str(),
                 html.error().what.c_str());
    return kWrongUse;
  }
  const std::string style(tool::kShortCss);
  std::fprintf(stdout, "<style>\n%s</style>\n%s", style.c_str(), html.value().c_str());
  const bool refused =
      std::any_of(found.begin(), found.end(), [](const Diagnostic &one) { return !one.warning; });
  return refused ? kRefused : 0;
}

void help() {
  std::fputs(tool::kHelp, stdout);
  std::fputs("\n", stdout);
  std::fputs(tool::kSkinHelp, stdout);
  std::fputs("\n", stdout);
  std::fputs(tool::kCheckHelp, stdout);
  std::fputs(tool::kBaselineHelp, stdout);
}

} // namespace

int main(int count, char **words) {
  const std::string_view command = count > 1 ? words[1] : "";
  const std::string_view first = count > 2 ? words[2] : "";
  const bool known =
      command == "project" || command == "skin" || command == "check" || command == "baseline";
  if (command == "--help" || command == "-h" || command == "help" || (known && first == "--help")) {
    help();
    return 0;
  }
  if (command == "skin" && count == 2) return answer_lines(tool::skin_answer);
  if (command == "check" && count == 2) return check_lines();
  const std::span<char *> rest(words + std::min(count, 2),
                               static_cast<std::size_t>(std::max(0, count - 2)));
  if (command == "baseline") return baseline(rest);
  if (command != "project") {
    std::fputs(tool::kUsage, stderr);
    return kWrongUse;
  }
  const std::optional<Options> options = read_options(rest);
  return options ? project_lines(*options) : kWrongUse;
}
