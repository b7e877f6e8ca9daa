<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Backup</name>
    <message>
        <source>%1 may not read everything in this database, only the login that set it up may</source>
        <translation>%1 darf in dieser Datenbank nicht alles lesen, das darf nur der Benutzer, der sie eingerichtet hat</translation>
    </message>
    <message>
        <source>it is not a backup of a box office</source>
        <translation>sie ist keine Sicherung einer Kasse</translation>
    </message>
    <message>
        <source>it is damaged</source>
        <translation>sie ist beschädigt</translation>
    </message>
    <message>
        <source>%1 holds something already, which would have to be replaced</source>
        <translation>%1 enthält schon etwas, das ersetzt werden müsste</translation>
    </message>
    <message>
        <source>it is there already</source>
        <translation>es gibt sie schon</translation>
    </message>
</context>
<context>
    <name>Ctl</name>
    <message>
        <source>Command line</source>
        <translation>Befehlszeile</translation>
    </message>
    <message>
        <source>it is larger than 512 MB</source>
        <translation>sie ist größer als 512 MB</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>Geschrieben nach %1.</translation>
    </message>
    <message>
        <source>there is no venue yet</source>
        <translation>es gibt noch keinen Veranstaltungsort</translation>
    </message>
    <message>
        <source>--venue has to name one of these: %1</source>
        <translation>--venue muss einen davon nennen: %1</translation>
    </message>
    <message>
        <source>the venue &quot;%1&quot;</source>
        <translation>der Veranstaltungsort „%1“</translation>
    </message>
    <message>
        <source>several venues have a seating plan &quot;%1&quot;; name one with --venue</source>
        <translation>mehrere Veranstaltungsorte haben einen Saalplan „%1“; nennen Sie einen mit --venue</translation>
    </message>
    <message>
        <source>the seating plan &quot;%1&quot;</source>
        <translation>der Saalplan „%1“</translation>
    </message>
    <message>
        <source>The database: sqlite:PATH or postgres://user@host/name.</source>
        <translation>Die Datenbank: sqlite:PFAD oder postgres://benutzer@rechner/name.</translation>
    </message>
    <message>
        <source>url</source>
        <translation>url</translation>
    </message>
    <message>
        <source>The folder with this terminal&apos;s keys.</source>
        <translation>Der Ordner mit den Schlüsseln dieser Kasse.</translation>
    </message>
    <message>
        <source>folder</source>
        <translation>ordner</translation>
    </message>
    <message>
        <source>Answer in JSON.</source>
        <translation>In JSON antworten.</translation>
    </message>
    <message>
        <source>Tell on standard error what happens inside.</source>
        <translation>Auf der Fehlerausgabe melden, was im Inneren geschieht.</translation>
    </message>
    <message>
        <source>Show this help, or that of a verb.</source>
        <translation>Diese Hilfe oder die eines Befehls zeigen.</translation>
    </message>
    <message>
        <source>Show the version.</source>
        <translation>Die Version zeigen.</translation>
    </message>
    <message>
        <source>Usage: foyerctl [options] verb [arguments]

Verbs:
</source>
        <translation>Aufruf: foyerctl [Optionen] Befehl [Argumente]

Befehle:
</translation>
    </message>
    <message>
        <source>Usage: foyerctl %1 [options]

%2
</source>
        <translation>Aufruf: foyerctl %1 [Optionen]

%2
</translation>
    </message>
    <message>
        <source>The answer could not be written.</source>
        <translation>Die Antwort konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>%1 is %2.</source>
        <translation>%1 ist %2.</translation>
    </message>
    <message>
        <source>neither sqlite:PATH nor postgres://user@host/name</source>
        <translation>weder sqlite:PFAD noch postgres://benutzer@rechner/name</translation>
    </message>
    <message>
        <source>No verb was given; see foyerctl --help.</source>
        <translation>Es fehlt ein Befehl; siehe foyerctl --help.</translation>
    </message>
    <message>
        <source>Foyer knows no verb &quot;%1&quot;; see foyerctl --help.</source>
        <translation>Foyer kennt keinen Befehl „%1“; siehe foyerctl --help.</translation>
    </message>
    <message>
        <source>%1; see foyerctl %2 --help.</source>
        <translation>%1; siehe foyerctl %2 --help.</translation>
    </message>
    <message>
        <source>--%1 stands before the first --event.</source>
        <translation>--%1 steht vor dem ersten --event.</translation>
    </message>
    <message>
        <source>--pay says what is paid how, like cash=100,card=rest; &quot;%1&quot; does not.</source>
        <translation>--pay sagt, was womit bezahlt wird, etwa cash=100,card=rest; „%1“ tut das nicht.</translation>
    </message>
    <message>
        <source>--event has to name what is sold.</source>
        <translation>--event muss nennen, was verkauft wird.</translation>
    </message>
    <message>
        <source>Nothing is wanted of &quot;%1&quot;: name places with --seat or --type.</source>
        <translation>Von „%1“ wird nichts gewünscht: Nennen Sie Plätze mit --seat oder --type.</translation>
    </message>
    <message>
        <source>--date is a day like 2026-11-20, not &quot;%1&quot;.</source>
        <translation>--date ist ein Tag wie 2026-11-20, nicht „%1“.</translation>
    </message>
    <message>
        <source>--seat is zone/row/number, like Stalls/5/12; &quot;%1&quot; is not.</source>
        <translation>--seat ist Bereich/Reihe/Nummer wie Parkett/5/12; „%1“ ist das nicht.</translation>
    </message>
    <message>
        <source>--quantity is a whole number from 1 on, not &quot;%1&quot;.</source>
        <translation>--quantity ist eine ganze Zahl ab 1, nicht „%1“.</translation>
    </message>
    <message>
        <source>--quantity stands after the --type that it counts.</source>
        <translation>--quantity steht nach dem --type, den es zählt.</translation>
    </message>
    <message>
        <source>the event &quot;%1&quot; on %2</source>
        <translation>die Veranstaltung „%1“ am %2</translation>
    </message>
    <message>
        <source>an event &quot;%1&quot; from now on</source>
        <translation>eine Veranstaltung „%1“ von jetzt an</translation>
    </message>
    <message>
        <source>the price level &quot;%1&quot; of %2</source>
        <translation>die Preisstufe „%1“ von %2</translation>
    </message>
    <message>
        <source>the seat %1</source>
        <translation>der Platz %1</translation>
    </message>
    <message>
        <source>a ticket for %1 at &quot;%2&quot;</source>
        <translation>eine Karte für %1 bei „%2“</translation>
    </message>
    <message>
        <source>What is sold; may be repeated, each with its places after it.</source>
        <translation>Was verkauft wird; mehrfach möglich, jeweils gefolgt von den Plätzen.</translation>
    </message>
    <message>
        <source>name</source>
        <translation>name</translation>
    </message>
    <message>
        <source>The day of the event; the next one unless given.</source>
        <translation>Der Tag der Veranstaltung; ohne Angabe der nächste.</translation>
    </message>
    <message>
        <source>day</source>
        <translation>tag</translation>
    </message>
    <message>
        <source>A numbered seat; may be repeated.</source>
        <translation>Ein nummerierter Platz; mehrfach möglich.</translation>
    </message>
    <message>
        <source>zone/row/number</source>
        <translation>bereich/reihe/nummer</translation>
    </message>
    <message>
        <source>A ticket type without numbered seats; may be repeated.</source>
        <translation>Eine Kartenart ohne nummerierte Plätze; mehrfach möglich.</translation>
    </message>
    <message>
        <source>How many of the type before it.</source>
        <translation>Wie viele von der Kartenart davor.</translation>
    </message>
    <message>
        <source>n</source>
        <translation>n</translation>
    </message>
    <message>
        <source>The price level of the seat or type before it; right after --event, of all its places.</source>
        <translation>Die Preisstufe des Platzes oder der Kartenart davor; gleich nach --event die aller Plätze.</translation>
    </message>
    <message>
        <source>Like cash=100,card=rest; more cash than is due gives change. Cash unless given.</source>
        <translation>Etwa cash=100,card=rest; mehr Bargeld als offen ergibt Rückgeld. Ohne Angabe bar.</translation>
    </message>
    <message>
        <source>payments</source>
        <translation>zahlungen</translation>
    </message>
    <message>
        <source>What the sandbox&apos;s card form would send: card_error and payment_error fail.</source>
        <translation>Was das Kartenformular der Sandbox senden würde: card_error und payment_error schlagen fehl.</translation>
    </message>
    <message>
        <source>token</source>
        <translation>token</translation>
    </message>
    <message>
        <source>--seed has to be a whole number from 0 on.</source>
        <translation>--seed muss eine ganze Zahl ab 0 sein.</translation>
    </message>
    <message>
        <source>Making the demo: %1 %</source>
        <translation>Demo wird angelegt: %1 %</translation>
    </message>
    <message>
        <source>The demo is ready: %1 events at %2 venues, %3 orders with %4 tickets.
Sign in with one of these PINs:
</source>
        <translation>Die Demo ist bereit: %1 Veranstaltungen an %2 Orten, %3 Bestellungen mit %4 Karten.
Melden Sie sich mit einer dieser PINs an:
</translation>
    </message>
    <message>
        <source>Fill a new database with the demo box office.</source>
        <translation>Eine neue Datenbank mit der Demo-Kasse füllen.</translation>
    </message>
    <message>
        <source>Another history of sales.</source>
        <translation>Ein anderer Verlauf der Verkäufe.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>zahl</translation>
    </message>
    <message>
        <source>Only a few days with few sales.</source>
        <translation>Nur wenige Tage mit wenigen Verkäufen.</translation>
    </message>
    <message>
        <source>Of this venue only.</source>
        <translation>Nur von diesem Veranstaltungsort.</translation>
    </message>
    <message>
        <source>Write to this file instead of standard output.</source>
        <translation>In diese Datei schreiben statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>datei</translation>
    </message>
    <message>
        <source>--format is csv or ics, not &quot;%1&quot;.</source>
        <translation>--format ist csv oder ics, nicht „%1“.</translation>
    </message>
    <message>
        <source>Write a seating plan as it was imported.</source>
        <translation>Einen Saalplan schreiben, wie er eingelesen wurde.</translation>
    </message>
    <message>
        <source>Write the events as CSV, or as iCalendar without tickets.</source>
        <translation>Die Veranstaltungen als CSV schreiben, oder als iCalendar ohne Karten.</translation>
    </message>
    <message>
        <source>csv (unless given) or ics.</source>
        <translation>csv (ohne Angabe) oder ics.</translation>
    </message>
    <message>
        <source>The venue; may be left out when there is one only.</source>
        <translation>Der Veranstaltungsort; kann entfallen, wenn es nur einen gibt.</translation>
    </message>
    <message>
        <source>Say what would be done, and change nothing.</source>
        <translation>Sagen, was getan würde, und nichts ändern.</translation>
    </message>
    <message>
        <source>%1 has the seating plan &quot;%2&quot; already.</source>
        <translation>%1 hat den Saalplan „%2“ schon.</translation>
    </message>
    <message>
        <source>%1 would get the seating plan &quot;%2&quot; with %3 seats.</source>
        <translation>%1 bekäme den Saalplan „%2“ mit %3 Plätzen.</translation>
    </message>
    <message>
        <source>%1 has the seating plan &quot;%2&quot; with %3 seats now.</source>
        <translation>%1 hat jetzt den Saalplan „%2“ mit %3 Plätzen.</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source> (and %1 more)</source>
        <translation> (und %1 weitere)</translation>
    </message>
    <message>
        <source>the event &quot;%1&quot; at this venue</source>
        <translation>die Veranstaltung „%1“ an diesem Ort</translation>
    </message>
    <message>
        <source>The name of a file with events ends with .csv or .ics; &quot;%1&quot; does not.</source>
        <translation>Der Name einer Datei mit Veranstaltungen endet auf .csv oder .ics; „%1“ nicht.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Checking and storing %1 events</source>
        <translation>%1 Veranstaltungen werden geprüft und gespeichert</translation>
    </message>
    <message>
        <source>%1 events would be added, %2 updated; %3 are as they were.</source>
        <translation>%1 Veranstaltungen kämen hinzu, %2 würden geändert; %3 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 events added, %2 updated; %3 are as they were.</source>
        <translation>%1 Veranstaltungen hinzugefügt, %2 geändert; %3 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 of them have no tickets to sell and are drafts; --like EVENT gives them those of another event.</source>
        <translation>%1 davon haben keine Karten zu verkaufen und sind Entwürfe; --like VERANSTALTUNG gibt ihnen die einer anderen.</translation>
    </message>
    <message>
        <source>Read a seating plan.</source>
        <translation>Einen Saalplan einlesen.</translation>
    </message>
    <message>
        <source>Read events from a CSV or iCalendar file.</source>
        <translation>Veranstaltungen aus einer CSV- oder iCalendar-Datei einlesen.</translation>
    </message>
    <message>
        <source>The seating plan of events with numbered seats.</source>
        <translation>Der Saalplan der Veranstaltungen mit nummerierten Plätzen.</translation>
    </message>
    <message>
        <source>Events without tickets get those of this event.</source>
        <translation>Veranstaltungen ohne Karten bekommen die dieser Veranstaltung.</translation>
    </message>
    <message>
        <source>event</source>
        <translation>veranstaltung</translation>
    </message>
    <message>
        <source>New events are drafts, not on sale.</source>
        <translation>Neue Veranstaltungen sind Entwürfe und nicht im Verkauf.</translation>
    </message>
    <message>
        <source>Make the database, or bring it up to this version.</source>
        <translation>Die Datenbank anlegen oder auf diese Version bringen.</translation>
    </message>
    <message>
        <source>The database is up to date.</source>
        <translation>Die Datenbank ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>The database is ready (steps taken: %1).</source>
        <translation>Die Datenbank ist bereit (Schritte: %1).</translation>
    </message>
    <message>
        <source>%1 %2 is still to be paid</source>
        <translation>%1 %2 sind noch zu zahlen</translation>
    </message>
    <message>
        <source>Order %1, %2 %3
</source>
        <translation>Bestellung %1, %2 %3
</translation>
    </message>
    <message>
        <source>Paid by %1: %2</source>
        <translation>Bezahlt mit %1: %2</translation>
    </message>
    <message>
        <source>, change %1
</source>
        <translation>, Rückgeld %1
</translation>
    </message>
    <message>
        <source>The sale was abandoned: its places are free again and what was paid was given back.</source>
        <translation>Der Verkauf wurde abgebrochen: Seine Plätze sind wieder frei, und was bezahlt war, wurde zurückgegeben.</translation>
    </message>
    <message>
        <source>A sale from a script: reserve, pay, print the order.</source>
        <translation>Ein Verkauf aus einem Skript: reservieren, bezahlen, die Bestellung ausgeben.</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>kapazität</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>revenue</source>
        <translation>erlös</translation>
    </message>
    <message>
        <source>ticket type</source>
        <translation>kartenart</translation>
    </message>
    <message>
        <source>Reservations: %1, of which %2 became orders and %3 expired.</source>
        <translation>Reservierungen: %1; davon wurden %2 zu Bestellungen, %3 sind abgelaufen.</translation>
    </message>
    <message>
        <source>Reserved and sold places per event and per ticket type.</source>
        <translation>Reservierte und verkaufte Plätze je Veranstaltung und je Kartenart.</translation>
    </message>
    <message>
        <source>The code is forged: no terminal of this box office signed it.</source>
        <translation>Der Code ist gefälscht: Keine Kasse dieses Hauses hat ihn signiert.</translation>
    </message>
    <message>
        <source>The code is an old one: the ticket has passed to another holder.</source>
        <translation>Der Code ist alt: Die Karte gehört inzwischen jemand anderem.</translation>
    </message>
    <message>
        <source>The ticket is void: it was refunded or exchanged.</source>
        <translation>Die Karte ist ungültig: Sie wurde erstattet oder umgetauscht.</translation>
    </message>
    <message>
        <source>The ticket is revoked.</source>
        <translation>Die Karte ist gesperrt.</translation>
    </message>
    <message>
        <source>Genuine and valid: </source>
        <translation>Echt und gültig: </translation>
    </message>
    <message>
        <source>Valid (a number proves nothing, a code does): </source>
        <translation>Gültig (eine Nummer beweist nichts, ein Code schon): </translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Tell whether a ticket&apos;s code or number is good.</source>
        <translation>Sagen, ob Code oder Nummer einer Karte gut ist.</translation>
    </message>
    <message>
        <source>Sound: %1 journal records, %2 tickets and %3 transfers were checked.</source>
        <translation>In Ordnung: %1 Journaleinträge, %2 Karten und %3 Buchungen wurden geprüft.</translation>
    </message>
    <message>
        <source>The box office is not sound: %1</source>
        <translation>Die Kasse ist nicht in Ordnung: %1</translation>
    </message>
    <message>
        <source>Check places, money and journal, and name the first breach.</source>
        <translation>Plätze, Geld und Journal prüfen und den ersten Verstoß nennen.</translation>
    </message>
    <message>
        <source>The verb %1 takes no argument; see foyerctl %1 --help.</source>
        <translation>Der Befehl %1 nimmt kein Argument; siehe foyerctl %1 --help.</translation>
    </message>
    <message>
        <source>The verb %1 takes one argument, %2; see foyerctl %1 --help.</source>
        <translation>Der Befehl %1 nimmt ein Argument, %2; siehe foyerctl %1 --help.</translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;; Europe/Berlin is one.</source>
        <translation>Eine Zeitzone „%1“ gibt es nicht; Europe/Berlin ist eine.</translation>
    </message>
    <message>
        <source>The venue %1 was added.</source>
        <translation>Die Spielstätte %1 wurde angelegt.</translation>
    </message>
    <message>
        <source>PIN of six digits: </source>
        <translation>PIN aus sechs Ziffern: </translation>
    </message>
    <message>
        <source>%1 may sign in as %2 now.</source>
        <translation>%1 darf sich jetzt als %2 anmelden.</translation>
    </message>
    <message>
        <source>Add a venue: its plans and events can be imported then.</source>
        <translation>Legt eine Spielstätte an: Danach lassen sich ihre Saalpläne und Veranstaltungen einlesen.</translation>
    </message>
    <message>
        <source>Where its clocks are.</source>
        <translation>Wo ihre Uhren gehen.</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>What it charges in.</source>
        <translation>In welcher Währung sie abrechnet.</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Let somebody sign in; the PIN is read from standard input.</source>
        <translation>Lässt jemanden sich anmelden; die PIN wird von der Standardeingabe gelesen.</translation>
    </message>
    <message>
        <source>cashier, steward, supervisor, manager or administrator.</source>
        <translation>cashier, steward, supervisor, manager oder administrator.</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>The card was taken on a machine of its own, which printed this receipt.</source>
        <translation>Die Karte wurde an einem eigenen Gerät genommen, das diesen Beleg gedruckt hat.</translation>
    </message>
    <message>
        <source>Backing up: %1 %</source>
        <translation>Sicherung: %1 %</translation>
    </message>
    <message>
        <source>The backup was made, but the box office is not sound: %1</source>
        <translation>Die Sicherung ist gemacht, aber die Kasse ist nicht in Ordnung: %1</translation>
    </message>
    <message>
        <source>Backed up to %1 (%2): sound, %3 journal records, %4 tickets and %5 transfers.</source>
        <translation>Gesichert nach %1 (%2): in Ordnung, %3 Journaleinträge, %4 Karten und %5 Buchungen.</translation>
    </message>
    <message>
        <source>Restoring: %1 %</source>
        <translation>Zurückspielen: %1 %</translation>
    </message>
    <message>
        <source>The backup is not sound and nothing was restored: %1</source>
        <translation>Die Sicherung ist nicht in Ordnung, nichts wurde zurückgespielt: %1</translation>
    </message>
    <message>
        <source>Restored to %1: %2 journal records, %3 tickets and %4 transfers.</source>
        <translation>Zurückgespielt nach %1: %2 Journaleinträge, %3 Karten und %4 Buchungen.</translation>
    </message>
    <message>
        <source>What was there is kept as %1.</source>
        <translation>Was dort war, ist als %1 aufgehoben.</translation>
    </message>
    <message>
        <source>Copy the box office into a file, beside programs that sell.</source>
        <translation>Die Kasse in eine Datei kopieren, auch während Programme verkaufen.</translation>
    </message>
    <message>
        <source>Put a backup into a missing or empty database of either kind.</source>
        <translation>Eine Sicherung in eine fehlende oder leere Datenbank beider Arten einspielen.</translation>
    </message>
    <message>
        <source>Keep what is there aside and take its place.</source>
        <translation>Was dort ist, beiseitelegen und an seine Stelle treten.</translation>
    </message>
    <message>
        <source>Restore though the backup is not sound.</source>
        <translation>Zurückspielen, obwohl die Sicherung nicht in Ordnung ist.</translation>
    </message>
    <message>
        <source> %1 are to be given back on the card machine.</source>
        <translation> %1 sind am Kartengerät zurückzugeben.</translation>
    </message>
    <message>
        <source>Booking fees in it: %1
</source>
        <translation>Darin Buchungsgebühren: %1
</translation>
    </message>
    <message>
        <source>%1 customers would be added, %2 updated; %3 are as they were.</source>
        <translation>%1 Kunden kämen dazu, %2 würden geändert; %3 sind wie zuvor.</translation>
    </message>
    <message>
        <source>%1 customers added, %2 updated; %3 are as they were.</source>
        <translation>%1 Kunden angelegt, %2 geändert; %3 sind wie zuvor.</translation>
    </message>
    <message>
        <source>Read customers from a CSV file: name, email, phone, notes.</source>
        <translation>Kunden aus einer CSV-Datei lesen: name, email, phone, notes.</translation>
    </message>
    <message>
        <source>Order %1, %2 %3, %4, sold %5
</source>
        <translation>Bestellung %1, %2 %3, %4, verkauft %5
</translation>
    </message>
    <message>
        <source>  refund %1  %2, %3 tickets
</source>
        <translation>  Erstattung %1  %2, %3 Karten
</translation>
    </message>
    <message>
        <source>No order fits.</source>
        <translation>Keine Bestellung passt.</translation>
    </message>
    <message>
        <source>Refund %1: %2 %3 for %4 tickets.
</source>
        <translation>Erstattung %1: %2 %3 für %4 Karten.
</translation>
    </message>
    <message>
        <source>A ticket of the order by its number; may be repeated. All unless given.</source>
        <translation>Eine Karte der Bestellung mit seiner Nummer; mehrfach möglich. Ohne Angabe alle.</translation>
    </message>
    <message>
        <source>Orders by number, ticket, code, seat, name, e-mail, phone or day.</source>
        <translation>Bestellungen nach Nummer, Karte, Code, Platz, Name, E-Mail, Telefon oder Tag.</translation>
    </message>
    <message>
        <source>One order with everything that became of it.</source>
        <translation>Eine Bestellung mit allem, was aus ihr wurde.</translation>
    </message>
    <message>
        <source>Give an order back, or some of its tickets.</source>
        <translation>Eine Bestellung oder einige ihrer Karten erstatten.</translation>
    </message>
    <message>
        <source>The places do not return to sale.</source>
        <translation>Die Plätze kommen nicht zurück in den Verkauf.</translation>
    </message>
    <message>
        <source>Asking again with it brings the first answer.</source>
        <translation>Noch einmal damit gefragt, kommt die erste Antwort.</translation>
    </message>
    <message>
        <source>text</source>
        <translation>text</translation>
    </message>
    <message>
        <source>Make tickets admit nobody; their places stay theirs.</source>
        <translation>Karten sperren, sodass sie niemanden einlassen; die Plätze behalten sie.</translation>
    </message>
    <message>
        <source>Reinstate them.</source>
        <translation>Sie entsperren.</translation>
    </message>
    <message>
        <source>Z %1 of %2, business day %3
</source>
        <translation>Z %1 von %2, Geschäftstag %3
</translation>
    </message>
    <message>
        <source>X of %1, business day %2
</source>
        <translation>X von %1, Geschäftstag %2
</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Taken, %1 × %2</source>
        <translation>Eingenommen, %1 × %2</translation>
    </message>
    <message>
        <source>Given back, %1 × %2</source>
        <translation>Zurückgegeben, %1 × %2</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Cash expected</source>
        <translation>Bargeld erwartet</translation>
    </message>
    <message>
        <source>Cash counted</source>
        <translation>Bargeld gezählt</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>Sales, %1 tickets</source>
        <translation>Verkäufe, %1 Karten</translation>
    </message>
    <message>
        <source>Tax at %1 % of %2</source>
        <translation>Steuer zu %1 % auf %2</translation>
    </message>
    <message>
        <source>Without an answer, %1</source>
        <translation>Ohne Antwort, %1</translation>
    </message>
    <message>
        <source>Grand total of sales</source>
        <translation>Gesamtsumme der Verkäufe</translation>
    </message>
    <message>
        <source>Shift %1 of %2 is %3, float %4 %5.</source>
        <translation>Schicht %1 von %2 ist %3, Wechselgeld %4 %5.</translation>
    </message>
    <message>
        <source>%1 paid in.</source>
        <translation>%1 eingelegt.</translation>
    </message>
    <message>
        <source>%1 paid out.</source>
        <translation>%1 entnommen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the number of a Z.</source>
        <translation>„%1“ ist nicht die Nummer eines Z.</translation>
    </message>
    <message>
        <source>No shift is open on this till.</source>
        <translation>An dieser Kasse ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>
  Z %1, %2, counted %3, expected %4</source>
        <translation>
  Z %1, %2, gezählt %3, erwartet %4</translation>
    </message>
    <message>
        <source>The rule is &quot;on&quot; or &quot;off&quot;.</source>
        <translation>Die Regel ist „on“ oder „off“.</translation>
    </message>
    <message>
        <source>Cash needs an open shift now.</source>
        <translation>Bargeld braucht jetzt eine offene Schicht.</translation>
    </message>
    <message>
        <source>Cash needs no open shift now.</source>
        <translation>Bargeld braucht jetzt keine offene Schicht.</translation>
    </message>
    <message>
        <source>Who does it; the house itself otherwise.</source>
        <translation>Wer es tut; sonst das Haus selbst.</translation>
    </message>
    <message>
        <source>Why cash moves without a sale.</source>
        <translation>Warum sich Bargeld ohne Verkauf bewegt.</translation>
    </message>
    <message>
        <source>Open this till&apos;s shift with its float.</source>
        <translation>Die Schicht dieser Kasse mit ihrem Wechselgeld öffnen.</translation>
    </message>
    <message>
        <source>Cash that comes into the drawer without a sale.</source>
        <translation>Bargeld, das ohne Verkauf in die Kassenlade kommt.</translation>
    </message>
    <message>
        <source>Cash that leaves the drawer without a refund.</source>
        <translation>Bargeld, das ohne Erstattung aus der Kassenlade geht.</translation>
    </message>
    <message>
        <source>What the open shift has taken so far.</source>
        <translation>Was die offene Schicht bisher eingenommen hat.</translation>
    </message>
    <message>
        <source>Count the drawer, as in &quot;50.00*3 0.20*11&quot;, and close the shift with its Z.</source>
        <translation>Die Kassenlade zählen, etwa „50.00*3 0.20*11“, und die Schicht mit ihrem Z schließen.</translation>
    </message>
    <message>
        <source>The open shift and the Zs of this till; one of them with --z.</source>
        <translation>Die offene Schicht und die Z dieser Kasse; einer davon mit --z.</translation>
    </message>
    <message>
        <source>Whether cash needs an open shift.</source>
        <translation>Ob Bargeld eine offene Schicht braucht.</translation>
    </message>
    <message>
        <source>Show the Z of this number as it was.</source>
        <translation>Den Z dieser Nummer zeigen, wie er war.</translation>
    </message>
    <message>
        <source>The wallet&apos;s currency; the venue&apos;s unless given.</source>
        <translation>Die Währung des Kontos; ohne Angabe die des Veranstaltungsorts.</translation>
    </message>
    <message>
        <source>the customer &quot;%1&quot;</source>
        <translation>der Kunde „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; fits several customers; say the e-mail or the id</source>
        <translation>„%1“ passt auf mehrere Kunden; nennen Sie E-Mail oder Kennung</translation>
    </message>
    <message>
        <source>a wallet of %1 in %2</source>
        <translation>ein Guthabenkonto von %1 in %2</translation>
    </message>
    <message>
        <source>The gift card %1 is empty.</source>
        <translation>Die Gutscheinkarte %1 ist leer.</translation>
    </message>
    <message>
        <source>%1 has a wallet with %2 %3.</source>
        <translation>%1 hat ein Guthabenkonto mit %2 %3.</translation>
    </message>
    <message>
        <source>%1 %2 moved; the balance is %3.</source>
        <translation>%1 %2 gebucht; der Saldo ist %3.</translation>
    </message>
    <message>
        <source>%1: %2 %3
</source>
        <translation>%1: %2 %3
</translation>
    </message>
    <message>
        <source>How much, like 20.00.</source>
        <translation>Wie viel, etwa 20.00.</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>betrag</translation>
    </message>
    <message>
        <source>Names the request: the same key moves the money once.</source>
        <translation>Benennt die Anfrage: Derselbe Schlüssel bewegt das Geld nur einmal.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>schlüssel</translation>
    </message>
    <message>
        <source>It was a card: the number on the card machine&apos;s receipt.</source>
        <translation>Es war eine Karte: die Nummer auf dem Beleg des Kartengeräts.</translation>
    </message>
    <message>
        <source>Who gets it.</source>
        <translation>Wer es bekommt.</translation>
    </message>
    <message>
        <source>wallet</source>
        <translation>konto</translation>
    </message>
    <message>
        <source>As a CSV file.</source>
        <translation>Als CSV-Datei.</translation>
    </message>
    <message>
        <source>Open a customer&apos;s wallet, or a &quot;gift-card&quot;.</source>
        <translation>Ein Guthabenkonto eines Kunden öffnen, oder „gift-card“.</translation>
    </message>
    <message>
        <source>Pay in to a wallet: its id, a gift card&apos;s code, or a customer.</source>
        <translation>Auf ein Konto einzahlen: Kennung, Code einer Gutscheinkarte oder Kunde.</translation>
    </message>
    <message>
        <source>Pay out of a wallet.</source>
        <translation>Von einem Konto auszahlen.</translation>
    </message>
    <message>
        <source>Move money from one wallet to another.</source>
        <translation>Geld von einem Konto auf ein anderes buchen.</translation>
    </message>
    <message>
        <source>What went in and out, and what was left after it.</source>
        <translation>Was ein- und ausging und was danach blieb.</translation>
    </message>
    <message>
        <source>--%1 is a moment like 2026-12-01 or 2026-12-01T18:00, not &quot;%2&quot;</source>
        <translation>--%1 ist ein Zeitpunkt wie 2026-12-01 oder 2026-12-01T18:00, nicht „%2“</translation>
    </message>
    <message>
        <source>  in exchange for tickets of %1, worth %2
</source>
        <translation>  im Umtausch gegen Karten von %1 im Wert von %2
</translation>
    </message>
    <message>
        <source>  %1 taken off by %2
</source>
        <translation>  %1 abgezogen durch %2
</translation>
    </message>
    <message>
        <source>A promo code for the sale; may be repeated.</source>
        <translation>Ein Aktionscode für den Verkauf; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Exchanged; %1 %2 go back.
</source>
        <translation>Umgetauscht; %1 %2 gehen zurück.
</translation>
    </message>
    <message>
        <source>Exchanged.
</source>
        <translation>Umgetauscht.
</translation>
    </message>
    <message>
        <source>Exchange tickets of an order for other places, which are named as in sell.</source>
        <translation>Karten einer Bestellung gegen andere Plätze tauschen, die wie bei sell genannt werden.</translation>
    </message>
    <message>
        <source>Give tickets free of charge; places are named as in sell.</source>
        <translation>Karten kostenlos abgeben; Plätze werden wie bei sell genannt.</translation>
    </message>
    <message>
        <source>Why; it is kept with the order.</source>
        <translation>Warum; es bleibt bei der Bestellung stehen.</translation>
    </message>
    <message>
        <source>the ticket that is meant: name it with --type</source>
        <translation>welche Karte gemeint ist: mit --type nennen</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4 now
</source>
        <translation>%1, %2, %3: jetzt %4
</translation>
    </message>
    <message>
        <source>  at first                   %1
</source>
        <translation>  zuerst                     %1
</translation>
    </message>
    <message>
        <source>  from %1  %2
</source>
        <translation>  ab   %1  %2
</translation>
    </message>
    <message>
        <source>--price says what it costs; --until needs a --from.</source>
        <translation>--price nennt den Preis; --until braucht ein --from.</translation>
    </message>
    <message>
        <source>The ticket type; the only one unless given.</source>
        <translation>Die Kartenart; ohne Angabe die einzige.</translation>
    </message>
    <message>
        <source>The price level; the first one unless given.</source>
        <translation>Die Preisstufe; ohne Angabe die erste.</translation>
    </message>
    <message>
        <source>moment</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Change a price, at once or from a moment on; what is reserved keeps its own.</source>
        <translation>Einen Preis ändern, sofort oder ab einem Zeitpunkt; was reserviert ist, behält seinen.</translation>
    </message>
    <message>
        <source>What it costs, like 14.00.</source>
        <translation>Was es kostet, etwa 14.00.</translation>
    </message>
    <message>
        <source>From then on, like 2026-12-01 or 2026-12-01T18:00; the base price unless given.</source>
        <translation>Von da an, etwa 2026-12-01 oder 2026-12-01T18:00; ohne Angabe der Grundpreis.</translation>
    </message>
    <message>
        <source>Before then; afterwards what held before comes back.</source>
        <translation>Bis dahin; danach gilt wieder, was vorher galt.</translation>
    </message>
    <message>
        <source>A price and its prices by date.</source>
        <translation>Ein Preis und seine Preise nach Datum.</translation>
    </message>
    <message>
        <source>used %1 of %2</source>
        <translation>%1 von %2 benutzt</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>%1 benutzt</translation>
    </message>
    <message>
        <source>in %1 carts</source>
        <translation>in %1 Warenkörben</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>--%1 is a whole number from 1 on, not &quot;%2&quot;</source>
        <translation>--%1 ist eine ganze Zahl ab 1, nicht „%2“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a percentage</source>
        <translation>„%1“ ist kein Prozentsatz</translation>
    </message>
    <message>
        <source>A code takes off either --percent or --amount.</source>
        <translation>Ein Code zieht entweder --percent oder --amount ab.</translation>
    </message>
    <message>
        <source>--type needs the --event that it belongs to.</source>
        <translation>--type braucht das --event, zu dem sie gehört.</translation>
    </message>
    <message>
        <source>The promo code %1 takes off %2.</source>
        <translation>Der Aktionscode %1 zieht %2 ab.</translation>
    </message>
    <message>
        <source>There is no promo code yet; promo add makes one.</source>
        <translation>Es gibt noch keinen Aktionscode; promo add legt einen an.</translation>
    </message>
    <message>
        <source>  %1  %2  total %3, taken off %4
</source>
        <translation>  %1  %2  Summe %3, abgezogen %4
</translation>
    </message>
    <message>
        <source>Nobody can enter %1 any more; carts that have it keep it.</source>
        <translation>Niemand kann %1 mehr eingeben; Warenkörbe, die ihn haben, behalten ihn.</translation>
    </message>
    <message>
        <source>Takes off so much of the price, like 10 or 12.5.</source>
        <translation>Zieht so viel vom Preis ab, etwa 10 oder 12.5.</translation>
    </message>
    <message>
        <source>Takes off so much of the order, like 10.00.</source>
        <translation>Zieht so viel von der Bestellung ab, etwa 10.00.</translation>
    </message>
    <message>
        <source>Of the amount and the floor; the venue&apos;s unless given.</source>
        <translation>Des Betrags und der Untergrenze; ohne Angabe die des Hauses.</translation>
    </message>
    <message>
        <source>No ticket becomes cheaper than this by the code.</source>
        <translation>Billiger wird keine Karte durch den Code.</translation>
    </message>
    <message>
        <source>Only for this event; may be repeated. All unless given.</source>
        <translation>Nur für diese Veranstaltung; darf wiederholt werden. Ohne Angabe für alle.</translation>
    </message>
    <message>
        <source>Only for this ticket type of it; may be repeated.</source>
        <translation>Nur für diese Kartenart davon; darf wiederholt werden.</translation>
    </message>
    <message>
        <source>Valid from then on, like 2026-12-01 or 2026-12-01T18:00.</source>
        <translation>Gültig von da an, etwa 2026-12-01 oder 2026-12-01T18:00.</translation>
    </message>
    <message>
        <source>Valid before then.</source>
        <translation>Gültig bis dahin.</translation>
    </message>
    <message>
        <source>So many orders in all.</source>
        <translation>So viele Bestellungen insgesamt.</translation>
    </message>
    <message>
        <source>So many orders of one customer.</source>
        <translation>So viele Bestellungen je Kunde.</translation>
    </message>
    <message>
        <source>Does not combine with other codes.</source>
        <translation>Gilt nicht zusammen mit anderen Codes.</translation>
    </message>
    <message>
        <source>Make a promo code.</source>
        <translation>Einen Aktionscode anlegen.</translation>
    </message>
    <message>
        <source>All promo codes, and how often they were used.</source>
        <translation>Alle Aktionscodes, und wie oft sie benutzt wurden.</translation>
    </message>
    <message>
        <source>A promo code with its orders.</source>
        <translation>Ein Aktionscode mit seinen Bestellungen.</translation>
    </message>
    <message>
        <source>Let nobody enter it any more.</source>
        <translation>Niemand soll ihn mehr eingeben können.</translation>
    </message>
    <message>
        <source>Discounts taken off: %1
