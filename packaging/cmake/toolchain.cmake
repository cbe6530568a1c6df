# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# How everything is compiled: the options every target of ours shares, and what makes a build faster where it is installed.

add_library(build_options INTERFACE)
target_include_directories(build_options INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_options(build_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Woverloaded-virtual -Wextra-semi
    -Wno-missing-field-initializers # of designated initializers, which name what they set
)
target_compile_definitions(build_options INTERFACE
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
)

# Parsing Qt's headers takes half of the time of a build. The dev preset parses them for each file all the same: there a
# file that forgets an include of its own does not compile.
option(SALLYPORT_PRECOMPILE "Compile the headers of Qt and of the standard library once for each layer" OFF)
if(SALLYPORT_PRECOMPILE AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-fpch-preprocess) # for ccache, like the sloppiness
    set(sloppiness CCACHE_SLOPPINESS=pch_defines,time_macros)
endif()

# Relative paths in the cache's keys: a second checkout of the same sources compiles nothing again.
find_program(SALLYPORT_CCACHE ccache)
if(SALLYPORT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        ${sloppiness} "${SALLYPORT_CCACHE}")
endif()

# A hundred small test programs link in seconds with mold. What is shipped is linked by the platform's own linker.
find_program(SALLYPORT_MOLD mold)
if(SALLYPORT_MOLD AND NOT CMAKE_BUILD_TYPE STREQUAL "Release")
    add_link_options(-fuse-ld=mold)
endif()
