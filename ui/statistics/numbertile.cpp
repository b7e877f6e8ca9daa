#include "ui/statistics/numbertile.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/theme/tokens.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

NumberTile::NumberTile(std::function<QString()> name, QWidget *parent)
    : QFrame(parent)
    , m_name(std::move(name))
    , m_title(new QLabel(this))
    , m_number(new QLabel(this))
    , m_change(new QLabel(this))
{
    setPanel(this);
    setTone(m_title, Tone::Muted);
    setTextRole(m_number, TypeRole::Total);
    setTextRole(m_change, TypeRole::Small);
    setTone(m_change, Tone::Muted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(0);
    layout->addWidget(m_title);
    layout->addWidget(m_number);
    layout->addWidget(m_change);
    say(this, [this] { retranslate(); });
}

void NumberTile::setNumber(const QString &number, const QString &change)
{
    m_number->setText(number);
    m_compared = change;
    retranslate();
}

void NumberTile::retranslate()
{
    m_title->setText(m_name());
    m_change->setText(m_compared.isEmpty() ? tr("nothing to compare with") : tr("%1 against the days before").arg(m_compared));
    setAccessibleName(m_title->text() + QStringLiteral(": ") + number() + QStringLiteral(", ") + m_change->text());
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
