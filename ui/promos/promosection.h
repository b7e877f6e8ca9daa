// PromoSection: the house's promo codes in the settings: what they give, how often they were used and by which orders; a manager
// makes and ends them here.
#pragma once

#include "ui/backend/backend.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class PromoForm;

class PromoSection final : public QWidget
{
    Q_OBJECT

public:
    using WhoAsks = std::function<Actor()>;

    PromoSection(Backend &backend, WhoAsks actor, QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void retranslate();
    void reload(const QString &code = {});
    void present(const std::vector<PromoUse> &codes, const QString &code);
    void showOrders();
    void end();
    void tell(const Error &error);
    void hideFault();
    const PromoUse *current() const;

    Backend &m_backend;
    const WhoAsks m_actor;
    std::vector<PromoUse> m_promos;
    QListWidget *m_codes;
    QLabel *m_orders;
    QPushButton *m_end;
    QLabel *m_note;
    QLabel *m_fault;
    PromoForm *m_form;
    int m_asked = 0; ///< answers about an earlier code are dropped
};

} // namespace foyer
