# What stands on the pages that show more than a model or a mapping says in one place; run sources this.

# cells FILE: the pairs that a matrix shows, "FROM TO" a line.
cells() {
    xmllint --html --xpath '//table[contains(@class, "matrix")]//td[@data-to]' "$1" 2>/dev/null | grep -o 'data-to="[^"]*"' | wc -l
}

check_mapping_pages() {
    pages=$work/library/mappings
    pairs=$(($(wc -l <"$pages/ISO20000-to-CMMI-SVC-matrix.csv") - 1))
    result "the matrix and its reverse hold every pair" "$(
        [ "$(cells "$pages/ISO20000-to-CMMI-SVC-matrix.html")" = $pairs ] || echo "matrix: not $pairs"
        [ "$(cells "$pages/ISO20000-to-CMMI-SVC-reverse.html")" = $pairs ] || echo "reverse: not $pairs")"
    result "a reverse matrix turns relations" "$(
        grep -q 'superset of' "$pages/SSE-CMM-to-SM-reverse.html" || echo 'no superset'
        grep -q 'data-to="BP.02.03"' "$pages/SSE-CMM-to-SM-reverse.html" || echo 'no BP.02.03')"
    result "a matrix shows what has no row" "$(tr -d '\n' <"$pages/ISO20000-to-CMMI-SVC-matrix.html" |
        grep -q '9\.1</b>[^/]*/bdi></a></th><td class="none"[^>]*><span[^>]*>[^<]*</span> unmapped' || echo '9.1 is not there')"
    # each that is not covered stands in one of the three kinds, with the reason that its row gives
    result "gaps are of three kinds" "$(
        awk -F'","' 'NR > 1 { n[$5]++ } END { print n["gap"] + 0, n["not-assessed"] + 0, n["not-applicable"] + 0 }' \
            "$pages/ISO20000-to-CMMI-SVC-gaps.csv" | grep -qx '0 7 4' || echo "not 0, 7 and 4"
        grep -q 'CMMI-SVC has no information security management' "$pages/ISO20000-to-CMMI-SVC-gaps.html" || echo 'no reason for 6.6')"
    result "every gap of the coverage is a gap of the gaps" "$(
        grep -c '"\(gap\|undecided\|unmapped\|not_applicable\)","' "$pages/SSE-CMM-to-SM-coverage.csv" >"$work/one"
        wc -l <"$pages/SSE-CMM-to-SM-gaps.csv" | awk '{ print $1 - 1 }' | diff - "$work/one")"
    # the numbers on the tiles of a side are those of the whole
    result "tiles add up" "$(xmllint --html --xpath '(//table[@class="heat"])[1]//span[@class="n"]/span[1]/text()' \
        "$pages/CERT-RMM-to-SM-coverage.html" 2>/dev/null | tr -s '\n' ' ' | sed 's/\([0-9]\) *\([0-9]*\/\)/\1 \2/g' |
        grep -o '[0-9]*/[0-9]*' | awk -F/ '{ n += $1; of += $2 } END { print n "/" of }' | grep -vx '54/94')"
    result "a heat map by level needs levels" "$(
        grep -q 'class="heat grid"' "$pages/ITIL-to-CMMI-SVC-coverage.html" || echo 'none by maturity level'
        grep -q 'Since 2007' "$pages/ITIL-to-CMMI-SVC-coverage.html" && echo 'one by year')"
    result "how a mapping was made is in numbers" "$(tr -d '\n' <"$pages/ITIL-to-CMMI-SVC.html" |
        grep -q 'mapped <b>25</b></li> <li>gap <b>2</b></li> <li>not applicable <b>1</b>' || echo 'not 25, 2 and 1')"
}

