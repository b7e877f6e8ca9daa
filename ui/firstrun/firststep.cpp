#include "ui/firstrun/firststep.h"

#include "ui/theme/tokens.h"

#include <QtWidgets/QVBoxLayout>

namespace foyer {

FirstStep::FirstStep(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(space::Medium);
}

} // namespace foyer
