# prmc: `make` builds it and compiles models/ into generated/; `make test` runs every test.
# What is missing on Debian is installed (as root); elsewhere it is named.

VERSION := 0.1.0
PREFIX  := /usr/local

CC      := gcc
CFLAGS  := -O2 -g
WARN    := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnull-dereference \
           -Wstrict-prototypes -Wmissing-prototypes -Wvla
# flex and bison write code that does not care for these
WARN_GENERATED := $(filter-out -Wconversion -Wsign-conversion -Wnull-dereference,$(WARN)) -Wno-unused-function
CPPFLAGS := -std=c11 -D_XOPEN_SOURCE=700 -DPRMC_VERSION='"$(VERSION)"' -Isrc -Iinclude -Igrammar -Ibuild/grammar -Ibuild/embedded

# ---- What is needed -------------------------------------------------------------------------------

PACKAGES      := gcc libc6-dev flex bison pkg-config libmd4c-dev libjansson-dev libutf8proc-dev libxxhash-dev \
                 libgettextpo-dev
TEST_PACKAGES := libcmocka-dev g++ clang libclang-rt-dev valgrind jq libxml2-utils git gettext
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
	bison -Wall -Wdangling-alias -Wcounterexamples -Werror --header=build/grammar/prm.tab.h \
	    -o build/grammar/prm.tab.c $<

# A scanner that backs up is slow: the build fails on one.
build/grammar/prm.lex.c: grammar/prm.l
	@mkdir -p $(@D)
	cd build/grammar && flex -b -o prm.lex.c ../../$<
	@grep -q 'No backing up' build/grammar/lex.backup || { cat build/grammar/lex.backup; rm $@; exit 1; }

# What the program carries in it: a file as the lines of a C array, without blanks in front.
EMBEDDED := build/embedded/style.css.inc build/embedded/examples.inc
.SECONDARY: $(EMBEDDED)
build/embedded/%.inc: src/emit/guide/%
	@mkdir -p $(@D)
	sed -e 's/^ *//' -e '/^$$/d' -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n",/' $< >$@

# The examples of the rules: `prmc explain` shows what the tests check.
build/embedded/examples.inc: tests/rules/embed src/diag/rules.def $(wildcard tests/rules/*/bad.* tests/rules/*/good.prm)
	@mkdir -p $(@D)
	@tests/rules/embed >$@

# The rules of one variant: release, sanitized, ...
define variant
build/$(1)/src/%.o: src/%.c build/config.mk | build/grammar/prm.tab.h $(EMBEDDED)
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) $$(LIBS_CFLAGS) $(2) $$(WARN) $$(WERROR) -MMD -MP -c -o $$@ $$<
build/$(1)/grammar/%.o: build/grammar/%.c build/config.mk build/grammar/prm.tab.h
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) $$(LIBS_CFLAGS) $(2) $$(WARN_GENERATED) $$(WERROR) -MMD -MP -c -o $$@ $$<
build/$(1)/tests/%.o: tests/%.c build/config.mk | build/grammar/prm.tab.h build/test-packages
	@mkdir -p $$(@D)
	$$(CC) $$(CPPFLAGS) -Itests $$(LIBS_CFLAGS) $(2) $$(WARN) -Werror -MMD -MP -c -o $$@ $$<
build/$(1)/prmc: $$(call OBJECTS,$(1))
	$$(CC) $(2) -o $$@ $$^ $$(LIBS)
build/$(1)/libprmc.a: $$(call LIBRARY,$(1))
	@rm -f $$@ && ar rcs $$@ $$^
build/$(1)/tests/unit/%: build/$(1)/tests/unit/%.o build/$(1)/tests/unit/fixture.o build/$(1)/libprmc.a
	@$$(CC) $(2) -o $$@ $$^ $$(LIBS) -lcmocka
-include $$(patsubst %.o,%.d,$$(call OBJECTS,$(1))) $$(wildcard build/$(1)/tests/*/*.d)
endef
$(eval $(call variant,release,$(CFLAGS)))
$(eval $(call variant,sanitized,-O1 -g $(SANITIZE)))

# The program finds the models beside it: build/../models, or share/prmc/models where it is installed.
build/prmc: build/release/prmc
	@ln -f $< $@

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
STRICT  := $(patsubst %,%=build/prmc-sanitized,$(filter-out docs generated,$(SUITES)) fuzz)

unit_tests = $(UNIT:%=build/$(1)/tests/unit/%)

build/prmc-sanitized: build/sanitized/prmc
	@ln -f $< $@
build/release/tests/oom/fault.so: tests/oom/fault.c build/config.mk | build/test-packages
	@mkdir -p $(@D)
	$(CC) -std=c11 $(CFLAGS) $(WARN) -Werror -shared -fPIC -o $@ $< -ldl
build/release/tests/oom/drive build/release/tests/fuzz/mutate: %: %.o
	$(CC) $(CFLAGS) -o $@ $^

.PHONY: test unit oom fuzz lint
test unit oom fuzz: WERROR := -Werror
test: export ASAN_OPTIONS := detect_leaks=1:abort_on_error=1
test: build/test-packages build/prmc build/prmc-sanitized $(call unit_tests,release) $(call unit_tests,sanitized) \
      build/release/tests/oom/fault.so build/release/tests/oom/drive build/release/tests/fuzz/mutate
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

build/bench/synth: tests/bench/synth.c build/config.mk
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) $(WARN) -o $@ $<

build/bench/bench build/bench/algebra: build/bench/%: build/release/tests/bench/%.o $(call LIBRARY,release)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -o $@ $^ $(LIBS)

.PHONY: bench
bench: build/bench/bench build/bench/algebra build/bench/synth build/prmc
	@build/bench/bench build/prmc build/bench/synth build/bench
	@build/bench/algebra build/bench
