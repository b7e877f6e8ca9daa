#include "ui/sell/mapmenu.h"

#include "ui/theme/stylesheet.h"

#include <QtCore/QEvent>
#include <QtGui/QActionGroup>
#include <QtWidgets/QMenu>

namespace foyer {

MapMenu::MapMenu(SeatMapModel &model, QWidget *parent) : QPushButton(parent), m_model(model), m_views(new QActionGroup(this))
{
    setButtonRole(this, ButtonRole::Secondary);
    setObjectName(QStringLiteral("mapView"));
    setMenu(new QMenu(this));
    for (const SeatView view : {SeatView::Status, SeatView::Price, SeatView::Hold}) {
        QAction *action = m_views->addAction(QString());
        action->setCheckable(true);
        action->setChecked(view == model.view());
        menu()->addAction(action);
        connect(action, &QAction::triggered, this, [this, view] { m_model.setView(view); });
    }
    menu()->addSeparator();
    m_paint = menu()->addAction(QString(), this, &MapMenu::paintChosen);
    m_paint->setVisible(false);
    connect(&model, &SeatMapModel::viewChanged, this, &MapMenu::retranslate);
    retranslate();
}

void MapMenu::setMayPaint(bool may)
{
    m_paint->setVisible(may);
}

void MapMenu::retranslate()
{
    const std::array names{tr("By status"), tr("By price"), tr("By hold")};
    for (size_t i = 0; i < names.size(); ++i) {
        m_views->actions().at(qsizetype(i))->setText(names[i]);
        m_views->actions().at(qsizetype(i))->setChecked(size_t(m_model.view()) == i);
    }
    m_paint->setText(tr("Keep or take out seats…"));
    setText(names[size_t(m_model.view())]);
    setAccessibleName(tr("What the map shows: %1").arg(text()));
    adjustSize();
}

void MapMenu::showEvent(QShowEvent *event)
{
    adjustSize(); // no layout does it: the button lies on the map
    QPushButton::showEvent(event);
}

void MapMenu::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QPushButton::changeEvent(event);
}

} // namespace foyer
