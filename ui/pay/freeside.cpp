#include "ui/pay/freeside.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

FreeSide::FreeSide(QWidget *parent) : QWidget(parent), m_complete(makeButton(QString(), ButtonRole::Pay, this))
{
    auto *layout = new QVBoxLayout(this);
    auto *words = new QLabel(this);
    setTextRole(words, TypeRole::Section);
    words->setWordWrap(true);
    m_complete->setObjectName(QStringLiteral("complete"));
    say(this, [this, words] {
        words->setText(tr("Nothing is to be paid for these places."));
        m_complete->setText(tr("Complete   F9"));
        m_complete->setAccessibleName(tr("Complete the order without payment"));
    });
    layout->addStretch(1);
    layout->addWidget(words);
    layout->addSpacing(space::Huge);
    layout->addWidget(m_complete);
    layout->addStretch(2);
    connect(m_complete, &QPushButton::clicked, this, &FreeSide::completed);
}

} // namespace foyer
