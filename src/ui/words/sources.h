#pragma once
// How long advice holds, what a parameter is and who says so, in the words of the language.

#include "ui/ui.h"

#include <string>
#include <vector>

namespace rt {

// "48 hours", "7 days", "2 weeks": how long after the treatment. `hours` above 0.
std::string span_text(const Ui &, double hours);
// The same as the moment at which it ends, where the treatment has a date.
std::string end_text(const Ui &, double hours);

// "22.5 hours (10–30)"
std::string parameter_text(const Ui &, const SourcedParameter &);

// The studies behind rows of the evidence, each once; assumptions and conventions in words.
std::vector<std::string> source_texts(const Ui &, const std::vector<std::string> &sources);

// A date of the content, "2026-11-22", as the visitor's language writes it.
std::string date_text(const Ui &, std::string_view date);
// "Model 1.0.0, reviewed 20 November 2026. …"
std::string version_text(const Ui &);

} // namespace rt
