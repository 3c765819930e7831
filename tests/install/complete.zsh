# Completes in zsh on a terminal of its own: complete.zsh FOLDER-OF-_prmc FOLDER; see complete.bash.

zmodload zsh/zpty || { print 'skipped: zsh without zpty'; exit 0 }
functions_folder=$1
cd $2 || exit 1
failed=0

# What the line is when the completion is done goes to the file `line`.
zpty shell "TERM=dumb zsh -f -i" || { print 'skipped: zsh without a terminal'; exit 0 }
say() { zpty -w shell "$1" }
say "fpath=($functions_folder \$fpath); autoload -U compinit; compinit -u -D; PS1= PS2= LISTMAX=0"
say "setopt no_list_ambiguous no_auto_list; zstyle ':completion:*' completer _complete"
say "tell() { print -r -- \"\$BUFFER\" >line; BUFFER= }; zle -N tell; bindkey '^T' tell; bindkey '^I' complete-word"
say "print ready >line"
for i in {1..100}; do
    [[ -s line ]] && break
    sleep 0.1
done

# completes EXPECTED LINE: what the line becomes
completes() {
    rm -f line
    zpty -w -n shell "$2"$'\t\x14'
    for i in {1..100}; do
        [[ -s line ]] && break
        sleep 0.05
    done
    local became
    became=$(<line)
    if [[ $became != ${~1} ]]; then
        print -u 2 -r "zsh: $2: became $became, not $1"
        failed=1
    fi
}

completes 'prmc skeleton ' 'prmc sk'
while read -r command; do
    while read -r option; do
        # what is not known stays as it is; `--all` may become `--allow`, and `--po` `--portable`
        [[ $option == --* && $option != --all && $option != --po ]] && completes "prmc $command $option(=| )" "prmc $command $option"
    done <options-$command
done <commands
completes 'prmc check --stage=review ' 'prmc check --stage=rev'
completes 'prmc check --deny missing-statement ' 'prmc check --deny missing-st'
completes 'prmc check --format github ' 'prmc check --format gi'
completes 'prmc coverage --format csv ' 'prmc coverage --format c'
completes 'prmc check --output sarif=' 'prmc check --output sa'
completes 'prmc baseline write ' 'prmc baseline w'
completes 'prmc export json ' 'prmc export j'
completes 'prmc explain missing-statement ' 'prmc explain missing-st'
completes 'prmc help skeleton ' 'prmc help sk'
completes 'prmc check a\\ model.prm ' 'prmc check a\ m'
zpty -d shell
exit $failed