# What stands in the numbers stands in the rows below them.
check_compared() {
    page=$work/library/cmmi-svc/coverage.html
    result "mappings side by side: one and not the other" "$(
        said=$(grep -o '?rows-2=%5BITIL-to-CMMI-SVC%5D+-%5BISO20000-to-CMMI-SVC%5D#prm:table-2">[0-9]*' "$page" | sed 's/.*>//')
        rows=$(tr -d '\n' <"$page" | sed 's/<tr>/\n/g' | grep -F 'data-to="[ITIL-to-CMMI-SVC]"' |
            grep -cvF 'data-to="[ISO20000-to-CMMI-SVC]"')
        [ -n "$said" ] && [ "$said" = "$rows" ] && [ "$said" -gt 0 ] || echo "said $said, are $rows")"
    result "a model with one mapping has nothing to compare" "$(ls "$work/library/nist-csf/coverage.html" 2>/dev/null)"
}

check_home() {
    home=$work/library/index.html
    result "a picture has a box for each model that has to do with others" "$(
        [ "$(grep -c '<rect class="node' "$home")" = 10 ] || grep -c '<rect class="node' "$home")"
    result "a picture is for the eye alone, and said in words" "$(
        grep -q '<svg class="canvas"[^>]* aria-hidden="true"' "$home" || echo 'not hidden'
        grep -q 'ISO20000</b></a> <span aria-hidden="true">→</span> <a href="mappings/ISO20000-to-CMMI-SVC.html">' "$home" || echo 'no words')"
    result "home says what is new" "$(tr -d '\n' <"$home" | grep -q '>pseudo</th><td><a[^>]*><b>Security-Bolt-On' || echo 'no SM')"
    result "every page says which version it is of" "$(find "$work/library" -name '*.html' -print0 | xargs -0 grep -L '<footer class="bottom">')"
}

check_map() {
    result "the map of an area has what it meets" "$(tr -d '\n' <"$work/library/security-bolt-on/SM.html" |
        grep -q 'SM</b> <bdi>Security Management</bdi></a></th><td><p><b>ITIL</b> <span><a[^>]*>SD-07' || echo 'no SD-07')"
    result "an area that meets nothing has no map" "$(grep -l 'id="prm:map"' "$work/library/nist-csf"/*.html)"
}

# The whole guide on one page: every page of each model, and no way out of it but to matrices and files.
check_print() {
    print=$work/library/print.html
    result "the print edition has every page of a model" "$(
        for page in "$work"/library/cmmi-svc/*.html; do
            [ "$(basename "$page")" = coverage.html ] || # a matrix of mappings: it has a page of its own
            grep -qF "<article id=\"cmmi-svc/$(basename "$page")\">" "$print" || echo "no $(basename "$page")"
        done)"
    result "a bolt-on repeats nothing there" "$(grep -o '<article id="security-bolt-on/[^"]*"' "$print" |
        grep -v 'index.html\|SM.html')"
    result "links of the print edition stay on it" "$(sed -n '/<div class="edition">/,/<\/main>/p' "$print" | grep -o 'href="[^"#][^"]*"' |
        grep -v 'http\|-matrix.html\|-reverse.html\|/coverage.html\|\.csv"' | sort -u | head -3)"
    {
        echo 'architecture A { component box "Box" { contains box * } contains box * }'
        for i in 1 2 3; do
            echo "model M$i { architecture A"
            seq 1 $((i * 6000)) | sed 's/.*/box B&/'
            echo "}"
        done
    } >"$work/large.prm"
    "$program" guide "$work/large.prm" -o "$work/large" >/dev/null 2>&1
    result "a print edition that would be too large says so" "$(
        grep -q '1 more models and mappings are too large' "$work/large/print.html" || echo 'it does not'
        grep -q 'id="m3/' "$work/large/print.html" && echo 'M3 is there')"
    rm -r "$work/large"
}

