# shellcheck shell=sh disable=SC2016,SC2154
# (Backticks mark literals in messages; `root` comes from the script that sources this.)
#
# Sets up what casedoc needs, and nothing twice. Sourced by the scripts of the folder above.
#
# set_up run        what casedoc needs to run: Python packages and system libraries
# set_up develop    the same, and what the tests need
#
# Before sourcing, `root` names the folder of the repository, absolute and without symlinks.
# Afterwards `environment` is the folder of the virtual environment. What it does is told on stderr;
# it exits with 4 where this machine lacks something that can't be installed from here.
#
# Why stamps: the second start has to cost next to nothing. A stamp repeats all that the environment
# was made from, so that comparing takes a few milliseconds and no Python. It is removed before
# anything is changed and written last: what was interrupted has none, and is made anew.

environment=$root/.venv

# The environment is ours, whatever the caller has set for another Python.
unset PYTHONHOME PYTHONPATH

# On macOS Python finds the libraries of Homebrew only where it is told.
if [ -d /System/Library/Frameworks ]; then
    export DYLD_FALLBACK_LIBRARY_PATH="${DYLD_FALLBACK_LIBRARY_PATH:-/opt/homebrew/lib:/usr/local/lib:/usr/lib}"
fi

say() {
    printf 'casedoc: %s\n' "$1" >&2
}

# fail MESSAGE HINT: ends the script; the environment lacks something.
fail() {
    say "error: $1"
    printf '  hint: %s\n' "$2" >&2
    exit 4
}

# attempt COMMAND…: runs it in silence; what it printed is shown if it fails.
attempt() {
    if ! printed=$("$@" 2>&1); then
        printf '%s\n' "$printed" >&2
        return 1
    fi
}

set_up() {
    if is_ready "$1"; then
        lists_libraries || loads_libraries "$environment/bin/python" || install_libraries
        has_readers "$1" || install_readers
        return
    fi
    find_python
    take_turn
    lists_libraries || loads_libraries "$python" || install_libraries
    has_readers "$1" || install_readers
    is_ready "$1" || make_environment "$1"
    exec 9>&-
}

# --- Stamps ---------------------------------------------------------------------------------------

# Prints what the environment is made from.
describe() (
    cd "$root" || exit
    printf 'root %s\npython %s\n' "$root" "$(readlink -f "$environment/bin/python")"
    cksum pyproject.toml scripts/lib/setup.sh requirements/run.lock requirements/develop.lock
)

is_ready() {
    [ -x "$environment/bin/python" ] && [ -f "$environment/casedoc.$1" ] &&
        [ "$(cat "$environment/casedoc.$1")" = "$(describe)" ]
}

# Whether the environment is complete, in its place, and its Python still the same. What it holds may
# be of an older lock.
is_whole() {
    [ -x "$environment/bin/python" ] || return 1
    for stamp in "$environment/casedoc.run" "$environment/casedoc.develop"; do
        [ -f "$stamp" ] && [ "$(head -n 2 "$stamp")" = "$(describe | head -n 2)" ] && return
    done
    return 1
}

# --- One at a time --------------------------------------------------------------------------------

# Waits until no other set-up of this folder is under way. The system gives the turn back when this
# process ends, however it ends, so nothing stale can stay behind.
take_turn() {
    if ! (: >>"$environment.lock") 2>/dev/null; then
        fail "can't write to \`$root\`" 'casedoc is set up in this folder; copy it to a place of your own'
    fi
    exec 9>>"$environment.lock"
    "$python" -c '
import fcntl, signal, sys
signal.signal(signal.SIGINT, signal.SIG_DFL)
try:
    fcntl.flock(9, fcntl.LOCK_EX | fcntl.LOCK_NB)
except BlockingIOError:
    print("casedoc: waiting for another set-up to end", file=sys.stderr)
    fcntl.flock(9, fcntl.LOCK_EX)'
}

# --- Python ---------------------------------------------------------------------------------------

# Sets `python` to one that is new enough and can make environments; PYTHON names another choice.
find_python() {
    if [ -n "${PYTHON:-}" ]; then
        set -- "$PYTHON"
    else
        set -- python3.13 python3.12 python3.11 python3
    fi
    lacking=
    for python in "$@"; do
        command -v "$python" >/dev/null 2>&1 || continue
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue
        "$python" -c 'import ensurepip, venv' 2>/dev/null && return
        lacking=$python
    done
    if [ -n "$lacking" ]; then
        fail "\`$lacking\` has no module \`venv\`" \
            'on Debian and Ubuntu run as root: `apt-get install python3-venv`'
    fi
    fail "no Python 3.11 or newer${PYTHON:+ under the name \`$PYTHON\`}" \
        'install `python3` (with `python3-venv` on Debian and Ubuntu), or name one: `PYTHON=/path/to/python3`'
}

# --- Packages -------------------------------------------------------------------------------------

make_environment() {
    if is_whole; then
        rm -f "$environment/casedoc.run" "$environment/casedoc.develop"
    else
        say 'making an environment in .venv'
        clear_environment
        mkdir "$environment"
        : >"$environment/casedoc.mark"
        attempt "$python" -m venv "$environment" ||
            fail "\`$python -m venv\` failed" 'the lines above say why'
    fi
    say 'installing packages'
    attempt pip_install --require-hashes --only-binary :all: --requirement "$root/requirements/$1.lock" ||
        fail 'packages could not be installed' \
            'the lines above say why; this takes a connection to a package index, once (settings of pip hold)'
    attempt pip_install --no-build-isolation --no-deps --editable "$root" ||
        fail 'casedoc itself could not be installed' 'the lines above say why'
    # As Python compiles code once; where it can't be done now, the first document does it.
    attempt "$environment/bin/python" -m compileall -q "$root/src" || true
    attempt "$environment/bin/python" -m casedoc.build.prepare || true
    # Whoever can develop can run.
    describe >"$environment/casedoc.run"
    [ "$1" = run ] || describe >"$environment/casedoc.$1"
}

# Removes what is at the place of the environment, if it is ours: marked, or an empty folder.
clear_environment() {
    if [ -e "$environment" ] && ! rmdir "$environment" 2>/dev/null; then
        [ -e "$environment/casedoc.mark" ] ||
            fail "\`$environment\` is there, and not made by casedoc" 'move it away, then start again'
        # Out of the way first: half removed it might have lost its mark.
        rm -rf "$environment.old"
        mv "$environment" "$environment.old"
    fi
    rm -rf "$environment.old"
}

pip_install() {
    # PIP_USER: packages belong into the environment, also for those who install elsewhere by default.
    PIP_USER=0 "$environment/bin/python" -m pip install --quiet --no-input \
        --disable-pip-version-check "$@" 9>&-
}

# --- System libraries -----------------------------------------------------------------------------

libraries='libgobject-2.0 libpango-1.0 libpangoft2-1.0 libharfbuzz libharfbuzz-subset libfontconfig'

# Whether the linker's cache lists all of them: quick, but not every system has one that can be asked.
lists_libraries() {
    listed=$(PATH=$PATH:/sbin:/usr/sbin ldconfig -p 2>/dev/null) || return 1
    for library in $libraries; do
        case $listed in
            *"$library.so."*) ;;
            *) return 1 ;;
        esac
    done
}

# Whether the Python $1 can load them: the truth, in some 50 ms.
loads_libraries() {
    # shellcheck disable=SC2086 # One word for each library.
    "$1" -c '
import ctypes, sys
for name in sys.argv[1:]:
    for file in (f"{name}.so.0", f"{name}.so.1", f"{name}.dylib", f"{name}.0.dylib", f"{name}.1.dylib"):
        try:
            ctypes.CDLL(file)
        except OSError:
            continue
        break
    else:
        sys.exit(1)' $libraries
}

install_libraries() {
    what='the system libraries Pango, HarfBuzz and Fontconfig are not complete'
    if [ -d /System/Library/Frameworks ]; then
        fail "$what" 'run `brew install pango`'
    elif command -v apt-get >/dev/null 2>&1; then
        install_debian_packages \
            'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz0b libharfbuzz-subset0 libfontconfig1'
    elif command -v dnf >/dev/null 2>&1; then
        fail "$what" 'run as root: `dnf install pango harfbuzz fontconfig`'
    elif command -v apk >/dev/null 2>&1; then
        fail "$what" 'run as root: `apk add pango harfbuzz harfbuzz-subset fontconfig`'
    else
        fail "$what" "install what your system calls these: $libraries"
    fi
}

# Whether the tests find the programs that read finished pages and Word files back.
has_readers() {
    [ "$1" = run ] ||
        { command -v pdftotext && command -v pdftoppm && command -v soffice; } >/dev/null
}

install_readers() {
    what='not all programs that the tests read with are there: `pdftotext`, `pdftoppm`, `soffice`'
    if [ -d /System/Library/Frameworks ]; then
        fail "$what" 'run `brew install poppler`, and `brew install --cask libreoffice`'
    elif command -v apt-get >/dev/null 2>&1; then
        install_debian_packages 'poppler-utils libreoffice-writer-nogui'
    else
        fail "$what" 'install what your system calls poppler-utils and libreoffice-writer'
    fi
}

# install_debian_packages PACKAGES: by apt-get, as root or through sudo.
install_debian_packages() {
    packages=$1
    by_hand="run as root: \`apt-get update && apt-get install --no-install-recommends $packages\`"
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    elif [ -t 0 ] && command -v sudo >/dev/null 2>&1; then
        as_root=sudo
    else
        fail "$what" "$by_hand"
    fi
    say "installing $packages"
    attempt apt_install || fail "$what, and could not be installed" "$by_hand"
}

apt_install() {
    # A list that can't be fetched anew is no reason to stop: the package may be there all the same.
    apt_get update || true
    # shellcheck disable=SC2086 # One word for each package.
    apt_get install --yes --no-install-recommends $packages
}

apt_get() {
    # shellcheck disable=SC2086 # `as_root` may be nothing, or a command with a flag.
    $as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get --quiet --quiet --option DPkg::Lock::Timeout=300 "$@" 9>&-
}
