-- Made when the rows of the crawl are in: cheaper than keeping them while rows come. Those of what the linkers write, where no
-- linker asks by them: linked_indexes.sql.
CREATE UNIQUE INDEX file_path ON file (path);
CREATE INDEX symbol_name ON symbol (name);
CREATE INDEX symbol_spelled ON symbol (spelled) WHERE spelled IS NOT NULL;
CREATE INDEX symbol_place ON symbol (file_id, line);
CREATE INDEX symbol_parent ON symbol (parent) WHERE parent IS NOT NULL;
CREATE INDEX symbol_tag ON symbol (signature) WHERE kind = 'struct' OR kind = 'union' OR kind = 'enum'; -- IN (…) is made anew for each row
CREATE INDEX reference_symbol ON reference (symbol_id);
CREATE INDEX reference_in ON reference (in_id) WHERE kind = 1; -- expand: what a function or macro uses
CREATE INDEX expansion_symbol ON expansion (symbol_id);
CREATE INDEX call_caller ON direct_call (caller_id);
CREATE INDEX call_callee ON direct_call (callee_id);
CREATE INDEX call_place ON direct_call (file_id, line);
CREATE INDEX indirect_caller ON indirect_call (caller_id);
CREATE INDEX indirect_place ON indirect_call (file_id, line);
CREATE INDEX cell_symbol ON cell (symbol_id) WHERE symbol_id IS NOT NULL;
CREATE INDEX cell_field ON cell (field_id);
CREATE INDEX flow_stored ON flow (to_id) WHERE to_kind = 2 AND from_kind = 1; -- a function that is put into a field
CREATE INDEX seen_callee ON seen (callee_id);
CREATE INDEX diagnostic_file ON diagnostic (file_id);
CREATE INDEX opcode_symbol ON opcode (symbol_id);
CREATE INDEX loop_block_place ON loop_block (file_id, line);
CREATE INDEX git_commit_hash ON git_commit (hash);
CREATE INDEX commit_issue_number ON commit_issue (number);
CREATE INDEX commit_change_name ON commit_change (name);
CREATE INDEX commit_change_was ON commit_change (was) WHERE was IS NOT NULL; -- what something became
CREATE INDEX story_commit_hash ON story_commit (hash);

-- What the planner should know, instead of ANALYZE: so that a small tree is asked in the same ways as a large one, and
-- an index that was changed as one that was made anew. (Of commits nothing: told that there are many, it would read them all
-- for a filter.) Rows of a table; rows for each value of an index's columns.
ANALYZE meta;
DELETE FROM sqlite_stat1;
INSERT INTO sqlite_stat1 VALUES
    ('file', 'file_path', '600 1'),
    ('symbol', 'symbol_name', '30000 2'),
    ('symbol', 'symbol_spelled', '500 2'),
    ('symbol', 'symbol_place', '30000 60 2'),
    ('symbol', 'symbol_parent', '4000 7'),
    ('symbol', 'symbol_tag', '600 1'),
    ('reference', 'reference_symbol', '300000 20'),
    ('reference', 'reference_in', '80000 15'),
    ('expansion', 'expansion', '6000 10 1'),
    ('expansion', 'expansion_symbol', '6000 2'),
    ('direct_call', 'call_caller', '50000 5'),
    ('direct_call', 'call_callee', '50000 7'),
    ('direct_call', 'call_place', '50000 140 2'),
    ('indirect_call', 'indirect_caller', '10000 4'),
    ('indirect_call', 'indirect_place', '10000 50 2'),
    ('string_literal', 'string_literal', '20000 60 2 1 1 1'),
    ('cell', 'cell', '40000 10 1'),
    ('cell', 'cell_symbol', '20000 3'),
    ('cell', 'cell_field', '40000 300'),
    ('flow', 'flow', '35000 5 1'),
    ('flow', 'flow_stored', '400 3'),
    ('inclusion', 'inclusion', '1200 4 1 1'),
    ('skipped_range', 'skipped_range', '3000 10 2 1'),
    ('call_group', 'call_group', '10000 1 1'),
    ('group_place', 'group_place', '800 2 1'),
    ('candidate', 'candidate', '15000 20 2 1'),
    ('diagnostic', 'diagnostic_file', '100 50'),
    ('seen', 'seen', '30000 4 1'),
    ('seen', 'seen_callee', '30000 4'),
    ('opcode', 'opcode', '200 1'),
    ('opcode', 'opcode_symbol', '200 1'),
    ('loop_block', 'loop_block_place', '300 150 1'),
    ('block_opcode', 'block_opcode', '2000 10 1');
