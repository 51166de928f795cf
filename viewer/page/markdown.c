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

static gboolean replace_block(const Note *note, cmark_node *node, NoteBlock block, gpointer data,
                              GError **error)
{
    g_autoptr(GString) html = g_string_new(NULL);
    GError *problem = NULL;
    int fence = cmark_node_get_start_line(node) + note->body_line - 1;

    if (block(html, cmark_node_get_fence_info(node), cmark_node_get_literal(node), fence + 1, data,
              &problem)) {
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

/* Goes over the tree; nodes are collected first, since an iterator does not outlive a change of what it
 * stands on. */
static gboolean rewrite(const Note *note, cmark_node *root, NoteBlock block, gpointer data, GError **error)
{
    g_autoptr(GPtrArray) nodes = g_ptr_array_new();
    cmark_iter *iter = cmark_iter_new(root);

    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;) {
        cmark_node_type type = cmark_node_get_type(cmark_iter_get_node(iter));
        if (event == CMARK_EVENT_ENTER && (type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_BLOCK ||
                                           type == CMARK_NODE_HTML_INLINE))
            g_ptr_array_add(nodes, cmark_iter_get_node(iter));
    }
    cmark_iter_free(iter);
    for (guint i = 0; i < nodes->len; i++) {
        cmark_node *node = g_ptr_array_index(nodes, i);
        if (cmark_node_get_type(node) != CMARK_NODE_CODE_BLOCK)
            disarm(node);
        else if (!replace_block(note, node, block, data, error))
            return FALSE;
    }
    return TRUE;
}

char *markdown_html(const Note *note, NoteBlock block, gpointer data, GError **error)
{
    static const char *const extensions[] = {"table", "strikethrough", "autolink"};
    cmark_parser *parser;
    cmark_node *root;
    char *html = NULL;

    cmark_gfm_core_extensions_ensure_registered();
    parser = cmark_parser_new(CMARK_OPT_DEFAULT);
    for (guint i = 0; i < G_N_ELEMENTS(extensions); i++)
        cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extensions[i]));
    cmark_parser_feed(parser, note->body, strlen(note->body));
    root = cmark_parser_finish(parser);
    if (rewrite(note, root, block, data, error)) {
        char *rendered =
            cmark_render_html(root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser));
        html = g_strdup(rendered);
        cmark_get_default_mem_allocator()->free(rendered);
    }
    cmark_node_free(root);
    cmark_parser_free(parser);
    return html;
}
