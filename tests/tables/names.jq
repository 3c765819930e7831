# Turns the document of `prmc export json` into C that names every table and every constant.

def hex: if . < 16 then "0123456789abcdef"[.:. + 1] else (. / 16 | floor | hex) + (. % 16 | hex) end;
def plain: explode | map(if . >= 128 then "_u" + (hex | if length < 4 then ("0000" + .)[-4:] else . end)
    else [.] | implode | gsub("[^A-Za-z0-9]"; "_") end) | add;
def object: (if test("^[a-z]") then "prm__" else "prm_" end) + plain;
def file: (ascii_downcase | plain) | if . == "time" then "prm_time" else . end;
def constant($model; $i):
  if .id == null then $i else "PRM_\($model | plain)_\(.path | plain)" end;

"#include \"check.h\"",
(.models[], .mappings[], .profiles[] | "#include \"\(.id | file).h\""),
(.models | to_entries[] | .key as $k | .value | .id as $model
  | "static const uint32_t constants\($k)[] = {",
    (.components | to_entries[] | .key as $i | .value | "    \(constant($model; $i)),"),
    "    0};"),
"const struct named_model named_models[] = {",
(.models | to_entries[]
  | "    {\(.value.id | @json), &\(.value.id | object), constants\(.key), \(.value.components | length)},"),
"};",
"const struct named_mapping named_mappings[] = {",
(.mappings[] | "    {\(.id | @json), &\(.id | object)},"),
"    {\"\", NULL}};",
"const struct named_profile named_profiles[] = {",
(.profiles[] | "    {\(.id | @json), &\(.id | object)},"),
"    {\"\", NULL}};",
"const uint32_t n_named_profiles = \(.profiles | length);",
"const uint32_t n_named_models = \(.models | length), n_named_mappings = \(.mappings | length);"
