-- A Python call that stays in the loop.
INSERT INTO frame_call VALUES (:id, :caller_id, :block_id, :file_id, :line);
