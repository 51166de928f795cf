-- Where the member :path of the struct :record is, in bytes; nothing where the field :field is one of that struct itself.
SELECT outer.bit_offset / 8
FROM symbol AS record JOIN symbol AS outer ON outer.parent = record.name AND outer.name = :path AND outer.kind = 'field'
WHERE record.id = :record AND record.name <> (SELECT parent FROM symbol WHERE id = :field)
