#include "ui/frame/rail.h"

#include "ui/theme/stylesheet.h"

#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QMenu>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int RailWidth = 92;
constexpr int ButtonHeight = 64;
constexpr int MostShown = 99; ///< on the icon; more is more

/// A button with its icon above its word.
class RailButton final : public QPushButton
{
public:
    RailButton(IconName icon, const Theme &theme, QWidget *parent) : QPushButton(parent), m_icon(icon), m_theme(theme)
    {
        setAutoDefault(false);
        setFocusPolicy(Qt::TabFocus); // where a click leads nowhere, while money is taken, the page keeps the keys
        setProperty("rail", true);
        setFixedSize(RailWidth - 2 * space::Small, ButtonHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QStyleOptionButton option;
        initStyleOption(&option);
        option.text.clear();
        style()->drawControl(QStyle::CE_PushButton, &option, &painter, this);
        const QColor color = isChecked() ? m_theme.tokens().accent : m_theme.tokens().text;
        constexpr int IconSize = 24;
        painter.drawPixmap((width() - IconSize) / 2, 9, iconPixmap(m_icon, color, IconSize, devicePixelRatioF()));
        painter.setPen(color);
        painter.setFont(font());
        paintWaiting(painter);
        const QRect words(2, 36, width() - 4, 22);
        painter.drawText(words, Qt::AlignCenter, fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    }

private:
    /// On the icon's shoulder.
    void paintWaiting(QPainter &painter)
    {
        const int count = property("waiting").toInt();
        if (count <= 0)
            return;
        painter.save();
        QFont small = font();
        small.setWeight(QFont::DemiBold);
        painter.setFont(small);
        const QString text = count > MostShown ? QStringLiteral("%1+").arg(MostShown) : QString::number(count);
        const int height = painter.fontMetrics().height();
        const QRectF badge(width() / 2.0 + 6, 4, std::max(height, painter.fontMetrics().horizontalAdvance(text) + 2 * space::Tiny), height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.tokens().bad);
        painter.drawRoundedRect(badge, height / 2.0, height / 2.0);
        painter.setPen(m_theme.tokens().onBad);
        painter.drawText(badge, Qt::AlignCenter, text);
        painter.restore();
    }

    const IconName m_icon;
    const Theme &m_theme;
};

} // namespace

Rail::Rail(Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QVBoxLayout)
    , m_group(new QButtonGroup(this))
    , m_foot(new QVBoxLayout)
    , m_person(addButton(IconName::People))
    , m_personMenu(new QMenu(this))
{
    setFixedWidth(RailWidth);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("railBackground", true);
    m_person->setMenu(m_personMenu);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Small, space::Small, space::Small, space::Small);
    layout->setSpacing(space::Tiny);
    layout->addLayout(m_pages);
    layout->addStretch();
    layout->addLayout(m_foot);
    layout->addWidget(m_person);
    connect(m_group, &QButtonGroup::idClicked, this, &Rail::pageChosen);
    connect(m_personMenu, &QMenu::aboutToShow, this, &Rail::fillPersonMenu);
    retranslate();
}

QPushButton *Rail::addButton(IconName icon)
{
    auto *button = new RailButton(icon, m_theme, this);
    connect(&m_theme, &Theme::changed, button, qOverload<>(&QWidget::update));
    return button;
}

void Rail::addPage(int id, IconName icon, Place place)
{
    QPushButton *button = addButton(icon);
    button->setCheckable(true);
    m_group->addButton(button, id);
    (place == Place::Foot ? m_foot : m_pages)->addWidget(button);
}

void Rail::setPageText(int id, const QString &text)
{
    m_group->button(id)->setText(text);
    m_group->button(id)->setToolTip(text);
}

void Rail::setWaiting(int id, int count)
{
    QAbstractButton *button = m_group->button(id);
    button->setProperty("waiting", count);
    button->setAccessibleDescription(count > 0 ? tr("%n thing(s) to settle", nullptr, count) : QString());
    button->update();
}

void Rail::setPageVisible(int id, bool visible)
{
    m_group->button(id)->setVisible(visible);
}

void Rail::setCurrent(int id)
{
    m_group->button(id)->setChecked(true);
}

void Rail::setPerson(const QString &name)
{
    m_name = name;
    m_person->setText(name);
    m_person->setAccessibleName(tr("Signed in: %1").arg(name));
}

void Rail::fillPersonMenu()
{
    m_personMenu->clear();
    m_personMenu->addAction(tr("Lock   Ctrl+L"), this, &Rail::lockChosen);
    m_personMenu->addAction(tr("Sign out"), this, &Rail::signOutChosen);
    m_personMenu->addSeparator();
    if (!m_isTraining)
        m_personMenu->addAction(tr("Training on a copy…"), this, &Rail::trainingChosen);
    if (m_backupText)
        m_personMenu->addAction(m_backupText(), this, &Rail::backupsChosen);
}

void Rail::retranslate()
{
    fillPersonMenu();
    setPerson(m_name);
}

void Rail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
