#include "ui/pages/settingspage.h"

#include "ui/theme/stylesheet.h"

#include <QtCore/QEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>

namespace foyer {
namespace {

constexpr int ListWidth = 248;
constexpr int SectionWidth = 720;

} // namespace

SettingsPage::SettingsPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_heading(new QLabel(this))
    , m_stack(new QStackedWidget(this))
{
    m_list->setObjectName(QStringLiteral("sections"));
    m_list->setFixedWidth(ListWidth);
    setTextRole(m_heading, TypeRole::Section);
    auto *panel = new QFrame(this);
    setPanel(panel);
    auto *inside = new QVBoxLayout(panel);
    inside->setContentsMargins(space::Huge, space::Large, space::Huge, space::Large);
    inside->setSpacing(space::Large);
    inside->addWidget(m_heading);
    inside->addWidget(m_stack, 1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::Medium, space::Medium, space::Medium, space::Small);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_list);
    layout->addWidget(panel, 1);
    connect(m_list, &QListWidget::currentRowChanged, this, [this](int row) {
        m_stack->setCurrentIndex(row);
        m_heading->setText(row >= 0 ? m_titles[size_t(row)]() : QString());
    });
    setFocusProxy(m_list);
    retranslate();
}

void SettingsPage::addSection(QWidget *section, Title title)
{
    auto *scroll = new QScrollArea(m_stack);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    section->setMaximumWidth(SectionWidth);
    scroll->setWidget(section);
    scroll->viewport()->setAutoFillBackground(false);
    section->setAutoFillBackground(false);
    m_stack->addWidget(scroll);
    auto *item = new QListWidgetItem(title(), m_list);
    item->setSizeHint({0, measure::Touch});
    m_titles.push_back(std::move(title));
    if (m_titles.size() == 1)
        m_list->setCurrentRow(0);
}

void SettingsPage::retranslate()
{
    m_list->setAccessibleName(tr("Sections of the settings"));
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setText(m_titles[size_t(row)]());
    if (const int row = m_list->currentRow(); row >= 0)
        m_heading->setText(m_titles[size_t(row)]());
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
