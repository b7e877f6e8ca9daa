#include "ui/approval/approvalpanel.h"

#include "core/domain/errortext.h"
#include "ui/backend/backend.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/pinpad.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QScrollArea>

namespace foyer {
namespace {

constexpr int ApprovalWidth = 340;
constexpr int ApprovalColumns = 2;
constexpr int ApprovalRows = 2; ///< that are shown; there are more behind them

using People = std::vector<std::pair<StaffId, QString>>;

} // namespace

ApprovalPanel::ApprovalPanel(const Theme &theme, Backend &backend, QWidget *parent)
    : QFrame(parent)
    , m_backend(backend)
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_names(new QScrollArea(this))
    , m_tiles(new QGridLayout)
    , m_group(new QButtonGroup(this))
    , m_pad(new PinPad(theme, Staff::PinLength, this))
    , m_banner(new Banner(theme, this))
    , m_cancel(makeButton(QString(), ButtonRole::Secondary, this))
{
    setPanel(this);
    setFixedWidth(ApprovalWidth);
    setTextRole(m_title, TypeRole::Strong);
    m_title->setWordWrap(true);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setObjectName(QStringLiteral("approvalWords"));
    m_cancel->setObjectName(QStringLiteral("approvalCancel"));
    m_tiles->setSpacing(space::Small);
    m_tiles->setContentsMargins(0, 0, 0, 0);
    auto *tiles = new QWidget(m_names);
    tiles->setLayout(m_tiles);
    m_names->setWidget(tiles);
    m_names->setWidgetResizable(true);
    m_names->setFrameShape(QFrame::NoFrame);
    m_names->setFocusPolicy(Qt::NoFocus);
    m_names->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_names->setFixedHeight(0);
    m_pad->setCompact();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::Large, space::Medium, space::Large, space::Medium);
    layout->setSpacing(space::Small);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_names);
    layout->addWidget(m_banner);
    layout->addWidget(m_pad);
    layout->addWidget(m_cancel);
    layout->addStretch(1);
    say(this, [this] { m_cancel->setText(tr("Without it   Esc")); });
    connect(m_cancel, &QPushButton::clicked, this, &ApprovalPanel::cancel);
    connect(m_pad, &PinPad::entered, this, &ApprovalPanel::submit);
    connect(m_group, &QButtonGroup::idClicked, this, [this] {
        m_pad->clear();
        m_pad->setFocus();
    });
    hide();
}

void ApprovalPanel::withRight(Permission permission, const Session &session, Then then)
{
    if (may(session.actor.role, permission)) {
        cancel();
        return then(session.actor);
    }
    begin(tr("Somebody has to allow this"), permission, session, std::move(then));
    m_words->setText(tr("%1 may not do this alone: %2. A supervisor chooses their name and gives their PIN; both names are recorded.")
                         .arg(session.name, verbText(permission)));
}

void ApprovalPanel::askPerson(const QString &title, const Session &session, Then then)
{
    begin(title, std::nullopt, session, std::move(then));
    m_words->setText(tr("Whoever takes over chooses their name and gives their PIN."));
}

void ApprovalPanel::begin(const QString &title, std::optional<Permission> permission, const Session &session, Then then)
{
    const quint64 number = ++m_number;
    m_session = session;
    m_permission = permission;
    m_then = std::move(then);
    m_title->setText(title);
    m_banner->clear();
    m_pad->clear();
    m_pad->setEnabled(false);
    QFrame::show();
    Q_EMIT opened();
    m_cancel->setFocus();
    m_backend.run(this, [permission, me = session.actor.staff](Desk &desk) -> Result<People> {
        const auto members = desk.office.staff().list();
        if (!members)
            return fail(members.error());
        People people;
        for (const StaffMember &member : *members)
            if (member.id != me && (!permission || may(member.role, *permission)))
                people.emplace_back(member.id, member.name);
        return people;
    }, [this, number](const Result<People> &people) {
        if (number != m_number)
            return;
        if (!people)
            return m_banner->showMessage(Tone::Bad, sentence(people.error()));
        show(*people);
    });
}

void ApprovalPanel::show(const People &people)
{
    for (QAbstractButton *button : m_group->buttons())
        delete button;
    m_people.clear();
    for (const auto &[id, name] : people) {
        auto *tile = makeButton(name, ButtonRole::Secondary, this);
        tile->setObjectName(QStringLiteral("approver"));
        tile->setCheckable(true);
        const int index = int(m_people.size());
        m_group->addButton(tile, index);
        m_tiles->addWidget(tile, index / ApprovalColumns, index % ApprovalColumns);
        m_people.push_back(id);
    }
    const int rows = std::clamp((int(people.size()) + ApprovalColumns - 1) / ApprovalColumns, 0, ApprovalRows);
    m_names->setFixedHeight(rows * measure::Touch + std::max(0, rows - 1) * space::Small);
    if (m_people.empty())
        return m_banner->showMessage(Tone::Warn, tr("Nobody else is on the staff who could do this."));
    m_group->button(0)->setChecked(true);
    m_pad->setEnabled(true);
    m_pad->setFocus();
}

void ApprovalPanel::submit(const QString &pin)
{
    const int chosen = m_group->checkedId();
    if (chosen < 0 || size_t(chosen) >= m_people.size())
        return;
    m_pad->setEnabled(false);
    m_banner->clear();
    m_backend.run(this, [actor = m_session.actor, permission = m_permission, who = m_people[size_t(chosen)], pin](Desk &desk) {
        return permission ? desk.office.staff().approve(actor, *permission, who, pin) : desk.office.staff().prove(who, pin);
    }, [this, number = m_number](const Result<Actor> &actor) { answered(number, actor); });
}

void ApprovalPanel::answered(quint64 number, const Result<Actor> &actor)
{
    if (number != m_number)
        return;
    m_pad->clear();
    m_pad->setEnabled(true);
    if (!actor) {
        m_banner->showMessage(Tone::Bad, sentence(actor.error()));
        return m_pad->setFocus();
    }
    const Then then = std::exchange(m_then, nullptr);
    cancel();
    then(*actor);
}

void ApprovalPanel::cancel()
{
    ++m_number;
    m_then = nullptr;
    m_pad->clear();
    if (isHidden())
        return;
    hide();
    Q_EMIT closed();
}

void ApprovalPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        return cancel();
    QFrame::keyPressEvent(event);
}

} // namespace foyer
