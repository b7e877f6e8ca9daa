#include "ui/pages/signinpage.h"

#include "core/domain/errortext.h"
#include "core/services/demo.h"
#include "ui/frame/keyhelp.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/pinpad.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {
namespace {

constexpr int Columns = 3;
constexpr QSize TileSize{184, 72};

QString roleText(Role role)
{
    switch (role) {
    case Role::Cashier:
        return SignInPage::tr("Cashier");
    case Role::Steward:
        return SignInPage::tr("Steward");
    case Role::Supervisor:
        return SignInPage::tr("Supervisor");
    case Role::Manager:
        return SignInPage::tr("Manager");
    case Role::Administrator:
        return SignInPage::tr("Administrator");
    }
    return {};
}

QString initials(const QString &name)
{
    QString letters;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts))
        if (letters.size() < 2)
            letters += word.front().toUpper();
    return letters;
}

QIcon badge(const QString &letters, const Theme &theme)
{
    constexpr int Size = 80;
    QPixmap pixmap(Size, Size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.tokens().accentSurface);
    painter.drawEllipse(0, 0, Size, Size);
    QFont font = theme.font(TypeRole::Strong);
    font.setPixelSize(34);
    painter.setFont(font);
    painter.setPen(theme.tokens().accent);
    painter.drawText(pixmap.rect(), Qt::AlignCenter, letters);
    return pixmap;
}

} // namespace

SignInPage::SignInPage(const Theme &theme, Backend &backend, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_notice(new QLabel(this))
    , m_who(new QLabel(this))
    , m_tiles(new QGridLayout)
    , m_group(new QButtonGroup(this))
    , m_nobody(new EmptyState(theme, IconName::People, QString(), QString(), this))
    , m_pad(new PinPad(theme, foyer::Staff::PinLength, this))
    , m_banner(new Banner(theme, this))
    , m_demo(new QLabel(this))
{
    setTextRole(m_title, TypeRole::Total);
    setTone(m_who, Tone::Muted);
    m_who->setAlignment(Qt::AlignCenter);
    setTone(m_demo, Tone::Muted);
    m_demo->setWordWrap(true);
    m_demo->setAlignment(Qt::AlignCenter);
    m_tiles->setSpacing(space::Medium);
    m_notice->setObjectName(QStringLiteral("lockNotice"));
    m_notice->setWordWrap(true);
    m_notice->hide();
    setTextRole(m_notice, TypeRole::Strong);
    setTone(m_notice, Tone::Warn);
    m_nobody->hide();

    auto *left = new QVBoxLayout;
    left->setSpacing(space::Huge);
    left->addStretch(2);
    left->addWidget(m_title);
    left->addWidget(m_notice);
    left->addLayout(m_tiles);
    left->addWidget(m_nobody);
    left->addStretch(3);
    auto *right = new QVBoxLayout;
    right->setSpacing(space::Medium);
    right->addStretch(2);
    right->addWidget(m_who);
    right->addWidget(m_pad, 0, Qt::AlignHCenter);
    right->addStretch(3);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(2 * space::Vast);
    columns->addStretch();
    columns->addLayout(left);
    columns->addLayout(right);
    columns->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Vast, space::Large, space::Vast, space::Large);
    layout->addWidget(m_banner);
    layout->addLayout(columns, 1);
    layout->addWidget(m_demo);

    describeKeys(this, {{QT_TRANSLATE_NOOP("Keys", "Arrows, letters"), QT_TRANSLATE_NOOP("Keys", "choose who signs in")},
                        {QT_TRANSLATE_NOOP("Keys", "Digits"), QT_TRANSLATE_NOOP("Keys", "the PIN")}});
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idClicked, this, &SignInPage::choose);
    connect(m_pad, &PinPad::entered, this, &SignInPage::submit);
    connect(m_banner, &Banner::actionTriggered, this, &SignInPage::load);
    connect(&theme, &Theme::changed, this, [this] { showStaff(m_staff); });
    retranslate();
}

void SignInPage::retranslate()
{
    m_title->setText(m_owner.isNull() ? tr("Who is selling?") : tr("Locked"));
    m_nobody->setText(tr("Nobody may sign in yet. An administrator adds people with foyerctl."));
    showStaff(m_staff);
}

void SignInPage::begin()
{
    m_owner = {};
    setNotice({});
    wait();
}

void SignInPage::beginLocked(const Session &owner, const QString &notice)
{
    m_owner = owner.actor.staff;
    setNotice(notice);
    wait();
}

void SignInPage::setNotice(const QString &notice)
{
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
}

void SignInPage::wait()
{
    m_chosen = -1;
    m_banner->clear();
    retranslate();
    load();
}

int SignInPage::usualChoice() const
{
    const auto &members = m_staff.members;
    const auto owner = std::find_if(members.begin(), members.end(), [this](const StaffMember &member) { return member.id == m_owner; });
    return owner != members.end() ? int(owner - members.begin()) : members.empty() ? -1 : 0;
}

