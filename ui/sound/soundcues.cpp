#include "ui/sound/soundcues.h"

#include "ui/pages/doorspage.h"
#include "ui/pages/paypage.h"
#include "ui/pages/sellpage.h"
#include "ui/scan/scanlookup.h"
#include "ui/sell/cart.h"
#include "ui/sound/sounds.h"
#include "ui/widgets/countdownring.h"

namespace foyer {

void connectSounds(Sounds &sounds, const SoundSources &from)
{
    const auto play = [&sounds](Sound sound) { return [&sounds, sound] { sounds.play(sound); }; };
    QObject::connect(&from.sell.cart(), &Cart::refused, &sounds, play(Sound::Refused));
    QObject::connect(&from.pay, &PayPage::refused, &sounds, play(Sound::Refused));
    QObject::connect(&from.pay, &PayPage::completed, &sounds, play(Sound::SaleDone));
    QObject::connect(&from.scans, &ScanLookup::found, &sounds, [&sounds](const ScanAnswer &answer) { sounds.play(answer.isGood() ? Sound::ScanGood : Sound::ScanBad); });
    QObject::connect(&from.doors, &DoorsPage::answered, &sounds, [&sounds](Tone tone) {
        sounds.play(tone == Tone::Good ? Sound::ScanGood : tone == Tone::Warn ? Sound::Warning : Sound::ScanBad);
    });
    QObject::connect(from.pay.countdown(), &CountdownRing::warned, &sounds, play(Sound::Warning));
    QObject::connect(from.sell.countdown(), &CountdownRing::warned, &sounds, [&sounds, pay = &from.pay] {
        if (pay->isHidden()) // whose own ring warns
            sounds.play(Sound::Warning);
    });
}

} // namespace foyer
