# Someone who is not root gets the line to type; sudo is asked for --install alone, and only if it needs no password.
. tests/sh/packages-common
user 1000
packages gcc git other && ends_with 1
says 'sudo apt-get install --no-install-recommends git other'
did_nothing

packages --install git && ends_with 1 # no terminal to type a password on
says 'sudo apt-get install --no-install-recommends git'
! grep -q install "$TMP/done" || failed 'it was installed all the same'

export NO_PASSWORD=0
packages --install git && ends_with 0
did sudo
did 'install git$'
