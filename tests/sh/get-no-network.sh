# A server that does not answer is given up soon, and each way that failed is told.
. tests/sh/get-common
real=$(command -v git)
instead_of git <<END
case "\$*" in *ls-remote*) exec sleep 60 ;; *) exec "$real" "\$@" ;; esac
END
start=$(date +%s)
get 3.7 && ends_with 3
[ $(($(date +%s) - start)) -lt 50 ] || failed 'waited for the server'
says 'no answer within 1 seconds'
says 'Debian: none of its releases that this kit knows has 3.7'
says 'CPython 3.7 could not be got'
leaves_nothing

rm "$TMP/bin/git"
export CPYREAD_UPSTREAM="file://$TMP/nowhere"
get 3.11 && ends_with 3
says 'does not appear to be a git repository'
says "Debian: no mirror that this machine's apt knows gave python3.11 of bookworm"
leaves_nothing
