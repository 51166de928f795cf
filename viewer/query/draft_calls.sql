-- A row if :caller, a function or an opcode, calls :callee; what is only written in it, as a macro, is no call.
SELECT 1 FROM calls WHERE callee = :callee AND (caller = :caller OR part = :caller) AND kind <> 'macro' LIMIT 1;
