/* The search for pilots, after PtrHash (R. Groot Koerkamp, PtrHash: Minimal Perfect Hashing at RAM
   Throughput, SEA 2025), which descends from PTHash (Pibiri and Trani, SIGIR 2021): buckets are
   placed largest first; each takes the first pilot of one byte that sends its strings to free
   slots. If there is none, it takes the pilot that displaces least, and those displaced are placed
   again. */

#include "emit/tables/pilots.h"

#include "prm/tables.h"

enum { PILOTS = 256, SEEDS_MOST = 64 };

/* What is needed while pilots are sought. */
struct pilot_search {
    struct mem *mem;
    struct pilots *found;
    const struct str *keys;
    uint32_t n_keys;
    uint32_t *starts;      /* by bucket: where its members start; one more than there are buckets */
    uint32_t *sizes;       /* by bucket: how many they are, without those that are equal */
    uint32_t *members;     /* strings */
    uint32_t *lows;        /* by place in `members`: the lower half of the hash, which the slot comes from */
    uint32_t *order;       /* buckets, largest first */
    uint32_t *owners;      /* by slot: the bucket that took it, or PRM_NONE */
    uint64_t *taken;       /* a bit for each slot: the same in less memory */
    uint32_t *slots;       /* of the members of the bucket at hand */
    VEC(uint32_t) waiting; /* buckets that were displaced */
    uint32_t n_displaced;
};

static uint32_t bucket_of(const struct pilot_search *search, uint32_t key)
{
    return prm_in_bucket(search->found->hashes[key], search->found->n_buckets);
}

/* ---- Buckets ---- */

static void hash_keys(struct pilot_search *search)
{
    struct pilots *found = search->found;
    memset(search->sizes, 0, found->n_buckets * sizeof *search->sizes);
    for (uint32_t key = 0; key < search->n_keys; key++) {
        struct str text = search->keys[key];
        found->hashes[key] = prm_in_hash((const unsigned char *)text.ptr, text.len, found->seed);
        search->sizes[bucket_of(search, key)]++;
    }
}

static void fill_buckets(struct pilot_search *search)
{
    uint32_t sum = 0;
    for (uint32_t bucket = 0; bucket < search->found->n_buckets; bucket++) {
        search->starts[bucket] = sum;
        sum += search->sizes[bucket];
        search->sizes[bucket] = 0;
    }
    for (uint32_t key = 0; key < search->n_keys; key++) {
        uint32_t bucket = bucket_of(search, key);
        search->members[search->starts[bucket] + search->sizes[bucket]++] = key;
    }
}

/* Takes strings out of a bucket that are there already; false if two that differ have one hash. */
static bool drop_equal(struct pilot_search *search, uint32_t bucket)
{
    uint32_t *members = search->members + search->starts[bucket], n = 0;
    for (uint32_t i = 0; i < search->sizes[bucket]; i++) {
        uint32_t k = 0;
        while (k < n && search->found->hashes[members[k]] != search->found->hashes[members[i]])
            k++;
        if (k == n)
            members[n++] = members[i];
        else if (!str_eq(search->keys[members[k]], search->keys[members[i]]))
            return false;
    }
    search->sizes[bucket] = n;
    for (uint32_t i = 0; i < n; i++)
        search->lows[search->starts[bucket] + i] = (uint32_t)search->found->hashes[members[i]];
    return true;
}

/* Orders the buckets by counting their sizes. `counts` has room for one more than the largest. */
static void order_buckets(struct pilot_search *search, uint32_t *counts, uint32_t largest)
{
    uint32_t n_buckets = search->found->n_buckets, place = 0;
    memset(counts, 0, ((size_t)largest + 1) * sizeof *counts);
    for (uint32_t bucket = 0; bucket < n_buckets; bucket++)
        counts[search->sizes[bucket]]++;
    for (uint32_t size = largest + 1; size-- > 0;) {
        uint32_t n = counts[size];
        counts[size] = place;
        place += n;
    }
    for (uint32_t bucket = 0; bucket < n_buckets; bucket++)
        search->order[counts[search->sizes[bucket]]++] = bucket;
}