</source>
        <translation>Rabatte abgezogen: %1
</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Serving %1 at %2://%3:%4</source>
        <translation>%1 ist zu erreichen unter %2://%3:%4</translation>
    </message>
    <message>
        <source>Some requests could not be answered before the end.</source>
        <translation>Einige Anfragen konnten vor dem Ende nicht beantwortet werden.</translation>
    </message>
    <message>
        <source>All that was asked is answered.</source>
        <translation>Alles, was gefragt wurde, ist beantwortet.</translation>
    </message>
    <message>
        <source>Open the box office to web shops over HTTP, until SIGTERM.</source>
        <translation>Die Kasse über HTTP für Webshops öffnen, bis SIGTERM.</translation>
    </message>
    <message>
        <source>Where it listens.</source>
        <translation>Wo er zu erreichen ist.</translation>
    </message>
    <message>
        <source>address:port</source>
        <translation>Adresse:Port</translation>
    </message>
    <message>
        <source>Ask for no token: for trying things out, on this machine alone.</source>
        <translation>Keinen Schlüssel verlangen: zum Ausprobieren, nur auf diesem Rechner.</translation>
    </message>
    <message>
        <source>A certificate in PEM; with it and its key it speaks HTTPS.</source>
        <translation>Ein Zertifikat in PEM; damit und mit seinem Schlüssel spricht er HTTPS.</translation>
    </message>
    <message>
        <source>The certificate&apos;s key in PEM.</source>
        <translation>Der Schlüssel des Zertifikats in PEM.</translation>
    </message>
    <message>
        <source>Connections that write, 1 to 4; SQLite has one.</source>
        <translation>Verbindungen, die schreiben, 1 bis 4; SQLite hat eine.</translation>
    </message>
    <message>
        <source>Connections that only read, 1 to 16.</source>
        <translation>Verbindungen, die nur lesen, 1 bis 16.</translation>
    </message>
    <message>
        <source>Connections of clients at once.</source>
        <translation>Verbindungen von Kunden zugleich.</translation>
    </message>
    <message>
        <source>Requests of one token in a second.</source>
        <translation>Anfragen eines Schlüssels je Sekunde.</translation>
    </message>
    <message>
        <source>Of wallets that name none; FOYER_CURRENCY, or the venue&apos;s, unless given.</source>
        <translation>Von Konten, die keine nennen; ohne Angabe FOYER_CURRENCY oder die des Hauses.</translation>
    </message>
    <message>
        <source>A line for each request goes there; - is standard error.</source>
        <translation>Eine Zeile je Anfrage geht dorthin; - ist die Fehlerausgabe.</translation>
    </message>
    <message>
        <source>%1
This is the only time it is shown. It may: %2. To take it back: foyerctl token revoke %3</source>
        <translation>%1
Nur dieses eine Mal wird er gezeigt. Er darf: %2. Zurücknehmen: foyerctl token revoke %3</translation>
    </message>
    <message>
        <source>  revoked %1</source>
        <translation>  gesperrt %1</translation>
    </message>
    <message>
        <source>There is no token yet; foyerctl token add makes one.</source>
        <translation>Es gibt noch keinen Schlüssel; foyerctl token add legt einen an.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no token&apos;s id; foyerctl token list shows them.</source>
        <translation>„%1“ ist keine Kennung eines Schlüssels; foyerctl token list zeigt sie.</translation>
    </message>
    <message>
        <source>The token is no use any more.</source>
        <translation>Der Schlüssel taugt nicht mehr.</translation>
    </message>
    <message>
        <source>Make a token with which a web shop may use the server.</source>
        <translation>Einen Schlüssel anlegen, mit dem ein Webshop den Server benutzen darf.</translation>
    </message>
    <message>
        <source>What it may: some of read, sell, wallet, manage.</source>
        <translation>Was er darf: einiges von read, sell, wallet, manage.</translation>
    </message>
    <message>
        <source>list</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Whose it is.</source>
        <translation>Wem er gehört.</translation>
    </message>
    <message>
        <source>The tokens that were made, revoked ones too.</source>
        <translation>Die angelegten Schlüssel, auch gesperrte.</translation>
    </message>
    <message>
        <source>Take a token back.</source>
        <translation>Einen Schlüssel zurücknehmen.</translation>
    </message>
    <message>
        <source>Whose wallet pays, as in --pay wallet=rest: its id, a gift card&apos;s code, or a customer.</source>
        <translation>Wessen Guthaben zahlt, wie in --pay wallet=rest: seine Kennung, der Code einer Gutscheinkarte oder ein Kunde.</translation>
    </message>
    <message>
        <source>--pay wallet=… and --wallet, which says whose, belong together.</source>
        <translation>--pay wallet=… und --wallet, das sagt, wessen, gehören zusammen.</translation>
    </message>
    <message>
        <source>--into has to name the customer who stays.</source>
        <translation>--into muss den Kunden nennen, der bleibt.</translation>
    </message>
    <message>
        <source>%1 is one with %2 now.</source>
        <translation>%1 ist jetzt eins mit %2.</translation>
    </message>
    <message>
        <source>Forgotten. Orders and transfers keep their amounts, without a name.</source>
        <translation>Vergessen. Bestellungen und Buchungen behalten ihre Beträge, ohne Namen.</translation>
    </message>
    <message>
        <source>Two entries are one person: orders and money go to the one that stays.</source>
        <translation>Zwei Einträge sind eine Person: Bestellungen und Geld gehen an den, der bleibt.</translation>
    </message>
    <message>
        <source>Who stays.</source>
        <translation>Wer bleibt.</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Everything that is known of a person, as JSON.</source>
        <translation>Alles, was über eine Person bekannt ist, als JSON.</translation>
    </message>
    <message>
        <source>Forget a person for good; a wallet with money on it keeps them.</source>
        <translation>Eine Person endgültig vergessen; ein Guthaben mit Geld darauf hält sie fest.</translation>
    </message>
    <message>
        <source>--date is a day like 2026-11-20, not &quot;%1&quot;</source>
        <translation>--date ist ein Tag wie 2026-11-20, nicht „%1“</translation>
    </message>
    <message>
        <source>an archived event &quot;%1&quot;</source>
        <translation>eine archivierte Veranstaltung „%1“</translation>
    </message>
    <message>
        <source>an event &quot;%1&quot; that is over</source>
        <translation>eine vergangene Veranstaltung „%1“</translation>
    </message>
    <message>
        <source>  archived
</source>
        <translation>  archiviert
</translation>
    </message>
    <message>
        <source>There is no such event.</source>
        <translation>Diese Veranstaltung gibt es nicht.</translation>
    </message>
    <message>
        <source>%1 of %2 is archived now: it is read-only, is found by searches and counted in statistics.</source>
        <translation>%1 am %2 ist jetzt archiviert: nur noch lesbar, in der Suche zu finden und in der Statistik gezählt.</translation>
    </message>
    <message>
        <source>%1 of %2 is back from the archive.</source>
        <translation>%1 am %2 ist aus dem Archiv zurück.</translation>
    </message>
    <message>
        <source>%1 events were archived.</source>
        <translation>%1 Veranstaltungen wurden archiviert.</translation>
    </message>
    <message>
        <source>--days is a whole number, not &quot;%1&quot;.</source>
        <translation>--days ist eine ganze Zahl, nicht „%1“.</translation>
    </message>
    <message>
        <source>No event is archived by itself.</source>
        <translation>Keine Veranstaltung wird von selbst archiviert.</translation>
    </message>
    <message>
        <source>Events are archived by themselves when they have been over for %1 days and nothing of them is open.</source>
        <translation>Veranstaltungen werden von selbst archiviert, wenn sie seit %1 Tagen vorbei sind und nichts von ihnen offen ist.</translation>
    </message>
    <message>
        <source>The day of the event; the latest that fits unless given.</source>
        <translation>Der Tag der Veranstaltung; ohne Angabe der späteste, der passt.</translation>
    </message>
    <message>
        <source>The events, those in the archive left out.</source>
        <translation>Die Veranstaltungen, ohne die im Archiv.</translation>
    </message>
    <message>
        <source>Those in the archive.</source>
        <translation>Die im Archiv.</translation>
    </message>
    <message>
        <source>Both.</source>
        <translation>Beides.</translation>
    </message>
    <message>
        <source>Make an event that is over read-only and take it off the lists.</source>
        <translation>Eine vergangene Veranstaltung nur noch lesbar machen und von den Listen nehmen.</translation>
    </message>
    <message>
        <source>Bring an event back from the archive.</source>
        <translation>Eine Veranstaltung aus dem Archiv zurückholen.</translation>
    </message>
    <message>
        <source>Archive every event that the house&apos;s rule says.</source>
        <translation>Jede Veranstaltung archivieren, die nach der Regel des Hauses an der Reihe ist.</translation>
    </message>
    <message>
        <source>When events are archived by themselves.</source>
        <translation>Wann Veranstaltungen von selbst archiviert werden.</translation>
    </message>
    <message>
        <source>So many days after the end; 0 is never.</source>
        <translation>So viele Tage nach dem Ende; 0 heißt nie.</translation>
    </message>
    <message>
        <source>--level says which price the tickets get.</source>
        <translation>--level sagt, welchen Preis die Karten bekommen.</translation>
    </message>
    <message>
        <source>another price &quot;%1&quot; of these tickets</source>
        <translation>ein anderer Preis „%1“ dieser Karten</translation>
    </message>
    <message>
        <source>The difference is paid with one tender: --pay cash=rest, --pay card=rest or --pay wallet=rest.</source>
        <translation>Der Unterschied wird auf einem Weg bezahlt: --pay cash=rest, --pay card=rest oder --pay wallet=rest.</translation>
    </message>
    <message>
        <source>The price level that they get.</source>
        <translation>Die Preisstufe, die sie bekommen.</translation>
    </message>
    <message>
        <source>--to says to whose e-mail the tickets go.</source>
        <translation>--to sagt, an wessen E-Mail die Karten gehen.</translation>
    </message>
    <message>
        <source>Pass tickets on to an e-mail; the codes before admit nobody any more.</source>
        <translation>Karten an eine E-Mail weitergeben; die Codes davor lassen niemanden mehr ein.</translation>
    </message>
    <message>
        <source>Of a customer, or of somebody who will register with it.</source>
        <translation>Eines Kunden oder von jemandem, der sich damit anmelden wird.</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>each ticket</source>
        <translation>jede Karte</translation>
    </message>
    <message>
        <source>The amount comes off each ticket, not off the order.</source>
        <translation>Der Betrag geht von jeder Karte ab, nicht von der Bestellung.</translation>
    </message>
    <message>
        <source>--writers takes 1 to 4, --readers 1 to 16, --connections, --rate and --open-reservations a number above zero.</source>
        <translation>--writers nimmt 1 bis 4, --readers 1 bis 16, --connections, --rate und --open-reservations eine Zahl über null.</translation>
    </message>
    <message>
        <source>Reservations of one token at a time.</source>
        <translation>Reservierungen eines Schlüssels zur selben Zeit.</translation>
    </message>
    <message>
        <source>Write the CSV file here instead of to standard output.</source>
        <translation>Die CSV-Datei hierhin schreiben statt auf die Standardausgabe.</translation>
    </message>
    <message>
        <source>Tell on standard error how far the work is, also where it is no terminal.</source>
        <translation>Auf der Standardfehlerausgabe sagen, wie weit die Arbeit ist, auch wo sie kein Terminal ist.</translation>
    </message>
    <message>
        <source>What goes back goes into this wallet: its id, a gift card&apos;s code, or a customer.</source>
        <translation>Was zurückgeht, kommt auf dieses Guthabenkonto: seine Nummer, der Code einer Gutscheinkarte oder ein Kunde.</translation>
    </message>
    <message>
        <source>Forgotten. %1 tickets waited for this e-mail; they are the buyer&apos;s again.</source>
        <translation>Vergessen. %1 Karten warteten auf diese E-Mail; sie gehören wieder dem Käufer.</translation>
    </message>
    <message>
        <source>The difference is paid with one tender: --pay cash, --pay card or --pay wallet.</source>
        <translation>Der Unterschied wird mit einem Zahlmittel bezahlt: --pay cash, --pay card oder --pay wallet.</translation>
    </message>
    <message>
        <source>Give tickets of an order another price; the places stay, the difference is paid or given back.</source>
        <translation>Karten einer Bestellung einen anderen Preis geben; die Plätze bleiben, der Unterschied wird bezahlt oder zurückgegeben.</translation>
    </message>
    <message>
        <source>cash, card or wallet.</source>
        <translation>cash, card oder wallet.</translation>
    </message>
    <message>
        <source>tender</source>
        <translation>zahlmittel</translation>
    </message>
    <message>
        <source>Of the card.</source>
        <translation>Der Karte.</translation>
    </message>
    <message>
        <source>Whose wallet pays, or which gift card.</source>
        <translation>Wessen Guthabenkonto zahlt, oder welche Gutscheinkarte.</translation>
    </message>
    <message>
        <source>Reservation %1: %2, %3 %4, %5
</source>
        <translation>Reservierung %1: %2, %3 %4, %5
</translation>
    </message>
    <message>
        <source>Charge this card through the gateway.</source>
        <translation>Diese Karte über den Zahlungsdienst belasten.</translation>
    </message>
    <message>
        <source>Also tickets that somebody came in with already.</source>
        <translation>Auch Karten, mit denen schon jemand hereinkam.</translation>
    </message>
    <message>
        <source>This is neither a ticket&apos;s code nor its number.</source>
        <translation>Das ist weder der Code noch die Nummer einer Karte.</translation>
    </message>
    <message>
        <source>There is no ticket %1.</source>
        <translation>Es gibt keine Karte %1.</translation>
    </message>
    <message>
        <source>The ticket is for another event: %1, %2.</source>
        <translation>Die Karte gilt für eine andere Veranstaltung: %1, %2.</translation>
    </message>
    <message>
        <source>This door knows tickets by their codes alone: scan the code.</source>
        <translation>Diese Tür kennt Karten nur an ihrem Code: Bitte den Code scannen.</translation>
    </message>
    <message>
        <source>Nobody with this ticket is inside.</source>
        <translation>Mit dieser Karte ist niemand im Haus.</translation>
    </message>
    <message>
        <source>The ticket was used already: %1, %2.</source>
        <translation>Die Karte wurde schon benutzt: %1, %2.</translation>
    </message>
    <message>
        <source>Goodbye: %1</source>
        <translation>Auf Wiedersehen: %1</translation>
    </message>
    <message>
        <source>Counted already: %1</source>
        <translation>Schon gezählt: %1</translation>
    </message>
    <message>
        <source>Welcome: %1</source>
        <translation>Willkommen: %1</translation>
    </message>
    <message>
        <source>--event says what is on at this door.</source>
        <translation>--event sagt, was an dieser Tür läuft.</translation>
    </message>
    <message>
        <source>--date takes a day as 2026-11-20.</source>
        <translation>--date nimmt einen Tag wie 2026-11-20.</translation>
    </message>
    <message>
        <source>Admit the holder of a ticket&apos;s code or number, once.</source>
        <translation>Wer den Code oder die Nummer einer Karte hat, wird eingelassen, einmal.</translation>
    </message>
    <message>
        <source>What is on at this door.</source>
        <translation>Was an dieser Tür läuft.</translation>
    </message>
    <message>
        <source>The event&apos;s day; the next one unless given.</source>
        <translation>Der Tag der Veranstaltung; ohne Angabe der nächste.</translation>
    </message>
    <message>
        <source>date</source>
        <translation>datum</translation>
    </message>
    <message>
        <source>They leave again.</source>
        <translation>Sie gehen wieder hinaus.</translation>
    </message>
    <message>
        <source>%1
The code for %2, until %3; it is shown once. At the door: foyerctl --db sqlite:PATH door enrol http://HOST:PORT --code CODE</source>
        <translation>%1
Der Code für %2, bis %3; er wird einmal gezeigt. An der Tür: foyerctl --db sqlite:PFAD door enrol http://RECHNER:PORT --code CODE</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1  heard %2, %3 records%4
</source>
        <translation>%1  gehört %2, %3 Einträge%4
</translation>
    </message>
    <message>
        <source>, STOPPED</source>
        <translation>, ANGEHALTEN</translation>
    </message>
    <message>
        <source>There is no door yet; foyerctl door add makes one.</source>
        <translation>Es gibt noch keine Tür; foyerctl door add legt eine an.</translation>
    </message>
    <message>
        <source>The id stands at the beginning of a line of foyerctl door conflicts.</source>
        <translation>Die Nummer steht am Anfang einer Zeile von foyerctl door conflicts.</translation>
    </message>
    <message>
        <source>It stays as it is.</source>
        <translation>Er bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>An address like http://office:3000 says where the centre is, and --code what it gave out for this door.</source>
        <translation>Eine Adresse wie http://office:3000 sagt, wo die Zentrale ist, und --code, was sie für diese Tür ausgegeben hat.</translation>
    </message>
    <message>
        <source>This is %1 now. Its people sign in with PINs of their own: foyerctl staff add</source>
        <translation>Das ist jetzt %1. Ihre Leute melden sich mit eigenen PINs an: foyerctl staff add</translation>
    </message>
    <message>
        <source>this database is no door; foyerctl door enrol makes it one</source>
        <translation>diese Datenbank ist keine Tür; foyerctl door enrol macht sie zu einer</translation>
    </message>
    <message>
        <source>%1 records were sent, and what the door has to know is up to date.</source>
        <translation>%1 Einträge wurden gesendet, und was die Tür wissen muss, ist auf dem neuesten Stand.</translation>
    </message>
    <message>
        <source>Give out a code with which one machine becomes a door.</source>
        <translation>Einen Code ausgeben, mit dem ein Gerät zur Tür wird.</translation>
    </message>
    <message>
        <source>The doors, and when they were heard last.</source>
        <translation>Die Türen, und wann sie zuletzt gehört wurden.</translation>
    </message>
    <message>
        <source>Make this machine a door of the box office at that address.</source>
        <translation>Dieses Gerät zu einer Tür der Kasse unter dieser Adresse machen.</translation>
    </message>
    <message>
        <source>What foyerctl door add gave out.</source>
        <translation>Was foyerctl door add ausgegeben hat.</translation>
    </message>
    <message>
        <source>Send what this door did, and fetch what it has to know.</source>
        <translation>Senden, was diese Tür getan hat, und holen, was sie wissen muss.</translation>
    </message>
    <message>
        <source>admitted</source>
        <translation>eingelassen</translation>
    </message>
    <message>
        <source>%1  %2  order %3  %4 %5  %6  %7
</source>
        <translation>%1  %2  Bestellung %3  %4 %5  %6  %7
</translation>
    </message>
    <message>
        <source>Every passage and every sale that the doors told of could be taken.</source>
        <translation>Jeder Durchgang und jeder Verkauf, von dem die Türen berichtet haben, konnte übernommen werden.</translation>
    </message>
    <message>
        <source>Passages and sales of doors that could not be taken as they were.</source>
        <translation>Durchgänge und Verkäufe von Türen, die nicht übernommen werden konnten, wie sie waren.</translation>
    </message>
    <message>
        <source>Leave such a passage as it is; let such a sale stand.</source>
        <translation>Einen solchen Durchgang so lassen; einen solchen Verkauf gelten lassen.</translation>
    </message>
    <message>
        <source>Grant %1: %2 places of %3, %4 are %5&apos;s from now on.</source>
        <translation>Zuteilung %1: %2 Plätze für %3, %4 gehören ab jetzt %5.</translation>
    </message>
    <message>
        <source>%1  %2  %3, %4  %5: %6 left, %7 sold, %8 given back
</source>
        <translation>%1  %2  %3, %4  %5: %6 übrig, %7 verkauft, %8 zurückgegeben
</translation>
    </message>
    <message>
        <source>No door has places of its own; foyerctl door grant gives it some.</source>
        <translation>Keine Tür hat eigene Plätze; foyerctl door grant teilt ihr welche zu.</translation>
    </message>
    <message>
        <source>%1 grants of %2 are revoked: nobody comes in with their tickets, but those whose sale is known here.</source>
        <translation>%1 Zuteilungen von %2 sind gesperrt: Niemand kommt mit deren Karten hinein, außer wenn der Verkauf hier bekannt ist.</translation>
    </message>
    <message>
        <source>%1 places are for sale here again.</source>
        <translation>%1 Plätze sind hier wieder zu verkaufen.</translation>
    </message>
    <message>
        <source>%1 places are the box office&apos;s again.</source>
        <translation>%1 Plätze gehören wieder der Kasse.</translation>
    </message>
    <message>
        <source>%1 places are not sold here any more; the box office has them when it is reached.</source>
        <translation>%1 Plätze werden hier nicht mehr verkauft; die Kasse hat sie, sobald sie erreicht wird.</translation>
    </message>
    <message>
        <source>Its tickets are void, and the money goes back the way it came.</source>
        <translation>Die Karten sind ungültig, und das Geld geht den Weg zurück, den es kam.</translation>
    </message>
    <message>
        <source>Its tickets are void, and the money is in the wallet.</source>
        <translation>Die Karten sind ungültig, und das Geld ist auf dem Guthabenkonto.</translation>
    </message>
    <message>
        <source>It never becomes an order here.</source>
        <translation>Daraus wird hier nie eine Bestellung.</translation>
    </message>
    <message>
        <source>Of this event; of all unless given.</source>
        <translation>Von dieser Veranstaltung; von allen, wenn nichts angegeben ist.</translation>
    </message>
    <message>
        <source>This one alone, by its number.</source>
        <translation>Nur diese, nach ihrer Nummer.</translation>
    </message>
    <message>
        <source>Whose wallet, or its id, or a gift card&apos;s code.</source>
        <translation>Wessen Guthabenkonto, oder dessen Nummer, oder der Code einer Gutscheinkarte.</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>Give places to a door, which sells them without the network.</source>
        <translation>Einer Tür Plätze zuteilen, die sie ohne Netz verkauft.</translation>
    </message>
    <message>
        <source>The places that doors have.</source>
        <translation>Die Plätze, die Türen haben.</translation>
    </message>
    <message>
        <source>A door was lost: let nobody in with its tickets.</source>
        <translation>Eine Tür ist verloren: mit ihren Karten niemanden einlassen.</translation>
    </message>
    <message>
        <source>Sell the places of a revoked grant here again, at your own risk.</source>
        <translation>Die Plätze einer gesperrten Zuteilung hier wieder verkaufen, auf eigenes Risiko.</translation>
    </message>
    <message>
        <source>At a door: give back what is not sold.</source>
        <translation>An einer Tür: zurückgeben, was nicht verkauft ist.</translation>
    </message>
    <message>
        <source>Give back the money of a sale that did not fit.</source>
        <translation>Das Geld eines Verkaufs zurückgeben, der nicht passte.</translation>
    </message>
    <message>
        <source>The same into a wallet.</source>
        <translation>Dasselbe auf ein Guthabenkonto.</translation>
    </message>
    <message>
        <source>Leave such a sale out for good.</source>
        <translation>Einen solchen Verkauf für immer weglassen.</translation>
    </message>
    <message>
        <source>--output says which file the tickets go to.</source>
        <translation>--output sagt, in welche Datei die Karten kommen.</translation>
    </message>
    <message>
        <source>%1 tickets, copy %2, written to %3.</source>
        <translation>%1 Karten, Kopie %2, geschrieben in %3.</translation>
    </message>
    <message>
        <source>Print the tickets of an order again, into a PDF; marked and counted as a copy.</source>
        <translation>Die Karten einer Bestellung noch einmal drucken, in ein PDF; als Kopie gekennzeichnet und gezählt.</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>Die Datei, die geschrieben wird.</translation>
    </message>
    <message>
        <source>Taken off by hand, like 10% or 5.00; needs a --reason.</source>
        <translation>Von Hand abgezogen, etwa 10% oder 5.00; braucht --reason.</translation>
    </message>
    <message>
        <source>discount</source>
        <translation>Nachlass</translation>
    </message>
    <message>
        <source>Of the discount.</source>
        <translation>Des Nachlasses.</translation>
    </message>
    <message>
        <source>On record: the drawer is opened without a sale.</source>
        <translation>Vermerkt: Die Kassenlade wird ohne Verkauf geöffnet.</translation>
    </message>
    <message>
        <source>The drawer is opened without a sale.</source>
        <translation>Die Kassenlade wird ohne Verkauf geöffnet.</translation>
    </message>
    <message>
        <source>Somebody else answers for the drawer from now on.</source>
        <translation>Ab jetzt steht jemand anders für die Kassenlade ein.</translation>
    </message>
    <message>
        <source>New password: </source>
        <translation>Neues Passwort: </translation>
    </message>
    <message>
        <source>A password has from %1 to %2 characters.</source>
        <translation>Ein Passwort hat %1 bis %2 Zeichen.</translation>
    </message>
    <message>
        <source>%1 signs in to the web shop with this password now, and is signed out everywhere.</source>
        <translation>%1 meldet sich im Webshop ab jetzt mit diesem Passwort an und ist überall abgemeldet.</translation>
    </message>
    <message>
        <source>A new password for the web shop, from standard input; it ends every session.</source>
        <translation>Ein neues Passwort für den Webshop, von der Standardeingabe; es beendet jede Sitzung.</translation>
    </message>
</context>
<context>
    <name>Customers</name>
    <message>
        <source>Gift card %1</source>
        <translation>Gutscheinkarte %1</translation>
    </message>
</context>
<context>
    <name>Discounts</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>takes nothing off now</source>
        <translation>zieht jetzt nichts ab</translation>
    </message>
    <message>
        <source>%1, allowed by %2</source>
        <translation>%1, erlaubt von %2</translation>
    </message>
    <message>
        <source>Discounts: %1</source>
        <translation>Rabatte: %1</translation>
    </message>
    <message>
        <source>a discount is an amount like 5 or a percentage like 10 %</source>
        <translation>ein Rabatt ist ein Betrag wie 5 oder ein Prozentsatz wie 10 %</translation>
    </message>
    <message>
        <source>%1 each ticket</source>
        <translation>%1 je Karte</translation>
    </message>
