"""Files and structured data: io, os, XML, SQLite, ctypes."""
import ctypes
import io
import os
import sys
import tempfile

from common import attempt, block, run_source


@block
def text_and_byte_streams():
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "file")
    for mode in ("w", "wb", "w+", "wb+", "a", "ab", "a+", "r", "rb", "r+", "rb+", "x", "q", "rw", "bt", ""):
        for buffering in (-1, 0, 1, 30):
            def use():
                with open(path, mode, buffering) as file:
                    data = b"line one\nline \xea\xb0\x80\r\nthird\n" * 3 if "b" in mode else "line one\nline \uac00\r\nthird\n" * 3
                    attempt(file.write, data), attempt(file.writelines, [data, data]), attempt(file.seek, 0)
                    attempt(file.read, 3), attempt(file.readline), attempt(file.readlines, 5), attempt(file.tell)
                    attempt(file.truncate), attempt(file.truncate, 3), attempt(file.flush), attempt(file.read)
                    attempt(file.seek, -1, 2), attempt(file.seek, 0, 2), attempt(file.seek, 1, 1)
                    attempt(file.seek, 5, 9)
                    attempt(next, file), attempt(list, file), attempt(file.peek, 2), attempt(file.read1, 3)
                    attempt(file.read1), attempt(file.readinto, bytearray(5)), attempt(file.readinto1, bytearray(5))
                    attempt(file.detach) if buffering == 30 else 0, attempt(file.write, 5), attempt(file.write, "text")
                    attempt(file.write, b"bytes"), attempt(file.readall), attempt(file.getvalue), file.isatty()
                    file.fileno(), file.readable(), file.writable(), file.seekable()
                    repr(file), file.name, file.mode, file.closed, attempt(lambda: file.raw)
                    attempt(lambda: file.buffer), attempt(lambda: file.newlines), attempt(lambda: file.encoding)
                    attempt(lambda: file.errors), attempt(lambda: file.line_buffering), attempt(lambda: file.closefd)
                    attempt(lambda: file._CHUNK_SIZE), attempt(file.__getstate__)
                    attempt(lambda: file.reconfigure(line_buffering=True)), attempt(lambda: file._dealloc_warn(1))
                    attempt(file.__sizeof__), attempt(setattr, file, "x", 1)
                attempt(file.read), attempt(file.write, "x"), attempt(file.tell), attempt(repr, file)
                attempt(file.__enter__), attempt(file.close), attempt(next, file)
            attempt(use)
    for encoding in ("utf-8", "utf-16", "latin-1", "euc-kr", "utf-8-sig", "iso2022_jp", "ascii", "locale", "nonsense",
            "utf-32", "cp1252"):
        for newline in (None, "", "\n", "\r", "\r\n", "x"):
            def use():
                with open(path, "w", encoding=encoding, newline=newline, errors="replace") as file:
                    file.write("one\ntwo\r\nthree\rfour \uac00\u3042\n"), file.tell(), file.write("x" * 9000)
                    file.writelines("ab")
                with open(path, encoding=encoding, newline=newline, errors="replace") as file:
                    file.readline(), file.tell(), file.seek(file.tell()), file.read(4), file.tell(), file.seek(0)
                    list(file), file.newlines, file.read(), file.seek(0), file.readline(3), attempt(next, file)
                    attempt(file.tell)
                    attempt(lambda: file.reconfigure(encoding="utf-8", newline="\n", errors="ignore",
                            write_through=True))
                    file.seek(3) if encoding == "ascii" else 0, attempt(file.seek, -5), attempt(file.seek, "x")
                with open(path, "r+", encoding=encoding, newline=newline, errors="replace") as file:
                    file.read(5), file.seek(file.tell()), file.write("more"), file.flush(), file.seek(0, 2)
                    file.write("\n"), file.truncate()
            attempt(use)
    for one in (io.StringIO("a\nb\r\nc"), io.StringIO(newline=None), io.StringIO("x\n", "\r\n"), io.BytesIO(b"a\nb"),
            io.BytesIO()):
        text = isinstance(one, io.StringIO)
        data = "one\ntwo \uac00" if text else b"one\ntwo"
        attempt(one.read, 1), attempt(one.readline), one.seek(0, 2), one.write(data), one.writelines([data])
        one.seek(0), one.readlines(), one.getvalue(), one.tell(), attempt(one.getbuffer), one.truncate(3), one.seek(0)
        list(one), one.readable(), one.writable(), one.seekable(), one.isatty(), attempt(one.fileno), one.__getstate__()
        attempt(one.__setstate__, one.__getstate__()), attempt(one.__setstate__, 5), attempt(one.readinto, bytearray(2))
        attempt(one.read1), attempt(one.seek, -1), attempt(one.seek, 0, 5), attempt(one.write, 5)
        attempt(lambda: one.newlines), attempt(lambda: one.line_buffering), attempt(one.truncate, -1), one.__sizeof__()
        one.flush(), one.seek(50), one.write(data[:1]), repr(one), attempt(one.detach), __import__("copy").copy(one)
        attempt(one.readline, 2), attempt(next, one)
        one.close(), attempt(one.read), attempt(one.getvalue), one.closed, attempt(one.write, data)
    class Raw(io.RawIOBase):
        data, at = b"some raw data\nand more\n" * 3, 0
        def readable(self): return True
        def writable(self): return True
        def seekable(self): return True
        def readinto(self, buffer):
            part = self.data[self.at:self.at + len(buffer)]
            buffer[:len(part)] = part
            self.at += len(part)
            return len(part)
        def write(self, data): return len(data)
        def seek(self, at, whence=0):
            self.at = at
            return at
        def tell(self): return self.at
    Raw().read(3), Raw().readall(), Raw().readline(), list(Raw()), Raw().readlines(5), Raw().writelines([b"x"])
    attempt(Raw().truncate), attempt(Raw().fileno), Raw().isatty(), repr(Raw()), attempt(io.RawIOBase().read)
    attempt(io.IOBase().seek, 1), attempt(io.IOBase().readline), attempt(io.BufferedIOBase().read)
    attempt(io.BufferedIOBase().detach), attempt(io.TextIOBase().read), attempt(io.TextIOBase().detach)
    attempt(lambda: io.TextIOBase().encoding), attempt(io.TextIOBase().write, "x"), attempt(io.TextIOBase().readline)
    attempt(io.BufferedIOBase().readinto, bytearray(1)), attempt(io.BufferedIOBase().write, b"")
    attempt(io.BufferedIOBase().readinto1, bytearray(1)), attempt(io.BufferedIOBase().read1, 1)
    for kind in (io.BufferedReader, io.BufferedWriter, io.BufferedRandom):
        def use():
            one = kind(Raw(), 8)
            attempt(one.read, 3), attempt(one.peek), attempt(one.read1, 5), attempt(one.readline)
            attempt(one.write, b"x" * 30), attempt(one.write, b"y"), one.flush(), attempt(one.seek, 2)
            attempt(one.tell), attempt(one.readinto, bytearray(20)), attempt(one.read), attempt(one.truncate, 3)
            one.raw, repr(one), attempt(next, one), attempt(one.seek, 1, 1), attempt(kind, 5), attempt(kind, Raw(), -1)
            one.detach(), attempt(one.read), attempt(lambda: one.raw)
        attempt(use)
    pair = io.BufferedRWPair(Raw(), Raw())
    pair.read(2), pair.peek(), pair.read1(3), pair.readinto(bytearray(2)), pair.write(b"x"), pair.flush()
    pair.readable(), pair.writable(), pair.isatty(), pair.closed, attempt(pair.readinto1, bytearray(1)), pair.close()
    attempt(io.BufferedRWPair, 5, 5)
    wrapper = io.TextIOWrapper(io.BufferedReader(Raw()), "ascii", line_buffering=True)
    wrapper.read(4), wrapper.readline(), wrapper.buffer, wrapper.detach(), attempt(wrapper.read)
    attempt(io.TextIOWrapper, 5), attempt(io.TextIOWrapper, io.BytesIO(), "nonsense")
    attempt(lambda: io.TextIOWrapper(io.BytesIO(), newline="x"))
    attempt(io.TextIOWrapper, io.BytesIO(b"\xff"), "ascii", "strict")
    attempt(io.TextIOWrapper(io.BytesIO(b"\xff"), "ascii").read)
    io.IncrementalNewlineDecoder(None, True).decode("a\r\nb\r")
    attempt(io.IncrementalNewlineDecoder(None, True).getstate)
    io.IncrementalNewlineDecoder(None, False).setstate((b"", 1)), io.IncrementalNewlineDecoder(None, True).reset()
    io.open_code(path).close() if hasattr(io, "open_code") else 0, attempt(io.open, 5.5), attempt(io.open, -1)
    attempt(io.FileIO, path, "zz"), attempt(io.FileIO, folder), attempt(io.FileIO, 999)
    attempt(lambda: open(path, opener=lambda p, f: os.open(p, f)).close())
    attempt(lambda: open(path, opener=lambda p, f: -1)), attempt(lambda: io.text_encoding(None))
    io.FileIO(path).readall(), repr(io.FileIO(path, "r+")), io.open(path, "rb", closefd=True).read()
    saved, sys.stdout = sys.stdout, io.StringIO()
    print("a", 1, sep="-", end="!", file=sys.stdout, flush=True), attempt(lambda: print(sep=5)), sys.displayhook(5)
    sys.displayhook(None)
    sys.stdin, keep = io.StringIO("typed\n"), sys.stdin
    input("prompt"), attempt(input)
    sys.stdout, sys.stdin = saved, keep
    import linecache, fileinput, shutil, glob, pathlib
    linecache.getline(path, 1), shutil.copy(path, path + "2"), glob.glob(folder + "/*")
    sorted(pathlib.Path(folder).iterdir()), pathlib.Path(path).read_bytes(), attempt(pathlib.Path(path).read_text)
    pathlib.PurePath("a/b").parts
    import mmap
    with open(path, "wb") as file: file.write(b"mapped data " * 500)
    with open(path, "r+b") as file, mmap.mmap(file.fileno(), 0) as one:
        one[0], one[1:5], one[::3], one.find(b"data"), one.rfind(b"data"), one.read(3), one.readline(), one.read_byte()
        one.seek(2), one.tell(), one.size(), one.write(b"x"), one.write_byte(65), one.flush(), one.move(0, 5, 3)
        len(one), list(one)[:2], attempt(one.resize, 100), b"a" in one, attempt(lambda: one[99999])
        attempt(one.seek, -1), attempt(lambda: one.madvise(0)), repr(one), one.closed, attempt(one.seek, 9, 9)
        attempt(lambda: one + b"x"), attempt(one.write, b"z" * 9000)
        one[0] = 66
        one[1:3] = b"QQ"
        attempt(one.__setitem__, slice(0, 5, 2), b"abc"), attempt(one.__setitem__, 0, 999), attempt(one.__delitem__, 0)
        attempt(one.seekable), attempt(one.__sizeof__)
    attempt(lambda: one[0]), attempt(mmap.mmap, -1, 100), attempt(mmap.mmap, -1, -5), attempt(mmap.mmap, 99, 5)
    attempt(lambda: mmap.mmap(-1, 10, access=9))
    shutil.rmtree(folder)


