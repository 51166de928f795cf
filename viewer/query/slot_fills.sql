-- The functions that are stored in the field :id, each with what holds it: a static object, or the function that puts it
-- there. What comes in by a row that names the slot (slotdefs[], PyType_Slot) is known by its calls.
WITH field AS (SELECT id, parent || '.' || name AS via FROM symbol WHERE id = CAST(:id AS INTEGER)),
     stored AS (
    SELECT symbol_id AS function_id, variable_id AS holder_id, file_id, line
    FROM cell WHERE field_id = (SELECT id FROM field) AND kind = 'function'
    UNION
    SELECT from_id, in_id, holder.file_id, holder.line
    FROM flow JOIN symbol AS holder ON holder.id = in_id
    WHERE to_kind = 2 AND to_id = (SELECT id FROM field) AND from_kind = 1 -- field, function
    UNION
    SELECT function_id, variable_id, cell.file_id, cell.line
    FROM stored_place
    JOIN candidate ON candidate.place_id = stored_place.id
    JOIN cell ON cell.symbol_id = function_id AND cell.kind = 'function'
    WHERE stored_place.kind = 'slot' AND via = (SELECT via FROM field)
      AND cell.field_id <> (SELECT id FROM field) AND cell.field_id IN (
          SELECT id FROM symbol WHERE parent = 'PyType_Slot' OR (name = 'function' AND parent IN (
              SELECT parent FROM symbol WHERE name = 'wrapper' AND kind = 'field')))
)
SELECT function.name AS function, holder.name AS stored_in, file.path AS file, stored.line
FROM stored
JOIN symbol AS function ON function.id = function_id
JOIN symbol AS holder ON holder.id = holder_id
JOIN file ON file.id = stored.file_id
ORDER BY file.generated, file.path, stored.line, function.name;
