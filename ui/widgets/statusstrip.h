// StatusStrip: what time it is, what is being sold, and how the connection does, in words.
#pragma once

#include <QtCore/QDateTime>
#include <QtWidgets/QWidget>

QT_FORWARD_DECLARE_CLASS(QLabel)

namespace foyer {

class Theme;
class ElidedLabel;

enum class Connection { Online, Slow, Offline };

class StatusStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit StatusStrip(const Theme &theme, QWidget *parent = nullptr);

    void setMoment(const QDateTime &moment);
    /// "Hamlet · Großes Haus · 19:30 · 213 left"
    void setEventText(const QString &text);
    /// Empty words stand for the state's own: "online", "slow", "offline".
    void setConnection(Connection connection, const QString &words = QString());

private:
    void refreshConnection();

    const Theme &m_theme;
    QLabel *m_moment;
    ElidedLabel *m_event;
    QLabel *m_symbol;
    QLabel *m_words;
    Connection m_connection = Connection::Online;
    QString m_given; ///< words instead of the usual ones
};

} // namespace foyer
