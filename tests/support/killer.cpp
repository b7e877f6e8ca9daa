#include "tests/support/killer.h"

#include <dlfcn.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

#include <atomic>

namespace {

std::atomic<bool> armed{false};
std::atomic<int> calls{0};
std::atomic<int> fatalCall{0};

void step()
{
    if (armed && ++calls == fatalCall)
        ::kill(::getpid(), SIGKILL);
}

template <typename F>
F real(const char *name)
{
    return reinterpret_cast<F>(::dlsym(RTLD_NEXT, name));
}

} // namespace

namespace foyer::test::killer {

void arm(int fatal)
{
    fatalCall = fatal;
    armed = true;
}

int disarm()
{
    armed = false;
    return calls;
}

} // namespace foyer::test::killer

// These stand before the C library's for every library in the process.
extern "C" {

ssize_t pwrite64(int file, const void *data, size_t size, off64_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    step();
    return next(file, data, size, at);
}

ssize_t pwrite(int file, const void *data, size_t size, off_t at)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    step();
    return next(file, data, size, at);
}

int fdatasync(int file)
{
    static const auto next = real<int (*)(int)>("fdatasync");
    step();
    return next(file);
}

int fsync(int file)
{
    static const auto next = real<int (*)(int)>("fsync");
    step();
    return next(file);
}

ssize_t send(int socket, const void *data, size_t size, int flags)
{
    static const auto next = real<ssize_t (*)(int, const void *, size_t, int)>("send");
    step();
    return next(socket, data, size, flags);
}

} // extern "C"
