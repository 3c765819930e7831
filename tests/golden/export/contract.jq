# What cli.md demands of "prmc-model/1"; prints every place that is otherwise.
def text: type == "string";
def maybe: . == null or type == "string";
def wrong(f; $what): select(f | not) | {wrong: $what, at: (.path? // .id? // .)};
def order: . as $p | ["EQ", "SUB", "SUP", "INT", "DR"] | map(select(. as $r | $p | index($r)));

(wrong(.schema == "prmc-model/1"; "schema")),
(wrong([.models, .mappings, .profiles, .glossaries] | all(type == "array"); "parts")),
(.models as $models | .models[]
    | wrong((.id | text) and (.title | maybe) and (.version | maybe) and (.language | text) and
            (.extends | maybe); "head of a model"),
      wrong((.architecture | text); "architecture"),
      wrong([.components[].path] | length == (unique | length); "paths are unique"),
      (([.components[] | .path] + [.extends as $e | $models[] | select(.id == $e) | .components[].path]) as $paths
       | .components[]
       | wrong((.path | text) and (.id | maybe) and (.kind | text) and (.title | maybe); "component"),
         wrong(.importance | IN(null, "required", "expected", "informative"); "importance"),
         wrong(.status | IN(null, "draft", "pseudo", "optional", "deprecated", "withdrawn"); "status"),
         wrong(.parent == null or (.parent | IN($paths[])); "parent"),
         wrong(.texts | type == "object" and all(.[]; type == "array" and all(.[]; text)); "texts"),
         wrong(.attributes | type == "object"; "attributes"),
         wrong(.references | type == "object" and all(.[]; type == "array" and all(.[]; text)); "references"),
         wrong((.source.file | text) and (.source.line > 0); "source"))),
(.mappings[]
    | wrong((.id | text) and (.from | text) and (.to | text) and (.derived | type == "boolean"); "head of a mapping"),
      wrong(.derived == (has("rows") | not); "rows"),
      (.rows[]?
       | wrong(.sources | length > 0; "sources"),
         wrong(.outcome | IN("targets", "none", "not-applicable", "undecided"); "outcome"),
         wrong((.outcome == "targets") == (.targets | length > 0); "targets"),
         wrong(.relation | text; "relation")),
      wrong([.edges[] | [.from, .to]] | length == (unique | length); "one edge a pair"),
      (.edges[]
       | wrong((.possible | length > 0) and .possible == (.possible | order); "possible"),
         wrong(.tentative | type == "boolean"; "tentative"),
         wrong(.supportive | IN(null, "supports", "supported-by"); "supportive"),
         wrong(.supportive == null or (.possible | length) == 5; "supportive holds all"),
         wrong(.via | type == "array" and all(.[]; type == "array" and all(.[]; text)); "via")))
