// Languages: what the window speaks; switched while it is open.
#pragma once

#include <QtCore/QTranslator>

#include <array>

namespace foyer {

class Languages
{
public:
    /// "en" or "de"; empty: the system's if it is spoken, else English. Numbers and dates follow.
    void use(const QString &code);

private:
    std::array<QTranslator, 2> m_translators; ///< Qt's own texts, and ours
};

} // namespace foyer
