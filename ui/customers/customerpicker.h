// CustomerPicker: a search field and whoever fits what is typed; gift cards by their code. Down and Enter choose.
#pragma once

#include "ui/backend/backend.h"
#include "ui/customers/foundpurse.h"

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QLineEdit)
QT_FORWARD_DECLARE_CLASS(QListWidget)

namespace foyer {

class CustomerPicker final : public QWidget
{
    Q_OBJECT

public:
    /// The object names of field and list begin with `name`.
    CustomerPicker(Backend &backend, const QString &name, QWidget *parent = nullptr);

    QString typed() const;
    /// What to say while nothing is typed.
    void setHint(const QString &hint);
    /// Empties the field; `first` stands in the list until something is typed.
    void begin(std::vector<FoundPurse> first = {});
    /// Searches again for what is typed, as after a change.
    void refresh();
    /// What was typed is selected: typing begins anew.
    void focusSearch();

Q_SIGNALS:
    void chosen(const foyer::FoundPurse &purse);
    void failed(const foyer::Error &error);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();
    void list(std::vector<FoundPurse> found);
    void choose(int row);
    void tellHint();
    bool handleKey(const QObject *watched, int key);

    Backend &m_backend;
    QLineEdit *m_field;
    QListWidget *m_list;
    QLabel *m_hint;
    QString m_hintText;
    std::vector<FoundPurse> m_found;
    int m_asked = 0; ///< answers to an earlier word are dropped
};

} // namespace foyer
