-- The field :field of :record, with the field of PyTypeObject that leads there and the one that says what a type is made from.
SELECT id AS field, parent || '.' || name AS via,
       (SELECT id FROM symbol WHERE parent = 'PyTypeObject' AND name GLOB 'tp_as_*'
        AND signature GLOB :record || ' [*]*') AS suite,
       (SELECT id FROM symbol WHERE parent = 'PyTypeObject' AND name = 'tp_base') AS base
FROM symbol WHERE parent = :record AND name = :field AND kind = 'field';
