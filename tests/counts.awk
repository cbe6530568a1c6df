# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# From ctest's log to "passed failed skipped", then one line for each test that failed or was skipped.
# Counts test functions where a program prints Qt Test's totals, and the program itself where it does not (a crash).

/^[0-9]+\/[0-9]+ Testing: / { name = $3; passed = failed = skipped = 0; totals = 0 }

/^FAIL!  : / || /^XPASS  : / { notes[++n] = "failed: " name ": " substr($0, 10) }
/^SKIP   : / { notes[++n] = "skipped: " name ": " substr($0, 10) }

/^Totals: [0-9]+ passed, / {
    totals = 1
    passed += $2; failed += $4; skipped += $6
}

/^Test (Passed|Failed|Skipped|Timeout|Not Run)/ || /^Unable to find executable/ || /^\*\*\*/ {
    if (name == "")
        next
    if ($0 ~ /^Test Passed/) {
        if (!totals)
            passed++
    } else if ($0 ~ /^Test Skipped/) {
        skipped++
        notes[++n] = "skipped: " name
    } else if (failed == 0) {
        failed++
        notes[++n] = "failed: " name " ended without a result (crash or timeout)"
    }
    allPassed += passed; allFailed += failed; allSkipped += skipped
    name = ""
}

END {
    # A program that never came to an end has no verdict line.
    if (name != "") {
        allFailed++
        notes[++n] = "failed: " name " did not end"
    }
    print allPassed + 0, allFailed + 0, allSkipped + 0
    for (i = 1; i <= n; i++)
        print notes[i]
}
