# What is wrong with a page by itself, and what must be seen together with other pages:
#
#     problem  CHECK  FILE  TEXT
#     id       FILE   ID
#     link     FILE   ADDRESS
#
# with tabs between. A page is well-formed, and no attribute holds `<` or `>`, so `<` begins a tag.

BEGIN {
    RS = "<"
    split("html head meta title link body a header p nav details summary ul ol li div main footer section article " \
          "h1 h2 h3 h4 h5 h6 span b bdi dl dt dd table caption thead tbody tr th td svg rect strong em s code pre " \
          "blockquote hr br script figure figcaption text path form label input del ins", names, " ")
    for (i in names) may_stand[names[i]] = 1
    split("lang charset name content http-equiv rel href hreflang class id aria-label aria-labelledby aria-current aria-hidden " \
          "role tabindex scope colspan open start data-to viewBox preserveAspectRatio x y width height rx d rowspan " \
          "method action for type placeholder defer src property", names, " ")
    for (i in names) may_say[names[i]] = 1
}

function problem(check, text) { printf "problem\t%s\t%s\t%s\n", check, file, text }

function plain(text) {
    gsub(/&lt;/, "<", text); gsub(/&gt;/, ">", text); gsub(/&#34;/, "\"", text); gsub(/&amp;/, "\\&", text)
    return text
}

function page_ends() {
    if (file == "") return
    if (language == "") problem("language", "the page says none")
    if (n_h1 != 1) problem("headings", "h1: " n_h1)
    if (index(title, heading) != 1) problem("headings", "the title `" title "` does not begin with `" heading "`")
    if (n_main != 1) problem("landmarks", "main: " n_main)
    if (!has_policy) problem("scripts", "no content security policy")
    if (n_scripts != 1) problem("scripts", "scripts: " n_scripts)
    if (n_styles != 1) problem("scripts", "style sheets: " n_styles)
    if (first_link != "#prm:main") problem("landmarks", "the first link does not skip to the text")
    if (caption_due) problem("tables", "a table without a caption")
}

FNR == 1 {
    page_ends()
    file = substr(FILENAME, 3); language = title = heading = first_link = ""
    n_h1 = n_main = level = has_policy = caption_due = n_scripts = n_styles = 0
    split("", ids); split("", navs)
    next
}

/^[!?\/]/ {
    if ($0 ~ /^\/h1>/) in_h1 = 0
    else if (in_h1) heading = heading substr($0, index($0, ">") + 1)
    next
}

# Every tag: its name and attributes.
{
    end = index($0, ">")
    tag = substr($0, 1, end - 1); text = substr($0, end + 1)
    sub(/\/$/, "", tag)
    match(tag, /^[A-Za-z0-9]*/)
    name = substr(tag, 1, RLENGTH)
    rest = substr(tag, RLENGTH + 1)
    if (!may_stand[name]) problem("markup", "<" tag ">")
    split("", says)
    while (match(rest, /^[ \n]+[A-Za-z-]+="[^"]*"/)) {
        part = substr(rest, 1, RLENGTH); rest = substr(rest, RLENGTH + 1)
        gsub(/^[ \n]+/, "", part)
        key = substr(part, 1, index(part, "=") - 1)
        says[key] = substr(part, length(key) + 3, length(part) - length(key) - 3)
        if (!may_say[key]) problem("markup", "<" tag ">")
    }
    if (rest !~ /^[ \n]*$/) problem("markup", "<" tag ">")

    if (caption_due && name != "caption") problem("tables", "a table without a caption")
    caption_due = name == "table"
    if ("lang" in says && says["lang"] !~ /^[A-Za-z][A-Za-z0-9-]+$/) problem("language", "lang " says["lang"])
    if (name == "html") language = says["lang"]
    if (name == "title") title = text
    if (name == "main") n_main++
    if (name == "meta" && says["http-equiv"] == "Content-Security-Policy" &&
        says["content"] == "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " \
                           "base-uri 'none'; form-action 'self'") has_policy = 1
    if (name == "script" && (says["src"] !~ /\.js$/ || !says["defer"] || text ~ /[^ \n]/))
        problem("scripts", "<" tag ">" text)
    n_scripts += name == "script"
    n_styles += says["rel"] == "stylesheet"
    if (name == "a" && first_link == "") first_link = says["href"]
    if (name ~ /^h[1-6]$/) {
        if (substr(name, 2) + 0 > level + 1) problem("headings", name " follows h" level ": " text)
        level = substr(name, 2) + 0
        if (level == 1) { n_h1++; in_h1 = 1; heading = "" }
    }
    if (name != "h1" && in_h1 || name == "h1") heading = heading text
    if (name == "nav") {
        label = says["aria-label"] says["aria-labelledby"]
        if (label == "" || label in navs) problem("landmarks", "a nav is called `" label "`")
        navs[label] = 1
    }
    if (name == "th" && says["scope"] !~ /^(row|col)$/) problem("tables", "a th without scope: " text)
    if (says["class"] == "scroll" && !(says["role"] == "region" && says["tabindex"] == "0" && says["aria-labelledby"] != ""))
        problem("tables", "a table that scrolls is no region with a name")
    if ("id" in says) {
        if (says["id"] in ids) problem("ids", "twice: " says["id"])
        if (says["id"] ~ /[ \t\n]/ || says["id"] == "") problem("ids", "not an id: `" says["id"] "`")
        ids[says["id"]] = 1
        printf "id\t%s\t%s\n", file, plain(says["id"])
    }
    if ("href" in says) printf "link\t%s\t%s\n", file, plain(says["href"])
    if ("src" in says) printf "link\t%s\t%s\n", file, plain(says["src"])
    if ("action" in says) printf "link\t%s\t%s\n", file, plain(says["action"])
}

END { page_ends() }
