// Every statement that stands in core is one that both databases understand, also where no other test comes by. The texts
// are read from the sources; one that is meant for a single database stands behind isPostgres().
#include "core/storage/database.h"
#include "core/storage/storageerror.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testmain.h"

#include <QtCore/QDirIterator>
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>

using namespace foyer;
using namespace foyer::test;

namespace {

using BatchShape = std::vector<std::pair<QString, QString>>; ///< its columns' names and types

struct Source {
    QString path;
    QString text;
    QHash<QString, QString> constants; ///< pieces of statements that have a name
    std::vector<std::pair<qsizetype, BatchShape>> batches; ///< by where they stand
};

struct Statement {
    QString where;
    QString sql;
    bool isForOneDatabase = false;
    std::vector<BatchShape> batches; ///< that may be meant, the likeliest first
};

/// `text` without its comments, which hold quotation marks of their own.
QString withoutComments(const QString &text)
{
    static const QRegularExpression comment(QStringLiteral(R"(("(?:[^"\\\n]|\\.)*")|//[^\n]*)"));
    QString out;
    qsizetype from = 0;
    for (auto it = comment.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(text).mid(from, match.capturedStart() - from);
        out += match.captured(1);
        from = match.capturedEnd();
    }
    return out += QStringView(text).mid(from);
}

const QString &literalPattern()
{
    static const QString pattern = QStringLiteral(R"rx((?:R"(\w*)\((?:.*?)\)\g{-1}"|"(?:[^"\\\n]|\\.)*"))rx");
    return pattern;
}

/// What the compiler makes of literals and of named pieces between them.
QString joined(const QString &expression, const QHash<QString, QString> &constants)
{
    static const QRegularExpression part(QStringLiteral(R"rx(R"(\w*)\((.*?)\)\1"|"((?:[^"\\\n]|\\.)*)"|\b([A-Z]\w+)\b)rx"), QRegularExpression::DotMatchesEverythingOption);
    QString out;
    for (auto it = part.globalMatch(expression); it.hasNext();) {
        const auto match = it.next();
        if (match.hasCaptured(4))
            out += constants.value(match.captured(4));
        else if (match.hasCaptured(3))
            out += match.captured(3).replace(QLatin1String("\\\""), QLatin1String("\"")).replace(QLatin1String("\\\\"), QLatin1String("\\"));
        else
            out += match.captured(2);
    }
    return out;
}

Source read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("a source cannot be read");
    Source source{path.mid(int(strlen(FOYER_SOURCE_DIR)) + 1), withoutComments(QString::fromUtf8(file.readAll())), {}, {}};
    static const QRegularExpression constant(QStringLiteral(R"rx(constexpr char (\w+)\[\] =((?:\s*%1)+))rx").arg(literalPattern()), QRegularExpression::DotMatchesEverythingOption);
    for (auto it = constant.globalMatch(source.text); it.hasNext();) {
        const auto match = it.next();
        source.constants.insert(match.captured(1), joined(match.captured(2), {}));
    }
    static const QRegularExpression macro(QStringLiteral(R"rx(#define ([A-Z]\w+) ((?:[^\n]*\\\n)*[^\n]*))rx"));
    for (auto it = macro.globalMatch(source.text); it.hasNext();) {
        const auto match = it.next();
        source.constants.insert(match.captured(1), joined(match.captured(2), source.constants));
        std::replace_if(source.text.begin() + match.capturedStart(), source.text.begin() + match.capturedEnd(), [](QChar c) { return c != u'\n'; }, QChar(u' '));
    }
    static const QRegularExpression batch(QStringLiteral(R"rx(\{(\{"\w+", (?:ColumnType::)?\w+\}(?:,\s*\{"\w+", (?:ColumnType::)?\w+\})*)\})rx"));
    static const QRegularExpression column(QStringLiteral(R"rx(\{"(\w+)", (?:ColumnType::)?(\w+)\})rx"));
    for (auto it = batch.globalMatch(source.text); it.hasNext();) {
        const auto match = it.next();
        BatchShape columns;
        for (auto each = column.globalMatch(match.captured(1)); each.hasNext();) {
            const auto found = each.next();
            columns.emplace_back(found.captured(1), found.captured(2));
        }
        source.batches.emplace_back(match.capturedStart(), columns);
    }
    return source;
}

/// It says so itself, or the function around this place knows which database it talks to.
bool isForOneDatabase(const Source &source, qsizetype at, const QString &sql)
{
    static const QRegularExpression ownWords(QStringLiteral(R"(\b(sqlite_schema|one_row|pg_\w+|foyer_\w+)\b)"));
    const qsizetype begin = source.text.lastIndexOf(QLatin1String("\n}"), at);
    const qsizetype end = source.text.indexOf(QLatin1String("\n}"), at);
    return QStringView(source.text).mid(begin + 1, end - begin).contains(QLatin1String("ostgres")) || ownWords.match(sql).hasMatch();
}

std::vector<BatchShape> likelyBatches(const Source &source, qsizetype at)
{
    std::vector<BatchShape> before;
    std::vector<BatchShape> after;
    for (const auto &[place, columns] : source.batches)
        (place < at ? before : after).push_back(columns);
    std::reverse(before.begin(), before.end());
    before.insert(before.end(), after.begin(), after.end());
    return before;
}

void addStatements(std::vector<Statement> &all, const Source &source)
{
    static const QRegularExpression text(QStringLiteral(R"rx((?:%1|\b[A-Z][A-Z_]+\b)(?:\)?\s*(?:\+\s*)?(?:%1|\b[A-Z][A-Z_]+\b|\b[A-Z]\w+\b(?=\s*[+;])))*(\s*\+)?)rx").arg(literalPattern()),
                                         QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression verb(QStringLiteral(R"(^\s*(SELECT|INSERT INTO|UPDATE|DELETE FROM|WITH)\s)"));
    for (auto it = text.globalMatch(source.text); it.hasNext();) {
        const auto match = it.next();
        const QString sql = joined(match.captured(), source.constants);
        const bool isMade = match.captured().endsWith(u'+'); // of what the program knows only then
        if (!verb.match(sql).hasMatch() || sql.contains(QLatin1String("%1")) || isMade)
            continue;
        const auto line = QStringView(source.text).left(match.capturedStart()).count(u'\n') + 1;
        all.push_back({QStringLiteral("%1:%2").arg(source.path).arg(line), sql, isForOneDatabase(source, match.capturedStart(), sql),
                       likelyBatches(source, match.capturedStart())});
    }
}

std::vector<Statement> everyStatement()
{
    std::vector<Statement> all;
    for (QDirIterator it(QStringLiteral(FOYER_SOURCE_DIR "/core"), {QStringLiteral("*.cpp"), QStringLiteral("*.h")}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        addStatements(all, read(it.next()));
    return all;
}

/// As Database makes it of `{batch}`.
QString withBatch(QString sql, const BatchShape &columns, bool isPostgres)
{
    static const QHash<QString, QString> arrays{{QStringLiteral("Int"), QStringLiteral("bigint[]")}, {QStringLiteral("Uuid"), QStringLiteral("uuid[]")},
                                                {QStringLiteral("Text"), QStringLiteral("text[]")}, {QStringLiteral("Bytes"), QStringLiteral("bytea[]")}};
    QStringList items;
    QStringList names;
    for (const auto &[name, type] : columns) {
        names << name;
        items << (isPostgres ? QStringLiteral("?::") + arrays[type] : QStringLiteral("? AS ") + name);
    }
    return sql.replace(QLatin1String("{batch}"), isPostgres ? QStringLiteral("unnest(%1) AS batch(%2)").arg(items.join(u','), names.join(u','))
                                                            : QStringLiteral("(SELECT %1) AS batch").arg(items.join(u',')));
}

/// With parameters as PostgreSQL prepares them, or with nothing in their places; a question mark within quotation marks is none.
QString prepared(const QString &sql, bool isPostgres)
{
    QString out;
    int number = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        quoted ^= c == u'\'';
        if (c == u'?' && !quoted)
            out += isPostgres ? u'$' + QString::number(++number) : QStringLiteral("NULL");
        else
            out += c;
    }
    return out;
}

/// Empty when the database understands it.
QString refusal(Database &db, const QString &sql)
{
    try {
        if (db.isPostgres()) {
            db.execute(QStringLiteral("PREPARE tried AS ") + prepared(sql, true));
            db.execute(QStringLiteral("DEALLOCATE tried"));
        } else {
            db.read(QStringLiteral("EXPLAIN ") + prepared(sql, false));
        }
    } catch (const StorageError &error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString refusal(Database &db, const Statement &statement)
{
    QString sql = statement.sql;
    sql.replace(QLatin1String("{now}"), QLatin1String("1"));
    if (!sql.contains(QLatin1String("{batch}")))
        return refusal(db, sql);
    QString first;
    for (const BatchShape &columns : statement.batches) {
        const QString refused = refusal(db, withBatch(sql, columns, db.isPostgres()));
        if (refused.isEmpty())
            return {};
        if (first.isEmpty())
            first = refused;
    }
    return first.isEmpty() ? QStringLiteral("its batch was not found") : first;
}

} // namespace

class StatementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStatementIsUnderstood_data() { bothDatabases(); }
    void everyStatementIsUnderstood()
    {
        QFETCH(QString, database);
        TestDatabase box(database);
        const auto db = box.administrator();
        const auto statements = everyStatement();
        QVERIFY2(statements.size() > 400, qPrintable(QString::number(statements.size())));
        QStringList refused;
        for (const Statement &statement : statements)
            if (const QString why = refusal(*db, statement); !why.isEmpty() && !statement.isForOneDatabase)
                refused << statement.where + QStringLiteral(": ") + why;
        QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u'\n')));
    }

    void whatIsForOneDatabaseIsUnderstoodByIt()
    {
        if (qEnvironmentVariableIsEmpty("FOYER_TEST_POSTGRES"))
            QSKIP("needs both databases");
        TestDatabase file(QStringLiteral("sqlite"));
        TestDatabase server(QStringLiteral("postgres"));
        const auto embedded = file.administrator();
        const auto shared = server.administrator();
        QStringList refused;
        for (const Statement &statement : everyStatement()) {
            if (!statement.isForOneDatabase)
                continue;
            const QString why = refusal(*shared, statement);
            if (!why.isEmpty() && !refusal(*embedded, statement).isEmpty())
                refused << statement.where + QStringLiteral(": ") + why;
        }
        QVERIFY2(refused.isEmpty(), qPrintable(refused.join(u'\n')));
    }
};

FOYER_TEST(StatementsTest, "statements")
#include "test_statements.moc"
