#!/bin/sh
# What the container does: prepare (tables, the server's login, demo data) or any verb of foyerctl, on the database next door.
set -eu

host=${FOYER_DB_HOST:-database}
name=${FOYER_DB_NAME:-foyer}
export FOYER_KEYS=${FOYER_KEYS:-/var/lib/foyer/keys}

as() { # as LOGIN VERB...: the password never stands on a command line
    login=$1
    shift
    PGPASSWORD=$(cat "/secrets/$([ "$login" = postgres ] && echo owner || echo "$login")") foyerctl --db "postgres://$login@$host/$name" "$@"
}

sql() {
    PGPASSWORD=$(cat /secrets/owner) psql --quiet --no-psqlrc --set ON_ERROR_STOP=1 -h "$host" -U postgres -d "$name" "$@"
}

if [ "${1:-}" = prepare ]; then
    as postgres migrate
    password=$(cat /secrets/web)
    # The statement is read from standard input, not from the list of processes.
    sql <<SQL
DO \$\$ BEGIN CREATE ROLE web LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END \$\$;
ALTER ROLE web PASSWORD '$password';
GRANT foyer_terminal TO web;
SQL
    if [ ! -e /var/lib/foyer/demo-made ]; then
        as postgres demo --small
        : >/var/lib/foyer/demo-made
    fi
    exit
fi

if [ -n "${FOYER_DB:-}" ]; then
    exec foyerctl "$@"
fi
PGPASSWORD=$(cat /secrets/web)
export PGPASSWORD
exec foyerctl --db "postgres://web@$host/$name" "$@"
