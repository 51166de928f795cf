# The longer texts of the story 3.7-speedups.tsv, a group for each issue under which commits are told. README.md of this
# folder says what the keys mean. Every claim here was seen in the commit, its message, NEWS or What's New.

[story]
title=What made Python 3.7 faster
title[ko]=파이썬 3.7은 왜 빨라졌을까?
tree=3.7
issues=bpo
areas[ko]=calls>호출;eval loop>평가 루프;gc>가비지 수거;import>임포트;other>기타;regex>정규식;sort>정렬;startup>시작;str>문자열
measured=best of 20 repeats, builds of one pyenv, x86-64, GCC 12; between versions all else changed, too
measured[ko]=20번 되풀이한 최솟값, 같은 pyenv로 빌드, x86-64, GCC 12. 버전 사이에는 다른 것도 모두 바뀌었다

# ---- the twelve to read first, in their order -----------------------------------------------------------------------

[31179]
first=1
why=Copying used to insert the items one by one into a new dict, looking for a place each time.\nNow the whole key table of a compact dict is copied with memcpy, and only the reference counts are put right.
why[ko]=예전에는 새 사전에 항목을 하나씩 넣으면서 그때마다 들어갈 자리를 찾았다.\n이제는 촘촘한 사전의 키 표를 memcpy로 통째로 베끼고 참조 횟수만 바로잡는다.
setup=d = dict.fromkeys(range(1000))
timeit=d.copy()
measured=3.6.15 9.22 µs, 3.7.16 2.32 µs, 3.11.7 2.33 µs, 3.13.0 2.27 µs
shows=3.7
look=clone_combined_dict;PyDict_Copy;insertdict
from=dict.copy
chain=dict_copy;PyDict_Copy;clone_combined_dict
python=d.copy()
note=Where more than a third of the entries were deleted, the old way is still taken: of 1,000 keys delete 334, then one more.
note[ko]=항목을 3분의 1 넘게 지우면 여전히 예전 길로 간다. 키 1,000개에서 334개를 지운 뒤 하나를 더 지워 보자.

[24821]
first=2
why=In wide strings memchr looks for the low byte of a character, so characters that contain that byte by chance stopped it again and again.\nAfter a false hit that came too soon the search now goes on character by character for a while.
why[ko]=넓은 문자열에서 memchr는 글자의 아래 바이트를 찾으므로, 우연히 그 바이트가 든 글자마다 멈춰 섰다.\n이제는 너무 빨리 헛짚으면 한동안 글자를 하나씩 비교해 나간다.
setup=s = "\\u0404" + "\\u0504" * 10000
timeit="\\u0604" in s
measured=3.6.15 52.3 µs, 3.7.16 5.24 µs, 3.11.7 5.44 µs, 3.13.0 5.42 µs
shows=3.7
look=ucs2lib_find_char;any_find_slice;findchar
from=str.find
chain=unicode_find;any_find_slice;findchar
python=s.find("\\u0404")

[32544]
first=3
why=When an attribute was missing, C code made an AttributeError only to throw it away.\nhasattr() and getattr() with a default now ask in a mode that reports "missing" by its return value.
why[ko]=속성이 없으면 C 코드는 곧 버릴 AttributeError를 굳이 만들었다.\n이제 hasattr()와 기본값이 있는 getattr()는 '없음'을 반환값으로 알려 주는 방식으로 묻는다.
setup=class C: pass\nc = C()
timeit=hasattr(c, "missing")
measured=3.6.15 184 ns, 3.7.16 40.6 ns, 3.11.7 23.1 ns, 3.13.0 29.6 ns
shows=3.7
look=_PyObject_LookupAttr;_PyObject_GenericGetAttrWithDict;builtin_hasattr_impl
gone=_PyObject_GetAttrWithoutError>_PyObject_LookupAttr
from=hasattr
chain=builtin_hasattr_impl;_PyObject_LookupAttr;_PyObject_GenericGetAttrWithDict;_PyType_Lookup
python=hasattr(c, "missing")
note=The function that the first commit added was replaced nine days later by the second.
note[ko]=첫 커밋이 넣은 함수는 아흐레 뒤 둘째 커밋이 다른 함수로 바꾸었다.

[26110]
first=4
why=obj.meth() made a bound method object for each call and destroyed it afterwards.\nLOAD_METHOD leaves the plain function and obj on the stack instead, and CALL_METHOD calls it with both; a second commit does so for methods in C.
why[ko]=obj.meth() 호출마다 바운드 메서드 객체를 만들었다가 곧바로 없앴다.\nLOAD_METHOD 명령은 그 대신 함수와 obj를 스택에 나란히 두고, CALL_METHOD 명령이 둘을 써서 부른다. 둘째 커밋은 C로 쓰인 메서드에도 같은 일을 한다.
setup=class C:\n    def m(self): pass\nc = C()
timeit=c.m()
measured=3.6.15 50.0 ns, 3.7.16 40.8 ns, 3.11.7 19.7 ns, 3.13.0 17.5 ns
shows=3.7
look=LOAD_METHOD;CALL_METHOD;_PyObject_GetMethod;maybe_optimize_method_call
chain=ceval.c:call_function;_PyMethodDescr_FastCallKeywords;_PyMethodDef_RawFastCallKeywords
python=[].append(1)

[29259]
title=FASTCALL: built-in functions without a tuple of arguments
title[ko]=인자 튜플 없이 부르는 내장 함수: FASTCALL
first=5
why=Built-in functions got their arguments in a tuple, and keywords in a dict, made for the call alone.\nWith the calling convention FASTCALL they get the place of the arguments on the caller's stack, and the keywords' names in a tuple that the compiler made.
why[ko]=내장 함수는 호출 한 번에 쓰고 버릴 튜플과 사전으로 인자를 받았다.\nFASTCALL 호출 규약에서는 부르는 쪽 스택에 놓인 인자의 자리를 그대로 받고, 키워드 이름은 컴파일할 때 만든 튜플로 받는다.
setup=f = b"a b".split
timeit=f(maxsplit=1)
measured=3.6.15 116 ns, 3.7.16 59.7 ns, 3.11.7 50.4 ns, 3.13.0 65.9 ns
shows=3.7
look=_PyCFunction_FastCallKeywords;_PyMethodDef_RawFastCallKeywords;_PyMethodDef_RawFastCallDict
from=bytes.split
chain=_PyCFunction_FastCallKeywords;_PyMethodDef_RawFastCallKeywords;bytes_split;bytes_split_impl
python=b"a b".split(maxsplit=1)

[29507]
title=Special methods without bound methods
title[ko]=바운드 메서드를 만들지 않는 특수 메서드
first=6
why=An operator that a class defines in Python was looked up, bound to its object, and called with a tuple of arguments.\nNow the plain function is found and self is put before the arguments in a C array: no bound method, no tuple.
why[ko]=클래스가 파이썬으로 정의한 연산자는 찾고, 객체에 묶고, 인자 튜플을 만들어 불렀다.\n이제는 함수만 찾아 C 배열에서 인자 앞에 self를 놓는다. 바운드 메서드도 튜플도 만들지 않는다.
setup=class C:\n    def __getitem__(self, i): return i\nc = C()
timeit=c[0]
measured=3.6.15 86.2 ns, 3.7.16 43.7 ns, 3.11.7 28.6 ns, 3.13.0 17.5 ns
shows=3.7
look=slot_sq_item;typeobject.c:call_method;lookup_maybe_method;call_unbound
gone=lookup_maybe>_PyObject_LookupSpecial
chain=slot_sq_item;typeobject.c:call_method;lookup_method;lookup_maybe_method
python=for x in c: pass
note=c[0] takes slot_mp_subscript, the loop takes slot_sq_item; both come to call_method.
note[ko]=c[0]은 slot_mp_subscript로, for 문은 slot_sq_item으로 가고, 둘 다 call_method에 이른다.

