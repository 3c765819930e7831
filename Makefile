# prmc: `make` builds it and compiles models/ into generated/; `make test` runs every test; `make install` installs it.
# What is missing on Debian is installed (as root); elsewhere it is named.

VERSION := 0.1.0
PREFIX  := /usr/local

CC      := gcc
CFLAGS  := -O2 -g
# What goes into the library: of its symbols other programs see those of prm/prmc.h alone, and it ends no program.
LIBRARY_CFLAGS = $(CFLAGS) -DNDEBUG -fPIC -fvisibility=hidden
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnull-dereference \
           -Wstrict-prototypes -Wmissing-prototypes -Wvla
# flex and bison write code that does not care for these
WARN_GENERATED := $(filter-out -Wconversion -Wsign-conversion -Wnull-dereference,$(WARN)) -Wno-unused-function
CPPFLAGS := -std=c11 -D_XOPEN_SOURCE=700 -DPRMC_VERSION='"$(VERSION)"' -Isrc -Iinclude -Igrammar -Ibuild/grammar -Ibuild/embedded

# Every core is used unless -j says otherwise; V=1 shows the commands.
ifeq ($(MAKELEVEL)$(filter -j%,$(MAKEFLAGS)),0)
MAKEFLAGS += -j$(shell nproc 2>/dev/null || echo 1)
endif
step = $(if $(V),,@echo '  $(1) $@' &&)

# ---- What is needed -------------------------------------------------------------------------------

PACKAGES      := gcc libc6-dev flex bison pkg-config libmd4c-dev libjansson-dev libutf8proc-dev libxxhash-dev \
                 libgettextpo-dev
TEST_PACKAGES := libcmocka-dev g++ clang libclang-rt-dev valgrind jq libxml2-utils git gettext mandoc zsh fish
MODULES       := md4c jansson libutf8proc libxxhash
# libgettextpo has no file for pkg-config: it is where the compiler looks, or CPPFLAGS and LDFLAGS say where it is.
NO_MODULES    := gettextpo

# The missing packages of a list, by dpkg.
missing = for p in $(1); do dpkg-query -W -f='$${Status}' $$p 2>/dev/null | grep -q 'ok installed' || echo $$p; done
define require
	@if command -v dpkg-query >/dev/null; then \
	    need=$$($(call missing,$(1))); \
	    if [ -n "$$need" ] && [ $$(id -u) = 0 ]; then \
	        echo "installing $$(echo $$need)"; \
	        export DEBIAN_FRONTEND=noninteractive; \
	        apt-get -qq update && apt-get -qq install --no-install-recommends $$need >/dev/null || exit 1; \
	    elif [ -n "$$need" ]; then \
	        echo "missing packages; as root: apt-get install" $$need; exit 1; \
	    fi; \
	else \
	    for c in gcc flex bison pkg-config; do \
	        command -v $$c >/dev/null || { echo "missing: $$c; needed are $(1)"; exit 1; }; \
	    done; \
	fi
endef

# make remakes what it includes before anything else, and starts again.
ifeq ($(filter clean help,$(MAKECMDGOALS)),)
include build/config.mk
endif

build/config.mk: Makefile
	$(call require,$(PACKAGES))
	@mkdir -p build
	@pkg-config --exists --print-errors $(MODULES)
	@echo 'int main(void) { return 0; }' | $(CC) $(CPPFLAGS) $(LDFLAGS) -include gettext-po.h -x c - -o build/probe \
	    $(NO_MODULES:%=-l%) 2>build/probe.log || { echo "missing: libgettextpo (gettext-po.h)"; cat build/probe.log; exit 1; }
	@rm -f build/probe build/probe.log
	@{ echo "LIBS_CFLAGS := $$(pkg-config --cflags $(MODULES))"; \
	   echo "LIBS := $$(pkg-config --libs md4c jansson libutf8proc) $(NO_MODULES:%=-l%)"; } >$@

build/test-packages: Makefile
	$(call require,$(TEST_PACKAGES))
	@mkdir -p build && touch $@

# ---- The program ----------------------------------------------------------------------------------

