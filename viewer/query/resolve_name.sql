-- The symbols called :name, also those that the text spells so before a macro renames them: find_char, for what stands
-- there as STRINGLIB(find_char). Few symbols are spelled another way; an index holds just those. The
-- core comes first, then modules, then programs.
SELECT * FROM symbols
WHERE id IN (SELECT id FROM symbol WHERE name = :name
             UNION
             SELECT id FROM symbol WHERE spelled = :name
             UNION
             SELECT id FROM symbol
             WHERE spelled IS NOT NULL AND instr(spelled, '(' || :name || ')') -- the quicker question first
               AND substr(spelled, -length(:name) - 2) = '(' || :name || ')')
ORDER BY (file GLOB 'Modules/*') + 2 * (file GLOB 'Programs/*' OR file GLOB 'Tools/*'), file, line, name;