[29049]
first=7
why=Every frame was put on the collector's list when it was made and taken off when its call ended.\nA frame is now put there only if it outlives its call, for a traceback, say.
why[ko]=모든 프레임은 만들 때 가비지 수거기의 목록에 넣고 호출이 끝나면 뺐다.\n이제는 트레이스백 따위가 붙잡아 호출보다 오래 사는 프레임만 목록에 넣는다.
setup=def f(): pass
timeit=f()
measured=3.6.15 35.9 ns, 3.7.16 33.7 ns, 3.11.7 18.4 ns, 3.13.0 15.6 ns
shows=no
look=_PyFrame_New_NoTrack;function_code_fastcall;frame_dealloc
chain=_PyFunction_FastCallKeywords;function_code_fastcall;_PyFrame_New_NoTrack
python=def f(): pass; f()

[28685]
first=8
why=Every comparison of a sort went through the general way, which looks at the types of both items each time.\nsort() now looks at all keys once and, where they are of one simple type, sorts with a comparison made for it: latin-1 str, small int, float, tuple.
why[ko]=정렬은 비교할 때마다 두 값의 타입부터 살피는 일반적인 길로 갔다.\n이제는 먼저 모든 키를 한 번 훑어, 단순한 타입 하나뿐이면 그 타입만을 위한 비교 함수(latin-1 str, 작은 int, float, tuple)로 정렬한다.
setup=import random\nrandom.seed(1)\nl = [random.random() for i in range(10000)]
timeit=sorted(l)
measured=3.6.15 1.61 ms, 3.7.16 858 µs, 3.11.7 858 µs, 3.13.0 861 µs
shows=3.7
look=list_sort_impl;unsafe_latin_compare;unsafe_long_compare;unsafe_tuple_compare
from=list.sort
chain=list_sort_impl;binarysort;unsafe_float_compare
python=[2.0, 1.0].sort()
note=Put one int among the floats and measure again.
note[ko]=float 사이에 int를 하나 섞고 다시 재 보자.

[29469]
first=9
why=Constants were folded in the finished bytecode, whose jumps and line numbers had to be kept right.\nThey are now folded in the syntax tree before it is compiled, and the bytecode pass could shrink.
why[ko]=상수 접기는 다 만든 바이트 코드에서 점프와 줄 번호를 맞추어 가며 했다.\n이제는 컴파일하기 전에 구문 트리에서 하고, 바이트 코드 최적화기는 그만큼 작아졌다.
setup=def f():\n    for x in [1, 2, 3]: pass
timeit=f()
measured=3.6.15 74.2 ns, 3.7.16 70.0 ns, 3.11.7 52.4 ns, 3.13.0 53.9 ns
shows=no
look=_PyAST_Optimize;astfold_expr;fold_binop;safe_multiply;fold_iter
from=compile
chain=PyAST_CompileObject;_PyAST_Optimize;astfold_mod;astfold_stmt;astfold_expr;fold_binop;safe_multiply
python=compile("24 * 60", "", "exec")
note=With it literal lists that are only looped over became constants: dis.dis(f).
note[ko]=그 덕분에 순회만 하는 리스트 리터럴도 상수가 되었다. dis.dis(f)로 확인할 수 있다.

[31336]
first=10
why=While a class was set up, each special name was looked up through a method cache that could not know the new class yet.\nNow the bases are searched directly with a hash that is known; and the order of bases is computed faster for one base, and without lists for several.
why[ko]=클래스를 만드는 동안 특수 이름마다 아직 새 클래스를 알 리 없는 메서드 캐시부터 뒤졌다.\n이제는 이미 아는 해시로 부모들을 곧바로 찾는다. MRO도 부모가 하나면 더 빨리, 여럿이면 리스트 없이 계산한다.
setup=class B: pass
timeit=class C(B): pass
measured=3.6.15 5.79 µs, 3.7.16 4.45 µs, 3.11.7 4.64 µs, 3.13.0 5.04 µs
shows=3.7
look=find_name_in_mro;fixup_slot_dispatchers;mro_implementation;pmerge
from=__build_class__
chain=builtin___build_class__;_PyObject_FastCallDict;type_call;type_new;PyType_Ready;mro_internal;mro_invoke;mro_implementation;pmerge
python=class D(B, A): pass

[31333]
first=11
why=isinstance() with an abstract class ran Python code, with registry and caches in Python sets of weak references.\nThe core of abc is now a C module that keeps these sets as C data of each class.
why[ko]=추상 클래스에 대한 isinstance()는 등록부와 캐시를 파이썬의 약한 참조 집합에 둔 파이썬 코드를 실행했다.\n이제 abc의 핵심은 C 모듈이고, 그 집합들은 클래스마다 C 자료 구조에 둔다.
setup=from collections.abc import Sized\nl = []
timeit=isinstance(l, Sized)
measured=3.6.15 376 ns, 3.7.16 197 ns, 3.11.7 105 ns, 3.13.0 147 ns
shows=3.7
look=_abc__abc_instancecheck_impl;_abc__abc_subclasscheck_impl;_in_weak_set
from=_abc._abc_instancecheck
chain=_abc__abc_instancecheck;_abc__abc_instancecheck_impl;_in_weak_set
python=isinstance([], collections.abc.Sized)

[32296]
title=Which loop is running?
title[ko]=어떤 루프가 실행 중일까?
first=12
why=Which loop is running was asked in Python, with the process id compared at every call.\nThe C version looks in the thread's dict; a second commit remembers the last answer with the thread's id, so that not even that is needed.
why[ko]=어떤 루프가 실행 중인지는 호출마다 프로세스 번호를 비교하는 파이썬 코드가 찾았다.\nC 코드는 스레드의 사전에서 찾고, 둘째 커밋은 마지막 답을 스레드 번호와 함께 기억해 그마저 필요 없게 한다.
setup=import asyncio\nloop = asyncio.new_event_loop()\nasyncio._set_running_loop(loop)
timeit=asyncio.get_event_loop()
measured=3.6.15 315 ns, 3.7.16 121 ns, 3.11.7 106 ns, 3.13.0 19.1 ns
shows=3.7
look=get_running_loop;get_event_loop;_asyncio_get_event_loop_impl
from=_asyncio.get_event_loop
chain=_asyncio_get_event_loop_impl;get_event_loop;get_running_loop
python=asyncio.get_event_loop()

# ---- eval loop, calls -----------------------------------------------------------------------------------------------

[28915]
title=Calls from C without a temporary tuple
title[ko]=임시 튜플 없이 C에서 부르기
why=C code that calls a Python object by a format string, or by a list of arguments, made a tuple for the call.\nThe arguments are now built in a C array and handed to the fast call; then caller after caller dropped its format string.
why[ko]=형식 문자열이나 인자 목록으로 파이썬 객체를 부르는 C 코드는 호출마다 튜플을 만들었다.\n이제는 인자를 C 배열에 만들어 빠른 호출에 넘긴다. 그 뒤로 호출하는 곳마다 형식 문자열을 하나씩 걷어 냈다.
look=_PyObject_CallFunctionVa;_Py_VaBuildStack;object_vacall
chain=PyObject_CallFunction;_PyObject_CallFunctionVa;_Py_VaBuildStack
note=The commits give no figures.
note[ko]=커밋에 수치는 없다.

