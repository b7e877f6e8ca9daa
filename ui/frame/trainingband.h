// TrainingBand: says across the whole window, on every page, that nothing here is real.
#pragma once

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

class TrainingBand final : public QWidget
{
    Q_OBJECT

public:
    /// `pin`: what everybody signs in with here; empty when they use their own.
    TrainingBand(const Theme &theme, QString pin, QWidget *parent = nullptr);

    QString text() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    const Theme &m_theme;
    const QString m_pin;
};

} // namespace foyer
