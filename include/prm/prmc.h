#ifndef INCLUDED_PRM_PRMC
#define INCLUDED_PRM_PRMC

#include <stddef.h>
#include <stdint.h>

#include "prm/tables.h"

/* The compiler as a library: link with `pkg-config --cflags --libs prmc`. C99 and C++.

       struct prmc *c = prmc_open();
       prmc_use_models(c, "/usr/share/prmc/models");
       if (prmc_read(c, "security-bolt-on.prm") != PRMC_OK || prmc_check(c) != PRMC_OK)
           fprintf(stderr, "%s\n", prmc_problem(c));
       for (size_t i = 0; i < prmc_findings(c).n; i++)
           puts(prmc_findings(c).at[i].message);
       prmc_write(c, PRMC_GUIDE, "guide");
       prmc_close(c);

   A session goes one way: choices, then reading, then prmc_check(), then what was asked for; a step that
   comes too early or too late is PRMC_MISUSE. Sessions share nothing: each may have a thread of its own, and
   one session belongs to one thread at a time. The library prints nothing, never ends the program, and keeps no state
   outside of sessions. All that a session gives belongs to it and lives until prmc_close(). Strings are UTF-8, end with
   NUL and are never NULL, unless it says so. Paths are those of the process: relative ones begin in its working folder
   as it is at prmc_open(). */

#if defined(__GNUC__)
#define PRMC_API __attribute__((visibility("default")))
#else
#define PRMC_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What a call comes to. */
enum prmc_status {
    PRMC_OK,
    PRMC_MISUSE,     /* not now, or not with these arguments: prmc_problem() says why */
    PRMC_UNREADABLE, /* a file that was named cannot be read; the session is as before */
    PRMC_UNWRITABLE, /* something cannot be written; everything is as it was */
    PRMC_HAS_ERRORS, /* errors were found: there is nothing to give */
    PRMC_NO_MEMORY   /* the session is of no more use but for prmc_problem() and prmc_close() */
};

/* How severe a finding is, how strict a session is, and which rules are on: see prmc(1). */
enum prmc_severity { PRMC_OFF, PRMC_INFO, PRMC_WARNING, PRMC_ERROR };
enum prmc_stage { PRMC_DRAFT, PRMC_REVIEW, PRMC_RELEASE };
enum prmc_preset { PRMC_CORE, PRMC_RECOMMENDED, PRMC_STRICT };

/* A session. */
struct prmc;

/* The version of the library: "0.1.0". */
PRMC_API const char *prmc_version(void);

/* A new session, NULL if there is no memory. To be ended with prmc_close(), which takes NULL, too. */
PRMC_API struct prmc *prmc_open(void);
PRMC_API void prmc_close(struct prmc *c);

/* Why the last call did not return PRMC_OK, a sentence; empty if it did. Valid until the next call. */
PRMC_API const char *prmc_problem(const struct prmc *c);

/* ---- Choices ---- */

/* A folder in which imports are looked up after that of the importing file, as by -I. */
PRMC_API enum prmc_status prmc_use_folder(struct prmc *c, const char *folder);

/* The folder of the models that come with prmc: `pkg-config --variable=models prmc` names it. Messages do not. To be
   called after prmc_use_folder(), which goes before it. Without it imports find no installed models, and the rules
   about words have no words to go by. */
PRMC_API enum prmc_status prmc_use_models(struct prmc *c, const char *folder);

/* A folder of translations, one PO file for each language, as by --po; they are read by prmc_check(). Here alone the
   rule that nothing ends the program has an exception: libgettextpo, which reads them, does so when it has no memory.
 */
PRMC_API enum prmc_status prmc_use_translations(struct prmc *c, const char *folder);

/* How strict to be; PRMC_DRAFT and PRMC_RECOMMENDED if this is not called. */
PRMC_API enum prmc_status prmc_set_stage(struct prmc *c, enum prmc_stage stage);
PRMC_API enum prmc_status prmc_set_preset(struct prmc *c, enum prmc_preset preset);

/* The severity of a rule, by its name, its code, the beginning of its code, its group or its preset; the last
   call counts. PRMC_MISUSE if there is no such rule, or it may not be silenced. */
