// DoorsPage: scanning people in and out at one event, and how many are there.
#pragma once

#include "core/services/admissions.h"
#include "ui/doors/verdicttext.h"
#include "ui/session.h"

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>

#include <deque>
#include <optional>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class Backend;
class Theme;
class VerdictBoard;
struct Event;

/// For those who may admit. The keys go to the scan field, whatever was pressed last; scans are judged one after the other, and the next
/// one is always taken.
class DoorsPage final : public QWidget
{
    Q_OBJECT

public:
    DoorsPage(const Theme &theme, Backend &backend, QWidget *parent = nullptr);

    void activate(const Session &session);
    /// The text of a code, or a ticket's number.
    void scan(const QString &text);

Q_SIGNALS:
    /// A scan has its answer: Good, Warn or Bad.
    void answered(foyer::Tone tone);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    struct Scanned {
        Instant at;
        ScanVerdict verdict;
    };

    QWidget *makeHead();
    QWidget *makeNumbers();
    void addKeys();
    void loadEvents();
    struct OnHere;
    void showEvents(const OnHere &on);
    void choose(EventId event);
    void setPassing(Passing passing);
    void take(const Result<ScanVerdict> &verdict);
    void tell(const VerdictWords &words);
    void showLast();
    void askCounts();
    void showCounts();
    void showReady();
    void retranslate();
    EventId event() const;
    QTimeZone zone() const;

    Backend &m_backend;
    Session m_session;
    Passing m_passing = Passing::In;
    int m_waiting = 0;                 ///< scans without an answer yet
    std::deque<Scanned> m_scanned;     ///< the latest first
    std::optional<AdmissionCounts> m_counts;
    QTimer m_refresh;
    QTimer m_slow;
    QComboBox *m_events = nullptr;
    QPushButton *m_in = nullptr;
    QPushButton *m_out = nullptr;
    QLineEdit *m_field = nullptr;
    VerdictBoard *m_board;
    QListWidget *m_last;
    QLabel *m_lastTitle;
    std::array<QLabel *, 3> m_numberNames{};
    std::array<QLabel *, 3> m_numbers{};
};

} // namespace foyer
