// PrintTroubleBar: says above every page which printer stopped and why, and offers to go on.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Banner;
class Theme;

namespace printing {
class PrintDesk;
}

/// Hidden while every printer prints.
class PrintTroubleBar final : public QWidget
{
    Q_OBJECT

public:
    PrintTroubleBar(const Theme &theme, printing::PrintDesk &desk, QWidget *parent = nullptr);

    QString message() const;

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void chooseOther();

    printing::PrintDesk &m_desk;
    QString m_printer; ///< id of the one that is spoken of
    Banner *m_banner;
    QPushButton *m_other;
};

} // namespace foyer
