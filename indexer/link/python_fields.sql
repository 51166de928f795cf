-- The fields of the records by which C code hands names to Python (Include/cpython/object.h, methodobject.h, descrobject.h,
-- structmember.h, moduleobject.h, structseq.h); the rows of slotdefs[] are of the record that has a wrapperfunc.
SELECT id, parent || '.' || name FROM symbol
WHERE kind = 'field'
  AND parent IN ('PyTypeObject', 'PyNumberMethods', 'PySequenceMethods', 'PyMappingMethods', 'PyAsyncMethods', 'PyBufferProcs',
                 'PyMethodDef', 'PyGetSetDef', 'PyMemberDef', 'PyType_Spec', 'PyType_Slot', 'PyModuleDef',
                 'PyStructSequence_Desc', 'PyStructSequence_Field')
UNION ALL
SELECT field.id, 'slotdef.' || field.name
FROM symbol AS wrapper JOIN symbol AS field ON field.parent = wrapper.parent AND field.kind = 'field'
WHERE wrapper.name = 'wrapper' AND wrapper.kind = 'field' AND wrapper.signature LIKE 'wrapperfunc %'
