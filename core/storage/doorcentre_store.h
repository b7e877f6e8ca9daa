// Doors as the centre keeps them: invitations, the doors themselves, their journals, and what could not be taken as it was.
#pragma once

#include "core/domain/admission.h"
#include "core/domain/journal.h"
#include "core/storage/database.h"
#include "core/storage/keystore.h"

namespace foyer::doorcentre_store {

void invite(Database &db, const QUuid &id, const QString &name, const QByteArray &codeHash, Instant until);

struct Invitation {
    QUuid id;
    QString name;
    Instant until;
    TerminalId usedBy; ///< null: nobody yet
};

/// Held until the transaction ends.
std::optional<Invitation> invitation(Database &db, const QByteArray &codeHash);

/// A machine becomes a door: a terminal with the next number, and the one chain that it writes.
void enrol(Database &db, const Invitation &invitation, TerminalId door, const QByteArray &publicKey, ChainId chain);

struct Door {
    TerminalId terminal;
    int number = 0;
    QString name;
    QByteArray publicKey;
    ChainId chain;
    qint64 chainNumber = 0;
    Instant enrolledAt;
    std::optional<Instant> seenAt;
    std::optional<Instant> stoppedAt;
};

std::optional<Door> find(Database &db, TerminalId door);
std::vector<Door> all(Database &db);
/// One message of a door at a time.
void lock(Database &db, TerminalId door);
void noteSeen(Database &db, TerminalId door, Instant at);
void stop(Database &db, TerminalId door, Instant at);

ChainHead headOf(Database &db, ChainId chain);
/// Empty when the centre has no such record.
QByteArray hashAt(Database &db, ChainId chain, qint64 seq);
void addRecord(Database &db, const JournalRecord &record);

/// Whether somebody of this id works here.
bool isStaff(Database &db, StaffId staff);

struct Conflict {
    Passage passage;
    QString kind; ///< "twice", "out_of_turn", "unknown", "passed_on", "void", "revoked"
    QString eventName;
    ChainId chain;
    qint64 seq = 0;
};

void addConflict(Database &db, const Conflict &conflict);
/// Those that nobody has accepted yet, oldest first.
std::vector<Conflict> openConflicts(Database &db);
/// False when it is not there, or accepted already.
bool accept(Database &db, AdmissionId conflict, StaffId by, Instant at);

} // namespace foyer::doorcentre_store
