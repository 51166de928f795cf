/* setup_py.c: reads the Extension calls of a setup.py, as literals, without running it. See modules.h.
 *
 * Mirrors PyBuildExt of setup.py, 3.6 to 3.11. The shapes:
 *
 *     sqlite_srcs = ['_sqlite/cache.c', '_sqlite/connection.c']
 *     shared_math = 'Modules/_math.o'
 *     multiprocessing_srcs.append('_multiprocessing/semaphore.c')
 *     exts.append(Extension('_sqlite3', sqlite_srcs, define_macros=sqlite_defines))
 *     self.add(Extension('_socket', ['socketmodule.c'], depends=['socketmodule.h']))
 *     self.addext(Extension(f'_codecs_{loc}', [f'cjkcodecs/_codecs_{loc}.c']))
 *
 * One pass over the tokens. Lists are kept by the variable's name, the last one assigned counts (setup.py has
 * the list for Linux last); a call's sources are the literals that end in .c (or .o) and those of the lists
 * it names, outside of `depends=`. Of the options only Py_BUILD_CORE… is taken: the rest hangs on conditions,
 * and options.c has a table of it.
 */
#include "tree/modules.h"

#include <string.h>

#define WORD_CHARACTERS G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_"

typedef enum TokenKind { TOKEN_END, TOKEN_WORD, TOKEN_TEXT, TOKEN_SIGN } TokenKind;

typedef struct Token {
    TokenKind kind;
    const char *at; /* the text of a literal without its quotes */
    gsize length;
} Token;

typedef struct Reader {
    const char *at;
    GHashTable *lists; /* variable to GPtrArray of char *: the literals of the list it was last set to */
    GPtrArray *modules;
    const Checkout *checkout;
} Reader;

/* Past blanks and comments. */
static void skip_blanks(Reader *reader)
{
    for (;;) {
        reader->at += strspn(reader->at, " \t\r\n\\");
        if (*reader->at != '#')
            return;
        reader->at += strcspn(reader->at, "\n");
    }
}

static Token read_text(Reader *reader)
{
    const char quote = *reader->at;
    const char triple[] = {quote, quote, quote, '\0'};
    gsize quotes = g_str_has_prefix(reader->at, triple) ? 3 : 1;
    Token token = {TOKEN_TEXT, reader->at + quotes, 0};
    const char *end = token.at;
    while (*end != '\0' && strncmp(end, triple, quotes) != 0)
        end += end[0] == '\\' && end[1] != '\0' ? 2 : 1;
    token.length = end - token.at;
    reader->at = *end != '\0' ? end + quotes : end;
    return token;
}

static Token read_token(Reader *reader)
{
    skip_blanks(reader);
    if (*reader->at == '\0')
        return (Token){TOKEN_END, reader->at, 0};
    gsize word = strspn(reader->at, WORD_CHARACTERS);
    gboolean prefix = word == 1 && strchr("frbFRB", *reader->at) != NULL;
    if (prefix && (reader->at[1] == '\'' || reader->at[1] == '"'))
        reader->at++;
    else if (word > 0)
        return (Token){TOKEN_WORD, (reader->at += word) - word, word};
    if (*reader->at == '\'' || *reader->at == '"')
        return read_text(reader);
    return (Token){TOKEN_SIGN, reader->at++, 1};
}

static gboolean is(const Token *token, TokenKind kind, const char *text)
{
    return token->kind == kind && token->length == strlen(text) &&
           strncmp(token->at, text, token->length) == 0;
}

static gboolean opens(const Token *token)
{
    return token->kind == TOKEN_SIGN && strchr("([{", *token->at) != NULL;
}

static gboolean closes(const Token *token)
{
    return token->kind == TOKEN_SIGN && strchr(")]}", *token->at) != NULL;
}

/* Reads to the bracket that closes the one just read, adding all literals to `texts`. */
static void read_literals(Reader *reader, GPtrArray *texts)
{
    for (int depth = 1; depth > 0;) {
        Token token = read_token(reader);
        if (token.kind == TOKEN_END)
            return;
        depth += opens(&token) - closes(&token);
        if (token.kind == TOKEN_TEXT)
            g_ptr_array_add(texts, g_strndup(token.at, token.length));
    }
}

/* Empties the list `name`, or makes it. */
static GPtrArray *new_list(Reader *reader, const char *name)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    g_hash_table_insert(reader->lists, g_strdup(name), texts);
    return texts;
}

/* After `word`: NAME = [...], NAME = 'text' or NAME.append('text'); anything else is left for the next token. */
static void read_list(Reader *reader, const Token *word)
{
    const char *before = reader->at;
    g_autofree char *name = g_strndup(word->at, word->length);
    Token sign = read_token(reader), next = read_token(reader);
    if (is(&sign, TOKEN_SIGN, "=") && is(&next, TOKEN_SIGN, "[")) {
        read_literals(reader, new_list(reader, name));
    } else if (is(&sign, TOKEN_SIGN, "=") && next.kind == TOKEN_TEXT) {
        g_ptr_array_add(new_list(reader, name), g_strndup(next.at, next.length));
    } else if (is(&sign, TOKEN_SIGN, ".") && is(&next, TOKEN_WORD, "append")) {
        GPtrArray *texts = g_hash_table_lookup(reader->lists, name);
        Token open = read_token(reader), text = read_token(reader);
        if (texts != NULL && is(&open, TOKEN_SIGN, "(") && text.kind == TOKEN_TEXT)
            g_ptr_array_add(texts, g_strndup(text.at, text.length));
        else
            reader->at = before;
    } else {
        reader->at = before;
    }
}

