-- Whether the recorded run (cpyread seen) made a call: of the function :to by :from; or, where :via is given, of any of the
-- functions in that place.
SELECT EXISTS (SELECT 1 FROM seen
               WHERE caller_id = CAST(:from AS INTEGER) AND callee_id = CAST(:to AS INTEGER))
    OR EXISTS (SELECT 1 FROM stored_place
               JOIN candidate ON place_id = stored_place.id
               JOIN seen ON caller_id = CAST(:from AS INTEGER) AND callee_id = function_id
               WHERE via = :via) AS seen;
