// HelpOverlay: the keys that work on the page that is open, over it.
#pragma once

#include <QtCore/QPointer>
#include <QtWidgets/QFrame>

QT_FORWARD_DECLARE_CLASS(QGridLayout)
QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QPushButton)

namespace foyer {

class HelpOverlay final : public QFrame
{
    Q_OBJECT

public:
    /// Covers the middle of `parent`.
    explicit HelpOverlay(QWidget *parent);

    void toggle();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void close();
    void place();
    void retranslate();

    QLabel *m_title;
    QGridLayout *m_keys;
    QPushButton *m_close;
    QPointer<QWidget> m_before; ///< where the keyboard stood
};

} // namespace foyer
