#include "ui/orders/orderquestion.h"

#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {

OrderQuestion::OrderQuestion(Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_amount(new QLabel(this))
    , m_sentences(new QLabel(this))
    , m_option(new QCheckBox(this))
    , m_credit(new QCheckBox(this))
    , m_verb(makeButton(QString(), ButtonRole::Danger, this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
    , m_guard(std::move(now))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_amount, TypeRole::Total);
    m_amount->setObjectName(QStringLiteral("refundAmount"));
    m_sentences->setObjectName(QStringLiteral("refundSentences"));
    m_verb->setObjectName(QStringLiteral("agree"));
    m_back->setObjectName(QStringLiteral("leaveQuestion"));
    m_option->setObjectName(QStringLiteral("keepPlacesClosed"));
    m_credit->setObjectName(QStringLiteral("asCredit"));
    for (QCheckBox *box : {m_option, m_credit})
        box->setMinimumHeight(measure::Touch);
    for (QLabel *label : {m_title, m_sentences}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    say(m_back, [this] { m_back->setText(tr("Back   Esc")); });
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addStretch();
    buttons->addWidget(m_verb);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Large);
    layout->addWidget(m_title);
    layout->addWidget(m_amount);
    layout->addWidget(m_sentences);
    layout->addWidget(m_credit);
    layout->addWidget(m_option);
    layout->addLayout(buttons);
    layout->addStretch();
    connect(m_back, &QPushButton::clicked, this, &OrderQuestion::left);
    connect(m_verb, &QPushButton::clicked, this, [this] {
        if (m_guard.isOpen())
            Q_EMIT agreed(m_option->isChecked(), m_credit->isChecked());
    });
}

void OrderQuestion::ask(const Question &question)
{
    m_title->setText(question.title);
    m_amount->setText(question.amount);
    m_amount->setVisible(!question.amount.isEmpty());
    m_sentences->setText(question.sentences);
    m_option->setText(question.option);
    m_option->setChecked(false);
    m_option->setVisible(!question.option.isEmpty());
    m_credit->setText(question.credit);
    m_credit->setChecked(false);
    m_credit->setVisible(!question.credit.isEmpty());
    m_verb->setText(question.verb);
    m_guard.close(); // the press that asked does not answer
    setBusy(false);
    m_back->setFocus(Qt::OtherFocusReason);
}

void OrderQuestion::setBusy(bool busy)
{
    m_verb->setEnabled(!busy);
    m_option->setEnabled(!busy);
    m_credit->setEnabled(!busy);
}

} // namespace foyer
