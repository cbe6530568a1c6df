# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# Configuring and building a preset. Sourced by ./dev, never run.

# configure_and_build PRESET TARGET [CMAKE OPTION...]
configure_and_build() {
    local preset=$1 target=$2
    shift 2
    configure "$preset" "$@"
    step "Building $target ($preset)"
    cmake --build "build/$preset" --target "$target" --parallel "$(build_jobs)" ||
        stop "the $preset build failed" "The first message with \"error:\" above says where. Nothing was installed or changed outside build/."
}

# Once: the build itself notices later changes of the CMake files.
configure() {
    local preset=$1
    shift
    [[ ! -e build/$preset/build.ninja ]] || return 0
    step "Configuring ($preset)"
    cmake --preset "$preset" "$@" >"build/configure-$preset.log" 2>&1 ||
        stop "CMake could not configure preset $preset" "$(grep -A4 -m1 'CMake Error' "build/configure-$preset.log" || true)" \
            "The whole log is in build/configure-$preset.log."
}

# One compiler a core, but never more than memory allows: a file with Qt's headers takes up to 0.7 GiB.
build_jobs() {
    local by_memory cores
    cores=$(nproc)
    by_memory=$(awk '/^MemAvailable:/ { n = int($2 / 716800); print n < 1 ? 1 : n }' /proc/meminfo)
    echo $((cores < by_memory ? cores : by_memory))
}
