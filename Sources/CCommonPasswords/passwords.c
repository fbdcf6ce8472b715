#include "CCommonPasswords.h"

// What scripts/passwords makes. It touches this file, as nothing else tells a build of a file that was not there before.
#if __has_include("../../.build-passwords/numbers.h")
static const uint64_t numbers[] = {
#include "../../.build-passwords/numbers.h"
};
static const size_t count = sizeof numbers / sizeof *numbers;
#else
static const uint64_t numbers[] = {0};
static const size_t count = 0;
#endif

const uint64_t *common_passwords(void) { return numbers; }
size_t common_password_count(void) { return count; }
