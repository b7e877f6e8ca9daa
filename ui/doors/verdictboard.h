// VerdictBoard: what came of the last scan, to be read across a foyer: colour, shape and word, and below them why.
#pragma once

#include "ui/doors/verdicttext.h"

#include <QtWidgets/QWidget>

namespace foyer {

class Theme;

class VerdictBoard final : public QWidget
{
    Q_OBJECT

public:
    explicit VerdictBoard(const Theme &theme, QWidget *parent = nullptr);

    void present(const VerdictWords &words);
    const VerdictWords &words() const { return m_words; }

    /// What a tone is drawn on, and in what; every pair keeps 4.5:1.
    static TokenPair colours(const Tokens &tokens, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    VerdictWords m_words;
};

} // namespace foyer
