"""Threads, sockets, processes, signals, asyncio, contexts, and odd modules."""
import io
import os
import sys
import tempfile
import threading
import time

from common import attempt, block, run_source


@block
def threads():
    lock, recursive, condition, event, barrier, local = threading.Lock(), threading.RLock(), threading.Condition(), threading.Event(), threading.Barrier(2), threading.local()
    found = []
    def work(n):
        local.x = n
        with lock: found.append(local.x)
        with recursive, recursive: pass
        event.wait(1), barrier.wait(1)
        if n == 0: raise SystemExit
        attempt(lambda: local.zz)
    started = [threading.Thread(target=work, args=(n,), daemon=n == 1) for n in range(2)]
    for one in started: one.start()
    event.set()
    for one in started: one.join()
    lock.acquire(), lock.acquire(False), lock.acquire(timeout=0.001), lock.locked(), lock.release()
    attempt(lock.release), repr(lock), attempt(lock.acquire, False, 5), attempt(lock.acquire, timeout=-5)
    lock.__enter__(), lock.__exit__(), recursive.acquire(), recursive._is_owned(), repr(recursive)
    recursive._release_save(), recursive._acquire_restore((1, threading.get_ident())), recursive.release()
    attempt(recursive.release), attempt(lambda: lock._at_fork_reinit()), attempt(lambda: recursive._at_fork_reinit())
    attempt(lambda: recursive.locked())
    with condition: condition.wait(0.001), condition.notify(), condition.notify_all()
    local.a = 1
    del local.a
    attempt(delattr, local, "zz"), local.__dict__
    type("L", (threading.local,), {"__init__": lambda self, x=1: None})(5).__dict__, attempt(threading.local, 5)
    dir(local)
    import _thread
    _thread.start_new_thread(lambda: None, ()), attempt(_thread.start_new_thread, 5, ())
    attempt(_thread.start_new_thread, len, 5), attempt(_thread.start_new_thread, len, (), 5), _thread.get_ident()
    _thread._count(), _thread.stack_size(), attempt(_thread.stack_size, 5), attempt(_thread.interrupt_main)
    attempt(_thread.get_native_id) if hasattr(_thread, "get_native_id") else 0
    _thread._set_sentinel() if hasattr(_thread, "_set_sentinel") else 0, _thread.allocate_lock().locked()
    threading.enumerate(), threading.settrace(None), threading.setprofile(None)
    attempt(lambda: threading.settrace_all_threads(None)), attempt(lambda: threading.setprofile_all_threads(None))
    attempt(lambda: _thread.daemon_threads_allowed()), attempt(lambda: _thread.set_name("x"))
    try: time.sleep(0.01)
    except KeyboardInterrupt: pass
    saved, sys.stderr = sys.stderr, io.StringIO()
    one = threading.Thread(target=lambda: 1 // 0)
    one.start(), one.join()
    sys.stderr = saved
    run_source("h = t.start_joinable_thread(lambda: None)\nh.join(), h.is_done(), h.ident, attempt(h.join, -1)",
            t=_thread)
    import concurrent.futures
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(str, range(3))), pool.submit(int, "x").exception()
    threading.Timer(0.001, str).start(), threading.Semaphore(2).acquire(), time.sleep(0.05)