check_products() {
    cat >"$work/products.prm" <<'END'
import "cmmi-svc.prm"
model Products "Products" {
  extends CMMI-SVC
  area WPS "Work" {
    purpose "Make things."
    goal ESG1 "Things are made" {
      practice ESP1.1 "Make" {
        work-product "Threat list"
        work-product "=1+1"
      }
      practice ESP1.2 "Mend" { work-product "threat list" }
    }
  }
}
END
    "$program" guide -I models "$work/products.prm" -o "$work/products" >/dev/null 2>&1
    result "a work product names all that produce it" "$(
        grep -qF '"Products","Threat list","WPS/ESP1.1, WPS/ESP1.2"' "$work/products/work-products.csv" || echo 'not in CSV'
        grep -q "\"'=1+1\"" "$work/products/work-products.csv" || echo 'a formula'
        [ "$(grep -c '<tr><th scope="row">' "$work/products/work-products.html")" = 2 ] || echo 'not two rows')"
    result "without work products there is no page of them" "$(ls "$work/shipped/index.html" >/dev/null; ls "$work/hostile" | grep work-products)"
    result "findings of a draft have a page, by model and rule" "$(tr -d '\n' <"$work/products/findings.html" |
        grep -q 'products/index.html"><b>Products.*missing-statement.*products/WPS.html#ESG1' || echo 'no ESG1')"
    "$program" guide --stage release -I models models/iso20000.prm -o "$work/released" >/dev/null 2>&1
    result "a release shows no findings" "$(ls "$work/released/index.html" >/dev/null; ls "$work/released" | grep findings)"
}

# main FILE: what a page says, without line ends.
main() { sed -n '/<main/,/<\/main/p' "$1" | tr -d '\n'; }

# Links by identifiers that something had before.
check_former() {
    cat >"$work/former.prm" <<'END'
architecture A "A" {
  grouping component group "Group" plural "Groups" { contains area * }
  component area "Area" plural "Areas" { contains goal *, practice * }
  component goal "Goal" { contains practice * }
  component practice "Practice" { contains step * }
  component step "Step"
  contains group *, area *
}
model M "M" {
  architecture A
  group G2 "Group" {
    was G1
    area NEW "Renamed" {
      was OLD
      was OLDER
      practice P2 "Renumbered" {
        was P9
        step S2 "Renumbered as well" { was S9 }
      }
      practice P1 "Half of it" { was P9 }
      practice P3 "Took its number" { was P1 }
    }
  }
  area B1 "First half" { was WHOLE }
  area B2 "Second half" { was Whole }
  area X "Took its name" { was B1 }
}
END
    guide former "$work/former.prm" || return
    check_pages former
    check_names former
    check_objects former
    result "an old page leads to the new one" "$(
        for old in OLD OLDER; do
            grep -qF '<meta http-equiv="refresh" content="0; url=NEW.html"/>' "$work/former/m/$old.html" || echo "$old.html: no refresh"
            grep -qF '<meta name="robots" content="noindex"/>' "$work/former/m/$old.html" || echo "$old.html: to be found"
            grep -qF '<link rel="canonical" href="NEW.html"/>' "$work/former/m/$old.html" || echo "$old.html: not canonical"
            main "$work/former/m/$old.html" | grep -qF '<a class="moved" href="NEW.html"><b>NEW</b>' || echo "$old.html: no link"
        done)"
    result "an old page of several lets choose" "$(
        main "$work/former/m/WHOLE.html" | grep -q '<a href="B1.html">.*<a href="B2.html">' || echo 'not both'
        grep 'http-equiv="refresh"' "$work/former/m/WHOLE.html"
        ls "$work/former/m/Whole.html" 2>/dev/null)"
    result "what has the name now keeps it" "$(
        main "$work/former/m/B1.html" | grep -q 'First half' || echo 'B1 is another'
        grep -c 'id="P1"' "$work/former/m/NEW.html" | grep -vx 1
        tr -d '\n' <"$work/former/m/NEW.html" | grep -q '<section id="P1" class="part"><div class="head">' || echo 'P1 is another')"
    result "old places lead to the new ones" "$(
        jq -r '.objects[] | select(.aliases) | .url + " " + (.aliases | join(" "))' "$work/former/objects.json" >"$work/aliases"
        printf '%s\n' 'm/index.html#G2 m/index.html#G1' 'm/NEW.html m/OLD.html m/OLDER.html m/NEW.html#OLD m/NEW.html#OLDER' \
            'm/NEW.html#P2 m/NEW.html#P9' 'm/NEW.html#P2/S2 m/NEW.html#P2/S9 m/NEW.html#P9/S2 m/NEW.html#P9/S9' \
            'm/B1.html m/B1.html#WHOLE' 'm/B2.html m/B2.html#Whole' 'm/X.html m/X.html#B1' | diff - "$work/aliases"
        jq -r '.objects[].aliases[]?' "$work/former/objects.json" | sed 's/^/link\tobjects.json\t/' | cat "$work/facts" - >"$work/aliased"
        awk -f "$here/links.awk" "$work/files" "$work/aliased" | grep -a objects.json)"
    result "the index has old identifiers, and says so" "$(main "$work/former/a-z/identifiers.html" |
        grep -q '<b>OLD</b> <bdi>Renamed</bdi> <span class="tag">Formerly</span></a> <span class="place">M NEW' || echo 'no OLD')"
    result "the search knows old identifiers" "$(
        for key in old older p9 newp9 oldp9 olderp2 newp9s9 g1; do
            grep -qE "[\" ]$key[\" ]" "$work/former/search.en.js" || echo "no $key"
        done)"
    "$program" guide "$work/former.prm" --base-url https://example.org/ -o "$work/former" 2>/dev/null
    result "pages that lead on are in no site map" "$(grep -E 'OLD|WHOLE' "$work/former/sitemap.xml"
        grep -qF '<link rel="canonical" href="https://example.org/m/NEW.html"/>' "$work/former/m/OLD.html" || echo 'not canonical')"
    sed '/was OLD/d' "$work/former.prm" >"$work/unmoved.prm"
    "$program" guide "$work/unmoved.prm" -o "$work/former" 2>/dev/null
    result "and go when nothing leads there any more" "$(ls "$work/former/m/OLD.html" 2>/dev/null)"
}