SOURCES  := $(wildcard src/*/*.c src/*/*/*.c src/*/*/*/*.c)
GRAMMAR  := build/grammar/prm.lex.c build/grammar/prm.tab.c
OBJECTS   = $(SOURCES:%.c=build/$(1)/%.o) $(GRAMMAR:build/%.c=build/$(1)/%.o)
LIBRARY   = $(filter-out build/$(1)/src/cli/%,$(call OBJECTS,$(1)))
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer

.DEFAULT_GOAL := all
.PHONY: all
all: generated
	@build/prmc --version
	@tail -n 1 build/generated.log
	@echo "what was found: build/generated.log"
	@echo "open generated/guide/index.html for the guide, generated/tables/ for the C tables"

build/grammar/prm.tab.c build/grammar/prm.tab.h &: grammar/prm.y
	@mkdir -p $(@D)
	$(call step,bison) bison -Wall -Wdangling-alias -Wcounterexamples -Werror --header=build/grammar/prm.tab.h \
	    -o build/grammar/prm.tab.c $<

# A scanner that backs up is slow: the build fails on one.
build/grammar/prm.lex.c: grammar/prm.l
	@mkdir -p $(@D)
	$(call step,flex ) cd build/grammar && flex -b -o prm.lex.c ../../$<
	@grep -q 'No backing up' build/grammar/lex.backup || { cat build/grammar/lex.backup; rm $@; exit 1; }

# What the program carries in it: a file as the lines of a C array, without blanks in front and lines of comment.
EMBEDDED := $(patsubst %,build/embedded/%.inc,style.css added.css guide.js find.js hits.js tables.js cards.js examples)
.SECONDARY: $(EMBEDDED)
build/embedded/%.inc: src/emit/guide/browser/%
	@mkdir -p $(@D)
	@sed -e 's/^ *//' -e '/^$$/d' -e '/^\/\//d' -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n",/' $< >$@

# Of style sheets what browsers do not need goes as well: comments, blanks around marks, most line ends. Every page loads
# one; tests/guide/web/style.js holds what comes out against the source.
build/embedded/%.css.inc: src/emit/guide/browser/%.css Makefile
	@mkdir -p $(@D)
	@sed -e 's/^ *//' -e 's,/\*.*\*/,,' -e '/^$$/d' -e 's/\([{};,]\) */\1/g' -e 's/ *\([{}]\)/\1/g' -e 's/ > />/g' \
	    -e 's/\(^\|[{;]\)\([a-z-]*\): /\1\2:/g' -e 's/;}/}/g' -e 's/[\\"]/\\&/g' -e '/[{};,]$$/!s/$$/\\n/' -e 's/.*/"&",/' $< >$@

# The examples of the rules: `prmc explain` shows what the tests check.
build/embedded/examples.inc: tests/rules/embed src/diag/rules.def $(wildcard tests/rules/*/bad.* tests/rules/*/good.prm)
	@mkdir -p $(@D)
	@tests/rules/embed >$@

# The rules of one variant: release, sanitized, ...
define variant
build/$(1)/src/%.o: src/%.c build/config.mk | build/grammar/prm.tab.h $(EMBEDDED)
	@mkdir -p $$(@D)
	$$(call step,cc   ) $$(CC) $$(CPPFLAGS) $$(LIBS_CFLAGS) $(2) $$(WARN) $$(WERROR) -MMD -MP -c -o $$@ $$<
build/$(1)/grammar/%.o: build/grammar/%.c build/config.mk build/grammar/prm.tab.h
	@mkdir -p $$(@D)
	$$(call step,cc   ) $$(CC) $$(CPPFLAGS) $$(LIBS_CFLAGS) $(2) $$(WARN_GENERATED) $$(WERROR) -MMD -MP -c -o $$@ $$<
build/$(1)/tests/%.o: tests/%.c build/config.mk | build/grammar/prm.tab.h build/test-packages
	@mkdir -p $$(@D)
	$$(call step,cc   ) $$(CC) $$(CPPFLAGS) -Itests $$(LIBS_CFLAGS) $(2) $$(WARN) -Werror -MMD -MP -c -o $$@ $$<
build/$(1)/prmc: $$(call OBJECTS,$(1))
	$$(call step,link ) $$(CC) $(2) -o $$@ $$^ $$(LIBS)
build/$(1)/layers.a: $$(call LIBRARY,$(1))
	@rm -f $$@ && ar rcs $$@ $$^
build/$(1)/tests/unit/%: build/$(1)/tests/unit/%.o build/$(1)/tests/unit/fixture.o build/$(1)/layers.a
	$$(call step,link ) $$(CC) $(2) -o $$@ $$^ $$(LIBS) -lcmocka
-include $$(patsubst %.o,%.d,$$(call OBJECTS,$(1))) $$(wildcard build/$(1)/tests/*/*.d)
endef
$(eval $(call variant,release,$(LIBRARY_CFLAGS)))
$(eval $(call variant,sanitized,-O1 -g $(SANITIZE)))

# The program finds the models beside it: build/../models, or share/prmc/models where it is installed.
build/prmc: build/release/prmc
	@ln -f $< $@

# ---- The library ------------------------------------------------------------------------------------

# The number behind .so counts the changes that programs have to be built anew for.
SONAME := libprmc.so.0
SHARED := build/lib/libprmc.so.$(VERSION)

$(SHARED): $(call LIBRARY,release)
	@mkdir -p $(@D)
	$(call step,link ) $(CC) $(CFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,-z,defs -o $@ $^ $(LIBS)
	@ln -sf $(@F) build/lib/$(SONAME) && ln -sf $(@F) build/lib/libprmc.so

# One object, so that what is hidden can be made local: the names of the layers are free for the program.
build/lib/libprmc.a: $(call LIBRARY,release)
	@mkdir -p $(@D)
	$(call step,link ) $(LD) -r -o build/lib/prmc.o $^
	@objcopy --localize-hidden build/lib/prmc.o
	@rm -f $@ && ar rcs $@ build/lib/prmc.o

# ---- Manual pages and completions --------------------------------------------------------------------

MAN := build/man/prmc.1 build/man/prm.5 build/man/prm-tables.3 build/man/prmc.3
COMPLETIONS := build/complete/prmc.bash build/complete/prmc.zsh build/complete/prmc.fish

build/man/prmc.1: build/prmc
	@mkdir -p $(@D)
	@build/prmc help --format man >$@
build/man/prm.5: docs/man/language.awk docs/language.md Makefile
	@mkdir -p $(@D)
	@awk -v version=$(VERSION) -f docs/man/language.awk docs/language.md >$@
build/man/prm-tables.3: include/prm/tables.h
build/man/prmc.3: include/prm/prmc.h
build/man/%.3: docs/man/header.awk Makefile
	@mkdir -p $(@D)
	@awk -v version=$(VERSION) -f $< $(filter %.h,$^) >$@
build/complete/prmc.%: build/prmc
	@mkdir -p $(@D)
	@build/prmc help --format $* >$@

# ---- Installing --------------------------------------------------------------------------------------

BINDIR     := $(PREFIX)/bin
LIBDIR     := $(PREFIX)/lib
INCLUDEDIR := $(PREFIX)/include
DATADIR    := $(PREFIX)/share
MANDIR     := $(DATADIR)/man

define PC
prefix=$(PREFIX)
libdir=$(LIBDIR)
includedir=$(INCLUDEDIR)
models=$(DATADIR)/prmc/models

Name: prmc
Description: compiler for process reference models and the mappings between them
Version: $(VERSION)
Requires.private: md4c jansson libutf8proc
Libs.private: $(NO_MODULES:%=-l%) -pthread
Libs: -L$${libdir} -lprmc
Cflags: -I$${includedir}
endef

# put MODE FILES FOLDER: into DESTDIR.
define put
	@install -d '$(DESTDIR)$(3)'
	install -m $(1) $(2) '$(DESTDIR)$(3)'
endef

.PHONY: installable install install-completions uninstall
installable: build/prmc $(SHARED) build/lib/libprmc.a $(MAN) $(COMPLETIONS)

install: export PC := $(PC)
install: installable install-completions
	$(call put,755,build/prmc,$(BINDIR))
	$(call put,644,build/lib/libprmc.a $(SHARED),$(LIBDIR))
	@ln -sf $(notdir $(SHARED)) '$(DESTDIR)$(LIBDIR)/$(SONAME)'
	@ln -sf $(notdir $(SHARED)) '$(DESTDIR)$(LIBDIR)/libprmc.so'
	@install -d '$(DESTDIR)$(LIBDIR)/pkgconfig'
	@printf '%s\n' "$$PC" >'$(DESTDIR)$(LIBDIR)/pkgconfig/prmc.pc'
	$(call put,644,include/prm/tables.h include/prm/prmc.h,$(INCLUDEDIR)/prm)
	$(call put,644,$(filter %.1,$(MAN)),$(MANDIR)/man1)
	$(call put,644,$(filter %.3,$(MAN)),$(MANDIR)/man3)
	$(call put,644,$(filter %.5,$(MAN)),$(MANDIR)/man5)
	$(call put,644,docs/authoring.md docs/language.md docs/translations.md docs/publishing.md docs/formats.md,$(DATADIR)/doc/prmc)
	$(call put,644,$(wildcard docs/rules/*.md),$(DATADIR)/doc/prmc/rules)
	@install -d '$(DESTDIR)$(DATADIR)/prmc'
	cp -R models '$(DESTDIR)$(DATADIR)/prmc'

install-completions: $(COMPLETIONS)
	@install -d '$(DESTDIR)$(DATADIR)/bash-completion/completions' '$(DESTDIR)$(DATADIR)/zsh/site-functions' \
	    '$(DESTDIR)$(DATADIR)/fish/vendor_completions.d'
	install -m 644 build/complete/prmc.bash '$(DESTDIR)$(DATADIR)/bash-completion/completions/prmc'
	install -m 644 build/complete/prmc.zsh '$(DESTDIR)$(DATADIR)/zsh/site-functions/_prmc'
	install -m 644 build/complete/prmc.fish '$(DESTDIR)$(DATADIR)/fish/vendor_completions.d/prmc.fish'

# What `make install` with the same DESTDIR and PREFIX put there.
uninstall:
	cd '$(DESTDIR)$(PREFIX)' && rm -rf share/prmc share/doc/prmc && rm -f bin/prmc lib/libprmc.a lib/libprmc.so* \
	    lib/pkgconfig/prmc.pc include/prm/tables.h include/prm/prmc.h $(foreach m,$(notdir $(MAN)),share/man/man?/$(m)) \
	    share/bash-completion/completions/prmc share/zsh/site-functions/_prmc share/fish/vendor_completions.d/prmc.fish
	@rmdir '$(DESTDIR)$(INCLUDEDIR)/prm'

# What is needed to build it, as one file: what git knows, or the tree without what is built.
DIST := prmc-$(VERSION)
.PHONY: dist
dist:
	@rm -rf build/dist && mkdir -p build/dist/$(DIST)
	@if [ -e .git ]; then git ls-files; else find . -type f ! -path './build/*'; fi | sort >build/dist/files
	@tar -cf - -T build/dist/files | tar -xf - -C build/dist/$(DIST)
	@tar -C build/dist --sort=name --owner=0 --group=0 --numeric-owner --mode=u+rw,go+r \
	    --mtime="@$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct 2>/dev/null || echo 0)}" -czf build/$(DIST).tar.gz $(DIST)
	@rm -rf build/dist
	@echo build/$(DIST).tar.gz

# ---- What it makes of the customer's models ---------------------------------------------------------

SHOWN := --po models/po models/security-bolt-on.prm models/iso20000-to-cmmi-svc.prm models/iso27001-to-gp.prm models/iso27001-to-sm.prm

.PHONY: generated
generated: build/prmc
	@build/prmc build $(SHOWN) -o generated 2>build/generated.log || { cat build/generated.log; exit 1; }

# ---- Tests ------------------------------------------------------------------------------------------

# A suite is a script `tests/NAME/run PROGRAM`; tests/tools/suites runs them and sums up.
UNIT    := $(filter-out fixture,$(basename $(notdir $(wildcard tests/unit/*.c))))
SUITES  := $(filter-out unit oom fuzz,$(sort rules golden cli guide tables $(patsubst tests/%/run,%,$(wildcard tests/*/run))))
RELEASE := $(patsubst %,%=build/prmc,$(SUITES) oom fuzz)
STRICT  := $(patsubst %,%=build/prmc-sanitized,$(filter-out docs generated install consumer libprmc,$(SUITES)) fuzz)

