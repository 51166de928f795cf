#!/usr/bin/env python3
"""precision.py DB [SEED]: can the functions that a call through a field may reach be stored there, and fit the call?

Draws 30 calls through a field at random (reference counting apart) and looks, for each function that the index lists, for
the line of the source that puts it there: an initialiser, an assignment, a row of slotdefs[] or PyType_Slot[]. Prints a
line a call, the functions for which no such line is known, and the share of the others. Then who calls list_append: the
machinery of method calls, and nothing else."""
import random
import sqlite3
import sys

DRAWN = 30

# What is put into a field by name, and what stands in a row that names the field by a number or an offset.
STORED = """
    SELECT 1 FROM cell JOIN symbol AS field ON field.id = field_id
    WHERE cell.kind = 'function' AND symbol_id = :function
      AND (field.parent || '.' || field.name = :via OR field.parent = 'PyType_Slot'
           OR field.name = 'function' AND field.parent IN (SELECT parent FROM symbol WHERE name = 'wrapper' AND kind = 'field'))
    UNION
    SELECT 1 FROM flow JOIN symbol AS field ON field.id = to_id
    WHERE to_kind = 2 AND from_kind = 1 AND from_id = :function AND field.parent || '.' || field.name = :via
"""
# Handed on by arguments, results and variables, until something puts it into the field.
HANDED = """
    WITH RECURSIVE place(kind, id, part) AS (
        SELECT to_kind, to_id, to_part FROM flow WHERE from_kind = 1 AND from_id = :function
        UNION
        SELECT to_kind, to_id, to_part FROM place
        JOIN flow ON from_kind = kind AND from_id = id AND from_part IS part
        WHERE kind <> 2
    )
    SELECT 1 FROM place JOIN symbol AS field ON field.id = place.id
    WHERE place.kind = 2 AND field.parent || '.' || field.name = :via
"""


def main():
    index = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    chosen = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    sites = index.execute("""SELECT id, file, line FROM sites
                             WHERE candidates > 0 AND via LIKE '%.%' AND via NOT LIKE '%:%' AND via NOT LIKE '%(%'
                               AND via NOT LIKE '%tp_dealloc%' ORDER BY id""").fetchall()
    known = all_of_them = 0
    for site, file, line in chosen.sample(sites, min(DRAWN, len(sites))):
        rows = index.execute("SELECT DISTINCT callee_id, callee, via FROM calls WHERE site = ? AND kind = 'slot'",
                             [site]).fetchall()
        unknown = [f"{callee} ({via})" for function, callee, via in rows
                   if not any(index.execute(query, {"function": function, "via": via}).fetchone()
                              for query in (STORED, HANDED))]
        known += len(rows) - len(unknown)
        all_of_them += len(rows)
        vias = ", ".join(sorted({via for _, _, via in rows}))
        print(f"{file}:{line}: {len(rows)} by {vias}" + (f"; not known: {', '.join(unknown)}" if unknown else ""))
    print(f"{known} of {all_of_them} functions at {DRAWN} calls = {100 * known / max(all_of_them, 1):.1f} % "
          "stand in a line that puts them there")
    callers = index.execute("SELECT DISTINCT caller_file, caller FROM calls WHERE callee = 'list_append' ORDER BY 1, 2")
    status = known < 0.95 * all_of_them
    print("list_append is called by " + ", ".join(f"{caller} ({file})" for file, caller in callers))
    return status


sys.exit(main())
