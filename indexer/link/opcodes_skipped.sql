-- The lines of the file :file_id that an #if leaves out.
SELECT line, end_line FROM skipped_range WHERE file_id = :file_id;