</context>
<context>
    <name>Doors</name>
    <message>
        <source>At %1, %2</source>
        <translation>Um %1, %2</translation>
    </message>
    <message>
        <source>This is no ticket. Scan its code, or type the ten characters below it.</source>
        <translation>Das ist keine Karte. Bitte den Code scannen oder die zehn Zeichen darunter tippen.</translation>
    </message>
    <message>
        <source>Forged: no till of this box office made this code.</source>
        <translation>Gefälscht: Keine Kasse dieses Hauses hat diesen Code gemacht.</translation>
    </message>
    <message>
        <source>There is no ticket %1. Read the number again.</source>
        <translation>Es gibt keine Karte %1. Bitte die Nummer noch einmal lesen.</translation>
    </message>
    <message>
        <source>Another event: %1, %2</source>
        <translation>Andere Veranstaltung: %1, %2</translation>
    </message>
    <message>
        <source>An old code: the ticket has passed to another holder, who has the new one.</source>
        <translation>Ein alter Code: Die Karte hat jetzt jemand anderes, mit dem neuen.</translation>
    </message>
    <message>
        <source>Void: the ticket was refunded or exchanged.</source>
        <translation>Ungültig: Die Karte wurde erstattet oder umgetauscht.</translation>
    </message>
    <message>
        <source>Revoked: the box office knows why.</source>
        <translation>Gesperrt: Die Kasse weiß, warum.</translation>
    </message>
    <message>
        <source>This door knows tickets by their codes alone: scan the code.</source>
        <translation>Diese Tür kennt Karten nur an ihrem Code: Bitte den Code scannen.</translation>
    </message>
    <message>
        <source>Nobody with this ticket is inside.</source>
        <translation>Mit dieser Karte ist niemand im Haus.</translation>
    </message>
    <message>
        <source>By its number alone: only the code proves that it is genuine.</source>
        <translation>Nur an der Nummer: Erst der Code beweist, dass sie echt ist.</translation>
    </message>
    <message>
        <source>By this clock the doors are not open yet.</source>
        <translation>Nach dieser Uhr ist noch kein Einlass.</translation>
    </message>
    <message>
        <source>By this clock the event is over.</source>
        <translation>Nach dieser Uhr ist die Veranstaltung vorbei.</translation>
    </message>
    <message>
        <source>This door has not heard from the box office lately: it cannot know what was passed on or refunded since.</source>
        <translation>Diese Tür hat länger nichts von der Kasse gehört: Sie kann nicht wissen, was seither weitergegeben oder erstattet wurde.</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Willkommen</translation>
    </message>
    <message>
        <source>Goodbye</source>
        <translation>Auf Wiedersehen</translation>
    </message>
    <message>
        <source>Counted already</source>
        <translation>Schon gezählt</translation>
    </message>
    <message>
        <source>The same ticket, a moment ago at this door.</source>
        <translation>Dieselbe Karte, gerade eben an dieser Tür.</translation>
    </message>
    <message>
        <source>Already used</source>
        <translation>Schon benutzt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>Nicht geprüft</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>This cannot be used: %1. Correct it and try again.</source>
        <translation>Das lässt sich nicht verwenden: %1. Berichtigen Sie es und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Something that was entered cannot be used. Check it and try again.</source>
        <translation>Eine Eingabe lässt sich nicht verwenden. Prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Foyer could not find %1. Check the name or number and search again.</source>
        <translation>Foyer hat das nicht gefunden: %1. Prüfen Sie Name oder Nummer und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>Foyer could not find this. Check the name or number and search again.</source>
        <translation>Foyer hat das nicht gefunden. Prüfen Sie Name oder Nummer und suchen Sie noch einmal.</translation>
    </message>
    <message>
        <source>You are not allowed to do this: %1. Ask a supervisor to sign in.</source>
        <translation>Das dürfen Sie nicht: %1. Bitten Sie eine Aufsicht, sich anzumelden.</translation>
    </message>
    <message>
        <source>You are not allowed to do this. Ask a supervisor to sign in.</source>
        <translation>Das dürfen Sie nicht. Bitten Sie eine Aufsicht, sich anzumelden.</translation>
    </message>
    <message>
        <source>This request repeats the key of an earlier one but asks for something else, so nothing was done. Send it again with a new key.</source>
        <translation>Diese Anfrage wiederholt den Schlüssel einer früheren, verlangt aber etwas anderes; deshalb wurde nichts getan. Senden Sie sie mit einem neuen Schlüssel.</translation>
    </message>
    <message>
        <source>The PIN is wrong. Enter it again (attempts left: %1).</source>
        <translation>Die PIN ist falsch. Geben Sie sie noch einmal ein (verbleibende Versuche: %1).</translation>
    </message>
    <message>
        <source>The PIN is wrong. Enter it again.</source>
        <translation>Die PIN ist falsch. Geben Sie sie noch einmal ein.</translation>
    </message>
    <message>
        <source>Signing in is locked after too many wrong PINs. Wait (minutes left: %1) or ask a manager to unlock it.</source>
        <translation>Nach zu vielen falschen PINs ist die Anmeldung gesperrt. Warten Sie (Minuten: %1) oder bitten Sie die Leitung, sie freizugeben.</translation>
    </message>
    <message>
        <source>Signing in is locked after too many wrong PINs. Wait a while or ask a manager to unlock it.</source>
        <translation>Nach zu vielen falschen PINs ist die Anmeldung gesperrt. Warten Sie eine Weile oder bitten Sie die Leitung, sie freizugeben.</translation>
    </message>
    <message>
        <source>There are not enough places of %1 (places left: %2). Take fewer or choose another ticket.</source>
        <translation>Für %1 gibt es nicht genug Plätze (noch frei: %2). Nehmen Sie weniger oder eine andere Karte.</translation>
    </message>
    <message>
        <source>There are not enough places left. Take fewer or choose another ticket.</source>
        <translation>Es gibt nicht genug freie Plätze. Nehmen Sie weniger oder eine andere Karte.</translation>
    </message>
    <message>
        <source>Somebody else has just taken %1. Choose other seats.</source>
        <translation>Jemand anderes war gerade schneller: %1. Wählen Sie andere Plätze.</translation>
    </message>
    <message>
        <source>Somebody else has just taken this seat. Choose another.</source>
        <translation>Jemand anderes hat diesen Platz gerade genommen. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 is not on sale now. Check its dates and its status, or choose another.</source>
        <translation>%1 ist jetzt nicht im Verkauf. Prüfen Sie Termine und Status oder wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>This is not on sale now. Check its dates and its status, or choose another.</source>
        <translation>Das ist jetzt nicht im Verkauf. Prüfen Sie Termine und Status oder wählen Sie etwas anderes.</translation>
    </message>
    <message>
        <source>That is more than one order may hold of %1 (limit: %2). Take fewer, or start another order.</source>
        <translation>Das sind mehr, als eine Bestellung enthalten darf: %1 (höchstens: %2). Nehmen Sie weniger oder beginnen Sie eine weitere Bestellung.</translation>
    </message>
    <message>
        <source>That is more than one order may hold. Take fewer, or start another order.</source>
        <translation>Das sind mehr, als eine Bestellung enthalten darf. Nehmen Sie weniger oder beginnen Sie eine weitere Bestellung.</translation>
    </message>
    <message>
        <source>The time of this reservation is over and its places are free again. Choose the places once more.</source>
        <translation>Die Zeit dieser Reservierung ist um, die Plätze sind wieder frei. Wählen Sie die Plätze noch einmal.</translation>
    </message>
    <message>
        <source>This reservation has already ended (%1). Start a new one.</source>
        <translation>Diese Reservierung ist schon beendet (%1). Beginnen Sie eine neue.</translation>
    </message>
    <message>
        <source>This reservation has already ended. Start a new one.</source>
        <translation>Diese Reservierung ist schon beendet. Beginnen Sie eine neue.</translation>
    </message>
    <message>
        <source>Some of these places are held or sold (%1). Release or refund them first, or choose others.</source>
        <translation>Einige dieser Plätze sind reserviert oder verkauft (%1). Geben Sie sie zuerst frei, erstatten Sie sie oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>Some of these places are held or sold. Release or refund them first, or choose others.</source>
        <translation>Einige dieser Plätze sind reserviert oder verkauft. Geben Sie sie zuerst frei, erstatten Sie sie oder wählen Sie andere.</translation>
    </message>
    <message>
        <source>The amount should be in %1 but is in %2. Enter it in the right currency.</source>
        <translation>Der Betrag müsste in %1 sein, ist aber in %2. Geben Sie ihn in der richtigen Währung ein.</translation>
    </message>
    <message>
        <source>The amount is in the wrong currency. Enter it in the currency of the event.</source>
        <translation>Der Betrag ist in der falschen Währung. Geben Sie ihn in der Währung der Veranstaltung ein.</translation>
    </message>
    <message>
        <source>This is more than is still to pay (%1). Enter a smaller amount.</source>
        <translation>Das ist mehr, als noch offen ist (%1). Geben Sie einen kleineren Betrag ein.</translation>
    </message>
    <message>
        <source>This is more than is still to pay. Enter a smaller amount.</source>
        <translation>Das ist mehr, als noch offen ist. Geben Sie einen kleineren Betrag ein.</translation>
    </message>
    <message>
        <source>There is not enough money on it (balance: %1). Use it for a part and take the rest in another way.</source>
        <translation>Das Guthaben reicht nicht (es sind %1). Nehmen Sie es für einen Teil und den Rest auf andere Weise.</translation>
    </message>
    <message>
        <source>There is not enough money on it. Use it for a part and take the rest in another way.</source>
        <translation>Das Guthaben reicht nicht. Nehmen Sie es für einen Teil und den Rest auf andere Weise.</translation>
    </message>
    <message>
        <source>The payment was declined: %1. Try another card or take the money in another way.</source>
        <translation>Die Zahlung wurde abgelehnt: %1. Versuchen Sie eine andere Karte oder nehmen Sie das Geld auf andere Weise.</translation>
    </message>
    <message>
        <source>The payment was declined. Try another card or take the money in another way.</source>
        <translation>Die Zahlung wurde abgelehnt. Versuchen Sie eine andere Karte oder nehmen Sie das Geld auf andere Weise.</translation>
    </message>
    <message>
        <source>The payment did not work: %1. No money was taken; try again or take it in another way.</source>
        <translation>Die Zahlung hat nicht geklappt: %1. Es wurde kein Geld genommen; versuchen Sie es noch einmal oder auf andere Weise.</translation>
    </message>
    <message>
        <source>The payment did not work. No money was taken; try again or take it in another way.</source>
        <translation>Die Zahlung hat nicht geklappt. Es wurde kein Geld genommen; versuchen Sie es noch einmal oder auf andere Weise.</translation>
    </message>
    <message>
        <source>A payment is still without an answer. Wait for it or ask again; do not take the money a second time.</source>
        <translation>Eine Zahlung ist noch ohne Antwort. Warten Sie darauf oder fragen Sie nach; nehmen Sie das Geld nicht ein zweites Mal.</translation>
    </message>
    <message>
        <source>The file %1 could not be opened: %2. Check its name and folder, or choose another.</source>
        <translation>Die Datei %1 ließ sich nicht öffnen: %2. Prüfen Sie Name und Ordner oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The file could not be opened. Check its name and folder, or choose another.</source>
        <translation>Die Datei ließ sich nicht öffnen. Prüfen Sie Name und Ordner oder wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>The file has a fault and nothing was taken from it: %1. Correct the file and try again.</source>
        <translation>Die Datei hat einen Fehler, nichts wurde daraus übernommen: %1. Berichtigen Sie die Datei und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The file has a fault and nothing was taken from it. Correct the file and try again.</source>
        <translation>Die Datei hat einen Fehler, nichts wurde daraus übernommen. Berichtigen Sie die Datei und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database is busy and nothing was changed. Try again in a moment.</source>
        <translation>Die Datenbank ist beschäftigt, nichts wurde geändert. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The database does not answer: %1. Check the network and the server, then try again.</source>
        <translation>Die Datenbank antwortet nicht: %1. Prüfen Sie Netz und Server und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database does not answer. Check the network and the server, then try again.</source>
        <translation>Die Datenbank antwortet nicht. Prüfen Sie Netz und Server und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Another program is using this box office. Close it there, then try again.</source>
        <translation>Ein anderes Programm benutzt diese Kasse. Schließen Sie es dort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database refused the password of %1. Check user and password, then try again.</source>
        <translation>Die Datenbank hat das Passwort von %1 abgelehnt. Prüfen Sie Benutzer und Passwort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database refused the password. Check user and password, then try again.</source>
        <translation>Die Datenbank hat das Passwort abgelehnt. Prüfen Sie Benutzer und Passwort und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The database login %1 has no rights to this box office. Ask whoever looks after the database for them.</source>
        <translation>Die Datenbank-Anmeldung %1 hat keine Rechte an dieser Kasse. Bitten Sie die Person darum, die die Datenbank betreut.</translation>
    </message>
    <message>
        <source>The database login has no rights to this box office. Ask whoever looks after the database for them.</source>
        <translation>Die Datenbank-Anmeldung hat keine Rechte an dieser Kasse. Bitten Sie die Person darum, die die Datenbank betreut.</translation>
    </message>
    <message>
        <source>The file %1 is not a database. Choose the file of a box office.</source>
        <translation>Die Datei %1 ist keine Datenbank. Wählen Sie die Datei einer Kasse.</translation>
    </message>
    <message>
        <source>The file is not a database. Choose the file of a box office.</source>
        <translation>Die Datei ist keine Datenbank. Wählen Sie die Datei einer Kasse.</translation>
    </message>
    <message>
        <source>The database %1 is damaged. Stop selling with it and restore the latest backup.</source>
        <translation>Die Datenbank %1 ist beschädigt. Verkaufen Sie nicht weiter damit und spielen Sie die letzte Sicherung ein.</translation>
    </message>
    <message>
        <source>The database is damaged. Stop selling with it and restore the latest backup.</source>
        <translation>Die Datenbank ist beschädigt. Verkaufen Sie nicht weiter damit und spielen Sie die letzte Sicherung ein.</translation>
    </message>
    <message>
        <source>The database %1 can be read but not written. Check the rights of the file and its folder.</source>
        <translation>Die Datenbank %1 lässt sich lesen, aber nicht schreiben. Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The database can be read but not written. Check the rights of the file and its folder.</source>
        <translation>Die Datenbank lässt sich lesen, aber nicht schreiben. Prüfen Sie die Rechte der Datei und ihres Ordners.</translation>
    </message>
    <message>
        <source>The disk is full and nothing was changed. Make room, then try again.</source>
        <translation>Die Festplatte ist voll, nichts wurde geändert. Schaffen Sie Platz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This box office was written by a newer Foyer (its version is %1, this program knows %2). Update the program.</source>
        <translation>Diese Kasse wurde von einem neueren Foyer geschrieben (ihre Version ist %1, dieses Programm kennt %2). Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>This box office was written by a newer Foyer. Update the program.</source>
        <translation>Diese Kasse wurde von einem neueren Foyer geschrieben. Aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>This database holds no box office yet. Set it up with &quot;foyerctl migrate&quot;.</source>
        <translation>Diese Datenbank enthält noch keine Kasse. Richten Sie sie mit „foyerctl migrate“ ein.</translation>
    </message>
    <message>
        <source>Foyer made a mistake and stopped what it was doing. Check what was recorded before you try again, and send the log file to whoever looks after Foyer.</source>
        <translation>Foyer hat einen Fehler gemacht und seine Arbeit abgebrochen. Prüfen Sie, was aufgezeichnet wurde, bevor Sie es noch einmal versuchen, und schicken Sie die Protokolldatei an die Betreuung von Foyer.</translation>
    </message>
    <message>
        <source>Another till has just taken this cart up, so it is no longer parked. Ask there, or choose another cart.</source>
        <translation>Eine andere Kasse hat diesen Warenkorb gerade übernommen, er ist nicht mehr geparkt. Fragen Sie dort nach oder wählen Sie einen anderen Warenkorb.</translation>
    </message>
    <message>
        <source>No shift is open on this till. Open one with its float on the page Shift first.</source>
        <translation>An dieser Kasse ist keine Schicht offen. Öffnen Sie zuerst eine mit ihrem Wechselgeld auf der Seite Schicht.</translation>
    </message>
    <message>
        <source>A shift is open on this till already (%1). Close it with its count, or let it be handed over.</source>
        <translation>An dieser Kasse ist schon eine Schicht offen (%1). Schließen Sie sie mit der Zählung oder lassen Sie sie übergeben.</translation>
    </message>
    <message>
        <source>A shift is open on this till already. Close it with its count, or let it be handed over.</source>
        <translation>An dieser Kasse ist schon eine Schicht offen. Schließen Sie sie mit der Zählung oder lassen Sie sie übergeben.</translation>
    </message>
    <message>
        <source>The drawer is being counted, so no cash may go in or out. Close the shift, or leave the count and go on.</source>
        <translation>Die Kassenlade wird gerade gezählt, es darf kein Bargeld hinein oder heraus. Schließen Sie die Schicht oder verlassen Sie die Zählung.</translation>
    </message>
    <message>
        <source>The shift of this money is closed and its Z is final. Pay it out or in with a reason instead.</source>
        <translation>Die Schicht dieses Geldes ist geschlossen, ihr Z ist endgültig. Buchen Sie stattdessen eine Entnahme oder Einlage mit Grund.</translation>
    </message>
    <message>
        <source>These tickets were given back or exchanged already (%1). Look at the order again and choose others.</source>
        <translation>Diese Karten wurden schon erstattet oder umgetauscht (%1). Sehen Sie sich die Bestellung noch einmal an und wählen Sie andere.</translation>
    </message>
    <message>
        <source>These tickets were given back or exchanged already. Look at the order again and choose others.</source>
        <translation>Diese Karten wurden schon erstattet oder umgetauscht. Sehen Sie sich die Bestellung noch einmal an und wählen Sie andere.</translation>
    </message>
    <message>
        <source>There is no promo code %1. Check how it is written.</source>
        <translation>Den Aktionscode %1 gibt es nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>There is no such promo code. Check how it is written.</source>
        <translation>Diesen Aktionscode gibt es nicht. Prüfen Sie die Schreibweise.</translation>
    </message>
    <message>
        <source>The promo code %1 is not valid yet (from %2). Sell without it, or wait until then.</source>
        <translation>Der Aktionscode %1 gilt noch nicht (ab %2). Verkaufen Sie ohne ihn, oder warten Sie bis dahin.</translation>
    </message>
    <message>
        <source>This promo code is not valid yet. Sell without it, or wait until it is.</source>
        <translation>Dieser Aktionscode gilt noch nicht. Verkaufen Sie ohne ihn, oder warten Sie, bis er gilt.</translation>
    </message>
    <message>
        <source>The promo code %1 is no longer valid. Sell without it, or try another code.</source>
        <translation>Der Aktionscode %1 gilt nicht mehr. Verkaufen Sie ohne ihn, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>This promo code is no longer valid. Sell without it, or try another code.</source>
        <translation>Dieser Aktionscode gilt nicht mehr. Verkaufen Sie ohne ihn, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>The promo code %1 is used up. Sell without it, or try another code.</source>
        <translation>Der Aktionscode %1 ist aufgebraucht. Verkaufen Sie ohne ihn, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>This promo code is used up. Sell without it, or try another code.</source>
        <translation>Dieser Aktionscode ist aufgebraucht. Verkaufen Sie ohne ihn, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>This customer has used the promo code %1 as often as each may. Take the code off first, or sell without it.</source>
        <translation>Dieser Kunde hat den Aktionscode %1 so oft benutzt, wie jeder darf. Nehmen Sie den Code zuerst heraus, oder verkaufen Sie ohne ihn.</translation>
    </message>
    <message>
        <source>This customer has used this promo code as often as each may. Take the code off first, or sell without it.</source>
        <translation>Dieser Kunde hat diesen Aktionscode so oft benutzt, wie jeder darf. Nehmen Sie den Code zuerst heraus, oder verkaufen Sie ohne ihn.</translation>
    </message>
    <message>
        <source>The promo code %1 counts for each customer, so the cart needs one. Choose the customer first (F7).</source>
        <translation>Der Aktionscode %1 zählt je Kunde, darum braucht der Warenkorb einen. Wählen Sie zuerst den Kunden (F7).</translation>
    </message>
    <message>
        <source>This promo code counts for each customer, so the cart needs one. Choose the customer first (F7).</source>
        <translation>Dieser Aktionscode zählt je Kunde, darum braucht der Warenkorb einen. Wählen Sie zuerst den Kunden (F7).</translation>
    </message>
    <message>
        <source>The promo code %1 is not for these tickets. Choose what it is for, or try another code.</source>
        <translation>Der Aktionscode %1 gilt nicht für diese Karten. Wählen Sie, wofür er gilt, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>This promo code is not for these tickets. Choose what it is for, or try another code.</source>
        <translation>Dieser Aktionscode gilt nicht für diese Karten. Wählen Sie, wofür er gilt, oder versuchen Sie einen anderen Code.</translation>
    </message>
    <message>
        <source>The promo code %1 does not combine with the codes in the cart, and they take off as much or more. Take them off first if you want it.</source>
        <translation>Der Aktionscode %1 gilt nicht zusammen mit den Codes im Warenkorb, und die ziehen ebenso viel oder mehr ab. Nehmen Sie diese zuerst heraus, wenn Sie ihn wollen.</translation>
    </message>
    <message>
        <source>This promo code does not combine with the codes in the cart, and they take off as much or more. Take them off first if you want it.</source>
        <translation>Dieser Aktionscode gilt nicht zusammen mit den Codes im Warenkorb, und die ziehen ebenso viel oder mehr ab. Nehmen Sie diese zuerst heraus, wenn Sie ihn wollen.</translation>
    </message>
    <message>
        <source>%1 is archived, so nothing about it can be changed. A manager can bring it back from the archive first.</source>
        <translation>%1 ist archiviert; daran lässt sich nichts mehr ändern. Die Leitung kann die Veranstaltung erst aus dem Archiv zurückholen.</translation>
    </message>
    <message>
        <source>This event is archived, so nothing about it can be changed. A manager can bring it back from the archive first.</source>
        <translation>Diese Veranstaltung ist archiviert; daran lässt sich nichts mehr ändern. Die Leitung kann sie erst aus dem Archiv zurückholen.</translation>
    </message>
    <message>
        <source>Somebody came in with these tickets already (%1). Only a supervisor may undo that: ask one to allow it.</source>
        <translation>Mit diesen Karten kam schon jemand herein (%1). Das darf nur eine Aufsicht rückgängig machen: Bitten Sie sie darum.</translation>
    </message>
    <message>
        <source>Somebody came in with these tickets already. Only a supervisor may undo that: ask one to allow it.</source>
        <translation>Mit diesen Karten kam schon jemand herein. Das darf nur eine Aufsicht rückgängig machen: Bitten Sie sie darum.</translation>
    </message>
    <message>
        <source>Two databases have spoken for the door %1, so neither is believed any more. Enrol it anew with an empty database.</source>
        <translation>Zwei Datenbanken haben für die Tür %1 gesprochen, darum wird keiner mehr geglaubt. Melden Sie sie mit einer leeren Datenbank neu an.</translation>
    </message>
    <message>
        <source>Two databases have spoken for this door, so neither is believed any more. Enrol it anew with an empty database.</source>
        <translation>Zwei Datenbanken haben für diese Tür gesprochen, darum wird keiner mehr geglaubt. Melden Sie sie mit einer leeren Datenbank neu an.</translation>
    </message>
    <message>
        <source>The box office refused what this door sent: %1.</source>
        <translation>Die Kasse hat abgelehnt, was diese Tür gesendet hat: %1.</translation>
    </message>
    <message>
        <source>The box office refused what this door sent. Ask there whether the door is still enrolled.</source>
        <translation>Die Kasse hat abgelehnt, was diese Tür gesendet hat. Fragen Sie dort, ob die Tür noch angemeldet ist.</translation>
    </message>
    <message>
        <source>This is a door: it sells its own places at their price and admits people. Everything else is done at the box office.</source>
        <translation>Dies ist eine Tür: Sie verkauft ihre eigenen Plätze zu deren Preis und lässt ein. Alles andere geschieht an der Kasse.</translation>
    </message>
    <message>
        <source>The box office cannot be reached (%1). Scanning goes on, and so does selling what is left here; all of it is sent later.</source>
        <translation>Die Kasse ist nicht zu erreichen (%1). Scannen geht weiter, und was hier noch übrig ist, kann verkauft werden; alles wird später gesendet.</translation>
    </message>
    <message>
        <source>The box office cannot be reached. Scanning goes on, and so does selling what is left here; all of it is sent later.</source>
        <translation>Die Kasse ist nicht zu erreichen. Scannen geht weiter, und was hier noch übrig ist, kann verkauft werden; alles wird später gesendet.</translation>
    </message>
</context>
<context>
    <name>EventScope</name>
    <message>
        <source>On sale</source>
        <translation>Im Verkauf</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Vorbei</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message numerus="yes">
        <source>Exchange %n ticket(s) of order %1, worth %2: choose the new places.</source>
        <translation>
            <numerusform>Umtausch von %n Karte der Bestellung %1 im Wert von %2: Wählen Sie die neuen Plätze.</numerusform>
            <numerusform>Umtausch von %n Karten der Bestellung %1 im Wert von %2: Wählen Sie die neuen Plätze.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of order %1 count %2.</source>
        <translation>
            <numerusform>%n Karte der Bestellung %1 zählt %2.</numerusform>
            <numerusform>%n Karten der Bestellung %1 zählen %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchange   F9</source>
        <translation>Umtauschen   F9</translation>
    </message>
    <message>
        <source>Give back %1   F9</source>
        <translation>%1 zurückgeben   F9</translation>
    </message>
    <message>
        <source>Pay %1   F9</source>
        <translation>%1 bezahlen   F9</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) of order %1 for the price %2: the places stay.</source>
        <translation>
            <numerusform>%n Karte der Bestellung %1 zum Preis %2: Der Platz bleibt.</numerusform>
            <numerusform>%n Karten der Bestellung %1 zum Preis %2: Die Plätze bleiben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Full</source>
        <translation>Normalpreis</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Tomorrow</source>
        <translation>Morgen</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>Pattern of a date: ddd weekday, d day, MMM month, yyyy year</extracomment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>ddd d MMM yyyy</source>
        <translation>ddd d. MMM yyyy</translation>
    </message>
</context>
<context>
    <name>Gateway</name>
    <message>
        <source>Something went wrong with your transaction</source>
        <translation>Bei der Zahlung ist etwas schiefgegangen</translation>
    </message>
    <message>
        <source>The payment never arrived</source>
        <translation>Die Zahlung ist nie angekommen</translation>
    </message>
    <message>
        <source>Currency %1 not supported</source>
        <translation>Die Währung %1 wird nicht unterstützt</translation>
    </message>
    <message>
        <source>Your card has been declined</source>
        <translation>Ihre Karte wurde abgelehnt</translation>
    </message>
    <message>
        <source>There is no such payment to give back</source>
        <translation>Es gibt keine solche Zahlung, die zurückgegeben werden könnte</translation>
    </message>
</context>
<context>
    <name>Holds</name>
    <message>
        <source>%1, until %2</source>
        <translation>%1, bis %2</translation>
    </message>
</context>
<context>
    <name>Input</name>
    <message>
        <source>%1, accessible</source>
        <translation>%1, barrierefrei</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a currency</source>
        <translation>„%1“ ist keine Währung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an amount</source>
        <translation>„%1“ ist kein Betrag</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has more decimals than the currency</source>
        <translation>„%1“ hat mehr Nachkommastellen als die Währung</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is too large an amount</source>
        <translation>„%1“ ist ein zu großer Betrag</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an event status</source>
        <translation>„%1“ ist kein Status einer Veranstaltung</translation>
    </message>
    <message>
        <source>a quotation mark is never closed</source>
        <translation>ein Anführungszeichen wird nie geschlossen</translation>
    </message>
    <message>
        <source>there is text behind a closing quotation mark</source>
        <translation>hinter einem schließenden Anführungszeichen steht Text</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>die Datei ist leer</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; stands there twice</source>
        <translation>die Spalte „%1“ kommt zweimal vor</translation>
    </message>
    <message>
        <source>the first row names no column &quot;name&quot;</source>
        <translation>die erste Zeile nennt keine Spalte „name“</translation>
    </message>
    <message>
        <source>the first row names neither &quot;start&quot; nor &quot;date&quot; and &quot;time&quot;</source>
        <translation>die erste Zeile nennt weder „start“ noch „date“ und „time“</translation>
    </message>
    <message>
        <source>no event stands above this row</source>
        <translation>über dieser Zeile steht keine Veranstaltung</translation>
    </message>
    <message>
        <source>has more cells than the first row has columns</source>
        <translation>hat mehr Zellen, als die erste Zeile Spalten hat</translation>
    </message>
    <message>
        <source>the same event stands in line %1; its rows must follow each other</source>
        <translation>dieselbe Veranstaltung steht in Zeile %1; ihre Zeilen müssen aufeinander folgen</translation>
    </message>
    <message>
        <source>the year %1 is out of range</source>
        <translation>das Jahr %1 liegt außerhalb des Möglichen</translation>
    </message>
    <message>
        <source>clocks skip %1 on %2</source>
        <translation>die Uhren überspringen %1 am %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a time</source>
        <translation>„%1“ ist keine Uhrzeit</translation>
    </message>
    <message>
        <source>has no date and time</source>
        <translation>hat kein Datum mit Uhrzeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date; write it as 2026-11-20</source>
        <translation>„%1“ ist kein Datum; schreiben Sie es wie 2026-11-20</translation>
    </message>
    <message>
        <source>has no name</source>
        <translation>hat keinen Namen</translation>
    </message>
    <message>
        <source>the name is longer than %1 characters</source>
        <translation>der Name ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>the doors open after the start</source>
        <translation>der Einlass ist nach dem Beginn</translation>
    </message>
    <message>
        <source>ends before it starts</source>
        <translation>endet vor dem Beginn</translation>
    </message>
    <message>
        <source>the venue or the description is too long</source>
        <translation>der Veranstaltungsort oder die Beschreibung ist zu lang</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a status; write scheduled or cancelled</source>
        <translation>„%1“ ist kein Status; schreiben Sie scheduled oder cancelled</translation>
    </message>
    <message>
        <source>the uid is longer than %1 characters</source>
        <translation>die uid ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not what line %2 says of the same event</source>
        <translation>„%1“ ist nicht, was Zeile %2 über dieselbe Veranstaltung sagt</translation>
    </message>
    <message>
        <source>has a %1 but no ticket_type</source>
        <translation>hat %1, aber kein ticket_type</translation>
    </message>
    <message>
        <source>the ticket type is longer than %1 characters</source>
        <translation>die Kartenart ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a capacity from 0 to %2</source>
        <translation>„%1“ ist keine Kapazität von 0 bis %2</translation>
    </message>
    <message>
        <source>the places of &quot;%1&quot; are not those of the row above</source>
        <translation>die Plätze von „%1“ sind nicht die der Zeile darüber</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has both a capacity and categories</source>
        <translation>„%1“ hat sowohl eine Kapazität als auch Kategorien</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has neither a capacity nor categories</source>
        <translation>„%1“ hat weder eine Kapazität noch Kategorien</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a tax rate in percent</source>
        <translation>„%1“ ist kein Steuersatz in Prozent</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no price</source>
        <translation>„%1“ hat keinen Preis</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is less than nothing</source>
        <translation>„%1“ ist weniger als nichts</translation>
    </message>
    <message>
        <source>the price level is longer than %1 characters</source>
        <translation>die Preisstufe ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; already has a price level &quot;%2&quot;</source>
        <translation>„%1“ hat schon eine Preisstufe „%2“</translation>
    </message>
    <message>
        <source>END:%1 has no BEGIN</source>
        <translation>END:%1 hat kein BEGIN</translation>
    </message>
    <message>
        <source>this is not a calendar file</source>
        <translation>das ist keine Kalenderdatei</translation>
    </message>
    <message>
        <source>BEGIN:%1 has no END</source>
        <translation>BEGIN:%1 hat kein END</translation>
    </message>
    <message>
        <source>the calendar has more than %1 events</source>
        <translation>der Kalender hat mehr als %1 Veranstaltungen</translation>
    </message>
    <message>
        <source>%1 can&apos;t be read</source>
        <translation>%1 ist nicht lesbar</translation>
    </message>
    <message>
        <source>the time zone &quot;%1&quot; is unknown</source>
        <translation>die Zeitzone „%1“ ist unbekannt</translation>
    </message>
    <message>
        <source>the event can&apos;t be read</source>
        <translation>die Veranstaltung ist nicht lesbar</translation>
    </message>
    <message>
        <source>the event has no DTSTART</source>
        <translation>die Veranstaltung hat kein DTSTART</translation>
    </message>
    <message>
        <source>Untitled event</source>
        <translation>Veranstaltung ohne Titel</translation>
    </message>
    <message>
        <source>repeats more often than daily</source>
        <translation>wiederholt sich öfter als täglich</translation>
    </message>
    <message>
        <source>repeats more than %1 times</source>
        <translation>wiederholt sich öfter als %1-mal</translation>
    </message>
    <message>
        <source>is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>must be a text</source>
        <translation>muss ein Text sein</translation>
    </message>
    <message>
        <source>is longer than %1 characters</source>
        <translation>ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>holds a control character</source>
        <translation>enthält ein Steuerzeichen</translation>
    </message>
    <message>
        <source>must be a number</source>
        <translation>muss eine Zahl sein</translation>
    </message>
    <message>
        <source>must lie between %1 and %2</source>
        <translation>muss zwischen %1 und %2 liegen</translation>
    </message>
    <message>
        <source>must be true or false</source>
        <translation>muss true oder false sein</translation>
    </message>
    <message>
        <source>must be an object</source>
        <translation>muss ein Objekt sein</translation>
    </message>
    <message>
        <source>must be a list</source>
        <translation>muss eine Liste sein</translation>
    </message>
    <message>
        <source>line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>is empty</source>
        <translation>ist leer</translation>
    </message>
    <message>
        <source>the file is larger than %1 MB</source>
        <translation>die Datei ist größer als %1 MB</translation>
    </message>
    <message>
        <source>nested more than %1 levels deep</source>
        <translation>mehr als %1 Ebenen tief verschachtelt</translation>
    </message>
    <message>
        <source>a seating plan is one JSON object</source>
        <translation>ein Saalplan ist ein einziges JSON-Objekt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the name of another category too</source>
        <translation>„%1“ heißt schon eine andere Kategorie</translation>
    </message>
    <message>
        <source>a plan has at most %1 seats</source>
        <translation>ein Plan hat höchstens %1 Plätze</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is the guid of another seat too</source>
        <translation>„%1“ ist schon die guid eines anderen Platzes</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a category of this plan</source>
        <translation>„%1“ ist keine Kategorie dieses Plans</translation>
    </message>
    <message>
        <source>there is another seat %1</source>
        <translation>es gibt noch einen Platz %1</translation>
    </message>
    <message>
        <source>holds a NUL character; the file must be saved as UTF-8</source>
        <translation>enthält ein NUL-Zeichen; die Datei muss als UTF-8 gespeichert sein</translation>
    </message>
    <message>
        <source>is not UTF-8</source>
        <translation>ist nicht UTF-8</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a seat as zone/row/number</source>
        <translation>„%1“ ist kein Platz der Form Bereich/Reihe/Nummer</translation>
    </message>
    <message>
        <source>this is not the code of a ticket</source>
        <translation>das ist nicht der Code einer Karte</translation>
    </message>
    <message>
        <source>this ticket needs a newer version of Foyer</source>
        <translation>diese Karte braucht eine neuere Version von Foyer</translation>
    </message>
    <message>
        <source>the code of this ticket is incomplete or damaged</source>
        <translation>der Code dieser Karte ist unvollständig oder beschädigt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a ticket number</source>
        <translation>„%1“ ist keine Kartennummer</translation>
    </message>
    <message>
        <source>the ticket number &quot;%1&quot; has a mistake in it</source>
        <translation>in der Kartennummer „%1“ ist ein Fehler</translation>
    </message>
    <message>
        <source>%1 does not hold the sandbox bank&apos;s books</source>
        <translation>%1 enthält nicht die Bücher der Sandbox-Bank</translation>
    </message>
    <message>
        <source>there are two events with the calendar id &quot;%1&quot;</source>
        <translation>es gibt zwei Veranstaltungen mit der Kalenderkennung „%1“</translation>
    </message>
    <message>
        <source>the event to change</source>
        <translation>die Veranstaltung, die geändert werden soll</translation>
    </message>
    <message>
        <source>a venue needs a name of one line</source>
        <translation>ein Veranstaltungsort braucht einen einzeiligen Namen</translation>
    </message>
    <message>
        <source>the venue &quot;%1&quot; needs a time zone such as Europe/Berlin</source>
        <translation>der Veranstaltungsort „%1“ braucht eine Zeitzone wie Europe/Berlin</translation>
    </message>
    <message>
        <source>there is already a venue named &quot;%1&quot;</source>
        <translation>es gibt schon einen Veranstaltungsort namens „%1“</translation>
    </message>
    <message>
        <source>the venue of the plan &quot;%1&quot;</source>
        <translation>der Veranstaltungsort des Saalplans „%1“</translation>
    </message>
    <message>
        <source>the venue already has a seating plan named &quot;%1&quot;</source>
        <translation>der Veranstaltungsort hat schon einen Saalplan namens „%1“</translation>
    </message>
    <message>
        <source>the seating plan</source>
        <translation>der Saalplan</translation>
    </message>
    <message>
        <source>the price to change</source>
        <translation>der Preis, der geändert werden soll</translation>
    </message>
    <message>
        <source>the new price</source>
        <translation>der neue Preis</translation>
    </message>
    <message>
        <source>a capacity is between 0 and %1</source>
        <translation>eine Kapazität liegt zwischen 0 und %1</translation>
    </message>
    <message>
        <source>the ticket type to change</source>
        <translation>die Kartenart, die geändert werden soll</translation>
    </message>
    <message>
        <source>the capacity of &quot;%1&quot; is the number of its seats</source>
        <translation>die Kapazität von „%1“ ist die Zahl seiner Plätze</translation>
    </message>
    <message>
        <source>the event</source>
        <translation>die Veranstaltung</translation>
    </message>
    <message>
        <source>this reservation</source>
        <translation>diese Reservierung</translation>
    </message>
    <message>
        <source>nothing was chosen</source>
        <translation>es wurde nichts gewählt</translation>
    </message>
    <message>
        <source>the amount is not above zero</source>
        <translation>der Betrag ist nicht größer als null</translation>
    </message>
    <message>
        <source>less was given than is to be paid</source>
        <translation>es wurde weniger gegeben, als zu zahlen ist</translation>
    </message>
    <message>
        <source>the payment has no key</source>
        <translation>die Zahlung hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>%1 is still to be paid</source>
        <translation>%1 sind noch zu zahlen</translation>
    </message>
    <message>
        <source>this payment</source>
        <translation>diese Zahlung</translation>
    </message>
    <message>
        <source>this box office is not empty, and a demo needs a new one</source>
        <translation>diese Kasse ist nicht leer, und eine Demo braucht eine neue</translation>
    </message>
    <message>
        <source>the event &quot;%1&quot;</source>
        <translation>die Veranstaltung „%1“</translation>
    </message>
    <message>
        <source>the ticket type &quot;%1&quot; of the event &quot;%2&quot;</source>
        <translation>die Kartenart „%1“ der Veranstaltung „%2“</translation>
    </message>
    <message>
        <source>%1 has no price</source>
        <translation>%1 hat keinen Preis</translation>
    </message>
    <message>
        <source>%1 has more than %2 prices</source>
        <translation>%1 hat mehr als %2 Preise</translation>
    </message>
    <message>
        <source>%1 has a price without a usable name</source>
        <translation>%1 hat einen Preis ohne brauchbaren Namen</translation>
    </message>
    <message>
        <source>%1 has two prices named &quot;%2&quot;</source>
        <translation>%1 hat zwei Preise namens „%2“</translation>
    </message>
    <message>
        <source>the price &quot;%1&quot; of %2</source>
        <translation>der Preis „%1“ von %2</translation>
    </message>
    <message>
        <source>the tax rate of %1 is not between 0 and 100 percent</source>
        <translation>der Steuersatz von %1 liegt nicht zwischen 0 und 100 Prozent</translation>
    </message>
    <message>
        <source>%1 needs either a capacity or categories of the seating plan</source>
        <translation>%1 braucht entweder eine Kapazität oder Kategorien des Saalplans</translation>
    </message>
    <message>
        <source>the capacity of %1 is not between 0 and %2</source>
        <translation>die Kapazität von %1 liegt nicht zwischen 0 und %2</translation>
    </message>
    <message>
        <source>%1 has numbered seats, but the event has no seating plan</source>
        <translation>%1 hat nummerierte Plätze, aber die Veranstaltung hat keinen Saalplan</translation>
    </message>
    <message>
        <source>%1 sells &quot;%2&quot;, which is not a category with seats in the plan</source>
        <translation>%1 verkauft „%2“, aber das ist keine Kategorie mit Plätzen im Saalplan</translation>
    </message>
    <message>
        <source>the limit per order of %1 is not between 1 and %2</source>
        <translation>die Höchstzahl je Bestellung von %1 liegt nicht zwischen 1 und %2</translation>
    </message>
    <message>
        <source>the sale of %1 ends before it begins</source>
        <translation>der Verkauf von %1 endet, bevor er beginnt</translation>
    </message>
    <message>
        <source>%1 has more than %2 ticket types</source>
        <translation>%1 hat mehr als %2 Kartenarten</translation>
    </message>
    <message>
        <source>%1 has a ticket type without a usable name</source>
        <translation>%1 hat eine Kartenart ohne brauchbaren Namen</translation>
    </message>
    <message>
        <source>%1 has two ticket types named &quot;%2&quot;</source>
        <translation>%1 hat zwei Kartenarten namens „%2“</translation>
    </message>
    <message>
        <source>the category &quot;%1&quot; of %2 is sold twice</source>
        <translation>die Kategorie „%1“ von %2 wird zweimal verkauft</translation>
    </message>
    <message>
        <source>an event has no name</source>
        <translation>eine Veranstaltung hat keinen Namen</translation>
    </message>
    <message>
        <source>%1 has a name of more than one line or more than %2 letters</source>
        <translation>%1 hat einen mehrzeiligen Namen oder einen mit mehr als %2 Buchstaben</translation>
    </message>
    <message>
        <source>%1 has a description that is too long or not text</source>
        <translation>%1 hat eine Beschreibung, die zu lang oder kein Text ist</translation>
    </message>
    <message>
        <source>%1 has a date outside the years 1970 to 9999</source>
        <translation>%1 hat ein Datum außerhalb der Jahre 1970 bis 9999</translation>
    </message>
    <message>
        <source>the doors of %1 open after it begins</source>
        <translation>der Einlass von %1 ist nach dem Beginn</translation>
    </message>
    <message>
        <source>%1 ends before it begins</source>
        <translation>%1 endet vor dem Beginn</translation>
    </message>
    <message>
        <source>%1 is in %2 but the venue sells in %3</source>
        <translation>%1 ist in %2, aber der Veranstaltungsort verkauft in %3</translation>
    </message>
    <message>
        <source>%1 is not between 0 and %2</source>
        <translation>%1 liegt nicht zwischen 0 und %2</translation>
    </message>
    <message>
        <source>%1 has an unusable calendar id</source>
        <translation>%1 hat eine unbrauchbare Kalenderkennung</translation>
    </message>
    <message>
        <source>reservations of %1 do not last between one minute and one day</source>
        <translation>Reservierungen von %1 dauern nicht zwischen einer Minute und einem Tag</translation>
    </message>
    <message>
        <source>%1 has no venue that is known here</source>
        <translation>%1 hat keinen Veranstaltungsort, der hier bekannt ist</translation>
    </message>
    <message>
        <source>the seating plan of %1 does not belong to its venue</source>
        <translation>der Saalplan von %1 gehört nicht zu ihrem Veranstaltungsort</translation>
    </message>
    <message>
        <source>the venue</source>
        <translation>der Veranstaltungsort</translation>
    </message>
    <message>
        <source>the venue already has another seating plan named &quot;%1&quot;</source>
        <translation>der Veranstaltungsort hat schon einen anderen Saalplan namens „%1“</translation>
    </message>
    <message>
        <source>this price</source>
        <translation>dieser Preis</translation>
    </message>
    <message>
        <source>a reason is missing</source>
        <translation>es fehlt ein Grund</translation>
    </message>
    <message>
        <source>a blocked seat among these</source>
        <translation>ein gesperrter Platz unter diesen</translation>
    </message>
    <message>
        <source>this order</source>
        <translation>diese Bestellung</translation>
    </message>
    <message>
        <source>the order &quot;%1&quot;</source>
        <translation>die Bestellung „%1“</translation>
    </message>
    <message>
        <source>the order of this reservation</source>
        <translation>die Bestellung zu dieser Reservierung</translation>
    </message>
    <message>
        <source>a ticket of the order &quot;%1&quot;</source>
        <translation>eine Karte der Bestellung „%1“</translation>
    </message>
    <message>
        <source>the ticket %1</source>
        <translation>die Karte %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a role</source>
        <translation>„%1“ ist keine Rolle</translation>
    </message>
    <message>
        <source>the price belongs to another event</source>
        <translation>der Preis gehört zu einer anderen Veranstaltung</translation>
    </message>
    <message>
        <source>%1 needs a seat</source>
        <translation>%1 braucht einen Platz</translation>
    </message>
    <message>
        <source>%1 has no numbered seats</source>
        <translation>%1 hat keine nummerierten Plätze</translation>
    </message>
    <message>
        <source>the number of places is not at least one</source>
        <translation>die Zahl der Plätze ist nicht mindestens eins</translation>
    </message>
    <message>
        <source>this seat for %1</source>
        <translation>dieser Platz für %1</translation>
    </message>
    <message>
        <source>seat %1 was named twice</source>
        <translation>der Platz %1 wurde zweimal genannt</translation>
    </message>
    <message>
        <source>one reservation</source>
        <translation>eine Reservierung</translation>
    </message>
    <message>
        <source>a PIN has %1 digits</source>
        <translation>eine PIN hat %1 Ziffern</translation>
    </message>
    <message>
        <source>a name has one line and up to %1 letters</source>
        <translation>ein Name hat eine Zeile und bis zu %1 Buchstaben</translation>
    </message>
    <message>
        <source>this member of staff</source>
        <translation>diese Person</translation>
    </message>
    <message>
        <source>the name &quot;%1&quot; is taken</source>
        <translation>der Name „%1“ ist vergeben</translation>
    </message>
    <message>
        <source>the database is neither sqlite:PATH nor postgres://user@host/name</source>
        <translation>die Datenbank ist weder sqlite:PFAD noch postgres://benutzer@rechner/name</translation>
    </message>
    <message>
        <source>the code of this ticket does not fit a QR code</source>
        <translation>der Code dieser Karte passt in keinen QR-Code</translation>
    </message>
    <message>
        <source>there is no ticket to print</source>
        <translation>es gibt keine Karte zu drucken</translation>
    </message>
    <message>
        <source>the fee of &quot;%1&quot; is not that of the row above</source>
        <translation>die Gebühr von „%1“ ist nicht die der Zeile darüber</translation>
    </message>
    <message>
        <source>cards cannot be charged in %1 here</source>
        <translation>in %1 lässt sich hier von Karten nichts abbuchen</translation>
    </message>
    <message>
        <source>the bank itself answers for this card</source>
        <translation>für diese Karte antwortet die Bank selbst</translation>
    </message>
    <message>
        <source>the number of the card machine&apos;s receipt is missing</source>
        <translation>die Nummer auf dem Beleg des Kartengeräts fehlt</translation>
    </message>
    <message>
        <source>what is owed to a card stays open until it was given back</source>
        <translation>was einer Karte geschuldet wird, bleibt offen, bis es zurückgegeben ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no e-mail address</source>
        <translation>„%1“ ist keine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no phone number</source>
        <translation>„%1“ ist keine Telefonnummer</translation>
    </message>
    <message>
        <source>this customer</source>
        <translation>dieser Kunde</translation>
    </message>
    <message>
        <source>the fee of %1</source>
        <translation>die Gebühr von %1</translation>
    </message>
    <message>
        <source>only house seats are released by the clock</source>
        <translation>nur für das Haus zurückgehaltene Plätze werden nach der Uhr freigegeben</translation>
    </message>
    <message>
        <source>the time of release has passed</source>
        <translation>die Zeit der Freigabe ist schon vorbei</translation>
    </message>
    <message>
        <source>the name of a parked cart has up to %1 letters</source>
        <translation>der Name eines geparkten Warenkorbs hat bis zu %1 Buchstaben</translation>
    </message>
    <message>
        <source>this payment took no money</source>
        <translation>mit dieser Zahlung wurde kein Geld genommen</translation>
    </message>
    <message>
        <source>the bank has charged this card; give the order back and sell it again</source>
        <translation>die Bank hat von dieser Karte abgebucht; geben Sie die Bestellung zurück und verkaufen Sie sie neu</translation>
    </message>
    <message>
        <source>the printer has no name</source>
        <translation>der Drucker hat keinen Namen</translation>
    </message>
    <message>
        <source>the printer has no address</source>
        <translation>der Drucker hat keine Adresse</translation>
    </message>
    <message>
        <source>the address of the printer is not like 192.168.0.20 or 192.168.0.20:9100</source>
        <translation>die Adresse des Druckers ist nicht wie 192.168.0.20 oder 192.168.0.20:9100</translation>
    </message>
    <message>
        <source>the device of the printer is not like /dev/usb/lp0</source>
        <translation>das Gerät des Druckers ist nicht wie /dev/usb/lp0</translation>
    </message>
    <message>
        <source>the name of the printer begins with a hyphen</source>
        <translation>der Name des Druckers beginnt mit einem Bindestrich</translation>
    </message>
    <message>
        <source>this kind of printer has a roll, not A4 paper</source>
        <translation>diese Art Drucker hat eine Rolle, kein Papier A4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the code of a gift card</source>
        <translation>„%1“ ist nicht der Code einer Gutscheinkarte</translation>
    </message>
    <message>
        <source>the gift card&apos;s code &quot;%1&quot; has a mistake in it</source>
        <translation>im Code der Gutscheinkarte „%1“ ist ein Fehler</translation>
    </message>
    <message>
        <source>this ticket in the order %1</source>
        <translation>diese Karte in der Bestellung %1</translation>
    </message>
    <message>
        <source>all of order %1</source>
        <translation>alles aus Bestellung %1</translation>
    </message>
    <message>
        <source>this wallet</source>
        <translation>dieses Konto</translation>
    </message>
    <message>
        <source>the heading names no column &quot;name&quot;</source>
        <translation>die Kopfzeile nennt keine Spalte „name“</translation>
    </message>
    <message>
        <source>these are not two customers but one</source>
        <translation>das sind nicht zwei Kunden, sondern einer</translation>
    </message>
    <message>
        <source>the wallet still holds %1 %2, which have to be paid out first</source>
        <translation>auf dem Konto sind noch %1 %2, die zuerst auszuzahlen sind</translation>
    </message>
    <message>
        <source>the notes have more than %1 letters</source>
        <translation>die Notizen haben mehr als %1 Buchstaben</translation>
    </message>
    <message>
        <source>%1 is a refund itself</source>
        <translation>%1 ist selbst eine Erstattung</translation>
    </message>
    <message>
        <source>nothing of order %1 is still to be given back</source>
        <translation>von Bestellung %1 ist nichts mehr zu erstatten</translation>
    </message>
    <message>
        <source>the amount is too large</source>
        <translation>der Betrag ist zu groß</translation>
    </message>
    <message>
        <source>a reason of up to %1 letters is needed</source>
        <translation>es braucht einen Grund mit bis zu %1 Buchstaben</translation>
    </message>
    <message>
        <source>there is no note or coin of %1, or it was named twice</source>
        <translation>es gibt keinen Schein und keine Münze zu %1, oder sie sind doppelt genannt</translation>
    </message>
    <message>
        <source>%1 pieces of %2 cannot be</source>
        <translation>%1 Stück zu %2 kann nicht sein</translation>
    </message>
    <message>
        <source>a float is zero or more</source>
        <translation>Wechselgeld ist null oder mehr</translation>
    </message>
    <message>
        <source>a drawer is handed over to somebody</source>
        <translation>eine Kassenlade wird an jemanden übergeben</translation>
    </message>
    <message>
        <source>the drawer was not counted yet</source>
        <translation>die Kassenlade ist noch nicht gezählt</translation>
    </message>
    <message>
        <source>the Z %1 of this till</source>
        <translation>der Z %1 dieser Kasse</translation>
    </message>
    <message>
        <source>somebody else has to allow it</source>
        <translation>jemand anderes muss es erlauben</translation>
    </message>
    <message>
        <source>only cash and cards are mistaken for each other; a wallet&apos;s payment stays</source>
        <translation>nur Bargeld und Karte werden verwechselt; eine Zahlung vom Konto bleibt</translation>
    </message>
    <message>
        <source>the ticket %1 is void</source>
        <translation>die Karte %1 ist ungültig</translation>
    </message>
    <message>
        <source>the ticket %1 is revoked</source>
        <translation>die Karte %1 ist gesperrt</translation>
    </message>
    <message>
        <source>the ticket %1 was passed on too often</source>
        <translation>die Karte %1 wurde zu oft weitergegeben</translation>
    </message>
    <message>
        <source>one of these tickets</source>
        <translation>eine dieser Karten</translation>
    </message>
    <message>
        <source>the request has no key</source>
        <translation>die Anfrage hat keinen Schlüssel</translation>
    </message>
    <message>
        <source>a wallet is filled and emptied with cash or card; between wallets money is transferred</source>
        <translation>ein Konto wird bar oder mit Karte gefüllt und geleert; zwischen Konten wird umgebucht</translation>
    </message>
    <message>
        <source>a wallet cannot send money to itself</source>
        <translation>ein Konto kann sich selbst kein Geld senden</translation>
    </message>
    <message>
        <source>this is more than one wallet may hold</source>
        <translation>das ist mehr, als auf einem Konto sein darf</translation>
    </message>
    <message>
        <source>this gift card</source>
        <translation>diese Gutscheinkarte</translation>
    </message>
    <message>
        <source>the ticket %1 in the order %2</source>
        <translation>die Karte %1 in der Bestellung %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; on the staff</source>
        <translation>„%1“ beim Personal</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a value times pieces, such as 20.00*3</source>
        <translation>„%1“ ist nicht Wert mal Stück, etwa 20.00*3</translation>
    </message>
    <message>
        <source>a promo code has up to %1 letters and digits</source>
        <translation>ein Aktionscode hat bis zu %1 Buchstaben und Ziffern</translation>
    </message>
    <message>
        <source>the price would end before it begins</source>
        <translation>der Preis würde enden, bevor er beginnt</translation>
    </message>
    <message>
        <source>the reason is missing</source>
        <translation>der Grund fehlt</translation>
    </message>
    <message>
        <source>the reason is longer than %1 characters</source>
        <translation>der Grund ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>%1 was paid for these places already</source>
        <translation>für diese Plätze wurden schon %1 bezahlt</translation>
    </message>
    <message>
        <source>a reason has up to %1 letters</source>
        <translation>ein Grund hat bis zu %1 Zeichen</translation>
    </message>
    <message>
        <source>the discount is not above zero</source>
        <translation>der Rabatt ist nicht größer als null</translation>
    </message>
    <message>
        <source>a discount is at most 100 %</source>
        <translation>ein Rabatt beträgt höchstens 100 %</translation>
    </message>
    <message>
        <source>the discount is too large</source>
        <translation>der Rabatt ist zu groß</translation>
    </message>
    <message>
        <source>this ticket in the cart</source>
        <translation>diese Karte im Warenkorb</translation>
    </message>
    <message>
        <source>discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>%1 was given free of charge; take it back and give other tickets</source>
        <translation>%1 wurde kostenlos abgegeben; nehmen Sie sie zurück und geben Sie andere Karten</translation>
    </message>
    <message>
        <source>a card pays for the new places first, before the tickets are exchanged</source>
        <translation>eine Bankkarte bezahlt die neuen Plätze zuerst, bevor die Karten getauscht werden</translation>
    </message>
    <message>
        <source>nothing of this sale is still to be given back</source>
        <translation>von diesem Verkauf ist nichts mehr zurückzugeben</translation>
    </message>
    <message>
        <source>the currency is missing</source>
        <translation>die Währung fehlt</translation>
    </message>
    <message>
        <source>the code would end before it begins</source>
        <translation>der Code würde enden, bevor er beginnt</translation>
    </message>
    <message>
        <source>a limit is at least one</source>
        <translation>eine Grenze ist mindestens eins</translation>
    </message>
    <message>
        <source>this event</source>
        <translation>diese Veranstaltung</translation>
    </message>
    <message>
        <source>this ticket type</source>
        <translation>diese Kartenart</translation>
    </message>
    <message>
        <source>there is a promo code %1 already</source>
        <translation>den Aktionscode %1 gibt es schon</translation>
    </message>
    <message>
        <source>this ticket option</source>
        <translation>dieses Kartenangebot</translation>
    </message>
    <message>
        <source>a ticket option needs a name of one line</source>
        <translation>ein Kartenangebot braucht einen Namen in einer Zeile</translation>
    </message>
    <message>
        <source>the description is longer than %1 characters</source>
        <translation>die Beschreibung ist länger als %1 Zeichen</translation>
    </message>
    <message>
        <source>an allocation is between 0 and %1</source>
        <translation>ein Kontingent liegt zwischen 0 und %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of read, sell, wallet and manage</source>
        <translation>„%1“ ist weder read noch sell, wallet oder manage</translation>
    </message>
    <message>
        <source>a token allows at least one of read, sell, wallet and manage</source>
        <translation>ein Schlüssel erlaubt mindestens eines von read, sell, wallet und manage</translation>
    </message>
    <message>
        <source>a token needs a name of one line and up to %1 letters</source>
        <translation>ein Schlüssel braucht einen Namen in einer Zeile mit bis zu %1 Zeichen</translation>
    </message>
    <message>
        <source>this token</source>
        <translation>dieser Schlüssel</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address to listen at, such as 127.0.0.1:3000</source>
        <translation>„%1“ ist keine Adresse zum Horchen wie 127.0.0.1:3000</translation>
    </message>
    <message>
        <source>without tokens the server listens on this machine alone; %1 can be reached from others</source>
        <translation>ohne Schlüssel ist der Server nur auf diesem Rechner zu erreichen; %1 erreichen auch andere</translation>
    </message>
    <message>
        <source>%1 is not over yet</source>
        <translation>%1 ist noch nicht vorbei</translation>
    </message>
    <message>
        <source>the days are between 0 and %1</source>
        <translation>die Tage liegen zwischen 0 und %1</translation>
    </message>
    <message>
        <source>another customer signs in with this e-mail already</source>
        <translation>ein anderer Kunde meldet sich schon mit dieser E-Mail an</translation>
    </message>
    <message>
        <source>whoever has a password needs an e-mail to sign in with</source>
        <translation>wer ein Passwort hat, braucht eine E-Mail zum Anmelden</translation>
    </message>
    <message>
        <source>the tickets are of several types; choose those of one</source>
        <translation>die Karten sind von mehreren Arten; bitte die von einer wählen</translation>
    </message>
    <message>
        <source>the ticket %1 has this price already</source>
        <translation>die Karte %1 hat diesen Preis schon</translation>
    </message>
    <message>
        <source>this ticket</source>
        <translation>diese Karte</translation>
    </message>
    <message>
        <source>only an amount can be taken off each ticket</source>
        <translation>nur ein Betrag kann von jeder Karte abgehen</translation>
    </message>
    <message>
        <source>this ticket admits nobody</source>
        <translation>diese Karte lässt niemanden ein</translation>
    </message>
    <message>
        <source>a card is still asked about %1 %2 for the wallet; wait for its answer</source>
        <translation>eine Karte wird noch nach %1 %2 für das Guthaben gefragt; warten Sie auf die Antwort</translation>
    </message>
    <message>
        <source>a ticket that waits for this e-mail</source>
        <translation>eine Karte, die auf diese E-Mail wartet</translation>
    </message>
    <message>
        <source>nothing is to be paid for this price</source>
        <translation>für diesen Preis ist nichts zu zahlen</translation>
    </message>
    <message>
        <source>this exchange</source>
        <translation>dieser Umtausch</translation>
    </message>
    <message>
        <source>there are no places to pay for</source>
        <translation>es gibt keine Plätze zu bezahlen</translation>
    </message>
    <message>
        <source>this is no message of a door</source>
        <translation>das ist keine Nachricht einer Tür</translation>
    </message>
    <message>
        <source>speak for this door</source>
        <translation>für diese Tür sprechen</translation>
    </message>
    <message>
        <source>a door needs a name of at most 60 characters</source>
        <translation>eine Tür braucht einen Namen von höchstens 60 Zeichen</translation>
    </message>
    <message>
        <source>this passage among those that nobody has looked at</source>
        <translation>dieser Durchgang unter denen, die noch niemand angesehen hat</translation>
    </message>
    <message>
        <source>an invitation with this code that nobody has used yet</source>
        <translation>eine Einladung mit diesem Code, die noch niemand benutzt hat</translation>
    </message>
    <message>
        <source>record %1 of this door&apos;s journal is not as the door would have sealed it</source>
        <translation>Eintrag %1 im Journal dieser Tür ist nicht so, wie die Tür ihn versiegelt hätte</translation>
    </message>
    <message>
        <source>the centre&apos;s answer is not one that this door understands</source>
        <translation>die Antwort der Zentrale versteht diese Tür nicht</translation>
    </message>
    <message>
        <source>this database is a box office already; a door needs one of its own</source>
        <translation>diese Datenbank ist schon eine Kasse; eine Tür braucht eine eigene</translation>
    </message>
    <message>
        <source>a sale of this door does not add up</source>
        <translation>ein Verkauf dieser Tür geht nicht auf</translation>
    </message>
    <message>
        <source>%1 has reservations, payments or places of doors that are still open (%2)</source>
        <translation>%1 hat Reservierungen, Zahlungen oder Plätze von Türen, die noch offen sind (%2)</translation>
    </message>
    <message>
        <source>doors are told of events that begin within a week; %1 is later</source>
        <translation>Türen erfahren von Veranstaltungen, die binnen einer Woche beginnen; %1 ist später</translation>
    </message>
    <message>
        <source>one grant</source>
        <translation>eine Zuteilung</translation>
    </message>
    <message>
        <source>a grant of this door that is not revoked</source>
        <translation>eine Zuteilung dieser Tür, die nicht gesperrt ist</translation>
    </message>
    <message>
        <source>a revoked grant with places left</source>
        <translation>eine gesperrte Zuteilung mit übrigen Plätzen</translation>
    </message>
    <message>
        <source>this grant</source>
        <translation>diese Zuteilung</translation>
    </message>
    <message>
        <source>ticket %1 was not this door&apos;s to sell</source>
        <translation>Karte %1 hatte diese Tür nicht zu verkaufen</translation>
    </message>
    <message>
        <source>this sale among those that nobody has looked at</source>
        <translation>dieser Verkauf unter denen, die noch niemand angesehen hat</translation>
    </message>
    <message>
        <source>this door</source>
        <translation>diese Tür</translation>
    </message>
    <message>
        <source>the centre sent a ticket that it did not sign</source>
        <translation>die Zentrale hat eine Karte gesendet, die sie nicht unterschrieben hat</translation>
    </message>
    <message>
        <source>this database is no door; foyerctl door enrol makes it one</source>
        <translation>diese Datenbank ist keine Tür; foyerctl door enrol macht sie zu einer</translation>
    </message>
    <message>
        <source>the answer is not signed by the box office that this door belongs to</source>
        <translation>die Antwort ist nicht von der Kasse unterschrieben, zu der diese Tür gehört</translation>
    </message>
    <message>
        <source>the door &quot;%1&quot;</source>
        <translation>die Tür „%1“</translation>
    </message>
    <message>
        <source>the grant &quot;%1&quot;</source>
        <translation>die Zuteilung „%1“</translation>
    </message>
    <message>
        <source>one grant is of one ticket type</source>
        <translation>eine Zuteilung gilt für eine Kartenart</translation>
    </message>
    <message>
        <source>none of its tickets admits anybody</source>
        <translation>keine ihrer Karten lässt jemanden ein</translation>
    </message>
    <message>
        <source>the seat &quot;%1&quot;</source>
        <translation>der Platz „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no seats: the second number comes after the first</source>
        <translation>„%1“ nennt keine Plätze: Die zweite Nummer kommt nach der ersten</translation>
    </message>
    <message>
        <source>no seat is named</source>
        <translation>es ist kein Platz genannt</translation>
    </message>
    <message>
        <source>a password of this customer</source>
        <translation>ein Passwort dieses Kunden</translation>
    </message>
    <message>
        <source>this secret</source>
        <translation>dieses Geheimnis</translation>
    </message>
