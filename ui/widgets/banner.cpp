#include "ui/widgets/banner.h"

#include "ui/retranslation.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int BannerIcon = 24;

IconName iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Good:
        return IconName::Check;
    case Tone::Warn:
        return IconName::Warning;
    case Tone::Bad:
        return IconName::Error;
    case Tone::Plain:
    case Tone::Muted:
    case Tone::Accent:
        break;
    }
    return IconName::Information;
}

} // namespace

Banner::Banner(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_action(makeButton(QString(), ButtonRole::Secondary, this))
    , m_close(makeButton(QString(), ButtonRole::Quiet, this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_close->setProperty("key", true);
    m_close->setFixedSize(measure::Touch, measure::Touch);
    say(m_close, [this] { m_close->setAccessibleName(tr("Close this message")); });
    m_close->hide();
    m_action->hide();
    m_action->setObjectName(QStringLiteral("bannerAction"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Small, space::Small, space::Small);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    connect(m_close, &QPushButton::clicked, this, [this] {
        clear();
        Q_EMIT dismissed();
    });
    connect(&theme, &Theme::changed, this, &Banner::refresh);
    hide();
}

void Banner::showMessage(Tone tone, const QString &message, const QString &action)
{
    m_tone = tone;
    m_text->setText(message);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(message);
    refresh();
    show();
}

void Banner::setDismissable(bool dismissable)
{
    m_close->setVisible(dismissable);
}

void Banner::clear()
{
    m_text->clear();
    m_action->setText({}); // a screen reader finds nothing of it either
    setAccessibleName({});
    hide();
}

void Banner::addButton(QPushButton *button)
{
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->indexOf(m_close), button);
    setTabOrder(m_action, button);
}

/// No focus proxy: Shift+Tab would stop at the banner even while its button is hidden, and the keyboard would be lost.
void Banner::focusInEvent(QFocusEvent *)
{
    if (!m_action->isHidden())
        m_action->setFocus();
}

QString Banner::message() const
{
    return m_text->text();
}

void Banner::refresh()
{
    const Tokens &t = m_theme.tokens();
    const Tone tone = m_tone == Tone::Plain || m_tone == Tone::Muted ? Tone::Accent : m_tone;
    setProperty("banner", toneName(tone));
    m_icon->setPixmap(iconPixmap(iconOf(tone), toneColor(t, tone), BannerIcon, devicePixelRatioF()));
    m_close->setIcon(icon(IconName::Close, m_theme));
    repolish(this);
}

} // namespace foyer
