// The seat map with 100,000 seats at 1920x1080: showing it again, after a zoom, and after changes; against QGraphicsView
// with the same seats and against a widget that shows a ready picture.
#include "tests/benchmarks/measure.h"

#include "ui/seatmap/seatmapview.h"
#include "ui/theme/theme.h"

#include <QtCore/QCommandLineParser>
#include <QtGui/QPainter>
#include <QtTest/QTest>
#include <QtWidgets/QApplication>
#include <QtWidgets/QGraphicsEllipseItem>
#include <QtWidgets/QGraphicsView>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

using namespace foyer;
using namespace foyer::bench;

namespace {

constexpr int StandRows = 250;
constexpr int SeatsInRow = 400;
constexpr int Seats = StandRows * SeatsInRow;
constexpr QSize Frame(1920, 1080);
constexpr double Pitch = 24;

/// Rows that bend about a stage, labelled at both ends, in four categories.
SeatingPlan stadium()
{
    SeatingPlan plan;
    for (const char *color : {"#a9d3ee", "#9ddcc6", "#e8c4da", "#f0e442"})
        plan.categories.push_back({QString::number(plan.categories.size()), QLatin1String(color)});
    for (int row = 0; row < StandRows; ++row) {
        const QString name = QString::number(row + 1);
        const auto y = [row](int seat) { return 400 + row * Pitch - std::pow((seat - SeatsInRow / 2) / 12.0, 2); };
        for (int seat = 0; seat < SeatsInRow; ++seat) {
            PlanSeat one;
            one.label = {QStringLiteral("Stand"), name, QString::number(seat + 1)};
            one.category = plan.categories[size_t(row * 4 / StandRows)].name;
            one.position = {seat * Pitch, y(seat)};
            one.accessible = seat % 100 == 0;
            plan.seats.push_back(one);
        }
        for (const int end : {-1, SeatsInRow})
            plan.rowLabels.push_back({name, {end * Pitch, y(end)}});
    }
    PlanArea stage;
    stage.position = {SeatsInRow * Pitch / 2 - 1000, 0};
    stage.width = 2000;
    stage.height = 250;
    stage.text = PlanAreaText{QStringLiteral("Stage"), QString(), 120, {1000, 125}};
    plan.areas.push_back(stage);
    return plan;
}

SeatState stateOf(int seat)
{
    return seat % 3 == 0 ? SeatState::Sold : seat % 31 == 0 ? SeatState::HeldByOther : seat % 97 == 0 ? SeatState::House : SeatState::Free;
}

/// The limit: one picture of the frame's size, ready to be shown.
class Copier final : public QWidget
{
public:
    explicit Copier(QImage image) : m_image(std::move(image)) { setAttribute(Qt::WA_OpaquePaintEvent); }

protected:
    void paintEvent(QPaintEvent *) override { QPainter(this).drawImage(0, 0, m_image); }

private:
    QImage m_image;
};

/// The seats as anybody would put them into a scene.
void fill(QGraphicsScene &scene, const SeatMapModel &model, const Tokens &tokens)
{
    for (int seat = 0; seat < model.size(); ++seat) {
        const PlanSeat &place = model.plan().seats[size_t(seat)];
        const double r = model.state(seat) == SeatState::Free ? 8.6 : 3.6;
        auto *item = new QGraphicsEllipseItem(place.position.x - r, place.position.y - r, 2 * r, 2 * r);
        item->setPen(Qt::NoPen);
        item->setBrush(model.state(seat) == SeatState::Free ? zoneTint(model.color(seat), tokens) : tokens.muted);
        scene.addItem(item);
    }
}

/// Shown and painted once: before that nothing is.
void open(QWidget &widget)
{
    widget.resize(Frame);
    widget.show();
    if (!QTest::qWaitForWindowExposed(&widget))
        qFatal("a window did not open");
    widget.repaint();
}

std::vector<double> times(int rounds, const std::function<void()> &body)
{
    body(); // warm
    std::vector<double> seconds;
    for (int round = 0; round < rounds; ++round)
        seconds.push_back(secondsOf(body));
    return seconds;
}

void tell(const char *what, double value, const char *unit, const char *word, double target, bool met)
{
    std::printf("    %-44s %9.3f %s, target %s %g: %s\n", what, value, unit, word, target, met ? "met" : "MISSED");
    std::fflush(stdout);
}

void atMost(const char *what, const std::vector<double> &seconds, double target)
{
    const double middle = 1000 * median(seconds);
    tell(what, middle, "ms", "under", target, middle < target);
}

class Bench
{
public:
    explicit Bench(int rounds) : m_rounds(rounds)
    {
        m_theme.setAppearance(Appearance::Light);
        m_model.setPlan(stadium());
        std::vector<SeatState> states;
        for (int seat = 0; seat < Seats; ++seat)
            states.push_back(stateOf(seat));
        m_model.setAllStates(states);
        m_view = std::make_unique<SeatMapView>(m_theme, m_model);
        open(*m_view);
    }

