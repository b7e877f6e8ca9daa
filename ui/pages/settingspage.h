// SettingsPage: what belongs to this machine, section by section. It knows none of them; whoever builds the window adds them.
#pragma once

#include <QtWidgets/QWidget>

#include <functional>
#include <vector>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QListWidget)
QT_FORWARD_DECLARE_CLASS(QStackedWidget)

namespace foyer {

class SettingsPage final : public QWidget
{
    Q_OBJECT

public:
    using Title = std::function<QString()>;

    explicit SettingsPage(QWidget *parent = nullptr);

    /// The page owns the section. `title` is asked again when the language changes:
    /// `addSection(new PrinterSettings(settings), [] { return PrinterSettings::tr("Printers"); })`.
    void addSection(QWidget *section, Title title);
    int sections() const { return int(m_titles.size()); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    QListWidget *m_list;
    QLabel *m_heading;
    QStackedWidget *m_stack;
    std::vector<Title> m_titles;
};

} // namespace foyer
