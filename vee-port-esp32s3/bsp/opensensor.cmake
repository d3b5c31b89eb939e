# Adds the natives to the C project of the port: in its main/CMakeLists.txt, after the lists srcs and include_dirs and before
# idf_component_register,
#   include("${CMAKE_CURRENT_LIST_DIR}/../opensensor/opensensor.cmake")
# Pins other than those of src/pins.h: set_property(SOURCE ... COMPILE_DEFINITIONS OPENSENSOR_I2C_SDA=1), or change the header.
file(GLOB opensensor_sources "${CMAKE_CURRENT_LIST_DIR}/src/*.c")
list(APPEND srcs ${opensensor_sources})
list(APPEND include_dirs "${CMAKE_CURRENT_LIST_DIR}/src")
