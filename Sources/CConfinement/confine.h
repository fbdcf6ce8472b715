#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/sched.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#define CONFINE_LOAD(field) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, field))
#define CONFINE_TAKE(call) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define CONFINE_SAY(call, error) \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_##call, 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (error))

// From now on this process computes, uses memory, reads and writes what is open, and has threads. Whatever else it asks of the
// system is refused: files, sockets, other programs, signals to others. 1: so it is; 0: the system has no such filter.
static inline int confine_calls(void) {
#if defined(__x86_64__)
  const unsigned int machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
  const unsigned int machine = AUDIT_ARCH_AARCH64;
#else
  return 0;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
  struct sock_filter program[] = {
    CONFINE_LOAD(arch),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    CONFINE_LOAD(nr),
    CONFINE_TAKE(read), CONFINE_TAKE(write), CONFINE_TAKE(readv), CONFINE_TAKE(writev), CONFINE_TAKE(close),
    CONFINE_TAKE(mmap), CONFINE_TAKE(munmap), CONFINE_TAKE(mremap), CONFINE_TAKE(mprotect), CONFINE_TAKE(madvise),
    CONFINE_TAKE(brk), CONFINE_TAKE(futex), CONFINE_TAKE(exit), CONFINE_TAKE(exit_group),
    CONFINE_TAKE(rt_sigreturn), CONFINE_TAKE(rt_sigprocmask), CONFINE_TAKE(sched_yield),
    CONFINE_TAKE(sched_getaffinity), CONFINE_TAKE(clock_gettime), CONFINE_TAKE(clock_nanosleep), CONFINE_TAKE(getrandom),
    CONFINE_TAKE(set_robust_list), CONFINE_TAKE(rseq), CONFINE_TAKE(gettid), CONFINE_TAKE(getpid),
    CONFINE_TAKE(restart_syscall),
    // glibc makes threads by the older call then, whose flags can be looked at.
    CONFINE_SAY(clone3, ENOSYS),
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_clone, 0, 3),
    CONFINE_LOAD(args[0]),
    BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
  };
  struct sock_fprog filter = {sizeof program / sizeof program[0], program};
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
#endif
}

// It ends with its parent, leaves no core, and nobody traces it.
static inline void confine_end(void) {
  prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
}

// Sets a limit of another process for good; 1: done. At that of the processor it is told by SIGXCPU, and killed two seconds later.
static inline int confine_limit(pid_t process, int what, unsigned long long most) {
  const unsigned long long limits[2] = {most, what == RLIMIT_CPU ? most + 2 : most};
  return syscall(__NR_prlimit64, process, what, limits, NULL) == 0;
}

// Sets a limit of this process for good; 1: done.
static inline int confine_own_limit(int what, unsigned long long most) { return confine_limit(0, what, most); }

// What a new process has open: nothing from this number on. glibc shows it to whoever defines _GNU_SOURCE, which Swift does not.
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
static inline int confine_close_from(posix_spawn_file_actions_t *actions, int first) {
  return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

static inline int confine_files(void) { return RLIMIT_NOFILE; }
static inline int confine_memory(void) { return RLIMIT_AS; }
static inline int confine_seconds(void) { return RLIMIT_CPU; }
static inline int confine_file_size(void) { return RLIMIT_FSIZE; }
static inline int confine_core(void) { return RLIMIT_CORE; }

// How a process ended, of what waitpid says.
static inline int confine_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }
