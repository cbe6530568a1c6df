# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# How ./dev speaks. Sourced, never run.

# What is being done now.
step() { printf '== %s\n' "$*"; }

# A detail of the step.
note() { printf '   %s\n' "$*"; }

# stop WHAT NEXT...: what failed, what to do next, and exit status 2.
stop() {
    printf '\n./dev: %s\n' "$1" >&2
    shift
    [[ $# -eq 0 ]] || printf '       %s\n' "$@" >&2
    exit 2
}
