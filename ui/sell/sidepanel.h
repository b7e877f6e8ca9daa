// SidePanel: what stands in the place of the cart for a while: a title, a list, and the way back to the cart.
#pragma once

#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QListWidgetItem)
QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QVBoxLayout)

namespace foyer {

class SidePanel : public QWidget
{
    Q_OBJECT

Q_SIGNALS:
    /// By its button or with Esc.
    void closed();

protected:
    struct Names {
        const char *list;
        const char *close;
    };
    SidePanel(Names names, QWidget *parent);

    /// Below the title.
    QVBoxLayout *column() const { return m_column; }
    QListWidget *list() const { return m_list; }
    QPushButton *closeButton() const { return m_close; }
    static bool isEnter(const QKeyEvent *event);
    /// `closing`: what the way back is called where nobody sees the panel around it.
    void setTitle(const QString &title, const QString &close, const QString &closing);
    /// Two lines of text, at the end of the list.
    QListWidgetItem *addRow(const QString &text);
    void goToFirstRow();

    virtual void retranslate() = 0;
    /// Enter on a row of the list.
    virtual void choose() = 0;

    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QLabel *m_title;
    QPushButton *m_close;
    QListWidget *m_list;
    QVBoxLayout *m_column;
};

} // namespace foyer
