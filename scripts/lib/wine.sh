#!/bin/sh
# wine.sh HOME PROGRAM ARGUMENT…: runs a program of wine with HOME's own drive. Python for Windows ends at its start
# ("Invalid handle") unless its input is /dev/null and its output a pipe.
home=$1
shift
export WINEPREFIX="$home/prefix" WINEARCH=win64 WINEDEBUG="${WINEDEBUG:--all}"
umask 077 # what a program makes without a list of its own is closed to others, as in the folders of a Windows user
code=$(mktemp)
trap 'rm -f "$code"' EXIT
{
    "$@" </dev/null 2>&1
    echo $? >"$code"
} | cat
exit "$(cat "$code")"
