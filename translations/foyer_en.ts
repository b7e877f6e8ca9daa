<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Input</name>
    <message numerus="yes">
        <source>%n seat(s) side by side</source>
        <translation>
            <numerusform>%n seat</numerusform>
            <numerusform>%n seats side by side</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::CartPanel</name>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n ticket</numerusform>
            <numerusform>%n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DonePage</name>
    <message numerus="yes">
        <source>Writing %n ticket(s)…</source>
        <translation>
            <numerusform>Writing %n ticket…</numerusform>
            <numerusform>Writing %n tickets…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n ticket(s)</source>
        <translation>
            <numerusform>Print %n ticket</numerusform>
            <numerusform>Print %n tickets</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::SellPage</name>
    <message numerus="yes">
        <source>%n ticket(s) could not be reserved again: somebody else has the places now.</source>
        <translation>
            <numerusform>%n ticket could not be reserved again: somebody else has the place now.</numerusform>
            <numerusform>%n tickets could not be reserved again: somebody else has the places now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n seat(s)</source>
        <translation>
            <numerusform>Take %n seat</numerusform>
            <numerusform>Take %n seats</numerusform>
        </translation>
    </message>
</context>
</TS>
