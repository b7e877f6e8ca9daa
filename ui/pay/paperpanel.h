// PaperPanel: the row of the done page that leads to the printers: print, look before, set up, and what became of it.
#pragma once

#include "ui/printing/printdesk.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class ElidedLabel;
class Theme;

class PaperPanel final : public QWidget
{
    Q_OBJECT

public:
    /// `tickets`: the button that prints them; it says when that would be a reprint.
    PaperPanel(const Theme &theme, printing::PrintDesk &desk, QPushButton *tickets, QWidget *parent = nullptr);

    /// A sale that is complete just now, whose papers come by themselves if that is wanted; or an earlier one, whose
    /// papers are reprints.
    void begin(const CheckoutState &sale, const Session &session, bool isEarlierSale);
    /// False when tickets have no printer of their own, and the system's dialog has to be asked.
    bool printTickets();
    void showPreview();
    void showSettings();

Q_SIGNALS:
    /// The keyboard goes back to what the page is about.
    void left();

private:
    void printReceipt();
    void refresh();
    QString status() const;

    const Theme &m_theme;
    printing::PrintDesk &m_desk;
    CheckoutState m_sale;
    Session m_session;
    bool m_isEarlierSale = false;
    QString m_printed; ///< order that came out of a printer last
    QPushButton *m_tickets;
    ElidedLabel *m_status;
    QPushButton *m_receipt;
    QPushButton *m_preview;
    QPushButton *m_settings;
};

} // namespace foyer