void SignInPage::load()
{
    m_backend.run(this, [](Desk &desk) -> Result<People> {
        auto members = desk.office.staff().list();
        const auto demo = isDemo(desk.office.writer());
        if (!members || !demo)
            return fail(members ? demo.error() : members.error());
        return People{std::move(*members), *demo};
    }, [this](const Result<People> &staff) {
        if (!staff)
            return m_banner->showMessage(Tone::Bad, sentence(staff.error()), tr("Try again"));
        m_banner->clear();
        if (!isShown(*staff))
            showStaff(*staff); // else whoever types already is not disturbed
        m_nobody->setVisible(staff->members.empty());
    });
}

bool SignInPage::isShown(const People &people) const
{
    const auto same = [](const StaffMember &a, const StaffMember &b) { return a.id == b.id && a.name == b.name && a.role == b.role; };
    return people.isDemo == m_staff.isDemo
        && std::equal(people.members.begin(), people.members.end(), m_staff.members.begin(), m_staff.members.end(), same);
}

void SignInPage::showStaff(const People &people)
{
    m_staff = people;
    for (QAbstractButton *tile : m_group->buttons())
        delete tile;
    for (int i = 0; i < int(m_staff.members.size()); ++i)
        addTile(i);
    QStringList pins;
    for (const DemoMember &member : demoStaff())
        pins << QStringLiteral("%1 %2").arg(QLatin1String(member.name), QLatin1String(member.pin));
    m_demo->setText(tr("This is a demo, nothing in it is real. PINs: %1").arg(pins.join(QStringLiteral(" · "))));
    m_demo->setVisible(m_staff.isDemo);
    choose(m_chosen >= 0 && m_chosen < int(m_staff.members.size()) ? m_chosen : usualChoice());
}

void SignInPage::addTile(int index)
{
    const StaffMember &member = m_staff.members[size_t(index)];
    QPushButton *tile = makeButton(member.name + u'\n' + roleText(member.role), ButtonRole::Secondary, this);
    tile->setProperty("tile", true);
    tile->setCheckable(true);
    tile->setMinimumSize(TileSize);
    tile->setIcon(badge(initials(member.name), m_theme));
    tile->setIconSize({40, 40});
    tile->setAccessibleName(QStringLiteral("%1, %2").arg(member.name, roleText(member.role)));
    tile->setFocusPolicy(Qt::TabFocus);
    tile->installEventFilter(this);
    m_group->addButton(tile, index);
    m_tiles->addWidget(tile, index / Columns, index % Columns);
}

void SignInPage::choose(int index)
{
    m_chosen = index;
    m_pad->clear();
    m_pad->setEnabled(index >= 0);
    if (index < 0) {
        m_who->clear();
        return;
    }
    m_group->button(index)->setChecked(true);
    m_who->setText(tr("PIN of %1").arg(m_staff.members[size_t(index)].name));
    takeKeys();
}

/// Behind another page it leaves them where they are: the staff are shown anew with every change of colours.
void SignInPage::takeKeys()
{
    if (isVisibleTo(window()))
        m_pad->setFocus(Qt::OtherFocusReason);
}

void SignInPage::moveChoice(int by)
{
    const int next = m_chosen + by;
    if (next >= 0 && next < int(m_staff.members.size()))
        choose(next);
}

void SignInPage::chooseByLetter(const QString &letter)
{
    const int count = int(m_staff.members.size());
    for (int step = 1; step <= count; ++step) {
        const int index = (m_chosen + step) % count;
        if (m_staff.members[size_t(index)].name.startsWith(letter, Qt::CaseInsensitive))
            return choose(index);
    }
}

bool SignInPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        watched->removeEventFilter(this);
        Q_EMIT namesShown();
    }
    return QWidget::eventFilter(watched, event);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return moveChoice(-1);
    case Qt::Key_Right:
        return moveChoice(1);
    case Qt::Key_Up:
        return moveChoice(-Columns);
    case Qt::Key_Down:
        return moveChoice(Columns);
    default:
        break;
    }
    if (event->text().size() == 1 && event->text().front().isLetter())
        return chooseByLetter(event->text());
    QWidget::keyPressEvent(event);
}

void SignInPage::submit(const QString &pin)
{
    const StaffMember member = m_staff.members[size_t(m_chosen)];
    m_pad->setEnabled(false);
    m_banner->clear();
    m_backend.run(this, [id = member.id, pin](Desk &desk) { return desk.office.staff().signIn(id, pin); },
                  [this, member](const Result<Actor> &actor) {
        m_pad->setEnabled(true);
        m_pad->clear();
        if (!actor) {
            m_banner->showMessage(Tone::Bad, sentence(actor.error()));
            takeKeys();
            return;
        }
        Q_EMIT signedIn(Session{*actor, member.name});
    });
}

void SignInPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace foyer
