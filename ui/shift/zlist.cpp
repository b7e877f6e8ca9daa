#include "ui/shift/zlist.h"

#include "core/domain/businessday.h"
#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace foyer {

ZList::ZList(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_nothing(new QLabel(this))
    , m_scroll(new QScrollArea(this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTone(m_nothing, Tone::Muted);
    m_nothing->setWordWrap(true);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_leave->setObjectName(QStringLiteral("zsLeave"));
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_leave);
    foot->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    layout->addWidget(m_nothing);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(foot);
    say(this, [this] {
        m_title->setText(tr("Earlier Zs"));
        m_nothing->setText(tr("No shift was closed on this till yet. Each closing leaves its Z here."));
        m_leave->setText(tr("Back   Esc"));
    });
    connect(m_leave, &QPushButton::clicked, this, &ZList::left);
}

void ZList::setZs(const std::vector<ZLine> &zs)
{
    m_nothing->setVisible(zs.empty());
    auto *rows = new QWidget(m_scroll);
    auto *column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::Small);
    QPushButton *first = nullptr;
    for (const ZLine &z : zs) {
        const Money difference = z.counted - z.expected;
        const QString cash = difference.isZero() ? tr("counted %1").arg(formatMoney(z.counted, MoneySign::Show))
                                                 : tr("counted %1, difference %2").arg(formatMoney(z.counted, MoneySign::Show), formatMoney(difference, MoneySign::Show));
        const QString day = QLocale().toString(businessDate(z.day), QLocale::ShortFormat);
        QPushButton *button = makeButton(tr("Z %1 · %2 · %3 · %4").arg(QString::number(z.number), day, z.cashier.isEmpty() ? tr("the house") : z.cashier, cash),
                                         ButtonRole::Secondary, rows);
        button->setObjectName(QStringLiteral("z%1").arg(z.number));
        connect(button, &QPushButton::clicked, this, [this, number = z.number] { Q_EMIT chosen(number); });
        column->addWidget(button);
        first = first ? first : button;
    }
    column->addStretch(1);
    m_scroll->setWidget(rows);
    (first ? first : m_leave)->setFocus();
}

/// Enter opens the Z that has the keyboard, as Space does.
void ZList::keyPressEvent(QKeyEvent *event)
{
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && button && button->hasFocus() && !event->isAutoRepeat())
        return button->click();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
