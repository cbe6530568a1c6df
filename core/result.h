// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace sallyport {

/// What went wrong, in the four parts a person needs. `details` is raw text for those who ask for it, never a secret.
struct Error {
    QString what; ///< What failed.
    QString where; ///< Object, field, file, line.
    QString unaffected; ///< What is not affected.
    QString next; ///< What to do next.
    QString details;

    /// The four parts as one paragraph.
    QString toString() const;
    bool operator==(const Error &) const = default;
};

/// A value or an Error: std::expected, for compilers that lack it.
template<typename T>
class Result
{
public:
    Result(T value)
        : m_state(std::move(value))
    {
    }
    Result(Error error)
        : m_state(std::move(error))
    {
    }

    explicit operator bool() const { return m_state.index() == 0; }
    const T &operator*() const & { return std::get<0>(m_state); }
    T &operator*() & { return std::get<0>(m_state); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T *operator->() { return &std::get<0>(m_state); }
    const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

} // namespace sallyport
