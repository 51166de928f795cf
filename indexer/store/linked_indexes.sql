-- Made when the linkers are done; as indexes.sql. An index that was changed has them already: the linkers fill their tables
-- anew, and rows come quicker without.
CREATE INDEX call_group_group ON call_group (group_id);
CREATE INDEX candidate_function ON candidate (function_id);
CREATE INDEX stored_place_via ON stored_place (via);
CREATE INDEX group_place_place ON group_place (place_id);
CREATE INDEX candidate_place ON candidate (place_id);
CREATE INDEX block_opcode_block ON block_opcode (block_id);
CREATE INDEX site_block_block ON site_block (block_id);
CREATE INDEX reference_block_block ON reference_block (block_id);
CREATE INDEX python_name_name ON python_name (name);
CREATE INDEX python_name_function ON python_name (function_id) WHERE function_id IS NOT NULL;
CREATE INDEX python_name_impl ON python_name (impl_id) WHERE impl_id IS NOT NULL;
CREATE INDEX python_name_symbol ON python_name (symbol_id) WHERE symbol_id IS NOT NULL;
CREATE INDEX python_name_owner ON python_name (owner_id);
CREATE INDEX python_name_record ON python_name (record_id) WHERE record_id IS NOT NULL;
INSERT INTO sqlite_stat1 VALUES
    ('call_group', 'call_group_group', '10000 14 1'),
    ('candidate', 'candidate_function', '15000 4'),
    ('stored_place', 'stored_place_via', '900 1'),
    ('group_place', 'group_place_place', '800 2 1'),
    ('candidate', 'candidate_place', '15000 15'),
    ('block_opcode', 'block_opcode_block', '2000 2'),
    ('site_block', 'site_block_block', '1500 6'),
    ('reference_block', 'reference_block_block', '3500 15'),
    ('python_name', 'python_name_name', '6000 1'),
    ('python_name', 'python_name_function', '5000 2'),
    ('python_name', 'python_name_impl', '2000 1'),
    ('python_name', 'python_name_symbol', '800 1'),
    ('python_name', 'python_name_owner', '6000 12'),
    ('python_name', 'python_name_record', '400 2');
