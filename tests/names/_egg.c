/* A module in two phases, whose definition has another name; a type made from a spec; a struct sequence. */
#include "Python.h"

static PyObject *egg_boil(PyObject *self, PyObject *arg) { return arg; }
static PyObject *egg_new(PyTypeObject *type, PyObject *args, PyObject *kwds) { return args; }

static PyMethodDef egg_methods[] = {
    {"boil", egg_boil, METH_O, 0}, /* python: method egg.Egg.boil egg_boil METH_O */
    {0}};
static PyMemberDef egg_members[] = {
    {"__weaklistoffset__", 0, 8, 0, 0}, /* goes into the type */
    {0}};
static PyType_Slot egg_slots[] = {
    {Py_tp_methods, egg_methods},
    {Py_tp_members, egg_members},
    {Py_tp_new, egg_new}, /* python: new egg.Egg.__new__ egg_new - */
    {0, 0}};
static PyType_Spec egg_spec = {"egg.Egg", 16, 0, egg_slots}; /* python: type egg.Egg - Py_TPFLAGS_HEAPTYPE */

typedef struct { long red, green; } colours;
typedef struct { PyObject ob_base; void *dict; long weight; colours of; } yolkobject;
static PyMemberDef yolk_members[] = {
    {"green", 0, offsetof(yolkobject, of.green), 0, 0}, /* python: member egg.Yolk.green - - */
    {0}};
static PyType_Slot yolk_slots[] = {{Py_tp_members, yolk_members}, {0, 0}};
static PyType_Spec yolk_spec = {"egg.Yolk", /* python: type egg.Yolk - Py_TPFLAGS_HEAPTYPE|Py_TPFLAGS_EGG_SUBCLASS */
                                sizeof(yolkobject), 0, yolk_slots};
extern PyTypeObject Spam_Type;

PyObject *
make_yolk(void)
{
    return PyType_FromSpecWithBases(&yolk_spec, (PyObject *)&Spam_Type);
}

extern const char *const unnamed;
static PyStructSequence_Field box_fields[] = {
    {"size", "how many"}, /* python: member egg.box.size - - */
    {0}};
static PyStructSequence_Desc box_desc = {"box", box_fields, 1}; /* python: type egg.box - - */
static PyTypeObject Box_Type;

static PyMethodDef egg_functions[] = {
    {"crack", egg_boil, METH_O, 0}, /* python: function _egg.crack egg_boil METH_O */
    {0}};
static PyModuleDef_Slot egg_module_slots[] = {{1, (void *)egg_boil}, {0, 0}};
static PyModuleDef egg_module = {"egg", egg_functions, egg_module_slots};

PyObject *
PyInit__egg(void)
{
    box_desc.name = "egg.box";
    if (PyStructSequence_InitType2(&Box_Type, &box_desc) < 0)
        return 0;
    return PyType_FromSpec(&egg_spec) ? PyModuleDef_Init(&egg_module) : 0;
}
