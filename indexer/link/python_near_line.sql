-- The line of the reference :id.
SELECT line FROM reference WHERE id = :id
