INSERT OR IGNORE INTO python_source (name, line, kind, target, path) VALUES (?, ?, ?, ?, ?)
