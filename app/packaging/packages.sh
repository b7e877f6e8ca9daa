# What Foyer needs from Debian, and how it gets there. Sourced by app/run and tests/run.
# FOYER_NO_INSTALL=1 skips the check, for systems where the needs are met under other package names.
# shellcheck shell=bash
# The lists are for the scripts that source this file:
# shellcheck disable=SC2034

packages_build=(
    cmake ninja-build g++ ccache pkg-config
    qt6-base-dev qt6-svg-dev qt6-serialport-dev qt6-multimedia-dev qt6-tools-dev qt6-l10n-tools
    libsodium-dev libsqlite3-dev libpq-dev libical-dev libexpected-dev libqcustomplot-dev libzint-dev
    librestinio-dev libasio-dev libhttp-parser-dev libfmt-dev libssl-dev
)
packages_run=(
    libqt6sql6-sqlite libqt6sql6-psql libqt6svg6 libqt6serialport6 libqt6multimedia6 qt6-translations-l10n fonts-dejavu-core fonts-droid-fallback
    cups-client tzdata
)
# foyerctl and its server alone, without a window; curl asks whether it is well, psql makes its login.
packages_server=(
    libqt6core6 libqt6gui6 libqt6network6 libqt6sql6 libqt6sql6-sqlite libqt6sql6-psql libzint2.11 fonts-dejavu-core libsodium23
    libsqlite3-0 libpq5 libical3 libhttp-parser2.9 libfmt9 libssl3
    tzdata curl ca-certificates postgresql-client
)
packages_test=(
    postgresql libzxing-dev libpoppler-qt6-dev
)

# packages_ensure NAME...: installs what is missing; says nothing when nothing is.
packages_ensure() {
    [ "${FOYER_NO_INSTALL:-}" != 1 ] || return 0
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        {
            printf 'This system has no apt, so nothing was installed. Foyer needs what Debian 12 calls:\n'
            printf '  %s\n' "$@"
            printf 'Install these by hand, then start again with FOYER_NO_INSTALL=1.\n'
        } >&2
        return 1
    fi
    local missing
    mapfile -t missing < <(packages_missing "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    packages_install "${missing[@]}"
}

packages_missing() {
    local name state
    local -A installed=()
    while read -r name state; do
        [ "$state" != installed ] || installed[$name]=1
    done < <(dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null)
    for name in "$@"; do
        [ -n "${installed[$name]:-}" ] || printf '%s\n' "$name"
    done
}

# Runs a command as root; sudo asks for a password where it needs one.
packages_as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

packages_install() {
    if [ "$(id -u)" != 0 ] && ! command -v sudo >/dev/null; then
        printf 'Packages are missing and there is no sudo; as root, run: apt-get install %s\n' "$*" >&2
        return 1
    fi
    printf 'Installing %s\n' "$*" >&2
    local log result=0
    log=$(mktemp)
    packages_keep_clusters_away "$@"
    {
        packages_apt update && packages_apt install -y --no-install-recommends "$@"
    } >"$log" 2>&1 || result=$?
    packages_allow_clusters
    if [ "$result" != 0 ]; then
        cat "$log" >&2
        printf 'Installing failed; the lines above say why.\n' >&2
    fi
    rm -f "$log"
    return "$result"
}

packages_apt() {
    packages_as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300 "$@"
}

# The first installation of Debian's PostgreSQL makes and starts a cluster on port 5432. Nobody asked for one.
packages_no_cluster=/etc/postgresql-common/createcluster.d/foyer.conf

packages_keep_clusters_away() {
    case " $* " in *" postgresql "*) ;; *) return 0 ;; esac
    packages_as_root mkdir -p "${packages_no_cluster%/*}"
    printf 'create_main_cluster = false\n' | packages_as_root tee "$packages_no_cluster" >/dev/null
}

packages_allow_clusters() {
    [ ! -e "$packages_no_cluster" ] || packages_as_root rm -f "$packages_no_cluster"
}
