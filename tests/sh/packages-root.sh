# Root's apt installs what is missing and only that, and reads new lists first if it does not know a package.
. tests/sh/packages-common
user 0
packages gcc git && ends_with 0
says 'missing: git'
did 'install git$'
did '--no-install-recommends'
! grep -q update "$TMP/done" || failed 'lists were read for nothing'

packages gcc git brand-new && ends_with 0
head -n 1 "$TMP/done" | grep -q update || failed 'new lists were not read first'
did 'install brand-new git$'

# A mirror that has moved on: once more with new lists, then no more.
program apt-get <<END
echo "\$*" >>"$TMP/done"
case "\$*" in *install*) exit 100 ;; esac
END
packages git && ends_with 1
says 'could not install git'
[ "$(grep -c install "$TMP/done")" -eq 2 ] || failed 'it was not tried twice'
