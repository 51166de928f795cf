INSERT INTO commit_issue VALUES (:commit_id, :ordinal, :tracker, :number)
