// Program: makes everything that foyer consists of, opens the box office and says what is in the way.
#pragma once

#include "app/desktop/dailybackup.h"
#include "app/desktop/languages.h"
#include "app/desktop/options.h"
#include "app/desktop/trainingfolder.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/backend/backend.h"
#include "ui/firstrun/firstrun.h"
#include "ui/mainwindow.h"
#include "ui/scan/scanner.h"
#include "ui/startwindow.h"
#include "ui/theme/theme.h"

#include <QtCore/QSettings>
#include <QtCore/QTimer>

namespace foyer {

class Program final : public QObject
{
    Q_OBJECT

public:
    /// `settings` belong to this machine and must outlive it.
    Program(Options options, QSettings &settings);
    ~Program() override;

    void start();
    /// Brings the window to the front.
    void raise();

Q_SIGNALS:
    /// The first run chose this file: a later start on it comes here.
    void fileChosen(const QString &path);

private:
    enum class Remedy { TryAgain, SetUp };
    using Job = std::function<Result<void>()>;

    void askFirst();
    void look(const DatabaseUrl &url, std::function<void(const Result<BoxOffice::Found> &)> then);
    void makeAnswered(const FirstAnswers &answers);
    void openAnswered(const FirstAnswers &answers);
    void welcome();
    void prepare();
    void setUp();
    /// Slow work that needs no box office yet: on a thread of its own, then open().
    void work(Job job);
    void open();
    void makeWindow();
    void showWindow(bool isDemo);
    void furnish();
    void connectDoor();
    void showTrouble(const Error &error);
    void takeRemedy();
    bool takesCardsByHand() const;
    void chooseLanguage(const QString &code);
    Result<void> makeDemo();
    Result<void> makeTraining();
    void startTraining();
    void startBackups();

    Options m_options; ///< url and key folder become those of the scratch copy for training
    const SystemClock m_clock;
    SystemRandom m_random;
    QSettings &m_settings;
    Theme m_theme;
    Languages m_languages;
    Remedy m_remedy = Remedy::TryAgain;
    QString m_trainingPin;
    std::unique_ptr<TrainingFolder> m_trainingFolder;
    std::unique_ptr<QThread> m_worker;
    std::unique_ptr<Scanner> m_scanner;
    std::unique_ptr<DailyBackup> m_backups;
    std::unique_ptr<Backend> m_backend;
    std::unique_ptr<StartWindow> m_startWindow;
    std::unique_ptr<FirstRun> m_firstRun;
    std::optional<std::pair<StaffId, QString>> m_newcomer; ///< whom the first run made administrator, and their PIN
    std::unique_ptr<MainWindow> m_window;
    QTimer m_patience; ///< opening that takes longer is said
    QTimer m_sweeping; ///< tidies reservations whose time is over
    QTimer m_archiving; ///< archives events that are over since some days
};

} // namespace foyer
