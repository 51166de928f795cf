/* extents.c: reads a C file from brace to brace. See extents.h.
 *
 * At file level the tokens of an item are kept (item.c tells what it is); within braces and brackets only their ends
 * are looked for. Of an #if both sides are read: an #else begins with the braces that were open at the #if. What is
 * still open goes wrong at most to the next } in the first column, where CPython ends its functions. */
#include "history/extents.h"

#include "history/item.h"
#include "history/lexer.h"
#include "history/opcode_scan.h"

#include <string.h>

#define NOWHERE G_MAXUINT

typedef enum Body { BODY_NONE, BODY_FUNCTION, BODY_OTHER } Body;

/* Where the scanner stands; what an #else goes back to. */
typedef struct Place {
    int brackets, braces;
    Body body;         /* what the open braces belong to */
    Extent pending;    /* the function whose body is open */
    gboolean has_head; /* whether an #if stood between its head, which is `pending`, and its body */
} Place;

typedef struct Scanner {
    const char *text, *p;
    GArray *extents;
    Item item;
    Place place;
    GArray *conditions; /* of Place: how things were at each open #if */
    guint comment;      /* where the comment begins that stands right above; NOWHERE */
    guint comment_end;
    OpcodeScan *opcodes; /* NULL: there are none */
} Scanner;

static guint position(const Scanner *s)
{
    return (guint)(s->p - s->text);
}

static void forget_item(Scanner *s)
{
    g_array_set_size(s->item.tokens, 0);
    s->comment = NOWHERE;
}

/* ---- comments ---- */

static guint line_ends(const char *from, const char *to)
{
    guint count = 0;
    for (; from < to; from++)
        count += *from == '\n';
    return count;
}

static void take_comment(Scanner *s, gsize length)
{
    guint start = position(s);
    if (s->item.tokens->len == 0 && s->place.braces == 0) {
        gboolean goes_on = s->comment != NOWHERE && line_ends(s->text + s->comment_end, s->p) < 2;
        if (!goes_on)
            s->comment = lexer_is_line_start(s->text, s->p) ? start : NOWHERE;
        s->comment_end = start + (guint)length;
    }
    s->p += length;
}

static guint outer_start(Scanner *s, guint start)
{
    gboolean is_above = s->comment != NOWHERE && line_ends(s->text + s->comment_end, s->text + start) <= 2;
    return is_above ? s->comment : start;
}

/* ---- items ---- */

static void push_token(Scanner *s, char kind, gsize length)
{
    Token token = {kind, position(s), position(s) + (guint)length};
    if (s->item.tokens->len == 0) {
        s->place.pending.outer = outer_start(s, token.start);
        s->place.has_head = FALSE;
    }
    g_array_append_val(s->item.tokens, token);
}

static Token *last_token(Scanner *s)
{
    return &g_array_index(s->item.tokens, Token, s->item.tokens->len - 1);
}

static Extent item_extent(const Scanner *s, guint end)
{
    Extent extent = {.start = g_array_index(s->item.tokens, Token, 0).start, .end = end};
    extent.outer = MIN(s->place.pending.outer, extent.start);
    return extent;
}

static void end_item(Scanner *s, guint end)
{
    if (s->item.tokens->len > 0) {
        Extent extent = item_extent(s, end);
        if (item_classify(&s->item, &extent))
            g_array_append_val(s->extents, extent);
    }
    forget_item(s);
}

/* ---- braces ---- */

/* Where both sides of an #if end a function, the second takes the place of the first. */
static void add_function(Scanner *s, guint end)
{
    Extent *extent = &s->place.pending;
    extent->end = end;
    for (guint i = s->extents->len; i > 0; i--) {
        Extent *known = &g_array_index(s->extents, Extent, i - 1);
        if (known->kind == EXTENT_FUNCTION && known->start == extent->start) {
            known->end = end;
            return;
        }
        if (known->end < extent->start)
            break;
    }
    g_array_append_val(s->extents, *extent);
}

