# Builds one preset, with one line of progress and the log only on failure. Sourced by app/run and tests/run.
# shellcheck shell=bash

# build_preset ROOT PRESET [TARGET...]: configures when needed, then builds everything, or these, into ROOT/build/PRESET.
build_preset() {
    local root=$1 preset=$2
    shift 2
    local folder=$root/build/$preset
    if ! mkdir -p "$folder" 2>/dev/null || ! [ -w "$folder" ]; then
        printf 'The folder %s cannot be written to by %s; remove it or make it yours.\n' "$folder" "$(id -un)" >&2
        return 1
    fi
    build_cache "$root"
    local log=$folder/build.log result=0
    : >"$log"
    build_configure "$root" "$preset" "$folder" >>"$log" 2>&1 || result=$?
    if [ "$result" = 0 ]; then
        (set -o pipefail; cmake --build "$folder" ${1:+--target "$@"} 2>&1 | tee -a "$log" | build_progress "$preset") || result=$?
    fi
    [ "$result" = 0 ] || build_failed "$preset" "$log"
    return "$result"
}

# Ninja configures again by itself when a CMake file changed; a folder that was copied or moved, or whose preset changed, starts afresh.
build_configure() {
    local root=$1 preset=$2 folder=$3
    if [ -f "$folder/build.ninja" ] && cmp -s "$root/CMakePresets.json" "$folder/presets.json" && grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        return 0
    fi
    (cd "$root" && cmake --fresh --preset "$preset") && cp "$root/CMakePresets.json" "$folder/presets.json"
}

# Checkouts share the compiler's results, wherever they lie; without a home, the cache lives in the build folder.
build_cache() {
    export CCACHE_BASEDIR=${CCACHE_BASEDIR:-$1} CCACHE_NOHASHDIR=${CCACHE_NOHASHDIR:-1}
    if [ -z "${CCACHE_DIR:-}${XDG_CACHE_HOME:-}" ] && ! [ -w "${HOME:-/nonexistent}" ]; then
        export CCACHE_DIR=$1/build/ccache
    fi
}

# Turns ninja's lines "[3/40] …" into one line that is rewritten on a terminal, and written once elsewhere.
build_progress() {
    local line shown=
    local step='^\[([1-9][0-9]*)/([0-9]+)\]' # step 0 only looks for new files
    while IFS= read -r line; do
        [[ $line =~ $step ]] || continue
        if [ -t 2 ]; then
            printf '\rBuilding Foyer (%s): %d of %d ' "$1" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" >&2
        elif [ -z "$shown" ]; then
            printf 'Building Foyer (%s)\n' "$1" >&2
        fi
        shown=1
    done
    if [ -n "$shown" ] && [ -t 2 ]; then
        printf '\n' >&2
    fi
}

# What went wrong: from the first failure on, or everything when it failed before compiling.
build_failed() {
    if grep -q '^FAILED:' "$2"; then sed -n '/^FAILED:/,$p' "$2" >&2; else cat "$2" >&2; fi
    printf 'Building Foyer (%s) failed; the lines above say why. The whole log: %s\n' "$1" "$2" >&2
}