@block
def operating_system():
    folder = tempfile.mkdtemp()
    here, a, b = os.getcwd(), os.path.join(folder, "a"), os.path.join(folder, "b")
    os.chdir(folder)
    samples = {"mkdir": [(a,), (a,), ("x", 0o700), (5,)], "rename": [(a, b), ("zz", "yy")], "rmdir": [(b,), (b,)],
            "listdir": [(), (".",), (b".",), ("zz",)], "stat": [(".",), (b".",), ("zz",), (0,), ("\0",), (1.5,)],
            "lstat": [(".",)], "symlink": [(".", "link"), (".", "link")], "readlink": [("link",), (b"link",), (".",)],
            "link": [("file", "hard")], "access": [(".", os.R_OK), ("zz", 0)],
               "chmod": [(".", 0o755), ("zz", 1)], "utime": [(".",), (".", (1, 2)), (".", (1.5, 2.5)), (".", 5),
               ("zz",)], "getpid": [()], "getppid": [()], "getuid": [()], "geteuid": [()], "getgid": [()],
               "getegid": [()], "getgroups": [()], "getlogin": [()], "getpgid": [(0,)], "getpgrp": [()],
               "getsid": [(0,)], "getpriority": [(0, 0)], "umask": [(0o22,)], "uname": [()], "times": [()],
               "cpu_count": [()], "getloadavg": [()],
               "urandom": [(5,), (-1,)], "getrandom": [(5,)], "get_terminal_size": [(), (0,)], "sched_yield": [()],
               "sched_getaffinity": [(0,)], "sched_getscheduler": [(0,)], "sched_getparam": [(0,)],
               "sched_get_priority_max": [(0,)], "sysconf": [("SC_PAGESIZE",), ("zz",), (30,)],
               "confstr": [("CS_PATH",)], "pathconf": [(".", "PC_NAME_MAX")], "fpathconf": [(0, 0)],
               "strerror": [(2,)], "getenv": [("PATH",), ("zz",)], "putenv": [("ZZ", "1"), ("=", "1")],
               "unsetenv": [("ZZ",)],
               "fspath": [("x",), (b"x",), (5,), (type("P", (), {"__fspath__": lambda s: "y"})(),),
               (type("P", (), {"__fspath__": lambda s: 5})(),)], "fsencode": [("\uac00",)], "fsdecode": [(b"\xff",)],
               "truncate": [("file", 5)], "statvfs": [(".",), (0,)], "mkfifo": [("fifo",)], "mknod": [("node",)],
               "remove": [("fifo",), ("zz",)], "unlink": [("node",)], "chown": [(".", -1, -1)],
               "lchown": [(".", -1, -1)], "getxattr": [(".", "user.x")], "setxattr": [(".", "user.x", b"1")],
               "listxattr": [(".",)], "removexattr": [(".", "user.x")], "scandir": [("zz",)], "get_inheritable": [(0,)],
               "device_encoding": [(0,), (99,)], "isatty": [(0,)], "ttyname": [(0,)], "ctermid": [()],
               "getresuid": [()], "getresgid": [()], "getgrouplist": [("root", 0)], "nice": [(0,)],
               "kill": [(os.getpid(), 0), (-5, 999)], "killpg": [(0, 0)], "WIFEXITED": [(0,)], "WEXITSTATUS": [(256,)],
               "WIFSIGNALED": [(9,)], "WTERMSIG": [(9,)], "WIFSTOPPED": [(0,)], "WCOREDUMP": [(0,)],
               "waitstatus_to_exitcode": [(256,)],
               "major": [(5,)], "minor": [(5,)], "makedev": [(1, 2)], "sync": [()], "getcwdb": [()],
               "waitpid": [(-1, 1), (99999999, 0)], "wait": [()], "wait3": [(1,)], "wait4": [(-1, 1)],
               "waitid": [(0, 0, 1)], "system": [("true",)], "popen": [("true",)],
               "execv": [("zz", ["a"]), ("zz", []), ("zz", 5)], "execve": [("zz", ["a"], {}), ("zz", ["a"], 5)],
               "posix_spawn": [("zz", ["a"], {})], "memfd_create": [("m",)], "eventfd": [(1,)],
               "pidfd_open": [(os.getpid(),)], "_exit": [("x",)], "abort": [(1,)], "login_tty": [(99,)],
               "unshare": [(99,)], "setns": [(0, 5)]}
    with open("file", "w") as file: file.write("data" * 20)
    for name, arguments in samples.items():
        for one in arguments:
            if hasattr(os, name): attempt(getattr(os, name), *one)
    handle = os.open("file", os.O_RDWR | os.O_CREAT)
    os.write(handle, b"abc"), os.lseek(handle, 0, 0), os.read(handle, 2), os.fstat(handle), os.ftruncate(handle, 10)
    os.fsync(handle), os.fdatasync(handle), os.dup(handle), os.dup2(handle, handle + 5)
    os.set_inheritable(handle, True), os.pread(handle, 2, 0), os.pwrite(handle, b"x", 1), os.fchmod(handle, 0o644)
    os.readv(handle, [bytearray(2)]), os.writev(handle, [b"a", b"b"]), attempt(os.lockf, handle, os.F_TEST, 0)
    attempt(os.posix_fallocate, handle, 0, 5), attempt(os.posix_fadvise, handle, 0, 5, 0)
    attempt(os.sendfile, handle, handle, 0, 1)
    attempt(os.copy_file_range, handle, handle, 1, 0, 50) if hasattr(os, "copy_file_range") else 0
    attempt(os.preadv, handle, [bytearray(2)], 0) if hasattr(os, "preadv") else 0
    attempt(os.pwritev, handle, [b"x"], 0) if hasattr(os, "pwritev") else 0, attempt(os.fchown, handle, -1, -1)
    attempt(os.utime, handle), attempt(os.get_blocking, handle), attempt(os.set_blocking, handle, True)
    attempt(os.read, handle, -1), attempt(os.write, handle, 5), attempt(os.close, 999), os.closerange(900, 905)
    os.close(handle)
    os.pipe(), os.pipe2(os.O_CLOEXEC), attempt(os.openpty)
    directory = os.open(".", os.O_RDONLY)
    os.stat("file", dir_fd=directory), os.listdir(directory), os.mkdir("sub", dir_fd=directory)
    os.rename("sub", "sub2", src_dir_fd=directory), os.rmdir("sub2", dir_fd=directory)
    os.unlink("hard", dir_fd=directory) if os.path.exists("hard") else 0, os.fchdir(directory)
    attempt(lambda: os.open("file", os.O_RDONLY, dir_fd=directory))
    attempt(lambda: os.stat(directory, follow_symlinks=False)), os.access("file", 0, dir_fd=directory)
    os.utime("file", ns=(1, 2), dir_fd=directory), os.close(directory)
    with os.scandir(".") as entries:
        for entry in entries:
            entry.name, entry.path, entry.is_dir(), entry.is_file(follow_symlinks=False), entry.is_symlink()
            entry.stat(), entry.stat(follow_symlinks=False), entry.inode(), repr(entry), os.fspath(entry)
            attempt(lambda: entry.is_junction())
    list(os.scandir(b".")), attempt(next, os.scandir(".")), list(os.walk(".")), list(os.fwalk("."))
    os.makedirs("p/q/r"), os.removedirs("p/q/r"), os.replace("file", "file2"), os.path.realpath("link")
    os.path.samefile(".", "."), os.path.ismount("/"), os.path.expanduser("~"), os.path.getsize("file2")
    os.path.commonpath(["/a", "/a/b"]), os.path.normpath("a//b/../c")
    os.path.splitroot("/a") if hasattr(os.path, "splitroot") else 0
    status = os.stat(".")
    status[0], status.st_mtime_ns, status[:3], repr(status), status == status, status.__reduce__(), status.st_atime
    os.environ.copy(), os.environb.get(b"PATH")
    os.register_at_fork(before=lambda: None, after_in_child=lambda: None, after_in_parent=lambda: None) if hasattr(os,
            "register_at_fork") else 0
    child = os.fork()
    if child == 0: os._exit(3)
    os.waitpid(child, 0)
    attempt(lambda: os.waitpid(os.posix_spawn("/bin/true", ["true"], {},
            file_actions=[(os.POSIX_SPAWN_CLOSE, 0), (os.POSIX_SPAWN_DUP2, 1, 2),
            (os.POSIX_SPAWN_OPEN, 3, "/dev/null", 0, 0)], setpgroup=0, setsigmask=[], setsigdef=[2]), 0))
    attempt(lambda: os.posix_spawn("/bin/true", 5, {}))
    os.chdir(here)
    import shutil
    shutil.rmtree(folder)
    import errno, fcntl, grp, pwd, resource, stat, syslog, termios
    pwd.getpwuid(0), pwd.getpwnam("root"), pwd.getpwall(), attempt(pwd.getpwnam, "zz"), attempt(pwd.getpwuid, -5)
    grp.getgrgid(0), grp.getgrnam("root"), grp.getgrall(), attempt(grp.getgrnam, "zz"), attempt(grp.getgrgid, "x")
    resource.getrusage(0), resource.getrlimit(0), attempt(resource.setrlimit, 0, (-1, -1))
    attempt(resource.getrlimit, 999), resource.getpagesize(), attempt(resource.prlimit, 0, 0), stat.filemode(0o100644)
    stat.S_ISDIR(0o40000), stat.S_IMODE(5), stat.S_IFMT(5), attempt(stat.S_ISREG, "x")
    with tempfile.TemporaryFile() as file:
        fcntl.fcntl(file, fcntl.F_GETFD), fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fcntl.lockf(file, fcntl.LOCK_EX), attempt(fcntl.ioctl, file, 0x5401, bytearray(50))
        attempt(fcntl.ioctl, file, 0x5401, b"x" * 50), attempt(fcntl.ioctl, file, 5)
        fcntl.fcntl(file, fcntl.F_SETFL, 0), attempt(fcntl.fcntl, file, fcntl.F_GETLK, b"\0" * 32)
        attempt(fcntl.fcntl, 999, 1), attempt(fcntl.lockf, file, 99)
        for name in ("tcgetattr tcdrain tcflush tcsendbreak tcflow tcsetattr tcgetwinsize").split():
            attempt(lambda: getattr(termios, name)(file.fileno()))
            attempt(lambda: getattr(termios, name)(file.fileno(), 0))
            attempt(lambda: getattr(termios, name)(0, 0, [1, 2, 3, 4, 5, 6, [b"x"] * 32]))
    for name in ("spwd", "crypt", "nis", "ossaudiodev", "audioop", "_crypt"):
        module = attempt(__import__, name)
        for function in dir(module) if not isinstance(module, str) else ():
            for arguments in ((), ("root",), (b"ab" * 20, 2), (b"ab" * 8, 2, 1), (b"abcd", 2, 1.5),
                    (b"abcd", 2, 1, 8000, 44100, None), (b"abcd", 1, None), (b"abcd", b"abcd", 2), (b"a" * 8, 4, 2),
                    (b"aaaa", 2, 1, 1), ("x", "ab"), (b"abcdabcd", b"abcd"), (b"ab", 9)):
                attempt(getattr(module, function), *arguments)
    syslog.openlog("x"), syslog.setlogmask(syslog.LOG_UPTO(3)), syslog.LOG_MASK(3), syslog.closelog()
    attempt(syslog.syslog), errno.errorcode[2]
    sys.getsizeof([]), sys.getrefcount(1), sys.getdefaultencoding(), sys.getfilesystemencoding()
    sys.getswitchinterval(), sys.setswitchinterval(0.005), sys.getallocatedblocks(), sys.is_finalizing(), sys.flags
    sys.version_info > (3, 5), sys.thread_info, sys.call_tracing(len, ("a",)), sys._current_frames()
    attempt(sys.intern, 5), sys.callstats() if hasattr(sys, "callstats") else 0, sys.getdlopenflags()
    sys.setdlopenflags(sys.getdlopenflags()), attempt(sys.getsizeof, type("S", (), {"__sizeof__": lambda s: -1})())
    attempt(sys.getsizeof), sys.getsizeof(5, 1), attempt(sys.set_int_max_str_digits, 5)
    attempt(sys.get_int_max_str_digits), attempt(lambda: sys._clear_type_cache())
    attempt(lambda: sys._getframemodulename()), attempt(lambda: sys.activate_stack_trampoline("x"))
    attempt(lambda: sys._current_exceptions()), attempt(lambda: sys.unraisablehook(1))
    attempt(lambda: sys._get_cpu_count_config()), attempt(lambda: sys._git), attempt(sys.exit, 5) if False else 0
    attempt(lambda: sys._clear_internal_caches())
    import sysconfig, platform, gettext, getopt, argparse, optparse, logging, configparser, shlex, pprint, inspect, enum, site
    sysconfig.get_paths(), platform.machine(), argparse.ArgumentParser().parse_args([])
    logging.getLogger("x").warning if 0 else 0, shlex.split("a 'b c'"), pprint.pformat({"a": [1] * 30})
    inspect.signature(len), inspect.getsource(operating_system)[:5], attempt(inspect.signature, int)
    configparser.ConfigParser().read_string("[a]\nb=1"), inspect.getmembers(enum)


