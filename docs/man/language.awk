# Makes prm(5) of docs/language.md: usage: awk -v version=VERSION -f docs/man/language.awk docs/language.md
#
# Knows the Markdown that stands there: headings, paragraphs, lists, tables, blocks of code, `code`, **strong**, links.

function escaped(s) {
    gsub(/\\/, "\\e", s)
    gsub(/-/, "\\-", s)
    return s
}

# Text with its marks: what is code or strong is bold.
function marked(s,    out, at, n, mark) {
    gsub(/\\\|/, "|", s)
    out = ""
    while (match(s, /`` [^`]*`[^`]*`[^`]* ``|`` `[^`]*` ``|`[^`]+`|\*\*[^*]+\*\*|\[[^][]+\]\([^)]+\)/)) {
        out = out escaped(substr(s, 1, RSTART - 1))
        mark = substr(s, RSTART, RLENGTH)
        s = substr(s, RSTART + RLENGTH)
        if (substr(mark, 1, 3) == "`` ")
            out = out "\\fB" escaped(substr(mark, 4, length(mark) - 6)) "\\fR"
        else if (substr(mark, 1, 1) == "`")
            out = out "\\fB" escaped(substr(mark, 2, length(mark) - 2)) "\\fR"
        else if (substr(mark, 1, 2) == "**")
            out = out "\\fB" marked(substr(mark, 3, length(mark) - 4)) "\\fR"
        else {
            sub(/^\[/, "", mark)
            sub(/\]\(.*/, "", mark)
            out = out marked(mark)
        }
    }
    return out escaped(s)
}

function put(s) {
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

function end_paragraph() {
    if (paragraph != "")
        put(marked(paragraph))
    paragraph = ""
}

# The cells of a row of a table; a bar in code is written with a backslash before it.
function split_row(line,    n, i) {
    gsub(/\\\|/, "\001", line)
    sub(/^\| */, "", line)
    sub(/ *\| *$/, "", line)
    n = split(line, cell, / *\| */)
    for (i = 1; i <= n; i++)
        gsub(/\001/, "|", cell[i])
    return n
}

# Rows of two cells are terms with what they mean; wider ones stay as they are.
function end_table(    i, n) {
    if (!n_rows)
        return
    if (wide) {
        separate()
        print ".nf\n.RS 4"
        for (i = 1; i <= n_rows; i++) {
            n = split_row(row[i])
            line = ""
            for (k = 1; k <= n; k++) {
                gsub(/\*\*/, "", cell[k])
                line = line sprintf("%-13s", cell[k])
            }
            sub(/ +$/, "", line)
            put(escaped(line))
        }
        print ".RE\n.fi"
    } else {
        fresh = 0
        for (i = 2; i <= n_rows; i++) {
            n = split_row(row[i])
            print ".TP"
            put(marked(cell[1]))
            put(marked(cell[2]))
        }
    }
    n_rows = 0
}

function end_all() {
    end_paragraph()
    end_table()
}

BEGIN {
    printf ".TH PRM 5 \"\" \"prmc %s\" \"File Formats\"\n", version
    print ".SH NAME\nprm \\- the language of process reference models and mappings"
}

/^```/ {
    end_all()
    code = !code
    if (code)
        separate()
    print code ? ".nf\n.RS 4" : ".RE\n.fi"
    next
}
code { put(escaped($0)); next }
/^# / { print ".SH DESCRIPTION"; fresh = 1; next }
/^## / { end_all(); printf ".SH \"%s\"\n", toupper(escaped(substr($0, 4))); fresh = 1; next }
/^\|[ |-]*$/ { next }
/^\|/ {
    end_paragraph()
    n = split_row($0)
    if (!n_rows)
        wide = n > 2
    row[++n_rows] = $0
    next
}
/^$/ { end_all(); next }
/^- / { end_all(); print ".IP \\(bu 2"; paragraph = substr($0, 3); fresh = 0; next }
{
    if (paragraph == "")
        separate()
    sub(/^ +/, "")
    paragraph = paragraph (paragraph == "" ? "" : " ") $0
}
END { end_all(); print ".SH SEE ALSO\n.BR prmc (1),\n.BR prm\\-tables (3)" }
