INSERT INTO stored_place (id, kind, via) VALUES (:id, :kind, :via)
