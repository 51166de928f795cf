from .fork import stab
from ..nowhere import x
