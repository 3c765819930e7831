# Completes in fish: complete.fish SCRIPT FOLDER; see complete.bash.

source $argv[1]; or exit 1
cd $argv[2]; or exit 1
set -g failed 0

# completes EXPECTED LINE: what is offered at the end of the line, in one line
function completes
    set -l offered (complete -C "$argv[2]" | string replace -r '\t.*' '' | sort | string join '|')
    if test "$offered" != "$argv[1]"
        echo "fish: $argv[2]: offered $offered, not $argv[1]" >&2
        set -g failed 1
    end
end

completes skeleton 'prmc sk'
completes (sort commands | string join '|') 'prmc '
while read -l command
    completes (string match -r -- '--.*' < options-$command | sort | string join '|') "prmc $command --"
end <commands
completes 'draft|release|review' 'prmc check --stage '
completes '--stage=review' 'prmc check --stage=rev'
completes missing-statement 'prmc check --deny missing-st'
completes github 'prmc check --format gi'
completes csv 'prmc coverage --format cs'
completes sarif= 'prmc check --output sar'
completes write 'prmc baseline wr'
completes json 'prmc export js'
completes missing-statement 'prmc explain missing-st'
completes skeleton 'prmc help sk'
completes 'a model.prm' 'prmc check a\ m'
exit $failed
