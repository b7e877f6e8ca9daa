#!/usr/bin/env python3
"""Makes the window's sounds, short tones of our own, as WAV files beside this script.

Each is a row of notes: frequency in Hz, length and volume. A note fades in and out, so that it does not click.
Good things go up, bad things go down; the two scan tones differ in pitch and in number for loud doors.
"""
import math
import pathlib
import struct
import wave

RATE = 22050
FADE = 0.012

SOUNDS = {
    "sale-done": [(659.26, 0.09, 0.30), (987.77, 0.16, 0.30)],
    "warning": [(880.00, 0.12, 0.30), (0, 0.08, 0), (880.00, 0.12, 0.30)],
    "refused": [(329.63, 0.14, 0.36), (220.00, 0.24, 0.36)],
    "scan-good": [(1567.98, 0.08, 0.30)],
    "scan-bad": [(196.00, 0.16, 0.42), (0, 0.06, 0), (196.00, 0.22, 0.42)],
}


def samples(notes):
    for frequency, seconds, volume in notes:
        count = int(RATE * seconds)
        for i in range(count):
            at = i / RATE
            envelope = min(1.0, at / FADE, (seconds - at) / FADE)
            tone = math.sin(2 * math.pi * frequency * at) + 0.25 * math.sin(4 * math.pi * frequency * at)
            yield int(32767 * volume * envelope * tone / 1.25)


def main():
    folder = pathlib.Path(__file__).parent
    for name, notes in SOUNDS.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(b"".join(struct.pack("<h", s) for s in samples(notes)))


if __name__ == "__main__":
    main()
