# Sourced by every command in scripts/: makes sure that Python 3.11 is there, then hands over to it.
# The comment at the head of a command is its help, so `--help` needs nothing installed.

mvr_lib="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"

mvr_log=/dev/stderr

mvr_help()
{
    awk 'NR > 1 { if (!/^#/) exit; sub(/^# ?/, ""); print }' "$1"
}

mvr_as_root()
{
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi
}

# A Python 3.11 that can make virtual environments (Debian ships ensurepip apart), or nothing.
mvr_find_python()
{
    local candidate
    for candidate in /usr/bin/python3.11 python3.11 python3; do
        if "$candidate" -c 'import sys, ensurepip, venv; sys.exit(sys.version_info[:2] != (3, 11))' \
            >/dev/null 2>&1; then
            printf '%s\n' "$candidate"
            return
        fi
    done
}

mvr_python()
{
    if [ -z "$(mvr_find_python)" ]; then
        echo "Installing python3 and python3-venv: these commands are written in Python 3.11" \
            "and keep what they need in virtual environments." >&2
        {
            mvr_as_root apt-get update -q
            mvr_as_root env DEBIAN_FRONTEND=noninteractive \
                apt-get install -y -q --no-install-recommends python3 python3-venv
        } >>"$mvr_log" 2>&1
    fi
    mvr_find_python
}

# mvr_log_to FILE: names the file that the tools' own output goes to, and begins it; for commands that say
# one line a step.
mvr_log_to()
{
    mkdir -p "$(dirname "$1")"
    : >"$1"
    mvr_log="$1"
    echo "What the tools print goes to $1" >&2
}

# mvr_run COMMAND ARGS...: runs devtools/COMMAND.py, or prints the help of the caller.
mvr_run()
{
    case "${2:-}" in
    -h | --help)
        mvr_help "$0"
        exit 0
        ;;
    esac
    local python
    python="$(mvr_python)"
    if [ -z "$python" ]; then
        echo "Python 3.11 with venv is needed and could not be installed (Debian 12 has it)." >&2
        exit 1
    fi
    exec "$python" "$mvr_lib/run.py" "$@"
}
