// ShiftPage: the drawer's shift of this till: open, cash in and out, count, X, close with its Z, and the Zs of before.
#pragma once

#include "core/domain/shift.h"
#include "ui/approval/approvalpanel.h"
#include "ui/session.h"

#include <QtCore/QTimeZone>
#include <QtWidgets/QWidget>

#include <optional>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class Backend;
class Banner;
class CashPanel;
class CountPanel;
class ReportView;
class Theme;
class ZList;

namespace printing {
class PrintDesk;
}

struct ShiftPageOptions {
    QString folder; ///< where reports are kept as PDF
    printing::PrintDesk *printDesk = nullptr;
    bool training = false;
};

class ShiftPage final : public QWidget
{
    Q_OBJECT

public:
    ShiftPage(const Theme &theme, Backend &backend, ShiftPageOptions options, QWidget *parent = nullptr);

    /// Reads how the till's shift stands.
    void activate(const Session &session);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Standing {
        std::optional<DrawerShift> shift;
        Currency currency; ///< the shift's, or the house's
        QTimeZone zone = QTimeZone::utc();
    };

    void makeVerbs(QVBoxLayout *column);
    QPushButton *addVerb(QVBoxLayout *column, const char *name, const std::function<void()> &verb);
    void connectPanels();
    void reload();
    void show(const Standing &standing);
    void showHome();
    void showPanel(QWidget *panel);
    void retranslate();
    void leave();

    void open(Money opening);
    void askMove(CashMoveKind kind);
    void move(CashMoveKind kind, Money amount, const QString &reason);
    void handOver();
    void beginCount();
    void count(const CashCount &count);
    void close();
    void leaveCount();
    void readX();
    void readZs();
    void listZs();
    void readZ(qint64 number);
    void showReport(const ShiftReport &report, bool reprint);
    void print();
    void savePdf();
    /// The verb's answer, or its error in words; the panels can be used again either way.
    template <typename T>
    bool succeeded(const Result<T> &result);
    bool isOwn() const { return m_standing.shift && !m_session.actor.staff.isNull() && m_standing.shift->staff == m_session.actor.staff; }
    void asOwner(ApprovalPanel::Then then);

    Backend &m_backend;
    ShiftPageOptions m_options;
    Session m_session;
    Standing m_standing;
    QWidget *m_side;
    QLabel *m_title;
    QLabel *m_state;
    QLabel *m_detail;
    Banner *m_banner;
    QStackedWidget *m_panels;
    QWidget *m_home;
    QLabel *m_hint;
    CashPanel *m_cash;
    CountPanel *m_count;
    ReportView *m_report;
    ZList *m_zs;
    ApprovalPanel *m_approval;
    std::vector<QPushButton *> m_verbs; ///< in the order of verbTexts()
    bool m_isZList = false;             ///< the report on the screen came from the list
    Actor m_closer;                     ///< who counted, with leave if they need it; the closing is confirmed as theirs
    Actor m_reader;                     ///< of the list of Zs, with leave if they need it; as long as it is open
};

} // namespace foyer
