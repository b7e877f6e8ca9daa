#include "ui/scan/scanpanel.h"

#include "core/domain/errortext.h"
#include "ui/format.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/theme.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int VerdictIcon = 32;
constexpr int PanelWidth = 460;
constexpr int BesideRail = 100;

QString text(const char *source)
{
    return QCoreApplication::translate("ScanPanel", source);
}

/// Empty when the ticket is good.
QString objection(const ScanAnswer &answer)
{
    const TicketCheck &check = *answer.ticket;
    if (answer.isCode && !check.signatureValid)
        return text(QT_TRANSLATE_NOOP("ScanPanel", "Forged: no till of this box office made this code"));
    if (!check.generationCurrent)
        return text(QT_TRANSLATE_NOOP("ScanPanel", "An old code: the ticket has passed to another holder"));
    if (check.ticket.state == TicketState::Void)
        return text(QT_TRANSLATE_NOOP("ScanPanel", "Void: refunded or exchanged"));
    if (check.ticket.state == TicketState::Revoked)
        return text(QT_TRANSLATE_NOOP("ScanPanel", "Revoked"));
    return {};
}

QString detailsOf(const TicketCheck &check)
{
    const QString place = check.seatLabel ? check.seatLabel->spoken() : check.ticketTypeName;
    const QDateTime starts = QDateTime::fromMSecsSinceEpoch(check.startsAt.ms);
    return QStringList{check.eventName + QStringLiteral(" · ") + formatMoment(starts), place,
                       text(QT_TRANSLATE_NOOP("ScanPanel", "Ticket %1 · order %2")).arg(check.ticket.number.grouped(), check.orderNumber)}
        .join(u'\n');
}

} // namespace

ScanPanel::ScanPanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_verdict(new QLabel(this))
    , m_details(new QLabel(this))
    , m_open(makeButton(QString(), ButtonRole::Secondary, this))
    , m_close(makeButton(QString(), ButtonRole::Quiet, this))
{
    setPanel(this);
    setFixedWidth(PanelWidth);
    setTextRole(m_verdict, TypeRole::Section);
    for (QLabel *label : {m_verdict, m_details}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_verdict->setObjectName(QStringLiteral("scanVerdict"));
    m_details->setObjectName(QStringLiteral("scanDetails"));
    m_open->setObjectName(QStringLiteral("scanOpen"));
    m_close->setObjectName(QStringLiteral("scanClose"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_open);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::Small);
    words->addWidget(m_verdict);
    words->addWidget(m_details);
    words->addLayout(buttons);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Large, space::Large, space::Large);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addLayout(words, 1);
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_open, &QPushButton::clicked, this, [this] {
        hide();
        if (m_order)
            Q_EMIT orderWanted(*m_order);
    });
    parent->installEventFilter(this);
    hide();
}

void ScanPanel::showAnswer(const ScanAnswer &answer, bool mayOpen)
{
    m_order = answer.order;
    m_open->setVisible(mayOpen && m_order);
    if (answer.error)
        return present(tr("Not found"), sentence(*answer.error), int(IconName::Error));
    if (!answer.promo.isEmpty())
        return present(tr("Promo code %1").arg(answer.promo), tr("Scanned on the page Sell, it goes into the cart."), int(IconName::Information));
    if (!answer.ticket)
        return present(tr("Order %1").arg(answer.order->number),
                       tr("%n ticket(s) · %1", nullptr, int(answer.order->lines.size())).arg(formatMoney(answer.order->total, MoneySign::Show)), int(IconName::Information));
    const QString refusal = objection(answer);
    if (!refusal.isEmpty())
        return present(refusal, detailsOf(*answer.ticket), int(IconName::Error));
    const QString verdict = answer.isCode ? tr("Genuine and valid") : tr("Valid number (only the code proves that it is genuine)");
    present(verdict, detailsOf(*answer.ticket), int(IconName::Check));
}

void ScanPanel::showSentence(const QString &sentence)
{
    m_order.reset();
    m_open->hide();
    present(tr("Scanned"), sentence, int(IconName::Information));
}

void ScanPanel::present(const QString &verdict, const QString &details, int icon)
{
    const Tone tone = icon == int(IconName::Check) ? Tone::Good : icon == int(IconName::Error) ? Tone::Bad : Tone::Accent;
    m_icon->setPixmap(iconPixmap(IconName(icon), toneColor(m_theme.tokens(), tone), VerdictIcon, devicePixelRatioF()));
    setTone(m_verdict, tone);
    m_verdict->setText(verdict);
    m_details->setText(details);
    m_open->setText(tr("Show the order"));
    m_close->setText(tr("Close"));
    setAccessibleName(verdict + QStringLiteral(". ") + details);
    show();
    raise();
    place();
}

/// At the top on the left, beside the rail: no amount and nothing that is pressed in a hurry lies there on any page.
void ScanPanel::place()
{
    resize(width(), heightForWidth(width()) > 0 ? heightForWidth(width()) : sizeHint().height());
    move(BesideRail, space::Small);
}

bool ScanPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace foyer
