/* With -DCOLLECT_ALWAYS each allocation first collects garbage: what no frame tells of is lost then. The machine starts that,
   as the start of a compiled program does not tell of what it allocates. */
#pragma once

#ifdef COLLECT_ALWAYS
extern int collect_always;

/* The collector goes from object to object; the rest of the chunk that is allocated from is a free one to it. */
#define COLLECT_FIRST(bytes) \
    if (collect_always) { \
        if ((char*) sfld_otr_GC_currentChunk < (char*) sfld_otr_GC_currentChunkLimit) { \
            cls_otr_FreeChunk* rest = sfld_otr_GC_currentChunk; \
            rest->fld_classReference = 0; \
            rest->fld_size = (char*) sfld_otr_GC_currentChunkLimit - (char*) sfld_otr_GC_currentChunk; \
        } \
        meth_otr_GC_collectGarbageFullImpl(bytes); \
    }
#else
#define COLLECT_FIRST(bytes)
#endif
