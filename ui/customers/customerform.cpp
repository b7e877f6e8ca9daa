#include "ui/customers/customerform.h"

#include "core/domain/errortext.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QPushButton>

namespace foyer {

CustomerForm::CustomerForm(Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_name(addField("formName"))
    , m_email(addField("formEmail"))
    , m_phone(addField("formPhone"))
    , m_notes(new QPlainTextEdit(this))
    , m_fault(new QLabel(this))
    , m_save(makeButton(QString(), ButtonRole::Primary, this))
    , m_cancel(makeButton(QString(), ButtonRole::Secondary, this))
{
    setTextRole(m_title, TypeRole::Section);
    setTone(m_fault, Tone::Bad);
    m_fault->setObjectName(QStringLiteral("formFault"));
    m_fault->setWordWrap(true);
    m_notes->setObjectName(QStringLiteral("formNotes"));
    m_notes->setTabChangesFocus(true);
    m_save->setObjectName(QStringLiteral("saveCustomer"));
    m_cancel->setObjectName(QStringLiteral("cancelCustomer"));
    m_name->setMaxLength(Customers::MaxNameLength);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_email, m_phone, m_notes}) {
        auto *label = new QLabel(this);
        label->setBuddy(field);
        m_labels << label;
        layout->addWidget(label);
        layout->addWidget(field);
    }
    layout->addWidget(m_fault);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_cancel);
    foot->addStretch();
    foot->addWidget(m_save);
    layout->addLayout(foot);
    connect(m_save, &QPushButton::clicked, this, &CustomerForm::save);
    connect(m_cancel, &QPushButton::clicked, this, &CustomerForm::cancelled);
    setFocusProxy(m_name);
    say(this, [this] { retranslate(); });
}

QLineEdit *CustomerForm::addField(const char *name)
{
    auto *field = new QLineEdit(this);
    field->setObjectName(QLatin1String(name));
    field->setMinimumHeight(48);
    return field;
}

void CustomerForm::retranslate()
{
    m_title->setText(m_id.isNull() ? tr("New customer") : tr("Edit customer"));
    const QStringList words{tr("Name"), tr("E-mail"), tr("Phone"), tr("Notes for the house")};
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_labels[i]->setText(words[i]);
        m_labels[i]->buddy()->setAccessibleName(words[i]);
    }
    m_save->setText(m_id.isNull() ? tr("Add customer") : tr("Save customer"));
    m_cancel->setText(tr("Cancel   Esc"));
}

void CustomerForm::begin(const Customer &customer, const Actor &actor)
{
    m_actor = actor;
    m_id = customer.id;
    m_name->setText(customer.name);
    m_email->setText(customer.email);
    m_phone->setText(customer.phone);
    m_notes->setPlainText(customer.notes);
    m_fault->hide();
    retranslate();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->end(false);
}

void CustomerForm::save()
{
    if (std::exchange(m_isSaving, true))
        return; // once
    const Customer wanted{m_id, m_name->text(), m_email->text(), m_phone->text(), m_notes->toPlainText()};
    m_backend.run(this, [wanted, actor = m_actor](Desk &desk) {
        return wanted.id.isNull() ? desk.office.customers().add(actor, wanted) : desk.office.customers().change(actor, wanted);
    }, [this](const Result<Customer> &saved) {
        m_isSaving = false;
        if (saved)
            return Q_EMIT this->saved(*saved);
        m_fault->setText(sentence(saved.error()));
        m_fault->show();
    });
}

void CustomerForm::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        Q_EMIT cancelled();
    else if (isEnter && qobject_cast<QLineEdit *>(focusWidget()))
        save();
    else
        QWidget::keyPressEvent(event);
}

} // namespace foyer
