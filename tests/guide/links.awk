# Which links lead nowhere. Reads the names of all files, one a line, then what page.awk found; prints
# problems as that does. Run with LC_ALL=C: it deals in bytes.

BEGIN {
    FS = "\t"
    for (i = 0; i < 256; i++) byte[sprintf("%02X", i)] = sprintf("%c", i)
}

function decoded(text,  result) {
    result = ""
    while (match(text, /%[0-9A-Fa-f][0-9A-Fa-f]/)) {
        result = result substr(text, 1, RSTART - 1) byte[toupper(substr(text, RSTART + 1, 2))]
        text = substr(text, RSTART + 3)
    }
    return result text
}

# The path from the root of what `path` means on the page `from`.
function resolved(from, path) {
    if (path == "") return from
    if (from ~ /\//) { sub(/[^\/]*$/, "", from); path = from path }
    while (sub(/[^\/]+\/\.\.\//, "", path)) continue
    return path
}

# What stands behind `?` is for scripts.
function without_query(address) { sub(/\?.*/, "", address); return decoded(address) }

function problem(text) { printf "problem\tlinks\t%s\t%s\n", $2, text }

NR == FNR { exists[$0] = 1; next }
$1 == "id" { places[$2, $3] = 1; next }
$1 == "link" && $3 ~ /^(https?:\/\/|mailto:)/ { next }
$1 == "link" && ($3 ~ /^[A-Za-z][A-Za-z0-9+.-]*:/ || $3 ~ /^[\/\\]/ || $3 ~ /\/$/ || $3 == "") {
    problem("leads out of the guide: " $3)
    next
}
$1 == "link" { at[++n] = $2; to[n] = $3 }

END {
    for (i = 1; i <= n; i++) {
        hash = index(to[i], "#")
        $2 = at[i]
        path = resolved(at[i], without_query(hash ? substr(to[i], 1, hash - 1) : to[i]))
        if (!(path in exists)) problem("no such file: " to[i])
        else if (hash && !((path, decoded(substr(to[i], hash + 1))) in places)) problem("no such place: " to[i])
    }
}
