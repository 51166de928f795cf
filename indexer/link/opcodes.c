/* opcodes.c: the opcodes of the tree, and which of them each line of the eval loop belongs to. See linkers.h.
 *
 *   headers, Python/bytecodes.c ──> opcode_set.c ──┐  names, numbers, families, definitions
 *   Python/ceval.c, cases ────────> eval_loop.c ───┴> tables opcode…, symbols of kind opcode
 *                                                     loop_block ─ site_block ─ calls.part
 *
 * No function is named here: the loop is the one that holds the cases, and a Python call stays in it where the text goes
 * back to the label start_frame, or an opcode has the part _PUSH_FRAME, which enters the new frame without a jump
 * (Python/ceval.c and Python/bytecodes.c, from 3.11):
 *
 *     start_frame:
 *         if (_Py_EnterRecursivePy(tstate)) { goto exit_unwind; }
 *     resume_frame: …
 *     #define DISPATCH_INLINED(NEW_FRAME) do { … goto start_frame; } while (0)
 */
#include "link/linkers.h"
#include "link/opcode_set.h"
#include "store/data.h"
#include "store/ids.h"

#include <string.h>

#define START_FRAME "start_frame"
#define PUSH_FRAME  "_PUSH_FRAME"

static const char *const GUARDS[] = {"DEOPT_IF", "EXIT_IF"};

/* A way is common if more than one in COMMON of the opcodes jumps there. */
enum { COMMON = 4 };

typedef struct Linker {
    Linking *linking;
    OpcodeSet *set;
    gint64 loop_id; /* 0: the crawl found no function that holds the cases */
    char *loop_name;
    guint line, end_line;
} Linker;

/* ---- statements ---- */

static Statement *prepare(const Linker *linker, const char *name, GError **error)
{
    g_autofree char *file = g_strdup_printf("indexer/link/opcodes_%s.sql", name);
    return database_prepare_file(linker->linking->database, file, error);
}

static void bind_positive(Statement *statement, const char *name, gint64 value)
{
    if (value > 0)
        statement_bind_int(statement, name, value);
    else
        statement_bind_null(statement, name);
}

/* The key of a file; 0: it is not in the index. */
static gint64 file_key(const Linker *linker, const char *path)
{
    g_autoptr(Statement) statement = prepare(linker, "file", NULL);
    statement_bind_text(statement, "path", path);
    return statement_step(statement, NULL) ? statement_int(statement, 0) : 0;
}

static void bind_place(Statement *statement, gint64 file, guint line, guint end_line)
{
    bind_positive(statement, "file_id", line > 0 ? file : 0);
    bind_positive(statement, "line", line);
    if (statement_has(statement, "end_line"))
        bind_positive(statement, "end_line", end_line);
}

/* ---- the loop ---- */