[28665]
why=Since 13527123a1, which is in 3.6.0 already, STORE_DEREF does without checks; the 40 % of NEWS are that commit's.\nThis one lets the other opcodes of closures use the unchecked macros, too: what it gains nobody wrote down.
why[ko]=STORE_DEREF 명령은 이미 3.6.0에 든 13527123a1 커밋부터 검사를 하지 않는다. NEWS의 40%는 그 커밋의 몫이다.\n이 커밋은 클로저의 다른 명령들도 검사 없는 매크로를 쓰게 한다. 얼마나 빨라졌는지는 기록이 없다.
setup=def g():\n    x = 1\n    def f():\n        return x\n    return f\nf = g()
timeit=f()
measured=3.6.15 35.4 ns, 3.7.16 33.9 ns, 3.11.7 22.1 ns, 3.13.0 21.0 ns
shows=no
look=LOAD_DEREF;STORE_DEREF;DELETE_DEREF

[29286]
title=Generated wrappers without a tuple of arguments
title[ko]=인자 튜플이 필요 없는 생성된 래퍼
why=Wrappers that Argument Clinic wrote took a tuple of arguments even where all were positional.\nIt now writes FASTCALL wrappers for them, with helpers that parse or unpack the arguments in the caller's array.
why[ko]=Argument Clinic이 만든 래퍼는 모두 위치 인자인데도 튜플로 인자를 받았다.\n이제는 부르는 쪽 배열에서 바로 해석하거나 꺼내는 보조 함수와 함께 FASTCALL 래퍼를 만든다.
setup=f = b"ab".replace
timeit=f(b"x", b"y")
measured=3.6.15 67.7 ns, 3.7.16 55.9 ns, 3.11.7 29.3 ns, 3.13.0 28.8 ns
shows=3.7
look=_PyArg_ParseStack;_PyArg_UnpackStack;bytes_replace
from=bytes.replace
chain=bytes_replace;bytes_replace_impl
python=b"ab".replace(b"a", b"b")

[29300]
why=The functions of struct took a tuple of arguments and looked for their compiled format by themselves.\nBy Argument Clinic they take an array, and a converter finds the compiled format.
why[ko]=struct 함수들은 인자를 튜플로 받고, 컴파일된 형식을 저마다 찾았다.\n이제는 Argument Clinic을 통해 배열로 받고, 컴파일된 형식은 변환기가 찾아 준다.
setup=import struct
timeit=struct.pack("i", 1)
measured=3.6.15 82.5 ns, 3.7.16 59.4 ns, 3.11.7 38.8 ns, 3.13.0 46.8 ns
shows=3.7
look=pack;cache_struct_converter;s_pack_internal
from=struct.pack

[29452]
why=index(), insert() and rotate() of a deque took their arguments in a tuple made for the call.\nThey take them in an array.
why[ko]=deque의 index(), insert(), rotate()는 호출마다 만든 튜플로 인자를 받았다.\n이제는 배열로 받는다.
setup=from collections import deque\nd = deque([1, 2, 3])
timeit=d.rotate(1)
measured=3.6.15 60.1 ns, 3.7.16 44.7 ns, 3.11.7 17.5 ns, 3.13.0 18.3 ns
shows=3.7
look=deque_rotate;deque_index;deque_insert
from=collections.deque.rotate

[31410]
why=Calling a slot wrapper of a type, as in int.__add__(1, 2), made an object that bound the wrapper to its self.\nThe wrapper is now called directly with self and the rest of the arguments.
why[ko]=int.__add__(1, 2)처럼 타입의 슬롯 래퍼를 부르면 래퍼를 self에 묶은 객체를 만들었다.\n이제는 self와 나머지 인자로 래퍼를 바로 부른다.
setup=f = int.__add__
timeit=f(1, 2)
measured=3.6.15 64.9 ns, 3.7.16 42.9 ns, 3.11.7 52.2 ns, 3.13.0 64.5 ns
shows=3.7
look=wrapperdescr_raw_call;wrapperdescr_call;classmethoddescr_call

# ---- dict, set, str, int, tuple -------------------------------------------------------------------------------------

[28580]
why=Iterating the dict of an instance that shares its keys looked for values that are missing.\nThe values of such a dict leave no gap, so the number of its items says where to stop.
why[ko]=키를 나누어 쓰는 인스턴스 사전을 순회할 때 빠진 값이 있는지 확인하며 갔다.\n그런 사전의 값에는 틈이 없으므로, 항목 수만 보면 어디서 멈출지 안다.
setup=class C:\n    def __init__(self):\n        self.a = self.b = self.c = self.d = self.e = 1\nd = C().__dict__
timeit=for x in d: pass
measured=3.6.15 56.5 ns, 3.7.16 52.8 ns, 3.11.7 45.6 ns, 3.13.0 59.7 ns
shows=no
look=_PyDict_Next;dictiter_iternextkey
from=dict_keyiterator.__next__

[28621]
why=Counting the bits of an int, which converting it to float does, shifted its top digit until nothing was left.\nA table of 32 entries, which bit_length() had already, now answers for both.
why[ko]=정수를 실수로 바꿀 때 하는 비트 세기는 맨 위 자리를 0이 될 때까지 한 칸씩 밀었다.\n이제는 bit_length()가 이미 쓰던 32칸짜리 표를 양쪽이 함께 쓴다.
setup=x = 2 ** 100 + 1
timeit=float(x)
measured=3.6.15 93.7 ns, 3.7.16 60.3 ns, 3.11.7 27.6 ns, 3.13.0 30.2 ns
shows=3.7
look=_PyLong_NumBits;bits_in_digit;_PyLong_Frexp
from=int.__float__
chain=long_float;PyLong_AsDouble;_PyLong_Frexp

[28731]
why=A dict display asked for room for its items and got a table that was too small for some numbers of them, so it was resized on the way.\nThe size asked for is now turned into one that holds that many.
why[ko]=dict 표현식은 항목 수만큼 자리를 요청하지만, 어떤 수에서는 표가 작아서 채우다가 크기를 다시 조정했다.\n이제는 그만큼이 정말 들어가는 크기로 만든다.
timeit={"a": 1, "b": 2, "c": 3, "d": 4, "e": 5, "f": 6, "g": 7}
also=3.6.1
look=_PyDict_NewPresized;dictresize
chain=_PyStack_AsDict;_PyDict_NewPresized

[29949]
why=A piece of common code was moved into the function that resizes sets, where it multiplied what had been multiplied before.\nTaking that back makes merged sets as small as they were; this is about memory first.
why[ko]=공통 코드를 집합의 크기 조정 함수로 옮기면서 이미 곱한 값을 다시 곱하게 되었다.\n되돌리니 합쳐 만든 집합이 예전만큼 작아졌다. 속도보다 메모리 이야기다.
setup=import sys
timeit=sys.getsizeof(set().union(set(range(1000))))
also=3.6.2
look=set_table_resize;set_merge
from=set.update
note=Look at the value, the size of the set in bytes, rather than at the time.
note[ko]=시간보다 값, 곧 집합의 바이트 수를 보자.

[26163]
why=Frozensets of similar items got hashes that differed in few bits, so they met in the same place of a table.\nOne line mixes the bits of the hash further.
why[ko]=비슷한 원소로 된 frozenset은 몇 비트만 다른 해시를 얻어 표에서 같은 자리에 몰렸다.\n한 줄이 해시의 비트를 더 섞어 준다.
setup=l = [frozenset([i, i + 1]) for i in range(1000)]
timeit=set(l)
measured=3.6.15 11.1 µs, 3.7.16 11.8 µs, 3.11.7 13.4 µs, 3.13.0 11.4 µs
shows=no
look=frozenset_hash
from=frozenset.__hash__