unit_tests = $(UNIT:%=build/$(1)/tests/unit/%)
.SECONDARY: $(foreach v,release sanitized,$(UNIT:%=build/$(v)/tests/unit/%.o) build/$(v)/tests/unit/fixture.o)

build/prmc-sanitized: build/sanitized/prmc
	@ln -f $< $@
build/release/tests/oom/fault.so: tests/oom/fault.c build/config.mk | build/test-packages
	@mkdir -p $(@D)
	$(call step,link ) $(CC) -std=c11 $(CFLAGS) $(WARN) -Werror -shared -fPIC -o $@ $< -ldl
build/release/tests/oom/drive build/release/tests/fuzz/mutate: %: %.o
	$(call step,link ) $(CC) $(CFLAGS) -o $@ $^
build/sanitized/tests/libprmc/fuzz: build/sanitized/tests/libprmc/fuzz.o build/sanitized/layers.a
	$(call step,link ) $(CC) $(SANITIZE) -o $@ $^ $(LIBS)

.PHONY: test unit oom fuzz lint
test unit oom fuzz: WERROR := -Werror
test: export ASAN_OPTIONS := detect_leaks=1:abort_on_error=1
test: build/test-packages installable build/prmc build/prmc-sanitized $(call unit_tests,release) $(call unit_tests,sanitized) \
      build/release/tests/oom/fault.so build/release/tests/oom/drive build/release/tests/fuzz/mutate build/sanitized/tests/libprmc/fuzz
	@tests/tools/suites unit=build/release $(RELEASE) unit=build/sanitized $(STRICT)
