#!/usr/bin/env bash
# Sees that programs and fonts of the system are there: scripts/system_packages.sh python|node|fonts|chromium|postgresql …
# Where the user is root on Debian or Ubuntu, what is missing is installed; else the command that installs it is said.
# python and node are needed to go on; without the others some things are not to be had, and whoever needs them says so.
set -euo pipefail

has() {
  case $1 in
    python) python3 -c 'import ensurepip, venv' 2>/dev/null ;;
    node) command -v node >/dev/null && command -v npm >/dev/null ;;
    fonts) fc-list 2>/dev/null | grep -qE 'Noto (Sans|Serif) CJK|Source Han' || compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null ;;
    chromium)
      { command -v chromium || command -v chromium-browser || command -v google-chrome; } &&
        python3 -c 'import ctypes; ctypes.CDLL("libatomic.so.1")'
      ;;
    postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' || command -v initdb ;;
  esac >/dev/null 2>&1
}

packages() {
  case $1 in
    python) echo python3-venv ;;
    node) echo nodejs npm ;;
    fonts) echo fonts-noto-cjk fontconfig ;;
    chromium) echo chromium libatomic1 ;; # Playwright's driver needs libatomic
    *) echo "$1" ;;
  esac
}

old() { # programs that are there, but too old
  case $1 in
    python) ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' && echo "Python 3.11 or later is needed; this is $(python3 --version)" ;;
    node) [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 18 ] && echo "Node 18 or later is needed; this is $(node --version)" ;;
  esac
}

install() {
  local log; log=$(mktemp)
  echo "Installing $* …" >&2
  if (apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@") >"$log" 2>&1; then
    rm -f "$log"
  else
    tail -3 "$log" >&2
    rm -f "$log"
    return 1
  fi
}

missing=()
for thing in "$@"; do
  has "$thing" || missing+=("$thing")
done
if [ ${#missing[@]} -gt 0 ]; then
  wanted=$(for thing in "${missing[@]}"; do packages "$thing"; done | tr '\n' ' ')
  # shellcheck disable=SC2086
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null && install $wanted; then
    :
  else
    echo "Missing: ${missing[*]}. Install with: sudo apt-get install $wanted" >&2
  fi
fi

for thing in "$@"; do
  case $thing in
    python | node)
      has "$thing" || exit 1
      if message=$(old "$thing"); then
        echo "$message" >&2
        exit 1
      fi
      ;;
  esac
done
