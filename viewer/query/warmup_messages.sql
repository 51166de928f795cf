-- Texts that one function alone raises, and that Python leads to by a name; each with the shortest name.
-- scan: any of them may be asked
SELECT message.text, exception, symbol.name AS function, file.path AS file, message.line,
       CASE WHEN python_name.name GLOB 'builtins.*' THEN substr(python_name.name, 10) ELSE python_name.name END AS python,
       min(length(python_name.name)) AS shortest
FROM message
JOIN symbol ON symbol.id = message.function_id
JOIN file ON file.id = message.file_id
JOIN python_name ON python_name.function_id = symbol.id OR python_name.impl_id = symbol.id
WHERE exception IS NOT NULL AND length(message.text) BETWEEN 16 AND 60
  AND python_name.name NOT GLOB '_*'
GROUP BY message.text
HAVING count(DISTINCT symbol.id) = 1
ORDER BY message.text;