unit: build/test-packages $(call unit_tests,release)
	@tests/tools/suites unit=build/release
oom: build/test-packages build/prmc build/release/tests/oom/fault.so build/release/tests/oom/drive
	@tests/tools/suites oom=build/prmc
fuzz: build/test-packages build/prmc build/prmc-sanitized build/release/tests/fuzz/mutate
	@FUZZ_ALL=1 tests/tools/suites fuzz=build/prmc fuzz=build/prmc-sanitized
# How the sources look: layers, lengths, comments; tests/known-lint lists what is known.
lint:
	@tests/tools/lint

# ---- Pictures of the guide ----------------------------------------------------------------------------

# Ten pages of the whole library, to be looked at: needs Chromium and `npm install` in tests/guide/web.
.PHONY: guide-shots
guide-shots: build/prmc
	@build/prmc guide --po models/po models/*.prm -o build/shots/guide 2>build/shots.log || { cat build/shots.log; exit 1; }
	@cd tests/guide/web && node shots.js $(CURDIR)/build/shots/guide $(CURDIR)/build/shots

# ---- The pages of the rules -------------------------------------------------------------------------

# What is found in the examples is part of the program: it is asked first, and built anew with the answers.
.PHONY: docs
docs: build/prmc
	@tests/rules/find build/prmc
	@$(MAKE) --no-print-directory build/prmc
	@tests/docs/write build/prmc docs/rules

.PHONY: clean
clean:
	rm -rf build

# ---- The benchmark ----------------------------------------------------------------------------------

build/bench/synth build/bench/rewrite build/bench/best: build/bench/%: tests/bench/%.c build/config.mk
	@mkdir -p $(@D)
	$(call step,link ) $(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) -o $@ $<

build/bench/bench build/bench/algebra build/bench/hash: build/bench/%: build/release/tests/bench/%.o $(call LIBRARY,release)
	@mkdir -p $(@D)
	$(call step,link ) $(CC) $(CFLAGS) -o $@ $^ $(LIBS)

.PHONY: bench bench-tables
bench-tables: build/prmc build/bench/hash
	$(call require,gperf libglib2.0-dev libsqlite3-dev jq python3)
	@tests/bench/tables build/prmc build/bench/hash
bench: build/bench/bench build/bench/algebra build/bench/synth build/bench/rewrite build/bench/best build/prmc
	@build/bench/bench build/prmc build/bench/synth build/bench
	@build/bench/algebra build/bench
	@tests/bench/guide build/prmc build/bench
	@if [ -d tests/guide/web/node_modules ]; then node tests/guide/web/bench.js build/prmc build/bench; \
	else echo "skipped: search (cd tests/guide/web && npm install)"; fi
