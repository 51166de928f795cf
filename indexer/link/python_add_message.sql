INSERT INTO python_message (text, exception, name, path, line) VALUES (?, ?, ?, ?, ?)
