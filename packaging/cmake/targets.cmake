# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# One function per kind of target, so that a layer is one line in its folder and a new file needs no line at all.

# sallyport_library(NAME FOLDERS folder... [RECURSE] [VALUES_ONLY] [PRECOMPILE header...] [PUBLIC lib...] [PRIVATE lib...])
# A static library of the .cpp files in the folders (below the folders too with RECURSE). What stands under PRIVATE is
# linked, but a layer above cannot include its headers: that is how the layers are kept apart.
# With VALUES_ONLY there is no moc: a QObject in such a library does not link.
# The headers under PRECOMPILE are compiled once for all files, in the presets that do so.
function(sallyport_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "RECURSE;VALUES_ONLY" "" "FOLDERS;PRECOMPILE;PUBLIC;PRIVATE")
    sallyport_sources(sources ${arg_FOLDERS} RECURSE ${arg_RECURSE})
    list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
    if(sources MATCHES "\\.cpp")
        add_library(${name} STATIC ${sources})
        if(NOT arg_VALUES_ONLY)
            set_target_properties(${name} PROPERTIES AUTOMOC ON)
        endif()
        target_link_libraries(${name} PUBLIC ${arg_PUBLIC} PRIVATE ${arg_PRIVATE} build_options)
        if(SALLYPORT_PRECOMPILE AND arg_PRECOMPILE)
            target_precompile_headers(${name} PRIVATE ${arg_PRECOMPILE})
        endif()
    else() # nothing to compile yet: its headers and what it stands for are there all the same
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE ${arg_PUBLIC} ${arg_PRIVATE})
    endif()
endfunction()

# Sources of the folders, watched: adding or removing a file configures again by itself.
function(sallyport_sources result)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "RECURSE" "")
    set(mode GLOB)
    if(arg_RECURSE)
        set(mode GLOB_RECURSE)
    endif()
    set(found)
    foreach(folder IN LISTS arg_UNPARSED_ARGUMENTS)
        file(${mode} files CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h")
        list(APPEND found ${files})
    endforeach()
    set(${result} ${found} PARENT_SCOPE)
endfunction()

# sallyport_tests(LAYER LINK lib... [DEFINITIONS definition...] [PRECOMPILE header...])
# One program and one test for each tests/<LAYER>/tst_*.cpp; `<LAYER>_tests` builds them all, label <LAYER> runs them.
# Code that several tests of the layer share lives in tests/support/<LAYER>, what all layers share in tests/support.
function(sallyport_tests layer)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "LINK;DEFINITIONS;PRECOMPILE")
    add_custom_target(${layer}_tests)
    sallyport_library(test_support_${layer}
        FOLDERS "${PROJECT_SOURCE_DIR}/tests/support/${layer}" PRECOMPILE ${arg_PRECOMPILE}
        PUBLIC ${arg_LINK} test_support)
    get_target_property(support_type test_support_${layer} TYPE)
    file(GLOB sources CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${layer}/tst_*.cpp")
    foreach(source IN LISTS sources)
        cmake_path(GET source STEM name)
        set(target ${layer}_${name})
        add_executable(${target} ${source})
        set_target_properties(${target} PROPERTIES
            AUTOMOC ON
            OUTPUT_NAME ${name}
            RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests/${layer}")
        target_link_libraries(${target} PRIVATE test_support_${layer} ${arg_LINK} build_options)
        target_compile_definitions(${target} PRIVATE ${arg_DEFINITIONS})
        if(SALLYPORT_PRECOMPILE AND arg_PRECOMPILE AND support_type STREQUAL "STATIC_LIBRARY")
            target_precompile_headers(${target} REUSE_FROM test_support_${layer})
        endif()
        add_dependencies(${layer}_tests ${target})
        sallyport_add_test(${layer}/${name} ${layer} ${target})
    endforeach()
endfunction()

# Tests see no display, no locale, no session bus and no settings of the person who runs them.
function(sallyport_add_test name label)
    set(home "${PROJECT_BINARY_DIR}/tests/home")
    add_test(NAME ${name} COMMAND ${ARGN})
    set(environment
        QT_QPA_PLATFORM=offscreen LC_ALL=C.UTF-8 LANGUAGE= TZ=UTC DBUS_SESSION_BUS_ADDRESS=disabled:
        "HOME=${home}" "XDG_CONFIG_HOME=${home}/config" "XDG_STATE_HOME=${home}/state"
        "XDG_CACHE_HOME=${home}/cache" "XDG_DATA_HOME=${home}/data" "XDG_RUNTIME_DIR=${home}/runtime"
    )
    set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300 ENVIRONMENT "${environment}")
endfunction()
