# One line each: scripts/ does the work. make serve ARGS="--port 9000"
.PHONY: serve test check build bench fuzz docs release package

serve: ; @scripts/serve $(ARGS)
test: ; @scripts/test $(ARGS)
check: ; @scripts/check
build: ; @scripts/build
bench: ; @scripts/bench
fuzz: ; @scripts/fuzz $(ARGS)
docs: ; @scripts/docs
release: ; @scripts/release
package: ; @scripts/package
