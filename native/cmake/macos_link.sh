#!/bin/sh
# macos_link.sh COMPILER ARCHITECTURE OLDEST OUT FILE…: links a module for macOS with LLVM's linker, since zig's own ends in a
# fault on a bundle and cannot keep symbols in. FILE…: objects and archives. What zig itself would link, its libc++, is
# asked of zig.
set -eu
compiler=$1 architecture=$2 oldest=$3 out=$4
shift 4
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
echo 'int main() {}' >"$work/empty.cpp"
runtimes=$(ZIG_VERBOSE_LINK=1 "$compiler" "$work/empty.cpp" -o "$work/empty" 2>&1 | tr ' ' '\n' |
    grep -E '/lib(c\+\+|c\+\+abi|compiler_rt)\.a$')
echo '_PyInit__native' >"$work/exports"
# -dead_strip and -x: what strip would do, which afterwards would break the signature.
exec_link() { ld64.lld-19 -arch "$architecture" -platform_version macos "$oldest" 15.5 -bundle -undefined dynamic_lookup \
    -exported_symbols_list "$work/exports" -adhoc_codesign -dead_strip -x -o "$out" "$@"; }
# shellcheck disable=SC2086 # a list of files
exec_link "$@" $runtimes "$(dirname "$MALLOC_VR_ZIG")/lib/libc/darwin/libSystem.tbd"