static gboolean find_loop(Linker *linker, GError **error)
{
    g_autoptr(Statement) statement = prepare(linker, "loop", error);
    GError *problem = NULL;
    if (statement == NULL)
        return FALSE;
    statement_bind_int(statement, "file_id", file_key(linker, CEVAL));
    statement_bind_int(statement, "included_id", file_key(linker, CASES));
    statement_bind_int(statement, "line", opcode_set_first_target(linker->set));
    linker->end_line = G_MAXUINT;
    if (statement_step(statement, &problem)) {
        linker->loop_id = statement_int(statement, 0);
        linker->loop_name = g_strdup(statement_text(statement, 1));
        linker->line = (guint)statement_int(statement, 2);
        linker->end_line = (guint)statement_int(statement, 3);
    }
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean leave_out(const Linker *linker, CText *text, const char *path, GError **error)
{
    g_autoptr(Statement) statement = prepare(linker, "skipped", error);
    GError *problem = NULL;
    if (statement == NULL)
        return FALSE;
    statement_bind_int(statement, "file_id", file_key(linker, path));
    while (text != NULL && statement_step(statement, &problem))
        c_text_leave_out(text, (guint)statement_int(statement, 0), (guint)statement_int(statement, 1));
    if (problem != NULL)
        g_propagate_error(error, problem);
    return problem == NULL;
}

static gboolean cut_loop(Linker *linker, GError **error)
{
    OpcodeSet *set = linker->set;
    if (!find_loop(linker, error) || !leave_out(linker, set->ceval, CEVAL, error) ||
        !leave_out(linker, set->ceval_macros, CEVAL_MACROS, error) ||
        !leave_out(linker, set->cases, CASES, error))
        return FALSE;
    opcode_set_cut(set, linker->line, linker->end_line);
    return TRUE;
}

/* ---- opcodes and what they are made of ---- */

/* Where a person reads an opcode: its definition, or, where there is none, where it runs. */
static void bind_written(const Linker *linker, Statement *statement, const Opcode *opcode)
{
    const Definition *definition = opcode->definition;
    const LoopBody *body = opcode->body;
    if (definition != NULL)
        bind_place(statement, file_key(linker, BYTECODES), definition->line, definition->end_line);
    else if (body != NULL)
        bind_place(statement, file_key(linker, body->file), body->line, body->end_line);
    else
        bind_place(statement, 0, 0, 0);
}

static char *head_of(const Opcode *opcode)
{
    if (opcode->definition != NULL)
        return g_strdup(opcode->definition->head);
    return opcode->body != NULL ? g_strdup_printf("TARGET(%s)", opcode->name) : NULL;
}

static gint64 free_id(const Linker *linker, const Opcode *opcode)
{
    const char *path = opcode->definition != NULL ? BYTECODES : opcode->body->file;
    gint64 id = ids_first(file_key(linker, path), IDS_OPCODE, linker->loop_name, opcode->name);
    g_autoptr(Statement) taken = prepare(linker, "is_taken", NULL);
    for (;; id = ids_next(id)) {
        statement_bind_int(taken, "id", id);
        if (!statement_step(taken, NULL))
            return id;
        statement_reset(taken);
    }
}

/* Adds the symbol of an opcode that has a text; its id, 0 for none. */
static gboolean add_symbol(const Linker *linker, Statement *insert, const Opcode *opcode, gint64 *id,
                           GError **error)
{
    g_autofree char *head = head_of(opcode);
    *id = 0;
    if (head == NULL)
        return TRUE;
    *id = free_id(linker, opcode);
    statement_bind_int(insert, "id", *id);
    statement_bind_text(insert, "name", opcode->name);
    statement_bind_text(insert, "parent", linker->loop_name);
    statement_bind_text(insert, "head", head);
    bind_positive(insert, "unit_id", file_key(linker, CEVAL));
    bind_written(linker, insert, opcode);
    return statement_write(insert, error);
}

static gboolean add_opcode(const Linker *linker, Statement *insert, const Opcode *opcode, gint64 symbol,
                           GError **error)
{
    const LoopBody *body = opcode->body;
    g_autofree char *head = head_of(opcode);
    statement_bind_text(insert, "name", opcode->name);
    if (opcode->value >= 0)
        statement_bind_int(insert, "value", opcode->value);
    else
        statement_bind_null(insert, "value");
    statement_bind_text(insert, "kind", opcode->kind);
    statement_bind_text(insert, "family", opcode->family);
    statement_bind_text(insert, "head", head);
    bind_positive(insert, "symbol_id", symbol);
    bind_written(linker, insert, opcode);
    bind_positive(insert, "run_file_id", body == NULL ? 0 : file_key(linker, body->file));
    bind_positive(insert, "run_line", body == NULL ? 0 : body->line);
    bind_positive(insert, "run_end_line", body == NULL ? 0 : body->end_line);
    bind_positive(insert, "loop_id", body == NULL ? 0 : linker->loop_id);
    return statement_write(insert, error);
}

static gboolean add_opcodes(Linker *linker, GError **error)
{
    g_autoptr(Statement) symbols = prepare(linker, "add_symbol", error);
    g_autoptr(Statement) opcodes = symbols == NULL ? NULL : prepare(linker, "add", error);
    gboolean ok = opcodes != NULL;
    for (guint i = 0; i < linker->set->opcodes->len && ok; i++) {
        const Opcode *opcode = g_ptr_array_index(linker->set->opcodes, i);
        gint64 id;
        ok =
            add_symbol(linker, symbols, opcode, &id, error) && add_opcode(linker, opcodes, opcode, id, error);
    }
    return ok;
}

/* The names that an opcode's definition lists, if it is of that kind. */
static GStrv names_of(const Opcode *opcode, DefinitionKind kind)
{
    const Definition *definition = opcode->definition;
    return definition != NULL && definition->kind == kind ? definition->names : NULL;
}

static gboolean add_parts_of(const Linker *linker, Statement *insert, const Opcode *opcode, GError **error)
{
    GStrv parts = names_of(opcode, DEFINITION_MACRO);
    for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
        const Definition *part = bytecodes_find(linker->set->definitions, parts[i]);
        statement_bind_text(insert, "opcode", opcode->name);
        statement_bind_int(insert, "ordinal", i + 1);
        statement_bind_text(insert, "part", parts[i]);
        bind_place(insert, file_key(linker, BYTECODES), part == NULL ? 0 : part->line,
                   part == NULL ? 0 : part->end_line);
        if (!statement_write(insert, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_targets_of(const Linker *linker, Statement *insert, const Opcode *opcode, GError **error)
{
    GStrv targets = names_of(opcode, DEFINITION_PSEUDO);
    (void)linker;
    for (guint i = 0; targets != NULL && targets[i] != NULL; i++) {
        statement_bind_text(insert, "opcode", opcode->name);
        statement_bind_int(insert, "ordinal", i + 1);
        statement_bind_text(insert, "target", targets[i]);
        if (!statement_write(insert, error))
            return FALSE;
    }
    return TRUE;
}

/* ---- guards ---- */

typedef struct Guards {
    const Linker *linker;
    Statement *insert;
    const char *opcode;
    int ordinal;
} Guards;

/* What stands between the brackets at `open` and `close`, without the name of the family at its end (to 3.12). */
static char *condition_at(const OpcodeSet *set, const CText *text, guint open, guint close)
{
    g_autofree char *last = c_text_name(text, close - 1);
    gboolean has_family = c_text_at(text, close - 2).kind == ',' && opcode_set_find(set, last) != NULL;
    return c_text_join(text, open + 1, has_family ? close - 2 : close);
}

static gboolean add_guards_between(Guards *guards, const char *part, const CText *text, const char *path,
                                   guint from, guint to, GError **error)
{
    const Linker *linker = guards->linker;
    for (guint i = from; i < to; i++) {
        guint macro = 0;
        while (macro < G_N_ELEMENTS(GUARDS) && !c_text_is_use(text, i, GUARDS[macro]))
            macro++;
        if (macro == G_N_ELEMENTS(GUARDS))
            continue;
        g_autofree char *condition = condition_at(linker->set, text, i + 1, c_text_close(text, i + 1));
        statement_bind_text(guards->insert, "opcode", guards->opcode);
        statement_bind_int(guards->insert, "ordinal", ++guards->ordinal);
        statement_bind_text(guards->insert, "part", part);
        statement_bind_text(guards->insert, "macro", GUARDS[macro]);
        statement_bind_text(guards->insert, "condition", condition);
        bind_place(guards->insert, file_key(linker, path), c_text_at(text, i).line, 0);
        if (!statement_write(guards->insert, error))
            return FALSE;
    }
    return TRUE;
}

/* Those of its definition or of the parts of that; before 3.12 those of its body. */
static gboolean add_guards_of(const Linker *linker, Statement *insert, const Opcode *opcode, GError **error)
{
    Guards guards = {linker, insert, opcode->name, 0};
    const OpcodeSet *set = linker->set;
    const Definition *definition = opcode->definition;
    GStrv parts = names_of(opcode, DEFINITION_MACRO);
    if (definition == NULL)
        return opcode->body == NULL ||
               add_guards_between(&guards, NULL, opcode->body->text, opcode->body->file, opcode->body->from,
                                  opcode->body->to, error);
    if (definition->kind == DEFINITION_INST)
        return add_guards_between(&guards, NULL, set->bytecodes, BYTECODES, definition->from, definition->to,
                                  error);
    for (guint i = 0; parts != NULL && parts[i] != NULL; i++) {
        const Definition *part = bytecodes_find(set->definitions, parts[i]);
        if (part != NULL &&
            !add_guards_between(&guards, part->name, set->bytecodes, BYTECODES, part->from, part->to, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_details(const Linker *linker, GError **error)
{
    static const struct {
        const char *statement;
        gboolean (*add)(const Linker *linker, Statement *insert, const Opcode *opcode, GError **error);
    } details[] = {{"add_part", add_parts_of}, {"add_target", add_targets_of}, {"add_guard", add_guards_of}};
    for (guint d = 0; d < G_N_ELEMENTS(details); d++) {
        g_autoptr(Statement) insert = prepare(linker, details[d].statement, error);
        gboolean ok = insert != NULL;
        for (guint i = 0; i < linker->set->opcodes->len && ok; i++)
            ok = details[d].add(linker, insert, g_ptr_array_index(linker->set->opcodes, i), error);
        if (!ok)
            return FALSE;
    }
    return TRUE;
}

/* ---- which text belongs to which opcode ---- */

static gboolean add_blocks(const Linker *linker, GError **error)
{
    const EvalLoop *loop = linker->set->loop;
    g_autoptr(Statement) insert = prepare(linker, "add_block", error);
    gboolean ok = insert != NULL;
    for (guint i = 0; i < loop->blocks->len && ok; i++) {
        const LoopBlock *block = g_ptr_array_index(loop->blocks, i);
        statement_bind_int(insert, "id", i + 1);
        statement_bind_text(insert, "label", block->label);
        bind_place(insert, file_key(linker, block->file), block->line, block->end_line);
        ok = statement_write(insert, error);
    }
    return ok;
}

/* How many bodies come to each block at once. The caller frees. */
static guint *count_reaches(const EvalLoop *loop)
{
    guint *counts = g_new0(guint, loop->blocks->len + 1);
    for (guint i = 0; i < loop->reaches->len; i++) {
        const LoopReach *reach = &g_array_index(loop->reaches, LoopReach, i);
        counts[reach->block] += reach->steps == 1;
    }
    return counts;
}

static gboolean add_reaches(const Linker *linker, GError **error)
{
    const EvalLoop *loop = linker->set->loop;
    g_autoptr(Statement) insert = prepare(linker, "add_reach", error);
    g_autofree guint *counts = count_reaches(loop);
    gboolean ok = insert != NULL;
    for (guint i = 0; i < loop->reaches->len && ok; i++) {
        const LoopReach *reach = &g_array_index(loop->reaches, LoopReach, i);
        const LoopBlock *block = g_ptr_array_index(loop->blocks, reach->block);
        gboolean is_common = counts[reach->block] * COMMON > loop->bodies->len;
        statement_bind_text(insert, "opcode", reach->body->opcode);
        statement_bind_int(insert, "block_id", reach->block + 1);
        statement_bind_text(insert, "label", reach->steps > 0 ? block->label : NULL);
        statement_bind_int(insert, "is_common", reach->steps > 1 || (reach->steps == 1 && is_common));
        ok = statement_write(insert, error);
    }
    return ok;
}

/* ---- Python calls that stay in the loop ---- */

typedef struct Frames {
    const Linker *linker;
    Statement *insert;
    int count;
} Frames;

static gboolean add_frame(Frames *frames, guint block, guint line, GError **error)
{
    const Linker *linker = frames->linker;
    const LoopBlock *at = g_ptr_array_index(linker->set->loop->blocks, block);
    statement_bind_int(frames->insert, "id", ++frames->count);
    statement_bind_int(frames->insert, "caller_id", linker->loop_id);
    statement_bind_int(frames->insert, "block_id", block + 1);
    bind_place(frames->insert, file_key(linker, at->file), line, 0);
    return statement_write(frames->insert, error);
}

static gboolean add_frames_of_block(Frames *frames, guint block, GError **error)
{
    const LoopBlock *at = g_ptr_array_index(frames->linker->set->loop->blocks, block);
    for (guint j = 0; j < at->jumps->len && at->in_body; j++) {
        const Jump *jump = &g_array_index(at->jumps, Jump, j);
        if (strcmp(jump->label, START_FRAME) == 0 && !add_frame(frames, block, jump->line, error))
            return FALSE;
    }
    return TRUE;
}

/* The line in which a part begins in a generated body: the generator puts "// PART" there. */
static guint line_of_part(const LoopBody *body, const char *part)
{
    g_autofree char *comment = g_strconcat("// ", part, "\n", NULL);
    const char *start = body->text->text + c_text_at(body->text, body->from).start;
    const char *at = strstr(start, comment);
    guint line = body->line;
    for (const char *p = start; at != NULL && p < at; p++)
        line += *p == '\n';
    return line > body->end_line ? body->line : line;
}

static gboolean add_frames_of_parts(Frames *frames, GError **error)
{
    const OpcodeSet *set = frames->linker->set;
    for (guint i = 0; i < set->opcodes->len; i++) {
        const Opcode *opcode = g_ptr_array_index(set->opcodes, i);
        GStrv parts = names_of(opcode, DEFINITION_MACRO);
        if (parts == NULL || opcode->body == NULL || !g_strv_contains((const char *const *)parts, PUSH_FRAME))
            continue;
        if (!add_frame(frames, opcode->body->block, line_of_part(opcode->body, PUSH_FRAME), error))
            return FALSE;
    }
    return TRUE;
}

static gboolean add_frames(const Linker *linker, GError **error)
{
    const EvalLoop *loop = linker->set->loop;
    g_autoptr(Statement) insert = prepare(linker, "add_frame", error);
    Frames frames = {linker, insert, 0};
    gboolean ok = insert != NULL;
    for (guint i = 0; i < loop->blocks->len && ok; i++)
        ok = add_frames_of_block(&frames, i, error);
    return ok && add_frames_of_parts(&frames, error);
}

static gboolean add_sites(const Linker *linker, const char *name, GError **error)
{
    g_autoptr(Statement) statement = prepare(linker, name, error);
    if (statement == NULL)
        return FALSE;
    statement_bind_int(statement, "loop_id", linker->loop_id);
    return statement_write(statement, error);
}

/* ---- all of it ---- */

static char *symbols_now(const Linker *linker, GError **error)
{
    g_autoptr(Statement) statement = prepare(linker, "symbols", error);
    if (statement == NULL || !statement_step(statement, error))
        return NULL;
    return g_strdup(statement_text(statement, 0));
}

static gboolean fill(Linker *linker, GError **error)
{
    if (file_key(linker, CEVAL) == 0) /* an index of some files, not with the loop's */
        return database_run(linker->linking->database, data_text("indexer/link/opcodes_clear.sql"), error);
    g_autofree char *before = symbols_now(linker, error);
    gboolean ok =
        database_run(linker->linking->database, data_text("indexer/link/opcodes_clear.sql"), error) &&
        cut_loop(linker, error) && add_opcodes(linker, error) && add_details(linker, error) &&
        add_blocks(linker, error) && add_reaches(linker, error);
    if (ok && linker->loop_id != 0)
        ok = add_frames(linker, error) && add_sites(linker, "sites", error) &&
             add_sites(linker, "references", error);
    g_autofree char *now = ok ? symbols_now(linker, error) : NULL;
    linker->linking->names_changed |= g_strcmp0(before, now) != 0;
    return ok;
}

gboolean link_opcodes(Linking *linking, GError **error)
{
    g_autoptr(OpcodeSet) set = opcode_set_read(linking->root);
    Linker linker = {.linking = linking, .set = set};
    gboolean ok = fill(&linker, error);
    g_free(linker.loop_name);
    return ok;
}
