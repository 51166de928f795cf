INSERT INTO commit_change VALUES (:commit_id, :file, :ordinal, :name, :kind, :change, :was, :line, :lines_added, :lines_removed)
