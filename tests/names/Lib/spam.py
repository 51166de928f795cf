"""Imports, in the order of which the last counts.

def not_code(): in a string
"""
import sys as _sys

def open(name): pass
def fry(name):
    def inner(): pass

if 'posix' in _sys.builtin_module_names:
    from _spam import *
    import plate as dish
elif 'nt' in _sys.builtin_module_names:
    from _nt import *
    import nosuch as dish

try:
    from _spam import Lean
except ImportError:
    class Lean: pass

try:
    from _nosuch import cook
except ImportError:
    def cook(): pass

class Ham(_spam_base := object):
    pass

import _spam
class Bacon(_spam.Spam):
    def slice(self,
              thin=True):
        pass
    fry = slice

_one = Bacon()
eat = _one.eat

PREFIX = 'no place named '
class Oven:
    def bake(self, name, heat):
        msg = ('the oven is ' +
               'cold')
        if heat < 0:
            raise ValueError(msg) # raises: ValueError the oven is cold
        if heat > 9: raise spam.BurntError("burnt at %(heat)r %%" % vars()) # raises: BurntError burnt at %s %%
        raise KeyError(f'{PREFIX}{name!r}') # raises: KeyError no place named %s

def weigh(ham):
    raise TypeError('a ham of type {0!r} is no Spam'.format(ham)) # raises: TypeError a ham of type %s is no Spam

def quiet(code):
    raise SystemExit(code)
raise OSError(2, r"gone \with") # raises: OSError gone \with
