// Sound cues: which tone goes with what happens on which page.
#pragma once

namespace foyer {

class DoorsPage;
class PayPage;
class ScanLookup;
class SellPage;
class Sounds;

struct SoundSources {
    SellPage &sell;
    PayPage &pay;
    DoorsPage &doors;
    ScanLookup &scans;
};

/// From now on, as long as all of them live.
void connectSounds(Sounds &sounds, const SoundSources &from);

} // namespace foyer
