/* words.c: the table of words; see words.h. Korean: 쪽 for pages, 줄 for lines, and no particle behind a symbol. */
#include "page/words.h"

static const char *const words[WORD_COUNT][LANG_COUNT] = {
    [WORD_DATE] = {"Date", "날짜"},
    [WORD_PLACE] = {"Place", "장소"},
    [WORD_LEAD] = {"Lead", "발제자"},
    [WORD_SOURCE] = {"Source", "소스"},
    [WORD_EXPECT] = {"I expect", "예상"},
    [WORD_PRINTED] = {"It printed", "실제"},
    [WORD_TERMS] = {"Terms", "용어"},
    [WORD_PRINTING] = {"Print on both sides (flip on the long edge) and bind the left margin.",
                       "양면 인쇄(긴 쪽으로 넘김), 왼쪽 가장자리를 묶으세요."},
    [WORD_FOLD_ONE] = {"⋯ %d line left out", "⋯ %d줄 생략"},
    [WORD_FOLD] = {"⋯ %d lines left out", "⋯ %d줄 생략"},
    [WORD_HIDDEN] = {"Hidden", "숨김"},
    [WORD_CUT] = {"Cut", "생략"},
    [WORD_IN_WORDS] = {"The picture in words", "글로 보기"},
    [WORD_NAMES] = {"Names on these pages", "이 소스에 나오는 이름"},
    [WORD_PAGE_BEFORE] = {"p. ", ""},
    [WORD_PAGE_AFTER] = {"", "쪽"},
    [WORD_USED] = {"used at", "줄"},
    [WORD_NOT_HERE] = {"not printed", "싣지 않음"},
    [WORD_FOR_LEAD] = {"For the lead", "발제자용"},
    [WORD_COMMIT] = {"Commit", "커밋"},
    [WORD_BY_HAND] = {"C by hand", "손으로 고친 C 파일"},
    [WORD_MORE_FILES] = {"%u more", "그 밖에 %u개"},
    [WORD_CONTINUED] = {"continued", "계속"},
    [WORD_RAN] = {"What the snippets printed", "실행 결과"},
};

const char *word(Word which, Lang lang)
{
    return words[which][lang];
}
