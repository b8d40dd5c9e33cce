# congress_ext: facts from Vietnamese news articles about congresses, as rows
#
#	make			the shared object and the install script
#	make install	install them for the server of PG_CONFIG
#	make installcheck	regression tests against a running server
#	make test		everything that is tested, with a server of its own
#	make demo		a private server with example articles and their facts
#	make demo-stop	stop it and take it away
#	make bench		how fast it is, next to what one would use otherwise
#	make rules-report	how often each rule reads something, and is right
#	make unit, asan	the tests that need no server; under ASan and UBSan
#	make layercheck	the layers of src/ include only what stands to their left
#	make indent		format the sources with pg_bsd_indent
#
# The library (libcongress.a) is plain C and is built by rules of this file;
# the shared object around it by PGXS.  Everything that is generated goes to
# build/, but for the shared object and the install script, which PGXS wants
# where they are.

EXTENSION = congress_ext
EXTVERSION = 0.1
MODULE_big = congress_ext

PG_CONFIG ?= pg_config
WERROR = -Werror

.DEFAULT_GOAL := all

# ---- the library -------------------------------------------------------------

LAYERS = text lexis lexicon grammar facts
GEN = build/gen

LIB_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -O2 -g -Wall -Wextra $(WERROR) \
	-fPIC -fvisibility=hidden -I$(GEN)
ASAN_CFLAGS = -std=c11 -D_POSIX_C_SOURCE=200809L -O1 -g -Wall -Wextra $(WERROR) \
	-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -I$(GEN)
LIB_LIBS = -licuuc

