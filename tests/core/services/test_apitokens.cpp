// ApiTokens: shown once, stored as a hash, good until they are revoked.
#include "core/services/apitokens.h"
#include "core/storage/database.h"
#include "tests/support/builders.h"
#include "tests/support/testmain.h"

using namespace foyer;
using namespace foyer::test;

class ApiTokensTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTokenOpensWhatItWasMadeFor_data() { bothDatabases(); }
    void aTokenOpensWhatItWasMadeFor()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const auto made = must(office->tokens().add(office->system(), QStringLiteral("Shop"), must(Scopes::fromText(QStringLiteral("sell, read")))));
        const auto found = must(office->tokens().find(made.secret));
        QCOMPARE(found.id, made.token.id);
        QVERIFY(found.scopes.has(Scope::Sell) && found.scopes.has(Scope::Read) && !found.scopes.has(Scope::Wallet));
        QCOMPARE(found.scopes.text(), QStringLiteral("read,sell"));
        QCOMPARE(must(office->tokens().list()).front().name, QStringLiteral("Shop"));
        QCOMPARE(office->tokens().find(made.secret + QLatin1Char('x')).error().code, ErrorCode::NotFound);
        QCOMPARE(office->tokens().find(QString()).error().code, ErrorCode::NotFound);
    }

    void aRevokedTokenOpensNothing_data() { bothDatabases(); }
    void aRevokedTokenOpensNothing()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const auto made = must(office->tokens().add(office->system(), QStringLiteral("Shop"), Scopes::all()));
        must(office->tokens().revoke(office->system(), made.token.id));
        QCOMPARE(office->tokens().find(made.secret).error().code, ErrorCode::NotFound);
        QCOMPARE(office->tokens().revoke(office->system(), made.token.id).error().code, ErrorCode::NotFound);
        QVERIFY(must(office->tokens().list()).front().revokedAt);
    }

    void theSecretIsNowhereInTheDatabase_data() { bothDatabases(); }
    void theSecretIsNowhereInTheDatabase()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto office = box.open();
        const auto made = must(office->tokens().add(office->system(), QStringLiteral("Shop"), Scopes::all()));
        const auto db = Database::open(box.url(), Database::Mode::Read, box.clock());
        QCOMPARE(db->run("SELECT hash FROM api_token").front().bytes(0).size(), crypto::HashSize);
        for (const Row &row : db->run("SELECT body FROM journal"))
            QVERIFY(!row.text(0).contains(made.secret));
    }

    void onlyKnownScopesAndWhoMayLookAfterPeople()
    {
        QCOMPARE(Scopes::fromText(QStringLiteral("sell,everything")).error().code, ErrorCode::InvalidInput);
        QCOMPARE(Scopes::fromText(QString()).error().code, ErrorCode::InvalidInput);
        TestDatabase box(QStringLiteral("sqlite"));
        const auto office = box.open();
        QCOMPARE(office->tokens().add(actorWith(*office, Role::Cashier), QStringLiteral("x"), Scopes::all()).error().code, ErrorCode::PermissionDenied);
        QCOMPARE(office->tokens().add(office->system(), QStringLiteral(" "), Scopes::all()).error().code, ErrorCode::InvalidInput);
    }

    void aTillCannotReadHashes()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs PostgreSQL: FOYER_TEST_POSTGRES names none");
        TestDatabase box(QStringLiteral("postgres"));
        const auto db = Database::open(box.url(), Database::Mode::Write, box.clock());
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("SELECT hash FROM api_token")));
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE api_token SET scopes = 'manage'")));
        QVERIFY_THROWS_EXCEPTION(StorageError, db->execute(QStringLiteral("UPDATE answer SET body = ''")));
    }
};

FOYER_TEST(ApiTokensTest, "apitokens")
#include "test_apitokens.moc"
