#!/usr/bin/env bash
# container-build.sh DIR: builds foyerctl into DIR/bin, in a folder of its own: the build step of the image, and the same anywhere.
# container-build.sh --run-packages: installs what foyerctl needs to run.
set -euo pipefail

here=$(CDPATH='' cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd -P)
# shellcheck source=app/packaging/packages.sh
. "$here/packages.sh"

if [ "${1:-}" = --run-packages ]; then
    packages_ensure "${packages_server[@]}"
    rm -rf /var/lib/apt/lists/*
    exit
fi

out=${1:?where to?}
root=${here%/app/packaging}
packages_ensure "${packages_build[@]}"
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT
cmake -S "$root" -B "$folder" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 -DFOYER_TESTS=OFF
cmake --build "$folder" --target foyerctl
install -D -m 755 "$folder/bin/foyerctl" "$out/bin/foyerctl"
strip "$out/bin/foyerctl"
