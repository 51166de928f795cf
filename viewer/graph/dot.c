/* dot.c: Graph → DOT by cgraph.
 *
 * Callers stand left of the focus, callees right of it, from top to bottom in the order of the call lines, so the
 * picture follows the page. Files with two nodes or more become clusters. The legend is a little graph of its own, with
 * a line of each kind that occurs, so it cannot differ from the picture. */
#include "graph/dot.h"

#include "graph/label.h"

#include <errno.h>
#include <graphviz/cgraph.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void set(void *object, const char *name, const char *value)
{
    agsafeset(object, (char *)name, (char *)value, (char *)"");
}

/* Labels and tooltips are escStrings: a backslash begins an escape. */
static void set_text(void *object, const char *name, const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\\", -1);
    g_autofree char *escaped = g_strjoinv("\\\\", parts);

    set(object, name, escaped);
}

/* What stands between two columns, in inches. */
static const char *ranksep(const DotOptions *options)
{
    return options->narrow > 1 ? "0.2" : options->narrow > 0 || options->down ? "0.25" : "0.45";
}

double dot_ranksep(const DotOptions *options)
{
    return g_ascii_strtod(ranksep(options), NULL) * 72;
}

static void set_defaults(Agraph_t *g, const DotOptions *options)
{
    static const struct {
        int kind;
        const char *name, *value;
    } defaults[] = {
        {AGRAPH, "fontsize", "10"},      {AGRAPH, "nodesep", "0.12"},
        {AGRAPH, "newrank", "true"},     {AGRAPH, "labelloc", "b"},    {AGRAPH, "labeljust", "l"},
        {AGRAPH, "pad", "0.05"},         {AGNODE, "shape", "box"},     {AGNODE, "fontsize", "10"},
        {AGNODE, "margin", "0.07,0.03"}, {AGNODE, "height", "0.25"},   {AGNODE, "penwidth", "0.75"},
        {AGEDGE, "fontsize", "10"},      {AGEDGE, "penwidth", "0.75"}, {AGEDGE, "arrowsize", "0.6"},
    };
    const char *font = options->font != NULL ? options->font : "sans-serif";

    for (guint i = 0; i < G_N_ELEMENTS(defaults); i++)
        agattr(g, defaults[i].kind, (char *)defaults[i].name, (char *)defaults[i].value);
    agattr(g, AGRAPH, (char *)"ranksep", (char *)ranksep(options));
    if (options->narrow > 0)
        agattr(g, AGNODE, (char *)"margin", (char *)"0.04,0.02");
    agattr(g, AGRAPH, (char *)"rankdir", (char *)(options->down ? "TB" : "LR"));
    for (int kind = AGRAPH; kind <= AGEDGE; kind++)
        agattr(g, kind, (char *)"fontname", (char *)font);
    if (options->width > 0) {
        char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];
        g_autofree char *size =
            g_strdup_printf("%s,%s", g_ascii_formatd(width, sizeof width, "%.2f", options->width / 72),
                            g_ascii_formatd(height, sizeof height, "%.2f", options->height / 72));
        agattr(g, AGRAPH, (char *)"size", size);
    }
}

static Agnode_t *add_node(Agraph_t *g, const GraphNode *node, const DotOptions *options)
{
    Agnode_t *drawn = agnode(g, node->id, TRUE);
    g_autofree char *label = label_node(node, options->lang, options->narrow);

    set_text(drawn, "label", label);
    if (node->functions > 0) { /* a slot: what calls go through; the shape is lower than its label without more room */
        set(drawn, "shape", "cds");
        set(drawn, "margin", options->narrow > 0 ? "0.12,0.14" : "0.15,0.1");
    } else if (node->more > 0 || node->file == NULL)
        set(drawn, "shape", "plaintext");
    if (node->is_generated)
        set(drawn, "style", "dashed");
    else if (node->is_macro)
        set(drawn, "style", "rounded");
    if (node->touched != NULL)
        set(drawn, "peripheries", "2");
    if (node->rank >= 0 && !options->down)
        set(drawn, "ordering", "out");
    if (node->is_focus && !options->down) { /* the thick frame takes room from the label */
        set(drawn, "penwidth", "2");
        set(drawn, "margin", options->narrow > 0 ? "0.04,0.035" : "0.09,0.05");
    }
    if (node->file != NULL) {
        gboolean has_line = node->line > 0;
        g_autofree char *line = has_line ? g_strdup_printf(":%d", node->line) : g_strdup("");
        g_autofree char *whole = g_strconcat(node->file, line, NULL);
        set_text(drawn, "tooltip", whole);
        if (options->links) {
            g_autofree char *path = g_uri_escape_string(node->file, "/", FALSE);
            g_autofree char *url = g_strdup_printf(has_line ? "%s#L%d" : "%s", path, node->line);
            set(drawn, "URL", url);
        }
    }
    return drawn;
}

