# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# Every suite of the project, one after the other, and a summary. Sourced by ./dev, never run.
# A suite that this machine cannot run is counted as skipped, with the reason; it is never left out silently.

. tests/fuzz/run.sh
. tests/gosuites.sh

cpp_labels=(core document kube ui app display seeds)
sanitized_labels=(core document kube seeds)

suite_rows=()   # "name|passed|failed|skipped|seconds"
suite_notes=()  # what failed and what was skipped, and why
total_passed=0 total_failed=0 total_skipped=0

run_suites() {
    wanted_suites=("$@")
    trap stop_go_suites EXIT
    prepare_go_suites
    if wants "${cpp_labels[@]}" $(go_suites); then
        build_suite dev all && cpp_suites dev "" "${cpp_labels[@]}"
    fi
    if wants asan; then
        build_suite asan sanitized_tests && cpp_suites asan asan/ "${sanitized_labels[@]}"
    fi
    wants fuzz && fuzz_suites
    run_go_suites
    wants style && style_suite
    summary
}

# Whether one of the suites was asked for; without names all are.
wants() {
    local suite
    [[ ${#wanted_suites[@]} -gt 0 ]] || return 0
    for suite in "$@"; do
        [[ " ${wanted_suites[*]} " == *" $suite "* ]] && return 0
    done
    return 1
}

# record NAME PASSED FAILED SKIPPED SECONDS
record() {
    suite_rows+=("$1|$2|$3|$4|$5")
    total_passed=$((total_passed + $2))
    total_failed=$((total_failed + $3))
    total_skipped=$((total_skipped + $4))
}

skip_suite() {
    record "$1" 0 0 1 0
    suite_notes+=("$1 skipped: $2")
    note "$1 skipped: $2"
}

# A build that fails is a failed suite: the others still run and the summary still comes.
build_suite() {
    local preset=$1 target=$2 begin=$SECONDS
    if (configure_and_build "$preset" "$target"); then
        return 0
    fi
    record "build-$preset" 0 1 0 $((SECONDS - begin))
    suite_notes+=("build-$preset failed: see the first \"error:\" above")
    return 1
}

# cpp_suites PRESET PREFIX LAYER...: one suite for each layer that has tests.
cpp_suites() {
    local preset=$1 prefix=$2 layer
    shift 2
    for layer in "$@"; do
        { [[ -n $prefix ]] || wants "$layer"; } || continue
        cpp_suite "$preset" "$prefix" "$layer"
    done
}

cpp_suite() {
    local preset=$1 name=$2$3 layer=$3 begin=$SECONDS log counts
    local -a under=()
    [[ $(ctest --test-dir "build/$preset" -N -L "^$layer\$" 2>/dev/null) == *"Test "*#* ]] || return 0
    if [[ $layer == display ]]; then
        if ! command -v xvfb-run >/dev/null; then
            skip_suite "$name" "xvfb-run is not installed"
            return
        fi
        under=(xvfb-run -a -s "-screen 0 1600x1200x24")
    fi
    step "Testing $name"
    "${under[@]}" ctest --test-dir "build/$preset" -L "^$layer\$" --parallel "$(nproc)" --output-on-failure --no-label-summary ||
        true # the log decides, a crash included
    log=build/$preset/Testing/suite-$layer.log
    cp "build/$preset/Testing/Temporary/LastTest.log" "$log"
    counts=$(awk -f tests/counts.awk "$log")
    record "$name" $(head -n1 <<<"$counts") $((SECONDS - begin))
    while IFS= read -r line; do
        suite_notes+=("$name $line")
    done < <(tail -n +2 <<<"$counts")
}

style_suite() {
    local begin=$SECONDS output
    step "Checking style"
    if output=$(packaging/check-style 2>&1); then
        record style 1 0 0 $((SECONDS - begin))
    else
        printf '%s\n' "$output"
        record style 0 1 0 $((SECONDS - begin))
        suite_notes+=("style failed: run ./dev check-style")
    fi
}

summary() {
    local row line
    printf '\n%-24s %8s %8s %8s %8s\n' suite passed failed skipped time
    for row in "${suite_rows[@]}"; do
        printf '%-24s %8s %8s %8s %6s s\n' ${row//|/ }
    done
    [[ ${#suite_notes[@]} -eq 0 ]] || printf '\n'
    for line in "${suite_notes[@]}"; do
        printf '%s\n' "$line"
    done
    printf "\ntook %d min %d s\n" $((SECONDS / 60)) $((SECONDS % 60))
    printf '%d passed, %d failed, %d skipped\n' "$total_passed" "$total_failed" "$total_skipped"
    [[ $total_failed -eq 0 && $total_passed -gt 0 ]]
}
