/* markdown.c: the body of a note as HTML, by cmark-gfm. */
#include "page/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <string.h>

/* Raw HTML becomes text: what it says is shown, and nothing of it works. */
static void disarm(cmark_node *node)
{
    cmark_node *text = cmark_node_new(CMARK_NODE_TEXT), *shown = text;

    cmark_node_set_literal(text, cmark_node_get_literal(node));
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) {
        shown = cmark_node_new(CMARK_NODE_PARAGRAPH);
        cmark_node_append_child(shown, text);
    }
    cmark_node_replace(node, shown);
    cmark_node_free(node);
}

typedef struct Rewriting {
    const Note *note;
    int line; /* of the file, where the text begins */
    const NoteHooks *hooks;
} Rewriting;

static int line_of(const Rewriting *rewriting, cmark_node *node)
{
    return cmark_node_get_start_line(node) + rewriting->line - 1;
}

static gboolean replace_block(const Rewriting *rewriting, cmark_node *node, GError **error)
{
    const NoteHooks *hooks = rewriting->hooks;
    g_autoptr(GString) html = g_string_new(NULL);
    GError *problem = NULL;

    if (hooks->block(html, cmark_node_get_fence_info(node), cmark_node_get_literal(node),
                     line_of(rewriting, node) + 1, hooks->data, &problem)) {
        cmark_node *custom = cmark_node_new(CMARK_NODE_CUSTOM_BLOCK);
        cmark_node_set_on_enter(custom, html->str);
        cmark_node_replace(node, custom);
        cmark_node_free(node);
    }
    if (problem == NULL)
        return TRUE;
    g_propagate_error(error, problem);
    return FALSE;
}

/* A span that leads somewhere becomes a link with the span in it: a cell of a table takes no other node. */
static gboolean link_span(const Rewriting *rewriting, cmark_node *node, GError **error)
{
    const NoteHooks *hooks = rewriting->hooks;
    GError *problem = NULL;
    g_autofree char *address = NULL;

    if (hooks->span == NULL || cmark_node_get_type(cmark_node_parent(node)) == CMARK_NODE_LINK)
        return TRUE;
    address = hooks->span(cmark_node_get_literal(node), hooks->data, &problem);
    if (problem != NULL) {
        g_propagate_prefixed_error(error, problem, "%s:%d: ", rewriting->note->path, line_of(rewriting, node));
        return FALSE;
    }
    if (address != NULL) {
        cmark_node *link = cmark_node_new(CMARK_NODE_LINK);
        cmark_node_set_url(link, address);
        cmark_node_replace(node, link);
        cmark_node_append_child(link, node);
    }
    return TRUE;
}

/* What an image names would be fetched while the PDF is made, from wherever it is. */
static gboolean refuse_image(const Rewriting *rewriting, cmark_node *node, GError **error)
{
    g_set_error(error, NOTE_ERROR, NOTE_ERROR_BLOCK,
                "%s:%d: a sheet takes no picture from a file (%s); draw one with a block: graph NAME",
                rewriting->note->path, line_of(rewriting, node), cmark_node_get_url(node));
    return FALSE;
}

static gboolean rewrite_node(const Rewriting *rewriting, cmark_node *node, GError **error)
{
    cmark_node_type type = cmark_node_get_type(node);

    if (type == CMARK_NODE_CODE_BLOCK)
        return replace_block(rewriting, node, error);
    if (type == CMARK_NODE_CODE)
        return link_span(rewriting, node, error);
    if (type == CMARK_NODE_IMAGE)
        return refuse_image(rewriting, node, error);
    if (type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_HTML_INLINE)
        disarm(node);
    return TRUE;
}

/* Nodes of a kind that is rewritten; spans apart, which come when all blocks are answered. */
static gboolean is_wanted(cmark_node *node, gboolean spans)
{
    cmark_node_type type = cmark_node_get_type(node);

    return spans ? type == CMARK_NODE_CODE
                 : type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK ||
                       type == CMARK_NODE_HTML_INLINE || type == CMARK_NODE_IMAGE;
}

/* Goes over the tree; nodes are collected first, since an iterator does not outlive a change of what it
 * stands on. */
static gboolean rewrite(const Rewriting *rewriting, cmark_node *root, gboolean spans, GError **error)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    cmark_iter *iter = cmark_iter_new(root);

    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
        if (event == CMARK_EVENT_ENTER && is_wanted(cmark_iter_get_node(iter), spans))
            g_ptr_array_add(nodes, cmark_iter_get_node(iter));
    cmark_iter_free(iter);
    for (guint i = 0; i < nodes->len; i++)
        if (!rewrite_node(rewriting, g_ptr_array_index(nodes, i), error))
            return FALSE;
    return TRUE;
}

char *markdown_html(const Note *note, NotePart part, const NoteHooks *hooks, GError **error)
{
    static const char *const extensions[] = {"table", "strikethrough", "autolink"};
    gboolean for_lead = part == NOTE_FOR_LEAD;
    const char *text = !for_lead ? note->body : note->for_lead != NULL ? note->for_lead : "";
    const Rewriting rewriting = {note, for_lead ? note->for_lead_line : note->body_line, hooks};
    cmark_parser *parser;
    cmark_node *root;
    char *html = NULL;

    cmark_gfm_core_extensions_ensure_registered();
    parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (guint i = 0; i < G_N_ELEMENTS(extensions); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, text, strlen(text));
    root = cmark_parser_finish(parser);
    if (rewrite(&rewriting, root, FALSE, error) && rewrite(&rewriting, root, TRUE, error)) {
        char *rendered =
            cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
        html = g_strdup(rendered);
        cmark_get_default_mem_allocator()->free(rendered);
    }
    cmark_node_free(root);
    cmark_parser_free(parser);
    return html;
}
