#!/bin/sh
# The journeys need Debian's Chromium. As root it is installed; otherwise this says how.
set -eu
command -v chromium >/dev/null 2>&1 && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    echo "Installing Chromium (once) ..."
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null
    exit 0
fi
echo "The journeys need Chromium. On Debian or Ubuntu: sudo apt-get install chromium" >&2
exit 1
