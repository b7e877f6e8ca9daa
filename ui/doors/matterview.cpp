#include "ui/doors/matterview.h"

#include "ui/format.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer {

MatterView::MatterView(QWidget *parent)
    : QWidget(parent), m_title(new QLabel(this)), m_amount(new QLabel(this)), m_reason(new QLabel(this)), m_story(new QLabel(this))
{
    setTextRole(m_title, TypeRole::Section);
    setTextRole(m_amount, TypeRole::Total);
    setTone(m_reason, Tone::Warn);
    m_title->setObjectName(QStringLiteral("matterTitle"));
    m_amount->setObjectName(QStringLiteral("matterAmount"));
    m_reason->setObjectName(QStringLiteral("matterReason"));
    m_story->setObjectName(QStringLiteral("matterStory"));
    for (QLabel *label : {m_title, m_reason, m_story}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *verbs = new QGridLayout;
    verbs->setHorizontalSpacing(space::Large);
    verbs->setVerticalSpacing(space::Small);
    verbs->setColumnStretch(1, 1);
    m_accept = addVerb(*verbs, "acceptMatter", &MatterView::acceptWanted);
    m_giveBack = addVerb(*verbs, "giveBackMatter", &MatterView::giveBackWanted);
    m_credit = addVerb(*verbs, "creditMatter", &MatterView::creditWanted);
    m_dismiss = addVerb(*verbs, "dismissMatter", &MatterView::dismissWanted);
    m_order = addVerb(*verbs, "findMatter", &MatterView::orderWanted);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    for (QLabel *label : {m_title, m_amount, m_reason, m_story})
        layout->addWidget(label);
    layout->addSpacing(space::Small);
    layout->addLayout(verbs);
    layout->addStretch();
    say(this, [this] { refresh(); });
}

MatterView::Verb MatterView::addVerb(QGridLayout &grid, const char *name, void (MatterView::*wanted)())
{
    const Verb verb{makeButton(QString(), ButtonRole::Secondary, this), new QLabel(this)};
    verb.button->setObjectName(QLatin1String(name));
    verb.meaning->setTextFormat(Qt::PlainText);
    verb.meaning->setWordWrap(true);
    setTone(verb.meaning, Tone::Muted);
    const int row = grid.rowCount();
    grid.addWidget(verb.button, row, 0);
    grid.addWidget(verb.meaning, row, 1);
    connect(verb.button, &QPushButton::clicked, this, wanted);
    return verb;
}

void MatterView::present(const DoorMatter &matter)
{
    if (!m_matter || matterId(*m_matter) != matterId(matter))
        m_detail = {};
    m_matter = matter;
    refresh();
}

void MatterView::tell(const MatterDetail &detail)
{
    m_detail = detail;
    refresh();
}

void MatterView::refresh()
{
    if (!m_matter)
        return;
    const auto *sale = std::get_if<SaleConflict>(&*m_matter);
    m_title->setText(doorwords::title(*m_matter));
    m_amount->setVisible(sale);
    m_amount->setText(sale ? formatMoney(moneyOf(*sale), MoneySign::Show) : QString());
    m_reason->setText(doorwords::reason(*m_matter));
    m_story->setText(doorwords::story(*m_matter, m_detail));
    refreshVerbs();
}

void MatterView::refreshVerbs()
{
    const auto *sale = std::get_if<SaleConflict>(&*m_matter);
    const bool canStand = sale && canBecomeOrder(*sale);
    const bool canGoBack = canStand && moneyOf(*sale).isPositive();
    offer(m_accept, !sale || canStand, sale ? tr("Let the sale stand") : tr("Leave it as it is"),
          sale ? tr("It becomes an order: the tickets admit, and their places are taken from those of the house.")
               : tr("You have looked at it. The passage stays uncounted and leaves this list."));
    const bool isCashAlone = canGoBack && doorwords::givesCash(m_detail.sale) && m_detail.sale.payments.size() == 1;
    offer(m_giveBack, canGoBack, isCashAlone ? tr("Give back in cash") : tr("Give the money back"),
          tr("The sale is on record, its tickets are void, and the customer gets the money the way it was paid."));
    offer(m_credit, canGoBack, tr("Give credit…"), tr("The same, but the money goes to a customer's wallet or a gift card."));
    offer(m_dismiss, sale, tr("Leave it out"),
          tr("It never becomes an order here: its tickets admit nobody, and its money stands in no book of this box office."));
    offer(m_order, !sale, tr("Find the ticket"), tr("Opens its order."));
}

void MatterView::offer(const Verb &verb, bool isOffered, const QString &text, const QString &meaning)
{
    verb.button->setText(text);
    verb.button->setAccessibleDescription(meaning);
    verb.meaning->setText(meaning);
    verb.button->setVisible(isOffered);
    verb.meaning->setVisible(isOffered);
}

} // namespace foyer
