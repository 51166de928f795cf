-- Takes out what linked_indexes.sql has made.
DROP INDEX call_group_group;
DROP INDEX candidate_function;
DROP INDEX stored_place_via;
DROP INDEX group_place_place;
DROP INDEX candidate_place;
DROP INDEX block_opcode_block;
DROP INDEX site_block_block;
DROP INDEX reference_block_block;
DROP INDEX python_name_name;
DROP INDEX python_name_function;
DROP INDEX python_name_impl;
DROP INDEX python_name_symbol;
DROP INDEX python_name_owner;
DROP INDEX python_name_record;