PRMC_API enum prmc_status prmc_set_level(struct prmc *c, const char *rule, enum prmc_severity severity);

/* Where the guide will be, where this version of it stays, and where the working folder can be read, as by --base-url,
   --permalink and --source-url: addresses of folders, the last also with "{path}" and "{line}". PRMC_MISUSE if it is
   none. May be called at any time before prmc_write(); the last call counts. */
PRMC_API enum prmc_status prmc_set_base_url(struct prmc *c, const char *url);
PRMC_API enum prmc_status prmc_set_permalink(struct prmc *c, const char *url);
PRMC_API enum prmc_status prmc_set_source_url(struct prmc *c, const char *url);

/* The earlier state that the guide says the changes since, as by --since: a document as prmc_print() gives it for
   PRMC_MODEL_JSON, or a folder that prmc_write() wrote. At any time, too. PRMC_UNREADABLE if it is neither. */
PRMC_API enum prmc_status prmc_compare_with(struct prmc *c, const char *path);

/* ---- Reading ---- */

/* Says what is in the file `name`, whatever lies on the disk and even if nothing does: when it is read or imported,
   these n bytes are what is found. They are copied. For what an editor has not saved yet, and for models that are no
   files. May be called at any time before the file is read; the last call counts. */
PRMC_API enum prmc_status prmc_hold(struct prmc *c, const char *name, const void *bytes, size_t n);

/* Reads a file with all that it imports. What is wrong in it, or with its imports, are findings. */
PRMC_API enum prmc_status prmc_read(struct prmc *c, const char *name);

/* Resolves and checks what was read. PRMC_OK whatever is found. */
PRMC_API enum prmc_status prmc_check(struct prmc *c);

/* ---- Findings ---- */

/* A place in a source. Lines and columns count from 1, columns in code points; offsets count bytes from 0. */
struct prmc_place {
    const char *file; /* as it was named, seen from the working folder */
    uint32_t line, column, end_line, end_column;
    uint32_t utf16_column, utf16_end_column; /* columns in units of UTF-16, as editors count */
    uint32_t byte, byte_end;
};

/* A sentence that explains a finding; a label has a place, others have one whose file is NULL. */
struct prmc_remark {
    const char *message;
    struct prmc_place place;
};

struct prmc_remark_list {
    const struct prmc_remark *at;
    size_t n;
};

/* Replaces what stands at a place by a text. */
struct prmc_edit {
    struct prmc_place place;
    const char *text;
};

/* A change that mends the finding: all of its edits or none. */
struct prmc_fix {
    const char *title;
    const char *safety; /* "safe", "unsafe", "placeholder" or "display", as in `prmc check --format json` */
    const struct prmc_edit *edits;
    size_t n_edits;
};

/* What was found at a place, with what explains it. */
struct prmc_finding {
    enum prmc_severity severity;
    const char *code, *rule; /* "PRM0317", "missing-statement" */
    const char *message;
    const char *element; /* what it is about: "CMMI-SVC:PP/SP1.1"; empty if unknown */
    struct prmc_place place;
    struct prmc_remark_list labels, notes, helps;
    const struct prmc_fix *fixes;
    size_t n_fixes;
};

struct prmc_finding_list {
    const struct prmc_finding *at; /* by place */
    size_t n;
};

/* What was found; nothing before prmc_check(). */
PRMC_API struct prmc_finding_list prmc_findings(const struct prmc *c);

/* How many findings have this severity. */
PRMC_API size_t prmc_count(const struct prmc *c, enum prmc_severity severity);

/* ---- Models ---- */

/* The number of models, of mappings and of profiles that were read, in the order of reading; 0 while there are errors.
 */
PRMC_API size_t prmc_model_count(const struct prmc *c);
PRMC_API size_t prmc_mapping_count(const struct prmc *c);
PRMC_API size_t prmc_profile_count(const struct prmc *c);

/* The i-th of them as `prmc tables` writes it, to be read with the functions of prm/tables.h: prmc_model(c, 0, &m),
   then prm_find(m, "PP/SP1.1"). A bolt-on is one model with its base. PRMC_HAS_ERRORS while there are errors,
   PRMC_MISUSE if there is no i-th. */
