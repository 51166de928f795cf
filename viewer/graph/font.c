/* font.c: whether there are fonts, and which has Hangul. */
#include "graph/font.h"

#include <dlfcn.h>
#include <string.h>

static const char *const preferred[] = {"NanumGothic", "Noto Sans CJK KR", "Noto Sans KR", "UnDotum", NULL};

gboolean font_needed_for(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text))
        if (g_unichar_get_script(g_utf8_get_char(text)) == G_UNICODE_SCRIPT_HANGUL)
            return TRUE;
    return FALSE;
}

/* A line of fc-list's answer is "NanumGothic,나눔고딕". */
static char *choose(const char *answer)
{
    g_auto(GStrv) lines = g_strsplit(answer, "\n", -1);

    for (guint i = 0; preferred[i] != NULL; i++) {
        for (guint j = 0; lines[j] != NULL; j++) {
            size_t length = strlen(preferred[i]);
            if (strncmp(lines[j], preferred[i], length) == 0 && strchr(",:", lines[j][length]) != NULL)
                return g_strdup(preferred[i]);
        }
    }
    if (lines[0] == NULL || lines[0][0] == '\0')
        return NULL;
    return g_strndup(lines[0], strcspn(lines[0], ",:"));
}

const char *font_korean(GError **error)
{
    static char *family = NULL;
    static gboolean was_asked = FALSE;
    const char *const command[] = {"fc-list", ":lang=ko", "family", NULL};
    g_autofree char *answer = NULL;

    if (!was_asked &&
        g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL, NULL,
                     NULL, &answer, NULL, NULL, NULL))
        family = choose(answer);
    was_asked = TRUE;
    if (family == NULL)
        g_set_error(error, FONT_ERROR, FONT_ERROR_NO_KOREAN,
                    "no Korean font here, Hangul would come out as boxes: apt-get install fonts-nanum "
                    "fonts-nanum-coding");
    return family;
}

gboolean font_any(GError **error)
{
    const char *const command[] = {"fc-list", "-q", ":", NULL};
    int status = 0;

    /* Where there is no such program nothing is known. */
    if (!g_spawn_sync(NULL, (char **)command, NULL,
                      G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL | G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL,
                      NULL, &status, NULL) ||
        status == 0)
        return TRUE;
    g_set_error(error, FONT_ERROR, FONT_ERROR_NONE,
                "no font here, letters would come out as boxes: apt-get install fonts-nanum fonts-nanum-coding");
    return FALSE;
}

static gpointer read_fonts(gpointer init)
{
    ((int (*)(void))init)();
    return NULL;
}

/* The library comes with Pango, the program itself has no need of it. It is loaded before the thread begins: the loader does
 * one thing at a time. */
GThread *font_prepare(void)
{
    void *library = dlopen("libfontconfig.so.1", RTLD_LAZY | RTLD_LOCAL);
    gpointer init = library != NULL ? dlsym(library, "FcInit") : NULL;

    return init != NULL ? g_thread_new("fonts", read_fonts, init) : NULL;
}