[32677]
why=isascii() is new in 3.7; for bytes its first version looked at one byte after the other.\nIt now tests as many bytes at once as a C long has. A str knows the answer already.
why[ko]=isascii()는 3.7에서 새로 생겼고, bytes에서는 처음에 한 바이트씩 보았다.\n이제는 C의 long 크기만큼 한 번에 검사한다. str은 이미 답을 알고 있다.
setup=b = b"a" * 10000
timeit=b.isascii()
measured=3.7.16 364 ns, 3.11.7 343 ns, 3.13.0 343 ns
shows=3.7
look=_Py_bytes_isascii;unicode_isascii_impl
from=bytes.isascii
chain=stringlib_isascii;_Py_bytes_isascii

[24700]
why=Comparing two arrays made a Python object of every item and compared those.\nWhere both hold one integer type, a loop in C made for that type compares the items as they lie there.
why[ko]=두 array를 비교할 때 원소마다 파이썬 객체를 만들어 비교했다.\n둘 다 같은 정수 타입이면, 그 타입만을 위해 만든 C 반복문이 놓인 값을 그대로 비교한다.
setup=import array\na = array.array("i", range(1000))\nb = array.array("i", range(1000))
timeit=a == b
measured=3.6.15 20.9 µs, 3.7.16 282 ns, 3.11.7 281 ns, 3.13.0 283 ns
shows=3.7
look=array_richcompare;i_compareitems
from=array.array.__eq__
chain=array_richcompare;i_compareitems
python=array("i", [1]) == array("i", [1])

# ---- collector ------------------------------------------------------------------------------------------------------

[31558]
why=A new function of gc moves all that is tracked to a generation that is never collected.\nCalled before a fork, it keeps the collector from writing into pages that parent and child still share; collections have less to look at, too.
why[ko]=gc의 새 함수가 추적 중인 모든 객체를 다시는 수거하지 않는 세대로 옮긴다.\nfork 전에 부르면 부모와 자식이 나누어 쓰는 쪽에 수거기가 쓰지 않게 되고, 수거할 때 볼 것도 줄어든다.
setup=import gc\nl = [[] for i in range(100000)]\ngetattr(gc, "freeze", int)()
timeit=gc.collect()
measured=3.6.15 2.85 ms, 3.7.16 83.2 ns, 3.11.7 45.2 ns, 3.13.0 102 ns
shows=3.7
look=gc_freeze_impl;gc_unfreeze_impl;gc_list_merge
from=gc.freeze

[32422]
why=Each entry of a bounded lru_cache was an object that the collector tracked.\nThe cache now visits what its entries hold by itself, and the entries are three words smaller.
why[ko]=크기가 정해진 lru_cache의 항목은 저마다 가비지 수거기가 추적하는 객체였다.\n이제는 캐시가 항목의 내용을 직접 훑고, 항목은 세 워드씩 작아졌다.
setup=import gc, functools\nf = functools.lru_cache(100000)(lambda x: x)\nfor i in range(50000): f(i)
timeit=gc.collect()
measured=3.6.15 3.91 ms, 3.7.16 864 µs, 3.11.7 1.42 ms, 3.13.0 1.03 ms
shows=3.7
look=lru_cache_tp_traverse;bounded_lru_cache_wrapper;lru_list_elem_dealloc
gone=lru_list_elem_traverse>lru_cache_tp_traverse;lru_list_elem_clear>

# ---- compiler -------------------------------------------------------------------------------------------------------

[27169]
why=__debug__ was compiled into a look-up of a name; only a test of it alone was decided beforehand.\nIts value is now a constant, at first in the compiler, then in the pass over the syntax tree, so that a dead branch disappears.
why[ko]=__debug__는 이름을 찾는 코드로 컴파일되었고, 홀로 조건에 쓰일 때만 미리 정해졌다.\n이제는 값이 상수가 되어(처음에는 컴파일러에서, 다음에는 구문 트리에서) 죽은 갈래가 사라진다.
setup=def f():\n    if not __debug__: return 1\n    return __debug__
timeit=f()
measured=3.6.15 37.1 ns, 3.7.16 33.7 ns, 3.11.7 19.2 ns, 3.13.0 16.2 ns
shows=no
look=astfold_expr;expr_constant
from=compile

[30501]
why=A condition such as "not (a and b)" was computed to a value, which was then tested.\nThe compiler now goes down into not, and, or, conditional expressions and chained comparisons and jumps from there.
why[ko]="not (a and b)" 같은 조건은 먼저 값을 구한 다음 그 값을 검사했다.\n이제 컴파일러는 not, and, or, 조건식, 연쇄 비교 안으로 들어가 거기서 바로 점프한다.
setup=def f(a, b, c):\n    if not (a and b < c < 9): return 1
timeit=f(1, 2, 3)
measured=3.6.15 73.9 ns, 3.7.16 72.6 ns, 3.11.7 37.0 ns, 3.13.0 36.3 ns
shows=no
look=compiler_jump_if;compiler_if
from=compile
chain=compiler_if;compiler_jump_if

# ---- start-up and import --------------------------------------------------------------------------------------------

[29585]
why=site, which runs at every start, imported sysconfig for a few paths.\nIt has its own short rules for them now.
why[ko]=시작할 때마다 실행되는 site는 경로 몇 개 때문에 sysconfig를 임포트했다.\n이제는 그 짧은 규칙을 직접 담고 있다.
setup=import subprocess, sys
timeit=subprocess.call([sys.executable, "-c", "pass"])
measured=3.6.15 9.40 ms, 3.7.16 7.82 ms
shows=3.7
look=Lib/site.py:_getuserbase;Lib/site.py:_get_path;Lib/site.py:getusersitepackages

[29645]
why=Importing webbrowser looked for browsers, which ran a program where there is a display.\nThat waits until a browser is asked for.
why[ko]=webbrowser를 임포트하면 브라우저를 찾았고, 화면이 있으면 프로그램까지 실행했다.\n이제는 브라우저를 달라고 할 때까지 미룬다.
setup=import subprocess, sys
timeit=subprocess.call([sys.executable, "-c", "import webbrowser"])
measured=3.6.15 21.9 ms, 3.7.16 18.1 ms
shows=3.7
look=Lib/webbrowser.py:register_standard_browsers;Lib/webbrowser.py:register

[20519]
why=Importing uuid loaded ctypes and searched libraries for the system's UUID function.\nA small C module, made at build time, has it now.
why[ko]=uuid를 임포트하면 ctypes를 불러오고 시스템의 UUID 함수를 라이브러리에서 찾았다.\n이제는 빌드할 때 만든 작은 C 모듈에 들어 있다.
setup=import subprocess, sys
timeit=subprocess.call([sys.executable, "-c", "import uuid"])
measured=3.6.15 27.3 ms, 3.7.16 9.15 ms
shows=3.7
look=Lib/uuid.py:_load_system_functions;py_uuid_generate_time_safe
from=_uuid.generate_time_safe

[31415]
why=No speed-up itself but the tool by which others were found: -X importtime prints what each import takes.\nThe second commit makes imports stop asking for the switch once Python has started.
why[ko]=속도 개선이 아니라 다른 개선을 찾게 해 준 도구다. -X importtime은 임포트마다 걸린 시간을 적는다.\n둘째 커밋 덕분에 파이썬이 다 시작한 뒤에는 임포트할 때 그 설정을 다시 묻지 않는다.
python=python3 -X importtime -c 'import json'
look=PyImport_ImportModuleLevelObject;import_find_and_load
chain=PyImport_ImportModuleLevelObject;import_find_and_load

