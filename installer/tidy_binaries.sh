#!/bin/bash
# Usage: tidy_binaries.sh FOLDER. Takes from packed Linux libraries what only the machine that built them needs: where it
# looks for libraries, and the debugging symbols of Python's own. Libraries from wheels are left as they were published.
set -euo pipefail

find "$1" -type f -name '*.so*' -print0 | while IFS= read -r -d '' library; do
  case $(patchelf --print-rpath "$library" 2>/dev/null) in
    /*) patchelf --set-rpath '' "$library" # overwrites the path, which removing would leave in the file
      patchelf --remove-rpath "$library" ;;
  esac
  case $library in */lib-dynload/*|*/libpython3.*) strip --strip-unneeded "$library" ;; esac
done
