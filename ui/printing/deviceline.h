// DeviceLine: a receipt printer behind a device file of this machine, as a rule at USB.
#pragma once

#include "ui/printing/printerline.h"

namespace foyer::printing {

class DeviceLine final : public PrinterLine
{
public:
    DeviceLine(QString path, LinePatience patience) : m_path(std::move(path)), m_patience(patience) {}
    ~DeviceLine() override;
    DeviceLine(const DeviceLine &) = delete;
    DeviceLine &operator=(const DeviceLine &) = delete;

    bool isOpen() const override { return m_file >= 0; }
    bool open(std::stop_token stop) override;
    bool write(const QByteArray &bytes, std::stop_token stop) override;
    QByteArray read(Milliseconds atMost) override;
    bool close(std::stop_token stop) override;

private:
    QString m_path;
    LinePatience m_patience;
    int m_file = -1;
};

} // namespace foyer::printing