</context>
<context>
    <name>Keys</name>
    <message>
        <source>Ctrl+1 … Ctrl+9</source>
        <translation>Strg+1 … Strg+9</translation>
    </message>
    <message>
        <source>show or hide this list</source>
        <translation>diese Liste zeigen oder verbergen</translation>
    </message>
    <message>
        <source>lock the session</source>
        <translation>die Sitzung sperren</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>next field</source>
        <translation>nächstes Feld</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>serve the next customer</source>
        <translation>den nächsten Kunden bedienen</translation>
    </message>
    <message>
        <source>reserve for longer</source>
        <translation>länger reservieren</translation>
    </message>
    <message>
        <source>take the given amount in cash</source>
        <translation>den gegebenen Betrag in bar nehmen</translation>
    </message>
    <message>
        <source>ask the card for what is due, or for the typed amount</source>
        <translation>von der Karte abbuchen, was offen ist, oder den eingegebenen Betrag</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>one step back; never sells</source>
        <translation>ein Schritt zurück; verkauft nie</translation>
    </message>
    <message>
        <source>search for an event</source>
        <translation>eine Veranstaltung suchen</translation>
    </message>
    <message>
        <source>pay</source>
        <translation>bezahlen</translation>
    </message>
    <message>
        <source>go to the seats or tickets of the event</source>
        <translation>zu den Plätzen oder Karten der Veranstaltung</translation>
    </message>
    <message>
        <source>Arrows, letters</source>
        <translation>Pfeile, Buchstaben</translation>
    </message>
    <message>
        <source>choose who signs in</source>
        <translation>wählen, wer sich anmeldet</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>Ziffern</translation>
    </message>
    <message>
        <source>the PIN</source>
        <translation>die PIN</translation>
    </message>
    <message>
        <source>figures as tables, or as charts</source>
        <translation>Zahlen als Tabellen oder als Diagramme</translation>
    </message>
    <message>
        <source>reserve the best seats, so many side by side</source>
        <translation>so viele der besten Plätze nebeneinander reservieren</translation>
    </message>
    <message>
        <source>Down, Enter</source>
        <translation>Pfeil ab, Eingabe</translation>
    </message>
    <message>
        <source>choose a customer of the list, or add the typed name</source>
        <translation>einen Kunden der Liste wählen oder den eingegebenen Namen anlegen</translation>
    </message>
    <message>
        <source>beside a number: more, fewer</source>
        <translation>neben einer Zahl: mehr, weniger</translation>
    </message>
    <message>
        <source>take up the parked cart</source>
        <translation>den geparkten Warenkorb übernehmen</translation>
    </message>
    <message>
        <source>give the places of the parked cart back</source>
        <translation>die Plätze des geparkten Warenkorbs zurückgeben</translation>
    </message>
    <message>
        <source>Arrows, Space</source>
        <translation>Pfeile, Leertaste</translation>
    </message>
    <message>
        <source>walk over the seats, take or give back a seat</source>
        <translation>über die Plätze gehen, einen Platz nehmen oder zurückgeben</translation>
    </message>
    <message>
        <source>on the map: larger, smaller, everything</source>
        <translation>im Saalplan: größer, kleiner, alles</translation>
    </message>
    <message>
        <source>park the cart; with an empty one, show the parked carts</source>
        <translation>den Warenkorb parken; ist er leer, die geparkten zeigen</translation>
    </message>
    <message>
        <source>show the parked carts</source>
        <translation>die geparkten Warenkörbe zeigen</translation>
    </message>
    <message>
        <source>choose or add a customer</source>
        <translation>einen Kunden wählen oder anlegen</translation>
    </message>
    <message>
        <source>choose of the list</source>
        <translation>aus der Liste wählen</translation>
    </message>
    <message>
        <source>go on with the typed amount, in cash</source>
        <translation>mit dem eingegebenen Betrag in bar weiter</translation>
    </message>
    <message>
        <source>open the order</source>
        <translation>die Bestellung öffnen</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>Pfeil auf, ab</translation>
    </message>
    <message>
        <source>walk through the orders found</source>
        <translation>durch die gefundenen Bestellungen gehen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>choose a ticket, or leave it</source>
        <translation>eine Karte wählen oder abwählen</translation>
    </message>
    <message>
        <source>find a customer</source>
        <translation>einen Kunden suchen</translation>
    </message>
    <message>
        <source>one step back</source>
        <translation>ein Schritt zurück</translation>
    </message>
    <message>
        <source>search for an order</source>
        <translation>eine Bestellung suchen</translation>
    </message>
    <message>
        <source>go to the tickets of the order</source>
        <translation>zu den Karten der Bestellung gehen</translation>
    </message>
    <message>
        <source>refund the chosen tickets, or all</source>
        <translation>die gewählten oder alle Karten erstatten</translation>
    </message>
    <message>
        <source>pay from a wallet or a gift card</source>
        <translation>mit Guthabenkonto oder Gutscheinkarte zahlen</translation>
    </message>
    <message>
        <source>exchange the chosen tickets, or all</source>
        <translation>die gewählten Karten umtauschen, oder alle</translation>
    </message>
    <message>
        <source>use the typed promo code; on a row of the list, take it off</source>
        <translation>den getippten Aktionscode benutzen; auf einer Zeile der Liste: herausnehmen</translation>
    </message>
    <message>
        <source>enter a promo code or give a discount</source>
        <translation>Aktionscode eingeben oder Rabatt geben</translation>
    </message>
    <message>
        <source>give the cart free of charge</source>
        <translation>den Warenkorb kostenlos abgeben</translation>
    </message>
    <message>
        <source>pay the typed amount in by card</source>
        <translation>den getippten Betrag mit Karte einzahlen</translation>
    </message>
    <message>
        <source>to the scan field</source>
        <translation>zum Scanfeld</translation>
    </message>
    <message>
        <source>choose the event</source>
        <translation>Veranstaltung wählen</translation>
    </message>
    <message>
        <source>scan people out, or in again</source>
        <translation>hinaus scannen, oder wieder herein</translation>
    </message>
    <message>
        <source>walk through what does not fit</source>
        <translation>durchgehen, was nicht passt</translation>
    </message>
    <message>
        <source>to what can be done about it</source>
        <translation>zu dem, was man tun kann</translation>
    </message>
    <message>
        <source>the next part of the page</source>
        <translation>der nächste Teil der Seite</translation>
    </message>
</context>
<context>
    <name>LateNews</name>
    <message>
        <source>%1 went back to the card.</source>
        <translation>%1 gingen auf die Karte zurück.</translation>
    </message>
    <message>
        <source>%1 could not be given back to the card. Tell a supervisor.</source>
        <translation>%1 ließen sich nicht auf die Karte zurückgeben. Sagen Sie einer Aufsicht Bescheid.</translation>
    </message>
    <message>
        <source>The card was charged %1 after all. Give it back on the card machine.</source>
        <translation>Von der Karte wurden doch noch %1 abgebucht. Geben Sie das am Kartengerät zurück.</translation>
    </message>
    <message>
        <source>The card was charged %1 for a sale that was given up or paid otherwise. It goes back by itself.</source>
        <translation>Von der Karte wurden %1 für einen Verkauf abgebucht, der abgebrochen oder anders bezahlt wurde. Das geht von selbst zurück.</translation>
    </message>
</context>
<context>
    <name>Lock</name>
    <message>
        <source>A card payment of %1 is running behind this lock. Foyer goes on asking for its answer.</source>
        <translation>Hinter dieser Sperre läuft eine Kartenzahlung über %1. Foyer fragt weiter nach der Antwort.</translation>
    </message>
    <message>
        <source>A sale over %1 is not finished: %2 is in, %3 is still due.</source>
        <translation>Ein Verkauf über %1 ist nicht fertig: %2 sind bezahlt, %3 sind noch offen.</translation>
    </message>
    <message>
        <source>A sale over %1 waits for its payment.</source>
        <translation>Ein Verkauf über %1 wartet auf die Zahlung.</translation>
    </message>
    <message>
        <source>Order %1 is complete. Its change and tickets are on the page behind this lock.</source>
        <translation>Bestellung %1 ist abgeschlossen. Rückgeld und Karten stehen auf der Seite hinter dieser Sperre.</translation>
    </message>
    <message numerus="yes">
        <source>A cart with %n ticket(s) over %1 stays reserved until %2.</source>
        <translation>
            <numerusform>Ein Warenkorb mit %n Karte über %1 bleibt bis %2 reserviert.</numerusform>
            <numerusform>Ein Warenkorb mit %n Karten über %1 bleibt bis %2 reserviert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Matters</name>
    <message>
        <source>Its holder was inside already: somebody came in a second time with the same ticket.</source>
        <translation>Wer sie hat, war schon drin: Mit derselben Karte kam noch einmal jemand herein.</translation>
    </message>
    <message>
        <source>Nobody with this ticket was inside.</source>
        <translation>Mit dieser Karte war niemand drin.</translation>
    </message>
    <message>
        <source>The box office knows no such ticket for this event.</source>
        <translation>Die Kasse kennt für diese Veranstaltung keine solche Karte.</translation>
    </message>
    <message>
        <source>It was an old code: the ticket had passed to another holder, who has the new one.</source>
        <translation>Es war ein alter Code: Die Karte war weitergegeben, und der neue Besitzer hat den neuen.</translation>
    </message>
    <message>
        <source>The ticket had been refunded or exchanged, and the door had not heard of it.</source>
        <translation>Die Karte war erstattet oder umgetauscht, und die Tür hatte davon nichts gehört.</translation>
    </message>
    <message>
        <source>The ticket had been revoked, and the door had not heard of it.</source>
        <translation>Die Karte war gesperrt, und die Tür hatte davon nichts gehört.</translation>
    </message>
    <message>
        <source>The event is archived: nothing is counted there any more.</source>
        <translation>Die Veranstaltung ist archiviert: Dort wird nichts mehr gezählt.</translation>
    </message>
    <message>
        <source>The places had been taken back from this door before the sale was heard. Its tickets admit nobody.</source>
        <translation>Die Plätze waren dieser Tür entzogen, bevor der Verkauf hier ankam. Seine Karten lassen niemanden ein.</translation>
    </message>
    <message>
        <source>The door had given these places back, and the box office may have sold them since.</source>
        <translation>Die Tür hatte diese Plätze zurückgegeben, und die Kasse kann sie seitdem verkauft haben.</translation>
    </message>
    <message>
        <source>A place of this sale was sold by another sale already.</source>
        <translation>Ein Platz dieses Verkaufs war schon anders verkauft.</translation>
    </message>
    <message>
        <source>The door never had these places to sell.</source>
        <translation>Die Tür hatte diese Plätze nie zu verkaufen.</translation>
    </message>
    <message>
        <source>The event is archived. Fetch it back from the archive first, then settle the sale.</source>
        <translation>Die Veranstaltung ist archiviert. Erst aus dem Archiv holen, dann den Verkauf klären.</translation>
    </message>
    <message>
        <source>What the door told of this sale does not add up.</source>
        <translation>Was die Tür über diesen Verkauf sagt, geht nicht auf.</translation>
    </message>
    <message>
        <source>was inside already</source>
        <translation>war schon drin</translation>
    </message>
    <message>
        <source>nobody was inside</source>
        <translation>niemand war drin</translation>
    </message>
    <message>
        <source>unknown ticket</source>
        <translation>unbekannte Karte</translation>
    </message>
    <message>
        <source>old code</source>
        <translation>alter Code</translation>
    </message>
    <message>
        <source>refunded ticket</source>
        <translation>erstattete Karte</translation>
    </message>
    <message>
        <source>revoked ticket</source>
        <translation>gesperrte Karte</translation>
    </message>
    <message>
        <source>archived event</source>
        <translation>archivierte Veranstaltung</translation>
    </message>
    <message>
        <source>places taken back</source>
        <translation>Plätze entzogen</translation>
    </message>
    <message>
        <source>places given back</source>
        <translation>Plätze zurückgegeben</translation>
    </message>
    <message>
        <source>place sold twice</source>
        <translation>Platz zweimal verkauft</translation>
    </message>
    <message>
        <source>not its places</source>
        <translation>nicht ihre Plätze</translation>
    </message>
    <message>
        <source>does not add up</source>
        <translation>geht nicht auf</translation>
    </message>
    <message>
        <source>Ticket %1 for %2, %3 by the door&apos;s clock.</source>
        <translation>Karte %1 für %2, %3 nach der Uhr der Tür.</translation>
    </message>
    <message>
        <source>Counted here: in at %1, %2</source>
        <translation>Hier gezählt: herein um %1, %2</translation>
    </message>
    <message>
        <source>Counted here: out at %1, %2</source>
        <translation>Hier gezählt: hinaus um %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold %1 by the door&apos;s clock.</source>
        <translation>Verkauft %1 nach der Uhr der Tür.</translation>
    </message>
    <message>
        <source>in</source>
        <translation>herein</translation>
    </message>
    <message>
        <source>out</source>
        <translation>hinaus</translation>
    </message>
    <message>
        <source>Sale %1</source>
        <translation>Verkauf %1</translation>
    </message>
    <message>
        <source>%1 sold order %2</source>
        <translation>%1 hat Bestellung %2 verkauft</translation>
    </message>
    <message>
        <source>%1 let somebody in</source>
        <translation>%1 hat jemanden eingelassen</translation>
    </message>
    <message>
        <source>%1 let somebody out</source>
        <translation>%1 hat jemanden hinausgelassen</translation>
    </message>
</context>
<context>
    <name>Orders</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Sold for %1</source>
        <translation>Verkauft für %1</translation>
    </message>
    <message>
        <source>Refunded %1 with %2</source>
        <translation>%1 erstattet mit %2</translation>
    </message>
    <message>
        <source>Tender of %1 corrected to %2</source>
        <translation>Zahlart von %1 berichtigt: %2</translation>
    </message>
    <message>
        <source>Revoked: %1</source>
        <translation>Gesperrt: %1</translation>
    </message>
    <message>
        <source>Reinstated: %1</source>
        <translation>Entsperrt: %1</translation>
    </message>
    <message>
        <source>Passed on: %1</source>
        <translation>Weitergegeben: %1</translation>
    </message>
    <message>
        <source>Printed again: %1</source>
        <translation>Noch einmal gedruckt: %1</translation>
    </message>
    <message>
        <source>Cash %1, out of this drawer</source>
        <translation>Bar %1, aus dieser Kassenlade</translation>
    </message>
    <message>
        <source>Card %1, to be given back on the card machine by hand</source>
        <translation>Karte %1, von Hand am Kartengerät zurückzugeben</translation>
    </message>
    <message>
        <source>Card %1, through the bank</source>
        <translation>Karte %1, über die Bank</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of %1 tickets left</source>
        <translation>
            <numerusform>%n von %1 Karten übrig</numerusform>
            <numerusform>%n von %1 Karten übrig</numerusform>
        </translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Bezahlt</translation>
    </message>
    <message>
        <source>Partly refunded</source>
        <translation>Teils erstattet</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Erstattet</translation>
    </message>
    <message>
        <source>Refund on its way</source>
        <translation>Erstattung unterwegs</translation>
    </message>
    <message>
        <source>Refund still owed</source>
        <translation>Erstattung steht aus</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Kostenlos</translation>
    </message>
    <message>
        <source>Sold %1 by %2</source>
        <translation>Verkauft %1 von %2</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>refunded</source>
        <translation>erstattet</translation>
    </message>
    <message>
        <source>now %1&apos;s</source>
        <translation>jetzt bei %1</translation>
    </message>
    <message numerus="yes">
        <source>printed again %n time(s)</source>
        <translation>
            <numerusform>%n-mal nachgedruckt</numerusform>
            <numerusform>%n-mal nachgedruckt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1   %2   %3   (journal %4)</source>
        <translation>%1   %2   %3   (Journal %4)</translation>
    </message>
    <message>
        <source>Nothing was paid, so no money goes back.</source>
        <translation>Es wurde nichts bezahlt, also geht kein Geld zurück.</translation>
    </message>
    <message>
        <source>The money goes to the buyer. The tickets of %1 admit nobody any more: tell them.</source>
        <translation>Das Geld geht an den Käufer. Die Karten von %1 lassen niemanden mehr ein: Sagen Sie Bescheid.</translation>
    </message>
    <message>
        <source>%1 refunded with %2.</source>
        <translation>%1 erstattet mit %2.</translation>
    </message>
    <message>
        <source>Tickets worth %1 exchanged for %2</source>
        <translation>Karten im Wert von %1 umgetauscht gegen %2</translation>
    </message>
    <message>
        <source>Taken for %1 in exchange for tickets of %2</source>
        <translation>Für %1 genommen im Umtausch gegen Karten von %2</translation>
    </message>
    <message>
        <source>Given free of charge: %1</source>
        <translation>Kostenlos abgegeben: %1</translation>
    </message>
    <message>
        <source>Wallet %1</source>
        <translation>Guthabenkonto %1</translation>
    </message>
    <message>
        <source>Gift card %1</source>
        <translation>Gutscheinkarte %1</translation>
    </message>
    <message>
        <source>Exchanged</source>
        <translation>Umgetauscht</translation>
    </message>
    <message>
        <source>Partly exchanged</source>
        <translation>Teilweise umgetauscht</translation>
    </message>
    <message>
        <source>exchanged for %1</source>
        <translation>umgetauscht gegen %1</translation>
    </message>
    <message>
        <source>Claimed by who registered with the e-mail: %1</source>
        <translation>Bekommen hat sie, wer sich mit der E-Mail angemeldet hat: %1</translation>
    </message>
    <message>
        <source>waits for %1</source>
        <translation>wartet auf %1</translation>
    </message>
    <message>
        <source>%1   %2: %3   %4   (journal %5)</source>
        <translation>%1   %2: %3   %4   (Journal %5)</translation>
    </message>
    <message>
        <source>The new tickets are order %1. Print them: those before admit nobody any more.</source>
        <translation>Die neuen Karten sind Bestellung %1. Bitte drucken: Die alten lassen niemanden mehr ein.</translation>
    </message>
    <message>
        <source>Take %1 in cash.</source>
        <translation>%1 bar annehmen.</translation>
    </message>
    <message>
        <source>Came in: %1</source>
        <translation>Eingelassen: %1</translation>
    </message>
    <message>
        <source>Left: %1</source>
        <translation>Hinausgegangen: %1</translation>
    </message>
    <message>
        <source>admitted %1</source>
        <translation>eingelassen %1</translation>
    </message>
    <message>
        <source>left %1</source>
        <translation>gegangen %1</translation>
    </message>
    <message>
        <source>%1, allowed by %2</source>
        <translation>%1, erlaubt von %2</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>sell tickets</source>
        <translation>Karten verkaufen</translation>
    </message>
    <message>
        <source>sell seats kept for the house</source>
        <translation>Plätze verkaufen, die für das Haus zurückgehalten sind</translation>
    </message>
    <message>
        <source>take seats out of sale</source>
        <translation>Plätze aus dem Verkauf nehmen</translation>
    </message>
    <message>
        <source>change events and prices</source>
        <translation>Veranstaltungen und Preise ändern</translation>
    </message>
    <message>
        <source>change staff</source>
        <translation>Personal ändern</translation>
    </message>
    <message>
        <source>see statistics</source>
        <translation>Statistik sehen</translation>
    </message>
    <message>
        <source>settle payments without an answer</source>
        <translation>Zahlungen ohne Antwort entscheiden</translation>
    </message>
    <message>
        <source>correct a payment that somebody else took</source>
        <translation>eine Zahlung berichtigen, die jemand anderes genommen hat</translation>
    </message>
    <message>
        <source>pay out and transfer a customer&apos;s money</source>
        <translation>Geld von Kunden auszahlen und übertragen</translation>
    </message>
    <message>
        <source>merge, export and erase customers</source>
        <translation>Kunden zusammenführen, exportieren und löschen</translation>
    </message>
    <message>
        <source>pay cash in and out, and open the drawer without a sale</source>
        <translation>Bargeld einlegen und entnehmen und die Kassenlade ohne Verkauf öffnen</translation>
    </message>
    <message>
        <source>read what a shift has taken</source>
        <translation>die Einnahmen einer Schicht abfragen</translation>
    </message>
    <message>
        <source>count and close the shift of somebody else</source>
        <translation>die Schicht von jemand anderem zählen und schließen</translation>
    </message>
    <message>
        <source>change the rules of the house</source>
        <translation>die Regeln des Hauses ändern</translation>
    </message>
    <message>
        <source>take tickets back for their price</source>
        <translation>Karten zurücknehmen und erstatten</translation>
    </message>
    <message>
        <source>give cash out of the drawer</source>
        <translation>Bargeld aus der Lade herausgeben</translation>
    </message>
    <message>
        <source>revoke tickets or pass them on</source>
        <translation>Karten sperren oder weitergeben</translation>
    </message>
    <message>
        <source>give a discount without a code</source>
        <translation>einen Rabatt ohne Code geben</translation>
    </message>
    <message>
        <source>give tickets free of charge</source>
        <translation>Karten kostenlos abgeben</translation>
    </message>
    <message>
        <source>admit people at the doors</source>
        <translation>an den Türen einlassen</translation>
    </message>
    <message>
        <source>take back tickets that somebody came in with, or pass them on</source>
        <translation>Karten zurücknehmen oder weitergeben, mit denen schon jemand hereinkam</translation>
    </message>
    <message>
        <source>give places to a door</source>
        <translation>einer Tür Plätze zuteilen</translation>
    </message>
