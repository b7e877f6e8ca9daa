// The least that a window program can do: the limit for the start of foyer. Says "window ready" when it was painted first.
#include <QtCore/QLoggingCategory>
#include <QtWidgets/QApplication>
#include <QtWidgets/QWidget>

namespace {

class Window final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        if (!m_said)
            qInfo("window ready");
        m_said = true;
    }

private:
    bool m_said = false;
};

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    Window window;
    window.resize(1280, 720);
    window.show();
    return app.exec();
}
