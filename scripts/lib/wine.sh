#!/usr/bin/env bash
# wine.sh HOME PROGRAM ARGUMENT…: becomes a program of wine with HOME's own drive, so that a signal to us is one to it.
# Python for Windows ends at its start ("Invalid handle") unless its input is /dev/null and its output a pipe.
export WINEPREFIX="$1/prefix" WINEARCH=win64 WINEDEBUG="${WINEDEBUG:--all}"
shift
umask 077 # what a program makes without a list of its own is closed to others, as in the folders of a Windows user
[ -p /dev/stdout ] || exec > >(cat)
exec "$@" </dev/null 2>&1