[31650]
why=A .pyc file was checked by its source's date and size. It may now hold a hash of the source instead (PEP 552).\nMade for builds that can be repeated; one that is marked as unchecked is believed without a look at the source.
why[ko]=.pyc 파일은 소스의 날짜와 크기로 확인했다. 이제는 소스의 해시를 담을 수도 있다(PEP 552).\n같은 빌드를 되풀이하려는 기능이지만, 확인하지 않는다고 표시하면 소스를 보지 않고 믿는다.
look=_imp_source_hash_impl;_Py_KeyedHash;Lib/importlib/_bootstrap_external.py:_classify_pyc
from=_imp.source_hash
note=A feature first: What's New names no figure, and the gain is one look at a file.
note[ko]=기능이 먼저다. What's New에 수치는 없고, 얻는 것은 파일을 한 번 덜 보는 것이다.

[32225]
why=A module may define __getattr__, which is asked for names that it lacks (PEP 562).\nThat makes it easy to load a part on first use; bpo-32596 does so at once.
why[ko]=모듈이 __getattr__을 정의하면 없는 이름을 찾을 때 불린다(PEP 562).\n처음 쓸 때 불러오는 일이 쉬워졌고, bpo-32596이 곧바로 그렇게 한다.
look=module_getattro;module_dir
from=getattr
note=A feature first, no speed-up by itself.
note[ko]=기능이 먼저이고, 그 자체로 빨라지는 것은 아니다.

[32596]
why=Importing concurrent.futures imported both pools, the one of processes with all that it needs.\nEach is now imported when its name is first used.
why[ko]=concurrent.futures를 임포트하면 두 풀을 모두, 프로세스 풀은 딸린 것까지 불러왔다.\n이제는 이름을 처음 쓸 때 저마다 불러온다.
setup=import subprocess, sys
timeit=subprocess.call([sys.executable, "-c", "import asyncio"])
measured=3.6.15 50.9 ms, 3.7.16 32.6 ms
shows=3.7
look=Lib/concurrent/futures/__init__.py:__getattr__;module_getattro

[28556]
title=Small gains in typing
title[ko]=typing의 작은 개선
why=Among many changes of typing, forms of one generic class share the caches of their abstract class, and the class that they come from is kept rather than searched.\nBoth are in 3.6 releases as well, and bpo-32226 replaced most of it.
why[ko]=typing의 여러 변경 가운데, 한 제네릭 클래스의 여러 꼴이 추상 클래스 캐시를 나누어 쓰고, 출처가 되는 클래스를 찾지 않고 기억한다.\n둘 다 3.6의 후속 릴리스에도 들어 있고, 대부분은 bpo-32226이 다시 바꾸었다.
setup=import typing\nL = typing.List
timeit=L[int]
also=3.6.1, 3.6.3
look=Lib/typing.py:_GenericAlias
gone=Lib/typing.py:GenericMeta>Lib/typing.py:_GenericAlias;Lib/typing.py:_gorg>

[32226]
title=Generics without a metaclass
title[ko]=메타클래스 없는 제네릭
why=Every generic class of typing was made by a metaclass, which made importing and subscripting slow.\nThe core now asks a class for __class_getitem__ and a base for __mro_entries__, so typing could drop the metaclass.
why[ko]=typing의 제네릭 클래스는 모두 메타클래스로 만들어서 임포트와 첨자 연산이 느렸다.\n이제 코어가 클래스의 __class_getitem__과 부모의 __mro_entries__를 물어보므로 typing은 메타클래스를 버릴 수 있었다.
setup=import typing
timeit=class C(typing.List[int]): pass
measured=3.6.15 37.9 µs, 3.7.16 9.06 µs, 3.11.7 8.93 µs, 3.13.0 10.5 µs
shows=3.7
look=PyObject_GetItem;update_bases;Lib/typing.py:_GenericAlias
from=__build_class__
chain=builtin___build_class__;update_bases
python=class C(typing.List[int]): pass
gone=Lib/typing.py:GenericMeta>Lib/typing.py:_GenericAlias

# ---- regular expressions --------------------------------------------------------------------------------------------

[28293]
title=A regex cache that is never emptied
title[ko]=통째로 비우지 않는 정규식 캐시
why=When 512 patterns were kept, the cache was emptied, and all had to be compiled again.\nNow the oldest entry alone goes; a later commit uses a plain dict, which keeps the order by itself.
why[ko]=패턴이 512개 차면 캐시를 비워서 모두 다시 컴파일해야 했다.\n이제는 가장 오래된 것만 버린다. 뒤의 커밋은 스스로 순서를 지키는 보통 dict를 쓴다.
look=Lib/re.py:_compile
note=What it gains depends on the order in which patterns are used; nobody wrote down a figure.
note[ko]=얼마나 나아지는지는 패턴을 쓰는 순서에 달렸다. 기록된 수치는 없다.

[30285]
why=With the flag IGNORECASE every character of a pattern was compared without regard to case, though digits or dashes have none.\nThese are now compiled as plain ones, which the fast search for a literal can use.
why[ko]=IGNORECASE 플래그가 있으면 대소문자가 없는 숫자나 줄표까지 모든 글자를 대소문자를 무시하며 비교했다.\n이제 그런 글자는 보통 글자로 컴파일되어, 리터럴을 찾는 빠른 검색을 쓸 수 있다.
setup=import re\ns = " " * 10000\np = re.compile("-1-", re.I)
timeit=p.search(s)
measured=3.6.15 70.2 µs, 3.7.16 2.66 µs, 3.11.7 2.63 µs, 3.13.0 2.65 µs
shows=3.7
look=_sre_unicode_iscased_impl;_sre_ascii_iscased_impl;Lib/sre_compile.py:_compile;Lib/sre_compile.py:_optimize_charset
from=_sre.unicode_iscased

[30340]
why=Only alternatives of single characters became a character set, and few repeats counted as simple.\nSets among the alternatives are merged as well, and groups without a number no longer hide that a repeat is simple.
why[ko]=글자 하나짜리 갈래만 문자 집합이 되었고, 단순한 반복으로 치는 것도 적었다.\n이제는 갈래 속의 집합도 합치고, 번호 없는 그룹이 있어도 단순한 반복을 알아본다.
setup=import re\ns = "a1" * 1000\np = re.compile("(?:\\\\d|[a-f])+x")
timeit=p.match(s)
measured=3.6.15 62.2 µs, 3.7.16 12.2 µs, 3.11.7 12.3 µs, 3.13.0 12.7 µs
shows=3.7
look=Lib/sre_parse.py:_parse_sub;Lib/sre_parse.py:_uniq;Lib/sre_compile.py:_simple

[31671]
why=The flags of a pattern are an enum, and every "flags & X" in the compiler ran the enum's Python code.\nre.compile() turns them into an int before it begins.
why[ko]=패턴의 플래그는 enum이어서, 컴파일러 속 "flags & X"마다 enum의 파이썬 코드가 실행되었다.\n이제 re.compile()은 시작하기 전에 플래그를 정수로 바꾼다.
setup=import re
timeit=re.purge(); re.compile("a(b|c)*[d-f]{2,3}", re.I)
measured=3.6.15 92.5 µs, 3.7.16 55.9 µs, 3.11.7 37.5 µs, 3.13.0 37.3 µs
shows=3.7
look=Lib/re.py:_compile;Lib/sre_compile.py:_compile

# ---- asyncio --------------------------------------------------------------------------------------------------------

[31556]
why=wait_for() with a timeout of zero or less set up a timer and waited for it.\nIt now gives the result if there is one, or cancels at once.
why[ko]=wait_for()는 제한 시간이 0 이하여도 타이머를 걸고 기다렸다.\n이제는 결과가 있으면 바로 주고, 없으면 곧바로 취소한다.
setup=import asyncio\nloop = asyncio.new_event_loop()\nasync def f():\n    try: await asyncio.wait_for(asyncio.sleep(9), 0)\n    except asyncio.TimeoutError: pass
timeit=loop.run_until_complete(f())
measured=3.6.15 33.2 µs, 3.7.16 16.1 µs, 3.11.7 16.4 µs, 3.13.0 16.0 µs
shows=3.7
look=Lib/asyncio/tasks.py:wait_for