    void run()
    {
        std::printf("Seat map, %d seats at %dx%d: %d rounds\n", m_model.size(), Frame.width(), Frame.height(), m_rounds);
        repaint();
        zoom();
        change();
    }

private:
    void repaint()
    {
        QGraphicsScene scene;
        fill(scene, m_model, m_theme.tokens());
        QGraphicsView graphics(&scene);
        graphics.setFrameShape(QFrame::NoFrame);
        graphics.setRenderHint(QPainter::Antialiasing);
        open(graphics);
        graphics.fitInView(scene.itemsBoundingRect(), Qt::KeepAspectRatio);
        QImage picture(Frame, QImage::Format_RGB32);
        picture.fill(Qt::white);
        Copier copier(picture);
        open(copier);

        std::vector<double> ours, peer, copies, toPeer, toCopy, plain;
        QImage target(Frame, QImage::Format_RGB32);
        for (int round = 0; round < m_rounds; ++round) {
            ours.push_back(median(times(5, [&] { m_view->repaint(); })));
            copies.push_back(median(times(5, [&] { copier.repaint(); })));
            plain.push_back(median(times(5, [&] { std::memcpy(target.bits(), picture.constBits(), size_t(picture.sizeInBytes())); })));
            peer.push_back(median(times(1, [&] { graphics.viewport()->repaint(); })));
            toPeer.push_back(peer.back() / ours.back());
            toCopy.push_back(ours.back() / copies.back());
        }
        std::printf("    repaint from the cache %.3f ms, a ready picture %.3f ms (memcpy of a frame %.3f ms), QGraphicsView %.1f ms\n",
                    1000 * median(ours), 1000 * median(copies), 1000 * median(plain), 1000 * median(peer));
        tell("times faster than QGraphicsView", median(toPeer), "", "at least", 60, median(toPeer) >= 60);
        tell("frame copies", median(toCopy), "", "at most", 2.5, median(toCopy) <= 2.5);
    }

    void zoom()
    {
        std::vector<double> steps;
        for (int round = 0; round < m_rounds; ++round) {
            m_view->zoomToFit();
            steps.push_back(secondsOf([&] { m_view->repaint(); }));
            for (int step = 0; step < 8; ++step)
                steps.push_back(secondsOf([&] {
                    m_view->zoomIn();
                    m_view->repaint();
                }));
        }
        m_view->zoomToFit();
        m_view->repaint();
        atMost("after a zoom, median of all steps", steps, 25);
        atMost("after a zoom, the slowest", {*std::max_element(steps.begin(), steps.end())}, 25);
    }

    void change()
    {
        bool free = false;
        const auto toggle = [&](int every) {
            std::vector<SeatChange> changes;
            for (int i = 0; i < every; ++i)
                changes.push_back({int(quint32(i) * 2654435761u % quint32(Seats)), free ? SeatState::Free : SeatState::Mine});
            free = !free;
            return changes;
        };
        std::vector<double> one, thousand;
        for (int round = 0; round < 20 * m_rounds; ++round) {
            const auto single = toggle(1);
            const QRect where = m_view->seatRect(single.front().seat).toAlignedRect().adjusted(-2, -2, 2, 2);
            one.push_back(secondsOf([&] {
                m_model.setStates(single);
                m_view->repaint(where);
            }));
            const auto many = toggle(1000);
            thousand.push_back(secondsOf([&] {
                m_model.setStates(many);
                m_view->repaint();
            }));
        }
        atMost("1 seat changed and shown", one, 0.1);
        atMost("1,000 seats changed and shown", thousand, 2);
    }

    const int m_rounds;
    Theme m_theme;
    SeatMapModel m_model;
    std::unique_ptr<SeatMapView> m_view;
};

} // namespace

int main(int argc, char *argv[])
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("The seat map with 100,000 seats."));
    parser.addHelpOption();
    parser.addOption({QStringLiteral("small"), QStringLiteral("A quick check; the figures mean little.")});
    parser.process(app);
    Bench(parser.isSet(QStringLiteral("small")) ? 3 : 15).run();
}
