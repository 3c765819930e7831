#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */

#include "emit/guide/workers.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum {
    PAGES_LEAST = 20, /* fewer are written sooner by one */
    WORKERS_MOST = 16,
    PARTS_MOST = 1 << 22, /* more than that fall to the workers in turn */
    CHUNK = 1 << 16,
    PARCELS_MOST = 4096, /* bytes that wait to be sent: each time wakes the other process */
    EXIT_NO_MEMORY = 3,
};

struct worker {
    pid_t pid; /* 0: it has ended */
    int fd;
    struct buf received; /* of parcels that are not whole yet */
};

struct crew {
    struct worker at[WORKERS_MOST];
    uint32_t n;
    atomic_uchar *taken; /* by part; shared by all */
    struct mem_foreign *owned;
};

/* What stands in front of the name of a file in the pipe. */
struct parcel {
    struct output_note note;
    uint32_t name; /* its length, with the NUL */
};

/* ---- In a worker ---- */

bool worker_takes(struct guide *guide)
{
    if (guide->edition || !guide->taken)
        return true;
    uint32_t part = guide->part++;
    if (part >= PARTS_MOST)
        return part % guide->n_workers == guide->worker;
    return atomic_exchange(&((atomic_uchar *)guide->taken)[part], 1) == 0;
}

/* A pipe that nobody reads means that there is nobody to work for. */
static void send_all(const struct guide *guide, const void *bytes, size_t n)
{
    const char *at = bytes;
    while (n) {
        ssize_t done = write(guide->pipe, at, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done <= 0)
            guide->emission->processes.end(EXIT_NO_MEMORY);
        at += done;
        n -= (size_t)done;
    }
}

static void send_parcels(struct guide *guide)
{
    send_all(guide, guide->parcels.at, guide->parcels.n);
    guide->parcels.n = 0;
}

void worker_adds(struct guide *guide, const char *name, const struct buf *content)
{
    struct parcel parcel;
    memset(&parcel, 0, sizeof parcel); /* what is between its members goes through the pipe, too */
    parcel.name = (uint32_t)strlen(name) + 1;
    parcel.note = output_add_apart(guide->emission->output, guide->worker, &guide->n_staged, guide->emission->folder,
                                   name, content);
    buf_add(&guide->parcels, &parcel, sizeof parcel);
    buf_add(&guide->parcels, name, parcel.name);
    if (guide->parcels.n >= PARCELS_MOST)
        send_parcels(guide);
}

/* Never returns: what the session owns is its maker's to give back. */
static _Noreturn void work(struct guide *guide, void (*emit)(struct guide *guide))
{
    jmp_buf exhausted;
    guide->mem->guard = &exhausted;
    if (setjmp(exhausted))
        guide->emission->processes.end(EXIT_NO_MEMORY);
    emit(guide);
    send_parcels(guide);
    guide->emission->processes.end(0);
}

/* ---- In the process that they work for ---- */

/* Ends those that still work; they are not needed when this is called early. */
static void dismiss(void *thing)
{
    struct crew *crew = thing;
    for (uint32_t i = 0; i < crew->n; i++) {
        if (crew->at[i].pid == 0)
            continue;
        close(crew->at[i].fd);
        kill(crew->at[i].pid, SIGKILL);
        waitpid(crew->at[i].pid, NULL, 0);
    }
    crew->n = 0;
    munmap((void *)crew->taken, PARTS_MOST);
}

/* False if there can be no more workers. */
static bool hire(struct crew *crew, struct guide *guide, void (*emit)(struct guide *guide))
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    pid_t pid = guide->emission->processes.start();
    if (pid == 0) {
        close(ends[0]);
        guide->pipe = ends[1];
        guide->worker = crew->n;
        work(guide, emit);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return false;
    }
    crew->at[crew->n++] = (struct worker){pid, ends[0], buf_on(guide->mem)};
    return true;
}

/* Takes the files whose parcels have come whole. */
static void take_received(struct guide *guide, struct worker *worker, uint32_t number)
{
    struct buf *received = &worker->received;
    struct parcel parcel;
    size_t done = 0;
    while (received->n - done >= sizeof parcel) {
        memcpy(&parcel, received->at + done, sizeof parcel);
        if (received->n - done - sizeof parcel < parcel.name)
            break;
        const char *name = received->at + done + sizeof parcel;
        output_take(guide->emission->output, number, guide->emission->folder, name, parcel.note);
        done += sizeof parcel + parcel.name;
    }
    received->n -= done;
    if (received->n && done)
        memmove(received->at, received->at + done, received->n);
}

/* A worker that did not do all of its work takes the run with it. */
static void let_go(struct guide *guide, struct worker *worker)
{
    int status;
    close(worker->fd);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    worker->pid = 0;
    buf_free(&worker->received);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        mem_exhausted(guide->mem);
}

static void receive(struct guide *guide, struct crew *crew, struct worker *worker)
{
    char chunk[CHUNK];
    ssize_t n = read(worker->fd, chunk, sizeof chunk);
    if (n < 0 && errno == EINTR)
        return;
    if (n <= 0) {
        let_go(guide, worker);
        return;
    }
    buf_add(&worker->received, chunk, (size_t)n);
    take_received(guide, worker, (uint32_t)(worker - crew->at));
}

static void receive_all(struct guide *guide, struct crew *crew)
{
    for (;;) {
        struct pollfd waits[WORKERS_MOST];
        struct worker *of[WORKERS_MOST];
        nfds_t n = 0;
        for (uint32_t i = 0; i < crew->n; i++)
            if (crew->at[i].pid) {
                of[n] = &crew->at[i];
                waits[n++] = (struct pollfd){.fd = crew->at[i].fd, .events = POLLIN};
            }
        if (n == 0)
            return;
        if (poll(waits, n, -1) < 0)
            continue;
        for (nfds_t i = 0; i < n; i++)
            if (waits[i].revents)
                receive(guide, crew, of[i]);
    }
}

/* Nobody in it yet; the session ends it if memory runs out. */
static struct crew *start_crew(struct guide *guide, atomic_uchar *taken)
{
    struct crew *crew = arena_new(&guide->arena, struct crew);
    guide->taken = (void *)taken;
    crew->taken = taken;
    crew->owned = mem_adopt(guide->mem, crew, dismiss);
    return crew;
}

void workers_run(struct guide *guide, void (*emit)(struct guide *guide))
{
    uint32_t wanted = guide->emission->processes.most;
    atomic_uchar *taken = NULL;
    if (wanted > WORKERS_MOST)
        wanted = WORKERS_MOST;
    if (wanted > 1 && guide->site.pages.n >= PAGES_LEAST)
        taken = mmap(NULL, PARTS_MOST, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (!taken || (void *)taken == MAP_FAILED) {
        emit(guide);
        return;
    }
    output_share(guide->emission->output, guide->emission->folder);
    struct crew *crew = start_crew(guide, taken);
    guide->n_workers = wanted;
    while (crew->n < wanted && hire(crew, guide, emit))
        continue;
    bool alone = crew->n == 0;
    receive_all(guide, crew);
    mem_disown(guide->mem, crew->owned);
    dismiss(crew);
    guide->taken = NULL;
    if (alone)
        emit(guide);
}
