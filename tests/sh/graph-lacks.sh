# What the machine may lack for a picture, and where it cannot be written: a line that says so, status 3, and the old file
# as it was. The picture as text needs none of it.
test -s "$MINI.db" || { echo 'no index of the small tree'; exit 77; }
export CPYREAD_DB="$MINI.db" PATH="$BUILD:$PATH"
cd "$TMP"
mkdir none
echo old > old.svg
cp old.svg old.pdf
cp old.svg old.png

# refused MESSAGE WORDS…
refused() {
    message=$1
    shift
    status=0
    "$@" > printed 2> said || status=$?
    [ $status -eq 3 ] || { echo "status $status: $*"; cat said; exit 1; }
    grep -q -e "$message" said || { cat said; exit 1; }
    [ "$(wc -l < said)" -eq 1 ] || { echo 'not one line:'; cat said; exit 1; }
    [ ! -s printed ] || { echo 'it printed something:'; cat printed; exit 1; }
    [ "$(cat old.svg old.pdf old.png | sort -u)" = old ]
    [ -z "$(find . -name '*.new')" ]
}

cat > fonts.conf <<END
<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>$TMP/none</dir><cachedir>$TMP/cache</cachedir></fontconfig>
END
refused 'no font here.*apt-get install' env FONTCONFIG_FILE="$TMP/fonts.conf" cpyread graph app1 -o old.pdf
refused 'no font here.*apt-get install' env FONTCONFIG_FILE="$TMP/fonts.conf" cpyread graph app1 -o old.png
refused 'no Korean font here' env FONTCONFIG_FILE="$TMP/fonts.conf" cpyread graph app1 --lang ko -o old.svg
printf -- '---\ntitle: a\n---\nText.\n```lines 1\n```\n' > note.md
refused 'no font here' env FONTCONFIG_FILE="$TMP/fonts.conf" cpyread handout note.md -o old.pdf
FONTCONFIG_FILE="$TMP/fonts.conf" cpyread graph app1 -o letters.svg > /dev/null # its letters are text
grep -q '>app1</text>' letters.svg

refused 'plugins are lacking.*apt-get install libgvc6' env GVBINDIR="$TMP/none" cpyread graph app1 -o old.svg
env GVBINDIR="$TMP/none" cpyread graph app1 | grep -q list_resize

refused 'cannot write none/x/p.svg: No such file' cpyread graph app1 -o none/x/p.svg
refused 'cannot write /proc/p.svg' cpyread graph app1 -o /proc/p.svg
if [ "$(id -u)" -ne 0 ]; then
    chmod 555 none
    refused 'cannot write none/p.svg: Permission denied' cpyread graph app1 -o none/p.svg
fi
( # no room on the disk
    ulimit -f 1
    trap '' XFSZ
    refused 'cannot write old.png: File too large' cpyread graph app1 -o old.png
)
