-- One row if the call by name of :callee in :caller is the short way of a call through a pointer there: one of the
-- functions that :caller calls by that pointer does nothing but call :callee.
SELECT 1
FROM direct_call AS step
WHERE step.caller_id = :caller AND step.callee_id = :callee AND EXISTS (
    SELECT 1
    FROM direct_call CROSS JOIN candidate ON candidate.function_id = direct_call.caller_id
    WHERE direct_call.callee_id = :callee AND direct_call.caller_id <> :caller
      AND candidate.group_id IN (
          SELECT group_id FROM indirect_call JOIN call_group ON call_group.site = indirect_call.site
          WHERE indirect_call.caller_id = :caller)
      AND NOT EXISTS (
          SELECT 1 FROM direct_call AS other JOIN symbol ON symbol.id = other.callee_id
          WHERE other.caller_id = direct_call.caller_id AND other.callee_id <> :callee AND NOT external))
LIMIT 1;
