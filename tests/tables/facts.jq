# Turns the document of `prmc export json` into the list of facts that check.c reads.

def fact: map(if . == null then "" else tostring end) | @tsv;

# The values of each name, and how many they are.
def values($what; $i; $all):
  $all | to_entries[] | .key as $name | (.value | if type == "array" then . else [.] end)
  | (to_entries[] | [$what, $i, $name, .key, .value] | fact), ([$what, $i, $name, length] | fact);

def component($i):
  ([ "component", $i, .path, .id, .kind, .title, .importance, .status, .parent, .added_by, .label,
     .provenance ] | fact),
  values("text"; $i; .texts),
  values("attribute"; $i; .attributes + (if .was then {was} else {} end)),
  (.attributes | to_entries[] | select(.value | type == "number") | ["number", $i, .key, .value] | fact),
  values("reference"; $i; .references
    + (if .replaced_by then {"replaced-by": .replaced_by} else {} end)
    + (if .elaborates then {"for": .elaborates} else {} end));

def model:
  (["model", .id, .title, .version, (.components | length)] | fact),
  (.components | to_entries[] | .key as $i | .value | component($i));

def bits: map({EQ: 1, SUB: 2, SUP: 4, INT: 8, DR: 16}[.]) | add;
def rank: {"targets": 0, "undecided": 1, "none": 2, "not-applicable": 3}[.];
def passes: . == "none" or . == "not-applicable";

# What is said of each source that has rows or edges of its own: path -> {outcome, rationale}.
def own:
  if .derived then
    reduce .edges[] as $e ({};
      (if ($e.possible | contains(["DR"])) and ($e.possible | length) > 1 then "undecided" else "targets" end) as $o
      | if .[$e.from].outcome == "targets" then . else .[$e.from] = {outcome: $o} end)
  else
    reduce (.rows[] | . as $row | .sources[] | {source: ., $row}) as {$source, $row} ({};
      if .[$source] == null or ($row.outcome | rank) < (.[$source].outcome | rank)
      then .[$source] = ($row | {outcome, rationale}) else . end)
  end;

# The same of what `none` and `not-applicable` are said of, from where they pass down.
def passing:
  reduce ((.rows // [])[] | select(.outcome | passes) | . as $row | .sources[] | {source: ., $row})
    as {$source, $row} ({}; if .[$source] then . else .[$source] = ($row | {outcome, rationale}) end);

def outcomes($components):
  own as $own | passing as $passing
  | foreach $components[] as $c ($passing;
      if .[$c.path] == null and $c.parent != null then .[$c.path] = .[$c.parent] else . end;
      ($own[$c.path] // .[$c.path]) as $o | ["outcome", $c.path, $o.outcome, $o.rationale] | fact);

def mapping($models):
  (["mapping", .id, .title, .version, .from, .to] | fact),
  (.derived as $derived | .edges[]
    | ["edge", .from, .to, (.possible | bits), .tentative, .supportive, $derived] | fact),
  (.edges | group_by(.from)[] | ["edges", .[0].from, length] | fact),
  ((.rows // [])[] | . as $row | .sources[] as $s | .targets[] as $t
    | ["row", $s, $t, $row.relation, $row.rationale, $row.fit, $row.confidence, $row.rationale_kind,
       $row.strength, $row.note, $row.source] | fact),
  (.from as $from | outcomes($models[] | select(.id == $from) | .components));

# Every component of the model, taken or not.
def profile($models):
  (.components | map({(.): true}) | add // {}) as $taken | .id as $id | .of as $of
  | (["profile", .id, .title, .of, (.components | length)] | fact),
    ($models[] | select(.id == $of) | .components | to_entries[]
      | ["taken", $id, .key, ($taken[.value.path] // false)] | fact);


# A component's title in each language; it is the model's own where there is none. The context of a PO file names the
# model that declares the component.
def titles($all; $models):
  . as $model | def root: .extends as $e | if $e == null then .id else ($models[] | select(.id == $e) | root) end;
  root as $root | ["model", .id, .title, .version, (.components | length)] | fact,
  ($all[] as $in | $model.components | to_entries[]
    | ["title-in", .key, $in.language, $in.texts["\(.value.added_by // $root):\(.value.path) title"] // .value.title]
    | fact);

.translations as $all | .models as $models
  | ($models[] | model), ($models[] | titles($all // []; $models)), (.mappings[] | mapping($models)), (.profiles[] | profile($models))
