# bash completion for cpyread, made from its table of commands: cpyread help --completion bash
# shellcheck shell=bash

# What a command takes: the kind of its arguments, then its options, each with the kind of its own.
_cpyread_table() {
    case $1 in
@TABLE@
    esac
}

# Names of the index that begin so; --db, --at and --src as they stand on the line.
_cpyread_names() {
    [[ $1 =~ ^[A-Za-z_][A-Za-z0-9_]*$ ]] || return
    cpyread "${_cpyread_choice[@]}" --tsv sql "SELECT DISTINCT name FROM symbols
        WHERE name >= '$1' AND name < '$1~' AND kind <> 'field' LIMIT 500" 2>/dev/null | tail -n +2
}

_cpyread_versions() {
    local file
    for file in cpython-src/*.db ../cpython-src/*.db; do
        [[ ! -e $file ]] || { file=${file##*/} && echo "${file%.db}"; }
    done
}

# _cpyread_offer KIND WORD: what begins with the word and is of that kind.
_cpyread_offer() {
    case $1 in
    files) compgen -f -- "$2" ;;
    folders) compgen -d -- "$2" ;;
    names) _cpyread_names "$2" ;;
    versions) compgen -W "$(_cpyread_versions)" -- "$2" ;;
    commands) compgen -W "$(_cpyread_table commands)" -- "$2" ;;
    =*)
        local words=${1#=}
        compgen -W "${words//,/ }" -- "$2"
        ;;
    esac
}

_cpyread() {
    local word=$2 command='' takes='' each option i
    local -a options _cpyread_choice=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        each=${COMP_WORDS[i]}
        if [[ -n $takes ]]; then # the argument of the option before
            [[ ${COMP_WORDS[i - 1]} != --@(db|at|src) ]] || _cpyread_choice+=("${COMP_WORDS[i - 1]}" "$each")
            takes=''
            continue
        fi
        read -ra options <<<"$(_cpyread_table '') $(_cpyread_table "$command")"
        case $each in
        -*) for option in "${options[@]}"; do [[ $option != "$each":* ]] || takes=${option#*:}; done ;;
        *) [[ -n $command ]] || command=$each ;;
        esac
    done
    read -ra options <<<"$(_cpyread_table '') $(_cpyread_table "$command")"
    if [[ -n $takes ]]; then
        mapfile -t COMPREPLY < <(_cpyread_offer "$takes" "$word")
    elif [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${options[*]%%:*}" -- "$word")
    elif [[ -z $command ]]; then
        mapfile -t COMPREPLY < <(_cpyread_offer commands "$word")
    else
        read -r takes _ <<<"$(_cpyread_table "$command")"
        mapfile -t COMPREPLY < <(_cpyread_offer "$takes" "$word")
    fi
}

complete -o filenames -F _cpyread cpyread
