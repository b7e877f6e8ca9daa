#include "ui/orders/levelchoice.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

QString levelText(const LevelOffer &level)
{
    const Money difference = level.difference();
    if (difference.isZero())
        return LevelChoice::tr("%1, for the same money").arg(level.name);
    return difference.isPositive() ? LevelChoice::tr("%1, take %2…").arg(level.name, formatMoney(difference, MoneySign::Show))
                                   : LevelChoice::tr("%1, give %2 back").arg(level.name, formatMoney(-difference, MoneySign::Show));
}

} // namespace

LevelChoice::LevelChoice(Monotonic now, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_words(new QLabel(this))
    , m_tiles(new QWidget(this))
    , m_credit(new QCheckBox(this))
    , m_back(makeButton(QString(), ButtonRole::Secondary, this))
    , m_guard(std::move(now))
{
    setTextRole(m_title, TypeRole::Section);
    m_back->setObjectName(QStringLiteral("leaveLevels"));
    m_credit->setObjectName(QStringLiteral("levelCredit"));
    m_credit->setMinimumHeight(measure::Touch);
    m_words->setObjectName(QStringLiteral("levelWords"));
    for (QLabel *label : {m_title, m_words}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *tiles = new QVBoxLayout(m_tiles);
    tiles->setContentsMargins(0, 0, 0, 0);
    tiles->setSpacing(space::Small);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Large);
    layout->addWidget(m_title);
    layout->addWidget(m_words);
    layout->addWidget(m_tiles);
    layout->addWidget(m_credit);
    layout->addWidget(m_back, 0, Qt::AlignLeft);
    layout->addStretch();
    connect(m_back, &QPushButton::clicked, this, &LevelChoice::left);
    say(m_back, [this] { m_back->setText(tr("Back   Esc")); });
}

void LevelChoice::ask(const QString &title, const std::vector<LevelOffer> &levels, const QString &creditTo)
{
    qDeleteAll(m_tiles->findChildren<QPushButton *>(Qt::FindDirectChildrenOnly));
    m_title->setText(title);
    m_words->setText(levels.empty() ? tr("These tickets have no other price.")
                                    : tr("The places stay. The tickets are replaced: print the new ones; those before admit nobody any more. "
                                         "What is given back goes to the cards and wallets first, then comes out of this drawer; what is to be paid can be paid in any way."));
    const bool givesBack = std::any_of(levels.begin(), levels.end(), [](const LevelOffer &level) { return level.difference().isNegative(); });
    m_credit->setText(tr("What is given back goes into the wallet of %1").arg(creditTo));
    m_credit->setChecked(false);
    m_credit->setVisible(givesBack && !creditTo.isEmpty());
    int number = 0;
    for (const LevelOffer &level : levels) {
        QPushButton *tile = makeButton(levelText(level), ButtonRole::Secondary, m_tiles);
        tile->setObjectName(QStringLiteral("level%1").arg(++number));
        m_tiles->layout()->addWidget(tile);
        connect(tile, &QPushButton::clicked, this, [this, level] {
            if (m_guard.isOpen())
                Q_EMIT chosen(level, m_credit->isChecked());
        });
    }
    m_guard.close(); // the press that asked does not answer
    setBusy(false);
    m_back->setFocus(Qt::OtherFocusReason);
}

void LevelChoice::setBusy(bool busy)
{
    m_tiles->setEnabled(!busy);
    m_credit->setEnabled(!busy);
}

} // namespace foyer
