#include "core/domain/errortext.h"
#include "tests/support/testmain.h"

#include <QtCore/QRegularExpression>

using namespace foyer;

namespace {

/// Every code with arguments as core/base/error.h documents them. Internal is the last code of the enum.
const std::vector<Error> &everyError()
{
    using enum ErrorCode;
    const auto s = [](const char *text) { return QString::fromUtf8(text); };
    static const std::vector<Error> errors{
        {InvalidInput, {s("\"abc\" is not an amount")}, {}},
        {NotFound, {s("order A-10482")}, {}},
        {PermissionDenied, {s("refund tickets")}, {}},
        {KeyReused, {}, {}},
        {WrongPin, {s("4")}, {}},
        {LockedOut, {s("5")}, {}},
        {SoldOut, {s("Standing"), s("2")}, {}},
        {SeatTaken, {s("Stalls 5-12, Stalls 5-13")}, {}},
        {NotOnSale, {s("Hamlet")}, {}},
        {EventArchived, {s("Hamlet")}, {}},
        {LimitExceeded, {s("Standing"), s("8")}, {}},
        {ReservationExpired, {}, {}},
        {ReservationEnded, {s("released")}, {}},
        {CartTaken, {}, {}},
        {AlreadyRefunded, {s("RHT86-P8J1Q")}, {}},
        {AlreadyAdmitted, {s("RHT86-P8J1Q")}, {}},
        {PlacesInUse, {s("12")}, {}},
        {PromoUnknown, {s("SUMMER10")}, {}},
        {PromoNotYet, {s("SUMMER10"), s("1 Dec 2026")}, {}},
        {PromoOver, {s("SUMMER10")}, {}},
        {PromoUsedUp, {s("SUMMER10")}, {}},
        {PromoCustomerUsedUp, {s("SUMMER10")}, {}},
        {PromoNeedsCustomer, {s("SUMMER10")}, {}},
        {PromoNotForThese, {s("SUMMER10")}, {}},
        {PromoAlone, {s("SUMMER10")}, {}},
        {CurrencyMismatch, {s("EUR"), s("USD")}, {}},
        {MoreThanDue, {s("63.00")}, {}},
        {InsufficientFunds, {s("4.50")}, {}},
        {PaymentDeclined, {s("Your card has been declined")}, {}},
        {PaymentFailed, {s("Something went wrong with your transaction")}, {}},
        {PaymentUnresolved, {}, {}},
        {NoShift, {}, {}},
        {ShiftOpen, {s("Anna")}, {}},
        {DrawerCounted, {}, {}},
        {ShiftClosed, {}, {}},
        {DoorStopped, {s("North gate")}, {}},
        {CentreRefused, {s("Foyer could not find an invitation with this code")}, {}},
        {DoorOnlySells, {}, {}},
        {CentreUnavailable, {s("Connection refused")}, {}},
        {FileUnreadable, {s("/srv/plan.json"), s("Permission denied")}, {}},
        {FileInvalid, {s("line 14: \"Stals\" is not a category")}, {}},
        {DatabaseBusy, {}, {}},
        {DatabaseUnavailable, {s("connection refused")}, {}},
        {DatabaseLocked, {}, {}},
        {WrongPassword, {s("foyer")}, {}},
        {DatabaseForbidden, {s("foyer")}, {}},
        {NotADatabase, {s("/srv/plan.json")}, {}},
        {DatabaseCorrupt, {s("/srv/foyer.db")}, {}},
        {DatabaseReadOnly, {s("/srv/foyer.db")}, {}},
        {DiskFull, {}, {}},
        {SchemaTooNew, {s("42"), s("41")}, {}},
        {SchemaMissing, {}, {}},
        {Internal, {}, s("where it happened")},
    };
    return errors;
}

void checkIsASentence(const QString &text)
{
    static const QRegularExpression placeholder(QStringLiteral("%[0-9nL]"));
    QVERIFY(text.size() > 20);
    QVERIFY2(text.at(0).isUpper(), qPrintable(text));
    QVERIFY2(text.endsWith(u'.') && !text.contains(QStringLiteral("..")), qPrintable(text));
    QVERIFY2(!text.contains(u'!'), qPrintable(text));
    QVERIFY2(!text.contains(placeholder), qPrintable(text));
}

} // namespace

class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCodeHasASentence()
    {
        QCOMPARE(everyError().size(), size_t(ErrorCode::Internal) + 1);
        QStringList seen;
        for (size_t i = 0; i < everyError().size(); ++i) {
            const Error &error = everyError()[i];
            QCOMPARE(size_t(error.code), i);
            const QString text = sentence(error);
            checkIsASentence(text);
            for (const QString &arg : error.args)
                QVERIFY2(text.contains(arg), qPrintable(text));
            QVERIFY2(!seen.contains(text), qPrintable(text));
            seen += text;
        }
    }

    void missingArgumentsLeaveNoHole()
    {
        for (const Error &error : everyError()) {
            for (qsizetype kept = 0; kept < error.args.size(); ++kept)
                checkIsASentence(sentence({error.code, error.args.first(kept), {}}));
            checkIsASentence(sentence({error.code, {QString(), QString()}, {}}));
            checkIsASentence(sentence({error.code, {QStringLiteral(" ... "), QStringLiteral("!")}, {}}));
        }
    }

    void anArgumentKeepsItsPlaceholders()
    {
        const QString text = sentence({ErrorCode::FileUnreadable, {QStringLiteral("/tmp/%2"), QStringLiteral("why")}, {}});
        QVERIFY2(text.contains(QStringLiteral("/tmp/%2")) && text.contains(QStringLiteral("why")), qPrintable(text));
    }

    void aLongArgumentIsCutAndStaysOnOneLine()
    {
        const QString text = sentence({ErrorCode::FileInvalid, {QStringLiteral("line\n") + QString(100'000, u'x')}, {}});
        checkIsASentence(text);
        QVERIFY(text.size() < 500);
        QVERIFY(!text.contains(u'\n'));
    }

    void anArgumentsOwnFullStopIsNotDoubled()
    {
        checkIsASentence(sentence({ErrorCode::PaymentDeclined, {QStringLiteral("Your card has been declined.")}, {}}));
    }

    void theLogsDetailStaysOutOfTheSentence()
    {
        QVERIFY(!sentence({ErrorCode::Internal, {}, QStringLiteral("stores.cpp")}).contains(QStringLiteral("stores")));
    }
};

FOYER_TEST(ErrorTextTest, "errortext")
#include "test_errortext.moc"
