// CupsLine: a receipt printer behind a queue of CUPS that passes bytes on as they are. CUPS keeps the job from then on.
#pragma once

#include "ui/printing/printerline.h"

namespace foyer::printing {

class CupsLine final : public PrinterLine
{
public:
    /// `program`: what takes the bytes, with the arguments of lp.
    CupsLine(QString queue, LinePatience patience, QString program = QStringLiteral("lp"))
        : m_queue(std::move(queue)), m_patience(patience), m_program(std::move(program)) {}

    bool isOpen() const override { return m_isOpen; }
    bool open(std::stop_token stop) override;
    bool write(const QByteArray &bytes, std::stop_token stop) override;
    QByteArray read(Milliseconds) override { return {}; }
    /// Only now everything goes to CUPS, as one job.
    bool close(std::stop_token stop) override;

private:
    QString m_queue;
    LinePatience m_patience;
    QString m_program;
    QByteArray m_bytes;
    bool m_isOpen = false;
};

} // namespace foyer::printing