# changed MODEL-OR-MAPPING COMPONENT...: its lines in the CSV of what has changed.
changed() { tr -d "\r" <"$work/now/changes.csv" | grep "^\"$1\"" | cut -d, -f2-; }

# What has changed since an earlier state, which may be a guide or a model.json.
check_changes() {
    cat >"$work/then.prm" <<'END'
architecture A "A" {
  component area "Area" plural "Areas" {
    text purpose
    attribute level integer 1..5
    reference near to practice *
    contains practice *
  }
  component practice "Practice" {
    text statement *
    contains step *
  }
  component step "Step"
  contains area *
}
model M "M" {
  architecture A
  version "1"
  area PP "Planning" {
    level 2
    purpose "Plan the work <b>well</b> and in time."
    near P2
    practice P1 "First" { statement "Do the first thing." }
    practice P2 "Second" {
      statement "Do the second."
      statement "And a third."
      step S1 "x"
    }
    practice P3 "Third"
    practice P4 "=Gone"
  }
  area QQ "Left alone" { was QX }
}
model G "Model that goes" { architecture A }
mapping MN "Mapping" {
  from M
  to M
  PP/P1 -> QQ "Because."
  PP/P2 -> QQ, PP/P2
  PP/P4 -> none
  QQ -> ?
}
END
    sed -e 's/version "1"/version "2"/' -e 's/area PP "Planning" {/area WP "Planning of work" {\n    was PP/' -e 's/level 2/level 3/' \
        -e 's/Plan the work/Plan all of the work/' -e 's/practice P4.*//' -e 's/practice P3 "Third"/practice P4 "Third" { was P3 }/' \
        -e 's/practice P2 "Second" {/practice P2 "Brand <i>new<\/i>"\n    practice P3 "Second" {\n      was P2/' \
        -e 's/near P2/near P3/' -e 's/statement "And/statement "Inserted."\n      &/' -e 's/^model G.*/model H "New" { architecture A }/' \
        -e 's/Because/Because of that/' -e 's/PP\/P4 -> none/WP\/P4 equals QQ/' -e 's/PP\/P2$/WP\/P3?/' -e 's/PP\/P2 /WP\/P3 /' \
        -e 's/PP\/P1/WP\/P1/' "$work/then.prm" >"$work/now.prm"
    "$program" build "$work/then.prm" -o "$work/then" 2>"$work/log"
    with="--since $work/then/guide"
    guide now "$work/now.prm" || return
    with=
    check_pages now
    cat >"$work/expected" <<'END'
"M","changed","version","1","2"
"WP/P2","added","","","Brand <i>new</i>"
"PP/P4","removed","","'=Gone",""
"WP","renumbered","","PP","WP"
"WP/P3","renumbered","","PP/P2","WP/P3"
"WP/P4","renumbered","","PP/P3","WP/P4"
"WP","changed","title","Planning","Planning of work"
"WP","changed","purpose","Plan the work <b>well</b> and in time.","Plan all of the work <b>well</b> and in time."
"WP","changed","level","2","3"
"WP/P3","changed","statement","","Inserted."
END
    result "changes of a model" "$(changed M | diff "$work/expected" -)"
    result "changes of a mapping: what only moved is the same" "$(changed MN >"$work/rows"
        diff - "$work/rows" <<'END'
"WP/P4","added","","","equals QQ"
"PP/P4","removed","","'-> none",""
"WP/P1","changed","","'-> QQ
"WP/P3","changed","","'-> QQ, WP/P3","'-> QQ, WP/P3?"
END
    )"
    result "changes: models that are new and gone" "$(changed '[GH]' | diff - /dev/fd/3 3<<'END'
