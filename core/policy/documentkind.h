// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace sallyport {

/// What a document is to us.
enum class DocumentKind : quint8 {
    Empty,
    Policy,
    Authorization, ///< Any AuthorizationPolicy; whether it is a gateway's is the workspace's question.
    Mesh,
    Expectations,
    Generated, ///< Our own output: listed, never read.
    Other, ///< Everything else, kept byte for byte; foreign Istio objects are among them.
    Broken,
};

} // namespace sallyport
