#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

/// A file in memory, without a name, closed on exec; its descriptor, or -1 with errno set. The C library's own function
/// for it is seen only with _GNU_SOURCE, which comes too late in a module.
static inline int signaudit_memory_file(const char *name) {
  return (int)syscall(SYS_memfd_create, name, 1u);
}
