// Breaches: what a proof found wrong, up to a limit.
#pragma once

#include <QtCore/QStringList>

namespace foyer {

class Breaches
{
public:
    explicit Breaches(int limit) : m_limit(limit) {}

    void add(const QString &sentence)
    {
        if (m_sentences.size() < m_limit)
            m_sentences << sentence;
    }
    const QStringList &sentences() const { return m_sentences; }

private:
    int m_limit;
    QStringList m_sentences;
};

} // namespace foyer
