// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

/// Reads any bytes as YAML, makes a change that the bytes themselves choose, and holds the patch to its word: the patched text says what
/// changed() says, other documents say what they said, and reading it again in part gives what reading it in full gives.

#include "core/yaml/format.h"
#include "core/yaml/patch.h"
#include "tests/fuzz/choices.h"

using namespace sallyport;
using namespace sallyport::fuzz;
using namespace sallyport::yaml;

namespace {

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
