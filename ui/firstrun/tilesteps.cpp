#include "ui/firstrun/tilesteps.h"

#include "ui/firstrun/field.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

QPushButton *tile(const char *name, QWidget *parent)
{
    QPushButton *button = makeButton(QString(), ButtonRole::Secondary, parent);
    button->setObjectName(QLatin1String(name));
    button->setProperty("tile", true);
    return button;
}

} // namespace

LanguageStep::LanguageStep(QWidget *parent) : FirstStep(parent)
{
    for (const auto &[code, name] : {std::pair(QStringLiteral("en"), QStringLiteral("English")), std::pair(QStringLiteral("de"), QStringLiteral("Deutsch"))}) {
        QPushButton *button = tile(code.toLatin1().constData(), this);
        button->setText(name); // in itself, for whoever reads no other
        column()->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, code = code] {
            Q_EMIT languageChosen(code);
            Q_EMIT done();
        });
        if (!m_first)
            m_first = button;
    }
    column()->addStretch();
}

QString LanguageStep::title() const
{
    return QStringLiteral("Welcome · Willkommen");
}

void LanguageStep::begin()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

HomeStep::HomeStep(const QString &path, QWidget *parent) : FirstStep(parent), m_path(new QLineEdit(path))
{
    m_path->setObjectName(QStringLiteral("path"));
    addTile(Home::Demo, "demo", [] { return tr("Try a demo\nThree invented venues with a season and its sales; nothing in it is real"); });
    addTile(Home::File, "file", [] { return tr("Start a box office on this computer\nOne till; its data are in the file below"); });
    addTile(Home::Server, "server", [] { return tr("Use a server\nSeveral tills sell the same house; the data are in PostgreSQL"); });
    m_pathField = new Field(m_path, [] { return tr("File of the box office on this computer"); }, this);
    auto *browse = makeButton(QString(), ButtonRole::Secondary, this);
    browse->setObjectName(QStringLiteral("browse"));
    say(browse, [browse] { browse->setText(tr("Choose another file…")); });
    connect(browse, &QPushButton::clicked, this, &HomeStep::browse);
    column()->addSpacing(space::Medium);
    column()->addWidget(m_pathField);
    column()->addWidget(browse, 0, Qt::AlignLeft);
    column()->addStretch();
}

void HomeStep::addTile(Home home, const char *name, std::function<QString()> text)
{
    QPushButton *button = tile(name, this);
    say(button, [button, text = std::move(text)] {
        button->setText(text());
        button->setAccessibleName(text().section(u'\n', 0, 0));
    });
    column()->addWidget(button);
    connect(button, &QPushButton::clicked, this, [this, home] {
        m_home = home;
        Q_EMIT done();
    });
    if (!m_first)
        m_first = button;
}

QString HomeStep::title() const
{
    return tr("Where is your box office?");
}

void HomeStep::begin()
{
    m_first->setFocus(Qt::OtherFocusReason);
}

void HomeStep::browse()
{
    const QString chosen = QFileDialog::getSaveFileName(this, tr("File of the box office"), m_path->text(), tr("Box offices (*.db)"), nullptr,
                                                        QFileDialog::DontConfirmOverwrite); // one that is there is opened, never overwritten
    if (!chosen.isEmpty())
        m_path->setText(QDir::toNativeSeparators(chosen));
}

bool HomeStep::take(FirstAnswers &answers)
{
    m_pathField->setFault({});
    answers.home = m_home;
    answers.hasBoxOffice = false;
    if (m_home != Home::File)
        return true;
    const QString path = QDir::fromNativeSeparators(m_path->text().trimmed());
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (path.isEmpty() || QFileInfo(path).isDir() || !folder.isDir() || !folder.isWritable()) {
        m_pathField->setFault(path.isEmpty() ? tr("Name a file for the box office.") : tr("No file can be made there. Choose a folder that you may write to."));
        return false;
    }
    const auto url = DatabaseUrl::parse(QStringLiteral("sqlite:") + QFileInfo(path).absoluteFilePath());
    answers.url = url.value_or(DatabaseUrl());
    answers.address = answers.url.display();
    return url.has_value();
}

} // namespace foyer
