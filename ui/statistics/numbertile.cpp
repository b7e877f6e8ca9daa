#include "ui/statistics/numbertile.h"

#include "ui/theme/stylesheet.h"
#include "ui/theme/tokens.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

NumberTile::NumberTile(const QString &name, QWidget *parent)
    : QFrame(parent)
    , m_name(name)
    , m_number(new QLabel(this))
    , m_change(new QLabel(this))
{
    setPanel(this);
    auto *title = new QLabel(name, this);
    setTone(title, Tone::Muted);
    setTextRole(m_number, TypeRole::Total);
    setTextRole(m_change, TypeRole::Small);
    setTone(m_change, Tone::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(0);
    layout->addWidget(title);
    layout->addWidget(m_number);
    layout->addWidget(m_change);
}

void NumberTile::setNumber(const QString &number, const QString &change)
{
    m_number->setText(number);
    m_change->setText(change.isEmpty() ? tr("nothing to compare with") : tr("%1 against the days before").arg(change));
    setAccessibleName(m_name + QStringLiteral(": ") + number + QStringLiteral(", ") + m_change->text());
}

QString NumberTile::number() const
{
    return m_number->text();
}

QString NumberTile::change() const
{
    return m_change->text();
}

} // namespace foyer
