// StatementView: a wallet's statement as a table, on paper, and in words.
#pragma once

#include "core/domain/wallet.h"

#include <QtCore/QString>
#include <QtWidgets/QTableWidget>

namespace foyer {

/// "Paid in, cash", "Transfer to Bob"
QString entryText(const WalletEntry &entry);
/// The whole statement as rich text, for a printer.
QString statementHtml(const WalletStatement &statement);

class StatementView final : public QTableWidget
{
    Q_OBJECT

public:
    explicit StatementView(QWidget *parent = nullptr);

    /// Newest first.
    void setStatement(const WalletStatement &statement);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();

    WalletStatement m_statement;
};

} // namespace foyer
