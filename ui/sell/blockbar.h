// BlockBar: how the seats that are painted on the map are taken out of sale: for the house or altogether, why, how long.
#pragma once

#include "ui/sell/listedevent.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QComboBox)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

/// Takes the place of the offer bar while seats are painted.
class BlockBar final : public QWidget
{
    Q_OBJECT

public:
    explicit BlockBar(QWidget *parent = nullptr);

    /// The moments of release lie before the event's start; those before `now` are left out.
    void begin(const ListedEvent &event, Instant now);
    /// Empty, with the keyboard in the reason, when there is none yet.
    std::optional<Block> block();

Q_SIGNALS:
    void finished();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillReleases();
    void retranslate();

    ListedEvent m_event;
    Instant m_now;
    QComboBox *m_kind;
    QLineEdit *m_reason;
    QComboBox *m_release;
    QPushButton *m_done;
};

} // namespace foyer
