#include <stddef.h>
#include <qpdf/qpdf-c.h>
