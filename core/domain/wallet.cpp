#include "core/domain/wallet.h"

namespace foyer {

QString entryKindName(WalletEntryKind kind)
{
    switch (kind) {
    case WalletEntryKind::Deposit:
        return QStringLiteral("deposit");
    case WalletEntryKind::Withdrawal:
        return QStringLiteral("withdrawal");
    case WalletEntryKind::TransferIn:
        return QStringLiteral("transfer_in");
    case WalletEntryKind::TransferOut:
        return QStringLiteral("transfer_out");
    case WalletEntryKind::Payment:
        return QStringLiteral("payment");
    case WalletEntryKind::Refund:
        return QStringLiteral("refund");
    }
    Q_UNREACHABLE();
}

} // namespace foyer
