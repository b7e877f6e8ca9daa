// TenderList: the payments of a sale, each with its amount and its state in words. Money that is in is never off it.
#pragma once

#include "core/domain/sale.h"

#include <QtWidgets/QScrollArea>

QT_FORWARD_DECLARE_CLASS(QGridLayout)

namespace foyer {

/// "Cash", "Card", "Wallet", "Gift card"
QString tenderText(Tender tender);
/// "asking the card…", "declined: Your card has been declined."
QString stateText(const Payment &payment);

class TenderList final : public QScrollArea
{
    Q_OBJECT

public:
    explicit TenderList(QWidget *parent = nullptr);

    void setPayments(const std::vector<Payment> &payments);

private:
    void addRow(const Payment &payment);

    QWidget *m_rows = nullptr;
    QGridLayout *m_grid = nullptr;
};

} // namespace foyer
