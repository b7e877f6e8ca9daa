// SharedQuestion: everybody who asks while an earlier question is on its way is answered by the next one together: what they
// read is never older than their own request.
#pragma once

#include "core/services/clerks.h"

#include <mutex>

namespace foyer::server {

template <typename Key, typename Answer>
class SharedQuestion
{
public:
    /// One answer for each key, in their order.
    using Ask = std::function<std::vector<Result<Answer>>(BoxOffice &, std::span<const Key>)>;

    SharedQuestion(Clerks &readers, Ask ask) : m_readers(readers), m_ask(std::move(ask)) {}

    /// From any thread.
    void ask(Key key, Clerks::Reply<Answer> reply)
    {
        bool isFirst = false;
        {
            const std::lock_guard lock(m_mutex);
            isFirst = m_keys.empty();
            m_keys.push_back(std::move(key));
            m_replies.push_back(std::move(reply));
        }
        if (isFirst)
            m_readers.run([this](BoxOffice &office) { answer(office); });
    }

private:
    void answer(BoxOffice &office)
    {
        std::vector<Key> keys;
        std::vector<Clerks::Reply<Answer>> replies;
        {
            const std::lock_guard lock(m_mutex);
            keys.swap(m_keys);
            replies.swap(m_replies);
        }
        auto answers = m_ask(office, keys);
        for (size_t i = 0; i < replies.size(); ++i)
            replies[i](std::move(answers[i]));
    }

    Clerks &m_readers;
    const Ask m_ask;
    std::mutex m_mutex; ///< guards both
    std::vector<Key> m_keys;
    std::vector<Clerks::Reply<Answer>> m_replies;
};

} // namespace foyer::server