/* ---- Pilots ---- */

static uint32_t slot_of(const struct pilot_search *search, uint32_t bucket, uint32_t i, uint32_t pilot)
{
    return prm_in_slot(search->lows[search->starts[bucket] + i], pilot, search->found->n_slots);
}

static bool is_taken(const struct pilot_search *search, uint32_t slot)
{
    return search->taken[slot / 64] >> slot % 64 & 1;
}

static void set_owner(struct pilot_search *search, uint32_t slot, uint32_t owner)
{
    uint64_t bit = (uint64_t)1 << slot % 64;
    search->owners[slot] = owner;
    if (owner == PRM_NONE)
        search->taken[slot / 64] &= ~bit;
    else
        search->taken[slot / 64] |= bit;
}

/* Sets the slots that the members of the bucket would have; false if two would meet, or if one is
   taken and must not be. */
static bool try_pilot(struct pilot_search *search, uint32_t bucket, uint32_t pilot, bool may_displace)
{
    for (uint32_t i = 0; i < search->sizes[bucket]; i++) {
        uint32_t slot = slot_of(search, bucket, i, pilot);
        if (!may_displace && is_taken(search, slot))
            return false;
        for (uint32_t k = 0; k < i; k++)
            if (search->slots[k] == slot)
                return false;
        search->slots[i] = slot;
    }
    return true;
}

/* What the slots at hand displace: the sum of the squares of the buckets that own them. */
static uint64_t cost(const struct pilot_search *search, uint32_t n)
{
    uint64_t sum = 0;
    for (uint32_t i = 0; i < n; i++) {
        uint32_t owner = search->owners[search->slots[i]];
        if (owner != PRM_NONE)
            sum += (uint64_t)search->sizes[owner] * search->sizes[owner];
    }
    return sum;
}

/* The pilot that displaces least, or PILOTS if the strings meet under each. The search starts
   anywhere, so that two buckets do not displace each other for ever. */
static uint32_t gentlest_pilot(struct pilot_search *search, uint32_t bucket)
{
    uint32_t best = PILOTS, first = search->n_displaced * 97;
    uint64_t least = UINT64_MAX;
    for (uint32_t i = 0; i < PILOTS; i++) {
        uint32_t pilot = (first + i) % PILOTS;
        if (!try_pilot(search, bucket, pilot, true))
            continue;
        uint64_t at = cost(search, search->sizes[bucket]);
        if (at < least) {
            least = at;
            best = pilot;
        }
    }
    return best;
}

static uint32_t best_pilot(struct pilot_search *search, uint32_t bucket)
{
    for (uint32_t pilot = 0; pilot < PILOTS; pilot++)
        if (try_pilot(search, bucket, pilot, false))
            return pilot;
    return gentlest_pilot(search, bucket);
}

static void displace(struct pilot_search *search, uint32_t bucket)
{
    for (uint32_t i = 0; i < search->sizes[bucket]; i++)
        set_owner(search, slot_of(search, bucket, i, search->found->pilots[bucket]), PRM_NONE);
    vec_push(search->mem, &search->waiting, bucket);
    search->n_displaced++;
}

/* Gives a bucket its pilot; false if it has none. */
static bool place(struct pilot_search *search, uint32_t bucket)
{
    uint32_t pilot = best_pilot(search, bucket);
    if (pilot == PILOTS)
        return false;
    search->found->pilots[bucket] = (uint8_t)pilot;
    for (uint32_t i = 0; i < search->sizes[bucket]; i++) {
        uint32_t slot = slot_of(search, bucket, i, pilot);
        if (is_taken(search, slot))
            displace(search, search->owners[slot]);
        set_owner(search, slot, bucket);
    }
    return true;
}

