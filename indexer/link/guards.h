/* guards.h: the flags that are tested on the way to a call of a method's function.
 *
 *     case METH_NOARGS:                                      Objects/call.c, descrobject.c, methodobject.c
 *         result = (*meth)(self, NULL);
 *
 *     DEOPT_IF(PyCFunction_GET_FLAGS(callable) != METH_O);   Python/ceval.c, bytecodes.c: the loop leaves if it is so
 *     … cfunc(PyCFunction_GET_SELF(callable), arg) …
 *
 * A row of a PyMethodDef table says with which flags its function is called, so a call behind such a test (flag_tests.h)
 * reaches only functions whose flags are those. The test can also stand where the calling function is chosen or called, if
 * it does so everywhere:
 *
 *     case METH_O: vectorcall = method_vectorcall_O; break;
 *     if (PyCFunction_GET_FLAGS(func) & METH_VARARGS) { return cfunction_call_varargs(func, args, kwargs); */
#ifndef CPYREAD_LINK_GUARDS_H
#define CPYREAD_LINK_GUARDS_H

#include "link/closure.h"
#include "link/link.h"

/* Takes out of the groups of such calls what has other flags. FALSE with `error` if the index cannot be read. */
gboolean guards_narrow(Linking *linking, const Places *places, Closure *closure, GError **error);

#endif
