#include "ui/firstrun/serverstep.h"

#include "core/domain/errortext.h"
#include "ui/firstrun/field.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QPointer>
#include <QtGui/QIntValidator>
#include <QtWidgets/QCheckBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

QLineEdit *namedEdit(const char *name, const QString &text = {})
{
    auto *edit = new QLineEdit(text);
    edit->setObjectName(QLatin1String(name));
    return edit;
}

QHBoxLayout *side(std::initializer_list<std::pair<QWidget *, int>> widgets)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::Medium);
    for (const auto &[widget, share] : widgets)
        row->addWidget(widget, share, Qt::AlignTop);
    return row;
}

} // namespace

ServerStep::ServerStep(Look look, QWidget *parent)
    : FirstStep(parent)
    , m_look(std::move(look))
    , m_host(namedEdit("host", QStringLiteral("localhost")))
    , m_port(namedEdit("port", QStringLiteral("5432")))
    , m_database(namedEdit("database", QStringLiteral("boxoffice")))
    , m_user(namedEdit("user"))
    , m_password(namedEdit("password"))
    , m_hostField(new Field(m_host, [] { return tr("Server"); }, this))
    , m_portField(new Field(m_port, [] { return tr("Port"); }, this))
    , m_databaseField(new Field(m_database, [] { return tr("Database"); }, this))
    , m_userField(new Field(m_user, [] { return tr("User"); }, this))
    , m_remember(new QCheckBox(this))
    , m_test(makeButton(QString(), ButtonRole::Secondary, this))
    , m_outcome(new QLabel(this))
{
    m_port->setValidator(new QIntValidator(1, 65535, m_port));
    m_password->setEchoMode(QLineEdit::Password);
    m_remember->setObjectName(QStringLiteral("remember"));
    m_remember->setMinimumHeight(measure::Touch);
    m_remember->setChecked(true);
    m_test->setObjectName(QStringLiteral("test"));
    m_outcome->setObjectName(QStringLiteral("outcome"));
    m_outcome->setWordWrap(true);
    m_outcome->setTextFormat(Qt::PlainText);
    auto *passwordField = new Field(m_password, [] { return tr("Password, unless the server asks for none"); }, this);
    column()->addLayout(side({{m_hostField, 4}, {m_portField, 1}}));
    column()->addWidget(m_databaseField);
    column()->addLayout(side({{m_userField, 1}, {passwordField, 1}}));
    column()->addWidget(m_remember);
    column()->addWidget(m_test, 0, Qt::AlignLeft);
    column()->addWidget(m_outcome);
    column()->addStretch();
    say(this, [this] {
        m_remember->setText(tr("Keep the password on this computer, in the file .pgpass of my home folder"));
        m_test->setText(tr("Test the connection"));
        if (m_found)
            tell(*m_found);
    });
    for (QLineEdit *edit : {m_host, m_port, m_database, m_user, m_password})
        connect(edit, &QLineEdit::textEdited, this, &ServerStep::forget);
    connect(m_test, &QPushButton::clicked, this, [this] { test(false); });
}

QString ServerStep::title() const
{
    return tr("Which server?");
}

void ServerStep::begin()
{
    (m_user->text().isEmpty() ? m_user : m_host)->setFocus(Qt::OtherFocusReason);
}

void ServerStep::forget()
{
    ++m_asked;
    m_found.reset();
    m_outcome->clear();
    m_test->setEnabled(true);
}

QString ServerStep::address() const
{
    const auto part = [](const QLineEdit *edit) { return QString::fromLatin1(QUrl::toPercentEncoding(edit->text().trimmed())); };
    return QStringLiteral("postgres://%1@%2:%3/%4").arg(part(m_user), m_host->text().trimmed(), m_port->text(), part(m_database));
}

std::optional<DatabaseUrl> ServerStep::read()
{
    const std::pair<Field *, QLineEdit *> needed[]{{m_hostField, m_host}, {m_portField, m_port}, {m_databaseField, m_database}, {m_userField, m_user}};
    for (const auto &[field, edit] : needed)
        field->setFault({});
    for (const auto &[field, edit] : needed)
        if (edit->text().trimmed().isEmpty() || !edit->hasAcceptableInput())
            return field->setFault(tr("This is needed to reach the server.")), std::nullopt;
    auto url = DatabaseUrl::parse(address());
    if (!url)
        return m_hostField->setFault(sentence(url.error())), std::nullopt;
    url->password = m_password->text();
    return *url;
}

void ServerStep::test(bool goesOn)
{
    const auto url = read();
    if (!url)
        return;
    setTone(m_outcome, Tone::Muted);
    m_outcome->setText(tr("Asking the server…"));
    m_test->setEnabled(false);
    m_look(*url, [self = QPointer(this), asked = ++m_asked, goesOn](const Result<BoxOffice::Found> &found) {
        if (!self || asked != self->m_asked)
            return;
        self->m_test->setEnabled(true);
        self->m_found = found;
        self->tell(found);
        if (goesOn && found)
            Q_EMIT self->done();
    });
}

void ServerStep::tell(const Result<BoxOffice::Found> &found)
{
    setTone(m_outcome, found ? Tone::Good : Tone::Bad);
    m_outcome->setText(!found ? sentence(found.error())
                       : *found == BoxOffice::Found::BoxOffice ? tr("The server answers, and there is a box office already: you only sign in.")
                                                               : tr("The server answers. There is no box office yet: it will be made now."));
}

bool ServerStep::take(FirstAnswers &answers)
{
    const auto url = read();
    if (!url)
        return false;
    if (!m_found || !*m_found) {
        test(true);
        return false;
    }
    answers.url = *url;
    answers.address = address();
    answers.remembersPassword = m_remember->isChecked() && !m_password->text().isEmpty();
    answers.hasBoxOffice = **m_found == BoxOffice::Found::BoxOffice;
    return true;
}

} // namespace foyer