[31970]
why=In debug mode asyncio kept the whole stack where each object was made, and read the source lines for it.\nIt keeps ten entries, and reads the lines only when they are printed.
why[ko]=디버그 모드의 asyncio는 객체를 만든 곳의 스택 전체를 소스 줄까지 읽어 남겼다.\n이제는 열 항목만 남기고, 소스 줄은 출력할 때에야 읽는다.
setup=import asyncio\nloop = asyncio.new_event_loop()\nloop.set_debug(True)\ndef deep(n): return deep(n - 1) if n else asyncio.Handle(int, (), loop)
timeit=deep(50)
measured=3.6.15 13.3 µs, 3.7.16 12.9 µs, 3.11.7 12.4 µs, 3.13.0 12.3 µs
shows=no
look=Lib/asyncio/format_helpers.py:extract_stack

[32348]
why=A Future kept a list of callbacks, though nearly always there is just one.\nThe first has a field of its own; the list is made for the second.
why[ko]=콜백은 거의 언제나 하나인데도 Future는 콜백 리스트를 두었다.\n이제 첫 콜백은 전용 필드에 두고, 리스트는 둘째가 올 때 만든다.
setup=import asyncio\nloop = asyncio.new_event_loop()\ng = lambda f: None
timeit=f = loop.create_future(); f.add_done_callback(g); f.remove_done_callback(g)
measured=3.6.15 451 ns, 3.7.16 365 ns, 3.11.7 218 ns, 3.13.0 297 ns
shows=3.7
look=future_add_done_callback;future_schedule_callbacks
from=_asyncio.Future.add_done_callback
chain=_asyncio_Future_add_done_callback_impl;future_add_done_callback

[32351]
why=sleep(0) gave way to other tasks without a timer, but a negative time set one up.\nThe test is now "<= 0".
why[ko]=sleep(0)은 타이머 없이 다른 태스크에 양보했지만, 음수 시간은 타이머를 걸었다.\n이제는 "<= 0"으로 검사한다.
setup=import asyncio\nloop = asyncio.new_event_loop()\nasync def f(): await asyncio.sleep(-1)
timeit=loop.run_until_complete(f())
measured=3.6.15 21.3 µs, 3.7.16 15.6 µs, 3.11.7 8.94 µs, 3.13.0 7.81 µs
shows=3.7
look=Lib/asyncio/tasks.py:sleep

[32355]
why=gather() made a set of its arguments, a partial object for each, and went through them several times.\nIt goes through them once, with one callback that counts who has finished.
why[ko]=gather()는 인자의 집합과 저마다의 partial 객체를 만들고 여러 번 훑었다.\n이제는 끝난 수를 세는 콜백 하나로 한 번만 훑는다.
setup=import asyncio\nloop = asyncio.new_event_loop()\nasync def g(): pass\nasync def f(): await asyncio.gather(*[g() for i in range(100)])
timeit=loop.run_until_complete(f())
measured=3.6.15 516 µs, 3.7.16 451 µs, 3.11.7 285 µs, 3.13.0 275 µs
shows=3.7
look=Lib/asyncio/tasks.py:gather

[32357]
why=Coroutines that Python itself did not make, those of Cython say, were tested by a slow isinstance() at each task.\nTypes that passed are remembered, in the Python and in the C code.
why[ko]=파이썬이 만들지 않은 코루틴(이를테면 Cython의 것)은 태스크마다 느린 isinstance()로 확인했다.\n이제는 통과한 타입을 파이썬과 C 코드 양쪽에서 기억한다.
setup=import asyncio, collections.abc\nclass C(collections.abc.Coroutine):\n    def send(self, v): raise StopIteration\n    def throw(self, *a): pass\n    def close(self): pass\n    def __await__(self): return self\nc = C()
timeit=asyncio.iscoroutine(c)
measured=3.6.15 519 ns, 3.7.16 123 ns, 3.11.7 35.2 ns, 3.13.0 32.3 ns
shows=3.7
look=is_coroutine;_is_coroutine;Lib/asyncio/coroutines.py:iscoroutine
chain=is_coroutine;_is_coroutine

# ---- library --------------------------------------------------------------------------------------------------------

[9303]
why=sqlite3 prepared statements by the old call of SQLite, which has to be reset to tell its error and does not prepare again by itself.\nIt uses the newer calls where SQLite has them.
why[ko]=sqlite3는 SQLite의 옛 호출로 문장을 준비했다. 오류를 알려면 초기화해야 하고 스스로 다시 준비하지도 않는다.\n이제는 SQLite에 있으면 새 호출을 쓴다.
setup=import sqlite3\nc = sqlite3.connect(":memory:")
timeit=c.execute("select 1").fetchone()
measured=3.6.15 1000 ns, 3.7.16 966 ns, 3.11.7 707 ns, 3.13.0 936 ns
shows=no
look=pysqlite_statement_create;_pysqlite_query_execute;pysqlite_step

[10030]
why=Decrypting a member of a zip file called a method of an object for each byte.\nA function that keeps the keys in its closure goes through the bytes at once.
why[ko]=zip 안 파일의 암호를 풀 때 바이트마다 객체의 메서드를 불렀다.\n이제는 키를 클로저에 담은 함수가 바이트 전체를 한꺼번에 처리한다.
setup=import zipfile\nd = zipfile._ZipDecrypter(b"key")\nb = bytes(1000)
timeit=d(b) if not isinstance(zipfile._ZipDecrypter, type) else bytes(map(d, b))
measured=3.6.15 1.22 ms, 3.7.16 674 µs, 3.11.7 501 µs, 3.13.0 620 µs
shows=3.7
look=Lib/zipfile.py:_ZipDecrypter;Lib/zipfile.py:_gen_crc

[24334]
why=An SSLSocket spoke to the C object through an SSLObject in between.\nIt now speaks to it directly.
why[ko]=SSLSocket은 중간의 SSLObject를 거쳐 C 객체를 썼다.\n이제는 바로 쓴다.
look=newPySSLSocket;Lib/ssl.py:SSLSocket
note=Nobody wrote down what it gains; measuring it takes a connection.
note[ko]=얼마나 빨라졌는지는 기록이 없고, 재려면 연결이 있어야 한다.

[25996]
why=os.fwalk() listed a folder and then asked for the status of every name in it.\nos.scandir() takes a descriptor now, and what it returns often knows the kind of a file without asking.
why[ko]=os.fwalk()는 폴더의 이름을 모두 얻은 다음 이름마다 상태를 물었다.\n이제 os.scandir()가 디스크립터를 받고, 그 결과는 대개 묻지 않아도 파일 종류를 안다.
setup=import os\nd = "/usr/include"
timeit=for x in os.fwalk(d): pass
measured=3.6.15 47.5 ms, 3.7.16 22.0 ms, 3.11.7 18.9 ms, 3.13.0 21.6 ms
shows=3.7
look=os_scandir_impl;Lib/os.py:_fwalk;Lib/os.py:fwalk
from=os.scandir

[26121]
why=erf() and erfc() were computed by series written in the module.\nThey call the C library where it has them. gamma() and lgamma() did, too, until a later commit took that back.
why[ko]=erf()와 erfc()는 모듈에 적힌 급수로 계산했다.\n이제는 C 라이브러리에 있으면 그것을 부른다. gamma()와 lgamma()도 그랬으나 뒤의 커밋이 되돌렸다.
setup=from math import erf
timeit=erf(0.5)
measured=3.6.15 126 ns, 3.7.16 24.6 ns, 3.11.7 17.0 ns, 3.13.0 22.8 ns
shows=3.7
look=m_erf;m_erfc
from=math.erf

