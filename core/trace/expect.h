// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/trace/trace.h"

namespace sallyport {

enum class ExpectationState : quint8 {
    Holds,
    Fails,
    Unknown, ///< The trace cannot tell, or not all of what is expected.
};

/// One case of an Expectations document and what a trace of its request came to.
struct ExpectationResult {
    FieldRef where; ///< The case.
    Expectation expectation;
    ExpectationState state = ExpectationState::Unknown;
    TraceResult trace;
};

/// A case as it is written, and where.
struct ExpectationCase {
    FieldRef where;
    Expectation expectation;
};

/// Every usable case of the workspace, in order. A defective one has its finding, and no result.
std::vector<ExpectationCase> expectationCases(const Workspace &workspace);

ExpectationState judge(const Expectation &expectation, const TraceResult &trace);

/// Traces a case's request. Without steps where only the verdict counts: that is faster.
ExpectationResult evaluate(const ExpectationCase &expected, Tracer &tracer, TraceDetail detail);

/// Evaluates all cases of the workspace.
std::vector<ExpectationResult> evaluateExpectations(const Workspace &workspace, const TraceWorld &world,
                                                    TraceDetail detail = TraceDetail::Steps);

/// What a result means, as a sentence: "Expected blocked, but the request is allowed: 200 from www.example.com."
QString sentenceOf(const ExpectationResult &result);
/// "allowed with status 200".
QString expectedText(const Expectation &expectation);
/// Its name, or the request where it has none.
QString titleOf(const Expectation &expectation);
/// "holds", "fails", "unknown": what programs read.
QString stateWord(ExpectationState state);

} // namespace sallyport
