/* issues.c: the spellings that CPython's history has for an issue. See issues.h.
 *
 *     bpo-31179   gh-93821   Issue #26110   issue26110   Issues #25570, #25571   Closes #27364   #28745: …
 *
 * (#3067), (GH-1001) and (gh-1500) are pull requests. A bare number is one of bugs.python.org until that moved to GitHub
 * in April 2022. */
#include "history/issues.h"

#include <stdlib.h>
#include <string.h>

static const char MOVED[] = "2022-04-10";

/* 1: the tracker. 2: its number. 3, 4: the numbers behind a word that promises issues. 5: a number that begins. */
#define MORE "(?:(?:, ?(?:and )?| and | & |/)#\\d+)*"
static const char PATTERN[] = "(?i)(\\bbpo|(?<!\\()\\bgh)[- ]?#?(\\d+)"
                              "|\\bissues?:? ?((?:#? ?\\d{3,}|#\\d+)" MORE ")"
                              "|\\b(?:bugs?|closes|closed|close|fixes|fixed|fix|resolves|see):? (#\\d+" MORE ")"
                              "|\\A#(\\d{3,})";

static void add_issue(Commit *commit, const char *tracker, const char *digits)
{
    Issue issue = {tracker, (guint)strtoul(digits, NULL, 10)};
    for (guint i = 0; i < commit->issues->len; i++) {
        const Issue *known = &g_array_index(commit->issues, Issue, i);
        if (known->number == issue.number && strcmp(known->tracker, tracker) == 0)
            return;
    }
    if (issue.number > 0)
        g_array_append_val(commit->issues, issue);
}

static void add_list(Commit *commit, const char *tracker, const char *list)
{
    for (const char *p = list; *p != '\0';) {
        gsize digits = strspn(p, "0123456789");
        if (digits > 0)
            add_issue(commit, tracker, p);
        p += MAX(digits, 1);
    }
}

static void find_in(Commit *commit, const char *text)
{
    static GRegex *regex;
    if (regex == NULL)
        regex = g_regex_new(PATTERN, G_REGEX_OPTIMIZE | G_REGEX_RAW, 0, NULL);
    const char *bare = strcmp(commit->date, MOVED) < 0 ? "bpo" : "gh";
    g_autoptr(GMatchInfo) match = NULL;
    for (g_regex_match(regex, text, 0, &match); g_match_info_matches(match); g_match_info_next(match, NULL)) {
        g_autofree char *tracker = g_match_info_fetch(match, 1);
        gboolean is_named = tracker != NULL && *tracker != '\0';
        for (int group = 2; group <= 5; group++) {
            g_autofree char *list = g_match_info_fetch(match, group);
            const char *of = !is_named ? bare : g_ascii_strcasecmp(tracker, "bpo") == 0 ? "bpo" : "gh";
            add_list(commit, of, list != NULL ? list : "");
        }
    }
}

void issues_find(Commit *commit)
{
    find_in(commit, commit->subject);
    find_in(commit, commit->body);
}