</context>
<context>
    <name>PlacesBar</name>
    <message>
        <source>SOLD OUT</source>
        <translation>AUSVERKAUFT</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1 frei</translation>
    </message>
</context>
<context>
    <name>Print</name>
    <message>
        <source>of the printout</source>
        <translation>des Ausdrucks</translation>
    </message>
    <message>
        <source>%1%</source>
        <comment>a tax rate</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>der Ordner dafür lässt sich nicht anlegen</translation>
    </message>
    <message>
        <source>the printer takes no pages</source>
        <translation>der Drucker nimmt keine Seiten an</translation>
    </message>
    <message>
        <source>the folder for print jobs cannot be used</source>
        <translation>der Ordner für Druckaufträge lässt sich nicht verwenden</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>Testseite</translation>
    </message>
    <message>
        <source>Z %1</source>
        <translation>Z %1</translation>
    </message>
    <message>
        <source>X</source>
        <translation>X</translation>
    </message>
</context>
<context>
    <name>PrintTrouble</name>
    <message>
        <source>The printer for these papers is no longer set up on this computer. Choose another.</source>
        <translation>Der Drucker dafür ist auf diesem Rechner nicht mehr eingerichtet. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>%1 cannot be reached. Check that it is switched on and its cable.</source>
        <translation>%1 ist nicht erreichbar. Prüfen Sie, ob der Drucker eingeschaltet ist, und das Kabel.</translation>
    </message>
    <message>
        <source>%1 does not say whether it can print. Switch it off and on; if it never answers, tell its settings so.</source>
        <translation>%1 sagt nicht, ob er drucken kann. Schalten Sie ihn aus und ein; antwortet er nie, vermerken Sie das in seinen Einstellungen.</translation>
    </message>
    <message>
        <source>%1 is out of paper. Put in a new roll.</source>
        <translation>%1 hat kein Papier mehr. Legen Sie eine neue Rolle ein.</translation>
    </message>
    <message>
        <source>The cover of %1 is open. Close it.</source>
        <translation>Die Klappe von %1 ist offen. Schließen Sie sie.</translation>
    </message>
    <message>
        <source>%1 is not ready to print. Look at its lights or its display.</source>
        <translation>%1 ist nicht druckbereit. Sehen Sie auf die Lämpchen oder die Anzeige.</translation>
    </message>
    <message>
        <source>%1 stopped in the middle of printing. Look at what came out; the last piece is printed once more, with a mark.</source>
        <translation>%1 hat mitten im Druck angehalten. Sehen Sie nach, was herauskam; das letzte Stück wird noch einmal gedruckt, mit einem Vermerk.</translation>
    </message>
    <message>
        <source>These papers cannot be drawn for %1. Use the PDF instead.</source>
        <translation>Das lässt sich für %1 nicht aufbereiten. Nehmen Sie stattdessen das PDF.</translation>
    </message>
</context>
<context>
    <name>Promos</name>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>over since %1</source>
        <translation>vorbei seit %1</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>gültig</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of uses</source>
        <translation>„%1“ ist keine Zahl von Einlösungen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no day</source>
        <translation>„%1“ ist kein Tag</translation>
    </message>
    <message>
        <source>used %1 of %2</source>
        <translation>%1 von %2 benutzt</translation>
    </message>
    <message>
        <source>used %1</source>
        <translation>%1 benutzt</translation>
    </message>
    <message>
        <source>in carts now: %1</source>
        <translation>jetzt in Warenkörben: %1</translation>
    </message>
    <message>
        <source>each customer: %1</source>
        <translation>je Kunde: %1</translation>
    </message>
    <message>
        <source>for some events only</source>
        <translation>nur für manche Veranstaltungen</translation>
    </message>
    <message>
        <source>not with others</source>
        <translation>nicht mit anderen</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 less, %4 in all</source>
        <translation>%1 · %2 · %3 weniger, zusammen %4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no lowest price</source>
        <translation>„%1“ ist kein Mindestpreis</translation>
    </message>
    <message>
        <source>no ticket below %1</source>
        <translation>keine Karte unter %1</translation>
    </message>
</context>
<context>
    <name>Receipt</name>
    <message>
        <source>Booking fees</source>
        <translation>Buchungsgebühren</translation>
    </message>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Exchanged tickets</source>
        <translation>Umgetauschte Karten</translation>
    </message>
    <message>
        <source>Promo code %1</source>
        <translation>Aktionscode %1</translation>
    </message>
</context>
<context>
    <name>ReceiptPainter</name>
    <message>
        <source>Training: not a receipt</source>
        <translation>Übung: kein Beleg</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>Erstattung %1</translation>
    </message>
    <message>
        <source>Receipt %1</source>
        <translation>Beleg %1</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>Noch einmal gedruckt</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <comment>how many, before what was sold</comment>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>Tax rate</source>
        <translation>Steuersatz</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Tax</source>
        <translation>Steuer</translation>
    </message>
    <message>
        <source>Gross</source>
        <translation>Brutto</translation>
    </message>
    <message>
        <source>Till %1</source>
        <translation>Kasse %1</translation>
    </message>
    <message>
        <source>Served by %1</source>
        <translation>Es bediente Sie %1</translation>
    </message>
    <message>
        <source>Printed again, copy %1</source>
        <translation>Noch einmal gedruckt, Kopie %1</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Training: not a report</source>
        <translation>Übung: kein Bericht</translation>
    </message>
</context>
<context>
    <name>ReceiptPdf</name>
    <message>
        <source>Receipt of order %1</source>
        <translation>Beleg der Bestellung %1</translation>
    </message>
</context>
<context>
    <name>ScanPanel</name>
    <message>
        <source>Forged: no till of this box office made this code</source>
        <translation>Gefälscht: Keine Kasse dieses Hauses hat diesen Code erzeugt</translation>
    </message>
    <message>
        <source>An old code: the ticket has passed to another holder</source>
        <translation>Ein alter Code: Die Karte gehört inzwischen jemand anderem</translation>
    </message>
    <message>
        <source>Void: refunded or exchanged</source>
        <translation>Ungültig: erstattet oder umgetauscht</translation>
    </message>
    <message>
        <source>Revoked</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>Ticket %1 · order %2</source>
        <translation>Karte %1 · Bestellung %2</translation>
    </message>
</context>
<context>
    <name>ShiftPaper</name>
    <message>
        <source>Till %1 · %2</source>
        <translation>Kasse %1 · %2</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Guthabenkonto</translation>
    </message>
    <message>
        <source>Cashier</source>
        <translation>An der Kasse</translation>
    </message>
    <message>
        <source>the house</source>
        <translation>das Haus</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Abgefragt</translation>
    </message>
    <message>
        <source>Handed over by %1 to %2</source>
        <translation>Übergabe: %1 an %2</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>Kassenlade</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>Wechselgeld</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>Bar eingenommen</translation>
    </message>
    <message>
        <source>Cash given back</source>
        <translation>Bar zurückgegeben</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>Einlage</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Entnahme</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>Gezählt</translation>
    </message>
    <message>
        <source>Too little</source>
        <translation>Zu wenig</translation>
    </message>
    <message>
        <source>Too much</source>
        <translation>Zu viel</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>pieces, value</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Means of payment</source>
        <translation>Zahlungsmittel</translation>
    </message>
    <message>
        <source>%1, %2 payments</source>
        <translation>%1, %2 Zahlungen</translation>
    </message>
    <message>
        <source>%1 given back, %2 times</source>
        <translation>%1 zurückgegeben, %2 Mal</translation>
    </message>
    <message>
        <source>Nothing was paid</source>
        <translation>Nichts wurde bezahlt</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <comment>how many, what</comment>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>Sales</source>
        <translation>Verkäufe</translation>
    </message>
    <message>
        <source>%1 tickets in %2 orders</source>
        <translation>%1 Karten in %2 Bestellungen</translation>
    </message>
    <message>
        <source>By price level</source>
        <translation>Nach Preisstufe</translation>
    </message>
    <message>
        <source>Discounts, %1</source>
        <translation>Rabatte, %1</translation>
    </message>
    <message>
        <source>Refunds, %1</source>
        <translation>Erstattungen, %1</translation>
    </message>
    <message>
        <source>Comps</source>
        <translation>Freikarten</translation>
    </message>
    <message>
        <source>Tax contained</source>
        <translation>Enthaltene Steuer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Cash without a sale</source>
        <translation>Bargeld ohne Verkauf</translation>
    </message>
    <message>
        <source>Drawer opened without a sale</source>
        <translation>Kassenlade ohne Verkauf geöffnet</translation>
    </message>
    <message>
        <source>No sale</source>
        <translation>Ohne Verkauf</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2, allowed by %3</source>
        <translation>%1, %2, erlaubt von %3</translation>
    </message>
    <message>
        <source>Payments without an answer</source>
        <translation>Zahlungen ohne Antwort</translation>
    </message>
    <message>
        <source>They count in the shift in which their answer comes.</source>
        <translation>Sie zählen in der Schicht, in der ihre Antwort kommt.</translation>
    </message>
    <message>
        <source>Grand totals of this till</source>
        <translation>Gesamtsummen dieser Kasse</translation>
    </message>
    <message>
        <source>Refunds</source>
        <translation>Erstattungen</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>Journal</translation>
    </message>
    <message>
        <source>Chain %1, record %2: %3</source>
        <translation>Kette %1, Eintrag %2: %3</translation>
    </message>
    <message>
        <source>Card, into wallets</source>
        <translation>Karte, auf Guthaben</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
</context>
<context>
    <name>Sold</name>
    <message>
        <source>%1 × %2, %3   %4</source>
        <extracomment>2 × Stalls, full 118.00</extracomment>
        <translation>%1 × %2, %3   %4</translation>
    </message>
    <message>
        <source>Booking fees   %1</source>
        <translation>Buchungsgebühren   %1</translation>
    </message>
    <message>
        <source>Discounts   %1</source>
        <translation>Rabatte   %1</translation>
    </message>
</context>
<context>
    <name>Statement</name>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Saldo</translation>
    </message>
    <message>
        <source>Paid in by card</source>
        <translation>Mit Karte eingezahlt</translation>
    </message>
    <message>
        <source>Paid in, cash</source>
        <translation>Bar eingezahlt</translation>
    </message>
    <message>
        <source>Paid out to a card</source>
        <translation>Auf Karte ausgezahlt</translation>
    </message>
    <message>
        <source>Paid out, cash</source>
        <translation>Bar ausgezahlt</translation>
    </message>
    <message>
        <source>Transfer from %1</source>
        <translation>Übertrag von %1</translation>
    </message>
    <message>
        <source>Transfer to %1</source>
        <translation>Übertrag an %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Given back %1</source>
        <translation>Zurückgegeben %1</translation>
    </message>
    <message>
        <source>Statement for %1</source>
        <translation>Kontoauszug für %1</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>Saldo %1</translation>
    </message>
    <message>
        <source>Statement</source>
        <translation>Kontoauszug</translation>
    </message>
    <message>
        <source>Nothing was paid in or out yet. What moves the balance is listed here.</source>
        <translation>Noch wurde nichts ein- oder ausgezahlt. Was den Stand bewegt, steht hier.</translation>
    </message>
</context>
<context>
    <name>Statistics</name>
    <message>
        <source>Reserved</source>
        <translation>Reserviert</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ticket type</source>
        <translation>Kartenart</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Takings</source>
        <translation>Einnahmen</translation>
    </message>
    <message>
        <source>%1%</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>wie zuvor</translation>
    </message>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n Punkt</numerusform>
            <numerusform>%n Punkte</numerusform>
        </translation>
    </message>
    <message>
        <source>Fees in it</source>
        <translation>Davon Gebühren</translation>
    </message>
    <message>
        <source>Free of charge</source>
        <translation>Kostenlos</translation>
    </message>
</context>
<context>
    <name>Tender</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>given back</source>
        <translation>zurückgegeben</translation>
    </message>
    <message>
        <source>is being given back…</source>
        <translation>wird zurückgegeben…</translation>
    </message>
    <message>
        <source>could not be given back</source>
        <translation>ließ sich nicht zurückgeben</translation>
    </message>
    <message>
        <source>%1, back</source>
        <translation>%1, zurück</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>Bar</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>asking the card…</source>
        <translation>Karte wird abgefragt…</translation>
    </message>
    <message>
        <source>received</source>
        <translation>erhalten</translation>
    </message>
    <message>
        <source>paid</source>
        <translation>bezahlt</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>did not work</source>
        <translation>hat nicht geklappt</translation>
    </message>
    <message>
        <source>no answer yet, asking again…</source>
        <translation>noch keine Antwort, wird weiter abgefragt…</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>Zahlungen</translation>
    </message>
    <message>
        <source>to be given back on the card machine</source>
        <translation>am Kartengerät zurückzugeben</translation>
    </message>
    <message>
        <source>on the card machine…</source>
        <translation>am Kartengerät…</translation>
    </message>
    <message>
        <source>nobody knows yet; a supervisor settles it</source>
        <translation>noch unklar; eine Aufsicht klärt es</translation>
    </message>
    <message>
        <source>Wallet</source>
        <translation>Guthabenkonto</translation>
    </message>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
</context>
<context>
    <name>TicketPainter</name>
    <message>
        <source>Training: not valid for admission</source>
        <translation>Übung: gilt nicht für den Einlass</translation>
    </message>
    <message>
        <source>Doors open %1</source>
        <translation>Einlass ab %1</translation>
    </message>
    <message>
        <source>TRAINING</source>
        <translation>ÜBUNG</translation>
    </message>
    <message>
        <source>Ticket %1 of %2</source>
        <translation>Karte %1 von %2</translation>
    </message>
    <message>
        <source>printed again</source>
        <translation>noch einmal gedruckt</translation>
    </message>
    <message>
        <source>Seat</source>
        <translation>Platz</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Bestellung</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>At the door</source>
        <translation>Am Einlass</translation>
    </message>
    <message>
        <source>Show this page, on paper or on a screen. Fold it along the line, so that the code stays flat.</source>
        <translation>Zeigen Sie diese Seite, auf Papier oder auf einem Bildschirm. Falten Sie sie an der Linie, damit der Code glatt bleibt.</translation>
    </message>
    <message>
        <source>The code admits one person, once. Keep it to yourself: whoever shows it first comes in.</source>
        <translation>Der Code lässt eine Person einmal ein. Geben Sie ihn nicht weiter: Wer ihn zuerst zeigt, kommt hinein.</translation>
    </message>
    <message>
        <source>If the code cannot be read, say the ticket number below it.</source>
        <translation>Lässt sich der Code nicht lesen, sagen Sie die Kartennummer darunter.</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Printed again</source>
        <translation>Noch einmal gedruckt</translation>
    </message>
    <message>
        <source>printed again, copy %1</source>
        <translation>noch einmal gedruckt, Kopie %1</translation>
    </message>
    <message>
        <source>incl. booking fee %1</source>
        <translation>inkl. Buchungsgebühr %1</translation>
    </message>
    <message>
        <source>Printed again, copy %1</source>
        <translation>Noch einmal gedruckt, Kopie %1</translation>
    </message>
</context>
<context>
    <name>TicketPdf</name>
    <message>
        <source>Tickets of order %1</source>
        <translation>Karten der Bestellung %1</translation>
    </message>
</context>
<context>
    <name>Verify</name>
    <message>
        <source>chain %1, record %2</source>
        <translation>Kette %1, Eintrag %2</translation>
    </message>
    <message>
        <source>The journal was changed: %1 is not as it was signed.</source>
        <translation>Das Journal wurde verändert: %1 ist nicht so, wie es signiert wurde.</translation>
    </message>
    <message>
        <source>The journal has a gap: %1 is missing.</source>
        <translation>Das Journal hat eine Lücke: %1 fehlt.</translation>
    </message>
    <message>
        <source>The journal was changed: %1 does not follow the one before it.</source>
        <translation>Das Journal wurde verändert: %1 folgt nicht auf den Eintrag davor.</translation>
    </message>
    <message>
        <source>The journal was cut: %1 names %2, which is not there as it was.</source>
        <translation>Das Journal wurde gekürzt: %1 nennt %2, das nicht mehr so dasteht.</translation>
    </message>
    <message>
        <source>The journal was cut or restored: this machine wrote %1, which is not there as it was.</source>
        <translation>Das Journal wurde gekürzt oder zurückgespielt: Diese Maschine schrieb %1, das nicht mehr so dasteht.</translation>
    </message>
    <message>
        <source>The journal cannot be read: %1 is not a record.</source>
        <translation>Das Journal ist nicht lesbar: %1 ist kein Eintrag.</translation>
    </message>
    <message>
        <source>The journal tells of %1 (%2), which is not there.</source>
        <translation>Das Journal berichtet von %1 (%2), aber das gibt es nicht.</translation>
    </message>
    <message>
        <source>The journal tells of %1 (%2), but what stands there is different: %3.</source>
        <translation>Das Journal berichtet von %1 (%2), aber dort steht etwas anderes: %3.</translation>
    </message>
    <message>
        <source>The journal does not tell of %1, which names %2.</source>
        <translation>Das Journal berichtet nicht von %1, das auf %2 verweist.</translation>
    </message>
    <message>
        <source>The journal tells of a payment (%1, %2), which is not there.</source>
        <translation>Das Journal berichtet von einer Zahlung (%1, %2), die es nicht gibt.</translation>
    </message>
    <message>
        <source>a reservation without an order</source>
        <translation>eine Reservierung ohne Bestellung</translation>
    </message>
    <message>
        <source>order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>A payment for %1 is %2, but the journal says %3 (%4).</source>
        <translation>Eine Zahlung für %1 ist %2, aber das Journal sagt %3 (%4).</translation>
    </message>
    <message>
        <source>The journal tells of a reservation (%1), which is not there.</source>
        <translation>Das Journal berichtet von einer Reservierung (%1), die es nicht gibt.</translation>
    </message>
    <message>
        <source>A reservation is %1, but the journal says %2 (%3).</source>
        <translation>Eine Reservierung ist %1, aber das Journal sagt %2 (%3).</translation>
    </message>
    <message>
        <source>captured payments</source>
        <translation>eingenommene Zahlungen</translation>
    </message>
    <message>
        <source>declined payments</source>
        <translation>abgelehnte Zahlungen</translation>
    </message>
    <message>
        <source>failed payments</source>
        <translation>fehlgeschlagene Zahlungen</translation>
    </message>
    <message>
        <source>cash payments</source>
        <translation>Barzahlungen</translation>
    </message>
    <message>
        <source>cash refunds</source>
        <translation>Barerstattungen</translation>
    </message>
    <message>
        <source>card payments</source>
        <translation>Kartenzahlungen</translation>
    </message>
    <message>
        <source>card refunds</source>
        <translation>Kartenerstattungen</translation>
    </message>
    <message>
        <source>reservations</source>
        <translation>Reservierungen</translation>
    </message>
    <message>
        <source>released reservations</source>
        <translation>freigegebene Reservierungen</translation>
    </message>
    <message>
        <source>expired reservations</source>
        <translation>abgelaufene Reservierungen</translation>
    </message>
    <message>
        <source>The journal tells of %1 %2, but there are %3.</source>
        <translation>Das Journal berichtet von %1 (%2), aber es gibt %3.</translation>
    </message>
    <message>
        <source>Order %1 has a line of %2 %3 that contains %4 of tax, but it says %5.</source>
        <translation>Bestellung %1 hat eine Position über %2 %3, die %4 Steuer enthält, aber sie nennt %5.</translation>
    </message>
    <message>
        <source>%1 on %2: the statistics say %3 sold for %4, but the orders say %5 for %6.</source>
        <translation>%1 am %2: Die Statistik nennt %3 verkaufte für %4, die Bestellungen aber %5 für %6.</translation>
    </message>
    <message>
        <source>%1, %2: the %3 allotment has a capacity of %4, but its moves add up to %5.</source>
        <translation>%1, %2: Das Kontingent %3 hat eine Kapazität von %4, aber seine Bewegungen ergeben %5.</translation>
    </message>
    <message>
        <source>%1, %2: the capacities of its allotments add up to %3 instead of zero.</source>
        <translation>%1, %2: Die Kapazitäten der Kontingente ergeben %3 statt null.</translation>
    </message>
    <message>
        <source>%1, %2: the %3 allotment counts %4 held places, but reservations hold %5.</source>
        <translation>%1, %2: Das Kontingent %3 zählt %4 reservierte Plätze, aber Reservierungen halten %5.</translation>
    </message>
    <message>
        <source>%1, %2: the %3 allotment counts %4 sold places, but %5 tickets stand for it.</source>
        <translation>%1, %2: Das Kontingent %3 zählt %4 verkaufte Plätze, aber %5 Karten stehen dafür.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is marked as sold, but no ticket stands for it.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist als verkauft vermerkt, aber keine Karte steht dafür.</translation>
    </message>
    <message>
        <source>%1: ticket %2 stands for seat %3, row %4, %5, which is not marked as sold to it.</source>
        <translation>%1: Karte %2 steht für Platz %3, Reihe %4, %5, der nicht als an sie verkauft vermerkt ist.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is held, but no living reservation holds it until then.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist reserviert, aber keine laufende Reservierung hält ihn bis dahin.</translation>
    </message>
    <message>
        <source>%1: a reservation has seat %2, row %3, %4, which is not held for it.</source>
        <translation>%1: Eine Reservierung hat Platz %2, Reihe %3, %4, der nicht für sie gehalten wird.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is claimed as %5, which does not sell its category.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist als %5 belegt, was seine Kategorie nicht verkauft.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is claimed, but does not belong to the event&apos;s plan.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist belegt, gehört aber nicht zum Saalplan der Veranstaltung.</translation>
    </message>
    <message>
        <source>Ticket %1 for %2 belongs to no order.</source>
        <translation>Karte %1 für %2 gehört zu keiner Bestellung.</translation>
    </message>
    <message>
        <source>Order %1 has lost one of its tickets for %2.</source>
        <translation>Bestellung %1 hat eine ihrer Karten für %2 verloren.</translation>
    </message>
    <message>
        <source>Order %1 comes from a reservation that is not completed.</source>
        <translation>Bestellung %1 stammt aus einer Reservierung, die nicht abgeschlossen ist.</translation>
    </message>
    <message>
        <source>A reservation of %1 is completed, but has no order.</source>
        <translation>Eine Reservierung von %1 ist abgeschlossen, hat aber keine Bestellung.</translation>
    </message>
    <message>
        <source>Order %1 has %2 tickets, but %3 places were reserved.</source>
        <translation>Bestellung %1 hat %2 Karten, aber %3 Plätze waren reserviert.</translation>
    </message>
    <message>
        <source>Order %1 has a total of %2, but its lines add up to %3.</source>
        <translation>Bestellung %1 hat die Summe %2, aber ihre Positionen ergeben %3.</translation>
    </message>
    <message>
        <source>Order %1 has a total of %2, but %3 was paid.</source>
        <translation>Bestellung %1 hat die Summe %2, aber %3 wurde bezahlt.</translation>
    </message>
    <message>
        <source>A %1 account in %2 has a balance of %3, but its transfers add up to %4.</source>
        <translation>Ein Konto %1 in %2 hat den Saldo %3, aber seine Buchungen ergeben %4.</translation>
    </message>
    <message>
        <source>A %1 %2 of %3 %4 for %5 is %6, but its transfers move %7.</source>
        <translation>%1 %2 von %3 %4 für %5 ist %6, aber die Buchungen dazu bewegen %7.</translation>
    </message>
    <message>
        <source>Order %1 leaves %2 %3 in order clearing instead of zero.</source>
        <translation>Bestellung %1 lässt %2 %3 in der Verrechnung statt null.</translation>
    </message>
    <message>
        <source>Order %1 contains %2 %3 of tax, but %4 was booked.</source>
        <translation>Bestellung %1 enthält %2 %3 Steuer, aber %4 wurde gebucht.</translation>
    </message>
    <message>
        <source>%1: its order lines earn %2 %3, but %4 was booked as its revenue.</source>
        <translation>%1: Die Bestellpositionen bringen %2 %3, aber %4 wurde als Erlös gebucht.</translation>
    </message>
    <message>
        <source>Order %1 points at a journal record that is not there.</source>
        <translation>Bestellung %1 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A transfer of %1 %2 points at a journal record that is not there.</source>
        <translation>Eine Buchung über %1 %2 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A move of %1 places points at a journal record that is not there.</source>
        <translation>Eine Bewegung von %1 Plätzen verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>the transfer of %1 %2</source>
        <translation>die Buchung über %1 %2</translation>
    </message>
    <message>
        <source>the move of %1 places</source>
        <translation>die Bewegung von %1 Plätzen</translation>
    </message>
    <message>
        <source>ticket %1 of order %2</source>
        <translation>Karte %1 der Bestellung %2</translation>
    </message>
    <message>
        <source>Order %1 charges fees of %2, but %3 were agreed when its places were reserved.</source>
        <translation>Bestellung %1 berechnet Gebühren von %2, aber beim Reservieren der Plätze waren %3 vereinbart.</translation>
    </message>
    <message>
        <source>A %1 of %2 %3 for %4 counts as %5, but its transfers put %6 into the drawer.</source>
        <translation>%1 von %2 %3 für %4 gilt als %5, aber die Buchungen dazu legen %6 in die Kassenlade.</translation>
    </message>
    <message>
        <source>%1: its order lines charge fees of %2 %3 without tax, but %4 was booked as fees.</source>
        <translation>%1: Die Bestellpositionen berechnen Gebühren von %2 %3 ohne Steuer, aber %4 wurde als Gebühren gebucht.</translation>
    </message>
    <message>
        <source>A correction of a payment to %1 points at a journal record that is not there.</source>
        <translation>Eine Berichtigung einer Zahlung auf %1 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>the correction of a payment to %1</source>
        <translation>die Berichtigung einer Zahlung auf %1</translation>
    </message>
    <message>
        <source>The journal tells of a wallet (%1, %2), which is not there.</source>
        <translation>Das Journal berichtet von einem Guthabenkonto (%1, %2), das es nicht gibt.</translation>
    </message>
    <message>
        <source>A wallet is %1, but the journal says %2 (%3).</source>
        <translation>Ein Guthabenkonto ist %1, aber das Journal sagt %2 (%3).</translation>
    </message>
    <message>
        <source>wallet payments</source>
        <translation>Guthabenzahlungen</translation>
    </message>
    <message>
        <source>wallet refunds</source>
        <translation>Guthabenerstattungen</translation>
    </message>
    <message>
        <source>gift card payments</source>
        <translation>Gutscheinzahlungen</translation>
    </message>
    <message>
        <source>gift card refunds</source>
        <translation>Gutscheinerstattungen</translation>
    </message>
    <message>
        <source>wallets</source>
        <translation>Guthabenkonten</translation>
    </message>
    <message>
        <source>gift cards</source>
        <translation>Gutscheinkarten</translation>
    </message>
    <message>
        <source>Z %1 of %2 cannot be read.</source>
        <translation>Z %1 von %2 ist nicht lesbar.</translation>
    </message>
    <message>
        <source>%1: Z %2 follows Z %3.</source>
        <translation>%1: Z %2 folgt auf Z %3.</translation>
    </message>
    <message>
        <source>its number</source>
        <translation>seine Nummer</translation>
    </message>
    <message>
        <source>the cash expected</source>
        <translation>das erwartete Bargeld</translation>
    </message>
    <message>
        <source>the cash expected on paper</source>
        <translation>das erwartete Bargeld auf Papier</translation>
    </message>
    <message>
        <source>the cash counted</source>
        <translation>das gezählte Bargeld</translation>
    </message>
    <message>
        <source>what was taken</source>
        <translation>was eingenommen wurde</translation>
    </message>
    <message>
        <source>what was given back</source>
        <translation>was zurückgegeben wurde</translation>
    </message>
    <message>
        <source>its sales</source>
        <translation>seine Verkäufe</translation>
    </message>
    <message>
        <source>its ticket types</source>
        <translation>seine Kartenarten</translation>
    </message>
    <message>
        <source>its price levels</source>
        <translation>seine Preisstufen</translation>
    </message>
    <message>
        <source>its taxes</source>
        <translation>seine Steuern</translation>
    </message>
    <message>
        <source>its refunds, discounts and comps</source>
        <translation>seine Erstattungen, Rabatte und Freikarten</translation>
    </message>
    <message>
        <source>the grand total of sales</source>
        <translation>die Gesamtsumme der Verkäufe</translation>
    </message>
    <message>
        <source>the grand total of refunds</source>
        <translation>die Gesamtsumme der Erstattungen</translation>
    </message>
    <message>
        <source>The journal was cut: Z %1 of %2 names %3, which is not there as it was.</source>
        <translation>Das Journal wurde gekürzt: Z %1 von %2 nennt %3, das nicht mehr so dasteht.</translation>
    </message>
    <message>
        <source>Z %1 of %2 says of %3: %4, but a recount gives %5.</source>
        <translation>Z %1 von %2 nennt %3: %4, aber die Nachrechnung ergibt %5.</translation>
    </message>
    <message>
        <source>shift %1 with a float of %2 %3</source>
        <translation>Schicht %1 mit %2 %3 Wechselgeld</translation>
    </message>
    <message>
        <source>the %1 of %2</source>
        <translation>%1 über %2</translation>
    </message>
    <message>
        <source>the handover of a drawer</source>
        <translation>die Übergabe einer Kassenlade</translation>
    </message>
    <message>
        <source>the count of %1</source>
        <translation>die Zählung über %1</translation>
    </message>
    <message>
        <source>Z %1</source>
        <translation>Z %1</translation>
    </message>
    <message>
        <source>Refund %1 does not give back what order %2 charged for ticket %3.</source>
        <translation>Erstattung %1 gibt nicht zurück, was Bestellung %2 für Karte %3 berechnet hat.</translation>
    </message>
    <message>
        <source>Ticket %1 was given back with refund %2, but is still %3.</source>
        <translation>Karte %1 wurde mit Erstattung %2 zurückgegeben, ist aber noch %3.</translation>
    </message>
    <message>
        <source>Ticket %1 for %2 is void, but nothing gave it back.</source>
        <translation>Karte %1 für %2 ist ungültig, wurde aber nie zurückgegeben.</translation>
    </message>
    <message>
        <source>A payment of %1 %2 for order %3 was given back beyond its amount: %4.</source>
        <translation>Von einer Zahlung über %1 %2 für Bestellung %3 wurde mehr als ihr Betrag zurückgegeben: %4.</translation>
    </message>
    <message>
        <source>Ticket %1 is %2 of generation %3, which is not what its changes add up to.</source>
        <translation>Karte %1 ist %2 in Generation %3, aber seine Änderungen ergeben etwas anderes.</translation>
    </message>
    <message>
        <source>The changes of ticket %1 are not all there.</source>
        <translation>Die Änderungen von Karte %1 sind nicht vollständig.</translation>
    </message>
    <message>
        <source>A %1 account in %2 counts %3 operations, but its statement has %4.</source>
        <translation>Ein Konto %1 in %2 zählt %3 Vorgänge, aber sein Auszug hat %4.</translation>
    </message>
    <message>
        <source>Line %1 on the statement of a %2 account in %3 should be number %4 and leave %5, but says %6.</source>
        <translation>Zeile %1 im Auszug eines Kontos %2 in %3 müsste Nummer %4 sein und %5 übrig lassen, nennt aber %6.</translation>
    </message>
    <message>
        <source>A %1 %2 of %3 %4 names a wallet, but its transfers move %5 out of it.</source>
        <translation>%1 %2 von %3 %4 nennt ein Guthabenkonto, aber die Buchungen dazu nehmen %5 heraus.</translation>
    </message>
    <message>
        <source>The refunds of order %1 contain %2 %3 of tax, but %4 was booked back.</source>
        <translation>Die Erstattungen von Bestellung %1 enthalten %2 %3 Steuer, aber %4 wurde zurückgebucht.</translation>
    </message>
    <message>
        <source>%1: refunds give back %2 %3 of its revenue, but %4 was booked.</source>
        <translation>%1: Erstattungen geben %2 %3 vom Erlös zurück, aber %4 wurde gebucht.</translation>
    </message>
    <message>
        <source>%1: refunds give back fees of %2 %3 without tax, but %4 was booked.</source>
        <translation>%1: Erstattungen geben Gebühren von %2 %3 ohne Steuer zurück, aber %4 wurde gebucht.</translation>
    </message>
    <message>
        <source>%1: shift %2 is closed, but has no Z.</source>
        <translation>%1: Schicht %2 ist geschlossen, hat aber kein Z.</translation>
    </message>
    <message>
        <source>%1: Z %2 belongs to a shift that is not closed.</source>
        <translation>%1: Z %2 gehört zu einer Schicht, die nicht geschlossen ist.</translation>
    </message>
    <message>
        <source>%1: shift %2 began with a float of %3, but %4 were put into the drawer.</source>
        <translation>%1: Schicht %2 begann mit %3 Wechselgeld, aber %4 wurde in die Kassenlade gelegt.</translation>
    </message>
    <message>
        <source>%1: a %2 of %3 moved %4 into the drawer.</source>
        <translation>%1: %2 von %3 bewegte %4 in die Kassenlade.</translation>
    </message>
    <message>
        <source>%1: Z %2 expected %3 in the drawer, but its transfers take %4 out of it.</source>
        <translation>%1: Z %2 erwartete %3 in der Kassenlade, aber die Buchungen dazu nehmen %4 heraus.</translation>
    </message>
    <message>
        <source>%1: Z %2 counts %3, but the latest count of its shift says %4.</source>
        <translation>%1: Z %2 zählt %3, aber die letzte Zählung der Schicht nennt %4.</translation>
    </message>
    <message>
        <source>A change of a ticket (%1) points at a journal record that is not there.</source>
        <translation>Eine Änderung einer Karte (%1) verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>the change of a ticket (%1)</source>
        <translation>die Änderung einer Karte (%1)</translation>
    </message>
    <message>
        <source>Order %1 was not charged what its discounts come to.</source>
        <translation>Bestellung %1 wurde nicht berechnet, was ihre Rabatte ergeben.</translation>
    </message>
    <message>
        <source>promo code %1</source>
        <translation>Aktionscode %1</translation>
    </message>
    <message>
        <source>the discount of %1</source>
        <translation>der Rabatt von %1</translation>
    </message>
    <message>
        <source>Exchange %1 of sale %2 stands for no tickets that were taken back with it.</source>
        <translation>Der Umtausch %1 zum Verkauf %2 steht für keine Karten, die damit zurückgenommen wurden.</translation>
    </message>
    <message>
        <source>Refund %1 is said to be half of an exchange, but order %2 is none.</source>
        <translation>Die Erstattung %1 soll Teil eines Umtauschs sein, aber Bestellung %2 ist keiner.</translation>
    </message>
    <message>
        <source>Order %1 was given free of charge, but nobody said why.</source>
        <translation>Bestellung %1 wurde kostenlos abgegeben, aber niemand sagte, warum.</translation>
    </message>
    <message>
        <source>Order %1 is a %2 of %3, but stands among those that were given free of charge.</source>
        <translation>Bestellung %1 ist ein %2 über %3, steht aber unter den kostenlos abgegebenen.</translation>
    </message>
    <message>
        <source>Promo code %1 points at a journal record that is not there.</source>
        <translation>Der Aktionscode %1 verweist auf einen Eintrag im Journal, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A discount of %1 points at a journal record that is not there.</source>
        <translation>Ein Rabatt von %1 verweist auf einen Eintrag im Journal, den es nicht gibt.</translation>
    </message>
    <message>
        <source>Promo code %1 counts %2 uses, but carts and orders have %3.</source>
        <translation>Der Aktionscode %1 zählt %2 Verwendungen, aber Warenkörbe und Bestellungen haben %3.</translation>
    </message>
    <message>
        <source>Promo code %1 was used %2 times by one customer, but each may use it %3 times.</source>
        <translation>Der Aktionscode %1 wurde von einem Kunden %2-mal benutzt, aber jeder darf ihn %3-mal benutzen.</translation>
    </message>
    <message>
        <source>Order %1 was charged %2 less, but its discounts add up to %3.</source>
        <translation>Bestellung %1 wurde um %2 weniger berechnet, aber ihre Rabatte ergeben %3.</translation>
    </message>
    <message>
        <source>A cart of %1 (%2) counts %3 discounts, but has %4.</source>
        <translation>Ein Warenkorb von %1 (%2) zählt %3 Rabatte, hat aber %4.</translation>
    </message>
    <message>
        <source>Order %1 has %2 discounts, but its cart had %3.</source>
        <translation>Bestellung %1 hat %2 Rabatte, aber ihr Warenkorb hatte %3.</translation>
    </message>
    <message>
        <source>%1 is archived, but the journal says otherwise.</source>
        <translation>%1 ist archiviert, aber das Journal sagt etwas anderes.</translation>
    </message>
    <message>
        <source>%1 is not archived, but the journal says that it is.</source>
        <translation>%1 ist nicht archiviert, aber das Journal sagt, sie sei es.</translation>
    </message>
    <message>
        <source>The reason that stands at %1 is not the one that the journal knows.</source>
        <translation>Der Grund, der bei %1 steht, ist nicht der, den das Journal kennt.</translation>
    </message>
    <message>
        <source>%1 is archived, but a reservation of its places is %2.</source>
        <translation>%1 ist archiviert, aber eine Reservierung ihrer Plätze ist %2.</translation>
    </message>
    <message>
        <source>%1 is archived, but order %2 was made after that.</source>
        <translation>%1 ist archiviert, aber die Bestellung %2 wurde danach gemacht.</translation>
    </message>
    <message>
        <source>%1 is archived, but ticket %2 was changed after that (%3).</source>
        <translation>%1 ist archiviert, aber die Karte %2 wurde danach geändert (%3).</translation>
    </message>
    <message>
        <source>Ticket %1 waits for somebody to register, but has a holder.</source>
        <translation>Die Karte %1 wartet auf eine Anmeldung, hat aber einen Inhaber.</translation>
    </message>
    <message>
        <source>Ticket %1 waits for an e-mail that a customer has.</source>
        <translation>Die Karte %1 wartet auf eine E-Mail, die ein Kunde hat.</translation>
    </message>
    <message>
        <source>a wallet</source>
        <translation>ein Guthabenkonto</translation>
    </message>
    <message>
        <source>card deposits to wallets</source>
        <translation>Karteneinzahlungen auf Guthaben</translation>
    </message>
    <message>
        <source>A reservation of %1 counts %2 for tickets, but waits for no exchange.</source>
        <translation>Eine Reservierung vom %1 rechnet %2 für Karten an, wartet aber auf keinen Umtausch.</translation>
    </message>
    <message>
        <source>Order %1 was to be an exchange, but is a %2.</source>
        <translation>Bestellung %1 sollte ein Umtausch werden, ist aber: %2.</translation>
    </message>
    <message>
        <source>A card deposit of %1 %2 is %3, but brought %4 into its wallet.</source>
        <translation>Eine Karteneinzahlung von %1 %2 ist %3, brachte aber %4 auf ihr Guthaben.</translation>
    </message>
    <message>
        <source>%1 %2 came into a wallet under the key %3, but no deposit by card was captured with it.</source>
        <translation>%1 %2 kamen unter dem Schlüssel %3 auf ein Guthaben, aber keine Karteneinzahlung wurde damit abgebucht.</translation>
    </message>
    <message>
        <source>The conflict about ticket %1 points at a journal record that is not there.</source>
        <translation>Der Konflikt um Karte %1 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>A passage of ticket %1 points at a journal record that is not there.</source>
        <translation>Ein Durchgang der Karte %1 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>%1 is archived, but ticket %2 was scanned after that.</source>
        <translation>%1 ist archiviert, aber Karte %2 wurde danach gescannt.</translation>
    </message>
    <message>
        <source>Ticket %1: passage %2 (%3) does not follow the one before it.</source>
        <translation>Karte %1: Durchgang %2 (%3) folgt nicht auf den davor.</translation>
    </message>
    <message>
        <source>%1: somebody came in with ticket %2, but there is no such ticket for it.</source>
        <translation>%1: Jemand kam mit Karte %2 herein, aber es gibt dafür keine solche Karte.</translation>
    </message>
    <message>
        <source>Ticket %1 was scanned as generation %2, but has only come to %3.</source>
        <translation>Karte %1 wurde als Generation %2 gescannt, ist aber erst bei %3.</translation>
    </message>
    <message>
        <source>Ticket %1: passage %2 is dated otherwise than its door&apos;s journal.</source>
        <translation>Karte %1: Durchgang %2 trägt eine andere Zeit als das Journal seiner Tür.</translation>
    </message>
    <message>
        <source>Ticket %1: passage %2 stands for another door than the one whose journal tells of it.</source>
        <translation>Karte %1: Durchgang %2 steht für eine andere Tür als die, deren Journal davon berichtet.</translation>
    </message>
    <message>
        <source>passage %1 of ticket %2 through a door</source>
        <translation>Durchgang %1 der Karte %2 durch eine Tür</translation>
    </message>
    <message>
        <source>places that doors gave back</source>
        <translation>Plätze, die Türen zurückgegeben haben</translation>
    </message>
    <message>
        <source>%1, %2: a door has a capacity of %3, but %4 places of it are granted and %5 sold.</source>
        <translation>%1, %2: Eine Tür hat eine Kapazität von %3, aber %4 Plätze davon sind zugeteilt und %5 verkauft.</translation>
    </message>
    <message>
        <source>%1: ticket %2 of a door is %3, but no such ticket was sold for it.</source>
        <translation>%1: Karte %2 einer Tür ist %3, aber eine solche Karte wurde dafür nicht verkauft.</translation>
    </message>
    <message>
        <source>%1: ticket %2 was sold, although it is still with a door.</source>
        <translation>%1: Karte %2 wurde verkauft, obwohl sie noch bei einer Tür ist.</translation>
    </message>
    <message>
        <source>%1: ticket %2 was sold at this door, which was never granted it.</source>
        <translation>%1: Karte %2 wurde an dieser Tür verkauft, der sie nie zugeteilt wurde.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is granted to a door, but not kept for it.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist einer Tür zugeteilt, aber nicht für sie freigehalten.</translation>
    </message>
    <message>
        <source>%1: seat %2, row %3, %4 is kept for a door that was not granted it.</source>
        <translation>%1: Platz %2, Reihe %3, %4 ist für eine Tür freigehalten, der er nicht zugeteilt wurde.</translation>
    </message>
    <message>
        <source>Grant %1 to a door points at a journal record that is not there.</source>
        <translation>Zuteilung %1 an eine Tür verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>The conflict about order %1 points at a journal record that is not there.</source>
        <translation>Der Konflikt um Bestellung %1 verweist auf einen Journaleintrag, den es nicht gibt.</translation>
    </message>
    <message>
        <source>grant %1 of %2 places to a door</source>
        <translation>Zuteilung %1 von %2 Plätzen an eine Tür</translation>
    </message>
