// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/document/comparison.h"
#include "core/istio/compile.h"
#include "core/policy/workspace.h"
#include "core/routes/access.h"

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <optional>

namespace sallyport {

/// What is to be compared: a text, all that a workspace compiles to, or what it allows.
struct ComparisonRequest {
    /// Of one file. Both are without meaning where `objects` is set.
    QByteArray textBefore;
    QByteArray textAfter;

    bool objects = false;
    Workspace now; ///< The files of both states, as they are now …
    std::vector<std::optional<QByteArray>> before; ///< … and each one's text before; none where it was not there.
    std::vector<Object> objectsAfter; ///< What `now` compiles to.
    bool access = false; ///< With `objects`: what is allowed instead of what the objects say.
    RouteTable tableAfter; ///< Of `now`, and its mesh.
    Mesh meshAfter;
};

struct ComparisonAnswer {
    Comparison comparison;
    std::shared_ptr<const Compilation> before; ///< Where objects were compared.
    std::optional<AccessDiff> access; ///< Instead of the comparison, where that was asked for.
};

/// Compares in another thread, so that it takes as long as it takes; of several requests the latest is answered.
class Comparer : public QObject
{
    Q_OBJECT
public:
    explicit Comparer(QObject *parent = nullptr);
    ~Comparer() override;

    void compare(const ComparisonRequest &request);
    void cancel(); ///< No answer comes to what was asked so far.

signals:
    void answered(const sallyport::ComparisonAnswer &answer);

private:
    struct Memory;

    void start();

    std::shared_ptr<Memory> m_memory; ///< The thread's.
    std::optional<ComparisonRequest> m_next;
    bool m_isRunning = false;
    bool m_isCancelled = false;
    QThreadPool m_pool; ///< One thread. Last, so that it is the first to go.
};

} // namespace sallyport