"H","added","","","New"
"G","removed","","Model that goes",""
END
    )"
    result "changes: words that differ are marked" "$(main "$work/now/changes.html" | grep -qF \
        'Plan <ins>all of</ins> the work &lt;b&gt;well&lt;/b&gt; and in time.' || echo 'all of')"
    result "changes: home leads there" "$(grep -q 'href="changes.html">What has changed</a> <span class="tag">1[0-9]<' "$work/now/index.html" || echo no)"
    for since in then then/model.json; do
        "$program" guide "$work/now.prm" --since "$work/$since" -o "$work/same" 2>/dev/null
        result "changes: since $since" "$(diff -r "$work/now" "$work/same")"
    done
    "$program" guide "$work/now.prm" --since "$work/now" -o "$work/same" 2>/dev/null
    result "changes: none" "$(grep -q 'Nothing has changed' "$work/same/changes.html" || cat "$work/same/changes.csv")"
    "$program" guide "$work/now.prm" -o "$work/same" 2>/dev/null
    result "changes: no page where nobody asked" "$(ls "$work/same" | grep changes; grep changes.html "$work/same/index.html")"
    strange_states
}

# An earlier state may be anything.
strange_states() {
    n=0
    for state in '' '{' '[]' '{"schema": "prmc-model/2"}' '{"schema": ["prmc-model/1"]}'; do
        printf '%s' "$state" >"$work/strange.json"
        "$program" guide "$work/now.prm" --since "$work/strange.json" -o "$work/none" 2>"$work/log"
        result "an earlier state that is none: $state" "$([ $? = 2 ] && grep -q 'strange\.json' "$work/log" && [ ! -e "$work/none" ] || echo 'another status' | cat - "$work/log")"
    done
    for state in '{}' '"models": {}' '"models": [1, null, {"id": 7}, {"id": "M"}, {"id": "M"}]' '"models": [{"id": "M", "components": {"path": "WP"}}]' \
        '"models": [{"id": "M", "extends": "M", "components": [3, {"path": ["WP"]}, {"path": "WP", "texts": [], "was": "X", "title": {"a": 1}}]}]' \
        '"models": [{"id": "M", "title": "<script>", "components": [{"path": "WP", "title": 1.5, "texts": {"<b>": ["x\u0001y"]}, "references": {"\"": 2}}]}]' \
        '"mappings": [{"id": "MN", "rows": [{"sources": "x"}, {"sources": [1], "targets": {}}, null]}, {"id": "<i>"}]'; do
        printf '{"schema": "prmc-model/1", %s}' "${state#\{\}}" | sed 's/, }/}/' >"$work/strange.json"
        "$program" guide "$work/now.prm" --since "$work/strange.json" -o "$work/same" 2>"$work/log"
        status=$?
        n=$((n + 1))
        result "a strange earlier state, $n" "$([ $status = 0 ] || echo "status $status" | cat - "$work/log"
            xmllint --noout "$work/same/changes.html" 2>&1
            grep -F -e '<script>' -e '<b><b>' -e '<i>' "$work/same/changes.html")"
    done
}

