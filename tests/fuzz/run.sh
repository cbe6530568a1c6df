# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# Fuzz targets: tests/fuzz/fuzz_<name>.cpp with seeds in tests/fuzz/corpus/<name>/. Built with Clang's libFuzzer; where Clang is
# missing, with the small mutating driver of this folder under the sanitizers of g++. Sourced by ./dev.
# More seeds are put together by the script `seeds` when the targets are built.
# What is found stays in build/fuzz-corpus/<name>; an input that fails is kept as build/fuzz-failures/<name>-*.

fuzz_seconds=30

fuzz_targets() {
    local source
    for source in tests/fuzz/fuzz_*.cpp; do
        [[ ! -e $source ]] || basename "$source" .cpp | sed 's/^fuzz_//'
    done
}

# The newest installed clang++ that has libFuzzer's run-time library.
fuzzing_compiler() {
    local compiler runtime
    for compiler in clang++ clang++-{21,20,19,18,17,16,15,14}; do
        command -v "$compiler" >/dev/null || continue
        runtime=$("$compiler" -print-file-name="libclang_rt.fuzzer-$(uname -m).a")
        if [[ -e $runtime ]] || compgen -G "$("$compiler" -print-resource-dir)/lib/*/libclang_rt.fuzzer*.a" >/dev/null; then
            printf '%s\n' "$compiler"
            return
        fi
    done
    return 1
}

# Builds all targets and sets `fuzz_folder` to where the programs are.
build_fuzz_targets() {
    local compiler
    if compiler=$(fuzzing_compiler); then
        fuzz_folder=build/fuzz/tests/fuzz
        (configure_and_build fuzz fuzz_targets -DCMAKE_CXX_COMPILER="$compiler")
    else
        note "Clang with libFuzzer is not installed: the small mutating driver takes its place"
        fuzz_folder=build/asan/tests/fuzz
        (configure_and_build asan fuzz_targets)
    fi
}

# run_fuzz_target NAME SECONDS
run_fuzz_target() {
    local name=$1 seconds=$2 seeds=()
    mkdir -p "build/fuzz-corpus/$name" build/fuzz-failures
    mapfile -t seeds < <(compgen -G "tests/fuzz/corpus/$name"; compgen -G "$fuzz_folder/seeds/$name")
    "$fuzz_folder/fuzz_$name" "build/fuzz-corpus/$name" "${seeds[@]}" \
        -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -artifact_prefix="build/fuzz-failures/$name-" \
        -print_final_stats=1 -verbosity=1
}

# ./dev fuzz NAME [SECONDS]
fuzz_for() {
    local name=${1:-}
    [[ -n $name && -e tests/fuzz/fuzz_$name.cpp ]] || stop "there is no fuzz target '$name'" "There are: $(fuzz_targets | tr '\n' ' ')"
    build_fuzz_targets
    step "Fuzzing $name for ${2:-600} s"
    run_fuzz_target "$name" "${2:-600}"
}

# Each target for half a minute, as a suite.
fuzz_suites() {
    local name begin=$SECONDS passed=0 failed=0 log
    [[ -n $(fuzz_targets) ]] || return 0
    if ! build_fuzz_targets; then
        record fuzz 0 1 0 $((SECONDS - begin))
        suite_notes+=("fuzz failed: the targets do not build")
        return
    fi
    for name in $(fuzz_targets); do
        step "Fuzzing $name for $fuzz_seconds s"
        log=build/fuzz-$name.log
        if run_fuzz_target "$name" "$fuzz_seconds" >"$log" 2>&1; then
            passed=$((passed + 1))
            note "$(grep -oE '(Done|stat::number_of_executed_units:) *[0-9]+.*' "$log" | tail -n1)"
        else
            failed=$((failed + 1))
            tail -n 40 "$log"
            suite_notes+=("fuzz failed: $name; the input is in build/fuzz-failures, the log is $log")
        fi
    done
    record fuzz "$passed" "$failed" 0 $((SECONDS - begin))
}
