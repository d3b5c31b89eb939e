/* Stand-in for the header that MicroEJ generates: the types and functions that the natives use. */
#ifndef SNI_H
#define SNI_H

#include <stdint.h>

typedef int8_t jbyte;
typedef uint8_t jboolean;
typedef uint16_t jchar;
typedef int16_t jshort;
typedef int32_t jint;
typedef int64_t jlong;
typedef float jfloat;
typedef double jdouble;

#define SNI_OK 0
#define SNI_ERROR (-1)
#define SNI_IGNORED_RETURNED_VALUE (0)

typedef void (*SNI_callback)(void);

int32_t SNI_getArrayLength(void *array);
int32_t SNI_throwNativeException(int32_t errorCode, const char *message);
int32_t SNI_throwNativeIOException(int32_t errorCode, const char *message);
int32_t SNI_suspendCurrentJavaThreadWithCallback(int64_t timeout, SNI_callback callback, void *argument);

#endif
