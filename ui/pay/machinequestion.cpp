#include "ui/pay/machinequestion.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/icons.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int LongestReceipt = 40;

QString titleOf(MachineQuestion::About about, const QString &amount)
{
    switch (about) {
    case MachineQuestion::About::Charge:
        return MachineQuestion::tr("Type %1 into the card machine").arg(amount);
    case MachineQuestion::About::Again:
        return MachineQuestion::tr("Was %1 charged?").arg(amount);
    case MachineQuestion::About::Settlement:
        return MachineQuestion::tr("Was %1 charged after all?").arg(amount);
    case MachineQuestion::About::Refund:
        return MachineQuestion::tr("Give %1 back on the card machine").arg(amount);
    case MachineQuestion::About::Correction:
        return MachineQuestion::tr("%1 was paid by card").arg(amount);
    }
    Q_UNREACHABLE();
}

QString questionText(MachineQuestion::About about)
{
    switch (about) {
    case MachineQuestion::About::Charge:
        return MachineQuestion::tr("Then say here what it shows. The number stands on its receipt.");
    case MachineQuestion::About::Again:
        return MachineQuestion::tr("The till was interrupted while the card machine was asked. Look at its display or its last receipt.");
    case MachineQuestion::About::Settlement:
        return MachineQuestion::tr("Look it up in the card machine's own list of payments. The number stands on the receipt.");
    case MachineQuestion::About::Refund:
        return MachineQuestion::tr("It stays on the list of open card payments until its receipt is there.");
    case MachineQuestion::About::Correction:
        return MachineQuestion::tr("The number on the card machine's receipt proves it.");
    }
    Q_UNREACHABLE();
}

} // namespace

MachineQuestion::MachineQuestion(const Theme &theme, Monotonic now, QWidget *parent)
    : QWidget(parent), m_guard(std::move(now)), m_title(new QLabel(this)), m_text(new QLabel(this))
{
    setTextRole(m_title, TypeRole::Section);
    m_title->setObjectName(QStringLiteral("machineTitle"));
    for (QLabel *label : {m_title, m_text})
        label->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addWidget(makeReceipt(theme));
    layout->addWidget(makeVerbs());
    layout->addStretch();
    setFocusProxy(m_receipt);
    new Retranslation(this, [this] { tellQuestion(); });
}

