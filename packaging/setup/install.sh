# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# Brings a machine to the point where everything builds. Sourced by ./dev, never run.

# set_up GROUP...: installs what packaging/setup/packages lists for the groups, and KSyntaxHighlighting for "build".
# Looks before it does anything: on a machine that is ready it takes a few hundredths of a second.
set_up() {
    mkdir -p build
    exec 9>build/.setup.lock
    if ! flock -n 9; then
        note "waiting for another ./dev to finish its set-up"
        flock 9
    fi
    install_packages "$@"
    if [[ " $* " == *" build "* ]] && ! has_syntax_highlighting; then
        step "Building KSyntaxHighlighting for Qt 6, which this release does not package (once)"
        packaging/setup/syntaxhighlighting build/deps/ksyntaxhighlighting
    fi
    exec 9>&-
}

install_packages() {
    local missing
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        note "This is not a Debian system: nothing is installed. packaging/setup/packages lists what has to be there."
        return
    fi
    mapfile -t missing < <(missing_packages "$@")
    [[ ${#missing[@]} -gt 0 ]] || return 0

    step "Installing Debian packages that are missing"
    become_root_command "${missing[@]}"
    refresh_package_lists
    mapfile -t missing < <(missing_packages "$@" | while read -r entry; do first_available "$entry"; done)
    note "${missing[*]}"
    with_apt_log "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}" ||
        stop "the packages could not be installed" "$(grep -m3 '^E:' build/apt.log || tail -n3 build/apt.log)" \
            "The whole log is in build/apt.log. Run again when the cause is gone; what is installed already stays."
}

# The entries ("name", "name|other name", "name|-") of the groups of which no name is installed.
missing_packages() {
    local installed group entry name
    installed=" $(dpkg-query -W -f='${db:Status-Abbrev}${Package} ' 2>/dev/null) "
    while read -r group entry; do
        [[ " $* " == *" $group "* ]] || continue
        for name in ${entry//|/ }; do
            [[ $installed == *" ii $name "* ]] && continue 2
        done
        [[ $entry != *"|-" ]] || has_candidate "${entry%%|*}" || continue
        printf '%s\n' "$entry"
    done < <(grep -vE '^(#|$)' packaging/setup/packages)
}

has_candidate() { [[ $(apt-cache policy "$1" 2>/dev/null) == *"Candidate: "[^\(]* ]]; }

first_available() {
    local name
    for name in ${1//|/ }; do
        if has_candidate "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    printf '%s\n' "${1%%|*}" # apt-get names it in its own error
}

# Sets `as_root` to the words that run a command as root, or says what somebody else has to do.
become_root_command() {
    as_root=()
    [[ $(id -u) -ne 0 ]] || return 0
    if command -v sudo >/dev/null && { sudo -n true 2>/dev/null || { [[ -t 0 ]] && ask_for_sudo; }; }; then
        as_root=(sudo)
        return
    fi
    stop "Debian packages are missing, and installing them needs root" \
        "Ask somebody with that right to run this, then run ./dev again:" "" \
        "    apt-get update && apt-get install --no-install-recommends ${*//|*/}"
}

ask_for_sudo() {
    note "sudo asks for your password, to install them"
    sudo -v
}

refresh_package_lists() {
    note "reading the package lists"
    with_apt_log "${as_root[@]}" apt-get update -q -o APT::Update::Error-Mode=any && return
    # Old lists may still name everything; if they do not, the installation says so.
    note "the package lists could not be refreshed ($(grep -m1 '^[EW]:' build/apt.log || true)); going on with what is known"
}

# Runs apt with its output in build/apt.log and the lines that show progress on the screen.
with_apt_log() {
    "$@" 2>&1 9>&- | tee build/apt.log |
        awk '/^Need to get|^Fetched/ { print "   " $0; fflush() }
             /^Setting up/ { n++; if (n % 25 == 0) { print "   " n " packages set up"; fflush() } }'
    return "${PIPESTATUS[0]}"
}

has_syntax_highlighting() {
    local config
    for config in build/deps/ksyntaxhighlighting/lib/cmake/KF5SyntaxHighlighting/KF5SyntaxHighlightingConfig.cmake \
        /usr/lib/*/cmake/KF6SyntaxHighlighting/KF6SyntaxHighlightingConfig.cmake \
        /usr/lib*/cmake/KF6SyntaxHighlighting/KF6SyntaxHighlightingConfig.cmake; do
        [[ -e $config ]] && return
    done
    return 1
}
