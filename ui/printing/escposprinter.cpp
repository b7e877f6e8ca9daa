#include "ui/printing/escposprinter.h"

#include "core/domain/escpos.h"
#include "ui/printing/rollimage.h"

#include <QtCore/QElapsedTimer>

namespace foyer::printing {

namespace {

// A stop request is noticed after this long, and a printer that works is asked so often how it is.
constexpr Milliseconds Slice{100};

/// Collects the answers to one question after another.
class Answers
{
public:
    void take(const QByteArray &bytes)
    {
        for (const char byte : bytes) {
            if (escpos::isStateAnswer(byte))
                m_state[m_count++ % escpos::StateAnswers] = byte;
            else if (escpos::isFinishedAnswer(byte))
                m_isFinished = true;
        }
    }
    /// All answers to the questions so far are here.
    bool isStateKnown() const { return m_count > 0 && m_count % escpos::StateAnswers == 0; }
    PrintTrouble trouble() const { return escpos::troubleIn(m_state); }
    bool isFinished() const { return m_isFinished; }
    void forgetState() { m_count = 0; }

private:
    std::array<char, escpos::StateAnswers> m_state{};
    size_t m_count = 0;
    bool m_isFinished = false;
};

} // namespace

PrintOutcome EscPosPrinter::print(const PrintJob &job, std::stop_token stop)
{
    auto document = documentFrom(job.document);
    if (!document || job.done >= document->pieces())
        return {PrintTrouble::Unprintable};
    if (job.isDoubtful(job.done))
        document->markReprint(job.done, job.copy);
    const auto raster = rollRaster(*document, job.done, {m_setup.paper, QLocale(document->language), {}});
    if (!raster)
        return {PrintTrouble::Unprintable};
    if (const PrintTrouble trouble = makeReady(stop); trouble != PrintTrouble::None)
        return {trouble};
    const PrintTrouble trouble = send(escpos::start() + escpos::picture(*raster) + escpos::cut(), stop);
    return {trouble, trouble != PrintTrouble::None};
}

PrintTrouble EscPosPrinter::openDrawer(std::stop_token stop)
{
    const PrintTrouble trouble = makeReady(stop);
    if (trouble == PrintTrouble::Unreachable || trouble == PrintTrouble::Silent)
        return trouble;
    const bool waitsForPaper = trouble != PrintTrouble::None;
    const bool isSent = m_line->write(waitsForPaper ? escpos::openDrawerNow() : escpos::openDrawer(), stop);
    const bool isGone = tellsState() || m_line->close(stop);
    return isSent && isGone ? PrintTrouble::None : PrintTrouble::BrokeOff;
}

/// Connected, and able to print by its own word.
PrintTrouble EscPosPrinter::makeReady(std::stop_token stop)
{
    if (!m_line->isOpen() && !m_line->open(stop))
        return PrintTrouble::Unreachable;
    return tellsState() ? askState(stop) : PrintTrouble::None;
}

PrintTrouble EscPosPrinter::askState(std::stop_token stop)
{
    if (!m_line->write(escpos::askState(), stop))
        return PrintTrouble::Silent;
    Answers answers;
    QElapsedTimer waited;
    waited.start();
    while (!answers.isStateKnown()) {
        if (stop.stop_requested() || !m_line->isOpen() || waited.hasExpired(m_patience.answering.count()))
            return PrintTrouble::Silent;
        answers.take(m_line->read(std::min(Slice, m_patience.answering)));
    }
    return answers.trouble();
}

PrintTrouble EscPosPrinter::send(const QByteArray &bytes, std::stop_token stop)
{
    const bool isTaken = m_line->write(bytes, stop);
    if (!tellsState())
        return isTaken && m_line->close(stop) ? PrintTrouble::None : PrintTrouble::BrokeOff;
    if (!isTaken || !m_line->write(escpos::askFinished(), stop)) {
        const PrintTrouble reason = m_line->isOpen() ? askState(stop) : PrintTrouble::BrokeOff;
        return reason == PrintTrouble::None || reason == PrintTrouble::Silent ? PrintTrouble::BrokeOff : reason;
    }
    return waitUntilFinished(stop);
}

PrintTrouble EscPosPrinter::waitUntilFinished(std::stop_token stop)
{
    Answers answers;
    QElapsedTimer waited;
    waited.start();
    bool isAsked = false;
    while (true) {
        answers.take(m_line->read(std::min(Slice, m_patience.finishing)));
        if (answers.isFinished())
            return PrintTrouble::None;
        if (answers.isStateKnown()) {
            if (answers.trouble() != PrintTrouble::None)
                return answers.trouble();
            answers.forgetState();
            isAsked = false;
        }
        if (stop.stop_requested() || !m_line->isOpen() || waited.hasExpired(m_patience.finishing.count()))
            return PrintTrouble::BrokeOff;
        if (!isAsked && !m_line->write(escpos::askState(), stop))
            return PrintTrouble::BrokeOff;
        isAsked = true;
    }
}

} // namespace foyer::printing
