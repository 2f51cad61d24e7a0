#!/bin/sh
# Starts the runtime in a mount namespace of its own, over a small or a read-only data folder.
# PERCH_RUNTIME_PROGRAM: the runtime; PERCH_DATA: the folder; PERCH_MOUNT: `small` or `readonly`.
exec unshare --map-root-user --mount sh -c '
  set -e
  case "$PERCH_MOUNT" in
    small) mount -t tmpfs -o size=96m none "$PERCH_DATA" ;;
    readonly)
      mount --bind "$PERCH_DATA" "$PERCH_DATA"
      mount -o remount,bind,ro "$PERCH_DATA"
      # What Chromium keeps has a place of its own: only the app'"'"'s own files are in question here.
      for folder in "$PERCH_DATA"/*/; do mount -t tmpfs none "$folder"; done ;;
  esac
  exec "$PERCH_RUNTIME_PROGRAM" "$@"
' sh "$@"
