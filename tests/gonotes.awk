# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# From the output of `go test -v` to one line for each test that failed or was skipped, a skip with its reason:
# the last line that the test logged.

/^=== (RUN|NAME|CONT) / { running = $3 }
/^ *[^ ]+\.go:[0-9]+: / { reason[running] = $0; sub(/^ *[^ ]+\.go:[0-9]+: */, "", reason[running]) }
/^ *--- FAIL: / { print "failed: " $3 }
/^ *--- SKIP: / { print "skipped: " $3 ": " reason[$3] }
