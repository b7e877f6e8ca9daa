#include "core/storage/postgressession.h"

#include <QtCore/QtEndian>

#include <libpq-fe.h>

namespace foyer {

namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;

Answer owned(PGresult *answer)
{
    return {answer, &PQclear};
}

bool isGood(const PGresult *answer)
{
    const ExecStatusType status = PQresultStatus(answer); // an error for nullptr
    return status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
}

/// `?` outside of quotes becomes $1, $2, …
QByteArray withNumberedParameters(const QByteArray &sql)
{
    QByteArray out;
    out.reserve(sql.size() + 16);
    int number = 0;
    bool isQuoted = false;
    for (const char c : sql) {
        if (c == '\'')
            isQuoted = !isQuoted;
        if (c == '?' && !isQuoted)
            out += '$' + QByteArray::number(++number);
        else
            out += c;
    }
    return out;
}

/// PostgreSQL's text ends at a NUL; nothing may be cut silently.
void refuseNul(const QByteArray &text)
{
    if (text.contains('\0'))
        throw StorageError(StorageError::Kind::Check, QStringLiteral("a text contains a NUL"));
}

void appendInt32(QByteArray &out, qint32 value)
{
    char bytes[sizeof value];
    qToBigEndian(value, bytes);
    out.append(bytes, sizeof bytes);
}

/// As the server numbers its types.
enum class ServerType : Oid { Bool = 16, Bytea = 17, Int8 = 20, Int2 = 21, Int4 = 23, Text = 25, ObjectId = 26, Float4 = 700, Float8 = 701, Numeric = 1700, Uuid = 2950 };

constexpr ServerType elementType(ColumnType type)
{
    switch (type) {
    case ColumnType::Int: return ServerType::Int8;
    case ColumnType::Uuid: return ServerType::Uuid;
    case ColumnType::Bytes: return ServerType::Bytea;
    case ColumnType::Text: break;
    }
    return ServerType::Text;
}

/// With its length before it.
void appendElement(QByteArray &array, ColumnType type, const QVariant &value)
{
    switch (type) {
    case ColumnType::Int: {
        char bytes[sizeof(qint64)];
        qToBigEndian(value.toLongLong(), bytes);
        appendInt32(array, sizeof bytes);
        array.append(bytes, sizeof bytes);
        return;
    }
    case ColumnType::Uuid: {
        const QUuid id = value.toUuid();
        appendInt32(array, 16);
        char bytes[8];
        qToBigEndian(quint32(id.data1), bytes);
        qToBigEndian(id.data2, bytes + 4);
        qToBigEndian(id.data3, bytes + 6);
        array.append(bytes, sizeof bytes);
        array.append(reinterpret_cast<const char *>(id.data4), sizeof id.data4);
        return;
    }
    case ColumnType::Bytes:
    case ColumnType::Text:
        break;
    }
    const QByteArray bytes = type == ColumnType::Bytes ? value.toByteArray() : value.toString().toUtf8();
    if (type == ColumnType::Text)
        refuseNul(bytes);
    appendInt32(array, qint32(bytes.size()));
    array += bytes;
}

QVariant columnOf(const PGresult *answer, int row, int column)
{
    if (PQgetisnull(answer, row, column))
        return QVariant();
    const char *text = PQgetvalue(answer, row, column);
    const int size = PQgetlength(answer, row, column);
    switch (ServerType(PQftype(answer, column))) {
    case ServerType::Bool:
        return QVariant(qint64(*text == 't'));
    case ServerType::Int2:
    case ServerType::Int4:
    case ServerType::Int8:
    case ServerType::ObjectId:
        return QVariant(QByteArray::fromRawData(text, size).toLongLong());
    case ServerType::Float4:
    case ServerType::Float8:
    case ServerType::Numeric:
        return QVariant(QByteArray::fromRawData(text, size).toDouble());
    case ServerType::Bytea:
        return QVariant(QByteArray::fromHex(QByteArray::fromRawData(text + 2, size - 2))); // "\x…"
    default:
        return QVariant(QString::fromUtf8(text, size));
    }
}

Rows rowsOf(const PGresult *answer)
{
    const int count = PQntuples(answer);
    const auto columns = size_t(PQnfields(answer));
    Rows rows;
    rows.reserve(size_t(count));
    for (int i = 0; i < count; ++i) {
        std::vector<QVariant> row(columns);
        for (size_t column = 0; column < columns; ++column)
            row[column] = columnOf(answer, i, int(column));
        rows.emplace_back(std::move(row));
    }
    return rows;
}

/// The values as libpq wants them.
struct Arguments {
    explicit Arguments(const std::vector<PostgresSession::Value> &values)
    {
        for (const auto &value : values) {
            pointers.push_back(value.bytes ? value.bytes->constData() : nullptr);
            lengths.push_back(value.bytes ? int(value.bytes->size()) : 0);
            formats.push_back(value.isBinary);
        }
    }
    int count() const { return int(pointers.size()); }

    std::vector<const char *> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

} // namespace

PostgresSession::Value PostgresSession::valueOf(const Param &param)
{
    const QVariant &value = param.value();
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::QByteArray:
        return value.toByteArray().isNull() ? Value() : Value{"\\x" + value.toByteArray().toHex()};
    case QMetaType::LongLong:
        return {QByteArray::number(value.toLongLong())};
    case QMetaType::QUuid: {
        const UuidText text(value.toUuid());
        return {QByteArray(text.view().data(), text.view().size())};
    }
    default:
        QByteArray text = value.toString().toUtf8();
        refuseNul(text);
        return {text};
    }
}

