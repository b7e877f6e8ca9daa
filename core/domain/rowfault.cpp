#include "core/domain/rowfault.h"

#include "core/domain/inputtext.h"

#include <QtCore/QStringDecoder>

namespace foyer {

namespace {

bool isUtf8(QByteArrayView text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(text);
    return !decoder.hasError();
}

} // namespace

std::vector<RowFault> encodingFaults(const QByteArray &text)
{
    std::vector<RowFault> faults;
    if (!text.contains('\0') && isUtf8(text))
        return faults;
    int line = 1;
    for (const QByteArray &bytes : text.split('\n')) {
        if (bytes.contains('\0'))
            faults.push_back({line, translate("Input", "holds a NUL character; the file must be saved as UTF-8")});
        else if (!isUtf8(bytes))
            faults.push_back({line, translate("Input", "is not UTF-8")});
        ++line;
    }
    return faults;
}

} // namespace foyer
