// Skeleton: the outline of what is being loaded, so that nothing looks empty that is not.
#pragma once

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

class Skeleton final : public QWidget
{
    Q_OBJECT

public:
    explicit Skeleton(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace foyer