static void set_style(Agedge_t *drawn, EdgeKind kind)
{
    const EdgeStyle *style = edge_style(kind);

    set(drawn, "style", style->line);
    set(drawn, "color", style->colour);
    set(drawn, "arrowhead", style->arrow);
}

static void set_kind(Agedge_t *drawn, const GraphEdge *edge, const DotOptions *options)
{
    g_autofree char *label = graph_edge_label(edge);

    set_style(drawn, edge->kind);
    if (options->down) { /* a strip has no legend: each edge says what it is, and on which line */
        g_autofree char *text =
            g_strdup_printf(options->lang == LANG_KO ? " %s%s%s (%d줄)" : " %s%s%s, line %d",
                            edge_style(edge->kind)->legend[options->lang], label != NULL ? " " : "",
                            label != NULL ? label : "", edge->line);
        set_text(drawn, "label", text);
    } else if (label != NULL) {
        set_text(drawn, "label", label);
    }
}

/* The ring that a node is drawn in. A node "more" stands beyond the outermost that lead to it. */
static int column_of(const Graph *graph, guint place)
{
    int side = graph_node(graph, place)->rank < 0 ? -1 : 1, furthest = 0;

    if (graph_node(graph, place)->more == 0)
        return graph_node(graph, place)->rank;
    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        if (edge->from == place || edge->to == place)
            furthest =
                MAX(furthest, side * graph_node(graph, edge->from == place ? edge->to : edge->from)->rank);
    }
    return side * (furthest + 1);
}

/* Makes a label one that takes no part in the layout; or takes it away. */
static void move_label(Agedge_t *drawn, gboolean is_kept)
{
    const char *label = agget(drawn, (char *)"label");

    if (label == NULL || *label == '\0')
        return;
    if (is_kept)
        set(drawn, "xlabel", label);
    set(drawn, "label", "");
}

static void add_edge(Agraph_t *g, const Graph *graph, guint place, Agnode_t **nodes,
                     const DotOptions *options)
{
    const GraphEdge *edge = graph_edge(graph, place);
    const GraphNode *from = graph_node(graph, edge->from), *to = graph_node(graph, edge->to);
    char key[16];
    Agedge_t *drawn;

    g_snprintf(key, sizeof key, "%u", place);
    drawn = agedge(g, nodes[edge->from], nodes[edge->to], key, TRUE);
    if (from->more > 0 || to->more > 0) { /* stands for several: no kind */
        set(drawn, "style", "solid");
        set(drawn, "color", "gray50");
        set(drawn, "arrowhead", "none");
    } else if (to->functions > 0) {
        set_kind(drawn, edge, options);
        set(drawn, "arrowhead", "none"); /* it ends at the functions */
    } else {
        set_kind(drawn, edge, options);
    }
    if (edge->is_seen)
        set(drawn, "penwidth", "1.75");
    if (from->is_focus && to->is_focus && from != to &&
        !options->down) /* between names that were asked for */
        set(drawn, "penwidth", "2.5");
    if (options->down) /* what was cut out of a strip stands in its place */
        return;
    /* Only an edge to the next ring makes a column; others would draw the rings apart and the type small. Their labels go
     * where there is room: as true labels, between nodes of one rank, they make Graphviz 2.43 free its ranks twice. */
    if (column_of(graph, edge->to) != column_of(graph, edge->from) + 1 && edge->from != edge->to) {
        set(drawn, "constraint", "false");
        move_label(drawn, graph->subject != GRAPH_TYPES);
    }
}

static gboolean leads_in(const Graph *graph, guint edge)
{
    return graph_node(graph, graph_edge(graph, edge)->from)->rank < 0;
}

/* Whether a node stands in one frame with the first that leads to it. */
static gboolean is_at_home(const Graph *graph, guint place)
{
    const char *file = graph_node(graph, place)->file;

    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        if (edge->to == place && edge->from != place && !leads_in(graph, i))
            return file != NULL && g_strcmp0(graph_node(graph, edge->from)->file, file) == 0;
    }
    return TRUE;
}

/* dot draws the edges of a node in the order in which the nodes at their other ends were made: from left to right of it
 * from top to bottom, but the other way round within a frame that holds both ends. */
static void add_nodes(Agraph_t *g, const Graph *graph, Agnode_t **nodes, const DotOptions *options)
{
    for (guint i = 0; i < graph->nodes->len; i++)
        if (graph_node(graph, i)->rank >= 0 && graph_node(graph, i)->more == 0 && !is_at_home(graph, i))
            nodes[i] = add_node(g, graph_node(graph, i), options);
    for (guint i = graph->nodes->len; i-- > 0;)
        if (graph_node(graph, i)->rank >= 0 && graph_node(graph, i)->more == 0 && is_at_home(graph, i))
            nodes[i] = add_node(g, graph_node(graph, i), options);
    for (guint i = 0; i < graph->nodes->len; i++) /* callers, and what was cut */
        if (nodes[i] == NULL)
            nodes[i] = add_node(g, graph_node(graph, i), options);
}

