# Completes in bash as a user does: complete.bash SCRIPT FOLDER; the folder holds `commands`, `options-COMMAND` and
# `a model.prm`.

source "$1" || exit 1
cd "$2" || exit 1
failed=0

# completes EXPECTED WORD...: what is offered for the last word, in one line
completes()
{
    local expected=$1
    shift
    COMP_WORDS=("$@")
    COMP_CWORD=$(($# - 1))
    _prmc
    local offered
    offered=$(printf '%s\n' "${COMPREPLY[@]}" | sort | paste -sd '|')
    [ "$offered" = "$expected" ] && return
    printf 'bash: %s: offered %s, not %s\n' "$*" "$offered" "$expected" >&2
    failed=1
}

complete -p prmc >/dev/null || exit 1
completes skeleton prmc sk
completes "$( (cat commands; printf -- '--help\n--version\n') | sort | paste -sd '|')" prmc ''
while read -r command; do
    completes "$( (cat "options-$command"; echo --help) | sort | paste -sd '|')" prmc "$command" -
done <commands
completes 'draft|release|review' prmc check --stage ''
completes review prmc check --stage = rev
completes 'draft|release|review' prmc check --stage =
completes missing-statement prmc check --deny missing-st
completes 'github' prmc check --format gi
completes 'csv' prmc coverage --format c
completes 'sarif=' prmc check --output sa
completes 'write' prmc baseline w
completes 'json' prmc export j
completes 'missing-statement' prmc explain missing-st
completes 'skeleton' prmc help sk
completes 'a model.prm' prmc check 'a m'
completes '' prmc rules a
exit $failed
