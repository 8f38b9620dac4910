#!/bin/sh
# One program under many names: <tool>-<target>, such as c++-x86_64-windows-gnu or ar-any. CMake and ccache want a
# compiler that is one file; MALLOC_VR_ZIG names zig's own.
name=${0##*/}
tool=${name%%-*}
case $tool in
cc | c++) exec "${MALLOC_VR_ZIG:?}" "$tool" -target "${name#*-}" "$@" ;;
*) exec "${MALLOC_VR_ZIG:?}" "$tool" "$@" ;;
esac
