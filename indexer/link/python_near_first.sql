-- The last number of a reference below :end.
SELECT max(id) FROM reference WHERE id < :end AND id >= :id
