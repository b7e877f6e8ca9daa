// The description of the interface: the OpenAPI document that is part of the program, and a page of the same to read.
#pragma once

#include <QtCore/QByteArray>

namespace foyer::server {

QByteArray openApiDocument();
/// HTML, made from the document.
QByteArray docsPage();

} // namespace foyer::server
