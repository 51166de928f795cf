-- Made when all rows are in: cheaper than keeping them while rows come.
CREATE UNIQUE INDEX file_path ON file (path);
CREATE INDEX symbol_name ON symbol (name);
CREATE INDEX symbol_spelled ON symbol (spelled) WHERE spelled IS NOT NULL;
CREATE INDEX symbol_place ON symbol (file_id, line);
CREATE INDEX symbol_parent ON symbol (parent) WHERE parent IS NOT NULL;
CREATE INDEX reference_in ON reference (in_id) WHERE kind = 1; -- expand: what a function or macro uses
CREATE INDEX reference_place ON reference (file_id, line);
CREATE INDEX call_caller ON direct_call (caller_id);
CREATE INDEX call_callee ON direct_call (callee_id);
CREATE INDEX call_place ON direct_call (file_id, line);
CREATE INDEX indirect_caller ON indirect_call (caller_id);
CREATE INDEX indirect_place ON indirect_call (file_id, line);
CREATE INDEX cell_symbol ON cell (symbol_id) WHERE symbol_id IS NOT NULL;
CREATE INDEX cell_field ON cell (field_id);
CREATE INDEX diagnostic_file ON diagnostic (file_id);
