# For the scripts that time the program from outside: gives them `newslint`, the `folder` to read and a `scratch` folder of their own.
#
#   source benches/copy/folder.sh [NEWSLINT] [FOLDER]
#
# Without a folder the copy is made here: a wire day of 5,000 invented stories, 18 MB.

newslint=${1:-target/release/newslint}
folder=${2:-}
scratch=$(mktemp -d)
trap 'rm -r "$scratch"' EXIT

# wire_day FOLDER [STORIES]
wire_day() {
    [ -x "$scratch/wire_day" ] || rustc -O --edition 2024 -o "$scratch/wire_day" benches/copy/wire_day.rs
    "$scratch/wire_day" "$@"
}

if [ -z "$folder" ]; then
    folder=$scratch/copy
    wire_day "$folder"
fi
