/* guess.c: see guess.h. A layout takes as long as all the queries of a picture, so labels are broken and nodes are cut by
 * this guess first, and a layout only proves it right.
 *
 * Nodes of one rank stand in one column. The widths of the columns add up, with the labels of edges between them; the
 * highest column is the height. A frame is as high as its highest column in all columns that it reaches over. Where
 * Graphviz leaves room between frames nobody can tell beforehand; FRAME has the usual part of it. */
#include "graph/guess.h"

#include "graph/label.h"

#include <string.h>

#define LINE    12.0 /* points: a line of a label */
#define AIR     4.3  /* above and below a label */
#define LOWEST  18.0 /* a node */
#define BETWEEN 8.6  /* two nodes of a column */
#define FRAME   34.0 /* the name of a frame, and what stands around it */
#define LEGEND  26.0 /* a line of the legend */
#define MARGIN  20.0 /* left and right of it all */

typedef struct Column {
    double width, height;
    double gap; /* the widest label of an edge to the next column */
} Column;

typedef struct Sketch {
    const Graph *graph;
    const DotOptions *options;
    int first; /* rank of the first column */
    guint count;
    Column *columns;
} Sketch;

/* ---- text ----------------------------------------------------------------------------------------------------------- */

/* Of a letter of 10 points in DejaVu Sans, which is wider than most. */
static double letter_width(gunichar letter)
{
    static const struct {
        const char *letters;
        double width;
    } classes[] = {
        {"iljI.,:;|!' ", 3.1}, {"frt-()/", 3.9}, {"_", 5.0}, {"mwMW", 9.0}, {"ABCDEFGHJKLNOPQRSTUVXYZ", 6.9}};

    if (letter > 0x7f)
        return g_unichar_iswide(letter) ? 10 : 6.1;
    for (guint i = 0; i < G_N_ELEMENTS(classes); i++)
        if (strchr(classes[i].letters, (int)letter) != NULL)
            return classes[i].width;
    return 6.1;
}

/* Its longest line; `lines` gets how many there are. */
static double text_width(const char *text, guint *lines)
{
    double longest = 0, width = 0;

    *lines = 1;
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gboolean ends = *text == '\n';
        width = ends ? 0 : width + letter_width(g_utf8_get_char(text));
        longest = MAX(longest, width);
        *lines += ends;
    }
    return longest;
}

/* ---- columns -------------------------------------------------------------------------------------------------------- */

static Column *column_of(const Sketch *sketch, const GraphNode *node)
{
    return &sketch->columns[node->rank - sketch->first];
}

/* What a node takes in its column, with what stands between it and the next. */
static double node_size(const Sketch *sketch, const GraphNode *node, double *width)
{
    g_autofree char *label = label_node(node, sketch->options->lang, sketch->options->narrow);
    gboolean is_slot = node->functions > 0; /* the shape has a point */
    guint lines;

    *width = text_width(label, &lines) + (sketch->options->narrow > 0 ? 6 : 10) + (is_slot ? 12 : 0);
    return MAX(LOWEST, lines * LINE + AIR) + BETWEEN + (is_slot ? 6 : 0);
}

static guint nodes_of(const Graph *graph, const char *file)
{
    guint count = 0;

    for (guint i = 0; i < graph->nodes->len; i++)
        count += g_strcmp0(graph_node(graph, i)->file, file) == 0;
    return count;
}

static gboolean is_framed(const Sketch *sketch, const GraphNode *node)
{
    return !sketch->options->down && node->file != NULL && nodes_of(sketch->graph, node->file) > 1;
}

/* The frame of `file`: as high in every column that it reaches over. */
static void add_frame(const Sketch *sketch, const char *file)
{
    g_autofree double *heights = g_new0(double, sketch->count);
    guint from = sketch->count, to = 0;
    double highest = 0, width;

    for (guint i = 0; i < sketch->graph->nodes->len; i++) {
        const GraphNode *node = graph_node(sketch->graph, i);
        guint column = (guint)(node->rank - sketch->first);
        if (g_strcmp0(node->file, file) != 0)
            continue;
        heights[column] += node_size(sketch, node, &width);
        highest = MAX(highest, heights[column]);
        from = MIN(from, column);
        to = MAX(to, column);
    }
    for (guint i = from; i <= to; i++)
        sketch->columns[i].height += highest + FRAME;
}