PRMC_API enum prmc_status prmc_model(struct prmc *c, size_t i, const struct prm_model **model);
PRMC_API enum prmc_status prmc_mapping(struct prmc *c, size_t i, const struct prm_mapping **mapping);
PRMC_API enum prmc_status prmc_profile(struct prmc *c, size_t i, const struct prm_profile **profile);

/* ---- Back ends ---- */

/* Sets of these bits; their files are those of `prmc tables`, `prmc guide` and `prmc export json`. PRMC_PORTABLE goes
   with tables, for compilers that limit how long a string literal is. */
enum prmc_output { PRMC_TABLES = 1, PRMC_GUIDE = 2, PRMC_JSON = 4, PRMC_PORTABLE = 8 };

/* Writes into a folder, all files or none: PRMC_UNWRITABLE if one cannot be. Several outputs have a folder each in it,
   as with `prmc build`. */
PRMC_API enum prmc_status prmc_write(struct prmc *c, unsigned outputs, const char *folder);

/* A file that was made and not written. */
struct prmc_file {
    const char *name; /* below the folder where it would lie */
    const char *bytes;
    size_t n;
};

struct prmc_file_list {
    const struct prmc_file *at;
    size_t n;
};

/* The same in memory. */
PRMC_API enum prmc_status prmc_make(struct prmc *c, unsigned outputs, struct prmc_file_list *files);

/* ---- Sources ---- */

/* What fixes do: nothing that could change what is meant, or also what somebody should look at. */
enum prmc_safety { PRMC_SAFE, PRMC_UNSAFE };

/* The files that were read by their names, with the fixes of the findings in them; those that do not change, and those
   that are only imported, are left out. Of fixes that overlap the first counts, so that another session over the
   result may find more. Can be had while there are errors; a file with an error of syntax that no fix mends is left
   alone. Its name is as prmc_place has it. */
PRMC_API enum prmc_status prmc_apply_fixes(struct prmc *c, enum prmc_safety most, struct prmc_file_list *files);

/* The same, written to their places: all files or none, PRMC_UNWRITABLE if one cannot be. What was said by prmc_hold()
   is written, too. The session stays as it is. */
PRMC_API enum prmc_status prmc_write_fixes(struct prmc *c, enum prmc_safety most);

/* Puts n bytes of source into the one layout, at any time and whatever was read. PRMC_HAS_ERRORS if their syntax is
   wrong, and prmc_problem() says where. On success *text is n_text bytes and a NUL. */
PRMC_API enum prmc_status prmc_format(struct prmc *c, const void *bytes, size_t n, const char **text, size_t *n_text);

/* ---- Documents ---- */

/* What the command line prints. */
enum prmc_document {
    PRMC_FINDINGS_TEXT,
    PRMC_FINDINGS_JSON,
    PRMC_FINDINGS_SARIF,
    PRMC_MODEL_JSON,
    PRMC_COVERAGE_TEXT,
    PRMC_COVERAGE_JSON,
    PRMC_COVERAGE_CSV,
    PRMC_FINDINGS_SHORT,
    PRMC_FINDINGS_JSONL,
    PRMC_FINDINGS_GITHUB,
    PRMC_FINDINGS_JUNIT, /* errors fail */
    PRMC_TRACE_TEXT,     /* from here on: about something, see prmc_print_about() */
    PRMC_TRACE_JSON,
    PRMC_SKELETON
};

/* One of them, as n bytes and a NUL; findings can be had while there are errors, the others cannot. */
PRMC_API enum prmc_status prmc_print(struct prmc *c, enum prmc_document document, const char **text, size_t *n);

/* One that is about something: a trace is about a component, "CMMI-SVC:PP/SP1.1" or as much of that as is clear, and
   `to` is NULL; a skeleton is of a mapping from a model to another, and imports them as a file in the working folder
   does. PRMC_MISUSE if there is no such component or model, and prmc_problem() says what there is. */
PRMC_API enum prmc_status prmc_print_about(struct prmc *c, enum prmc_document document, const char *about,
                                           const char *to, const char **text, size_t *n);

#ifdef __cplusplus
}
#endif

#endif
