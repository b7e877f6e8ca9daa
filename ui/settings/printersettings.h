// PrinterSettings: the printers of this till: which there are, what each is for, and whether it prints.
#pragma once

#include "ui/printing/printdesk.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QCheckBox)
QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Banner;
class Theme;

/// What is changed counts as soon as its field is left and the printer complete; until then the banner says what is missing.
class PrinterSettings final : public QWidget
{
    Q_OBJECT

public:
    PrinterSettings(const Theme &theme, printing::PrintDesk &desk, QWidget *parent = nullptr);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeList();
    QWidget *makeForm();
    QWidget *makeUses();
    void connectForm();

    void addRow(const QString &name);
    void addPrinter();
    void removePrinter();
    void showPrinter();
    void readForm();
    void readFormAndApply();
    void fillSystemNames();
    void fillUses();
    void readUses();
    void refresh();
    void apply();
    void printTestPage();
    void showTrial(PrintTrouble trouble);
    printing::PrinterSetup *current();

    printing::PrintDesk &m_desk;
    printing::PrintSetup m_setup; ///< as the screen shows it, complete or not
    bool m_isTrying = false;

    Banner *m_banner;
    QListWidget *m_list = nullptr;
    QPushButton *m_remove = nullptr;
    QWidget *m_form = nullptr;
    QLineEdit *m_name = nullptr;
    QComboBox *m_kind = nullptr;
    QComboBox *m_address = nullptr;
    QComboBox *m_paper = nullptr;
    QCheckBox *m_tellsState = nullptr;
    QCheckBox *m_drawer = nullptr;
    QPushButton *m_test = nullptr;
    QComboBox *m_ticketPrinter = nullptr;
    QComboBox *m_receiptPrinter = nullptr;
    QCheckBox *m_ticketsAtOnce = nullptr;
    QComboBox *m_receipts = nullptr;
    QCheckBox *m_drawerForCash = nullptr;
};

} // namespace foyer
