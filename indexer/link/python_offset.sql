-- Where the field :id is in its record, in bytes, and one more.
SELECT bit_offset / 8 + 1 FROM symbol WHERE id = :id AND bit_offset IS NOT NULL
