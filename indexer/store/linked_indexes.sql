-- Made when the linkers are done; as indexes.sql.
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