static void add_nodes(const Sketch *sketch)
{
    g_autoptr(GHashTable) framed = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < sketch->graph->nodes->len; i++) {
        const GraphNode *node = graph_node(sketch->graph, i);
        Column *column = column_of(sketch, node);
        double width, height = node_size(sketch, node, &width);
        column->width = MAX(column->width, width);
        if (!is_framed(sketch, node))
            column->height += height;
        else if (g_hash_table_add(framed, node->file))
            add_frame(sketch, node->file);
    }
}

/* The labels of edges; returns how many lines the legend has. */
static guint add_edges(const Sketch *sketch)
{
    guint kinds = 0, lines;

    for (guint i = 0; i < sketch->graph->edges->len; i++) {
        const GraphEdge *edge = graph_edge(sketch->graph, i);
        const GraphNode *from = graph_node(sketch->graph, edge->from),
                        *to = graph_node(sketch->graph, edge->to);
        g_autofree char *label = graph_edge_label(edge);
        if (from->more == 0 && to->more == 0)
            kinds |= 1u << edge->kind;
        if (label != NULL && to->rank == from->rank + 1)
            column_of(sketch, from)->gap = MAX(column_of(sketch, from)->gap, text_width(label, &lines));
    }
    return (guint)__builtin_popcount(kinds);
}

/* ---- all of it ------------------------------------------------------------------------------------------------------ */

static void find_columns(Sketch *sketch)
{
    int last = 0;

    for (guint i = 0; i < sketch->graph->nodes->len; i++) {
        sketch->first = MIN(sketch->first, graph_node(sketch->graph, i)->rank);
        last = MAX(last, graph_node(sketch->graph, i)->rank);
    }
    sketch->count = (guint)(last - sketch->first + 1);
    sketch->columns = g_new0(Column, sketch->count);
}

/* What stands below: its lines end with "\l". */
static void add_foot(const Sketch *sketch, double *width, double *height)
{
    g_autofree char *foot = label_foot(sketch->graph, sketch->options->lang, sketch->options->names);
    g_auto(GStrv) lines = g_strsplit(foot, "\\l", -1);
    guint one;

    for (char **line = lines; *line != NULL && **line != '\0'; line++) {
        *width = MAX(*width, text_width(*line, &one));
        *height += LINE;
    }
}

/* Columns side by side. */
static void line_up(const Sketch *sketch, guint legend, double *width, double *height)
{
    *width = MARGIN - dot_ranksep(sketch->options);
    *height = 0;
    for (guint i = 0; i < sketch->count; i++) {
        const Column *column = &sketch->columns[i];
        *width += column->width + column->gap + dot_ranksep(sketch->options);
        *height = MAX(*height, column->height + (i < 2 ? legend * LEGEND : 0)); /* it takes the first two */
    }
}

/* The nodes of a strip one below the other, with what leads to the next written beside the arrow: dot gives the label a
 * rank of its own, and halves the space between ranks for it. */
static void stack(const Sketch *sketch, double *width, double *height)
{
    *width = *height = 0;
    for (guint i = 0; i < sketch->count; i++) {
        *width = MAX(*width, MARGIN + sketch->columns[i].width);
        *height += sketch->columns[i].height + LINE + dot_ranksep(sketch->options);
    }
}

void guess_size(const Graph *graph, const DotOptions *options, double *width, double *height)
{
    Sketch sketch = {.graph = graph, .options = options};

    find_columns(&sketch);
    g_autofree Column *columns = sketch.columns;
    add_nodes(&sketch);
    guint legend = add_edges(&sketch);
    if (options->down)
        stack(&sketch, width, height);
    else
        line_up(&sketch, legend, width, height);
    add_foot(&sketch, width, height);
}
