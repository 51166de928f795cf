"""Extension modules: what is built beside the interpreter."""

from distutils.core import Extension, setup

exts = []
# Square roots
exts.append( Extension('math', ['mathmodule.c']) )
# Needs a library
exts.append( Extension('_nosuch', ['_nosuch.c'],
                       libraries=['no_such_thing']) )

setup(name='mini', ext_modules=exts)
