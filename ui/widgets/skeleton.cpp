#include "ui/widgets/skeleton.h"

#include "ui/retranslation.h"
#include "ui/theme/theme.h"

#include <QtGui/QPainter>

namespace foyer {
namespace {

constexpr int BoneRow = 76;
constexpr int Bar = 12;

} // namespace

Skeleton::Skeleton(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    say(this, [this] { setAccessibleName(tr("Loading")); });
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.tokens().pressed);
    const double width = this->width() - 2 * space::Large;
    for (int y = space::Large; y + BoneRow < height(); y += BoneRow) {
        painter.drawRoundedRect(QRectF(space::Large, y, width * 0.7, Bar), 4, 4);
        painter.drawRoundedRect(QRectF(space::Large, y + 2 * Bar, width, Bar), 4, 4);
    }
}

} // namespace foyer
