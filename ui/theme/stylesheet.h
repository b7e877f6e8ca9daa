// The one stylesheet of the window, and the names by which a widget asks for its looks.
#pragma once

#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QtCore/QString>

QT_FORWARD_DECLARE_CLASS(QPushButton)
QT_FORWARD_DECLARE_CLASS(QWidget)

namespace foyer {

/// Primary goes on, Secondary is the usual button, Quiet has no frame, Danger cannot be undone, Pay is 72 px high.
enum class ButtonRole { Primary, Secondary, Quiet, Danger, Pay };

/// The meaning of a text or a message.
enum class Tone { Plain, Muted, Accent, Good, Warn, Bad };

QString stylesheet(const Tokens &tokens);
/// The name by which the stylesheet knows a tone.
QString toneName(Tone tone);

void setButtonRole(QPushButton *button, ButtonRole role);
QPushButton *makeButton(const QString &text, ButtonRole role, QWidget *parent = nullptr);

/// Size and weight of a label's text.
void setTextRole(QWidget *widget, TypeRole role);
/// Colour of a label's text.
void setTone(QWidget *widget, Tone tone);
/// A surface with a line around it.
void setPanel(QWidget *widget);
/// Asks the stylesheet again after a property that it looks at has changed.
void repolish(QWidget *widget);

/// The token that a tone stands for.
QColor toneColor(const Tokens &tokens, Tone tone);
QColor toneSurface(const Tokens &tokens, Tone tone);

} // namespace foyer
