// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace sallyport {

/// The facts that nobody has told us, tried out one after the other: where every way leads to the same outcome, none of them matters.
///
/// A pass over a request asks for facts as it meets them. next() then prepares the next pass, in which the last fact that can still be
/// otherwise is otherwise.
class Choices
{
public:
    /// Which of `count` possibilities holds in this pass, from 0. Asked again, a fact does not change.
    /// `fact` completes the sentence "It is not known …".
    int choose(const QString &fact, int count);
    bool next();
    /// The facts that are otherwise in this pass than in the other.
    QStringList difference(const Choices &other) const;
    QStringList facts() const;
    bool isEmpty() const { return m_asked.empty(); }

private:
    struct Asked {
        QString fact;
        int count = 0;
        int taken = 0;
    };
    std::vector<Asked> m_asked;
    size_t m_at = 0; ///< How many have been asked for in this pass.
};

} // namespace sallyport
