#include "ui/frame/helpoverlay.h"

#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr size_t MostRows = 12; ///< more stand in two columns

} // namespace

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
    m_title->setText(tr("Keys on this page"));
    m_close->setText(tr("Close the list"));
    while (QLayoutItem *item = m_keys->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<KeyText> keys = keysOf(window());
    const int rows = keys.size() > MostRows ? int(keys.size() + 1) / 2 : int(keys.size());
    for (int i = 0; i < int(keys.size()); ++i) {
        const int column = i / rows * 2;
        auto *name = new QLabel(keys[size_t(i)].keys, this);
        setTextRole(name, TypeRole::Strong);
        m_keys->addWidget(name, i % rows, column);
        m_keys->addWidget(new QLabel(keys[size_t(i)].meaning, this), i % rows, column + 1);
    }
}

void HelpOverlay::toggle()
{
    if (isVisible())
        return close();
    m_before = QApplication::focusWidget();
    retranslate();
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
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        place();
    }
    QFrame::changeEvent(event);
}

} // namespace foyer
