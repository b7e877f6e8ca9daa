#include "ui/promos/promosection.h"

#include "core/domain/errortext.h"
#include "ui/promos/promoform.h"
#include "ui/promos/promotext.h"
#include "ui/retranslation.h"
#include "ui/theme/stylesheet.h"

#include <QtWidgets/QLabel>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>

namespace foyer {
namespace {

constexpr int PromoRowHeight = 56;
constexpr int PromoListHeight = 112; ///< two codes: the form below fits a small screen, too
constexpr int ListedPromoOrders = 8; ///< more are counted only

/// Wraps and shows what people typed as it is.
QLabel *promoLabel(const char *name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

PromoSection::PromoSection(Backend &backend, WhoAsks actor, QWidget *parent)
    : QWidget(parent)
    , m_backend(backend)
    , m_actor(std::move(actor))
    , m_codes(new QListWidget(this))
    , m_orders(promoLabel("promoOrders", this))
    , m_end(makeButton(QString(), ButtonRole::Secondary, this))
    , m_note(promoLabel("promoNote", this))
    , m_fault(promoLabel("promoFault", this))
    , m_form(new PromoForm(backend, m_actor, this))
{
    m_codes->setObjectName(QStringLiteral("promoCodes"));
    m_codes->setMinimumHeight(PromoListHeight);
    m_codes->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_end->setObjectName(QStringLiteral("endPromo"));
    setTone(m_orders, Tone::Muted);
    setTone(m_note, Tone::Muted);
    setTone(m_fault, Tone::Bad);
    hideFault();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::Medium);
    layout->addWidget(m_note);
    layout->addWidget(m_codes, 1);
    layout->addWidget(m_orders);
    layout->addWidget(m_end, 0, Qt::AlignLeft);
    layout->addWidget(m_form);
    layout->addWidget(m_fault);
    connect(m_codes, &QListWidget::currentRowChanged, this, &PromoSection::showOrders);
    connect(m_end, &QPushButton::clicked, this, &PromoSection::end);
    connect(m_form, &PromoForm::pressed, this, &PromoSection::hideFault);
    connect(m_form, &PromoForm::failed, this, &PromoSection::tell);
    connect(m_form, &PromoForm::made, this, [this](const PromoCode &made) { reload(made.code); });
    say(this, [this] { retranslate(); });
}

void PromoSection::retranslate()
{
    m_codes->setAccessibleName(tr("Promo codes"));
    m_end->setText(tr("End the code"));
    present(std::vector<PromoUse>(m_promos), {});
}

void PromoSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    hideFault();
    reload();
    m_form->reload();
}

const PromoUse *PromoSection::current() const
{
    const int row = m_codes->currentRow();
    return row >= 0 && row < int(m_promos.size()) ? &m_promos[size_t(row)] : nullptr;
}

void PromoSection::reload(const QString &code)
{
    m_backend.run(this, [](Desk &desk) { return desk.office.promos().list(); }, [this, code](const Result<std::vector<PromoUse>> &codes) {
        if (codes)
            present(*codes, code);
        else
            tell(codes.error());
    });
}

void PromoSection::present(const std::vector<PromoUse> &codes, const QString &code)
{
    const QString kept = !code.isEmpty() ? code : current() ? current()->promo.code : QString();
    const bool mayChange = may(m_actor().role, Permission::ManageCatalogue);
    m_promos = codes;
    {
        const QSignalBlocker quiet(m_codes);
        m_codes->clear();
        int row = 0;
        for (size_t i = 0; i < m_promos.size(); ++i) {
            auto *item = new QListWidgetItem(promoRowText(m_promos[i], m_backend.clock().now()), m_codes);
            item->setSizeHint({0, PromoRowHeight});
            if (m_promos[i].promo.code == kept)
                row = int(i);
        }
        m_codes->setCurrentRow(m_promos.empty() ? -1 : row);
    }
    m_codes->setVisible(!m_promos.empty());
    m_form->setVisible(mayChange);
    const QString empty = m_promos.empty() ? tr("There is no promo code yet.") : tr("A code is entered in the cart (F8).");
    m_note->setText(mayChange ? empty : empty + u' ' + tr("A manager makes and ends codes."));
    showOrders();
}

void PromoSection::showOrders()
{
    const PromoUse *use = current();
    m_orders->setVisible(use);
    m_end->setVisible(use && !use->promo.revokedAt && may(m_actor().role, Permission::ManageCatalogue));
    if (!use)
        return;
    m_backend.run(this, [code = use->promo.code](Desk &desk) { return desk.office.promos().show(code); },
                  [this, asked = ++m_asked](const Result<PromoDetail> &detail) {
        if (asked != m_asked || !detail)
            return;
        QStringList lines;
        for (const PromoOrder &order : detail->orders)
            if (lines.size() < ListedPromoOrders)
                lines << promoOrderText(order);
        if (detail->use.used > lines.size())
            lines << tr("and %n more", nullptr, int(detail->use.used - lines.size()));
        m_orders->setText(lines.isEmpty() ? tr("No order has used it yet.") : lines.join(u'\n'));
    });
}

void PromoSection::end()
{
    if (!current())
        return;
    hideFault();
    m_backend.run(this, [actor = m_actor(), code = current()->promo.code](Desk &desk) { return desk.office.promos().revoke(actor, code); },
                  [this](const Result<PromoCode> &ended) {
        if (ended)
            reload(ended->code);
        else
            tell(ended.error());
    });
}

void PromoSection::hideFault()
{
    m_fault->clear();
    m_fault->hide();
}

void PromoSection::tell(const Error &error)
{
    m_fault->setText(sentence(error));
    m_fault->show();
}

} // namespace foyer
