// DonePage: the sale is made: the change on it until the next customer, what was sold, and its tickets.
#pragma once

#include "core/services/checkout.h"
#include "ui/pay/pressguard.h"
#include "ui/printing/ticketfiles.h"
#include "ui/session.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QSettings)

namespace foyer {

class Banner;
class ElidedLabel;
class PaperPanel;
class Theme;

namespace printing {
class PrintDesk;
}

struct DoneOptions {
    QString ticketFolder; ///< each order's tickets are kept there as ORDER.pdf
    Monotonic now = steadyNow;
    printing::PrintDesk *printDesk = nullptr; ///< without one tickets go to files and through the system's dialog only
};

class DonePage final : public QWidget
{
    Q_OBJECT

public:
    /// The paper is remembered in the settings, which must outlive the page.
    DonePage(const Theme &theme, Backend &backend, QSettings &settings, DoneOptions options, QWidget *parent = nullptr);

    using QWidget::show;
    /// A completed sale; its tickets are written at once. An earlier sale's are marked as printed again.
    void show(const CheckoutState &state, const Session &session, bool isEarlierSale = false);

Q_SIGNALS:
    void next();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeMoney();
    QWidget *makeSold();
    QWidget *makeTickets();
    void connectFiles();

    void tellSale();
    void askCustomer();
    void tellFile();
    void showMoney(const CheckoutState &state);
    void writeTickets();
    void changePaper();
    void printTickets();
    void savePdf();
    void openPdf();
    void showError(const Error &error);
    void goOn();
    printing::PrintStyle style() const;

    const Theme &m_theme;
    Backend &m_backend;
    QSettings &m_settings;
    printing::TicketFiles m_files;
    PressGuard m_guard;
    Order m_order;
    CheckoutState m_state;
    bool m_isWriting = false;
    QString m_customerName;
    bool m_isEarlierSale = false;
    printing::Tickets m_tickets;
    QString m_path;

    Banner *m_banner;
    QLabel *m_changeLabel = nullptr;
    QLabel *m_change = nullptr;
    QLabel *m_tenders = nullptr;
    QLabel *m_number = nullptr;
    QLabel *m_customer = nullptr;
    QLabel *m_sold = nullptr;
    QLabel *m_total = nullptr;
    QComboBox *m_paper = nullptr;
    QPushButton *m_print = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_open = nullptr;
    ElidedLabel *m_file = nullptr;
    PaperPanel *m_paperPanel = nullptr;
    QPushButton *m_next = nullptr;
};

} // namespace foyer
