# Makes a manual page of a public header: usage: awk -v version=VERSION -f docs/man/header.awk include/prm/tables.h
#
# The first comment is the description. Every comment before a declaration says what it declares: functions, types and
# constants are shown as they stand. What is private (prm_in_, and what no comment stands before) is left out.

function escaped(s) {
    gsub(/\\/, "\\e", s)
    gsub(/-/, "\\-", s)
    return s
}

function put(s) {
    s = escaped(s)
    if (s ~ /^[.']/)
        s = "\\&" s
    print s
}

# A new paragraph; a section begins with one by itself.
function separate() {
    if (!fresh)
        print ".PP"
    fresh = 0
}

# A comment: paragraphs; what is indented is code.
function put_comment(    i, line, code, begun) {
    for (i = 1; i <= n_comment; i++) {
        line = comment[i]
        if (line == "") {
            if (code)
                print ".RE\n.fi"
            code = 0
            begun = 0
            continue
        }
        if (line ~ /^ / && !code) {
            separate()
            print ".nf\n.RS 4"
            code = 1
        } else if (!begun && !code)
            separate()
        begun = 1
        sub(/^    /, "", line)
        put(line)
    }
    if (code)
        print ".RE\n.fi"
}

function put_code(    i) {
    separate()
    print ".nf\n.ft B"
    for (i = 1; i <= n_code; i++)
        put(code_line[i])
    print ".ft R\n.fi"
}

# What a block of lines declares, without bodies.
function flush_block(    private) {
    if (n_code && n_comment && !is_private) {
        put_code()
        put_comment()
    }
    n_code = n_comment = is_private = 0
}

function add_comment(line) {
    sub(/^ *\/\* ?/, "", line)
    sub(/^   /, "", line)
    sub(/ *\*\/ *$/, "", line)
    comment[++n_comment] = line
}

BEGIN { depth = 0 }

FNR == 1 {
    name = FILENAME
    sub(/.*\//, "", name)
    sub(/\.h$/, "", name)
    is_tables = name == "tables"
    page = is_tables ? "prm-tables" : name
    summary = is_tables ? "read the tables that prmc makes of models and mappings" : "the compiler of process reference models as a library"
    printf ".TH %s 3 \"\" \"prmc %s\" \"Library Functions\"\n", toupper(escaped(page)), version
    printf ".SH NAME\n%s \\- %s\n", escaped(page), summary
    printf ".SH SYNOPSIS\n.nf\n.B #include <prm/%s.h>\n.fi\n", name
}
/^#/ { next }
/^\/\* ---- .* ---- \*\/$/ {
    flush_block()
    title = $0
    gsub(/^\/\* ---- | ---- \*\/$/, "", title)
    section = title
    next
}
inside { add_comment($0); if (/\*\//) inside = 0; next }
/^\/\*/ {
    flush_block()
    add_comment($0)
    inside = !/\*\//
    next
}
/^$/ && !body {
    if (!described && n_comment) {
        print ".SH DESCRIPTION"
        fresh = 1
        put_comment()
        n_comment = 0
        described = 1
    }
    next
}
# The body of an inline function is not shown.
/^{/ { body = 1; next }
body { if (/^}/) body = 0; next }
/^extern "C"|^}$/ { next }
{
    if (section != "") {
        printf ".SH \"%s\"\n", toupper(escaped(section))
        fresh = 1
        section = ""
    }
    line = $0
    sub(/^PRMC_API /, "", line)
    if ((line ~ /prm_in_/ && line !~ /prm_in_profile/) || line ~ /^struct prm_(model|mapping|profile) \{/)
        is_private = 1
    if (sub(/^static inline /, "", line) || continued) {
        continued = line !~ /\)$/
        if (!continued)
            line = line ";"
        else
            sub(/^ +/, "    ", line)
    }
    code_line[++n_code] = line
}
END { flush_block(); print ".SH SEE ALSO\n.BR prmc (1),\n.BR prm (5)," (is_tables ? "\n.BR prmc (3)" : "\n.BR prm\\-tables (3)") }
