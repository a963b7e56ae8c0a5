#!/bin/sh
# Pulls the feed, builds beside the site that stands, and takes its place only when all went well.
set -eu
cd "$(dirname "$0")"
npm --prefix "${CITEGATE:-../..}" run --silent feeds:pull -- \
  "${FEED_URL:-http://localhost:3000}" --out "$PWD/feed" --channel us-en
rm -rf next
hugo --quiet --destination next
rm -rf public
mv next public
