#ifndef Py_PYTHON_H
#define Py_PYTHON_H

/* The one header that everything includes; it gathers the others. */

#include "patchlevel.h"
#include "pyconfig.h"
#include <stdio.h>
#include <string.h>
#include <stdlib.h>
#include <assert.h>

#include "pyport.h"
#include "object.h"
#include "typeslots.h"
#include "methodobject.h"
#include "moduleobject.h"
#include "pyerrors.h"
#include "longobject.h"
#include "unicodeobject.h"
#include "listobject.h"
#include "dictobject.h"
#include "abstract.h"
#include "modsupport.h"
#include "pystate.h"
#include "ceval.h"
#include "import.h"

#endif
