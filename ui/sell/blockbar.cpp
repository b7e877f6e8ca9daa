#include "ui/sell/blockbar.h"

#include "ui/format.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

#include <array>

namespace foyer {
namespace {

constexpr int LongestReason = 60;
/// How long before the start houses give their seats back.
constexpr std::array ReleaseMinutes{7 * 24 * 60, 24 * 60, 2 * 60, 60, 30, 10};

} // namespace

BlockBar::BlockBar(QWidget *parent)
    : QWidget(parent)
    , m_kind(new QComboBox(this))
    , m_reason(new QLineEdit(this))
    , m_release(new QComboBox(this))
    , m_done(makeButton(QString(), ButtonRole::Primary, this))
{
    m_kind->setObjectName(QStringLiteral("blockKind"));
    m_reason->setObjectName(QStringLiteral("blockReason"));
    m_release->setObjectName(QStringLiteral("blockRelease"));
    m_done->setObjectName(QStringLiteral("blockDone"));
    m_reason->setMaxLength(LongestReason);
    for (QComboBox *box : {m_kind, m_release}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(9);
    }
    m_kind->addItems({QString(), QString()});
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_kind, 2);
    layout->addWidget(m_reason, 3);
    layout->addWidget(m_release, 3);
    layout->addWidget(m_done);
    connect(m_done, &QPushButton::clicked, this, &BlockBar::finished);
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this](int kind) { m_release->setEnabled(kind == 0); });
    retranslate();
}

void BlockBar::retranslate()
{
    m_kind->setItemText(0, tr("House seats"));
    m_kind->setItemText(1, tr("Out of sale"));
    m_kind->setAccessibleName(tr("What becomes of the painted seats"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_release->setAccessibleName(tr("When the house seats are for sale again"));
    m_done->setText(tr("Done"));
    m_done->setAccessibleName(tr("Stop painting seats"));
    fillReleases();
}

void BlockBar::begin(const ListedEvent &event, Instant now)
{
    m_event = event;
    m_now = now;
    fillReleases();
    m_reason->setFocus(Qt::OtherFocusReason);
}

void BlockBar::fillReleases()
{
    m_release->clear();
    m_release->addItem(tr("Kept until freed"));
    for (const int minutes : ReleaseMinutes) {
        const Instant moment = m_event.event.startsAt - std::chrono::minutes(minutes);
        if (moment <= m_now)
            continue;
        const QDateTime shown = QDateTime::fromMSecsSinceEpoch(moment.ms, m_event.startsAt.timeZone());
        const QString when = shown.date() == m_event.startsAt.date() ? formatTime(shown.time()) : formatMoment(shown);
        m_release->addItem(tr("Until %1").arg(when), moment.ms);
    }
}

std::optional<Block> BlockBar::block()
{
    const QString reason = m_reason->text().simplified();
    if (reason.isEmpty()) {
        m_reason->setFocus(Qt::OtherFocusReason);
        return std::nullopt;
    }
    if (m_kind->currentIndex() == 1)
        return Block{ClaimState::Killed, reason, {}};
    const QVariant until = m_release->currentData();
    return Block{ClaimState::House, reason, until.isValid() ? std::optional(Instant{until.toLongLong()}) : std::nullopt};
}

void BlockBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT finished();
    else
        QWidget::keyPressEvent(event);
}

void BlockBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
