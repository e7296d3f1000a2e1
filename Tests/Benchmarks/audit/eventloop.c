/* The least that a program on libyaml can do: read every file and parse its events.
 *
 *     eventloop THREADS DIR
 *
 * The regular files below DIR, sorted by path, are each read whole and parsed from memory
 * to the end of the stream. Threads take the next file from a counter. Prints the number of
 * events; exits with 1 if a file could not be read or parsed.
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <ftw.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static char **paths;
static size_t path_count, path_room;
static atomic_size_t next_path;
static atomic_ulong event_count, failure_count;

static void *checked(void *memory) {
  if (memory == NULL) {
    perror("eventloop");
    exit(2);
  }
  return memory;
}

static int found(const char *path, const struct stat *status, int type, struct FTW *walk) {
  (void)status, (void)walk;
  if (type != FTW_F) return 0;
  if (path_count == path_room) {
    path_room = path_room == 0 ? 1024 : path_room * 2;
    paths = checked(realloc(paths, path_room * sizeof *paths));
  }
  paths[path_count++] = checked(strdup(path));
  return 0;
}

static int by_path(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

struct buffer {
  unsigned char *bytes;
  size_t room;
};

/* Reads a file whole; its length, or -1. */
static ssize_t read_file(const char *path, struct buffer *buffer) {
  int file = open(path, O_RDONLY | O_CLOEXEC);
  if (file < 0) return -1;
  struct stat status;
  if (fstat(file, &status) != 0) {
    close(file);
    return -1;
  }
  size_t size = (size_t)status.st_size, length = 0;
  if (size > buffer->room) {
    buffer->bytes = checked(realloc(buffer->bytes, size));
    buffer->room = size;
  }
  while (length < size) {
    ssize_t part = read(file, buffer->bytes + length, size - length);
    if (part < 0) {
      close(file);
      return -1;
    }
    if (part == 0) break;
    length += (size_t)part;
  }
  close(file);
  return (ssize_t)length;
}

/* Parses a file's events; their number, or -1. */
static long parse(const unsigned char *bytes, size_t length) {
  yaml_parser_t parser;
  yaml_event_t event;
  long events = 0;
  int end = 0;
  if (!yaml_parser_initialize(&parser)) return -1;
  yaml_parser_set_input_string(&parser, bytes, length);
  while (!end) {
    if (!yaml_parser_parse(&parser, &event)) {
      events = -1;
      break;
    }
    events++;
    end = event.type == YAML_STREAM_END_EVENT;
    yaml_event_delete(&event);
  }
  yaml_parser_delete(&parser);
  return events;
}

static void *work(void *unused) {
  (void)unused;
  struct buffer buffer = {NULL, 0};
  unsigned long events = 0, failures = 0;
  for (size_t index; (index = atomic_fetch_add(&next_path, 1)) < path_count;) {
    ssize_t length = read_file(paths[index], &buffer);
    long count = length < 0 ? -1 : parse(buffer.bytes, (size_t)length);
    if (count < 0) {
      fprintf(stderr, "eventloop: %s cannot be read or parsed\n", paths[index]);
      failures++;
    } else {
      events += (unsigned long)count;
    }
  }
  free(buffer.bytes);
  atomic_fetch_add(&event_count, events);
  atomic_fetch_add(&failure_count, failures);
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc == 3 ? atoi(argv[1]) : 0;
  if (threads < 1 || threads > 256) {
    fprintf(stderr, "usage: eventloop THREADS DIR\n");
    return 2;
  }
  if (nftw(argv[2], found, 64, FTW_PHYS) != 0) {
    perror(argv[2]);
    return 2;
  }
  qsort(paths, path_count, sizeof *paths, by_path);
  pthread_t others[256];
  for (int index = 1; index < threads; index++) {
    if (pthread_create(&others[index], NULL, work, NULL) != 0) {
      fprintf(stderr, "eventloop: no thread\n");
      return 2;
    }
  }
  work(NULL);
  for (int index = 1; index < threads; index++) pthread_join(others[index], NULL);
  printf("%lu\n", (unsigned long)event_count);
  return failure_count == 0 ? 0 : 1;
}
