# fish completion for cpyread, made from its table of commands: cpyread help --completion fish

# Names of the index that begin like the word under the cursor.
function __cpyread_names
    set -l word (commandline -ct)
    string match -qr '^[A-Za-z_][A-Za-z0-9_]*$' -- $word; or return
    cpyread --tsv sql "SELECT DISTINCT name FROM symbols
        WHERE name >= '$word' AND name < '$word~' AND kind <> 'field' LIMIT 500" 2>/dev/null | tail -n +2
end

function __cpyread_versions
    for file in cpython-src/*.db ../cpython-src/*.db
        string replace -r '.*/(.*)\.db$' '$1' -- $file
    end
end

function __cpyread_folders
    __fish_complete_directories (commandline -ct)
end

function __cpyread_commands
    complete -C 'cpyread ' | string replace -r '\t.*' ''
end

complete -c cpyread -f
@TABLE@