[27340]
why=sendall() of an SSL socket copied what was left of the data for each piece that it sent.\nIt now slices a memoryview, which copies nothing.
why[ko]=SSL 소켓의 sendall()은 조각을 보낼 때마다 남은 데이터를 복사했다.\n이제는 복사하지 않는 memoryview를 자른다.
also=3.6.3
look=Lib/ssl.py:SSLSocket
note=Measuring it takes a connection; NEWS names no figure.
note[ko]=재려면 연결이 있어야 한다. NEWS에 수치는 없다.

[27535]
why=A warning filter without a message or module held a compiled empty pattern, which was matched each time and always fitted.\nIt holds None, and the C code finds the attributes of warnings by names made once.
why[ko]=메시지나 모듈이 없는 경고 필터도 빈 패턴을 컴파일해 두고 매번 맞추어 보았다.\n이제는 None을 두고, C 코드는 한 번 만든 이름으로 warnings의 속성을 찾는다.
setup=import warnings\nwarnings.filterwarnings("ignore")
timeit=warnings.warn("x")
measured=3.6.15 423 ns, 3.7.16 441 ns, 3.11.7 382 ns, 3.13.0 390 ns
shows=no
look=check_matched;get_warnings_attr;get_filter
from=warnings.warn
chain=warnings_warn;warnings_warn_impl;do_warn;warn_explicit
python=warnings.warn("x")

[28564]
why=shutil.rmtree() listed a folder and asked for the status of each entry.\nos.scandir() tells the kind of most entries without that.
why[ko]=shutil.rmtree()는 폴더의 이름을 얻고 항목마다 상태를 물었다.\nos.scandir()는 대부분 묻지 않고도 종류를 알려 준다.
setup=import os, shutil, tempfile\ndef f():\n    d = tempfile.mkdtemp()\n    for i in range(200): open(os.path.join(d, str(i)), "w").close()\n    shutil.rmtree(d)
timeit=f()
measured=3.6.15 26.3 ms, 3.7.16 25.9 ms, 3.11.7 24.4 ms, 3.13.0 24.9 ms
shows=no
look=Lib/shutil.py:_rmtree_safe_fd;Lib/shutil.py:_rmtree_unsafe
note=The line makes the files, too; most of its time goes there.
note[ko]=이 줄은 파일도 만든다. 시간의 대부분은 거기에 든다.

[28638]
why=A namedtuple class was made by filling a template of source text and running it with exec().\nIts methods are now ordinary closures; only __new__ is still made by exec().
why[ko]=namedtuple 클래스는 소스 틀을 채워 exec()로 실행해 만들었다.\n이제 메서드는 보통 클로저이고, __new__만 여전히 exec()로 만든다.
setup=from collections import namedtuple
timeit=namedtuple("P", "x y z")
measured=3.6.15 159 µs, 3.7.16 23.8 µs, 3.11.7 25.1 µs, 3.13.0 29.2 µs
shows=3.7
look=Lib/collections/__init__.py:namedtuple

[29368]
why=Unpickling a deque, or another object that takes items as a list does, called append() for each item.\nIt hands over each batch by extend(), where there is one.
why[ko]=deque처럼 리스트같이 항목을 받는 객체를 언피클할 때 항목마다 append()를 불렀다.\n이제 extend()가 있으면 묶음째 넘긴다.
setup=import pickle, collections\ns = pickle.dumps(collections.deque(range(1000)))
timeit=pickle.loads(s)
measured=3.6.15 19.8 µs, 3.7.16 13.4 µs, 3.11.7 12.9 µs, 3.13.0 18.0 µs
shows=3.7
look=do_append;load_appends
chain=load_appends;do_append

[30014]
why=Changing which events a selector waits for unregistered the file and registered it again.\nThe selectors of poll, epoll and devpoll call the kernel's modify.
why[ko]=셀렉터가 기다리는 이벤트를 바꾸려면 등록을 풀고 다시 등록했다.\n이제 poll, epoll, devpoll 셀렉터는 커널의 수정 호출을 쓴다.
setup=import selectors, socket\na, b = socket.socketpair()\ns = selectors.EpollSelector()\ns.register(a, selectors.EVENT_READ)
timeit=s.modify(a, selectors.EVENT_WRITE); s.modify(a, selectors.EVENT_READ)
measured=3.6.15 6.86 µs, 3.7.16 4.16 µs, 3.11.7 2.44 µs, 3.13.0 2.72 µs
shows=3.7
look=Lib/selectors.py:_PollLikeSelector;pyepoll_modify
from=select.epoll.modify

[30102]
why=OpenSSL before 1.1.0 was set up by calls that do not look at the processor.\nThe one used now does, and so finds faster routines, on POWER8 for one. It is in 3.6.3, too.
why[ko]=1.1.0 이전의 OpenSSL은 프로세서를 살피지 않는 호출로 초기화했다.\n이제 쓰는 호출은 프로세서를 살펴 더 빠른 루틴을 고른다(이를테면 POWER8). 3.6.3에도 들어 있다.
setup=import hashlib\nb = bytes(100000)
timeit=hashlib.sha256(b)
also=3.6.3
look=PyInit__hashlib;PyInit__ssl
note=With OpenSSL 1.1.0 and later nothing shows: it sets itself up.
note[ko]=OpenSSL 1.1.0부터는 스스로 초기화하므로 차이가 보이지 않는다.

[30228]
why=Opening a file asked for its position, and then once more, to learn whether it can be asked.\nThe first answer tells that as well, and is kept: one system call less.
why[ko]=파일을 열면 위치를 묻고, 위치를 물을 수 있는 파일인지 알려고 또 물었다.\n첫 답으로 그것까지 알 수 있으므로 기억해 둔다. 시스템 콜이 하나 줄었다.
setup=import os
timeit=open(os.devnull).close()
measured=3.6.15 5.39 µs, 3.7.16 4.85 µs, 3.11.7 3.74 µs, 3.13.0 4.51 µs
shows=no
look=portable_lseek;_io_FileIO_seekable_impl;_io_FileIO_tell_impl
from=_io.FileIO.tell
chain=_io_FileIO_tell_impl;portable_lseek

[30919]
why=Shared memory of multiprocessing was a file on disk, filled with zeros when it was made.\nOn Linux it lies in /dev/shm if there is room, and gets its size by ftruncate().
why[ko]=multiprocessing의 공유 메모리는 디스크의 파일이었고, 만들 때 0으로 채웠다.\n이제 리눅스에서는 자리가 있으면 /dev/shm에 두고 크기는 ftruncate()로 정한다.
setup=import multiprocessing.heap as h
timeit=h.Arena(10000000)
measured=3.6.15 1.20 ms, 3.7.16 18.6 µs, 3.11.7 12.0 µs, 3.13.0 11.6 µs
shows=3.7
look=Lib/multiprocessing/heap.py:Arena

[31653]
why=Taking a semaphore of multiprocessing released the GIL even where it was free.\nIt is tried first, and the GIL is released only if that fails.
why[ko]=multiprocessing의 세마포어는 비어 있어도 GIL을 놓고 얻었다.\n이제는 먼저 시도해 보고, 안 될 때만 GIL을 놓는다.
setup=import multiprocessing\ns = multiprocessing.Semaphore(1)
timeit=s.acquire(); s.release()
measured=3.6.15 93.1 ns, 3.7.16 78.8 ns, 3.11.7 47.0 ns, 3.13.0 33.2 ns
shows=3.7
look=semlock_acquire
from=_multiprocessing.SemLock.acquire

