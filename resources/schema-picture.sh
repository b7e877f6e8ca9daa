#!/usr/bin/env bash
# resources/schema-picture.sh FOYERCTL: draws resources/schema.svg from the schema that FOYERCTL makes.
# Needs the Debian packages sqlite3 and graphviz. Run it after every change of the schema; a test compares the two.
set -euo pipefail

[ $# = 1 ] || { echo 'Usage: resources/schema-picture.sh PATH-OF-FOYERCTL' >&2; exit 2; }
folder=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf -- "$scratch"' EXIT

FOYER_KEYS="$scratch/keys" "$1" --db "sqlite:$scratch/fresh.db" migrate >/dev/null

# Where each table stands: five columns, read downwards; a table that is not named here follows in the last one.
# An arrow goes from a table to the one it refers to, in the colour of the latter's part.
sqlite3 -readonly "$scratch/fresh.db" >"$scratch/schema.dot" <<'SQL'
.mode list
.separator "\n"
CREATE TEMP TABLE part (n, title, colour, surface, col, cols, top, bottom); -- colours: ui/theme/tokens.cpp, light
INSERT INTO part VALUES
    (1, 'Who', '#8A5A00', '#FFF1CC', 0, 2, 51, 100), (2, 'What is sold', '#1A7F37', '#EAF8EE', 0, 2, 0, 50),
    (3, 'Places and sale', '#0B5CAD', '#DDECFB', 2, 3, 0, 57), (4, 'Money and journal', '#57606A', '#E2E7EC', 2, 3, 58, 100),
    (5, 'Drawer', '#B42318', '#FDECEA', 5, 1, 0, 100), (6, 'Discounts', '#0F6E6E', '#DDF3F3', 6, 1, 0, 100);
CREATE TEMP TABLE place (n INTEGER PRIMARY KEY, name, part, col);
INSERT INTO place (name, part, col) VALUES
    ('venue', 2, 0), ('seating_plan', 2, 0), ('seat', 2, 0), ('ticket_type_category', 2, 0),
    ('event', 2, 1), ('ticket_type', 2, 1), ('price_level', 2, 1), ('ticket_option', 2, 1),
    ('staff', 1, 0), ('shift', 1, 0), ('customer', 1, 0), ('terminal', 1, 1), ('setting', 1, 1), ('migration', 1, 1), ('api_token', 1, 1),
    ('claim', 3, 2), ('allotment', 3, 2), ('allotment_move', 3, 2), ('ticket', 3, 2), ('ticket_change', 3, 2),
    ('reservation', 3, 3), ('reservation_line', 3, 3), ('parked_cart', 3, 3), ('order_line', 3, 3), ('payment', 3, 4), ('orders', 3, 4),
    ('sales_rollup', 4, 2), ('private_text', 4, 2), ('answer', 4, 2), ('chain', 4, 3), ('journal', 4, 3), ('gift_card', 4, 3), ('transfer_refusal', 4, 3), ('transfer', 4, 4), ('account', 4, 4),
    ('promo_code', 6, 6), ('promo_scope', 6, 6), ('reservation_discount', 6, 6), ('order_discount', 6, 6), ('price_step', 6, 6),
    ('drawer_shift', 5, 5), ('cash_movement', 5, 5), ('drawer_handover', 5, 5), ('drawer_count', 5, 5), ('z_report', 5, 5);
INSERT INTO place (name, part, col) SELECT name, 4, 4 FROM sqlite_schema
    WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN (SELECT name FROM place);

-- Heights in rows of 16 pt, a column every 330 pt.
CREATE TEMP TABLE box AS SELECT name, part, col, height, title, colour, surface,
        top + 2.5 + sum(height + 2) OVER (PARTITION BY part, col ORDER BY place.n) - height - 2 AS top
    FROM (SELECT *, 1 + (SELECT count(*) FROM pragma_table_info(place.name)) AS height FROM place) AS place
    JOIN (SELECT n AS number, title, colour, surface, top FROM part) ON number = part;

SELECT 'digraph foyer {
    graph [bgcolor="#FFFFFF", pad=0.2, splines=line, outputorder=edgesfirst, fontname="DejaVu Sans", _background="'
    || group_concat(format('c 7 -%s C 7 -%s P 4 %d %d %d %d %d %d %d %d', surface, surface,
        col * 330, -top * 16, (col + cols) * 330 - 12, -top * 16, (col + cols) * 330 - 12, -bottom * 16, col * 330, -bottom * 16), ' ')
    || '"]
    node [shape=plain, fontname="DejaVu Sans", fontsize=11, fontcolor="#1B1F24"]
    edge [arrowsize=0.7, penwidth=1.1]' FROM part;

SELECT format('    part%d [label=<<table border="0"><tr><td width="200" align="left"><b>%s</b></td></tr></table>>, fontsize=14, fontcolor="%s", pos="%d,%d"]',
        n, title, colour, col * 330 + 114, -top * 16 - 16)
    FROM part;

SELECT format('    %s [pos="%d,%d", label=<<table border="1" color="%s" cellborder="0" cellspacing="0" cellpadding="0" bgcolor="#FFFFFF">'
            || '<tr><td bgcolor="%s" width="150" height="16" colspan="2"><font color="#FFFFFF"><b>%s</b></font></td></tr>%s</table>>]',
        name, col * 330 + 159, (-top - height / 2.0) * 16, colour, colour, name,
        (SELECT group_concat(format('<tr><td width="6"></td><td width="144" align="left" height="16"><font color="%s">%s</font></td></tr>',
                CASE WHEN c.name IN (SELECT "from" FROM pragma_foreign_key_list(box.name)) THEN '#0B5CAD' ELSE '#1B1F24' END,
                CASE WHEN c.pk > 0 THEN '<b>' || c.name || '</b>' WHEN NOT c."notnull" THEN '<i>' || c.name || '</i>' ELSE c.name END), '')
            FROM pragma_table_info(box.name) c))
    FROM box;

SELECT DISTINCT format('    %s -> %s [color="%s"]', box.name, k."table", target.colour)
    FROM box, pragma_foreign_key_list(box.name) k JOIN box AS target ON target.name = k."table";
SELECT '    legend [fontsize=11, fontcolor="#57606A", pos="205,-1621", label="bold: primary key   blue: refers to another table   italic: may be empty"]
}';
SQL

neato -n2 -Tsvg "$scratch/schema.dot" >"$folder/schema.svg"
