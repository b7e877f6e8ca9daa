// Theme: puts the tokens on the application as palette, fonts and one stylesheet, and follows the desktop.
#pragma once

#include "ui/theme/tokens.h"

#include <QtCore/QObject>
#include <QtGui/QFont>

namespace foyer {

/// The sizes that texts come in: 9, 10, 12, 16, 24 and 48 pt.
enum class TypeRole { Small, Base, Strong, Section, Total, Verdict };

/// One per program, made by app/. Widgets that paint themselves take it by reference and repaint on changed().
class Theme final : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);

    /// Applies to the whole application; cheap to repeat.
    void setAppearance(Appearance appearance);

    Appearance appearance() const { return m_appearance; }
    ColorScheme scheme() const { return m_scheme; }
    const Tokens &tokens() const { return m_tokens; }
    QFont font(TypeRole role) const;

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    ColorScheme wantedScheme() const;
    void apply(ColorScheme scheme);
    void followDesktop();

    QString m_family;
    Appearance m_appearance = Appearance::System;
    ColorScheme m_scheme = ColorScheme::Light;
    Tokens m_tokens;
    bool m_desktopIsDark = false;
    bool m_applying = false;
};

/// First installed family of our preference whose digits are all equally wide, so that money and countdown stand still.
QString tabularFamily();

} // namespace foyer