/* A frame around the nodes of `file`, if there are two or more. */
static void add_cluster(Agraph_t *g, const Graph *graph, const char *file, guint number, Agnode_t **nodes,
                        const DotOptions *options)
{
    g_autofree char *name = g_strdup_printf("cluster%u", number), *base = g_path_get_basename(file);
    Agraph_t *cluster = NULL;
    guint count = 0;

    for (guint i = 0; i < graph->nodes->len; i++)
        count += g_strcmp0(graph_node(graph, i)->file, file) == 0;
    if (count < 2)
        return;
    cluster = agsubg(g, name, TRUE);
    for (guint i = 0; i < graph->nodes->len; i++)
        if (g_strcmp0(graph_node(graph, i)->file, file) == 0)
            agsubnode(cluster, nodes[i], TRUE);
    set_text(cluster, "label", options->narrow > 0 ? base : file);
    set(cluster, "labelloc", "t");
    set(cluster, "labeljust", "l");
    set(cluster, "color", "gray50");
    set(cluster, "style", "rounded");
}

static void add_clusters(Agraph_t *g, const Graph *graph, Agnode_t **nodes, const DotOptions *options)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < graph->nodes->len; i++) {
        const char *file = graph_node(graph, i)->file;
        if (file != NULL && g_hash_table_add(seen, (gpointer)file))
            add_cluster(g, graph, file, g_hash_table_size(seen), nodes, options);
    }
}

static gboolean occurs(const Graph *graph, EdgeKind kind)
{
    for (guint i = 0; i < graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(graph, i);
        if (edge->kind == kind && graph_node(graph, edge->from)->more == 0 &&
            graph_node(graph, edge->to)->more == 0)
            return TRUE;
    }
    return FALSE;
}

static void add_legend(Agraph_t *g, const Graph *graph, const DotOptions *options)
{
    for (int kind = EDGE_POINTS; kind >= EDGE_DIRECT; kind--) {
        const EdgeStyle *style = edge_style(kind);
        g_autofree char *left = g_strdup_printf("legend %s", style->name);
        g_autofree char *right = g_strdup_printf("legend %s text", style->name);
        Agnode_t *from, *to;

        if (!occurs(graph, kind))
            continue;
        from = agnode(g, left, TRUE);
        to = agnode(g, right, TRUE);
        set(from, "shape", "plaintext");
        set(from, "label", " ");
        set(from, "width", "0.1");
        set(to, "shape", "plaintext");
        set_text(to, "label", style->legend[options->lang]);
        set_style(agedge(g, from, to, NULL, TRUE), kind);
    }
}

static char *to_text(Agraph_t *g, GError **error)
{
    char *text = NULL;
    size_t size = 0;
    g_autofree char *copy = NULL;
    FILE *stream = open_memstream(&text, &size);
    gboolean is_written = stream != NULL && agwrite(g, stream) == 0;

    if (stream != NULL && fclose(stream) == 0 && is_written)
        copy = g_strdup(text);
    else
        g_set_error(error, G_FILE_ERROR, g_file_error_from_errno(errno), "cannot write DOT: %s",
                    g_strerror(errno));
    free(text);
    return g_steal_pointer(&copy);
}

/* cgraph keeps subgraphs in the order of their ids, and a name's id is by default the place where the name lies in memory:
 * frames would stand in another order in each process. A name that has no id of its own gets the next number. */
static long number_name(void *state, int kind, char *name, IDTYPE *id, int may_create)
{
    return name == NULL ? AgIdDisc.map(state, kind, NULL, id, may_create) : FALSE;
}

static Agdisc_t *numbered(void)
{
    static Agiddisc_t ids;
    static Agdisc_t disciplines = {&AgMemDisc, &ids, &AgIoDisc};

    ids = AgIdDisc;
    ids.map = number_name;
    return &disciplines;
}

struct Agraph_s *dot_read(const char *dot)
{
    FILE *stream = fmemopen((char *)dot, strlen(dot), "r");
    Agraph_t *g = stream != NULL ? agread(stream, numbered()) : NULL;

    if (stream != NULL)
        fclose(stream);
    return g;
}

char *dot_write(const Graph *graph, const DotOptions *options, GError **error)
{
    g_autofree Agnode_t **nodes = g_new0(Agnode_t *, graph->nodes->len + 1);
    g_autofree char *foot = label_foot(graph, options->lang, options->names);
    Agraph_t *g = agopen((char *)"cpyread", Agdirected, numbered());
    char *text;

    set_defaults(g, options);
    if (!options->down)
        add_legend(g, graph, options);
    add_nodes(g, graph, nodes, options);
    for (guint i = 0; i < graph->edges->len; i++)
        add_edge(g, graph, i, nodes, options);
    if (!options->down)
        add_clusters(g, graph, nodes, options);
    /* Set last: a graph's label set earlier would be every cluster's default. */
    set(g, "label", foot);
    text = to_text(g, error);
    agclose(g);
    return text;
}
