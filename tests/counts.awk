# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# From ctest's log to "passed failed skipped", then one line for each test that failed or was skipped.
# Counts test functions where a program prints Qt Test's totals, and the program itself where it does not (a crash).

function finish() {
    if (name == "")
        return
    if (verdict ~ /^Test Skipped/) {
        skipped++
        notes[++n] = "skipped: " name
    } else if (verdict !~ /^Test Passed/ && failed == 0) {
        failed++
        notes[++n] = "failed: " name " ended without a result (crash or timeout)"
    } else if (!totals) {
        passed++
    }
    allPassed += passed; allFailed += failed; allSkipped += skipped
    name = ""
}

/^[0-9]+\/[0-9]+ Testing: / {
    finish()
    name = $3; verdict = ""; passed = failed = skipped = totals = 0
}

/^(FAIL!|XPASS)  : / { notes[++n] = "failed: " name ": " substr($0, 10) }
/^SKIP   : / { notes[++n] = "skipped: " name ": " substr($0, 10) }
/^Totals: [0-9]+ passed, / { totals = 1; passed += $2; failed += $4; skipped += $6 }
/^Test (Passed|Failed|Skipped)/ { verdict = $0 }

END {
    finish()
    print allPassed + 0, allFailed + 0, allSkipped + 0
    for (i = 1; i <= n; i++)
        print notes[i]
}
