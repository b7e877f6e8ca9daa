#include "ui/frame/helpoverlay.h"

#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {

HelpOverlay::HelpOverlay(QWidget *parent)
    : QFrame(parent)
    , m_title(new QLabel(this))
    , m_keys(new QGridLayout)
    , m_close(makeButton(QString(), ButtonRole::Primary, this))
{
    setPanel(this);
    setTextRole(m_title, TypeRole::Section);
    m_keys->setHorizontalSpacing(space::Huge);
    m_keys->setVerticalSpacing(space::Small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Vast, space::Huge, space::Vast, space::Huge);
    layout->setSpacing(space::Large);
    layout->addWidget(m_title);
    layout->addLayout(m_keys);
    layout->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &HelpOverlay::close);
    parent->installEventFilter(this);
    retranslate();
    hide();
}

void HelpOverlay::retranslate()
{
    m_title->setText(tr("Keys"));
    m_close->setText(tr("Close the list"));
    while (QLayoutItem *item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::pair<QString, QString> keys[]{
        {QStringLiteral("F1"), tr("show or hide this list")},
        {QStringLiteral("F2"), tr("search for an event")},
        {QStringLiteral("F3"), tr("go to the seats or tickets of the event")},
        {QStringLiteral("F6"), tr("reserve for longer")},
        {QStringLiteral("F9"), tr("pay")},
        {tr("Arrows, Space"), tr("walk over the seats, take or give back a seat")},
        {QStringLiteral("Ctrl+1 … Ctrl+9"), tr("reserve the best seats, so many side by side")},
        {QStringLiteral("+  −  0"), tr("on the map: larger, smaller, everything; beside a number: more, fewer")},
        {tr("Tab"), tr("next field")},
        {tr("Esc"), tr("one step back; never sells")},
    };
    int row = 0;
    for (const auto &[key, meaning] : keys) {
        auto *name = new QLabel(key, this);
        setTextRole(name, TypeRole::Strong);
        m_keys->addWidget(name, row, 0);
        m_keys->addWidget(new QLabel(meaning, this), row++, 1);
    }
}

void HelpOverlay::toggle()
{
    if (isVisible())
        return close();
    m_before = QApplication::focusWidget();
    place();
    show();
    raise();
    m_close->setFocus(Qt::ShortcutFocusReason);
}

void HelpOverlay::close()
{
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
}

void HelpOverlay::place()
{
    adjustSize();
    move((parentWidget()->width() - width()) / 2, (parentWidget()->height() - height()) / 2);
}

void HelpOverlay::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return close();
    QFrame::keyPressEvent(event);
}

bool HelpOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void HelpOverlay::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace foyer
