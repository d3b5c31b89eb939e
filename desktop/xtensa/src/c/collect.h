/* With -DCOLLECT_ALWAYS each allocation first collects garbage: what no frame tells of is lost then, and how much lives is known.
   The machine starts that, as the start of a compiled program does not tell of what it allocates. */
#pragma once

#ifdef COLLECT_ALWAYS
extern int collect_always;
/* Most bytes of the heap that were in use at once. */
extern int32_t live_bytes;

/* The collector goes from object to object; the rest of the chunk that is allocated from is a free one to it. */
#define COLLECT_FIRST(bytes) \
    if (collect_always) { \
        if ((char*) sfld_otr_GC_currentChunk < (char*) sfld_otr_GC_currentChunkLimit) { \
            cls_otr_FreeChunk* rest = sfld_otr_GC_currentChunk; \
            rest->fld_classReference = 0; \
            rest->fld_size = (char*) sfld_otr_GC_currentChunkLimit - (char*) sfld_otr_GC_currentChunk; \
        } \
        meth_otr_GC_collectGarbageFullImpl(bytes); \
        int32_t live = (int32_t) teavm_gc_availableBytes - sfld_otr_GC_freeMemory + bytes; \
        live_bytes = live > live_bytes ? live : live_bytes; \
    }
#else
#define COLLECT_FIRST(bytes)
#endif
