#include "core/storage/keystore.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace foyer {

namespace {

constexpr auto OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

QString KeyStore::keyPath(TerminalId terminal) const
{
    return m_folder + QLatin1Char('/') + terminal.toString() + QStringLiteral(".key");
}

Result<crypto::SigningKey> KeyStore::find(TerminalId terminal) const
{
    QFile file(keyPath(terminal));
    if (!file.exists())
        return fail(ErrorCode::NotFound, {terminal.toString()}, QStringLiteral("no key at ") + file.fileName());
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, {file.fileName(), file.errorString()});
    const auto key = crypto::SigningKey::fromSeed(QByteArray::fromHex(file.readAll().trimmed()));
    if (!key)
        return fail(ErrorCode::FileInvalid, {file.fileName()});
    return *key;
}

Result<void> KeyStore::store(TerminalId terminal, const crypto::SigningKey &key) const
{
    const QString path = keyPath(terminal);
    if (!QDir().mkpath(m_folder))
        return fail(ErrorCode::FileUnreadable, {m_folder, QStringLiteral("mkdir")});
    QFile::setPermissions(m_folder, OwnerOnly | QFileDevice::ExeOwner);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(OwnerOnly)
        || file.write(key.seed().toHex()) < 0 || !file.commit())
        return fail(ErrorCode::FileUnreadable, {path, file.errorString()});
    return {};
}

Result<crypto::SigningKey> KeyStore::findOrCreate(TerminalId terminal, Random &random) const
{
    if (QFile::exists(keyPath(terminal)))
        return find(terminal);
    const auto key = crypto::SigningKey::generate(random);
    if (const auto stored = store(terminal, key); !stored)
        return fail(stored.error());
    return key;
}

QList<TerminalId> KeyStore::terminals() const
{
    QList<TerminalId> out;
    for (const QString &name : QDir(m_folder).entryList({QStringLiteral("*.key")}, QDir::Files)) {
        if (const auto id = TerminalId::fromString(name.chopped(4)))
            out << *id;
    }
    return out;
}

QString KeyStore::markPath(TerminalId terminal, const QString &chain, const char *kind) const
{
    return m_folder + QLatin1Char('/') + terminal.toString() + QLatin1Char('.') + chain + QLatin1Char('.') + QLatin1String(kind);
}

std::unique_ptr<HeadMark> KeyStore::mark(TerminalId terminal, ChainId chain) const
{
    return std::make_unique<HeadMark>(markPath(terminal, chain.toString()));
}

HeadMark::HeadMark(const QString &path) : m_file(path) {}

void HeadMark::write(const ChainHead &head)
{
    // Written over in one piece of fixed length: cutting the file first would cost as much as a flush. No flush: after
    // a power cut an older mark is still true.
    if (!m_file.isOpen() && !m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
        return;
    if (m_file.seek(0))
        m_file.write(QByteArray::number(head.seq).rightJustified(19, '0') + ' ' + head.hash.toHex() + '\n');
}

QHash<ChainId, ChainHead> KeyStore::marks(const QList<TerminalId> &terminals) const
{
    QHash<ChainId, ChainHead> out;
    for (const TerminalId terminal : terminals)
        out.insert(readMarks(terminal, {QStringLiteral("head"), QStringLiteral("missing")}));
    return out;
}

QHash<ChainId, ChainHead> KeyStore::currentMarks(TerminalId terminal) const
{
    return readMarks(terminal, {QStringLiteral("head")});
}

QHash<ChainId, ChainHead> KeyStore::readMarks(TerminalId terminal, const QStringList &kinds) const
{
    QHash<ChainId, ChainHead> out;
    for (const QString &name : QDir(m_folder).entryList({terminal.toString() + QStringLiteral(".*")}, QDir::Files)) {
        const auto chain = ChainId::fromString(name.section(QLatin1Char('.'), 1, 1));
        QFile file(m_folder + QLatin1Char('/') + name);
        if (!kinds.contains(name.section(QLatin1Char('.'), 2)) || !chain || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArrayList parts = file.readAll().trimmed().split(' ');
        if (parts.size() == 2 && parts[0].toLongLong() > 0 && parts[1].size() == 2 * crypto::HashSize)
            out.insert(*chain, ChainHead{parts[0].toLongLong(), QByteArray::fromHex(parts[1])});
    }
    return out;
}

void KeyStore::setAside(TerminalId terminal, ChainId chain) const
{
    QFile::rename(markPath(terminal, chain.toString()), markPath(terminal, chain.toString(), "missing"));
}

void KeyStore::retire(TerminalId terminal, ChainId chain) const
{
    const QString lost = markPath(terminal, chain.toString(), "lost");
    for (const char *kind : {"head", "missing"}) {
        const QString path = markPath(terminal, chain.toString(), kind);
        if (!QFile::exists(path))
            continue;
        QFile::remove(lost);
        QFile::rename(path, lost);
    }
}

QString KeyStore::lifePath(TerminalId terminal) const
{
    return m_folder + QLatin1Char('/') + terminal.toString() + QStringLiteral(".life");
}

QString KeyStore::life(TerminalId terminal) const
{
    QFile file(lifePath(terminal));
    return file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
}

void KeyStore::setLife(TerminalId terminal, const QString &life) const
{
    QSaveFile file(lifePath(terminal));
    if (!file.open(QIODevice::WriteOnly) || file.write(life.toLatin1()) < 0 || !file.commit())
        qWarning("the life of the database could not be noted in %s", qUtf8Printable(m_folder));
}

} // namespace foyer
