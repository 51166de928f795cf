INSERT INTO commit_file VALUES (:commit_id, :ordinal, :path, :lines_added, :lines_removed, :generated, :test)
