# Debian's package, with an apt that is played: what it is told, what is made of its answers.
. tests/sh/get-common
export CPYREAD_UPSTREAM="file://$TMP/nowhere"
tree "$TMP/Python-3.11.2" 3.11.2
tar -C "$TMP" -czf "$TMP/orig.tar.gz" Python-3.11.2
instead_of apt-get <<END
case "\$*" in
indextargets*)
    echo 'http://a.example/other/ nodistro main'
    echo 'http://b.example/debian/ bookworm main'
    echo 'http://b.example/debian/ bookworm contrib'
    echo 'http://c.example/debian-security/ bookworm-security main' ;;
*-c\ conf\ update) cat sources.list conf >"$TMP/told" ;;
*-c\ conf\ source*) cp "$TMP/orig.tar.gz" ./python3.11_3.11.2.orig.tar.gz ;;
*) exit 100 ;;
esac
END
instead_of apt-cache <<'END'
echo 'Version: 3.11.2-6'
echo 'Version: 3.11.2-6+deb12u8'
END

get 3.11 && holds 3.11 3.11.2
says "CPython 3.11.2, the release as it is in Debian bookworm's source package"
grep -qE '^deb-src (\[signed-by=[^] ]*/debian-archive-keyring.gpg\] )?http://b.example/debian/ bookworm main$' \
    "$TMP/told" ||
    failed "sources.list: $(head -n 1 "$TMP/told")"
! grep -q 'a.example\|trusted' "$TMP/told" || failed 'another mirror was asked, or trusted unsigned'
grep -q '^Acquire::AllowInsecureRepositories "false";' "$TMP/told"
get 3.11.2 && holds 3.11.2 3.11.2
get 3.11.4 && ends_with 3
says 'Debian: bookworm has 3.11.2, not 3.11.4'
get 3.13 --rev v3.13.5 && ends_with 3
says 'its package has no history'
