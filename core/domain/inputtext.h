// translate(): the sentences about files that people give us. Named so that lupdate finds its calls.
#pragma once

#include <QtCore/QCoreApplication>
#include <QtCore/QString>

namespace foyer {

inline QString translate(const char *context, const char *text)
{
    return QCoreApplication::translate(context, text);
}

} // namespace foyer