PostgresSession::Value PostgresSession::arrayOf(const Batch &batch, size_t column)
{
    constexpr qint32 FirstIndex = 1;
    const ColumnType type = batch.columns()[column].type;
    QByteArray array;
    array.reserve(qsizetype(batch.size() * 24 + 20));
    appendInt32(array, batch.isEmpty() ? 0 : 1); // dimensions
    appendInt32(array, 1);                       // there may be NULLs
    appendInt32(array, qint32(elementType(type)));
    if (!batch.isEmpty()) {
        appendInt32(array, qint32(batch.size()));
        appendInt32(array, FirstIndex);
    }
    for (const auto &row : batch.rows()) {
        if (row[column].value().isNull())
            appendInt32(array, -1);
        else
            appendElement(array, type, row[column].value());
    }
    return {array, true};
}

Rows PostgresSession::ask(const QByteArray &sql, std::vector<Value> values)
{
    post(sql, std::move(values));
    return send();
}

void PostgresSession::post(const QByteArray &sql, std::vector<Value> values)
{
    m_steps.push_back({prepared(sql), nullptr, std::move(values), false});
}

void PostgresSession::settle()
{
    if (!m_steps.empty())
        send();
}

void PostgresSession::begin()
{
    m_steps.push_back({{}, "BEGIN", {}, false});
    m_inTransaction = true;
}

void PostgresSession::postTime()
{
    m_time.reset();
    m_steps.push_back({prepared("SELECT foyer_now()"), nullptr, {}, true});
}

qint64 PostgresSession::postedTime()
{
    if (!m_time)
        settle();
    return *m_time;
}

void PostgresSession::commit()
{
    m_inTransaction = false;
    m_steps.push_back({{}, "COMMIT", {}, false});
    send();
}

void PostgresSession::rollBack()
{
    m_inTransaction = false;
    m_steps.clear();
    if (PQtransactionStatus(m_connection) != PQTRANS_IDLE) // its BEGIN may never have been sent
        if (const Answer answer = owned(PQexec(m_connection, "ROLLBACK")); !isGood(answer.get()))
            fail(answer.get());
}

bool PostgresSession::wasNotified()
{
    bool heard = false;
    while (PGnotify *notification = PQnotifies(m_connection)) {
        heard = heard || notification->be_pid != PQbackendPID(m_connection);
        PQfreemem(notification);
    }
    return heard;
}

const QByteArray &PostgresSession::prepared(const QByteArray &sql)
{
    const auto known = m_names.constFind(sql);
    if (known != m_names.constEnd())
        return *known;
    const QByteArray name = "foyer_" + QByteArray::number(m_names.size() + 1);
    const Answer answer = owned(PQprepare(m_connection, name.constData(), withNumberedParameters(sql).constData(), 0, nullptr));
    if (!isGood(answer.get()))
        fail(answer.get());
    return *m_names.insert(QByteArray(sql.constData(), sql.size()), name);
}

/// One step needs no pipeline. Of several the last one's answer counts; after one that failed the server skips the rest.
Rows PostgresSession::send()
{
    const std::vector<Step> steps = std::exchange(m_steps, {});
    if (steps.size() == 1) {
        const Answer answer = owned(sendAlone(steps.front()));
        if (!isGood(answer.get()))
            fail(answer.get());
        Rows rows = rowsOf(answer.get());
        if (steps.front().tellsTime)
            m_time = rows.front().number(0);
        return rows;
    }
    bool isSent = PQenterPipelineMode(m_connection);
    for (const Step &step : steps)
        isSent = isSent && sendPiped(step);
    isSent = isSent && PQpipelineSync(m_connection);
    if (!isSent)
        fail(nullptr);
    Rows rows;
    Answer failed = owned(nullptr);
    bool isBroken = false;
    for (size_t i = 0; i < steps.size() && !isBroken; ++i) {
        Answer answer = owned(PQgetResult(m_connection));
        isBroken = !answer || PQstatus(m_connection) == CONNECTION_BAD;
        if (!failed && !isGood(answer.get()))
            failed = std::move(answer);
        else if (!isBroken && i + 1 == steps.size())
            rows = rowsOf(answer.get());
        if (!isBroken && !failed && steps[i].tellsTime)
            m_time = rowsOf(answer.get()).front().number(0);
        while (!isBroken && owned(PQgetResult(m_connection))) { } // each ends with a nullptr
    }
    if (isBroken)
        fail(failed.get());
    owned(PQgetResult(m_connection)); // the end of the pipeline
    PQexitPipelineMode(m_connection);
    if (failed)
        fail(failed.get());
    return rows;
}

pg_result *PostgresSession::sendAlone(const Step &step)
{
    const Arguments values(step.values);
    return step.text ? PQexec(m_connection, step.text)
                     : PQexecPrepared(m_connection, step.name.constData(), values.count(), values.pointers.data(), values.lengths.data(), values.formats.data(), 0);
}

bool PostgresSession::sendPiped(const Step &step)
{
    const Arguments values(step.values);
    return step.text ? PQsendQueryParams(m_connection, step.text, 0, nullptr, nullptr, nullptr, nullptr, 0)
                     : PQsendQueryPrepared(m_connection, step.name.constData(), values.count(), values.pointers.data(), values.lengths.data(), values.formats.data(), 0);
}

/// Without an answer of the server the connection itself failed.
void PostgresSession::fail(const PGresult *answer) const
{
    const char *state = answer ? PQresultErrorField(answer, PG_DIAG_SQLSTATE) : nullptr;
    const QString message = QString::fromUtf8(answer ? PQresultErrorMessage(answer) : PQerrorMessage(m_connection)).trimmed();
    throw StorageError::fromPostgres(QString::fromLatin1(state ? state : ""), message);
}

} // namespace foyer
