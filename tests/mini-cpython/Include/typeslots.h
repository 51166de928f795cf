/* Slots by number, for PyType_Slot. */
#define Py_mp_length 4
#define Py_nb_add 7
#define Py_sq_length 45
#define Py_tp_dealloc 52
#define Py_tp_doc 56
#define Py_tp_methods 64
#define Py_tp_new 65
#define Py_tp_repr 66