/* Whether "=" comes next: what was read is the name of an argument. */
static gboolean is_keyword(const Reader *reader)
{
    const char *at = reader->at + strspn(reader->at, " \t");
    return at[0] == '=' && at[1] != '=';
}

/* "cjkcodecs/_codecs_%s.c" and "cjkcodecs/_codecs_{loc}.c": where the hole begins and ends; FALSE without
 * one. */
static gboolean find_hole(const char *text, const char **begin, const char **end)
{
    *begin = strstr(text, "%s");
    *end = *begin != NULL ? *begin + 2 : NULL;
    if (*begin == NULL && (*begin = strchr(text, '{')) != NULL)
        *end = strchr(*begin, '}') != NULL ? strchr(*begin, '}') + 1 : NULL;
    return *begin != NULL && *end != NULL;
}

static void add_text(Module *module, const Checkout *checkout, const char *text)
{
    if (g_str_has_prefix(text, "Py_BUILD_CORE")) {
        g_autofree char *option = g_strconcat("-D", text, NULL);
        module_add_word(module, checkout, option);
    } else if (g_str_has_prefix(text, "Modules/") && g_str_has_suffix(text, ".o")) {
        g_autofree char *source =
            g_strdup_printf("%.*s.c", (int)strlen(text) - 10, text + strlen("Modules/"));
        module_add_word(module, checkout, source);
    } else if (g_str_has_suffix(text, ".c") || g_str_has_prefix(text, "-DPy_BUILD_CORE")) {
        module_add_word(module, checkout, text);
    }
}

/* A module that a Setup file has already keeps its ways and gets the sources that are named here alone:
 * Debian's Setup has pyexpat with the system's library, setup.py knows the bundled one. */
static void add_module(Reader *reader, const char *name, GPtrArray *texts)
{
    Module *module = modules_find(reader->modules, name);
    if (module == NULL) {
        module = module_new(name, FALSE);
        g_ptr_array_add(reader->modules, module);
    }
    for (guint i = 0; i < texts->len; i++)
        if (!module->builtin || g_str_has_suffix(texts->pdata[i], ".c"))
            add_text(module, reader->checkout, texts->pdata[i]);
}

/* An Extension made in a loop: its name and its one source have a hole, which the folder's files tell how to
 * fill. */
static void add_family(Reader *reader, const char *name, const char *source)
{
    const char *hole, *rest, *name_hole, *name_rest;
    if (!find_hole(source, &hole, &rest) || !find_hole(name, &name_hole, &name_rest))
        return;
    g_autofree char *path = g_build_filename("Modules", source, NULL);
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *head = g_strdup_printf("Modules/%.*s", (int)(hole - source), source);
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    checkout_sources(reader->checkout, folder, files);
    for (guint i = 0; i < files->len; i++) {
        const char *file = files->pdata[i];
        if (!g_str_has_prefix(file, head) || !g_str_has_suffix(file, rest))
            continue;
        g_autofree char *filling = g_strndup(file + strlen(head), strlen(file) - strlen(head) - strlen(rest));
        g_autofree char *full =
            g_strdup_printf("%.*s%s%s", (int)(name_hole - name), name, filling, name_rest);
        g_autoptr(GPtrArray) texts = g_ptr_array_new();
        g_ptr_array_add(texts, (char *)file + strlen("Modules/"));
        add_module(reader, full, texts);
    }
}

/* The arguments of an Extension call, after its "(": the literals that matter, its name first. */
static GPtrArray *read_arguments(Reader *reader)
{
    GPtrArray *texts = g_ptr_array_new_with_free_func(g_free);
    gboolean skipped = FALSE; /* within `depends=` */
    for (int depth = 1; depth > 0;) {
        Token token = read_token(reader);
        if (token.kind == TOKEN_END)
            break;
        depth += opens(&token) - closes(&token);
        gboolean keyword = token.kind == TOKEN_WORD && depth == 1 && is_keyword(reader);
        if (keyword)
            skipped = is(&token, TOKEN_WORD, "depends");
        if (skipped || keyword)
            continue;
        if (token.kind == TOKEN_TEXT)
            g_ptr_array_add(texts, g_strndup(token.at, token.length));
        g_autofree char *word = token.kind == TOKEN_WORD ? g_strndup(token.at, token.length) : NULL;
        GPtrArray *list = word != NULL ? g_hash_table_lookup(reader->lists, word) : NULL;
        for (guint i = 0; list != NULL && i < list->len; i++)
            g_ptr_array_add(texts, g_strdup(list->pdata[i]));
    }
    return texts;
}

static void read_extension(Reader *reader)
{
    Token open = read_token(reader);
    if (!is(&open, TOKEN_SIGN, "("))
        return;
    g_autoptr(GPtrArray) texts = read_arguments(reader);
    if (texts->len < 2)
        return;
    const char *hole, *rest;
    g_autofree char *name = g_strdup(texts->pdata[0]);
    if (find_hole(name, &hole, &rest)) {
        add_family(reader, name, texts->pdata[1]);
        return;
    }
    g_ptr_array_remove_index(texts, 0);
    add_module(reader, name, texts);
}

void setup_py_read(GPtrArray *modules, const Checkout *checkout, const char *text)
{
    g_autoptr(GHashTable) lists =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    Reader reader = {text, lists, modules, checkout};
    for (Token token = read_token(&reader); token.kind != TOKEN_END; token = read_token(&reader)) {
        if (is(&token, TOKEN_WORD, "Extension"))
            read_extension(&reader);
        else if (token.kind == TOKEN_WORD)
            read_list(&reader, &token);
    }
}
