#include "ui/exchange/exchangemode.h"

#include "ui/exchange/exchangetext.h"
#include "ui/retranslation.h"
#include "ui/sell/cartpanel.h"
#include "ui/widgets/banner.h"

#include <QtWidgets/QVBoxLayout>

namespace foyer {

ExchangeMode::ExchangeMode(const Theme &theme, Cart &cart, CartPanel &panel, QWidget *parent)
    : QWidget(parent), m_cart(cart), m_panel(panel), m_banner(new Banner(theme, this))
{
    m_banner->setObjectName(QStringLiteral("exchangeBanner"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_banner);
    connect(m_banner, &Banner::actionTriggered, this, &ExchangeMode::leave);
    say(this, [this] { tell(); });
}

void ExchangeMode::begin(const ExchangeInHand &exchange)
{
    m_inHand = exchange;
    tell();
}

void ExchangeMode::end()
{
    m_inHand.reset();
    tell();
}

bool ExchangeMode::leave()
{
    if (!m_inHand)
        return false;
    end();
    if (!m_cart.isEmpty())
        m_cart.empty();
    Q_EMIT left();
    return true;
}

void ExchangeMode::tell()
{
    m_panel.setCredit(m_inHand ? std::optional(m_inHand->worth) : std::nullopt);
    setVisible(m_inHand.has_value());
    if (m_inHand)
        m_banner->showMessage(Tone::Accent, exchangeBannerText(*m_inHand), tr("Leave it   Esc"));
    else
        m_banner->clear();
}

} // namespace foyer
