// ElidedLabel: one line of text that ends in … when there is no room, and then says the whole in its tooltip.
#pragma once

#include <QtWidgets/QLabel>

namespace foyer {

class ElidedLabel final : public QLabel
{
    Q_OBJECT

public:
    using QLabel::QLabel;

    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    bool isElided() const { return fontMetrics().horizontalAdvance(text()) > contentsRect().width(); }
};

} // namespace foyer
