# SPDX-FileCopyrightText: Sallyport contributors
# SPDX-License-Identifier: Apache-2.0
#
# KSyntaxHighlighting under one name: the KF6 package, or a KF5 one that was built for Qt 6 (Debian 12, see packaging/setup).

add_library(syntax_highlighting INTERFACE)

find_package(KF6SyntaxHighlighting QUIET)
if(KF6SyntaxHighlighting_FOUND)
    target_link_libraries(syntax_highlighting INTERFACE KF6::SyntaxHighlighting)
    return()
endif()

find_package(KF5SyntaxHighlighting 5.103 QUIET)
if(KF5SyntaxHighlighting_FOUND)
    get_target_property(linked KF5::SyntaxHighlighting INTERFACE_LINK_LIBRARIES)
    if(linked MATCHES "Qt6::Gui")
        target_link_libraries(syntax_highlighting INTERFACE KF5::SyntaxHighlighting)
        return()
    endif()
endif()

message(FATAL_ERROR "KSyntaxHighlighting for Qt 6 was not found. Run ./dev build, which installs or builds it.")