static bool place_all(struct pilot_search *search)
{
    uint32_t n_buckets = search->found->n_buckets;
    memset(search->owners, 0xff, search->found->n_slots * sizeof *search->owners);
    memset(search->taken, 0, (search->found->n_slots / 64 + 1) * sizeof *search->taken);
    search->n_displaced = 0;
    search->waiting.n = 0;
    for (uint32_t i = 0; i < n_buckets; i++) {
        vec_push(search->mem, &search->waiting, search->order[i]);
        while (search->waiting.n) {
            uint32_t bucket = search->waiting.at[--search->waiting.n];
            if (search->n_displaced > n_buckets + 100 || !place(search, bucket))
                return false;
        }
    }
    return true;
}

/* ---- Seeds ---- */

/* Tries a seed. */
static bool attempt(struct pilot_search *search)
{
    uint32_t largest = 0;
    hash_keys(search);
    fill_buckets(search);
    for (uint32_t bucket = 0; bucket < search->found->n_buckets; bucket++) {
        if (!drop_equal(search, bucket))
            return false;
        if (search->sizes[bucket] > largest)
            largest = search->sizes[bucket];
    }
    search->slots = mem_resize(search->mem, search->slots, ((size_t)largest + 1) * sizeof *search->slots);
    order_buckets(search, search->slots, largest);
    return place_all(search);
}

static void fill_slots(const struct pilot_search *search)
{
    struct pilots *found = search->found;
    memset(found->keys, 0xff, found->n_slots * sizeof *found->keys);
    for (uint32_t bucket = 0; bucket < found->n_buckets; bucket++)
        for (uint32_t i = 0; i < search->sizes[bucket]; i++) {
            uint32_t key = search->members[search->starts[bucket] + i];
            found->keys[slot_of(search, bucket, i, found->pilots[bucket])] = key;
        }
}

/* The end of SplitMix64 (Steele, Lea and Flood, Fast Splittable Pseudorandom Number Generators,
   2014); odd, so that no length makes it 0. */
static uint64_t nth_seed(uint32_t n)
{
    uint64_t z = n * UINT64_C(0x9e3779b97f4a7c15);
    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return (z ^ z >> 31) | 1;
}

static uint32_t *numbers(struct mem *mem, uint32_t n)
{
    return mem_alloc(mem, ((size_t)n + 1) * sizeof(uint32_t));
}

void pilots_find(struct pilots *found, struct mem *mem, const struct str *keys, uint32_t n)
{
    uint32_t n_buckets = n / 3 + 1, n_slots = n + n / 19 + 4;
    *found = (struct pilots){.n_buckets = n_buckets, .n_slots = n_slots};
    found->pilots = mem_alloc(mem, n_buckets);
    found->keys = numbers(mem, n_slots);
    found->hashes = mem_alloc(mem, ((size_t)n + 1) * sizeof *found->hashes);
    struct pilot_search search = {
        .mem = mem,
        .found = found,
        .keys = keys,
        .n_keys = n,
        .starts = numbers(mem, n_buckets),
        .sizes = numbers(mem, n_buckets),
        .members = numbers(mem, n),
        .lows = numbers(mem, n),
        .order = numbers(mem, n_buckets),
        .owners = numbers(mem, n_slots),
        .taken = mem_alloc(mem, (n_slots / 64 + 1) * sizeof *search.taken),
    };
    uint32_t n_tried = 0;
    do {
        if (n_tried == SEEDS_MOST)
            mem_exhausted(mem);
        found->seed = nth_seed(++n_tried);
    } while (!attempt(&search));
    fill_slots(&search);
    void *parts[] = {search.starts, search.sizes, search.members, search.lows,      search.order,
                     search.owners, search.taken, search.slots,   search.waiting.at};
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        mem_free(mem, parts[i]);
}

uint32_t pilots_first(const struct pilots *pilots, struct str key)
{
    uint64_t hash = prm_in_hash((const unsigned char *)key.ptr, key.len, pilots->seed);
    uint8_t pilot = pilots->pilots[prm_in_bucket(hash, pilots->n_buckets)];
    return pilots->keys[prm_in_slot((uint32_t)hash, pilot, pilots->n_slots)];
}

void pilots_free(struct pilots *pilots, struct mem *mem)
{
    mem_free(mem, pilots->pilots);
    mem_free(mem, pilots->keys);
    mem_free(mem, pilots->hashes);
}