# Seventy thousand words that stand once each make an index that is too large for fifty areas.
check_weight() {
    awk 'BEGIN {
        print "architecture A {\n  component area \"Area\" { text purpose * }\n  contains area *\n}\nmodel M {\n  architecture A"
        for (i = 1; i <= 50; i++) {
            printf "  area A%d {\n    purpose \"", i
            for (k = 1; k <= 1400; k++) printf "%x ", ++n * 30011 % 16777213
            print "\"\n  }"
        }
        print "}"
    }' >"$work/heavy.prm"
    "$program" guide "$work/heavy.prm" -o "$work/heavy" 2>"$work/log"
    result "a search that is too large is told of" "$(grep -q 'prmc: the search is slow to load: search.en.js' "$work/log" || echo 'it is not')"
    "$program" guide models/*.prm -o "$work/heavy" 2>"$work/log"
    result "one that is not is not" "$(grep 'slow to load' "$work/log"; test -e "$work/heavy/search.en.js" || echo 'there is none')"
    rm -r "$work/heavy"
}

# linked FILE: the terms that a page links, each as "TEXT -> ANCHOR".
linked() { main "$1" | grep -o 'class="term" href="[^"]*">[^<]*' | sed 's/.*#\([^"]*\)">\(.*\)/\2 -> \1/'; }

# The first use of a term on a page leads to the glossary, whatever its number and its case.
check_terms() {
    cat >"$work/terms.prm" <<'END'
architecture A { component area "Area" { text purpose, note * } contains area * }
model M "M" {
  architecture A
  language "en"
  area A1 "A risk in a title" {
    purpose "Risk is all; a riskless RISK of risks. Control the controls, service \"agreements\" with BPs, bp."
    note """
      # A threat above

      **Threat:** `threat`, [a threat](https://example.org) and security
      objectives for the policy, a<b policies.
      """
    note "The threats, a security objective & more risk."
  }
  area A2 "Again" { purpose "A policy against risk." }
}
model N "N" {
  architecture A
  language "de"
  area B1 { purpose "Das Risk und der Control, falls die Falle zu ist." }
  area B2 { purpose "Im Fall der Falle." }
}
model O "O" {
  architecture A
  language "en-GB"
  area C1 { purpose "See *this* control, the [x](https://example.org) risk, ITS work and the IT of S/MIME." }
}
glossary D "Begriffe" {
  language "de"
  term "Fall" "Was vorkommt."
}
glossary G "Terms" {
  language "en"
  term "risk" "A threat that may come. No risk."
  term "policy" "What <b>all</b> know."
  term "threat" "Harm, or a risk of it."
  term "control" "It helps."
  term "security objective" "An aim." { also "agreements" }
  term "base practice" "The least there is." { abbreviation "BP" }
  term "information technology" "Machines." { abbreviation "IT" }
  term "mail" "Letters." { abbreviation "S/MIME" }
}
END
    "$program" guide "$work/terms.prm" -o "$work/terms" 2>/dev/null
    result "terms: the first use of each is a link" "$(linked "$work/terms/m/A1.html" | diff - /dev/fd/3 3<<'END'
RISK -> risk
controls -> control
agreements -> security_objective
BPs -> base_practice
policy -> policy
threats -> threat
END
    )"
    result "terms: a page begins anew" "$(linked "$work/terms/m/A2.html" | tr '\n' ' ' | grep -qx 'policy -> policy risk -> risk ' || echo 'it does not')"
    result "terms: of another language are others" "$(
        linked "$work/terms/n/B1.html"
        linked "$work/terms/n/B2.html" | grep -qx 'Fall -> Fall' || echo 'no Fall')"
    result "terms: after markup, of another land, as abbreviations" "$(linked "$work/terms/o/C1.html" | tr '\n' ' ' |
        grep -qx 'control -> control risk -> risk IT -> information_technology S/MIME -> mail ' || linked "$work/terms/o/C1.html")"
    result "terms: a definition links others" "$(linked "$work/terms/glossaries/G.html" | tr '\n' ' ' |
        grep -qx 'threat -> threat risk -> risk ' || echo 'none, or others')"
    result "terms: each link leads to a definition" "$(
        sed -n 's/.*<dt id="\([^"]*\)".*/\1/p' "$work/terms/glossaries/G.html" >"$work/anchors"
        linked "$work/terms/m/A1.html" | sed 's/.*-> //' >"$work/places"
        [ -s "$work/places" ] && grep -vxF -f "$work/anchors" "$work/places")"
    result "terms: on one page as well" "$(
        grep -q 'class="term" href="#glossaries/G.html:' "$work/terms/print.html" || echo none)"
    result "terms: across lines and in Hindi" "$(linked "$work/library/security-bolt-on/SM.html" | grep -q '^service *system -> ' || echo 'no service system'
        linked "$work/languages/hi/security-bolt-on/SM.html" | grep -q '^सेवा -> ' || echo 'no सेवा')"
}

