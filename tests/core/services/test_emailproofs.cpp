// Secrets that were mailed: what they prove, for whom, once, and what comes in between.
#include "core/base/crypto.h"
#include "core/services/verifier.h"
#include "core/storage/database.h"
#include "core/storage/storageerror.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

#include <algorithm>
#include <atomic>
#include <latch>
#include <thread>

using namespace foyer;
using namespace foyer::test;

namespace {

const QString FirstPassword = QStringLiteral("correct horse");
const QString SecondPassword = QStringLiteral("battery staple");

QByteArray hashed(const QString &password)
{
    return crypto::hashPin(password, crypto::PinCost::Minimal);
}

/// A box office whose customers have e-mails.
struct Postbox {
    explicit Postbox(const QString &database) : box(database), office(box.open()) {}

    Customer person(const char *email) { return must(office->customers().add(office->system(), {{}, QStringLiteral("Ada"), QString::fromUtf8(email), {}})); }
    Customer join(const char *email) { return must(office->customers().add(office->system(), {{}, QStringLiteral("Ada"), QString::fromUtf8(email), {}}, hashed(FirstPassword))); }
    void changeEmail(Customer customer, const char *email)
    {
        customer.email = QString::fromUtf8(email);
        must(office->customers().change(office->system(), customer));
    }
    std::optional<NewSession> signIn(const char *email, const QString &password)
    {
        const auto attempt = must(office->logins().begin(QString::fromUtf8(email)));
        if (attempt.passwordHash.isEmpty() || !crypto::pinMatches(password, attempt.passwordHash))
            return std::nullopt;
        return must(office->logins().finish(attempt));
    }
    QString mailed(const char *email) { return must(office->emailProofs().make(QString::fromUtf8(email))).secret; }
    /// Nothing: it was good.
    std::optional<ErrorCode> confirm(const QString &secret, const QByteArray &hash = {})
    {
        const auto done = office->emailProofs().confirm(secret, hash);
        return done ? std::nullopt : std::optional(done.error().code);
    }
    bool isProved(CustomerId customer) { return must(office->customers().get(customer)).isEmailProved; }
    qint64 count(const char *sql)
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return db->read(QString::fromLatin1(sql)).front().number(0);
    }
    qint64 open() { return count("SELECT count(*) FROM email_proof"); }
    QStringList breaches()
    {
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        return must(Verifier(*db, {}).verify()).breaches;
    }
    /// On PostgreSQL each on a thread and a connection of its own; a file has one writer, so there one after the other.
    void together(const std::vector<std::function<void(BoxOffice &)>> &jobs)
    {
        if (!box.isPostgres()) {
            for (const auto &job : jobs)
                job(*office);
            return;
        }
        std::latch ready(std::ptrdiff_t(jobs.size()));
        std::vector<std::thread> threads;
        for (size_t i = 0; i < jobs.size(); ++i)
            threads.emplace_back([&, i] {
                const auto own = box.open(QStringLiteral("till-%1").arg(i));
                ready.arrive_and_wait();
                jobs[i](*own);
            });
        for (std::thread &thread : threads)
            thread.join();
    }

    TestDatabase box;
    std::unique_ptr<BoxOffice> office;
};

} // namespace

class EmailProofsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretProvesAnEmailOnce_data() { bothDatabases(); }
    void aSecretProvesAnEmailOnce()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const Customer ada = post.person("Ada@Example.org");
        const Customer bob = post.person("bob@example.org");
        QVERIFY(!post.isProved(ada.id));
        const QString secret = post.mailed(" ada@example.ORG ");
        must(post.office->emailProofs().mustBeOpen(secret));
        QCOMPARE(post.count("SELECT count(*) FROM email_proof WHERE length(hash) = 32"), 1); // nothing else of the secret is kept
        QCOMPARE(post.confirm(secret + u'x'), ErrorCode::NotFound);
        QCOMPARE(post.confirm({}), ErrorCode::NotFound);
        QVERIFY(!post.isProved(ada.id));
        QCOMPARE(post.confirm(secret), std::nullopt);
        QVERIFY(post.isProved(ada.id));
        QVERIFY(!post.isProved(bob.id));
        QCOMPARE(post.confirm(secret), ErrorCode::NotFound);
        QCOMPARE(post.office->emailProofs().mustBeOpen(secret).error().code, ErrorCode::NotFound);
        QCOMPARE(must(post.office->customers().find(QStringLiteral("ada@"))).front().isEmailProved, true);
        QVERIFY(must(post.office->customerRecords().exportData(post.office->system(), ada.id)).contains("\"email_proved\": true"));
        QCOMPARE(post.breaches(), QStringList());
    }

    void whoIsUnknownIsTreatedAlike_data() { bothDatabases(); }
    void whoIsUnknownIsTreatedAlike()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const QString secret = post.mailed("new@example.org");
        must(post.office->emailProofs().mustBeOpen(secret));
        QCOMPARE(post.confirm(secret), ErrorCode::NotFound);
        QCOMPARE(post.confirm(secret, hashed(SecondPassword)), ErrorCode::NotFound);
        const Customer fresh = post.person("new@example.org"); // who registers meanwhile reads that mailbox all the same
        QCOMPARE(post.confirm(secret), std::nullopt);
        QVERIFY(post.isProved(fresh.id));
        for (const char *wrong : {"", "  ", "nobody", "a@b", "a b@example.org"})
            QCOMPARE(post.office->emailProofs().make(QString::fromUtf8(wrong)).error().code, ErrorCode::InvalidInput);
        QCOMPARE(post.office->emailProofs().make(QString(250, u'a') + QStringLiteral("@example.org")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(post.open(), 0);
    }

    void aFewAreOpenAndTheyEnd_data() { bothDatabases(); }
    void aFewAreOpenAndTheyEnd()
    {
        QFETCH(QString, database);
        Postbox post(database);
        post.person("ada@example.org");
        const QString first = post.mailed("ada@example.org");
        post.box.advance(Milliseconds(60'000));
        const QString second = post.mailed("Ada@example.org");
        const QString third = post.mailed("ada@example.org");
        const auto fourth = post.office->emailProofs().make(QStringLiteral("ADA@example.org"));
        QCOMPARE(fourth.error(), (Error{ErrorCode::LockedOut, {QStringLiteral("29")}, {}}));
        post.mailed("bob@example.org"); // others are not kept from theirs
        QCOMPARE(post.confirm(second), std::nullopt);
        post.mailed("ada@example.org"); // there is room again
        QVERIFY(!post.office->emailProofs().make(QStringLiteral("ada@example.org")));
        post.box.advance(EmailProofs::Lifetime - Milliseconds(60'001));
        must(post.office->emailProofs().mustBeOpen(first));
        post.box.advance(Milliseconds(1));
        QCOMPARE(post.office->emailProofs().mustBeOpen(first).error().code, ErrorCode::NotFound);
        QCOMPARE(post.confirm(first), ErrorCode::NotFound);
        post.mailed("ada@example.org"); // in the place of the first
        QCOMPARE(post.confirm(first), ErrorCode::NotFound);
        QCOMPARE(post.confirm(third), std::nullopt);
    }

    void aForgottenPasswordIsReplaced_data() { bothDatabases(); }
    void aForgottenPasswordIsReplaced()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const Customer ada = post.join("ada@example.org");
        const auto session = post.signIn("ada@example.org", FirstPassword);
        for (int i = 0; i < CustomerLogins::LockAfter; ++i)
            must(post.office->logins().begin(QStringLiteral("ada@example.org")));
        QCOMPARE(post.office->logins().begin(QStringLiteral("ada@example.org")).error().code, ErrorCode::LockedOut);
        const QString secret = post.mailed("ada@example.org");
        const QString other = post.mailed("ada@example.org");
        QCOMPARE(post.confirm(secret, hashed(SecondPassword)), std::nullopt);
        QVERIFY(post.isProved(ada.id));
        QVERIFY(!post.office->logins().find(session->secret));
        QCOMPARE(post.confirm(other), ErrorCode::NotFound); // all that was mailed before
        QVERIFY(!post.signIn("ada@example.org", FirstPassword));
        const auto again = post.signIn("ada@example.org", SecondPassword);
        QVERIFY(again);
        // Without a password nothing changes but that the e-mail is proved.
        QCOMPARE(post.confirm(post.mailed("ada@example.org")), std::nullopt);
        QVERIFY(post.office->logins().find(again->secret));
        QVERIFY(post.signIn("ada@example.org", SecondPassword));
        QCOMPARE(post.breaches(), QStringList());
    }

    void whoHadNoPasswordGetsOne_data() { bothDatabases(); }
    void whoHadNoPasswordGetsOne()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const Customer known = post.person("ada@example.org"); // at the counter
        for (int i = 0; i < CustomerLogins::LockAfter; ++i) // somebody tried, though nobody signs in with it
            must(post.office->logins().begin(QStringLiteral("ada@example.org")));
        QCOMPARE(post.confirm(post.mailed("ada@example.org"), hashed(SecondPassword)), std::nullopt);
        QCOMPARE(post.signIn("ada@example.org", SecondPassword)->customer, known.id);
        // Of several with one e-mail, whoever signs in with it is meant.
        post.person("bob@example.org");
        const Customer bob = post.join("bob@example.org");
        QCOMPARE(post.confirm(post.mailed("bob@example.org"), hashed(SecondPassword)), std::nullopt);
        QVERIFY(post.isProved(bob.id));
        QCOMPARE(post.signIn("bob@example.org", SecondPassword)->customer, bob.id);
    }

    void anotherEmailIsNotProved_data() { bothDatabases(); }
    void anotherEmailIsNotProved()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const Customer ada = post.join("ada@example.org");
        const QString late = post.mailed("ada@example.org");
        QCOMPARE(post.confirm(post.mailed("ada@example.org")), std::nullopt);
        post.changeEmail(ada, "ADA@example.org");
        QVERIFY(post.isProved(ada.id)); // the same mailbox
        post.changeEmail(ada, "countess@example.org");
        QVERIFY(!post.isProved(ada.id));
        QCOMPARE(post.confirm(late, hashed(SecondPassword)), ErrorCode::NotFound); // hers no more
        QVERIFY(post.signIn("countess@example.org", FirstPassword));
        const Customer bob = post.join("ada@example.org"); // who has the mailbox now
        QCOMPARE(post.confirm(late), std::nullopt);
        QVERIFY(post.isProved(bob.id));
        QVERIFY(!post.isProved(ada.id));
        QCOMPARE(post.confirm(post.mailed("countess@example.org")), std::nullopt);
        QVERIFY(post.isProved(ada.id));
        post.changeEmail(ada, "");
        QVERIFY(!post.isProved(ada.id));
    }

    void theErasedLeaveNothing_data() { bothDatabases(); }
    void theErasedLeaveNothing()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const auto erase = [&](const Customer &who) { must(post.office->customerRecords().erase(post.office->system(), who.id)); };
        const Customer ada = post.join("\u00c4da@example.org");
        const Customer old = post.person("old@example.org");
        QCOMPARE(post.confirm(post.mailed("old@example.org")), std::nullopt);
        must(post.office->customerRecords().merge(post.office->system(), old.id, ada.id));
        QCOMPARE(post.confirm(post.mailed("\u00e4da@example.org")), std::nullopt);
        const QString late = post.mailed("\u00c4DA@example.org");
        post.mailed("old@example.org");
        erase(ada);
        QCOMPARE(post.open(), 0);
        QCOMPARE(post.count("SELECT count(*) FROM customer WHERE proved_email <> ''"), 0);
        QCOMPARE(post.confirm(late, hashed(SecondPassword)), ErrorCode::NotFound);
        QCOMPARE(post.count("SELECT count(*) FROM customer_password"), 0);
    }

    void theMergedKeepWhatIsStillTrue_data() { bothDatabases(); }
    void theMergedKeepWhatIsStillTrue()
    {
        QFETCH(QString, database);
        Postbox post(database);
        const auto merge = [&](const Customer &from, const Customer &into) { return must(post.office->customerRecords().merge(post.office->system(), from.id, into.id)); };
        // The counter's entry takes over the e-mail, the proof and the password of the shop's.
        const Customer nameless = post.person("");
        const Customer ada = post.join("ada@example.org");
        QCOMPARE(post.confirm(post.mailed("ada@example.org")), std::nullopt);
        const QString late = post.mailed("ada@example.org");
        QVERIFY(merge(ada, nameless).isEmailProved);
        QVERIFY(post.isProved(nameless.id));
        QCOMPARE(post.confirm(late, hashed(SecondPassword)), std::nullopt); // for the one that stayed
        QCOMPARE(post.signIn("ada@example.org", SecondPassword)->customer, nameless.id);
        // The same e-mail twice, proved by the one that goes.
        const Customer first = post.person("eve@example.org");
        const Customer second = post.join("Eve@example.org");
        QCOMPARE(post.confirm(post.mailed("eve@example.org")), std::nullopt);
        QVERIFY(post.isProved(second.id) && !post.isProved(first.id));
        QVERIFY(merge(second, first).isEmailProved);
        // Another e-mail stays: what was mailed to the old one counts no more.
        const Customer old = post.person("old@example.org");
        QCOMPARE(post.confirm(post.mailed("old@example.org")), std::nullopt);
        const QString toOld = post.mailed("old@example.org");
        const Customer bob = post.person("bob@example.org");
        QVERIFY(!merge(old, bob).isEmailProved);
        QVERIFY(!post.isProved(bob.id));
        QCOMPARE(post.confirm(toOld, hashed(SecondPassword)), ErrorCode::NotFound);
        QCOMPARE(post.breaches(), QStringList());
    }

    void whatEndedIsSwept_data() { bothDatabases(); }
    void whatEndedIsSwept()
    {
        QFETCH(QString, database);
        Postbox post(database);
        for (const char *email : {"a@example.org", "b@example.org", "c@example.org"})
            post.mailed(email);
        QCOMPARE(must(post.office->emailProofs().tidy(10)), 0);
        post.box.advance(EmailProofs::Lifetime);
        post.mailed("d@example.org");
        QCOMPARE(must(post.office->emailProofs().tidy(2)), 2);
        QCOMPARE(must(post.office->emailProofs().tidy(10)), 1);
        QCOMPARE(post.open(), 1);
    }

    void theSchemaSaysTheSame_data() { bothDatabases(); }
    void theSchemaSaysTheSame()
    {
        QFETCH(QString, database);
        Postbox post(database);
        post.mailed("a@example.org");
        const Customer ada = post.person("ada@example.org");
        QCOMPARE(post.confirm(post.mailed("ada@example.org")), std::nullopt);
        post.office.reset(); // a file has one writer
        const auto db = post.box.administrator();
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE email_proof SET number = %1").arg(EmailProofs::MostOpen + 1)));
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE email_proof SET expires_at = created_at")));
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE customer SET erased_at = 1"))); // and still remember what they proved
    }

    void aSecretThatManyShowIsUsedOnce_data() { bothDatabases(); }
    void aSecretThatManyShowIsUsedOnce()
    {
        QFETCH(QString, database);
        Postbox post(database);
        post.join("ada@example.org");
        for (int round = 0; round < 5; ++round) {
            const QString secret = post.mailed("ada@example.org");
            std::atomic<int> won = 0, lost = 0;
            std::vector<QString> passwords;
            std::vector<std::function<void(BoxOffice &)>> jobs;
            std::atomic<int> winner = -1;
            for (int i = 0; i < 6; ++i) {
                passwords.push_back(QStringLiteral("password %1").arg(i));
                jobs.push_back([&, i, hash = hashed(passwords.back())](BoxOffice &own) {
                    const auto done = own.emailProofs().confirm(secret, hash);
                    (done ? won : lost)++;
                    if (done)
                        winner = i;
                    else if (done.error().code != ErrorCode::NotFound)
                        qFatal("refused for another reason");
                });
            }
            post.together(jobs);
            QCOMPARE(won.load(), 1);
            QCOMPARE(lost.load(), 5);
            QVERIFY(post.signIn("ada@example.org", passwords[size_t(winner)]));
        }
        QCOMPARE(post.breaches(), QStringList());
    }

    void manyWhoAskAtOnceGetAFew_data() { bothDatabases(); }
    void manyWhoAskAtOnceGetAFew()
    {
        QFETCH(QString, database);
        Postbox post(database);
        std::atomic<int> made = 0;
        post.together(std::vector<std::function<void(BoxOffice &)>>(8, [&](BoxOffice &own) {
            const auto proof = own.emailProofs().make(QStringLiteral("ada@example.org"));
            made += proof ? 1 : 0;
            if (!proof && proof.error().code != ErrorCode::LockedOut)
                qFatal("refused for another reason");
        }));
        QCOMPARE(made.load(), EmailProofs::MostOpen);
        QCOMPARE(post.open(), EmailProofs::MostOpen);
    }

    void whoIsErasedMeanwhileStaysErased_data() { bothDatabases(); }
    void whoIsErasedMeanwhileStaysErased()
    {
        QFETCH(QString, database);
        Postbox post(database);
        for (int round = 0; round < 8; ++round) {
            const Customer ada = post.join("ada@example.org");
            const QString secret = post.mailed("ada@example.org");
            const QByteArray hash = hashed(SecondPassword);
            std::vector<std::function<void(BoxOffice &)>> jobs{
                [&](BoxOffice &own) { (void)own.emailProofs().confirm(secret, hash); },
                [&](BoxOffice &own) { (void)own.logins().set(ada.id, hash); },
                [&](BoxOffice &own) { (void)own.customers().change(own.system(), {ada.id, QStringLiteral("Ada King"), QStringLiteral("ada@example.org"), {}}); },
                [&](BoxOffice &own) { must(own.customerRecords().erase(own.system(), ada.id)); }};
            std::rotate(jobs.begin(), jobs.begin() + round % 4, jobs.end());
            post.together(jobs);
            QCOMPARE(post.open(), 0);
            QCOMPARE(post.count("SELECT count(*) FROM customer_password"), 0);
            QCOMPARE(post.count("SELECT count(*) FROM customer WHERE name <> '?' OR email <> '' OR proved_email <> ''"), 0);
        }
        QCOMPARE(post.breaches(), QStringList());
    }

    void whoeverHasTheMailboxInTheEndIsMeant_data() { bothDatabases(); }
    void whoeverHasTheMailboxInTheEndIsMeant()
    {
        QFETCH(QString, database);
        Postbox post(database);
        for (int round = 0; round < 8; ++round) {
            const QByteArray email = "ada" + QByteArray::number(round) + "@example.org";
            const QByteArray another = "other" + QByteArray::number(round) + "@example.org";
            const Customer ada = post.join(email.constData());
            const Customer counter = post.person("");
            const QString secret = post.mailed(email.constData());
            const QByteArray hash = hashed(SecondPassword);
            bool isConfirmed = false;
            std::vector<std::function<void(BoxOffice &)>> jobs{
                [&](BoxOffice &own) { isConfirmed = own.emailProofs().confirm(secret, hash).has_value(); },
                [&](BoxOffice &own) {
                    if (round % 2)
                        must(own.customerRecords().merge(own.system(), ada.id, counter.id));
                    else
                        must(own.customers().change(own.system(), {ada.id, QStringLiteral("Ada"), QString::fromLatin1(another), {}}));
                }};
            std::rotate(jobs.begin(), jobs.begin() + round / 2 % 2, jobs.end());
            post.together(jobs);
            // The one and only who may sign in does so with what they chose last.
            const QByteArray &now = round % 2 ? email : another;
            const auto session = post.signIn(now.constData(), isConfirmed ? SecondPassword : FirstPassword);
            QVERIFY(session);
            QCOMPARE(session->customer, round % 2 ? counter.id : ada.id);
            QCOMPARE(post.isProved(session->customer), isConfirmed && round % 2);
            QVERIFY(isConfirmed || round % 2 == 0); // a merge keeps the mailbox
        }
        QCOMPARE(post.breaches(), QStringList());
    }
};

FOYER_TEST(EmailProofsTest, "emailproofs")
#include "test_emailproofs.moc"
