/* Writes a synthetic model of N practices for the benchmark, the same content in one of three notations:
   PRM, XML, and the text format of protocol buffers. `mapped` is PRM with a mapping of the model to itself that
   relates each practice to two others.

       synth N prm|mapped|xml|txtpb|proto

   An area has two goals of five practices each; a practice has a title, a statement of twenty words and
   two or three references to practices of other areas. */

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { GOALS = 2, PRACTICES = 5, WORDS = 20 };

static const char *const vocabulary[] = {
    "establish", "maintain",  "service",  "incident", "threat",   "objective", "plan",     "measure",
    "review",    "agreement", "capacity", "security", "baseline", "resource",  "criteria", "monitor",
    "evaluate",  "document",  "supplier", "work",     "and",      "the",       "of",       "with",
};

/* How statements begin. */
static const char *const orders[] = {"Establish", "Identify", "Evaluate", "Develop"};

/* A linear congruential generator: the same file on every machine. */
static uint32_t next_random(void)
{
    static uint64_t state = 42;
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(state >> 33);
}

static void put_words(uint32_t n)
{
    for (uint32_t i = 0; i < n; i++)
        printf("%s%s", i ? " " : "", vocabulary[next_random() % (sizeof vocabulary / sizeof vocabulary[0])]);
}

/* A notation: what stands around each part. */
struct notation {
    const char *name;
    const char *head, *area_head, *area_tail, *goal_head, *goal_tail, *practice_head, *practice_title,
        *practice_statement, *reference_first, *reference_next, *reference_end, *practice_tail, *tail;
};

static const struct notation notations[] = {
    {"prm",
     "architecture Bench \"Bench\" {\n"
     "  contains area *\n"
     "  component area \"Area\" {\n    id \"{acronym}\"\n    contains goal *\n  }\n"
     "  component goal \"Goal\" {\n    id \"SG{n}\"\n    contains practice *\n  }\n"
     "  expected component practice \"Practice\" {\n    id \"SP{goal}.{n}\"\n"
     "    text statement 1 imperative\n    reference related to practice *\n  }\n}\n\n"
     "model Synthetic \"A synthetic model\" {\n  architecture Bench\n  version \"1\"\n",
     "\n  area A%u \"Area %u\" {\n", "  }\n", "    goal SG%u \"Goal %u\" {\n", "    }\n", "      practice SP%u.%u \"",
     "\" {\n        statement \"", "\"\n", "        related A%u/SP%u.%u", ", A%u/SP%u.%u", "\n", "      }\n", "}\n"},
    {"xml", "<?xml version=\"1.0\"?>\n<model id=\"Synthetic\">\n", "\n  <area id=\"A%u\" title=\"Area %u\">\n",
     "  </area>\n", "    <goal id=\"SG%u\" title=\"Goal %u\">\n", "    </goal>\n",
     "      <practice id=\"SP%u.%u\" title=\"", "\">\n        <statement>", "</statement>\n",
     "        <related>A%u/SP%u.%u", " A%u/SP%u.%u", "</related>\n", "      </practice>\n", "</model>\n"},
    {"txtpb", "id: \"Synthetic\"\n", "\narea { id: \"A%u\" title: \"Area %u\"\n", "}\n",
     "  goal { id: \"SG%u\" title: \"Goal %u\"\n", "  }\n", "    practice { id: \"SP%u.%u\" title: \"",
     "\"\n      statement: \"", "\"\n", "      related: \"A%u/SP%u.%u", "\" related: \"A%u/SP%u.%u", "\"\n", "    }\n",
     ""},
};

static void put_reference(const char *format, uint32_t n_areas)
{
    uint32_t area = next_random() % n_areas, goal = next_random() % GOALS, practice = next_random() % PRACTICES;
    printf(format, area, goal + 1, practice + 1);
}

static void put_practice(const struct notation *notation, uint32_t goal, uint32_t practice, uint32_t n_areas)
{
    printf(notation->practice_head, goal + 1, practice + 1);
    put_words(4);
    fputs(notation->practice_title, stdout);
    printf("%s ", orders[next_random() % (sizeof orders / sizeof orders[0])]);
    put_words(WORDS - 1);
    fputs(notation->practice_statement, stdout);
    put_reference(notation->reference_first, n_areas);
    for (uint32_t more = 1 + next_random() % 2; more > 0; more--)
        put_reference(notation->reference_next, n_areas);
    fputs(notation->reference_end, stdout);
    fputs(notation->practice_tail, stdout);
}

static void put_model(const struct notation *notation, uint32_t n_practices)
{
    uint32_t n_areas = (n_practices + GOALS * PRACTICES - 1) / (GOALS * PRACTICES);
    fputs(notation->head, stdout);
    for (uint32_t area = 0; area < n_areas; area++) {
        printf(notation->area_head, area, area);
        for (uint32_t goal = 0; goal < GOALS; goal++) {
            printf(notation->goal_head, goal + 1, goal + 1);
            for (uint32_t practice = 0; practice < PRACTICES; practice++)
                put_practice(notation, goal, practice, n_areas);
            fputs(notation->goal_tail, stdout);
        }
        fputs(notation->area_tail, stdout);
    }
    fputs(notation->tail, stdout);
}

/* A row for every practice, with two targets. */
static void put_mapping(uint32_t n_practices)
{
    uint32_t n_areas = (n_practices + GOALS * PRACTICES - 1) / (GOALS * PRACTICES);
    puts("\nmapping Self \"The model to itself\" {\n  from Synthetic\n  to   Synthetic\n  expect practice covered");
    for (uint32_t area = 0; area < n_areas; area++)
        for (uint32_t i = 0; i < GOALS * PRACTICES; i++) {
            printf("  A%u/SP%u.%u ->", area, i / PRACTICES + 1, i % PRACTICES + 1);
            printf(" A%u/SP%u.%u,", (area + 1) % n_areas, i / PRACTICES + 1, i % PRACTICES + 1);
            printf(" A%u/SP%u.%u\n", (area + 2) % n_areas, i / PRACTICES + 1, i % PRACTICES + 1);
        }
    puts("}");
}

static const char schema[] =
    "syntax = \"proto3\";\n"
    "message Practice { string id = 1; string title = 2; string statement = 3; repeated string related = 4; }\n"
    "message Goal { string id = 1; string title = 2; repeated Practice practice = 3; }\n"
    "message Area { string id = 1; string title = 2; repeated Goal goal = 3; }\n"
    "message Model { string id = 1; repeated Area area = 2; }\n";

int main(int argc, char **argv)
{
    if (argc == 3 && strcmp(argv[2], "proto") == 0) {
        fputs(schema, stdout);
        return 0;
    }
    if (argc == 3 && strcmp(argv[2], "mapped") == 0) {
        put_model(&notations[0], (uint32_t)strtoul(argv[1], NULL, 10));
        put_mapping((uint32_t)strtoul(argv[1], NULL, 10));
        return fflush(stdout) == 0 ? 0 : 1;
    }
    for (size_t i = 0; argc == 3 && i < sizeof notations / sizeof notations[0]; i++) {
        if (strcmp(argv[2], notations[i].name) != 0)
            continue;
        put_model(&notations[i], (uint32_t)strtoul(argv[1], NULL, 10));
        return fflush(stdout) == 0 ? 0 : 1;
    }
    fputs("usage: synth N prm|mapped|xml|txtpb|proto\n", stderr);
    return 2;
}
