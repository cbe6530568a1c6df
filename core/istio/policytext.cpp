// SPDX-FileCopyrightText: Sallyport contributors
// SPDX-License-Identifier: Apache-2.0

#include "core/istio/policytext.h"

#include "core/yaml/patch.h"
#include "core/yaml/write.h"

using namespace Qt::StringLiterals;

namespace sallyport {

namespace {

/// What a cluster must not be sent, as changes of the document.
QList<yaml::Change> removals(const yaml::Node &root)
{
    const auto removal = [](const FieldPath &path) {
        yaml::Change change;
        change.kind = yaml::Change::Kind::Remove;
        change.path = path;
        return change;
    };
    QList<yaml::Change> changes;
    const FieldPath annotationsPath = FieldPath().child(u"metadata"_s).child(u"annotations"_s);
    const FieldPath suppression = annotationsPath.child(u"sallyport.dev/suppress"_s);
    if (root.find(suppression)) {
        const bool alone = root.find(annotationsPath)->members.size() == 1;
        changes.append(removal(alone ? annotationsPath : suppression));
    }
    if (root.find(u"status"))
        changes.append(removal(FieldPath().child(u"status"_s)));
    return changes;
}

/// The document's bytes after the edits, which all lie within it.
QByteArray edited(const yaml::Stream &stream, const yaml::Document &document, const yaml::TextEdits &edits)
{
    yaml::TextEdits shifted;
    for (yaml::TextEdit edit : edits) {
        edit.range.begin -= document.content.begin;
        edit.range.end -= document.content.begin;
        shifted.append(edit);
    }
    return yaml::apply(shifted, stream.text.mid(document.content.begin, document.content.size()));
}

QByteArray withoutBlankBorders(QByteArray text)
{
    if (text.startsWith("\xEF\xBB\xBF"))
        text.remove(0, 3);
    qsizetype start = 0;
    for (qsizetype i = 0; i < text.size() && QByteArrayView(" \t\r\n").contains(text.at(i)); ++i) {
        if (text.at(i) == '\n')
            start = i + 1;
    }
    text.remove(0, start);
    const bool crlf = text.contains("\r\n");
    while (!text.isEmpty() && QByteArrayView(" \t\r\n").contains(text.back()))
        text.chop(1);
    return text + (crlf ? "\r\n" : "\n");
}

QByteArray canonical(const yaml::Document &document, const QList<yaml::Change> &changes)
{
    Value value = yaml::toValue(document.root);
    for (const yaml::Change &change : changes)
        value = yaml::changed(value, change).value_or(value);
    return yaml::write(value);
}

} // namespace

QByteArray policyText(const yaml::Stream &stream, int document)
{
    const yaml::Document &source = *stream.documents[size_t(document)];
    const QList<yaml::Change> changes = removals(source.root);
    if (changes.isEmpty())
        return withoutBlankBorders(edited(stream, source, {}));
    QList<std::pair<int, yaml::Change>> targeted;
    for (const yaml::Change &change : changes)
        targeted.append({document, change});
    const Result<yaml::TextEdits> edits = yaml::patch(stream, targeted);
    return edits ? withoutBlankBorders(edited(stream, source, *edits)) : canonical(source, changes);
}

} // namespace sallyport
