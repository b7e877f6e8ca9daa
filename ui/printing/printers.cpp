#include "ui/printing/printers.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSettings>
#include <QtCore/QUrl>

#include <algorithm>
#include <array>

namespace foyer::printing {
namespace {

template <typename T>
struct Word {
    T value;
    const char *text;
};

using KindWord = Word<PrinterKind>;
using PaperWord = Word<PaperFormat>;
using WishWord = Word<ReceiptWish>;

constexpr std::array Kinds{KindWord{PrinterKind::System, "system"}, KindWord{PrinterKind::Network, "network"},
                           KindWord{PrinterKind::Device, "device"}, KindWord{PrinterKind::CupsRaw, "cups-raw"}};
constexpr std::array Papers{PaperWord{PaperFormat::A4, "a4"}, PaperWord{PaperFormat::Roll80, "roll80"},
                            PaperWord{PaperFormat::Roll80Narrow, "roll80-narrow"}, PaperWord{PaperFormat::Roll58, "roll58"}};
constexpr std::array Wishes{WishWord{ReceiptWish::Never, "never"}, WishWord{ReceiptWish::Ask, "ask"}, WishWord{ReceiptWish::Always, "always"}};

template <typename Words, typename T>
QString wordOf(const Words &words, T value)
{
    return QLatin1String(std::find_if(words.begin(), words.end(), [&](const auto &w) { return w.value == value; })->text);
}

template <typename Words, typename T>
T valueOf(const Words &words, const QString &text, T otherwise)
{
    const auto found = std::find_if(words.begin(), words.end(), [&](const auto &w) { return text == QLatin1String(w.text); });
    return found == words.end() ? otherwise : found->value;
}

bool isKind(const QString &text)
{
    return std::any_of(Kinds.begin(), Kinds.end(), [&](const auto &w) { return text == QLatin1String(w.text); });
}

tl::unexpected<Error> wrong(const char *what)
{
    return fail(ErrorCode::InvalidInput, {QCoreApplication::translate("Input", what)});
}

QString printerKey(const char *name)
{
    return QStringLiteral("printing/") + QLatin1String(name);
}

PrinterSetup loadPrinter(const QSettings &settings)
{
    PrinterSetup printer;
    printer.id = settings.value(QStringLiteral("id")).toString();
    printer.name = settings.value(QStringLiteral("name")).toString();
    printer.kind = valueOf(Kinds, settings.value(QStringLiteral("kind")).toString(), PrinterKind::System);
    printer.address = settings.value(QStringLiteral("address")).toString();
    printer.paper = valueOf(Papers, settings.value(QStringLiteral("paper")).toString(), PaperFormat::Roll80);
    printer.tellsState = settings.value(QStringLiteral("tellsState"), true).toBool();
    printer.hasDrawer = settings.value(QStringLiteral("drawer"), false).toBool();
    return printer;
}

} // namespace

std::optional<NetworkAddress> networkAddress(const QString &address)
{
    const bool isBareIpv6 = address.count(u':') > 1 && !address.startsWith(u'[');
    const QUrl url = QUrl(QStringLiteral("tcp://") + (isBareIpv6 ? QString(u'[' + address + u']') : address), QUrl::StrictMode);
    const bool isHost = url.isValid() && !url.host().isEmpty() && url.path().isEmpty() && url.userInfo().isEmpty()
        && !url.hasQuery() && !url.hasFragment() && url.port() != 0;
    if (!isHost)
        return std::nullopt;
    return NetworkAddress{url.host(), quint16(url.port(9100))};
}

Result<void> validate(const PrinterSetup &printer)
{
    if (printer.name.trimmed().isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Input", "the printer has no name"));
    if (printer.address.trimmed().isEmpty())
        return wrong(QT_TRANSLATE_NOOP("Input", "the printer has no address"));
    if (printer.kind == PrinterKind::Network && !networkAddress(printer.address))
        return wrong(QT_TRANSLATE_NOOP("Input", "the address of the printer is not like 192.168.0.20 or 192.168.0.20:9100"));
    if (printer.kind == PrinterKind::Device && !printer.address.startsWith(u'/'))
        return wrong(QT_TRANSLATE_NOOP("Input", "the device of the printer is not like /dev/usb/lp0"));
    // It becomes an argument of lp, where it must not be taken for an option.
    if (!printer.canTellState() && printer.address.startsWith(u'-'))
        return wrong(QT_TRANSLATE_NOOP("Input", "the name of the printer begins with a hyphen"));
    if (printer.isRaw() && !isRoll(printer.paper))
        return wrong(QT_TRANSLATE_NOOP("Input", "this kind of printer has a roll, not A4 paper"));
    return {};
}

const PrinterSetup *PrintSetup::find(const QString &id) const
{
    const auto found = std::find_if(printers.begin(), printers.end(), [&](const PrinterSetup &p) { return p.id == id; });
    return found == printers.end() ? nullptr : &*found;
}

const PrinterSetup *PrintSetup::drawer() const
{
    const auto found = std::find_if(printers.begin(), printers.end(), [](const PrinterSetup &p) { return p.hasDrawer && p.isRaw(); });
    return found == printers.end() ? nullptr : &*found;
}

PrintSetup loadPrinters(QSettings &settings)
{
    PrintSetup setup;
    const int count = std::clamp(settings.beginReadArray(printerKey("printers")), 0, 100);
    for (int i = 0; i < count; ++i) {
        settings.setArrayIndex(i);
        PrinterSetup printer = loadPrinter(settings);
        if (isKind(settings.value(QStringLiteral("kind")).toString()) && !printer.id.isEmpty() && !setup.find(printer.id) && validate(printer))
            setup.printers.push_back(std::move(printer));
    }
    settings.endArray();
    const auto known = [&](const char *name) {
        const QString id = settings.value(printerKey(name)).toString();
        return setup.find(id) ? id : QString();
    };
    setup.ticketPrinter = known("ticketPrinter");
    setup.receiptPrinter = known("receiptPrinter");
    setup.ticketsAtOnce = settings.value(printerKey("ticketsAtOnce"), true).toBool();
    setup.receipts = valueOf(Wishes, settings.value(printerKey("receipts")).toString(), ReceiptWish::Ask);
    setup.drawerForCash = settings.value(printerKey("drawerForCash"), true).toBool();
    return setup;
}

void savePrinters(QSettings &settings, const PrintSetup &setup)
{
    settings.remove(printerKey("printers"));
    settings.beginWriteArray(printerKey("printers"), int(setup.printers.size()));
    for (int i = 0; i < int(setup.printers.size()); ++i) {
        const PrinterSetup &printer = setup.printers[size_t(i)];
        settings.setArrayIndex(i);
        settings.setValue(QStringLiteral("id"), printer.id);
        settings.setValue(QStringLiteral("name"), printer.name);
        settings.setValue(QStringLiteral("kind"), wordOf(Kinds, printer.kind));
        settings.setValue(QStringLiteral("address"), printer.address);
        settings.setValue(QStringLiteral("paper"), wordOf(Papers, printer.paper));
        settings.setValue(QStringLiteral("tellsState"), printer.tellsState);
        settings.setValue(QStringLiteral("drawer"), printer.hasDrawer);
    }
    settings.endArray();
    settings.setValue(printerKey("ticketPrinter"), setup.ticketPrinter);
    settings.setValue(printerKey("receiptPrinter"), setup.receiptPrinter);
    settings.setValue(printerKey("ticketsAtOnce"), setup.ticketsAtOnce);
    settings.setValue(printerKey("receipts"), wordOf(Wishes, setup.receipts));
    settings.setValue(printerKey("drawerForCash"), setup.drawerForCash);
}

} // namespace foyer::printing