static void open_body(Scanner *s)
{
    s->place.body = s->place.has_head ? BODY_FUNCTION : BODY_OTHER;
    if (s->item.tokens->len == 0)
        return;
    s->place.body = BODY_OTHER;
    Extent extent = item_extent(s, 0);
    if (item_is_function(&s->item, &extent)) {
        extent.kind = EXTENT_FUNCTION;
        s->place.body = BODY_FUNCTION;
        s->place.pending = extent;
    } else
        push_token(s, '{', 1);
}

static void take_open_brace(Scanner *s)
{
    if (s->place.braces == 0) {
        if (item_is_linkage(&s->item)) {
            forget_item(s);
            return;
        }
        open_body(s);
    }
    s->place.braces++;
}

static void close_body(Scanner *s)
{
    guint end = position(s) + 1;
    if (s->place.body == BODY_FUNCTION) {
        add_function(s, end);
        forget_item(s);
    } else if (s->item.tokens->len > 0)
        last_token(s)->end = end;
    s->place.body = BODY_NONE;
    s->place.has_head = FALSE;
}

/* Whether what follows stands in the first column, as everything at file level does. */
static gboolean ends_item(const Scanner *s)
{
    const char *next = s->p + 1 + strspn(s->p + 1, " \t\r\n");
    return next[-1] == '\n' || *next == '\0' || *next == '/';
}

static void take_close_brace(Scanner *s)
{
    gboolean is_first_column = s->p == s->text || s->p[-1] == '\n';
    if (s->place.braces == 0) { /* of extern "C" */
        forget_item(s);
        return;
    }
    if (is_first_column && s->place.body == BODY_FUNCTION && ends_item(s))
        s->place.braces = 1;
    if (--s->place.braces == 0)
        close_body(s);
}

static void take_bracket(Scanner *s)
{
    if (*s->p == '(') {
        if (s->place.brackets++ == 0)
            push_token(s, '(', 1);
    } else if (s->place.brackets > 0 && --s->place.brackets == 0 && s->item.tokens->len > 0)
        last_token(s)->end = position(s) + 1;
}

/* ---- directives ---- */

static void add_macro(Scanner *s, const char *name, gsize length)
{
    Extent extent = {.kind = EXTENT_MACRO,
                     .name = (guint)(name - s->text),
                     .name_length = (guint)lexer_name(name),
                     .start = position(s),
                     .end = position(s) + (guint)length};
    extent.outer = s->item.tokens->len == 0 && s->place.braces == 0 ? outer_start(s, extent.start) : extent.start;
    if (extent.name_length > 0)
        g_array_append_val(s->extents, extent);
}

static gboolean is_word(const char *at, gsize length, const char *word)
{
    return strlen(word) == length && strncmp(at, word, length) == 0;
}

/* Each side of an #if may have a body of its own for the one head above it. */
static void keep_head(Scanner *s)
{
    if (s->item.tokens->len < 2 || s->place.braces > 0 || last_token(s)->kind != '(')
        return;
    Extent extent = item_extent(s, 0);
    if (!item_is_function(&s->item, &extent))
        return;
    extent.kind = EXTENT_FUNCTION;
    s->place.pending = extent;
    s->place.has_head = TRUE;
}

static void take_condition(Scanner *s, const char *word, gsize length)
{
    if (is_word(word, length, "if") || is_word(word, length, "ifdef") || is_word(word, length, "ifndef")) {
        keep_head(s);
        g_array_append_val(s->conditions, s->place);
    }
    else if (s->conditions->len == 0)
        return;
    else if (is_word(word, length, "else") || is_word(word, length, "elif"))
        s->place = g_array_index(s->conditions, Place, s->conditions->len - 1);
    else if (is_word(word, length, "endif"))
        g_array_set_size(s->conditions, s->conditions->len - 1);
}

