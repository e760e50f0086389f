#pragma once

#include <string>

#include "app/demo/model.h"
#include "formats/xml_text.h"

// Writes what a label's system would send: genuine ERN messages of the release's version.
namespace umikoe::app::demo {

using formats::XmlText;

std::string ern_message(const Release& release, const Sending& sending);

// The two generations of the standard, and what they have in common.
void write_new_release_4(XmlText& xml, const Release& release, const Sending& sending);
void write_new_release_3(XmlText& xml, const Release& release, const Sending& sending);
void write_header(XmlText& xml, const Release& release, const Sending& sending);

std::string duration_text(int seconds);  // PT3M20S
std::string file_name(const Release& release, const Track& track, size_t track_index);
std::string reference(char letter, size_t number);
XmlText::Attributes form_attributes(const Form& form);

}  // namespace umikoe::app::demo