@block
def documents():
    import xml.dom.minidom
    import xml.etree.ElementTree as ET
    import xml.sax
    from xml.parsers import expat
    text = "<?xml version='1.0' encoding='utf-8'?><!DOCTYPE r [<!ENTITY e 'text'><!ELEMENT r ANY><!ATTLIST r a CDATA #IMPLIED><!NOTATION n SYSTEM 'x'><!ENTITY u SYSTEM 'f' NDATA n>]><r a='1' xmlns:x='urn:x'><?pi data?><!-- c --><x:b k='v'>t&e;<![CDATA[cd]]></x:b>tail<c/></r>"
    parser = expat.ParserCreate(None, "!")
    for name in dir(parser):
        if name.endswith("Handler"):
            attempt(setattr, parser, name, (lambda *a: 1)), attempt(getattr, parser, name)
    parser.buffer_text, parser.ordered_attributes, parser.specified_attributes, parser.namespace_prefixes = True, True, True, True
    parser.SetBase("b"), parser.GetBase(), attempt(parser.UseForeignDTD, True), attempt(parser.SetParamEntityParsing, 1)
    parser.Parse(text[:100]), parser.GetInputContext(), parser.Parse(text[100:], True), parser.ErrorCode
    parser.CurrentLineNumber, parser.CurrentByteIndex, parser.buffer_size, parser.buffer_used, parser.intern
    attempt(parser.Parse, "x", True), attempt(setattr, parser, "buffer_size", -1)
    attempt(setattr, parser, "nothing", 1), attempt(setattr, parser, "returns_unicode", 1)
    attempt(parser.SetReparseDeferralEnabled, True) if hasattr(parser, "SetReparseDeferralEnabled") else 0
    attempt(delattr, parser, "buffer_text")
    for bad in ("<a>", "<a></b>", "", "<a b=1/>", "<a>&x;</a>", "<a/><b/>", "\xff", "<a a='1' a='2'/>",
            b"<?xml version='1.0' encoding='nonsense'?><a/>", b"<?xml version='1.0' encoding='cp1252'?><a>\x80</a>",
            b"<?xml version='1.0' encoding='euc-kr'?><a/>", 5):
        attempt(lambda: expat.ParserCreate().Parse(bad, True)), attempt(ET.fromstring, bad)
        attempt(xml.sax.parseString, bad, xml.sax.ContentHandler())
    attempt(lambda: expat.ParserCreate("utf-8").ParseFile(io.BytesIO(text.encode())))
    attempt(lambda: expat.ParserCreate().ParseFile(5)), expat.ErrorString(3), attempt(expat.ParserCreate, 5)
    attempt(expat.ParserCreate, None, "toolong"), attempt(lambda: expat.ParserCreate().ExternalEntityParserCreate(None))
    failing = expat.ParserCreate()
    failing.StartElementHandler = lambda *a: 1 // 0
    attempt(failing.Parse, text, True)
    root = ET.fromstring(text)
    root.tag, root.text, root.tail, root.attrib, root.get("a"), root.get("z", 5), root.keys(), root.items()
    root.set("n", "m"), list(root), len(root), root[0], root[0:1], root.find("c"), root.findall("*"), root.findtext("c")
    list(root.iter()), list(root.iter("c")), list(root.itertext()), list(root.iterfind(".//c")), root.find("{urn:x}b")
    attempt(lambda: root[99]), repr(root), __import__("copy").deepcopy(root), __import__("copy").copy(root)
    __import__("pickle").loads(__import__("pickle").dumps(root)), root.__sizeof__(), attempt(bool, root)
    root.makeelement("q", {})
    child = ET.SubElement(root, "new", {"x": "1"}, y="2")
    root.insert(0, ET.Element("i")), root.append(child), root.extend([ET.Element("z")]), root.remove(child)
    attempt(root.remove, ET.Element("no")), attempt(root.append, 5)
    attempt(root.getchildren) if hasattr(root, "getchildren") else 0, attempt(setattr, root, "attrib", 5)
    attempt(setattr, root, "tag", "t"), attempt(delattr, root, "text"), attempt(root.extend, [5])
    attempt(root.insert, "x", child), attempt(ET.Element), attempt(ET.Element, "a", 5), root.find(".//x", {"a": "b"})
    attempt(root.set, 1)
    root[0] = ET.Element("first")
    root[0:1] = [ET.Element("s1"), ET.Element("s2")]
    root[::2] = root[::2]
    del root[0], root[0:1], root[::2]
    attempt(root.__setitem__, 0, 5), attempt(root.__setitem__, "x", 5), ET.tostring(root)
    ET.ElementTree(root).write(io.BytesIO(), "utf-8", xml_declaration=True)
    list(ET.iterparse(io.BytesIO(text.encode()), ("start", "end", "start-ns", "end-ns", "comment",
            "pi") if sys.version_info >= (3, 8) else ("start", "end", "start-ns")))
    root.clear(), attempt(root.__setstate__, {"tag": "x"}), attempt(root.__setstate__, 5)
    builder = ET.TreeBuilder()
    builder.start("a", {}), builder.data("x"), builder.end("a"), builder.close(), attempt(ET.TreeBuilder().end, "x")
    attempt(ET.TreeBuilder().close)
    attempt(lambda: ET.TreeBuilder(element_factory=lambda *a: ET.Element("z"), insert_comments=True,
            insert_pis=True).comment("c"))
    attempt(lambda: builder.pi("t", "d"))
    target = type("T", (), {"start": lambda s, *a: 1, "end": lambda s, *a: 1, "data": lambda s, *a: 1,
            "comment": lambda s, *a: 1, "pi": lambda s, *a: 1, "close": lambda s: 5, "doctype": lambda s, *a: 1,
            "start_ns": lambda s, *a: 1, "end_ns": lambda s, *a: 1})()
    parser = ET.XMLParser(target=target)
    parser.feed(text), parser.close(), parser.entity, parser.target, parser.version, attempt(ET.XMLParser().feed, "<a")
    attempt(lambda: ET.XMLParser(encoding="nonsense").feed("<a/>")), attempt(ET.XMLParser().close)
    attempt(lambda: ET.canonicalize(text)), ET.XMLPullParser(["end"]).feed("<a/>")
    attempt(lambda: ET.XMLParser().flush()), attempt(lambda: ET.XMLParser().doctype("a", "b", "c"))
    attempt(ET.XMLParser()._parse_whole, io.StringIO("<a/>"))
    xml.dom.minidom.parseString(text).toxml(), xml.sax.parseString(text, xml.sax.ContentHandler())
    import html.parser
    html.parser.HTMLParser().feed("<a b=c>&amp;</a>"), html.unescape("&lt;"), html.escape("<")
    import email, mimetypes, urllib.parse
    email.message_from_string("A: b\n\nc").as_string(), urllib.parse.urlparse("http://a/b?c=d").query
    urllib.parse.quote("\uac00")


