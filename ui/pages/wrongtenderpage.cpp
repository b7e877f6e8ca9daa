#include "ui/pages/wrongtenderpage.h"

#include "core/domain/errortext.h"
#include "ui/approval/approvalpanel.h"
#include "ui/backend/backend.h"
#include "ui/format.h"
#include "ui/pay/machinequestion.h"
#include "ui/pay/tenderlist.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int PageWidth = 720;

} // namespace

WrongTenderPage::WrongTenderPage(const Theme &theme, Backend &backend, Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_sides(new QStackedWidget(this))
    , m_list(new QWidget(this))
    , m_rows(new QVBoxLayout(m_list))
    , m_banner(new Banner(theme, this))
    , m_question(new MachineQuestion(theme, std::move(now), this))
    , m_approval(new ApprovalPanel(theme, backend, this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    m_back->setObjectName(QStringLiteral("leaveWrongTender"));
    m_banner->setDismissable(true);
    auto *words = new QLabel(this);
    words->setWordWrap(true);
    say(this, [this, words] {
        m_back->setText(tr("Back   Esc"));
        words->setText(tr("The tickets stay as they are. What was booked is booked back and booked again where it belongs; "
                          "both stay on record with your name."));
        if (m_shown)
            show(*m_shown);
    });
    setTone(words, Tone::Muted);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::Medium);
    m_sides->addWidget(m_list);
    m_sides->addWidget(m_question);
    auto *column = new QWidget(this);
    column->setMaximumWidth(PageWidth);
    auto *inner = new QVBoxLayout(column);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(space::Medium);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_back);
    inner->addLayout(head);
    inner->addWidget(words);
    inner->addWidget(m_banner);
    inner->addWidget(m_sides, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->addStretch(1);
    layout->addWidget(column, 8);
    layout->addStretch(1);
    layout->addWidget(m_approval);
    connect(m_back, &QPushButton::clicked, this, &WrongTenderPage::leave);
    connect(m_question, &MachineQuestion::approved, this, [this](const QString &receipt) { correct(m_session.actor, Tender::Card, receipt); });
    connect(m_question, &MachineQuestion::leftOpen, this, &WrongTenderPage::leave);
}

void WrongTenderPage::begin(const Order &order, const Session &session)
{
    m_session = session;
    m_approval->cancel();
    m_order = order.id;
    m_shown.reset();
    m_banner->clear();
    m_title->setText(titleOf(order));
    m_sides->setCurrentIndex(0);
    m_back->setFocus();
    m_backend.run(this, [id = order.id](Desk &desk) { return desk.office.orders().find(id); }, [this](const Result<Order> &found) {
        if (!found)
            return m_banner->showMessage(Tone::Bad, sentence(found.error()));
        if (found->id == m_order)
            show(*found);
    });
}

QString WrongTenderPage::titleOf(const Order &order) const
{
    return tr("How was order %1 really paid?").arg(order.number);
}

void WrongTenderPage::show(const Order &order)
{
    m_shown = Order(order);
    m_title->setText(titleOf(*m_shown));
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (QWidget *row = item->widget())
            row->deleteLater();
        delete item;
    }
    for (const Payment &payment : m_shown->payments)
        if (payment.kind == PaymentKind::Capture && payment.state == PaymentState::Captured)
            m_rows->addWidget(makeRow(payment));
    m_rows->addStretch();
}

QWidget *WrongTenderPage::makeRow(const Payment &payment)
{
    auto *row = new QFrame(m_list);
    setPanel(row);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    const QString amount = formatMoney(payment.amount, MoneySign::Show);
    auto *words = new QLabel(QStringLiteral("%1  %2").arg(tenderText(payment.tender), amount), row);
    setTextRole(words, TypeRole::Strong);
    layout->addWidget(words, 1);
    const bool isCash = payment.tender == Tender::Cash;
    if (!isCash && !payment.isByHand()) {
        auto *why = new QLabel(tr("The bank has charged this card itself."), row);
        setTone(why, Tone::Muted);
        layout->addWidget(why);
        return row;
    }
    QPushButton *verb = makeButton(isCash ? tr("It was a card…") : tr("It was cash"), ButtonRole::Primary, row);
    verb->setObjectName(isCash ? QStringLiteral("wasCard") : QStringLiteral("wasCash"));
    verb->setAccessibleName(isCash ? tr("%1 was paid by card").arg(amount) : tr("%1 was paid in cash").arg(amount));
    connect(verb, &QPushButton::clicked, this, [this, payment] { choose(payment); });
    layout->addWidget(verb);
    return row;
}

void WrongTenderPage::choose(const Payment &payment)
{
    m_payment = payment.id;
    m_banner->clear();
    if (payment.tender == Tender::Card)
        return correct(m_session.actor, Tender::Cash, {});
    m_sides->setCurrentIndex(1);
    m_question->ask(MachineQuestion::About::Correction, payment.amount);
}

/// Somebody else's sale needs a supervisor's leave: it is asked for when the verb says so.
void WrongTenderPage::correct(const Actor &actor, Tender tender, const QString &receipt)
{
    m_question->setBusy(true);
    m_list->setEnabled(false);
    const CorrectionRequest request{m_order, m_payment, tender, receipt};
    m_backend.run(this, [actor, request](Desk &desk) { return desk.office.tenders().correct(actor, request); },
                  [this, tender, receipt](const Result<Order> &order) {
        m_question->setBusy(false);
        m_list->setEnabled(true);
        if (!order && order.error().code == ErrorCode::PermissionDenied)
            return m_approval->withRight(Permission::CorrectTenders, m_session, [this, tender, receipt](const Actor &allowed) { correct(allowed, tender, receipt); });
        if (!order)
            return m_banner->showMessage(Tone::Bad, sentence(order.error()));
        m_sides->setCurrentIndex(0);
        m_back->setFocus();
        show(*order);
        m_banner->showMessage(Tone::Good, tr("Corrected. If that was wrong, correct it back here."));
        Q_EMIT corrected(*order);
    });
}

void WrongTenderPage::leave()
{
    if (m_sides->currentIndex() == 1) {
        m_sides->setCurrentIndex(0);
        return m_back->setFocus();
    }
    Q_EMIT left();
}

void WrongTenderPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return leave();
    QWidget::keyPressEvent(event);
}

} // namespace foyer
