-- What a class has that Python code, or PyErr_NewException(), derives from one without weak references: a table of getters in
-- Objects/typeobject.c.
--     static PyGetSetDef subtype_getsets_weakref_only[] = {{"__weakref__", subtype_getweakref, NULL, …}, {0}};
SELECT id FROM symbol WHERE name = 'subtype_getsets_weakref_only' AND kind = 'variable'
