-- Two places of one name are one: a second row would say nothing new.
INSERT OR IGNORE INTO candidate (group_id, place_id, function_id) VALUES (:group, :place, :function)
