// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fieldpath.h"
#include "core/value.h"
#include "core/yaml/textedit.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace sallyport::yaml {

enum class NodeKind : quint8 { Null, Scalar, List, Map };
enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

struct NodeMember;

/// One node of a parsed document with its place in the text. Aliases are expanded: such a node has the range of the alias.
struct Node {
    NodeKind kind = NodeKind::Null;
    Style style = Style::Plain;
    bool tagged = false; ///< Has an explicit tag or an anchor before it; the range starts after those.
    bool isText = false; ///< A string whatever it looks like: quoted, or tagged as one.
    QString text; ///< Of a scalar, unescaped and unfolded.
    Range range; ///< Empty for an absent value: the place where it would go (right after the colon or dash).
    std::vector<NodeMember> members; ///< Of a map, or of a list (then with Null keys), in order of the text.

    const Node *find(QStringView key) const; ///< The first member with that key, or null.
    const Node *find(const FieldPath &path) const;
    bool isCollection() const { return kind == NodeKind::List || kind == NodeKind::Map; }
    bool operator==(const Node &other) const;
};

struct NodeMember {
    Node key;
    Node value;

    bool operator==(const NodeMember &other) const { return key == other.key && value == other.value; }
};

/// What a plain scalar means, as Kubernetes reads YAML (1.1: yes, on, 0x1f, 1_000 are not strings), or the text of a quoted one.
Value resolve(const Node &scalar);
/// A key as Kubernetes reads it: always a string, so that yes: is the key "true" and 8080: is "8080".
QString keyText(const Node &key);
/// The node's whole tree as a value. Of duplicate keys the last counts; they are reported when the text is read.
Value toValue(const Node &node);

/// A problem of the text itself.
struct Problem {
    QString code; ///< yaml.syntax, yaml.duplicate-key, yaml.limit, yaml.encoding or yaml.alias.
    QString message;
    Range range;
    FieldPath path; ///< Where it is known.
};

/// One document of a stream: its tree, or the reason why there is none.
struct Document {
    Range
        range; ///< From its `---` (or the start of the file) to the next document's; all documents together cover the file.
    Range content; ///< Without the separator lines.
    Node root; ///< Null for an empty document and for one that does not parse.
    bool hasAliases = false; ///< Anchors, aliases or merge keys: may be read, not patched.
    bool broken = false; ///< Does not parse; `problems` says why.
    QList<Problem> problems;
};

/// A file's text cut into documents, each parsed by itself, so that one that is broken does not hide the others.
struct Stream {
    QByteArray text;
    std::vector<std::shared_ptr<const Document>> documents;
    QList<Problem> problems; ///< Of the file as a whole: too large, not UTF-8, NUL. Then there are no documents.
};

/// Reads text of any origin. Never throws, and stays within the limits of docs/limits.md on hostile input.
Stream parse(const QByteArray &text);
/// As parse(), but documents whose bytes stand unchanged in `before` are taken from there (shifted where they moved).
Stream reparse(const Stream &before, const QByteArray &text);

/// Line and column for people and for SARIF: both from 1, columns in Unicode code points, a byte order mark not counted.
struct Position {
    int line = 1;
    int column = 1;
    bool operator==(const Position &) const = default;
};

/// Finds lines in a text: an index built once, look-ups by bisection. CRLF, LF and CR end a line.
class LineIndex
{
public:
    explicit LineIndex(const QByteArray &text);
    Position position(qsizetype offset) const;
    /// The offset where a line (from 1) starts; the end of the text for lines past the last.
    qsizetype lineStart(int line) const;
    int lineCount() const { return int(m_starts.size()); }

private:
    QByteArray m_text;
    std::vector<qsizetype> m_starts;
};

/// The range that stands for `path`: of the value; of its key where the value is absent or a block collection;
/// of the nearest ancestor that exists where the field does not.
Range locate(const Document &document, const FieldPath &path);

/// The path of the innermost field whose text holds `offset` (its key, value, or the line it stands on).
FieldPath pathAt(const Document &document, const QByteArray &text, qsizetype offset);

} // namespace sallyport::yaml
