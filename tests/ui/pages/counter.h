// Counter: a till for tests of pages: a box office on SQLite behind a Backend, a sandbox bank, and a clock for presses.
#pragma once

#include "core/payment/externalterminal.h"
#include "core/payment/sandboxgateway.h"
#include "tests/support/builders.h"
#include "ui/backend/backend.h"
#include "ui/session.h"
#include "ui/theme/theme.h"

#include <QtTest/QSignalSpy>
#include <QtWidgets/QLabel>
#include <QtWidgets/QPushButton>

namespace foyer::test {

inline SandboxBehaviour atOnce()
{
    SandboxBehaviour behaviour;
    behaviour.delay = Milliseconds(0);
    return behaviour;
}

class Counter
{
public:
    /// `prepare(BoxOffice &)` fills the box office before the window opens it.
    template <typename Prepare>
    explicit Counter(Prepare prepare, SandboxBehaviour bank = atOnce(), bool cardMachine = false)
    {
        {
            const auto office = database.open();
            session = {actorWith(*office, Role::Manager), QStringLiteral("Anna")};
            prepare(*office);
        }
        theme.setAppearance(Appearance::Light);
        backend = std::make_unique<Backend>(BackendConfig{
            database.url(), database.keyFolder(), QStringLiteral("till"), database.clock(), random, crypto::PinCost::Minimal,
            [this, bank, cardMachine]() -> Result<std::unique_ptr<PaymentGateway>> {
                if (cardMachine)
                    return std::make_unique<ExternalTerminal>();
                auto gateway = SandboxGateway::open(QString(), database.clock(), eventLoopLater());
                if (!gateway)
                    return fail(gateway.error());
                (*gateway)->setBehaviour(bank);
                return std::unique_ptr<PaymentGateway>(std::move(*gateway));
            }});
        QSignalSpy opened(backend.get(), &Backend::opened);
        backend->open();
        if (!opened.wait())
            qFatal("the backend did not open");
    }

    /// The value of a verb, waited for.
    template <typename Verb>
    auto ask(Verb verb)
    {
        using Answer = std::invoke_result_t<Verb, Desk &>;
        std::optional<Answer> answer;
        backend->run(backend.get(), verb, [&answer](Answer value) { answer = std::move(value); });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            qFatal("a verb did not answer");
        return must(std::move(*answer));
    }

    CheckoutState stateOf(ReservationId reservation)
    {
        return ask([reservation](Desk &desk) { return desk.office.checkout().find(reservation); });
    }

    /// Time passes for double presses and countdowns.
    void pause(std::chrono::milliseconds time = std::chrono::seconds(1)) { m_monotonic += time; }
    std::function<std::chrono::milliseconds()> monotonic()
    {
        return [this] { return m_monotonic; };
    }

    TestDatabase database{QStringLiteral("sqlite")};
    Theme theme;
    Session session;
    SystemRandom random; ///< outlives the backend, whose threads ask it
    std::unique_ptr<Backend> backend;

private:
    std::chrono::milliseconds m_monotonic{1'000'000};
};

inline QPushButton *button(const QWidget &in, const char *name)
{
    auto *found = in.findChild<QPushButton *>(QLatin1String(name));
    if (!found)
        qFatal("there is no button %s", name);
    return found;
}

inline QString labelText(const QWidget &in, const char *name)
{
    const auto *found = in.findChild<QLabel *>(QLatin1String(name));
    return found ? found->text() : QStringLiteral("(no label)");
}

/// Every text on the page, for words that may stand anywhere.
inline QString allText(const QWidget &page)
{
    QStringList texts;
    for (const QLabel *label : page.findChildren<QLabel *>())
        if (label->isVisibleTo(&page))
            texts << label->text();
    return texts.join(u'\n');
}

/// The first shown widget that takes the focus and has neither a name nor a text.
inline QString firstNameless(const QWidget &page)
{
    for (const QWidget *widget : page.findChildren<QWidget *>()) {
        const auto *pressable = qobject_cast<const QAbstractButton *>(widget);
        bool isInside = widget->objectName().startsWith(QLatin1String("qt_"));
        for (const QWidget *around = widget->parentWidget(); around && !isInside; around = around->parentWidget())
            isInside = around->inherits("QComboBox") || around->inherits("QAbstractSpinBox");
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisibleTo(&page) || isInside)
            continue;
        if (widget->accessibleName().isEmpty() && !(pressable && !pressable->text().isEmpty()))
            return QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName();
    }
    return {};
}

} // namespace foyer::test
