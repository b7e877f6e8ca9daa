// ReceiptMachine: understands ESC/POS like a printer: keeps what it is sent, prints while there is paper, cuts, and opens
// its drawer. Fed with bytes by whoever plays the connection.
#pragma once

#include "core/domain/escpos.h"

#include <QtGui/QImage>

#include <deque>
#include <functional>

namespace foyer::test {

class ReceiptMachine
{
public:
    /// What it answers.
    std::function<void(const QByteArray &)> answer = [](const QByteArray &) {};
    int rowsOfPaper = 1'000'000; ///< dots high
    bool coverOpen = false;
    bool saysState = true;

    std::vector<QImage> papers; ///< cut off, oldest first
    QStringList history;        ///< "drawer", "paper", in the order of what came out
    QString fault;              ///< the first bytes that are no command

    /// Real-time questions are answered at once, all else when its turn comes.
    void feed(const QByteArray &bytes)
    {
        m_unread += bytes;
        while (fault.isEmpty() && takeCommand()) {
        }
        work();
    }
    void putIn(int rows)
    {
        rowsOfPaper = rows;
        work();
    }
    /// What a loss of power leaves.
    void forget()
    {
        m_unread.clear();
        m_pending.clear();
        m_rows.clear();
    }

private:
    bool isStopped() const { return coverOpen || rowsOfPaper <= 0; }

    /// Takes a whole command off the bytes; false while there is none.
    bool takeCommand()
    {
        const QByteArray &b = m_unread;
        if (b.size() < 2)
            return false;
        if (b.startsWith("\x10\x04"))
            return b.size() >= 3 && (tellState(b[2]), take(3));
        if (b.startsWith("\x10\x14"))
            return b.size() >= 5 && (history << QStringLiteral("drawer"), take(5));
        if (b.startsWith("\x1b@"))
            return defer(2);
        if (b.startsWith("\x1bp"))
            return b.size() >= 5 && defer(5);
        if (b.startsWith("\x1dV"))
            return b.size() >= 4 && defer(4);
        if (b.startsWith("\x1dr"))
            return b.size() >= 3 && defer(3);
        if (b.startsWith("\x1dv"))
            return b.size() >= 8 && b.size() >= 8 + dataLength(b) && defer(8 + dataLength(b));
        fault = QString::fromLatin1(b.left(8).toHex());
        return false;
    }
    static int word(const QByteArray &b, int at) { return uchar(b[at]) + 256 * uchar(b[at + 1]); }
    static int dataLength(const QByteArray &picture) { return word(picture, 4) * word(picture, 6); }
    bool take(int length)
    {
        m_unread.remove(0, length);
        return true;
    }
    bool defer(int length)
    {
        m_pending.push_back(m_unread.left(length));
        return take(length);
    }

    void tellState(char which)
    {
        if (!saysState)
            return;
        const int noPaper = rowsOfPaper <= 0;
        const int byte = which == 1 ? (isStopped() ? 0x08 : 0) : which == 2 ? (coverOpen ? 0x04 : 0) | (noPaper ? 0x20 : 0) : noPaper ? 0x60 : 0;
        answer(QByteArray(1, char(0x12 | byte)));
    }

    void work()
    {
        while (!m_pending.empty() && !isStopped()) {
            const QByteArray command = m_pending.front();
            if (command.startsWith("\x1dv") && !print(command))
                return; // the rest of it waits for paper
            m_pending.pop_front();
            if (command.startsWith("\x1bp"))
                history << QStringLiteral("drawer");
            else if (command.startsWith("\x1dV"))
                cut();
            else if (command.startsWith("\x1dr") && saysState)
                answer(QByteArray(1, 0));
        }
    }
    bool print(const QByteArray &picture)
    {
        const int bytesPerRow = word(picture, 4);
        const int height = word(picture, 6);
        for (int y = 0; y < height; ++y)
            m_rows << picture.mid(8 + y * bytesPerRow, bytesPerRow);
        rowsOfPaper -= height;
        return true;
    }
    void cut()
    {
        if (m_rows.isEmpty())
            return;
        const int width = int(m_rows.front().size()) * 8;
        QImage image(width, int(m_rows.size()), QImage::Format_Grayscale8);
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < width; ++x)
                image.scanLine(y)[x] = m_rows[y][x / 8] >> (7 - x % 8) & 1 ? 0 : 255;
        papers.push_back(image);
        history << QStringLiteral("paper");
        m_rows.clear();
    }

    QByteArray m_unread;
    std::deque<QByteArray> m_pending;
    QList<QByteArray> m_rows;
};

} // namespace foyer::test
