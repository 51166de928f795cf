INSERT INTO git_commit VALUES (:id, :hash, :date, :author, :subject, :merge, :hunk_file, :hunk_line, :hunk_in, :hunk_size, :hunk)
