// MatterView: one thing that a door told of and that does not fit: the story, why it does not fit, and what can be done about it,
// each verb with what it does.
#pragma once

#include "ui/doors/doormatter.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class MatterView final : public QWidget
{
    Q_OBJECT

public:
    explicit MatterView(QWidget *parent = nullptr);

    /// Its details come later: see tell().
    void present(const DoorMatter &matter);
    void tell(const MatterDetail &detail);
    const MatterDetail &detail() const { return m_detail; }

Q_SIGNALS:
    void acceptWanted();
    void giveBackWanted();
    void creditWanted();
    void dismissWanted();
    /// The order that the ticket belongs to.
    void orderWanted();

private:
    struct Verb {
        QPushButton *button;
        QLabel *meaning;
    };

    Verb addVerb(QGridLayout &grid, const char *name, void (MatterView::*wanted)());
    static void offer(const Verb &verb, bool isOffered, const QString &text, const QString &meaning);
    void refresh();
    void refreshVerbs();

    std::optional<DoorMatter> m_matter;
    MatterDetail m_detail;
    QLabel *m_title;
    QLabel *m_amount;
    QLabel *m_reason;
    QLabel *m_story;
    Verb m_accept;
    Verb m_giveBack;
    Verb m_credit;
    Verb m_dismiss;
    Verb m_order;
};

} // namespace foyer