@block
def signals():
    import signal
    saved = signal.signal(signal.SIGUSR1, lambda number, frame: None)
    os.kill(os.getpid(), signal.SIGUSR1), signal.getsignal(signal.SIGUSR1), attempt(signal.signal, 999, saved)
    attempt(signal.signal, signal.SIGUSR1, 5), signal.signal(signal.SIGUSR1, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 0), signal.getitimer(signal.ITIMER_REAL), attempt(signal.setitimer, 99, 1)
    signal.alarm(0), signal.siginterrupt(signal.SIGUSR1, True), signal.set_wakeup_fd(-1)
    attempt(signal.set_wakeup_fd, 999), signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGUSR2]), signal.sigpending()
    signal.pthread_kill(threading.get_ident(), signal.SIGUSR2), attempt(signal.sigtimedwait, [signal.SIGUSR2], 0.001)
    attempt(signal.sigtimedwait, [signal.SIGUSR2], 0), signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGUSR2])
    attempt(signal.pthread_sigmask, 0, [999]), attempt(lambda: signal.raise_signal(signal.SIGUSR1))
    attempt(lambda: signal.strsignal(2)), attempt(lambda: signal.valid_signals()), signal.default_int_handler and 0
    attempt(lambda: signal.pidfd_send_signal(0, 5)), signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    def raising(number, frame): raise KeyError
    signal.signal(signal.SIGUSR1, raising)
    attempt(os.kill, os.getpid(), signal.SIGUSR1), attempt(time.sleep, 0.001)
    signal.signal(signal.SIGUSR1, signal.SIG_DFL)
    try: os.kill(os.getpid(), signal.SIGINT), time.sleep(0.01)
    except KeyboardInterrupt: pass
    reading, writing = os.pipe()
    os.set_blocking(writing, False), signal.set_wakeup_fd(writing), signal.signal(signal.SIGUSR1, lambda *a: None)
    os.kill(os.getpid(), signal.SIGUSR1), signal.set_wakeup_fd(-1), os.close(reading), os.close(writing)