# Cards fall into files by their pages: of one page with more than a file takes the other file is empty, and is there.
check_card_files() {
    {
        printf '%s\n' 'architecture A {' 'component area "Area"' 'contains area *' '}' 'model M "M" {' 'architecture A' 'area X "X"' '}'
        echo 'glossary AB "AB" {'
        seq 1 1600 | sed 's/.*/term "word&" "It is said."/'
        echo '}'
    } >"$work/cards.prm"
    "$program" guide "$work/cards.prm" -o "$work/cards" >"$work/log" 2>&1
    result "cards: each folder has its files" "$(ls "$work/cards/glossaries/cards-1.js" "$work/cards/glossaries/cards-2.js" 2>&1 >/dev/null
        ls "$work/cards/m/cards-2.js" 2>/dev/null
        cat "$work/cards"/glossaries/cards-*.js | grep -c word | grep -vx 1600)"
}

# The tree beside a page marks what the page is about, if that is in it.
check_tree() {
    marked() { sed -n '/<nav class="tree"/,/<\/nav>/p' "$1" | grep -c aria-current; }
    result "the tree marks the page, and no other" "$(
        for page in mappings/ITIL-to-SM.html mappings/ITIL-to-SM-gaps.html glossaries/CMMI-Terms.html cmmi-svc/CM.html; do
            [ "$(marked "$work/library/$page")" -ge 1 ] || echo "$page: none"
        done
        for page in index.html print.html a-z/titles.html a-z/titles-2.html; do
            [ "$(marked "$work/library/$page")" = 0 ] || echo "$page: something"
        done)"
}

check_csv() {
    result "CSV of a translation has heads of its language" "$(
        for file in $(cd "$work/languages/hi" && find . -name '*.csv'); do
            head -n 1 "$work/languages/hi/$file" | grep -q 'घटक\|शब्द\|से' || echo "$file"
        done)"
    result "a model as CSV has every component" "$(
        awk 'END { print NR - 1 }' "$work/library/iso20000/components.csv" >"$work/one"
        jq '[.objects[] | select(.model == "ISO20000")] | length' "$work/library/objects.json" | diff - "$work/one")"
    result "cells of every CSV begin no formula" "$(find "$work/hostile" "$work/library" "$work/products" -name "*.csv" -print0 | xargs -0 cat | grep -aE '(^|,)"?[=@+-]')"
}

check_shown() {
    check_mapping_pages
    check_compared
    check_home
    check_map
    check_print
    check_products
    check_terms
    check_card_files
    check_tree
    check_csv
    check_former
    check_changes
    check_weight
}
