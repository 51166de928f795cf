INSERT INTO python_name (name, kind, function_id, symbol_id, slot_id, owner_id, flags, file_id, line, base,
                         record_id, size, item_size, offset)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
