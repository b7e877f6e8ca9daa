// KeyStore: what a terminal keeps outside the database: its signing key and the mark of how far its chains have come.
#pragma once

#include "core/base/crypto.h"
#include "core/base/error.h"
#include "core/base/id.h"

#include <QtCore/QFile>
#include <QtCore/QHash>

#include <memory>

namespace foyer {

/// The last record of a chain that this terminal knows to be committed.
struct ChainHead {
    qint64 seq = 0;
    QByteArray hash; ///< 32 bytes; empty before the first record
};

/// Where a chain stands, kept up to date by its one writer. Failing to write it must not stop a sale.
class HeadMark
{
public:
    explicit HeadMark(const QString &path);
    void write(const ChainHead &head);

private:
    QFile m_file;
};

/// One folder, readable by its owner alone: TERMINAL.key holds the Ed25519 seed, TERMINAL.CHAIN.head a high-water mark
/// (.missing when set aside, .lost when retired), TERMINAL.life the name of the database's life. A mark is written after the commit and may lag behind the database, never lead it: a database that lacks the marked
/// record was restored, cloned or cut.
class KeyStore
{
public:
    explicit KeyStore(QString folder) : m_folder(std::move(folder)) {}

    const QString &folder() const { return m_folder; }

    /// FileUnreadable when a key exists but cannot be read or written.
    Result<crypto::SigningKey> findOrCreate(TerminalId terminal, Random &random) const;
    /// NotFound when this machine does not hold the key.
    Result<crypto::SigningKey> find(TerminalId terminal) const;
    Result<void> store(TerminalId terminal, const crypto::SigningKey &key) const;
    /// Terminals whose keys are here.
    QList<TerminalId> terminals() const;

    std::unique_ptr<HeadMark> mark(TerminalId terminal, ChainId chain) const;
    /// Of these terminals' chains: one folder may serve several databases. Those set aside are among them.
    QHash<ChainId, ChainHead> marks(const QList<TerminalId> &terminals) const;
    /// Without those set aside.
    QHash<ChainId, ChainHead> currentMarks(TerminalId terminal) const;
    /// A mark whose record the database has not got, and nobody said that it was restored: verify goes on telling.
    void setAside(TerminalId terminal, ChainId chain) const;
    /// A mark from before a restore that was meant: it is kept as a file, and asked for no more.
    void retire(TerminalId terminal, ChainId chain) const;

    /// The life of the database (see core/storage/life) that this terminal has written in; empty: the first.
    QString life(TerminalId terminal) const;
    void setLife(TerminalId terminal, const QString &life) const;

private:
    QString keyPath(TerminalId terminal) const;
    QString markPath(TerminalId terminal, const QString &chain, const char *kind = "head") const;
    QString lifePath(TerminalId terminal) const;
    QHash<ChainId, ChainHead> readMarks(TerminalId terminal, const QStringList &kinds) const;

    QString m_folder;
};

} // namespace foyer
