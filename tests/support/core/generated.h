// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/value.h"

#include <QRandomGenerator>

namespace sallyport::test {

/// Makes values at random, with a liking for strings that YAML could misread. The same seed makes the same values.
class Generator
{
public:
    explicit Generator(quint32 seed)
        : m_random(seed)
    {
    }

    QString string();
    Value value(int depth = 0);
    Value map(int depth = 0);
    Value list(int depth = 0);
    QRandomGenerator &random() { return m_random; }

private:
    QRandomGenerator m_random;
};

} // namespace sallyport::test
