#!/bin/sh
# enter_root.sh ROOT UID GID FOLDER [SHARED...] -- COMMAND...
# Runs COMMAND inside ROOT, in FOLDER, as UID:GID, with every SHARED folder at its own path.
# Call it through `unshare -m`: its mounts then live in a namespace of their own and end with it.
set -eu

root="$1" user="$2" group="$3" folder="$4"
shift 4

for system in proc dev sys; do
    mount --rbind "/$system" "$root/$system"
done
# Blender lists the mounted file systems, and a base system has no such list.
[ -e "$root/etc/mtab" ] || ln -s /proc/self/mounts "$root/etc/mtab"
while [ "$1" != -- ]; do
    mkdir -p "$root$1"
    mount --bind "$1" "$root$1"
    shift
done
shift

# The network is the host's: its resolver, and its certificates for machines with their own.
for file in /etc/resolv.conf /etc/ssl/certs/ca-certificates.crt; do
    if [ -e "$file" ] && [ -e "$root$file" ]; then
        mount --bind "$(readlink -f "$file")" "$root$file"
    fi
done

exec chroot --userspec="$user:$group" "$root" \
    /bin/sh -c 'cd "$1" && shift && exec "$@"' enter_root "$folder" "$@"