layer_objects = $(patsubst src/%.c,build/lib/%.o,$(wildcard src/$(1)/*.c))

LIB_OBJECTS = $(foreach layer,$(LAYERS),$(call layer_objects,$(layer)))
GEN_OBJECTS = build/lib/gen/lexicon_data.o build/lib/gen/rules_data.o
ASAN_OBJECTS = $(patsubst build/lib/%,build/asan/%,$(LIB_OBJECTS) $(GEN_OBJECTS))

build/libcongress.a: $(LIB_OBJECTS) $(GEN_OBJECTS)
build/asan/libcongress.a: $(ASAN_OBJECTS)
build/libcongress.a build/asan/libcongress.a:
	rm -f $@
	$(AR) rcs $@ $^

build/lib/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(LIB_CFLAGS) -MMD -MP -c -o $@ $<
build/lib/gen/%.o: $(GEN)/%.c
	@mkdir -p $(@D)
	$(CC) $(LIB_CFLAGS) -MMD -MP -c -o $@ $<
build/asan/%.o: src/%.c
	@mkdir -p $(@D)
	$(CC) $(ASAN_CFLAGS) -MMD -MP -c -o $@ $<
build/asan/gen/%.o: $(GEN)/%.c
	@mkdir -p $(@D)
	$(CC) $(ASAN_CFLAGS) -MMD -MP -c -o $@ $<

# The tables.  Each program is linked with the layers whose normalizer,
# tokenizer or look-up it shares with the run time, so they are made in stages:
# text, words of lexis and spellings, lexis, word lists, lexicon, rules, grammar.

LEXICON_DATA = $(GEN)/lexicon_data.c $(GEN)/lexicon_classes.h
RULES_DATA = $(GEN)/rules_data.c

flavour_objects = $(patsubst src/%.c,build/lib/%.o,$(wildcard src/$(1)/*.c)) \
	$(patsubst src/%.c,build/asan/%.o,$(wildcard src/$(1)/*.c))
$(call flavour_objects,lexis): | $(GEN)/lexis_words.h $(GEN)/lexis_spellings.h
$(call flavour_objects,lexicon) $(call flavour_objects,grammar): | $(LEXICON_DATA)
$(call flavour_objects,facts): | $(LEXICON_DATA) $(GEN)/facts_words.h

# the charsets are a part of the text layer, so their program has only what decodes UTF-8
build/lib/text/charset.o build/asan/text/charset.o: | $(GEN)/text_charsets.h
build/tools/chargen.a: build/lib/text/utf8.o
build/tools/symgen.a build/tools/spellgen.a: $(call layer_objects,text)
build/tools/lexgen.a: $(call layer_objects,text) $(call layer_objects,lexis)
build/tools/rulegen.a: $(call layer_objects,text) $(call layer_objects,lexis) \
	$(call layer_objects,lexicon) build/lib/gen/lexicon_data.o $(call layer_objects,grammar)
build/tools/%.a:
	@mkdir -p $(@D)
	rm -f $@
	$(AR) rcs $@ $^
build/tools/%: build/lib/tools/%.o build/tools/%.a
	$(CC) $(LIB_CFLAGS) -o $@ $^ $(LIB_LIBS)

$(GEN)/text_charsets.h: src/text/charsets.tsv build/tools/chargen
	@mkdir -p $(GEN)
	build/tools/chargen $< >$@
$(GEN)/%_words.h: src/%/words.tsv build/tools/symgen
	@mkdir -p $(GEN)
	build/tools/symgen $< >$@
$(GEN)/lexis_spellings.h: build/tools/spellgen $(wildcard src/lexicon/*.tsv src/*/words.tsv src/grammar/*.rules)
	@mkdir -p $(GEN)
	build/tools/spellgen $(filter %.tsv %.rules,$^) >$@
$(LEXICON_DATA) &: build/tools/lexgen $(wildcard src/lexicon/*.tsv)
	@mkdir -p $(GEN)
	build/tools/lexgen $(GEN) $(filter %.tsv,$^)
# the mentions come first: the relations are about them
RULES = src/grammar/mentions.rules $(filter-out src/grammar/mentions.rules,$(wildcard src/grammar/*.rules))
$(RULES_DATA): build/tools/rulegen $(RULES)
	@mkdir -p $(GEN)
	build/tools/rulegen $(GEN) $(filter %.rules,$^)

# The version of the grammar is a hash of all that decides what is read.
GRAMMAR_SOURCES = $(sort $(wildcard $(foreach layer,$(LAYERS),src/$(layer)/*.[ch] src/$(layer)/*.tsv src/$(layer)/*.rules)) \
	$(wildcard src/tools/*.c))
$(GEN)/grammar_version.h: $(GRAMMAR_SOURCES) Makefile
	@mkdir -p $(GEN)
	@hash=$$(cat $(GRAMMAR_SOURCES) | sha256sum | cut -c 1-8) && \
		echo "#define CX_GRAMMAR_VERSION \"$(EXTVERSION)+$$hash\"" >$@

.SECONDARY:
.DELETE_ON_ERROR:

# ---- tests without a server --------------------------------------------------------

UNIT_TESTS = $(patsubst test/unit/%.c,build/asan/unit/%,$(wildcard test/unit/test_*.c))
FUZZ_REPLAYS = $(patsubst test/fuzz/%.c,build/asan/fuzz/%,$(wildcard test/fuzz/fuzz_*.c))

build/asan/unit/%: test/unit/%.c build/asan/libcongress.a
	@mkdir -p $(@D)
	$(CC) $(ASAN_CFLAGS) -MMD -MP -o $@ $< build/asan/libcongress.a $(LIB_LIBS) -licui18n -lcmocka
build/unit/%: test/unit/%.c build/libcongress.a
	@mkdir -p $(@D)
	$(CC) $(LIB_CFLAGS) -MMD -MP -o $@ $< build/libcongress.a $(LIB_LIBS) -licui18n -lcmocka
build/asan/fuzz/%: test/fuzz/%.c test/fuzz/replay_main.c build/asan/libcongress.a
	@mkdir -p $(@D)
	$(CC) $(ASAN_CFLAGS) -o $@ test/fuzz/$*.c test/fuzz/replay_main.c build/asan/libcongress.a $(LIB_LIBS)

.PHONY: unit asan asan-build layercheck
unit: $(patsubst build/asan/%,build/%,$(UNIT_TESTS))
	@scripts/offline $^
asan-build: $(UNIT_TESTS) $(FUZZ_REPLAYS)
asan: asan-build
	@scripts/offline $(UNIT_TESTS) $(FUZZ_REPLAYS)
layercheck:
	@scripts/layercheck

# ---- tests and demo with a server of their own; these install what they need -----------

.PHONY: test demo demo-stop bench rules-report
test:
	@scripts/packages test
	@test/run
demo:
	@scripts/packages build
	@scripts/demo
demo-stop:
	@scripts/server stop demo
bench:
	@scripts/packages bench
	@test/bench/run
rules-report:
	@scripts/packages ci
	@test/report

# ---- the extension, by PGXS ----------------------------------------------------------------

PG_OBJECTS = $(patsubst src/%.c,build/%.o,$(wildcard src/pg/*.c))
OBJS = $(PG_OBJECTS)
SHLIB_LINK = build/libcongress.a $(LIB_LIBS)

# the parts of the install script, in this order
SQL_PARTS = src/pg/lexis.sql src/pg/facts.sql src/pg/normalize.sql src/pg/charset.sql \
	src/pg/fold.sql src/pg/vntext.sql src/pg/name.sql src/pg/dictionary.sql src/pg/pipeline.sql \
	src/pg/province.sql src/pg/pipeline_views.sql
INSTALL_SQL = sql/install/$(EXTENSION)--$(EXTVERSION).sql
DATA_built = $(INSTALL_SQL)
DATA = $(filter-out $(INSTALL_SQL),$(wildcard sql/install/*.sql))

REGRESS = $(patsubst sql/%.sql,%,$(sort $(wildcard sql/*.sql)))
REGRESS_OPTS = --encoding=UTF8 --load-extension=$(EXTENSION)
EXTRA_CLEAN = build/lib build/asan build/bench-profile build/unit build/tools build/gen build/pg build/libcongress.a

# bitcode is of no use: the planner cannot inline a C function that returns sets
override with_llvm = no

PGXS := $(shell $(PG_CONFIG) --pgxs 2>/dev/null)
ifneq ($(wildcard $(PGXS)),)
include $(PGXS)
else
.PHONY: all install installcheck clean
all install installcheck:
	@echo 'The files of PostgreSQL for building extensions are missing; "scripts/packages build" installs them.' >&2
	@exit 1
clean:
	rm -rf $(EXTRA_CLEAN) $(DATA_built)
endif

# CFLAGS are those of the server, which may have been built with another compiler
build/pg/%.o: src/pg/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Wextra -Wno-unused-parameter $(WERROR) \
		-Wno-unknown-warning-option -Wno-ignored-optimization-argument -fPIC -fvisibility=hidden \
		-I$(GEN) $(subst -I$(includedir_server),-isystem $(includedir_server),$(CPPFLAGS)) -MMD -MP -c -o $@ $<
$(PG_OBJECTS): | $(LEXICON_DATA) $(GEN)/grammar_version.h
build/pg/pipeline.o: $(GEN)/grammar_version.h
congress_ext.so: build/libcongress.a

$(INSTALL_SQL): $(SQL_PARTS) Makefile
	@mkdir -p $(@D)
	{ printf '%s\n\n' '\echo Use "CREATE EXTENSION $(EXTENSION)" to load this file. \quit'; cat $(SQL_PARTS); } >$@

.PHONY: indent
indent:
	@scripts/indent

-include $(wildcard build/lib/*/*.d build/asan/*/*.d build/unit/*.d build/pg/*.d)
