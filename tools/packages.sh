# shellcheck shell=bash
# Sourced by ./start and ./test: Debian packages, asked for only when they are missing.

# install_packages WHAT package... : nothing happens, and no network is asked, when all are there.
install_packages() {
  local what=$1 missing=() package
  shift
  if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "This is not Debian; $what needs (by their Debian names): $*"
    return 0
  fi
  for package in "$@"; do
    dpkg-query -W -f '${db:Status-Status}\n' "$package" 2>/dev/null | grep -qx installed ||
      missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  echo "Installing for $what (some minutes the first time): ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      echo "Run this as root, or install sudo, or install these packages first." >&2
      return 1
    fi
    as_root=(sudo)
  fi
  local log
  log=$(mktemp)
  # Hundreds of lines that only matter when something goes wrong.
  if ! { "${as_root[@]}" apt-get update -q &&
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -q --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 </dev/null; then
    tail -n 30 "$log" >&2
    rm -f "$log"
    return 1
  fi
  rm -f "$log"
}

# Prints the packages that building and running need. Another Node.js than Debian's is left alone.
building_packages() {
  echo g++ cmake ninja-build pkgconf ca-certificates libfmt-dev libxml2-dev libsqlite3-dev libxxhash-dev \
    zlib1g-dev libicu-dev libzip-dev libxlsxwriter-dev libssl-dev libboost1.81-dev nlohmann-json3-dev libeigen3-dev libmecab-dev mecab-utils mecab-ipadic-utf8 coinor-libcbc-dev
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo nodejs npm
  fi
}

jobs_at_once() { nproc 2>/dev/null || echo 2; }
