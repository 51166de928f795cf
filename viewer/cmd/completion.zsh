#compdef cpyread
# zsh completion for cpyread, made from its table of commands: cpyread help --completion zsh

# What a command takes: the kind of its arguments, then its options, each with the kind of its own.
_cpyread_table() {
    case $1 in
@TABLE@
    esac
}

# Names of the index that begin so; --db, --at and --src as they stand on the line.
_cpyread_names() {
    [[ $1 =~ '^[A-Za-z_][A-Za-z0-9_]*$' ]] || return
    cpyread $_cpyread_choice --tsv sql "SELECT DISTINCT name FROM symbols
        WHERE name >= '$1' AND name < '$1~' AND kind <> 'field' LIMIT 500" 2>/dev/null | tail -n +2
}

_cpyread_offer() {
    case $1 in
    files) _files ;;
    folders) _files -/ ;;
    names) compadd -- ${(f)"$(_cpyread_names $2)"} ;;
    versions) compadd -- cpython-src/*.db(N:t:r) ../cpython-src/*.db(N:t:r) ;;
    commands) compadd -- ${=$(_cpyread_table commands)} ;;
    =*) compadd -- ${(s:,:)1#=} ;;
    esac
}

_cpyread() {
    local word=$words[CURRENT] command= takes= each option i
    local -a options _cpyread_choice
    for ((i = 2; i < CURRENT; i++)); do
        each=$words[i]
        if [[ -n $takes ]]; then # the argument of the option before
            [[ $words[i-1] != --(db|at|src) ]] || _cpyread_choice+=($words[i-1] $each)
            takes=
            continue
        fi
        options=(${=$(_cpyread_table '')} ${=$(_cpyread_table "$command")})
        case $each in
        -*) for option in $options; do [[ $option != $each:* ]] || takes=${option#*:}; done ;;
        *) [[ -n $command ]] || command=$each ;;
        esac
    done
    options=(${=$(_cpyread_table '')} ${=$(_cpyread_table "$command")})
    if [[ -n $takes ]]; then
        _cpyread_offer $takes $word
    elif [[ $word == -* ]]; then
        compadd -- ${${(M)options:#-*}%%:*}
    elif [[ -z $command ]]; then
        _cpyread_offer commands $word
    else
        _cpyread_offer ${${=$(_cpyread_table "$command")}[1]} $word
    fi
}

_cpyread "$@"
