// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/yaml/change.h"

#include <cstdlib>

namespace sallyport::fuzz {

/// What must hold whatever the input is. Ends the process, which the driver takes for a failure, in release builds too.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Takes decisions from the input's own bytes, so that one input always does the same.
class Choices
{
public:
    Choices(const uchar *data, size_t size)
        : m_data(data)
        , m_size(size)
    {
    }

    int below(int bound)
    {
        if (bound <= 0 || m_size == 0)
            return 0;
        m_seed = m_seed * 31 + m_data[m_at++ % m_size];
        return int(m_seed % uint(bound));
    }

private:
    const uchar *m_data;
    size_t m_size;
    size_t m_at = 0;
    uint m_seed = 7;
};

/// A change somewhere in a document that says `root`.
yaml::Change someChange(Choices &choices, const Value &root);

} // namespace sallyport::fuzz