@block
def database():
    import sqlite3
    connection = sqlite3.connect(":memory:", detect_types=sqlite3.PARSE_DECLTYPES | sqlite3.PARSE_COLNAMES)
    class Sum:
        def __init__(self): self.n = 0
        def step(self, x): self.n += x
        def inverse(self, x): self.n -= x
        def value(self): return self.n
        def finalize(self): return self.n
    connection.create_function("py", 1, lambda x: x), connection.create_aggregate("pysum", 1, Sum)
    connection.create_collation("rev", lambda a, b: (a < b) - (a > b)), connection.set_authorizer(lambda *a: 0)
    connection.set_progress_handler(lambda: 0, 5), connection.set_trace_callback(lambda text: None)
    attempt(lambda: connection.create_window_function("w", 1, Sum)), attempt(connection.create_function, "x", 1, 5, 9)
    connection.create_function("fails", 0, lambda: 1 // 0)
    connection.create_function("kind", 1, lambda x: {1: 1.5, 2: "t", 3: b"b", 4: None, 5: 2 ** 40, 6: object(),
            7: 2 ** 70}.get(x))
    connection.execute("create table t (a integer primary key, b text, c blob, d real, e date, f timestamp)")
    cursor = connection.cursor()
    cursor.execute("insert into t values (?, ?, ?, ?, ?, ?)", (1, "x", b"y", 1.5,
            __import__("datetime").date(2018, 1, 1), None))
    cursor.lastrowid
    cursor.executemany("insert into t (b, c) values (?, ?)", [("q\uac00", bytearray(b"z")), ("r", None),
            (5, memoryview(b"m"))])
    cursor.rowcount, cursor.execute("insert into t (b) values (:name)", {"name": "n"})
    attempt(cursor.execute, "insert into t (b) values (:name)", {})
    attempt(cursor.execute, "insert into t (a) values (1)"), attempt(cursor.execute, "nonsense")
    attempt(cursor.execute, "select ?", ()), attempt(cursor.execute, "select ?", (object(),))
    attempt(cursor.execute, "select ?", (2 ** 80,)), attempt(cursor.execute, "select 1; select 2")
    attempt(cursor.execute, "select fails()"), attempt(cursor.execute, "select '\ud800'")
    attempt(cursor.executemany, "select 1", [()])
    for query in ("select * from t", "select py(b), pysum(a) from t", "select b from t order by b collate rev",
            "select a as 'a [date]', e from t",
            "select kind(a) from (select 1 as a union select 2 union select 3 union select 4 union select 5)",
            "select kind(6)", "select kind(7)", "select w(a) over (order by a rows 1 preceding) from t",
            "select count(*) from t", "pragma user_version"):
        def use():
            cursor.execute(query), cursor.description, cursor.fetchone(), cursor.fetchmany(2), cursor.fetchall()
            cursor.fetchone(), attempt(next, cursor)
        attempt(use)
    connection.row_factory = sqlite3.Row
    row = connection.execute("select a, b from t").fetchone()
    row[0], row["B"], row[-1], row[0:2], row.keys(), len(row), list(row), row == row, hash(row), repr(row)
    attempt(lambda: row[9]), attempt(lambda: row["z"]), attempt(lambda: row[1.5]), row != 5, attempt(sqlite3.Row, 1, 2)
    connection.text_factory = bytes
    connection.execute("select b from t").fetchone(), setattr(connection, "text_factory", lambda data: data.decode())
    connection.execute("select b from t").fetchone(), setattr(connection, "text_factory", bytearray)
    connection.execute("select b from t").fetchone(), setattr(connection, "text_factory", str)
    setattr(connection, "row_factory", lambda cursor, row: row), connection.execute("select 1").fetchall()
    connection.commit(), connection.rollback(), connection.total_changes, connection.in_transaction
    connection.isolation_level, setattr(connection, "isolation_level", None)
    setattr(connection, "isolation_level", "IMMEDIATE"), attempt(setattr, connection, "isolation_level", 5)
    connection.executescript("create table u (x); insert into u values (1);"), list(connection.iterdump())
    attempt(connection.interrupt), connection.cursor().setinputsizes(5), connection.cursor().setoutputsize(5)
    attempt(connection.backup, sqlite3.connect(":memory:"), pages=1, progress=lambda *a: None) if hasattr(connection,
            "backup") else 0
    attempt(connection.enable_load_extension, False) if hasattr(connection, "enable_load_extension") else 0
    attempt(lambda: connection.serialize()), attempt(lambda: connection.deserialize(connection.serialize()))
    attempt(lambda: connection.getlimit(0)), attempt(lambda: connection.setlimit(0, 100000))
    attempt(lambda: connection.blobopen("t", "c", 1).read()), attempt(lambda: connection.getconfig(1002))
    attempt(lambda: connection.setconfig(1002)), attempt(lambda: connection.autocommit)
    attempt(setattr, connection, "autocommit", True)
    run_source("c.execute('create table b (x blob)'); c.execute('insert into b values (zeroblob(20))')\nb = c.blobopen('b', 'x', 1)\nb.write(b'abc'), b.seek(0), b.read(2), b.tell(), len(b), b[0], b[1:3], attempt(lambda: b[99]), b.__setitem__(0, 5), b.__setitem__(slice(0, 2), b'zz'), b.__setitem__(slice(0, 4, 2), b'zz'), b.__enter__(), b.__exit__(None, None, None)",
            
            
            
            
            
            c=connection)
    with connection: connection.execute("insert into u values (2)")
    def failing():
        with connection: raise ValueError
    attempt(failing), sqlite3.register_adapter(complex, str), sqlite3.register_converter("cplx", complex)
    connection.execute("select ?", (1j,)).fetchone(), sqlite3.complete_statement("select 1;"), sqlite3.adapt(5)
    attempt(sqlite3.adapt, object()), attempt(sqlite3.connect, "/nonexistent/x"), attempt(sqlite3.connect)
    sqlite3.enable_callback_tracebacks(False)
    attempt(sqlite3.enable_shared_cache, False) if hasattr(sqlite3, "enable_shared_cache") else 0, cursor.close()
    attempt(cursor.fetchone), connection.close(), attempt(connection.execute, "x"), attempt(connection.cursor)
    attempt(cursor.execute, "x"), attempt(sqlite3.Cursor, 5), attempt(connection.commit)
    type("C", (sqlite3.Connection,), {"__init__": lambda s, *a: None})(":memory:") if False else 0
    import dbm.dumb, shelve
    with tempfile.TemporaryDirectory() as folder:
        with dbm.dumb.open(os.path.join(folder, "d"), "c") as one: one["k"] = "v"
        run_source("import dbm.sqlite3\nwith dbm.sqlite3.open(p, 'c') as d: d['a'] = 'b'; list(d)",
                p=os.path.join(folder, "s"))


@block
def foreign_functions():
    c = ctypes
    library = c.CDLL(None)
    library.strlen.argtypes, library.strlen.restype = [c.c_char_p], c.c_size_t
    library.strlen(b"abc"), attempt(library.strlen, 5), attempt(library.strlen)
    attempt(lambda: library.no_such_function), library.abs(-5), library["abs"](c.c_int(-3)), library.toupper(97)
    attempt(library.abs, object()), library.abs(c.byref(c.c_int(1))) and 0, attempt(library.abs, 2 ** 80)
    repr(library.abs), bool(library.abs), library.abs.restype, library.abs.argtypes
    attempt(setattr, library.abs, "restype", 5), attempt(setattr, library.abs, "argtypes", [5])
    attempt(setattr, library.abs, "errcheck", 5), attempt(delattr, library.abs, "restype")
    attempt(delattr, library.abs, "argtypes"), library.abs(1)
    library.atoi.errcheck = lambda result, function, arguments: result + 1
    library.atoi(b"12")
    compare = c.CFUNCTYPE(c.c_int, c.POINTER(c.c_int), c.POINTER(c.c_int))
    numbers = (c.c_int * 5)(5, 3, 1, 4, 2)
    callback = compare(lambda a, b: a[0] - b[0])
    library.qsort(numbers, 5, c.sizeof(c.c_int), callback), list(numbers), attempt(compare, 5), bool(callback)
    callback(c.pointer(c.c_int(1)), c.pointer(c.c_int(2)))
    saved, sys.stderr = sys.stderr, io.StringIO()
    failing = compare(lambda a, b: 1 // 0)
    failing(None, None)
    sys.stderr = saved
    for name in ("c_bool c_char c_wchar c_byte c_ubyte c_short c_ushort c_int c_uint c_long c_ulong c_longlong c_ulonglong c_size_t c_float c_double c_longdouble c_char_p c_wchar_p c_void_p py_object c_float_complex c_double_complex c_time_t").split():
        kind = getattr(c, name, None)
        if kind is None: continue
        for value in (1, -1, 1.5, "x", b"x", None, True, 2 ** 70, "text", b"text", [1]):
            if name.endswith("_p") and isinstance(value, int):
                continue  # an address
            def use():
                one = kind(value)
                repr(one), one.value, bool(one), setattr(one, "value", one.value), c.sizeof(one), c.addressof(one)
                c.byref(one), c.pointer(one).contents, bytes(memoryview(one)), attempt(one.__reduce__)
                __import__("copy").copy(one), c.c_int.from_buffer_copy(b"\0" * 16), attempt(lambda: one._b_needsfree_)
                attempt(lambda: one._objects), kind.from_param(value), c.cast(c.pointer(one), c.c_void_p)
                kind.__ctype_be__(5) if hasattr(kind, "__ctype_be__") else 0
            attempt(use), attempt(kind.from_param, value)
            function = c.CFUNCTYPE(kind, kind)(lambda x: x)
            attempt(function, value)
        array = attempt(lambda: (kind * 3)()), attempt(lambda: kind * -1), c.POINTER(kind), attempt(kind.from_buffer,
                bytearray(32)), attempt(kind.from_buffer, b"x"), attempt(kind.from_address,
                0) if False else 0, attempt(kind.in_dll, library, "nothing")
        attempt(lambda: array[0][0:2]), attempt(lambda: array[0].__setitem__(0, value))
        attempt(lambda: array[0].__setitem__(slice(0, 2), [value, value])), attempt(lambda: array[0][9])
        attempt(lambda: array[0][::2]), attempt(lambda: array[0].__setitem__(9, 1))
    class Inner(c.Structure):
        _fields_ = [("x", c.c_int), ("y", c.c_double)]
    class Union(c.Union):
        _anonymous_, _fields_ = ["inner"], [("inner", Inner), ("bytes", c.c_char * 16)]
    class Outer(c.BigEndianStructure):
        _pack_, _fields_ = 1, [("a", c.c_uint, 3), ("b", c.c_uint, 5), ("c", c.c_short), ("d", c.c_char * 4)]
    class Node(c.Structure): pass
    Node._fields_ = [("next", c.POINTER(Node)), ("name", c.c_char_p), ("callback", compare), ("numbers", c.c_int * 3),
            ("inner", Inner), ("wide", c.c_wchar * 4), ("object", c.py_object)]
    inner, union, outer, node = Inner(1, y=2.5), Union(), Outer(1, 2, 3, b"abc"), Node()
    union.x, union.bytes = 5, b"12345678"
    node.name, node.numbers[0], node.inner, node.callback, node.wide, node.object, node.next = b"n", 5, inner, callback, "ab", [1], c.pointer(node)
    node.next.contents.name, node.next[0].numbers[:], node.inner.x, node.object, node.wide, repr(Inner.x)
    Inner.x.offset, Inner.x.size, outer.a, outer.d, attempt(Inner, 1, 2, 3), attempt(lambda: Inner(z=1))
    attempt(setattr, inner, "x", "wrong"), attempt(lambda: Outer(99))
    attempt(lambda: type("W", (c.Structure,), {"_fields_": [("x", 5)]}))
    attempt(lambda: type("W", (c.Structure,), {"_fields_": 5})), attempt(lambda: setattr(Inner, "_fields_", []))
    attempt(lambda: type("W", (c.Structure,), {"_fields_": [("x", c.c_double, 5)]})), attempt(c.Structure)
    c.sizeof(Node), c.alignment(Node), attempt(c.sizeof, 5), attempt(c.alignment, 5)
    pointer = c.pointer(c.c_int(5))
    pointer[0], pointer.contents, bool(pointer), bool(c.POINTER(c.c_int)())
    attempt(lambda: c.POINTER(c.c_int)().contents), attempt(lambda: c.POINTER(c.c_int)()[0])
    c.cast(numbers, c.POINTER(c.c_int))[0:3], c.cast(b"abc", c.POINTER(c.c_char))[0:2], attempt(c.pointer, 5)
    attempt(c.POINTER, 5), c.POINTER(None), attempt(setattr, pointer, "contents", 5)
    setattr(pointer, "contents", c.c_int(7)), attempt(lambda: pointer["x"])
    c.cast(c.c_wchar_p("abc"), c.POINTER(c.c_wchar))[0:2], attempt(c.cast, 5, 5)
    c.POINTER("Later") if sys.version_info < (3, 13) else 0
    pointer[0] = 9
    buffer = c.create_string_buffer(b"abc", 10)
    buffer.value, buffer.raw, setattr(buffer, "value", b"x"), attempt(setattr, buffer, "value", b"x" * 50)
    setattr(buffer, "raw", b"yy"), len(buffer), buffer[0:2], c.create_unicode_buffer("ab").value, c.string_at(buffer)
    c.wstring_at(c.create_unicode_buffer("ab")), c.memmove(buffer, b"q", 1), c.memset(buffer, 0, 2)
    c.resize(inner, 100), attempt(c.resize, inner, 1), c.get_errno(), c.set_errno(5), attempt(c.string_at, 0, 0)
    c.byref(inner, 4), repr(c.byref(inner)), c.c_int.__mul__(2), attempt(lambda: c.Array())
    attempt(lambda: type("A", (c.Array,), {"_length_": -1, "_type_": c.c_int})), repr(numbers)
    c.PyDLL(None).PyLong_AsLong(c.py_object(5)), attempt(c.PyDLL(None).PyErr_SetString, c.py_object(ValueError), b"x")
    c.CFUNCTYPE(None)(lambda: None)(), c.CFUNCTYPE(c.py_object, c.py_object)(lambda x: x)([1])
    c.CFUNCTYPE(c.c_int, c.c_int, use_errno=True)(lambda x: x)(1)
    attempt(lambda: c.CFUNCTYPE(c.c_int, use_last_error=True)), attempt(c.CFUNCTYPE, 5)
    c.PYFUNCTYPE(c.c_int)(lambda: 1)(), attempt(lambda: c.CFUNCTYPE(c.c_int)(("abs", library))())
    c.CFUNCTYPE(c.c_int, c.c_int)(("abs", library), ((1, "x", 5),))()
    c.CFUNCTYPE(c.c_int, c.c_int)(("abs", library), ((1, "x", 5),))(x=-2)
    attempt(lambda: c.CFUNCTYPE(c.c_int, c.POINTER(c.c_int))(("abs", library), ((2, "x"),))())
    attempt(lambda: c.CFUNCTYPE(c.c_int)(("zz", library))), c.CFUNCTYPE(Inner, Inner)(lambda x: x) if False else 0
    from ctypes import util
    util.find_library("c")
