#include "ui/customers/statementview.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/tokens.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>

namespace foyer {
namespace {

QString entryWord(const char *text)
{
    return QCoreApplication::translate("Statement", text);
}

QString momentText(Instant at)
{
    return formatMoment(QDateTime::fromMSecsSinceEpoch(at.ms));
}

QStringList statementHead()
{
    return {entryWord(QT_TRANSLATE_NOOP("Statement", "When")), entryWord(QT_TRANSLATE_NOOP("Statement", "What")),
            entryWord(QT_TRANSLATE_NOOP("Statement", "Amount")), entryWord(QT_TRANSLATE_NOOP("Statement", "Balance"))};
}

QStringList statementCells(const WalletEntry &entry)
{
    return {momentText(entry.at), entryText(entry), formatMoney(entry.amount), formatMoney(entry.balance)};
}

QString emptyStatementText()
{
    return entryWord(QT_TRANSLATE_NOOP("Statement", "Nothing was paid in or out yet. What moves the balance is listed here."));
}

} // namespace

QString entryText(const WalletEntry &entry)
{
    const bool isCard = entry.tender == Tender::Card;
    QString text;
    switch (entry.kind) {
    case WalletEntryKind::Deposit:
        text = isCard ? entryWord(QT_TRANSLATE_NOOP("Statement", "Paid in by card")) : entryWord(QT_TRANSLATE_NOOP("Statement", "Paid in, cash"));
        break;
    case WalletEntryKind::Withdrawal:
        text = isCard ? entryWord(QT_TRANSLATE_NOOP("Statement", "Paid out to a card")) : entryWord(QT_TRANSLATE_NOOP("Statement", "Paid out, cash"));
        break;
    case WalletEntryKind::TransferIn:
        text = entryWord(QT_TRANSLATE_NOOP("Statement", "Transfer from %1")).arg(entry.counterparty);
        break;
    case WalletEntryKind::TransferOut:
        text = entryWord(QT_TRANSLATE_NOOP("Statement", "Transfer to %1")).arg(entry.counterparty);
        break;
    case WalletEntryKind::Payment:
        text = entryWord(QT_TRANSLATE_NOOP("Statement", "Order %1")).arg(entry.counterparty);
        break;
    case WalletEntryKind::Refund:
        text = entryWord(QT_TRANSLATE_NOOP("Statement", "Given back %1")).arg(entry.counterparty);
        break;
    }
    return (entry.reference.isEmpty() ? text : text + QStringLiteral(" · ") + entry.reference).trimmed();
}

QString statementHtml(const WalletStatement &statement)
{
    QString rows;
    for (const WalletEntry &entry : statement.entries) {
        const QStringList cells = statementCells(entry);
        rows += QStringLiteral("<tr><td>%1</td><td>%2</td><td align=\"right\">%3</td><td align=\"right\">%4</td></tr>")
                    .arg(cells[0].toHtmlEscaped(), cells[1].toHtmlEscaped(), cells[2], cells[3]);
    }
    const QStringList head = statementHead();
    return QStringLiteral("<h2>%1</h2><p>%2</p><table width=\"100%\" cellpadding=\"4\"><tr><th align=\"left\">%3</th><th align=\"left\">%4</th>"
                          "<th align=\"right\">%5</th><th align=\"right\">%6</th></tr>%7</table>")
        .arg(entryWord(QT_TRANSLATE_NOOP("Statement", "Statement for %1")).arg(statement.owner).toHtmlEscaped(),
             entryWord(QT_TRANSLATE_NOOP("Statement", "Balance %1")).arg(formatMoney(statement.wallet.balance, MoneySign::Show)).toHtmlEscaped(),
             head[0], head[1], head[2], head[3],
             rows.isEmpty() ? QStringLiteral("<tr><td colspan=\"4\">%1</td></tr>").arg(emptyStatementText().toHtmlEscaped()) : rows);
}

StatementView::StatementView(QWidget *parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("statement"));
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setColumnCount(4);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionResizeMode(1, QHeaderView::Stretch);
    say(this, [this] { retranslate(); });
}

void StatementView::retranslate()
{
    setAccessibleName(entryWord(QT_TRANSLATE_NOOP("Statement", "Statement")));
    setStatement(WalletStatement(m_statement));
}

void StatementView::setStatement(const WalletStatement &statement)
{
    m_statement = statement;
    const auto side = [](int column) { return (column < 2 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter; };
    const QStringList head = statementHead();
    for (int column = 0; column < columnCount(); ++column) {
        auto *title = new QTableWidgetItem(head[column]);
        title->setTextAlignment(side(column));
        setHorizontalHeaderItem(column, title);
    }
    const int count = int(statement.entries.size());
    setRowCount(count);
    setAccessibleDescription(count == 0 ? emptyStatementText() : QString());
    for (int row = 0; row < count; ++row) {
        const QStringList cells = statementCells(statement.entries[size_t(count - 1 - row)]);
        for (int column = 0; column < columnCount(); ++column) {
            auto *cell = new QTableWidgetItem(cells[column]);
            cell->setTextAlignment(side(column));
            setItem(row, column, cell);
        }
    }
}

void StatementView::paintEvent(QPaintEvent *event)
{
    QTableWidget::paintEvent(event);
    if (rowCount() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(space::Large, space::Large, -space::Large, 0), Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, emptyStatementText());
}

} // namespace foyer
