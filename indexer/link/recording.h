/* recording.h: what one run of a program executed: which functions called which, and how often.
 *
 * Read from callgrind's output or from the kit's own format (notes/recordings/README.md); knows no index. */
#ifndef CPYREAD_RECORDING_H
#define CPYREAD_RECORDING_H

#include <glib.h>

#define RECORDING_ERROR (g_quark_from_static_string("cpyread-recording"))
typedef enum {
    RECORDING_ERROR_FOREIGN, /* neither of the two formats */
    RECORDING_ERROR_DAMAGED, /* begins as one, and cannot be read to its end */
    RECORDING_ERROR_OTHER,   /* of another tree than the index's */
} RecordingError;

typedef struct RecordedFunction {
    const char *name; /* as the compiler sees it */
    const char *file; /* as the recording has it: absolute, relative, or "???" */
} RecordedFunction;

typedef struct RecordedCall {
    guint caller, callee; /* places in `functions` */
    guint64 count;
} RecordedCall;

typedef struct Recording {
    char *version, *commit, *command; /* NULL where it does not say */
    GArray *functions;                /* of RecordedFunction, each once */
    GArray *calls;                    /* of RecordedCall; a pair may stand more than once, its counts add up */
    GStringChunk *texts;              /* holds names and files */
} Recording;

/* NULL with `error` (RECORDING_ERROR, or GFileError) if the file cannot be read; the message names it, and the line. */
Recording *recording_read(const char *path, GError **error);
void recording_free(Recording *recording);

/* For the readers of the two formats: `lines` are of a text that begins as theirs. */
gboolean recording_read_own(Recording *recording, GStrv lines, const char *path, GError **error);
gboolean recording_read_callgrind(Recording *recording, GStrv lines, const char *path, GError **error);

/* FALSE, with what is wrong in a line (from 1; 0: in the whole). */
gboolean recording_fail(const char *path, guint line, const char *what, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Recording, recording_free)

#endif
