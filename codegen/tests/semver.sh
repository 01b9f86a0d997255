#!/usr/bin/env bash
# Asks cargo-semver-checks, an independent judge, about each update in codegen/tests/history.
#
# Makes a crate of the types of each version, in both readings, and lets the judge compare each with
# the one before. Prints a line per update: the two versions, the bump that clerk-codegen asks for,
# the one the judge asks for, and the judge's lints. Needs cargo-semver-checks and jq; the results
# of one run are in docs/semver.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cargo build --quiet --package clerk-codegen
generator=${CARGO_TARGET_DIR:-target}/debug/clerk-codegen

crate() {
    local schema=$1 folder=$2
    mkdir -p "$folder/src"
    cat >"$folder/Cargo.toml" <<'TOML'
[package]
name = "types"
version = "1.0.0"
edition = "2024"

[dependencies]
regress = "0.12"
serde = "1"
serde_json = "1"

[workspace]
TOML
    printf 'pub mod tolerant;\npub mod strict;\n' >"$folder/src/lib.rs"
    for reading in tolerant strict; do
        "$generator" generate "$schema" --reading "$reading" --out "$folder/src/$reading.rs" 2>/dev/null
    done
}

judge() {
    CARGO_TARGET_DIR=$work/target cargo semver-checks --manifest-path "$work/new/Cargo.toml" \
        --baseline-root "$work/old" --release-type patch --color never 2>&1 || true
}

for series in number errors link; do
    old=
    for new in codegen/tests/history/"$series"-*.json; do
        if [ -n "$old" ]; then
            rm -rf "$work/old" "$work/new"
            crate "$old" "$work/old"
            crate "$new" "$work/new"
            ours=$("$generator" diff "$old" "$new" --format json | jq --raw-output '.bump // "none"')
            said=$(judge)
            theirs=$(sed -n 's/.*semver requires new \(major\|minor\) version.*/\1/p' <<<"$said" | sort | head -1)
            if [ -z "$theirs" ]; then
                theirs=none
                grep -q 'no semver update required' <<<"$said" || { echo "$said" >&2; exit 1; }
            fi
            lints=$(sed -n 's/^--- \(failure\|warning\) \([a-z_]*\):.*/\2/p' <<<"$said" | sort -u | paste -sd' ')
            echo "$(basename "$old" .json) $(basename "$new" .json) ours=$ours theirs=$theirs lints: $lints"
        fi
        old=$new
    done
done
