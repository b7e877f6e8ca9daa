# A PostgreSQL cluster of one's own, thrown away afterwards; no other cluster is looked at or touched.
# Sourced by tests/run and the benchmarks. Listens on 127.0.0.1 only, without passwords: for test data alone.
# shellcheck shell=bash
# The address is for the scripts that source this file:
# shellcheck disable=SC2034

cluster_url=
cluster_pid=
cluster_folder=
cluster_owner=()

# cluster_start [durable]: sets cluster_url. Without "durable" nothing is flushed, which suits tests but no measurement.
cluster_start() {
    local mode=${1:-fast} programs
    programs=$(cluster_programs) || return 1
    unset "${!PG@}" # libpq's variables would lead the tests elsewhere
    cluster_owner=()
    [ "$(id -u)" != 0 ] || cluster_unprivileged
    cluster_make_folder || return 1
    local data=$cluster_folder/data log=$cluster_folder/log
    if ! cluster_as_owner "$programs/initdb" --pgdata="$data" --username=foyer_test --auth=trust \
        --encoding=UTF8 --locale=C.UTF-8 --no-sync >"$log" 2>&1; then
        cluster_explain 'PostgreSQL could not make a cluster'
        return 1
    fi
    # One name needs its password, so that a wrong one can be tried.
    printf 'host all foyer_password 127.0.0.1/32 scram-sha-256\n' | cat - "$data/pg_hba.conf" >"$cluster_folder/pg_hba.conf"
    cat "$cluster_folder/pg_hba.conf" >"$data/pg_hba.conf"
    local attempt port
    for attempt in {1..20}; do
        port=$((20000 + RANDOM % 12000))
        cluster_launch "$programs" "$port" "$mode"
        if cluster_answers "$programs" "$port"; then
            cluster_url=postgres://foyer_test@127.0.0.1:$port/postgres
            return 0
        fi
        cluster_halt
        grep -q 'Address already in use' "$log" || break
    done
    cluster_explain "PostgreSQL did not start (attempt $attempt)"
    return 1
}

# cluster_stop: ends the server that cluster_start started, and removes its data. Safe to call at any time, twice too.
cluster_stop() {
    cluster_halt
    [ -z "$cluster_folder" ] || rm -rf -- "$cluster_folder"
    cluster_folder=
    cluster_url=
}

# The newest installed PostgreSQL; Debian keeps its programs outside PATH.
cluster_programs() {
    local found
    found=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
    [ -x "$found" ] || found=$(command -v initdb) || {
        echo 'PostgreSQL is not installed: there is no initdb in /usr/lib/postgresql or PATH.' >&2
        return 1
    }
    dirname -- "$found"
}

# PostgreSQL refuses to run as root.
cluster_unprivileged() {
    local user=nobody
    ! id -u postgres >/dev/null 2>&1 || user=postgres
    cluster_owner=("--reuid=$user" "--regid=$(id -g "$user")" --clear-groups)
}

# Runs a command as the cluster's owner, in a folder that it may enter. The command gets SIGINT when the script is
# killed outright, so that no server is left behind.
cluster_as_owner() {
    (cd / && exec setpriv "${cluster_owner[@]}" --pdeathsig INT "$@")
}

# A folder that the owner can reach; TMPDIR may be private to the caller.
cluster_make_folder() {
    local place
    for place in "${TMPDIR:-/tmp}" /tmp /var/tmp; do
        cluster_folder=$(mktemp -d "$place/foyer-cluster.XXXXXX" 2>/dev/null) || continue
        [ "${#cluster_owner[@]}" = 0 ] || chown "${cluster_owner[0]#*=}" "$cluster_folder"
        ! cluster_as_owner test -w "$cluster_folder" || return 0
        rm -rf -- "$cluster_folder"
    done
    cluster_folder=
    echo 'There is no temporary folder for PostgreSQL: TMPDIR, /tmp and /var/tmp cannot be written to.' >&2
    return 1
}

cluster_launch() {
    local programs=$1 port=$2
    local settings=(-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=400
        -c shared_buffers=128MB)
    [ "$3" = durable ] || settings+=(-c fsync=off -c synchronous_commit=off -c full_page_writes=off)
    # A plain exec in the background, so that $! is the server itself.
    (cd / && exec setpriv "${cluster_owner[@]}" --pdeathsig INT \
        "$programs/postgres" -D "$cluster_folder/data" -p "$port" "${settings[@]}") >"$cluster_folder/log" 2>&1 </dev/null &
    cluster_pid=$!
}

# Waits until the server answers, and makes sure that it is ours and not somebody else's on the same port.
cluster_answers() {
    local reply deadline=$((SECONDS + 60))
    while kill -0 "$cluster_pid" 2>/dev/null && [ "$SECONDS" -lt "$deadline" ]; do
        reply=$(PGCONNECT_TIMEOUT=5 "$1/psql" -X -w -At -h 127.0.0.1 -p "$2" -U foyer_test -d postgres \
            -c 'SHOW data_directory' 2>/dev/null) || reply=
        [ "$reply" != "$cluster_folder/data" ] || return 0
        sleep 0.1
    done
    return 1
}

# Immediate shutdown: the data is thrown away anyway.
cluster_halt() {
    [ -n "$cluster_pid" ] || return 0
    kill -QUIT "$cluster_pid" 2>/dev/null || true
    wait "$cluster_pid" 2>/dev/null || true
    cluster_pid=
}

cluster_explain() {
    tail -n 20 "$cluster_folder/log" >&2
    printf '%s; the lines above say why.\n' "$1" >&2
}