</context>
<context>
    <name>Wallet</name>
    <message>
        <source>Gift card</source>
        <translation>Gutscheinkarte</translation>
    </message>
</context>
<context>
    <name>foyer::AdministratorStep</name>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>PIN, %1 digits</source>
        <translation>PIN, %1 Ziffern</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Dieselbe PIN noch einmal</translation>
    </message>
    <message>
        <source>You will be the administrator: you may add other people later, and each of them signs in with a PIN of their own.</source>
        <translation>Sie werden die Verwaltung: Weitere Personen können Sie später eintragen, und jede meldet sich mit ihrer eigenen PIN an.</translation>
    </message>
    <message>
        <source>Who are you?</source>
        <translation>Wer sind Sie?</translation>
    </message>
    <message>
        <source>Enter the name that your tile shall show.</source>
        <translation>Geben Sie den Namen ein, der auf Ihrer Kachel stehen soll.</translation>
    </message>
    <message>
        <source>A PIN has %1 digits.</source>
        <translation>Eine PIN hat %1 Ziffern.</translation>
    </message>
    <message>
        <source>The two PINs differ. Enter the same digits.</source>
        <translation>Die beiden PINs sind verschieden. Geben Sie dieselben Ziffern ein.</translation>
    </message>
</context>
<context>
    <name>foyer::AppearanceSettings</name>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Schreibtisch</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>High contrast is black and white, with a yellow frame around whatever has the keyboard.</source>
        <translation>Hoher Kontrast ist schwarz und weiß, mit einem gelben Rahmen um das, was die Tastatur hat.</translation>
    </message>
</context>
<context>
    <name>foyer::ApprovalPanel</name>
    <message>
        <source>Without it   Esc</source>
        <translation>Verzichten   Esc</translation>
    </message>
    <message>
        <source>Somebody has to allow this</source>
        <translation>Das muss jemand erlauben</translation>
    </message>
    <message>
        <source>%1 may not do this alone: %2. A supervisor chooses their name and gives their PIN; both names are recorded.</source>
        <translation>%1 darf das nicht allein: %2. Eine Aufsicht wählt ihren Namen und gibt ihre PIN ein; beide Namen werden festgehalten.</translation>
    </message>
    <message>
        <source>Whoever takes over chooses their name and gives their PIN.</source>
        <translation>Wer übernimmt, wählt den eigenen Namen und gibt die PIN ein.</translation>
    </message>
    <message>
        <source>Nobody else is on the staff who could do this.</source>
        <translation>Sonst gibt es im Personal niemanden, der das könnte.</translation>
    </message>
</context>
<context>
    <name>foyer::ArchiveDesk</name>
    <message>
        <source>%1 (%2) is over. Its tickets can be refunded or exchanged until it is archived.</source>
        <translation>%1 (%2) ist vorbei. Ihre Karten können erstattet oder umgetauscht werden, bis sie archiviert ist.</translation>
    </message>
    <message>
        <source>%1 (%2) is archived and read-only. Its orders are found on the page Orders, its figures in Statistics.</source>
        <translation>%1 (%2) ist archiviert und nur noch lesbar. Ihre Bestellungen stehen unter Aufträge, ihre Zahlen unter Statistik.</translation>
    </message>
    <message>
        <source>Archive it</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>%1 is in the archive now.</source>
        <translation>%1 ist jetzt im Archiv.</translation>
    </message>
    <message>
        <source>%1 is back from the archive.</source>
        <translation>%1 ist aus dem Archiv zurück.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>foyer::Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>foyer::BestBar</name>
    <message>
        <source>Best %1</source>
        <translation>Beste %1</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Beste</translation>
    </message>
    <message numerus="yes">
        <source>The best %n seat(s)</source>
        <translation>
            <numerusform>Der beste Platz</numerusform>
            <numerusform>Die besten %n Plätze</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best %n seat(s): Ctrl+%n</source>
        <translation>
            <numerusform>Der beste Platz: Strg+%n</numerusform>
            <numerusform>Die besten %n Plätze: Strg+%n</numerusform>
        </translation>
    </message>
    <message>
        <source>More of the best seats</source>
        <translation>Mehr der besten Plätze</translation>
    </message>
</context>
<context>
    <name>foyer::BlockBar</name>
    <message>
        <source>House seats</source>
        <translation>Hausplätze</translation>
    </message>
    <message>
        <source>Out of sale</source>
        <translation>Gesperrt</translation>
    </message>
    <message>
        <source>What becomes of the painted seats</source>
        <translation>Was aus den markierten Plätzen wird</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>When the house seats are for sale again</source>
        <translation>Wann die Hausplätze wieder im Verkauf sind</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stop painting seats</source>
        <translation>Das Markieren von Plätzen beenden</translation>
    </message>
    <message>
        <source>Kept until freed</source>
        <translation>Bis zur Freigabe</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
</context>
<context>
    <name>foyer::BusyRow</name>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
</context>
<context>
    <name>foyer::CartLine</name>
    <message>
        <source>%1, %2: choose another price</source>
        <translation>%1, %2: anderen Preis wählen</translation>
    </message>
    <message>
        <source>Give back %1</source>
        <translation>%1 zurückgeben</translation>
    </message>
</context>
<context>
    <name>foyer::CartPanel</name>
    <message>
        <source>Cart</source>
        <translation>Warenkorb</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Summe</translation>
    </message>
    <message>
        <source>Nothing is reserved yet. Click seats on the map or count tickets with + and −.</source>
        <translation>Noch ist nichts reserviert. Klicken Sie auf Plätze im Saalplan oder zählen Sie Karten mit + und −.</translation>
    </message>
    <message>
        <source>Pay  F9</source>
        <translation>Bezahlen  F9</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>Bezahlen</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Empty the cart</source>
        <translation>Den Warenkorb leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Customer  F7</source>
        <translation>Kunde  F7</translation>
    </message>
    <message>
        <source>Choose a customer</source>
        <translation>Einen Kunden wählen</translation>
    </message>
    <message>
        <source>Customer: %1</source>
        <translation>Kunde: %1</translation>
    </message>
    <message>
        <source>Park  F4</source>
        <translation>Parken  F4</translation>
    </message>
    <message>
        <source>Park the cart</source>
        <translation>Den Warenkorb parken</translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)   F4</source>
        <translation>
            <numerusform>%n geparkter Warenkorb   F4</numerusform>
            <numerusform>%n geparkte Warenkörbe   F4</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n parked cart(s)   Shift+F4</source>
        <translation>
            <numerusform>%n geparkt   Umschalt+F4</numerusform>
            <numerusform>%n geparkt   Umschalt+F4</numerusform>
        </translation>
    </message>
    <message>
        <source>Booking fees</source>
        <translation>Buchungsgebühren</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 wartet</translation>
    </message>
    <message>
        <source>Discount  F8</source>
        <translation>Rabatt  F8</translation>
    </message>
    <message>
        <source>Promo codes and discounts</source>
        <translation>Aktionscodes und Rabatte</translation>
    </message>
    <message>
        <source>Free of charge…  ⇧F8</source>
        <translation>Kostenlos…  ⇧F8</translation>
    </message>
    <message>
        <source>Give the tickets free of charge</source>
        <translation>Die Karten kostenlos abgeben</translation>
    </message>
</context>
<context>
    <name>foyer::CashPanel</name>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Open a shift</source>
        <translation>Schicht öffnen</translation>
    </message>
    <message>
        <source>Type the float: the cash that lies in the drawer before the first sale. It may be zero.</source>
        <translation>Geben Sie das Wechselgeld ein: das Bargeld, das vor dem ersten Verkauf in der Lade liegt. Es darf null sein.</translation>
    </message>
    <message>
        <source>Open the shift</source>
        <translation>Die Schicht öffnen</translation>
    </message>
    <message>
        <source>Pay cash in</source>
        <translation>Bargeld einlegen</translation>
    </message>
    <message>
        <source>Cash that comes into the drawer without a sale, such as change from the bank.</source>
        <translation>Bargeld, das ohne Verkauf in die Kassenlade kommt, etwa Wechselgeld von der Bank.</translation>
    </message>
    <message>
        <source>Pay in</source>
        <translation>Einlegen</translation>
    </message>
    <message>
        <source>Pay cash out</source>
        <translation>Bargeld entnehmen</translation>
    </message>
    <message>
        <source>Cash that leaves the drawer without a refund, such as for an errand. Keep the receipt.</source>
        <translation>Bargeld, das die Kassenlade ohne Erstattung verlässt, etwa für eine Besorgung. Heben Sie den Beleg auf.</translation>
    </message>
    <message>
        <source>Pay out</source>
        <translation>Entnehmen</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>Lade ohne Verkauf öffnen</translation>
    </message>
    <message>
        <source>Nothing is booked, but the report counts it with your name and the reason.</source>
        <translation>Nichts wird gebucht, aber der Bericht zählt es mit Ihrem Namen und dem Grund.</translation>
    </message>
    <message>
        <source>Open the drawer</source>
        <translation>Lade öffnen</translation>
    </message>
</context>
<context>
    <name>foyer::CompPanel</name>
    <message>
        <source>No money is taken. The tickets are counted apart from those that were sold.</source>
        <translation>Es wird kein Geld genommen. Die Karten werden getrennt von den verkauften gezählt.</translation>
    </message>
    <message>
        <source>Why, such as press or competition</source>
        <translation>Warum, etwa Presse oder Verlosung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Back to the cart   Esc</source>
        <translation>Zum Warenkorb   Esc</translation>
    </message>
    <message numerus="yes">
        <source>Give %n ticket(s) free of charge</source>
        <translation>
            <numerusform>%n Karte kostenlos abgeben</numerusform>
            <numerusform>%n Karten kostenlos abgeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Give %n free</source>
        <translation>
            <numerusform>%n kostenlos</numerusform>
            <numerusform>%n kostenlos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::CountPanel</name>
    <message>
        <source>Count the drawer</source>
        <translation>Lade zählen</translation>
    </message>
    <message>
        <source>All is counted</source>
        <translation>Alles ist gezählt</translation>
    </message>
    <message>
        <source>Go on selling   Esc</source>
        <translation>Weiter verkaufen   Esc</translation>
    </message>
    <message>
        <source>Pieces of %1</source>
        <translation>Stück zu %1</translation>
    </message>
    <message>
        <source>One %1 fewer</source>
        <translation>Einmal %1 weniger</translation>
    </message>
    <message>
        <source>One %1 more</source>
        <translation>%1: eins mehr</translation>
    </message>
    <message>
        <source>Counted %1</source>
        <translation>Gezählt: %1</translation>
    </message>
</context>
<context>
    <name>foyer::CountdownRing</name>
    <message>
        <source>No reservation</source>
        <translation>Keine Reservierung</translation>
    </message>
    <message>
        <source>reserved until %1, F6 extends</source>
        <translation>reserviert bis %1, F6 verlängert</translation>
    </message>
    <message>
        <source>Reserved for %1</source>
        <translation>Noch %1 reserviert</translation>
    </message>
</context>
<context>
    <name>foyer::CustomerCard</name>
    <message>
        <source>Edit…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Edit this customer</source>
        <translation>Diesen Kunden ändern</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Currency of the wallet</source>
        <translation>Währung des Kontos</translation>
    </message>
    <message>
        <source>No wallet yet</source>
        <translation>Noch kein Konto</translation>
    </message>
    <message>
        <source>Open a wallet in %1</source>
        <translation>Konto in %1 anlegen</translation>
    </message>
    <message>
        <source>Pay in…</source>
        <translation>Einzahlen…</translation>
    </message>
    <message>
        <source>Pay out…</source>
        <translation>Auszahlen…</translation>
    </message>
    <message>
        <source>Transfer…</source>
        <translation>Übertragen…</translation>
    </message>
    <message>
        <source>Export as CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Print statement…</source>
        <translation>Auszug drucken…</translation>
    </message>
    <message>
        <source>Merge with another entry…</source>
        <translation>Mit anderem Eintrag vereinen…</translation>
    </message>
    <message>
        <source>Export everything known…</source>
        <translation>Alles Bekannte exportieren…</translation>
    </message>
    <message>
        <source>Erase this person…</source>
        <translation>Diese Person löschen…</translation>
    </message>
    <message>
        <source>Export the statement</source>
        <translation>Den Auszug exportieren</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>auszug</translation>
    </message>
    <message>
        <source>Export everything known</source>
        <translation>Alles Bekannte exportieren</translation>
    </message>
    <message>
        <source>customer</source>
        <translation>kunde</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>foyer::CustomerForm</name>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>Edit customer</source>
        <translation>Kunden ändern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Notes for the house</source>
        <translation>Notizen fürs Haus</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>Save customer</source>
        <translation>Kunden speichern</translation>
    </message>
    <message>
        <source>Cancel   Esc</source>
        <translation>Abbrechen   Esc</translation>
    </message>
</context>
<context>
    <name>foyer::CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Kunde</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the search for customers</source>
        <translation>Die Kundensuche schließen</translation>
    </message>
    <message>
        <source>Name, e-mail or phone</source>
        <translation>Name, E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>Customer&apos;s name, e-mail or phone</source>
        <translation>Name, E-Mail oder Telefon des Kunden</translation>
    </message>
    <message>
        <source>Customers found</source>
        <translation>Gefundene Kunden</translation>
    </message>
    <message>
        <source>A new customer needs a name; the rest may stay empty.</source>
        <translation>Ein neuer Kunde braucht einen Namen; der Rest kann leer bleiben.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>E-mail of the new customer</source>
        <translation>E-Mail des neuen Kunden</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Phone of the new customer</source>
        <translation>Telefon des neuen Kunden</translation>
    </message>
    <message>
        <source>Sell without a customer</source>
        <translation>Ohne Kunden verkaufen</translation>
    </message>
    <message>
        <source>Add customer</source>
        <translation>Kunden anlegen</translation>
    </message>
    <message>
        <source>Add %1 as a new customer</source>
        <translation>%1 als neuen Kunden anlegen</translation>
    </message>
    <message>
        <source>To this e-mail</source>
        <translation>An diese E-Mail</translation>
    </message>
    <message>
        <source>To the e-mail %1, with which nobody is registered yet</source>
        <translation>An die E-Mail %1, mit der noch niemand angemeldet ist</translation>
    </message>
</context>
<context>
    <name>foyer::CustomerPicker</name>
    <message>
        <source>Name, e-mail, phone or gift card</source>
        <translation>Name, E-Mail, Telefon oder Gutscheinkarte</translation>
    </message>
    <message>
        <source>Find by name, e-mail, phone or gift card code</source>
        <translation>Nach Name, E-Mail, Telefon oder Gutscheincode suchen</translation>
    </message>
    <message>
        <source>Found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>Nobody found. Check the spelling, or type less.</source>
        <translation>Niemand gefunden. Schreibweise prüfen oder weniger tippen.</translation>
    </message>
</context>
<context>
    <name>foyer::CustomersPage</name>
    <message>
        <source>Type a part of a name, an e-mail address, a phone number, or a gift card&apos;s code.</source>
        <translation>Tippen Sie einen Teil von Name, E-Mail oder Telefon oder den Code einer Gutscheinkarte.</translation>
    </message>
    <message>
        <source>New customer</source>
        <translation>Neuer Kunde</translation>
    </message>
    <message>
        <source>New gift card</source>
        <translation>Neue Gutscheinkarte</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Datei importieren…</translation>
    </message>
    <message>
        <source>Customers, their wallets and gift cards stand here once they were found or added.</source>
        <translation>Hier stehen Kunden, ihre Guthabenkonten und Gutscheinkarten, sobald sie gefunden oder angelegt sind.</translation>
    </message>
    <message>
        <source>Which entry is the same person?</source>
        <translation>Welcher Eintrag ist dieselbe Person?</translation>
    </message>
    <message>
        <source>Find the entry that is to become part of this one.</source>
        <translation>Suchen Sie den Eintrag, der in diesem aufgehen soll.</translation>
    </message>
    <message>
        <source>Name, e-mail, phone and notes of %1 will be gone for good. Orders and amounts stay, without a name.</source>
        <translation>Name, E-Mail, Telefon und Notizen von %1 sind dann endgültig weg. Bestellungen und Beträge bleiben, ohne Namen.</translation>
    </message>
    <message>
        <source>Erase this person</source>
        <translation>Diese Person löschen</translation>
    </message>
    <message>
        <source>%1 moved; the balance is %2.</source>
        <translation>%1 gebucht; der Saldo ist %2.</translation>
    </message>
    <message>
        <source>The gift card %1 is empty. Pay in what it is to be worth.</source>
        <translation>Die Gutscheinkarte %1 ist leer. Zahlen Sie ein, was sie wert sein soll.</translation>
    </message>
    <message>
        <source>Import customers</source>
        <translation>Kunden importieren</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 customers added, %2 updated; %3 are as they were.</source>
        <translation>%1 Kunden angelegt, %2 geändert; %3 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>%1 customers would be added, %2 updated; %3 are as they were.</source>
        <translation>%1 Kunden würden angelegt, %2 geändert; %3 bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Import the file</source>
        <translation>Datei importieren</translation>
    </message>
    <message>
        <source>this is not another person&apos;s entry</source>
        <translation>das ist kein Eintrag einer anderen Person</translation>
    </message>
    <message>
        <source>Orders and money of &quot;%1&quot; will belong to &quot;%2&quot;, and the entry &quot;%1&quot; is gone.</source>
        <translation>Bestellungen und Geld von „%1“ gehören dann zu „%2“, und der Eintrag „%1“ ist weg.</translation>
    </message>
    <message>
        <source>Merge the two</source>
        <translation>Beide vereinen</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>Die Person wurde gelöscht.</translation>
    </message>
    <message>
        <source>The card has not answered yet. %1 come into the wallet as soon as it does: take nothing for it in another way.</source>
        <translation>Die Karte hat noch nicht geantwortet. %1 kommen auf das Guthaben, sobald sie es tut: Nehmen Sie dafür nichts auf anderem Weg.</translation>
    </message>
</context>
<context>
    <name>foyer::DailyBackup</name>
    <message>
        <source>Today&apos;s backup was made, but the box office is not sound: %1 Earlier backups are kept in %2.</source>
        <translation>Die heutige Sicherung ist gemacht, aber die Kasse ist nicht in Ordnung: %1 Frühere Sicherungen liegen in %2.</translation>
    </message>
    <message>
        <source>Today&apos;s backup did not work: %1 Earlier ones are kept in %2.</source>
        <translation>Die heutige Sicherung hat nicht geklappt: %1 Frühere liegen in %2.</translation>
    </message>
</context>
<context>
    <name>foyer::DiscountPanel</name>
    <message>
        <source>Discounts</source>
        <translation>Rabatte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the discounts</source>
        <translation>Die Rabatte schließen</translation>
    </message>
    <message>
        <source>Promo code</source>
        <translation>Aktionscode</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Benutzen</translation>
    </message>
    <message>
        <source>Use the promo code</source>
        <translation>Den Aktionscode benutzen</translation>
    </message>
    <message>
        <source>Discounts of the cart</source>
        <translation>Rabatte des Warenkorbs</translation>
    </message>
    <message>
        <source>Take it off the cart</source>
        <translation>Aus dem Warenkorb nehmen</translation>
    </message>
    <message>
        <source>Without a code: how much, for what, and why.</source>
        <translation>Ohne Code: wie viel, wofür und warum.</translation>
    </message>
    <message>
        <source>5 or 10 %</source>
        <translation>5 oder 10 %</translation>
    </message>
    <message>
        <source>Discount without a code: an amount or a percentage</source>
        <translation>Rabatt ohne Code: ein Betrag oder Prozentsatz</translation>
    </message>
    <message>
        <source>What the discount is for</source>
        <translation>Wofür der Rabatt gilt</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason of the discount</source>
        <translation>Grund des Rabatts</translation>
    </message>
    <message>
        <source>Give discount</source>
        <translation>Rabatt geben</translation>
    </message>
    <message>
        <source>waits for its tickets</source>
        <translation>wartet auf seine Karten</translation>
    </message>
    <message>
        <source>Whole cart</source>
        <translation>Alles</translation>
    </message>
</context>
<context>
    <name>foyer::DonePage</name>
    <message>
        <source>Next   ⏎</source>
        <translation>Weiter   ⏎</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Nächster Kunde</translation>
    </message>
    <message>
        <source>Print tickets</source>
        <translation>Karten drucken</translation>
    </message>
    <message>
        <source>Save PDF…</source>
        <translation>PDF speichern…</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>A4 paper</source>
        <translation>Papier A4</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>Rolle 80 mm</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open the PDF with the tickets</source>
        <translation>Das PDF mit den Karten öffnen</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message>
        <source>Change due</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>Kein Rückgeld</translation>
    </message>
    <message>
        <source>Nothing was to be paid</source>
        <translation>Es war nichts zu zahlen</translation>
    </message>
    <message numerus="yes">
        <source>Writing %n ticket(s)…</source>
        <translation>
            <numerusform>%n Karte wird geschrieben…</numerusform>
            <numerusform>%n Karten werden geschrieben…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Print %n ticket(s)</source>
        <translation>
            <numerusform>%n Karte drucken</numerusform>
            <numerusform>%n Karten drucken</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the tickets as PDF</source>
        <translation>Die Karten als PDF speichern</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>No program on this computer opens PDF files. The tickets are in %1.</source>
        <translation>Kein Programm auf diesem Rechner öffnet PDF-Dateien. Die Karten sind in %1.</translation>
    </message>
    <message>
        <source>The tickets are not on paper yet</source>
        <translation>Die Karten sind noch nicht auf Papier</translation>
    </message>
    <message>
        <source>The sale is complete, but its tickets were not written or printed. %1</source>
        <translation>Der Verkauf ist abgeschlossen, aber die Karten wurden nicht geschrieben oder gedruckt. %1</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>For %1</source>
        <translation>Für %1</translation>
    </message>
    <message>
        <source>Exchanged tickets %1</source>
        <translation>Umgetauschte Karten %1</translation>
    </message>
    <message>
        <source>%1 back to: %2</source>
        <translation>%1 zurück an: %2</translation>
    </message>
    <message>
        <source>Change was given</source>
        <translation>Rückgeld wurde gegeben</translation>
    </message>
</context>
<context>
    <name>foyer::DoorInbox</name>
    <message>
        <source>Every passage and every sale that the doors told of fits. What does not will stand here, with what can be done about it.</source>
        <translation>Alles passt, was die Türen an Durchgängen und Verkäufen berichtet haben. Was nicht passt, steht dann hier, mit dem, was man tun kann.</translation>
    </message>
    <message>
        <source>What does not fit</source>
        <translation>Was nicht passt</translation>
    </message>
    <message>
        <source>Whose wallet, or which gift card, gets the money?</source>
        <translation>Auf wessen Guthabenkonto oder welche Gutscheinkarte kommt das Geld?</translation>
    </message>
    <message>
        <source>Type the customer&apos;s name, or the gift card&apos;s code. A wallet is opened for whoever has none.</source>
        <translation>Name des Kunden oder Code der Gutscheinkarte eingeben. Wer noch kein Guthabenkonto hat, bekommt eins.</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Somebody else has settled this meanwhile.</source>
        <translation>Jemand anderes hat das inzwischen geklärt.</translation>
    </message>
    <message>
        <source>Let order %1 stand?</source>
        <translation>Bestellung %1 gelten lassen?</translation>
    </message>
    <message>
        <source>Its tickets admit from now on. Its places are taken from those of the house; where none is left, nothing happens.</source>
        <translation>Ihre Karten gelten ab jetzt. Die Plätze kommen aus denen des Hauses; wo keiner mehr frei ist, geschieht nichts.</translation>
    </message>
    <message>
        <source>Let the sale stand</source>
        <translation>Verkauf gelten lassen</translation>
    </message>
    <message>
        <source>Order %1 stands.</source>
        <translation>Bestellung %1 gilt.</translation>
    </message>
    <message>
        <source>The passage stays uncounted.</source>
        <translation>Der Durchgang bleibt ungezählt.</translation>
    </message>
    <message>
        <source>Give back what order %1 brought in?</source>
        <translation>Zurückgeben, was Bestellung %1 eingebracht hat?</translation>
    </message>
    <message>
        <source>Its tickets are void and admit nobody.</source>
        <translation>Ihre Karten sind ungültig und lassen niemanden ein.</translation>
    </message>
    <message>
        <source>Give %1 back</source>
        <translation>%1 zurückgeben</translation>
    </message>
    <message>
        <source>Order %1 is given back. %2</source>
        <translation>Bestellung %1 ist zurückgegeben. %2</translation>
    </message>
    <message>
        <source>Leave order %1 out for good?</source>
        <translation>Bestellung %1 endgültig weglassen?</translation>
    </message>
    <message>
        <source>It never becomes an order here: its tickets admit nobody, and its money stands in no book of this box office. Nobody can change this later.</source>
        <translation>Sie wird hier nie eine Bestellung: Ihre Karten lassen niemanden ein, und ihr Geld steht in keinem Buch dieser Kasse. Das lässt sich später nicht mehr ändern.</translation>
    </message>
    <message>
        <source>Leave the sale out</source>
        <translation>Verkauf weglassen</translation>
    </message>
    <message>
        <source>Order %1 is left out.</source>
        <translation>Bestellung %1 ist weggelassen.</translation>
    </message>
    <message>
        <source>Give what order %1 brought in as credit?</source>
        <translation>Was Bestellung %1 eingebracht hat, als Guthaben geben?</translation>
    </message>
    <message>
        <source>%1 goes to: %2.</source>
        <translation>%1 geht an: %2.</translation>
    </message>
    <message>
        <source>Credit %1</source>
        <translation>%1 gutschreiben</translation>
    </message>
    <message>
        <source>%1 is credited to: %2.</source>
        <translation>%1 ist gutgeschrieben: %2.</translation>
    </message>
</context>
<context>
    <name>foyer::DoorList</name>
    <message>
        <source>No machine is a door of this box office yet. &quot;foyerctl door add NAME&quot; gives out a code that makes one a door; it then scans and sells without a network.</source>
        <translation>Noch ist kein Gerät eine Tür dieser Kasse. „foyerctl door add NAME“ gibt einen Code aus, der eins dazu macht; es scannt und verkauft dann ohne Netz.</translation>
    </message>
    <message>
        <source>Doors and what they may sell</source>
        <translation>Türen und was sie verkaufen dürfen</translation>
    </message>
    <message>
        <source>Door</source>
        <translation>Tür</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Left to sell</source>
        <translation>Noch zu verkaufen</translation>
    </message>
    <message>
        <source>Sold</source>
        <translation>Verkauft</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>Give it places…</source>
        <translation>Plätze geben…</translation>
    </message>
    <message>
        <source>Sell the places here again…</source>
        <translation>Plätze wieder hier verkaufen…</translation>
    </message>
    <message>
        <source>heard %1</source>
        <translation>gehört %1</translation>
    </message>
    <message>
        <source>never heard</source>
        <translation>nie gehört</translation>
    </message>
    <message>
        <source>stopped: two machines spoke for it</source>
        <translation>gestoppt: zwei Geräte sprachen für sie</translation>
    </message>
    <message>
        <source>waits for the door to fetch it</source>
        <translation>wartet, bis die Tür es holt</translation>
    </message>
    <message>
        <source>the door has it</source>
        <translation>die Tür hat es</translation>
    </message>
    <message>
        <source>revoked</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>Revoke these places…</source>
        <translation>Diese Plätze entziehen…</translation>
    </message>
    <message>
        <source>Revoke all its places…</source>
        <translation>Alle ihre Plätze entziehen…</translation>
    </message>
    <message>
        <source>Revoke what %1 has of %2, %3?</source>
        <translation>Entziehen, was %1 von %2, %3 hat?</translation>
    </message>
    <message>
        <source>Revoke all places of %1?</source>
        <translation>Alle Plätze von %1 entziehen?</translation>
    </message>
    <message>
        <source>For a door that is lost. Nobody comes in with its tickets, but those whose sale is known here. Nothing brings the places back to it; what it sells all the same has to be settled.</source>
        <translation>Für eine verlorene Tür. Mit ihren Karten kommt niemand herein, außer denen, deren Verkauf hier bekannt ist. Sie bekommt die Plätze nicht wieder; was sie trotzdem verkauft, muss geklärt werden.</translation>
    </message>
    <message>
        <source>Revoke these places</source>
        <translation>Diese Plätze entziehen</translation>
    </message>
    <message>
        <source>Revoke all its places</source>
        <translation>Alle ihre Plätze entziehen</translation>
    </message>
    <message>
        <source>Nobody comes in with these tickets of %1 any more.</source>
        <translation>Mit diesen Karten von %1 kommt niemand mehr herein.</translation>
    </message>
    <message numerus="yes">
        <source>Sell %n place(s) of %1, %2 here again?</source>
        <translation>
            <numerusform>%n Platz von %1, %2 wieder hier verkaufen?</numerusform>
            <numerusform>%n Plätze von %1, %2 wieder hier verkaufen?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 may have sold them without anybody having heard of it: then two people have the same place. Whoever says yes takes that risk.</source>
        <translation>%1 kann sie verkauft haben, ohne dass es jemand gehört hat: Dann haben zwei Leute denselben Platz. Wer Ja sagt, trägt dieses Risiko.</translation>
    </message>
    <message>
        <source>Sell them here again</source>
        <translation>Wieder hier verkaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are for sale here again.</source>
        <translation>
            <numerusform>%n Platz ist wieder hier zu verkaufen.</numerusform>
            <numerusform>%n Plätze sind wieder hier zu verkaufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are %1&apos;s to sell, as soon as it has fetched them.</source>
        <translation>
            <numerusform>%n Platz verkauft ab jetzt %1, sobald die Tür ihn geholt hat.</numerusform>
            <numerusform>%n Plätze verkauft ab jetzt %1, sobald die Tür sie geholt hat.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DoorNotice</name>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>The box office is out of reach; it was heard at %1. You can go on scanning, and selling what is left here, for cash or on a card machine of its own.</source>
        <translation>Die Kasse ist nicht erreichbar; zuletzt gehört um %1. Sie können weiter scannen und verkaufen, was hier noch übrig ist, bar oder mit einem eigenen Kartengerät.</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) left to sell here.</source>
        <translation>
            <numerusform>Hier ist noch %n Platz zu verkaufen.</numerusform>
            <numerusform>Hier sind noch %n Plätze zu verkaufen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sale(s) wait to be sent.</source>
        <translation>
            <numerusform>%n Verkauf wartet auf das Senden.</numerusform>
            <numerusform>%n Verkäufe warten auf das Senden.</numerusform>
        </translation>
    </message>
    <message>
        <source>What happened here waits to be sent.</source>
        <translation>Was hier geschah, wartet auf das Senden.</translation>
    </message>
    <message>
        <source>The box office was heard at %1.</source>
        <translation>Die Kasse war zuletzt um %1 zu hören.</translation>
    </message>
    <message numerus="yes">
        <source>Foyer tries again in %n second(s).</source>
        <translation>
            <numerusform>Foyer versucht es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Foyer versucht es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The clock of this machine is %n minute(s) off; set it right.</source>
        <translation>
            <numerusform>Die Uhr dieses Geräts geht um %n Minute falsch; bitte stellen.</numerusform>
            <numerusform>Die Uhr dieses Geräts geht um %n Minuten falsch; bitte stellen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::DoorTabs</name>
    <message>
        <source>Scan</source>
        <translation>Scannen</translation>
    </message>
    <message>
        <source>To settle (%1)</source>
        <translation>Zu klären (%1)</translation>
    </message>
    <message>
        <source>To settle</source>
        <translation>Zu klären</translation>
    </message>
    <message numerus="yes">
        <source>%n passage(s) and sale(s) of doors do not fit</source>
        <translation>
            <numerusform>%n Durchgang oder Verkauf von Türen passt nicht</numerusform>
            <numerusform>%n Durchgänge und Verkäufe von Türen passen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>All doors</source>
        <translation>Alle Türen</translation>
    </message>
