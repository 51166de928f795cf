/* Frozen modules: their byte code is part of the program. */

#include "Python.h"

static const unsigned char M___hello__[] = {
    6, 0, 7, 0, 10, 1, 5, 0,
};

static const struct _frozen _PyImport_FrozenModules[] = {
    {"__hello__", M___hello__, (int)sizeof(M___hello__)},
    {0, 0, 0} /* sentinel */
};

const struct _frozen *PyImport_FrozenModules = _PyImport_FrozenModules;
