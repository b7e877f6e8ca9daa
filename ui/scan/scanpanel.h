// ScanPanel: says what was scanned, above whatever page is open, and takes nothing from it: neither focus nor place.
#pragma once

#include "ui/scan/scanlookup.h"

#include <QtWidgets/QFrame>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Theme;

class ScanPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit ScanPanel(const Theme &theme, QWidget *parent);

    /// `mayOpen`: whether the order may be opened from here now; while somebody pays it may not.
    void showAnswer(const ScanAnswer &answer, bool mayOpen);
    /// For a scan that nobody may see the answer to.
    void showSentence(const QString &sentence);

Q_SIGNALS:
    void orderWanted(const foyer::Order &order);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void present(const QString &verdict, const QString &details, int icon);
    void place();

    const Theme &m_theme;
    QLabel *m_icon;
    QLabel *m_verdict;
    QLabel *m_details;
    QPushButton *m_open;
    QPushButton *m_close;
    std::optional<Order> m_order;
};

} // namespace foyer