</context>
<context>
    <name>foyer::DoorsPage</name>
    <message>
        <source>Checking…</source>
        <translation>Wird geprüft…</translation>
    </message>
    <message>
        <source>Choose the event</source>
        <translation>Veranstaltung wählen</translation>
    </message>
    <message>
        <source>What is on at this door? Choose it above (F3), then scan.</source>
        <translation>Was läuft an dieser Tür? Oben wählen (F3), dann scannen.</translation>
    </message>
    <message>
        <source>Ready to scan</source>
        <translation>Bereit zum Scannen</translation>
    </message>
    <message>
        <source>Ready to scan people out</source>
        <translation>Bereit zum Hinausscannen</translation>
    </message>
    <message>
        <source>Scan a code, or type the ten characters below it.</source>
        <translation>Einen Code scannen oder die zehn Zeichen darunter tippen.</translation>
    </message>
    <message>
        <source>Scan or type a ticket (F2)</source>
        <translation>Karte scannen oder tippen (F2)</translation>
    </message>
    <message>
        <source>Scan or type a ticket</source>
        <translation>Karte scannen oder tippen</translation>
    </message>
    <message>
        <source>Event at this door</source>
        <translation>Veranstaltung an dieser Tür</translation>
    </message>
    <message>
        <source>Choose the event… (F3)</source>
        <translation>Veranstaltung wählen… (F3)</translation>
    </message>
    <message>
        <source>In</source>
        <translation>Herein</translation>
    </message>
    <message>
        <source>Out</source>
        <translation>Hinaus</translation>
    </message>
    <message>
        <source>The last ten</source>
        <translation>Die letzten zehn</translation>
    </message>
    <message>
        <source>Admitted</source>
        <translation>Eingelassen</translation>
    </message>
    <message>
        <source>Inside</source>
        <translation>Im Haus</translation>
    </message>
    <message>
        <source>Still expected</source>
        <translation>Noch erwartet</translation>
    </message>
</context>
<context>
    <name>foyer::EventList</name>
    <message>
        <source>Search events (F2)</source>
        <translation>Veranstaltung suchen (F2)</translation>
    </message>
    <message>
        <source>Search events</source>
        <translation>Veranstaltung suchen</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>No event fits this search.</source>
        <translation>Keine Veranstaltung passt zu dieser Suche.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message>
        <source>Nothing is on sale yet. Events are imported by a manager with foyerctl.</source>
        <translation>Noch ist nichts im Verkauf. Die Leitung liest Veranstaltungen mit foyerctl ein.</translation>
    </message>
    <message>
        <source>The archive is empty. Events go there some days after their end.</source>
        <translation>Das Archiv ist leer. Veranstaltungen kommen einige Tage nach ihrem Ende dorthin.</translation>
    </message>
    <message>
        <source>No event is over that is not in the archive.</source>
        <translation>Keine Veranstaltung ist vorbei und noch nicht im Archiv.</translation>
    </message>
</context>
<context>
    <name>foyer::EventScopeMenu</name>
    <message>
        <source>Events that are listed: %1</source>
        <translation>Gezeigte Veranstaltungen: %1</translation>
    </message>
</context>
<context>
    <name>foyer::ExchangeMode</name>
    <message>
        <source>Leave it   Esc</source>
        <translation>Lassen   Esc</translation>
    </message>
</context>
<context>
    <name>foyer::FirstRun</name>
    <message>
        <source>Foyer</source>
        <translation>Foyer</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Open the box office</source>
        <translation>Kasse öffnen</translation>
    </message>
    <message>
        <source>Next   ⏎</source>
        <translation>Weiter   ⏎</translation>
    </message>
</context>
<context>
    <name>foyer::FreeSide</name>
    <message>
        <source>Nothing is to be paid for these places.</source>
        <translation>Für diese Plätze ist nichts zu zahlen.</translation>
    </message>
    <message>
        <source>Complete   F9</source>
        <translation>Abschließen   F9</translation>
    </message>
    <message>
        <source>Complete the order without payment</source>
        <translation>Die Bestellung ohne Zahlung abschließen</translation>
    </message>
    <message>
        <source>As credit into the wallet of %1</source>
        <translation>Als Guthaben für %1</translation>
    </message>
</context>
<context>
    <name>foyer::GiveBackSide</name>
    <message>
        <source>%1 went back to the card.</source>
        <translation>%1 gingen auf die Karte zurück.</translation>
    </message>
    <message>
        <source>%1 could not be given back to the card. Tell a supervisor.</source>
        <translation>%1 ließen sich nicht auf die Karte zurückgeben. Sagen Sie einer Aufsicht Bescheid.</translation>
    </message>
    <message>
        <source>%1 is to be given back on the card machine.</source>
        <translation>%1 sind am Kartengerät zurückzugeben.</translation>
    </message>
    <message>
        <source>%1 goes back to the card by itself.</source>
        <translation>%1 gehen von selbst auf die Karte zurück.</translation>
    </message>
    <message>
        <source>Give back in cash</source>
        <translation>In bar zurückgeben</translation>
    </message>
    <message>
        <source>Give back on the card machine</source>
        <translation>Am Kartengerät zurückgeben</translation>
    </message>
    <message>
        <source>Next customer   ⏎</source>
        <translation>Nächster Kunde   ⏎</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>Nächster Kunde</translation>
    </message>
    <message>
        <source>If the card was charged after all, a supervisor gives that back, too.</source>
        <translation>Wurde von der Karte doch abgebucht, gibt eine Aufsicht auch das zurück.</translation>
    </message>
    <message>
        <source>If the card is charged after all, that goes back by itself, too.</source>
        <translation>Wird die Karte doch noch belastet, geht auch das von selbst zurück.</translation>
    </message>
    <message>
        <source>The places are free again.</source>
        <translation>Die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>%1 went back into the wallet.</source>
        <translation>%1 gingen zurück auf das Konto.</translation>
    </message>
    <message>
        <source>%1 went back onto the gift card.</source>
        <translation>%1 gingen zurück auf die Gutscheinkarte.</translation>
    </message>
</context>
<context>
    <name>foyer::GrantForm</name>
    <message>
        <source>Event and ticket type</source>
        <translation>Veranstaltung und Kartenart</translation>
    </message>
    <message>
        <source>Seats</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Stalls 5-12, Stalls 6-1..8</source>
        <translation>Parkett 5-12, Parkett 6-1..8</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Give the places</source>
        <translation>Plätze geben</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Which places does %1 get to sell?</source>
        <translation>Welche Plätze soll %1 verkaufen?</translation>
    </message>
    <message>
        <source>Which seats; a row up to a number as 6-1..8</source>
        <translation>Welche Plätze; eine Reihe bis zu einer Nummer als 6-1..8</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) are free here. What the door gets, nobody else sells, until the door gives it back.</source>
        <translation>
            <numerusform>%n Platz ist hier frei. Was die Tür bekommt, verkauft sonst niemand, bis die Tür es zurückgibt.</numerusform>
            <numerusform>%n Plätze sind hier frei. Was die Tür bekommt, verkauft sonst niemand, bis die Tür es zurückgibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No event of the coming week is on sale: doors are told of no later ones.</source>
        <translation>Keine Veranstaltung der kommenden Woche ist im Verkauf: Von späteren erfahren Türen nichts.</translation>
    </message>
</context>
<context>
    <name>foyer::HelpOverlay</name>
    <message>
        <source>Close the list</source>
        <translation>Die Liste schließen</translation>
    </message>
    <message>
        <source>Keys on this page</source>
        <translation>Tasten auf dieser Seite</translation>
    </message>
</context>
<context>
    <name>foyer::HomeStep</name>
    <message>
        <source>Try a demo
Three invented venues with a season and its sales; nothing in it is real</source>
        <translation>Eine Demo ausprobieren
Drei erfundene Häuser mit einer Spielzeit und ihren Verkäufen; nichts darin ist echt</translation>
    </message>
    <message>
        <source>Start a box office on this computer
One till; its data are in the file below</source>
        <translation>Eine Kasse auf diesem Rechner anlegen
Ein Verkaufsplatz; seine Daten liegen in der Datei unten</translation>
    </message>
    <message>
        <source>Use a server
Several tills sell the same house; the data are in PostgreSQL</source>
        <translation>Einen Server benutzen
Mehrere Kassen verkaufen dasselbe Haus; die Daten liegen in PostgreSQL</translation>
    </message>
    <message>
        <source>File of the box office on this computer</source>
        <translation>Datei der Kasse auf diesem Rechner</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>Andere Datei wählen…</translation>
    </message>
    <message>
        <source>Where is your box office?</source>
        <translation>Wo ist Ihre Kasse?</translation>
    </message>
    <message>
        <source>File of the box office</source>
        <translation>Datei der Kasse</translation>
    </message>
    <message>
        <source>Box offices (*.db)</source>
        <translation>Kassen (*.db)</translation>
    </message>
    <message>
        <source>Name a file for the box office.</source>
        <translation>Nennen Sie eine Datei für die Kasse.</translation>
    </message>
    <message>
        <source>No file can be made there. Choose a folder that you may write to.</source>
        <translation>Dort lässt sich keine Datei anlegen. Wählen Sie einen Ordner, in den Sie schreiben dürfen.</translation>
    </message>
</context>
<context>
    <name>foyer::HouseStep</name>
    <message>
        <source>Tax in it</source>
        <translation>Steuer darin</translation>
    </message>
    <message>
        <source>1. What is your venue called?</source>
        <translation>1. Wie heißt Ihr Veranstaltungsort?</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>2. What is the first event called?</source>
        <translation>2. Wie heißt die erste Veranstaltung?</translation>
    </message>
    <message>
        <source>3. On which day does it begin?</source>
        <translation>3. An welchem Tag beginnt sie?</translation>
    </message>
    <message>
        <source>At what time?</source>
        <translation>Um wie viel Uhr?</translation>
    </message>
    <message>
        <source>4. What do you sell first?</source>
        <translation>4. Was verkaufen Sie zuerst?</translation>
    </message>
    <message>
        <source>Places</source>
        <translation>Plätze</translation>
    </message>
    <message>
        <source>Price, tax included</source>
        <translation>Preis mit Steuer</translation>
    </message>
    <message>
        <source>Standing</source>
        <translation>Stehplatz</translation>
    </message>
    <message>
        <source>Your venue and its first event</source>
        <translation>Ihr Veranstaltungsort und seine erste Veranstaltung</translation>
    </message>
    <message>
        <source>Enter the name that tickets shall show.</source>
        <translation>Geben Sie den Namen ein, der auf den Karten stehen soll.</translation>
    </message>
    <message>
        <source>Choose a time zone of the list, like Europe/Berlin.</source>
        <translation>Wählen Sie eine Zeitzone der Liste, etwa Europe/Berlin.</translation>
    </message>
    <message>
        <source>Enter the name of the event.</source>
        <translation>Geben Sie den Namen der Veranstaltung ein.</translation>
    </message>
    <message>
        <source>This is in the past. Choose a day and time to come.</source>
        <translation>Das liegt in der Vergangenheit. Wählen Sie Tag und Uhrzeit, die noch kommen.</translation>
    </message>
    <message>
        <source>Enter a name for these tickets, like Standing.</source>
        <translation>Geben Sie diesen Karten einen Namen, etwa Stehplatz.</translation>
    </message>
    <message>
        <source>This is no amount. Enter it like %1.</source>
        <translation>Das ist kein Betrag. Geben Sie ihn ein wie %1.</translation>
    </message>
</context>
<context>
    <name>foyer::LanguageSettings</name>
    <message>
        <source>Language of this window</source>
        <translation>Sprache dieses Fensters</translation>
    </message>
    <message>
        <source>Like the computer</source>
        <translation>Wie der Rechner</translation>
    </message>
    <message>
        <source>Money, dates and numbers follow. Tickets are printed in the same language.</source>
        <translation>Geld, Daten und Zahlen richten sich danach. Karten werden in derselben Sprache gedruckt.</translation>
    </message>
</context>
<context>
    <name>foyer::LastSale</name>
    <message>
        <source>F1 shortcuts</source>
        <translation>F1 Tasten</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Noch einmal drucken</translation>
    </message>
    <message>
        <source>Last sale %1 · %2</source>
        <translation>Letzter Verkauf %1 · %2</translation>
    </message>
    <message>
        <source>Wrong tender</source>
        <translation>Zahlart ändern</translation>
    </message>
    <message numerus="yes">
        <source>%n open card payment(s)</source>
        <translation>
            <numerusform>%n offene Kartenzahlung</numerusform>
            <numerusform>%n offene Kartenzahlungen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::LevelChoice</name>
    <message>
        <source>%1, for the same money</source>
        <translation>%1, zum selben Preis</translation>
    </message>
    <message>
        <source>%1, give %2 back</source>
        <translation>%1, %2 zurückgeben</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>These tickets have no other price.</source>
        <translation>Diese Karten haben keinen anderen Preis.</translation>
    </message>
    <message>
        <source>%1, take %2…</source>
        <translation>%1, %2 annehmen…</translation>
    </message>
    <message>
        <source>The places stay. The tickets are replaced: print the new ones; those before admit nobody any more. What is given back goes to the cards and wallets first, then comes out of this drawer; what is to be paid can be paid in any way.</source>
        <translation>Die Plätze bleiben. Die Karten werden ersetzt: Bitte die neuen drucken, die alten lassen niemanden mehr ein. Was zurückgeht, geht zuerst an Karten und Guthaben, der Rest kommt aus dieser Lade; was zu zahlen ist, kann beliebig bezahlt werden.</translation>
    </message>
    <message>
        <source>What is given back goes into the wallet of %1</source>
        <translation>Was zurückgeht, kommt auf das Guthaben von %1</translation>
    </message>
</context>
<context>
    <name>foyer::LockSettings</name>
    <message>
        <source>Lock when nobody touches this till</source>
        <translation>Sperren, wenn niemand diese Kasse bedient</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>The cart, its countdown and a running payment go on behind the lock. Somebody else may sign in; your cart is parked then.</source>
        <translation>Warenkorb, Restzeit und eine laufende Zahlung laufen hinter der Sperre weiter. Jemand anderes darf sich anmelden; Ihr Warenkorb wird dann geparkt.</translation>
    </message>
    <message>
        <source>Lock now   Ctrl+L</source>
        <translation>Jetzt sperren   Strg+L</translation>
    </message>
</context>
<context>
    <name>foyer::MachineQuestion</name>
    <message>
        <source>Type %1 into the card machine</source>
        <translation>Geben Sie %1 am Kartengerät ein</translation>
    </message>
    <message>
        <source>Was %1 charged?</source>
        <translation>Wurden %1 abgebucht?</translation>
    </message>
    <message>
        <source>Was %1 charged after all?</source>
        <translation>Wurden %1 doch abgebucht?</translation>
    </message>
    <message>
        <source>Give %1 back on the card machine</source>
        <translation>Geben Sie %1 am Kartengerät zurück</translation>
    </message>
    <message>
        <source>%1 was paid by card</source>
        <translation>%1 wurden mit Karte bezahlt</translation>
    </message>
    <message>
        <source>Then say here what it shows. The number stands on its receipt.</source>
        <translation>Sagen Sie dann hier, was es anzeigt. Die Nummer steht auf seinem Beleg.</translation>
    </message>
    <message>
        <source>The till was interrupted while the card machine was asked. Look at its display or its last receipt.</source>
        <translation>Die Kasse wurde unterbrochen, während das Kartengerät gefragt war. Sehen Sie auf seine Anzeige oder seinen letzten Beleg.</translation>
    </message>
    <message>
        <source>Look it up in the card machine&apos;s own list of payments. The number stands on the receipt.</source>
        <translation>Sehen Sie in der Zahlungsliste des Kartengeräts nach. Die Nummer steht auf dem Beleg.</translation>
    </message>
    <message>
        <source>It stays on the list of open card payments until its receipt is there.</source>
        <translation>Es bleibt auf der Liste der offenen Kartenzahlungen, bis der Beleg da ist.</translation>
    </message>
    <message>
        <source>The number on the card machine&apos;s receipt proves it.</source>
        <translation>Die Nummer auf dem Beleg des Kartengeräts beweist es.</translation>
    </message>
    <message>
        <source>Receipt number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Receipt number of the card machine</source>
        <translation>Belegnummer des Kartengeräts</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>Genehmigt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Zurückgegeben</translation>
    </message>
    <message>
        <source>It was a card</source>
        <translation>Es war eine Karte</translation>
    </message>
    <message>
        <source>Declined or cancelled</source>
        <translation>Abgelehnt oder abgebrochen</translation>
    </message>
    <message>
        <source>Don&apos;t know</source>
        <translation>Unklar</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
</context>
<context>
    <name>foyer::MainWindow</name>
    <message>
        <source>This payment was interrupted before it was finished. Take the rest, or give the money back.</source>
        <translation>Diese Zahlung wurde unterbrochen, bevor sie fertig war. Nehmen Sie den Rest oder geben Sie das Geld zurück.</translation>
    </message>
    <message>
        <source>Foyer</source>
        <translation>Foyer</translation>
    </message>
    <message>
        <source>Sell</source>
        <translation>Verkauf</translation>
    </message>
    <message>
        <source>Statistics</source>
        <translation>Statistik</translation>
    </message>
    <message>
        <source>Sign in first, then scan again.</source>
        <translation>Melden Sie sich zuerst an und scannen Sie dann noch einmal.</translation>
    </message>
    <message>
        <source>Backups: the last %1…</source>
        <translation>Sicherungen: die letzte %1…</translation>
    </message>
    <message>
        <source>Backups: none yet…</source>
        <translation>Sicherungen: noch keine…</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>Töne</translation>
    </message>
    <message>
        <source>Session lock</source>
        <translation>Sitzungssperre</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Foyer: TRAINING</source>
        <translation>Foyer: ÜBUNG</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Kunden</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Doors</source>
        <translation>Einlass</translation>
    </message>
</context>
<context>
    <name>foyer::MapMenu</name>
    <message>
        <source>By status</source>
        <translation>Nach Status</translation>
    </message>
    <message>
        <source>By price</source>
        <translation>Nach Preis</translation>
    </message>
    <message>
        <source>By hold</source>
        <translation>Nach Sperrgrund</translation>
    </message>
    <message>
        <source>Keep or take out seats…</source>
        <translation>Plätze zurückhalten oder sperren…</translation>
    </message>
    <message>
        <source>What the map shows: %1</source>
        <translation>Was der Saalplan zeigt: %1</translation>
    </message>
</context>
<context>
    <name>foyer::MatterView</name>
    <message>
        <source>Let the sale stand</source>
        <translation>Verkauf gelten lassen</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>It becomes an order: the tickets admit, and their places are taken from those of the house.</source>
        <translation>Er wird eine Bestellung: Die Karten gelten, und die Plätze kommen aus denen des Hauses.</translation>
    </message>
    <message>
        <source>You have looked at it. The passage stays uncounted and leaves this list.</source>
        <translation>Das ist geprüft. Der Durchgang bleibt ungezählt und verlässt diese Liste.</translation>
    </message>
    <message>
        <source>Give back in cash</source>
        <translation>In bar zurückgeben</translation>
    </message>
    <message>
        <source>Give the money back</source>
        <translation>Geld zurückgeben</translation>
    </message>
    <message>
        <source>The sale is on record, its tickets are void, and the customer gets the money the way it was paid.</source>
        <translation>Der Verkauf steht in den Büchern, seine Karten sind ungültig, und der Kunde bekommt das Geld, wie er es bezahlt hat.</translation>
    </message>
    <message>
        <source>Give credit…</source>
        <translation>Gutschreiben…</translation>
    </message>
    <message>
        <source>The same, but the money goes to a customer&apos;s wallet or a gift card.</source>
        <translation>Dasselbe, aber das Geld geht auf ein Guthabenkonto oder eine Gutscheinkarte.</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>It never becomes an order here: its tickets admit nobody, and its money stands in no book of this box office.</source>
        <translation>Er wird hier nie eine Bestellung: Seine Karten lassen niemanden ein, und sein Geld steht in keinem Buch dieser Kasse.</translation>
    </message>
    <message>
        <source>Find the ticket</source>
        <translation>Karte finden</translation>
    </message>
    <message>
        <source>Opens its order.</source>
        <translation>Öffnet ihre Bestellung.</translation>
    </message>
</context>
<context>
    <name>foyer::MoneyForm</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Number on the card machine&apos;s receipt</source>
        <translation>Nummer auf dem Beleg des Kartengeräts</translation>
    </message>
    <message>
        <source>Who gets the money? Type a name, or a gift card&apos;s code.</source>
        <translation>Wer bekommt das Geld? Tippen Sie Name oder Gutscheincode.</translation>
    </message>
    <message>
        <source>Cancel   Esc</source>
        <translation>Abbrechen   Esc</translation>
    </message>
    <message>
        <source>Pay in for %1</source>
        <translation>Einzahlen für %1</translation>
    </message>
    <message>
        <source>Transfer from %1</source>
        <translation>Übertragen von %1</translation>
    </message>
    <message>
        <source>Pay out to %1</source>
        <translation>Auszahlen an %1</translation>
    </message>
    <message>
        <source>Balance %1</source>
        <translation>Saldo %1</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>An %1</translation>
    </message>
    <message>
        <source>Take %1 in cash   ⏎</source>
        <translation>%1 bar nehmen   ⏎</translation>
    </message>
    <message>
        <source>Pay out %1 in cash   ⏎</source>
        <translation>%1 bar auszahlen   ⏎</translation>
    </message>
    <message>
        <source>%1 went to a card</source>
        <translation>%1 gingen auf Karte</translation>
    </message>
    <message>
        <source>Transfer %1   ⏎</source>
        <translation>%1 übertragen   ⏎</translation>
    </message>
    <message>
        <source>The card machine&apos;s receipt has the number that is missing</source>
        <translation>Die fehlende Nummer steht auf dem Beleg des Kartengeräts</translation>
    </message>
    <message>
        <source>%1 has no wallet in %2. Open one first.</source>
        <translation>%1 hat kein Konto in %2. Erst eins anlegen.</translation>
    </message>
    <message>
        <source>Take %1 by card   F10</source>
        <translation>%1 mit Karte einzahlen   F10</translation>
    </message>
    <message>
        <source>Waiting for the card</source>
        <translation>Warten auf die Karte</translation>
    </message>
</context>
<context>
    <name>foyer::NumPad</name>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Die letzte Ziffer löschen</translation>
    </message>
</context>
<context>
    <name>foyer::NumberTile</name>
    <message>
        <source>nothing to compare with</source>
        <translation>nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>%1 against the days before</source>
        <translation>%1 gegenüber den Tagen davor</translation>
    </message>
</context>
<context>
    <name>foyer::OfferPanel</name>
    <message>
        <source>Choose an event on the left. Its seats and tickets are shown here.</source>
        <translation>Wählen Sie links eine Veranstaltung. Hier erscheinen ihre Plätze und Karten.</translation>
    </message>
</context>
<context>
    <name>foyer::OfflineNotice</name>
    <message numerus="yes">
        <source>Foyer tries again in %n second(s).</source>
        <translation>
            <numerusform>Foyer versucht es in %n Sekunde noch einmal.</numerusform>
            <numerusform>Foyer versucht es in %n Sekunden noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Foyer is trying again.</source>
        <translation>Foyer versucht es gerade noch einmal.</translation>
    </message>
    <message>
        <source>The database has not answered since %1. Events and seats can be looked at as they were then, and your cart is kept. Nothing can be reserved or paid until it is back; what is sold is safe.</source>
        <translation>Die Datenbank antwortet seit %1 nicht. Veranstaltungen und Plätze lassen sich auf dem Stand von da ansehen, Ihr Warenkorb bleibt erhalten. Reservieren und bezahlen geht erst wieder, wenn sie zurück ist; was verkauft ist, ist sicher.</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
</context>
<context>
    <name>foyer::OpenPaymentsPage</name>
    <message>
        <source>Every card payment of this till has its answer. Nothing is to be settled.</source>
        <translation>Jede Kartenzahlung dieser Kasse hat ihre Antwort. Es ist nichts zu klären.</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Open card payments</source>
        <translation>Offene Kartenzahlungen</translation>
    </message>
    <message>
        <source>Given back…</source>
        <translation>Zurückgegeben…</translation>
    </message>
    <message>
        <source>Settle…</source>
        <translation>Klären…</translation>
    </message>
    <message>
        <source>Settle %1</source>
        <translation>%1 klären</translation>
    </message>
    <message>
        <source>Open the sale</source>
        <translation>Verkauf öffnen</translation>
    </message>
    <message>
        <source>Let a supervisor settle it…</source>
        <translation>Von einer Aufsicht klären lassen…</translation>
    </message>
    <message>
        <source>The card did not take this back: it is still owed to the customer.</source>
        <translation>Die Bankkarte nahm dies nicht zurück: Es steht dem Kunden noch zu.</translation>
    </message>
    <message>
        <source>The card did not take this back: %1. It is still owed to the customer.</source>
        <translation>Die Bankkarte nahm dies nicht zurück: %1. Es steht dem Kunden noch zu.</translation>
    </message>
    <message>
        <source>Try the card again</source>
        <translation>Bankkarte noch einmal</translation>
    </message>
    <message>
        <source>Give %1 back to the card once more</source>
        <translation>%1 noch einmal an die Bankkarte zurückgeben</translation>
    </message>
    <message>
        <source>Give back in cash</source>
        <translation>In bar zurückgeben</translation>
    </message>
    <message>
        <source>Give %1 back in cash</source>
        <translation>%1 in bar zurückgeben</translation>
    </message>
    <message>
        <source>Into the wallet of %1</source>
        <translation>Auf das Guthaben von %1</translation>
    </message>
</context>
<context>
    <name>foyer::OrderList</name>
    <message>
        <source>Order, ticket, seat, name or day (F2)</source>
        <translation>Bestellung, Karte, Platz, Name oder Tag (F2)</translation>
    </message>
    <message>
        <source>Search orders by number, ticket, code, seat, name, e-mail, phone or day</source>
        <translation>Bestellungen suchen nach Nummer, Karte, Code, Platz, Name, E-Mail, Telefon oder Tag</translation>
    </message>
    <message>
        <source>Orders found</source>
        <translation>Gefunden</translation>
    </message>
    <message>
        <source>No order fits. Try a part of the number, a ticket&apos;s number, a seat such as &quot;Stalls 5-12&quot;, a name or a day.</source>
        <translation>Keine Bestellung passt. Versuchen Sie einen Teil der Nummer, eine Kartennummer, einen Platz wie „Parkett 5-12“, einen Namen oder einen Tag.</translation>
    </message>
</context>
<context>
    <name>foyer::OrderQuestion</name>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
</context>
<context>
    <name>foyer::OrderView</name>
    <message>
        <source>Tickets of the order</source>
        <translation>Karten der Bestellung</translation>
    </message>
    <message>
        <source>Print again…</source>
        <translation>Neu drucken…</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>Refund %n ticket(s)…</source>
        <translation>
            <numerusform>%n Karte erstatten…</numerusform>
            <numerusform>%n Karten erstatten…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n…</source>
        <translation>
            <numerusform>%n sperren…</numerusform>
            <numerusform>%n sperren…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reinstate %n</source>
        <translation>
            <numerusform>%n entsperren</numerusform>
            <numerusform>%n entsperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Give %1 in cash…</source>
        <translation>%1 bar geben…</translation>
    </message>
    <message>
        <source>Other price…</source>
        <translation>Anderer Preis…</translation>
    </message>
    <message numerus="yes">
        <source>Pass %n on…</source>
        <translation>
            <numerusform>%n weitergeben …</numerusform>
            <numerusform>%n weitergeben …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exchange %n…</source>
        <translation>
            <numerusform>%n umtauschen …</numerusform>
            <numerusform>%n umtauschen …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::OrdersPage</name>
    <message>
        <source>Choose an order on the left, or search for one: by its number, a ticket&apos;s number or code, a seat, a name or a day.</source>
        <translation>Wählen Sie links eine Bestellung oder suchen Sie eine: nach Nummer, Kartennummer oder Code, Platz, Name oder Tag.</translation>
    </message>
    <message numerus="yes">
        <source>Refund %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>%n Karte der Bestellung %1 erstatten?</numerusform>
            <numerusform>%n Karten der Bestellung %1 erstatten?</numerusform>
        </translation>
    </message>
    <message>
        <source>The tickets become void and their places free again.</source>
        <translation>Die Karten werden ungültig und ihre Plätze wieder frei.</translation>
    </message>
    <message>
        <source>Refund %1</source>
        <translation>Erstattung %1</translation>
    </message>
    <message>
        <source>Keep the places closed: nobody can buy them</source>
        <translation>Die Plätze geschlossen halten: Niemand kann sie kaufen</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>%n Karte der Bestellung %1 sperren?</numerusform>
            <numerusform>%n Karten der Bestellung %1 sperren?</numerusform>
        </translation>
    </message>
    <message>
        <source>They admit nobody until they are reinstated. Their places stay sold, and no money moves.</source>
        <translation>Sie lassen niemanden ein, bis sie entsperrt werden. Ihre Plätze bleiben verkauft, und kein Geld fließt.</translation>
    </message>
    <message numerus="yes">
        <source>Revoke %n ticket(s)</source>
        <translation>
            <numerusform>%n Karte sperren</numerusform>
            <numerusform>%n Karten sperren</numerusform>
        </translation>
    </message>
    <message>
        <source>Give what the bank would not take back in cash?</source>
        <translation>Bar geben, was die Bank nicht zurücknehmen wollte?</translation>
    </message>
    <message>
        <source>It comes out of this drawer, and the card gets nothing more.</source>
        <translation>Es kommt aus dieser Kassenlade, und die Karte bekommt nichts mehr.</translation>
    </message>
    <message>
        <source>Give %1 in cash</source>
        <translation>%1 bar geben</translation>
    </message>
    <message>
        <source>Give %1 out of the drawer.</source>
        <translation>Geben Sie %1 aus der Kassenlade.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) passed on to %1. The codes before admit nobody any more: print them again.</source>
        <translation>
            <numerusform>%n Karte an %1 weitergegeben. Der bisherige Code lässt niemanden mehr ein: Drucken Sie sie neu.</numerusform>
            <numerusform>%n Karten an %1 weitergegeben. Die bisherigen Codes lassen niemanden mehr ein: Drucken Sie sie neu.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) revoked. They can be reinstated here.</source>
        <translation>
            <numerusform>%n Karte gesperrt. Hier lässt sie sich entsperren.</numerusform>
            <numerusform>%n Karten gesperrt. Hier lassen sie sich entsperren.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) reinstated.</source>
        <translation>
            <numerusform>%n Karte entsperrt.</numerusform>
            <numerusform>%n Karten entsperrt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Another price for %n ticket(s) of order %1?</source>
        <translation>
            <numerusform>Anderer Preis für %n Karte der Bestellung %1?</numerusform>
            <numerusform>Anderer Preis für %n Karten der Bestellung %1?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) passed on to %1, who gets them when registering with it. The codes before admit nobody any more: print them again.</source>
        <translation>
            <numerusform>%n Karte weitergegeben an %1; wer sich damit anmeldet, bekommt sie. Der alte Code lässt niemanden mehr ein: bitte neu drucken.</numerusform>
            <numerusform>%n Karten weitergegeben an %1; wer sich damit anmeldet, bekommt sie. Die alten Codes lassen niemanden mehr ein: bitte neu drucken.</numerusform>
        </translation>
    </message>
    <message>
        <source>As credit into the wallet of %1 instead</source>
        <translation>Stattdessen als Guthaben für %1</translation>
    </message>
    <message numerus="yes">
        <source>Pass %n ticket(s) on to</source>
        <translation>
            <numerusform>%n Karte weitergeben an</numerusform>
            <numerusform>%n Karten weitergeben an</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::PaperPanel</name>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Printers…</source>
        <translation>Drucker…</translation>
    </message>
    <message>
        <source>Print tickets again</source>
        <translation>Karten noch einmal drucken</translation>
    </message>
    <message>
        <source>Print tickets</source>
        <translation>Karten drucken</translation>
    </message>
    <message>
        <source>Print receipt again</source>
        <translation>Beleg noch einmal drucken</translation>
    </message>
    <message>
        <source>Print receipt</source>
        <translation>Beleg drucken</translation>
    </message>
    <message>
        <source>Choose a printer for receipts first, under Printers</source>
        <translation>Wählen Sie zuerst unter „Drucker“ einen Drucker für Belege</translation>
    </message>
    <message>
        <source>Waiting for %1, printed so far: %2 of %3</source>
        <translation>Warten auf %1, bisher gedruckt: %2 von %3</translation>
    </message>
    <message>
        <source>Printing on %1: %2 of %3</source>
        <translation>Druck auf %1: %2 von %3</translation>
    </message>
    <message>
        <source>Printed</source>
        <translation>Gedruckt</translation>
    </message>
    <message>
        <source>Tickets go to %1</source>
        <translation>Karten gehen an %1</translation>
    </message>
    <message>
        <source>No ticket printer is set up; tickets are PDF files</source>
        <translation>Kein Kartendrucker ist eingerichtet; Karten sind PDF-Dateien</translation>
    </message>
    <message>
        <source>A4 paper</source>
        <translation>Papier A4</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>foyer::ParkedPanel</name>
    <message>
        <source>Parked carts</source>
        <translation>Geparkte Körbe</translation>
    </message>
    <message>
        <source>No cart is parked. F4 sets the present cart aside, with its places reserved, for this or another till.</source>
        <translation>Kein Warenkorb ist geparkt. F4 legt den jetzigen mit seinen reservierten Plätzen beiseite, für diese oder eine andere Kasse.</translation>
    </message>
    <message>
        <source>Name, to find it again</source>
        <translation>Name, um ihn wiederzufinden</translation>
    </message>
    <message>
        <source>Name of the parked cart</source>
        <translation>Name des geparkten Warenkorbs</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the list of parked carts</source>
        <translation>Die Liste der geparkten Warenkörbe schließen</translation>
    </message>
    <message>
        <source>Give its places back</source>
        <translation>Plätze zurückgeben</translation>
    </message>
    <message>
        <source>time is over</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s)</source>
        <translation>
            <numerusform>%n Karte</numerusform>
            <numerusform>%n Karten</numerusform>
        </translation>
    </message>
    <message>
        <source>Take up   ⏎</source>
        <translation>Übernehmen   ⏎</translation>
    </message>
    <message>
        <source>Reserve again   ⏎</source>
        <translation>Wieder reservieren   ⏎</translation>
    </message>
