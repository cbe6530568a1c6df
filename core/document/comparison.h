// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/istio/object.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace sallyport {

/// One line of a comparison of two states of a text, or of a set of objects.
struct ComparedLine {
    enum class Kind : quint8 {
        Same,
        Removed,
        Added,
        Gap, ///< Stands for `count` lines that are the same.
        Title, ///< Names the object that the lines below belong to.
    };
    Kind kind = Kind::Same;
    QByteArray text = {}; ///< Without its line end; of a title, the object's name.
    int before = 0; ///< Its number (from 1) in the text, or in the object, before; 0 where it is not there.
    int after = 0;
    int count = 0;
    int partner = -1; ///< Of a changed line, the line of the list that stands for it on the other side.
    /// The object it belongs to, as it is now; null for one that is gone, and in a text.
    std::shared_ptr<const ObjectContent> object = {};
    bool operator==(const ComparedLine &) const = default;
};

/// Two states side by side: what differs, with some lines around it.
struct Comparison {
    QList<ComparedLine> lines;
    QList<int>
        differences; ///< The line where each difference begins: changed lines that stand together, or a whole object.
    int removed = 0; ///< Lines.
    int added = 0;
    bool operator==(const Comparison &) const = default;
};

Comparison compareTexts(const QByteArray &before, const QByteArray &after);

/// Object by object: one that is the same takes no line at all. In the order of `after`, what is gone where it stood before.
Comparison compareObjects(const std::vector<Object> &before, const std::vector<Object> &after);

/// A stretch of characters of a line.
struct Span {
    int begin = 0;
    int length = 0;
    bool operator==(const Span &) const = default;
};

/// What differs between a line and the one that took its place, by words: of the first and of the second. Empty for lines that have
/// nothing but blanks in common: then all of it differs.
std::pair<QList<Span>, QList<Span>> changedWords(const QString &before, const QString &after);

} // namespace sallyport
