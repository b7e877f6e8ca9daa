#include "ui/sell/comppanel.h"

#include "core/domain/errortext.h"
#include "ui/approval/approvalpanel.h"
#include "ui/backend/backend.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

CompPanel::CompPanel(Backend &backend, std::function<ApprovalPanel &()> approval, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_approval(std::move(approval))
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_reason(new QLineEdit(this))
    , m_fault(new QLabel(this))
    , m_give(makeButton(QString(), ButtonRole::Pay, this))
    , m_leave(makeButton(QString(), ButtonRole::Secondary, this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Strong);
    setTone(m_words, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    for (QLabel *label : {m_title, m_words, m_fault}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_reason->setObjectName(QStringLiteral("compReason"));
    m_reason->setMinimumHeight(measure::Touch);
    m_reason->setMaxLength(Comps::LongestReason);
    m_fault->setObjectName(QStringLiteral("compFault"));
    m_give->setObjectName(QStringLiteral("giveFree"));
    m_leave->setObjectName(QStringLiteral("leaveComp"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Medium);
    layout->setSpacing(space::Small);
    for (QWidget *row : std::initializer_list<QWidget *>{m_title, m_words, m_reason, m_fault})
        layout->addWidget(row);
    layout->addStretch();
    layout->addWidget(m_leave);
    layout->addWidget(m_give);
    connect(m_reason, &QLineEdit::textChanged, this, &CompPanel::refresh);
    connect(m_reason, &QLineEdit::returnPressed, this, &CompPanel::allow);
    connect(m_give, &QPushButton::clicked, this, &CompPanel::allow);
    connect(m_leave, &QPushButton::clicked, this, &CompPanel::closed);
    say(this, [this] {
        m_words->setText(tr("No money is taken. The tickets are counted apart from those that were sold."));
        m_reason->setPlaceholderText(tr("Why, such as press or competition"));
        m_reason->setAccessibleName(tr("Reason"));
        m_leave->setText(tr("Back to the cart   Esc"));
        refresh();
    });
}

void CompPanel::open(const Reservation &cart, const Session &session)
{
    m_cart = cart;
    m_session = session;
    m_isBusy = false;
    m_reason->clear();
    m_fault->hide();
    refresh();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void CompPanel::takeKeys()
{
    if (isVisible())
        m_reason->setFocus(Qt::OtherFocusReason);
}

void CompPanel::refresh()
{
    const int places = m_cart.places();
    m_title->setText(tr("Give %n ticket(s) free of charge", nullptr, places));
    m_give->setText(tr("Give %n free", nullptr, places));
    m_give->setAccessibleName(m_title->text());
    m_give->setEnabled(!m_isBusy && !m_reason->text().trimmed().isEmpty());
}

void CompPanel::allow()
{
    if (!m_give->isEnabled())
        return;
    m_fault->hide();
    ApprovalPanel &approval = m_approval();
    connect(&approval, &ApprovalPanel::closed, this, &CompPanel::takeKeys, Qt::UniqueConnection);
    approval.withRight(Permission::GiveComps, m_session, [this](const Actor &actor) { give(actor); });
}

void CompPanel::give(const Actor &actor)
{
    m_isBusy = true;
    refresh();
    m_backend.run(this, [actor, wish = CompWish{m_cart.id, m_reason->text()}](Desk &desk) { return desk.office.comps().give(actor, wish); },
                  [this, cart = m_cart.id](const Result<CheckoutState> &state) {
        m_isBusy = false;
        refresh();
        if (cart != m_cart.id)
            return;
        if (state)
            return Q_EMIT given(*state);
        m_fault->setText(sentence(state.error()));
        m_fault->show();
    });
}

void CompPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closed();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