QWidget *MachineQuestion::makeReceipt(const Theme &theme)
{
    auto *pad = new QWidget(this);
    auto *grid = new QGridLayout(pad);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(space::Small);
    m_receipt = new QLineEdit(pad);
    m_receipt->setObjectName(QStringLiteral("receipt"));
    m_receipt->setMaxLength(LongestReceipt);
    m_receipt->setMinimumHeight(measure::Touch);
    grid->addWidget(m_receipt, 0, 0, 1, 3);
    const QStringList keys{QStringLiteral("7"), QStringLiteral("8"), QStringLiteral("9"), QStringLiteral("4"), QStringLiteral("5"), QStringLiteral("6"),
                           QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3"), QStringLiteral("0")};
    for (int i = 0; i < keys.size(); ++i) {
        QPushButton *key = makeButton(keys[i], ButtonRole::Secondary, pad);
        key->setFocusPolicy(Qt::NoFocus);
        setTextRole(key, TypeRole::Strong);
        key->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        grid->addWidget(key, 1 + i / 3, i % 3, 1, i == 9 ? 2 : 1);
        connect(key, &QPushButton::clicked, this, [this, text = keys[i]] { typeInto(text); });
    }
    QPushButton *erase = makeButton(QString(), ButtonRole::Secondary, pad);
    erase->setFocusPolicy(Qt::NoFocus);
    say(pad, [this, erase] {
        m_receipt->setPlaceholderText(tr("Receipt number"));
        m_receipt->setAccessibleName(tr("Receipt number of the card machine"));
        erase->setAccessibleName(tr("Erase"));
    });
    const auto dress = [erase, &theme] { erase->setIcon(icon(IconName::Backspace, theme, 20)); };
    connect(&theme, &Theme::changed, erase, dress);
    dress();
    grid->addWidget(erase, 4, 2);
    connect(erase, &QPushButton::clicked, m_receipt, &QLineEdit::backspace);
    connect(m_receipt, &QLineEdit::textChanged, this, &MachineQuestion::refresh);
    return pad;
}

QWidget *MachineQuestion::makeVerbs()
{
    auto *verbs = new QWidget(this);
    auto *layout = new QVBoxLayout(verbs);
    layout->setContentsMargins(0, space::Small, 0, 0);
    layout->setSpacing(space::Medium);
    m_approved = makeButton(QString(), ButtonRole::Pay, verbs);
    m_approved->setObjectName(QStringLiteral("approved"));
    m_approved->setAutoDefault(false);
    auto *others = new QHBoxLayout;
    others->setSpacing(space::Large);
    m_declined = makeButton(QString(), ButtonRole::Secondary, verbs);
    m_declined->setObjectName(QStringLiteral("declined"));
    m_open = makeButton(QString(), ButtonRole::Secondary, verbs);
    m_open->setObjectName(QStringLiteral("leftOpen"));
    for (QPushButton *button : {m_declined, m_open}) {
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        others->addWidget(button, 1);
    }
    layout->addWidget(m_approved);
    layout->addLayout(others);
    connect(m_approved, &QPushButton::clicked, this, &MachineQuestion::approve);
    connect(m_declined, &QPushButton::clicked, this, [this] {
        if (m_guard.isOpen())
            Q_EMIT declined();
    });
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (m_guard.isOpen())
            Q_EMIT leftOpen();
    });
    return verbs;
}

void MachineQuestion::ask(About about, Money amount)
{
    m_guard.close(); // the press that brought the question here answers nothing
    m_isBusy = false;
    m_asked = {about, amount};
    m_receipt->clear();
    tellQuestion();
    refresh();
    m_receipt->setFocus();
}

void MachineQuestion::tellQuestion()
{
    if (!m_asked)
        return;
    const auto [about, amount] = *m_asked;
    m_title->setText(titleOf(about, formatMoney(amount, MoneySign::Show)));
    m_text->setText(questionText(about));
    const bool isCharge = about == About::Charge || about == About::Again || about == About::Settlement;
    m_approved->setText(isCharge ? tr("Approved") : about == About::Refund ? tr("Given back") : tr("It was a card"));
    m_declined->setText(tr("Declined or cancelled"));
    m_declined->setVisible(isCharge);
    m_open->setText(isCharge && about != About::Settlement ? tr("Don't know") : about == About::Refund ? tr("Later") : tr("Back"));
}

void MachineQuestion::setBusy(bool busy)
{
    m_isBusy = busy;
    refresh();
}

void MachineQuestion::typeInto(const QString &text)
{
    m_receipt->setFocus();
    m_receipt->insert(text);
}

void MachineQuestion::refresh()
{
    m_approved->setEnabled(!m_isBusy && !m_receipt->text().trimmed().isEmpty());
    m_declined->setEnabled(!m_isBusy);
    m_open->setEnabled(!m_isBusy);
}

void MachineQuestion::approve()
{
    if (!m_guard.isOpen())
        return m_guard.close();
    Q_EMIT approved(m_receipt->text().trimmed());
}

/// Enter goes from the number to the verb and answers there: a scanner that ends its code with Enter answers nothing.
void MachineQuestion::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!isEnter || event->isAutoRepeat())
        return QWidget::keyPressEvent(event);
    auto *button = qobject_cast<QPushButton *>(focusWidget());
    if (button && button->hasFocus())
        return button->click();
    if (m_approved->isEnabled()) {
        m_guard.close();
        m_approved->setFocus();
    }
}

} // namespace foyer