static void take_directive(Scanner *s)
{
    gsize size = lexer_directive(s->p);
    const char *word = s->p + 1 + strspn(s->p + 1, " \t");
    gsize length = lexer_name(word);
    if (s->place.braces == 0 && s->place.brackets == 0 && item_is_use(&s->item))
        end_item(s, last_token(s)->end);
    if (is_word(word, length, "define"))
        add_macro(s, word + length + strspn(word + length, " \t"), size);
    else
        take_condition(s, word, length);
    if (s->item.tokens->len == 0)
        s->comment = NOWHERE;
    s->p += size;
}

/* ---- the loop ---- */

/* A function whose body is the use of a macro ends where another declaration begins. */
static void end_macro_body(Scanner *s)
{
    guint end = last_token(s)->end;
    g_array_set_size(s->item.tokens, s->item.tokens->len - 2);
    Extent extent = item_extent(s, end);
    if (item_is_function(&s->item, &extent))
        g_array_append_val(s->extents, extent);
    forget_item(s);
}

static gboolean begins_anew(Scanner *s, gsize length)
{
    return (s->p == s->text || s->p[-1] == '\n') &&
           (is_word(s->p, length, "static") || is_word(s->p, length, "typedef") || is_word(s->p, length, "extern"));
}

/* A name on a new line behind SLOT0(slot_nb_int, "__int__") begins something else. */
static void take_name(Scanner *s, gsize length)
{
    gsize head = s->opcodes == NULL ? 0 : opcode_scan_name(s->opcodes, position(s), length, 0);
    if (head > 0) {
        forget_item(s);
        s->p += head;
        return;
    }
    if (item_is_use(&s->item) && line_ends(s->text + last_token(s)->end, s->p) > 0)
        end_item(s, last_token(s)->end);
    else if (item_ends_with_use(&s->item) && begins_anew(s, length))
        end_macro_body(s);
    push_token(s, 'a', length);
    s->p += length;
}

static void take_semicolon(Scanner *s)
{
    if (item_is_old_style(&s->item))
        push_token(s, ';', 1);
    else
        end_item(s, position(s) + 1);
}

static void take_outside(Scanner *s)
{
    gsize name = lexer_name(s->p);
    if (name > 0) {
        take_name(s, name);
        return;
    }
    gsize length = *s->p == '"' || *s->p == '\'' ? lexer_literal(s->p) : 1;
    if (s->opcodes != NULL)
        opcode_scan_token(s->opcodes, *s->p, position(s), 0);
    if (*s->p == '{')
        take_open_brace(s);
    else if (*s->p == '}')
        take_close_brace(s);
    else if (*s->p == '(' || *s->p == ')')
        take_bracket(s);
    else if (*s->p == ';')
        take_semicolon(s);
    else
        push_token(s, *s->p == '\'' ? '"' : *s->p, length);
    s->p += length;
}

/* What counts within braces and brackets; the rest is passed over. */
static gboolean is_of_interest(char c)
{
    static const guint8 counts[256] = {['\0'] = 1, ['"'] = 1, ['\''] = 1, ['/'] = 1, ['#'] = 1,
                                       ['{'] = 1,  ['}'] = 1, ['('] = 1,  [')'] = 1};
    return counts[(guchar)c];
}

static void take_for_opcodes(Scanner *s)
{
    gsize name = lexer_name(s->p);
    if (name == 0) {
        opcode_scan_token(s->opcodes, *s->p, position(s), s->place.braces);
        return;
    }
    gsize head = opcode_scan_name(s->opcodes, position(s), name, s->place.braces);
    s->p += head > 0 ? head : name;
}

static void pass_over(Scanner *s)
{
    if (s->opcodes != NULL && lexer_is_name(*s->p))
        take_for_opcodes(s);
    else if (s->opcodes != NULL)
        s->p++;
    else
        while (!is_of_interest(*s->p))
            s->p++;
}