@block
def sockets():
    import select
    import selectors
    import socket
    left, right = socket.socketpair()
    left.send(b"abc"), right.recv(2), left.sendall(b"def"), right.recv_into(bytearray(5)), left.sendmsg([b"x", b"y"])
    right.recvmsg(10, 100), right.settimeout(0.01), right.gettimeout(), attempt(right.recv, 5), left.fileno()
    left.getsockname(), left.getpeername(), left.setblocking(False), attempt(left.recv, 5), left.family, left.type
    left.proto, left.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE)
    left.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 5000), left.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8)
    attempt(left.setsockopt, 1, 2, b"x"), attempt(left.setsockopt, 1, 2, "x"), repr(left), left.dup().close()
    left.shutdown(1), attempt(left.send, b"x"), attempt(left.send, "x"), attempt(left.sendto, b"x", "addr")
    attempt(right.recvfrom, 5), attempt(right.recvfrom_into, bytearray(5)), attempt(right.recvmsg_into, [bytearray(5)])
    attempt(left.connect, "zz"), attempt(left.connect_ex, 5), left.getblocking() if hasattr(left, "getblocking") else 0
    attempt(lambda: left.sendmsg_afalg(op=1))
    attempt(lambda: left.sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, b"\0" * 4)]))
    one, two = socket.socketpair()
    reading = one.makefile("rwb")
    two.sendall(b"line\nmore"), reading.readline(), reading.write(b"x"), reading.flush(), reading.close()
    for make in (lambda: select.select([one], [two], [], 0), lambda: select.select([5.5], [], []),
            lambda: select.select([], [], [], -1), lambda: select.select([999], [], [], 0),
            lambda: select.select(5, [], [])):
        attempt(make)
    poll = select.poll()
    poll.register(one), poll.modify(one, select.POLLIN), poll.poll(0), poll.unregister(one)
    attempt(poll.unregister, one), attempt(poll.poll, "x"), attempt(poll.register, "x"), attempt(poll.modify, 99, 1)
    with select.epoll() as poll:
        poll.register(one, select.EPOLLIN), poll.modify(one, select.EPOLLOUT), poll.poll(0), poll.poll(0, 5)
        poll.unregister(one), poll.fileno(), poll.closed, attempt(poll.register, 999), attempt(select.epoll.fromfd, 5)
        attempt(poll.poll, -5, 0)
    attempt(poll.poll), attempt(select.epoll, -5), attempt(select.epoll, 5, 99)
    with selectors.DefaultSelector() as selector: selector.register(one, selectors.EVENT_READ), selector.select(0)
    one.close(), two.close(), left.close(), right.close(), attempt(one.recv, 1), one.detach()
    for family in (socket.AF_INET, socket.AF_INET6):
        def use():
            server = socket.socket(family)
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("127.0.0.1" if family == socket.AF_INET else "::1", 0)), server.listen(), server.listen(5)
            client = socket.create_connection(server.getsockname()[:2])
            accepted, address = server.accept()
            client.sendall(b"hello"), accepted.recv(5), client.getpeername(), accepted.close(), client.close()
            attempt(client.connect, server.getsockname()), server.close()
        attempt(use)
        datagram = socket.socket(family, socket.SOCK_DGRAM)
        attempt(datagram.bind, ("localhost", 0)), attempt(lambda: datagram.sendto(b"x", datagram.getsockname()))
        datagram.settimeout(0.01), attempt(datagram.recvfrom, 5), attempt(datagram.sendto, b"x", 0, ("127.0.0.1", 1))
        attempt(datagram.bind, ("x" * 300, 0)), attempt(datagram.bind, ("127.0.0.1", 99999)), attempt(datagram.bind, 5)
        attempt(datagram.bind, ("", "x")), datagram.close()
    with tempfile.TemporaryDirectory() as folder:
        unix = socket.socket(socket.AF_UNIX)
        unix.bind(os.path.join(folder, "s")), unix.getsockname(), unix.listen(1), attempt(unix.bind, "x" * 200)
        attempt(unix.bind, b"\0abstract"), unix.close()
    for name in ("gethostname getfqdn gethostbyname gethostbyname_ex gethostbyaddr getservbyname getservbyport getprotobyname getaddrinfo getnameinfo inet_aton inet_ntoa inet_pton inet_ntop htons htonl ntohs ntohl getdefaulttimeout setdefaulttimeout if_nameindex if_nametoindex if_indextoname CMSG_LEN CMSG_SPACE has_dualstack_ipv6 close").split():
        for arguments in ((), ("127.0.0.1",), ("localhost",), ("http",), (80,), ("tcp",), ("127.0.0.1", 80),
                (("127.0.0.1", 80), 0), (("127.0.0.1", 80), socket.NI_NUMERICHOST | socket.NI_NUMERICSERV),
                (b"\x7f\0\0\1",), (socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1"),
                (socket.AF_INET, b"\x7f\0\0\1"), (socket.AF_INET6, b"\0" * 16), (99999999999,), (None,), ("lo",), (1,),
                (-1,), ("1.2.3.4", "http", 0, 1), (99, "x"), ("x.invalid",) if False else (5.5,)):
            if not (name in ("getfqdn", "setdefaulttimeout", "close") and arguments):
                attempt(lambda: getattr(socket, name)(*arguments))
    for arguments in ((99,), (socket.AF_INET, 99), ("x",), (socket.AF_PACKET, socket.SOCK_RAW),
            (socket.AF_NETLINK, socket.SOCK_RAW), (29, socket.SOCK_RAW, 1), (38, 5), (40, 1),
            (socket.AF_BLUETOOTH, 1, 3) if hasattr(socket, "AF_BLUETOOTH") else (1,)):
        def use():
            with socket.socket(*arguments) as made:
                attempt(made.bind, ("lo", 0)), attempt(made.bind, (0, 0)), made.getsockname()
                attempt(made.bind, ("hash", "sha256")), repr(made)
        attempt(use)
    socket.fromfd(0, 1, 1).detach(), socket.SocketType, attempt(socket.socket, fileno=-1)
    attempt(socket.socket, fileno=999), socket.setdefaulttimeout(None)
    import ssl
    for context in (attempt(ssl.create_default_context), attempt(ssl.SSLContext,
            getattr(ssl, "PROTOCOL_TLS_CLIENT", 2)), attempt(ssl.SSLContext, getattr(ssl, "PROTOCOL_TLS_SERVER", 2))):
        for name in dir(context):
            value = attempt(getattr, context, name)
            attempt(setattr, context, name, value) if not callable(value) else 0
            attempt(value) if callable(value) and name not in ("wrap_socket",
                    "keylog_filename") and not name.startswith("__") else 0
        attempt(lambda: context.load_verify_locations("/nonexistent"))
        attempt(lambda: context.load_verify_locations(cadata="x"))
        attempt(lambda: context.load_cert_chain("/nonexistent")), attempt(lambda: context.set_ciphers("nonsense"))
        attempt(lambda: context.set_ciphers("ALL")), attempt(lambda: context.set_alpn_protocols(["h2"]))
        attempt(lambda: context.set_npn_protocols(["h2"])), attempt(lambda: context.load_dh_params("x"))
        attempt(lambda: context.set_ecdh_curve("prime256v1"))
        attempt(lambda: setattr(context, "sni_callback", lambda *a: None))
        def use():
            incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
            made = context.wrap_bio(incoming, outgoing, server_hostname="localhost")
            attempt(made.do_handshake), outgoing.pending, outgoing.read(5), outgoing.read(), incoming.write(b"junk")
            attempt(made.do_handshake), attempt(made.read, 5), attempt(made.write, b"x"), made.version(), made.cipher()
            attempt(made.getpeercert), made.pending(), attempt(made.shared_ciphers), made.compression()
            attempt(made.selected_alpn_protocol), attempt(made.get_channel_binding), made.session, made.session_reused
            made.server_side, made.owner, attempt(made.unwrap), incoming.write_eof(), incoming.eof
        attempt(use)
    attempt(ssl.RAND_bytes, 5), attempt(ssl.RAND_status), attempt(ssl.RAND_add, b"x", 1.5)
    attempt(ssl.get_default_verify_paths), attempt(lambda: ssl._ssl.txt2obj("serverAuth", name=True))
    attempt(lambda: ssl._ssl.nid2obj(129)), attempt(lambda: ssl._ssl._test_decode_cert("/nonexistent"))
    attempt(ssl.SSLContext, 99), ssl.OPENSSL_VERSION


@block
def processes():
    import subprocess
    attempt(subprocess.run, ["/bin/echo", "x"], stdout=subprocess.PIPE)
    attempt(subprocess.run, "exit 3", shell=True, stderr=subprocess.DEVNULL)
    attempt(subprocess.Popen, ["/nonexistent"])
    attempt(subprocess.run, ["/bin/cat"], input=b"x", stdout=subprocess.PIPE, stderr=subprocess.STDOUT, cwd="/",
            env={"A": "b"}, start_new_session=True, preexec_fn=lambda: None, pass_fds=(1,))
    attempt(subprocess.run, ["/bin/sleep", "5"], timeout=0.01), attempt(subprocess.check_output, ["/bin/false"])
    attempt(subprocess.Popen, 5)
    attempt(lambda: subprocess.run(["/bin/true"], user=os.getuid(), group=os.getgid(), extra_groups=[], umask=0o22))
    attempt(lambda: subprocess.run(["/bin/true"], process_group=0))
    attempt(subprocess.Popen, ["/bin/true"], cwd="/nonexistent")
    attempt(subprocess.Popen, ["/bin/true"], preexec_fn=lambda: 1 // 0), attempt(subprocess.Popen, ["\0"])
    attempt(subprocess.run, [b"/bin/true"], env={b"A": b"b"})
    import _posixsubprocess
    attempt(_posixsubprocess.fork_exec, 1), attempt(_posixsubprocess.fork_exec, *[None] * 17)
    import multiprocessing, multiprocessing.synchronize
    def use():
        context = multiprocessing.get_context("fork")
        semaphore, lock, recursive, pipe, queue = context.Semaphore(2), context.Lock(), context.RLock(), context.Pipe(), context.SimpleQueue()
        semaphore.acquire(), semaphore.release(), semaphore.get_value(), lock.acquire(), lock.acquire(False)
        lock.acquire(timeout=0.01), lock.release(), attempt(lock.release), recursive.acquire(), recursive.acquire()
        recursive.release(), recursive.release(), attempt(recursive.release), pipe[0].send([1]), pipe[1].recv()
        pipe[0].send_bytes(b"x"), pipe[1].recv_bytes(), pipe[0].poll(), queue.put(1), queue.get()
        lock._semlock._count(), lock._semlock._is_mine(), lock._semlock._get_value(), lock._semlock._is_zero()
        lock._semlock.handle, lock._semlock.name, lock._semlock._after_fork(), attempt(lambda: context.Semaphore(-1))
        repr(lock)
        context.Value("i", 5).value, context.Array("d", [1.5])[0]
    attempt(use)
    run_source("from multiprocessing import shared_memory\nm = shared_memory.SharedMemory(create=True, size=10)\nm.buf[0] = 5\nm.close(), m.unlink(), attempt(shared_memory.SharedMemory, 'nothing')")
    for name in ("_xxsubinterpreters", "_interpreters"):
        module = attempt(__import__, name)
        def use():
            made = module.create()
            module.run_string(made, "x = 1"), attempt(module.run_string, made, "1/0"), module.list_all()
            module.get_current(), module.get_main(), module.is_running(made), attempt(module.run_string, 99, "x")
            module.destroy(made), attempt(module.destroy, made), attempt(module.is_shareable, 5)
            attempt(module.is_shareable, [])
        attempt(use)
    for name in ("_xxinterpchannels", "_interpchannels", "_xxsubinterpreters"):
        module = attempt(__import__, name)
        def use():
            channel = attempt(lambda: module.channel_create()) if hasattr(module,
                    "channel_create") else module.create(1)
            prefix = "channel_" if hasattr(module, "channel_create") else ""
            for function, waiting in (("send", {} if prefix else {"blocking": False}), ("recv", {}), ("list_all", {}),
                    ("close", {}), ("list_interpreters", {}), ("release", {})):
                for arguments in ((channel, 5), (channel,), (channel, "x"), (channel, b"y"), (channel, None), (99,),
                        (channel, []), ()):
                    attempt(lambda: getattr(module, prefix + function)(*arguments, **waiting))
            repr(channel), hash(channel), channel == channel, int(channel), attempt(lambda: channel.send)
            attempt(lambda: (channel.end, channel.recv, channel.id))
        attempt(use)


@block
def event_loops():
    import asyncio
    async def inner(n):
        await asyncio.sleep(0)
        return n
    async def failing():
        await asyncio.sleep(0)
        raise ValueError("x")
    async def main():
        loop = asyncio.get_event_loop()
        task = asyncio.ensure_future(inner(1))
        future = loop.create_future()
        loop.call_soon(future.set_result, 5), loop.call_later(0.001, len, "a")
        await task, await future, await asyncio.gather(inner(1), inner(2), failing(), return_exceptions=True)
        task.result(), task.done(), task.cancelled(), task.exception(), repr(task), task.get_stack(), task.cancel()
        attempt(task.set_result, 1) if hasattr(task, "set_result") else 0, attempt(lambda: task.get_coro())
        attempt(lambda: task.get_name()), attempt(lambda: task.set_name("n")), attempt(lambda: task.get_context())
        attempt(lambda: task.uncancel()), attempt(lambda: task.cancelling())
        attempt(lambda: task.print_stack(file=io.StringIO()))
        future.result(), repr(future), attempt(future.set_result, 5), attempt(future.set_exception, ValueError())
        future.add_done_callback(lambda f: None), future.remove_done_callback(len), future._state, future._callbacks
        future._loop, future._exception, future._log_traceback, future._source_traceback
        attempt(lambda: future.get_loop()), iter(future), attempt(next, iter(future))
        one = loop.create_future()
        one.add_done_callback(lambda f: None), one.add_done_callback(len), one.remove_done_callback(len), one.cancel()
        attempt(one.result), attempt(one.exception), repr(one), attempt(lambda: one.cancel("message"))
        two = loop.create_future()
        two.set_exception(ValueError("y")), attempt(two.result), two.exception()
        attempt(loop.create_future().set_exception, 5), attempt(loop.create_future().set_exception, StopIteration)
        attempt(loop.create_future().result), attempt(loop.create_future().exception)
        waiting = asyncio.ensure_future(asyncio.sleep(10))
        await asyncio.sleep(0)
        waiting.cancel()
        try: await waiting
        except asyncio.CancelledError: pass
        try: await asyncio.wait_for(asyncio.sleep(10), 0.001)
        except asyncio.TimeoutError: pass
        queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
        await queue.put(1), await queue.get()
        async with lock: pass
        event.set(), await event.wait(), await asyncio.wait([asyncio.ensure_future(inner(3))])
        await asyncio.shield(inner(4)), await loop.run_in_executor(None, len, "ab")
        wrapped = failing()
        try: await wrapped
        except ValueError: pass
        class Odd:
            def __await__(self):
                yield
                return 5
        class Wrong:
            def __await__(self): yield 5
        await Odd()
        try: await asyncio.ensure_future(Wrong())
        except RuntimeError: pass
        server = await asyncio.start_server(lambda r, w: w.close(), "127.0.0.1", 0)
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        writer.write(b"x"), await reader.read(5), writer.close(), server.close()
        process = await asyncio.create_subprocess_exec("/bin/true")
        await process.wait()
        try:
            async with asyncio.TaskGroup() as group: group.create_task(inner(1)), group.create_task(failing())
        except Exception: pass
        try:
            async with asyncio.timeout(0.001): await asyncio.sleep(5)
        except Exception: pass
        current = getattr(asyncio, "current_task", None) or asyncio.Task.current_task
        current(), getattr(asyncio, "all_tasks", list)()
        attempt(asyncio._enter_task, loop, task) if hasattr(asyncio, "_enter_task") else 0
        attempt(lambda: asyncio.tasks._leave_task(loop, 5)), attempt(asyncio.Future, 5), attempt(asyncio.Task, 5)
        attempt(lambda: asyncio.Task(inner(1), loop=loop, eager_start=True))
        attempt(lambda: asyncio.eager_task_factory(loop, inner(2)))
        loop.call_soon_threadsafe(len, "a"), loop.set_debug(True), await inner(7), loop.set_debug(False)
        await asyncio.to_thread(len, "a") if hasattr(asyncio, "to_thread") else 0
        return 5
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    saved, sys.stderr = sys.stderr, io.StringIO()
    try: loop.run_until_complete(main())
    finally:
        attempt(loop.run_until_complete, asyncio.sleep(0.01)), loop.close(), asyncio.set_event_loop(None)
        attempt(asyncio.get_running_loop) if hasattr(asyncio, "get_running_loop") else 0
        sys.stderr = saved
    attempt(lambda: asyncio.run(inner(1))), attempt(asyncio.get_event_loop)
    try: import contextvars
    except ImportError: return
    variable, other = contextvars.ContextVar("v", default=1), contextvars.ContextVar("o")
    token = variable.set(5)
    variable.get(), other.get(7), attempt(other.get), token.var, token.old_value, repr(token), repr(variable)
    variable.reset(token), attempt(variable.reset, token), attempt(other.reset, token)
    attempt(contextvars.ContextVar, 5), attempt(contextvars.ContextVar), attempt(lambda: contextvars.ContextVar[int])
    hash(variable), variable.name, attempt(variable.reset, 5), attempt(contextvars.Token)
    context = contextvars.copy_context()
    context.run(variable.set, 9), attempt(context.run), attempt(context.run, lambda: context.run(len, "a"))
    list(context), len(context), context.copy(), context.keys(), context.values(), context.items(), variable in context
    context.get(other), context.get(variable, 5), attempt(lambda: context[other]), context == context.copy()
    attempt(lambda: context < context), attempt(lambda: context["x"]), attempt(lambda: "x" in context)
    contextvars.Context().run(len, "a"), list(context.items()), list(context.values())
    variables = [contextvars.ContextVar("v%d" % n) for n in range(80)]
    def many():
        tokens = [one.set(n) for n, one in enumerate(variables)]
        made = contextvars.copy_context()
        len(made), list(made), [one.get() for one in variables], made == contextvars.copy_context()
        for one, token in zip(variables, tokens): one.reset(token)
    contextvars.copy_context().run(many)
    run_source("import _testinternalcapi as t\nclass K:\n  def __init__(s, h): s.h = h\n  def __hash__(s): return s.h\nm = t.hamt()\nfor i in range(60): m = m.set(K(i * 7 % 11), i)\nfor k in list(m)[:30]: m = m.delete(k)\nm == m, len(m), list(m.items()), list(m.values())")


@block
def odds_and_ends():
    import atexit
    atexit.register(len, "a"), atexit._ncallbacks(), atexit.unregister(len), atexit.register(print, "", end="")
    attempt(atexit.register), attempt(atexit.register, 5), atexit.register(lambda: None), atexit._run_exitfuncs()
    import abc
    class Abstract(abc.ABC):
        @abc.abstractmethod
        def method(self): pass
        @property
        @abc.abstractmethod
        def value(self): pass
    class Concrete(Abstract):
        method = value = None
    attempt(Abstract), Concrete(), Abstract.register(int), isinstance(5, Abstract), issubclass(str, Abstract)
    isinstance(Concrete(), Abstract), issubclass(Concrete, Abstract), isinstance("x", Abstract)
    attempt(issubclass, 5, Abstract), attempt(Abstract.register, 5), attempt(Abstract.register, Abstract)
    abc.get_cache_token(), attempt(lambda: Abstract._dump_registry(io.StringIO()))
    attempt(lambda: Abstract._abc_registry_clear()), attempt(lambda: Abstract._abc_caches_clear())
    for name in sorted(sys.builtin_module_names):
        module = attempt(__import__, name)
        dir(module), repr(module), attempt(lambda: module.__spec__), attempt(lambda: module.__doc__)
    for name in ("_lsprof _queue _heapq _bisect _csv _json _pickle _struct _random _datetime _decimal _elementtree _socket _ssl _hashlib _sqlite3 _ctypes _asyncio _contextvars _opcode _posixshmem _multiprocessing _statistics _zoneinfo _uuid _curses _curses_panel readline nis _tkinter _typing _tokenize xxlimited xxlimited_35 xxsubtype _xxtestfuzz _testbuffer _testcapi "
                 "_testinternalcapi _testmultiphase _testimportmultiple _testclinic _testlimitedcapi _testexternalinspection _suggestions _sysconfig _colorize termios _stat _symtable _weakref _locale _operator").split():
        module = attempt(__import__, name)
        attempt(lambda: dir(module)), attempt(lambda: [repr(value) for value in vars(module).values()])
    def use():
        import readline
        readline.parse_and_bind("tab: complete"), readline.set_completer(lambda text, state: None)
        readline.get_completer(), readline.add_history("x"), readline.get_history_item(1)
        readline.get_current_history_length(), readline.clear_history(), readline.get_line_buffer()
        readline.get_completer_delims(), readline.set_completer_delims(" "), readline.set_history_length(5)
        readline.get_history_length(), attempt(readline.remove_history_item, 5)
        attempt(readline.replace_history_item, 0, "x"), readline.set_startup_hook(None)
        readline.set_pre_input_hook(None), readline.get_begidx(), readline.get_endidx(), readline.get_completion_type()
        attempt(readline.read_history_file, "/nonexistent"), readline.insert_text("x")
        attempt(readline.set_completer, 5)
    attempt(use)
    def use():
        import curses, curses.ascii, curses.panel
        curses.tparm(b"x", 1) if 0 else 0, attempt(curses.setupterm, "nonsense"), attempt(curses.tigetstr, "cup")
        attempt(curses.color_pair, 1), attempt(curses.beep), attempt(curses.keyname, 5), attempt(curses.unctrl, "a")
        attempt(curses.panel.new_panel, 5), attempt(curses.endwin)
    attempt(use)
    def use():
        import xxsubtype
        one, two = xxsubtype.spamlist([1]), xxsubtype.spamdict(a=1)
        one.append(2), one.getstate(), one.setstate(5), one.classmeth(1), one.staticmeth(2), two.getstate()
        two.setstate(3), xxsubtype.bench(one, "x"), two.state
    attempt(use)
    def use():
        import _testbuffer
        one = _testbuffer.ndarray([1, 2, 3, 4], shape=[2, 2], format="i", flags=_testbuffer.ND_WRITABLE)
        memoryview(one).tolist(), memoryview(one) == one, one.tolist(), one.tobytes(), memoryview(one).tobytes()
        memoryview(_testbuffer.ndarray(list(range(12)), shape=[2, 3, 2], format="L",
                flags=_testbuffer.ND_FORTRAN)).tobytes("A")
        bytes(memoryview(one)), memoryview(one).cast("B")
        _testbuffer.ndarray([(1, 2.5)], shape=[1], format="id").tolist()
    attempt(use)
    import symtable, types, typing, zipimport, pyclbr, doctest, unittest, bdb, pdb, timeit, profile
    timeit.timeit("1", number=2), unittest.TestLoader(), doctest.DocTestParser().parse(">>> 1\n1\n")
    types.DynamicClassAttribute, types.new_class("N", (), {}), types.prepare_class("P")
    attempt(lambda: types.resolve_bases((list,))), attempt(lambda: types.get_original_bases(int)), types.MethodType
    help_text = io.StringIO()
    saved, sys.stdout = sys.stdout, help_text
    attempt(help, len), attempt(lambda: exec("import this"))
    sys.stdout = saved
    import cmd, copyreg, ftplib, http.client, imaplib, smtplib, socketserver, sched, stringprep, encodings.idna
