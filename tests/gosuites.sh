# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# Suites written in Go: every tests/<suite>/go.mod. They hold the real parts (a control plane, an API server), are slow to
# compile the first time, and so are compiled beside the C++ build, at low priority. Sourced by tests/suites.sh.
#
# A suite finds the program under test in $SALLYPORT_PROGRAM. An executable tests/<suite>/prepare is run before compiling; when it ends
# with status 3, the last line that it printed is the reason why the suite is skipped.

go_logs=build/go
go_jobs=()

go_suites() {
    local module
    for module in tests/*/go.mod; do
        [[ ! -e $module ]] || basename "$(dirname "$module")"
    done
}

prepare_go_suites() {
    local suite reason
    mkdir -p "$go_logs"
    for suite in $(go_suites); do
        wants "$suite" || continue
        rm -f "$go_logs/$suite".{skip,failed}
        if reason=$(go_suite_lacks); then
            printf '%s\n' "$reason" >"$go_logs/$suite.skip"
        else
            step "Compiling the Go suite $suite in the background (minutes the first time; log: $go_logs/$suite.log)"
            setsid nice -n 15 bash -c '. tests/gosuites.sh; compile_go_suite "$1"' - "$suite" >"$go_logs/$suite.log" 2>&1 &
            go_jobs+=($!)
        fi
    done
}

# Prints what is missing for any Go suite; fails when nothing is.
go_suite_lacks() {
    local free cache
    if ! command -v go >/dev/null; then
        echo "Go is not installed"
        return
    fi
    cache=$(go env GOCACHE)
    mkdir -p "$cache"
    free=$(df --output=avail -k "$cache" | tail -n1)
    if [[ $free -lt 8000000 && ! -e $go_logs/compiled ]]; then
        echo "8 GB of free disk are needed for Go's caches, $((free / 1000000)) GB are free"
        return
    fi
    return 1
}

# Runs in a process of its own, which leaves SUITE.skip or SUITE.failed when the suite cannot run.
compile_go_suite() {
    local suite=$1 status=0
    if [[ -x tests/$suite/prepare ]]; then
        "tests/$suite/prepare" >"$go_logs/$suite.prepare.log" 2>&1 || status=$?
        if [[ $status -eq 3 ]]; then
            tail -n1 "$go_logs/$suite.prepare.log" >"$go_logs/$suite.skip"
            return
        elif [[ $status -ne 0 ]]; then
            echo "prepare failed: $(tail -n1 "$go_logs/$suite.prepare.log")" >"$go_logs/$suite.failed"
            return
        fi
    fi
    if ! (cd "tests/$suite" && go mod download); then
        echo "its Go modules could not be downloaded: $(tail -n1 "$go_logs/$suite.log")" >"$go_logs/$suite.skip"
    elif ! (cd "tests/$suite" && go test -run '^$' ./...); then
        echo "it does not compile: see $go_logs/$suite.log" >"$go_logs/$suite.failed"
    else
        touch "$go_logs/compiled"
    fi
}

run_go_suites() {
    local suite
    [[ ${#go_jobs[@]} -eq 0 ]] || {
        step "Waiting for the Go suites to compile"
        wait "${go_jobs[@]}" || true
        go_jobs=()
    }
    for suite in $(go_suites); do
        wants "$suite" || continue
        if [[ -e $go_logs/$suite.skip ]]; then
            skip_suite "$suite" "$(cat "$go_logs/$suite.skip")"
        elif [[ -e $go_logs/$suite.failed ]]; then
            record "$suite" 0 1 0 0
            suite_notes+=("$suite failed: $(cat "$go_logs/$suite.failed")")
        elif [[ ! -x build/dev/sallyport ]]; then
            skip_suite "$suite" "the program could not be built"
        else
            run_go_suite "$suite"
        fi
    done
}

run_go_suite() {
    local suite=$1 begin=$SECONDS status=0 log=$go_logs/$1.run.log passed failed skipped
    step "Testing $suite"
    (cd "tests/$suite" && SALLYPORT_PROGRAM="$root/build/dev/sallyport" go test -count=1 -v -timeout 30m ./...) 2>&1 |
        tee "$log" | { grep --line-buffered -E '^ *--- |^(ok|FAIL|panic)' || true; } || status=$?
    passed=$(grep -cE '^ *--- PASS' "$log" || true)
    failed=$(grep -cE '^ *--- FAIL' "$log" || true)
    skipped=$(grep -cE '^ *--- SKIP' "$log" || true)
    [[ $status -eq 0 || $failed -gt 0 ]] || failed=1 # a panic or a timeout names no test
    record "$suite" "$passed" "$failed" "$skipped" $((SECONDS - begin))
    while IFS= read -r line; do
        suite_notes+=("$suite $line")
    done < <(awk -f tests/gonotes.awk "$log")
}

stop_go_suites() {
    local job
    for job in "${go_jobs[@]}"; do
        kill -- "-$job" 2>/dev/null || true
    done
}
