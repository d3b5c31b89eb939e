# Adds the natives to the C project of the port. Included by its main/CMakeLists.txt, after the lists srcs and
# include_dirs and before idf_component_register. Other pins: change src/pins.h, or define its macros for the sources.
file(GLOB opensensor_sources "${CMAKE_CURRENT_LIST_DIR}/src/*.c")
list(APPEND srcs ${opensensor_sources})
list(APPEND include_dirs "${CMAKE_CURRENT_LIST_DIR}/src")
