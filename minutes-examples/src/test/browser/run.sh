#!/bin/sh
# SPDX-License-Identifier: BSD-3-Clause
# run.sh SITE_FOLDER [REPORT_HTML [SESSIONS_SITE…]]: opens the public page of a session, the page of a report, and sites of
# many sessions, in Chromium.
# After `mvn -q -Pdemo`: minutes-examples/src/test/browser/run.sh demo/site demo/report.html
# CHROMIUM names the browser; otherwise /usr/bin/chromium, which root gets from apt if it is missing.
set -eu

if [ $# -lt 1 ] || [ ! -f "$1/index.html" ]; then
  echo "usage: run.sh SITE_FOLDER [REPORT_HTML [SESSIONS_SITE...]]" >&2
  exit 64
fi
site=$(cd "$1" && pwd -P)
report=
if [ $# -gt 1 ]; then
  report=$(cd "$(dirname "$2")" && pwd -P)/$(basename "$2")
  shift
fi
shift
for one in "$@"; do
  if [ ! -d "$one/assets" ]; then
    echo "run.sh: $one is no site of sessions" >&2
    exit 64
  fi
done
here=$(pwd -P)

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  if [ -n "${CHROMIUM:-}" ] || [ "$(id -u)" -ne 0 ]; then
    echo "run.sh: there is no ${CHROMIUM:-/usr/bin/chromium}; install chromium, or name it in CHROMIUM" >&2
    exit 69
  fi
  apt-get update -q >/dev/null
  DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends chromium >/dev/null
fi

# In target, so that nothing is installed among the sources.
source=$(cd "$(dirname "$0")" && pwd -P)
work=$source/../../../target/browser
mkdir -p "$work"
cp "$source"/*.mjs "$source"/package.json "$source"/package-lock.json "$work"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --silent

node page.test.mjs "$site"
if [ -f "$site/verify.js" ]; then
  node verify.test.mjs "$site"
fi
if [ -n "$report" ]; then
  node report.test.mjs "$report"
fi
for one in "$@"; do
  case $one in
    /*) node site.test.mjs "$one" ;;
    *) node site.test.mjs "$here/$one" ;;
  esac
done