[31834]
why=On x86-64 BLAKE2 was built with SSE2, which is slower than plain C.\nThe SIMD version is taken only with SSSE3 or better, and then on 32-bit machines, too.
why[ko]=x86-64에서 BLAKE2는 순수 C보다 느린 SSE2로 빌드되었다.\n이제 SIMD 판은 SSSE3 이상에서만 쓰고, 그때는 32비트에서도 쓴다.
setup=import hashlib\nb = bytes(100000)
timeit=hashlib.blake2b(b)
measured=3.6.15 159 µs, 3.7.16 97.1 µs, 3.11.7 97.1 µs, 3.13.0 97.1 µs
shows=3.7
look=py_blake2b_new_impl

[31945]
why=An HTTP connection sent what it read from a file in blocks of 8,192 bytes.\nThe size can be given: blocksize=.
why[ko]=HTTP 연결은 파일에서 읽은 것을 8,192바이트씩 보냈다.\n이제 blocksize= 인자로 크기를 정할 수 있다.
look=Lib/http/client.py:HTTPConnection
note=Measuring it takes a server; the author's figures are for 512 KiB.
note[ko]=재려면 서버가 있어야 한다. 작성자의 수치는 512KiB일 때의 것이다.

[31993]
title=Large objects in pickles
title[ko]=피클 속의 큰 객체
why=The pickler copied large bytes and str objects into its buffer before it wrote them out.\nIt writes them directly, and with protocol 4 outside a frame, so that reading needs no copy either. This is about memory first.
why[ko]=피클은 큰 bytes와 str을 버퍼에 복사한 다음 내보냈다.\n이제는 바로 쓰고, 프로토콜 4에서는 프레임 밖에 두어 읽을 때도 복사하지 않는다. 속도보다 메모리 이야기다.
setup=import pickle, os\nb = bytes(10000000)\nf = open(os.devnull, "wb")
timeit=pickle.dump(b, f, 4)
measured=3.6.15 3.22 ms, 3.7.16 1.04 µs, 3.11.7 1.00 µs, 3.13.0 1.21 µs
shows=3.7
look=_Pickler_write_bytes;_Pickler_CommitFrame
from=pickle.dumps
gone=_Pickler_write_large_bytes>_Pickler_write_bytes
chain=save_bytes;_Pickler_write_bytes

[32037]
why=Protocol 0 wrote every int as a long, with an L at its end.\nInts of 32 bits are written by the shorter opcode, which also reads faster.
why[ko]=프로토콜 0은 모든 정수를 끝에 L이 붙는 긴 정수로 적었다.\n이제 32비트에 드는 정수는 더 짧고 더 빨리 읽히는 명령으로 적는다.
setup=import pickle\nl = list(range(1000))
timeit=pickle.loads(pickle.dumps(l, 0))
measured=3.6.15 114 µs, 3.7.16 111 µs, 3.11.7 110 µs, 3.13.0 127 µs
shows=no
look=save_long;load_int
from=pickle.dumps

[32221]
why=An IPv6 address with a scope was turned into text by getnameinfo(), which looked up the name of the network interface.\nThe address is formatted by inet_ntop(); the scope stands in the tuple anyway.
why[ko]=스코프가 있는 IPv6 주소는 getnameinfo()로 적느라 네트워크 인터페이스 이름까지 찾았다.\n이제 inet_ntop()으로 적는다. 스코프는 어차피 튜플에 들어 있다.
setup=import socket\ns = socket.socket(socket.AF_INET6 if socket.has_ipv6 else socket.AF_INET)
timeit=s.getsockname()
measured=3.6.15 356 ns, 3.7.16 319 ns, 3.11.7 301 ns, 3.13.0 357 ns
shows=no
look=make_ipv6_addr;make_ipv4_addr;makesockaddr
from=_socket.socket.getsockname
gone=makeipaddr>make_ipv4_addr
chain=makesockaddr;make_ipv6_addr

[32403]
why=date.fromordinal(), datetime.now() and the like called the class as Python code would.\nWhere the class is date or datetime itself, the C constructor is called directly.
why[ko]=date.fromordinal()이나 datetime.now() 따위는 파이썬 코드처럼 클래스를 불렀다.\n이제 클래스가 date나 datetime 자신이면 C 생성자를 바로 부른다.
setup=from datetime import date
timeit=date.fromordinal(737000)
measured=3.6.15 243 ns, 3.7.16 109 ns, 3.11.7 120 ns, 3.13.0 206 ns
shows=3.7
look=new_date_subclass_ex;new_datetime_subclass_fold_ex;date_fromordinal
from=datetime.date.fromordinal
chain=date_fromordinal;new_date_subclass_ex
python=date.fromordinal(737000)

[32433]
why=A short message was hashed by making an HMAC object with its hash objects in Python.\nhmac.digest(), new in 3.7, does all in one call of OpenSSL.
why[ko]=짧은 메시지도 파이썬에서 해시 객체들을 담은 HMAC 객체를 만들어 계산했다.\n3.7에 새로 생긴 hmac.digest()는 OpenSSL 호출 한 번으로 끝낸다.
setup=import hmac\nf = getattr(hmac, "digest", lambda k, m, d: hmac.new(k, m, d).digest())
timeit=f(b"key", b"message", "sha256")
measured=3.6.15 4.31 µs, 3.7.16 3.74 µs, 3.11.7 1.52 µs, 3.13.0 1.44 µs
shows=3.7
look=_hashlib_hmac_digest_impl;Lib/hmac.py:digest
from=_hashlib.hmac_digest

[32436]
why=Context variables are new in 3.7.\nTheir functions read the thread state by a macro, which the inside of the interpreter may use, not by a call.
why[ko]=컨텍스트 변수는 3.7에서 새로 생겼다.\n그 함수들은 호출이 아니라 인터프리터 안에서만 쓸 수 있는 매크로로 스레드 상태를 읽는다.
setup=import contextvars\nv = contextvars.ContextVar("v", default=1)
timeit=v.get()
measured=3.7.16 30.5 ns, 3.11.7 11.8 ns, 3.13.0 13.7 ns
shows=3.7
look=PyContextVar_Get;PyContextVar_Set;PyContext_Enter
from=_contextvars.ContextVar.get

[32503]
why=Protocol 4 wrote a header of nine bytes even before a frame of one or two.\nFrames of under four bytes go without.
why[ko]=프로토콜 4는 한두 바이트짜리 프레임 앞에도 9바이트짜리 헤더를 적었다.\n이제 4바이트가 안 되는 프레임에는 적지 않는다.
setup=import pickle
timeit=len(pickle.dumps(None, 4))
look=_Pickler_CommitFrame;Lib/pickle.py:_Framer
from=pickle.dumps
note=Look at the value rather than the time: 13 bytes in 3.6, 4 in 3.7.
note[ko]=시간보다 값을 보자. 3.6에서는 13바이트, 3.7에서는 4바이트다.

[32940]
why=To find the structure of source text, IDLE translates all characters but a few into "x" by a mapping with a default.\nThat mapping is a smaller class now; the commit says it is faster, without a figure.
why[ko]=IDLE은 소스의 구조를 찾으려고 기본값이 있는 매핑으로 몇 글자만 빼고 모두 "x"로 바꾼다.\n그 매핑이 더 작은 클래스가 되었다. 커밋은 더 빠르다고만 하고 수치는 없다.
look=Lib/idlelib/pyparse.py:ParseMap
gone=Lib/idlelib/pyparse.py:StringTranslatePseudoMapping>Lib/idlelib/pyparse.py:ParseMap
