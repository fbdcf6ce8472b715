#include <stddef.h>
#include <stdint.h>

// Of each password that scripts/passwords found the first eight bytes of the SHA-256 of its text, as a number: sorted, none twice.
const uint64_t *common_passwords(void);
// How many: 0 in a program that was built without them.
size_t common_password_count(void);
