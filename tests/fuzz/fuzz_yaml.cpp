// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

/// Reads any bytes as YAML, makes a change that the bytes themselves choose, and holds the patch to its word: the patched text says what
/// changed() says, other documents say what they said, and reading it again in part gives what reading it in full gives.

#include "core/yaml/format.h"
#include "core/yaml/patch.h"
#include "core/yaml/write.h"

#include <cstdlib>

using namespace sallyport;
using namespace sallyport::yaml;
using namespace Qt::StringLiterals;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// Takes decisions from the input's own bytes.
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

/// A path down the tree, and the value it leads to.
const Value &wander(Choices &choices, const Value &root, FieldPath &path)
{
    const Value *value = &root;
    while (!value->isEmpty() && choices.below(8) != 0) {
        const int i = choices.below(int(value->size()));
        path = value->isMap() ? path.child(value->members()[size_t(i)].key) : path.index(i);
        value = &value->members()[size_t(i)].value;
    }
    return *value;
}

Value someValue(Choices &choices)
{
    switch (choices.below(8)) {
    case 0:
        return 8080;
    case 1:
        return true;
    case 2:
        return {};
    case 3:
        return u"a: b #c"_s;
    case 4:
        return u"two\nlines\n"_s;
    case 5:
        return Value::list(QStringList{u"yes"_s, u"x"_s});
    case 6:
        return Value::map({{u"k"_s, Value::list({Value(1)})}});
    default:
        return u"host.example.com"_s;
    }
}

Change someChange(Choices &choices, const Value &root)
{
    Change change;
    const Value &at = wander(choices, root, change.path);
    const int kind = choices.below(6);
    change.value = someValue(choices);
    if (kind == 1) {
        change.kind = Change::Kind::Remove;
    } else if (kind == 2 && at.isList()) {
        change.kind = Change::Kind::Insert;
        change.path = change.path.index(choices.below(int(at.size()) + 1));
    } else if (kind == 3 && at.isList()) {
        change.kind = Change::Kind::Move;
        change.path = change.path.index(choices.below(int(at.size())));
        change.to = choices.below(int(at.size()));
    } else if (kind == 4 && at.isMap()) {
        change.path = change.path.child(u"new"_s);
    } else if (kind == 5) {
        change.kind = Change::Kind::RenameKey;
        change.value = u"renamed"_s;
    }
    return change;
}

void requireTreeInOrder(const Node &node, Range outer)
{
    require(node.range.begin >= outer.begin && node.range.end <= outer.end && node.range.begin <= node.range.end);
    qsizetype at = node.range.begin;
    for (const NodeMember &member : node.members) {
        if (node.kind == NodeKind::Map) {
            require(member.key.range.begin >= at);
            requireTreeInOrder(member.key, node.range);
            at = member.key.range.end;
        }
        require(member.value.range.begin >= at);
        requireTreeInOrder(member.value, node.range);
        at = member.value.range.end;
    }
}

void requireSameReading(const Stream &a, const Stream &b)
{
    require(a.documents.size() == b.documents.size());
    for (size_t i = 0; i < a.documents.size(); ++i) {
        const Document &x = *a.documents[i];
        const Document &y = *b.documents[i];
        require(x.range == y.range && x.content == y.content && x.broken == y.broken && x.hasAliases == y.hasAliases
                && x.root == y.root);
    }
}

void patchAndCheck(Choices &choices, const Stream &stream)
{
    const size_t number = size_t(choices.below(int(stream.documents.size())));
    const Document &document = *stream.documents[number];
    const Value root = toValue(document.root);
    const Change change = someChange(choices, root);
    const auto expected = changed(root, change);
    const auto edits = patch(stream, int(number), change);
    if (!edits)
        return;
    require(expected && canApply(*edits, stream.text.size()));
    const QByteArray text = apply(*edits, stream.text);
    const Stream after = parse(text);
    require(after.documents.size() == stream.documents.size());
    for (size_t i = 0; i < stream.documents.size(); ++i)
        require(toValue(after.documents[i]->root) == (i == number ? *expected : toValue(stream.documents[i]->root)));
    requireSameReading(reparse(stream, text), after);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uchar *data, size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const Stream stream = parse(text);
    qsizetype covered = 0;
    for (const auto &document : stream.documents) {
        require(document->range.begin == covered);
        covered = document->range.end;
        if (!document->hasAliases)
            requireTreeInOrder(document->root, document->range);
    }
    require(stream.documents.empty() || covered == text.size());
    if (stream.documents.empty())
        return 0;
    Choices choices(data, size);
    patchAndCheck(choices, stream);
    if (const auto edits = format(stream, [&](int i) { return stream.documents[size_t(i)]->broken; })) {
        const Stream formatted = parse(apply(*edits, text));
        const auto again = format(formatted, [&](int i) { return formatted.documents[size_t(i)]->broken; });
        require(again && again->isEmpty());
    }
    return 0;
}