static void take_inside(Scanner *s)
{
    char c = *s->p;
    if (s->opcodes != NULL && !g_ascii_isspace(c) && !lexer_is_name(c))
        take_for_opcodes(s);
    if (c == '"' || c == '\'')
        s->p += lexer_literal(s->p);
    else if (s->place.braces > 0 && (c == '{' || c == '}')) {
        (c == '{' ? take_open_brace : take_close_brace)(s);
        s->p++;
    } else if (s->place.braces == 0 && (c == '(' || c == ')')) {
        take_bracket(s);
        s->p++;
    } else if (s->place.braces == 0 && c == '{' && lexer_is_line_start(s->text, s->p) && s->p[-1] == '\n')
        s->place.brackets = 0; /* a bracket that nothing closed */
    else if (is_of_interest(c))
        s->p++;
    else
        pass_over(s);
}

static void scan(Scanner *s)
{
    while (*s->p != '\0') {
        gsize comment = *s->p == '/' ? lexer_comment(s->p) : 0;
        if (comment > 0)
            take_comment(s, comment);
        else if (*s->p == '#' && lexer_is_line_start(s->text, s->p))
            take_directive(s);
        else if (s->place.braces > 0 || s->place.brackets > 0)
            take_inside(s);
        else if (g_ascii_isspace(*s->p) || *s->p == '\\')
            s->p++;
        else
            take_outside(s);
    }
}

static void find_lines(Image *image)
{
    guint room = image->size / 16 + 64, count = 0;
    guint32 *starts = g_new(guint32, room);
    for (const char *p = image->text, *end = p + image->size; p != NULL;) {
        if (count == room)
            starts = g_renew(guint32, starts, room *= 2);
        starts[count++] = (guint32)(p - image->text);
        p = memchr(p, '\n', (gsize)(end - p));
        p = p == NULL ? NULL : p + 1;
    }
    image->lines = g_renew(guint32, starts, count);
    image->line_count = count;
}

static gint by_start(gconstpointer a, gconstpointer b)
{
    const Extent *left = a, *right = b;
    if (left->start != right->start)
        return left->start < right->start ? -1 : 1;
    return (gint)left->kind - (gint)right->kind;
}

Image *image_new(const char *path, char *text, gsize size)
{
    Image *image = g_new0(Image, 1);
    image->text = text;
    image->size = (guint)size;
    image->extents = g_array_new(FALSE, FALSE, sizeof(Extent));
    Scanner s = {.text = text, .p = text, .extents = image->extents, .comment = NOWHERE};
    s.item.text = text;
    s.item.tokens = g_array_new(FALSE, FALSE, sizeof(Token));
    s.conditions = g_array_new(FALSE, FALSE, sizeof(Place));
    s.opcodes = opcode_scan_new(path, text, image->extents);
    scan(&s);
    find_lines(image);
    g_clear_pointer(&s.opcodes, opcode_scan_free);
    g_array_unref(s.item.tokens);
    g_array_unref(s.conditions);
    g_array_sort(image->extents, by_start);
    return image;
}

guint image_line(const Image *image, guint at)
{
    guint low = 0, high = image->line_count; /* the line sought begins at or before `at`: low is one such */
    while (high - low > 1) {
        guint middle = (low + high) / 2;
        *(image->lines[middle] <= at ? &low : &high) = middle;
    }
    return low + 1;
}

const char *image_line_text(const Image *image, guint line)
{
    return image->text + (line <= image->line_count ? image->lines[line - 1] : image->size);
}

void image_free(Image *image)
{
    g_free(image->lines);
    g_array_unref(image->extents);
    g_free(image->text);
    g_free(image);
}

const char *extent_kind_name(ExtentKind kind)
{
    static const char *const names[] = {"function", "macro", "type", "variable", "opcode"};
    return names[kind];
}

char *extent_name(const Image *image, const Extent *extent)
{
    GString *name = g_string_new(NULL);
    for (guint i = 0; i < extent->name_length; i++)
        if (!g_ascii_isspace(image->text[extent->name + i]))
            g_string_append_c(name, image->text[extent->name + i]);
    return g_string_free(name, FALSE);
}