</context>
<context>
    <name>foyer::PayPad</name>
    <message>
        <source>Amount given</source>
        <translation>Gegebener Betrag</translation>
    </message>
    <message>
        <source>Given</source>
        <translation>Gegeben</translation>
    </message>
    <message>
        <source>Test card</source>
        <translation>Testkarte</translation>
    </message>
    <message>
        <source>is approved</source>
        <translation>wird angenommen</translation>
    </message>
    <message>
        <source>is declined</source>
        <translation>wird abgelehnt</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>schlägt fehl</translation>
    </message>
    <message>
        <source>Cash, exactly %1</source>
        <translation>Bar, genau %1</translation>
    </message>
    <message>
        <source>Cash %1, change %2</source>
        <translation>Bar %1, Rückgeld %2</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Rückgeld</translation>
    </message>
    <message>
        <source>then still due</source>
        <translation>danach noch offen</translation>
    </message>
    <message>
        <source>Cash %1   F9</source>
        <translation>Bar %1   F9</translation>
    </message>
    <message>
        <source>Card %1   F10</source>
        <translation>Karte %1   F10</translation>
    </message>
    <message>
        <source>Take %1 in cash</source>
        <translation>%1 in bar nehmen</translation>
    </message>
    <message>
        <source>Charge %1 to a card</source>
        <translation>%1 von einer Karte abbuchen</translation>
    </message>
    <message>
        <source>A card is never charged more than is due</source>
        <translation>Von einer Karte wird nie mehr abgebucht, als offen ist</translation>
    </message>
    <message>
        <source>answers too late</source>
        <translation>antwortet zu spät</translation>
    </message>
    <message>
        <source>Wallet or gift card   F11</source>
        <translation>Konto oder Gutscheinkarte   F11</translation>
    </message>
</context>
<context>
    <name>foyer::PayPage</name>
    <message>
        <source>To pay</source>
        <translation>Zu zahlen</translation>
    </message>
    <message>
        <source>Still due</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>Cancel the sale   Esc</source>
        <translation>Verkauf abbrechen   Esc</translation>
    </message>
    <message>
        <source>Back to the cart   Esc</source>
        <translation>Zum Warenkorb   Esc</translation>
    </message>
    <message>
        <source>Waiting for the card</source>
        <translation>Warten auf die Karte</translation>
    </message>
    <message>
        <source>Serve the next customer</source>
        <translation>Nächsten Kunden bedienen</translation>
    </message>
    <message>
        <source>Back to the cart</source>
        <translation>Zum Warenkorb</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This frees the places and gives back whatever was or will be paid.</source>
        <translation>Das gibt die Plätze frei und alles zurück, was bezahlt wurde oder noch wird.</translation>
    </message>
    <message>
        <source>Cancel the sale</source>
        <translation>Verkauf abbrechen</translation>
    </message>
    <message>
        <source>%1 is in already. Giving it back frees the places.</source>
        <translation>%1 sind schon bezahlt. Die Rückgabe macht die Plätze frei.</translation>
    </message>
    <message>
        <source>Give %1 back</source>
        <translation>%1 zurückgeben</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the card was charged %1. The places stay reserved until a supervisor settles it. If you take cash instead, what the card paid is given back.</source>
        <translation>Noch weiß niemand, ob von der Karte %1 abgebucht wurden. Die Plätze bleiben reserviert, bis eine Aufsicht das klärt. Nehmen Sie stattdessen Bargeld, wird zurückgegeben, was die Karte bezahlt hat.</translation>
    </message>
    <message>
        <source>The card has not answered yet. Foyer keeps asking, and the places stay reserved. If you take cash instead, %1 go back to the card by themselves, should it be charged.</source>
        <translation>Die Karte hat noch nicht geantwortet. Foyer fragt weiter, und die Plätze bleiben reserviert. Nehmen Sie stattdessen Bargeld und wird doch noch abgebucht, gehen %1 von selbst auf die Karte zurück.</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
</context>
<context>
    <name>foyer::PinPad</name>
    <message>
        <source>Erase all digits</source>
        <translation>Alle Ziffern löschen</translation>
    </message>
    <message>
        <source>Erase the last digit</source>
        <translation>Die letzte Ziffer löschen</translation>
    </message>
    <message>
        <source>PIN, %1 of %2 digits</source>
        <translation>PIN, %1 von %2 Ziffern</translation>
    </message>
</context>
<context>
    <name>foyer::PlacesChart</name>
    <message>
        <source>capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>reserved</source>
        <translation>reserviert</translation>
    </message>
    <message>
        <source>%1: %2 sold, %3 reserved, capacity %4</source>
        <translation>%1: %2 verkauft, %3 reserviert, Kapazität %4</translation>
    </message>
    <message>
        <source>Reserved and sold places</source>
        <translation>Reservierte und verkaufte Plätze</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>ausverkauft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>foyer::PrintPreview</name>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>What will be printed</source>
        <translation>Was gedruckt wird</translation>
    </message>
    <message>
        <source>Close preview</source>
        <translation>Vorschau schließen</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>%1 of %2 on %3</source>
        <extracomment>2 of 6 on Counter printer</extracomment>
        <translation>%1 von %2 auf %3</translation>
    </message>
</context>
<context>
    <name>foyer::PrintTroubleBar</name>
    <message>
        <source>Other printer</source>
        <translation>Anderer Drucker</translation>
    </message>
    <message numerus="yes">
        <source>Waiting: %n print job(s), the first is %1.</source>
        <translation>
            <numerusform>Es wartet %n Druckauftrag: %1.</numerusform>
            <numerusform>Es warten %n Druckaufträge, der erste ist %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Print on %1</source>
        <translation>Auf %1 drucken</translation>
    </message>
    <message>
        <source>Do not print what waits here (tickets stay as PDF files)</source>
        <translation>Nicht drucken, was hier wartet (Karten bleiben als PDF-Dateien)</translation>
    </message>
</context>
<context>
    <name>foyer::PrinterSettings</name>
    <message>
        <source>Name in the system</source>
        <translation>Name im System</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Add a printer</source>
        <translation>Drucker hinzufügen</translation>
    </message>
    <message>
        <source>Remove this printer</source>
        <translation>Diesen Drucker entfernen</translation>
    </message>
    <message>
        <source>Receipt printer on the network</source>
        <translation>Bondrucker im Netz</translation>
    </message>
    <message>
        <source>Receipt printer on a device file (USB)</source>
        <translation>Bondrucker an einer Gerätedatei (USB)</translation>
    </message>
    <message>
        <source>Receipt printer behind CUPS, raw</source>
        <translation>Bondrucker über CUPS, Rohdaten</translation>
    </message>
    <message>
        <source>Printer of the system, with its driver</source>
        <translation>Drucker des Systems, mit seinem Treiber</translation>
    </message>
    <message>
        <source>Says whether it can print (paper, cover)</source>
        <translation>Sagt, ob er drucken kann (Papier, Klappe)</translation>
    </message>
    <message>
        <source>A cash drawer hangs on it</source>
        <translation>Eine Kassenlade hängt daran</translation>
    </message>
    <message>
        <source>Print a test page</source>
        <translation>Testseite drucken</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Print tickets as soon as a sale is complete</source>
        <translation>Karten drucken, sobald ein Verkauf abgeschlossen ist</translation>
    </message>
    <message>
        <source>No receipts</source>
        <translation>Keine Belege</translation>
    </message>
    <message>
        <source>Receipts when somebody asks for one</source>
        <translation>Belege auf Wunsch</translation>
    </message>
    <message>
        <source>A receipt for every sale</source>
        <translation>Ein Beleg für jeden Verkauf</translation>
    </message>
    <message>
        <source>Open the drawer whenever cash comes or goes</source>
        <translation>Die Kassenlade öffnen, wenn Bargeld kommt oder geht</translation>
    </message>
    <message>
        <source>Printer for tickets</source>
        <translation>Drucker für Karten</translation>
    </message>
    <message>
        <source>Printer for receipts</source>
        <translation>Drucker für Belege</translation>
    </message>
    <message>
        <source>When receipts are printed</source>
        <translation>Wann Belege gedruckt werden</translation>
    </message>
    <message>
        <source>Tickets</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Belege</translation>
    </message>
    <message>
        <source>Printer %1</source>
        <translation>Drucker %1</translation>
    </message>
    <message>
        <source>80 mm roll</source>
        <translation>Rolle 80 mm</translation>
    </message>
    <message>
        <source>80 mm roll, 64 mm printed</source>
        <translation>Rolle 80 mm, bedruckt 64 mm</translation>
    </message>
    <message>
        <source>58 mm roll</source>
        <translation>Rolle 58 mm</translation>
    </message>
    <message>
        <source>A4 paper</source>
        <translation>Papier A4</translation>
    </message>
    <message>
        <source>PDF files only</source>
        <translation>Nur PDF-Dateien</translation>
    </message>
    <message>
        <source>Not printed</source>
        <translation>Nicht gedruckt</translation>
    </message>
    <message>
        <source>No printer is set up. Tickets are kept as PDF files; add a printer to have them on paper.</source>
        <translation>Kein Drucker ist eingerichtet. Karten werden als PDF-Dateien aufgehoben; fügen Sie einen Drucker hinzu, um sie auf Papier zu haben.</translation>
    </message>
    <message>
        <source>Printing a test page on %1…</source>
        <translation>Testseite wird auf %1 gedruckt…</translation>
    </message>
    <message>
        <source>%1 printed a test page.</source>
        <translation>%1 hat eine Testseite gedruckt.</translation>
    </message>
</context>
<context>
    <name>foyer::Program</name>
    <message>
        <source>Opening the box office…</source>
        <translation>Die Kasse wird geöffnet…</translation>
    </message>
    <message>
        <source>Setting up the box office…</source>
        <translation>Die Kasse wird eingerichtet…</translation>
    </message>
    <message>
        <source>Making a demo box office: three venues, forty events and two months of sales…</source>
        <translation>Eine Demo-Kasse wird angelegt: drei Häuser, vierzig Veranstaltungen und Verkäufe aus zwei Monaten…</translation>
    </message>
    <message>
        <source>Till 1</source>
        <translation>Kasse 1</translation>
    </message>
    <message>
        <source>This database holds no box office yet, or one that an older Foyer made. Set it up now? What is in it is kept.</source>
        <translation>Diese Datenbank enthält noch keine Kasse, oder eine aus einem älteren Foyer. Jetzt einrichten? Was darin ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Set up the box office</source>
        <translation>Kasse einrichten</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Copying the box office for training…</source>
        <translation>Die Kasse wird zum Üben kopiert…</translation>
    </message>
    <message>
        <source>The training window could not be started. Start it by hand with: foyer --training</source>
        <translation>Das Übungsfenster ließ sich nicht starten. Starten Sie es von Hand mit: foyer --training</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Scanner</translation>
    </message>
    <message>
        <source>Start-up</source>
        <translation>Programmstart</translation>
    </message>
    <message>
        <source>Promo codes</source>
        <translation>Aktionscodes</translation>
    </message>
</context>
<context>
    <name>foyer::PromoForm</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>5 or 10 %</source>
        <translation>5 oder 10 %</translation>
    </message>
    <message>
        <source>No ticket below, or empty</source>
        <translation>Keine Karte unter, oder leer</translation>
    </message>
    <message>
        <source>First day, or empty</source>
        <translation>Erster Tag, oder leer</translation>
    </message>
    <message>
        <source>Last day, or empty</source>
        <translation>Letzter Tag, oder leer</translation>
    </message>
    <message>
        <source>Uses in all, or empty</source>
        <translation>Einlösungen insgesamt, oder leer</translation>
    </message>
    <message>
        <source>Each customer, or empty</source>
        <translation>Je Kunde, oder leer</translation>
    </message>
    <message>
        <source>Event that the code is for</source>
        <translation>Veranstaltung, für die der Code gilt</translation>
    </message>
    <message>
        <source>Ticket type that the code is for</source>
        <translation>Kartenart, für die der Code gilt</translation>
    </message>
    <message>
        <source>Take the amount off each ticket, not off the order</source>
        <translation>Den Betrag von jeder Karte abziehen, nicht von der Bestellung</translation>
    </message>
    <message>
        <source>Not together with other codes</source>
        <translation>Nicht zusammen mit anderen Codes</translation>
    </message>
    <message>
        <source>Make the code</source>
        <translation>Code anlegen</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>event, when</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All ticket types</source>
        <translation>Alle Kartenarten</translation>
    </message>
</context>
<context>
    <name>foyer::PromoSection</name>
    <message>
        <source>Promo codes</source>
        <translation>Aktionscodes</translation>
    </message>
    <message>
        <source>End the code</source>
        <translation>Code beenden</translation>
    </message>
    <message>
        <source>There is no promo code yet.</source>
        <translation>Es gibt noch keinen Aktionscode.</translation>
    </message>
    <message>
        <source>A code is entered in the cart (F8).</source>
        <translation>Ein Code wird im Warenkorb eingegeben (F8).</translation>
    </message>
    <message>
        <source>A manager makes and ends codes.</source>
        <translation>Codes anlegen und beenden kann die Leitung.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und noch %n</numerusform>
            <numerusform>und noch %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No order has used it yet.</source>
        <translation>Noch keine Bestellung hat ihn benutzt.</translation>
    </message>
</context>
<context>
    <name>foyer::Rail</name>
    <message>
        <source>Signed in: %1</source>
        <translation>Angemeldet: %1</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Training on a copy…</source>
        <translation>Auf einer Kopie üben…</translation>
    </message>
    <message>
        <source>Lock   Ctrl+L</source>
        <translation>Sperren   Strg+L</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) to settle</source>
        <translation>
            <numerusform>%n Sache zu klären</numerusform>
            <numerusform>%n Sachen zu klären</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ReportView</name>
    <message>
        <source>Print the report</source>
        <translation>Den Bericht drucken</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF speichern</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
</context>
<context>
    <name>foyer::ReservationView</name>
    <message>
        <source>being paid</source>
        <translation>wird bezahlt</translation>
    </message>
    <message>
        <source>reserved until %1</source>
        <translation>reserviert bis %1</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>expired %1</source>
        <translation>abgelaufen %1</translation>
    </message>
    <message>
        <source>at the counter</source>
        <translation>an der Kasse</translation>
    </message>
    <message>
        <source>in a web shop</source>
        <translation>in einem Webshop</translation>
    </message>
    <message>
        <source>at a door</source>
        <translation>an einer Tür</translation>
    </message>
    <message>
        <source>Reservation, %1</source>
        <translation>Reservierung, %1</translation>
    </message>
    <message>
        <source>Made %1 %2</source>
        <translation>Angelegt %1 %2</translation>
    </message>
    <message>
        <source>No order came of it. Its number for the web shop is %1.</source>
        <translation>Es wurde keine Bestellung daraus. Ihre Nummer für den Webshop ist %1.</translation>
    </message>
    <message>
        <source>Reservation</source>
        <translation>Reservierung</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Platz</numerusform>
            <numerusform>%n Plätze</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ScanPanel</name>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Order %1</source>
        <translation>Bestellung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) · %1</source>
        <translation>
            <numerusform>%n Karte · %1</numerusform>
            <numerusform>%n Karten · %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Genuine and valid</source>
        <translation>Echt und gültig</translation>
    </message>
    <message>
        <source>Valid number (only the code proves that it is genuine)</source>
        <translation>Gültige Nummer (nur der Code beweist, dass die Karte echt ist)</translation>
    </message>
    <message>
        <source>Scanned</source>
        <translation>Gescannt</translation>
    </message>
    <message>
        <source>Show the order</source>
        <translation>Bestellung zeigen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Promo code %1</source>
        <translation>Aktionscode %1</translation>
    </message>
    <message>
        <source>Scanned on the page Sell, it goes into the cart.</source>
        <translation>Auf der Seite Verkauf gescannt, kommt er in den Warenkorb.</translation>
    </message>
</context>
<context>
    <name>foyer::ScannerSettings</name>
    <message>
        <source>The scanner cannot be reached: %1. Foyer tries again by itself.</source>
        <translation>Der Scanner ist nicht erreichbar: %1. Foyer versucht es von selbst noch einmal.</translation>
    </message>
    <message>
        <source>The scanner types like a keyboard</source>
        <translation>Der Scanner tippt wie eine Tastatur</translation>
    </message>
    <message>
        <source>The scanner is at a serial port</source>
        <translation>Der Scanner hängt an einer seriellen Schnittstelle</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Longest time between two keys</source>
        <translation>Längste Zeit zwischen zwei Tasten</translation>
    </message>
    <message>
        <source>Sent before each code</source>
        <translation>Vor jedem Code gesendet</translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation>Nach jedem Code gesendet</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>Serielle Schnittstelle</translation>
    </message>
    <message>
        <source>Speed in baud</source>
        <translation>Geschwindigkeit in Baud</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Nichts</translation>
    </message>
    <message>
        <source>Scan any code now to see what arrives.</source>
        <translation>Scannen Sie jetzt irgendeinen Code, um zu sehen, was ankommt.</translation>
    </message>
    <message>
        <source>Keys as they came</source>
        <translation>Tasten, wie sie kamen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>foyer::SeatLegend</name>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>%1 mine</source>
        <translation>%1 meine</translation>
    </message>
    <message>
        <source>%1 held</source>
        <translation>%1 reserviert</translation>
    </message>
    <message>
        <source>%1 sold</source>
        <translation>%1 verkauft</translation>
    </message>
    <message>
        <source>%1 house</source>
        <translation>%1 Haus</translation>
    </message>
    <message>
        <source>%1 out of sale</source>
        <translation>%1 gesperrt</translation>
    </message>
    <message>
        <source>%1 not for sale</source>
        <translation>%1 nicht im Verkauf</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>barrierefrei</translation>
    </message>
    <message>
        <source>%1: %2 free</source>
        <translation>%1: %2 frei</translation>
    </message>
</context>
<context>
    <name>foyer::SeatMapModel</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>in this cart</source>
        <translation>in diesem Warenkorb</translation>
    </message>
    <message>
        <source>held at another till</source>
        <translation>an einer anderen Kasse reserviert</translation>
    </message>
    <message>
        <source>sold</source>
        <translation>verkauft</translation>
    </message>
    <message>
        <source>kept for the house</source>
        <translation>für das Haus zurückgehalten</translation>
    </message>
    <message>
        <source>out of sale</source>
        <translation>gesperrt</translation>
    </message>
    <message>
        <source>not for sale here</source>
        <translation>hier nicht im Verkauf</translation>
    </message>
</context>
<context>
    <name>foyer::SeatMapView</name>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
</context>
<context>
    <name>foyer::SeatOffer</name>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Preis</translation>
    </message>
    <message>
        <source>Seat map</source>
        <translation>Saalplan</translation>
    </message>
    <message>
        <source>Any category</source>
        <translation>Jede Kategorie</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Accessible seats</source>
        <translation>Barrierefreie Plätze</translation>
    </message>
    <message>
        <source>This seat cannot be sold: %1.</source>
        <translation>Dieser Platz lässt sich nicht verkaufen: %1.</translation>
    </message>
    <message>
        <source>accessible</source>
        <translation>barrierefrei</translation>
    </message>
    <message>
        <source>Only free seats can be kept. This one is not: %1.</source>
        <translation>Nur freie Plätze lassen sich zurückhalten. Dieser ist es nicht: %1.</translation>
    </message>
    <message>
        <source>Say why first, then paint the seats.</source>
        <translation>Nennen Sie zuerst den Grund und markieren Sie dann die Plätze.</translation>
    </message>
</context>
<context>
    <name>foyer::SellPage</name>
    <message>
        <source>%1 were taken at another till.</source>
        <translation>Eine andere Kasse war schneller: %1.</translation>
    </message>
    <message>
        <source>The cart was emptied.</source>
        <translation>Der Warenkorb wurde geleert.</translation>
    </message>
    <message>
        <source>Reserve it again</source>
        <translation>Wieder reservieren</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could not be reserved again: somebody else has the places now.</source>
        <translation>
            <numerusform>%n Karte konnte nicht wieder reserviert werden: Den Platz hat jetzt jemand anderes.</numerusform>
            <numerusform>%n Karten konnten nicht wieder reserviert werden: Die Plätze hat jetzt jemand anderes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Your %1 minutes are over and the places are free again.</source>
        <translation>Ihre %1 Minuten sind um, die Plätze sind wieder frei.</translation>
    </message>
    <message>
        <source>Reserve again</source>
        <translation>Wieder reservieren</translation>
    </message>
    <message numerus="yes">
        <source>So many are not free side by side. They sit in %n group(s), close to each other.</source>
        <translation>
            <numerusform>So viele sind nebeneinander nicht frei. Sie sitzen in %n Gruppe nah beieinander.</numerusform>
            <numerusform>So viele sind nebeneinander nicht frei. Sie sitzen in %n Gruppen nah beieinander.</numerusform>
        </translation>
    </message>
    <message>
        <source>The places of the last cart are free again.</source>
        <translation>Die Plätze des letzten Warenkorbs sind wieder frei.</translation>
    </message>
    <message>
        <source>The database was away, and the reservation ran out meanwhile.</source>
        <translation>Die Datenbank war nicht erreichbar, inzwischen ist die Reservierung abgelaufen.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) could be reserved again.</source>
        <translation>
            <numerusform>%n Karte konnte wieder reserviert werden.</numerusform>
            <numerusform>%n Karten konnten wieder reserviert werden.</numerusform>
        </translation>
    </message>
    <message>
        <source>The cart is empty now.</source>
        <translation>Der Warenkorb ist jetzt leer.</translation>
    </message>
    <message>
        <source>Somebody else has %1 now.</source>
        <translation>Jetzt bei jemand anderem: %1.</translation>
    </message>
    <message numerus="yes">
        <source>%n ticket(s) are gone: somebody else has the places now.</source>
        <translation>
            <numerusform>%n Karte ist weg: Den Platz hat jetzt jemand anderes.</numerusform>
            <numerusform>%n Karten sind weg: Die Plätze hat jetzt jemand anderes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was reserved now: the database did not answer. Choose again as soon as it does.</source>
        <translation>Jetzt wurde nichts reserviert: Die Datenbank hat nicht geantwortet. Wählen Sie noch einmal, sobald sie antwortet.</translation>
    </message>
    <message>
        <source>%1 was taken at another till.</source>
        <translation>Eine andere Kasse war schneller: %1.</translation>
    </message>
    <message>
        <source>%1 is free.</source>
        <translation>%1 ist frei.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>Platz nehmen</translation>
    </message>
    <message>
        <source>Take both</source>
        <translation>Beide nehmen</translation>
    </message>
    <message numerus="yes">
        <source>Take all %n</source>
        <translation>
            <numerusform>%n nehmen</numerusform>
            <numerusform>Alle %n nehmen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>foyer::ServerStep</name>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Password, unless the server asks for none</source>
        <translation>Passwort, falls der Server eins verlangt</translation>
    </message>
    <message>
        <source>Keep the password on this computer, in the file .pgpass of my home folder</source>
        <translation>Das Passwort auf diesem Rechner aufheben, in der Datei .pgpass meines persönlichen Ordners</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Which server?</source>
        <translation>Welcher Server?</translation>
    </message>
    <message>
        <source>This is needed to reach the server.</source>
        <translation>Das wird gebraucht, um den Server zu erreichen.</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>The server answers, and there is a box office already: you only sign in.</source>
        <translation>Der Server antwortet, und es gibt dort schon eine Kasse: Sie melden sich nur noch an.</translation>
    </message>
    <message>
        <source>The server answers. There is no box office yet: it will be made now.</source>
        <translation>Der Server antwortet. Dort gibt es noch keine Kasse: Sie wird jetzt angelegt.</translation>
    </message>
</context>
<context>
    <name>foyer::SettingsPage</name>
    <message>
        <source>Sections of the settings</source>
        <translation>Abschnitte der Einstellungen</translation>
    </message>
</context>
<context>
    <name>foyer::ShiftPage</name>
    <message>
        <source>Pay cash in…</source>
        <translation>Bareinlage…</translation>
    </message>
    <message>
        <source>Pay cash out…</source>
        <translation>Barentnahme…</translation>
    </message>
    <message>
        <source>Open without a sale…</source>
        <translation>Ohne Verkauf öffnen…</translation>
    </message>
    <message>
        <source>Read so far (X)</source>
        <translation>Stand lesen (X)</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Übergeben…</translation>
    </message>
    <message>
        <source>Count and close…</source>
        <translation>Zählen, schließen…</translation>
    </message>
    <message>
        <source>Earlier Zs</source>
        <translation>Frühere Z</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Sales go on as ever: their cash counts in this shift. At its end, count the drawer; the report then says what was taken.</source>
        <translation>Verkauft wird wie immer: Das Bargeld zählt in dieser Schicht. Zählen Sie am Ende die Kassenlade; der Bericht sagt dann, was eingenommen wurde.</translation>
    </message>
    <message>
        <source>No shift is open on this till.</source>
        <translation>Hier ist keine Schicht offen.</translation>
    </message>
    <message>
        <source>the house</source>
        <translation>das Haus</translation>
    </message>
    <message>
        <source>Open, %1</source>
        <translation>Offen, %1</translation>
    </message>
    <message>
        <source>Being counted, %1</source>
        <translation>Wird gezählt, %1</translation>
    </message>
    <message>
        <source>Shift %1 since %2, float %3</source>
        <translation>Schicht %1 seit %2, Wechselgeld %3</translation>
    </message>
    <message>
        <source>It belongs to a business day that is over. Count and close it.</source>
        <translation>Sie gehört zu einem Geschäftstag, der vorbei ist. Zählen und schließen Sie sie.</translation>
    </message>
    <message>
        <source>Shift %1 is open.</source>
        <translation>Schicht %1 ist offen.</translation>
    </message>
    <message>
        <source>%1 paid in.</source>
        <translation>%1 eingelegt.</translation>
    </message>
    <message>
        <source>%1 paid out.</source>
        <translation>%1 entnommen.</translation>
    </message>
    <message>
        <source>The drawer was opened without a sale.</source>
        <translation>Die Kassenlade wurde ohne Verkauf geöffnet.</translation>
    </message>
    <message>
        <source>Who takes over the drawer?</source>
        <translation>Wer übernimmt die Kassenlade?</translation>
    </message>
    <message>
        <source>%1 answers for the drawer now.</source>
        <translation>%1 verantwortet jetzt die Kassenlade.</translation>
    </message>
    <message>
        <source>You counted %1. Closing is final: the Z gets its number and the difference is booked.</source>
        <translation>Sie haben %1 gezählt. Das Schließen ist endgültig: Der Z bekommt seine Nummer, und die Differenz wird gebucht.</translation>
    </message>
    <message>
        <source>Close the shift</source>
        <translation>Schicht schließen</translation>
    </message>
    <message>
        <source>The shift is closed and its Z is printed.</source>
        <translation>Die Schicht ist geschlossen und ihr Z gedruckt.</translation>
    </message>
    <message>
        <source>%1 goes to the printer.</source>
        <translation>%1 geht an den Drucker.</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
</context>
<context>
    <name>foyer::SideColumn</name>
    <message numerus="yes">
        <source>The cart with %n ticket(s) is parked and stays reserved until %1. F4 shows the parked carts.</source>
        <translation>
            <numerusform>Der Warenkorb mit %n Karte ist geparkt und bleibt bis %1 reserviert. F4 zeigt die geparkten Warenkörbe.</numerusform>
            <numerusform>Der Warenkorb mit %n Karten ist geparkt und bleibt bis %1 reserviert. F4 zeigt die geparkten Warenkörbe.</numerusform>
        </translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>The places of the parked cart are free again.</source>
        <translation>Die Plätze des geparkten Warenkorbs sind wieder frei.</translation>
    </message>
    <message>
        <source>Reserve them again</source>
        <translation>Wieder reservieren</translation>
    </message>
</context>
<context>
    <name>foyer::SignInPage</name>
    <message>
        <source>Cashier</source>
        <translation>Kasse</translation>
    </message>
    <message>
        <source>Steward</source>
        <translation>Einlass</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>Aufsicht</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>Verwaltung</translation>
    </message>
    <message>
        <source>Who is selling?</source>
        <translation>Wer verkauft?</translation>
    </message>
    <message>
        <source>Nobody may sign in yet. An administrator adds people with foyerctl.</source>
        <translation>Noch darf sich niemand anmelden. Die Verwaltung trägt Personen mit foyerctl ein.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>This is a demo, nothing in it is real. PINs: %1</source>
        <translation>Das ist eine Demo, nichts darin ist echt. PINs: %1</translation>
    </message>
    <message>
        <source>PIN of %1</source>
        <translation>PIN von %1</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>Gesperrt</translation>
    </message>
</context>
<context>
    <name>foyer::Skeleton</name>
    <message>
        <source>Loading</source>
        <translation>Wird geladen</translation>
    </message>
</context>
<context>
    <name>foyer::SoundSettings</name>
    <message>
        <source>Play sounds</source>
        <translation>Töne abspielen</translation>
    </message>
    <message>
        <source>This computer has no sound output, so nothing will be heard. Everything else works.</source>
        <translation>Dieser Rechner hat keine Tonausgabe, deshalb ist nichts zu hören. Alles andere geht.</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Sale done</source>
        <translation>Verkauf fertig</translation>
    </message>
    <message>
        <source>Two minutes left</source>
        <translation>Noch zwei Minuten</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Good scan</source>
        <translation>Guter Scan</translation>
    </message>
    <message>
        <source>Bad scan</source>
        <translation>Schlechter Scan</translation>
    </message>
    <message>
        <source>Every sound stands for something that is on the screen, too.</source>
        <translation>Jeder Ton steht für etwas, das auch auf dem Bildschirm zu sehen ist.</translation>
    </message>
</context>
<context>
    <name>foyer::StartSettings</name>
    <message>
        <source>The window</source>
        <translation>Das Fenster</translation>
    </message>
    <message>
        <source>Fill the whole screen at the start</source>
        <translation>Beim Start den ganzen Bildschirm füllen</translation>
    </message>
    <message>
        <source>The box office</source>
        <translation>Die Kasse</translation>
    </message>
    <message>
        <source>Open now: %1</source>
        <translation>Jetzt geöffnet: %1</translation>
    </message>
    <message>
        <source>Ask at the next start which box office to open</source>
        <translation>Beim nächsten Start fragen, welche Kasse zu öffnen ist</translation>
    </message>
    <message>
        <source>Nothing is deleted: a box office can be opened again whenever its file or server is there.</source>
        <translation>Nichts wird gelöscht: Eine Kasse lässt sich wieder öffnen, solange es ihre Datei oder ihren Server gibt.</translation>
    </message>
</context>
<context>
    <name>foyer::StartWindow</name>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
</context>
<context>
    <name>foyer::StatisticsPage</name>
    <message>
        <source>No events in these days. Choose another range to see how their places fill.</source>
        <translation>In diesen Tagen gibt es keine Veranstaltungen. Wählen Sie andere Tage, um zu sehen, wie sich die Plätze füllen.</translation>
    </message>
    <message>
        <source>Show the season</source>
        <translation>Die Spielzeit zeigen</translation>
    </message>
    <message>
        <source>Events in which days</source>
        <translation>Veranstaltungen welcher Tage</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>7 days</source>
        <translation>7 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>Season</source>
        <translation>Spielzeit</translation>
    </message>
    <message>
        <source>Other days…</source>
        <translation>Andere Tage…</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Erster Tag</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Letzter Tag</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Veranstaltung</translation>
    </message>
    <message>
        <source>All events</source>
        <translation>Alle Veranstaltungen</translation>
    </message>
    <message>
        <source>Show tables   T</source>
        <translation>Tabellen zeigen   T</translation>
    </message>
    <message>
        <source>Export CSV…</source>
        <translation>CSV exportieren…</translation>
    </message>
    <message>
        <source>Sold places</source>
        <translation>Verkaufte Plätze</translation>
    </message>
    <message>
        <source>Reserved now</source>
        <translation>Jetzt reserviert</translation>
    </message>
    <message>
        <source>Revenue</source>
        <translation>Erlös</translation>
    </message>
    <message>
        <source>Reservations that became orders</source>
        <translation>Reservierungen, die Bestellungen wurden</translation>
    </message>
    <message>
        <source>Reserved and sold by event</source>
        <translation>Reserviert und verkauft je Veranstaltung</translation>
    </message>
    <message>
        <source>Takings by day</source>
        <translation>Einnahmen je Tag</translation>
    </message>
    <message>
        <source>Reserved and sold by ticket type</source>
        <translation>Reserviert und verkauft je Kartenart</translation>
    </message>
    <message>
        <source>Show charts   T</source>
        <translation>Diagramme zeigen   T</translation>
    </message>
    <message>
        <source>Export the figures</source>
        <translation>Die Zahlen exportieren</translation>
    </message>
    <message>
        <source>statistics</source>
        <translation>statistik</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
</context>
<context>
    <name>foyer::StatusStrip</name>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>langsam</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>foyer::Stepper</name>
    <message>
        <source>%1: one less</source>
        <translation>%1: einer weniger</translation>
    </message>
    <message>
        <source>%1: one more</source>
        <translation>%1: einer mehr</translation>
    </message>
</context>
<context>
    <name>foyer::TakingsChart</name>
    <message>
        <source>d MMM</source>
        <extracomment>Pattern of a short date under a chart: d day, MMM month</extracomment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Takings by day</source>
        <translation>Einnahmen je Tag</translation>
    </message>
</context>
<context>
    <name>foyer::TrainingBand</name>
    <message>
        <source>TRAINING: nothing here is sold, and no card is charged</source>
        <translation>ÜBUNG: Hier wird nichts verkauft und von keiner Karte abgebucht</translation>
    </message>
    <message>
        <source>TRAINING: nothing here is sold, and no card is charged. Everybody&apos;s PIN is %1</source>
        <translation>ÜBUNG: Hier wird nichts verkauft und von keiner Karte abgebucht. Die PIN ist für alle %1</translation>
    </message>
</context>
<context>
    <name>foyer::WalletSide</name>
    <message>
        <source>Type the customer&apos;s name, or the gift card&apos;s code.</source>
        <translation>Tippen Sie den Namen des Kunden oder den Code der Gutscheinkarte.</translation>
    </message>
    <message>
        <source>Pay in another way   Esc</source>
        <translation>Anders bezahlen   Esc</translation>
    </message>
    <message>
        <source>%1 has no wallet in %2. Pay in another way.</source>
        <translation>%1 hat kein Guthabenkonto in %2. Bezahlen Sie anders.</translation>
    </message>
    <message>
        <source>There is nothing on it: %1.</source>
        <translation>Es ist nichts darauf: %1.</translation>
    </message>
    <message>
        <source>%1 from a wallet or gift card</source>
        <translation>%1 von Konto oder Gutscheinkarte</translation>
    </message>
    <message>
        <source>%1: %2 on it</source>
        <translation>%1: %2 darauf</translation>
    </message>
    <message>
        <source>Take %1   ⏎</source>
        <translation>%1 nehmen   ⏎</translation>
    </message>
    <message>
        <source>Take %1 from %2</source>
        <translation>%1 von %2 nehmen</translation>
    </message>
</context>
<context>
    <name>foyer::WrongTenderPage</name>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>The tickets stay as they are. What was booked is booked back and booked again where it belongs; both stay on record with your name.</source>
        <translation>Die Karten bleiben, wie sie sind. Was gebucht war, wird zurückgebucht und dort gebucht, wohin es gehört; beides bleibt mit Ihrem Namen aufgezeichnet.</translation>
    </message>
    <message>
        <source>How was order %1 really paid?</source>
        <translation>Wie wurde Bestellung %1 wirklich bezahlt?</translation>
    </message>
    <message>
        <source>The bank has charged this card itself.</source>
        <translation>Die Bank hat von dieser Karte selbst abgebucht.</translation>
    </message>
    <message>
        <source>It was a card…</source>
        <translation>Es war eine Karte…</translation>
    </message>
    <message>
        <source>It was cash</source>
        <translation>Es war bar</translation>
    </message>
    <message>
        <source>%1 was paid by card</source>
        <translation>%1 wurden mit Karte bezahlt</translation>
    </message>
    <message>
        <source>%1 was paid in cash</source>
        <translation>%1 wurden bar bezahlt</translation>
    </message>
    <message>
        <source>Corrected. If that was wrong, correct it back here.</source>
        <translation>Berichtigt. War das falsch, berichtigen Sie es hier zurück.</translation>
    </message>
</context>
<context>
    <name>foyer::ZList</name>
    <message>
        <source>Earlier Zs</source>
        <translation>Frühere Z</translation>
    </message>
    <message>
        <source>No shift was closed on this till yet. Each closing leaves its Z here.</source>
        <translation>An dieser Kasse wurde noch keine Schicht geschlossen. Jede hinterlässt hier ihren Z.</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Zurück   Esc</translation>
    </message>
    <message>
        <source>counted %1</source>
        <translation>gezählt %1</translation>
    </message>
    <message>
        <source>counted %1, difference %2</source>
        <translation>gezählt %1, Differenz %2</translation>
    </message>
    <message>
        <source>Z %1 · %2 · %3 · %4</source>
        <translation>Z %1 · %2 · %3 · %4</translation>
    </message>
    <message>
        <source>the house</source>
        <translation>das Haus</translation>
    </message>
</context>
</TS>
