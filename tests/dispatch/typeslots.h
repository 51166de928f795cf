/* The numbers of PyType_Slot rows. */
#define Py_tp_iter 62
#define Py_tp_str 70
