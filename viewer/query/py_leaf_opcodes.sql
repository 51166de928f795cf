-- What names and constants alone become.
SELECT DISTINCT opcode FROM syntax_step WHERE node IN ('Name', 'Constant', 'Num') AND form = '' AND opcode IS NOT NULL;
